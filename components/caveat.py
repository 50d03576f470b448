"""The one mark for what is not proved directly: derived, of low confidence, or both."""

from html import escape

from components.wording import Wording


def caveat(basis: str, confidence: str, words: Wording) -> str:
    """The mark as text, empty for what a source says plainly."""
    marks = {"derived": basis == "derived", "low": confidence == "low"}
    return words.names([words(f"caveat.{mark}") for mark, holds in marks.items() if holds])


def caveat_html(basis: str, confidence: str, words: Wording) -> str:
    """The mark as it stands behind a date or a label, with the space before it; or nothing."""
    mark = caveat(basis, confidence, words)
    return f' <span class="caveat">{escape(mark)}</span>' if mark else ""
