"""A snapshot to an alliance and findings, the one way in: read, look, keep the brief."""

from gsca_cli.checking.checking import NO_SETTINGS, Checked, Watch, check, unchecked
from gsca_cli.checking.excerpts import with_excerpts

__all__ = ["NO_SETTINGS", "Checked", "Watch", "check", "unchecked", "with_excerpts"]
