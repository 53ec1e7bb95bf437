import pytest
from hypothesis import given
from hypothesis import strategies as st
from triage.sample_findings import A, B, finding

from gsca_cli.findings import Finding, Location
from gsca_cli.records.new_ids import NewIds
from gsca_cli.triage.fingerprints import fingerprints, introduced, reader


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


def test_what_was_there_before_is_not_introduced_even_if_its_file_moved() -> None:
    before, now = [finding(A)], [finding(B)]
    assert introduced(now, before, {A: B}) == []
    assert introduced(now, before, {B: A}) == now
    twice = [*now, finding(B, line=9)]
    assert introduced(twice, before, {A: B}) == twice[1:]


def test_what_names_a_record_by_its_new_id_is_not_introduced() -> None:
    before, now = ([finding(excerpt=f"{key}: {{since: 2031}}")] for key in ("dig-once", "dig"))
    assert introduced(now, before, {}, reader(NewIds({("policy", "dig-once"): "dig"}))) == []
    assert introduced(now, before, {}, reader(NewIds({("policy", "dig-twice"): "dig"}))) == now
