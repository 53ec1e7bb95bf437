"""How a record that is missing is added by hand."""

import pytest
from small_alliance import OSLO, findings, hints

from gsca_cli.alliance.dangling.new_records import how_to_add
from gsca_cli.kinds import Kind

OSLO_PATH = "data/cities/oslo.yaml"


@pytest.mark.parametrize(
    ("word", "added"),
    [
        (
            "https://www.oslo.no/plan",
            (
                "add a file `data/sources/oslo-no.yaml` with `title: ...` and "
                "`link: https://www.oslo.no/plan`, and write `oslo-no` here"
            ),
        ),
        (
            "The Annual Report",
            (
                "add a file `data/sources/the-annual-report.yaml` with `title: The Annual Report`, "
                "and write `the-annual-report` here"
            ),
        ),
        ("annual-report", "add a file `data/sources/annual-report.yaml` with `title: ...`"),
    ],
)
def test_a_source_that_is_missing_can_be_added_without_a_command(word: str, added: str) -> None:
    (hint,) = hints({OSLO_PATH: OSLO.replace("[paper]", f"[{word}]")})
    assert hint.endswith(f" => there are: paper; or {added}")


def test_the_file_that_is_to_be_added_makes_the_link_a_source() -> None:
    cited = {OSLO_PATH: OSLO.replace("[paper]", "[oslo-no]")}
    source = "title: ...\nlink: https://www.oslo.no/plan\n"
    assert findings({**cited, "data/sources/oslo-no.yaml": source}) == []


@pytest.mark.parametrize(
    ("kind", "word", "taken", "added"),
    [
        (Kind.POLICY, "zoning", [], "`data/policies/zoning.yaml` with `name: ...` and {sources}"),
        (
            Kind.TRACK,
            "ladder",
            [],
            (
                "`data/tracks/ladder.yaml` with `name: ...`, `walked_by: ...`, `steps: ...` "
                "and {sources}"
            ),
        ),
        (
            Kind.POLICY,
            "Zoning: a plan",
            [],
            (
                "`data/policies/zoning-a-plan.yaml` with `name: 'Zoning: a plan'` and {sources}, "
                "and write `zoning-a-plan` here"
            ),
        ),
        (
            Kind.SOURCE,
            "https://www.oslo.no/a",
            ["oslo-no", "oslo-no-2"],
            (
                "`data/sources/oslo-no-3.yaml` with `title: ...`, `link: https://www.oslo.no/a` and"
                " {sources}, and write `oslo-no-3` here"
            ),
        ),
        (
            Kind.SOURCE,
            f"https://oslo.no/{'a' * 200}",
            [],
            (
                "`data/sources/oslo-no.yaml` with `title: ...`, `link: ...` and {sources}, "
                "and write `oslo-no` here"
            ),
        ),
        (
            Kind.SOURCE,
            "年次報告",
            [],
            (
                "`data/sources/ID.yaml` with `title: 年次報告` and {sources}, and write `ID` here; "
                "in place of ID, a name in small letters and hyphens"
            ),
        ),
    ],
)
def test_the_file_holds_what_such_a_record_must_say(
    kind: Kind, word: str, taken: list[str], added: str
) -> None:
    told = how_to_add(kind, word, taken, cites=True)
    assert told == "add a file " + added.format(sources="`sources: [...]`")


def test_a_long_title_gives_an_id_of_its_first_words() -> None:
    title = "An Annual Report on the Adoption of Model Policies by Cities in Two Regions"
    told = how_to_add(Kind.SOURCE, title, [], cites=False)
    assert told.startswith("add a file `data/sources/an-annual-report-on-the-adoption-of-model-")
    assert f"`title: {title}`" in told


def test_a_link_is_no_policy() -> None:
    assert how_to_add(Kind.POLICY, "https://oslo.no/plan", [], cites=True) == ""
