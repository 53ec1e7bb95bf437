"""The table of commands, options, codes and fields.

`scripts/completion_table.py` makes it of the commands and the models themselves, so that nobody
who presses Tab waits for them to be loaded.
"""

import json
from pathlib import Path
from typing import Any, Final

Table = dict[str, Any]

TABLE: Final = Path(__file__).with_name("table.json")


def load_table() -> Table:
    """The table that comes with gsca."""
    table: Table = json.loads(TABLE.read_bytes())
    return table
