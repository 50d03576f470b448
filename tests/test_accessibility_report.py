"""The report on accessibility fails where something is to be mended, and the statement of the site
says no more than it.
"""

import re
from datetime import date

import pytest

from components.base.wording import LANGUAGES, Wording
from components.html.statements import accessibility as statement
from components.words.accessibility import TESTED
from docs.accessibility import GOALS, REMAINS, REPORT, WIDTHS, Finding, State, faults

NEAR = [1] * len(GOALS)
STATES = [State("karte", "de", "dark", 320)]
KNOWN = {Finding(rule, "minor", f"main{part}"): STATES for rule, part in REMAINS}
SEEN = KNOWN | {Finding("region", "moderate", "a.more"): STATES}


def test_without_a_finding_and_with_every_goal_in_reach_nothing_is_to_be_mended():
    assert faults(KNOWN, NEAR) == []


def test_what_remains_and_is_found_no_more_is_named():
    lines = faults({}, NEAR)
    assert len(lines) == len(REMAINS) and all("out of REMAINS" in line for line in lines)


def test_a_finding_of_any_impact_is_named_with_its_element_and_where_it_is():
    (line,) = faults(SEEN, NEAR)
    assert "region at a.more, karte · de · dark · 320" in line and "; mend it" in line


@pytest.mark.parametrize(("stop", "told"), [(None, "is not reached"), (1000, "is 1000 keys away")])
@pytest.mark.parametrize("place", range(len(GOALS)), ids=[goal.name for goal in GOALS])
def test_a_goal_that_is_too_far_or_not_reached_is_named(place, stop, told):
    (line,) = faults(KNOWN, [*NEAR[:place], stop, *NEAR[place + 1 :]])
    assert f"{GOALS[place].name} on {GOALS[place].page} {told}" in line


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_statement_has_the_day_and_the_widths_of_the_report(language):
    report = REPORT.read_text("utf-8")
    written = re.search(r"Written by `make a11y` on (\S+)", report)[1]
    assert date.fromisoformat(written) == TESTED, "set TESTED in components/words/accessibility.py"
    told = str(statement(Wording(language)))
    assert all(f"{width}" in told and f"{width}" in report for width in WIDTHS)
