"""The commands that write pictures: their options, what they write, one line on a bad value."""

import argparse
from datetime import date

import pytest
from curated import atlas

from commands import comparison, curve, film, map, multiples, options, timeline
from components.base.choice import COLOURINGS

COMMANDS = (map, curve, multiples, timeline, comparison, film)


def run(*arguments):
    root = options.Parser(prog="export.py")
    commands = root.add_subparsers(required=True, parser_class=options.Parser)
    for one in COMMANDS:
        one.register(commands)
    chosen = root.parse_args(list(map_all(arguments)))
    chosen.run(chosen, atlas())
    return chosen


def map_all(arguments):
    return (str(one) for one in arguments)


def test_the_map_of_a_day_as_the_ending_of_the_file_says(tmp_path):
    target = tmp_path / "karte.svg"
    run("map", "--day", "2015-09-24", "--site", "https://example.org", "-o", target)
    text = target.read_text("utf-8")
    assert "GeoBasis-DE" in text and "https://example.org/?tag=2015-09-24" in text


@pytest.mark.parametrize("colouring", COLOURINGS)
def test_the_map_is_coloured_as_asked_for(tmp_path, colouring):
    target = tmp_path / "karte.svg"
    site = ("--site", "https://example.org")
    run("map", "--day", "2015-09-24", "--colouring", colouring, *site, "-o", target)
    assert f"farbe={colouring}&amp;" in target.read_text("utf-8")


@pytest.mark.parametrize(
    "arguments",
    [
        ("curve", "--measure", "share", "--definition", "open"),
        ("multiples", "--no-title"),
        ("timeline", "--ags", "05566"),
        ("comparison", "--other-definition", "open"),
    ],
    ids=lambda arguments: arguments[0],
)
def test_the_other_pictures_in_english_and_another_shape(tmp_path, arguments):
    target = tmp_path / "picture"
    common = ["--day", "2015-09-24", "--format", "svg", "--shape", "4:5", "--lang", "en"]
    run(*arguments, *common, "-o", target)
    text = target.read_text("utf-8")
    assert "Day shown" in text and 'viewBox="0 0 576 720"' in text


def test_a_film_up_to_a_day(tmp_path):
    target = tmp_path / "film.gif"
    run("film", "--day", "2012-02-29", "-o", target)
    assert target.read_bytes().startswith(b"GIF89a")


@pytest.mark.parametrize(
    ("arguments", "finding"),
    [
        (("map", "--day", "2015-9-24"), "write 2014-04-25"),
        (("map", "--shape", "4:3"), "4:3"),
        (("map", "--format", "jpg"), "jpg"),
        (("timeline", "--ags", "05999"), "is not the key or name of one district; write "),
        (("film", "--format", "mp4"), "mp4"),
        (("comparison", "--other-day", "2014-04-25", "--other-definition", "open"), "not allowed"),
    ],
)
def test_a_bad_value_gets_one_line_and_writes_nothing(tmp_path, capsys, arguments, finding):
    target = tmp_path / "file.svg"
    with pytest.raises(SystemExit) as ended:
        run(*arguments, "-o", target)
    said = capsys.readouterr().err
    assert ended.value.code == 2 and finding in said and said.count("\n") == 1
    assert not target.exists()


def test_an_ending_that_no_format_has_is_named_with_those_that_there_are(tmp_path, capsys):
    with pytest.raises(SystemExit):
        run("map", "--day", "2015-09-24", "-o", tmp_path / "karte.jpg")
    assert "png, svg, pdf" in capsys.readouterr().err


def test_the_options_mean_what_they_say():
    root = argparse.ArgumentParser()
    commands = root.add_subparsers(parser_class=options.Parser)
    map.register(commands)
    chosen = root.parse_args(["map", "--day", "2015-09-24", "--no-title", "-o", "a.png"])
    assert (chosen.day, chosen.titled, chosen.shape) == (date(2015, 9, 24), False, "16:9")
    assert (chosen.definition, chosen.lang, chosen.colouring) == ("approved", "de", "has")
