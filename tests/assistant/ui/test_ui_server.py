"""The web server: health, local head, addresses that cannot be used."""

from __future__ import annotations

import socket

import pytest

from assistant.ui import server
from assistant.ui.server import CannotListen, bind, local_head
from tests.assistant.ui.desk import Desk


def test_a_port_in_use_is_one_sentence_that_names_the_setting():
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        with pytest.raises(CannotListen, match=rf"^Port {port} används redan.*FINSAM_PORT.*\.$"):
            bind("127.0.0.1", port)


@pytest.mark.parametrize("host", ["192.0.2.1", "no such host"])
def test_an_address_of_another_machine_names_the_setting(host):
    with pytest.raises(CannotListen, match="FINSAM_HOST"):
        bind(host, 0)


def test_port_0_is_any_free_one():
    with bind("127.0.0.1", 0) as place:
        assert place.getsockname()[1] > 0


def test_the_head_names_no_other_host_and_is_swedish():
    page = (
        b'<html\n\tlang="en"><meta charset="utf-8" /><meta\n property="og:image"\n content="https://raw.example/x.jpg"\n/>'
        b'<meta name="twitter:creator" content="@x" /><title>T</title>'
    )
    assert local_head(page) == b'<html\n\tlang="sv"><meta charset="utf-8" /><title>T</title>'


def test_the_libraries_are_kept_local_unless_a_download_was_asked_for(monkeypatch):
    for name in ("GRADIO_ANALYTICS_ENABLED", "HF_HUB_OFFLINE"):
        monkeypatch.setenv(name, "")
    server.stay_local(hub_download=True)
    assert server.os.environ["GRADIO_ANALYTICS_ENABLED"] == "False"
    assert server.os.environ["HF_HUB_OFFLINE"] == ""
    server.stay_local(hub_download=False)
    assert server.os.environ["HF_HUB_OFFLINE"] == "1"


def test_an_index_that_comes_later_is_loaded(monkeypatch):
    late = Desk(status="no_index")

    def build(seconds):
        assert seconds == server.LOOK_S
        assert late.warmed == 0
        late.status = "warming"

    monkeypatch.setattr(server.time, "sleep", build)
    server._warm(late)
    assert late.warmed == 1


def test_a_failing_warm_up_is_logged_and_leaves_the_page_up(caplog):
    server._warm(Desk(ZeroDivisionError(), "warming"))
    assert "warm.failed error=ZeroDivisionError" in caplog.text


@pytest.mark.parametrize(("status", "code"), [("ok", 200), ("warming", 503), ("no_index", 503)])
def test_health_tells_whether_an_index_serves(status, code):
    from fastapi.testclient import TestClient

    client = TestClient(server.health_application(Desk(status=status)))
    answer = client.get("/healthz")
    assert (answer.status_code, answer.json()) == (code, {"status": status, "documents": 3})
