import pytest
from editions import OSLO, between, city, oslo, since

from gsca_cli.analysis.moved.moved import Moved
from gsca_cli.analysis.moved.selections import cell_mark, selection_moved


def seen(moved: Moved | None) -> str:
    """What happened, in short."""
    if moved is None:
        return ""
    statuses = [each.id if each else "-" for each in (moved.before, moved.after)]
    return (
        " ".join([moved.what.value, *statuses, str(moved.when or "-")]) + " perhaps" * moved.perhaps
    )


def policy(state: str | None) -> dict[str, str]:
    """A city that says something of a policy; None: it does not name it."""
    return {OSLO: city("" if state is None else f"policies: {{open-data: {state}}}\n")}


PRACTISED = "{chosen: unknown}"
BETWEEN: list[tuple[str | None, str | None, str, str]] = [
    (None, None, "", ""),
    ("", "", "", ""),
    (None, "", "selected - - -", "new"),
    (None, "{since: 2023}", "selected - - 2023", "new"),
    (None, "in-progress", "selected - in-progress -", "new"),
    (PRACTISED, "", "selected - - -", "new"),
    ("{until: 2021}", "", "selected - - -", "new"),
    ("", "{until: 2023}", "withdrawn - - 2023", "withdrawn"),
    (None, "{until: 2023}", "withdrawn - - 2023", "withdrawn"),
    (PRACTISED, "{until: 2023}", "withdrawn - - 2023", "withdrawn"),
    ("{until: 2022}", "{until: 2023}", "", ""),
    ("", None, "unlisted - - -", "withdrawn"),
    ("{until: 2021}", None, "", ""),
    (PRACTISED, None, "", ""),
    # It was counted, and is so no more; but nobody withdrew anything.
    ("", PRACTISED, "practised - - -", "withdrawn"),
    (None, PRACTISED, "practised - - -", ""),
    (PRACTISED, PRACTISED, "", ""),
    (PRACTISED, "{chosen: unknown, status: completed}", "known - completed -", ""),
    ("to-be-developed", "in-progress", "advanced to-be-developed in-progress -", "advanced"),
    ("completed", "in-progress", "back completed in-progress -", "back"),
    ("completed", "unknown", "unknown completed unknown -", "unknown"),
    ("completed", "", "unknown completed unknown -", "unknown"),
    ("", "completed", "known - completed -", "new"),
    ("unknown", "completed", "known unknown completed -", "new"),
    # A date that is found makes nothing new that was selected all the time.
    ("", "{since: 2020}", "", ""),
    ("completed", "{status: completed, since: 2020}", "", ""),
    (
        "{status: in-progress, since: 2020}",
        "{status: in-progress, since: 2023}",
        "dated - in-progress 2023",
        "new",
    ),
]


@pytest.mark.parametrize(("then", "now", "expected", "mark"), BETWEEN)
def test_a_selection_moves_from_one_snapshot_to_another(
    then: str | None, now: str | None, expected: str, mark: str
) -> None:
    edition = between(policy(then), policy(now))
    assert seen(selection_moved(edition, oslo(edition), "open-data")) == expected
    assert cell_mark(edition, oslo(edition), "open-data") == mark


DATED: list[tuple[str | None, str, str]] = [
    (None, "", ""),
    ("", "", ""),
    ("{since: 2023}", "selected - - 2023", "new"),
    ("{since: 2022}", "selected - - 2022 perhaps", "perhaps"),
    ("{since: 2021}", "", ""),
    ("{as_of: 2023}", "", ""),
    ("{status: in-progress, since: 2023}", "dated - in-progress 2023", "new"),
    ("{until: 2023}", "withdrawn - - 2023", "withdrawn"),
    ("{until: 2022}", "withdrawn - - 2022 perhaps", "perhaps withdrawn"),
    ("{until: 2021, since: 2020}", "", ""),
    ("{chosen: unknown, since: 2023}", "practised - - 2023", ""),
]


@pytest.mark.parametrize(("now", "expected", "mark"), DATED)
def test_by_dates_a_selection_moved_if_they_say_so(
    now: str | None, expected: str, mark: str
) -> None:
    edition = since("2022-05", policy(now))
    assert seen(selection_moved(edition, oslo(edition), "open-data")) == expected
    assert cell_mark(edition, oslo(edition), "open-data") == mark


def test_nothing_is_said_of_a_city_that_could_not_be_read() -> None:
    edition = between({OSLO: "name: [\n"}, policy("completed"))
    assert selection_moved(edition, oslo(edition), "open-data") is None
    assert cell_mark(edition, oslo(edition), "open-data") == ""


def test_a_policy_or_a_city_with_another_id_is_the_same() -> None:
    then = {
        **policy("in-progress"),
        "data/policies/open-data.yaml": "name: Open Data\nsources: [paper]\n",
    }
    now = {
        OSLO: None,
        "data/cities/kristiania.yaml": city(
            "policies: {free-data: completed}\nformer_ids: [oslo]\n", "Kristiania"
        ),
        "data/policies/open-data.yaml": None,
        "data/policies/free-data.yaml": "name: Free Data\nformer_ids: [open-data]\n",
    }
    edition = between(then, now)
    brief = edition.alliance.cities["kristiania"]
    moved = selection_moved(edition, brief, "free-data")
    assert seen(moved) == "advanced in-progress completed -"
