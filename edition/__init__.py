"""A self-contained static site of one day: pages, tables, pictures, factsheets, checksums."""
