"""The page "Änderungen": what it tells, from which day, and how it is repaired."""

import re
from datetime import date
from functools import partial

import pandas as pd
import pytest
from markup import text, texts
from page_driver import html, seen, sound, turned_to, warnings
from standing_builders import standings

from adoption.changes import CHANGE_COLUMNS
from adoption.vocabulary import GROUPS
from components.base.choice import FIRST_DAY, Choice, read, today
from components.base.wording import Wording
from components.facts import changes as changes_facts
from components.facts.changes import Changes
from components.words import changes as changes_words

FIRST, LAST = date(2014, 4, 25), date(2016, 6, 29)
GERMAN = Wording("de")
opened = partial(turned_to, "aenderungen")
WITH, UNDETERMINED, WITHOUT = ({"group": group} for group in GROUPS)


def told(page):
    """The sentences of the page by their labels."""
    items = [item.find("strong") for item in seen(page).select("li:has(> strong)")]
    return {text(label).removesuffix(":"): text(label.parent).removeprefix(f"{text(label)} ")
            for label in items}  # fmt: skip


def first_names(page):
    """The names in the first column of the table, in its order."""
    return texts(seen(page), "tr > th[scope=row] a")


def a_change(ags="05001", before="unknown", after="approved", had=False, has=True, when="2015"):
    row = (ags, before, after, had, has, when, f"{ags}-approval-1")
    return dict(zip(CHANGE_COLUMNS, row, strict=True))


def sentences(changes, before, after):
    changed = pd.DataFrame(changes, columns=CHANGE_COLUMNS)
    changed = changed.astype({"has_kiz_from": bool, "has_kiz_to": bool})
    return changes_words.sentences(a_record(before, after, changed), GERMAN)


def a_record(before, after, changed=None):
    ends = (standings(*rows) for rows in (before, after))
    return Changes(FIRST, LAST, "approved", *ends, changed)


def headline(before, after):
    return changes_words.headline(a_record(before, after), GERMAN).sentence


@pytest.mark.parametrize(
    ("before", "after", "said"),
    [
        ([WITHOUT] * 2, [WITH] * 2, "stieg die Zahl"),
        ([WITH] * 2, [WITH, WITHOUT], "sank die Zahl"),
        ([WITH, WITHOUT], [WITH, WITHOUT], "blieb die Zahl"),
    ],
)
def test_the_headline_says_whether_the_number_rose_fell_or_stayed(before, after, said):
    sentence = headline(before, after)
    assert said in sentence and "nachweislich" not in sentence


@pytest.mark.parametrize(
    ("before", "after"), [([UNDETERMINED], [WITH]), ([WITHOUT], [UNDETERMINED])]
)
def test_while_one_is_undetermined_the_headline_counts_only_what_is_proved(before, after):
    assert "die nachweislich ein genehmigtes KIZ haben" in headline(before, after)


def test_a_gain_is_told_with_its_date():
    (gain,) = sentences([a_change(when="2015-12")], [WITHOUT], [WITH])
    assert gain == ("+1", "D1 (Dezember 2015).")


def test_a_gain_that_may_be_older_is_told_as_such():
    ((_, text),) = sentences([a_change()], [UNDETERMINED], [WITH])
    assert text.endswith("Bei 1 davon war am ersten Tag ungeklärt, ob es dort schon eines gab.")


def test_a_loss_is_told_apart_from_other_changes():
    change = a_change(before="open", after="closed", had=True, has=False)
    (loss,) = sentences([change], [WITH], [WITHOUT])
    assert loss[0] == "−1"


def test_a_refusal_names_who_refused_and_who_is_still_without():
    change = a_change(after="rejected", has=False, when="2016-02-25")
    end = {**WITHOUT, "status": "rejected", "body": "council", "since": "2016-02-25"}
    refused, without = sentences([change], [WITHOUT], [end])
    assert refused == ("Abgelehnt", "D1 (Rat, 25.02.2016).")
    assert without == ("Weiterhin ohne", "D1 (Abgelehnt, Rat, 25.02.2016).")


def test_who_is_undetermined_at_the_end_is_not_told_as_without():
    labels = [label for label, _ in sentences([], [WITHOUT], [UNDETERMINED])]
    assert labels == ["Nichts geändert", "Am zweiten Tag ungeklärt"]


def test_more_names_than_a_sentence_holds_are_counted():
    changes = [a_change(f"050{number:02}") for number in range(1, 10)]
    (gain,) = sentences(changes, [WITHOUT] * 9, [WITH] * 9)
    assert gain == ("+9", "9 (siehe Tabelle).")


@pytest.mark.parametrize(
    ("day", "before"),
    [
        (date(2016, 6, 29), date(2015, 6, 29)),
        (date(2016, 2, 29), date(2015, 2, 28)),
        (date(2012, 12, 31), FIRST_DAY),
        (FIRST_DAY, FIRST_DAY),
    ],
)
def test_without_a_day_in_the_address_it_is_told_from_one_year_before(day, before):
    assert changes_facts.start(Choice(day)) == before
    assert changes_facts.start(Choice(day, since_day=FIRST)) == FIRST


@pytest.mark.parametrize("value", ["25.04.2014", "2012-02-07", "2999-01-01", ""])
def test_a_bad_first_day_is_named_and_the_rest_holds(value):
    choice, (problem,) = read({"tag": "2016-06-29", "seit": value}, today(), {})
    assert (problem.key, problem.values["value"]) == ("problem.seit", value)
    assert choice == Choice(LAST)


def test_the_first_day_stands_in_the_address_and_is_read_back():
    choice = Choice(LAST, since_day=FIRST)
    assert choice.address()["seit"] == "2014-04-25"
    assert read(choice.address(), today(), {}) == (choice, [])


def test_from_april_2014_to_june_2016_three_came_and_kleve_refused():
    page = opened(tag="2016-06-29", seit="2014-04-25")
    sentences = told(page)
    assert "von 49 auf 52 von 54." in html(page)
    assert sentences["+3"] == "Coesfeld (01.12.2015), Borken (04.03.2016), Steinfurt (04.04.2016)."
    assert sentences["Abgelehnt"] == "Kleve (Ausschuss, 25.02.2016)."
    assert sentences["Weiterhin ohne"].startswith("Kleve (Abgelehnt, Ausschuss, 25.02.2016)")
    assert first_names(page)[:3] == ["Kreis Coesfeld", "Kreis Borken", "Kreis Steinfurt"]


def test_to_the_end_of_2018_five_gains_stand_in_their_order():
    page = opened(tag="2018-12-31", seit="2014-04-25")
    names = re.sub(r" \(.*?\)", "", told(page)["+5"])
    assert names == "Coesfeld, Borken, Steinfurt, Viersen, Kleve."


@pytest.mark.parametrize(
    ("preset", "seit"), [("law", "2012-02-08"), ("election", "2014-05-25"), ("year", None)]
)
def test_a_preset_sets_the_first_day_and_the_address(preset, seit):
    page = opened(tag="2016-06-29", seit="2014-04-25")
    presets = next(one for one in page.get("button_group") if one.key == "preset")
    page = sound(presets.set_value(preset).run())
    assert dict(page.query_params).get("seit") == seit
    assert page.date_input(key="start").value.isoformat() == (seit or "2015-06-29")


def test_any_other_first_day_stands_in_the_address_too():
    page = opened(tag="2016-06-29")
    page = sound(page.date_input(key="start").set_value(date(2015, 9, 24)).run())
    assert page.query_params["seit"] == "2015-09-24"
    assert told(page)["+3"].startswith("Coesfeld")


def test_days_in_the_wrong_order_are_named_and_can_be_swapped():
    page = opened(tag="2014-04-25", seit="2016-06-29")
    (warning,) = warnings(page)
    assert "Der erste Tag (29.06.2016) liegt nach dem zweiten (25.04.2014)" in warning
    assert told(page) == {} and first_names(page) == []
    page = sound(next(b for b in page.button if b.label == "Tage tauschen").click().run())
    assert [page.query_params[name] for name in ("seit", "tag")] == ["2014-04-25", "2016-06-29"]
    assert not page.warning and "+3" in told(page)


def test_where_nothing_changed_the_page_says_so():
    page = opened(tag="2026-01-01", seit="2025-01-01")
    assert "Nichts geändert" in told(page) and first_names(page) == []
