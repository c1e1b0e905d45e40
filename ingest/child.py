"""Run a module of this package in a process of its own: what it breaks stays there.

The process is started early, so that its imports are done when it is told, by one line, what to do. It ends with its
parent, however that ends.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterator, Sequence
from contextlib import suppress
from pathlib import Path
from threading import Thread
from typing import NoReturn


class Child:
    """A process that runs ``python -m module``; leaving the ``with`` ends it, done or not."""

    def __init__(self, module: str) -> None:
        self._module = module
        self._process: subprocess.Popen[str] | None = None

    def __enter__(self) -> Child:
        return self

    def __exit__(self, *exception: object) -> None:
        if self._process is not None:
            self._process.kill()
            with suppress(BrokenPipeError), self._process:
                pass

    def start(self) -> subprocess.Popen[str]:
        """Start it, unless that is done; it then waits for what to do."""
        if self._process is None:
            package = str(Path(__file__).resolve().parents[1])
            paths = os.pathsep.join([package, *filter(None, [os.environ.get("PYTHONPATH")])])
            self._process = subprocess.Popen(
                [sys.executable, "-m", self._module],
                env={**os.environ, "PYTHONPATH": paths},
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                text=True,
                encoding="utf-8",
            )
        return self._process

    def begin(self, arguments: Sequence[str]) -> None:
        """Tell it what to do. One that is dead already is told of by :meth:`wait`."""
        stdin = self.start().stdin
        assert stdin is not None
        with suppress(BrokenPipeError):
            stdin.write(json.dumps(list(arguments)) + "\n")
            stdin.flush()

    def lines(self) -> Iterator[str]:
        """Yield what it prints, until it ends."""
        stdout = self.start().stdout
        assert stdout is not None
        for line in stdout:
            yield line.strip()

    def wait(self) -> int:
        """Wait for its end; the exit status, negative when a signal ended it."""
        for _ in self.lines():
            pass
        return self.start().wait()


def told() -> list[str]:
    """In the child: wait for what to do, and end when the parent does."""
    line = sys.stdin.readline()
    if not line:
        sys.exit(1)

    def watch() -> None:
        sys.stdin.read()
        os._exit(1)

    Thread(target=watch, daemon=True).start()
    arguments: list[str] = json.loads(line)
    return arguments


def leave(status: int) -> NoReturn:
    """In the child: end at once. Taking down what Chroma imports would take longer than most of what it is asked."""
    sys.stdout.flush()
    os._exit(status)
