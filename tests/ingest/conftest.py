"""Documents, an index of them and a Chroma server, of each test's own."""

from __future__ import annotations

import gc
import shutil
import socket
import subprocess
import sys
import time
import warnings
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from chromadb.api.shared_system_client import SharedSystemClient

from ingest.build import build
from tests.ingest.builds import write_plans

_RUN = "import sys; from chromadb.cli.cli import app; sys.argv[0] = 'chroma'; app()"


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    """Eight documents, each of its own subject."""
    return write_plans(tmp_path / "dokument")


@pytest.fixture(scope="session")
def ready(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An index of the same documents."""
    folder = tmp_path_factory.mktemp("redo")
    build([write_plans(folder / "dokument")], folder / "index")
    return folder / "index"


@pytest.fixture
def index(ready: Path, corpus: Path, tmp_path: Path) -> Path:
    """A copy of it, of the test's own."""
    return shutil.copytree(ready, tmp_path / "index")


@pytest.fixture
def chroma_server(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> Iterator[tuple[str, Callable[[], object]]]:
    """Its address, and what ends it."""
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        port = taken.getsockname()[1]
    arguments = ["run", "--path", str(tmp_path / "server"), "--host", "127.0.0.1", "--port", str(port)]
    with subprocess.Popen([sys.executable, "-c", _RUN, *arguments], stdout=subprocess.DEVNULL) as process:

        def end() -> None:
            process.kill()
            process.wait()

        try:
            while process.poll() is None and not _answers(port):
                time.sleep(0.05)
            assert process.poll() is None
            yield f"http://127.0.0.1:{port}", end
        finally:
            end()
            # Chroma keeps clients that have been closed, and leaves their connections open; so do errors in the log.
            caplog.get_records("call").clear()
            SharedSystemClient.clear_system_cache()
            with warnings.catch_warnings(action="ignore", category=ResourceWarning):
                gc.collect()


def _answers(port: int) -> bool:
    with socket.socket() as knocking:
        return knocking.connect_ex(("127.0.0.1", port)) == 0
