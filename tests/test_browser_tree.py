"""The accessibility tree of the pages: names, order and landmarks, in both languages."""

from datetime import date

import pytest
from curated import atlas
from tree import CONTROLS, Node, flaws, tree

from components.base.wording import LANGUAGES, Wording
from components.page.nav import PAGES

DAY = date(2015, 9, 24)
QUERY = f"tag={DAY}&definition=approved&kreis=05154"


def within(nodes, role, name=""):
    """What of the tree is in a part of this role and name; without a name, in any."""
    return [
        node
        for node in nodes
        if any((role, name or called) == (kind, called) for kind, called in node.within)
    ]


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_map_tells_of_all_54_whether_they_have_one_and_how_far_they_are(look_at, lang):
    nodes, words = tree(look_at(f"?{QUERY}&lang={lang}")), Wording(lang)
    figure = within(nodes, "figure", words("page.karte"))
    (sentence,) = [node.name for node in nodes if node.role == "heading" and node.level == 1]
    label = words("map.label", day=words.day(DAY), sentence=sentence)
    told = [one.name for one in within(figure, "group", label) if one.role in CONTROLS]
    standings = atlas().standings(DAY, "approved")
    assert len(told) == len(standings) == 54
    answers = {}
    for text, (_, row) in zip(told, standings.iterrows(), strict=True):
        name, answer = text.split(": ", 1)
        assert name == row["name"]
        whether, how_far = answer.split(". ", 1)
        answers.setdefault(row["group"], set()).add(whether)
        assert how_far
    assert len(set.union(*answers.values())) == len(answers) == 2


@pytest.mark.parametrize("path", PAGES)
def test_a_page_is_named_and_ordered_for_a_listener(look_at, path):
    page = look_at(f"{path.replace('karte', '')}?{QUERY}&lang=de", areas=0)
    assert flaws(tree(page)) == []


def test_the_map_page_is_named_and_ordered_in_english_too(look_at):
    assert flaws(tree(look_at(f"?{QUERY}&lang=en"))) == []


def test_flaws_would_be_found():
    cross = Node("StaticText", "×", 0, (("generic", ""),))
    on_a_button = Node("StaticText", "×", 0, (("button", "Schließen"),))
    headings = [
        Node("heading", *one, ()) for one in (("A", 1), ("B", 3), ("C", 1), ("B", 2), ("B", 2))
    ]
    assert flaws([*headings, Node("link", "", 0, (("list", ""),)), cross, on_a_button]) == [
        "unnamed link in (('list', ''),)",
        "loose sign '×' in (('generic', ''),)",
        "2 headings of the first level",
        "heading 'B' skips a level",
        "heading 'B' stands twice",
    ]
