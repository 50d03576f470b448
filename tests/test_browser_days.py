"""On every day of change the browser looks up what the server computes."""

import json
from datetime import date
from functools import cache
from pathlib import Path

import curated
import pytest

from adoption.status import status_on
from adoption.vocabulary import DEFINITIONS, READINGS
from components.base.choice import COLOURINGS
from components.base.script import module
from components.base.wording import LANGUAGES, Wording
from components.facts.lasting import of_all
from components.looks import legend, since
from components.map import files
from components.map.days import day_file
from components.words.headline import on_day

SCRIPT = Path(files.__file__).parent / "script" / "days.mjs"
#: What the script shows on each of the days: groups, statuses, dates, sentence and detail, and
#: how many districts each code of each colouring has.
SHOWN = """async ([script, file]) => {
  const code = new Blob([script, "export { Days };"], { type: "text/javascript" });
  const { Days } = await import(URL.createObjectURL(code));
  const days = new Days(JSON.parse(file));
  return days.file.days.map((day) => ({
    day,
    seen: days.states(day).map((state) => [state.group, state.status, state.since]),
    head: days.head(day),
    settled: days.settled(day),
    counts: Object.keys(days.file.fills).map((name) => days.counts(day, name)),
  }));
}"""


@cache
def read(day, reading):
    """What is known of each district on a day, with all definitions."""
    known = curated.tables()
    return status_on(known.events, known.districts, day, reading)


@cache
def standings(day, definition):
    """The same as `Atlas.standings`, by the rules for one day."""
    certain, possible = (read(day, reading) for reading in READINGS)
    group = possible[definition].map({True: "undetermined", False: "without"})
    group = group.mask(certain[definition], "with")
    held = certain.assign(group=group, possible_status=possible["status"])
    return curated.tables().districts.merge(held, on="ags")


@pytest.fixture
def page(open_page):
    """An empty page of the server."""
    return open_page("_stcore/health")


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("definition", DEFINITIONS)
def test_browser_and_server_agree_on_every_day_of_change(page, definition, language):
    atlas, words = curated.atlas(), Wording(language)
    content = day_file(atlas, definition, language)
    shown = page.evaluate(SHOWN, [module(SCRIPT).decode(), json.dumps(content)])
    reached = atlas.tables.districts.merge(atlas.reached(definition), on="ags")
    assert len(shown) > 100
    for told in shown:
        day = date.fromisoformat(told["day"])
        held = standings(day, definition)
        assert told["seen"] == held[["group", "status", "since"]].to_numpy().tolist()
        line = on_day(atlas, day, definition, words)
        assert told["head"] == [line.sentence, " ".join(line.detail)]
        assert told["settled"] == (day >= of_all(atlas, definition).start)
        rows = (
            legend.has_rows(held, words),
            legend.status_rows(held, words),
            legend.since_rows(since.periods(reached, day), words),
        )
        for counts, listed in zip(told["counts"], rows, strict=True):
            assert sum(counts) == len(held)
            for row in listed:
                if row.codes:
                    assert row.count == sum(counts[code] for code in row.codes)
    assert [*content["fills"]] == [*COLOURINGS]
