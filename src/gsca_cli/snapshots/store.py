"""The only writer of data files: whole edits or none, one at a time, whatever is killed."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from gsca_cli.errors import CannotRunError
from gsca_cli.snapshots.backstage import Backstage, backstage_of
from gsca_cli.snapshots.carry_out import carry_out, take_back
from gsca_cli.snapshots.changes import FileChange
from gsca_cli.snapshots.disk import make_folder
from gsca_cli.snapshots.drafts import Drafts
from gsca_cli.snapshots.journal import Journal
from gsca_cli.snapshots.lock import holding
from gsca_cli.snapshots.plan import WritePlan, plan_of
from gsca_cli.snapshots.recovery import recover


@contextmanager
def editing(root: Path, *, patience: float = 30) -> Iterator["Store"]:
    """Be the only one who edits an alliance; what was interrupted before is finished first.

    Raises:
        CannotRunError: another process edits for longer than `patience` seconds, the lock cannot
            be had, or an interrupted edit can neither be finished nor undone.
    """
    backstage = backstage_of(root)
    make_folder(backstage.folder)
    with holding(backstage.lock, patience):
        store = Store(backstage)
        store.recover()
        yield store


class Store:
    """Writes the files of an alliance, for who holds its lock."""

    def __init__(self, backstage: Backstage) -> None:
        self._root = backstage.root
        self._drafts = Drafts(backstage)
        self._journal = Journal(backstage.journal)

    def write(self, changes: Sequence[FileChange]) -> None:
        """Make all changes, or none; they are on disk when it returns.

        Raises:
            CannotRunError: a file is not what it was, is none that may be written, or cannot be
                written; the message says whether anything was changed.
        """
        # An edit that could not be taken back may be there, as long as its user goes on.
        self.recover()
        try:
            plan = plan_of(self._root, changes)
        except CannotRunError as error:
            raise _unchanged(error) from error
        if plan.changes:
            self._write(plan)

    def recover(self) -> None:
        """Finish, or else undo, what was interrupted.

        Raises:
            CannotRunError: neither can be done.
        """
        recover(self._root, self._drafts, self._journal)

    def _write(self, plan: WritePlan) -> None:
        begun: list[FileChange] = []
        try:
            with self._drafts.of(plan) as drafts:
                if plan.needs_journal:
                    self._journal.write(plan)
                carry_out(self._root, plan, drafts, begun)
        # Whatever it is, such as Ctrl-C: half an edit must not stay.
        except BaseException as error:
            self._take_back(plan, begun, error)
            if isinstance(error, CannotRunError):
                raise _unchanged(error) from error
            raise
        self._end("all was changed")

    def _take_back(self, plan: WritePlan, begun: Sequence[FileChange], why: BaseException) -> None:
        self._journal.sweep()
        try:
            take_back(self._root, plan, begun, self._drafts)
        except CannotRunError as error:
            retried = "the next command that edits tries again"
            message = (
                f"{str(why) or type(why).__name__}; and what was done so far cannot be undone: "
                f"{error}; {retried if plan.needs_journal else 'look at what the file holds'}"
            )
            raise CannotRunError(message) from error
        self._end("nothing was changed")

    def _end(self, state: str) -> None:
        try:
            self._journal.remove()
        except OSError as error:
            message = (
                f"{state}, but the journal stays: cannot remove {self._journal.path}: "
                f"{error.strerror or error}; delete it"
            )
            raise CannotRunError(message) from error


def _unchanged(error: CannotRunError) -> CannotRunError:
    return CannotRunError(f"nothing was changed: {error}")
