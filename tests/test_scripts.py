"""The parts of the scripts fit together, and one file of them is left of imports and exports."""

import re
from pathlib import Path

import pytest

from components.base.script import classic, module, parts

ROOT = Path(__file__).parents[1]
#: The scripts: for each its last part, which says what it imports.
SCRIPTS = {
    file.name: file
    for file in (
        ROOT / "components" / "map" / "script" / "start.mjs",
        ROOT / "components" / "html" / "first.mjs",
        *(ROOT / "edition" / "assets").glob("*.mjs"),
        *(ROOT / "components" / "page").glob("*_assets/*.mjs"),
    )
}
IMPORT = re.compile(r'^import \{([^}]*)\} from "([^"]+)";$', re.MULTILINE)
EXPORT = re.compile(r"^export (?:async )?(?:const|function|class) (\w+)", re.MULTILINE)
TOP = re.compile(r"^(?:export )?(?:async )?(?:const|let|function|class) (\w+)", re.MULTILINE)
every_script = pytest.mark.parametrize("file", SCRIPTS.values(), ids=SCRIPTS)


def code(part):
    """A part without its comments."""
    return re.sub(r"(^|[ ;{])//.*$", "", part.read_text("utf-8"), flags=re.MULTILINE)


def imported(part):
    """The names that a part imports."""
    return [name.strip() for names, _ in IMPORT.findall(code(part)) for name in names.split(",")]


def uses(part, name):
    """Whether a part calls a function or names a class or a constant."""
    found = rf"\b{name}\b" if name[0].isupper() else rf"(?:(?<![.\w])|(?<=\.\.\.)){name}\("
    return re.search(found, IMPORT.sub("", code(part)))


@every_script
def test_a_part_imports_what_it_uses_of_others_and_nothing_else(file):
    exported = {name for part in parts(file) for name in EXPORT.findall(code(part))}
    for part in parts(file):
        names = imported(part)
        others = exported - set(TOP.findall(code(part)))
        assert sorted(names) == sorted(name for name in others if uses(part, name)), part.name


@every_script
def test_no_two_parts_of_a_script_give_one_name_to_two_things(file):
    names = [name for part in parts(file) for name in TOP.findall(code(part))]
    assert sorted(names) == sorted(set(names))


@every_script
def test_a_script_is_one_file_of_all_its_parts_each_before_those_that_use_it(file):
    listed = parts(file)
    assert listed[-1] == file
    for place, part in enumerate(listed):
        paths = [path for _, path in IMPORT.findall(part.read_text("utf-8"))]
        assert {(part.parent / path).resolve() for path in paths} <= set(listed[:place])
    text = module(file).decode()
    assert re.findall(r"^(?:import|export)\b(?! default).*", text, re.MULTILINE) == []


def test_every_part_is_a_part_of_a_script():
    there = {
        part
        for folder in ("components", "edition")
        for part in (ROOT / folder).rglob("*.mjs")
    }  # fmt: skip
    assert there == {part for file in SCRIPTS.values() for part in parts(file)}


def test_parts_are_joined_in_order_and_once(tmp_path):
    (tmp_path / "base.mjs").write_text("export const one = 1;\n", "utf-8")
    (tmp_path / "middle.mjs").write_text(
        'import { one } from "./base.mjs";\n\nexport function two() { return 2 * one; }\n',
        "utf-8",
    )
    last = tmp_path / "last.mjs"
    last.write_text(
        'import { one } from "./base.mjs";\nimport {\n  two,\n} from "./middle.mjs";\n'
        "export default () => one + two();\n",
        "utf-8",
    )
    joined = (
        "const one = 1;\n\n\nfunction two() { return 2 * one; }\n\n"
        "export default () => one + two();\n"
    )
    assert module(last).decode() == joined
    assert classic(last).decode() == f'"use strict";\n(function () {{\n{joined}}}());\n'
