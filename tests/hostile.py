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


def shown(text: str) -> str:
    """How a notice quotes it: as it is, cut, without signs that turn or break the line."""
    cut = text if len(text) <= 60 else text[:59] + "…"
    return "".join(sign if sign.isprintable() else " " for sign in cut)
