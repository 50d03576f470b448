"""Where the districts are: geometry, neighbours, the join.

It imports of the project only how files are written (`data.writing`) and which day it is
(`data.clock`), and only `geo.build` speaks to the network.
"""
