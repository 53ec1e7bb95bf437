import pytest
from small_alliance import OSLO, checked

PATH = "data/cities/oslo.yaml"
EMPTY = "is called inferred, but nothing stands there"


def found_in(text: str) -> list[str]:
    return [
        f"{each.location.line}:{each.location.column}-{each.location.end_column} {each.message}"
        for each in checked({PATH: text}).findings
        if each.code == "stale-inference"
    ]


def inferred(reason: str, route: str = "steps.plan.since", text: str = OSLO) -> str:
    return f"{text}inferred:\n  {route}: {reason}\n"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            inferred("the paper says “as of May 2021”"),
            "12:3-19 `steps.plan.since` is `2022-05`, but the reason speaks of 2021",
        ),
        (
            inferred("{en: between 2019 and 2021, es: de 2019}"),
            "12:3-19 `steps.plan.since` is `2022-05`, but the reason speaks of 2019 and 2021",
        ),
        (
            inferred("said in 2023"),
            "12:3-19 `steps.plan.since` is `2022-05`, but the reason speaks of 2023",
        ),
        (
            inferred("said in 2019", "regions.north.joined"),
            "12:3-23 `regions.north.joined` is `2021`, but the reason speaks of 2019",
        ),
        (
            inferred("a guess", "subdivision", f"{OSLO}subdivision:\n"),
            f"13:3-14 `subdivision` {EMPTY}",
        ),
        (
            inferred("so it seems", text=OSLO.replace("since: 2022-05", "since: ")),
            f"12:3-19 `steps.plan.since` {EMPTY}",
        ),
    ],
)
def test_a_reason_that_outlives_its_value_is_told(text: str, expected: str) -> None:
    assert found_in(text) == [expected]


@pytest.mark.parametrize(
    "text",
    [
        OSLO,
        inferred("the paper says “as of May 2022”"),
        inferred("between 2019 and 2022"),
        inferred("no source says it"),
        inferred("page 20221 of 12022"),
        inferred("until 2021 at least", text=OSLO.replace("since: 2022-05", "since: ../2022")),
        inferred("still so in 2023", text=OSLO.replace("since: 2022-05", "since: 2022/..")),
        inferred("in 2023", text=OSLO.replace("since: 2022-05", "since: 2021/2024")),
        inferred("known since 2019", "country"),
        inferred("chosen in 2019", "policies.open-data"),
        inferred("said in 2019", "regions.north"),
        inferred("all of 2019", "."),
    ],
)
def test_a_reason_for_what_stands_there_is_left_alone(text: str) -> None:
    assert found_in(text) == []


@pytest.mark.parametrize(
    ("text", "cure"),
    [
        (
            inferred("said in 2019"),
            "delete this line if a source says the date; else write the reason for it",
        ),
        (
            inferred("a guess", "subdivision", f"{OSLO}subdivision:\n"),
            "delete this line, or write the value",
        ),
    ],
)
def test_the_cure_is_to_delete_the_reason_or_to_write_what_is_missing(text: str, cure: str) -> None:
    found = checked({PATH: text}).findings
    assert [each.hint for each in found if each.code == "stale-inference"] == [cure]


def test_of_a_field_that_is_gone_another_check_tells() -> None:
    found = checked({PATH: inferred("said in 2019", "steps.plan.until")}).findings
    assert [each.code for each in found] == ["unknown-route"]
