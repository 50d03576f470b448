"""What the author of a link, or a visitor, may write where a page would quote it."""

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
