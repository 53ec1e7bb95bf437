import json
from typing import Any

from conftest import Golden
from hypothesis import given
from render.verdicts import FINDINGS, VERDICT, VERDICTS

from gsca_cli.render.as_gitlab import render_gitlab
from gsca_cli.render.encodable import encodable
from gsca_cli.triage.fingerprints import fingerprints
from gsca_cli.triage.verdict import Verdict, worst_first

# What GitLab's page on code quality asks of a report; it takes no others for granted.
REQUIRED = {"description", "check_name", "fingerprint", "severity", "location"}
SEVERITIES = {"info", "minor", "major", "critical", "blocker"}


def issues(verdict: Verdict) -> list[Any]:
    read = json.loads(render_gitlab(verdict).encode())
    assert isinstance(read, list)
    return read


def test_a_report_names_what_where_and_how_bad(golden: Golden) -> None:
    golden("findings-gitlab.json", render_gitlab(VERDICT))


def test_the_worst_come_first_with_the_severities_of_gitlab() -> None:
    assert [each["severity"] for each in issues(VERDICT)] == ["major", "major", "minor", "info"]


def test_no_findings_are_an_empty_list() -> None:
    assert render_gitlab(Verdict(())) == "[]\n"


def test_a_finding_has_the_fingerprint_that_it_has_in_every_format() -> None:
    assert {each["fingerprint"] for each in issues(VERDICT)} == set(fingerprints(FINDINGS))


@given(VERDICTS)
def test_any_report_has_the_keys_that_gitlab_requires(verdict: Verdict) -> None:
    read = issues(verdict)
    for finding, issue in zip(worst_first(verdict.findings), read, strict=True):
        assert set(issue) == REQUIRED
        assert issue["severity"] in SEVERITIES
        assert issue["description"] or not finding.message
        where = finding.location
        path = encodable(verdict.path(where.path))
        assert issue["location"] == {"path": path, "lines": {"begin": where.line}}
        assert not path.startswith(("./", "/"))
    marks = [issue["fingerprint"] for issue in read]
    assert len(set(marks)) == len(marks)
    assert sorted(marks) == sorted(fingerprints(verdict.findings))
