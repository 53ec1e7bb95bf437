from pathlib import Path

import pytest
from cli.completing.asking import offered
from gsca import ROOT, Gsca

from gsca_cli.cli.known_commands import COMMANDS
from gsca_cli.kinds import Kind
from gsca_cli.rules.catalogue import rules


@pytest.fixture(autouse=True)
def _here(small: Gsca, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(small.root)


def write(path: str, text: str) -> None:
    file = Path(path)
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text)


def test_commands_come_with_what_they_do() -> None:
    assert offered("") == {name: summary for name, (_, summary) in COMMANDS.items()}
    assert list(offered("va")) == ["validate"]


def test_options_are_those_of_the_command() -> None:
    assert list(offered("validate", "--s")) == ["--strict", "--select", "--stdin"]
    assert "--select" not in offered("show", "--")
    assert offered("--v") == {"--version": "Say which version this is."}


def test_an_option_is_offered_once_unless_it_may_be_given_again() -> None:
    assert "--today" not in offered("list", "--today", "2024", "--")
    assert "--region" in offered("list", "--region", "north", "--")


@pytest.mark.parametrize(
    ("words", "found"),
    [
        (["report", "--format", ""], ["md", "text", "json", "csv"]),
        (["report", "--format=j"], ["--format=json"]),
        (["completion", ""], ["bash", "zsh", "fish"]),
        (["list", "cit"], ["cities"]),
        (["schema", "cit"], ["city"]),
        (["schema", "al"], ["alliance"]),
        (["new", "cit"], ["city"]),
        (["new", "al"], []),
        (["new", "city", "o"], []),
        (["new", "city", "bergen", "count"], ["country="]),
        (["new", "cities", "bergen", "sources+="], ["sources+=paper"]),
        (["new", "track", "ladder", "walk"], ["walked_by="]),
        (["rename", "os"], ["oslo"]),
        (["rename", "oslo", "os"], []),
        (["list", "cities", "--region", ""], ["north"]),
        (["list", "cities", "--programme="], ["--programme=pioneers"]),
        (["list", "cities", "--policy", "o"], ["open-data"]),
        (["list", "cities", "--selected", "open-data=comp"], ["open-data=completed"]),
        (["list", "cities", "--step", ""], ["letter", "plan"]),
        (["list", "cities", "--step=plan=un"], ["--step=plan=unknown"]),
        (["list", "cities", "--lang", ""], ["en"]),
        (["list", "cities", "--country", "NO"], ["NO"]),
        (["list", "cities", "--today", ""], []),
        (["show", "o"], ["oslo", "open-data"]),
        (["show", "city/"], ["city/oslo"]),
        (["show", "cities/"], ["cities/oslo"]),
        (["show", "oslo", ""], []),
        (["report", ""], ["north", "oslo", "dig-once", "open-data", "adoption"]),
        (["validate", "da"], [":files"]),
        (["show", "--root", "da"], [":folders"]),
        (["set", "--region", "north", "steps.pl"], ["steps.plan=", "steps.plan."]),
        (["nonsense", ""], []),
    ],
)
def test_what_is_offered(words: list[str], found: list[str]) -> None:
    assert sorted(offered(*words)) == sorted(found)


def test_codes_are_explained_and_may_be_several() -> None:
    assert offered("explain", "missing-s") == {"missing-source": rules()["missing-source"].what}
    codes = offered("validate", "--select", "missing-source,missing-")
    assert "missing-source,missing-language" in codes
    assert "missing-source,missing-source" not in codes
    assert "missing-source" not in offered("explain", "missing-source", "")


def test_an_id_comes_with_its_kind_and_behind_a_comma_others_of_that_kind_follow() -> None:
    write("data/cities/no/bergen.yaml", "")
    assert offered("set", "os") == {"oslo": Kind.CITY}
    assert list(offered("set", "oslo,")) == ["oslo,bergen"]
    assert list(offered("set", "oslo,bergen,")) == []


def test_an_id_that_two_kinds_have_is_offered_with_the_kind() -> None:
    write("data/partners/oslo.yaml", "")
    found = offered("show", "")
    assert "oslo" not in found
    assert {key: about for key, about in found.items() if "/" in key} == {
        "city/oslo": "city",
        "partner/oslo": "partner",
    }
    assert list(offered("report", "cit")) == ["city/oslo"]


def test_files_that_are_no_records_and_odd_names_are_left_out() -> None:
    for name in ("notes.txt", "$(id).yaml", "a b.yaml", "line\nend.yaml", "'.yaml"):
        write(f"data/cities/{name}", "")
    write("data/cities/.keep", "")
    assert list(offered("show", "city/")) == ["city/oslo"]


def test_root_names_the_repository(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    (tmp_path / "elsewhere").mkdir()
    monkeypatch.chdir("/")
    assert offered("show", "--root", str(tmp_path / "elsewhere"), "os") == {"oslo": "city"}
    assert offered("show", "--root", str(ROOT), "bogo") == {"bogota": "city"}


def test_outside_of_a_repository_there_are_commands_and_no_ids(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.chdir("/")
    for words in (["show", ""], ["set", ""], ["list", "cities", "--step", ""], ["set", "oslo", ""]):
        assert offered(*words) == {}
    assert "validate" in offered("")
