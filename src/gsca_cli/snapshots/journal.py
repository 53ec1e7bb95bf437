"""What an edit of several files means to do, kept until it is done."""

import json
import os
from base64 import b64decode, b64encode
from collections.abc import Iterator
from contextlib import suppress
from hashlib import sha256
from pathlib import Path
from typing import Any, Final

from gsca_cli.errors import CannotRunError
from gsca_cli.snapshots.changes import FileChange
from gsca_cli.snapshots.disk import NO_LINK, Rights, create, sync_folder, telling
from gsca_cli.snapshots.plan import WritePlan
from gsca_cli.snapshots.targets import folders_above

_VERSION: Final = 1


class Journal:
    """A file that appears whole and on disk, or not at all; only who holds the lock writes it.

    It holds the plan itself: `git clean` may remove all drafts.
    """

    def __init__(self, path: Path) -> None:
        self.path = path

    def write(self, plan: WritePlan) -> None:
        """Put the plan in force.

        Raises:
            CannotRunError: it cannot be written; it may be in force all the same.
        """
        with telling(self.path):
            part = self._part()
            create(part, encoded(plan))
            part.replace(self.path)
            # The folder may be as new as the journal.
            for folder in (self.path.parent, self.path.parent.parent):
                sync_folder(folder)

    def read(self) -> WritePlan | None:
        """The plan that is in force; None where there is none.

        Raises:
            CannotRunError: it cannot be read.
        """
        try:
            with os.fdopen(os.open(self.path, os.O_RDONLY | NO_LINK), "rb") as file:
                return decoded(file.read())
        except FileNotFoundError:
            return None
        except (OSError, ValueError, TypeError, KeyError) as error:
            why = getattr(error, "strerror", None) or "it is damaged"
            message = (
                f"an edit was interrupted, and its journal {self.path} cannot be read: {why}; "
                "see that the files are as you want them, and delete it"
            )
            raise CannotRunError(message) from error

    def remove(self) -> None:
        """The plan is carried out, or taken back.

        Raises:
            OSError: it cannot be removed, or may be there again after a loss of power.
        """
        with suppress(FileNotFoundError):
            self.path.unlink()
            sync_folder(self.path.parent)

    def sweep(self) -> None:
        """Remove a journal that was never in force."""
        with suppress(OSError):
            self._part().unlink()

    def _part(self) -> Path:
        return self.path.with_suffix(".part")


def encoded(plan: WritePlan) -> Iterator[bytes]:
    """One line for the edit, one for each file, and one to prove them whole."""
    proof = sha256()
    for values in ({"version": _VERSION, "folders": list(plan.folders)}, *_lines(plan)):
        line = json.dumps(values).encode() + b"\n"
        proof.update(line)
        yield line
    yield proof.hexdigest().encode() + b"\n"


def _lines(plan: WritePlan) -> Iterator[dict[str, Any]]:
    for change in plan.changes:
        yield {
            "path": change.path,
            "before": _as_text(change.before),
            "after": _as_text(change.after),
            "rights": plan.rights.get(change.path),
        }


def decoded(journal: bytes) -> WritePlan:
    """The plan of a journal.

    Raises:
        ValueError, TypeError, KeyError: it holds none.
    """
    *lines, proof = journal.splitlines(keepends=True)
    if sha256(b"".join(lines)).hexdigest().encode() + b"\n" != proof:
        message = "it is not whole"
        raise ValueError(message)
    head, *files = [json.loads(line) for line in lines]
    if head["version"] != _VERSION:
        message = "another version wrote it"
        raise ValueError(message)
    changes = [
        FileChange(str(file["path"]), _as_bytes(file["before"]), _as_bytes(file["after"]))
        for file in files
    ]
    rights = {file["path"]: Rights(*map(int, file["rights"])) for file in files if file["rights"]}
    ours = {folder for change in changes for folder in folders_above(change.path)}
    return WritePlan(changes, rights, [folder for folder in head["folders"] if folder in ours])


def _as_text(content: bytes | None) -> str | None:
    return None if content is None else b64encode(content).decode()


def _as_bytes(text: str | None) -> bytes | None:
    return None if text is None else b64decode(text, validate=True)
