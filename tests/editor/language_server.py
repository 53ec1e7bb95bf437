"""The language server that editors use for YAML, spoken to as an editor speaks to it."""

import json
import subprocess
from collections.abc import Mapping
from pathlib import Path
from threading import Timer
from types import TracebackType
from typing import Any, Final, Self

SERVER: Final = Path(__file__).parent / "node_modules" / "yaml-language-server"
_START: Final = ["node", str(SERVER / "bin" / "yaml-language-server"), "--stdio"]
_LONGEST: Final = 300
"""Seconds; all tests of one editor take a few."""


class Editor:
    """One editor with one folder open; `settings` are those of the folder."""

    def __init__(self, folder: Path, settings: Mapping[str, Any]) -> None:
        self._folder = folder
        self._settings = settings
        self._asked = 0
        self._opened = 0
        self._problems: dict[str, list[dict[str, Any]]] = {}

    def __enter__(self) -> Self:
        self._process = subprocess.Popen(
            _START, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
        )
        # An answer that never comes ends the test, not the patience of who runs it.
        self._guard = Timer(_LONGEST, self._process.kill)
        self._guard.start()
        root = self._folder.as_uri()
        can = {"textDocument": {"hover": {"contentFormat": ["markdown"]}}}
        can["workspace"] = {"configuration": True, "workspaceFolders": True}  # type: ignore[dict-item]
        self._ask(
            "initialize",
            processId=None,
            rootUri=root,
            capabilities=can,
            workspaceFolders=[{"uri": root, "name": "alliance"}],
        )
        self._tell("initialized")
        # The server asks for the settings once it is ready.
        while self._receive().get("method") != "workspace/configuration":
            pass
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self._guard.cancel()
        self._process.kill()
        self._process.communicate()

    def open(self, path: str, text: str) -> str:
        """Open a file, which need not be on disk; give its address."""
        uri = (self._folder / path).as_uri()
        self._opened += 1
        document = {"uri": uri, "languageId": "yaml", "version": self._opened, "text": text}
        self._tell("textDocument/didOpen", textDocument=document)
        return uri

    def close(self, uri: str) -> None:
        """Close a file of which the problems are known: nothing in it is underlined any more."""
        del self._problems[uri]
        self._tell("textDocument/didClose", textDocument={"uri": uri})
        assert self.problems(uri) == []
        del self._problems[uri]

    def problems(self, uri: str) -> list[dict[str, Any]]:
        """What is underlined in an open file."""
        while uri not in self._problems:
            self._receive()
        return self._problems[uri]

    def completions(self, path: str, text: str) -> dict[str, dict[str, Any]]:
        """What is offered where `|` stands in a text, by its label."""
        found = self._at("completion", path, text)
        return {item["label"]: item for item in found["items"]}

    def hover(self, path: str, text: str) -> str:
        """What is shown when the mouse rests where `|` stands in a text."""
        shown: str = self._at("hover", path, text)["contents"]["value"]
        return shown

    def _at(self, what: str, path: str, text: str) -> Any:
        before = text.partition("|")[0]
        uri = self.open(path, text.replace("|", "", 1))
        position = {"line": before.count("\n"), "character": len(before.rpartition("\n")[2])}
        return self._ask(f"textDocument/{what}", textDocument={"uri": uri}, position=position)

    def _ask(self, method: str, **parameters: Any) -> Any:
        self._asked += 1
        self._send({"id": self._asked, "method": method, "params": parameters})
        while True:
            message = self._receive()
            if message.get("id") == self._asked and "method" not in message:
                return message["result"]

    def _tell(self, method: str, **parameters: Any) -> None:
        self._send({"method": method, "params": parameters})

    def _receive(self) -> dict[str, Any]:
        message = self._read()
        match message.get("method"):
            case "workspace/configuration":
                sections = [item["section"] for item in message["params"]["items"]]
                answer = [self._section(name) for name in sections]
                self._send({"id": message["id"], "result": answer})
            case "textDocument/publishDiagnostics":
                self._problems[message["params"]["uri"]] = message["params"]["diagnostics"]
            case str() if "id" in message:
                self._send({"id": message["id"], "result": None})
        return message

    def _section(self, name: str) -> dict[str, Any]:
        """The settings that begin with a name: `yaml.schemas` is `schemas` of `yaml`."""
        found: dict[str, Any] = {}
        for key, value in self._settings.items():
            head, _, rest = key.partition(".")
            if head == name:
                *folders, last = rest.split(".")
                inner = found
                for folder in folders:
                    inner = inner.setdefault(folder, {})
                inner[last] = value
        return found

    def _send(self, message: Mapping[str, Any]) -> None:
        body = json.dumps({"jsonrpc": "2.0", **message}).encode()
        assert self._process.stdin
        self._process.stdin.write(b"Content-Length: %d\r\n\r\n%s" % (len(body), body))
        self._process.stdin.flush()

    def _read(self) -> dict[str, Any]:
        assert self._process.stdout
        length = 0
        while line := self._process.stdout.readline().strip():
            name, _, value = line.partition(b":")
            if name.lower() == b"content-length":
                length = int(value)
        assert length, "the language server has stopped"
        message: dict[str, Any] = json.loads(self._process.stdout.read(length))
        return message
