"""What a new record must say, by its kind."""

from collections.abc import Sequence

import pytest
from small_alliance import alliance_of

from gsca_cli.editing.assignment import assignments
from gsca_cli.editing.new_place import new_place
from gsca_cli.editing.required import missing, require_all
from gsca_cli.errors import UsageError
from gsca_cli.kinds import Kind

SETTINGS = alliance_of().settings


@pytest.mark.parametrize(
    ("kind", "names"),
    [
        (Kind.CITY, ["name", "country", "sources"]),
        (Kind.REGION, ["name", "sources"]),
        (Kind.POLICY, ["name", "sources"]),
        (Kind.PRINCIPLE, ["name", "sources"]),
        (Kind.TRACK, ["name", "walked_by", "steps", "sources"]),
        (Kind.PROGRAMME, ["name", "sources"]),
        (Kind.PARTNER, ["name", "sources"]),
        (Kind.SOURCE, ["title"]),
    ],
)
def test_each_kind_requires_some_fields(kind: Kind, names: Sequence[str]) -> None:
    assert missing(kind, (), SETTINGS) == names


@pytest.mark.parametrize(
    ("words", "names"),
    [
        (["name=Oslo"], ["country", "sources"]),
        (["name.en=Oslo", "sources+=paper"], ["country"]),
        (["name=", "country=NO", "sources-=paper"], ["name", "sources"]),
        (["country=NO", "sources=paper", "name=Oslo"], []),
    ],
)
def test_what_is_given_is_not_missing(words: Sequence[str], names: Sequence[str]) -> None:
    assert missing(Kind.CITY, assignments(words), SETTINGS) == names


def test_sources_are_required_only_where_their_check_is_an_error() -> None:
    settings = alliance_of(
        {"gsca.yaml": "name: Test\nchecks: {missing-source: warning}\n"}
    ).settings
    assert missing(Kind.CITY, (), settings) == ["name", "country"]


@pytest.mark.parametrize(
    ("kind", "words", "said"),
    [
        (
            Kind.CITY,
            [],
            (
                "a city needs name, country and sources, as in "
                "name='New York' country=JP sources=annual-report"
            ),
        ),
        (
            Kind.TRACK,
            ["name=T", "walked_by=city"],
            (
                "a track needs steps and sources, as in "
                "steps='[{id: plan, name: Plan}]' sources=annual-report"
            ),
        ),
        (Kind.SOURCE, [], "a source needs title, as in title='New York'"),
    ],
)
def test_all_that_is_missing_is_named_with_an_example(
    kind: Kind, words: Sequence[str], said: str
) -> None:
    with pytest.raises(UsageError) as raised:
        require_all(new_place(kind, "new-york"), assignments(words), SETTINGS)
    assert str(raised.value) == said
