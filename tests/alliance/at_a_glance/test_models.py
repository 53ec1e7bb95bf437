"""What is worked out from the models; whatever they ask that is not known is in doubt."""

from typing import Annotated

import pytest
from pydantic import (
    AfterValidator,
    ConfigDict,
    Field,
    StringConstraints,
    field_validator,
    model_validator,
)

from gsca_cli.alliance.at_a_glance.fits import Fits, fits
from gsca_cli.alliance.at_a_glance.models import fit_of, models_within
from gsca_cli.alliance.at_a_glance.seen import DoubtError, Seen
from gsca_cli.alliance.at_a_glance.single import Fit
from gsca_cli.kinds import Kind
from gsca_cli.records.catalogue import MODELS
from gsca_cli.records.countries import check_country
from gsca_cli.records.settings import Status, check_unknown
from gsca_cli.records.values import (
    Amount,
    Count,
    Date,
    Flag,
    LocalText,
    Model,
    Number,
    SourceId,
    Text,
)

KNOWN = {
    "a text": (Text, "Oslo"),
    "a text of a pattern": (Annotated[Text, StringConstraints(pattern=r"^[A-Z]")], "Oslo"),
    "a text that is checked": (Annotated[Text, AfterValidator(check_country)], "NO"),
    "an id": (SourceId, "paper"),
    "a count": (Count, 5),
    "a number": (Number, 5.5),
    "a date": (Date, 2022),
    "an amount": (Amount, "<5"),
    "yes or no": (Flag, True),
    "a text for readers": (LocalText, "Oslo"),
    "what may be left out": (Count | None, 5),
    "a list": (tuple[Count, ...], [(5, 0, 0, 1)]),
    "a list that is not empty": (
        Annotated[tuple[Count, ...], Field(min_length=1)],
        [(5, 0, 0, 1)],
    ),
    "a map": (dict[SourceId, Count], {"paper": (5, 0, 0, 1)}),
    "a map of any names": (dict[Text, Count], {"paper": (5, 0, 0, 1)}),
}
NOT_KNOWN = {
    "a text that is checked otherwise": (Annotated[Text, AfterValidator(str.title)], "Oslo"),
    "a longer text": (Annotated[Text, StringConstraints(min_length=5)], "Oslo"),
    "a text in capitals": (Annotated[Text, StringConstraints(to_upper=True)], "Oslo"),
    "a larger count": (Annotated[Count, Field(ge=10)], 5),
    "a number with a bound": (Annotated[Number, Field(le=1)], 5.5),
    "a longer text for readers": (Annotated[LocalText, Field(min_length=2)], "Oslo"),
    "an id of a pattern": (Annotated[SourceId, StringConstraints(pattern="^o")], "paper"),
    "a pair": (tuple[Count, Count], [(5, 0, 0, 1)]),
    "a longer list": (Annotated[tuple[Count, ...], Field(min_length=2)], [(5, 0, 0, 1)]),
    "a map of some names": (
        dict[Annotated[Text, StringConstraints(pattern="^o")], Count],
        {"paper": (5, 0, 0, 1)},
    ),
    "a number in place of yes": (Flag, 1),
    "no amount": (Amount, "about 5"),
    "either": (Count | Text, 5),
}


NO_MODELS = Fits({"kinds": {}, "models": {}})


def says(fit: Fit, value: object) -> object:
    return fit.of((value, 0, 0, 1), 0, (), Seen())


@pytest.mark.parametrize(("annotation", "value"), KNOWN.values(), ids=KNOWN)
def test_what_is_known_fits(annotation: object, value: object) -> None:
    assert says(NO_MODELS.of(fit_of(annotation)), value) is not None


@pytest.mark.parametrize(("annotation", "value"), NOT_KNOWN.values(), ids=NOT_KNOWN)
def test_what_is_not_known_is_in_doubt(annotation: object, value: object) -> None:
    with pytest.raises(DoubtError):
        says(NO_MODELS.of(fit_of(annotation)), value)


class _Plain(Model):
    number: Count


class _CheckedAsAWhole(Model):
    number: Count

    @model_validator(mode="after")
    def check(self) -> "_CheckedAsAWhole":
        return self


class _CheckedByField(Model):
    number: Count

    @field_validator("number")
    @classmethod
    def check(cls, value: int) -> int:
        return value


class _CalledOtherwise(Model):
    number: Count = Field(validation_alias="count")


class _Lenient(Model):
    model_config = ConfigDict(extra="ignore")

    number: Count


def fit_of_model(model: type[Model]) -> Fit:
    whole = Fits({"kinds": {}, "models": models_within(model)})
    return whole.of({"fit": "fields", "model": model.__name__})


def test_a_model_that_asks_for_more_than_its_fields_is_in_doubt() -> None:
    entries = {"number": (5, 0, 0, 1)}
    assert says(fit_of_model(_Plain), entries) == {"number": 5}
    for model in (_CheckedAsAWhole, _CheckedByField, _CalledOtherwise, _Lenient):
        with pytest.raises(DoubtError):
            says(fit_of_model(model), entries)


@pytest.mark.parametrize("kind", Kind)
def test_all_that_a_record_may_hold_is_known(kind: Kind) -> None:
    fields = [info.alias or name for name, info in MODELS[kind].model_fields.items()]
    whole = fits().of_kind(kind)
    assert [name for name in fields if type(whole.inner(name)[1]) is Fit] == []


def test_one_of_the_statuses_must_be_unknown() -> None:
    one = Annotated[tuple[Status, ...], AfterValidator(check_unknown)]
    fit = Fits({"kinds": {}, "models": models_within(Status)}).of(fit_of(one))
    words = {"id": "a", "name": "A", "symbol": "x"}

    def status(cls: str) -> object:
        return [({key: (each, 0, 0, 1) for key, each in {**words, "class": cls}.items()}, 0, 0, 1)]

    assert says(fit, status("unknown"))
    with pytest.raises(DoubtError):
        says(fit, status("done"))
