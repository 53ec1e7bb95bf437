"""Names and words that mean something to a terminal, a code host or a reader of a format."""

import json
import os
import re
import sys
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Any
from unicodedata import category
from xml.etree import ElementTree as ET

import pytest
from git_repository import GitRepository
from hostile.bounded import Ran, run_bounded
from hostile.inputs import CITY, SMALL
from hostile.names import NAMES
from jsonschema import Draft7Validator
from markdown_it import MarkdownIt
from render.runner import commands
from small_alliance import FILES, TODAY

from gsca_cli.cli.findings_output import FindingsFormat
from gsca_cli.findings import printable

pytestmark = pytest.mark.skipif(os.name == "nt", reason="Windows has no such names")

SCHEMAS = Path(__file__).parents[1] / "render"
REGIONS = ("a\nb", "\x1b[31mred", "::error::x", "]]>", "=cmd", "%0A", "<script>", "##[error]x")


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An alliance full of such names and words, on disk."""
    root = tmp_path_factory.mktemp("hostile")
    for path, text in FILES.items():
        write(root, path.encode(), text)
    for name in NAMES:
        # A disk takes few of the names that are no UTF-8, and none that is too long.
        with suppress(OSError):
            write(root, b"data/cities/" + name, f"{CITY}policies: {{'<b>]]>%0A::error::': }}\n")
    for number, content in enumerate(SMALL.values()):
        write(root, f"data/policies/p{number}.yaml".encode(), content)
    for number, region in enumerate(REGIONS):
        write(root, f"data/regions/{region}.yaml".encode(), "name: X\ntrack: no\n")
        cited = json.dumps(region)
        write(root, f"data/cities/r{number}.yaml".encode(), f"{CITY}regions: {{{cited}: q}}\n")
    return root


def write(root: Path, path: bytes, content: str | bytes) -> None:
    file = Path(os.fsdecode(os.fsencode(root) + b"/" + path))
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(content if isinstance(content, bytes) else content.encode())


@pytest.fixture(scope="module")
def runs(root: Path) -> Callable[[str], Ran]:
    """What `gsca validate` writes in a format, each run once."""
    done: dict[str, Ran] = {}

    def run(form: str) -> Ran:
        words = ["--root", str(root), "--today", TODAY.isoformat(), "--format", form]
        if form not in done:
            done[form] = run_bounded([sys.executable, "-m", "gsca_cli", "validate", *words])
        return done[form]

    return run


Runs = Callable[[str], Ran]


def found(runs: Runs) -> list[dict[str, Any]]:
    """The findings as they should stand in every format."""
    return [json.loads(line) for line in runs("jsonl").out.splitlines()[:-1]]


@pytest.mark.parametrize("form", FindingsFormat)
def test_nothing_that_steers_a_terminal_is_written(form: str, runs: Runs) -> None:
    ran = runs(form)
    assert ran.code == 1, ran.err[-2000:]
    for stream in (ran.out, ran.err):
        text = stream.decode("utf-8")
        assert {letter for letter in text.replace("\n", "") if _steers(letter)} == set()


def _steers(letter: str) -> bool:
    return (
        category(letter) in {"Cc", "Cs", "Zl", "Zp"} or letter in "\u202a\u202e\u2066\u2069\ufeff"
    )


@pytest.mark.parametrize("form", FindingsFormat)
def test_no_line_commands_the_runner_of_a_code_host(form: str, runs: Runs) -> None:
    ran = runs(form)
    lines = (ran.out + ran.err).decode().split("\n")
    ours = form == FindingsFormat.GITHUB
    assert [line for line in lines if line.lstrip().startswith("::") and not ours] == []
    # The older form of a command may stand anywhere in a line; Azure's always does.
    assert [line for line in lines if "##[" in line and not line.startswith("::")] == []


def test_json_is_one_document_and_jsonl_one_for_each_line(runs: Runs) -> None:
    whole = json.loads(runs("json").out)
    assert [{"type": "finding", **each} for each in whole["findings"]] == found(runs)
    assert len(found(runs)) > len(NAMES)


def test_text_tells_as_many_findings_as_there_are(runs: Runs) -> None:
    # Only the last line of a finding begins so: no excerpt and no message can.
    lines = runs("text").out.decode().split("\n")
    codes = [line.rpartition(" ")[2] for line in lines if line.startswith("  more: gsca explain ")]
    assert codes == [each["code"] for each in found(runs)]


def test_github_gets_one_command_for_each_finding(runs: Runs) -> None:
    read = commands(runs("github").out.decode())
    assert len(read) == len(found(runs))
    paths = {printable(each["path"]) for each in found(runs)}
    for command in read:
        assert command, "a line that is no command"
        assert command.name in {"error", "warning", "notice"}
        assert {*command.properties} == {"file", "line", "endLine", "col", "endColumn", "title"}
        assert command.properties["file"] in paths


def test_gitlab_gets_one_issue_for_each_finding(runs: Runs) -> None:
    issues = json.loads(runs("gitlab").out)
    assert len({issue["fingerprint"] for issue in issues}) == len(issues) == len(found(runs))
    assert {each["location"]["path"] for each in issues} == {each["path"] for each in found(runs)}


def test_sarif_fits_its_schema_and_has_all_findings(runs: Runs) -> None:
    log = json.loads(runs("sarif").out)
    schema = json.loads((SCHEMAS / "sarif-schema-2.1.0.json").read_text())
    assert [error.message for error in Draft7Validator(schema).iter_errors(log)] == []
    results = log["runs"][0]["results"]
    assert len(results) == len(found(runs))
    for result in results:
        uri = result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"]
        assert re.fullmatch(r"[A-Za-z0-9/._~%-]+", uri)


def test_junit_is_xml_with_a_test_for_each_file(runs: Runs) -> None:
    suites = ET.fromstring(runs("junit").out)  # noqa: S314 (gsca wrote it)
    failed = {each["path"] for each in found(runs) if each["severity"] == "error"}
    failures = suites.findall("testsuite/testcase/failure")
    assert len(failures) == len(failed)
    assert suites.attrib["failures"] == str(len(failed))
    assert [child.tag for child in suites.iter() if child.tag in {"script", "b"}] == []


def test_the_summary_of_a_step_is_one_table(root: Path, tmp_path: Path, runs: Runs) -> None:
    page = tmp_path / "summary.md"
    words = ["--root", str(root), "--today", TODAY.isoformat(), "--format", "github"]
    gsca = [sys.executable, "-m", "gsca_cli", "validate", *words]
    run_bounded(["env", f"GITHUB_STEP_SUMMARY={page}", *gsca])
    html = MarkdownIt("gfm-like", {"linkify": False}).render(page.read_text(encoding="utf-8"))
    assert html.count("<table>") == 1
    assert html.count("<tr>") == len(found(runs)) + 1
    tags = {*re.findall(r"<([a-z]+)", html)}
    assert tags <= {"p", "strong", "table", "thead", "tbody", "tr", "th", "td", "code", "wbr"}


def test_git_knows_such_names_too(root: Path, tmp_path: Path) -> None:
    repository = GitRepository(root)
    repository.commit()
    clone = tmp_path / "clone"
    repository.run("clone", "--quiet", str(root), str(clone))
    words = ["--root", str(clone), "--today", TODAY.isoformat(), "--changed-since", "HEAD"]
    ran = run_bounded([sys.executable, "-m", "gsca_cli", "validate", *words])
    assert (ran.code, ran.out.splitlines()[-1]) == (0, b"No findings."), ran.out[:2000]
