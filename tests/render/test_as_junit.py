from collections.abc import Iterable

import pytest
from conftest import Golden
from hypothesis import given
from junitparser import Failure, JUnitXml, TestCase, TestSuite
from render.verdicts import BERGEN, FINDINGS, OSLO, VERDICT, VERDICTS

from gsca_cli.findings import Severity, printable
from gsca_cli.render.as_findings import render_findings
from gsca_cli.render.as_junit import render_junit
from gsca_cli.triage.verdict import Verdict

NORTH = "data/regions/north.yaml"


def suite(verdict: Verdict, *, strict: bool = False) -> TestSuite:
    whole = JUnitXml.fromstring(render_junit(verdict, strict=strict).encode())
    assert isinstance(whole, JUnitXml)
    (only,) = whole
    assert isinstance(only, TestSuite)
    counts = [(each.tests, each.failures, each.errors, each.skipped) for each in (whole, only)]
    assert counts == [(len(list(only)), len(failures(only)), 0, 0)] * 2
    return only


def cases(verdict: Verdict, *, strict: bool = False) -> dict[str, TestCase]:
    return {case.name: case for case in suite(verdict, strict=strict)}


def failures(found: Iterable[TestCase]) -> list[tuple[str, Failure]]:
    """The names of the test cases that fail, each with its one failure."""
    failing = []
    for case in found:
        if case.result:
            (only,) = case.result
            assert isinstance(only, Failure)
            failing.append((case.name, only))
    return failing


@pytest.mark.parametrize("strict", [False, True])
def test_each_file_is_a_test(golden: Golden, strict: bool) -> None:  # noqa: FBT001 (both ways)
    name = "findings-junit-strict.xml" if strict else "findings-junit.xml"
    golden(name, render_junit(VERDICT, strict=strict))


def test_files_that_pass_are_there_too_and_those_that_are_missing() -> None:
    found = cases(VERDICT)
    assert list(found) == [BERGEN, OSLO, NORTH, "gsca.yaml"]
    classes = {case.name: case.classname for case in found.values()}
    assert classes == {
        BERGEN: "data.cities",
        OSLO: "data.cities",
        NORTH: "data.regions",
        "gsca.yaml": "(root)",
    }
    assert found[NORTH].is_passed
    assert found[NORTH].system_out is None


@pytest.mark.parametrize(
    ("strict", "failing"), [(False, [BERGEN, "gsca.yaml"]), (True, [BERGEN, OSLO, "gsca.yaml"])]
)
def test_a_warning_fails_its_file_only_if_that_is_asked(
    strict: bool,  # noqa: FBT001 (a column of the table)
    failing: list[str],
) -> None:
    assert [name for name, _ in failures(suite(VERDICT, strict=strict))] == failing
    assert suite(VERDICT, strict=strict).failures == len(failing)


def test_a_failure_says_the_first_and_shows_all() -> None:
    second = FINDINGS[0]._replace(code="late", message="it is late")
    ((_, only),) = failures(suite(Verdict([FINDINGS[0], second, FINDINGS[2]])))
    assert only.message == "twice: `name` is given twice"
    assert only.type == "twice"
    assert only.text == render_findings([FINDINGS[0], second])


def test_what_does_not_fail_is_said_beside() -> None:
    plain, strict = cases(VERDICT)[OSLO], cases(VERDICT, strict=True)[OSLO]
    assert plain.system_out == render_findings(FINDINGS[1:3])
    assert strict.system_out == render_findings(FINDINGS[2:3])
    assert cases(VERDICT)[BERGEN].system_out is None


def test_nothing_at_all_is_an_empty_suite() -> None:
    assert len(suite(Verdict(()))) == 0


def test_a_file_that_was_read_and_has_findings_is_one_test() -> None:
    assert suite(Verdict(FINDINGS[:1], files=(BERGEN, BERGEN))).tests == 1


@given(VERDICTS)
def test_any_verdict_is_read_by_others(verdict: Verdict) -> None:
    paths = {*verdict.files, *(each.location.path for each in verdict.findings)}
    for strict, severities in ((False, {"error"}), (True, {"error", "warning"})):
        found = list(suite(verdict, strict=strict))
        assert [case.name for case in found] == [printable(path) for path in sorted(paths)]
        assert all(case.classname for case in found)
        failing = {each.location.path for each in verdict.findings if each.severity in severities}
        assert [name for name, _ in failures(found)] == [
            printable(each) for each in sorted(failing)
        ]
        said = [case.system_out for case in found if case.system_out]
        passing = [each for each in verdict.findings if each.severity not in severities]
        assert "".join(said) == render_findings(passing)


def test_every_severity_is_either_said_or_fails() -> None:
    for severity in Severity:
        finding = FINDINGS[0]._replace(severity=severity)
        text = render_junit(Verdict([finding]), strict=False)
        assert text.count("given twice") == (3 if severity is Severity.ERROR else 2) - 1
