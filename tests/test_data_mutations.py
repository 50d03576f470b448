"""The real tables, spoiled in well over a hundred ways: each is found in its row, no other row
is blamed, and who obeys the message has the bytes of before again.
"""

import csv
import io
import re
from datetime import date
from functools import cache

import mutation_kinds
import pytest
from mutation_kinds import REPAIR, SPOILED, Mutation
from mutations import MUTATIONS

from data import check, schema
from data.problems import Problem

TODAY = date(2027, 1, 1)
Tables = dict[str, list[dict[str, str]]]
REPAIRED = [mutation for mutation in MUTATIONS if mutation.repair]


@cache
def original() -> Tables:
    tables = {}
    for name, table in schema.tables().items():
        with (schema.DATA / table.file).open(encoding="utf-8", newline="") as file:
            tables[name] = list(csv.DictReader(file))
    return tables


def copied() -> Tables:
    return {name: [dict(row) for row in rows] for name, rows in original().items()}


@cache
def original_bytes(name: str) -> bytes:
    return (schema.DATA / schema.tables()[name].file).read_bytes()


def written(name: str, rows: list[dict[str, str]]) -> bytes:
    file = io.StringIO()
    writer = csv.DictWriter(file, schema.tables()[name].columns, lineterminator="\n")
    writer.writeheader()
    writer.writerows(rows)
    return file.getvalue().encode()


def found(tables: Tables, folder) -> list[Problem]:
    (folder / "data").mkdir()
    for name, rows in tables.items():
        (folder / "data" / schema.tables()[name].file).write_bytes(written(name, rows))
    return check.problems(folder / "data", TODAY)


def row_of(rows: list[dict[str, str]], cells: dict[str, str]) -> dict[str, str]:
    return next(row for row in rows if cells.items() <= row.items())


def line_of(rows: list[dict[str, str]], sought: dict[str, str]) -> int:
    line = 2
    for row in rows:
        if row is sought:
            break
        line += 1 + sum(cell.count("\n") for cell in row.values())
    return line


def spoil(tables: Tables, mutation: Mutation, row: dict[str, str]) -> dict[str, str]:
    """Do it; returns the row that is wrong then."""
    rows = tables[mutation.table]
    if mutation.how == mutation_kinds.DROP:
        rows.remove(row)
        return row
    if mutation.how == mutation_kinds.COPY:
        rows.append(row | {mutation.column: mutation.value})
        return rows[-1]
    if mutation.column == "ags id":
        row["ags"], row["id"] = mutation.value.split()
        return row
    column, old = mutation.column, row[mutation.column]
    if mutation.how == mutation_kinds.OF_COLUMN:
        row[column] = row[mutation.value]
    elif mutation.how == mutation_kinds.SWAP:
        other = row_of(rows, {"id": mutation.value})
        row[column], other[column] = other[column], old
    else:
        row[column] = SPOILED[mutation.how](old, mutation.value)
    assert row[column] != old, "changes nothing; choose another row"
    return row


@cache
def batches() -> list[list[Mutation]]:
    """What can be spoiled in one run: of one group, each in a row of its own."""
    runs: list[tuple[str, set[int], list[Mutation]]] = []
    for mutation in MUTATIONS:
        row = id(row_of(original()[mutation.table], mutation.row))
        for group, taken, run in runs:  # noqa: B007
            if mutation.group and group == mutation.group and row not in taken:
                break
        else:
            taken, run = set(), []
            runs.append((mutation.group, taken, run))
        taken.add(row)
        run.append(mutation)
    return [run for _, _, run in runs]


@pytest.fixture(scope="module")
def baseline() -> set[tuple[str, str]]:
    """What the tables have to be told anyway; `test_curated_tables` holds that it is nothing."""
    return {(problem.file, problem.text) for problem in check.problems(today=TODAY)}


@pytest.fixture(scope="module")
def run(tmp_path_factory, baseline):
    """Spoil a batch once: the addresses where each mutation belongs, and all new findings."""

    @cache
    def spoiled(number: int) -> tuple[list[tuple[str, int | None]], list[Problem]]:
        tables = copied()
        rows = [row_of(tables[mutation.table], mutation.row) for mutation in batches()[number]]
        pairs = list(zip(batches()[number], rows, strict=True))
        wrong = [spoil(tables, mutation, row) for mutation, row in pairs]
        new = found(tables, tmp_path_factory.mktemp("spoiled"))
        new = [problem for problem in new if (problem.file, problem.text) not in baseline]
        pairs = zip(batches()[number], wrong, strict=True)
        return [address(tables, mutation, row) for mutation, row in pairs], new

    return spoiled


def address(tables: Tables, mutation: Mutation, row: dict[str, str]) -> tuple[str, int | None]:
    """File and line where the mutation is to be found."""
    name = mutation.at[0] if mutation.at and mutation.at[0] else mutation.table
    if mutation.at:
        row = row_of(tables[name], mutation.at[1]) if mutation.at[1] else {}
    return f"data/{name}.csv", line_of(tables[name], row) if row else None


def messages(run, mutation: Mutation) -> list[str]:
    """What is said of a mutation at its address."""
    number = next(number for number, batch in enumerate(batches()) if mutation in batch)
    addresses, new = run(number)
    place = addresses[batches()[number].index(mutation)]
    said = [str(problem) for problem in new if (problem.file, problem.line) == place]
    return [text for text in said if mutation.finding in text] or [f"{place}: only {said}"]


def named(mutation: Mutation) -> str:
    row = "/".join(mutation.row.values())
    return f"{mutation.table}-{row}-{mutation.column}-{mutation.how}-{str(mutation.value)[:20]!a}"


def test_there_are_more_than_a_hundred():
    assert len({named(mutation) for mutation in MUTATIONS}) == len(MUTATIONS) > 100


@pytest.mark.parametrize("mutation", MUTATIONS, ids=named)
def test_it_is_found_in_its_row(run, mutation):
    assert mutation.finding in messages(run, mutation)[0], messages(run, mutation)


@pytest.mark.parametrize("number", range(len(batches())))
def test_no_other_row_is_blamed(run, number):
    addresses, new = run(number)
    also = {f"data/{name}.csv" for mutation in batches()[number] for name in mutation.also}
    others = [p for p in new if (p.file, p.line) not in addresses and p.file not in also]
    assert [str(problem) for problem in others] == []


@pytest.mark.parametrize("mutation", REPAIRED, ids=named)
def test_who_obeys_has_the_bytes_of_before(run, mutation):
    (text, *_) = messages(run, mutation)
    tables = copied()
    row = spoil(tables, mutation, row_of(tables[mutation.table], mutation.row))
    obey(tables, mutation, row, text)
    for name, rows in tables.items():
        assert written(name, rows) == original_bytes(name), text


def obey(tables: Tables, mutation: Mutation, row: dict[str, str], text: str) -> None:
    """Do what the message says, and nothing that it does not say."""
    if mutation.repair == mutation_kinds.FROM_GIT:
        assert "git diff" in text
        tables.update(copied())
    elif mutation.repair == mutation_kinds.NO_ROW:
        assert "delete this row" in text
        tables[mutation.table].remove(row)
    elif mutation.repair == mutation_kinds.BOTH:
        row["ags"], row["id"] = re.search(r"write ags (\S+) and id ([^\s,]+)", text).groups()
    elif mutation.repair in REPAIR:
        row[mutation.column] = REPAIR[mutation.repair](row[mutation.column], text)
    else:
        row[mutation.column] = re.search(mutation.repair, text)[1]
