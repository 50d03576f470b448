"""What is written on a sheet and where, and which texts cover another."""

from itertools import combinations

#: Signs so small that they stand on one another where cities are small.
SIGNS = {"?", "×", "≤", "+", "−", "×?"}


def texts(sheet):
    """What is written, where (left, bottom, right, top in dots), and in how many points."""
    sheet.figure.draw_without_rendering()
    written = [*sheet.figure.texts]
    for axes in sheet.figure.axes:
        written += axes.texts
        if axes.axison:
            written += [*axes.get_xticklabels(), *axes.get_yticklabels()]
    return [
        (text.get_text(), text.get_window_extent(), text.get_size())
        for text in written
        if text.get_text()
    ]


def covering(found):
    """The pairs that have more than a hair in common, signs among themselves apart."""
    for (one, first, _), (other, second, _) in combinations(found, 2):
        wide = min(first.x1, second.x1) - max(first.x0, second.x0)
        high = min(first.y1, second.y1) - max(first.y0, second.y0)
        if min(wide, high) > 2 and not {one, other} <= SIGNS:
            yield one, other
