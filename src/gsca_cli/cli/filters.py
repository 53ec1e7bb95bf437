"""Options that choose cities, for lists and for edits of many."""

from collections.abc import Sequence
from typing import Annotated

from gsca_cli.cli.declared import Option

Several = list[str] | None

Region = Annotated[Several, Option("--region", help="Cities of this region, or of `none`.")]
Country = Annotated[Several, Option("--country", help="Cities of this country, by code or name.")]
Policy = Annotated[Several, Option("--policy", help="Cities that selected this policy.")]
Selected = Annotated[
    Several,
    Option("--selected", metavar="POLICY[=STATUS]", help="... and this is its state."),
]
Step = Annotated[
    Several,
    Option("--step", metavar="STEP[=STATUS]", help="Cities that stand here on a step."),
]
Programme = Annotated[Several, Option("--programme", help="Cities of this programme.")]


def pairs(texts: Sequence[str] | None) -> list[tuple[str, str | None]]:
    """`clean-air=in-progress` as a pair; the status may be left out."""
    found = [text.partition("=") for text in texts or ()]
    return [(key, status or None) for key, _, status in found]
