"""The one mark for what is not proved directly: derived, of low confidence, or both."""

from components.base.wording import Wording


def caveat(basis: str, confidence: str, words: Wording) -> str:
    """The mark as text, empty for what a source says plainly."""
    marks = {"caveat.derived": basis == "derived", "caveat.low": confidence == "low"}
    return words.names([words(key) for key, holds in marks.items() if holds])
