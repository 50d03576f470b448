"""What a page says to assistive technology, as Chromium hands it over."""

from collections.abc import Iterator
from typing import NamedTuple

from playwright.sync_api import Page

CONTROLS = (
    *("button", "link", "textbox", "searchbox", "combobox", "slider", "radio", "checkbox"),
    *("spinbutton", "listbox", "option", "tab", "switch", "menuitem"),
)
#: A sign by itself is read aloud as its name, which tells nothing.
SIGNS = set("?×✕▲▼▸▾")


class Node(NamedTuple):
    """A part of the tree: its role and name, its level if it is a heading, and what it is in."""

    role: str
    name: str
    level: int
    within: tuple[tuple[str, str], ...]


def tree(page: Page) -> list[Node]:
    """All that is not ignored, in the order in which it is read."""
    session = page.context.new_cdp_session(page)
    nodes = session.send("Accessibility.getFullAXTree")["nodes"]
    session.detach()
    by_id = {node["nodeId"]: node for node in nodes}
    return list(_walk(by_id, nodes[0], ()))


def _walk(by_id: dict, node: dict, within: tuple[tuple[str, str], ...]) -> Iterator[Node]:
    role, name = _value(node, "role"), _value(node, "name")
    if not node["ignored"]:
        level = next((p for p in node.get("properties", ()) if p["name"] == "level"), None)
        yield Node(role, name.strip(), level["value"]["value"] if level else 0, within)
        within = (*within, (role, name))
    for child in node.get("childIds", ()):
        if child in by_id:
            yield from _walk(by_id, by_id[child], within)


def _value(node: dict, part: str) -> str:
    return node.get(part, {}).get("value", "")


def flaws(nodes: list[Node]) -> list[str]:
    """What a listener would stumble over, one line each; empty when all is well."""
    unnamed = [node for node in nodes if node.role in CONTROLS and not node.name]
    return [
        *(f"unnamed {node.role} in {node.within[-1:]}" for node in unnamed),
        *(f"loose sign {node.name!r} in {node.within[-1:]}" for node in nodes if _loose(node)),
        *_headings([node for node in nodes if node.role == "heading"]),
    ]


def _headings(headings: list[Node]) -> Iterator[str]:
    """What is wrong with their order; one may stand twice under different ones."""
    if (firsts := sum(one.level == 1 for one in headings)) != 1:
        yield f"{firsts} headings of the first level"
    way: list[Node] = []
    seen = set()
    for one in headings:
        if way and one.level > way[-1].level + 1:
            yield f"heading {one.name!r} skips a level"
        way = [*(above for above in way if above.level < one.level), one]
        names = tuple(above.name for above in way)
        if names in seen:
            yield f"heading {one.name!r} stands twice"
        seen.add(names)


def _loose(node: Node) -> bool:
    """Whether it is a sign that stands in nothing that is read by another name."""
    if node.role != "StaticText" or not node.name or set(node.name) - SIGNS:
        return False
    return not any(role in CONTROLS and name.strip() != node.name for role, name in node.within)
