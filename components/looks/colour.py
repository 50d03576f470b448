"""A colour in both themes: what it is on light paper, and what takes its place on dark paper."""


class Colour(str):
    """A colour on light paper, which print, pictures and files take as it is.

    `dark` is its counterpart on dark paper.
    """

    dark: str

    def __new__(cls, light: str, dark: str) -> "Colour":
        colour = super().__new__(cls, light)
        colour.dark = dark
        return colour

    def __getnewargs__(self) -> tuple[str, str]:
        """What a copy is made of."""
        return str(self), self.dark

    @property
    def css(self) -> str:
        """The value for a style or an attribute of SVG, which follows the theme of the page."""
        return str(self) if self == self.dark else f"light-dark({self},{self.dark})"


BLACK = Colour("#000000", "#000000")
WHITE = Colour("#ffffff", "#ffffff")


def mixed(colour: Colour, other: Colour, part: float) -> Colour:
    """The colour with so much (0-1) of the other in it, in each theme."""
    return Colour(_mixed(colour, other, part), _mixed(colour.dark, other.dark, part))


def ink_on(colour: Colour) -> Colour:
    """Black or white, whichever reads better on the colour; one of them always reads well."""
    return Colour(_ink(colour), _ink(colour.dark))


def _mixed(colour: str, other: str, part: float) -> str:
    pairs = zip(_parts(colour), _parts(other), strict=True)
    return "#" + "".join(f"{round(a * (1 - part) + b * part):02x}" for a, b in pairs)


def _ink(colour: str) -> str:
    """Source: WCAG 2.2, relative luminance and contrast ratio."""
    linear = [
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4
        for part in (number / 255 for number in _parts(colour))
    ]
    luminance = 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
    return str(BLACK if (luminance + 0.05) ** 2 > 1.05 * 0.05 else WHITE)


def _parts(colour: str) -> list[int]:
    return [int(colour[place : place + 2], 16) for place in (1, 3, 5)]
