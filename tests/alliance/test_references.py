import pickle
from itertools import groupby

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gsca_cli.alliance import references
from gsca_cli.alliance.references import (
    Mention,
    OnLine,
    Reference,
    References,
    mentions_of_all,
)
from gsca_cli.documents.document import Spot

PATH = "data/cities/oslo.yaml"
ids = st.sampled_from(["oslo", "paper", "é"])
mention_lists = st.tuples(
    st.sampled_from(["source", "step"]),
    ids,
    st.lists(ids | st.integers(0, 3), max_size=3).map(tuple),
    st.booleans(),
)
lines = st.integers(1, 5) | st.sampled_from([255, 256, 70_000])
columns = st.sampled_from([1, 20, 255, 256, 100_000])
placed = st.lists(st.tuples(mention_lists, st.tuples(lines, columns, columns)), max_size=8).map(
    lambda found: sorted(found, key=lambda pair: pair[1])
)
Placed = list[tuple[Mention, Spot]]


def of(placed: Placed) -> References:
    return References.of(PATH, [mention for mention, _ in placed], [spot for _, spot in placed])


@given(placed)
def test_what_goes_in_comes_out_at_its_place(placed: Placed) -> None:
    kept = of(placed)
    assert list(kept) == [
        Reference(target, text, route, PATH, spot) for (target, text, route, _), spot in placed
    ]
    assert list(kept.mentions) == [mention for mention, _ in placed]
    assert list(kept.lines) == [line for line, _ in groupby(spot[0] for _, spot in placed)]
    assert kept == of(placed)


@given(placed, placed)
def test_only_what_is_the_same_is_equal(one: Placed, other: Placed) -> None:
    assert (of(one) == of(other)) == (one == other)


@given(placed)
def test_another_process_has_numbers_of_its_own(placed: Placed) -> None:
    sent = pickle.dumps(of(placed))
    expected = list(of(placed))
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(references, "_on_lines", [])
        patch.setattr(references, "_numbers", {})
        # What came first there has the lowest number.
        OnLine.of([("source", "minutes", ("sources", 0), False)], [5, 12])
        again = pickle.loads(sent)  # noqa: S301 (it is our own)
        assert list(again) == expected
        assert again == of(placed)


@pytest.mark.parametrize("number", [0, 0xFFFF, 0x10000, 1 << 30])
@pytest.mark.parametrize("line", [1, 0xFF, 0x100, 1 << 30])
def test_any_line_and_any_number_can_be_kept(line: int, number: int) -> None:
    on_lines = [OnLine((), b"", 3), OnLine((), b"", number)]
    kept = References.on(PATH, [1, line], on_lines)
    assert list(kept.lines) == [1, line]
    assert list(kept.numbers) == [3, number]


def test_a_line_takes_three_bytes() -> None:
    found: Placed = [
        (("source", "paper", ("sources", each), False), (each + 1, 5, 10)) for each in range(20)
    ]
    one, same, more = of(found[:10]), of(found[:10]), of(found)
    assert (len(one.packed), len(more.packed)) == (30, 60)
    assert all(a is b for a, b in zip(one.on_lines, same.on_lines, strict=True))


def test_what_records_have_in_common_comes_once() -> None:
    paper: Mention = ("source", "paper", ("sources", 0), False)
    minutes: Mention = ("source", "minutes", ("sources", 1), False)
    oslo = of([(paper, (3, 5, 10)), (minutes, (4, 5, 12))])
    moss = of([(paper, (7, 5, 10))])
    assert sorted(mentions_of_all([oslo, moss, References()])) == [minutes, paper]
