"""Ctrl-C, be it wrapped in another error by whatever it met."""

import pytest
from pydantic_core import SchemaError

from gsca_cli.cli.interruption import was_interrupted


def wrapped(cause: BaseException | None, context: BaseException | None = None) -> Exception:
    error = RuntimeError("Error calling __set_name__ on 'Field' instance")
    error.__cause__, error.__context__ = cause, context
    return error


CIRCLE = wrapped(None)
CIRCLE.__context__ = wrapped(None, CIRCLE)


@pytest.mark.parametrize(
    ("error", "interrupted"),
    [
        (KeyboardInterrupt(), True),
        (wrapped(KeyboardInterrupt()), True),
        (wrapped(None, wrapped(None, KeyboardInterrupt())), True),
        (SchemaError('Error building "model" validator:\n  KeyboardInterrupt: '), True),
        (wrapped(ValueError("KeyboardInterrupt")), False),
        (CIRCLE, False),
    ],
)
def test_what_began_with_ctrl_c_is_known(error: BaseException, *, interrupted: bool) -> None:
    assert was_interrupted(error) is interrupted
