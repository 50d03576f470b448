"""The page "Änderungen": what it tells, from which day, and how it is repaired."""

import re
from datetime import date
from functools import partial

import curated
import pandas as pd
import pytest
from histories import DISTRICTS, definitions, histories, quick, some_days
from hypothesis import given
from markup import parsed, text, texts
from page_driver import choose, fields, html, options, seen, sound, turned_to, warnings
from standing_builders import standings

from adoption.changes import CHANGE_COLUMNS, changes_between
from adoption.status import holders_on
from adoption.vocabulary import DEFINITIONS, GROUPS
from components.base.choice import FIRST_DAY, Choice, read, today
from components.base.wording import Wording
from components.facts import changes as changes_facts
from components.facts import totals
from components.facts.changes import Changes
from components.html import changes as changes_html
from components.words import changes as changes_words

FIRST, LAST = date(2014, 4, 25), date(2016, 6, 29)
GERMAN = Wording("de")
opened = partial(turned_to, "aenderungen")
WITH, UNDETERMINED, WITHOUT = ({"group": group} for group in GROUPS)


def told(page):
    """What the page tells of each kind of change, by the label before it."""
    labels = [label for label in seen(page).select("ul.changes strong")]
    lines = {text(label): label.find_parent("li") for label in labels}
    return {
        label.removesuffix(":"): text(line).removeprefix(f"{label} ")
        for label, line in lines.items()
    }


def first_names(page):
    """The names in the first column of the table, in its order."""
    return texts(seen(page), "tr > th[scope=row] a")


def a_change(ags="05001", before="unknown", after="approved", had=False, has=True, when="2015"):
    row = (ags, before, after, had, has, when, f"{ags}-approval-1")
    return dict(zip(CHANGE_COLUMNS, row, strict=True))


def sentences(changes, before, after):
    changed = pd.DataFrame(changes, columns=CHANGE_COLUMNS)
    changed = changed.astype({"has_kiz_from": bool, "has_kiz_to": bool})
    begun = changed["date"].str.contains("/", regex=False)
    kinds = changes_facts.kinds(changed, standings(*before), begun)
    record = a_record(before, after, changed.assign(kind=kinds))
    return [(line.label, "; ".join(line.names)) for line in changes_words.sentences(record, GERMAN)]


def a_record(before, after, changed=None):
    ends = (standings(*rows) for rows in (before, after))
    return Changes(FIRST, LAST, "approved", *ends, changed, None)


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
    assert gain == ("Hinzugekommen", "D1 (Dezember 2015)")


def test_a_gain_that_may_be_older_is_told_by_when_at_the_latest():
    (line,) = sentences([a_change(when="2013/2014-06-27")], [UNDETERMINED], [WITH])
    assert line[0].startswith("Vielleicht schon vorher, jetzt sicher")
    assert line[1] == "D1 (spätestens 27.06.2014)"


def test_a_status_of_a_date_that_became_certain_is_told_as_such():
    change = a_change(after="open", had=True, when="2013-05/2014-06-27")
    (line,) = sentences([change], [WITH], [WITH])
    assert line[0].startswith("Neuer Status, vielleicht schon vorher")
    assert line[1] == "D1 (In Betrieb, spätestens 27.06.2014)"


def test_a_loss_is_told_apart_from_other_changes():
    change = a_change(before="open", after="closed", had=True, has=False)
    (loss,) = sentences([change], [WITH], [WITHOUT])
    assert loss == ("Weggefallen", "D1 (2015)")


def test_a_refusal_names_who_refused_and_who_is_still_without():
    change = a_change(after="rejected", has=False, when="2016-02-25")
    end = {**WITHOUT, "status": "rejected", "body": "council", "since": "2016-02-25"}
    refused, without = sentences([change], [WITHOUT], [end])
    assert refused == ("Neuer Status: Abgelehnt", "D1 (Rat, 25.02.2016)")
    assert without == ("Weiterhin ohne", "D1 (Abgelehnt, Rat, 25.02.2016)")


def test_who_is_undetermined_at_the_end_is_not_told_as_without():
    labels = [label for label, _ in sentences([], [WITHOUT], [UNDETERMINED])]
    assert labels == ["Nichts geändert", "Am zweiten Tag ungeklärt"]


def test_more_names_than_a_sentence_holds_are_counted_and_can_be_opened():
    changes = [a_change(f"050{number:02}") for number in range(1, 10)]
    record = a_record([WITHOUT] * 9, [WITH] * 9, pd.DataFrame(changes).assign(kind="gained"))
    (line,) = parsed(str(changes_html.listing(record, GERMAN))).select("ul.changes > li")
    assert text(line.select_one("details > summary")) == "Hinzugekommen: 9"
    assert text(line.select_one("details > p")).count("(2015)") == 9


@quick(30)
@given(histories(), some_days, definitions)
def test_every_change_is_of_one_kind_and_the_kinds_add_up_to_the_difference(events, days, count):
    first, *_, last = sorted(days)
    ends = [DISTRICTS.merge(holders_on(events, DISTRICTS, day, count), on="ags") for day in
            (first, last)]  # fmt: skip
    changed = changes_between(events, DISTRICTS, first, last, count)
    begun = changed["event_id"].map(events.set_index("id")["first_day"]).le(pd.Timestamp(first))
    kinds = changes_facts.kinds(changed, ends[0], begun)
    before, after = (int(end["group"].eq("with").sum()) for end in ends)
    assert len(kinds) == len(changed) and set(kinds) <= set(changes_facts.KINDS)
    assert after - before == sum(kinds.count(one) for one in ("gained", "proved")) - kinds.count(
        "lost"
    )


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
    came = "Coesfeld (01.12.2015), Borken (04.03.2016), Steinfurt (04.04.2016)"
    assert sentences["Hinzugekommen"] == came
    assert sentences["Neuer Status: Abgelehnt"] == "Kleve (Ausschuss, 25.02.2016)"
    assert sentences["Weiterhin ohne"].startswith("Kleve (Abgelehnt, Ausschuss, 25.02.2016)")
    assert first_names(page)[:3] == ["Kreis Coesfeld", "Kreis Borken", "Kreis Steinfurt"]


def test_to_the_end_of_2018_five_gains_stand_in_their_order():
    page = opened(tag="2018-12-31", seit="2014-04-25")
    names = re.sub(r" \(.*?\)", "", told(page)["Hinzugekommen"])
    assert names == "Coesfeld, Borken, Steinfurt, Viersen, Kleve"


def kept(page):
    """What happened without a change of status, a line each."""
    return [text(item) for item in seen(page).select("ol.kept > li")]


def test_what_kept_the_status_is_told_apart_with_its_source():
    page = opened(tag="2015-09-24", seit="2014-09-24")
    for begin in (
        "15.12.2014 Kreis Steinfurt : Ablehnung, Kreistag. Der Status bleibt: Abgelehnt.",
        "24.08.2015 Kreis Borken : Beratung, Ausschuss. Der Status bleibt: In Beratung.",
    ):
        assert [line for line in kept(page) if line.startswith(begin)]
    sources = [item.select(".small")[1] for item in seen(page).select("ol.kept > li")]
    assert sources and all(text(source) for source in sources)
    assert not [line for line in kept(page) if "Gemeinde" in line]


def test_a_date_that_became_certain_reads_as_what_it_is():
    sentences = told(opened(tag="2015-09-24", seit="2014-09-24"))
    (label,) = [label for label in sentences if "vielleicht schon vorher" in label]
    assert "Euskirchen (In Betrieb, spätestens " in sentences[label]
    assert not any("Euskirchen" in line for name, line in sentences.items() if name != label)


def test_where_nothing_of_that_happened_the_page_says_so():
    page = opened(tag="2026-01-01", seit="2025-01-01")
    assert "Für diese Tage ist sonst nichts belegt" in html(page)


def test_no_list_is_promised_that_is_not_there():
    page = opened(tag="2015-09-24", seit="2012-02-08")
    assert "siehe Tabelle" not in html(page)
    gained = next(line for label, line in told(page).items() if label == "Hinzugekommen")
    assert gained.count("(") == 49 == int(gained.split()[0])


@pytest.mark.parametrize(
    ("preset", "seit"),
    [
        ("seit dem Gesetz 2012", "2012-02-08"),
        ("seit der Kommunalwahl 2014", "2014-05-25"),
        ("ein Jahr bis zu diesem Tag", "2015-06-29"),
    ],
)
def test_a_preset_sets_the_first_day_and_the_address(preset, seit):
    page = opened(tag="2016-06-29", seit="2014-04-25")
    page = choose(page, "preset", options(page, "preset")[preset])
    assert dict(page.query_params).get("seit") == seit
    assert fields(page)["two_since_day"]["value"] == seit


def test_two_counts_of_the_ministry_set_both_days():
    page = opened(tag="2016-06-29")
    counts = totals.counts(curated.tables().totals, "approved")
    (first, one), (last, other) = counts[1:3]
    between = f"{one} → {other} ({GERMAN.day(first)} bis {GERMAN.day(last)})"
    page = choose(page, "preset_counts", options(page, "preset_counts")[between])
    days = [page.query_params[name] for name in ("seit", "tag")]
    assert days == [first.isoformat(), last.isoformat()]


def test_the_counts_of_the_ministry_follow_one_another():
    found = {name: totals.counts(curated.tables().totals, name) for name in DEFINITIONS}
    for counts in found.values():
        assert counts == sorted(counts) and len({n for _, n in counts}) == len(counts)
    assert {16, 29, 49} <= {n for _, n in found["approved"]}


def test_any_other_first_day_stands_in_the_address_too():
    page = opened(tag="2016-06-29")
    page = choose(page, "two_since_day", "2015-09-24")
    assert page.query_params["seit"] == "2015-09-24"
    assert told(page)["Hinzugekommen"].startswith("Coesfeld")


def test_days_in_the_wrong_order_are_named_and_can_be_swapped():
    page = opened(tag="2014-04-25", seit="2016-06-29")
    (warning,) = warnings(page)
    assert "Der erste Tag (29.06.2016) liegt nach dem zweiten (25.04.2014)" in warning
    assert told(page) == {} and first_names(page) == []
    page = sound(next(b for b in page.button if b.label == "Tage tauschen").click().run())
    assert [page.query_params[name] for name in ("seit", "tag")] == ["2014-04-25", "2016-06-29"]
    assert not warnings(page) and "Hinzugekommen" in told(page)


def test_where_nothing_changed_the_page_says_so():
    page = opened(tag="2026-01-01", seit="2025-01-01")
    assert "Nichts geändert" in told(page) and first_names(page) == []
