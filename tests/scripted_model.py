"""A server on the loopback address that speaks the OpenAI chat protocol, Ollama's and Anthropic's, as a test scripts.

Each request is answered by the script: a callable from the request's JSON to a :class:`Says`. The requests are kept,
and whether the client hung up before all was said.
"""

from __future__ import annotations

import json
import threading
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

Json = dict[str, Any]


@dataclass(frozen=True)
class Says:
    """What the server does with one request."""

    text: str = ""
    pieces: Sequence[str] = ()
    """In place of ``text``: sent one after another."""
    status: int = 200
    headers: Mapping[str, str] = field(default_factory=dict)
    body: str = ""
    """What an error says."""
    delay: float = 0.0
    """Seconds before each piece."""
    trickle: float = 0.0
    """Seconds before each byte, when above 0."""
    hang: float = 0.0
    """Seconds of silence before anything is sent."""
    stops_after: int | None = None
    """The connection is closed after so many pieces, without an end."""
    usage: tuple[int, int] | None = (120, 30)
    """Tokens in and out, as the server counts; None when it does not."""
    unasked: bool = False
    """It tells them with its last words, not apart and only when asked, as OpenAI's protocol has it."""
    finish: str = "stop"
    raw: bytes | None = None
    """In place of a stream: these bytes as they are."""

    @property
    def parts(self) -> Sequence[str]:
        return self.pieces or [self.text[at : at + 11] for at in range(0, len(self.text), 11)] or [""]


Script = Callable[[Json], Says]


class ScriptedModel:
    """The running server; ``script`` may be changed between requests."""

    def __init__(self, script: Script) -> None:
        self.script = script
        self.requests: list[Json] = []
        self.headers: list[Mapping[str, str]] = []
        self.hung_up = threading.Event()
        """A client went away before all was said."""
        self.lengths: dict[str, int | None] = {"provmodell": 8192}
        """The models that it lists, and the tokens that each takes in, where it tells."""
        self._stopping = threading.Event()
        self._server = ThreadingHTTPServer(("127.0.0.1", 0), _handler(self))
        self._server.daemon_threads = True
        threading.Thread(target=self._server.serve_forever, args=(0.02,), daemon=True).start()

    @property
    def address(self) -> str:
        """Without the "/v1" of the OpenAI protocol."""
        return f"http://127.0.0.1:{self._server.server_address[1]}"

    @property
    def prompt(self) -> str:
        """The text of the last request's last message of the user's."""
        return str([one["content"] for one in self.requests[-1]["messages"] if one["role"] == "user"][-1])

    def wait(self, seconds: float) -> None:
        """Sleep, or less when the server is being closed."""
        self._stopping.wait(seconds)

    def close(self) -> None:
        self._stopping.set()
        self._server.shutdown()
        self._server.server_close()


@contextmanager
def scripted_model(script: Script | str) -> Iterator[ScriptedModel]:
    """Serve ``script``, or one answer to everything, while the block lasts."""
    text = script if isinstance(script, str) else ""
    server = ScriptedModel((lambda request: Says(text)) if isinstance(script, str) else script)
    try:
        yield server
    finally:
        server.close()


def _handler(server: ScriptedModel) -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def log_message(self, format: str, *args: Any) -> None:
            pass

        def do_GET(self) -> None:
            listed = _tags(server.lengths) if self.path == "/api/tags" else _models(server.lengths)
            self._whole(200, json.dumps(listed).encode(), {})

        def do_POST(self) -> None:
            request = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
            if self.path == "/api/show":
                shown = _shown(server.lengths.get(request["model"]))
                self._whole(200 if shown else 404, json.dumps(shown).encode(), {})
                return
            server.requests.append(request)
            server.headers.append(dict(self.headers))
            says = server.script(request)
            try:
                self._answer(request, says)
            except (BrokenPipeError, ConnectionResetError):
                server.hung_up.set()
                self.close_connection = True

        def _answer(self, request: Json, says: Says) -> None:
            if says.hang and not self._survives(says.hang):
                raise BrokenPipeError
            if says.raw is not None:
                self._whole(says.status, says.raw, says.headers)
            elif says.status != 200:
                body = says.body or json.dumps({"error": {"message": "nej", "type": "fel"}})
                self._whole(says.status, body.encode(), says.headers)
            elif self.path.endswith("/api/chat"):
                self._stream(_ollama(says), says, "application/x-ndjson")
            elif self.path.endswith("/messages"):
                self._stream(_anthropic(says), says, "text/event-stream")
            elif request.get("stream"):
                self._stream(_openai(request, says), says, "text/event-stream")
            else:
                self._whole(200, json.dumps(_completion(says)).encode(), says.headers)

        def _whole(self, status: int, body: bytes, headers: Mapping[str, str]) -> None:
            self.send_response(status)
            for name, value in {"Content-Type": "application/json", **headers}.items():
                self.send_header(name, value)
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def _stream(self, events: Iterator[str], says: Says, kind: str) -> None:
            self.send_response(200)
            self.send_header("Content-Type", kind)
            self.send_header("Transfer-Encoding", "chunked")
            self.end_headers()
            self.close_connection = True
            for count, event in enumerate(events):
                if says.stops_after is not None and count >= says.stops_after:
                    return
                if says.delay and not self._survives(says.delay):
                    raise BrokenPipeError
                self._send(event.encode(), says.trickle)
            self.wfile.write(b"0\r\n\r\n")

        def _send(self, event: bytes, trickle: float) -> None:
            for part in [event[at : at + 1] for at in range(len(event))] if trickle else [event]:
                if trickle and not self._survives(trickle):
                    raise BrokenPipeError
                self.wfile.write(b"%x\r\n%s\r\n" % (len(part), part))
                self.wfile.flush()

        def _survives(self, seconds: float) -> bool:
            """Wait; return whether the client is still there."""
            end = time.monotonic() + seconds
            self.connection.setblocking(False)
            try:
                while time.monotonic() < end:
                    server.wait(0.01)
                    try:
                        if self.connection.recv(1) == b"":
                            return False
                    except BlockingIOError:
                        continue
                    except OSError:
                        return False
                return True
            finally:
                self.connection.setblocking(True)

    return Handler


def _openai(request: Json, says: Says) -> Iterator[str]:
    def event(delta: Json, finish: str | None = None, usage: Json | None = None, choices: bool = True) -> str:
        choice = [{"index": 0, "delta": delta, "finish_reason": finish}] if choices else []
        chunk = {"id": "c", "object": "chat.completion.chunk", "created": 1, "model": "provmodell", "choices": choice}
        return f"data: {json.dumps({**chunk, **({'usage': usage} if usage else {})})}\n\n"

    yield event({"role": "assistant", "content": ""})
    for piece in says.parts:
        yield event({"content": piece})
    counted = _usage(says.usage) if says.usage else None
    yield event({}, says.finish, counted if says.unasked else None)
    if counted and (request.get("stream_options") or {}).get("include_usage"):
        yield event({}, usage=counted, choices=False)
    yield "data: [DONE]\n\n"


def _completion(says: Says) -> Json:
    message = {"role": "assistant", "content": "".join(says.parts)}
    choice = {"index": 0, "message": message, "finish_reason": says.finish}
    usage = {"usage": _usage(says.usage)} if says.usage else {}
    return {"id": "c", "object": "chat.completion", "created": 1, "model": "provmodell", "choices": [choice], **usage}


def _usage(tokens: tuple[int, int]) -> Json:
    return {"prompt_tokens": tokens[0], "completion_tokens": tokens[1], "total_tokens": sum(tokens)}


def _ollama(says: Says) -> Iterator[str]:
    base = {"model": "provmodell", "created_at": "2026-01-01T00:00:00Z"}
    for piece in says.parts:
        yield json.dumps({**base, "message": {"role": "assistant", "content": piece}, "done": False}) + "\n"
    counts = {"prompt_eval_count": says.usage[0], "eval_count": says.usage[1]} if says.usage else {}
    last = {"message": {"role": "assistant", "content": ""}, "done": True, "done_reason": says.finish, **counts}
    yield json.dumps({**base, **last}) + "\n"


def _anthropic(says: Says) -> Iterator[str]:
    def event(kind: str, **about: Any) -> str:
        return f"event: {kind}\ndata: {json.dumps({'type': kind, **about})}\n\n"

    tokens = says.usage or (0, 0)
    message = {"id": "m", "type": "message", "role": "assistant", "content": [], "model": "provmodell"}
    begun, ended = ({"input_tokens": tokens[0], "output_tokens": count} for count in (0, tokens[1]))
    yield event("message_start", message={**message, "stop_reason": None, "stop_sequence": None, "usage": begun})
    yield event("content_block_start", index=0, content_block={"type": "text", "text": ""})
    for piece in says.parts:
        yield event("content_block_delta", index=0, delta={"type": "text_delta", "text": piece})
    yield event("content_block_stop", index=0)
    finish = "end_turn" if says.finish == "stop" else says.finish
    delta = {"stop_reason": finish, "stop_sequence": None}
    yield event("message_delta", delta=delta, usage=ended)
    yield event("message_stop")


def _models(lengths: Mapping[str, int | None]) -> Json:
    """What a server with OpenAI's protocol lists; vLLM tells the length."""
    told = {name: {"max_model_len": length} if length else {} for name, length in lengths.items()}
    return {"object": "list", "data": [{"id": name, "object": "model", **more} for name, more in told.items()]}


def _tags(lengths: Mapping[str, int | None]) -> Json:
    return {"models": [{"name": name} for name in lengths]}


def _shown(length: int | None) -> Json:
    return {"model_info": {"prov.context_length": length}} if length else {}
