"""The commands of `export.py`, one file each: options, what `--help` says, what they write."""
