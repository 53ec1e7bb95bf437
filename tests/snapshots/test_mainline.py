from datetime import date
from pathlib import Path

import pytest
from git_repository import GitRepository, use_no_settings

from gsca_cli.kinds import Kind
from gsca_cli.snapshots.git import Git
from gsca_cli.snapshots.mainline import Key, Mainline

OSLO = Key(Kind.CITY, "oslo")
PATH = "data/cities/oslo.yaml"


@pytest.fixture
def repository(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> GitRepository:
    use_no_settings(monkeypatch, tmp_path / "home")
    return GitRepository(tmp_path / "repository")


def mainline(repository: GitRepository, former: dict[Key, str] | None = None) -> Mainline:
    git = Git(repository.path)
    return Mainline(git, git.commit("HEAD"), "", former or {})


def content(found: Mainline, key: Key) -> str | None:
    at = found.content(key)
    return f"{at.place.path} {at.blob}" if at else None


def test_it_goes_on_from_day_to_day(repository: GitRepository) -> None:
    repository.write({PATH: "1", "gsca.yaml": "x", "data/note.txt": "x", "README.md": "x"})
    repository.commit(date="2024-01-02T00:00:00+00:00")
    first = repository.run("rev-parse", f"HEAD:{PATH}")
    repository.write({PATH: "2"})
    repository.commit(date="2024-01-03T23:59:59+00:00")
    repository.write({PATH: None})
    repository.commit(date="2024-01-05T00:00:00+00:00")
    found = mainline(repository)
    assert found.begin(date(2024, 1, 1)) is None
    assert found.begin(date(2024, 6, 1)) == date(2024, 1, 2)
    assert (found.move_to(date(2024, 1, 1)), content(found, OSLO)) == (set(), None)
    assert found.move_to(date(2024, 1, 2)) == {OSLO, Key(Kind.ALLIANCE, "gsca")}
    assert content(found, OSLO) == f"{PATH} {first}"
    assert found.move_to(date(2024, 1, 3)) == {OSLO}
    assert content(found, OSLO) not in {None, f"{PATH} {first}"}
    assert found.move_to(date(2024, 1, 4)) == set()
    assert found.keys(Kind.CITY) == [OSLO]
    assert found.move_to(date(2024, 1, 5)) == {OSLO}
    assert (content(found, OSLO), found.keys(Kind.CITY)) == (None, [])
    assert found.keys(Kind.ALLIANCE) == [Key(Kind.ALLIANCE, "gsca")]


def test_a_file_that_is_moved_and_renamed_stays_one_record(repository: GitRepository) -> None:
    repository.write({PATH: "name: Oslo\n"})
    repository.commit(date="2024-01-01T00:00:00+00:00")
    name = repository.run("rev-parse", f"HEAD:{PATH}")
    repository.write({PATH: None, "data/cities/no/christiania.yml": "name: Oslo\n"})
    repository.commit(date="2024-01-02T00:00:00+00:00")
    found = mainline(repository, {OSLO: "christiania"})
    key = Key(Kind.CITY, "christiania")
    found.move_to(date(2024, 1, 1))
    assert content(found, key) == f"{PATH} {name}"
    assert found.move_to(date(2024, 1, 2)) == {key}
    assert content(found, key) == f"data/cities/no/christiania.yml {name}"


@pytest.mark.parametrize("time", ["@0 +0000", "@253402300800 +0000"])
def test_a_clock_may_say_any_time(repository: GitRepository, time: str) -> None:
    repository.write({PATH: "1"})
    repository.commit(date=time)
    found = mainline(repository)
    begin = found.begin(date.max)
    assert begin == (date(1970, 1, 1) if time == "@0 +0000" else None)
