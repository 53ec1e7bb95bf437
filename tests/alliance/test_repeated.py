from collections import Counter

from hypothesis import given
from hypothesis import strategies as st

from gsca_cli.alliance.repeated import repeated

few = st.integers(-70, 70)
hashes = st.one_of(few, st.sampled_from([-(2**63), 2**63 - 1]), st.integers(-(2**63), 2**63 - 1))


@given(st.lists(hashes))
def test_whatever_stands_twice_or_more_is_told(given: list[int]) -> None:
    assert repeated(given) == {each for each, number in Counter(given).items() if number > 1}
