"""The one door to git: it asks, and nothing that a repository holds is run or written."""

import re
from collections import deque
from collections.abc import Iterator, Sequence
from datetime import datetime
from pathlib import Path
from typing import NamedTuple

from gsca_cli.errors import CannotRunError
from gsca_cli.findings import shown
from gsca_cli.snapshots.charset import readable
from gsca_cli.snapshots.git_process import Answer, Talk, decoded, explained, run_git
from gsca_cli.snapshots.no_revision import no_revision
from gsca_cli.snapshots.snapshot import MOST_BYTES

_LOG = (
    "-z",
    # A commit stands behind all that come from it, even where a clock was wrong.
    "--date-order",
    "--raw",
    "--no-abbrev",
    "--find-renames",
    "--no-ext-diff",
    "--no-textconv",
    "--no-decorate",
    "--no-notes",
    "--no-relative",
    "--encoding=UTF-8",
)

_ID = re.compile(rb"([0-9a-f]{40}(?:[0-9a-f]{24})?)\n")
_PARENT = re.compile(rb"^parent ([0-9a-f]+)$", re.MULTILINE)
_AT_ONCE = 50
_LONGEST_REVISION = 1000
_MOST_NAMES = 2000

_ALL_HISTORY = (
    "this clone is shallow; fetch all of the history "
    "(`git fetch --unshallow`, in CI with `fetch-depth: 0`)"
)


class Commit(NamedTuple):
    """A commit: when it was made, in seconds since 1970 (UTC), by whom, and its first line."""

    id: str
    time: int
    author: str
    subject: str


class TreeEntry(NamedTuple):
    """A path in a commit: how git stores it, and the id of its content."""

    path: str
    mode: str
    id: str


class Git:
    """Asks git about the repository that a folder lies in.

    Every question is answered or raises `CannotRunError`, with the cure.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._talk: Talk | None = None

    def commit(self, revision: str) -> str:
        """The id of the commit that a revision names.

        Raises:
            CannotRunError: there is none, or git cannot say.
        """
        if not _may_name_a_commit(revision):
            raise CannotRunError(no_revision(revision))
        peeled = f"{revision}^{{commit}}"
        answer = self._asked(peeled)
        if answer and answer.kind == b"commit":
            return answer.id
        # Only a process of its own says why.
        found = self._find("rev-parse", "--verify", "--quiet", "--end-of-options", peeled)
        if found is None:
            raise CannotRunError(self._why_none(revision))
        return found

    def told(self, commit: str) -> Commit:
        """What a commit, given by id, says of itself.

        Raises:
            CannotRunError: the repository does not hold it.
        """
        return _read_commit(self._object(commit, b"commit"))

    def has_parents(self, commit: str) -> bool:
        """Was a commit, given by id, made from others? The log of a shallow clone may deny it.

        Raises:
            CannotRunError: the repository does not hold it.
        """
        head = self._object(commit, b"commit").content.partition(b"\n\n")[0]
        return b"\nparent " in head

    def held(self, commit: str, path: str) -> str | None:
        """The id of the file that a commit, given by id, holds at a path from the top."""
        # One question is one line.
        answer = None if "\n" in path else self._asked(f"{commit}:{path}")
        return answer.id if answer and answer.kind == b"blob" else None

    def last_before(self, commit: str, moment: datetime) -> str | None:
        """The id of the last commit until a moment, from a commit back along first parents.

        Raises:
            CannotRunError: git cannot say, or the clone is too shallow to know.
        """
        # Written as a date, git would read a year before 1970 or after 2099 as another one.
        until = f"--before=@{max(0, int(moment.timestamp()))} +0000"
        found = self._find("rev-list", "--max-count=1", "--first-parent", until, commit)
        if found is None and self._is_shallow():
            raise CannotRunError(_ALL_HISTORY)
        return found

    def first(self, commit: str) -> str:
        """The id of the oldest commit, from a commit back along first parents.

        Raises:
            CannotRunError: git cannot say.
        """
        listed = self._list("rev-list", "--max-parents=0", "--first-parent", commit)
        return listed.split(b"\n")[0].decode()

    def require_parents(self, commit: str) -> None:
        """See that the clone holds what a commit, given by id, was made upon.

        Raises:
            CannotRunError: it does not: the clone is shallow.
        """
        answer = self._asked(commit)
        head = answer.content.partition(b"\n\n")[0] if answer else b""
        parent = _PARENT.search(head)
        if parent and self._asked(parent[1].decode()) is None:
            raise CannotRunError(_ALL_HISTORY)

    def merge_base(self, one: str, other: str) -> str:
        """The id of the nearest commit that two commits, given by id, both come from.

        Raises:
            CannotRunError: there is none, or git cannot say.
        """
        found = self._find("merge-base", one, other)
        if found is None:
            cure = _ALL_HISTORY if self._is_shallow() else "compare two of one history"
            message = f"the two revisions come from no common commit: {cure}"
            raise CannotRunError(message)
        return found

    def files(self, commit: str, paths: Sequence[str]) -> Iterator[TreeEntry]:
        """What a commit, given by id, holds at some paths or below them.

        Raises:
            CannotRunError: git cannot say.
        """
        listed = self._list("ls-tree", "-r", "-z", "--full-tree", "--", commit, *paths)
        for line in listed.split(b"\0")[:-1]:
            stored, _, path = line.partition(b"\t")
            mode, _, content = stored.decode().split(" ")
            yield TreeEntry(decoded(path), mode, content)

    def log(self, commit: str, paths: Sequence[str], *, mainline: bool = False) -> list[str]:
        """The commits from one, given by id, backwards, and what each did at some paths or below.

        The paths are those from the folder that git is asked in; those in the answer begin at the
        top of the repository. For each commit: its id, its parents, its time, its author, its first
        line, and then for each file a line in git's raw format and its path; two paths if it was
        renamed; in a merge one for each parent, and its own.

        Raises:
            CannotRunError: git cannot say.
        """
        merges = (
            ["--first-parent"] if mainline else ["--diff-merges=combined", "--combined-all-paths"]
        )
        asked = (*merges, "--format=%H%x00%P%x00%ct%x00%aN%x00%s", commit, "--", *paths)
        listed = self._list("log", *_LOG, *asked)
        return [word.lstrip("\n") for word in decoded(listed).split("\0")]

    def read(self, blob: str) -> bytes:
        """The first `MOST_BYTES` bytes of a blob; one process answers for all blobs.

        Raises:
            CannotRunError: the repository does not hold it.
        """
        return self._object(blob, b"blob").content

    def read_all(self, blobs: Sequence[str]) -> Iterator[bytes]:
        """The first `MOST_BYTES` bytes of each of some blobs: sooner than one after the other.

        Raises:
            CannotRunError: the repository does not hold one of them.
        """
        waiting = deque(blobs)
        while waiting:
            names = [waiting.popleft() for _ in range(min(len(waiting), _AT_ONCE))]
            talk, self._talk = self._talk or Talk(self.folder), None
            for number, answer in enumerate(talk.ask_all(names), 1):
                if answer is None or answer.kind != b"blob":
                    talk.end()
                    raise _missing(names[number - 1])
                yield answer.content
                if len(answer.content) >= MOST_BYTES:
                    # It says no more: the others are asked for anew.
                    talk.end()
                    waiting.extendleft(reversed(names[number:]))
                    break
            else:
                self._talk = talk

    def _object(self, name: str, kind: bytes) -> Answer:
        """What git holds of an id, which must be an object of a kind."""
        answer = self._asked(name)
        if answer is None or answer.kind != kind:
            raise _missing(name)
        return answer

    def _asked(self, name: str) -> Answer | None:
        """What git holds of a name; None if it is nothing, or if git cannot say."""
        talk, self._talk = self._talk or Talk(self.folder), None
        answer = talk.ask(name)
        if answer is not None and len(answer.content) < MOST_BYTES:
            self._talk = talk
        else:
            # The rest of a large blob may go on for long: a new process is there sooner.
            talk.end()
        return answer

    def _why_none(self, revision: str) -> str:
        if self._is_shallow():
            return f"there is no revision {shown(revision)}: {_ALL_HISTORY}"
        begun = self._find("rev-parse", "--verify", "--quiet", "HEAD") is not None
        return no_revision(revision, self._names(), begun=begun)

    def _names(self) -> Sequence[str]:
        kinds = ("refs/heads", "refs/tags", "refs/remotes")
        most = f"--count={_MOST_NAMES}"
        listed = self._list("for-each-ref", most, "--format=%(refname:short)", *kinds)
        return decoded(listed).split()

    def _is_shallow(self) -> bool:
        return self._list("rev-parse", "--is-shallow-repository") == b"true\n"

    def _find(self, *words: str) -> str | None:
        """The one id that git writes; None if it writes none, or something else."""
        code, written, complaint = run_git(self.folder, words)
        if code not in {0, 1}:
            raise CannotRunError(explained(complaint, self.folder))
        found = _ID.fullmatch(written)
        return found[1].decode() if found and not code else None

    def _list(self, *words: str) -> bytes:
        code, written, complaint = run_git(self.folder, words)
        if code:
            raise CannotRunError(explained(complaint, self.folder))
        return written


def _read_commit(answer: Answer) -> Commit:
    head, _, text = answer.content.partition(b"\n\n")
    lines = dict(line.partition(b" ")[::2] for line in reversed(head.split(b"\n")))
    charset = decoded(lines.get(b"encoding", b"utf-8"))
    author = readable(lines.get(b"author", b"").partition(b" <")[0], charset)
    time = re.search(rb"> (-?[0-9]+) [-+][0-9]+\Z", lines.get(b"committer", b""))
    subject = readable(text.strip().partition(b"\n")[0], charset)
    return Commit(answer.id, int(time[1]) if time else 0, author, subject)


def _missing(name: str) -> CannotRunError:
    message = (
        f"git cannot read the object {name}: the clone is partial or damaged; "
        "clone the repository again, without `--filter`"
    )
    return CannotRunError(message)


def _may_name_a_commit(revision: str) -> bool:
    """Can git be asked for it? What starts with `-` could be an option."""
    printable = 0 < len(revision) <= _LONGEST_REVISION and revision.isprintable()
    return printable and not revision.startswith("-")
