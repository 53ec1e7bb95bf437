"""docs/mistakes.md is what gsca makes of every mistake in every field, and hides no miss."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

import pytest
from mistakes.fields import Field, all_fields
from mistakes.kinds import MISTAKES, SLIPS
from mistakes.mending import Result
from mistakes.page import Trials, page
from mistakes.reasons import REASONS, reason_for
from mistakes.specimens import Specimen, Specimens
from mistakes.trial import ROOT, Bench
from mistakes.verdict import Verdict, judge

from gsca_cli.records.catalogue import MODELS
from gsca_cli.records.values import Citation, Model
from gsca_cli.rules.fixable import FIXABLE

PAGE = ROOT / "docs" / "mistakes.md"


@dataclass(frozen=True)
class Trial:
    """Every field, the record in which it was tried, and what came of every mistake in it."""

    specimens: Mapping[Field, Specimen]
    trials: Trials

    @property
    def misses(self) -> Sequence[tuple[str, str]]:
        """The kind of mistake and the field of each miss."""
        return [
            (name, field.name)
            for (name, field), outcomes in self.trials.items()
            if any(outcome.verdict is Verdict.MISSED for outcome in outcomes)
        ]


@pytest.fixture(scope="module")
def trial() -> Iterator[Trial]:
    """Some three thousand mistakes, each made once for all tests."""
    with pytest.MonkeyPatch.context() as monkeypatch:
        bench = Bench(monkeypatch)
        assert not bench.findings({}), "the shipped data must be without findings"
        fields = all_fields()
        specimens = Specimens(
            bench.files,
            fields,
            lambda sheet: not bench.findings({sheet.path: sheet.text.encode()}),
        )
        yield Trial(
            {field: specimens.of(field) for field in fields},
            {
                (name, field): [
                    judge(bench, specimens.of(field), mistake)
                    for mistake in make(specimens.of(field), specimens)
                ]
                for name, make in {**MISTAKES, **SLIPS}.items()
                for field in fields
            },
        )


def test_the_page_says_what_came_of_every_mistake(
    trial: Trial, request: pytest.FixtureRequest
) -> None:
    made = page(trial.trials, trial.specimens)
    if request.config.getoption("--update-golden"):
        PAGE.write_bytes(made.encode())
    found = PAGE.read_bytes().decode()
    assert found == made, "docs/mistakes.md differs; --update-golden writes it anew"


def test_no_mistake_is_mended_into_another_one(trial: Trial) -> None:
    wrong = [
        (name, field.name, outcome.mending.contents)
        for (name, field), outcomes in trial.trials.items()
        for outcome in outcomes
        if outcome.mending.result is Result.WRONG
    ]
    assert wrong == []


def test_no_code_is_mended_that_is_not_said_to_be(trial: Trial) -> None:
    codes = {
        finding.code
        for outcomes in trial.trials.values()
        for outcome in outcomes
        for finding in outcome.findings
        if finding.mend
    }
    assert codes <= FIXABLE


def test_what_validate_calls_fixable_is_what_fix_mends(trial: Trial) -> None:
    differ = [
        (name, field.name, outcome.mending.promised, outcome.mending.done)
        for (name, field), outcomes in trial.trials.items()
        for outcome in outcomes
        if outcome.mending.promised > outcome.mending.done
        or (outcome.mending.done and not outcome.mending.promised)
    ]
    assert differ == []


def test_every_miss_has_a_reason(trial: Trial) -> None:
    assert [miss for miss in trial.misses if not reason_for(*miss)] == []


def test_no_reason_is_given_for_what_is_caught(trial: Trial) -> None:
    left = trial.misses
    for number, reason in enumerate(REASONS, 1):
        own = [miss for miss in left if reason_for(*miss) == number]
        assert reason.stale(own) == [], reason.text


def test_what_a_record_needs_is_reported_where_it_belongs_once_it_is_dropped(trial: Trial) -> None:
    for (name, field), outcomes in trial.trials.items():
        if name == "dropped" and field.required and field.pattern:
            assert {outcome.verdict for outcome in outcomes} == {Verdict.FULL}, field.name


@pytest.mark.parametrize("name", ["typo in the key", "duplicated"])
def test_no_key_of_the_models_can_be_misspelt_or_stand_twice_unseen(
    trial: Trial, name: str
) -> None:
    for field in trial.specimens:
        if field.model:
            verdicts = {outcome.verdict for outcome in trial.trials[name, field]}
            assert verdicts <= {Verdict.FULL, Verdict.NO_CURE}, field.name


def test_every_field_of_every_model_is_tried(trial: Trial) -> None:
    tried = {(field.model, field.pattern[-1]) for field in trial.specimens if field.model}
    owners = {model for model, _ in tried if model}
    assert set(MODELS.values()) <= owners
    for model in _models(Model):
        for name, info in model.model_fields.items():
            key = info.alias or name
            # A field is tried where it is declared, or in what inherits it.
            related = [
                each for each in owners if issubclass(each, model) or issubclass(model, each)
            ]
            assert model is Citation or any((each, key) in tried for each in related), (model, key)


def _models(model: type[Model]) -> Iterator[type[Model]]:
    for each in model.__subclasses__():
        if each.__module__.startswith("gsca_cli."):
            yield each
            yield from _models(each)


def test_every_kind_of_mistake_applies_to_something(trial: Trial) -> None:
    applied = {name for (name, _), outcomes in trial.trials.items() if outcomes}
    assert applied == {*MISTAKES, *SLIPS}
