import pytest
from hypothesis import given
from hypothesis import strategies as st
from triage.sample_findings import A, B, finding

from gsca_cli.findings import Finding, Location
from gsca_cli.triage.fingerprints import fingerprints, introduced


def test_a_fingerprint_survives_moved_lines_and_other_words() -> None:
    here = finding(line=4)
    (mark,) = fingerprints([here])
    moved = here._replace(location=Location(A, 40, 7), message="other words", hint="x")
    indented = here._replace(excerpt="    name: A ")
    assert fingerprints([moved]) == fingerprints([indented]) == [mark]
    assert len(mark) == 32


@pytest.mark.parametrize(
    "other",
    [finding(B), finding(code="other-code"), finding(excerpt="name: B")],
)
def test_another_file_code_or_line_has_another_fingerprint(other: Finding) -> None:
    assert fingerprints([finding()]) != fingerprints([other])


@given(st.lists(st.builds(finding, st.text(), st.integers(1, 9), excerpt=st.text(max_size=3))))
def test_no_two_findings_of_a_run_have_one_fingerprint(found: list[Finding]) -> None:
    assert len(set(fingerprints(found))) == len(found)


def test_what_was_there_before_is_not_introduced_even_if_its_line_moved() -> None:
    before = [finding(line=4)]
    moved, twice = finding(line=9), finding(line=12)
    other = finding(B)
    assert introduced([moved], before) == []
    assert introduced([moved, twice], before) == [twice]
    assert introduced([other, moved], before) == [other]
    assert introduced([moved], []) == [moved]
