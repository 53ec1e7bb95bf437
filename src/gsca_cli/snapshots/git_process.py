"""A process of git: asked with words of our own, and nothing that a repository holds is run."""

import os
import shutil
import subprocess
import weakref
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from queue import Empty, SimpleQueue
from threading import Event, Thread, Timer
from typing import IO, Final, NamedTuple, cast

from gsca_cli.errors import CannotRunError
from gsca_cli.snapshots.snapshot import MOST_BYTES

SECONDS: Final = 30
"""How long git may take for one answer."""

MOST_LISTED: Final = 1 << 26
"""The most bytes of a list: a few crafted folders can hold more paths than any disk."""

# SUDO_UID is how git knows whose folders it may trust when root asks.
_KEPT = ("HOME", "PATH", "SUDO_UID", "SYSTEMROOT", "TMPDIR", "USERPROFILE", "XDG_CONFIG_HOME")
_OURS = {
    # What is missing is never fetched: the repository's own settings would say by which program.
    "GIT_ALLOW_PROTOCOL": "none",
    "GIT_NO_LAZY_FETCH": "1",
    "GIT_OPTIONAL_LOCKS": "0",
    "GIT_TERMINAL_PROMPT": "0",
    # `explained` knows git's messages in English.
    "LC_ALL": "C",
}
_SETTINGS = (
    # Larger blobs are passed on piece by piece, not held whole.
    "core.bigFileThreshold=1m",
    "core.fsmonitor=false",
    "core.hooksPath=/dev/null",
    "core.pager=cat",
    "core.quotePath=false",
    "color.ui=false",
    "diff.external=",
    # These would change what `git log` tells: it is no plumbing, but nothing else finds renames.
    "log.follow=false",
    "log.showRoot=true",
    "log.showSignature=false",
    # Who has made a commit is said in the repository alone, not in the settings of who asks.
    "mailmap.file=",
    "protocol.allow=never",
)
_FLAGS = (
    "--no-pager",
    "--no-replace-objects",
    "--literal-pathspecs",
    *(word for setting in _SETTINGS for word in ("-c", setting)),
)


def run_git(folder: Path, words: Sequence[str]) -> tuple[int, bytes, str]:
    """The exit code of git, what it writes, and what it complains of.

    Raises:
        CannotRunError: it cannot be started, takes too long, or writes too much.
    """
    process = _start(folder, words, stdin=subprocess.DEVNULL, stderr=subprocess.PIPE)
    with process, _in_time(process):
        written = cast("IO[bytes]", process.stdout).read(MOST_LISTED + 1)
        if len(written) > MOST_LISTED:
            message = "git lists too many files: no alliance has as many at any revision"
            raise CannotRunError(message)
        complaint = cast("IO[bytes]", process.stderr).read()
        process.wait()
    return process.returncode, written, decoded(complaint)


def _start(folder: Path, words: Sequence[str], stdin: int, stderr: int) -> subprocess.Popen[bytes]:
    command = [_program(), "-C", str(folder), *_FLAGS, *words]
    kept = {name: os.environ[name] for name in _KEPT if name in os.environ}
    environment = kept | _OURS
    try:
        return subprocess.Popen(
            command, env=environment, stdin=stdin, stdout=subprocess.PIPE, stderr=stderr
        )
    except OSError as error:
        message = f"git cannot be started: {error.strerror}; install it anew"
        raise CannotRunError(message) from error


class Answer(NamedTuple):
    """An object that git holds, and the first bytes of what it says."""

    id: str
    kind: bytes
    content: bytes


Answers = Sequence[Answer | None]
"""What git says of some objects: None where it cannot give one, and says no more."""


class Talk:
    """One process of git that is given names, and answers with objects until it is ended."""

    def __init__(self, folder: Path) -> None:
        words = ("cat-file", "--batch")
        process = _start(folder, words, stdin=subprocess.PIPE, stderr=subprocess.DEVNULL)
        self._questions = cast("IO[bytes]", process.stdin)
        self._wanted: SimpleQueue[int] = SimpleQueue()
        self._answers: SimpleQueue[Answers] = SimpleQueue()
        # Only a thread of its own can be waited for with a limit, on every system.
        given = (cast("IO[bytes]", process.stdout), self._wanted, self._answers)
        Thread(target=_pass_on, args=given, daemon=True).start()
        self.end = weakref.finalize(self, _end, process, self._wanted)

    def ask(self, name: str) -> Answer | None:
        """The object of a name; None if git cannot give it, and says no more."""
        return self.ask_all([name])[0]

    def ask_all(self, names: Sequence[str]) -> Answers:
        """The objects of some names, so few that git need not have answered to hear all of them.

        The last is the first that git cannot give, or that is too large to be read to its end.
        """
        self._wanted.put(len(names))
        try:
            self._questions.write("".join(f"{name}\n" for name in names).encode())
            self._questions.flush()
        except (OSError, UnicodeEncodeError):
            # Who does not listen any more does not answer.
            self._answers.put([None])
        try:
            return self._answers.get(timeout=SECONDS)
        except Empty:
            self.end()
            raise _too_slow() from None


def _pass_on(
    stream: IO[bytes], wanted: "SimpleQueue[int]", answers: "SimpleQueue[Answers]"
) -> None:
    """Read as many answers as are wanted, until none is.

    They are passed on together: for each alone, the two threads would wait for each other.
    """
    with stream:
        while number := wanted.get():
            answers.put(_answers(stream, number))


def _answers(stream: IO[bytes], number: int) -> Answers:
    found: list[Answer | None] = []
    while len(found) < number and not (found and _is_last(found[-1])):
        found.append(_answer(stream))
    return found


def _is_last(answer: Answer | None) -> bool:
    return answer is None or len(answer.content) >= MOST_BYTES


def _answer(stream: IO[bytes]) -> Answer | None:
    heading = _heading(stream.readline())
    if not heading:
        return None
    name, kind, size = heading
    content = stream.read(min(size, MOST_BYTES))
    if len(content) < min(size, MOST_BYTES):
        return None
    if size < MOST_BYTES:
        stream.read(len(b"\n"))
    return Answer(name, kind, content)


def _heading(line: bytes) -> tuple[str, bytes, int] | None:
    """The id, kind and size that a line of `cat-file` announces; None if it is none of ours."""
    match line.split():
        case [name, (b"blob" | b"commit") as kind, size]:
            return name.decode(), kind, int(size)
    return None


def _end(process: subprocess.Popen[bytes], wanted: "SimpleQueue[int]") -> None:
    # Its output is closed by the thread that reads it.
    wanted.put(0)
    process.kill()
    with suppress(OSError):
        cast("IO[bytes]", process.stdin).close()
    process.wait()


@contextmanager
def _in_time(process: subprocess.Popen[bytes]) -> Iterator[None]:
    """Stop a process that takes too long, or whose answer is no longer wanted."""
    late = Event()

    def stop() -> None:
        late.set()
        process.kill()

    clock = Timer(SECONDS, stop)
    clock.start()
    try:
        yield
    finally:
        clock.cancel()
        process.kill()
    if late.is_set():
        raise _too_slow()


def _too_slow() -> CannotRunError:
    return CannotRunError(f"git takes longer than {SECONDS} seconds for one answer; try again")


def _program() -> str:
    found = shutil.which("git")
    # A program in the folder at hand may be the repository's own.
    if found is None or not Path(found).is_absolute():
        message = "git is not installed; install it, or ask about no revision"
        raise CannotRunError(message)
    return found


def explained(complaint: str, folder: Path) -> str:
    """What git complains of, in our words, with the cure."""
    lines = [line.strip() for line in complaint.splitlines() if line.strip()]
    if "not a git repository" in complaint:
        return f"there is no git repository at {folder} or above it; `git init` makes one"
    for line in lines:
        if "--add safe.directory" in line:
            return (
                f"{folder} belongs to another user, so git does not read it; "
                f"if you trust it, run `{line}`"
            )
    return f"git failed: {lines[0] if lines else 'it does not say why'}"


def decoded(text: bytes) -> str:
    """A name as Python has it from a disk: what is no UTF-8 is kept."""
    return text.decode("utf-8", "surrogateescape")
