"""The rules that the texts obey which a reader of the site sees."""

import re
from collections.abc import Iterator

import pandas as pd

from data.findings import Finding, Findings, by_line, rule

#: Words after whose full stop a sentence goes on; so does it after a single letter.
ABBREVIATIONS = re.compile(
    "abs|abt|art|bzw|ca|dr|ev|evtl|gem|ggf|inkl|kath|lt|mio|mr|mrd|mrs|ms|nr|prof|rd|sog|st|"
    "stellv|vgl|[a-z]",
    re.IGNORECASE,
)
#: A word, the full stop after it and what begins like a sentence; only whole words are tried,
#: or a cell of a hundred thousand letters takes minutes.
_BEFORE_A_STOP = re.compile(r"(?<![A-Za-zÄÖÜäöüß])([A-Za-zÄÖÜäöüß]*[a-zäöüß])\)?\. [A-ZÄÖÜ]")
SENTENCES = ("summary_de", "summary_en", "reason_de", "reason_en")
TOLD = (*SENTENCES, "label_de", "label_en", "what_de", "what_en")
#: The tables that are told in both languages.
BILINGUAL = ("events", "milestones", "confirmations", "totals", "days")
#: From so many words on a text that ends in a full stop is a sentence, not a name.
SENTENCE = 3


@rule(*BILINGUAL)
def summaries_and_reasons_are_one_sentence(*frames: pd.DataFrame) -> Findings:
    """A summary or reason is one sentence on one line, with its full stop."""
    for table, frame in zip(BILINGUAL, frames, strict=True):
        for column in frame.columns.intersection(SENTENCES):
            for line, text in frame[column].items():
                for finding in _sentence_faults(text):
                    yield Finding(table, line, f"{column} {finding}")


@rule(*BILINGUAL)
def the_centre_is_called_kiz(*frames: pd.DataFrame) -> Findings:
    """The project says KIZ, not KI, in every language."""
    for table, frame in zip(BILINGUAL, frames, strict=True):
        for column in frame.columns.intersection(TOLD):
            for line in frame.index[frame[column].str.contains(r"\bKIs?\b")]:
                yield Finding(table, line, f'{column} says "KI"; write KIZ')


@rule(*BILINGUAL)
def notes_are_in_both_languages(*frames: pd.DataFrame) -> Findings:
    """Who reads one language reads the same notes as who reads the other."""
    for table, frame in zip(BILINGUAL, frames, strict=True):
        if {"note_de", "note_en"} <= {*frame}:
            for line, row in by_line(frame[["note_de", "note_en"]]):
                empty = [column for column in row if not row[column]]
                if len(empty) == 1:
                    text = "is empty, the note of the other language is not; say it in both (git "
                    yield Finding(table, line, f"{empty[0]} {text}diff shows what is gone)")


@rule(*BILINGUAL)
def english_is_not_german(*frames: pd.DataFrame) -> Findings:
    """A sentence in English is another than that in German."""
    for table, frame in zip(BILINGUAL, frames, strict=True):
        for german in (column for column in frame if column.endswith("_de")):
            english = f"{german.removesuffix('_de')}_en"
            if english in frame:
                for line in frame.index[(frame[german] == frame[english]) & (frame[german] != "")]:
                    if _is_sentence(frame.at[line, german]):
                        text = f"{english} is the same as {german}; translate the one that is wrong"
                        yield Finding(table, line, text)


def _is_sentence(text: str) -> bool:
    return text.endswith(".") and len(text.split()) >= SENTENCE


def _sentence_faults(text: str) -> Iterator[str]:
    if "\n" in text:
        yield "has a line break; write one line"
    if text and not text.endswith("."):
        yield "does not end with a full stop; add it"
    for word in _BEFORE_A_STOP.findall(text):
        if not ABBREVIATIONS.fullmatch(word):
            yield f'goes on after "{word}."; write one sentence'
