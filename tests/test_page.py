"""The page as a visitor drives it, without a browser: one state in all controls and the address."""

import functools
import gc
import json
from datetime import date, datetime, timedelta
from functools import partial

import curated
import hostile
import page_driver
import pytest
from markup import texts
from page_driver import chosen, given, links, moved_to, searched, seen, sound, take, tell, warnings
from page_driver import html as words

from components.base import places
from components.base import sound as sound_atlas
from components.base.choice import COLOURINGS, today
from components.base.wording import LANGUAGES, Wording
from components.page import cache
from components.page import stage as stage_component
from components.page.nav import PAGES, ROW
from data import clock
from data.problems import DataError

opened = partial(page_driver.opened, "karte")


def address(page):
    return dict(page.query_params)


def stage(page):
    """The markup of map and time, which is sent once."""
    (told,) = given(page, "stage")
    return told["markup"]


def day_of_the_control(page):
    """What the markup has in the field of the day and says of the axis."""
    field, axis = seen(page).select(".clock .day input, .clock .axis input")
    assert field["value"] == axis["aria-valuetext"]
    return field["value"]


def outlined(page):
    """The keys of the areas that are pressed; the strong outline is theirs."""
    pressed = seen(page).select('.map [data-ags][aria-pressed="true"]')
    outline = seen(page).select_one(".map .outline")["d"]
    assert outline == "".join(area["d"] for area in pressed)
    return [area["data-ags"] for area in pressed]


def test_the_page_opens_on_today():
    page = opened()
    assert (
        chosen(page)["day"] == seen(page).select_one(".clock")["data-stop"] == today().isoformat()
    )
    assert day_of_the_control(page) == f"{today():%d.%m.%Y}"
    # Nobody has checked today: it is told since when, and how long that is known to have lasted.
    (headline,) = texts(seen(page), "h1")
    assert "eit " in headline and "haben alle 54 Kreise" in headline
    assert f"{today():%d.%m.%Y}" not in headline
    (lasting,) = texts(seen(page), ".detail .lasting:not([hidden])")
    assert lasting.startswith("Eine Schließung ist nicht bekannt. Zuletzt für alle bestätigt: ")
    assert seen(page).select_one(".lasting a")["href"].startswith("http")
    assert warnings(page) == [] and address(page) == {}


def test_map_and_table_are_there():
    page = opened()
    assert len(seen(page).select(".map [data-ags]")) == 54
    assert "Alle 54 im Überblick" in words(page)


def test_the_address_sets_every_control():
    page = opened(tag="2015-09-24", definition="open", kreis="05154", farbe="status", lang="en")
    told = chosen(page)
    assert (told["day"], told["ags"], told["colouring"]) == ("2015-09-24", "05154", "status")
    assert told["query"] == {"definition": "open", "lang": "en"}
    assert "days-open-en-" in told["days"]
    assert day_of_the_control(page) == "24 September 2015"
    top = links(page)
    assert (top["definition"]["chosen"], top["language"]) == ("open", "en")
    assert given(page, "place_field")[0]["name"] == "Kreis Kleve"
    assert "On 24 September 2015" in words(page) and outlined(page) == ["05154"]
    kleve = seen(page).select_one('[data-ags="05154"]')["aria-label"]
    assert kleve.startswith("Kreis Kleve: ") and "Rejected by the district council" in kleve


def coloured(page):
    """What the map is coloured by: as told, and as the markup has it."""
    (root,) = seen(page).select(".stage")
    (radio,) = root.select('input[name="colouring"][checked]')
    assert chosen(page)["colouring"] == root["data-colouring"] == radio["value"]
    return radio["value"]


@pytest.mark.parametrize(("query", "colouring"), [({}, "since"), ({"tag": "2015-09-24"}, "has")])
def test_where_all_have_one_the_map_says_since_when_and_before_who_has_one(query, colouring):
    assert coloured(opened(**query)) == colouring


@pytest.mark.parametrize("query", [{}, {"tag": "2015-09-24"}], ids=["today", "before"])
@pytest.mark.parametrize("colouring", COLOURINGS)
def test_the_map_is_coloured_as_the_address_says(query, colouring):
    assert coloured(opened(**query, farbe=colouring)) == colouring


WRONG = {
    "tag": ("24.09.2015", "Der Tag „24.09.2015“"),
    "definition": ("viel", "Die Definition „viel“"),
    "kreis": ("5154", "Den Schlüssel „5154“"),
    "lang": ("fr", "Die Sprache „fr“"),
    "farbe": ("bunt", "Die Färbung „bunt“"),
}


def test_wrong_parameters_are_named_until_the_reader_changes_something():
    page = opened(**{parameter: value for parameter, (value, _) in WRONG.items()})
    named = warnings(page)
    for (_, begins), warning in zip(WRONG.values(), named, strict=True):
        assert warning.startswith(begins)
    assert warnings(sound(page.run())) == named
    tell(page, "nav", "changed", {"definition": "open"}, "pages")
    assert warnings(page) == [] and "kreis" not in address(page)


def test_the_links_to_the_pages_are_given_the_query_only_where_the_address_says_less():
    page = opened(lang="en")
    assert links(page, "said")["query"] == f"tag={today()}&definition=approved&farbe=since&lang=en"
    tell(page, "nav", "changed", {"definition": "open"}, "pages")
    first = links(page)
    assert links(page, "said")["query"] == "" and first["links"]["ohne"] == "Without a KIZ"
    assert (first["here"], len(first["links"])) == ("karte", len(ROW))
    moved_to(page, "2015-09-24")
    assert links(page) == first  # so a move of the day sends nothing of them


def test_what_the_address_got_wrong_does_not_go_along_to_other_pages():
    asked = links(opened(tag="gestern", definition="open", farbe="bunt"), "said")["query"]
    assert asked == f"tag={today()}&definition=open&farbe=since&lang=de"


def test_the_control_shows_the_day_on_every_page_that_is_turned_to():
    page = opened(tag="2015-09-24")
    for file in ("ohne", "aenderungen", "verlauf", "karte", "vergleich", "ohne", "mitnehmen"):
        sound(page.switch_page(f"components/page/pages/{file}.py").run())
        assert chosen(page)["day"] == "2015-09-24"
        assert day_of_the_control(page) == "24.09.2015"


def test_the_markup_of_the_map_stays_the_same_while_only_the_day_moves():
    page = opened(tag="2015-09-24", kreis="05154")
    before = given(page, "stage")
    for day in ("2012-02-08", "2014-04-25", "2013-06-12"):
        moved_to(page, day)
        assert chosen(page)["day"] == address(page)["tag"] == day
        assert given(page, "stage") == before


def test_another_language_draws_the_map_anew_for_the_day_of_now():
    page = moved_to(opened(tag="2015-09-24"), "2014-04-25")
    before = stage(page)
    tell(page, "nav", "changed", {"language": "en"}, "pages")
    assert stage(page) != before and day_of_the_control(page) == "25 April 2014"


def test_who_comes_back_to_the_page_finds_the_map_of_the_day_of_then():
    page = moved_to(opened(tag="2015-09-24"), "2014-04-25")
    assert day_of_the_control(page) == "24.09.2015"
    for file in ("ohne", "karte"):
        sound(page.switch_page(f"components/page/pages/{file}.py").run())
    assert day_of_the_control(page) == "25.04.2014"


NAMES = {"05154": "Kreis Kleve"}


@pytest.mark.parametrize(
    ("told", "fields"),
    [
        ({"day": "2014-04-25"}, {"day": date(2014, 4, 25)}),
        (
            {"day": "2014-04-25", "colouring": "since"},
            {"day": date(2014, 4, 25), "colouring": "since"},
        ),
        ({"day": "2014-04-25", "ags": "05154"}, {"day": date(2014, 4, 25), "ags": "05154"}),
        ({"day": "2014-04-25", "ags": ""}, {"day": date(2014, 4, 25), "ags": ""}),
    ],
)
def test_what_the_browser_has_moved_and_nothing_else_is_changed(told, fields):
    assert stage_component.moved(told, date(2015, 9, 24), NAMES) == fields


def test_what_the_browser_says_is_held_to_what_an_address_may_say():
    now = date(2015, 9, 24)
    for day in ("2015-09-25", "2012-02-07", "gestern"):
        told = {"day": day, "colouring": "bunt", "ags": "05999", "language": "fr", "x": "y"}
        moved = stage_component.moved(told, now, NAMES)
        assert moved == {"day": now, "colouring": "has", "ags": ""}


def test_a_message_that_comes_after_the_page_was_turned_changes_nothing(monkeypatch):
    session = {"choice": "of the page that is shown now"}
    monkeypatch.setattr(stage_component.st, "session_state", session)
    stage_component.hear("stage")
    assert session == {"choice": "of the page that is shown now"}


def test_a_municipality_typed_into_the_search_opens_its_district():
    page = opened(tag="2014-04-25")
    answer = searched(page, "Rheine")
    assert answer["hits"][0] == ["05566", "Rheine", "Stadt im Kreis Steinfurt"]
    assert answer["sure"] and answer["count"] == 7 and "kreis" not in address(page)
    take(page, "05566")
    assert given(page, "place_field")[0]["name"] == "Kreis Steinfurt"
    assert "Geschichte: Kreis Steinfurt" in texts(seen(page), "h2")
    assert chosen(page)["ags"] == address(page)["kreis"] == "05566"


def test_what_is_no_place_is_said_with_the_three_nearest_and_changes_nothing():
    page = opened(tag="2014-04-25", kreis="05154")
    answer = searched(page, "Entenhausen")
    assert answer["said"] == "„{value}“ ist nicht bekannt. Am nächsten kommen:"
    assert len(answer["hits"]) == 3 and not answer["sure"]
    assert warnings(page) == [] and address(page) == {"tag": "2014-04-25", "kreis": "05154"}
    assert (chosen(page)["ags"], chosen(page)["day"]) == ("05154", "2014-04-25")


@pytest.mark.parametrize("text", hostile.TEXTS.values(), ids=hostile.TEXTS)
def test_an_address_is_quoted_as_plain_text_and_cut_and_a_search_not_at_all(text):
    page = opened(tag=text)
    (notice,) = seen(page).select(".notice")
    assert f"„{hostile.shown(text)}“" in notice.text
    assert notice.find() is None
    assert text not in json.dumps(searched(page, text), ensure_ascii=False)
    assert not page.warning and not page.markdown


def caches():
    """What every cache of ours that is bound to a function has taken in so far."""
    kept = [one for one in gc.get_objects() if isinstance(one, functools._lru_cache_wrapper)]
    ours = ("adoption.", "components.", "data.", "geo.")
    named = [one for one in kept if str(one.__module__).startswith(ours)]
    assert named
    return {f"{one.__module__}.{one.__qualname__}": one.cache_info().misses for one in named}


def test_a_search_is_kept_in_no_cache():
    page = opened(tag="2014-04-25")
    searched(page, "Entenhausen")
    before, known = caches(), cache.searchable().copy()
    searched(page, "Gotham")
    searched(page, "Bielefeld-Atlantis" * 500)
    assert caches() == before
    assert cache.searchable().equals(known)


def test_a_search_is_forgotten_once_it_is_answered():
    page = opened(tag="2014-04-25")
    searched(page, "Entenhausen")
    assert "Entenhausen" not in str(page.session_state._state.filtered_state)
    sound(page.run())
    assert given(page, "place_field")[0]["answer"] is None


def test_of_a_long_search_only_the_beginning_is_read(monkeypatch):
    read, find = [], places.find
    monkeypatch.setattr(places, "find", lambda text, known: read.append(text) or find("", known))
    page = opened(tag="2014-04-25")
    searched(page, "y" * 5_000)
    assert {len(text) for text in read} == {100}


def test_a_day_that_a_clock_set_back_leaves_in_the_future_becomes_today(monkeypatch):
    page = opened(tag=today().isoformat(), vergleich=today().isoformat(), seit=today().isoformat())
    earlier = today() - timedelta(40)

    class SetBack(datetime):
        @classmethod
        def now(cls, zone=None):
            return cls(earlier.year, earlier.month, earlier.day, 12, tzinfo=zone)

    monkeypatch.setattr(clock, "datetime", SetBack)
    assert today() == earlier
    for file in ("karte", "aenderungen", "vergleich", "verlauf"):
        sound(page.switch_page(f"components/page/pages/{file}.py").run())
        assert (
            chosen(page)["day"]
            == seen(page).select_one(".clock")["data-stop"]
            == earlier.isoformat()
        )
        assert day_of_the_control(page) == f"{earlier:%d.%m.%Y}"
        assert page.session_state["choice"] == page.session_state["choice"].until(earlier)
    warning, *_ = warnings(moved_to(page, (earlier + timedelta(1)).isoformat()))
    assert "gezeigt wird heute" in warning and chosen(page)["day"] == earlier.isoformat()


def test_what_fits_several_places_names_them():
    answer = searched(opened(), "Neuen")
    assert ["05566", "Neuenkirchen", "Gemeinde im Kreis Steinfurt"] in answer["hits"]


def test_letters_of_two_districts_are_offered_and_none_of_them_is_taken():
    answer = searched(opened(), "ac")
    assert answer["hits"] == [
        ["05334", "StädteRegion Aachen", "ohne die Stadt Aachen; Autokennzeichen AC, MON"],
        ["05334002", "Aachen", "kreisfreie Stadt; Autokennzeichen AC, MON"],
    ]
    assert not answer["sure"]


def test_an_empty_field_offers_all_54():
    answer = searched(opened(), " ")
    assert len({ags for ags, *_ in answer["hits"]}) == len(answer["hits"]) == 54
    assert answer["said"] == "Alle 54 Kreise und kreisfreien Städte" and not answer["sure"]


@pytest.mark.parametrize("ags", ["05999", "Kleve", "<b>"])
def test_what_is_no_key_cannot_be_taken(ags):
    page = take(opened(tag="2015-09-24", kreis="05154"), ags)
    assert chosen(page)["ags"] == address(page)["kreis"] == "05154"


def test_the_chosen_district_can_be_given_up():
    page = opened(tag="2015-09-24", kreis="05154")
    assert "Geschichte: Kreis Kleve" in texts(seen(page), "h2")
    take(page, "")
    assert "Geschichte: Kreis Kleve" not in texts(seen(page), "h2")
    assert chosen(page)["ags"] == "" and "kreis" not in address(page)


def test_the_chosen_district_stays_when_the_day_moves():
    page = moved_to(opened(tag="2015-09-24", kreis="05154"), "2014-04-25")
    assert chosen(page)["day"] == "2014-04-25"
    assert "Geschichte: Kreis Kleve" in texts(seen(page), "h2")
    assert chosen(page)["ags"] == address(page)["kreis"] == "05154"


def test_the_definition_changes_the_count():
    page = opened(tag="2015-09-24")
    assert "ein genehmigtes KIZ" in words(page) and "days-approved-de-" in chosen(page)["days"]
    tell(page, "nav", "changed", {"definition": "decided"}, "pages")
    assert "days-decided-de-" in chosen(page)["days"]
    whole = {"tag": "2015-09-24", "definition": "decided", "farbe": "has", "lang": "de"}
    assert address(page) == whole
    assert "ein beschlossenes KIZ" in words(opened(**whole))


def test_the_language_changes_at_once():
    page = opened(tag="2015-09-24")
    tell(page, "nav", "changed", {"language": "en"}, "pages")
    assert "On 24 September 2015" in words(page) and "days-approved-en-" in chosen(page)["days"]
    (row,) = [links for links in given(page, "nav") if "language" in links]
    assert row["language"] == "en"


def test_every_district_can_be_chosen_and_has_its_history():
    for district in curated.tables().districts.head(3).itertuples():
        page = opened(tag="2013-06-12", kreis=district.ags)
        assert chosen(page)["ags"] == district.ags and outlined(page) == [district.ags]
        assert f"Geschichte: {district.name}" in texts(seen(page), "h2")


def test_the_day_shown_the_last_evidence_and_the_last_search_are_told_apart():
    (foot,) = texts(seen(opened(tag="2014-04-25")), "p.foot")
    known, german = curated.atlas(), Wording("de")
    ends, searched = (german.date(date) for date in (known.evidence.date, known.researched))
    dates = f"Letzter Beleg landesweit: {ends}. Zuletzt recherchiert: {searched}. "
    assert foot.startswith(f"Gezeigter Tag: 25.04.2014. {dates}")


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_page_says_once_at_its_top_what_kiz_means_and_at_its_foot_where_words_are_told(
    language,
):
    for file in PAGES:
        page = page_driver.opened(file, lang=language)
        shown, about = seen(page), " ".join(links(page)["name"])
        assert about.count("Kommunale Integrationszentren") == about.count("KIZ)") == 1, file
        assert ("Nordrhein-Westfalen" if language == "de" else "North Rhine-Westphalia") in about
        words_link = shown.select_one("nav.ways a")["href"]
        assert words_link == "quellen#woerter", file


@pytest.mark.usefixtures("unread")
@pytest.mark.parametrize(("lang", "title"), [("de", "nicht lesbar"), ("en", "read")])
def test_broken_tables_are_said_plainly(monkeypatch, lang, title):
    def broken(folder):
        raise DataError('data/events.csv:17: date "x" is not EDTF; write 2015-03-19')

    monkeypatch.setattr(sound_atlas, "read", broken)
    page = opened(lang=lang)
    assert title in warnings(page)[0]
    assert "data/events.csv:17: " in seen(page).code.text
    assert not page.get("bidi_component")


def test_a_day_before_anything_is_a_page_without_evidence():
    page = opened(tag="2012-02-08", kreis="05154")
    assert "hat kein Kreis und keine kreisfreie Stadt" in words(page)
    areas = {area["data-ags"]: area for area in seen(page).select(".map [data-ags]")}
    assert {area["data-group"] for area in areas.values()} == {"without"}
    assert areas["05154"]["data-status"] == "unknown" and not areas["05154"].has_attr("data-since")
    axis = seen(page).select_one(".clock .axis input")
    assert axis["value"] == axis["min"]


def test_tomorrow_is_refused():
    (warning,) = warnings(opened(tag=(today() + timedelta(1)).isoformat()))
    assert "gezeigt wird heute" in warning


def test_what_tables_say_in_the_address_stays_when_the_choice_changes():
    page = opened(tag="2015-09-24", **{"tabelle.group": "without"})
    page = tell(page, "nav", "changed", {"definition": "open"}, "pages")
    said = page.query_params
    assert (said["definition"], said["tabelle.group"]) == ("open", "without")
    assert "tabelle.group" not in str(links(page, "said"))
