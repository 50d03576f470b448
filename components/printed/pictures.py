"""Every picture that can be taken along: one entry for the page, the commands, the edition.

No Streamlit and no clock: what is drawn follows from the atlas and the choice alone.
"""

from dataclasses import replace

from components.base.atlas import Atlas
from components.base.choice import Choice
from components.base.stamp import Stamp
from components.base.wording import Wording
from components.facts import compare, years
from components.printed import film as printed_film
from components.printed.picture_makers import MAKERS
from components.printed.sheet import Sheet, finished

#: The page that shows the same again (`components.nav.PAGES`), by picture.
PAGES = {
    "map": "",
    "curve": "verlauf",
    "multiples": "verlauf",
    "timeline": "kreis",
    "comparison": "vergleich",
}
PICTURES = tuple(PAGES)
#: What the file of a picture is called; the film is one more.
NAMES = {
    "map": "karte",
    "curve": "verlauf",
    "multiples": "jahre",
    "timeline": "zeitleiste",
    "comparison": "vergleich",
    "film": "film",
}
FILMS = ("gif", "webp")
#: What of a choice each shows beside day, definition and language.
SHOWN = {
    "map": ("ags", "colouring"),
    "curve": ("measure",),
    "multiples": (),
    "timeline": ("ags",),
    "comparison": ("ags", "other_day", "other_definition"),
    "film": (),
}
_ALWAYS = ("day", "definition", "language")
#: The pictures that show boundaries.
_MAPS = ("map", "multiples", "comparison", "film")


def picture(
    name: str,
    atlas: Atlas,
    choice: Choice,
    shape: str,
    words: Wording,
    titled: bool = True,
    site: str = "",
) -> Sheet:
    """One of PICTURES in one of `sheet.SHAPES`, in the language of `words`.

    The map follows `choice.colouring`, the curve `choice.measure`, the timeline `choice.ags`,
    the comparison `choice.other_day` or `choice.other_definition`. Without `titled` the title
    block is left out. `site` is the address of the atlas, for the link back, or empty.

    Raises ValueError where the choice lacks what the picture is of.
    """
    settled = settle(name, choice)
    marked = stamp(name, atlas, settled, site)
    return MAKERS[name](atlas, settled, shape, marked, words, titled)


def file(
    name: str,
    atlas: Atlas,
    choice: Choice,
    kind: str,
    shape: str,
    words: Wording,
    titled: bool = True,
    site: str = "",
) -> bytes:
    """A picture as a file of one of `sheet.FORMATS`; the same input gives the same bytes."""
    drawn = picture(name, atlas, choice, shape, words, titled, site)
    return finished(drawn, kind, stamp(name, atlas, settle(name, choice), site), words)


def film(atlas: Atlas, choice: Choice, words: Wording, kind: str = "gif", site: str = "") -> bytes:
    """The map month by month up to the day of the choice, as an animation of one of FILMS."""
    marked = stamp("film", atlas, settle("film", choice), site)
    known = atlas.changes, atlas.known.districts
    return printed_film.film(*known, atlas.coarse, marked, words, kind)


def file_name(name: str, choice: Choice, kind: str, shape: str = "") -> str:
    """What a picture is called as a file: kiz-atlas-karte-2015-09-24-approved-16x9.png."""
    choice = settle(name, choice)
    parts = ["kiz-atlas", NAMES[name], choice.day.isoformat(), choice.definition]
    if name == "map":
        parts.append({"has": "", "status": "status", "since": "seit-wann"}[choice.colouring])
    if name == "curve" and choice.measure != "number":
        parts.append({"share": "anteil", "population": "bevoelkerung"}[choice.measure])
    if name == "timeline":
        parts.append(choice.ags)
    if name == "comparison":
        parts.append(choice.other_definition or choice.other_day.isoformat())
    parts += [shape.replace(":", "x"), "" if choice.language == "de" else choice.language]
    return f"{'-'.join(filter(None, parts))}.{kind}"


def settle(name: str, choice: Choice) -> Choice:
    """The choice with what the picture is of and nothing else, so that its link shows the same.

    Raises ValueError where the choice lacks what the picture is of.
    """
    shown = {field: getattr(choice, field) for field in (*_ALWAYS, *SHOWN[name])}
    settled = Choice(**shown)
    if name == "timeline" and not settled.ags:
        raise ValueError("a timeline is of one district; name it by its AGS, as 05566")
    if name == "multiples":
        return replace(settled, day=years.YEAR_ENDS[-1])
    if name == "comparison" and not (settled.other_day or settled.other_definition):
        return replace(settled, other_day=compare.USUAL_DAY)
    return settled


def stamp(name: str, atlas: Atlas, choice: Choice, site: str = "") -> Stamp:
    """What a picture says of itself; the line of the boundaries only where they are shown."""
    line = atlas.attribution if name in _MAPS else ""
    return Stamp(choice, atlas.version, line, PAGES.get(name, ""), site)


def reuse(name: str, atlas: Atlas, choice: Choice, words: Wording, site: str = "") -> str:
    """The sentence for reuse: that it is free, and the line that must stand beside it."""
    marked = stamp(name, atlas, settle(name, choice), site)
    source = words("picture.credit", version=marked.version)
    parts = [source]
    if marked.attribution:
        parts.append(words("stamp.boundaries", line=marked.attribution))
    if name == "curve" and choice.measure == "population":
        parts.append(words("picture.people"))
    return words("picture.reuse", line="; ".join(parts))


def warning(atlas: Atlas, choice: Choice, words: Wording) -> str:
    """What to say with the picture where districts are undetermined on the day; else empty."""
    groups = atlas.standings(choice.day, choice.definition)["group"]
    unsure = int(groups.eq("undetermined").sum())
    if not unsure:
        return ""
    told = {"day": words.day(choice.day), "n": unsure, "of": len(groups)}
    return words("picture.warning", definition=words(f"definition.{choice.definition}"), **told)
