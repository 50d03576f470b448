"""Where the districts are: geometry, neighbours, the join.

`components/` and `export.py` may import this package; it imports nothing else of the
project, and only `geo.build` speaks to the network.
"""
