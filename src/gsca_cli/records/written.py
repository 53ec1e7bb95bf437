"""How values are written, as JSON Schema: what editors are told of them."""

from typing import Any, Final

from pydantic import WithJsonSchema

from gsca_cli.records.languages import LANGUAGE_TAG

NOT_BLANK: Final = r"\S"

DATE_FORMS: Final = (
    "write a year (2022), a month (2022-06), a day (2022-06-11), "
    "a span (2021-01/2021-03) or a bound (../2022-06)"
)

_DAY: Final = "(0[1-9]|[12][0-9]|3[01])"
_MONTH: Final = "(0[1-9]|1[0-2])"
_PERIOD: Final = f"(?!0000)[0-9]{{4}}(-{_MONTH}(-{_DAY})?)?"
_HOST: Final = r"[^\s/?#.][^\s/?#]*\.[^\s/?#]*[^\s/?#.]"


def written_as(name: str, **schema: Any) -> WithJsonSchema:
    """Mark a type with the JSON Schema of its values; the title names the definition."""
    return WithJsonSchema({"title": name, **schema})


_text: Final[dict[str, Any]] = {"type": ["string", "number"], "pattern": NOT_BLANK}

TEXT: Final = written_as("text", **_text)
TEXTS: Final = written_as(
    "texts",
    type=["string", "number", "object"],
    pattern=NOT_BLANK,
    minProperties=1,
    propertyNames={"pattern": LANGUAGE_TAG},
    additionalProperties=_text,
)
LANGUAGE: Final = written_as("language", type="string", pattern=LANGUAGE_TAG)
LINK: Final = written_as(
    "link",
    type="string",
    pattern=rf"^https?://{_HOST}([/?#]\S*)?$",
    patternErrorMessage="This is not a web address, such as https://example.org/plan.",
)
DATE: Final = written_as(
    "date",
    # An unquoted year is a number. Years before 1000 are left out: 22 is a slip.
    type=["string", "integer"],
    pattern=rf"^({_PERIOD}(/({_PERIOD}|\.\.))?|\.\./{_PERIOD})$",
    minimum=1000,
    maximum=9999,
    patternErrorMessage=f"This is not a date: {DATE_FORMS}.",
)
AMOUNT: Final = written_as(
    "amount",
    type=["string", "number"],
    pattern=r"^[<>~]?[0-9]+(\.[0-9]+)?$",
    minimum=0,
    patternErrorMessage="This is not a number: write 17, or with a sign '<25', '>80', '~33'.",
)
COUNTED: Final = written_as(
    "counted",
    anyOf=[
        {"enum": ["members", "founders", "cities", "countries", "partners"]},
        {"type": "string", "pattern": r"^cohort:\S+$"},
    ],
)
COUNTRY: Final = written_as("country", type="string")
CHECK: Final = written_as("check", type="string")
FLAG: Final = WithJsonSchema({"type": "boolean"})
COUNT: Final = WithJsonSchema({"type": "integer", "minimum": 0})
NUMBER: Final = WithJsonSchema({"type": "number"})
