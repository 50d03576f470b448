"""`export.py factsheet` writes one page for a district or the state; errors take one line."""

import re
from datetime import date

import curated
import pytest
from pypdf import PdfReader

from commands import factsheet, options
from components.base.choice import Choice
from components.printed import factsheets


@pytest.fixture(scope="module")
def atlas():
    return curated.atlas()


@pytest.fixture
def run(atlas, capfd):
    """Runs the command in this process: exit code and standard error."""

    def command(*arguments):
        root = options.Parser(prog="export.py")
        factsheet.register(root.add_subparsers(parser_class=options.Parser))
        try:
            chosen = root.parse_args(["factsheet", *arguments])
            chosen.run(chosen, atlas)
            code = 0
        except SystemExit as end:
            code = end.code
        return code, "".join(capfd.readouterr())

    return command


def text(path):
    (page,) = PdfReader(path).pages
    return " ".join(page.extract_text().split())


def test_a_district_on_a_day_with_all_options(run, atlas, tmp_path):
    target = tmp_path / "kleve.pdf"
    chosen = ["--ags", "05154", "--day", "2015-09-24", "--definition", "open", "--lang", "en"]
    assert run(*chosen, "--site", "https://a.example", "-o", str(target)) == (0, "")
    choice = Choice(date(2015, 9, 24), "open", "05154", "en")
    assert target.read_bytes() == factsheets.file(atlas, choice, "https://a.example")
    told = text(target)
    assert "Kreis Kleve" in told and "24 September 2015" in told
    query = "tag=2015-09-24&definition=open&kreis=05154&farbe=has&lang=en"
    assert f"https://a.example/kreis?{query}" in told


@pytest.mark.parametrize("named", ["05566", "Steinfurt", "kreis steinfurt", "Rheine", "ST"])
def test_a_district_is_called_by_key_name_municipality_or_plate(run, tmp_path, monkeypatch, named):
    monkeypatch.setattr(factsheets, "file", lambda atlas, choice, site: choice.ags.encode())
    target = tmp_path / "sheet.pdf"
    assert run("--ags", named, "-o", str(target)) == (0, "")
    assert target.read_bytes() == b"05566"


@pytest.mark.parametrize("key", [[], ["--ags", "NRW"], ["--ags", "nrw"]])
def test_without_a_key_it_is_the_state(run, tmp_path, monkeypatch, key):
    told = "{0.ags}{0.day}".format
    monkeypatch.setattr(factsheets, "file", lambda atlas, choice, site: told(choice).encode())
    target = tmp_path / "state.pdf"
    assert run(*key, "--day", "2015-09-24", "-o", str(target)) == (0, "")
    assert target.read_bytes() == b"2015-09-24"


@pytest.mark.parametrize(
    ("arguments", "finding"),
    [
        (["--ags", "05999"], '--ags: "05999" is not the key or name of one district; write '),
        (["--ags", "0515"], "write Kreis Kleve (05154) or Kreis Mettmann (05158)"),
        (["--ags", "LH"], "write Kreis Coesfeld (05558) or Kreis Unna (05978)"),
        (["--ags", "Steinfrut"], "write Kreis Steinfurt (05566)"),
        (["--ags", "?"], "write a key, as 05566"),
        (["--day", "24.09.2015"], "write 2014-04-25"),
        (["--definition", "planned"], "invalid choice: 'planned'"),
        (["--lang", "fr"], "invalid choice: 'fr'"),
    ],
)
def test_a_bad_value_gets_one_line_and_exit_code_2(run, tmp_path, arguments, finding):
    target = tmp_path / "none.pdf"
    code, error = run(*arguments, "-o", str(target))
    assert (code, error.count("\n")) == (2, 1) and finding in error
    assert not target.exists()


def test_a_file_is_asked_for(run):
    code, error = run("--ags", "05154")
    assert code == 2 and "-o" in error


def test_a_place_that_cannot_be_written_is_told(run, tmp_path, monkeypatch):
    monkeypatch.setattr(factsheets, "file", lambda *given: b"")
    code, error = run("-o", str(tmp_path / "nowhere" / "state.pdf"))
    assert code == 2 and "cannot be written" in error


def test_the_help_explains_both_sheets(run):
    code, told = run("--help")
    assert code == 0 and "--ags NRW" in told and "--definition" in told and "--site" in told


@pytest.mark.parametrize("named", [["--ags", "05154"], ["--day", "2012-12-31"]])
def test_without_a_site_a_sheet_names_pages_and_no_query(run, tmp_path, named):
    target = tmp_path / "sheet.pdf"
    assert run(*named, "-o", str(target)) == (0, "")
    told = text(target)
    assert "tag=" not in told and re.search("Seite „(Kreis|Ohne KIZ)“ im KIZ-Atlas NRW", told)
