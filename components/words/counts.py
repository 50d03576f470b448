"""How a number is said that lies between two, or that some more may belong to."""

from components.base.wording import Wording


def between(least: float, most: float, words: Wording) -> str:
    """A number, or between which two it lies: 3; 3 bis 5."""
    if least == most:
        return words.number(least)
    return words("count.between", least=words.number(least), most=words.number(most))


def having(n: int, undetermined: int, of: int, words: Wording) -> str:
    """How many of all have one, and of how many more it is undetermined, if of any."""
    count = words("coverage.of", n=n, of=of)
    if not undetermined:
        return count
    return f"{count} {words('coverage.undetermined', n=undetermined)}"
