import os
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest
from small_alliance import FILES, OSLO, TODAY

from gsca_cli.alliance.lookup import find
from gsca_cli.analysis.city import city_report
from gsca_cli.analysis.edition import Edition, Wish
from gsca_cli.analysis.region import region_report
from gsca_cli.checking import check
from gsca_cli.snapshots.snapshot import MOST_BYTES, Nature, StoredFile
from gsca_cli.snapshots.worktree import Worktree

NOT_AS_ROOT = pytest.mark.skipif(
    not hasattr(os, "geteuid") or os.geteuid() == 0, reason="nothing is unreadable to root"
)
DEEPER_THAN_PYTHON_CALLS = 1_200
OPEN_FILES = Path("/proc/self/fd")


class CountingWorktree(Worktree):
    """A work tree that remembers what was read."""

    def __init__(self, root: Path) -> None:
        super().__init__(root)
        self.reads: Counter[str] = Counter()

    def read(self, path: str) -> bytes:
        self.reads[path] += 1
        return super().read(path)


def put(root: Path, path: str, content: str | bytes = "name: X\n") -> Path:
    """Write a file and the folders that lead to it."""
    file = root / path
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(content if isinstance(content, bytes) else content.encode())
    return file


@pytest.fixture
def counting(tmp_path: Path) -> CountingWorktree:
    for path, text in FILES.items():
        put(tmp_path, path, text)
    return CountingWorktree(tmp_path)


def found(root: Path) -> dict[str, Nature]:
    """What stands in a work tree: every path with its nature."""
    return {file.path: file.nature for file in Worktree(root).files()}


def test_the_files_are_those_of_data_the_marker_and_the_templates(tmp_path: Path) -> None:
    for path in ("README.md", "gsca.yaml", "data/cities/x.yaml", "src/y.yaml", "templates/a.j2"):
        put(tmp_path, path)
    assert list(found(tmp_path)) == ["data/cities/x.yaml", "gsca.yaml", "templates/a.j2"]


def test_the_files_are_sorted_by_their_whole_path(tmp_path: Path) -> None:
    paths = ["data/a.yaml", "data/a/z.yaml", "data/ab.yaml", "data/a-b/x.yaml", "data/a/b/c.yml"]
    for path in paths:
        put(tmp_path, path)
    assert list(found(tmp_path)) == sorted(paths)
    assert Worktree(tmp_path).files() == Worktree(tmp_path).files()


def test_hidden_files_and_files_of_any_name_are_named(tmp_path: Path) -> None:
    paths = [
        "data/.gitkeep",
        "data/cities/.x.yaml",
        "data/cities/.git/HEAD",
        "data/cities/a b.YAML",
    ]
    for path in paths:
        put(tmp_path, path)
    assert found(tmp_path) == dict.fromkeys(sorted(paths), Nature.FILE)


def test_an_empty_repository_has_no_files(tmp_path: Path) -> None:
    assert found(tmp_path) == {}
    (tmp_path / "data/cities").mkdir(parents=True)
    assert found(tmp_path) == {}


def test_a_link_is_named_and_never_followed(tmp_path: Path) -> None:
    put(tmp_path, "elsewhere/secret.yaml")
    put(tmp_path, "data/cities/x.yaml")
    (tmp_path / "data/cities/file.yaml").symlink_to(tmp_path / "elsewhere/secret.yaml")
    (tmp_path / "data/cities/folder").symlink_to(tmp_path / "elsewhere")
    (tmp_path / "data/cities/nowhere.yaml").symlink_to(tmp_path / "nowhere")
    (tmp_path / "data/cities/round").symlink_to(tmp_path / "data")
    assert found(tmp_path) == {
        "data/cities/file.yaml": Nature.LINK,
        "data/cities/folder": Nature.LINK,
        "data/cities/nowhere.yaml": Nature.LINK,
        "data/cities/round": Nature.LINK,
        "data/cities/x.yaml": Nature.FILE,
    }


@pytest.mark.parametrize("name", ["data", "gsca.yaml", "templates"])
def test_a_link_at_the_top_is_named_and_never_followed(tmp_path: Path, name: str) -> None:
    put(tmp_path, "elsewhere/cities/x.yaml")
    (tmp_path / name).symlink_to(tmp_path / "elsewhere")
    assert found(tmp_path) == {name: Nature.LINK}


def test_a_link_in_place_of_the_data_is_a_finding(counting: CountingWorktree) -> None:
    (counting.root / "data").rename(counting.root / "moved")
    (counting.root / "data").symlink_to(counting.root / "moved")
    (finding,) = check(counting, TODAY).findings
    assert (str(finding.location), finding.code) == ("data:1:1", "link")
    assert counting.reads == {"gsca.yaml": 1}


def test_a_link_in_place_of_the_marker_is_a_finding(counting: CountingWorktree) -> None:
    (counting.root / "gsca.yaml").rename(counting.root / "moved.yaml")
    (counting.root / "gsca.yaml").symlink_to(counting.root / "moved.yaml")
    (finding,) = check(counting, TODAY).findings
    assert (str(finding.location), finding.code) == ("gsca.yaml:1:1", "link")
    assert "gsca.yaml" not in counting.reads


def test_a_file_in_place_of_the_data_is_a_finding(tmp_path: Path) -> None:
    put(tmp_path, "gsca.yaml")
    put(tmp_path, "data")
    assert [str(each.location) for each in check(Worktree(tmp_path), TODAY).findings] == [
        "data:1:1"
    ]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no pipes with a name")
def test_a_pipe_is_named_and_never_waited_for(tmp_path: Path) -> None:
    put(tmp_path, "data/cities/x.yaml")
    os.mkfifo(tmp_path / "data/cities/pipe.yaml")
    assert found(tmp_path)["data/cities/pipe.yaml"] is Nature.SPECIAL
    with pytest.raises(OSError, match="no regular file"):
        Worktree(tmp_path).read("data/cities/pipe.yaml")


def test_reading_follows_no_link(tmp_path: Path) -> None:
    put(tmp_path, "elsewhere.yaml", "secret")
    (tmp_path / "gsca.yaml").symlink_to(tmp_path / "elsewhere.yaml")
    with pytest.raises(OSError, match=r"gsca\.yaml"):
        Worktree(tmp_path).read("gsca.yaml")


def test_reading_what_is_gone_is_an_error_of_the_system(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        Worktree(tmp_path).read("data/cities/x.yaml")


@pytest.mark.parametrize(
    "content", [b"", b"name: X\r\n", b"\x00\xff\xfe", "\ufeffname: Å".encode()]
)
def test_reading_gives_the_bytes_as_they_are(tmp_path: Path, content: bytes) -> None:
    put(tmp_path, "gsca.yaml", content)
    assert Worktree(tmp_path).read("gsca.yaml") == content


@pytest.mark.parametrize("size", [MOST_BYTES - 1, MOST_BYTES, MOST_BYTES + 1, 3 * MOST_BYTES])
def test_reading_is_bounded(tmp_path: Path, size: int) -> None:
    put(tmp_path, "gsca.yaml", b"x" * size)
    assert len(Worktree(tmp_path).read("gsca.yaml")) == min(size, MOST_BYTES)


@NOT_AS_ROOT
def test_an_unreadable_folder_is_named(tmp_path: Path) -> None:
    put(tmp_path, "data/cities/x.yaml")
    put(tmp_path, "data/policies/y.yaml")
    (tmp_path / "data/cities").chmod(0)
    try:
        assert found(tmp_path) == {
            "data/cities": Nature.UNREADABLE,
            "data/policies/y.yaml": Nature.FILE,
        }
    finally:
        (tmp_path / "data/cities").chmod(0o700)


@NOT_AS_ROOT
def test_an_unreadable_file_is_a_finding(counting: CountingWorktree) -> None:
    (counting.root / "data/cities/oslo.yaml").chmod(0)
    (finding,) = check(counting, TODAY).findings
    assert (str(finding.location), finding.code) == ("data/cities/oslo.yaml:1:1", "unreadable-file")


@pytest.mark.skipif(not OPEN_FILES.is_dir(), reason="open files cannot be counted here")
def test_reading_a_folder_leaves_nothing_open(tmp_path: Path) -> None:
    (tmp_path / "data/cities/x.yaml").mkdir(parents=True)
    before = len(list(OPEN_FILES.iterdir()))
    with pytest.raises(OSError, match=r"directory|no regular file"):
        Worktree(tmp_path).read("data/cities/x.yaml")
    assert len(list(OPEN_FILES.iterdir())) == before


@pytest.fixture
def deep(tmp_path: Path) -> Iterator[Path]:
    """A repository with a very deep folder, made and unmade without its long name."""
    (tmp_path / "data").mkdir()
    folder = os.open(tmp_path / "data", os.O_RDONLY)
    folders = [folder]
    for _ in range(DEEPER_THAN_PYTHON_CALLS):
        os.mkdir("a", dir_fd=folder)
        deeper = os.open("a", os.O_RDONLY, dir_fd=folder)
        if len(folders) > 1:
            os.close(folder)
        folder = deeper
        folders[1:] = [folder]
    os.close(os.open("x.yaml", os.O_CREAT | os.O_WRONLY, dir_fd=folder))
    yield tmp_path
    os.unlink("x.yaml", dir_fd=folder)
    for _ in range(DEEPER_THAN_PYTHON_CALLS):
        above = os.open("..", os.O_RDONLY, dir_fd=folder)
        os.close(folder)
        os.rmdir("a", dir_fd=above)
        folder = above
    os.close(folder)
    os.close(folders[0])


@pytest.mark.skipif(os.open not in os.supports_dir_fd, reason="needs names relative to a folder")
def test_folders_may_be_deeper_than_python_calls(deep: Path) -> None:
    assert list(found(deep)) == [f"data/{'a/' * DEEPER_THAN_PYTHON_CALLS}x.yaml"]


def test_checking_opens_every_file_once(counting: CountingWorktree) -> None:
    put(counting.root, "data/cities/broken.yaml", "name: [\n")
    put(counting.root, "data/cities/twin/oslo.yaml", OSLO)
    assert check(counting, TODAY).findings
    assert counting.reads == {file.path: 1 for file in counting.files()}


def test_a_report_opens_what_it_shows_once_more_and_nothing_else(
    counting: CountingWorktree,
) -> None:
    put(counting.root, "data/regions/south.yaml", FILES["data/regions/north.yaml"])
    lima = OSLO.replace("Oslo", "Lima").replace("north:", "south:")
    put(counting.root, "data/cities/lima.yaml", lima)
    checked = check(counting, TODAY)
    counting.reads.clear()
    alliance = checked.alliance
    region_report(Edition(alliance, Wish("en", TODAY)), alliance.regions["north"])
    # Of the cities, all that is shown is known.
    shown = {
        "data/regions/north.yaml",
        "data/sources/paper.yaml",
        "data/tracks/adoption.yaml",
    }
    assert counting.reads == dict.fromkeys(shown, 1)
    city_report(Edition(alliance, Wish("en", TODAY)), alliance.cities["oslo"])
    assert find(alliance, "oslo").brief.id == "oslo"
    assert set(counting.reads.values()) == {1}
    assert "data/cities/lima.yaml" not in counting.reads


def test_a_stored_file_is_a_regular_one_unless_said() -> None:
    assert StoredFile("x").nature is Nature.FILE
