"""gsca diff: what changed between two moments, by meaning."""

from datetime import date
from enum import StrEnum
from typing import Annotated

from gsca_cli.analysis.changes.sides import Sides
from gsca_cli.analysis.diff import Diff
from gsca_cli.cli.archive import Archive, Recorded
from gsca_cli.cli.comparing import Moments, checked_diff_of, diff_of, is_quickly_checked, within
from gsca_cli.cli.declared import Argument, Option
from gsca_cli.cli.options import (
    Language,
    Output,
    Root,
    Today,
    open_worktree,
    the_day,
    the_language,
    write,
    write_lines,
)
from gsca_cli.cli.reading import NoCache
from gsca_cli.cli.sparse import require_all_files
from gsca_cli.errors import UsageError
from gsca_cli.render.as_changes import render_changes, render_changes_markdown
from gsca_cli.render.as_json import render_json

_NAME = "diff"
"""What a message about a moment begins with."""


class Format(StrEnum):
    """How changes are written."""

    TEXT = "text"
    MD = "md"
    JSON = "json"


def command(
    moments: Annotated[
        str,
        Argument(metavar="[A[..B]]", help="From A (default: HEAD) to B (default: the files)."),
    ] = "HEAD",
    last: Annotated[str | None, Argument(metavar="[B]", help="The later end, as B.")] = None,
    root: Root = None,
    at: Annotated[
        str | None, Option(metavar="MOMENT", help="The later end, in place of B.")
    ] = None,
    today: Today = None,
    region: Annotated[
        str | None,
        Option(metavar="ID", help="Only this region and its cities; meetings are its own."),
    ] = None,
    lang: Language = None,
    exit_code: Annotated[
        bool,
        Option("--exit-code", help="Exit with 1 if something changed in meaning, or may have."),
    ] = False,
    form: Annotated[Format, Option("--format", help="How it is written.")] = Format.TEXT,
    output: Output = None,
    _no_cache: NoCache = False,
) -> int:
    """Say what changed between two moments, by meaning; layout and comments alone are no change.

    A moment is a commit, a branch, a tag, a date, or a meeting of --region. Of a date, A is its
    beginning and B its end. A...B compares B with where it left A.

    Example: gsca diff 2022-05..2022-06 --format md
    """
    if last is not None:
        moments = _until(moments, last, last)
    if at is not None:
        moments = _until(moments, at, f"--at {at}")
    archive = Archive(root)
    day = the_day(today)
    ends = _moments(archive, moments, region, None if today is None else day)
    make = diff_of if form is Format.TEXT and not is_quickly_checked(ends) else checked_diff_of
    diff, sides = make(ends, day, the_language(lang))
    if region is not None:
        diff = within(diff, sides, region)
    _give(diff, sides, form, output)
    # What cannot be read may say anything.
    return int(exit_code and bool(diff.records or diff.unread))


def _give(diff: Diff, sides: Sides, form: Format, output: str | None) -> None:
    match form:
        case Format.JSON:
            write(render_json("diff", diff), output, pages=True)
        case Format.MD:
            # Only who reads tables pays for what makes them.
            from gsca_cli.cli.folds import folds  # noqa: PLC0415

            write(render_changes_markdown(diff, folds(diff, sides)), output, pages=True)
        case Format.TEXT:
            write_lines(render_changes(diff), output)


def _until(moments: str, end: str, named: str) -> str:
    """The two ends, the later one of which is named by itself.

    Raises:
        UsageError: it is named already.
    """
    if ".." in moments:
        message = f"{moments} names both ends: leave out {named}, or write one end"
        raise UsageError(message)
    return f"{moments}..{end}"


def _moments(archive: Archive, text: str, region: str | None, today: date | None) -> Moments:
    """The two ends of `A..B`; of `A...B`, what B and A both come from, and B.

    Raises:
        CannotRunError: there is no such moment.
        UsageError: it makes no sense.
    """
    first, dots, last = text.partition("..." if "..." in text else "..")
    end = _end(archive, last, region, today) if dots or not archive.is_checked_out else None
    start = archive.since(first or "HEAD", region, today, _NAME)
    if dots == "..." and end:
        start = archive.common(start, end)
    if end is None:
        require_all_files(archive.root, "compare commits, such as HEAD~1..HEAD")
        labels = start.label, "the files as they are"
        return Moments(start.snapshot, open_worktree(archive.root), labels)
    return Moments(start.snapshot, end.snapshot, (start.label, end.label))


def _end(archive: Archive, text: str, region: str | None, today: date | None) -> Recorded:
    return archive.at(text or "HEAD", region, today, _NAME)
