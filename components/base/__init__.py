"""What everything stands on: words, the choice, the stamp, published files, places, the atlas."""

#: Of the program; the data have a version of their own (`data.tables.version`).
VERSION = "0.1"
