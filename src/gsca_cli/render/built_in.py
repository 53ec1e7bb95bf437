"""The templates that come with gsca."""

from collections.abc import Mapping
from functools import cache
from pathlib import Path

import gsca_cli


@cache
def built_in_templates() -> Mapping[str, str]:
    """The templates that come with gsca, by name."""
    return {path.name: path.read_text(encoding="utf-8") for path in sorted(_folder().glob("*.j2"))}


def _folder() -> Path:
    """In the installed package; in a checkout, at its top."""
    package = Path(gsca_cli.__file__).parent
    inside = package / "templates"
    return inside if inside.is_dir() else package.parents[1] / "templates"
