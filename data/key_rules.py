"""The rules on official keys: those of one district say the same of it."""

from collections import Counter

import pandas as pd

from data.findings import Finding, Findings, by_line, rule

#: What the third digit of a key says: the Regierungsbezirk and how its NUTS-3 codes begin.
REGIONS = {
    "1": ("Düsseldorf", "DEA1"),
    "3": ("Köln", "DEA2"),
    "5": ("Münster", "DEA3"),
    "7": ("Detmold", "DEA4"),
    "9": ("Arnsberg", "DEA5"),
}
#: The columns whose first five digits are those of the Kreis or kreisfreie Stadt.
KEYS = ("ags", "official_ags", "ars")


@rule("districts")
def keys_of_a_district_agree(districts: pd.DataFrame) -> Findings:
    """AGS, official AGS and ARS begin with the same five digits, whose third tells the
    Regierungsbezirk and the NUTS-2 area. Where one of them differs, that one is named.
    """
    for line, row in by_line(districts):
        begins = [row[column][:5] for column in KEYS]
        (key, agreeing), *_ = Counter(begins).most_common()
        for column, begin in zip(KEYS, begins, strict=True):
            if begin != key and begin:
                yield Finding("districts", line, _differs(column, row[column], key, agreeing))
        name, nuts = REGIONS.get(key[2:3], (row["regierungsbezirk"], row["nuts3"]))
        if row["regierungsbezirk"] != name:
            text = (
                f'regierungsbezirk "{row["regierungsbezirk"]}" is not that of {key}; write {name}'
            )
            yield Finding("districts", line, text)
        if not row["nuts3"].startswith(nuts):
            text = f'nuts3 "{row["nuts3"]}" is not in {name}; write the one that begins with {nuts}'
            yield Finding("districts", line, text)


@rule("districts", "municipalities")
def municipalities_lie_in_their_district(
    districts: pd.DataFrame, municipalities: pd.DataFrame
) -> Findings:
    """A municipality's key begins with that of its district; the city of Aachen is its own."""
    known = set(districts["ags"])
    once = ~municipalities["municipality"].duplicated(keep=False)
    for line, row in by_line(municipalities[once & municipalities["ags"].isin(known)]):
        key = row["municipality"]
        wanted = key if key in known else key[:5]
        if wanted in known and row["ags"] != wanted:
            text = (
                f'ags "{row["ags"]}" is not that of municipality {key}; write {wanted} in ags, or '
            )
            yield Finding(
                "municipalities", line, f"{text}correct the municipality if that is wrong"
            )


@rule("districts", "municipalities")
def only_a_kreis_has_municipalities(
    districts: pd.DataFrame, municipalities: pd.DataFrame
) -> Findings:
    """A kreisfreie Stadt is its only municipality, a Kreis has several."""
    within = municipalities["ags"].value_counts()
    for line, row in by_line(districts[districts["ags"].isin(within.index)]):
        kind = "kreisfreie Stadt" if within[row["ags"]] == 1 else "Kreis"
        if {row["kind"], kind} == {"kreisfreie Stadt", "Kreis"}:
            text = f'kind "{row["kind"]}" does not fit a district of {within[row["ags"]]} '
            text += f"municipalit{'y' if within[row['ags']] == 1 else 'ies'}; write {kind}"
            yield Finding("districts", line, text)


def _differs(column: str, written: str, key: str, agreeing: int) -> str:
    if agreeing == 1:
        return (
            f'{column} "{written}" differs from the other keys of the row; correct the wrong ones'
        )
    wanted = key + written[5:] if len(written) > 5 else key
    return f'{column} "{written}" differs from the other keys of the row; write {wanted}'
