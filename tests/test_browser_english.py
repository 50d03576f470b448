"""The German page says nothing in English: neither what is seen nor what is read aloud."""

import pytest
from browser import settled
from spoken import of_streamlit, only_english, texts, words

DAY = "tag=2015-09-24&definition=approved&lang=de"
PAGES = {
    "karte": f"?{DAY}&kreis=05154",
    "ohne": f"ohne?{DAY}&neben=05154,05170",
    "aenderungen": f"aenderungen?{DAY}&seit=2014-04-25",
    "swapped": f"aenderungen?{DAY}&seit=2016-06-29",
    "verlauf": f"verlauf?{DAY}&mass=population&bis=today",
    "kreis": f"kreis?{DAY}&kreis=05154",
    "kreise": f"kreis?{DAY}",
    "vergleich": f"vergleich?{DAY}&vergleich=2014-04-25",
    "definitions": f"vergleich?{DAY}&mit=open",
    "abgleich": f"abgleich?{DAY}",
    "quellen": f"quellen?{DAY}&kreis=05154&ereignis=05154-rejection-1",
    "mitnehmen": f"mitnehmen?{DAY}&kreis=05154&was=curve",
    "timeline": f"mitnehmen?{DAY}&was=timeline",
    "programme": f"programme?{DAY}",
}
#: Opens all that can be opened, and has something wrong said wherever a day can be typed.
OPEN = """() => {
  for (const one of document.querySelectorAll("details")) one.open = true;
  const roots = [document, ...[...document.querySelectorAll("*")].map(part => part.shadowRoot)];
  for (const root of roots.filter(Boolean)) {
    for (const field of root.querySelectorAll('input[type="text"]:not([role])')) {
      field.focus();
      field.value = "31.02.2015";
      field.dispatchEvent(new KeyboardEvent("keydown", { key: "Enter" }));
    }
  }
}"""


@pytest.mark.parametrize("name", PAGES)
def test_a_german_page_says_nothing_of_streamlits_and_no_english_word(open_page, name):
    page = settled(open_page(PAGES[name]), areas=0)
    page.evaluate(OPEN)
    said, other = texts(page)
    german = words(said) - words(other)
    assert (said & of_streamlit(), german & only_english()) == (set(), set())


def test_a_word_of_streamlits_and_an_english_one_would_be_found(open_page):
    page = settled(open_page(PAGES["programme"]), areas=0)
    page.locator("h1").evaluate(
        """title => {
          title.setAttribute("aria-description", "Fullscreen");
          const inside = title.parentNode.appendChild(document.createElement("div"));
          inside.attachShadow({ mode: "open" }).innerHTML =
            "<button title='Choose a district'></button><p lang='en'>Search</p>";
        }"""
    )
    said, other = texts(page)
    assert "Fullscreen" in said & of_streamlit()
    assert (words(said) - words(other)) & only_english() >= {"choose"}
    assert "Search" in other
