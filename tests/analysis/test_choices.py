"""What a person may choose from while writing a record."""

import pytest
from gsca import ROOT
from small_alliance import TODAY, alliance_of

from gsca_cli.analysis.choices import choices
from gsca_cli.checking import check
from gsca_cli.errors import CannotRunError
from gsca_cli.kinds import Kind
from gsca_cli.snapshots.worktree import Worktree

PLAYBOOK = (
    "name: Playbook\nwalked_by: region\nsources: [paper]\n"
    "phases: [{id: start, name: The start}]\n"
    "steps: [{id: found, name: {en: Found it, es: Fundar}, phase: start}]\n"
)


def test_ids_come_with_their_names() -> None:
    found = choices(alliance_of(), Kind.CITY, {"overdue": "It is late."})
    assert found["policy"] == {"dig-once": "Dig Once", "open-data": "Open Data"}
    assert found["source"] == {"paper": "A paper"}
    assert found["cohort"] == {"first": "First cohort"}
    assert list(found["role"]) == ["member", "observer"]
    assert found["country"]["CO"] == "Colombia"
    assert found["check"] == {"overdue": "It is late."}


def test_a_city_and_a_region_walk_different_steps() -> None:
    alliance = alliance_of({"data/tracks/playbook.yaml": PLAYBOOK})
    assert choices(alliance, Kind.CITY, {})["step"] == {"letter": "Letter", "plan": "Plan"}
    region = choices(alliance, Kind.REGION, {})
    assert region["step"] == {"found": "Found it"}
    assert region["track"] == {"adoption": "Adoption"}
    assert region["phase"] == {"start": "The start"}


def test_names_are_in_the_language_of_the_alliance() -> None:
    changes = {
        "gsca.yaml": "name: {es: Alianza}\nlanguage: es\n",
        "data/tracks/playbook.yaml": PLAYBOOK,
    }
    found = choices(alliance_of(changes), Kind.REGION, {})
    assert found["step"] == {"found": "Fundar"}
    assert found["country"]["DE"] == "Alemania"


def test_statuses_and_steps_are_data() -> None:
    health = check(Worktree(ROOT / "tests" / "alliances" / "health"), TODAY).alliance
    found = choices(health, Kind.CITY, {})
    assert list(found["status"]) == [status.id for status in health.settings.statuses]
    assert "completed" not in found["status"]


@pytest.mark.parametrize("path", ["gsca.yaml", "data/tracks/adoption.yaml"])
def test_what_cannot_be_read_offers_nothing(path: str) -> None:
    alliance = alliance_of({path: "name:\n"})
    with pytest.raises(CannotRunError, match=f"{path} cannot be read"):
        choices(alliance, Kind.CITY, {})


@pytest.mark.parametrize("path", ["data/cities/oslo.yaml", "data/partners/uclg.yaml"])
def test_what_nothing_refers_to_may_be_broken(path: str) -> None:
    assert choices(alliance_of({path: "name:\n"}), Kind.CITY, {})["status"]
