"""The web server: the page at ``/``, its health at ``/healthz``; nothing is asked of any other host."""

from __future__ import annotations

import logging
import os
import re
import socket
import threading
import time
from collections.abc import Awaitable, Callable, MutableMapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from fastapi import FastAPI

    from assistant.screening.screener import Screener
    from assistant.service import Assistant
    from ingest.settings import Settings

log = logging.getLogger(__name__)

STATIC = Path(__file__).parent / "static"
STYLES = ("page.css", "screening.css", "register.css")
POLICY = (
    "default-src 'self' data: blob:; script-src 'self' 'unsafe-inline' 'unsafe-eval' blob:; "
    "style-src 'self' 'unsafe-inline'; object-src 'none'; base-uri 'self'; frame-ancestors 'self'"
)
"""The browser itself refuses any other host; Gradio compiles its templates, hence the two "unsafe"."""
_OUTSIDE_META = re.compile(rb"<meta\s[^>]*?(?:og|twitter):[^>]*?>", re.DOTALL)
_EXAMPLE = re.compile(rb'"https://github\.com/gradio-app/[^"]*"')
"""The file that Gradio gives as an example of an upload."""

FAREWELL_S = 3
"""Seconds that open pages are waited for when the program is told to end: each keeps a connection for as long."""

LOOK_S = 5.0
"""Seconds between looks for an index when there is none at the start."""

Message = MutableMapping[str, Any]
Receive = Callable[[], Awaitable[Message]]
Send = Callable[[Message], Awaitable[None]]


class CannotListen(Exception):
    """The address cannot be used; the text is one Swedish sentence that names the setting to change."""


def serve(settings: Settings, assistant: Assistant, screener: Screener) -> None:
    """Serve the page until interrupted; what is heavy is loaded meanwhile.

    Raises:
        CannotListen: the port is in use or the address is not this machine's.
    """
    place = bind(settings.host, settings.port)
    stay_local(settings.hub_download)
    import uvicorn

    app = application(assistant, screener)
    threading.Thread(target=_warm, args=(assistant,), name="warm", daemon=True).start()
    print(f"Finsam-assistenten: http://{_address(place)} (avsluta med Ctrl+C)", flush=True)
    config = uvicorn.Config(app, log_level="warning", access_log=False, timeout_graceful_shutdown=FAREWELL_S)
    uvicorn.Server(config).run(sockets=[place])


def bind(host: str, port: int) -> socket.socket:
    """Take the address before anything slow happens. Port 0 is any free one.

    Raises:
        CannotListen: see :func:`serve`.
    """
    try:
        family, kind, protocol, _, address = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0]
    except socket.gaierror as exc:
        raise CannotListen(f"Adressen {host!r} finns inte; ändra FINSAM_HOST, till exempel till 127.0.0.1.") from exc
    place = socket.socket(family, kind, protocol)
    try:
        place.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        place.bind(address)
        place.listen()
    except OSError as exc:
        place.close()
        raise CannotListen(_refusal(host, port, exc)) from exc
    return place


def _refusal(host: str, port: int, error: OSError) -> str:
    import errno

    if error.errno == errno.EADDRINUSE:
        return (
            f"Port {port} används redan av ett annat program; välj en annan med FINSAM_PORT, till exempel {port + 1}."
        )
    if error.errno == errno.EACCES:
        return f"Port {port} kräver särskild behörighet; välj en över 1023 med FINSAM_PORT, till exempel 7860."
    return f"Det går inte att lyssna på {host}:{port} ({error.strerror}); ändra FINSAM_HOST eller FINSAM_PORT."


def _address(place: socket.socket) -> str:
    host, port = place.getsockname()[:2]
    return f"[{host}]:{port}" if ":" in host else f"{host}:{port}"


def stay_local(hub_download: bool) -> None:
    """Keep the libraries from calling home. To be called before Gradio or a model library is imported."""
    os.environ["GRADIO_ANALYTICS_ENABLED"] = "False"
    if not hub_download:
        os.environ["HF_HUB_OFFLINE"] = "1"


def _warm(assistant: Assistant) -> None:
    """Load what is heavy; while there is no index yet, look for one now and then."""
    while not assistant.ready():
        if assistant.health().get("status") != "no_index":
            try:
                assistant.warm()
            except Exception as exc:
                # The page stays up and every question says that it failed; the log says why.
                log.error("warm.failed error=%s: %s", type(exc).__name__, exc)
            return
        time.sleep(LOOK_S)


def health_application(assistant: Assistant) -> FastAPI:
    """Build the part that needs no page: ``/healthz``, 200 when an index serves and 503 otherwise."""
    from fastapi import FastAPI
    from fastapi.responses import JSONResponse

    app = FastAPI(docs_url=None, redoc_url=None, openapi_url=None)

    @app.get("/healthz")
    def health() -> JSONResponse:
        found = assistant.health()
        return JSONResponse(found, status_code=200 if found.get("status") == "ok" else 503)

    return app


def application(assistant: Assistant, screener: Screener) -> FastAPI:
    """Build the web application around one assistant and its screener."""
    import gradio as gr

    from assistant.ui.page import page
    from assistant.ui.theme import Office

    blocks = page(assistant, screener)
    blocks.queue(max_size=64, default_concurrency_limit=4)
    mounted: FastAPI = gr.mount_gradio_app(
        health_application(assistant),
        blocks,
        path="/",
        theme=Office(),
        head=f"<style>{''.join((STATIC / name).read_text(encoding='utf-8') for name in STYLES)}</style>",
        footer_links=[],
        run_history=False,
        show_error=False,
        enable_monitoring=False,
        ssr_mode=False,
        pwa=False,
        mcp_server=False,
    )
    mounted.add_middleware(LocalHead)
    return mounted


class LocalHead:
    """Takes references to other hosts out of the page's head, says that it is Swedish, and forbids the rest."""

    def __init__(self, app: Callable[[Message, Receive, Send], Awaitable[None]]) -> None:
        self.app = app

    async def __call__(self, scope: Message, receive: Receive, send: Send) -> None:
        if scope["type"] != "http" or scope["path"] != "/":
            await self.app(scope, receive, send)
            return
        started: Message = {}
        body = b""

        async def rewrite(message: Message) -> None:
            nonlocal started, body
            if message["type"] == "http.response.start":
                started = message
                return
            body += message.get("body", b"")
            if message.get("more_body"):
                return
            page = local_head(body)
            kept = [(name, value) for name, value in started["headers"] if name.lower() != b"content-length"]
            headers = [
                *kept,
                (b"content-length", str(len(page)).encode()),
                (b"content-security-policy", POLICY.encode()),
                (b"referrer-policy", b"no-referrer"),
            ]
            await send({**started, "headers": headers})
            await send({"type": "http.response.body", "body": page})

        await self.app(scope, receive, rewrite)


def local_head(page: bytes) -> bytes:
    """Return the page without the previews' meta tags and the example's address, its language set."""
    return _EXAMPLE.sub(b'""', _OUTSIDE_META.sub(b"", page)).replace(b'lang="en"', b'lang="sv"', 1)
