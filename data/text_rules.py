"""The rules that the texts obey which a reader of the site sees."""

import re
from collections.abc import Iterator

import pandas as pd

from data.findings import Finding, Findings, rule

#: Words after whose full stop a sentence goes on; so does it after a single letter.
ABBREVIATIONS = re.compile(
    "abs|abt|art|bzw|ca|dr|ev|evtl|gem|ggf|inkl|kath|lt|mio|mr|mrd|mrs|ms|nr|prof|rd|sog|st|"
    "stellv|vgl|[a-z]",
    re.IGNORECASE,
)
SENTENCES = ("summary_de", "summary_en", "reason_de", "reason_en")
TOLD = (*SENTENCES, "label_de", "label_en", "what_de", "what_en")
#: The tables with such sentences, and those with any text of ours.
ONE_SENTENCE = ("events", "confirmations", "milestones", "days")
OURS = (*ONE_SENTENCE, "totals")


@rule(*ONE_SENTENCE)
def summaries_and_reasons_are_one_sentence(*frames: pd.DataFrame) -> Findings:
    """A summary or reason is one sentence on one line, with its full stop."""
    for table, frame in zip(ONE_SENTENCE, frames, strict=True):
        for column in frame.columns.intersection(SENTENCES):
            for line, text in frame[column].items():
                for finding in _sentence_faults(text):
                    yield Finding(table, line, f"{column} {finding}")


@rule(*OURS)
def the_centre_is_called_kiz(*frames: pd.DataFrame) -> Findings:
    """The project says KIZ, not KI, in every language."""
    for table, frame in zip(OURS, frames, strict=True):
        for column in frame.columns.intersection(TOLD):
            for line in frame.index[frame[column].str.contains(r"\bKIs?\b")]:
                yield Finding(table, line, f'{column} says "KI"; write KIZ')


def _sentence_faults(text: str) -> Iterator[str]:
    if "\n" in text:
        yield "has a line break; write one line"
    if text and not text.endswith("."):
        yield "does not end with a full stop; add it"
    for word in re.findall(r"([A-Za-zÄÖÜäöüß]*[a-zäöüß])\)?\. [A-ZÄÖÜ]", text):
        if not ABBREVIATIONS.fullmatch(word):
            yield f'goes on after "{word}."; write one sentence'
