"""Which address of another site may be a link: what a table holds is text until it is looked at."""

from urllib.parse import urlsplit

#: How many characters a link may have: more than any address of a source, fewer than break a cell.
LONGEST = 2000


def safe_url(address: str) -> str:
    """The address if it leads to a site on the net and does nothing else; else empty.

    That is http or https with a host, without spaces, controls and marks of direction. What is
    none of these, such as `javascript:` or `//host`, is shown as text wherever it stands.
    """
    if len(address) > LONGEST or " " in address or not address.isprintable():
        return ""
    try:
        parts = urlsplit(address)
    except ValueError:  # a bracket that opens no IPv6 address
        return ""
    return address if parts.scheme in ("http", "https") and parts.hostname else ""
