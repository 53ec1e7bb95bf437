"""Figures as JSON: the figure itself, in an envelope with a version."""

import json
from typing import Any

from gsca_cli.render.plain import plain

SCHEMA_VERSION = 1


def render_json(name: str, figure: Any) -> str:
    """One figure under its name; letters outside ASCII stand for themselves."""
    envelope = {"schema_version": SCHEMA_VERSION, name: plain(figure, whole=False)}
    return json.dumps(envelope, ensure_ascii=False, indent=2, allow_nan=False) + "\n"
