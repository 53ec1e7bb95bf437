import json
from pathlib import Path
from typing import Any
from urllib.parse import unquote

import pytest
from conftest import Golden
from hypothesis import given
from jsonschema import Draft4Validator
from render.verdicts import FINDINGS, OSLO, VERDICT, VERDICTS

from gsca_cli import __version__
from gsca_cli.findings import Finding, Location, Related, Severity, printable
from gsca_cli.render import as_sarif
from gsca_cli.render.as_sarif import MOST_RESULTS, render_sarif
from gsca_cli.render.encodable import encodable
from gsca_cli.rules.catalogue import Rule, rules
from gsca_cli.triage.fingerprints import fingerprints
from gsca_cli.triage.verdict import Verdict, worst_first

SCHEMA = json.loads(Path(__file__).with_name("sarif-schema-2.1.0.json").read_text("utf-8"))
SARIF = Draft4Validator(SCHEMA)
LATE = Rule(
    "late",
    Severity.ERROR,
    adjustable=True,
    what="A date lies ahead.",
    why=("Nobody knows it yet.", "It may change."),
    wrong="`2031`",
    right="since: 2021\n",
    cure="write when it happened.",
)


def run(verdict: Verdict) -> Any:
    document = json.loads(render_sarif(verdict).encode())
    SARIF.validate(document)
    (only,) = document["runs"]
    return only


def results(*findings: Finding, folder: str = "") -> Any:
    return run(Verdict(findings, folder=folder))["results"]


def test_a_log_says_everything(golden: Golden, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(as_sarif, "rules", lambda: {"late": LATE})
    monkeypatch.setattr(as_sarif, "__version__", "1.2.3")
    golden("findings.sarif", render_sarif(VERDICT))


def test_the_schema_is_that_of_the_standard() -> None:
    Draft4Validator.check_schema(SCHEMA)
    document = json.loads(render_sarif(VERDICT))
    assert SARIF.is_valid(document)
    assert not SARIF.is_valid({**document, "version": "2.0.0"})
    del document["runs"][0]["results"][0]["message"]
    assert not SARIF.is_valid(document)


def test_no_findings_are_an_empty_list() -> None:
    none = run(Verdict(()))
    assert none["results"] == none["tool"]["driver"]["rules"] == []
    assert none["invocations"] == [{"executionSuccessful": True}]


def test_the_driver_is_this_gsca_and_columns_are_code_points() -> None:
    only = run(VERDICT)
    assert only["tool"]["driver"]["name"] == "gsca"
    assert only["tool"]["driver"]["semanticVersion"] == __version__
    assert only["columnKind"] == "unicodeCodePoints"


def test_the_worst_come_first_with_the_levels_of_sarif() -> None:
    found = run(VERDICT)["results"]
    assert [each["level"] for each in found] == ["error", "error", "warning", "note"]


def test_a_place_is_relative_to_a_root_that_names_no_machine() -> None:
    only = run(VERDICT)
    place = only["results"][0]["locations"][0]["physicalLocation"]
    assert place["artifactLocation"] == {
        "uri": "alliances/%C3%A9%20t/data/cities/bergen.yaml",
        "uriBaseId": "SRCROOT",
    }
    assert list(only["originalUriBaseIds"]) == ["SRCROOT"]
    assert "uri" not in only["originalUriBaseIds"]["SRCROOT"]


@pytest.mark.parametrize(
    ("start", "end", "snippet"),
    [
        (1, 5, "name"),
        (7, 11, "Oslo"),
        (7, 8, "O"),
        (7, 7, None),
        (7, 3, None),
        (11, 12, None),
        (10, 12, "o"),
    ],
)
def test_a_region_shows_the_text_that_it_marks(start: int, end: int, snippet: str | None) -> None:
    finding = Finding("late", Severity.ERROR, Location(OSLO, 4, start, end), "x")
    (result,) = results(finding._replace(excerpt="name: Oslo"))
    assert result["locations"][0]["physicalLocation"]["region"] == {
        "startLine": 4,
        "startColumn": start,
        "endLine": 4,
        "endColumn": max(start, end),
        **({"snippet": {"text": snippet}} if snippet else {}),
    }


@pytest.mark.parametrize(("length", "shown"), [(1000, True), (1001, False)])
def test_a_text_as_long_as_a_file_is_not_shown(length: int, shown: bool) -> None:  # noqa: FBT001 (a column of the table)
    finding = Finding("late", Severity.ERROR, Location(OSLO, 4, 1, length + 1), "x")
    (result,) = results(finding._replace(excerpt="x" * length))
    assert ("snippet" in result["locations"][0]["physicalLocation"]["region"]) is shown


def test_other_places_are_numbered_and_told() -> None:
    related = (Related(Location("data/a.yaml", 2, 3, 4), "[a](1)\x1b"), Related(Location("b"), "c"))
    (result,) = results(FINDINGS[0]._replace(related=related), folder="x")
    first, second = result["relatedLocations"]
    assert (first["id"], second["id"]) == (1, 2)
    assert first["message"] == {"text": "[a] (1)\\u001b"}
    place = first["physicalLocation"]
    assert place["artifactLocation"]["uri"] == "x/data/a.yaml"
    assert place["region"] == {"startLine": 2, "startColumn": 3, "endLine": 2, "endColumn": 4}
    assert "relatedLocations" not in results(FINDINGS[1])[0]


@pytest.mark.parametrize(("number", "kept"), [(99, 99), (100, 100), (101, 100)])
def test_no_more_other_places_are_told_than_are_kept(number: int, kept: int) -> None:
    related = (Related(Location("data/a.yaml"), "here"),) * number
    (result,) = results(FINDINGS[0]._replace(related=related))
    assert len(result["relatedLocations"]) == kept


def test_a_message_links_to_nothing() -> None:
    (result,) = results(FINDINGS[0]._replace(message="[a](https://example.org)", hint="[b](1)"))
    assert result["message"]["text"] == "[a] (https://example.org). Cure: [b] (1)"


def test_a_rule_that_is_documented_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(as_sarif, "rules", lambda: {"late": LATE})
    only = run(Verdict(FINDINGS))
    absent, late, twice = only["tool"]["driver"]["rules"]
    assert late["shortDescription"]["text"] == "A date lies ahead."
    assert late["fullDescription"]["text"] == (
        "A date lies ahead. Nobody knows it yet. It may change."
    )
    assert late["help"]["text"] == "To fix it: write when it happened."
    assert "since: 2021\n" in late["help"]["markdown"]
    assert late["defaultConfiguration"] == {"level": "error"}
    assert (absent["id"], late["id"], twice["id"]) == ("absent", "late", "twice")


def test_a_rule_that_is_not_documented_yet_has_its_code_and_the_worst_that_was_found() -> None:
    only = run(Verdict(FINDINGS))
    assert only["tool"]["driver"]["rules"] == [
        {
            "id": code,
            "shortDescription": {"text": code},
            "fullDescription": {"text": code},
            "help": {"text": "The message of each result says how to fix it."},
            "defaultConfiguration": {"level": level},
        }
        for code, level in (("absent", "error"), ("late", "warning"), ("twice", "error"))
    ]


def test_every_rule_of_gsca_fits() -> None:
    findings = [Finding(code, Severity.NOTICE, Location(OSLO), "x") for code in rules()]
    listed = run(Verdict(findings))["tool"]["driver"]["rules"]
    assert [each["id"] for each in listed] == sorted(rules())
    assert all(each["fullDescription"]["text"] for each in listed)


@pytest.mark.parametrize(("number", "left_out"), [(0, ""), (1, "1 more"), (1001, "1,001 more")])
def test_more_results_than_are_kept_are_left_out_and_counted(number: int, left_out: str) -> None:
    notices = [Finding("late", Severity.NOTICE, Location(OSLO, line), "x") for line in range(1, 9)]
    many = [notices[0]] * (MOST_RESULTS - 1 + number)
    document = json.loads(render_sarif(Verdict([*many, FINDINGS[0]])))
    (only,) = document["runs"]
    assert len(only["results"]) == MOST_RESULTS == 5000
    assert only["results"][0]["ruleId"] == "twice"
    assert only["invocations"][0]["executionSuccessful"] is True
    told = only["invocations"][0].get("toolExecutionNotifications", [])
    assert len(told) == bool(left_out)
    for notice in told:
        assert notice["level"] == "warning"
        assert notice["message"]["text"].startswith(f"{left_out} findings are left out")


@given(VERDICTS)
def test_any_verdict_is_a_log_of_the_standard(verdict: Verdict) -> None:
    only = run(verdict)
    listed = only["tool"]["driver"]["rules"]
    findings = worst_first(verdict.findings)
    for finding, result in zip(findings, only["results"], strict=True):
        assert result["ruleId"] == listed[result["ruleIndex"]]["id"] == finding.code
        text = result["message"]["text"]
        assert "](" not in text
        assert printable(text) == text
        (place,) = result["locations"]
        uri = place["physicalLocation"]["artifactLocation"]["uri"]
        assert unquote(uri) == encodable(verdict.path(finding.location.path))
        assert uri.isascii()
        assert not set(uri) & set(' :?#[]<>\\"')
        assert len(result.get("relatedLocations", [])) == len(finding.related)
    marks = [result["partialFingerprints"]["gsca/v1"] for result in only["results"]]
    assert sorted(marks) == sorted(fingerprints(verdict.findings))
