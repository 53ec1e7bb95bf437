"""What the fields of figures tell those who write them."""

from typing import Final

IF_ANY: Final = "if any"
"""Metadata of a field that JSON leaves out while it is empty: few reports fill it."""
