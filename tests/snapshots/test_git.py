import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from git_repository import GitRepository, use_no_settings

from gsca_cli.errors import CannotRunError
from gsca_cli.snapshots.git import Git, TreeEntry
from gsca_cli.snapshots.line_merge import merge_texts
from gsca_cli.snapshots.snapshot import MOST_BYTES

MODULE = "gsca_cli.snapshots.git"
NO_ID = "1234567890" * 4
SOMEBODY_ELSE = 12345
AS_ROOT = pytest.mark.skipif(
    not hasattr(os, "geteuid") or os.geteuid() != 0, reason="only root can give a folder away"
)
WITH_SHELL = pytest.mark.skipif(os.name == "nt", reason="the programs of this test need a shell")
SHALLOW = (
    "this clone is shallow; fetch all of the history "
    "(`git fetch --unshallow`, in CI with `fetch-depth: 0`)"
)
GIVE_ONE = "give a commit, a branch or a tag"
DAMAGED = "the clone is partial or damaged; clone the repository again, without `--filter`"


@dataclass
class Started:
    """A process that was started, and the environment it was given."""

    process: subprocess.Popen[bytes]
    command: list[str]
    environment: Mapping[str, str]


@pytest.fixture
def started(monkeypatch: pytest.MonkeyPatch) -> list[Started]:
    """Every process that gsca starts."""
    found: list[Started] = []
    start = subprocess.Popen.__init__

    def watched(self: subprocess.Popen[bytes], command: list[str], **given: Any) -> None:
        if f"-C {command[2]}" == " ".join(command[1:3]):
            found.append(Started(self, command, given["env"]))
        start(self, command, **given)

    monkeypatch.setattr(subprocess.Popen, "__init__", watched)
    return found


@pytest.fixture(autouse=True)
def _no_settings(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    use_no_settings(monkeypatch, tmp_path / "home")


@pytest.fixture(scope="module")
def two_commits(tmp_path_factory: pytest.TempPathFactory) -> GitRepository:
    """A repository with two commits; the first has two tags, and is the branch `north`."""
    made = GitRepository(tmp_path_factory.mktemp("two_commits"))
    made.write({"gsca.yaml": "name: X\n", "data/cities/oslo.yaml": "name: Oslo\n"})
    made.commit("First")
    made.run("tag", "first")
    made.run("tag", "--annotate", "--message=Told", "told")
    made.run("branch", "north")
    made.write({"data/cities/oslo.yaml": "name: Oslo 2\n"})
    made.commit("Second")
    return made


@pytest.fixture
def repository(two_commits: GitRepository, tmp_path: Path) -> GitRepository:
    """The repository with two commits, free to be changed."""
    return two_commits.copied(tmp_path / "repository")


def refused(ask: Callable[[], object]) -> str:
    """The one plain line that says why git gave no answer."""
    with pytest.raises(CannotRunError) as raised:
        ask()
    message = str(raised.value)
    assert len(message.splitlines()) == 1
    return message


def program(path: Path, script: str) -> Path:
    """Write a shell script that can be run."""
    path.parent.mkdir(exist_ok=True)
    path.write_text(f"#!/bin/sh\n{script}\n", encoding="utf-8")
    path.chmod(0o755)
    return path


@pytest.fixture
def as_git(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Callable[[str], Git]:
    """Put a shell script in the place of git; `$GIT` is the real one."""

    def replace(script: str) -> Git:
        program(tmp_path / "bin/git", f"GIT={shutil.which('git')}\n{script}")
        monkeypatch.setenv("PATH", f"{tmp_path / 'bin'}{os.pathsep}{os.environ['PATH']}")
        return Git(tmp_path / "repository")

    return replace


def clone(repository: GitRepository, path: Path, *options: str) -> Git:
    """A clone as CI makes it."""
    repository.run("clone", "--quiet", *options, repository.path.as_uri(), str(path))
    return Git(path)


def signed(repository: GitRepository) -> str:
    """The last commit once more, with a signature that nobody made."""
    head, _, text = repository.run("cat-file", "commit", "HEAD").partition("\n\n")
    signature = "-----BEGIN PGP SIGNATURE-----\n \n x\n -----END PGP SIGNATURE-----"
    commit = f"{head}\ngpgsig {signature}\n\n{text}\n".encode()
    return repository.run("hash-object", "-t", "commit", "-w", "--stdin", given=commit)


def object_file(repository: GitRepository, name: str) -> Path:
    """Where a repository keeps an object."""
    return repository.path / ".git/objects" / name[:2] / name[2:]


@pytest.mark.parametrize(
    ("revision", "same"),
    [
        ("main", "main"),
        ("HEAD", "main"),
        ("@", "main"),
        ("refs/heads/main", "main"),
        ("main~1", "north"),
        ("HEAD^", "north"),
        ("first", "north"),
        ("told", "north"),
        ("HEAD^{/First}", "north"),
        ("main@{0}", "main"),
    ],
)
def test_a_revision_becomes_the_id_of_its_commit(
    repository: GitRepository, revision: str, same: str
) -> None:
    assert Git(repository.path).commit(revision) == repository.run("rev-parse", same)


@pytest.mark.parametrize("length", [7, 40])
def test_a_revision_may_be_an_id(repository: GitRepository, length: int) -> None:
    head = repository.run("rev-parse", "HEAD")
    assert Git(repository.path).commit(head[:length]) == head


def test_a_repository_may_name_its_objects_by_sha_256(tmp_path: Path) -> None:
    repository = GitRepository(tmp_path / "repository", "--object-format=sha256")
    head = repository.commit()
    assert len(head) == 64
    assert Git(repository.path).commit("main") == head
    assert Git(repository.path).merge_base(head, head) == head


@pytest.mark.parametrize(
    "revision",
    ["--output=x", "-n", "--all", "-", "", "main\0", "main\nmain", "\ud800", "ma\u202ein"],
)
def test_what_cannot_name_a_commit_is_refused_before_git_is_asked(
    repository: GitRepository, started: list[Started], revision: str
) -> None:
    message = refused(lambda: Git(repository.path).commit(revision))
    assert message.startswith("there is no revision `")
    assert message.endswith(f"`; {GIVE_ONE}")
    assert not started


@pytest.mark.parametrize(
    "revision",
    [
        "main..main",
        "main...north",
        "^main",
        "main^@",
        "main^!",
        "HEAD:gsca.yaml",
        "HEAD:data",
        "HEAD^{tree}",
        "HEAD^{blob}",
        "main main",
        "*",
        "main~2",
        NO_ID,
        " ",
    ],
)
def test_what_names_no_single_commit_is_no_revision(
    repository: GitRepository, revision: str
) -> None:
    message = refused(lambda: Git(repository.path).commit(revision))
    assert message.startswith(f"there is no revision `{revision}`; ")


def test_the_id_of_a_content_is_no_revision(repository: GitRepository) -> None:
    content = repository.run("rev-parse", "HEAD:gsca.yaml")
    message = refused(lambda: Git(repository.path).commit(content))
    assert message == f"there is no revision `{content}`; {GIVE_ONE}"


def test_a_revision_is_at_most_a_thousand_letters_long(
    repository: GitRepository, started: list[Started]
) -> None:
    git = Git(repository.path)
    longest = "HEAD" + "^0" * 498
    assert git.commit(longest) == repository.run("rev-parse", "HEAD")
    started.clear()
    assert f"`HEAD{'^0' * 28}…`" in refused(lambda: git.commit(f"{longest}^"))
    assert not started


@pytest.mark.parametrize(
    ("revision", "meant"),
    [
        ("mian", "main"),
        ("norht", "north"),
        ("fist", "first"),
        ("orign/other", "origin/other"),
        ("longishxyz", "longishabc"),
    ],
)
def test_a_name_that_is_near_is_offered(
    repository: GitRepository, revision: str, meant: str
) -> None:
    repository.run("update-ref", "refs/remotes/origin/other", "HEAD")
    repository.run("branch", "longishabc")
    message = refused(lambda: Git(repository.path).commit(revision))
    assert message == f"there is no revision `{revision}`; did you mean `{meant}`?"


@pytest.mark.parametrize("revision", ["xyz", "mnxyz", "nots/other", "longisxyz"])
def test_a_name_like_no_other_gets_no_offer(repository: GitRepository, revision: str) -> None:
    repository.run("update-ref", "refs/notes/other", "HEAD")
    repository.run("branch", "longisher")
    message = refused(lambda: Git(repository.path).commit(revision))
    assert message == f"there is no revision `{revision}`; {GIVE_ONE}"


def test_only_so_long_a_name_gets_an_offer(repository: GitRepository) -> None:
    repository.run("branch", "a" * 100)
    git = Git(repository.path)
    offer = f"; did you mean `{'a' * 100}`?"
    assert refused(lambda: git.commit(f"{'a' * 99}b")).endswith(offer)
    assert refused(lambda: git.commit(f"{'a' * 99}bb")).endswith(f"; {GIVE_ONE}")


def test_only_so_many_names_are_looked_at(
    repository: GitRepository, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(f"{MODULE}._MOST_NAMES", 1)
    git = Git(repository.path)
    assert refused(lambda: git.commit("mian")).endswith("; did you mean `main`?")
    assert refused(lambda: git.commit("norht")).endswith(f"; {GIVE_ONE}")


def test_a_repository_without_a_commit_has_no_revision(tmp_path: Path) -> None:
    repository = GitRepository(tmp_path / "repository")
    message = refused(lambda: Git(repository.path).commit("HEAD"))
    assert message == "nothing is committed here yet; `git add` and `git commit` make the first"
    repository.run("commit", "--quiet", "--allow-empty", "--message=First")
    repository.run("checkout", "--quiet", "--orphan", "other")
    message = refused(lambda: Git(repository.path).commit("HEAD"))
    assert message.startswith("nothing is committed on the branch at hand yet; ")
    assert refused(lambda: Git(repository.path).commit("v1")).endswith(f"`v1`; {GIVE_ONE}")


@pytest.mark.parametrize("revision", ["HEAD~1", "first", "nroth"])
def test_a_shallow_clone_is_told_to_fetch_what_it_lacks(
    repository: GitRepository, tmp_path: Path, revision: str
) -> None:
    git = clone(repository, tmp_path / "clone", "--depth=1")
    assert git.commit("HEAD") == repository.run("rev-parse", "HEAD")
    message = refused(lambda: git.commit(revision))
    assert message == f"there is no revision `{revision}`: {SHALLOW}"


@pytest.fixture
def dated(tmp_path: Path) -> GitRepository:
    """A repository with a commit of 2022 and one of 2023."""
    made = GitRepository(tmp_path / "dated")
    for date in ("2022-06-10T12:00:00+02:00", "2023-01-01T00:00:00+00:00"):
        made.commit(date, date)
    return made


@pytest.mark.parametrize(
    ("moment", "last"),
    [
        (datetime(1, 1, 1, tzinfo=UTC), None),
        (datetime(1950, 1, 1, tzinfo=UTC), None),
        (datetime(2022, 6, 10, 9, 59, 59, tzinfo=UTC), None),
        (datetime(2022, 6, 10, 10, tzinfo=UTC), "HEAD~1"),
        (datetime(2022, 12, 31, 23, 59, 59, tzinfo=UTC), "HEAD~1"),
        (datetime(2023, 1, 1, tzinfo=UTC), "HEAD"),
        (datetime(2150, 1, 1, tzinfo=UTC), "HEAD"),
        (datetime(9999, 12, 31, tzinfo=UTC), "HEAD"),
    ],
)
def test_the_last_commit_until_a_moment_of_any_year(
    dated: GitRepository, moment: datetime, last: str | None
) -> None:
    git = Git(dated.path)
    found = git.last_before(git.commit("HEAD"), moment)
    assert found == (last and git.commit(last))


def test_two_commits_have_a_nearest_common_one(repository: GitRepository) -> None:
    first = repository.run("rev-parse", "main~1")
    repository.run("checkout", "--quiet", "north")
    other = repository.commit("Other")
    main = repository.run("rev-parse", "main")
    assert Git(repository.path).merge_base(main, other) == first
    assert Git(repository.path).merge_base(main, first) == first


def test_two_histories_have_no_common_commit(repository: GitRepository) -> None:
    main = repository.run("rev-parse", "main")
    repository.run("checkout", "--quiet", "--orphan", "alone")
    alone = repository.commit("Alone")
    message = refused(lambda: Git(repository.path).merge_base(main, alone))
    assert message == "the two revisions come from no common commit: compare two of one history"


def test_a_shallow_clone_may_lack_the_common_commit(
    repository: GitRepository, tmp_path: Path
) -> None:
    repository.run("checkout", "--quiet", "north")
    repository.commit("Other")
    git = clone(repository, tmp_path / "clone", "--depth=1", "--no-single-branch")
    one, other = git.commit("origin/main"), git.commit("origin/north")
    message = refused(lambda: git.merge_base(one, other))
    assert message == f"the two revisions come from no common commit: {SHALLOW}"


def test_a_commit_that_is_not_there_has_nothing_in_common(repository: GitRepository) -> None:
    head = repository.run("rev-parse", "HEAD")
    message = refused(lambda: Git(repository.path).merge_base(head, NO_ID))
    assert message == f"git failed: fatal: Not a valid commit name {NO_ID}"


def test_a_commit_lists_what_stands_at_a_path_and_below_it(repository: GitRepository) -> None:
    repository.write({"data/a.yaml": "", "database/b.yaml": "", "c/gsca.yaml": ""})
    head = repository.commit()
    contents = {
        path: repository.run("rev-parse", f"HEAD:{path}")
        for path in ("data/a.yaml", "data/cities/oslo.yaml", "gsca.yaml")
    }
    assert list(Git(repository.path).files(head, ["data", "gsca.yaml", "templates"])) == [
        TreeEntry(path, "100644", content) for path, content in contents.items()
    ]


@pytest.mark.skipif(os.name == "nt", reason="this system refuses many letters in a name")
@pytest.mark.parametrize("folder", ["-n", "--", ":(top)data", ":!data", "*", "a\tb", "\\", "'"])
def test_a_path_is_taken_as_it_is(repository: GitRepository, folder: str) -> None:
    repository.write({f"{folder}/x.yaml": ""})
    head = repository.commit()
    listed = Git(repository.path).files(head, [folder])
    assert [entry.path for entry in listed] == [f"{folder}/x.yaml"]


@pytest.mark.parametrize("content", [b"", b"x", b"\0\xff\r\n", b"blob 3\n", b"x" * 100_000])
def test_a_content_is_read_as_it_is(repository: GitRepository, content: bytes) -> None:
    name = repository.run("hash-object", "-w", "--stdin", given=content)
    git = Git(repository.path)
    assert [git.read(name), git.read(name)] == [content, content]


@pytest.mark.parametrize("more", [-1, 0, 1, MOST_BYTES])
def test_a_large_content_is_read_in_part_and_the_next_one_whole(
    repository: GitRepository, more: int
) -> None:
    size = MOST_BYTES + more
    large = repository.run("hash-object", "-w", "--stdin", given=b"x" * size)
    small = repository.run("rev-parse", "HEAD:gsca.yaml")
    git = Git(repository.path)
    assert git.read(large) == b"x" * min(size, MOST_BYTES)
    assert git.read(small) == b"name: X\n"


def test_one_process_answers_for_all_contents(
    repository: GitRepository, started: list[Started]
) -> None:
    head = repository.run("rev-parse", "HEAD")
    git = Git(repository.path)
    entries = [*git.files(head, ["data"]), *git.files(head, ["gsca.yaml"])]
    started.clear()
    for _ in range(3):
        assert [git.read(entry.id) for entry in entries] == [b"name: Oslo 2\n", b"name: X\n"]
    assert len(started) == 1
    assert started[0].process.poll() is None
    del git
    assert started[0].process.returncode is not None


def test_no_process_outlives_its_answer(repository: GitRepository, started: list[Started]) -> None:
    git = Git(repository.path)
    large = repository.run("hash-object", "-w", "--stdin", given=b"x" * 2 * MOST_BYTES)
    git.commit("main")
    git.read(large)
    refused(lambda: git.read(NO_ID))
    assert len(started) == 2
    assert all(each.process.returncode is not None for each in started)


def test_a_run_may_end_in_the_middle_of_a_talk(repository: GitRepository) -> None:
    content = repository.run("rev-parse", "HEAD:gsca.yaml")
    lines = (
        "from pathlib import Path; from gsca_cli.snapshots.git import Git",
        f"git = Git(Path({str(repository.path)!r}))",
        f"print(git.read({content!r}))",
    )
    done = subprocess.run(
        [sys.executable, "-c", "; ".join(lines)], capture_output=True, check=False, timeout=60
    )
    assert (done.returncode, done.stdout.strip(), done.stderr) == (0, rb"b'name: X\n'", b"")


@pytest.mark.parametrize("name", ["commit", "tree", "none", "damaged"])
def test_what_is_no_whole_content_is_not_read(
    repository: GitRepository, capfd: pytest.CaptureFixture[str], name: str
) -> None:
    damaged = repository.run("rev-parse", "HEAD:data/cities/oslo.yaml")
    file = object_file(repository, damaged)
    file.chmod(0o600)
    file.write_bytes(b"x")
    names = {
        "commit": repository.run("rev-parse", "HEAD"),
        "tree": repository.run("rev-parse", "HEAD:data"),
        "none": NO_ID,
        "damaged": damaged,
    }
    git = Git(repository.path)
    message = refused(lambda: git.read(names[name]))
    assert message == f"git cannot read the object {names[name]}: {DAMAGED}"
    assert capfd.readouterr() == ("", "")
    assert git.read(repository.run("rev-parse", "HEAD:gsca.yaml")) == b"name: X\n"


def test_a_folder_that_is_missing_hides_nothing_in_silence(repository: GitRepository) -> None:
    head = repository.run("rev-parse", "HEAD")
    object_file(repository, repository.run("rev-parse", "HEAD:data/cities")).unlink()
    message = refused(lambda: list(Git(repository.path).files(head, ["data"])))
    assert message.startswith("git failed: ")


@pytest.mark.parametrize("answer", ["blob 10\\nabc", "x blob 10\\nabc", "x blob\\nabc", ""])
@WITH_SHELL
def test_an_answer_that_breaks_off_is_no_content(as_git: Callable[[str], Git], answer: str) -> None:
    git = as_git(f"read -r asked; printf '{answer}'")
    assert DAMAGED in refused(lambda: git.read(NO_ID))


@WITH_SHELL
def test_a_git_that_ends_at_once_gives_no_content(as_git: Callable[[str], Git]) -> None:
    git = as_git("exec <&-")
    for _ in range(5):
        assert DAMAGED in refused(lambda: git.read(NO_ID))


@pytest.mark.parametrize(
    "answer",
    [
        f"echo {NO_ID[1:]}",
        f"echo {NO_ID}0",
        f"echo {'A' * 40}",
        f"echo {NO_ID}; echo {NO_ID}",
        f"printf {NO_ID}",
        f"echo x{NO_ID[1:]}",
        f"echo {NO_ID}; exit 1",
    ],
)
@WITH_SHELL
def test_only_one_whole_id_is_a_commit(as_git: Callable[[str], Git], answer: str) -> None:
    git = as_git(f'case "$*" in *--verify*) {answer};; *for-each-ref*) echo other;; esac')
    assert refused(lambda: git.commit("main")) == f"there is no revision `main`; {GIVE_ONE}"


@WITH_SHELL
def test_a_whole_id_is_a_commit(as_git: Callable[[str], Git]) -> None:
    assert as_git(f"echo {NO_ID}").commit("main") == NO_ID
    assert as_git(f"echo {'0123456789abcdef' * 4}").commit("main") == "0123456789abcdef" * 4


@WITH_SHELL
def test_an_answer_counts_once_git_has_ended(as_git: Callable[[str], Git]) -> None:
    slow_end = "exec >&- 2>&-; sleep 0.2"
    assert as_git(f"echo {NO_ID}; {slow_end}").commit("main") == NO_ID
    assert "git failed" in refused(lambda: as_git(f"echo {NO_ID}; {slow_end}; exit 3").commit("x"))


def test_a_folder_outside_of_any_repository_is_told_so(tmp_path: Path) -> None:
    message = refused(lambda: Git(tmp_path).commit("HEAD"))
    assert message == (
        f"there is no git repository at {tmp_path} or above it; `git init` makes one"
    )


@AS_ROOT
def test_a_repository_of_another_user_is_not_read_unless_it_is_trusted(
    repository: GitRepository, monkeypatch: pytest.MonkeyPatch
) -> None:
    head = repository.run("rev-parse", "HEAD")
    for path in (repository.path, repository.path / ".git"):
        os.chown(path, SOMEBODY_ELSE, SOMEBODY_ELSE)
    cure = f"git config --global --add safe.directory {repository.path}"
    assert refused(lambda: Git(repository.path).commit("main")) == (
        f"{repository.path} belongs to another user, so git does not read it; "
        f"if you trust it, run `{cure}`"
    )
    with monkeypatch.context() as as_sudo:
        as_sudo.setenv("SUDO_UID", str(SOMEBODY_ELSE))
        assert Git(repository.path).commit("main") == head
    subprocess.run(cure.split(), check=True)
    assert Git(repository.path).commit("main") == head


@pytest.mark.parametrize("first", ["detected dubious ownership in repository", "unsafe repository"])
@WITH_SHELL
def test_a_repository_of_another_user_is_known_by_the_cure_that_git_names(
    as_git: Callable[[str], Git], first: str
) -> None:
    cure = "git config --global --add safe.directory '/x y'"
    git = as_git(
        f'printf "fatal: {first} at /x y\\nTo add ..., call:\\n\\n\\t{cure}\\n" >&2; exit 128'
    )
    assert f"if you trust it, run `{cure}`" in refused(lambda: list(git.files(NO_ID, ["data"])))


@pytest.mark.parametrize(
    ("script", "why"),
    [
        ("exit 7", "it does not say why"),
        ("kill -9 $$", "it does not say why"),
        ("echo >&2; echo 'fatal: so it is' >&2; echo more >&2; exit 128", "fatal: so it is"),
    ],
)
@WITH_SHELL
def test_any_other_failure_is_told_in_the_words_of_git(
    as_git: Callable[[str], Git], script: str, why: str
) -> None:
    git = as_git(script)
    assert refused(lambda: git.commit("main")) == f"git failed: {why}"
    assert refused(lambda: list(git.files(NO_ID, ["data"]))) == f"git failed: {why}"


@WITH_SHELL
def test_a_list_that_ends_with_a_complaint_is_not_taken(as_git: Callable[[str], Git]) -> None:
    git = as_git("printf '100644 blob 1\\tdata/a.yaml\\0'; echo 'error: no more' >&2; exit 1")
    message = refused(lambda: list(git.files(NO_ID, ["data"])))
    assert message == "git failed: error: no more"


@pytest.mark.parametrize("path", ["", "relative"])
def test_without_git_there_is_no_revision(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, path: str
) -> None:
    program(tmp_path / "relative/git", f"echo {NO_ID}")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("PATH", path)
    expected = "git is not installed; install it, or ask about no revision"
    assert refused(lambda: Git(tmp_path).commit("HEAD")) == expected
    assert refused(lambda: Git(tmp_path).read(NO_ID)) == expected


@WITH_SHELL
def test_a_git_that_is_no_program_is_told(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    program(tmp_path / "bin/git", "").write_bytes(b"\0\0")
    monkeypatch.setenv("PATH", str(tmp_path / "bin"))
    message = refused(lambda: Git(tmp_path).commit("HEAD"))
    assert message == "git cannot be started: Exec format error; install it anew"


@WITH_SHELL
def test_git_is_waited_for_a_limited_time(
    as_git: Callable[[str], Git], monkeypatch: pytest.MonkeyPatch, started: list[Started]
) -> None:
    monkeypatch.setattr(f"{MODULE}_process.SECONDS", 0.1)
    git = as_git("exec sleep 600")
    expected = "git takes longer than 0.1 seconds for one answer; try again"
    assert refused(lambda: git.commit("HEAD")) == expected
    assert refused(lambda: list(git.files(NO_ID, ["data"]))) == expected
    assert refused(lambda: git.read(NO_ID)) == expected
    assert refused(lambda: git.read(NO_ID)) == expected
    assert len(started) == 4
    assert all(each.process.returncode is not None for each in started)


@WITH_SHELL
def test_what_git_writes_is_bounded(
    as_git: Callable[[str], Git], monkeypatch: pytest.MonkeyPatch
) -> None:
    git = as_git(f"echo {NO_ID}")
    monkeypatch.setattr(f"{MODULE}_process.MOST_LISTED", 41)
    assert git.commit("HEAD") == NO_ID
    monkeypatch.setattr(f"{MODULE}_process.MOST_LISTED", 40)
    assert refused(lambda: git.commit("HEAD")).startswith("git lists too many files")


def test_a_few_folders_that_hold_endless_files_are_refused(repository: GitRepository) -> None:
    kind, name = "blob", repository.run("hash-object", "-w", "--stdin")
    mode = "100644"
    for _ in range(10):
        lines = "".join(f"{mode} {kind} {name}\t{number}\n" for number in range(10))
        mode, kind, name = "040000", "tree", repository.run("mktree", given=lines.encode())
    top = repository.run("mktree", given=f"040000 tree {name}\tdata\n".encode())
    bomb = repository.run("commit-tree", top, "-m", "Bomb")
    message = refused(lambda: list(Git(repository.path).files(bomb, ["data"])))
    assert message == "git lists too many files: no alliance has as many at any revision"


def test_a_replaced_object_is_read_as_it_was_committed(repository: GitRepository) -> None:
    old, new = (repository.run("rev-parse", name) for name in ("first", "main"))
    content = repository.run("rev-parse", "HEAD:gsca.yaml")
    other = repository.run("hash-object", "-w", "--stdin", given=b"name: Y\n")
    repository.run("replace", content, other)
    repository.run("replace", new, old)
    assert repository.run("cat-file", "blob", content) == "name: Y"
    git = Git(repository.path)
    assert git.read(content) == b"name: X\n"
    oslo = next(git.files(new, ["data"]))
    assert git.read(oslo.id) == b"name: Oslo 2\n"


@pytest.mark.parametrize(
    "name",
    [
        "GIT_DIR",
        "GIT_COMMON_DIR",
        "GIT_INDEX_FILE",
        "GIT_WORK_TREE",
        "GIT_OBJECT_DIRECTORY",
        "GIT_EXEC_PATH",
        "GIT_CEILING_DIRECTORIES",
        "GIT_CONFIG_PARAMETERS",
        "GIT_NAMESPACE",
        "GIT_TRACE",
    ],
)
def test_what_a_hook_sets_for_git_is_not_passed_on(
    repository: GitRepository, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, name: str
) -> None:
    other = GitRepository(tmp_path / "other")
    other.write({"gsca.yaml": "name: Other\n"})
    other.commit("Other")
    monkeypatch.setenv(name, str(other.path / ".git"))
    git = Git(repository.path)
    head = git.commit("main")
    assert head == repository.run("rev-parse", "main")
    assert git.read(next(git.files(head, ["gsca.yaml"])).id) == b"name: X\n"


def test_git_gets_an_environment_of_its_own(
    repository: GitRepository, monkeypatch: pytest.MonkeyPatch, started: list[Started]
) -> None:
    kept = {
        name: f"/{name.lower()}"
        for name in ("HOME", "SUDO_UID", "SYSTEMROOT", "TMPDIR", "USERPROFILE", "XDG_CONFIG_HOME")
    }
    monkeypatch.setattr(os, "environ", {**kept, "PATH": os.environ["PATH"], "GIT_X": "1", "X": "1"})
    Git(repository.path).commit("main")
    assert started[0].environment == {
        **kept,
        "PATH": os.environ["PATH"],
        "GIT_ALLOW_PROTOCOL": "none",
        "GIT_NO_LAZY_FETCH": "1",
        "GIT_OPTIONAL_LOCKS": "0",
        "GIT_TERMINAL_PROMPT": "0",
        "LC_ALL": "C",
    }


def test_what_is_not_set_is_not_passed_on(
    repository: GitRepository, monkeypatch: pytest.MonkeyPatch, started: list[Started]
) -> None:
    monkeypatch.delenv("TMPDIR", raising=False)
    Git(repository.path).commit("main")
    assert "TMPDIR" not in started[0].environment


def test_every_question_is_asked_with_all_that_git_could_run_switched_off(
    repository: GitRepository, started: list[Started]
) -> None:
    git = Git(repository.path)
    head = git.commit("main")
    git.merge_base(head, head)
    for entry in git.files(head, ["data"]):
        git.read(entry.id)
    git.last_before(git.first(head), datetime(2024, 1, 1, tzinfo=UTC))
    merge_texts(repository.path, b"a\n", b"b\n", b"a\n", 7)
    git.log(head, ["data"])
    refused(lambda: git.commit("xyz"))
    asked = {each.command[-1 - each.command[::-1].index("-c") + 2] for each in started}
    assert asked == {
        *("rev-parse", "rev-list", "merge-base", "ls-tree", "cat-file", "for-each-ref"),
        *("merge-file", "log"),
    }
    assert ["--end-of-options", "xyz^{commit}"] in [each.command[-2:] for each in started]
    for each in started:
        settings = [each.command[at + 1] for at, word in enumerate(each.command) if word == "-c"]
        assert sorted(settings) == [
            "color.ui=false",
            "core.bigFileThreshold=1m",
            "core.fsmonitor=false",
            "core.hooksPath=/dev/null",
            "core.pager=cat",
            "core.quotePath=false",
            "diff.external=",
            "log.follow=false",
            "log.showRoot=true",
            "log.showSignature=false",
            "mailmap.file=",
            "protocol.allow=never",
        ]
        assert {"--no-pager", "--no-replace-objects", "--literal-pathspecs"} < set(each.command)


TRAPS: Mapping[str, tuple[Mapping[str, str], list[str]]] = {
    "watcher of files": ({"core.fsmonitor": "TRAP"}, ["status"]),
    "hook": ({"core.hooksPath": "HOOKS"}, ["checkout", "--quiet", "main"]),
    "external diff": ({"diff.external": "TRAP"}, ["diff", "HEAD~1", "HEAD"]),
    "diff of a kind of file": ({"diff.trap.command": "TRAP"}, ["diff", "HEAD~1", "HEAD"]),
    "text of a kind of file": ({"diff.trap.textconv": "TRAP"}, ["diff", "HEAD~1", "HEAD"]),
    "filter into git": ({"filter.trap.clean": "TRAP"}, ["hash-object", "gsca.yaml"]),
    "filter out of git": (
        {"filter.trap.smudge": "TRAP"},
        ["cat-file", "--filters", "HEAD:gsca.yaml"],
    ),
    "signature": ({"log.showSignature": "true", "gpg.program": "TRAP"}, ["log", "-1"]),
    "alias": ({"alias.trap": "!TRAP"}, ["trap"]),
    "pager": ({"core.pager": "TRAP", "pager.ls-tree": "TRAP"}, ["var", "GIT_PAGER"]),
    "remote": (
        {
            "core.repositoryFormatVersion": "1",
            "extensions.partialClone": "origin",
            "remote.origin.promisor": "true",
            "remote.origin.url": "ext::TRAP",
            "protocol.allow": "always",
            "protocol.ext.allow": "always",
        },
        ["cat-file", "-e", NO_ID],
    ),
}


@pytest.fixture
def trapped(repository: GitRepository, tmp_path: Path) -> Callable[[str], Path]:
    """Set a trap in the settings of a repository; the file that tells when it is sprung."""

    def lay(name: str) -> Path:
        sprung = tmp_path / "sprung"
        trap = program(tmp_path / "traps/trap", f"touch '{sprung}'")
        for hook in ("post-checkout", "post-index-change", "reference-transaction", "pre-commit"):
            program(tmp_path / "hooks" / hook, f"touch '{sprung}'")
        repository.run("update-ref", "refs/heads/main", signed(repository))
        repository.write({".git/info/attributes": "* filter=trap diff=trap\n"})
        for setting, value in TRAPS[name][0].items():
            laid = value.replace("TRAP", str(trap)).replace("HOOKS", str(tmp_path / "hooks"))
            repository.run("config", setting, laid)
        return sprung

    return lay


@pytest.mark.parametrize("name", TRAPS)
@WITH_SHELL
def test_nothing_that_a_repository_names_is_run(
    repository: GitRepository, trapped: Callable[[str], Path], name: str
) -> None:
    sprung = trapped(name)
    git = Git(repository.path)
    head = git.commit("main")
    git.merge_base(head, git.commit("first"))
    assert [git.read(entry.id) for entry in git.files(head, ["data", "gsca.yaml"])] == [
        b"name: Oslo 2\n",
        b"name: X\n",
    ]
    assert git.told(head).subject == "Second"
    assert git.last_before(head, datetime(2025, 1, 1, tzinfo=UTC)) == head
    assert git.first(head) == git.commit("first")
    assert git.log(head, ["data"])[0] == head
    assert git.log(head, ["data"], mainline=True)[0] == head
    refused(lambda: git.commit("mian"))
    refused(lambda: git.commit(NO_ID))
    refused(lambda: git.read(NO_ID))
    refused(lambda: git.merge_base(head, NO_ID))
    assert merge_texts(repository.path, b"a\n", b"b\n", b"a\n", 7) == (b"b\n", True)
    assert not sprung.exists()


@pytest.mark.parametrize("name", [name for name in TRAPS if name != "pager"])
@WITH_SHELL
def test_a_trap_does_spring_when_git_is_asked_carelessly(
    repository: GitRepository, trapped: Callable[[str], Path], name: str
) -> None:
    sprung = trapped(name)
    subprocess.run(
        ["git", *TRAPS[name][1]], cwd=repository.path, capture_output=True, check=False, timeout=60
    )
    assert sprung.exists()


def test_asking_writes_nothing(repository: GitRepository) -> None:
    def everything() -> Mapping[Path, tuple[int, int]]:
        found = [(path, path.lstat()) for path in repository.path.rglob("*")]
        return {path: (each.st_mtime_ns, each.st_size) for path, each in found}

    before = everything()
    git = Git(repository.path)
    for entry in git.files(git.commit("main"), ["data"]):
        git.read(entry.id)
    merge_texts(repository.path, b"a\n", b"b\n", b"a\n", 7)
    refused(lambda: git.commit("mian"))
    assert everything() == before


def test_many_contents_are_asked_for_at_once(
    repository: GitRepository, started: list[Started]
) -> None:
    texts = [f"name: {number}\n".encode() for number in range(60)]
    names = [repository.run("hash-object", "-w", "--stdin", given=text) for text in texts]
    git = Git(repository.path)
    assert list(git.read_all(names)) == texts
    assert list(git.read_all([])) == []
    assert git.read(names[7]) == texts[7]
    assert len(started) == 1


def test_a_content_that_is_too_large_does_not_hold_up_the_others(repository: GitRepository) -> None:
    texts = [b"a", b"x" * (MOST_BYTES + 5), b"b", b"y" * MOST_BYTES, b"c"]
    names = [repository.run("hash-object", "-w", "--stdin", given=text) for text in texts]
    found = list(Git(repository.path).read_all(names))
    assert found == [text[:MOST_BYTES] for text in texts]


def test_one_content_of_many_that_is_missing_is_told(repository: GitRepository) -> None:
    name = repository.run("hash-object", "-w", "--stdin", given=b"a")
    missing = "0" * len(name)
    found = Git(repository.path).read_all([name, missing, name])
    assert next(found) == b"a"
    with pytest.raises(CannotRunError, match=f"git cannot read the object {missing}"):
        next(found)


def test_a_commit_without_its_parents_is_told(repository: GitRepository, tmp_path: Path) -> None:
    git = Git(repository.path)
    for revision in ("main", "first"):
        git.require_parents(git.commit(revision))
    shallow = clone(repository, tmp_path / "shallow", "--depth=1")
    with pytest.raises(CannotRunError, match="this clone is shallow; fetch all of the history"):
        shallow.require_parents(shallow.commit("HEAD"))
