"""What stops a run. Problems in the data are findings, not errors."""

INTERRUPTED = 130
"""The exit code of a run that somebody ended with Ctrl-C."""


class GscaError(Exception):
    """A run that cannot go on: one line for the user, and an exit code."""

    exit_code = 3


class CannotRunError(GscaError):
    """There is nothing to work on: no repository, no data."""


class NoDataError(CannotRunError):
    """There is an alliance, but not one record."""


class RefusedError(GscaError):
    """It could be done, but it is most likely a mistake; `--force` does it all the same."""

    exit_code = 1


class UsageError(GscaError):
    """The command was called in a way that makes no sense."""

    exit_code = 2


class NoSuchRecordError(UsageError):
    """No record has the id that was typed."""
