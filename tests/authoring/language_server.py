"""A small editor: it opens one file in the real language server for YAML and asks what a writer would see."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Generator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from tests.tools import ROOT, require_tool

SETTINGS = {"validate": True, "hover": True, "completion": True, "schemaStore": {"enable": False}}
Message = dict[str, Any]


@dataclass
class Editor:
    """A conversation with the server by the Language Server Protocol 3.17; lines and columns from 0."""

    process: subprocess.Popen[bytes]
    last: int = 0
    complaints: dict[str, list[Message]] = field(default_factory=dict[str, list[Message]])

    def ask(self, method: str, parameters: Message) -> Any:
        """Send a request and return its answer, serving what the server asks in between."""
        self.last += 1
        self._send({"id": self.last, "method": method, "params": parameters})
        while True:
            message = self._receive()
            if message.get("id") == self.last and "method" not in message:
                return message["result"]
            self._serve(message)

    def open(self, file: Path, text: str) -> list[Message]:
        """Open a file and return what the editor would underline in it."""
        uri = file.as_uri()
        document = {"uri": uri, "languageId": "yaml", "version": 1, "text": text}
        self._send({"method": "textDocument/didOpen", "params": {"textDocument": document}})
        while uri not in self.complaints:
            self._serve(self._receive())
        return self.complaints[uri]

    def complete(self, file: Path, line: int, column: int) -> list[Message]:
        """Return what may be typed at a place."""
        answer = self.ask("textDocument/completion", _at(file, line, column))
        return answer["items"] if isinstance(answer, dict) else answer

    def hover(self, file: Path, line: int, column: int) -> str:
        """Return what is told at a place."""
        answer = self.ask("textDocument/hover", _at(file, line, column))
        return answer["contents"]["value"] if answer else ""

    def _serve(self, message: Message) -> None:
        if message.get("method") == "textDocument/publishDiagnostics":
            parameters = message["params"]
            self.complaints[parameters["uri"]] = parameters["diagnostics"]
        elif message.get("method") == "workspace/configuration":
            answers = [
                SETTINGS if each.get("section") == "yaml" else {} for each in message["params"]["items"]
            ]
            self._send({"id": message["id"], "result": answers})
        elif "method" in message and "id" in message:
            self._send({"id": message["id"], "result": None})

    def _send(self, message: Message) -> None:
        assert self.process.stdin
        data = json.dumps({"jsonrpc": "2.0", **message}).encode()
        self.process.stdin.write(b"Content-Length: %d\r\n\r\n%s" % (len(data), data))
        self.process.stdin.flush()

    def _receive(self) -> Message:
        assert self.process.stdout
        length = 0
        while (line := self.process.stdout.readline()) != b"\r\n":
            assert line, "the language server stopped"
            name, _, value = line.partition(b":")
            if name.lower() == b"content-length":
                length = int(value)
        return json.loads(self.process.stdout.read(length))


@contextmanager
def editor() -> Generator[Editor]:
    """Start the language server, and stop it afterwards."""
    command = [require_tool("yaml-language-server"), "--stdio"]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, cwd=ROOT) as process:
        opened = Editor(process)
        folder = {"uri": ROOT.as_uri(), "name": "project"}
        documentation = {"documentationFormat": ["markdown"], "snippetSupport": True}
        capabilities = {
            "workspace": {"configuration": True},
            "textDocument": {
                "completion": {"completionItem": documentation},
                "hover": {"contentFormat": ["markdown"]},
                "publishDiagnostics": {},
            },
        }
        start = {"processId": None, "rootUri": ROOT.as_uri(), "workspaceFolders": [folder]}
        opened.ask("initialize", {**start, "capabilities": capabilities})
        opened._send({"method": "initialized", "params": {}})
        opened._send(
            {"method": "workspace/didChangeConfiguration", "params": {"settings": {"yaml": SETTINGS}}}
        )
        try:
            yield opened
        finally:
            process.kill()


def _at(file: Path, line: int, column: int) -> Message:
    return {"textDocument": {"uri": file.as_uri()}, "position": {"line": line, "character": column}}
