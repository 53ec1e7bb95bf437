"""Options that several commands share, and what they mean: the environment is read here."""

import os
import re
import sys
from collections.abc import Iterable, Sequence
from datetime import date
from pathlib import Path
from typing import Annotated, Final

from gsca_cli.alliance.nearest import did_you_mean
from gsca_cli.checking import Checked
from gsca_cli.cli.declared import Option
from gsca_cli.cli.reading import check
from gsca_cli.cli.voice import OUT, PAGED, say
from gsca_cli.errors import UsageError
from gsca_cli.findings import shown
from gsca_cli.kinds import Kind
from gsca_cli.records.when import When
from gsca_cli.snapshots.repository import find_root
from gsca_cli.snapshots.whole import require_whole
from gsca_cli.snapshots.worktree import Worktree

A_DATE: Final = "a date is written 2022, 2022-06 or 2022-06-11"

Root = Annotated[
    Path | None,
    Option("--root", metavar="DIR", help="The repository (default: look upwards for gsca.yaml)."),
]
Today = Annotated[
    str | None,
    Option(metavar="DATE", help="The day that counts as today (default: the clock)."),
]
TodayThen = Annotated[
    str | None,
    Option(
        "--today",
        metavar="DATE",
        help="The day that counts as today (default: that of --at, or the clock).",
    ),
]
At = Annotated[
    str | None,
    Option(
        metavar="MOMENT",
        help="As it was recorded then: a date (2022-06), last-meeting, meeting:N, a git revision.",
    ),
]
Since = Annotated[
    str | None,
    Option(
        metavar="MOMENT",
        help="Mark what is new since: a date (2022-06), last-meeting, meeting:N, a git revision.",
    ),
]
Language = Annotated[
    str | None, Option("--lang", metavar="TAG", help="The language of names: es, pt, ja ...")
]
Output = Annotated[
    str | None, Option("--output", "-o", metavar="FILE", help="Write to a file instead.")
]


def open_worktree(root: Path | None) -> Worktree:
    """The files on disk, of the repository that is meant, for who reads them.

    Raises:
        CannotRunError: there is none, or an edit of it was interrupted.
    """
    found = the_root(root)
    require_whole(found)
    return Worktree(found)


def the_root(root: Path | None) -> Path:
    """The folder of the repository that is meant.

    Raises:
        CannotRunError: there is none.
    """
    return find_root(whole_path(root))


def whole_path(root: Path | None) -> Path:
    """The folder that is given, or the one at hand, from the top and without `..`.

    Who remembers answers takes it in the same way (`remembering/question.py`).
    """
    return Path(os.path.abspath(root or "."))  # noqa: PTH100 (`absolute` keeps `..`)


def open_checked(root: Path | None, today: str | None) -> tuple[Worktree, Checked]:
    """The repository that is meant, read and checked.

    Raises:
        CannotRunError: there is none, or it holds no data.
        UsageError: `today` is no day.
    """
    worktree = open_worktree(root)
    return worktree, check(worktree, the_day(today))


def the_day(today: str | None) -> date:
    """The day that counts as today.

    Raises:
        UsageError: it is no day of the calendar.
    """
    if today is None:
        return date.today()  # noqa: DTZ011 (the user's own day)
    found = the_date("--today", today)
    if found.earliest is None or found.earliest != found.latest:
        message = f"--today {today}: give a day, such as 2022-06-11"
        raise UsageError(message)
    return found.earliest


def the_date(option: str, text: str) -> When:
    """A date on the command line.

    Raises:
        UsageError: it is none.
    """
    try:
        return When.parse(text)
    except ValueError as error:
        message = f"{option} {text}: {error}; {date_as_it_is_written(text)}"
        raise UsageError(message) from None


def date_as_it_is_written(text: str) -> str:
    """The date that a text in another form means; where it means none, how any is written."""
    from gsca_cli.records.meant import date_meant  # noqa: PLC0415 (only a mistake needs it)

    meant = date_meant(text)
    return f"did you mean `{meant}`?" if meant else A_DATE


def the_beginning(option: str, text: str) -> When:
    """A date on the command line that has a beginning.

    Raises:
        UsageError: it is none, or has no beginning.
    """
    found = the_date(option, text)
    if found.earliest is None:
        message = f"{option} {text}: give a date with a beginning, such as 2022-06"
        raise UsageError(message)
    return found


def the_language(tag: str | None) -> str | None:
    """A language on the command line.

    Raises:
        UsageError: it is no tag of BCP 47.
    """
    if tag is not None and not re.fullmatch(r"[a-z]{2,3}(-[A-Za-z0-9]{2,8})*", tag):
        message = f"--lang {tag}: give a language tag, such as es, pt-BR or ja"
        raise UsageError(message)
    return tag


def the_kind(text: str, kinds: Sequence[Kind] = tuple(Kind)) -> Kind:
    """A kind by its name or its plural.

    Raises:
        UsageError: it is none of some kinds.
    """
    names = {name: kind for kind in kinds for name in (kind.value, kind.plural)}
    if text not in names:
        meant = did_you_mean(text, names) or f"; the kinds are {', '.join(kinds)}"
        message = f"no kind {shown(text)}{meant}"
        raise UsageError(message)
    return names[text]


def terminal_width() -> int:
    """How many columns a text may take."""
    import shutil  # noqa: PLC0415 (it also packs archives, and loads what that takes)

    return shutil.get_terminal_size((80, 24)).columns


def wants_colour() -> bool:
    """Is a person looking, who has not asked for no colour?"""
    return sys.stdout.isatty() and not os.environ.get("NO_COLOR")


def is_for_a_person(output: str | None) -> bool:
    """Does a result go to a terminal, and to no file or other program?"""
    return output in {None, "-"} and sys.stdout.isatty()


def write_lines(text: str, output: str | None = None) -> None:
    """Write a result that is lines of sentences; a terminal shows them whole, however narrow it is.

    Raises:
        CannotRunError: the file cannot be written.
    """
    if is_for_a_person(output):
        from gsca_cli.render.wrapping import wrapped  # noqa: PLC0415 (only a person needs it)

        text = wrapped(text, terminal_width())
    write(text, output, pages=True)


def write(text: str | Iterable[str], output: str | None = None, *, pages: bool = False) -> None:
    """Write a result, be it piece by piece, to standard output, or whole to a file.

    What `pages` is shown page by page on a terminal, if it is longer than that.

    Raises:
        CannotRunError: the file cannot be written.
        UsageError: a record or a template stands there.
    """
    if output is not None and output != "-":
        from gsca_cli.cli.result_file import write_result  # noqa: PLC0415 (few need it)

        write_result(text, output)
    elif pages and sys.stdout.isatty():
        say(PAGED, "".join(text))
    else:
        for piece in [text] if isinstance(text, str) else text:
            say(OUT, piece)
