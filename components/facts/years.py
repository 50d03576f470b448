"""The ends of the years that are shown side by side."""

from datetime import date

#: The years between the law and the last district, each shown at its end.
YEAR_ENDS = tuple(date(year, 12, 31) for year in range(2012, 2019))
