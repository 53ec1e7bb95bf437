"""Real shells: what becomes of a line when somebody presses Tab."""

import os
import pty
import select
import shutil
import subprocess
import sys
import time
from collections.abc import Mapping
from pathlib import Path
from types import TracebackType
from typing import Final, Self

_LONGEST: Final = 60
"""Seconds; a line takes a fraction of one."""
_BEGIN: Final = "\x01"
_END: Final = "\x02"
_TELL: Final = "\x07"
"""The key (Ctrl-G) by which the shell tells its line."""

_BASH: Final = r"""
PS1= PS2=
bind 'set enable-bracketed-paste off' 'set bell-style none'
bind 'set show-all-if-ambiguous on'
bind 'set completion-query-items 0'
bind 'set page-completions off'
bind -x '"\C-g": printf "\001%s\002" "$READLINE_LINE"'
printf '\001ready\002'
"""
_ZSH: Final = r"""
PS1= RPS1= LISTMAX=10000
unsetopt beep prompt_cr prompt_sp zle_bracketed_paste 2>/dev/null
unset zle_bracketed_paste
fpath+=("$HOME/functions")
autoload -U compinit
compinit -u -D
tell() { printf '\001%s\002' "$BUFFER" }
zle -N tell
bindkey '^G' tell
bindkey '^I' complete-word
printf '\001ready\002'
"""


def environment(home: Path) -> Mapping[str, str]:
    """What a shell of a person with an empty home and this gsca knows."""
    programs = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    plain = {"TERM": "dumb", "LC_ALL": "C.UTF-8", "HOME": str(home), "ZDOTDIR": str(home)}
    return {**os.environ, **plain, "PATH": programs, "XDG_CONFIG_HOME": str(home / "config")}


def is_there(shell: str) -> bool:
    """Can this shell be tried here?"""
    return os.name != "nt" and shutil.which(shell) is not None


class Terminal:
    """bash or zsh on a terminal, in a folder, with the completion of gsca as people install it."""

    def __init__(self, shell: str, script: str, home: Path, folder: Path) -> None:
        if shell == "bash":
            (home / "bashrc").write_text(script + _BASH)
            self._command = ["bash", "--noprofile", "--rcfile", str(home / "bashrc"), "-i"]
        else:
            (home / ".zshrc").write_text(_ZSH)
            (home / "functions").mkdir()
            (home / "functions" / "_gsca").write_text(script)
            self._command = ["zsh", "-d", "-i"]
        self._home = home
        self._folder = folder
        self._seen = ""

    def __enter__(self) -> Self:
        self._end, other = pty.openpty()
        self._process = subprocess.Popen(
            self._command,
            stdin=other,
            stdout=other,
            stderr=other,
            cwd=self._folder,
            env=environment(self._home),
            start_new_session=True,
        )
        os.close(other)
        assert self._told()[1] == "ready"
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self._process.kill()
        self._process.wait()
        os.close(self._end)

    def tab(self, line: str) -> str:
        """What a line becomes."""
        return self._typed(line)[1]

    def offers(self, line: str) -> str:
        """What is shown below a line of which several words may be the end."""
        return self._typed(line)[0]

    def _typed(self, line: str) -> tuple[str, str]:
        # Ctrl-U clears the line that was there before.
        os.write(self._end, f"\x15{line}\t{_TELL}".encode())
        return self._told()

    def _told(self) -> tuple[str, str]:
        """What came on the terminal, and then the line that the shell tells."""
        last = time.monotonic() + _LONGEST
        while _END not in self._seen:
            ready, _, _ = select.select([self._end], [], [], max(0, last - time.monotonic()))
            assert ready, f"the shell says nothing more; so far: {self._seen!r}"
            self._seen += os.read(self._end, 65536).decode(errors="replace")
        told, _, self._seen = self._seen.partition(_END)
        before, _, line = told.partition(_BEGIN)
        return before, line


def fish(script: str, line: str, home: Path, folder: Path) -> list[tuple[str, str]]:
    """What fish offers for a line, each with what is said of it."""
    place = home / "config" / "fish" / "completions" / "gsca.fish"
    place.parent.mkdir(parents=True)
    place.write_text(script)
    command = ["fish", "-c", f"complete -C '{line}'"]
    done = subprocess.run(
        command,
        cwd=folder,
        env=environment(home),
        capture_output=True,
        text=True,
        timeout=_LONGEST,
        check=True,
    )
    assert done.stderr == ""
    pairs = (each.partition("\t") for each in done.stdout.splitlines())
    return [(word, about) for word, _, about in pairs]
