"""Edits that the engine makes, committed, are what diff reports: these and no others."""

from collections.abc import Iterator
from typing import Any

import pytest
from git_repository import GitRepository, use_no_settings
from hypothesis import given, settings
from hypothesis import strategies as st
from small_alliance import FILES, TODAY, checked, snapshot_of

from gsca_cli.analysis.diff import Diff
from gsca_cli.cli.comparing import Moments, diff_of
from gsca_cli.editing.assignment import assignment
from gsca_cli.editing.setting import set_values
from gsca_cli.snapshots.git import Git
from gsca_cli.snapshots.revision import Revision

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


def edited(edits: list[tuple[str, str, str]]) -> dict[str, str | bytes | None]:
    """The files in which something was changed, one edit after the other."""
    files: dict[str, str | bytes | None] = {}
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
