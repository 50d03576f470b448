"""`/.well-known/security.txt` (RFC 9116): where a weak point of this site is reported."""

import re
from datetime import timedelta

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from components.base import settings
from components.base.choice import today
from components.base.wording import LANGUAGES
from server.answers import SOON, answer

PATH = "/.well-known/security.txt"
#: For so long what is told may be relied on: less than the year that RFC 9116, 2.5.5 advises.
HOLDS = timedelta(days=180)
_EMAIL = re.compile(r"[^\s@<>?&%]+@[^\s@<>?&%]+")
_PAGE = re.compile(r"https://[!-~]+")


def told(request: Request) -> Response:
    """The contact that the operators have set; 404 where there is none a program could follow."""
    said = settings.current()
    contact = _address(said.contact)
    if not contact:
        raise HTTPException(404)
    lines = [
        f"Contact: {contact}",
        f"Expires: {today() + HOLDS}T00:00:00Z",
        f"Preferred-Languages: {', '.join(LANGUAGES)}",
    ]
    # Without its own address the site cannot vouch for the one that the asker names.
    if said.address:
        lines.append(f"Canonical: {said.address}{PATH}")
    return answer(request, ("\n".join(lines) + "\n").encode(), "text/plain", SOON)


def _address(contact: str) -> str:
    """A contact as an address of the net: that of an email, or of a page; else empty."""
    if _EMAIL.fullmatch(contact):
        return f"mailto:{contact}"
    return contact if _PAGE.fullmatch(contact) else ""
