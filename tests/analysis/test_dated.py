"""Selections and completed steps over time, from the recorded dates."""

from collections.abc import Mapping
from datetime import date, timedelta
from pathlib import Path

import pytest
from gsca import ROOT
from hypothesis import given
from hypothesis import strategies as st
from small_alliance import OSLO, alliance_of

from gsca_cli.alliance.alliance import Alliance
from gsca_cli.alliance.brief import CityBrief, SelectionBrief, StateBrief
from gsca_cli.alliance.link import link
from gsca_cli.alliance.lookup import find
from gsca_cli.analysis.dated import dated_trend
from gsca_cli.analysis.edition import Edition, Wish
from gsca_cli.analysis.overview import overview
from gsca_cli.analysis.periods import By
from gsca_cli.analysis.policy import policy_report
from gsca_cli.analysis.region import region_report
from gsca_cli.analysis.trend import Pair, Question, Trend
from gsca_cli.checking import NO_SETTINGS, check
from gsca_cli.errors import CannotRunError, UsageError
from gsca_cli.kinds import Kind
from gsca_cli.records.when import When
from gsca_cli.snapshots.snapshot import InMemory
from gsca_cli.snapshots.worktree import Worktree

TODAY = date(2024, 6, 10)
OSLO_PATH = "data/cities/oslo.yaml"
HEALTH = ROOT / "tests/alliances/health"


def trend_of(
    alliance: Alliance, key: str = "", by: By = By.YEAR, since: str = "", today: date = TODAY
) -> Trend:
    wish = Wish("en", today, When.parse(since) if since else None)
    brief = find(alliance, key).brief if key else None
    return dated_trend(Question(Edition(alliance, wish), brief, by))


def north(city: str, **options: str) -> Trend:
    """The trend of a region with one city, whose file ends so."""
    head = "name: Oslo\ncountry: 'NO'\nregions: {north: }\nsources: [paper]\n"
    return trend_of(alliance_of({OSLO_PATH: head + city}), "north", **options)  # type: ignore[arg-type]


def told(trend: Trend) -> list[str]:
    """Each line: the period, and of selections and steps the total, what came and what went."""
    return [
        f"{line.period}: {each.total} +{each.new} -{each.ended}, "
        f"{steps.total} +{steps.new} -{steps.ended}"
        for line in trend.lines
        for each, steps in [(line.selections, line.steps)]
    ]


def test_a_selection_counts_from_its_since_until_its_until() -> None:
    trend = north(
        "policies:\n"
        "  open-data: {since: 2021-03, until: 2023-02}\n"
        "  dig-once: {since: 2023-02-28}\n"
    )
    assert told(trend) == [
        "2021: 1 +1 -0, 0 +0 -0",
        "2022: 1 +0 -0, 0 +0 -0",
        "2023: 1 +1 -1, 0 +0 -0",
        "2024: 1 +0 -0, 0 +0 -0",
    ]
    assert trend.in_all == Pair(1, 0)


def test_only_a_completed_step_counts_and_from_its_own_date() -> None:
    trend = north(
        "steps:\n  letter: {status: completed, since: 2023}\n"
        "  plan: {status: in-progress, since: 2022}\n"
    )
    assert told(trend) == ["2023: 0 +0 -0, 1 +1 -0", "2024: 0 +0 -0, 1 +0 -0"]


def test_a_completed_step_counts_until_it_was_withdrawn() -> None:
    trend = north(
        "policies: {open-data: {steps: {plan: {status: completed, since: 2021, until: 2022}}}}\n"
        "steps:\n  letter: {status: completed, since: 2022, until: 2023}\n"
        "  plan: {status: in-progress, since: 2022, until: 2023}\n"
    )
    assert told(trend) == [
        "2022: 0 +0 -0, 1 +1 -0",
        "2023: 0 +0 -0, 0 +0 -1",
        "2024: 0 +0 -0, 0 +0 -0",
    ]
    assert trend.in_all == Pair(1, 0)


def test_what_has_no_date_is_in_no_line_and_told_apart() -> None:
    trend = north(
        "policies:\n"
        "  open-data: {steps: {plan: completed}}\n"
        "  dig-once: {until: 2023, steps: {plan: completed}}\n"
        "steps: {letter: completed}\n"
    )
    assert trend.lines == ()
    assert trend.apart
    assert (trend.apart.undated, trend.apart.derived, trend.apart.lost) == (Pair(1, 2), 1, 1)
    assert trend.in_all == Pair(1, 2)


def test_a_derived_step_has_no_date_even_if_the_city_gives_one() -> None:
    trend = north(
        "policies: {open-data: {steps: {plan: completed}}}\n"
        "steps: {plan: {status: unknown, since: 2023}}\n"
    )
    assert trend.lines == ()
    assert trend.apart
    assert trend.apart.derived == 1


@pytest.mark.parametrize("since", ["2022-03/2022-05", "../2022-05", "2022-04-30/2022-05-01"])
def test_a_date_that_is_not_exact_counts_from_its_last_day_and_is_told(since: str) -> None:
    trend = north(f"policies: {{open-data: {{since: {since}}}}}\n", by=By.MONTH)
    first = trend.lines[0]
    assert (first.period, first.selections.new, first.selections.new_by_then) == ("2022-05", 1, 1)


def test_a_date_that_lies_in_one_period_is_exact() -> None:
    for by, since in ((By.MONTH, "2022-05"), (By.YEAR, "2022"), (By.QUARTER, "2022-04/2022-06")):
        trend = north(f"policies: {{open-data: {{since: {since}}}}}\n", by=by)
        assert trend.lines[0].selections.new_by_then == 0


def test_a_date_that_may_be_to_come_counts_from_today() -> None:
    trend = north("policies: {open-data: {since: 2024}}\n", by=By.MONTH)
    assert told(trend) == ["2024-06: 1 +1 -0, 0 +0 -0"]
    assert trend.lines[0].selections.new_by_then == 1


def test_an_end_that_is_not_exact_is_told_too() -> None:
    trend = north("policies: {open-data: {since: 2022-01, until: 2023}}\n", by=By.MONTH)
    ends = [line for line in trend.lines if line.selections.ended]
    assert [(line.period, line.selections.ended_by_then) for line in ends] == [("2023-12", 1)]


def test_what_is_dated_after_today_is_in_no_line() -> None:
    trend = north(
        "policies:\n"
        "  open-data: {since: 2024-06-11}\n"
        "  dig-once: {since: 2024-06-09, until: 2024-06-11}\n"
        "steps: {letter: {status: completed, since: 2025}}\n"
    )
    assert told(trend) == ["2024: 1 +1 -0, 0 +0 -0"]
    assert trend.apart
    assert (trend.apart.later, trend.apart.ending_later) == (Pair(1, 1), Pair(1, 0))


def test_an_end_before_the_beginning_counts_for_nothing() -> None:
    trend = north("policies: {open-data: {since: 2023, until: 2022}}\n")
    assert told(trend) == ["2023: 0 +1 -1, 0 +0 -0", "2024: 0 +0 -0, 0 +0 -0"]


def test_since_cuts_the_beginning_and_keeps_what_was_before() -> None:
    city = "policies: {open-data: {since: 2021}, dig-once: {since: 2023}}\n"
    trend = north(city, since="2022-05")
    assert told(trend)[0] == "2022: 1 +0 -0, 0 +0 -0"
    assert trend.before == Pair(1, 0)
    assert north(city, since="2001").before == Pair(0, 0)


def test_a_practised_policy_is_no_selection() -> None:
    trend = north("policies: {open-data: {chosen: unknown, since: 2022}}\n")
    assert (trend.lines, trend.in_all) == ((), Pair(0, 0))


def test_a_selection_outside_the_columns_is_told_and_not_counted() -> None:
    files = {
        "data/policies/other.yaml": "name: Other\nsources: [paper]\n",
        OSLO_PATH: OSLO.replace("  open-data:\n", "  other: {since: 2022}\n"),
    }
    trend = trend_of(alliance_of(files), "north")
    assert (trend.lines, trend.in_all.selections) == ((), 0)
    assert trend.apart
    assert trend.apart.outside == 1
    assert trend_of(alliance_of(files)).in_all.selections == 1


def test_a_policy_counts_its_own_steps() -> None:
    city = OSLO.replace(
        "  open-data:\n",
        "  open-data: {since: 2021, steps: {letter: {status: completed, since: 2022}}}\n"
        "  dig-once: {since: 2020, until: 2023, steps: {plan: {status: completed, since: 2020}}}\n",
    )
    alliance = alliance_of({OSLO_PATH: city})
    assert told(trend_of(alliance, "open-data"))[:2] == [
        "2021: 1 +1 -0, 0 +0 -0",
        "2022: 1 +0 -0, 1 +1 -0",
    ]
    assert told(trend_of(alliance, "dig-once"))[-2:] == [
        "2023: 0 +0 -1, 0 +0 -1",
        "2024: 0 +0 -0, 0 +0 -0",
    ]


def test_a_step_counts_only_on_a_track_that_the_city_walks() -> None:
    other = "name: Bergen\ncountry: 'NO'\nsources: [paper]\n"
    alliance = alliance_of({"data/cities/bergen.yaml": other})
    assert trend_of(alliance).in_all == Pair(1, 1)
    assert trend_of(alliance, "oslo").in_all == Pair(1, 1)
    assert trend_of(alliance, "bergen").in_all == Pair(0, 0)


MEETINGS = (
    "name: North\ncolumns: [open-data]\nsources: [paper]\n"
    "meetings: [{date: 2021-02}, {date: 2022-05-01, kind: board}, {date: 2099}]\n"
)


def test_meetings_are_those_of_the_region() -> None:
    files = {
        "data/regions/north.yaml": MEETINGS,
        OSLO_PATH: OSLO.replace("  open-data:\n", "  open-data: {since: 2022-05-01}\n"),
    }
    trend = trend_of(alliance_of(files), "north", by=By.MEETING)
    assert [(line.period, line.title, line.selections.new) for line in trend.lines] == [
        ("2022-05-01", "board", 1),
        ("2024-06-10", "since the last meeting", 0),
    ]


@pytest.mark.parametrize(
    ("key", "meeting", "message"),
    [
        ("open-data", "", "--by meeting needs a region"),
        ("oslo", "", "no meeting is on record; add it under `meetings` in data/regions/north"),
        ("", "", "--by meeting needs a region"),
        (
            "north",
            "",
            "no meeting is on record; add it under `meetings` in data/regions/north.yaml",
        ),
        ("north", "2024-07", "no meeting was held by today; add it under `meetings` in data/"),
    ],
)
def test_without_meetings_the_cure_is_told(key: str, meeting: str, message: str) -> None:
    region = "name: North\nsources: [paper]\n"
    region += f"meetings: [{{date: {meeting}}}]\n" if meeting else ""
    with pytest.raises((UsageError, CannotRunError), match=message):
        trend_of(alliance_of({"data/regions/north.yaml": region}), key, by=By.MEETING)


def adds_up(trend: Trend) -> None:
    """The news make the total, and the total is that of the report but for what is told apart."""
    apart = trend.apart
    assert apart
    for measure in ("selections", "steps"):
        total = getattr(trend.before, measure)
        for line in trend.lines:
            count = getattr(line, measure)
            assert count.total == total + count.new - count.ended
            assert count.new_by_then <= count.new
            assert count.ended_by_then <= count.ended
            total = count.total
        pairs = (apart.undated, apart.later)
        kept_apart = sum(getattr(pair, measure) for pair in pairs)
        in_all = total + kept_apart - getattr(apart.ending_later, measure)
        assert in_all == getattr(trend.in_all, measure)


@pytest.mark.parametrize("root", [ROOT, HEALTH, ROOT / "tests/alliances/handwritten"])
def test_the_totals_are_those_of_the_reports(root: Path) -> None:
    alliance = check(Worktree(root), TODAY).alliance

    def edition() -> Edition:
        return Edition(alliance, Wish("en", TODAY))

    for region in alliance.regions.values():
        report, trend = region_report(edition(), region), trend_of(alliance, region.key)
        done = {each.id for each in alliance.settings.statuses if each.cls == "done"}
        legend = report.steps.legend if report.steps else ()
        steps = sum(line.cells for line in legend if line.status in done)
        assert trend.in_all == Pair(report.policies.total, steps)
        adds_up(trend)
    for policy in alliance.policies.values():
        trend = trend_of(alliance, policy.key)
        assert trend.in_all.selections == policy_report(edition(), policy).selected_by
        adds_up(trend)
    trend = trend_of(alliance)
    assert trend.in_all.selections == overview(edition()).selections
    adds_up(trend)


DAYS = st.dates(TODAY - timedelta(days=900), TODAY + timedelta(days=60))


@st.composite
def whens(draw: st.DrawFn) -> When | None:
    first, last = sorted((draw(DAYS), draw(DAYS)))
    return draw(
        st.sampled_from(
            [
                None,
                When("a day", first, first),
                When("a span", first, last),
                When("by then", None, last),
                When("from then", first, None),
            ]
        )
    )


def city(key: str, dates: Mapping[str, tuple[When | None, When | None]]) -> CityBrief:
    states = {name: StateBrief("completed", *each) for name, each in dates.items()}
    return CityBrief(
        kind=Kind.CITY,
        id=key,
        path=key,
        names={},
        country="NO",
        selections={name: SelectionBrief(True, state, {}) for name, state in states.items()},  # noqa: FBT003
    )


@given(
    st.lists(st.dictionaries(st.sampled_from("abc"), st.tuples(whens(), whens())), max_size=4),
    st.sampled_from([By.MONTH, By.QUARTER, By.YEAR]),
    st.none() | DAYS,
)
def test_a_total_goes_down_only_by_what_ended(
    cities: list[dict[str, tuple[When | None, When | None]]], by: By, since: date | None
) -> None:
    briefs = [city(f"city-{number}", dates) for number, dates in enumerate(cities)]
    alliance = link(InMemory({}), NO_SETTINGS, briefs)
    start = min(since, TODAY) if since else None
    trend = trend_of(alliance, by=by, since=str(start or ""))
    adds_up(trend)
    if not any(until for dates in cities for _, until in dates.values()):
        totals = [line.selections.total for line in trend.lines]
        assert totals == sorted(totals)
        assert not any(line.selections.ended for line in trend.lines)
    assert all(
        one.last < other.last for one, other in zip(trend.lines, trend.lines[1:], strict=False)
    )
    assert not trend.lines or trend.lines[-1].last == str(TODAY)
