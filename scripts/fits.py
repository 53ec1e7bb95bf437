"""Write how records fit that are read at a glance, of the models.

    PYTHONPATH=src python3 scripts/fits.py

writes `src/gsca_cli/alliance/at_a_glance/fits.json` anew: it takes a tenth as long to load as the
models do.
"""
# ruff: noqa: INP001 (a script is in no package)

import json

from gsca_cli.alliance.at_a_glance.fits import FITS
from gsca_cli.alliance.at_a_glance.models import description


def text() -> str:
    """The description of all fits, a model on each line."""
    whole = description()
    models = [f"    {_json(name)}: {_json(each)}" for name, each in whole["models"].items()]
    lines = [
        "{",
        f'  "kinds": {_json(whole["kinds"])},',
        '  "models": {',
        ",\n".join(models),
        "  }",
        "}",
    ]
    return "".join(f"{line}\n" for line in lines)


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)


if __name__ == "__main__":
    FITS.write_text(text(), encoding="utf-8")
