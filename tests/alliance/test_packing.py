"""Briefs come back from what is kept of them, whatever signs their texts hold."""

import json
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from gsca_cli.alliance.brief import CityBrief, MembershipBrief, SelectionBrief, StateBrief
from gsca_cli.alliance.packing import pack, unpack
from gsca_cli.alliance.references import References
from gsca_cli.kinds import Kind
from gsca_cli.records.when import When

odd = st.text(alphabet='a|#[] /"0\\,é', max_size=4)
"""Texts of the signs that part what is packed."""
maybe = st.none() | odd
when = st.none() | st.sampled_from(["2021", "../2022-06", "2021-04/..", "2020-02-29"]).map(
    When.parse
)
mentions = st.lists(
    st.tuples(odd, odd, st.lists(odd | st.integers(0, 99), max_size=3).map(tuple), st.booleans())
)
states = st.builds(StateBrief, maybe, when, when)
steps = st.dictionaries(odd, states, max_size=2)


@given(
    mentions,
    st.sampled_from([10, 255, 256, 100_000]),
    st.dictionaries(
        odd,
        st.builds(MembershipBrief, maybe, maybe, maybe, when, when, st.booleans()),
        max_size=2,
    ),
    st.dictionaries(odd, st.builds(SelectionBrief, st.booleans(), states, steps), max_size=2),
    steps,
)
def test_a_brief_comes_back(
    mentioned: list[tuple[str, str, tuple[str | int, ...], bool]],
    column: int,
    memberships: dict[str, MembershipBrief],
    selections: dict[str, SelectionBrief],
    steps: dict[str, StateBrief],
) -> None:
    spots = [(line, column, column + 1) for line in range(1, len(mentioned) + 1)]
    city = CityBrief(
        kind=Kind.CITY,
        id="oslo",
        path="data/cities/oslo.yaml",
        names={"en": "Oslo"},
        references=References.of("data/cities/oslo.yaml", mentioned, spots),
        country="NO",
        memberships=memberships,
        selections=selections,
        steps=steps,
        # Whatever it is: a fact that needs no text.
        has_dated_notes=bool(steps),
    )
    moss = replace(city, id="moss", names={}, degrees=None, country="SE", steps={})
    for one, again in zip(
        [city, moss], unpack(json.loads(json.dumps(pack([city, moss])))), strict=True
    ):
        assert again == one
        assert list(again.references) == list(one.references)
