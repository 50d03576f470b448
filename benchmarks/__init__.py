"""How fast the atlas is, beside a floor, a naive version and Dash: `python -m benchmarks`.

README.md beside this file explains it. Nothing here is imported by the atlas, and no test depends
on a time that was measured.
"""
