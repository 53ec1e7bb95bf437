"""How a command declares what may be typed, in the words of typer, but without it.

typer takes a fifth of the time of a small run. So it is loaded only where it is needed
(`by_typer.py`): most command lines are typed plainly (`plainly.py`).
"""

from typing import Any


class Declared:
    """What typer is to know of a parameter; all but `names` is given as typer calls it."""

    __slots__ = ("names", "settings")

    def __init__(self, *names: str, **settings: Any) -> None:
        self.names = names
        self.settings = settings


class Option(Declared):
    """An option: it goes by its names, or by that of the parameter."""

    __slots__ = ()


class Argument(Declared):
    """A word that goes by its place."""

    __slots__ = ()
