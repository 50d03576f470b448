"""A picture as it is asked for, and what can be said of it before it is drawn."""

from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from components.base.atlas import Atlas
from components.base.choice import Choice
from components.base.stamp import Stamp
from components.base.wording import Wording
from components.facts import compare, years

if TYPE_CHECKING:
    from components.printed.paper import Paper

#: The page that shows the same again (`components.page.nav.PAGES`), by picture.
PAGES = {
    "map": "",
    "curve": "verlauf",
    "multiples": "verlauf",
    "timeline": "kreis",
    "comparison": "vergleich",
    "film": "",
}
#: What the file of a picture is called.
NAMES = {
    "map": "karte",
    "curve": "verlauf",
    "multiples": "jahre",
    "timeline": "zeitleiste",
    "comparison": "vergleich",
    "film": "film",
}
#: What of a choice each shows beside day, definition and language.
SHOWN = {
    "map": ("ags", "colouring", "label"),
    "curve": ("measure", "ends", "curve"),
    "multiples": (),
    "timeline": ("ags",),
    "comparison": ("ags", "other_day", "other_definition"),
    "film": (),
}
_ALWAYS = ("day", "definition", "language")
#: The pictures that show boundaries.
_MAPS = ("map", "multiples", "comparison", "film")


class Order(NamedTuple):
    """One of NAMES, of a choice, in its language.

    The map follows `choice.colouring`, the curve `choice.measure`, `ends`
    and `curve`, the timeline `choice.ags`,
    the comparison `choice.other_day` or `choice.other_definition`. `shape` is one of
    `paper.SHAPES`; without `titled` the title block is left out: a film has a form of its own,
    whatever is asked for. `site` is the address of the atlas, for the link back, or empty.
    """

    name: str
    choice: Choice
    shape: str = "16:9"
    titled: bool = True
    site: str = ""

    @property
    def settled(self) -> Choice:
        """The choice with what the picture is of and nothing else, so that its link shows the same.

        Raises ValueError where the choice lacks what the picture is of.
        """
        shown = {field: getattr(self.choice, field) for field in (*_ALWAYS, *SHOWN[self.name])}
        settled = Choice(**shown)
        if self.name == "timeline" and not settled.ags:
            raise ValueError("a timeline is of one district; name it by its AGS, as 05566")
        if self.name == "multiples":
            return replace(settled, day=years.YEAR_ENDS[-1])
        if self.name == "comparison" and not (settled.other_day or settled.other_definition):
            return replace(settled, other_day=compare.USUAL_DAY)
        return settled

    @property
    def words(self) -> Wording:
        """In which everything on the picture is said."""
        return Wording(self.choice.language)

    def stamp(self, atlas: Atlas) -> Stamp:
        """What it says of itself; the line of the boundaries only where they are shown."""
        stamp = Stamp.of(atlas, self.settled, PAGES[self.name], self.site)
        return stamp if self.name in _MAPS else stamp._replace(attribution="")

    def paper(self, atlas: Atlas) -> "Paper":
        """What it is drawn on."""
        # Not above: whoever only tells of a picture need not load what draws it.
        from components.printed.paper import Paper

        return Paper(self.shape, self.stamp(atlas), self.words, self.titled)

    def file_name(self, kind: str) -> str:
        """What it is called as a file: kiz-atlas-karte-2015-09-24-approved-16x9.png."""
        choice = self.settled
        parts = ["kiz-atlas", NAMES[self.name], choice.day.isoformat(), choice.definition]
        if self.name == "map":
            parts.append({"has": "", "status": "status", "since": "seit-wann"}[choice.colouring])
            parts.append({"few": "", "cities": "staedte", "none": "ohne-namen"}[choice.label])
        if self.name == "curve" and choice.measure != "number":
            parts.append({"share": "anteil", "population": "bevoelkerung"}[choice.measure])
        if self.name == "curve":
            parts.append("einfach" if choice.curve == "simple" else "")
            parts.append("bis-heute" if choice.ends == "today" else "")
        if self.name == "timeline":
            parts.append(choice.ags)
        if self.name == "comparison":
            parts.append(choice.other_definition or choice.other_day.isoformat())
        language = "" if choice.language == "de" else choice.language
        parts += [self.shape.replace(":", "x"), language]
        return f"{'-'.join(filter(None, parts))}.{kind}"

    def reuse(self, atlas: Atlas) -> str:
        """The sentence for reuse: that it is free, and the line that must stand beside it."""
        words, stamp = self.words, self.stamp(atlas)
        parts = [words("picture.credit", version=stamp.version)]
        if stamp.attribution:
            parts.append(words("stamp.boundaries", line=stamp.attribution))
        if self.name == "curve" and stamp.choice.measure == "population":
            parts.append(words("picture.people"))
        return words("picture.reuse", line="; ".join(parts))
