"""The tables as files: `table` makes one, `written` gives its bytes in a format.

`columns` is the one definition of what stands in each (`column` of what a column is), `rows`
collects it, `tables` joins the two, `about` says what a file says of itself; `delimited` and
`german`, `workbook`, `records`, `geodata` and `columnar` write one format each, `addresses` the
files for machines, `terminal` what is printed.
"""

from components.downloads.files import FORMATS, file_name, formats_of, named, written
from components.downloads.tables import FROM_A_DAY, TABLES, Table, table

__all__ = [
    "FORMATS",
    "FROM_A_DAY",
    "TABLES",
    "Table",
    "file_name",
    "formats_of",
    "named",
    "table",
    "written",
]
