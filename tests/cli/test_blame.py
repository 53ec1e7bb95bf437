"""gsca show --blame, on a repository with a story."""

import csv
import json
from collections.abc import Callable
from pathlib import Path

import pytest
from git_repository import use_no_settings
from gsca import Gsca
from life_story import tell

Golden = Callable[[str, str], None]


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A repository with a story; nobody changes it."""
    path = tmp_path_factory.mktemp("story")
    tell(path)
    return path


@pytest.fixture
def story(
    told: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> Gsca:
    """Run gsca on the repository with a story."""
    use_no_settings(monkeypatch, tmp_path / "home")
    return Gsca(capsys, told)


@pytest.mark.parametrize("form", ["text", "csv", "json"])
def test_each_value_has_its_commit(story: Gsca, golden: Golden, form: str) -> None:
    name = f"show-oslo-blame.{'txt' if form == 'text' else form}"
    golden(name, story.out("show", "oslo", "--blame", "--format", form))


def test_the_lines_are_those_of_show(story: Gsca) -> None:
    plain = story.out("show", "oslo").splitlines()
    blamed = story.out("show", "oslo", "--blame").splitlines()
    assert (blamed[:2], sorted(line[2:] for line in blamed if line.startswith("  "))) == (
        plain[:2],
        sorted(plain[3:]),
    )


def test_all_forms_name_the_same_commits(story: Gsca) -> None:
    rows = list(
        csv.DictReader(story.out("show", "oslo", "--blame", "--format", "csv").splitlines())
    )
    record = json.loads(story.out("show", "oslo", "--blame", "--format", "json"))["record"]
    commits = [value["commit"] or {"id": ""} for value in record["values"]]
    assert [row["commit"] for row in rows] == [commit["id"] for commit in commits]
    assert any(row["commit"] == "" for row in rows)
    assert all(len(row["commit"]) in {0, 40} for row in rows)


def test_a_record_of_another_kind_has_commits_too(story: Gsca) -> None:
    lines = story.out("show", "paper", "--blame").splitlines()
    assert lines[3:5] == ["2021-01-01  80d8f87  Ana  Begin", "  1  title  A paper"]
