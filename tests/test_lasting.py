"""How long a KIZ is known to have lasted is what a text shows, and no more."""

from datetime import date, timedelta

import pandas as pd
import pytest
from event_builders import an_event, frame
from hypothesis import given, settings
from hypothesis import strategies as st

from adoption import lasting
from adoption.dates import span
from adoption.vocabulary import DEFINITIONS
from components.base.choice import Choice
from components.base.wording import LANGUAGES, Wording
from components.facts.lasting import Lasting
from components.words import holdouts as holdouts_words
from components.words import lasting as words_on

GERMAN = Wording("de")
NOW = date(2026, 11, 28)


def dated(*rows):
    """Rows with what every table with dates has."""
    spans = pd.DataFrame([span(row["date"]) for row in rows], columns=["first_day", "last_day"])
    return pd.DataFrame(list(rows)).join(spans.astype("datetime64[s]"))


def a_confirmation(number, date, ags="05001"):
    return {"id": f"{ags}-confirmation-{number}", "ags": ags, "date": date}


def shown(confirmations, *events):
    """The dates of those that count."""
    return list(lasting.confirmed(dated(*confirmations), frame(*events))["date"])


def test_the_latest_confirmation_begins_latest_then_ends_latest():
    rows = [a_confirmation(1, "2024"), a_confirmation(2, "2022/2026"), a_confirmation(3, "2024-01")]
    assert shown(rows) == ["2024"]


def test_each_district_has_its_own():
    rows = [a_confirmation(1, "2019"), a_confirmation(1, "2018", "05002")]
    assert shown(rows) == ["2019", "2018"]


@pytest.mark.parametrize("event", ["decision", "approval", "grant", "opening", "closure"])
def test_what_was_shown_before_a_kiz_began_or_ended_says_nothing_of_it(event):
    assert shown([a_confirmation(1, "2018-06-07")], an_event(event=event, date="2018-09")) == []
    assert shown([a_confirmation(1, "2018-06-07")], an_event(event=event, date="2018-06-07"))


def test_later_talk_takes_no_confirmation_away():
    assert shown([a_confirmation(1, "2018-06-07")], an_event(event="debate", date="2019"))


def test_what_nothing_bounds_from_below_shows_no_day():
    assert shown([a_confirmation(1, "../2026-01-01")]) == []


def a_total(date, count=54, definition="approved", counted_by="other"):
    return {"date": date, "count": count, "definition": definition, "counted_by": counted_by}


def test_the_latest_total_that_counts_a_kiz_in_all_is_told():
    rows = [a_total("2018"), a_total("2025-08"), a_total("2025-09", 53)]
    assert lasting.complete_total(dated(*rows), 54)["date"] == "2025-08"
    assert lasting.complete_total(dated(a_total("2025", definition="")), 54) is None
    assert lasting.complete_total(dated(a_total("2025", 53)), 54) is None


def test_of_two_totals_of_a_day_the_ministrys_own_goes_first():
    own, other = a_total("2025", counted_by="ministry"), a_total("2025")
    for rows in ([own, other], [other, own]):
        assert lasting.complete_total(dated(*rows), 54)["counted_by"] == "ministry"


def test_a_total_confirms_what_it_counts_and_what_is_wider_alone():
    assert [name for name in DEFINITIONS if lasting.confirms("approved", name)] == [
        "decided",
        "approved",
    ]
    assert not lasting.confirms("open", "granted")


def reached(*days):
    return pd.DataFrame(list(days), columns=["earliest", "latest"])


def test_all_have_one_since_the_last_of_them_got_it():
    early, late = (date(2012, 9, 1), date(2013, 1, 31)), (date(2018, 9, 1), date(2018, 9, 30))
    assert lasting.all_since(reached(early, late)) == "2018-09"
    assert lasting.all_since(reached(early, (date(2018, 9, 1), None))) == ""


def test_the_evidence_ends_where_the_latest_row_of_any_table_begins():
    month, period = dated({"date": "2025-08"}), dated({"date": "2025-09-01/2026-11-24"})
    assert lasting.end_of_evidence(month) == (date(2025, 8, 1), "2025-08")
    ends = lasting.end_of_evidence(month, period)
    assert ends == (date(2025, 9, 1), "2025-09-01/2026-11-24")
    assert ends.until == "2025-09-01"
    assert lasting.end_of_evidence(month.head(0)) is None


@settings(deadline=None, max_examples=30)
@given(st.lists(st.dates(date(2012, 2, 8), NOW), min_size=1))
def test_no_row_begins_after_the_end_of_the_evidence(days):
    rows = [{"date": day.isoformat()} for day in days]
    assert lasting.end_of_evidence(dated(*rows)).day == max(days)


def known(since="2018-09", closed=(), total=None, fits=True, definition="approved"):
    row = total and pd.Series({"publisher": "Verein"} | total)
    return Lasting(definition, date(2018, 9, 30), since, list(closed), row, fits, of=54)


MINISTRY = a_total("2025-08", counted_by="ministry")


def test_it_is_told_since_when_all_have_one_that_no_closure_is_known_and_who_counted_last():
    told = known(total=MINISTRY)
    assert words_on.since(told, GERMAN) == (
        "Seit September 2018 haben alle 54 Kreise und kreisfreien Städte ein KIZ."
    )
    assert words_on.closures(told, GERMAN) == "Eine Schließung ist nicht bekannt."
    assert words_on.counted(told, NOW, GERMAN) == (
        "Zuletzt für alle bestätigt: August 2025 (Ministerium), vor gut einem Jahr."
    )


@pytest.mark.parametrize("since", ["2018-09", "2018-09-06", "2017-10-10/2018-09-06"])
def test_since_when_is_told_as_the_month_in_which_all_have_one_for_certain(since):
    told = words_on.since(known(since=since, definition="open"), GERMAN)
    assert told == (
        "Seit September 2018 haben alle 54 Kreise und kreisfreien Städte ein KIZ in Betrieb."
    )


def test_where_not_all_have_one_it_does_not_say_so():
    assert words_on.since(known(since=""), GERMAN) == ""


def test_after_the_last_evidence_it_is_told_how_far_that_reaches():
    ends = lasting.Evidence(date(2025, 8, 1), "2025-08")
    assert words_on.reach(ends, date(2025, 8, 1), GERMAN) == []
    assert words_on.reach(ends, NOW, GERMAN) == ["Die Belege reichen bis August 2025."]


def test_a_closure_is_named():
    assert words_on.closures(known(closed=["Goch", "Kleve"]), GERMAN) == (
        "Bekannte Schließungen: Goch, Kleve."
    )


def test_what_is_known_up_to_a_longer_period_is_known_up_to_its_first_day():
    ends = lasting.Evidence(date(2025, 9, 1), "2025-09-01/2026-11-24")
    standings = pd.DataFrame({"group": ["with"], "status": ["open"], "short_name": ["Kleve"]})
    told = holdouts_words.headline(standings, Choice(NOW), GERMAN, ends).sentence
    assert told.startswith("Nach den Belegen bis 01.09.2025 ")
    assert words_on.reach(ends, NOW, GERMAN) == ["Die Belege reichen bis 01.09.2025."]


def test_of_who_has_none_on_the_day_no_confirmation_is_told():
    confirmed = pd.DataFrame({"ags": ["05001", "05002", "05003"], "date": ["2020"] * 3})
    groups = {"ags": ["05001", "05002", "05003"], "group": ["with", "undetermined", "without"]}
    assert [*lasting.of_holders(confirmed, pd.DataFrame(groups)).index] == ["05001", "05002"]


def test_a_total_of_another_definition_says_what_it_counted():
    told = words_on.counted(known(total=MINISTRY, fits=False, definition="granted"), None, GERMAN)
    assert told == "Zuletzt für alle als „genehmigt“ bestätigt: August 2025 (Ministerium)."


def test_what_is_taken_along_has_no_age_and_begins_with_the_last_change():
    told = known(total=a_total("2025-08"))
    assert words_on.told(told, date(2018, 9, 29), GERMAN) == []
    assert words_on.told(told, date(2018, 9, 30), GERMAN) == [
        "Eine Schließung ist nicht bekannt.",
        "Zuletzt für alle bestätigt: August 2025 (Verein).",
    ]
    assert words_on.told(known(), NOW, GERMAN) == ["Eine Schließung ist nicht bekannt."]


@pytest.mark.parametrize(
    ("edtf", "age"),
    [
        ("2026-11-01", "vor weniger als einem Monat"),
        ("2026-10-28", "vor einem Monat"),
        ("2026-02-01", "vor 9 Monaten"),
        ("2025-11-28", "vor einem Jahr"),
        ("2025-10-23", "vor gut einem Jahr"),
        ("2025-01-15", "vor fast 2 Jahren"),
        ("2025-08", "vor gut einem Jahr"),
        ("2019", "vor gut 7 Jahren"),
        ("2022-06-29/2026-11-24", "vor höchstens 5 Jahren"),
        ("2022-11-28/2026-11-24", "vor höchstens 4 Jahren"),
        ("2018-06-01/2018-06-20", "vor gut 8 Jahren"),
    ],
)
def test_an_age_is_told_in_words(edtf, age):
    assert words_on.age(edtf, NOW, GERMAN) == age
    told = words_on.confirmed(pd.Series({"date": edtf}), NOW, GERMAN)
    assert told == f"Zuletzt bestätigt: {GERMAN.date(edtf)} ({age})"


@pytest.mark.parametrize("language", LANGUAGES)
@settings(deadline=None)
@given(st.dates(date(2012, 2, 8), NOW), st.integers(0, 5000))
def test_an_older_date_is_never_told_as_a_younger_one(language, day, days):
    words = Wording(language)

    def months(text):
        number = next((int(word) for word in text.split() if word.isdigit()), 1)
        years = "Jahr" in text or "year" in text
        return number * 12 if years else number if "onat" in text or "month" in text else 0

    ages = [words_on.age(one.isoformat(), NOW, words) for one in (day, day - timedelta(days))]
    assert months(ages[0]) <= months(ages[1]) or ages[1].startswith(("vor weniger", "less"))
