"""An alliance that is worth remembering: what a warm run opens, starts and says."""

import shutil
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest
from benchmarks.generate import main as generate
from git_repository import GitRepository, use_no_settings
from gsca import Gsca

from gsca_cli.checking import closely
from gsca_cli.snapshots import stamps
from gsca_cli.snapshots.git import Git
from gsca_cli.snapshots.worktree import Worktree

CITIES = 220
CACHE = ".git/gsca"


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> GitRepository:
    """Some hundred cities with mistakes, and a history of six commits."""
    folder = tmp_path_factory.mktemp("made") / "alliance"
    generate([str(CITIES), str(folder), "--broken", "15", "--history", "6"])
    found = GitRepository.__new__(GitRepository)
    found.path = folder
    return found


@pytest.fixture
def repository(
    made: GitRepository, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> GitRepository:
    """The same, free to be changed; what changed a moment ago counts as old."""
    use_no_settings(monkeypatch, tmp_path / "home")
    monkeypatch.setattr(stamps, "FRESH", -(10**18))
    monkeypatch.setenv("COLUMNS", "80")
    return made.copied(tmp_path / "alliance")


@pytest.fixture
def gsca(capsys: pytest.CaptureFixture[str], repository: GitRepository) -> Gsca:
    """Run gsca there, on the day of the last commit."""
    return Gsca(capsys, repository.path, today="2025-06-01")


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The paths of the files that are opened, and the ids of those that git is asked for."""
    paths: list[str] = []

    def from_disk(self: Worktree, path: str, read: object = Worktree.read) -> bytes:
        paths.append(path)
        return read(self, path)  # type: ignore[operator, no-any-return]

    def from_disk_with_stamp(
        self: Worktree, path: str, read: object = Worktree.read_with_stamp
    ) -> tuple[bytes, str | None]:
        paths.append(path)
        return read(self, path)  # type: ignore[operator, no-any-return]

    def from_git(self: Git, blob: str, read: object = Git.read) -> bytes:
        paths.append(blob)
        return read(self, blob)  # type: ignore[operator, no-any-return]

    def all_from_git(
        self: Git, blobs: Sequence[str], read: object = Git.read_all
    ) -> Iterator[bytes]:
        paths.extend(blobs)
        return read(self, blobs)  # type: ignore[operator, no-any-return]

    monkeypatch.setattr(Worktree, "read", from_disk)
    monkeypatch.setattr(Worktree, "read_with_stamp", from_disk_with_stamp)
    monkeypatch.setattr(Git, "read", from_git)
    monkeypatch.setattr(Git, "read_all", all_from_git)
    return paths


def again(gsca: Gsca, opened: list[str], *words: str) -> Sequence[str]:
    """What is opened by a run."""
    opened.clear()
    assert gsca(*words).code in {0, 1}
    return [path for path in opened if not path.endswith("gsca.yaml")]


def cities_of(repository: GitRepository) -> list[str]:
    found = sorted((repository.path / "data/cities").rglob("*.yaml"))
    return [str(path.relative_to(repository.path)) for path in found]


WITHOUT_EXCERPTS = ("validate", "--select", "clashing-paths")


def test_a_warm_run_opens_what_changed_and_nothing_else(
    gsca: Gsca, repository: GitRepository, opened: list[str]
) -> None:
    cold = again(gsca, opened, *WITHOUT_EXCERPTS)
    assert len(cold) == len(set(cold)) > CITIES
    assert again(gsca, opened, *WITHOUT_EXCERPTS) == []
    changed = cities_of(repository)[3]
    (repository.path / changed).write_text((repository.path / changed).read_text() + "\n")
    assert again(gsca, opened, *WITHOUT_EXCERPTS) == [changed]
    assert again(gsca, opened, "list", "cities", "--format", "csv") == []


def test_what_was_touched_is_read_and_not_checked_again(
    gsca: Gsca, repository: GitRepository, opened: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    again(gsca, opened, *WITHOUT_EXCERPTS)
    changed = cities_of(repository)[3]
    (repository.path / changed).touch()
    monkeypatch.setattr(closely, "read", None)
    assert again(gsca, opened, *WITHOUT_EXCERPTS) == [changed]


def test_a_branch_of_long_ago_costs_what_was_never_seen(
    gsca: Gsca, repository: GitRepository, opened: list[str]
) -> None:
    again(gsca, opened, *WITHOUT_EXCERPTS)
    told = repository.run("diff", "--no-renames", "--raw", "--abbrev=40", "HEAD", "HEAD~3", "data")
    blobs = [line.split()[3] for line in told.splitlines() if not line.split()[4].startswith("D")]
    assert blobs
    then = again(gsca, opened, *WITHOUT_EXCERPTS, "--at", "HEAD~3")
    settings = repository.run("rev-parse", "HEAD~3:gsca.yaml")
    assert sorted(set(then) - {settings}) == sorted(set(blobs))
    assert set(again(gsca, opened, *WITHOUT_EXCERPTS, "--at", "HEAD~3")) <= {settings}


def test_another_day_needs_nothing_anew(gsca: Gsca, opened: list[str]) -> None:
    again(gsca, opened, *WITHOUT_EXCERPTS)
    for day in ("2025-06-02", "2027-01-31", "2035-01-01"):
        assert again(gsca, opened, *WITHOUT_EXCERPTS, "--today", day) == []


def test_without_a_cache_everything_is_read_and_nothing_is_kept(
    gsca: Gsca, repository: GitRepository, opened: list[str]
) -> None:
    for _ in range(2):
        assert len(again(gsca, opened, *WITHOUT_EXCERPTS, "--no-cache")) > CITIES
    assert not (repository.path / CACHE).exists()
    # The option is for one run.
    again(gsca, opened, *WITHOUT_EXCERPTS)
    assert (repository.path / CACHE).exists()


def test_a_file_takes_less_than_four_hundred_bytes_of_cache(
    gsca: Gsca, repository: GitRepository, opened: list[str]
) -> None:
    number = len(again(gsca, opened, *WITHOUT_EXCERPTS))
    (cache,) = (repository.path / CACHE).rglob("files.sqlite")
    assert cache.stat().st_size < 400 * number


COMMANDS = [
    "validate --max-findings 0",
    "validate --format json --at HEAD~2",
    "report",
    "report europe --since HEAD~3",
    "report europe --format csv --table steps",
    "list cities --format csv",
    "list policies",
    "diff HEAD~3",
    "trend europe --recorded",
]


def test_whatever_happens_to_the_cache_the_answers_are_the_same(
    gsca: Gsca, repository: GitRepository
) -> None:
    cold = [gsca(*words.split(), "--no-cache") for words in COMMANDS]
    for _ in range(2):
        assert [gsca(*words.split()) for words in COMMANDS] == cold
    (cache,) = (repository.path / CACHE).rglob("files.sqlite")
    content = cache.read_bytes()
    for harmed in (content[:5_000] + bytes(len(content) - 5_000), content[: len(content) // 2]):
        cache.write_bytes(harmed)
        assert [gsca(*words.split()) for words in COMMANDS[:2]] == cold[:2]
    shutil.rmtree(repository.path / CACHE)
    assert [gsca(*words.split()) for words in COMMANDS[:2]] == cold[:2]


def test_nothing_is_kept_in_the_tree(gsca: Gsca, repository: GitRepository) -> None:
    gsca("validate")
    assert repository.run("status", "--porcelain", "--ignored") == ""
