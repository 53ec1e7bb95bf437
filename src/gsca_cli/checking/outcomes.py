"""What all files of a snapshot give, in their order."""

from collections import deque
from collections.abc import Iterator, Sequence
from itertools import islice
from typing import Final, NamedTuple

from gsca_cli.checking.outcome import Outcome
from gsca_cli.checking.readers import Made, Readers
from gsca_cli.checking.source import Files, Looked, RememberedFiles, Unread
from gsca_cli.snapshots.repository import RecordPath

_AT_ONCE: Final = 200
"""Files that are read together: what they hold is in memory meanwhile."""

Given = tuple[RecordPath, Outcome]


class _Batch(NamedTuple):
    """Some files, what is known of each, and what the others are about to give."""

    places: Sequence[RecordPath]
    looked: Sequence[Looked]
    unread: Sequence[Unread]
    made: Made


def outcomes(
    places: Iterator[RecordPath], number: int, source: Files | RememberedFiles, readers: Readers
) -> Iterator[Given]:
    """What the files at some places give, of which there are about so many."""
    begun: deque[_Batch] = deque()
    met = missing = 0
    while here := list(islice(places, _AT_ONCE)):
        looked = source.look(here)
        unread = [each for each in looked if isinstance(each, Unread)]
        left = number - met
        met += len(here)
        missing += len(unread)
        # As many of those to come as of those that were met.
        expected = left * missing // met
        begun.append(_Batch(here, looked, unread, readers.begin(unread, expected)))
        if len(begun) >= readers.at_once:
            yield from _given(begun.popleft(), source)
    for batch in begun:
        yield from _given(batch, source)


def _given(batch: _Batch, source: Files | RememberedFiles) -> Iterator[Given]:
    """What is known already, and what was read now."""
    made = batch.made()
    source.keep(batch.unread, made)
    rest = iter(made)
    for place, each in zip(batch.places, batch.looked, strict=True):
        yield place, each if isinstance(each, Outcome) else next(rest)
