"""gsca explain: the rule of a code, without any repository."""

import json
from pathlib import Path

import pytest
from cli.test_app import HEAVY, loaded_by
from conftest import Golden
from gsca import Ran

from gsca_cli.cli.app import main
from gsca_cli.render.as_rule import rule_text, rules_list, rules_page
from gsca_cli.rules.catalogue import rules


class Explain:
    """Runs `gsca explain` where there is no repository."""

    def __init__(self, capsys: pytest.CaptureFixture[str]) -> None:
        self._capsys = capsys

    def __call__(self, *words: str) -> Ran:
        """Run with some words."""
        self._capsys.readouterr()
        code = main(["explain", *words])
        return Ran(code, *self._capsys.readouterr())

    def out(self, *words: str) -> str:
        """The result of a run that must go well and say nothing beside it."""
        ran = self(*words)
        assert (ran.code, ran.err) == (0, "")
        return ran.out


@pytest.fixture
def explain(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> Explain:
    monkeypatch.setenv("COLUMNS", "80")
    monkeypatch.chdir(tmp_path)
    return Explain(capsys)


def test_without_a_code_all_are_listed(explain: Explain, golden: Golden) -> None:
    golden("explain.txt", explain.out())


@pytest.mark.parametrize("code", ["alias", "missing-language"])
def test_a_code_is_explained(explain: Explain, golden: Golden, code: str) -> None:
    golden(f"explain-{code}.txt", explain.out(code))


def test_several_codes_are_explained_in_the_order_that_is_asked_for(explain: Explain) -> None:
    assert explain.out("tag", "alias", "tag") == f"{explain.out('tag')}\n\n{explain.out('alias')}"


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("alais", "no code `alais`; did you mean `alias`?"),
        ("missing_source", "no code `missing_source`; did you mean `missing-source`?"),
        ("Alias", "no code `Alias`; did you mean `alias`?"),
        ("xyzzy", "no code `xyzzy`"),
        ("", "no code ``"),
        ("x\x1b[2J" + "y" * 99, f"no code `x\\u001b[2J{'y' * 50}…`"),
    ],
)
@pytest.mark.parametrize("form", ["text", "md", "json"])
def test_an_unknown_code_is_wrong_usage_and_names_the_nearest(
    explain: Explain, typed: str, shown: str, form: str
) -> None:
    assert explain("tag", typed, "--format", form) == Ran(2, "", f"gsca: {shown}\n")


def test_json_holds_the_same_whether_one_rule_is_asked_for_or_all(explain: Explain) -> None:
    everything = json.loads(explain.out("--format", "json"))
    assert everything["schema_version"] == 1
    assert [each["code"] for each in everything["rules"]] == list(rules())
    asked = json.loads(explain.out("tag", "claim-mismatch", "--format", "json"))
    assert asked["rules"] == [
        each
        for code in ("tag", "claim-mismatch")
        for each in everything["rules"]
        if each["code"] == code
    ]
    tag, mismatch = asked["rules"]
    assert list(tag) == [
        *("code", "severity", "adjustable", "what", "why", "wrong", "right", "cure")
    ]
    assert (tag["severity"], tag["adjustable"]) == ("error", False)
    assert (mismatch["severity"], mismatch["adjustable"]) == ("warning", True)
    assert tag["wrong"] == "name: !!str 1984\ncountry: 'NO'\n"
    assert isinstance(tag["why"], list)


def test_markdown_is_the_page_of_all_checks_or_a_part_of_it(explain: Explain) -> None:
    page = explain.out("--format", "md")
    assert page == rules_page(rules().values())
    both = explain.out("tag", "alias", "--format", "md")
    tag, alias = both.split("\n## alias\n")
    assert tag.startswith("## tag\n")
    assert tag in page
    assert f"## alias\n{alias}" in page


@pytest.mark.parametrize(("columns", "width"), [(60, 60), (99, 99), (100, 100), (101, 100)])
def test_text_is_as_wide_as_the_terminal_but_never_wider_than_100_columns(
    explain: Explain, monkeypatch: pytest.MonkeyPatch, columns: int, width: int
) -> None:
    monkeypatch.setenv("COLUMNS", str(columns))
    assert explain.out() == rules_list(rules().values(), width)
    assert explain.out("alias") == rule_text(rules()["alias"], width)


def test_one_column_more_or_less_can_be_seen() -> None:
    widths = range(99, 102)
    assert len({rules_list(rules().values(), width) for width in widths}) == len(widths)


def test_the_rules_can_go_to_a_file(explain: Explain, tmp_path: Path) -> None:
    file = tmp_path / "rules.txt"
    assert explain.out("tag", "-o", str(file)) == ""
    assert file.read_text(encoding="utf-8") == explain.out("tag")


def test_what_a_repository_sets_changes_nothing(explain: Explain, tmp_path: Path) -> None:
    before = explain.out("missing-source")
    (tmp_path / "gsca.yaml").write_text("name: X\nchecks: {missing-source: notice}\n")
    assert explain.out("missing-source") == before
    assert before.startswith("missing-source (error, as built in)\n")


@pytest.mark.parametrize("words", [[], ["missing-source"], ["--format", "json"]])
def test_explaining_loads_no_reader_and_no_renderer(words: list[str]) -> None:
    assert loaded_by("explain", *words) & HEAVY == set()


def test_wide_letters_load_their_widths_and_nothing_else_of_rich() -> None:
    loaded = loaded_by("explain", "missing-language")
    assert loaded & HEAVY == {"rich"}
    assert "rich.cells" in loaded
    assert "rich.console" not in loaded
