"""The words of an alliance, and the ids that they once had."""

import pytest
from small_alliance import FILES, alliance_of

from gsca_cli.alliance.words import find_word, former_words, words
from gsca_cli.errors import UsageError

TRACK = "data/tracks/adoption.yaml"
SETTINGS = "gsca.yaml"
WORDS = FILES[SETTINGS] + (
    "statuses:\n"
    "  - {id: unknown, name: Unknown, symbol: '?', class: unknown}\n"
    "  - {id: going, name: Under way, symbol: '~', class: active, former_ids: [in-progress]}\n"
    "roles: [{id: full, name: Member, former_ids: [member, fellow]}]\n"
)
STEPS = FILES[TRACK].replace("{id: plan, name: Plan}", "{id: draft, name: D, former_ids: [plan]}")
ALLIANCE = alliance_of({SETTINGS: WORDS, TRACK: STEPS})


def test_every_word_is_given_somewhere_or_built_in() -> None:
    found = {word.key: (word.owner and word.owner.path, word.route) for word in words(ALLIANCE)}
    assert found == {
        "status/unknown": (SETTINGS, ("statuses", 0)),
        "status/going": (SETTINGS, ("statuses", 1)),
        "role/full": (SETTINGS, ("roles", 0)),
        "standing/active": (None, ("standings", 0)),
        "standing/reactivation": (None, ("standings", 1)),
        "standing/paused": (None, ("standings", 2)),
        "standing/left": (None, ("standings", 3)),
        "step/letter": (TRACK, ("steps", 0)),
        "step/draft": (TRACK, ("steps", 1)),
    }


def test_former_ids_lead_to_those_of_today() -> None:
    assert former_words(ALLIANCE) == {
        ("status", "in-progress"): "going",
        ("role", "member"): "full",
        ("role", "fellow"): "full",
        ("step", "plan"): "draft",
    }


def test_an_id_that_a_word_has_is_its_own() -> None:
    both = STEPS.replace("{id: letter", "{id: plan")
    assert ("step", "plan") not in former_words(alliance_of({TRACK: both}))


@pytest.mark.parametrize(
    ("typed", "key"),
    [
        ("draft", "step/draft"),
        ("step/draft", "step/draft"),
        ("step/plan", "step/draft"),
        ("member", "role/full"),
        ("nothing", None),
        ("city/oslo", None),
        ("cohort/first", None),
    ],
)
def test_a_word_is_found_by_its_id_or_one_that_it_had(typed: str, key: str | None) -> None:
    found = find_word(ALLIANCE, typed)
    assert (found and found.key) == key


@pytest.mark.parametrize(
    ("typed", "message"),
    [
        ("step/nix", "no step `nix`; choose from letter, draft"),
        ("status/goin", "no status `goin`; did you mean `going`?"),
    ],
)
def test_a_word_that_there_is_not_has_a_cure(typed: str, message: str) -> None:
    with pytest.raises(UsageError) as raised:
        find_word(ALLIANCE, typed)
    assert str(raised.value) == message


def test_an_id_of_two_words_must_be_typed_in_full() -> None:
    steps = FILES[TRACK].replace("{id: plan", "{id: paused")
    with pytest.raises(UsageError) as raised:
        find_word(alliance_of({TRACK: steps}), "paused")
    assert str(raised.value) == (
        "`paused` is the id of 2 words: write standing/paused or step/paused"
    )
