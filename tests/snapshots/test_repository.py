from pathlib import Path

import pytest
from git_repository import GitRepository

from gsca_cli.errors import CannotRunError
from gsca_cli.kinds import Kind
from gsca_cli.snapshots.repository import (
    FOLDERS,
    RecordPath,
    Stray,
    find_git,
    find_root,
    folder_in_repository,
    holds_records,
    identify,
    template_path,
)

FOLDER_OF = {
    Kind.CITY: "cities",
    Kind.REGION: "regions",
    Kind.POLICY: "policies",
    Kind.PRINCIPLE: "principles",
    Kind.TRACK: "tracks",
    Kind.PROGRAMME: "programmes",
    Kind.PARTNER: "partners",
    Kind.SOURCE: "sources",
}

RECORDS = {
    "gsca.yaml": (Kind.ALLIANCE, "gsca"),
    "data/cities/oslo.yml": (Kind.CITY, "oslo"),
    "data/cities/co/bogota.yaml": (Kind.CITY, "bogota"),
    "data/cities/policies/x.yaml": (Kind.CITY, "x"),
    "data/cities/a/b/c/d.yml": (Kind.CITY, "d"),
    "data/cities/.hidden.yaml": (Kind.CITY, ".hidden"),
    "data/cities/two.dots.yaml": (Kind.CITY, "two.dots"),
    "data/cities/São Paulo.yaml": (Kind.CITY, "São Paulo"),
    "data/cities/data/cities/oslo.yaml": (Kind.CITY, "oslo"),
}

STRAYS = {
    "data/x.yaml": "misplaced-file",
    "data/cities.yaml": "misplaced-file",
    "data/towns/oslo.yaml": "misplaced-file",
    "data/city/oslo.yaml": "misplaced-file",
    "data/Cities/oslo.yaml": "misplaced-file",
    "data/gsca.yaml": "misplaced-file",
    "data/alliances/gsca.yaml": "misplaced-file",
    "data": "wrong-extension",
    "data/README.md": "wrong-extension",
    "data/cities/oslo": "wrong-extension",
    "data/cities/oslo.json": "wrong-extension",
    "data/cities/oslo.YAML": "wrong-extension",
    "data/cities/oslo.yaml.orig": "wrong-extension",
    "data/cities/oslo.yaml~": "wrong-extension",
    "data/cities/.gitkeep": "wrong-extension",
}


def test_every_kind_but_the_alliance_has_a_folder() -> None:
    assert {kind: folder for folder, kind in FOLDERS.items()} == FOLDER_OF
    assert set(Kind) - set(FOLDER_OF) == {Kind.ALLIANCE}


@pytest.mark.parametrize("kind", FOLDER_OF)
@pytest.mark.parametrize("extension", ["yaml", "yml"])
def test_the_file_name_is_the_id_and_the_folder_the_kind(kind: Kind, extension: str) -> None:
    path = f"data/{FOLDER_OF[kind]}/some-id.{extension}"
    assert identify(path) == RecordPath(path, kind, "some-id")


@pytest.mark.parametrize("path", RECORDS)
def test_a_record_may_stand_in_a_subfolder(path: str) -> None:
    assert identify(path) == RecordPath(path, *RECORDS[path])


@pytest.mark.parametrize("path", STRAYS)
def test_what_is_no_record_says_why(path: str) -> None:
    stray = identify(path)
    assert isinstance(stray, Stray)
    assert (stray.path, stray.code) == (path, STRAYS[path])
    assert path.rpartition("/")[2] in stray.message
    assert stray.hint


def test_what_is_misplaced_is_told_the_folders_that_there_are() -> None:
    stray = identify("data/towns/oslo.yaml")
    assert isinstance(stray, Stray)
    assert all(folder in stray.hint for folder in FOLDER_OF.values())


@pytest.mark.parametrize(
    ("path", "holds"),
    [
        ("gsca.yaml", True),
        ("data", True),
        ("data/cities/x.yaml", True),
        ("data/README.md", True),
        ("templates/region.md.j2", False),
        ("templates", False),
        ("database/x.yaml", False),
        ("other/gsca.yaml", False),
        ("other/data/x.yaml", False),
    ],
)
def test_records_stand_under_data_and_in_the_marker(path: str, *, holds: bool) -> None:
    assert holds_records(path) is holds


@pytest.mark.parametrize("start", [".", "data", "data/cities", "data/cities/co"])
def test_the_root_is_found_from_any_folder_below_it(tmp_path: Path, start: str) -> None:
    (tmp_path / "data/cities/co").mkdir(parents=True)
    (tmp_path / "gsca.yaml").touch()
    assert find_root(tmp_path / start) == tmp_path


def test_the_nearest_root_wins(tmp_path: Path) -> None:
    inner = tmp_path / "inner"
    (inner / "data").mkdir(parents=True)
    (tmp_path / "gsca.yaml").touch()
    (inner / "gsca.yaml").touch()
    assert find_root(inner / "data") == inner


def test_a_marker_that_leads_nowhere_still_marks_the_root(tmp_path: Path) -> None:
    (tmp_path / "gsca.yaml").symlink_to(tmp_path / "nowhere")
    assert find_root(tmp_path) == tmp_path


def test_a_start_that_does_not_exist_is_still_walked_up(tmp_path: Path) -> None:
    (tmp_path / "gsca.yaml").touch()
    assert find_root(tmp_path / "no" / "such" / "folder") == tmp_path


def test_without_a_marker_there_is_no_alliance(tmp_path: Path) -> None:
    with pytest.raises(CannotRunError, match=r"there is no gsca\.yaml in") as raised:
        find_root(tmp_path)
    assert str(tmp_path) in str(raised.value)
    assert raised.value.exit_code == 3


def test_a_folder_with_an_impossible_name_holds_no_alliance(tmp_path: Path) -> None:
    with pytest.raises(CannotRunError):
        find_root(tmp_path / ("a" * 300))


def test_the_template_of_a_repository_stands_in_its_own_folder() -> None:
    assert template_path("region.md.j2") == "templates/region.md.j2"


@pytest.mark.parametrize("below", [".", "alliance", "of/many/alliances"])
@pytest.mark.parametrize("marker", ["file", "folder"])
def test_the_root_lies_in_a_folder_of_its_work_tree(
    tmp_path: Path, below: str, marker: str
) -> None:
    (tmp_path / below).mkdir(parents=True, exist_ok=True)
    if marker == "file":
        (tmp_path / ".git").write_text("gitdir: elsewhere\n", encoding="utf-8")
    else:
        (tmp_path / ".git").mkdir()
    assert folder_in_repository(tmp_path / below) == ("" if below == "." else below)


def test_the_nearest_work_tree_counts(tmp_path: Path) -> None:
    (tmp_path / ".git").mkdir()
    (tmp_path / "inner/.git").mkdir(parents=True)
    assert folder_in_repository(tmp_path / "inner") == ""
    assert folder_in_repository(tmp_path / "inner/north") == "north"


def test_outside_of_any_work_tree_there_is_no_folder(tmp_path: Path) -> None:
    (tmp_path / "alliance").mkdir()
    assert folder_in_repository(tmp_path / "alliance") == ""


def test_a_root_that_is_given_by_a_link_lies_where_it_leads(tmp_path: Path) -> None:
    (tmp_path / "one/.git").mkdir(parents=True)
    (tmp_path / "other/.git").mkdir(parents=True)
    (tmp_path / "other/north").mkdir()
    (tmp_path / "one/link").symlink_to(tmp_path / "other/north")
    assert folder_in_repository(tmp_path / "one/link") == "north"


def test_a_root_that_is_given_from_here_lies_in_the_same_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / ".git").mkdir()
    (tmp_path / "north/data").mkdir(parents=True)
    monkeypatch.chdir(tmp_path / "north/data")
    assert folder_in_repository(Path("..")) == "north"


@pytest.mark.parametrize("below", [".", "north/data", "not/there"])
def test_the_top_of_a_work_tree_is_found_from_below(tmp_path: Path, below: str) -> None:
    (tmp_path / ".git").mkdir()
    assert find_git(tmp_path / below) == tmp_path


def test_the_top_of_a_bare_repository_is_found(tmp_path: Path) -> None:
    GitRepository(tmp_path / "bare.git", "--bare")
    assert find_git(tmp_path / "bare.git") == tmp_path / "bare.git"
    assert find_git(tmp_path / "bare.git/refs/heads") == tmp_path / "bare.git"


def test_a_bare_repository_says_that_nothing_is_checked_out(tmp_path: Path) -> None:
    GitRepository(tmp_path / "bare.git", "--bare")
    with pytest.raises(CannotRunError, match=r"no files are checked out in .*; clone it to edit"):
        find_root(tmp_path / "bare.git/refs")
    (tmp_path / ".git").mkdir()
    with pytest.raises(CannotRunError, match="no alliance here"):
        find_root(tmp_path)


def test_a_folder_with_some_of_its_names_is_no_repository(tmp_path: Path) -> None:
    (tmp_path / "HEAD").touch()
    (tmp_path / "refs").mkdir()
    assert find_git(tmp_path) is None
