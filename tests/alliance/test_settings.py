"""What is kept of `gsca.yaml`: the same, whether its fields were read closely or at a glance."""

from typing import Any

import pytest

from gsca_cli.alliance.settings import Position, Settings, Status, settings_of, settings_of_record
from gsca_cli.records import settings

NAME = {"und": "Test Alliance"}
DONE = {"id": "done", "name": NAME, "symbol": "x", "class": "done", "former_ids": ["ready"]}
UNCLEAR = {"id": "unclear", "name": NAME, "symbol": "?", "class": "unknown", "colour": "#757575"}

GIVEN: dict[str, tuple[dict[str, Any], Settings]] = {
    "a name alone": ({}, Settings(NAME, given=frozenset({"name"}))),
    "a language": ({"language": "ja"}, Settings(NAME, "ja", given=frozenset({"name", "language"}))),
    "statuses": (
        {"statuses": [DONE, UNCLEAR]},
        Settings(
            NAME,
            statuses=(
                Status("done", NAME, "x", "done", former_ids=("ready",)),
                Status("unclear", NAME, "?", "unknown", "#757575"),
            ),
            given=frozenset({"name", "statuses"}),
        ),
    ),
    "roles": (
        {"roles": [{"id": "guest", "name": NAME, "counts": False}]},
        Settings(
            NAME, roles=(Position("guest", NAME, counts=False),), given=frozenset({"name", "roles"})
        ),
    ),
    "checks": (
        {"checks": {"stale-state": "silent"}},
        Settings(NAME, checks={"stale-state": "silent"}, given=frozenset({"name", "checks"})),
    ),
    "what is not kept": (
        {"link": "https://example.org", "sources": ["paper"]},
        Settings(NAME, given=frozenset({"name", "link", "sources"})),
    ),
}


@pytest.mark.parametrize(("more", "kept"), GIVEN.values(), ids=GIVEN)
def test_what_alliances_use_is_kept_of_a_record(more: dict[str, Any], kept: Settings) -> None:
    record = settings.Settings.model_validate({"name": "Test Alliance", **more})
    assert settings_of_record(record) == kept


def test_the_words_that_are_given_by_nobody_are_those_of_the_model() -> None:
    record = settings.Settings.model_validate({"name": "Test Alliance"})
    every = {name: [vars(each) for each in getattr(record, name)] for name in WORDS}
    kept, usual = settings_of({"name": NAME, **every}), Settings(NAME)
    assert [getattr(kept, name) for name in WORDS] == [getattr(usual, name) for name in WORDS]


WORDS = ("statuses", "roles", "standings")


def test_of_two_statuses_with_one_id_the_first_has_its_class() -> None:
    two = (Status("a", NAME, "x", "done"), Status("a", NAME, "y", "pending"))
    assert Settings(NAME, statuses=two).classes == {"a": "done"}
