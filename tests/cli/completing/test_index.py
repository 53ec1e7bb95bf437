"""The index changes how long an answer takes, and nothing else."""

import os
from pathlib import Path
from time import time_ns

import pytest
from cli.completing.asking import offered
from gsca import Gsca

from gsca_cli.snapshots import stamps
from gsca_cli.snapshots.backstage import backstage_of
from gsca_cli.snapshots.worktree import Worktree

YEAR = 31_536_000_000_000_000
STEPS = ["steps.letter=", "steps.plan="]


@pytest.fixture(autouse=True)
def _here(small: Gsca, monkeypatch: pytest.MonkeyPatch) -> None:
    """In an alliance that nobody has touched for a year."""
    monkeypatch.chdir(small.root)
    # No program can set the time of the last change back.
    monkeypatch.setattr(stamps, "FRESH", -(10**18))
    for file in small.root.rglob("*.yaml"):
        os.utime(file, ns=(time_ns() - YEAR,) * 2)


@pytest.fixture
def readings(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The files that are read, as they are read."""
    found: list[str] = []

    def read(files: Worktree, path: str) -> bytes:
        found.append(path)
        return (files.root / path).read_bytes()

    monkeypatch.setattr("gsca_cli.snapshots.worktree.Worktree.read", read)
    return found


def steps() -> list[str]:
    return list(offered("set", "oslo", "steps."))


def index() -> Path:
    return backstage_of(Path.cwd()).index


def renamed_step() -> None:
    track = Path("data/tracks/adoption.yaml")
    track.write_text(track.read_text().replace("id: plan", "id: talk"))


def test_it_is_made_of_a_few_files_once(readings: list[str]) -> None:
    assert steps() == STEPS
    assert readings == ["gsca.yaml", "data/regions/north.yaml", "data/tracks/adoption.yaml"]
    assert steps() == STEPS
    assert len(readings) == 3


@pytest.mark.parametrize("folder", [".git", ".gsca"])
def test_it_stands_where_git_does_not_look(folder: str) -> None:
    if folder == ".git":
        Path(".git").mkdir()
        Path(".git/HEAD").write_text("ref: refs/heads/main\n")
    steps()
    assert index().is_file()
    assert Path.cwd() / folder in index().parents
    beside = {path.name for path in index().parent.iterdir()} - {index().name}
    assert beside == ({".gitignore"} if folder == ".gsca" else set())


def test_it_is_made_anew_when_a_file_changes_even_to_one_of_the_same_length() -> None:
    steps()
    renamed_step()
    assert steps() == ["steps.letter=", "steps.talk="]


def test_it_is_made_anew_when_a_file_of_the_same_time_and_length_takes_the_place_of_one() -> None:
    steps()
    track = Path("data/tracks/adoption.yaml")
    times = (track.stat().st_atime_ns, track.stat().st_mtime_ns)
    renamed_step()
    os.utime(track, ns=times)
    assert steps() == ["steps.letter=", "steps.talk="]


def test_it_is_made_anew_when_a_file_comes_or_goes() -> None:
    steps()
    track = "name: More\nwalked_by: city\nsteps: [{id: rest, name: Rest}]\n"
    Path("data/tracks/more.yaml").write_text(track)
    assert steps() == [*STEPS, "steps.rest="]
    Path("data/tracks/more.yaml").unlink()
    assert steps() == STEPS
    Path("data/tracks/adoption.yaml").unlink()
    assert steps() == []


def test_nothing_is_kept_while_a_file_is_so_new_that_it_may_change_unseen(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(stamps, "FRESH", YEAR // 2)
    renamed_step()
    assert steps() == ["steps.letter=", "steps.talk="]
    assert not index().exists()


@pytest.mark.parametrize("broken", [b"", b"\xff", b"{}", b"[]\n[]", b"00000000\n[[], {}]"])
def test_what_is_broken_is_made_anew(broken: bytes) -> None:
    steps()
    whole = index().read_bytes()
    index().write_bytes(broken)
    assert steps() == STEPS
    assert index().read_bytes() == whole


def test_a_letter_that_was_lost_on_the_disk_is_noticed() -> None:
    steps()
    whole = index().read_bytes()
    assert b'"letter"' in whole
    index().write_bytes(whole.replace(b'"letter"', b'"lettre"'))
    assert steps() == STEPS
    assert index().read_bytes() == whole


def test_where_it_cannot_be_kept_the_answer_is_the_same() -> None:
    Path(".gsca").write_text("in the way")
    assert steps() == STEPS
    assert Path(".gsca").read_text() == "in the way"


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="root may write anywhere")
def test_a_repository_that_may_only_be_read_works_without_it() -> None:
    Path.cwd().chmod(0o555)
    try:
        assert steps() == STEPS
        assert not index().exists()
    finally:
        Path.cwd().chmod(0o755)


def test_a_file_that_cannot_be_read_offers_nothing_and_hides_no_other() -> None:
    Path("data/regions/north.yaml").write_text("name: [\n")
    assert steps() == STEPS
    assert list(offered("set", "oslo", "regions.north.cohort=")) == []


def test_without_settings_the_usual_words_are_offered() -> None:
    Path("gsca.yaml").write_text("name: [\n")
    assert list(offered("set", "oslo", "steps.plan=comp")) == ["steps.plan=completed"]


def test_names_are_shown_on_one_line_and_what_a_shell_would_run_is_left_out() -> None:
    text = 'name: "Red\\nline\\tend"\nwalked_by: city\nsources: [paper]\n'
    text += f"steps: [{{id: one, name: '{'long ' * 99}'}}, {{id: '$(two)', name: Two}}]\n"
    Path("data/tracks/adoption.yaml").write_text(text)
    (about,) = offered("set", "north", "track=").values()
    assert about == "Red line end"
    found = offered("set", "oslo", "steps.on")
    assert set(found) == {"steps.one=", "steps.one."}
    assert max(map(len, found.values())) <= 80
    assert "steps.$(two)=" not in offered("set", "oslo", "steps.")
