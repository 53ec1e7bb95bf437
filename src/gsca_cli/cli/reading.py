"""Reads an alliance, and shows on a terminal how far it is: as `checking`, with a person there."""

from datetime import date

from gsca_cli import checking
from gsca_cli.alliance.alliance import Alliance
from gsca_cli.checking import Checked
from gsca_cli.cli.progress import watching
from gsca_cli.snapshots.snapshot import Snapshot


def check(snapshot: Snapshot, today: date, *, may_be_empty: bool = False) -> Checked:
    """Read everything and check it.

    Raises:
        NoDataError: there is not one record, and there must be.
    """
    with watching() as watch:
        return checking.check(snapshot, today, may_be_empty=may_be_empty, watch=watch)


def unchecked(snapshot: Snapshot, today: date, *, may_be_empty: bool = False) -> Alliance:
    """The alliance alone, for whoever asks for no findings.

    Raises:
        NoDataError: there is not one record, and there must be.
    """
    with watching() as watch:
        return checking.unchecked(snapshot, today, may_be_empty=may_be_empty, watch=watch)
