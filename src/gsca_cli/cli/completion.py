"""gsca completion: what a shell must read once, so that Tab completes commands and ids."""

from enum import StrEnum
from importlib.resources import files
from typing import Annotated

import typer

from gsca_cli.cli.options import write


class Shell(StrEnum):
    """A shell that can be told how to complete."""

    BASH = "bash"
    ZSH = "zsh"
    FISH = "fish"


def command(
    shell: Annotated[Shell, typer.Argument(metavar="SHELL", help="bash, zsh or fish.")],
) -> int:
    """Print what makes a shell complete commands, options, ids and routes.

    Install it: gsca completion bash >> ~/.bashrc; gsca completion zsh > a file _gsca in a folder
    of $fpath; gsca completion fish > ~/.config/fish/completions/gsca.fish.

    Example: gsca completion bash >> ~/.bashrc
    """
    write(files("gsca_cli.cli.completing").joinpath(f"gsca.{shell}").read_text("utf-8"))
    return 0
