"""Edits and renames that the engine makes are what diff reports: these and no others."""

import re
from collections.abc import Iterator
from typing import Any

import pytest
from git_repository import GitRepository, use_no_settings
from hypothesis import given, settings
from hypothesis import strategies as st
from small_alliance import FILES, TODAY, checked, snapshot_of

from gsca_cli.analysis.changes.change import Risk, What
from gsca_cli.analysis.changes.comparison import compared
from gsca_cli.analysis.changes.sides import Sides
from gsca_cli.analysis.diff import Diff
from gsca_cli.analysis.edition import Edition, Wish
from gsca_cli.cli.comparing import Moments, diff_of
from gsca_cli.cli.comparing import checked as found_in
from gsca_cli.editing.assignment import assignment
from gsca_cli.editing.renaming import rename
from gsca_cli.editing.setting import set_values
from gsca_cli.snapshots.git import Git
from gsca_cli.snapshots.revision import Revision
from gsca_cli.triage.compared import with_findings

Files = dict[str, str | bytes | None]

VALUES = {
    "city/oslo": {
        "country": ["SE", "FI"],
        "subdivision": ["NO-03"],
        "population.value": ["5", "700000"],
        "regions.north.role": ["observer"],
        "regions.north.joined": ["2020", "../2020-06"],
        "regions.north.note": ["a # note: with 'signs'"],
        "policies.open-data.status": ["completed", "unknown"],
        "policies.open-data.since": ["2022-06"],
        "policies.dig-once.status": ["in-progress"],
        "policies.dig-once.steps.plan.status": ["completed"],
        "programmes.pioneers.joined": ["2020"],
        "steps.letter.status": ["in-progress", "to-be-developed"],
        "steps.letter.since": ["2021"],
        "steps.plan.status": ["completed"],
        "steps.plan.due": ["2025-01-01"],
        "inferred.country": ["nobody says so"],
    },
    "region/north": {
        "seat": ["Oslo"],
        "launched": ["2020"],
        "cohorts.first.since": ["2021"],
        "name": ["Nord"],
    },
    "policy/open-data": {"name": ["Offene Daten"], "foundational": ["true"]},
    "alliance/gsca": {"language": ["de"], "summary": ["x"]},
}
EDITS = [
    (key, route, value)
    for key, routes in VALUES.items()
    for route, values in routes.items()
    for value in values
]
NAMING: Files = {
    "data/cities/oslo.yaml": (
        "name: Oslo\n"
        "country: 'NO'\n"
        "regions: {north: {cohort: first, sources: [paper, report: [cohort]]}}\n"
        "programmes: {pioneers: {policy: open-data}}\n"
        "policies:\n"
        "  open-data: {status: in-progress, since: 2020, sources: [{paper: [status]}]}\n"
        "  dig-once: completed\n"
        "steps: {letter: completed, plan: {status: in-progress, since: 2020}}\n"
        "sources:\n"
        "  - paper: [policies.open-data.since, regions.north]\n"
        "  - {source: report, supports: [programmes.pioneers]}\n"
        "inferred: {policies.open-data.since: nobody says so, regions.north.cohort: guessed}\n"
        "variants: [{at: policies.dig-once.status, value: unknown, sources: [report]}]\n"
    ),
    "data/sources/report.yaml": "title: A report\n",
}
"""Files that name records in every way there is, and in which something is to be found."""


@pytest.fixture(scope="module")
def repository(tmp_path_factory: pytest.TempPathFactory) -> Iterator[GitRepository]:
    """The small alliance, committed."""
    folder = tmp_path_factory.mktemp("laws")
    with pytest.MonkeyPatch.context() as monkeypatch:
        use_no_settings(monkeypatch, folder / "home")
        made = GitRepository(folder / "repository")
        made.write(FILES)
        made.commit()
        yield made


@given(st.lists(st.sampled_from(EDITS), unique_by=lambda edit: edit[:2], max_size=6))
@settings(max_examples=25)
def test_diff_reports_exactly_the_edits_that_were_made(
    repository: GitRepository, edits: list[tuple[str, str, str]]
) -> None:
    repository.run(
        "reset", "--quiet", "--hard", repository.run("rev-list", "--max-parents=0", "HEAD")
    )
    before = repository.run("rev-parse", "HEAD")
    repository.write(edited(edits))
    after = repository.commit()
    git = Git(repository.path)
    ends = Moments(Revision(git, before), Revision(git, after), ("a", "b"))
    assert told(diff_of(ends, TODAY, None)[0]) == sorted(edits)


FORMER_IDS = re.compile(rb"former_ids:.*\n([ ]+- .*\n)*")
KEYS = sorted(brief.key for brief in checked(NAMING).alliance.everything())[1:]


@given(
    st.lists(st.sampled_from(EDITS), unique_by=lambda edit: edit[:2], max_size=4),
    st.lists(st.sampled_from(KEYS), unique=True, min_size=1, max_size=3),
)
@settings(max_examples=40, deadline=None)
def test_a_rename_is_all_that_diff_reports_of_it(
    edits: list[tuple[str, str, str]], keys: list[str]
) -> None:
    before = edited(edits, NAMING)
    diff = checked_diff(before, with_other_ids(keys, before))
    records = [record for group in diff.groups for record in group.records]
    assert sorted(f"{each.kind}/{each.former}" for each in records) == sorted(keys)
    assert {(each.what, each.changes, each.own_risks) for each in records} == {
        (What.RENAMED, (), ())
    }
    assert (diff.introduced, diff.cured, diff.dangling) == ((), (), ())


@pytest.mark.parametrize("key", KEYS)
def test_a_rename_that_nobody_announced_is_all_there_is_too(key: str) -> None:
    after = with_other_ids([key], NAMING)
    own, content = next(each for each in after.items() if "/new-" in each[0])
    assert isinstance(content, bytes)
    diff = checked_diff(NAMING, after | {own: FORMER_IDS.sub(b"", content)})
    (record,) = (record for group in diff.groups for record in group.records)
    assert (record.what, record.changes, record.own_risks) == (
        What.RENAMED,
        (),
        (Risk.UNANNOUNCED,),
    )
    assert (diff.introduced, diff.cured, diff.dangling) == ((), (), ())


def test_something_is_found_where_records_are_named() -> None:
    mentioned = {finding.location.path for finding in checked(NAMING).findings}
    assert {"data/cities/oslo.yaml"} <= mentioned


def test_records_of_two_kinds_may_have_had_one_id() -> None:
    oslo = (
        "name: Oslo\ncountry: 'NO'\nsources: [paper]\n"
        "regions:\n  north: {joined: 2030}\n"
        "policies:\n  north: {status: in-progress, since: 2020}\n"
    )
    policy = "name: Go north\nsources: [paper]\n"
    before: Files = {"data/cities/oslo.yaml": oslo, "data/policies/north.yaml": policy}
    after: Files = {
        "data/cities/oslo.yaml": oslo.replace("north: {j", "nord: {j").replace("north:", "up:"),
        "data/regions/north.yaml": None,
        "data/regions/nord.yaml": f"{FILES['data/regions/north.yaml']}former_ids: [north]\n",
        "data/policies/up.yaml": f"{policy}former_ids: [north]\n",
    }
    diff = checked_diff(before, after)
    assert [record.former for group in diff.groups for record in group.records] == ["north"] * 2
    assert (diff.introduced, diff.cured, diff.dangling) == ((), (), ())
    assert {each.code for each in checked(after).findings} >= {"future-date", "stale-state"}


def with_other_ids(keys: list[str], before: Files) -> Files:
    """The files once some records have other ids."""
    files = dict(before)
    for key in keys:
        found = checked(files)
        (brief,) = (each for each in found.alliance.everything() if each.key == key)
        plan = rename(snapshot_of(files), found, brief, f"new-{brief.id}", TODAY)
        files |= {change.path: change.after for change in plan.changes}
    return files


def checked_diff(before: Files, after: Files) -> Diff:
    """What changed between two versions, and what became of the findings."""
    alliances, found = zip(
        *(found_in(snapshot_of(each), TODAY) for each in (before, after)), strict=True
    )
    sides = Sides(*(Edition(each, Wish("en", TODAY)) for each in alliances))
    comparison = compared(sides)
    return with_findings(Diff("a", "b", comparison.groups), sides, comparison.ids, *found)


def edited(edits: list[tuple[str, str, str]], base: Files | None = None) -> Files:
    """The files in which something was changed, one edit after the other."""
    files: Files = dict(base or {})
    for key, route, value in edits:
        found = checked(files)
        (brief,) = (each for each in found.alliance.everything() if each.key == key)
        asked = [assignment(f"{route}={value}")]
        plan = set_values(snapshot_of(files), found, [brief], asked, TODAY)
        files |= {change.path: change.after for change in plan.changes}
    return files


def told(diff: Diff) -> list[tuple[str, str, str]]:
    """The record, the route and the new value of all that a comparison reports."""
    return sorted(
        (f"{record.kind}/{record.id}", ".".join(map(str, route)), value)
        for group in diff.groups
        for record in group.records
        for change in record.changes
        for each in change.values
        for route, value in leaves(each.route, each.after)
    )


def leaves(route: tuple[Any, ...], value: Any) -> Iterator[tuple[tuple[Any, ...], str]]:
    if isinstance(value, dict):
        for key, each in value.items():
            yield from leaves((*route, key), each)
    else:
        yield route, "true" if value is True else str(value)
