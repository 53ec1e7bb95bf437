"""gsca diff: what changed between two moments, by meaning."""

from datetime import UTC, datetime
from enum import StrEnum
from typing import Annotated

import typer

from gsca_cli.analysis.diff import Diff
from gsca_cli.cli.comparing import Moments, checked_diff_of, diff_of
from gsca_cli.cli.options import (
    Language,
    Output,
    Root,
    Today,
    open_worktree,
    the_day,
    the_language,
    write,
)
from gsca_cli.render.as_changes import render_changes, render_changes_markdown
from gsca_cli.render.as_json import render_json
from gsca_cli.snapshots.git import Git
from gsca_cli.snapshots.repository import folder_in_repository
from gsca_cli.snapshots.revision import Revision
from gsca_cli.snapshots.worktree import Worktree


class Format(StrEnum):
    """How changes are written."""

    TEXT = "text"
    MD = "md"
    JSON = "json"


def command(
    moments: Annotated[
        str,
        typer.Argument(
            metavar="[A[..B]]", help="From A (default: HEAD) to B (default: the files)."
        ),
    ] = "HEAD",
    root: Root = None,
    today: Today = None,
    lang: Language = None,
    exit_code: Annotated[
        bool, typer.Option("--exit-code", help="Exit with 1 if something changed in meaning.")
    ] = False,
    form: Annotated[Format, typer.Option("--format", help="How it is written.")] = Format.TEXT,
    output: Output = None,
) -> int:
    """Say what changed between two moments, by meaning; layout and comments alone are no change.

    A moment is a commit, a branch, a tag or a date. A...B compares B with where it left A.

    Example: gsca diff main..HEAD --format md
    """
    worktree = open_worktree(root)
    day = the_day(today)
    ends = _moments(worktree, moments)
    make = diff_of if form is Format.TEXT else checked_diff_of
    diff, _ = make(ends, day, the_language(lang))
    write(_rendered(diff, form), output)
    return int(exit_code and diff.records > 0)


def _rendered(diff: Diff, form: Format) -> str:
    match form:
        case Format.JSON:
            return render_json("diff", diff)
        case Format.MD:
            return render_changes_markdown(diff)
        case Format.TEXT:
            return render_changes(diff)


def _moments(worktree: Worktree, text: str) -> Moments:
    """The two ends of `A..B`; of `A...B`, what B and A both come from, and B.

    Raises:
        CannotRunError: there is no such revision.
    """
    first, dots, last = _split(text)
    git = Git(worktree.root)
    folder = folder_in_repository(worktree.root)
    start = git.commit(first or "HEAD")
    end = git.commit(last or "HEAD") if dots else None
    if dots == "..." and end:
        start = git.merge_base(start, end)
    after = Revision(git, end, folder) if end else worktree
    labels = _label(git, start), _label(git, end) if end else "the files as they are"
    return Moments(Revision(git, start, folder), after, labels)


def _split(text: str) -> tuple[str, str, str]:
    dots = "..." if "..." in text else ".."
    return text.partition(dots)


def _label(git: Git, commit: str) -> str:
    """A commit as people know it: its id in short, and its day."""
    told = git.told(commit)
    return f"{told.id[:7]} of {datetime.fromtimestamp(told.time, UTC):%Y-%m-%d}"
