import json
from typing import Any

import pytest
from conftest import Golden
from gsca import ROOT
from hypothesis import given
from jsonschema import Draft202012Validator
from render.verdicts import FINDINGS, VERDICT, VERDICTS

from gsca_cli import __version__
from gsca_cli.findings import Location, Severity
from gsca_cli.kinds import Kind
from gsca_cli.render import as_findings_json
from gsca_cli.render.as_findings_json import render_findings_json, render_findings_jsonl
from gsca_cli.render.encodable import encodable
from gsca_cli.triage.fingerprints import fingerprints
from gsca_cli.triage.verdict import Verdict

SCHEMA = json.loads((ROOT / "schemas" / "findings.schema.json").read_text("utf-8"))
DOCUMENT = Draft202012Validator(SCHEMA)


def line_of(name: str) -> Draft202012Validator:
    return Draft202012Validator({"$ref": f"#/$defs/{name}", "$defs": SCHEMA["$defs"]})


def document(verdict: Verdict, *, strict: bool = False) -> Any:
    return json.loads(render_findings_json(verdict, strict=strict).encode())


def lines(verdict: Verdict, *, strict: bool = False) -> list[Any]:
    text = render_findings_jsonl(verdict, strict=strict)
    assert text.endswith("\n")
    return [json.loads(line) for line in text.encode().decode().splitlines()]


def test_the_document_says_everything(golden: Golden, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(as_findings_json, "__version__", "1.2.3")
    golden("findings.json", render_findings_json(VERDICT, strict=False))


def test_the_lines_say_the_same(golden: Golden, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(as_findings_json, "__version__", "1.2.3")
    golden("findings.jsonl", render_findings_jsonl(VERDICT, strict=False))
    *findings, summary = lines(VERDICT)
    whole = document(VERDICT)
    assert [each.pop("type") for each in findings] == ["finding"] * len(FINDINGS)
    assert summary.pop("type") == "summary"
    assert {**summary, "findings": findings} == whole


def test_no_findings_are_an_empty_list_and_one_line() -> None:
    none = Verdict(())
    assert document(none)["findings"] == []
    (summary,) = lines(none)
    assert summary["type"] == "summary"
    assert summary["counts"] == {"error": 0, "warning": 0, "notice": 0}


@pytest.mark.parametrize(
    ("severity", "strict", "failed"),
    [("warning", False, False), ("warning", True, True), ("error", False, True)],
)
def test_it_says_whether_the_run_failed(
    severity: str,
    strict: bool,  # noqa: FBT001 (a column of the table)
    failed: bool,  # noqa: FBT001
) -> None:
    verdict = Verdict((), counts={Severity(severity): 1})
    assert document(verdict, strict=strict)["failed"] is failed
    assert lines(verdict, strict=strict)[-1]["failed"] is failed


def test_a_kind_has_one_name_whether_there_is_one_or_many() -> None:
    one, many = Verdict((), read={"city": 1}), Verdict((), read={"cities": 2, "left out": 3})
    assert document(one)["read"]["cities"] == 1
    assert document(one)["read"]["left_out"] == 0
    assert document(many)["read"]["cities"] == 2
    assert document(many)["read"]["left_out"] == 3
    kinds = {kind.plural for kind in Kind if kind is not Kind.ALLIANCE}
    assert set(document(one)["read"]) == {*kinds, "left_out"}


def test_it_tells_which_gsca_wrote_it_and_how_much_is_hidden() -> None:
    assert document(VERDICT)["tool"] == {"name": "gsca", "version": __version__}
    assert document(VERDICT)["hidden"] == 1


def test_paths_are_those_of_the_alliance_and_every_finding_has_its_fingerprint() -> None:
    findings = document(VERDICT)["findings"]
    assert [each["path"] for each in findings] == [each.location.path for each in FINDINGS]
    assert [each["fingerprint"] for each in findings] == fingerprints(FINDINGS)


@pytest.mark.parametrize(("length", "kept"), [(0, 0), (999, 999), (1000, 1000), (1001, 1000)])
def test_a_line_as_long_as_a_file_is_cut(length: int, kept: int) -> None:
    finding = FINDINGS[0]._replace(excerpt="x" * length)
    assert document(Verdict([finding]))["findings"][0]["excerpt"] == "x" * kept


def test_a_place_never_ends_before_it_begins() -> None:
    finding = FINDINGS[0]._replace(location=Location("x", 1, 5, 1))
    assert document(Verdict([finding]))["findings"][0]["end_column"] == 5


def test_the_schema_is_one() -> None:
    Draft202012Validator.check_schema(SCHEMA)


@pytest.mark.parametrize(
    ("change", "wrong"),
    [
        ({"more": 1}, "more"),
        ({"schema_version": 2}, "schema_version"),
        ({"failed": "yes"}, "failed"),
        ({"counts": {"error": 0}}, "counts"),
        ({"read": {}}, "read"),
        ({"hidden": -1}, "hidden"),
        ({"findings": [{}]}, "findings"),
    ],
)
def test_the_schema_refuses_what_is_not_promised(change: dict[str, Any], wrong: str) -> None:
    errors = list(DOCUMENT.iter_errors({**document(VERDICT), **change}))
    assert errors
    assert all(wrong in error.json_path or wrong in error.message for error in errors)


@pytest.mark.parametrize("key", [*document(VERDICT)["findings"][0], "more"])
def test_the_schema_knows_every_key_of_a_finding(key: str) -> None:
    whole = document(VERDICT)
    finding = whole["findings"][0]
    if key in finding:
        del finding[key]
    else:
        finding[key] = 1
    assert not DOCUMENT.is_valid(whole)
    assert not line_of("finding_line").is_valid({"type": "finding", **finding})


def test_the_schema_describes_every_key() -> None:
    def described(schema: Any) -> None:
        for value in schema.get("properties", {}).values():
            reference = SCHEMA["$defs"].get(value.get("$ref", "").rpartition("/")[2], {})
            assert "description" in {**reference, **value} or "/properties/" in value["$ref"]
            described(value)

    described(SCHEMA)
    for definition in SCHEMA["$defs"].values():
        described(definition)


@given(VERDICTS)
def test_any_verdict_keeps_the_promise_of_the_schema(verdict: Verdict) -> None:
    for strict in (False, True):
        whole = document(verdict, strict=strict)
        DOCUMENT.validate(whole)
        *findings, summary = lines(verdict, strict=strict)
        line_of("summary_line").validate(summary)
        for line in findings:
            line_of("finding_line").validate(line)
        assert [line["fingerprint"] for line in findings] == fingerprints(verdict.findings)
        messages = [encodable(each.message) for each in verdict.findings]
        assert [each["message"] for each in whole["findings"]] == messages
