"""The option for the first rows only, and what is told of the others."""

from typing import Annotated

from gsca_cli.cli.declared import Option
from gsca_cli.cli.messages import tell

Limit = Annotated[
    int | None,
    Option("--limit", metavar="N", min=1, help="Show only the first N rows (default: all)."),
]


def tell_hidden(shown: int, total: int) -> None:
    """Say how many rows a limit hides, and how to see them; nothing if it hides none."""
    if shown < total:
        told = f"the first {shown:,} of {total:,} rows are shown"
        tell(f"{told}; leave out --limit to see all")
