"""The atlas for tests of pictures, read once for all of them."""

from functools import cache

from components.atlas import Atlas


@cache
def atlas():
    return Atlas.load()
