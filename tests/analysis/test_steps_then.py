"""What was kept of the past, with the ids that steps have now."""

from small_alliance import FILES, OSLO, alliance_of

from gsca_cli.analysis.steps_then import StepsThen

TEXT = OSLO.replace("  open-data:\n", "  open-data: {steps: {plan: completed}}\n")
NORTH = FILES["data/regions/north.yaml"] + "steps: {plan: completed}\n"
THEN = alliance_of({"data/cities/oslo.yaml": TEXT, "data/regions/north.yaml": NORTH})
NOW = StepsThen({"plan": "draft"})


def test_states_stand_at_the_ids_that_steps_have_now() -> None:
    was, city = THEN.cities["oslo"], NOW.city(THEN.cities["oslo"])
    assert list(city.steps) == ["letter", "draft"]
    assert city.steps["draft"] == was.steps["plan"]
    assert list(city.selections["open-data"].steps) == ["draft"]
    assert list(NOW.region(THEN.regions["north"]).steps) == ["draft"]
    assert NOW.track(THEN.tracks["adoption"]).steps == ("letter", "draft")


def test_who_says_both_has_said_both() -> None:
    both = StepsThen({"plan": "letter"})
    assert list(both.city(THEN.cities["oslo"]).steps) == ["letter", "plan"]


def test_where_no_step_has_another_id_nothing_is_made_anew() -> None:
    same = StepsThen({})
    assert same.city(THEN.cities["oslo"]) is THEN.cities["oslo"]
    assert same.region(THEN.regions["north"]) is THEN.regions["north"]
    assert same.track(THEN.tracks["adoption"]) is THEN.tracks["adoption"]
