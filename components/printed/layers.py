"""An SVG of matplotlib's as picture editors want it: named layers, ids that are there once.

What is drawn for a layer has its name as `gid`; matplotlib writes that as the id of a group, one
for each text and each part. Here they are put together, under the name that the reader's language
has for them.
"""

from collections.abc import Iterator, Mapping
from xml.etree import ElementTree
from xml.etree.ElementTree import Element

from components.base.wording import Wording

TITLE, AREAS, LABELS, LEGEND, SOURCE = LAYERS = ("title", "areas", "labels", "legend", "source")
_SVG, _INKSCAPE = "http://www.w3.org/2000/svg", "http://www.inkscape.org/namespaces/inkscape"
_PREFIXES = {
    "": _SVG,
    "xlink": "http://www.w3.org/1999/xlink",
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "dc": "http://purl.org/dc/elements/1.1/",
    "cc": "http://creativecommons.org/ns#",
    "inkscape": _INKSCAPE,
}
for prefix, address in _PREFIXES.items():
    ElementTree.register_namespace(prefix, address)


def layered(svg: str, attributes: Mapping[str, Mapping[str, str]], words: Wording) -> str:
    """The SVG in layers, with what the path of an id says of itself.

    `attributes` as those of a Sheet.
    """
    root = ElementTree.fromstring(svg)
    for group in root.iter():
        for name, value in attributes.get(group.get("id"), {}).items():
            group[0].set(name, value)
    for figure in root.iterfind(f"{{{_SVG}}}g"):
        _parted(figure, words)
    _once(root)
    return ElementTree.tostring(root, "utf-8", xml_declaration=True).decode() + "\n"


def _parted(figure: Element, words: Wording) -> None:
    """Put the groups of each layer into one, which stands where the first of them stood."""
    layers: dict[str, Element] = {}
    parts = list(figure)
    figure[:] = []
    for part in parts:
        for name, group in _groups(part):
            if name not in layers:
                layers[name] = _layer(name, words)
                figure.append(layers[name])
            layers[name].append(group)
        if part.get("id") not in LAYERS:
            figure.append(part)
    for group in figure.iter():
        if group not in layers.values() and group.get("id") in LAYERS:
            del group.attrib["id"]


def _groups(part: Element) -> Iterator[tuple[str, Element]]:
    """The groups of layers in a part of the figure, itself first; what lies within is taken out."""
    own = part.get("id")
    if own in LAYERS:
        yield own, part
    for group in list(part):
        if group.get("id") in LAYERS and group.get("id") != own:
            part.remove(group)
            yield group.get("id"), group


def _layer(name: str, words: Wording) -> Element:
    said = {"groupmode": "layer", "label": words(f"layer.{name}")}
    named = {f"{{{_INKSCAPE}}}{key}": value for key, value in said.items()}
    return Element(f"{{{_SVG}}}g", {"id": name} | named)


def _once(root: Element) -> None:
    """Number an id that is there again: several maps have an area of the same key."""
    seen: dict[str, int] = {}
    for element in root.iter():
        if name := element.get("id"):
            seen[name] = seen.get(name, 0) + 1
            if seen[name] > 1:
                element.set("id", f"{name}-{seen[name]}")
