"""Streamlit's own page, cut apart: its scripts and styles stay; head and words become ours."""

import re
from functools import cache
from pathlib import Path
from typing import NamedTuple

from streamlit import file_util

INDEX = Path(file_util.get_static_dir()) / "index.html"
#: Marks where ours comes in; no page holds this sign.
_MARK = "\0"
_COMMENT = r"<!--(?:(?!-->).)*-->"
#: What of it is ours, and what stays of it there. The description for agents leads nowhere here;
#: the script in the page, for services that run pages for search engines, no page of ours may run.
_OURS = {
    "language": (r'<html lang="en">', f'<html lang="{_MARK}">'),
    "icon": (r'<link rel="shortcut icon"[^>]*>', ""),
    "title": (r"<title>[^<]*</title>", _MARK),
    "description for agents": (rf'{_COMMENT}\s*<link rel="service-desc"[^>]*>', ""),
    "script in the page": (rf"{_COMMENT}\s*<script>[^<]*</script>", ""),
    "words without JavaScript": (r"<noscript>.*?</noscript>", _MARK),
}


class ShellError(Exception):
    """Streamlit's page has another shape; file, finding and repair in one line."""


class Shell(NamedTuple):
    """What stands around the language, the head, and what is read without JavaScript."""

    before: str
    to_head: str
    to_words: str
    after: str

    def around(self, language: str, head: str, words: str) -> str:
        """The whole page; head and words are markup."""
        parts = (self.before, language, self.to_head, head, self.to_words, words, self.after)
        return "".join(parts)


@cache
def shell() -> Shell:
    """The page of the Streamlit that is installed; raises ShellError."""
    return cut(INDEX.read_text("utf-8"))


def cut(text: str) -> Shell:
    """Streamlit's page without what is ours.

    Raises
    ------
    ShellError
        One of the parts does not stand there exactly once.
    """
    for name, (pattern, instead) in _OURS.items():
        text, count = re.subn(pattern, instead, text, flags=re.DOTALL)
        if count != 1:
            repair = "fit server/shell.py to this version of Streamlit"
            raise ShellError(f"{INDEX.name}: {name} stands there {count} times, not once; {repair}")
    return Shell(*text.split(_MARK))
