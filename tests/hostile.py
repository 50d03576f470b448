"""What the author of a link, a visitor, or who writes tables may write where a page shows it."""

import csv
from pathlib import Path

TEXTS = {
    "picture": "![x](https://evil.example/pixel.png)",
    "link": "[Hier anmelden](https://evil.example)",
    "bare_link": "https://evil.example www.evil.example",
    "html": "<img src=x>",
    "script": "<script>alert(1)</script>",
    "letters": "x" * 500,
    "turned": "\u202egpj.\nexe",
}

#: What a table may give as the address of a source, where the page would make it a link.
ADDRESSES = {
    "script": "javascript:alert(1)",
    "data": "data:text/html,<script>alert(1)</script>",
    "broken_script": " java\nscript:alert(1)",
    "capital_script": "JavaScript://example.org/%0aalert(1)",
    "without_scheme": "//evil.example",
    "without_host": "https:evil.example",
    "controlled": "https://example.org/\x1b[31m",
    "turned": "https://example.org/\u202egpj.exe",
    "broken_host": "https://[evil.example",
    "long": "https://example.org/" + "x" * 2000,
}


def shown(text: str) -> str:
    """How a notice quotes it: as it is, cut, without signs that turn or break the line."""
    cut = text if len(text) <= 60 else text[:59] + "…"
    return "".join(sign if sign.isprintable() else " " for sign in cut)


#: What a table may hold in any cell that is written freely.
CELLS = {
    "script": "<script>window.__pwned=1;alert(1)</script>",
    "handler": '<img src=x onerror="window.__pwned=1">',
    "svg": "</text></svg><svg onload=window.__pwned=1>",
    "breaks_out": "\"'`><b onmouseover=window.__pwned=1 style=position:fixed>",
    "ends_script": "</script><script>window.__pwned=1</script><!--",
    "cdata": "]]><script>window.__pwned=1</script>",
    "ends_style": "</style><style>*{display:none}</style> expression(alert(1))",
    "link": "[Hier](javascript:window.__pwned=1) javascript:alert(1) https://evil.example/",
    "picture": "![x](https://evil.example/pixel.png)",
    "frame": '<iframe src="https://evil.example"></iframe><base href="https://evil.example/">',
    "formula": '=HYPERLINK("https://evil.example","x")',
    "command": "@SUM(1+1)*cmd|' /C calc'!A0",
    "template": "{0} {name} {{7*7}} ${7*7} %s %(x)s %d %",
    "formula_of_latex": r"$\frac{1}{0}$ $x_{$ \LaTeX",
    "entities": "&lt;script&gt; &amp; &#60;b&#62; &nbsp;",
    "turned": "\u202egpj.exe\u2066 a\u200b\u200d\ufeffb",
    "controls": "\x1b[31m\x07\x7f\x85",
    "lines": "a\nb\u2028c",
}
#: The columns that are written freely, by table; an address is one of `ADDRESSES`.
FREE = {
    "districts": ("name", "short_name", "with_article"),
    "events": ("summary_de", "summary_en", "note_de", "note_en"),
    "sources": ("title", "publisher", "url"),
    "totals": ("what_de", "what_en", "note_de", "note_en"),
    "population": ("note_de",),
    "municipalities": ("name",),
    "milestones": ("summary_de", "summary_en", "note_de", "note_en"),
    "confirmations": ("summary_de", "summary_en", "note_de", "note_en"),
    "centres": ("name", "seat", "website"),
    "days": ("label_de", "label_en", "reason_de", "reason_en"),
}


def spoil(folder: Path) -> Path:
    """The tables of a folder with CELLS and ADDRESSES in every cell of FREE; the folder again."""
    for table, columns in FREE.items():
        path = folder / f"{table}.csv"
        with path.open(encoding="utf-8", newline="") as file:
            rows = list(csv.DictReader(file))
        for number, row in enumerate(rows):
            for place, column in enumerate(columns):
                said = ADDRESSES if column in ("url", "website") else CELLS
                text = [*said.values()][(number + place) % len(said)]
                row[column] = text if said is ADDRESSES else f"{text} {row[column]}"
        with path.open("w", encoding="utf-8", newline="") as file:
            writer = csv.DictWriter(file, rows[0].keys(), lineterminator="\n")
            writer.writeheader()
            writer.writerows(rows)
    return folder
