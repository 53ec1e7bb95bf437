"""The formats of `gsca validate`, and which of them a code host gets by itself."""

import json
import sys
from collections.abc import Sequence
from pathlib import Path

import pytest
from gsca import Gsca
from small_alliance import OSLO

from gsca_cli.cli.findings_output import FindingsFormat, the_format

CITY = "data/cities/bergen.yaml"


@pytest.fixture(autouse=True)
def _a_mistake(small: Gsca) -> None:
    text = OSLO.replace("Oslo", "Bergen").replace("open-data", "open-dta")
    (small.root / CITY).write_text(text)


BEGINNINGS = {
    FindingsFormat.TEXT: f"{CITY}:6:3: error[unknown-reference]: ",
    FindingsFormat.JSON: '{\n  "schema_version": 1,',
    FindingsFormat.JSONL: '{"type": "finding"',
    FindingsFormat.GITHUB: f"::error file={CITY},line=6,",
    FindingsFormat.GITLAB: "[",
    FindingsFormat.SARIF: '{\n  "$schema":',
    FindingsFormat.JUNIT: "<?xml ",
}


@pytest.mark.parametrize("form", FindingsFormat)
def test_each_format_stands_alone_on_standard_output(small: Gsca, form: FindingsFormat) -> None:
    ran = small("validate", "--format", form)
    assert ran.code == 1
    assert ran.out.startswith(BEGINNINGS[form])
    said = ran.out if form is FindingsFormat.TEXT else ran.err
    assert said.endswith(
        "Read 2 cities, 1 region, 2 policies, 1 principle, 1 track, 1 programme, 1 partner, "
        "1 source.\n1 error. It can be mended by `gsca fix`.\n"
    )


@pytest.mark.parametrize("form", FindingsFormat)
def test_each_format_can_go_to_a_file(small: Gsca, tmp_path: Path, form: FindingsFormat) -> None:
    direct = small("validate", "--format", form)
    ran = small("validate", "--format", form, "--output", str(tmp_path / "found"))
    assert (ran.code, ran.out, ran.err) == (1, "", direct.err)
    assert (tmp_path / "found").read_text("utf-8") == direct.out


@pytest.mark.parametrize("form", FindingsFormat)
def test_clean_data_is_well_formed_too(small: Gsca, form: FindingsFormat) -> None:
    (small.root / CITY).unlink()
    ran = small("validate", "--format", form)
    assert ran.code == 0
    assert bool(ran.out) is (form is not FindingsFormat.GITHUB)


@pytest.mark.parametrize(
    ("environment", "asked", "form"),
    [
        ({}, None, "text"),
        ({"GITHUB_ACTIONS": "true"}, None, "github"),
        ({"GITLAB_CI": "true"}, None, "gitlab"),
        ({"GITHUB_ACTIONS": "true", "GITLAB_CI": "true"}, None, "github"),
        ({"GITHUB_ACTIONS": ""}, None, "text"),
        ({"GITHUB_ACTIONS": "false"}, None, "text"),
        ({"CI": "true"}, None, "text"),
        ({"GITHUB_ACTIONS": "true"}, FindingsFormat.TEXT, "text"),
        ({"GITLAB_CI": "true"}, FindingsFormat.SARIF, "sarif"),
    ],
)
def test_a_code_host_gets_its_own_format_unless_another_is_named(
    environment: dict[str, str], asked: FindingsFormat | None, form: str
) -> None:
    assert the_format(asked, environment) == form


@pytest.mark.parametrize(
    ("host", "beginning"), [("GITHUB_ACTIONS", "::error "), ("GITLAB_CI", "[")]
)
def test_the_host_is_known_by_its_environment(
    small: Gsca, monkeypatch: pytest.MonkeyPatch, host: str, beginning: str
) -> None:
    monkeypatch.setenv(host, "true")
    assert small("validate").out.startswith(beginning)


def test_the_page_of_a_github_job_gets_a_table(
    small: Gsca, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    page = tmp_path / "summary.md"
    page.write_text("What came before.\n")
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(page))
    small("validate", "--format", "json")
    assert page.read_text() == "What came before.\n"
    small("validate", "--format", "github")
    text = page.read_text("utf-8")
    assert text.startswith("What came before.\n")
    assert "unknown-reference" in text


def test_a_page_that_cannot_be_written_does_not_stop_the_run(
    small: Gsca, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(tmp_path / "nowhere" / "summary.md"))
    ran = small("validate", "--format", "github")
    assert ran.code == 1
    assert ran.out.startswith("::error ")
    assert "gsca: the summary cannot be written to " in ran.err


def test_a_file_in_the_way_is_said_plainly(small: Gsca, tmp_path: Path) -> None:
    ran = small("validate", "--format", "sarif", "--output", str(tmp_path / "nowhere" / "x"))
    assert ran.code == 3
    assert ran.err.startswith("gsca: cannot write ")


@pytest.mark.parametrize(
    ("terminal", "no_colour", "options", "coloured"),
    [
        (True, "", [], True),
        (True, "1", [], False),
        (False, "", [], False),
        (True, "", ["--format", "json"], False),
    ],
)
def test_a_terminal_gets_colour_unless_nobody_wants_it(  # noqa: PLR0913, PLR0917
    small: Gsca,
    monkeypatch: pytest.MonkeyPatch,
    terminal: bool,  # noqa: FBT001 (a column of the table)
    no_colour: str,
    options: Sequence[str],
    coloured: bool,  # noqa: FBT001
) -> None:
    monkeypatch.setenv("NO_COLOR", no_colour)
    monkeypatch.setattr(type(sys.stdout), "isatty", lambda _: terminal, raising=False)
    ran = small("validate", *options)
    assert ("\x1b[1;31merror[unknown-reference]\x1b[0m" in ran.out) is coloured
    assert ("\x1b" in ran.out) is coloured


def test_a_file_is_named_from_the_top_of_the_git_repository(small: Gsca) -> None:
    (small.root.parent / ".git").mkdir()
    try:
        ran = small("validate", "--format", "gitlab")
    finally:
        (small.root.parent / ".git").rmdir()
    (found,) = json.loads(ran.out)
    assert found["location"]["path"] == f"{small.root.name}/{CITY}"
