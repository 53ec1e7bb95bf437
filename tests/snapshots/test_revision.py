import os
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from git_repository import GitRepository, use_no_settings
from hypothesis import given, settings
from hypothesis import strategies as st
from small_alliance import FILES, TODAY

from gsca_cli.checking import check
from gsca_cli.errors import CannotRunError
from gsca_cli.snapshots.git import Git
from gsca_cli.snapshots.repository import folder_in_repository
from gsca_cli.snapshots.revision import Revision
from gsca_cli.snapshots.snapshot import MOST_BYTES, Nature, StoredFile
from gsca_cli.snapshots.worktree import Worktree

ODD_NAMES = [
    "data/cities/a b.yaml",
    "data/cities/a\nb.yaml",
    "data/cities/a\tb.yaml",
    'data/cities/"a".yaml',
    "data/cities/a\\b.yaml",
    "data/cities/Ålesund.yaml",
    "data/cities/\udcff\udcfe.yaml",
    "data/cities/\U0001f600.yaml",
    "data/cities/-n",
    "data/cities/*.yaml",
    "data/cities/:(top).yaml",
    "data/cities/100644 blob x",
]
ODD_NAMES_EXIST = pytest.mark.skipif(
    os.name == "nt", reason="this system refuses many letters in a name"
)
NAMES_ARE_BYTES = pytest.mark.skipif(
    sys.platform != "linux", reason="this system has no file names of any bytes"
)


@pytest.fixture(autouse=True)
def _no_settings(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    use_no_settings(monkeypatch, tmp_path / "home")


@pytest.fixture(scope="module")
def small_alliance(tmp_path_factory: pytest.TempPathFactory) -> GitRepository:
    """A repository that holds the small alliance, at its first commit."""
    made = GitRepository(tmp_path_factory.mktemp("small_alliance"))
    made.write(FILES)
    made.commit()
    return made


@pytest.fixture
def repository(small_alliance: GitRepository, tmp_path: Path) -> GitRepository:
    """The repository with the small alliance, free to be changed."""
    return small_alliance.copied(tmp_path / "repository")


def revision(folder: Path, name: str = "HEAD", below: str = "") -> Revision:
    """The files of a repository at a revision, as a command finds them."""
    git = Git(folder)
    return Revision(git, git.commit(name), below)


def contents(found: Revision) -> Mapping[str, bytes]:
    """Every regular file with its content."""
    return {
        file.path: found.read(file.path) for file in found.files() if file.nature is Nature.FILE
    }


def link(repository: GitRepository, target: str, path: str) -> None:
    """Put a link into the index, on any system."""
    name = repository.run("hash-object", "-w", "--stdin", given=target.encode())
    repository.run("update-index", "--add", "--cacheinfo", f"120000,{name},{path}")


def commit_index(repository: GitRepository) -> None:
    """Commit what stands in the index, whatever is on disk."""
    repository.run("commit", "--quiet", "--message=Index")


def test_a_revision_holds_what_was_committed(repository: GitRepository) -> None:
    found = revision(repository.path)
    assert contents(found) == {path: text.encode() for path, text in FILES.items()}
    assert found.commit == repository.run("rev-parse", "HEAD")


def test_a_revision_is_checked_like_the_files_on_disk(repository: GitRepository) -> None:
    repository.write({"data/cities/broken.yaml": "name: [\n", "data/x.txt": "", "templates/a": ""})
    repository.commit()
    now, then = Worktree(repository.path), revision(repository.path)
    assert then.files() == now.files()
    assert check(then, TODAY).findings == check(now, TODAY).findings


def test_an_earlier_revision_holds_what_was_there_then(repository: GitRepository) -> None:
    repository.write({"data/cities/oslo.yaml": "name: New\n", "data/cities/bergen.yaml": "x"})
    repository.write({"data/partners/uclg.yaml": None})
    repository.commit()
    before, after = revision(repository.path, "HEAD~1"), revision(repository.path)
    assert contents(before) == {path: text.encode() for path, text in FILES.items()}
    assert after.read("data/cities/oslo.yaml") == b"name: New\n"
    paths = {file.path for file in after.files()}
    assert paths ^ set(FILES) == {"data/cities/bergen.yaml", "data/partners/uclg.yaml"}


def test_what_is_not_committed_is_not_seen(repository: GitRepository) -> None:
    repository.write({"data/cities/oslo.yaml": "changed", "data/cities/new.yaml": "x"})
    repository.run("add", "data/cities/new.yaml")
    assert contents(revision(repository.path)) == {
        path: text.encode() for path, text in FILES.items()
    }


def test_the_files_are_those_of_data_the_marker_and_the_templates(tmp_path: Path) -> None:
    repository = GitRepository(tmp_path / "repository")
    inside = ["data/cities/x.yaml", "data/y", "gsca.yaml", "templates/a.j2", "templates/b/c"]
    outside = ["README.md", "database/x", "src/data/x.yaml", "gsca.yaml.orig", "src/gsca.yaml"]
    repository.write(dict.fromkeys([*inside, *outside], ""))
    repository.commit()
    assert revision(repository.path).files() == [StoredFile(path) for path in inside]


def test_the_files_are_sorted_by_their_whole_path(tmp_path: Path) -> None:
    repository = GitRepository(tmp_path / "repository")
    paths = ["data/a.yaml", "data/a/z.yaml", "data/ab.yaml", "data/a-b/x.yaml", "data/ż", "data/z"]
    repository.write(dict.fromkeys(paths, ""))
    repository.commit()
    assert [file.path for file in revision(repository.path).files()] == sorted(paths)


def test_a_commit_without_an_alliance_has_no_files(tmp_path: Path) -> None:
    repository = GitRepository(tmp_path / "repository")
    repository.write({"README.md": ""})
    repository.commit()
    assert revision(repository.path).files() == []


@ODD_NAMES_EXIST
@pytest.mark.parametrize("below", ["alliance", "of/many/a b", "-n", ":(top)x", "*", "Å"])
def test_the_alliance_may_lie_in_a_folder(tmp_path: Path, below: str) -> None:
    repository = GitRepository(tmp_path / "repository")
    repository.write({f"{below}/{path}": text for path, text in FILES.items()})
    repository.write({"gsca.yaml": "name: Other\n", "data/cities/other.yaml": ""})
    repository.write({f"{below}2/data/x.yaml": "", f"x/{below}/data/x.yaml": ""})
    repository.commit()
    root = repository.path / below
    found = revision(root, below=folder_in_repository(root))
    assert contents(found) == {path: text.encode() for path, text in FILES.items()}


def test_the_files_of_a_folder_that_is_not_there_are_none(repository: GitRepository) -> None:
    assert revision(repository.path, below="nowhere").files() == []
    assert revision(repository.path, below="data/cities/oslo.yaml").files() == []


@NAMES_ARE_BYTES
def test_a_file_may_have_any_name(tmp_path: Path) -> None:
    repository = GitRepository(tmp_path / "repository")
    repository.write({path: os.fsencode(path) for path in ODD_NAMES})
    repository.commit()
    found = revision(repository.path)
    assert contents(found) == {path: os.fsencode(path) for path in ODD_NAMES}
    assert found.files() == Worktree(repository.path).files()


def test_a_link_is_named_and_never_read(repository: GitRepository) -> None:
    link(repository, "/etc/passwd", "data/cities/link.yaml")
    link(repository, "../elsewhere", "templates")
    commit_index(repository)
    found = revision(repository.path)
    linked = {file.path for file in found.files() if file.nature is Nature.LINK}
    assert linked == {"data/cities/link.yaml", "templates"}
    for path in linked:
        with pytest.raises(OSError, match="no regular file"):
            found.read(path)


def test_a_repository_within_is_named_and_never_read(repository: GitRepository) -> None:
    head = repository.run("rev-parse", "HEAD")
    repository.run("update-index", "--add", "--cacheinfo", f"160000,{head},data/cities/within")
    commit_index(repository)
    found = revision(repository.path)
    assert StoredFile("data/cities/within", Nature.SPECIAL) in found.files()
    with pytest.raises(OSError, match="no regular file"):
        found.read("data/cities/within")


def test_a_file_that_may_be_run_is_a_file(repository: GitRepository) -> None:
    repository.run("update-index", "--chmod=+x", "gsca.yaml")
    commit_index(repository)
    found = revision(repository.path)
    assert StoredFile("gsca.yaml", Nature.FILE) in found.files()
    assert found.read("gsca.yaml") == FILES["gsca.yaml"].encode()


def test_a_folder_in_place_of_the_settings_is_special_as_on_disk(tmp_path: Path) -> None:
    repository = GitRepository(tmp_path / "repository")
    repository.write({"gsca.yaml/x.yaml": "", "gsca.yaml/y/z": "", "data/x.yaml": ""})
    repository.commit()
    found = revision(repository.path)
    assert found.files() == [StoredFile("data/x.yaml"), StoredFile("gsca.yaml", Nature.SPECIAL)]
    assert found.files() == Worktree(repository.path).files()
    with pytest.raises(OSError, match="no regular file"):
        found.read("gsca.yaml")


def test_a_file_in_place_of_the_data_is_a_file(tmp_path: Path) -> None:
    repository = GitRepository(tmp_path / "repository")
    repository.write({"data": "x", "templates": "y"})
    repository.commit()
    assert contents(revision(repository.path)) == {"data": b"x", "templates": b"y"}


@pytest.mark.parametrize("path", ["data/cities/nobody.yaml", "data", "", "README.md", "../x"])
def test_reading_what_is_no_file_is_an_error_of_the_system(
    repository: GitRepository, path: str
) -> None:
    repository.write({"README.md": "x"})
    repository.commit()
    with pytest.raises(OSError, match="no regular file"):
        revision(repository.path).read(path)


@pytest.mark.parametrize("size", [MOST_BYTES - 1, MOST_BYTES, MOST_BYTES + 1, 2 << 20])
def test_reading_is_bounded(repository: GitRepository, size: int) -> None:
    repository.write({"data/cities/large.yaml": b"x" * size})
    repository.commit()
    found = revision(repository.path)
    assert found.read("data/cities/large.yaml") == b"x" * min(size, MOST_BYTES)
    assert found.read("gsca.yaml") == FILES["gsca.yaml"].encode()


def test_files_may_be_read_in_any_order_and_again(repository: GitRepository) -> None:
    found = revision(repository.path)
    for path in [*sorted(FILES, reverse=True), *sorted(FILES)]:
        assert found.read(path) == FILES[path].encode()


def test_a_content_that_the_clone_lacks_stops_the_run(repository: GitRepository) -> None:
    name = repository.run("rev-parse", "HEAD:data/cities/oslo.yaml")
    (repository.path / ".git/objects" / name[:2] / name[2:]).unlink()
    with pytest.raises(CannotRunError, match=f"git cannot read the object {name}"):
        check(revision(repository.path), TODAY)


def test_reading_a_whole_revision_starts_git_twice(
    repository: GitRepository, monkeypatch: pytest.MonkeyPatch
) -> None:
    started: list[list[str]] = []
    start = subprocess.Popen.__init__

    def counted(self: subprocess.Popen[bytes], command: list[str], **given: Any) -> None:
        started.append(command)
        start(self, command, **given)

    monkeypatch.setattr(subprocess.Popen, "__init__", counted)
    found = revision(repository.path)
    for _ in range(3):
        assert len(contents(found)) == len(FILES)
    asked = ("cat-file", "ls-tree")
    assert [word for command in started for word in command if word in asked] == [*asked]
    assert len(started) == 2


def test_a_work_tree_may_be_linked(repository: GitRepository, tmp_path: Path) -> None:
    linked = tmp_path / "linked"
    repository.run("worktree", "add", "--quiet", "-b", "other", str(linked))
    (linked / "data/cities/oslo.yaml").write_bytes(b"name: Other\n")
    repository.run("-C", str(linked), "commit", "--quiet", "--all", "--message=Other")
    assert folder_in_repository(linked) == ""
    assert folder_in_repository(linked / "data/cities") == "data/cities"
    assert revision(linked).read("data/cities/oslo.yaml") == b"name: Other\n"
    assert revision(linked, "main").read("data/cities/oslo.yaml") != b"name: Other\n"
    assert revision(repository.path, "other").commit == revision(linked).commit


def test_a_repository_may_be_bare(repository: GitRepository, tmp_path: Path) -> None:
    bare = tmp_path / "bare.git"
    repository.run("clone", "--quiet", "--bare", str(repository.path), str(bare))
    assert contents(revision(bare)) == {path: text.encode() for path, text in FILES.items()}


def test_a_clone_may_be_shallow(repository: GitRepository, tmp_path: Path) -> None:
    repository.commit("Another")
    clone = tmp_path / "clone"
    repository.run("clone", "--quiet", "--depth=1", repository.path.as_uri(), str(clone))
    assert contents(revision(clone)) == {path: text.encode() for path, text in FILES.items()}


def test_a_repository_may_name_its_objects_by_sha_256(tmp_path: Path) -> None:
    repository = GitRepository(tmp_path / "repository", "--object-format=sha256")
    repository.write(FILES)
    repository.commit()
    assert contents(revision(repository.path)) == {
        path: text.encode() for path, text in FILES.items()
    }


def test_objects_may_be_packed(repository: GitRepository) -> None:
    repository.run("gc", "--quiet")
    assert contents(revision(repository.path)) == {
        path: text.encode() for path, text in FILES.items()
    }


@pytest.mark.parametrize("filter_name", ["text eol=crlf", "ident", "working-tree-encoding=UTF-16"])
def test_contents_are_what_was_committed_not_what_a_checkout_makes_of_them(
    repository: GitRepository, filter_name: str
) -> None:
    repository.write({".gitattributes": f"*.yaml {filter_name}\n"})
    repository.run("add", ".gitattributes")
    commit_index(repository)
    assert contents(revision(repository.path)) == {
        path: text.encode() for path, text in FILES.items()
    }


WORD = st.text("ab. -é\U0001f600\"'\\", min_size=1, max_size=3).filter(
    lambda word: word not in {".", ".."} and word.strip(". ") == word
)
PATHS = st.tuples(st.sampled_from(["data", "templates"]), WORD, WORD).map("/".join)


@ODD_NAMES_EXIST
@settings(max_examples=20)
@given(files=st.dictionaries(PATHS, st.binary(max_size=200), max_size=5))
def test_what_is_committed_is_what_is_read_back(files: dict[str, bytes]) -> None:
    with TemporaryDirectory() as folder:
        repository = GitRepository(Path(folder))
        repository.write(files)
        repository.commit()
        found = revision(repository.path)
        assert contents(found) == files
        assert found.files() == Worktree(repository.path).files()
