"""An alliance with a history, for the commands that show the past."""

from pathlib import Path

import pytest
from git_repository import GitRepository, use_no_settings
from gsca import Gsca
from scripted_history import scripted_history


@pytest.fixture(scope="session")
def made(tmp_path_factory: pytest.TempPathFactory) -> GitRepository:
    """The scripted history, made once."""
    return scripted_history(tmp_path_factory.mktemp("made"))


@pytest.fixture
def repository(
    made: GitRepository, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> GitRepository:
    """The scripted history, free to be changed."""
    use_no_settings(monkeypatch, tmp_path / "home")
    monkeypatch.setenv("COLUMNS", "80")
    return made.copied(tmp_path / "repository")


@pytest.fixture
def gsca(capsys: pytest.CaptureFixture[str], repository: GitRepository) -> Gsca:
    """Run gsca on the scripted history, on the day of `--at` or else of the clock."""
    return Gsca(capsys, repository.path, today="")
