"""The real tables on the page of the sources: nothing is left out."""

import curated
import pytest

from adoption import reconcile, series
from components.base.links import LiveLinks
from components.base.wording import Wording
from components.facts import evidence
from components.html import evidence as evidence_html


@pytest.fixture(scope="module")
def known():
    return curated.tables()


@pytest.fixture(scope="module")
def questions(known):
    verdicts = reconcile.reconcile(known.totals, series.episodes(known.events, known.districts))
    return evidence.open_questions(vars(known), verdicts)


def test_something_rests_on_every_source_and_every_row_rests_on_one(known):
    cited = evidence.citations(vars(known))
    assert set(cited["source_id"]) == set(known.sources["id"])
    for name in evidence.CITING:
        assert set(cited.loc[cited["table"] == name, "row"]) == set(getattr(known, name).index)


def test_every_event_of_low_confidence_and_every_derived_one_is_an_open_question_once(
    known, questions
):
    events = known.events
    doubtful = events[events["confidence"].eq("low") | events["basis"].eq("derived")]
    asked = questions.loc[questions["id"].isin(events["id"]), "id"]
    assert asked.is_unique and set(doubtful["id"]) <= set(asked)


def test_the_way_of_four_districts_is_named_by_no_source_itself(known, questions):
    unnamed = questions.loc[questions["group"] == "unnamed", "id"]
    names = known.districts.set_index("ags").loc[unnamed, "short_name"]
    assert set(names) == {"Essen", "Münster", "Hamm", "Rheinisch-Bergischer Kreis"}
    rows = evidence.knowledge(known.districts, known.events, known.confirmations, questions)
    assert rows["sources"].min() > 0  # later texts show every KIZ at work


def test_a_seat_or_site_that_is_unknown_is_an_open_question(known, questions):
    asked = questions.loc[questions["group"] == "centre", "id"]
    centres = known.centres.set_index("ags")
    assert len(asked) == 14
    assert centres.loc[asked, ["seat", "website"]].eq("").any(axis=1).all()
    assert centres.drop(asked)[["seat", "website"]].ne("").all(axis=None)


def test_the_approvals_of_five_well_known_districts_have_the_precision_of_their_source(
    known, questions
):
    rows = evidence.knowledge(known.districts, known.events, known.confirmations, questions)
    best = rows.set_index("ags")["approval"]
    # Steinfurt 4 April 2016; Solingen December 2012; Oberhausen 2013; Mülheim by 21 February 2013.
    expected = {"05566": "day", "05122": "month", "05119": "year", "05117": "interval"}
    assert best[[*expected, "05113"]].tolist() == [*expected.values(), "derived"]


@pytest.mark.parametrize("language", ["de", "en"])
def test_the_table_of_the_sources_has_a_row_each_and_stays_light(known, language):
    words = Wording(language)
    html = str(evidence_html.sources(known, LiveLinks({"lang": language}), words))
    assert html.count(' scope="row"') == len(known.sources)
    assert len(html.encode()) < 780 * len(known.sources)
