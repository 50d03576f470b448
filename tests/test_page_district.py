"""The page "Kreis": from any municipality to the dossier, and the dossier of the real tables."""

import re
from functools import partial

import curated
import page_driver
import pytest
from markup import texts
from page_driver import given, moved_to, searched, seen, sound, take, warnings
from page_driver import html as words

opened = partial(page_driver.opened, "kreis")


@pytest.fixture(scope="module")
def known():
    return curated.tables()


def headline(page):
    (told,) = texts(seen(page), "h1.headline")
    return told


def test_without_a_district_all_54_are_listed_and_lead_to_their_dossiers(known):
    page = opened(tag="2015-09-24")
    assert headline(page) == "Welcher Kreis, welche Stadt?"
    linked = [re.search(r"\bkreis=(\d+)$", link["href"])[1]
              for link in seen(page).select("a[href^='kreis?']")]  # fmt: skip
    assert sorted(linked) == sorted(known.districts["ags"])
    assert words(page).count("Regierungsbezirk") == 5
    (field,) = given(page, "place_field")
    assert (field["ags"], field["name"], field["answer"]) == ("", "", None)


def test_a_municipality_leads_to_the_dossier_of_its_district():
    page = opened(tag="2015-09-24")
    (ags, name, _), *_ = searched(page, "Rheine")["hits"]
    page = take(page, ags)
    assert name == "Rheine" and page.query_params["kreis"] == "05566"
    assert headline(page) == (
        "Der Kreis Steinfurt hat am 24.09.2015 kein genehmigtes KIZ: abgelehnt vom Kreistag, "
        "15.12.2014."
    )


def test_the_rhein_sieg_kreis_tells_its_way_from_the_motion_to_the_start():
    html = words(opened(tag="2026-11-21", kreis="05382"))
    assert (
        "2 Anträge (02.10.2012, 05.12.2013) → Beschluss (20.03.2014) → "
        "Genehmigung (zwischen 09.12.2013 und 25.04.2014) → Start (November 2014)"
    ) in html
    for told in (
        "39 kamen sicher früher, 9 könnten",
        "670 bis 807",
        "760 bis 789",
        "19 Städte und",
    ):
        assert told in html
    assert "Beim eigenen Beschluss (20.03.2014) hatten 3 bis 6 der 6 Nachbarn" in html


def test_every_event_stands_in_picture_and_history_once(known):
    page = seen(opened(kreis="05154"))
    for id in known.events.loc[known.events["ags"].eq("05154"), "id"]:
        assert len(page.select(f'.timeline li > a[href="#{id}"]')) == 1
        assert len(page.select(f'li[class][id="{id}"]')) == 1


def test_acts_and_voices_are_told_apart():
    page = seen(opened(kreis="05154"))
    kinds = {}
    for title in ("Alle Ereignisse mit Quellen: Kreistag oder Rat, Verwaltung und Ministerium",
                  "Alle Ereignisse mit Quellen: Gemeinden, Kirchen und andere"):  # fmt: skip
        (heading,) = page.find_all("h2", string=title)
        listed = heading.find_next("ol").select("li[id]")
        kinds[title] = {item["id"]: item["class"] for item in listed}
    acts, voices = kinds.values()
    assert acts["05154-rejection-1"] == ["own"] and voices["05154-motion-2"] == ["voice"]
    assert {*map(tuple, acts.values())} == {("own",)}
    assert {*map(tuple, voices.values())} == {("voice",)}


def test_no_two_parts_of_the_page_have_the_same_heading():
    page = seen(opened(kreis="05154"))
    parts = [heading.text for heading in page.find_all("h2")]
    assert len(parts) == len(set(parts))
    assert not set(parts) & {heading.text for heading in page.select(".timeline h3, .timeline h4")}


def test_the_neighbours_of_kleve_are_borken_wesel_and_viersen():
    page = seen(opened(kreis="05154"))
    listed = texts(page, "ul.neighbours a")
    assert listed == ["Kreis Wesel", "Kreis Borken", "Kreis Viersen"]


def near(page):
    """The one map of the page, and what it is painted with."""
    (drawn,) = seen(page).select("svg.map")
    ((panel,),) = [told["panels"] for told in given(page, "chosen") if "panels" in told]
    return drawn, panel


def test_one_map_shows_the_district_and_its_neighbours():
    drawn, panel = near(opened(tag="2015-09-24", kreis="05154"))
    assert drawn["aria-label"] == panel["title"]
    assert "Kreis Kleve und 3 Nachbarn" in panel["title"] and "24.09.2015" in panel["title"]
    areas = drawn.select("[data-ags]")
    assert len(areas) == len(panel["codes"]) == len(panel["labels"]) == 4
    assert [area["data-ags"] for area in areas if area["aria-pressed"] == "true"] == ["05154"]
    assert {area["role"] for area in areas} == {"button"}


def test_the_map_of_the_neighbours_is_painted_anew_and_drawn_anew_for_another_district():
    page = opened(tag="2015-09-24", kreis="05154")
    before = given(page, "stage")
    moved_to(page, "2018-12-31")
    assert given(page, "stage") == before
    drawn, panel = near(page)
    assert "31.12.2018" in panel["title"] and "24.09.2015" in drawn["aria-label"]
    page.query_params["kreis"] = "05566"
    drawn, panel = near(sound(page.run()))
    assert "Kreis Steinfurt" in panel["title"]
    assert len(drawn.select("[data-ags]")) == len(panel["codes"])


@pytest.mark.parametrize(
    ("ags", "definition", "language"),
    [("05334002", "granted", "en"), ("05111", "open", "de"), ("05754", "decided", "en")],
)
def test_a_dossier_can_be_told_under_every_definition(ags, definition, language):
    page = opened(tag="2013-06-12", definition=definition, kreis=ags, lang=language)
    assert warnings(page) == []
    assert seen(page).select_one(".timeline")


def test_a_bad_key_is_named_and_the_54_are_offered():
    page = opened(kreis="05999")
    assert "05999" in warnings(page)[0]
    assert headline(page) == "Welcher Kreis, welche Stadt?"


def test_what_is_chosen_is_for_the_markup_that_it_comes_with():
    page = opened(tag="2015-09-24", kreis="05154")

    def places(name):
        return [told["key"] for told in given(page, name)]

    clock, maps = before = places("stage")
    assert places("chosen") == before and len(set(before)) == 2
    moved_to(page, "2015-09-23")
    assert places("stage") == places("chosen") == before
    page.query_params["kreis"] = "05170"
    sound(page.run())
    assert places("stage") == places("chosen")
    assert places("stage")[0] == clock and places("stage")[1] != maps
