"""`export.py table`: a table as a file, in any of its formats."""

import argparse

from commands import options, output
from components import downloads
from components.base.atlas import Atlas
from components.base.choice import Choice
from components.base.wording import Wording
from components.downloads.delimited import NUMBERS

HELP = """\
Writes a table with all that it needs to stand alone: day, definition, reading, data
version, licence and citation.

--table
  status    the 54 districts at the end of the day; the default
  history   when each district first had a KIZ, under every definition: 216 rows with the
            interval of days, for survival analysis
  panel     every district at the end of every month up to the day: status, and the group
            under every definition
  districts the 54 with AGS, ARS, NUTS-3, number plates, latest population and their KIZ
  curve     the named counts and the bounds of the number on every day on which one moves
  changes   what changed from --from to the day
  happened  every event, confirmation and step of the law from --from to the day
  holdouts  the districts without a KIZ on the day, then those whose standing is undetermined
  events    everything that happened, on any day
  sources   every source
  totals    every published total with its verdict
  milestones, population, municipalities
            the steps of the law, the numbers of people, the municipalities with their district
--format (or the ending of FILE)
  csv      UTF-8; what the file says of itself repeats in columns at the end, atlas_*; what
           is one row per district has a column of labels beside each of codes
  xlsx     typed cells, a sheet that explains the columns, a sheet about the file
  json     what the file says of itself in both languages, its columns, typed rows
  geojson  with the areas (RFC 7946); status, districts, changes and holdouts only
  gpkg     GeoPackage with the areas (EPSG:4326); the same tables
  parquet  typed; the status with the areas (GeoParquet)
A text that a spreadsheet would run as a formula is made harmless: in CSV it gets a leading
apostrophe, in XLSX it is a text cell. Numbers stay numbers.
"""


def register(commands: options.Commands) -> None:
    """Add the command."""
    summary = "a table as CSV, XLSX, JSON, GeoJSON, GeoPackage or Parquet"
    parser = options.command(commands, "table", summary, HELP, run)
    meaning = "default: status"
    parser.add_argument("--table", choices=downloads.TABLES, default="status", help=meaning)
    options.day(parser)
    meaning = f"the first day of changes and happened, {options.A_DAY}; default: that of the law"
    parser.add_argument("--from", dest="first", type=options.a_day, help=meaning)
    options.definition(parser)
    options.reading(parser)
    options.language(parser)
    meaning = "default: the ending of FILE"
    parser.add_argument("--format", choices=downloads.FORMATS, help=meaning)
    meaning = "of a CSV: for programs; or for a German Excel, with words for names and codes"
    parser.add_argument("--numbers", choices=NUMBERS, default=NUMBERS[0], help=meaning)
    meaning = "begin a CSV with the mark by which Excel knows UTF-8"
    parser.add_argument("--bom", action="store_true", help=meaning)
    options.site(parser)
    output.file(parser)


def run(chosen: argparse.Namespace, atlas: Atlas) -> None:
    """Write the file."""
    if chosen.first and chosen.first > chosen.day:
        finding = f"--day {chosen.day} is before --from {chosen.first}; swap the two days"
        chosen.refuse(finding)
    formats = downloads.formats_of(chosen.table)
    kind = output.format_of(chosen, formats, f"--table {chosen.table}")
    first = chosen.first if chosen.table in downloads.FROM_A_DAY else None
    choice = Choice(chosen.day, chosen.definition, language=chosen.lang, since_day=first)
    output.write(chosen, lambda: _content(chosen, atlas, choice, kind))


def _content(chosen: argparse.Namespace, atlas: Atlas, choice: Choice, kind: str) -> bytes:
    table = downloads.table(chosen.table, atlas, choice, chosen.reading, chosen.site)
    return downloads.written(table, kind, Wording(chosen.lang), chosen.numbers, chosen.bom)
