"""Figures and a template to a document: the repository's own template first, then ours."""

import re
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

import gsca_cli
from gsca_cli.render.plain import plain
from gsca_cli.render.templates import render_template

# A template can write what no record may hold: nothing may steer a terminal.
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f]")


def render_markdown(name: str, figure: Any, own: Mapping[str, str]) -> str:
    """A report as Markdown.

    `own` are the repository's templates by name; where one differs from ours, they may be a
    stranger's, and are run in a process of their own.

    Raises:
        TemplateProblem: a template cannot be used.
    """
    built_in = built_in_templates()
    render = render_template
    if not own.items() <= built_in.items():
        # The machinery of processes is loaded only by who needs it.
        from gsca_cli.render.confined import render_confined as render  # noqa: PLC0415
    text = render({**built_in, **own}, f"{name}.md.j2", plain(figure))
    text = _CONTROL.sub(lambda found: f"U+{ord(found[0]):04X}", text)
    # Conditions in templates leave empty lines behind; in Markdown, one says as much as three.
    return re.sub(r"\n{3,}", "\n\n", text).strip() + "\n"


@cache
def built_in_templates() -> Mapping[str, str]:
    """The templates that come with gsca, by name."""
    return {path.name: path.read_text(encoding="utf-8") for path in sorted(_folder().glob("*.j2"))}


def _folder() -> Path:
    """In the installed package; in a checkout, at its top."""
    package = Path(gsca_cli.__file__).parent
    inside = package / "templates"
    return inside if inside.is_dir() else package.parents[1] / "templates"
