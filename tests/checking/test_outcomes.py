"""What is remembered and what is read anew are the same, whatever was edited in between."""

from collections.abc import Iterator, Mapping
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from in_mind import InMind
from small_alliance import FILES, OSLO, TODAY, snapshot_of

from gsca_cli.checking import Checked, check, checking, unchecked
from gsca_cli.snapshots.snapshot import InMemory

CITY = "data/cities/oslo.yaml"
DAYS = st.dates(date(2020, 1, 1), date(2026, 12, 31))
WHENS = DAYS.map(str) | DAYS.map(lambda day: str(day)[:7]) | DAYS.map(lambda day: str(day)[:4])
STATUSES = st.sampled_from(["completed", "in-progress", "unknown", "compelted"])


@st.composite
def cities(draw: st.DrawFn) -> str:
    """A city with states that are right, wrong, late or old on some day."""
    names = draw(st.sets(st.sampled_from(["since", "due", "as_of", "until"])))
    fields = [f"status: {draw(STATUSES)}", *(f"{name}: {draw(WHENS)}" for name in sorted(names))]
    allowed = draw(st.sampled_from(["", "  # gsca: allow stale-state because it moves\n"]))
    plan = f"{allowed}  plan: {{{', '.join(fields)}}}\n"
    return OSLO.replace(OSLO.splitlines(keepends=True)[8], plan)


CHANGES = st.dictionaries(
    st.sampled_from([CITY, "data/cities/bergen.yaml", "data/cities/b/voss.yaml"]),
    cities() | st.sampled_from(["name: [\n", "nme: X\n", "", None]),
    max_size=3,
) | st.fixed_dictionaries(
    {},
    optional={
        "gsca.yaml": st.sampled_from(
            ["name: Other\n", "name: A\nchecks: {stale-state: error}\n", "nme: X\n", None]
        ),
        "data/policies/open-data.yaml": st.sampled_from(["name: Open\n", None]),
        "data/tracks/adoption.yaml": st.sampled_from(["name: X\nwalked_by: city\nsteps: []\n"]),
    },
)


def told(found: Checked) -> tuple[object, ...]:
    """All that a check gives."""
    alliance = found.alliance
    briefs = [(key, list(each.items())) for key, each in alliance.briefs.items()]
    return found.findings, briefs, alliance.left_out, alliance.doubles, found.files


@pytest.fixture(autouse=True, scope="module")
def _always_remember() -> Iterator[None]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(checking, "WORTH_REMEMBERING", 0)
        yield


@given(st.lists(st.tuples(CHANGES, DAYS), min_size=1, max_size=6))
def test_what_is_remembered_is_what_is_found(steps: list[tuple[Mapping[str, str], date]]) -> None:
    mind = InMind()
    for changes, today in steps:
        snapshot = snapshot_of(changes)
        if all(file.path.startswith("gsca") for file in snapshot.files()):
            continue
        warm = check(snapshot, today, memory=mind.opened)
        assert told(warm) == told(check(snapshot, today))
        alliance = unchecked(snapshot, today, memory=mind.opened)
        assert alliance.briefs == unchecked(snapshot, today).briefs


@given(cities(), DAYS, st.integers(-800, 800))
def test_an_outcome_is_the_same_on_all_its_days(city: str, today: date, days: int) -> None:
    mind = InMind()
    snapshot = snapshot_of({CITY: city})
    check(snapshot, today, memory=mind.opened)
    other = today + timedelta(days=days)
    assert told(check(snapshot, other, memory=mind.opened)) == told(check(snapshot, other))


def test_only_what_changed_is_read_anew() -> None:
    mind = InMind()
    files = {path: text for path, text in FILES.items() if path != "gsca.yaml"}
    check(snapshot_of(), TODAY, memory=mind.opened)
    assert mind.kept == sorted(files)
    check(snapshot_of({CITY: OSLO + "# a comment\n"}), TODAY, memory=mind.opened)
    assert mind.kept == [*sorted(files), CITY]
    check(snapshot_of(), TODAY, memory=mind.opened)
    assert mind.kept == [*sorted(files), CITY]


@pytest.mark.parametrize(
    "text",
    [
        *(
            "",
            "no JSON",
            "null",
            "[1,2]",
            "[" * 200_000,
            '["\ud800"]',
            "[[[],[]],[[[],[]],[],[0]]]",
        ),
        '[[["data/cities/oslo.yaml"],["0"]],[[[["0001-01-01","9999-12-31"]],[1]],[],[]]]',
        '[[["data/cities/oslo.yaml"],["0"]],[[[["0001-01-01","9999-12-31"]],[0]],[[[0],["city"]]],[]]]',
    ],
)
def test_what_no_outcome_was_packed_in_is_forgotten(text: str) -> None:
    mind = InMind()
    check(snapshot_of(), TODAY, memory=mind.opened)
    mind.put_up = [shelf._replace(text=text) for shelf in mind.put_up]
    assert told(check(snapshot_of(), TODAY, memory=mind.opened)) == told(
        check(snapshot_of(), TODAY)
    )
    kept = list(mind.kept)
    assert len(kept) == len(FILES) - 1
    check(snapshot_of(), TODAY, memory=mind.opened)
    assert mind.kept == kept


def test_other_settings_are_another_ground() -> None:
    mind = InMind()
    check(snapshot_of(), TODAY, memory=mind.opened)
    check(snapshot_of({"gsca.yaml": "name: Other\n"}), TODAY, memory=mind.opened)
    assert len(mind.kept) == 2 * (len(FILES) - 1)


def test_while_the_settings_are_broken_nothing_is_remembered() -> None:
    mind = InMind()
    check(snapshot_of({"gsca.yaml": "nme: X\n"}), TODAY, memory=mind.opened)
    assert mind.put_up == []


def test_few_files_are_read_sooner_than_remembered(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(checking, "WORTH_REMEMBERING", 200)
    mind = InMind()
    check(
        InMemory({path: text.encode() for path, text in FILES.items()}), TODAY, memory=mind.opened
    )
    assert mind.put_up == []


def test_a_file_that_cannot_be_read_is_found_each_time_and_hides_no_other() -> None:
    class Locked(InMemory):
        def read(self, path: str) -> bytes:
            if path == CITY:
                raise PermissionError(13, "Permission denied")
            return super().read(path)

    mind = InMind()
    snapshot = Locked({path: text.encode() for path, text in FILES.items()})
    for _ in range(2):
        found = check(snapshot, TODAY, memory=mind.opened)
        assert told(found) == told(check(snapshot, TODAY))
        assert "unreadable-file" in {finding.code for finding in found.findings}
    assert len(mind.kept) == len(FILES) - 2
