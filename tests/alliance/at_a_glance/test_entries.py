"""Whatever came before at its place, a line says what it says where nothing did."""

from itertools import chain

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gsca_cli.alliance.at_a_glance.fits import fits
from gsca_cli.alliance.at_a_glance.lines import LinesOf
from gsca_cli.alliance.at_a_glance.seen import DoubtError
from gsca_cli.documents.plain import NotPlainError, entry_within
from gsca_cli.kinds import Kind

CITY = """\
name:
  en: Oslo
country: 'NO'
location: {lat: 59.9139, lon: 10.7522}
population: {value: 709037, as_of: 2023, sources: [paper]}
regions:
  north: {role: member, cohort: first, joined: 2021}
policies:
  clean-air: {status: completed, since: 2022}
  open-data:
    since: 2022-05
    steps:
      plan: {status: completed, since: 2022-05, sources: [paper, 'minutes']}
notes:
  - {date: 2021-04, text: It is so.}
  - text: It is so.
"""
WORDS = st.sampled_from(
    [
        *("Bergen", "2022-06", "2022", "60.5", "-5", "5.10", "0", "NO", "completed", "in-progress"),
        *("'It is, so'", "'2022'", "[paper]", "[minutes, paper]", "[paper, paper]", "{a: b}", ""),
        *("2022}", "paper, since: 2021", "Bergen  # so", "{lat: 1.5, lon: 2.5}", "[x, since: 2021"),
        "{status: completed, reviewed: {date: 2022, role: mayor}}",
        "{status: completed, status: completed}",
        "{since: 2022, status: in-progress, sources: [paper]}",
        "{value: 5, as_of: 2023}",
    ]
)


@st.composite
def other_city(draw: st.DrawFn) -> str:
    """The city with other words behind some of its colons."""
    text = CITY
    for _ in range(draw(st.integers(1, 3))):
        colons = [at for at in range(len(text)) if text.startswith(": ", at)]
        start = draw(st.sampled_from(colons)) + len(": ")
        ends = [at for at in range(start, len(text)) if text[at] in ",}\n"]
        end = draw(st.sampled_from(ends[:3]))
        text = text[:start] + draw(WORDS) + text[end:]
    return text


def lines_of_cities() -> LinesOf:
    return LinesOf(fits().of_kind(Kind.CITY), lambda _: False)


def seen(lines: LinesOf, text: str) -> object:
    """All that is seen in a file; None if that is in doubt."""
    try:
        walk = lines.walk(text.split("\n"))
        lines.learn()
        values, references, parts = lines.content("data/cities/oslo.yaml", walk)
    except (DoubtError, NotPlainError):
        return None
    met = [(each.texts, each.dates, each.states, each.supports, each.repeats) for each in parts]
    # Which of them files share depends on what came before.
    texts, dates, states, supports, repeats = zip(*met, strict=True)
    flat = [
        sorted(map(repr, chain.from_iterable(each))) for each in (texts, dates, states, supports)
    ]
    return values, list(references), flat, any(repeats)


@given(st.lists(other_city(), min_size=1, max_size=4))
def test_what_came_before_makes_no_difference(cities: list[str]) -> None:
    lines = lines_of_cities()
    for text in [CITY, *cities, *cities, CITY]:
        assert seen(lines, text) == seen(lines_of_cities(), text)


def test_an_entry_within_brackets_is_read_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """All but numbers: these hardly ever come again."""
    read: list[str] = []

    def noted(written: str, at: int) -> object:
        read.append(written[at:].partition(",")[0])
        return entry_within(written, at)

    monkeypatch.setattr("gsca_cli.alliance.at_a_glance.entries.entry_within", noted)
    lines = lines_of_cities()
    plan = "name: Oslo\ncountry: 'NO'\nsteps:\n  plan: {status: completed, since: %s}\n"
    place = "location: {lat: %s, lon: 5.5}\n"
    for since, lat in (("2021", "1.25"), ("2022", "2.25"), ("2023", "3.25"), ("2022", "1.25")):
        assert seen(lines, (plan + place) % (since, lat))
    assert read == ["status: completed", "since: 2022}", "lat: 2.25", "lon: 5.5}", "since: 2023}"]


@pytest.mark.parametrize(
    ("before", "then"),
    [
        ("{role: member, cohort: first}", "{role: member, cohort: first, role: member}"),
        ("{role: member, cohort: first}", "{role: member, cohort: first]"),
        ("{role: member, cohort: first}", "[role: member, cohort: first}"),
        ("{role: member, cohort: first}", "{role: member, , cohort: first}"),
        ("{role: 'mem, ber', cohort: first}", "{role: 'mem, cohort: first}"),
        ("{role: member, joined: 2021}", "{role: member, joined: 2021-13}"),
    ],
)
def test_known_entries_make_no_map_of_what_is_none(before: str, then: str) -> None:
    city = "name: Oslo\ncountry: 'NO'\nregions:\n  north: {}\n"
    lines = lines_of_cities()
    for _ in range(3):
        assert seen(lines, city.replace("{}", before))
        assert seen(lines, city.replace("{}", then)) is None


def test_what_an_entry_says_beside_ids_is_not_lost() -> None:
    text = "name: Oslo\ncountry: 'NO'\nsteps:\n  plan: {status: completed, note: It is so.}\n"
    lines = lines_of_cities()
    for _ in range(3):
        walk = lines.walk(text.split("\n"))
        lines.learn()
        found = lines.content("data/cities/oslo.yaml", walk)
        assert {"und": "It is so."} in [each for part in found.parts for each in part.texts]
