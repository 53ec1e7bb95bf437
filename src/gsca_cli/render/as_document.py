"""Figures and a template to a document: the repository's own template first, then ours."""

import re
from collections.abc import Mapping
from typing import Any

from gsca_cli.render.built_in import built_in_templates
from gsca_cli.render.plain import plain
from gsca_cli.render.templates import render_template
from gsca_cli.render.told import told

# A template can write what no record may hold: nothing may steer a terminal.
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]")


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
    figures = plain(figure)
    if figures.get("moved"):
        figures["moved"] = told(figure.moved)
    text = render({**built_in, **own}, f"{name}.md.j2", figures)
    text = _CONTROL.sub(lambda found: f"U+{ord(found[0]):04X}", text)
    # Conditions in templates leave empty lines behind; in Markdown, one says as much as three.
    return re.sub(r"\n{3,}", "\n\n", text).strip() + "\n"
