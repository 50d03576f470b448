"""Links lead within the live site there, and within an edition here; where none can, none is."""

from datetime import date

import pytest
from curated import atlas

from components.base.choice import Choice
from components.base.links import LiveLinks
from components.base.wording import LANGUAGES, Wording
from edition.build import PARTS, plan
from edition.links import PageLinks
from edition.model import Page

DAY, EVENT = date(2015, 9, 24), "05154-rejection-1"
LIVE = LiveLinks(Choice(DAY, "open", "05566").address())
SITE = "https://atlas.example.org/nrw"


def local(language="de", site="", name="kreise/05566.html"):
    """The links of a page of an edition that has pages of two districts."""
    edition, _ = plan(atlas(), Choice(DAY), ("05154", "05566"), site, tuple(PARTS))
    return PageLinks(Page(edition, Wording(language), name))


def test_dossier_map_and_table_keep_the_whole_choice():
    kept = "tag=2015-09-24&definition=open&kreis={}&farbe=has&lang=de"
    assert LIVE.district("05154") == "kreis?" + kept.format("05154")
    assert LIVE.table() == "./?" + kept.format("05566") + "#tabelle"
    assert LIVE.day(date(2013, 6, 12), "approved") == (
        "./?tag=2013-06-12&definition=approved&kreis=05566&farbe=has&lang=de"
    )
    assert "tag=2013-06-12&definition=open" in LIVE.day(date(2013, 6, 12))


def test_what_a_history_leads_to_stays_the_same_when_the_day_moves():
    assert LIVE.history("05154") == "./?kreis=05154&lang=de"
    assert LIVE.history("05154", EVENT) == f"./?kreis=05154&lang=de#{EVENT}"
    assert LIVE.report("05154", EVENT) == (
        f"quellen?lang=de&kreis=05154&ereignis={EVENT}#korrektur"
    )
    assert LIVE.total("2013-05-05-3-1") == "abgleich?lang=de#2013-05-05-3-1"


@pytest.mark.parametrize("language", LANGUAGES)
def test_in_an_edition_a_district_and_the_table_are_files(language):
    links = local(language)
    assert links.district("05154") == "05154.html"
    assert links.district("05512") == ""
    assert links.table() == "../index.html#tabelle"


def test_an_edition_that_does_not_know_the_atlas_leads_nowhere_else():
    links = local()
    ways = [links.history("05154", EVENT), links.day(DAY), links.total("x")]
    assert [*ways, links.report("05154", EVENT)] == [""] * 4


def test_an_edition_that_knows_the_atlas_leads_to_the_same_there():
    links = local("en", SITE)
    assert links.report("05154", EVENT) == (
        f"{SITE}/quellen?lang=en&kreis=05154&ereignis={EVENT}#korrektur"
    )
    assert links.history("05154", EVENT) == f"{SITE}/?kreis=05154&lang=en#{EVENT}"
    assert links.total("x") == f"{SITE}/abgleich?lang=en#x"
    assert links.day(date(2013, 6, 12)).startswith(f"{SITE}/?tag=2013-06-12&definition=approved")
