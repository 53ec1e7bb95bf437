"""An edit that is killed at any of its system calls, or in which any one of them fails."""

import re
import shutil
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
from pathlib import Path
from typing import Final

import pytest
from snapshots.edits import CALI, EDITS, NEW, OLD, break_off, found_alliance, held, left_over
from snapshots.watched import KILLED, Call, Ended, Watched

from gsca_cli.errors import CannotRunError
from gsca_cli.snapshots.backstage import backstage_of
from gsca_cli.snapshots.store import editing
from gsca_cli.snapshots.whole import require_whole

KILL: Final = "signal=KILL"
ERRORS: Final = ("error=EIO", "error=ENOSPC")
"""A disk that fails, and one that is full. All others are told in the same way."""
CHANGE_NOTHING: Final = {"close", "flock", "read"}
"""Calls that only the first error is tried on, and before which a kill is like one after them."""
AT_ONCE: Final = 4
"""Edits beside each other: most of the time is spent waiting for the disk."""


@pytest.fixture
def watches(tmp_path: Path) -> Iterator[list[Watched]]:
    with ExitStack() as stack:
        yield [
            stack.enter_context(Watched(tmp_path / f"calls-{number}")) for number in range(AT_ONCE)
        ]


def alliance(folder: Path, edit: str) -> Path:
    """What stands before an edit."""
    root = found_alliance(folder)
    if edit == "only_recover":
        break_off(root)
    return root


def calls_of(edit: str, folder: Path, watched: Watched) -> list[Call]:
    """The system calls of an edit when nothing disturbs it."""
    root = alliance(folder / "undisturbed", edit)
    ended = watched.run(edit, root)
    failing = edit == "fail_at_the_third"
    assert ended.code == (3 if failing else 0), ended.said
    assert held(root) == (OLD if failing else NEW[edit])
    assert not left_over(root)
    return list(ended.calls)


def disturb(edit: str, root: Path, watched: Watched, call: Call, how: str) -> None:
    """Disturb one call: what stands then, and after the next edit, is the old or the new."""
    ended = watched.run(edit, root, f"{call.name}:{how}:when={call.number}")
    assert ended.code == KILLED if how == KILL else "(INJECTED)" in ended.log
    look(edit, root, ended)
    with editing(root):
        pass
    assert held(root) in (OLD, NEW[edit])
    assert not left_over(root)
    # The folder is removed with its file, unless that is what failed.
    assert (root / CALI).parent.exists() == (CALI in held(root)) or call.name == "rmdir"
    require_whole(root)


def look(edit: str, root: Path, ended: Ended) -> None:
    """What an edit left is whole, or readers are told; and what it said of itself is true."""
    assert ended.code in {KILLED, 0, 3}, ended.said
    if backstage_of(root).journal.exists():
        with pytest.raises(CannotRunError, match="was interrupted"):
            require_whole(root)
    else:
        assert held(root) in (OLD, NEW[edit])
    if ended.code == 0 and edit != "only_recover":
        assert held(root) == NEW[edit]
    if "nothing was changed" in ended.said:
        assert held(root) == OLD
    if "all was changed" in ended.said:
        assert held(root) == NEW[edit]


def try_all(edit: str, folder: Path, watches: Sequence[Watched], hows: Sequence[str]) -> None:
    """Disturb every call of an edit in every way, each time in a new alliance."""
    trials = [
        (call, how)
        for call in calls_of(edit, folder, watches[0])
        for how in hows
        if call.name not in CHANGE_NOTHING or how == ERRORS[0]
    ]

    def try_some(share: int) -> None:
        for number, (call, how) in list(enumerate(trials))[share::AT_ONCE]:
            root = alliance(folder / f"{number}-{call.name}-{how}", edit)
            disturb(edit, root, watches[share], call, how)
            shutil.rmtree(root)

    assert len(trials) > 20
    with ThreadPoolExecutor(AT_ONCE) as pool:
        list(pool.map(try_some, range(AT_ONCE)))


@pytest.mark.parametrize("edit", EDITS)
def test_a_kill_at_any_moment_leaves_the_old_files_or_the_new(
    edit: str, tmp_path: Path, watches: Sequence[Watched]
) -> None:
    try_all(edit, tmp_path, watches, [KILL])


@pytest.mark.parametrize("edit", EDITS)
def test_any_error_of_the_system_leaves_the_old_files_or_the_new(
    edit: str, tmp_path: Path, watches: Sequence[Watched]
) -> None:
    try_all(edit, tmp_path, watches, ERRORS)


def test_each_step_is_on_disk_before_the_next_one(
    tmp_path: Path, watches: Sequence[Watched]
) -> None:
    root = found_alliance(tmp_path / "alliance")
    steps = watches[0].run("change_three", root).steps
    draft = re.compile(r"tmp/\d+-(\d)")
    journal = backstage_of(root).name
    told = [draft.sub(r"tmp/\1", each.replace(f"{root}/", "")) for each in steps]
    assert [each.replace(journal, "edit") for each in told] == [
        "mkdir .git/gsca",
        "mkdir .gsca",
        "mkdir .gsca/tmp",
        "sync .gsca/tmp/1",
        "rename .gsca/.gitignore",
        "sync .gsca/tmp/2",
        "sync .gsca/tmp/3",
        "sync .git/gsca/edit.part",
        "rename .git/gsca/edit.journal",
        "sync .git/gsca",
        "sync .git",
        "rename data/cities/oslo.yaml",
        "mkdir data/cities/co",
        "link data/cities/co/cali.yaml",
        "unlink data/cities/lima.yaml",
        "sync data/cities",
        "sync data/cities/co",
        "unlink .gsca/tmp/3",
        "rmdir .gsca/tmp",
        "unlink .git/gsca/edit.journal",
        "sync .git/gsca",
    ]
