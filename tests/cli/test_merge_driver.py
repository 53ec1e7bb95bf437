"""gsca merge-driver, as git calls it and by hand."""

import os
import shlex
import sys
from pathlib import Path

import pytest
from git_repository import GitRepository, use_no_settings
from gsca import Gsca
from small_alliance import FILES, OSLO

from gsca_cli.cli.app import main
from gsca_cli.cli.commands import merge_driver

PATH = "data/cities/oslo.yaml"
DRIVER = (
    f"{shlex.quote(Path(sys.executable).as_posix())} -m gsca_cli merge-driver "
    "%O %A %B --path %P --marker-size %L"
)
ATTRIBUTES = "data/**/*.yaml merge=gsca\ngsca.yaml merge=gsca\n"
LETTER, PLAN = "  letter: completed\n", "  plan: {status: in-progress, since: 2022-05"
TOLD = (
    f"gsca: {PATH}:9: steps.letter is `unknown` in ours and `in-progress` in theirs; "
    "keep one of the two\n"
)


@pytest.fixture
def repository(tmp_path: Path) -> GitRepository:
    """The small alliance under git, with the driver set up, as the page on merging says."""
    made = GitRepository(tmp_path / "alliance")
    made.write({**FILES, ".gitattributes": ATTRIBUTES})
    made.commit("Before")
    made.run("config", "merge.gsca.name", "records by their values")
    made.run("config", "merge.gsca.driver", DRIVER)
    return made


def branched(repository: GitRepository, ours: str, theirs: str, path: str = PATH) -> None:
    """A file changed on `main` and otherwise on `other`."""
    repository.run("checkout", "--quiet", "-b", "other")
    repository.write({path: theirs})
    repository.commit("Theirs")
    repository.run("checkout", "--quiet", "main")
    repository.write({path: ours})
    repository.commit("Ours")


def read(repository: GitRepository, path: str = PATH) -> str:
    return (repository.path / path).read_bytes().decode()


def status(repository: GitRepository) -> str:
    return repository.run("status", "--short")


OURS = OSLO.replace(LETTER, "  letter: unknown\n")
THEIRS = OSLO.replace(PLAN, "  plan: {status: completed, since: 2022-05")
BOTH = OURS.replace(PLAN, "  plan: {status: completed, since: 2022-05")


def test_lines_side_by_side_conflict_without_the_driver(repository: GitRepository) -> None:
    branched(repository, OURS, THEIRS)
    repository.run("config", "--remove-section", "merge.gsca")
    assert repository.attempt("merge", "other").returncode == 1
    assert status(repository) == f"UU {PATH}"
    assert "<<<<<<< HEAD\n" in read(repository)


def test_different_fields_merge_and_nothing_is_said(repository: GitRepository) -> None:
    branched(repository, OURS, THEIRS)
    done = repository.attempt("merge", "--no-edit", "other")
    assert (done.returncode, done.stderr) == (0, b"")
    assert read(repository) == BOTH
    assert status(repository) == ""


@pytest.mark.parametrize("command", [["rebase", "other"], ["cherry-pick", "other"]])
def test_a_commit_that_is_moved_merges_too(repository: GitRepository, command: list[str]) -> None:
    branched(repository, OURS, THEIRS)
    repository.run(*command)
    assert read(repository) == BOTH
    assert status(repository) == ""


def test_one_value_set_differently_is_a_conflict_for_git_too(
    repository: GitRepository, capsys: pytest.CaptureFixture[str]
) -> None:
    branched(repository, OURS, THEIRS.replace(LETTER, "  letter: in-progress\n"))
    done = repository.attempt("merge", "other")
    assert (done.returncode, done.stderr.decode()) == (1, TOLD)
    assert status(repository) == f"UU {PATH}"
    marked = "<<<<<<< ours\n  letter: unknown\n=======\n  letter: in-progress\n>>>>>>> theirs\n"
    assert read(repository) == BOTH.replace("  letter: unknown\n", marked)
    ran = Gsca(capsys, repository.path)("validate", "--format", "jsonl")
    assert ran.code == 1
    assert '"merge-conflict"' in ran.out


def test_a_value_that_one_side_took_away_is_kept_for_a_person(repository: GitRepository) -> None:
    branched(repository, OSLO.replace(LETTER, ""), OSLO.replace(LETTER, "  letter: unknown\n"))
    done = repository.attempt("merge", "other")
    assert done.stderr.decode() == (
        f"gsca: {PATH}:10: steps.letter is deleted in ours and changed in theirs; "
        "delete it, or keep it\n"
    )
    assert status(repository) == f"UU {PATH}"


def test_a_file_that_both_sides_made_is_merged(repository: GitRepository) -> None:
    path = "data/cities/bergen.yaml"
    branched(
        repository,
        "name: Bergen\ncountry: 'NO'\nsources: [paper]\n",
        "name: Bergen\nsources: [paper]\nsteps:\n  letter: unknown\n",
        path,
    )
    repository.run("merge", "--no-edit", "other")
    assert read(repository, path) == (
        "name: Bergen\ncountry: 'NO'\nsources: [paper]\nsteps:\n  letter: unknown\n"
    )


def test_a_branch_that_renamed_a_file_merges_with_one_that_changed_it(
    repository: GitRepository,
) -> None:
    branched(repository, OURS, THEIRS)
    repository.run("checkout", "--quiet", "other")
    repository.run("mv", PATH, "data/cities/christiania.yaml")
    repository.commit("Rename")
    repository.run("checkout", "--quiet", "main")
    repository.run("merge", "--no-edit", "other")
    assert read(repository, "data/cities/christiania.yaml") == BOTH
    assert status(repository) == ""


def test_an_alliance_in_a_folder_of_its_repository_knows_its_short_forms(
    repository: GitRepository,
) -> None:
    path = f"alliance/{PATH}"
    repository.write({path: OSLO, ".gitattributes": "alliance/data/**/*.yaml merge=gsca\n"})
    repository.commit("Below")
    since = OSLO.replace(LETTER, "  letter: {status: completed, since: 2021}\n")
    branched(repository, OURS, since, path)
    repository.run("merge", "--no-edit", "other")
    assert "  letter: {status: unknown, since: 2021}\n" in read(repository, path)


def test_a_driver_that_is_missing_leaves_a_conflict(repository: GitRepository) -> None:
    repository.run("config", "merge.gsca.driver", "no-such-program %O %A %B")
    branched(repository, OURS, THEIRS)
    assert repository.attempt("merge", "other").returncode == 1
    assert status(repository) == f"UU {PATH}"


@pytest.fixture
def three(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with three versions that contradict each other, in which gsca runs."""
    use_no_settings(monkeypatch, tmp_path / "home")
    folder = tmp_path / "three"
    folder.mkdir()
    monkeypatch.chdir(folder)
    for name, text in (("base", "a: 1\n"), ("ours", "a: 2\n"), ("theirs", "a: 3\n")):
        (folder / name).write_bytes(text.encode())
    return folder


MARKED = "<<<<<<< ours\na: 2\n=======\na: 3\n>>>>>>> theirs\n"


def test_it_runs_by_hand_and_outside_of_any_repository(
    three: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (three / "ours").chmod(0o640)
    assert main(["merge-driver", "base", "ours", "theirs"]) == 1
    told = "gsca: ours:2: a is `2` in ours and `3` in theirs; keep one of the two\n"
    assert capsys.readouterr() == ("", told)
    assert (three / "ours").read_text() == MARKED
    assert sorted(path.name for path in three.iterdir()) == ["base", "ours", "theirs"]
    if os.name != "nt":
        assert (three / "ours").stat().st_mode & 0o777 == 0o640


def test_names_like_options_are_names(three: Path) -> None:
    for name in ("base", "ours", "theirs"):
        (three / name).rename(three / f"--{name}")
    assert main(["merge-driver", "--marker-size", "9", "--", "--base", "--ours", "--theirs"]) == 1
    assert (three / "--ours").read_text().startswith("<<<<<<<<< ours\n")


@pytest.mark.usefixtures("three")
def test_the_words_of_a_record_cannot_disturb_a_terminal(
    capsys: pytest.CaptureFixture[str],
) -> None:
    path = "data/\x1b[2J/\u202ecali.yaml"
    main(["merge-driver", "base", "ours", "theirs", "--path", path])
    assert capsys.readouterr().err.startswith("gsca: data/\\u001b[2J/\\u202ecali.yaml:2: a is ")


def test_a_file_that_cannot_be_read_changes_nothing(
    three: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (three / "theirs").unlink()
    assert main(["merge-driver", "base", "ours", "theirs"]) == 3
    assert capsys.readouterr().err == "gsca: cannot read theirs: No such file or directory\n"
    assert (three / "ours").read_text() == "a: 2\n"


def test_a_bug_leaves_both_sides_in_the_file(
    three: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def broken(*_: object) -> None:
        raise AssertionError

    monkeypatch.setattr(merge_driver, "merge_record", broken)
    assert main(["merge-driver", "base", "ours", "theirs"]) == 4
    assert "this is a bug in gsca" in capsys.readouterr().err
    assert (three / "ours").read_text() == MARKED


def test_without_git_both_sides_stand_in_the_file(
    three: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("PATH", "")
    assert main(["merge-driver", "base", "ours", "theirs"]) == 1
    assert (three / "ours").read_text() == MARKED
    assert capsys.readouterr().err == (
        "gsca: ours: git is not installed; install it, or ask about no revision; "
        "both versions stand there whole, keep what holds\n"
    )


def test_what_is_no_text_is_left_alone(three: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (three / "theirs").write_bytes(b"a\0b\n")
    assert main(["merge-driver", "base", "ours", "theirs"]) == 1
    assert (three / "ours").read_text() == "a: 2\n"
    assert "it is no text" in capsys.readouterr().err


def test_a_side_with_a_mistake_is_merged_by_its_lines(
    three: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (three / "base").write_text("a: 1\nb: 1\nc: 1\nd: 1\n")
    (three / "ours").write_text("a: 2\nb: 1\nc: 1\nd: 1\n")
    (three / "theirs").write_text("a: 1\nb: 1\nc: 1\nd: *x\n")
    assert main(["merge-driver", "base", "ours", "theirs"]) == 0
    assert (three / "ours").read_text() == "a: 2\nb: 1\nc: 1\nd: *x\n"
    assert capsys.readouterr().err.startswith(
        "gsca: ours: merged line by line, as git does it; line 4 of theirs has a mistake: "
    )
