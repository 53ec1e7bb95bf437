"""The table of commands."""

from collections.abc import Callable
from importlib import import_module
from typing import Any, Final

Command = Callable[..., Any]

# By their modules in `commands/`; only that of the one that was typed is imported.
COMMANDS: Final = {
    "validate": ("validate", "Check every record, and say where each mistake is."),
    "explain": ("explain", "Explain the code of a finding, or list all codes."),
    "report": ("report", "Report on a region, city, policy, track or all of it."),
    "list": ("list_records", "List the records of a kind that match."),
    "show": ("show", "Show one record, and where each value stands."),
    "diff": ("diff", "Say what changed between two moments, by meaning."),
    "trend": ("trend", "Count selections and completed steps over time."),
    "log": ("log", "Tell the life of one record, or of one part of it."),
    "new": ("new_record", "Make the file of a new record."),
    "set": ("set_values", "Change values in the files of records."),
    "rename": ("rename", "Give a record another id, wherever it is named."),
    "fix": ("fix", "Mend what can be mended without a person, in all files."),
    "fmt": ("format_files", "Lay out files in the one way that all share."),
    "merge-driver": ("merge_driver", "Merge records by their values, for git."),
    "schema": ("schema", "Make JSON Schemas, by which editors check records."),
    "completion": ("completion", "Print what makes a shell complete with Tab."),
}


def command_called(name: str) -> Command:
    """The function of a command in the table."""
    command: Command = import_module(f"gsca_cli.cli.commands.{COMMANDS[name][0]}").command
    return command
