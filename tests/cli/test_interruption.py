"""Ctrl-C at any moment: 130 at once, not a word, and nothing half written."""

import os
import select
import shutil
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from git_repository import GitRepository
from gsca import Gsca
from small_alliance import FILES
from terminal import Terminal, screen

from gsca_cli.cli.whole_file import write_file

pytestmark = pytest.mark.skipif(os.name == "nt", reason="needs the signals of POSIX")

RUN = "from gsca_cli.cli.start import main\nsys.exit(main())"
PRESS = """
import os, signal, sys
# Who starts the tests in the background has all their processes ignore it.
signal.signal(signal.SIGINT, signal.default_int_handler)
def press(): os.kill(os.getpid(), signal.SIGINT)
"""
AT_AN_IMPORT = """
class Finder:
    def find_spec(self, name, *_):
        if name == "{name}":
            press()
sys.meta_path.insert(0, Finder())
"""
IN_PASSING = """
import weakref
class Thing: pass
thing = Thing()
class Finder:
    def find_spec(self, name, *_):
        global thing
        if name == "gsca_cli.checking":
            thing = None
sys.meta_path.insert(0, Finder())
kept = weakref.ref(thing, lambda _: press())
"""
AT_A_NAME = """
import functools
class Watched(functools.cached_property):
    def __set_name__(self, owner, name):
        if owner.__name__ == "Settings":
            press()
        super().__set_name__(owner, name)
functools.cached_property = Watched
"""
AT_A_READ = """
from gsca_cli.snapshots.worktree import Worktree
read, reads = Worktree.read, []
def watched(self, path):
    reads.append(path)
    if len(reads) == {number}:
        press()
    return read(self, path)
Worktree.read = watched
"""
WHILE_JUDGING = """
from gsca_cli.checking import checking
checking.judge = lambda *_: press()
"""
AT_A_CALL = """
calls = 0
def count(frame, event, _):
    global calls
    calls += event == "call"
    if event == "call" and calls == {number}:
        sys.setprofile(None)
        press()
def begin():
    sys.setprofile(count)
"""
BESIDE_OTHERS = """
os.setsid()
def press():
    # As a terminal does: all that it runs are told.
    os.killpg(0, signal.SIGINT)
from gsca_cli.checking import processes, readers
readers.WORTH_PROCESSES, readers._usable = 1, lambda: 2
begin = processes.Processes.begin
def watched(self, unread, *, closely=False):
    made = begin(self, unread, closely=closely)
    if {awaited}:
        made()
    press()
    return made
processes.Processes.begin = watched
"""
FROM_THE_START = "from gsca_cli.cli import start; begin()"
WHILE_WRITING = """
from gsca_cli.snapshots.store import Store
write = Store.write
def watched(self, changes):
    begin()
    write(self, changes)
    sys.setprofile(None)
    if not {number}:
        sys.stderr.write(str(calls))
Store.write = watched
"""


def gsca(root: Path, before: str, *words: str) -> subprocess.CompletedProcess[str]:
    """Run gsca in a process of its own that presses Ctrl-C itself."""
    command = [sys.executable, "-c", f"{PRESS}{before}\n{RUN}", *words]
    return subprocess.run(command, capture_output=True, text=True, cwd=root, check=False)


def held(root: Path) -> dict[str, bytes]:
    """All files of a folder but those that every edit leaves, by their paths."""
    return {
        str(file.relative_to(root)): file.read_bytes()
        for file in root.rglob("*")
        if file.is_file() and file.name not in {"edit.lock", ".gitignore"}
    }


@pytest.mark.parametrize(
    "before",
    [
        AT_AN_IMPORT.format(name="gsca_cli.cli.plainly"),
        *(AT_AN_IMPORT.format(name=name) for name in ("pydantic", "gsca_cli.checking")),
        IN_PASSING,
        # Python makes another error of it, and says so.
        AT_A_NAME,
        *(AT_A_READ.format(number=number) for number in (1, 5, len(FILES))),
    ],
)
def test_while_modules_load_and_files_are_read(small: Gsca, before: str) -> None:
    done = gsca(small.root, before, "validate")
    assert (done.returncode, done.stdout, done.stderr) == (130, "", "")


def test_while_typer_loads(small: Gsca) -> None:
    done = gsca(small.root, AT_AN_IMPORT.format(name="typer"), "validate", "--strict=yes")
    assert (done.returncode, done.stdout, done.stderr) == (130, "", "")


@pytest.mark.parametrize("awaited", [False, True])
def test_while_other_processes_start_or_wait(small: Gsca, *, awaited: bool) -> None:
    # Who has standard error is heard to the end, even after gsca itself.
    done = gsca(small.root, BESIDE_OTHERS.format(awaited=awaited), "validate")
    assert (done.returncode, done.stdout, done.stderr) == (130, "", "")


@pytest.mark.parametrize("number", [2, 10, 100, 1_000, 5_000, 20_000, 40_000])
def test_at_any_call(small: Gsca, number: int) -> None:
    before = AT_A_CALL.format(number=number) + FROM_THE_START
    done = gsca(small.root, before, "report", "north")
    assert (done.returncode, done.stdout, done.stderr) == (130, "", "")


def test_while_a_shell_asks(small: Gsca) -> None:
    before = AT_AN_IMPORT.format(name="gsca_cli.cli.completing.answer")
    done = gsca(small.root, before, "__complete", "fish", "va")
    assert (done.returncode, done.stdout, done.stderr) == (130, "", "")


def test_any_other_error_is_still_told(small: Gsca) -> None:
    done = gsca(small.root, "import weakref\n" + IN_PASSING.replace("press()", "1 / 0"), "validate")
    assert done.returncode == 0
    assert "ZeroDivisionError" in done.stderr
    broken = AT_AN_IMPORT.format(name="gsca_cli.cli.app").replace("press()", "1 / 0")
    done = gsca(small.root, broken, "validate")
    assert done.returncode == 1
    assert "ZeroDivisionError" in done.stderr


@pytest.mark.parametrize(
    ("before", "shown"),
    [
        (AT_A_READ.format(number=5), "Reading: 0 of"),
        (WHILE_JUDGING, "Checking the whole: 0 s"),
    ],
)
def test_the_line_that_shows_how_far_it_is_is_wiped(small: Gsca, before: str, shown: str) -> None:
    drawn = "from gsca_cli.cli import progress; progress.AFTER = progress._PAUSE = 0\n"
    drawn += "progress._TICK = 0.001\n"
    ran = Terminal().run(small.root, ["validate"], before=PRESS + before + drawn)
    assert ran.code == 130
    assert shown in ran.written
    assert screen(ran.written) == [""]


STUB = """#!/bin/sh
case " $* " in
*" {question} "*)
    exec 3> {pipe}
    echo asked >&3
    exec cat {never}
esac
exec {git} "$@"
"""
"""A git that never answers one question."""


@pytest.mark.parametrize(
    ("question", "words"),
    [
        ("cat-file", ["validate", "--at", "HEAD"]),
        ("ls-tree", ["list", "cities", "--at", "HEAD"]),
        ("rev-list", ["report", "--at", "2022-06"]),
        ("log", ["log", "oslo"]),
    ],
)
def test_while_git_answers_git_ends_too(
    repository: GitRepository,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    question: str,
    words: list[str],
) -> None:
    pipe, never, git = tmp_path / "pipe", tmp_path / "never", tmp_path / "bin/git"
    names = {"pipe": pipe, "never": never, "git": shutil.which("git")}
    git.parent.mkdir()
    git.write_text(STUB.format(question=question, **names))
    git.chmod(0o755)
    os.mkfifo(pipe)
    os.mkfifo(never)
    monkeypatch.setenv("PATH", str(git.parent), prepend=os.pathsep)
    asked = os.open(pipe, os.O_RDONLY | os.O_NONBLOCK)
    with subprocess.Popen(
        [sys.executable, "-m", "gsca_cli", *words],
        cwd=repository.path,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        start_new_session=True,
    ) as process:
        assert read_in_time(asked) == b"asked\n"
        # A terminal tells all that it runs; the pipe has an end once git has ended.
        os.killpg(process.pid, signal.SIGINT)
        assert read_in_time(asked) == b""
        out, err = process.communicate()
    os.close(asked)
    assert (process.returncode, out) == (130, b"")
    assert b"Traceback" not in err


def read_in_time(pipe: int) -> bytes:
    """What comes next from a pipe that must not stay silent for ever."""
    ready, _, _ = select.select([pipe], [], [], 20)
    assert ready
    return os.read(pipe, 100)


def test_while_nobody_reads_what_it_writes(small: Gsca) -> None:
    for number in range(3_000):
        text = FILES["data/cities/oslo.yaml"].replace("Oslo", f"Oslo the {number}th of its name")
        (small.root / f"data/cities/oslo-{number}.yaml").write_text(text)
    command = [sys.executable, "-m", "gsca_cli", "list", "cities"]
    with subprocess.Popen(command, cwd=small.root, stdout=subprocess.PIPE) as process:
        assert process.stdout
        assert os.read(process.stdout.fileno(), 1)
        process.send_signal(signal.SIGINT)
        assert process.wait() == 130


def test_a_result_for_a_file_leaves_the_old_file_and_nothing_else(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupted(*_: object) -> None:
        raise KeyboardInterrupt

    (tmp_path / "file").write_bytes(b"old")
    monkeypatch.setattr(Path, "replace", interrupted)
    with pytest.raises(KeyboardInterrupt):
        write_file(b"new", tmp_path / "file")
    assert held(tmp_path) == {"file": b"old"}


def test_while_an_edit_is_written_the_files_are_the_old_or_the_new(small: Gsca) -> None:
    old = held(small.root)
    words = ["rename", "open-data", "free-data"]
    whole = gsca(small.root, AT_A_CALL.format(number=0) + WHILE_WRITING.format(number=0), *words)
    assert whole.returncode == 0, whole.stderr
    new = held(small.root)
    assert new != old
    calls = int(whole.stderr.partition("gsca:")[0])
    # A call more or less, as on another day, must not let an edit end before the last number.
    for number in range(1, calls * 11 // 12, calls // 7):
        for path in new:
            (small.root / path).unlink(missing_ok=True)
        for path, content in old.items():
            (small.root / path).parent.mkdir(parents=True, exist_ok=True)
            (small.root / path).write_bytes(content)
        before = AT_A_CALL.format(number=number) + WHILE_WRITING.format(number=number)
        done = gsca(small.root, before, *words)
        assert (done.returncode, done.stderr) == (130, "")
        assert held(small.root) in (old, new), number
