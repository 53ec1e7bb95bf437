"""The order of what two sides have put together."""

from collections import defaultdict
from collections.abc import Sequence

from gsca_cli.documents.merging.versions import Versions


def interleaved(ours: Sequence[str], theirs: Sequence[str]) -> list[str]:
    """Our order; what only they have stands behind what it follows there, and behind our own."""
    mine, known = set(ours), set(theirs)
    behind: dict[str | None, list[str]] = defaultdict(list)
    last = None
    for key in theirs:
        if key in mine:
            last = key
        else:
            behind[last].append(key)
    found, waiting = [], behind[None]
    for key in ours:
        if key in known:
            found += waiting
            waiting = behind[key]
        found.append(key)
    return found + waiting


def merged_order(orders: Versions) -> list[str] | None:
    """The order of three lists of names in one; None if both sides changed it, and not alike."""
    base, ours, theirs = orders
    shared = set(base) & set(ours) & set(theirs)
    before, mine, other = ([name for name in each if name in shared] for each in orders)
    if other in (before, mine):
        return interleaved(ours, theirs)
    return interleaved(theirs, ours) if mine == before else None
