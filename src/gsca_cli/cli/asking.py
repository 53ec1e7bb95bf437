"""Questions for what a new record must say, asked on a terminal only."""

import sys
from collections.abc import Sequence
from contextlib import nullcontext, redirect_stdout
from pathlib import Path
from typing import Final

from gsca_cli.alliance.alliance import Alliance
from gsca_cli.cli.messages import tell
from gsca_cli.cli.options import the_day, the_root
from gsca_cli.cli.questions import prompted
from gsca_cli.cli.reading import unchecked
from gsca_cli.cli.voice import make_way
from gsca_cli.editing.answers import why_not
from gsca_cli.editing.assignment import Assignment, Sign
from gsca_cli.editing.new_place import require_free
from gsca_cli.editing.required import EXAMPLES, missing
from gsca_cli.records.shape import shape_of
from gsca_cli.snapshots.repository import RecordPath
from gsca_cli.snapshots.store import editing
from gsca_cli.snapshots.worktree import Worktree

_WHAT: Final = {"country": "Its name, or its code"}
"""What is asked for, where more may be answered than the file will hold."""


def can_ask() -> bool:
    """Does a person sit there, who sees a question and can answer it?"""
    return sys.stdin.isatty() and sys.stderr.isatty()


def asked_for(
    root: Path | None, today: str | None, place: RecordPath, asked: Sequence[Assignment]
) -> list[Assignment]:
    """What is asked for, and the answers to what is missing there.

    Raises:
        UsageError: the id is taken.
        KeyboardInterrupt: the person has had enough.
    """
    day, top = the_day(today), the_root(root)
    with editing(top):
        # What was interrupted is finished first; nobody waits for the lock while a person thinks.
        alliance = unchecked(Worktree(top), day, may_be_empty=True)
    require_free(alliance, place)
    answers = list(asked)
    for name in missing(place.kind, asked, alliance.settings):
        answers.append(_answer(alliance, place, answers, name))
    return answers


def _answer(
    alliance: Alliance, place: RecordPath, asked: Sequence[Assignment], name: str
) -> Assignment:
    """The first answer that fits."""
    while True:
        answer = Assignment(name, Sign.SET, _prompted(_question(place, name)))
        if not answer.value:
            continue
        if not (why := why_not(alliance, place, asked, answer)):
            return answer
        tell(why)


def _prompted(question: str) -> str:
    make_way()
    # The last blank of a question goes to standard output, which holds nothing but the result.
    with nullcontext() if sys.stdout.isatty() else redirect_stdout(sys.stderr):
        return prompted(question).strip()


def _question(place: RecordPath, name: str) -> str:
    field = shape_of(place.kind).names()[name]
    what = _WHAT.get(name) or (field.description or name).removesuffix(".")
    such_as = f", such as {EXAMPLES[name]}" if name in EXAMPLES else ""
    return f"{name} ({what}{such_as})"
