import pytest
from small_alliance import FILES, OSLO, findings, hints, related

OSLO_PATH = "data/cities/oslo.yaml"
OPEN_DATA = "data/policies/open-data.yaml"


def changes(selection: str, releases: str) -> dict[str, str | bytes | None]:
    """Oslo with such a selection of a policy with such releases."""
    return {
        OSLO_PATH: OSLO.replace("  open-data:\n", f"  open-data: {{{selection}}}\n"),
        OPEN_DATA: f"{FILES[OPEN_DATA]}releases: {releases}\n",
    }


def test_a_selection_of_an_unreleased_policy_is_reported_at_its_key() -> None:
    unreleased = changes("", "[]")
    assert findings(unreleased) == [
        (
            f"{OSLO_PATH}:6:3 selected-before-release: "
            "`open-data` is selected, but no version of it has been released"
        )
    ]
    assert related(unreleased) == [[f"{OPEN_DATA}:4:1 unreleased here"]]
    assert hints(unreleased) == [
        (
            f"{OSLO_PATH}:6:3 selected-before-release => "
            "add the release to the record of the policy, or allow it here with a reason"
        )
    ]


def test_a_selection_before_the_first_release_is_reported_at_its_date() -> None:
    releases = "[{version: '2', date: 2023-06-10}, {version: '1', date: 2022-06}, {date: 2024-01}]"
    early = changes("status: completed, since: 2022-05", releases)
    assert findings(early) == [
        (
            f"{OSLO_PATH}:6:41 selected-before-release: "
            "`since: 2022-05` lies before the first release of `open-data`"
        )
    ]
    assert related(early) == [[f"{OPEN_DATA}:4:67 first released here"]]
    assert hints(early) == [
        (
            f"{OSLO_PATH}:6:41 selected-before-release => "
            "correct this date, or add the earlier release to the record of the policy"
        )
    ]


@pytest.mark.parametrize(
    ("since", "release", "early"),
    [
        ("2022-05-31", "2022-06-01", True),
        ("2022-06-01", "2022-06-01", False),
        ("2022-05", "2022-06", True),
        ("2022-06", "2022-06", False),
        ("2022", "2022-06", False),
        ("2021", "2022", True),
        ("../2021", "2022", True),
        ("2021/..", "2022", False),
        ("2021", "../2022", False),
        ("2021", "2022/..", True),
    ],
)
def test_dates_count_only_if_they_can_be_read_in_no_other_way(
    since: str,
    release: str,
    early: bool,  # noqa: FBT001 (a column of the table)
) -> None:
    found = findings(changes(f"since: {since}", f"[{{date: {release}}}]"))
    assert len(found) == early


@pytest.mark.parametrize(
    ("selection", "releases"),
    [
        ("", "[{date: 2022}]"),
        ("since: 2021", "[{version: '1'}]"),
        ("since: 2021", "[{version: '1'}, {date: 2022}]"),
        ("since: 2021", "[{date: 2022}, {date: ../2023}]"),
        ("since: 2021, chosen: unknown", "[{date: 2022}]"),
        ("since: 2021, until: 2023", "[{date: 2022}]"),
        ("chosen: unknown", "[]"),
        ("until: 2023", "[]"),
        ("as_of: 2021", "[{date: 2022}]"),
        ("since: 2021", ""),
        ("", ""),
    ],
)
def test_what_is_not_known_or_does_not_stand_says_nothing(selection: str, releases: str) -> None:
    found = findings(changes(selection, releases))
    assert [each for each in found if "empty-field" not in each] == []


def test_each_city_and_each_policy_is_looked_at() -> None:
    both = changes("since: 2021", "[{date: 2022}]")
    both["data/policies/dig-once.yaml"] = f"{FILES['data/policies/dig-once.yaml']}releases: []\n"
    both["data/cities/bergen.yaml"] = (
        "name: Bergen\ncountry: 'NO'\nsources: [paper]\n"
        "policies:\n  open-data: {since: 2021-05}\n  dig-once:\n"
    )
    places = [each.partition(" ")[0] for each in findings(both)]
    assert places == [
        "data/cities/bergen.yaml:5:22",
        "data/cities/bergen.yaml:6:3",
        "data/cities/oslo.yaml:6:22",
    ]
