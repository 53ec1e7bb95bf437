"""What an edit that was interrupted left: it is finished, or else taken back."""

from pathlib import Path

from gsca_cli.errors import CannotRunError
from gsca_cli.snapshots.carry_out import carry_out, take_back
from gsca_cli.snapshots.disk import telling
from gsca_cli.snapshots.drafts import Drafts
from gsca_cli.snapshots.journal import Journal
from gsca_cli.snapshots.plan import WritePlan
from gsca_cli.snapshots.targets import content, look


def recover(root: Path, drafts: Drafts, journal: Journal) -> None:
    """Make the files whole again, and sweep; for who holds the lock.

    A file that somebody has changed since is neither old nor new: then nothing is touched, as
    no whole edit could come of it.

    Raises:
        CannotRunError: they cannot be made whole; the message says what to do.
    """
    drafts.sweep()
    journal.sweep()
    plan = journal.read()
    if plan is None:
        return
    try:
        _require_old_or_new(root, plan)
        _finish_or_take_back(root, plan, drafts)
        with telling(journal.path):
            journal.remove()
    except CannotRunError as error:
        message = (
            f"an edit was interrupted and can neither be finished nor undone: {error}; mend that "
            f"and run the command again, or delete {journal.path} to keep all files as they are"
        )
        raise CannotRunError(message) from error


def _require_old_or_new(root: Path, plan: WritePlan) -> None:
    for change in plan.changes:
        with telling(change.path):
            found = content(look(root, change))
        if found not in {change.before, change.after}:
            message = f"{change.path} holds neither what it held before nor what it was to hold"
            raise CannotRunError(message)


def _finish_or_take_back(root: Path, plan: WritePlan, drafts: Drafts) -> None:
    try:
        with drafts.of(plan) as texts:
            carry_out(root, plan, texts, [])
    except CannotRunError:
        take_back(root, plan, plan.changes, drafts)
