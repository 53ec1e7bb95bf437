"""Ctrl-C, be it wrapped in another error by whatever it met."""

from collections.abc import Iterator


def was_interrupted(error: BaseException) -> bool:
    """Did an error begin with Ctrl-C?

    Python makes a `RuntimeError` of it where a class is being made, and pydantic an error of a
    schema, which holds no more of it than its name.
    """
    return any(
        isinstance(each, KeyboardInterrupt)
        or (type(each).__name__ == "SchemaError" and "KeyboardInterrupt" in str(each))
        for each in _causes(error)
    )


def _causes(error: BaseException | None) -> Iterator[BaseException]:
    seen: set[int] = set()
    while error and id(error) not in seen:
        seen.add(id(error))
        yield error
        error = error.__cause__ or error.__context__
