"""Numbers that stand where a text is meant."""


def as_written(value: object) -> object:
    """Numbers stand for their own spelling where text is meant: `1.10` is not 1.1."""
    if isinstance(value, int | float) and not isinstance(value, bool):
        return getattr(value, "written", str(value))
    return value
