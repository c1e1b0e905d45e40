"""A server on this machine that answers as it is told: rightly, wrongly, slowly, too much and not at all."""

from __future__ import annotations

import io
import threading
import zipfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

PDF = b"%PDF-1.7\n1 0 obj << /Type /Catalog >> endobj\n%%EOF\n"
PAGE = b"<!DOCTYPE html><html><title>Sidan finns inte</title></html>"
TEXT = "1 § En påhittad lag om samverkan i en påhittad kommun.\n".encode()


def word(member: str = "word/document.xml") -> bytes:
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w") as archive:
        archive.writestr(member, "<w:document/>")
    return data.getvalue()


class Handler(BaseHTTPRequestHandler):
    """``answers[path]`` writes the whole answer; ``stop`` ends those that never come to an end."""

    answers: dict[str, Callable[[Handler], None]]
    stop: threading.Event

    def do_GET(self) -> None:
        try:
            self.answers[self.path](self)
        except (BrokenPipeError, ConnectionResetError):
            self.close_connection = True

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing."""

    def send(self, body: bytes, *, status: int = 200, length: int | None = None, **headers: str) -> None:
        self.send_response(status)
        self.send_header("Content-Length", str(len(body) if length is None else length))
        for name, value in headers.items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(body)


Answer = Callable[[Handler], None]
Server = tuple[str, dict[str, Answer]]
"""Its address, and what it answers by path."""


def body(data: bytes, status: int = 200, length: int | None = None) -> Answer:
    return lambda handler: handler.send(data, status=status, length=length)


def to(location: str) -> Answer:
    return lambda handler: handler.send(b"", status=302, Location=location)


def endless(handler: Handler) -> None:
    handler.send_response(200)
    handler.end_headers()
    handler.wfile.write(PDF)
    while not handler.stop.is_set():
        handler.wfile.write(b"x" * 65536)


def dripping(handler: Handler) -> None:
    """A PDF a byte at a time, each well within the time a single read may take."""
    handler.send_response(200)
    handler.end_headers()
    _drip(handler, PDF * 1000)


def dripping_head(handler: Handler) -> None:
    _drip(handler, b"HTTP/1.1 200 OK\r\nX-Long: " + b"x" * 1000)


def _drip(handler: Handler, data: bytes) -> None:
    for byte in data:
        if handler.stop.wait(0.1):
            return
        handler.wfile.write(bytes([byte]))
        handler.wfile.flush()


def silent(handler: Handler) -> None:
    handler.stop.wait(30)


@contextmanager
def answering() -> Iterator[Server]:
    answers: dict[str, Answer] = {}
    handler = type("Answering", (Handler,), {"answers": answers, "stop": threading.Event()})
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as running:
        thread = threading.Thread(target=running.serve_forever, kwargs={"poll_interval": 0.01})
        thread.start()
        try:
            yield f"http://127.0.0.1:{running.server_port}", answers
        finally:
            handler.stop.set()
            running.shutdown()
            thread.join()
