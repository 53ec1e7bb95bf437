import errno
import os
import stat
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest
from git_repository import GitRepository
from snapshots.edits import (
    CALI,
    LIMA,
    NEW,
    OLD,
    ONE,
    OSLO,
    THREE,
    after,
    found_alliance,
    held,
    left_over,
    standing,
)

from gsca_cli.errors import CannotRunError
from gsca_cli.snapshots import carry_out
from gsca_cli.snapshots.backstage import backstage_of
from gsca_cli.snapshots.changes import FileChange
from gsca_cli.snapshots.store import editing

IS_ROOT = hasattr(os, "geteuid") and os.geteuid() == 0


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return found_alliance(tmp_path / "alliance")


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of a few pages of its own."""
    disk = tmp_path / "disk"
    disk.mkdir()
    words = ["mount", "-t", "tmpfs", "-o", "size=64k", "none", str(disk)]
    if not IS_ROOT or subprocess.run(words, capture_output=True, check=False).returncode:
        pytest.skip("only the root user may mount a small disk, and not everywhere")
    yield disk
    subprocess.run(["umount", str(disk)], check=True)


def write(root: Path, *changes: FileChange) -> None:
    """Make one edit."""
    with editing(root) as store:
        store.write(changes)


def refused(root: Path, *changes: FileChange) -> str:
    """What is said of an edit that must change nothing."""
    before = held(root)
    with pytest.raises(CannotRunError, match=r"^nothing was changed: ") as raised:
        write(root, *changes)
    assert held(root) == before
    assert not left_over(root)
    return str(raised.value).removeprefix("nothing was changed: ")


@pytest.mark.parametrize("changes", [ONE, THREE, THREE[::-1], THREE[:1], THREE[2:]])
def test_an_edit_makes_all_its_changes_and_leaves_nothing_else(
    root: Path, changes: tuple[FileChange, ...]
) -> None:
    write(root, *changes)
    assert held(root) == after(OLD, changes)
    assert not left_over(root)


def test_git_ignores_what_gsca_keeps_in_the_work_tree(tmp_path: Path) -> None:
    repository = GitRepository(tmp_path)
    repository.write(OLD)
    repository.commit()
    write(tmp_path, *THREE)
    assert (tmp_path / ".gsca/.gitignore").read_bytes() == b"*\n"
    repository.write(OLD)
    repository.write({CALI: None})
    assert repository.run("status", "--porcelain") == ""


def test_a_gitignore_of_the_user_stays(root: Path) -> None:
    (root / ".gsca").mkdir()
    (root / ".gsca/.gitignore").write_bytes(b"# mine\n")
    write(root, *THREE)
    assert (root / ".gsca/.gitignore").read_bytes() == b"# mine\n"


@pytest.mark.parametrize(
    "content",
    [b"", b"\r\n", b"a\r\nb\nc\r", b"\x00\xff\xfe", b"long" * 99_999],
    ids=["empty", "line", "ends", "binary", "long"],
)
def test_any_bytes_are_written_as_they_are(root: Path, content: bytes) -> None:
    write(root, FileChange(OSLO, OLD[OSLO], content), FileChange(CALI, None, content))
    assert held(root) == {**OLD, OSLO: content, CALI: content}
    write(root, FileChange(CALI, content, OLD[OSLO]), FileChange(OSLO, content, None))
    assert held(root) == {"gsca.yaml": OLD["gsca.yaml"], LIMA: OLD[LIMA], CALI: OLD[OSLO]}


@pytest.mark.parametrize(
    "path",
    [
        "gsca.yaml",
        "data/cities/x.yaml",
        "templates/city.md.j2",
        "schemas/city.json",
        ".vscode/settings.json",
    ],
)
def test_the_files_of_an_alliance_may_be_written(tmp_path: Path, path: str) -> None:
    (tmp_path / ".git").mkdir()
    (tmp_path / ".git/HEAD").touch()
    write(tmp_path, FileChange(path, None, b"x"))
    assert held(tmp_path) == {path: b"x"}


@pytest.mark.parametrize(
    "path",
    [
        "",
        "/",
        "/etc/passwd",
        "../gsca.yaml",
        "..",
        "data",
        "data/",
        "data/../README.md",
        "data//x.yaml",
        "data/./x.yaml",
        "data/x\0.yaml",
        "README.md",
        ".git/config",
        ".gsca/x",
        ".vscode/tasks.json",
        "gsca.yaml/x",
        "Data/x.yaml",
        "src/x.py",
    ],
)
def test_any_other_file_is_refused(root: Path, path: str) -> None:
    said = refused(root, FileChange(path, None, b"x"))
    assert said.startswith(f"gsca does not write {path}: only gsca.yaml, .vscode/settings.json")
    assert "data/, templates/, schemas/" in said


@pytest.mark.parametrize(
    ("now", "before", "what"),
    [
        (b"other", OLD[OSLO], "changed since it was read"),
        (OLD[OSLO] + b"\n", OLD[OSLO], "changed since it was read"),
        (OLD[OSLO][:-1], OLD[OSLO], "changed since it was read"),
        (None, OLD[OSLO], "is gone since it was read"),
        (b"", None, "exists already"),
    ],
)
@pytest.mark.parametrize("wanted", [b"new", None])
def test_a_file_that_is_not_what_it_was_is_refused(
    root: Path, now: bytes | None, before: bytes | None, what: str, wanted: bytes | None
) -> None:
    (root / OSLO).unlink()
    if now is not None:
        (root / OSLO).write_bytes(now)
    said = refused(root, THREE[0], FileChange(OSLO, before, wanted))
    assert said == f"{OSLO} {what}; look at it, and run the command again"


@pytest.mark.parametrize("link", [OSLO, "data/cities", "data"])
@pytest.mark.parametrize("outside", [True, False])
def test_nothing_is_written_through_a_link(root: Path, link: str, *, outside: bool) -> None:
    moved = root.parent / "elsewhere" if outside else root / "data-elsewhere"
    (root / link).rename(moved)
    (root / link).symlink_to(moved)
    said = refused(root, *ONE)
    assert said.startswith(f"{link} is a symbolic link, and gsca writes")
    assert (root / link).is_symlink()


def test_a_root_that_a_link_leads_to_is_written(root: Path, tmp_path: Path) -> None:
    (tmp_path / "link").symlink_to(root)
    write(tmp_path / "link", *ONE)
    assert held(root) == NEW["change_one"]


def test_a_root_is_found_from_where_gsca_runs(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(root)
    write(Path(), *THREE)
    assert held(root) == NEW["change_three"]


@pytest.mark.parametrize("change", [FileChange("data/cities", None, b"x"), THREE[2]])
def test_what_is_no_regular_file_is_refused(root: Path, change: FileChange) -> None:
    (root / CALI).mkdir(parents=True, exist_ok=True)
    said = refused(root, *ONE, change)
    assert said.startswith(f"{change.path} is no regular file, and gsca writes regular files only")


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no pipes with a name")
def test_a_pipe_is_refused_and_never_waited_for(root: Path) -> None:
    (root / OSLO).unlink()
    os.mkfifo(root / OSLO)
    with pytest.raises(CannotRunError, match=r"oslo\.yaml is no regular file"):
        write(root, *ONE)


def test_a_file_in_place_of_a_folder_is_refused(root: Path) -> None:
    (root / "data/cities/co").write_bytes(b"")
    assert refused(root, THREE[2]).startswith("data/cities/co is no folder, and gsca writes")


@pytest.mark.parametrize("link", [".gsca", ".gsca/tmp"])
def test_a_link_in_place_of_our_own_folders_is_refused_and_not_followed(
    root: Path, tmp_path_factory: pytest.TempPathFactory, link: str
) -> None:
    elsewhere = tmp_path_factory.mktemp("elsewhere")
    theirs = [elsewhere / "a.txt", elsewhere / "tmp" / "b.txt"]
    for file in theirs:
        file.parent.mkdir(exist_ok=True)
        file.write_bytes(b"theirs")
    (root / link).parent.mkdir(exist_ok=True)
    (root / link).symlink_to(elsewhere)
    assert f"/{link} is no folder: gsca keeps files of its own there" in refused(root, *ONE)
    assert sorted(path for path in elsewhere.rglob("*") if path.is_file()) == sorted(theirs)


def test_a_file_can_be_changed_once_in_an_edit(root: Path) -> None:
    with pytest.raises(ValueError, match="each file once"):
        write(root, *ONE, *ONE)
    assert held(root) == OLD


def test_a_change_of_nothing_is_looked_at_and_not_written(root: Path) -> None:
    found = (root / OSLO).stat()
    write(root, FileChange(OSLO, OLD[OSLO], OLD[OSLO]), FileChange(CALI, None, None))
    assert (root / OSLO).stat().st_ino == found.st_ino
    assert held(root) == OLD
    refused(root, FileChange(OSLO, b"x", b"x"))


def test_an_edit_may_write_more_than_once(root: Path) -> None:
    with editing(root) as store:
        store.write(ONE)
        store.write([FileChange(OSLO, ONE[0].after, b"again")])
    assert held(root) == {**OLD, OSLO: b"again"}


@pytest.mark.skipif(os.name == "nt", reason="Windows keeps no such rights")
@pytest.mark.parametrize("mode", [0o600, 0o640, 0o666, 0o755, 0o444])
def test_the_rights_of_a_file_are_kept(root: Path, mode: int) -> None:
    (root / OSLO).chmod(mode)
    mask = os.umask(0o027)
    try:
        write(root, *ONE, THREE[2])
    finally:
        os.umask(mask)
    assert stat.S_IMODE((root / OSLO).stat().st_mode) == mode
    assert stat.S_IMODE((root / CALI).stat().st_mode) == 0o640


@pytest.mark.skipif(not IS_ROOT, reason="only the root user may give a file away")
def test_the_owner_of_a_file_is_kept(root: Path) -> None:
    os.chown(root / OSLO, 1234, 4321)
    (root / OSLO).chmod(0o640)
    write(root, *ONE)
    found = (root / OSLO).stat()
    assert (found.st_uid, found.st_gid, stat.S_IMODE(found.st_mode)) == (1234, 4321, 0o640)


def test_the_folder_of_a_removed_file_stays(root: Path) -> None:
    write(root, THREE[2])
    write(root, FileChange(CALI, THREE[2].after, None))
    assert held(root) == OLD
    assert (root / CALI).parent.is_dir()


def forbid_links(monkeypatch: pytest.MonkeyPatch, code: int) -> None:
    """Let the file system be one without hard links."""

    def link(*_: object, **__: object) -> None:
        raise OSError(code, os.strerror(code))

    monkeypatch.setattr(os, "link", link)


@pytest.mark.parametrize("code", [errno.EPERM, errno.ENOTSUP, errno.EMLINK, errno.ENOSYS])
def test_a_new_file_needs_no_hard_links(
    root: Path, monkeypatch: pytest.MonkeyPatch, code: int
) -> None:
    forbid_links(monkeypatch, code)
    write(root, *THREE)
    assert held(root) == NEW["change_three"]
    assert not left_over(root)


@pytest.mark.parametrize("links", [True, False])
def test_a_new_file_never_replaces_one_that_appears_meanwhile(
    root: Path, monkeypatch: pytest.MonkeyPatch, *, links: bool
) -> None:
    if not links:
        forbid_links(monkeypatch, errno.EPERM)
    make = carry_out.make

    def appear(root: Path, change: FileChange, draft: Path | None) -> None:
        if change.path == CALI:
            (root / CALI).parent.mkdir()
            (root / CALI).write_bytes(b"somebody else's")
        make(root, change, draft)

    monkeypatch.setattr(carry_out, "make", appear)
    with pytest.raises(CannotRunError, match=r"cali\.yaml"):
        write(root, THREE[2])
    assert held(root) == {**OLD, CALI: b"somebody else's"}


def fail_at(monkeypatch: pytest.MonkeyPatch, path: str, error: BaseException) -> None:
    """Let the change of one file fail."""
    make = carry_out.make

    def refuse(root: Path, change: FileChange, draft: Path | None) -> None:
        if change.path == path:
            raise error
        make(root, change, draft)

    monkeypatch.setattr(carry_out, "make", refuse)


@pytest.mark.parametrize("path", [OSLO, LIMA, CALI])
def test_when_one_file_cannot_be_written_the_others_are_put_back(
    root: Path, monkeypatch: pytest.MonkeyPatch, path: str
) -> None:
    (root / OSLO).chmod(0o640)
    fail_at(monkeypatch, path, PermissionError(errno.EACCES, "Permission denied"))
    assert refused(root, *THREE) == f"cannot write {path}: Permission denied"
    assert stat.S_IMODE((root / OSLO).stat().st_mode) == 0o640
    assert not (root / CALI).parent.exists()


@pytest.mark.parametrize("path", [OSLO, LIMA, CALI])
def test_an_edit_that_somebody_interrupts_is_put_back(
    root: Path, monkeypatch: pytest.MonkeyPatch, path: str
) -> None:
    make = carry_out.make

    def interrupt(root: Path, change: FileChange, draft: Path | None) -> None:
        make(root, change, draft)
        if change.path == path and change in THREE:
            raise KeyboardInterrupt

    monkeypatch.setattr(carry_out, "make", interrupt)
    with pytest.raises(KeyboardInterrupt):
        write(root, *THREE)
    assert held(root) == OLD
    assert not left_over(root)


def test_a_file_that_changes_during_an_edit_is_kept_and_the_others_are_put_back(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    make = carry_out.make

    def meddle(root: Path, change: FileChange, draft: Path | None) -> None:
        make(root, change, draft)
        (root / LIMA).write_bytes(b"somebody else's")

    monkeypatch.setattr(carry_out, "make", meddle)
    with pytest.raises(CannotRunError, match=f"nothing was changed: {LIMA} changed since"):
        write(root, *THREE)
    assert held(root) == {**OLD, LIMA: b"somebody else's"}
    assert not left_over(root)


def test_what_can_neither_be_done_nor_undone_is_left_to_the_next_edit(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as broken:
        make = carry_out.make

        def break_down(root: Path, change: FileChange, draft: Path | None) -> None:
            if change.path == LIMA or change.after == OLD[OSLO]:
                raise OSError(errno.EROFS, "Read-only file system")
            make(root, change, draft)

        broken.setattr(carry_out, "make", break_down)
        with pytest.raises(CannotRunError) as raised:
            write(root, *THREE)
    assert str(raised.value) == (
        f"cannot write {LIMA}: Read-only file system; and what was done so far cannot be undone: "
        f"cannot write {OSLO}: Read-only file system; the next command that edits tries again"
    )
    assert backstage_of(root).journal.exists()
    write(root)
    assert held(root) == NEW["change_three"]
    assert not left_over(root)


def test_a_journal_that_cannot_be_removed_is_named(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    journal = backstage_of(root).journal
    unlink = Path.unlink

    def refuse(path: Path, *, missing_ok: bool = False) -> None:
        if path == journal:
            raise PermissionError(errno.EPERM, "Operation not permitted")
        unlink(path, missing_ok=missing_ok)

    with monkeypatch.context() as broken:
        broken.setattr(Path, "unlink", refuse)
        with pytest.raises(CannotRunError) as raised:
            write(root, *THREE)
    assert str(raised.value) == (
        f"all was changed, but the journal stays: cannot remove {journal}: "
        "Operation not permitted; delete it"
    )
    assert held(root) == NEW["change_three"]


def test_a_full_disk_changes_nothing(small_disk: Path) -> None:
    root = found_alliance(small_disk)
    much = b"name: Oslo\n" * 10_000
    said = refused(root, *THREE[:1], FileChange(OSLO, OLD[OSLO], much), THREE[2])
    assert said == f"cannot write {OSLO}: No space left on device"
    assert not (root / ".gsca/tmp").exists()
    write(root, *THREE)
    assert held(root) == NEW["change_three"]


def test_a_read_only_disk_changes_nothing(small_disk: Path) -> None:
    root = found_alliance(small_disk)
    subprocess.run(["mount", "-o", "remount,ro", str(small_disk)], check=True)
    with pytest.raises(CannotRunError, match=r"cannot write .*/gsca: Read-only file system"):
        write(root, *ONE)
    assert held(root) == OLD


@pytest.mark.parametrize("folder", ["data/cities", ".git", ""])
def test_a_read_only_folder_changes_nothing(root: Path, folder: str) -> None:
    if IS_ROOT:
        pytest.skip("no folder is read-only to the root user")
    (root / folder).chmod(0o555)
    try:
        with pytest.raises(CannotRunError, match=r"cannot write .*: Permission denied"):
            write(root, *THREE)
        assert held(root) == OLD
    finally:
        (root / folder).chmod(0o755)


def test_an_alliance_without_git_is_edited_too(root: Path) -> None:
    (root / ".git/HEAD").unlink()
    (root / ".git").rmdir()
    write(root, *THREE)
    assert held(root) == NEW["change_three"]
    assert standing(root) - set(held(root)) == {".gsca/.gitignore", ".gsca/edit.lock"}
