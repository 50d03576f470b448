"""Every table of every page in a real browser: sorted by value, narrowed, as cards, in the address,
as a file.
"""

import csv
import io
from datetime import date

import curated
import pytest
from browser import (
    NARROW,
    WIDE,
    query,
    settled,
    step,
    until,
    wider_than_the_screen,
)
from playwright.sync_api import expect

KARTE = "?tag=2013-06-12"
PAGES = {
    KARTE: 54,
    "ohne?tag=2015-09-24": 0,
    "aenderungen?tag=2015-12-31&seit=2015-01-01": 0,
    "abgleich": 0,
    "quellen": 0,
}
BETWEEN = (768, 900)
TABLE = ".st-key-district_table"
NAMES = f"{TABLE} tbody tr:visible th"
HITS = f"{TABLE} .hits"
#: Presses every heading of every table twice. Returns how many there are and in which columns the
#: rows do not stand in the order of their values, the unknown last, as the heading says.
UNSORTED = """() => {
  const compare = {
    text: (a, b) => a.localeCompare(b, "de", { numeric: true }),
    day: (a, b) => (a < b ? -1 : a > b ? 1 : 0),
    number: (a, b) => Number(a) - Number(b),
  };
  compare.order = compare.number;
  const wrong = []; let pressed = 0;
  for (const table of document.querySelectorAll(".rows table")) {
    for (const head of table.tHead.rows[0].cells) {
      const ways = [1, 2].map(() => {
        head.querySelector("button").click();
        const { kind, name } = head.dataset;
        const keys = [...table.tBodies[0].rows].map(({ cells: { [head.cellIndex]: cell } }) =>
          cell.dataset.sort ?? cell.textContent.trim());
        const known = keys.filter(Boolean);
        const sign = head.ariaSort === "ascending" ? 1 : -1;
        const apart = keys.some((key, at) => Boolean(key) !== at < known.length);
        const turned = known.some((key, at) => at && sign * compare[kind](known[at - 1], key) > 0);
        const typed = kind === "text" || known.every((key) => (kind === "day"
          ? /^\\d{4}-\\d\\d-\\d\\d \\d{4}-\\d\\d-\\d\\d$/.test(key) : !isNaN(key)));
        if (apart || turned || !typed) wrong.push([name, kind, head.ariaSort, keys.slice(0, 9)]);
        return head.ariaSort;
      });
      if (new Set(ways).size !== 2) wrong.push([head.dataset.name, ways]);
      pressed += 1;
    }
  }
  return [pressed, wrong];
}"""
#: All tables have been found by their tools.
USED = "() => [...document.querySelectorAll('.rows thead th')].every(head => head.ariaSort)"
OPEN = "() => document.querySelectorAll('.rows > details').forEach(part => { part.open = true })"
#: What of a card is hidden, cut, or without the name of its column.
CUT = """() => [...document.querySelectorAll(".rows tbody tr")].filter((row) => row.offsetParent)
  .flatMap((row) => [...row.cells].filter((cell) => {
    const [box, card] = [cell.getBoundingClientRect(), row.getBoundingClientRect()];
    const label = getComputedStyle(cell, "::before").content;
    return cell.textContent && (box.width < 20 || cell.scrollWidth > cell.clientWidth + 1
      || box.right > card.right + 1
      || (cell.matches("td") && !label.includes(cell.dataset.label)));
  }).map((cell) => [row.cells[0].textContent, cell.dataset.label]))"""


@pytest.fixture
def karte(open_page):
    """The map of 12 June 2013 with its table, for this test alone."""
    page = settled(open_page(KARTE))
    expect(page.locator(HITS)).to_have_text("54 von 54 Zeilen")
    return page


def standing(group, day=date(2013, 6, 12)):
    """The names of a group, as the rules say."""
    rows = curated.atlas().standings(day, "approved")
    return set(rows.loc[rows["group"].eq(group), "name"])


def facet(page, column):
    return page.locator(f'{TABLE} select[data-column="{column}"]')


@pytest.mark.parametrize(("path", "areas"), PAGES.items())
def test_every_column_of_every_table_is_sorted_by_its_values_both_ways(open_page, path, areas):
    page = settled(open_page(path), areas)
    until(page, USED)
    pressed, wrong = page.evaluate(UNSORTED)
    assert pressed >= 6 and wrong == []
    assert page.locator(".tools .order").first.inner_text().startswith("sortiert nach ")


@pytest.mark.parametrize(("path", "areas"), PAGES.items())
def test_where_columns_do_not_fit_a_row_is_a_card_with_all_that_it_has(open_page, path, areas):
    page = settled(open_page(path, NARROW), areas)
    until(page, USED)
    page.evaluate(OPEN)
    for width in (320, *(size[0] for size in (NARROW, BETWEEN))):
        page.set_viewport_size({"width": width, "height": 900})
        assert page.locator(".rows tbody tr:visible").count() > 4
        assert page.evaluate(CUT) == []
        assert not wider_than_the_screen(page)
        assert page.get_by_label("Sortieren nach").first.is_visible()


def test_umlauts_are_found_however_they_are_typed_and_nothing_found_can_be_undone(karte):
    field = karte.get_by_role("searchbox", name="Tabelle durchsuchen")
    for typed in ("lubbecke", "luebbecke", "LÜBBECKE"):
        field.fill(typed)
        assert karte.locator(NAMES).all_inner_texts() == ["Kreis Minden-Lübbecke"]
    field.fill("Atlantis")
    assert karte.locator(NAMES).count() == 0
    assert karte.locator(f"{TABLE} .nothing").is_visible()
    karte.get_by_role("button", name="Alle Zeilen zeigen").click()
    assert karte.locator(HITS).inner_text() == "54 von 54 Zeilen"


def test_the_headline_opens_exactly_the_rows_that_it_counts(karte):
    told = karte.locator(".detail .told")
    for group, said in (("undetermined", "Ungeklärt"), ("without", "Ohne")):
        names = standing(group)
        link = told.get_by_role("link", name=f"{said}: {len(names)}.")
        link.click()
        assert set(karte.locator(NAMES).all_inner_texts()) == names
        assert karte.locator(HITS).inner_text() == f"{len(names)} von 54 Zeilen"
        assert query(karte) == {"tag": "2013-06-12", "tabelle.group": group}
        in_view = "box => box.getBoundingClientRect().top < innerHeight"
        assert karte.locator(f"{TABLE} table").evaluate(in_view)
        assert link.get_attribute("href").endswith(f"&tabelle.group={group}#tabelle")


def test_what_is_asked_of_a_table_stands_in_the_address_and_stays_while_the_page_does(karte):
    facet(karte, "group").select_option("without")
    karte.get_by_role("button", name="Kreis oder Stadt").click()
    asked = {"tabelle.group": "without", "tabelle.nach": "-name"}
    assert asked.items() <= query(karte).items()
    shown = karte.locator(NAMES).all_inner_texts()
    settled(karte.reload() and karte)
    expect(karte.locator(NAMES)).to_have_text(shown)
    karte.context.grant_permissions(["clipboard-read", "clipboard-write"])
    karte.get_by_role("button", name="Link kopieren").click()
    karte.get_by_role("status").filter(has_text="Link kopiert").wait_for(state="attached")
    assert "tabelle.group=without" in karte.evaluate("navigator.clipboard.readText()")
    step(karte)
    expect(karte.locator(f"{TABLE} caption")).not_to_contain_text("12.06.2013")
    assert asked.items() <= query(karte).items()
    assert facet(karte, "group").input_value() == "without"
    karte.get_by_role("link", name="Abgleich").click()
    karte.wait_for_url("**/abgleich**")
    settled(karte, areas=0)
    assert not [name for name in query(karte) if "." in name]
    karte.go_back()
    settled(karte)
    expect(facet(karte, "group")).to_have_value("without")
    assert asked.items() <= query(karte).items()


def test_the_file_has_the_rows_that_are_shown_in_their_order(karte):
    karte.get_by_role("searchbox", name="Tabelle durchsuchen").fill("beratung")
    karte.get_by_role("button", name="Datum des Belegs").click()
    with karte.expect_download() as download:
        karte.get_by_role("button", name="Gezeigte Zeilen als CSV").click()
    assert download.value.suggested_filename == "kiz-atlas-tabelle-2013-06-12.csv"
    content = download.value.path().read_bytes()
    assert content.startswith(b"\xef\xbb\xbf")
    head, *rows = csv.reader(io.StringIO(content.decode("utf-8-sig")), delimiter=";")
    assert [row[0] for row in rows] == karte.locator(NAMES).all_inner_texts()
    assert head[:2] == ["Kreis oder Stadt", "KIZ"] and head[-4] == "atlas_day"
    assert {tuple(row[-4:-2]) for row in rows} == {("2013-06-12", "approved")}
    sources = [row[head.index("Adressen der Quellen")] for row in rows]
    assert all(source.startswith("http") for source in sources if source)


@pytest.mark.parametrize(("page", "table"), [("quellen", "sources"), ("abgleich", "totals")])
def test_an_address_with_a_row_opens_what_the_row_is_in(open_page, page, table):
    known = getattr(curated.tables(), table)["id"]
    name = known.iloc[len(known) // 2]
    shown = settled(open_page(f"{page}#{name}", WIDE), areas=0)
    row = shown.locator(f'[id="{name}"]')
    expect(row).to_be_in_viewport()
    assert "asked" in row.get_attribute("class")
    assert shown.locator(".rows > details[open]").count() <= 1


def test_what_no_table_knows_is_left_out(open_page):
    page = settled(open_page(f"{KARTE}&tabelle.colour=blue&tabelle.nach=weight"))
    expect(page.locator(HITS)).to_have_text("54 von 54 Zeilen")
    assert page.locator(f"{TABLE} .order").inner_text() == "sortiert nach Kreis oder Stadt, A bis Z"
    assert query(page) == {"tag": "2013-06-12"}
    assert page.locator(".notice").count() == 0
