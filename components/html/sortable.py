"""A whole HTML table whose rows `table_tools` sorts and searches in the browser."""

from html import escape

from components.base.wording import Wording


def table_html(
    name: str,
    columns: tuple[str, ...],
    rows: list[list[tuple[str, object]]],
    words: Wording,
    ids: list[str] | None = None,
    **told: object,
) -> str:
    """A table whose headings are buttons; every cell is its HTML and what it is sorted by.

    The first cell of a row is its heading; a sort key of None means the text of the cell.
    `told` fills the blanks of the headings and of the caption, which knows `of` by itself.
    """
    labels = [escape(words(f"{name}.{column}", **told)) for column in columns]
    head = "".join(
        f'<th scope="col"><button type="button">{label}</button></th>' for label in labels
    )
    body = []
    for place, row in enumerate(rows):
        cells = []
        for number, (content, key) in enumerate(row):
            sort = "" if key is None else f' data-sort="{escape(str(key))}"'
            tag, scope = ("td", "") if number else ("th", ' scope="row"')
            data = f' data-label="{labels[number]}"' if number else ""
            cells.append(f"<{tag}{scope}{data}{sort}>{content}</{tag}>")
        own = f' id="{ids[place]}"' if ids else ""
        body.append(f"<tr{own}>{''.join(cells)}</tr>")
    caption = escape(words(f"{name}.caption", of=len(rows), **told))
    return (
        f'<div class="rows" role="region" tabindex="0" aria-label="{caption}"><table>'
        f"<caption>{caption}</caption><thead><tr>{head}</tr></thead>"
        f"<tbody>{''.join(body)}</tbody></table></div>"
    )
