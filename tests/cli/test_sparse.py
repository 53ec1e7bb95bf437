"""Where git leaves files out of the work tree, nothing is called deleted."""

from pathlib import Path

import pytest
from git_repository import GitRepository, use_no_settings
from gsca import Gsca
from small_alliance import FILES

PARTLY = "gsca: not all files are checked out here (sparse checkout)"


@pytest.fixture
def gsca(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> Gsca:
    """Run gsca where only the regions are checked out."""
    use_no_settings(monkeypatch, tmp_path / "home")
    repository = GitRepository(tmp_path / "made")
    repository.write(FILES)
    repository.commit()
    repository.run("sparse-checkout", "set", "data/regions")
    return Gsca(capsys, repository.path)


@pytest.mark.parametrize(
    ("words", "cure"),
    [
        (["diff"], "compare commits, such as HEAD~1..HEAD"),
        (["report", "north", "--since", "HEAD"], "add `--at HEAD`"),
    ],
)
def test_the_files_at_hand_are_not_compared(gsca: Gsca, words: list[str], cure: str) -> None:
    ran = gsca(*words)
    assert (ran.code, ran.out) == (3, "")
    assert ran.err.endswith(f"{PARTLY}, and the others would look deleted: {cure}\n")


@pytest.mark.parametrize(
    "words",
    [
        ["diff", "HEAD..HEAD"],
        ["report", "north", "--at", "HEAD", "--since", "HEAD"],
        ["validate", "--at", "HEAD", "--changed-since", "HEAD"],
    ],
)
def test_commits_are(gsca: Gsca, words: list[str]) -> None:
    ran = gsca(*words)
    assert ran.code == 0
    assert PARTLY not in ran.err


@pytest.mark.parametrize("words", [["report"], ["list", "cities"], ["validate"], ["trend"]])
def test_what_is_read_is_said_to_be_a_part(gsca: Gsca, words: list[str]) -> None:
    assert f"{PARTLY}: the others count nowhere\n" in gsca(*words).err


def test_the_life_of_a_record_that_is_not_there_goes_on(gsca: Gsca) -> None:
    told = gsca.out("log", "oslo")
    assert "new city" in told
    assert "deleted" not in told


def test_a_record_that_is_not_there_is_not_gone(gsca: Gsca) -> None:
    ran = gsca("show", "oslo")
    assert ran.code == 2
    assert ran.err.endswith(
        "gsca: `oslo` is not checked out here (sparse checkout); `--at HEAD` shows it\n"
    )
