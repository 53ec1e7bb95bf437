"""Files that are being written, in a folder of their own until they are whole."""

import os
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from itertools import count
from pathlib import Path
from typing import Final

from gsca_cli.snapshots.backstage import Backstage
from gsca_cli.snapshots.disk import Rights, create, is_folder, make_folder, telling
from gsca_cli.snapshots.plan import WritePlan
from gsca_cli.snapshots.targets import content, look

_IGNORE: Final = ".gitignore"
_EVERYTHING: Final = b"*\n"


class Drafts:
    """The drafts of an edit; only who holds the lock makes and sweeps them."""

    def __init__(self, backstage: Backstage) -> None:
        self._backstage = backstage
        self._folder = backstage.drafts
        self._numbers = count(1)
        self._furnished = False

    @contextmanager
    def of(self, plan: WritePlan) -> Iterator[Mapping[str, Path]]:
        """The new files of a plan, by path, on disk; none for a file that is as it shall be.

        Raises:
            CannotRunError: one cannot be written.
        """
        try:
            yield dict(self._written(plan))
        finally:
            self.sweep()

    def sweep(self) -> None:
        """Remove what is left, of this edit or of one that was interrupted."""
        # What cannot be removed now is removed by the next edit.
        with suppress(OSError):
            # Behind a link lie files of somebody else: a repository may hold one.
            if not is_folder(self._backstage.own) or not is_folder(self._folder):
                return
            for draft in list(self._folder.iterdir()):
                with suppress(OSError):
                    draft.unlink()
            self._furnished = False
            self._folder.rmdir()

    def _written(self, plan: WritePlan) -> Iterator[tuple[str, Path]]:
        for change in plan.changes:
            if change.after is None:
                continue
            with telling(change.path):
                if content(look(self._backstage.root, change)) != change.after:
                    rights = plan.rights.get(change.path)
                    yield change.path, self._write(change.after, rights)

    def _write(self, text: bytes, rights: Rights | None) -> Path:
        self._furnish()
        draft = self._folder / f"{os.getpid()}-{next(self._numbers)}"
        create(draft, [text], rights)
        return draft

    def _furnish(self) -> None:
        """Have the folder, inside of one that tells git to ignore it."""
        if self._furnished:
            return
        own = self._backstage.own
        make_folder(own)
        make_folder(self._folder)
        self._furnished = True
        if not os.path.lexists(own / _IGNORE):
            self._write(_EVERYTHING, None).replace(own / _IGNORE)
