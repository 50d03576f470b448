"""Headline, time, map, legend and coverage on one day: what moves together in the browser.

The markup is whole without a script. The script finds its parts by their classes and changes
nothing but texts and attributes.
"""

from bisect import bisect
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any
from urllib.parse import urlencode

import htpy as h
import pandas as pd

from components.base.atlas import Atlas
from components.base.choice import COLOURINGS, Choice
from components.base.memory import kept
from components.base.stamp import Stamp
from components.base.wording import Wording
from components.facts import lasting
from components.html import lasting as lasting_html
from components.html.coverage import coverage
from components.html.german import german, sentence, terms
from components.looks import since
from components.map import days, legends, sayings, svg
from components.map.axis import Axis
from components.map.clock import Face, Stop, clock
from components.map.key import key
from components.map.reading import explained
from components.map.sayings import DAY
from components.map.states import State


@dataclass(frozen=True)
class Shown:
    """What a stage is made of.

    `file` is what `days.day_file` returns for definition and language of the `choice`; `link` gives
    the address of a district where its area is a link, `table` where the table of all stands,
    `rows` gives the address of a group's rows in it, if they can be opened, `meaning` that of a
    term of the glossary, `jumps` the days to jump to, if not those of the atlas.
    Embedded it is without coverage and table, with source, licence and the way to the atlas.
    `now` is the day from which ages are told; without it there are none, only dates.
    """

    atlas: Atlas
    choice: Choice
    file: Mapping[str, Any]
    stop: Stop
    words: Wording
    link: Callable[[str], str] = lambda ags: ""
    embedded: bool = False
    table: str = "#tabelle"
    rows: Callable[[str], str] | None = None
    meaning: Callable[[str], str] = lambda term: ""
    jumps: pd.DataFrame | None = None
    now: date | None = None

    @property
    def place(self) -> int:
        """The last day of the file up to the chosen one."""
        return bisect(self.file["days"], self.choice.day.isoformat()) - 1

    @property
    def which(self) -> int:
        """The place of the colouring in the codes of a state."""
        return COLOURINGS.index(self.choice.colouring)

    @property
    def sentence(self) -> str:
        """The headline of the day."""
        return self._put(self.file["heads"][self.place][0])

    @property
    def detail(self) -> list[h.Node]:
        """What stands below it; where there are `rows`, a group leads to its own."""
        told = sayings.parts(self._put(self.file["heads"][self.place][1]))
        return [
            h.a(href=self.rows(group), data_group=group)[text] if group and self.rows else text
            for group, text in told
        ]

    @property
    def states(self) -> list[State]:
        """The state of each district, in their order."""
        latest: dict[int, int] = {}
        for changes in self.file["changes"][: self.place + 1]:
            latest.update(changes)
        return [self.file["states"][latest[row]] for row in sorted(latest)]

    def _put(self, text: str) -> str:
        return text.replace(DAY, self.words.day(self.choice.day))


def stage(shown: Shown, standings: pd.DataFrame) -> h.Element:
    """The whole; `standings` is what `Atlas.standings` returns for the choice."""
    words = shown.words
    bare = shown.embedded
    of = len(shown.file["ags"])
    table = h.a(href=shown.table)[words("headline.table", of=of)]
    return h.div(".stage", data_colouring=shown.choice.colouring, data_embed=bare or None)[
        h.header(data_rows=bool(shown.rows) or None)[
            h.h1(".headline")[shown.sentence],
            h.p(".detail")[
                h.span(".told")[shown.detail], " ", _lasting(shown), " ", not bare and table
            ],
        ],
        time(shown, played=True),
        h.div(".columns")[
            _picture(shown),
            h.div(".aside")[
                h.div(".keys")[_keys(shown, standings)],
                not bare and explained(shown.atlas, shown.choice, shown.meaning, words),
                not bare and _coverage(shown),
            ],
        ],
        bare and _foot(shown),
        lasting_html.of_each(shown.atlas, shown.now, words),
    ]


def _lasting(shown: Shown) -> h.Element:
    """How long it is known to have lasted; the script shows it from the last change on."""
    hidden = shown.choice.day.isoformat() < shown.file["settled"]
    known = lasting.of_all(shown.atlas, shown.choice.definition)
    return h.span(".lasting", hidden=hidden)[lasting_html.of_all(known, shown.now, shown.words)]


def time(shown: Shown, played: bool = False) -> h.Element:
    """The control of the time alone; without a map there is nothing to play."""
    axis = Axis(**shown.file["axis"])
    jumps = shown.atlas.tables.days if shown.jumps is None else shown.jumps
    face = Face(axis, shown.choice.day, shown.stop, jumps, shown.atlas.evidence.date)
    return clock(face, shown.words, played)


def areas(shown: Shown) -> list[svg.Area]:
    """What the map says of each district on the day."""
    fills = shown.file["fills"][shown.choice.colouring]
    rows = zip(*(shown.file[name] for name in ("ags", "names", "shorts")), strict=True)
    return [
        svg.Area(
            ags,
            fills[state.codes[shown.which]],
            state.group,
            state.status,
            state.since,
            spoken=f"{name}: {state.answer} {state.progress}",
            lines=_lines(shown, state, short),
            href=shown.link(ags),
        )
        for (ags, name, short), state in zip(rows, shown.states, strict=True)
    ]


def _lines(shown: Shown, state: State, short: str) -> list[str]:
    """What stands on an area: its mark, and its name while it is one of few without."""
    file, colouring = shown.file, shown.choice.colouring
    if colouring == "since" and state.late:
        return [state.late]
    mark = file["marks"][colouring][state.codes[shown.which]]
    named = file["few"][shown.place] and state.group == "without"
    return [text for text in (mark, short if named else "") if text]


def _picture(shown: Shown) -> h.Element:
    words = shown.words
    label = shown.file["label"].replace(DAY, words.day(shown.choice.day))
    label = label.replace("{sentence}", shown.sentence)
    drawn = svg.map_svg(
        shapes(shown.atlas), areas(shown), label, svg.patterns(days.fills()), shown.choice.ags
    )
    credit = sentence(words, "stamp.boundaries", line=german(shown.atlas.attribution, words))
    return h.figure(".picture", aria_label=words("page.karte"))[
        _colourings(shown),
        drawn,
        h.div(".extras")[
            [
                h.button(type="button", class_=name, aria_pressed="false")[words(f"map.{name}")]
                for name in ("cities", "ruhr")
            ]
        ],
        h.div(".tip", hidden=True, aria_hidden="true"),
        h.div(".card", role="region", aria_label=words("map.card"), hidden=True)[
            h.div,
            h.a(".more", data_label=words("map.more", name="{name}")),
            h.button(
                ".close", type="button", aria_label=words("map.close"), title=words("map.close")
            )["✕"],
        ],
        not shown.embedded and h.figcaption(".credit")[credit],
    ]


def _colourings(shown: Shown) -> h.Element:
    words, chosen = shown.words, shown.choice.colouring
    return h.fieldset(".colourings")[
        h.legend(".unseen")[words("colouring.label")],
        [
            h.label[
                h.input(type="radio", name="colouring", value=name, checked=name == chosen),
                h.span[words(f"colouring.{name}")],
            ]
            for name in COLOURINGS
        ],
    ]


def _keys(shown: Shown, standings: pd.DataFrame) -> list[h.Element]:
    """The three legends of the day; the style shows the one of the colouring."""
    atlas, choice, words = shown.atlas, shown.choice, shown.words
    dated = since.periods(atlas.arrivals(choice.definition), choice.day)
    day = words.day(choice.day)
    by_name = legends.legends(standings, dated, day, choice.definition, words)
    keys = []
    for name, (title, rows) in by_name.items():
        seen = [row for row in rows if row.count != 0 or legends.occurs(shown.file, name, row)]
        keys.append(key(name, title, seen))
    return keys


def _foot(shown: Shown) -> h.Element:
    """What KIZ means, last evidence and search, source, licence, and the way to the same in the
    atlas, in a window of its own.
    """
    words, atlas = shown.words, shown.atlas
    stamp = Stamp.of(atlas, shown.choice)
    line = german(atlas.attribution, words)
    text = sentence(words, "foot.embedded", version=atlas.version, attribution=line)
    about = [terms(words("about"), words), f" {stamp.dates(words)}"]
    address = f"./?{urlencode(shown.choice.address())}"
    link = h.a(".atlas", href=address, target="_blank", rel="noopener")[words("foot.open")]
    return h.p(".foot")[about, h.br, text, " ", link]


def _coverage(shown: Shown) -> h.Element:
    names, values = shown.file["cover"][shown.place]
    rows = zip(shown.file["covered"][names], values, strict=True)
    return h.section(".cover")[coverage(shown.file["coverage"], rows, shown.words)]


@kept(2)
def shapes(atlas: Atlas) -> svg.Shapes:
    """The areas as the map draws them."""
    return svg.Shapes(atlas.flat)
