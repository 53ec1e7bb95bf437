"""Lines that came before are looked up where they come again, and mean there what they did."""

import pytest

from gsca_cli.alliance.at_a_glance import lines as module
from gsca_cli.alliance.at_a_glance.fits import fits
from gsca_cli.alliance.at_a_glance.lines import Content, LinesOf
from gsca_cli.alliance.at_a_glance.seen import DoubtError
from gsca_cli.documents.plain import NotPlainError, is_plain
from gsca_cli.kinds import Kind

CITY = """\
# Kept by hand.
name: Oslo
country: 'NO'

policies:
  dig-once: {since: 2022}
  open-data:
    since: 2022
    sources:
      - paper
  clean-air:
    since: 2022
    sources:
      - paper
notes:
  - date: 2021
    text: It is so.
  - text: It is so.
sources: [paper]
"""


def lines_of_cities() -> LinesOf:
    return LinesOf(fits().of_kind(Kind.CITY), lambda _: False)


def read(lines: LinesOf, text: str) -> Content:
    walk = lines.walk(text.split("\n"))
    lines.learn()
    return lines.content("data/cities/oslo.yaml", walk)


def told(content: Content) -> list[str]:
    """What is mentioned, with its route and its place."""
    return [
        f"{each.target} {each.id} {'.'.join(map(str, each.route))} {each.spot}"
        for each in content.references
    ]


def test_one_line_means_something_else_elsewhere() -> None:
    lines = lines_of_cities()
    first = told(read(lines, CITY))
    assert first == [
        "policy dig-once policies.dig-once (6, 3, 11)",
        "policy open-data policies.open-data (7, 3, 12)",
        "source paper policies.open-data.sources.0.source (10, 9, 14)",
        "policy clean-air policies.clean-air (11, 3, 12)",
        "source paper policies.clean-air.sources.0.source (14, 9, 14)",
        "source paper sources.0.source (19, 11, 16)",
    ]
    assert [told(read(lines, CITY)) for _ in range(3)] == [first] * 3


def test_what_a_line_says_is_worked_out_until_it_came_twice(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Once is no reason to keep it: most names come once."""
    worked_out: list[str] = []

    def noted(line: str) -> bool:
        worked_out.append(line)
        return is_plain(line)

    monkeypatch.setattr("gsca_cli.alliance.at_a_glance.meaning.is_plain", noted)
    lines = lines_of_cities()
    number_of_lines = len(CITY.split("\n"))
    # Two are blank, at one place: the first time, they are looked at together.
    for number in (number_of_lines - 1, number_of_lines - 2, 0, 0):
        read(lines, CITY)
        assert len(worked_out) == number
        worked_out.clear()
    read(lines, CITY.replace("name: Oslo", "name: Bergen"))
    assert worked_out == ["name: Bergen"]


def test_an_entry_that_holds_nothing_is_known_to_be_empty_only_in_the_end() -> None:
    lines = lines_of_cities()
    for policy in ("", " {since: 2022}", "\n    since: 2022", "\n    # Nothing."):
        for end in ("\n", "\nsources: [paper]\n"):
            text = f"name: Oslo\ncountry: 'NO'\npolicies:\n  dig-once:{policy}{end}"
            for _ in range(3):
                state = read(lines, text).values["policies"]["dig-once"].state
                assert str(state.since or "") == ("2022" if "2022" in policy else "")


@pytest.mark.parametrize(
    "text",
    [
        "location:\n",
        "location:\nsources: [paper]\n",
        "policies:\n  dig-once:\n   since: 2022\n  status: [\n",
        "sources:\n" + "  - paper\n" * 200,
        "sources:\n  - paper\n - paper\n",
        "notes:\n  - - text: It is so.\n",
        "name: Oslo\n",
    ],
)
def test_what_is_in_doubt_once_is_so_again(text: str) -> None:
    lines = lines_of_cities()
    for _ in range(3):
        with pytest.raises((DoubtError, NotPlainError)):
            read(lines, f"name: Oslo\ncountry: 'NO'\n{text}")


def test_places_are_forgotten_where_files_have_little_in_common(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(module, "_MOST_PLACES", 100)
    lines = lines_of_cities()
    for number in range(200):
        text = CITY.replace("open-data", f"policy-{number}")
        assert f"policy policy-{number}" in str(told(read(lines, text)))
        assert lines._begin.tally.places < 120  # noqa: SLF001 (nothing else tells)
