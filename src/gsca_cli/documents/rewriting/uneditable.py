"""Why a text cannot be changed as somebody wishes."""

from gsca_cli.errors import GscaError


class UneditableError(GscaError):
    """A change that would touch more than it means; nothing was changed."""
