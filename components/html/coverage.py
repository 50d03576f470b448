"""How much of the state is covered, as a table."""

from html import escape


def html(title: str, rows: list[tuple[str, str]]) -> str:
    """The lines as a table under a heading."""
    body = "".join(
        f'<tr><th scope="row">{escape(name)}</th><td>{escape(value)}</td></tr>'
        for name, value in rows
    )
    return f'<h2>{escape(title)}</h2><table class="coverage">{body}</table>'
