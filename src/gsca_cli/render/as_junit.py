"""Findings as JUnit XML: each file is a test, which its findings fail."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from xml.etree import ElementTree as ET

from gsca_cli.findings import Finding, Severity, printable
from gsca_cli.render.as_findings import render_findings
from gsca_cli.triage.verdict import Verdict

_ROOT = "(root)"
"""The class of a file that stands in no folder."""


def render_junit(verdict: Verdict, *, strict: bool) -> str:
    """A test case for each file that was read or that a finding is about, by path."""
    by_file = _by_file(verdict)
    suites = ET.Element("testsuites")
    suite = ET.SubElement(suites, "testsuite")
    for path in sorted(by_file):
        suite.append(_case(path, by_file[path], strict=strict))
    failures = len(suite.findall("testcase/failure"))
    for each in (suites, suite):
        each.attrib.update(_counts(len(by_file), failures))
    ET.indent(suites)
    # A log of GitHub obeys what stands behind `##[`, anywhere in a line.
    xml = ET.tostring(suites, encoding="unicode").replace("##[", "##&#91;")
    return f'<?xml version="1.0" encoding="utf-8"?>\n{xml}\n'


def _by_file(verdict: Verdict) -> Mapping[str, Sequence[Finding]]:
    found: defaultdict[str, list[Finding]] = defaultdict(list)
    for path in verdict.files:
        found[path] = []
    for finding in verdict.findings:
        found[finding.location.path].append(finding)
    return found


def _counts(tests: int, failures: int) -> dict[str, str]:
    return {
        "name": "gsca validate",
        "tests": str(tests),
        "failures": str(failures),
        "errors": "0",
        "skipped": "0",
        "time": "0",
    }


def _case(path: str, findings: Sequence[Finding], *, strict: bool) -> ET.Element:
    mildest = Severity.WARNING if strict else Severity.ERROR
    failing = [each for each in findings if each.severity.rank <= mildest.rank]
    passing = [each for each in findings if each.severity.rank > mildest.rank]
    case = ET.Element("testcase", classname=_folder(path), name=printable(path), time="0")
    if failing:
        message = f"{failing[0].code}: {printable(failing[0].message)}"
        failure = ET.SubElement(case, "failure", message=message, type=failing[0].code)
        failure.text = render_findings(failing)
    if passing:
        ET.SubElement(case, "system-out").text = render_findings(passing)
    return case


def _folder(path: str) -> str:
    """The folders of a path as the name of a class: `data.cities`."""
    return printable(path.rpartition("/")[0].replace("/", ".")) or _ROOT
