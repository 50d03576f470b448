"""How a district looks: by whether it has a KIZ, and by how far it has come."""

import pytest
from standing_builders import standings

from adoption.vocabulary import GROUPS, STATUSES
from components.looks import theme
from components.looks.look import HAS_FILLS, MOST_NAMED, has_code, looks, more_possible, named

KINDS = list(HAS_FILLS)
REFUSED = {"group": "without", "status": "rejected"}


def seen(colouring, *rows, **more):
    """The looks of these districts in their order."""
    return list(looks(standings(*rows), colouring, **more).values())


def lines(colouring, *rows, **more):
    return [look.lines for look in seen(colouring, *rows, **more)]


@pytest.mark.parametrize("status", STATUSES)
@pytest.mark.parametrize("group", GROUPS)
def test_the_map_answers_by_group_and_tells_apart_only_those_without(group, status):
    kind = KINDS[has_code(group, status)]
    if group != "without":
        assert kind == group
    elif status in ("decided", "approved", "open"):
        assert kind == "coming"
    else:
        assert kind == status


@pytest.mark.parametrize("group", GROUPS)
def test_the_three_groups_cannot_be_mistaken(group):
    """Blue has one, striped blue is undetermined, no blue and no stripes have none."""
    fills = {list(HAS_FILLS.values())[has_code(group, status)] for status in STATUSES}
    striped = {fill.pattern == "undetermined" for fill in fills}
    assert striped == {group == "undetermined"}
    assert (theme.HAS in {fill.colour for fill in fills}) == (group == "with")
    assert len(fills) == (1 if group != "without" else 5)


def test_by_has_an_undetermined_district_is_striped_and_has_no_mark():
    (look,) = seen("has", {"group": "undetermined", "status": "rejected"})
    assert (KINDS[look.fill], look.lines) == ("undetermined", ())


@pytest.mark.parametrize("status", STATUSES)
def test_a_status_has_its_own_colour_on_the_ladder(status):
    (look,) = seen("status", {"status": status})
    fill = theme.fills()[look.fill]
    assert fill.colour == theme.STATUS_COLOURS[status]
    assert bool(fill.pattern) == bool(look.lines) == (status == "rejected")


def test_where_more_is_possible_the_fill_is_lighter_dotted_and_has_a_question_mark():
    unsure, sure = seen("status", {"status": "debated", "possible_status": "approved"}, {})
    fill = theme.fills()[unsure.fill]
    assert fill.colour == theme.lighter(theme.STATUS_COLOURS["debated"])
    assert fill.pattern == "possible"
    assert theme.fills()[sure.fill].colour == theme.STATUS_COLOURS["open"]
    assert (unsure.lines, sure.lines) == (("?",), ())


def test_a_lower_possible_status_is_no_more():
    assert not more_possible(standings({"status": "open", "possible_status": "decided"})).any()


@pytest.mark.parametrize("colouring", ["has", "status"])
def test_a_refusal_has_a_mark_of_its_own(colouring):
    assert lines(colouring, REFUSED, with_names=False) == [("×",)]


def test_a_refusal_that_may_be_over_has_both_marks_on_the_ladder():
    refused = {"status": "rejected", "possible_status": "debated", "group": "undetermined"}
    assert lines("status", refused) == [("×?",)]


def test_those_without_are_named_while_they_are_few():
    few = [{"group": "without"}] * MOST_NAMED
    shown = standings(*few, count=54)
    assert named(shown["group"]).tolist() == shown["group"].eq("without").tolist()
    written = [look.lines for look in looks(shown, "has").values() if look.lines]
    assert written == [(name,) for name in shown["short_name"].head(MOST_NAMED)]
    assert not named(standings(*few, {"group": "without"}, count=54)["group"]).any()
    assert not any(lines("has", *few, with_names=False))


@pytest.mark.parametrize("colouring", ["has", "status"])
def test_a_refusal_without_a_kiz_has_mark_and_name(colouring):
    assert lines(colouring, REFUSED | {"short_name": "Kleve"}, {})[0] == ("×", "Kleve")


def test_every_district_looks_under_its_whole_key():
    shown = standings({"ags": "05334002"}, count=54)
    assert list(looks(shown, "has")) == list(looks(shown, "status")) == shown["ags"].tolist()
