"""The headline of every page of the site: for the page itself, its title, and who only reads those.

No Streamlit: what fetches a page without running it is told the same.
"""

from collections.abc import Callable
from typing import NamedTuple

from components.base.atlas import Atlas
from components.base.choice import FIRST_DAY, Choice
from components.base.memory import kept
from components.base.wording import Wording
from components.facts import changes as changes_facts
from components.facts import curve as curve_facts
from components.facts import evidence
from components.facts.compare import comparison
from components.facts.dossier import dossier
from components.facts.totals import reconciled
from components.words import changes, compare, curve, holdouts, totals
from components.words import dossier as dossier_words
from components.words.headline import Headline, alone

#: The page at the root of the site.
ROOT = "karte"
#: What of a choice the headline of a page follows, beside day, definition and language.
FOLLOWS = {
    "karte": (),
    "ohne": (),
    "aenderungen": ("since_day",),
    "verlauf": ("measure",),
    "kreis": ("ags",),
    "vergleich": ("other_day", "other_definition"),
    "abgleich": (),
    "quellen": (),
    "mitnehmen": (),
    "leichte-sprache": (),
    "programme": (),
    "barrierefreiheit": (),
    "impressum": (),
    "datenschutz": (),
}
_ALWAYS = ("day", "definition", "language")
#: As many are kept: more than a day's visitors ask for.
MOST = 1000


class Told(NamedTuple):
    """What a page is called in its window and where it is linked, and its headline."""

    title: str
    line: Headline


def told(page: str, atlas: Atlas, choice: Choice) -> Told:
    """The title and the headline of a page of the site, in the language of the choice."""
    followed = {field: getattr(choice, field) for field in (*_ALWAYS, *FOLLOWS[page])}
    return _told(page, atlas, Choice(**followed))


@kept(MOST)
def _told(page: str, atlas: Atlas, choice: Choice) -> Told:
    words = Wording(choice.language)
    line = _MAKERS[page](atlas, choice, words)
    title = words("page.title", headline=line.sentence.removesuffix("."), site=words("title"))
    return Told(title, line)


def _karte(atlas: Atlas, choice: Choice, words: Wording) -> Headline:
    return alone(atlas, choice.day, choice.definition, words)


def _ohne(atlas: Atlas, choice: Choice, words: Wording) -> Headline:
    standings = atlas.standings(choice.day, choice.definition)
    return holdouts.headline(standings, choice, words, atlas.evidence)


def _aenderungen(atlas: Atlas, choice: Choice, words: Wording) -> Headline:
    first = changes_facts.start(choice)
    found = changes_facts.changes(atlas, first, choice.day, choice.definition)
    line = changes.headline(found, words)
    return line._replace(detail=[_sentence(one, words) for one in changes.sentences(found, words)])


def _sentence(told: changes.Told, words: Wording) -> str:
    return f"{told.label}: {words.names(told.names).removesuffix('.')}."


def _verlauf(atlas: Atlas, choice: Choice, words: Wording) -> Headline:
    """The trend; the sentence of the day is its detail."""
    grown = curve_facts.growth_end(atlas, choice.definition)
    shown = curve_facts.adoption(atlas, choice.definition, choice.measure, grown)
    trend = curve.headline(shown, choice.definition, len(atlas.tables.districts), words)
    return Headline(trend, [_karte(atlas, choice, words).sentence])


def _kreis(atlas: Atlas, choice: Choice, words: Wording) -> Headline:
    """The headline of the dossier, with the way as its detail; without a district the question."""
    if not choice.ags:
        return Headline(words("dossier.where_am_i"), [words("dossier.where_am_i.hint")])
    found = dossier(atlas, choice.ags, choice.day, choice.definition)
    line = dossier_words.of(found, words)
    way = dossier_words.way(found.way, found.standing["kind"], words)
    return line._replace(detail=[*line.detail, f"{way}."] if way else line.detail)


def _vergleich(atlas: Atlas, choice: Choice, words: Wording) -> Headline:
    return compare.headline(comparison(atlas, choice), words)


def _abgleich(atlas: Atlas, _: Choice, words: Wording) -> Headline:
    verdicts = reconciled(atlas)
    title = words("total.title", n=len(verdicts))
    return Headline(title, [totals.summary(verdicts, words)])


def _quellen(atlas: Atlas, _: Choice, words: Wording) -> Headline:
    numbers = evidence.counts(atlas).items()
    told = {name: words(f"intro.{name}", n=n) for name, n in numbers}
    return Headline(words("intro.title"), [words("intro.told", **told)])


def _mitnehmen(_: Atlas, __: Choice, words: Wording) -> Headline:
    return Headline(words("take.headline"), [words("take.detail")])


def _programme(_: Atlas, __: Choice, words: Wording) -> Headline:
    told = words("programs.detail", first=words.day(FIRST_DAY))
    return Headline(words("programs.headline"), [told])


def _bare(name: str) -> Callable[[Atlas, Choice, Wording], Headline]:
    """The headline of a page that says the same on every day."""
    return lambda _, __, words: Headline(words(f"{name}.headline"), [words(f"{name}.detail")])


_MAKERS = {
    "karte": _karte,
    "ohne": _ohne,
    "aenderungen": _aenderungen,
    "verlauf": _verlauf,
    "kreis": _kreis,
    "vergleich": _vergleich,
    "abgleich": _abgleich,
    "quellen": _quellen,
    "mitnehmen": _mitnehmen,
    "programme": _programme,
    "leichte-sprache": _bare("easy_page"),
    "barrierefreiheit": _bare("accessible"),
    "impressum": _bare("imprint"),
    "datenschutz": _bare("privacy"),
}
