"""Sentences, dates and numbers read as a newspaper in that language would print them."""

from datetime import date, timedelta

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from adoption.dates import TALK_FLOOR as LAW
from components.base.wording import Wording

DE, EN = Wording("de"), Wording("en")


ALONE = [
    ("2012-09-13", "13.09.2012", "13 September 2012"),
    ("2012-09-13/2012-09-13", "13.09.2012", "13 September 2012"),
    ("2015-03", "März 2015", "March 2015"),
    ("2015-03-01/2015-03-31", "März 2015", "March 2015"),
    ("2013", "2013", "2013"),
    ("2013-01/2013-12-31", "2013", "2013"),
    ("../2013-01-28", "spätestens 28.01.2013", "by 28 January 2013"),
    ("../2013-05", "spätestens Ende Mai 2013", "by the end of May 2013"),
    ("../2015", "spätestens Ende 2015", "by the end of 2015"),
    ("2012/2012-09", "spätestens Ende September 2012", "by the end of September 2012"),
    ("2012-02-08/2013", "spätestens Ende 2013", "by the end of 2013"),
    (
        "2011-10/2011-11-02",
        "zwischen Anfang Oktober und 02.11.2011",
        "between the beginning of October and 2 November 2011",
    ),
    ("2012-09/2012-09-13", "September 2012, spätestens 13.09.", "September 2012, by 13 September"),
    (
        "2015-11-03/2015-11",
        "November 2015, frühestens 03.11.",
        "November 2015, not before 3 November",
    ),
    ("2012-06-25/2012", "2012, frühestens 25.06.", "2012, not before 25 June"),
    ("2013-08-01/2013", "2013, frühestens August", "2013, not before August"),
    ("2013/2013-07", "2013, spätestens Ende Juli", "2013, by the end of July"),
    ("2015-01/2015-03-19", "2015, spätestens 19.03.", "2015, by 19 March"),
    (
        "2014-03-20/2014-04-25",
        "zwischen 20.03. und 25.04.2014",
        "between 20 March and 25 April 2014",
    ),
    ("2013-03/2013-05", "zwischen März und Mai 2013", "between March and May 2013"),
    ("2012-09/2012-10", "September oder Oktober 2012", "September or October 2012"),
    ("2012-12/2013-01", "Dezember 2012 oder Januar 2013", "December 2012 or January 2013"),
    ("2013/2014", "2013 oder 2014", "2013 or 2014"),
    ("2022/2024", "zwischen 2022 und 2024", "between 2022 and 2024"),
    (
        "2012-12-19/2014",
        "zwischen 19.12.2012 und Ende 2014",
        "between 19 December 2012 and the end of 2014",
    ),
    (
        "2012-09-13/2013-05",
        "zwischen 13.09.2012 und Ende Mai 2013",
        "between 13 September 2012 and the end of May 2013",
    ),
    (
        "2013/2017-10-05",
        "zwischen Anfang 2013 und 05.10.2017",
        "between the beginning of 2013 and 5 October 2017",
    ),
    (
        "2013-05/2013-12-05",
        "zwischen Anfang Mai und 05.12.2013",
        "between the beginning of May and 5 December 2013",
    ),
]
SINCE = [
    ("2012-09-13", "seit 13.09.2012", "since 13 September 2012"),
    ("2015-03", "seit März 2015", "since March 2015"),
    ("2013", "seit 2013", "since 2013"),
    ("2013/2014", "seit 2013 oder 2014", "since 2013 or 2014"),
    ("../2013", "spätestens seit Ende 2013", "since the end of 2013 at the latest"),
    ("2012/2012-10-29", "spätestens seit 29.10.2012", "since 29 October 2012 at the latest"),
    ("2013-08-01/2013", "seit 2013 (frühestens August)", "since 2013 (not before August)"),
    ("2013/2013-03", "seit 2013 (spätestens Ende März)", "since 2013 (by the end of March)"),
    (
        "2014-03-20/2014-04-25",
        "seit 2014 (zwischen 20.03. und 25.04.)",
        "since 2014 (between 20 March and 25 April)",
    ),
    (
        "2013-10-17/2013-10-23",
        "seit Oktober 2013 (zwischen 17.10. und 23.10.)",
        "since October 2013 (between 17 October and 23 October)",
    ),
    ("2013-03/2013-05", "seit 2013 (zwischen März und Mai)", "since 2013 (between March and May)"),
    (
        "2012-12-19/2014",
        "frühestens seit 19.12.2012, spätestens seit Ende 2014",
        "since some time between 19 December 2012 and the end of 2014",
    ),
    (
        "2013/2017-10-05",
        "frühestens seit 2013, spätestens seit 05.10.2017",
        "since some time between 2013 and 5 October 2017",
    ),
]
#: Every day from before the law on within which a date of the atlas may lie.
DAYS = st.dates(date(2011, 6, 1), date(2027, 12, 31))


@pytest.mark.parametrize(("edtf", "german", "english"), ALONE)
def test_a_date_is_said_as_precisely_as_it_is_known(edtf, german, english):
    assert (DE.date(edtf), EN.date(edtf)) == (german, english)


@pytest.mark.parametrize(("edtf", "german", "english"), SINCE)
def test_from_when_on_cannot_be_read_as_for_one_day(edtf, german, english):
    assert (DE.since(edtf), EN.since(edtf)) == (german, english)


@settings(deadline=None, max_examples=40)
@given(DAYS, DAYS)
def test_different_spans_after_the_law_are_said_differently(one, other):
    first, last = min(one, other), max(one, other)
    wider = last + timedelta(days=1)
    spans = (f"{first}/{last}", f"{first}/{wider}")
    for words in (DE, EN):
        assert len({words.date(edtf) for edtf in spans}) == 2
        assert len({words.since(edtf) for edtf in spans}) == 2


@settings(deadline=None, max_examples=40)
@given(DAYS, DAYS)
def test_no_span_is_said_to_begin_before_the_law_and_end_after_it(one, other):
    first, last = min(one, other), max(one, other)
    if (first, last) == (date(2012, 1, 1), date(2012, 12, 31)) or not first <= LAW < last:
        return
    assert DE.date(f"{first}/{last}").startswith(("spätestens ", "Februar 2012"))


def test_a_day_and_a_month_are_said_in_full():
    day = date(2014, 3, 5)
    assert (DE.day(day), EN.day(day)) == ("05.03.2014", "5 March 2014")
    assert (DE.month(day), EN.month(day)) == ("März 2014", "March 2014")


def test_numbers_have_the_separators_of_the_language():
    assert (DE.number(1234.5), EN.number(1234.5)) == ("1.234,5", "1,234.5")
    assert (DE.percent(0.908), EN.percent(0.908)) == ("90,8\xa0%", "90.8%")


@pytest.mark.parametrize(
    ("share", "said"), [(0, "0"), (0.00001, "0,1"), (0.99999, "99,9"), (1, "100"), (1.0, "100")]
)
def test_nothing_and_all_are_said_only_when_it_is_that(share, said):
    assert DE.percent(share) == f"{said}\xa0%"


@given(st.floats(0, 1, exclude_min=True, exclude_max=True))
def test_a_part_is_never_said_to_be_nothing_or_all(share):
    assert DE.percent(share) not in ("0,0\xa0%", "0\xa0%", "100,0\xa0%", "100\xa0%")


def test_a_sentence_is_filled_with_its_values():
    assert DE("coverage.of", n=5, of=31) == "5 von 31"


@pytest.mark.parametrize(
    ("key", "n", "german", "english"),
    [
        ("search.hits", 3, "3 Treffer", "3 matches"),
        ("search.hits", 1324, "1.324 Treffer", "1,324 matches"),
        ("changes.caption", 0, "0 Änderungen vom", "0 changes from"),
        ("changes.caption", np.int64(1), "1 Änderung vom", "1 change from"),
        ("compared.caption", 1, "1 von 54 unterscheidet sich", "1 of 54 differs"),
        ("compared.caption", 2, "2 von 54 unterscheiden sich", "2 of 54 differ"),
        ("table.hits", 1, "0 von 1 Zeile", "0 of 1 row"),
        ("intro.events", 1, "1 Ereignis", "1 event"),
        ("move.many", 4, "4 Kreise und Städte", "4 districts"),
        ("coverage.of", 1, "1 von 54", "1 of 54"),
    ],
)
def test_a_number_chooses_the_form_of_the_sentence(key, n, german, english):
    blanks = {"of": 54, "law": "…", "first": "…", "last": "…", "hits": 0}
    for words, start in ((DE, german), (EN, english)):
        sentence = words(key, n=n, **blanks)
        assert sentence == start or sentence.startswith(f"{start} ")


@pytest.mark.parametrize("blanks", [{}, {"n": "1"}])
def test_a_sentence_of_two_forms_needs_a_number(blanks):
    with pytest.raises(KeyError, match=r"en\.po: factsheet\.further has two forms; give it"):
        EN("factsheet.further", link="…", **blanks)


def test_a_blank_that_a_script_fills_may_stand_where_the_number_would():
    assert DE("since.of_these", n="{n}") == "davon {n} vielleicht früher"


def test_a_key_without_a_sentence_is_an_error_that_names_the_catalogue():
    with pytest.raises(KeyError, match=r"components/base/locale/de\.po: no sentence for nonsense"):
        DE("nonsense")
