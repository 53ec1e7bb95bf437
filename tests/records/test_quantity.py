import pytest
from hypothesis import given
from hypothesis import strategies as st

from gsca_cli.documents.scalars import WrittenFloat, WrittenInt
from gsca_cli.records.quantity import read_quantity

HOLDS: list[tuple[object, str, str, str]] = [
    (17, "=", "17", "16 18 0"),
    (0, "=", "0", "1"),
    ("17", "=", "17", "16 18"),
    ("<25", "<", "24 0", "25 26"),
    (">80", ">", "81 900", "80 79 0"),
    ("~33", "~", "30 33 36", "29 37 0"),
    ("~100", "~", "90 100 110", "89 111"),
    ("~0", "~", "0", "1"),
    (26.0, "=", "26", "25 27"),
    ("12.5", "=", "", "12 13"),
    ("<12.5", "<", "12", "13"),
]
"""A quantity, its relation, the counts that agree with it, and those that do not."""


@pytest.mark.parametrize(("value", "relation", "agreeing", "others"), HOLDS)
def test_a_count_agrees_with_a_quantity_or_not(
    value: object, relation: str, agreeing: str, others: str
) -> None:
    quantity = read_quantity(value)
    assert quantity.relation == relation
    assert str(quantity) == str(value)
    assert [number for number in agreeing.split() if not quantity.holds(int(number))] == []
    assert [number for number in others.split() if quantity.holds(int(number))] == []


@pytest.mark.parametrize(
    "value",
    [
        *(
            "",
            "<",
            "~",
            "25%",
            "< 25",
            "=25",
            "<=25",
            ">>1",
            "-1",
            "+1",
            "1,000",
            "1 000",
            ".5",
            "5.",
        ),
        *("\uff11\uff17", "17\n", "seventeen", "1e3", None, True, False, [17], {"x": 17}, -1, -0.5),
        *(float("nan"), float("inf"), WrittenInt.of("0x1F", 31), WrittenFloat.of("1e3", 1000.0)),
    ],
)
def test_what_is_no_quantity_is_refused(value: object) -> None:
    with pytest.raises(ValueError, match="is not a number"):
        read_quantity(value)


def test_a_quantity_keeps_its_spelling() -> None:
    assert str(read_quantity(WrittenFloat.of("1.10", 1.1))) == "1.10"
    assert read_quantity(WrittenFloat.of("1.10", 1.1)).number == 1.1


@given(st.integers(0, 10**9), st.sampled_from(["", "~"]))
def test_a_number_agrees_with_itself(number: int, sign: str) -> None:
    assert read_quantity(f"{sign}{number}").holds(number)
