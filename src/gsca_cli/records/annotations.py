"""The types of fields, with what their declarations say beside."""

import typing
from typing import Any

from pydantic.fields import FieldInfo


def annotation_of(field: FieldInfo) -> Any:
    """The type of a field with all its marks, as it was declared."""
    # With nothing else, `Annotated` would refuse a field that has no mark.
    return typing.Annotated[field.annotation, *field.metadata, None]
