"""Are the files whole? What readers ask before they read."""

import os
import time
from pathlib import Path

from gsca_cli.errors import CannotRunError
from gsca_cli.snapshots.backstage import Backstage, backstage_of


def require_whole(root: Path, *, patience: float = 2) -> None:
    """See that no edit of several files is half done; wait a moment for one that goes on.

    Raises:
        CannotRunError: one was interrupted, or goes on for longer than `patience` seconds.
    """
    backstage = backstage_of(root)
    if os.path.lexists(backstage.journal):
        _wait_for(backstage, patience)


def _wait_for(backstage: Backstage, patience: float) -> None:
    # Mostly, nobody is waited for.
    from gsca_cli.snapshots.lock import PAUSE, is_held  # noqa: PLC0415

    deadline = time.monotonic() + patience
    while os.path.lexists(backstage.journal):
        if not is_held(backstage.lock):
            # It may have ended between the two questions.
            if not os.path.lexists(backstage.journal):
                return
            message = (
                "an edit of several files was interrupted; "
                "the next command that edits, such as `gsca fix`, finishes it first"
            )
            raise CannotRunError(message)
        if time.monotonic() >= deadline:
            message = "another gsca command is writing these files; try again when it has ended"
            raise CannotRunError(message)
        time.sleep(PAUSE)
