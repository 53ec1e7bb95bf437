"""gsca completion: what a shell must read once, so that Tab completes commands and ids."""

from enum import StrEnum
from importlib.resources import files
from typing import Annotated

from gsca_cli.cli.declared import Argument
from gsca_cli.cli.options import write


class Shell(StrEnum):
    """A shell that can be told how to complete."""

    BASH = "bash"
    ZSH = "zsh"
    FISH = "fish"


def command(
    shell: Annotated[Shell, Argument(metavar="SHELL", help="bash, zsh or fish.")],
) -> int:
    """Print what makes a shell complete commands, options, ids and routes.

    Put it where the shell looks: in ~/.bashrc, in a file _gsca in a folder of zsh's fpath, in
    ~/.config/fish/completions/gsca.fish. Then open a new shell.

    Example: gsca completion bash >> ~/.bashrc
    """
    write(files("gsca_cli.cli.completing").joinpath(f"gsca.{shell}").read_text("utf-8"))
    return 0
