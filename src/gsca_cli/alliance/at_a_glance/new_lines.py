"""Lines that are not known at their places: what they do is found for many files at once.

So each is looked at once, however many files have it, and the checks are asked once whether any of
them is suspect.
"""

from collections.abc import Callable, Iterable, Sequence
from operator import attrgetter
from typing import Final

from gsca_cli.alliance.at_a_glance.meaning import step_of_entry, step_of_line
from gsca_cli.alliance.at_a_glance.places import Place, Step
from gsca_cli.alliance.at_a_glance.seen import DoubtError
from gsca_cli.documents.plain import NotPlainError

Suspect = Callable[[Sequence[str]], bool]
"""May anything be wrong with some lines, whatever stands around them?"""

_COLON: Final = ": "
_NO_VALUE: Final = ("", " ", "#")
"""Where one of these follows, it takes a closer look to tell whether a value does."""


class Walk:
    """What the lines of a file do, one by one, and where it stands behind the last of them.

    It `is_in_doubt` if it turns out that one does not fit, or is suspect.
    """

    __slots__ = ("end", "is_in_doubt", "steps")

    def __init__(self, begin: Place) -> None:
        self.steps: list[Step] = []
        self.end = begin
        self.is_in_doubt = False


class NewLine:
    """A line that is not known at its place, and the steps of walks that it makes.

    What it does is found at once where that decides where the file stands behind it, else later:
    until then, its step leads there and does nothing. Of entries with one key at one place,
    the `likeness` is the same.
    """

    __slots__ = ("_entry", "_place", "is_in_doubt", "likeness", "line", "makes", "step")

    def __init__(self, place: Place, line: str) -> None:
        """A line at a place.

        Raises:
            NotPlainError: it is not written plainly.
            DoubtError: it is not certain that it fits.
        """
        self.line = line
        self.makes: list[tuple[Walk, int]] = []
        self.is_in_doubt = False
        self._place = place
        beginning, colon, rest = line.partition(_COLON)
        # Lines of many files begin alike, and then differ.
        says_more = colon and rest[:1] not in _NO_VALUE
        self._entry = place.entries.get(beginning) if says_more else None
        if self._entry:
            block, _, entry = self._entry
            self.likeness = entry.number
            self.step = _leads_to(block)
        else:
            self.likeness = 0
            self.step = step_of_line(place, line)

    def learn(self) -> None:
        """Find what it does."""
        if self._entry:
            start = self.line.index(_COLON) + len(_COLON)
            try:
                self.step = step_of_entry(self._entry, self.line, start)
            except (NotPlainError, DoubtError):
                self.is_in_doubt = True

    def settle(self) -> None:
        """Make the steps; what it does is known from now on if it came a second time."""
        if not self.is_in_doubt and (len(self.makes) > 1 or self._place.has_met(self.line)):
            self._place.keep(self.line, self.step)
        for walk, index in self.makes:
            walk.steps[index] = self.step
            walk.is_in_doubt |= self.is_in_doubt


def learn(lines: Iterable[NewLine], is_suspect: Suspect) -> None:
    """Find what lines do, and make all their steps; those that are suspect are in doubt."""
    # Those that are alike come together: so the processor has what it needs at hand.
    new = sorted(lines, key=attrgetter("likeness"))
    for each in new:
        each.learn()
    sure = [each for each in new if not each.is_in_doubt]
    # Hardly ever is there a suspect among them.
    if is_suspect([each.line for each in sure]):
        for each in sure:
            each.is_in_doubt = is_suspect([each.line])
    for each in new:
        each.settle()


def _leads_to(place: Place) -> Step:
    return place, None, None, None, None, None
