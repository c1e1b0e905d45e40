"""Where a model runs is told by its address alone; what is not this machine's loopback is somebody else's."""

from __future__ import annotations

import pytest

from assistant.models.place import Place


@pytest.mark.parametrize(
    ("provider", "url", "host", "local"),
    [
        ("ollama", "", "127.0.0.1", True),
        ("ollama", "http://10.0.0.5:11434", "10.0.0.5", False),
        ("openai", "", "openai", False),
        ("openai", "http://127.0.0.1:8000/v1", "127.0.0.1", True),
        ("openai", "http://127.8.9.1:8000/v1", "127.8.9.1", True),
        ("openai", "http://[::1]:8000/v1", "::1", True),
        ("openai", "http://LOCALHOST:8000/v1", "localhost", True),
        ("openai", "http://localhost.example.se/v1", "localhost.example.se", False),
        ("openai", "http://127.0.0.1.example.se/v1", "127.0.0.1.example.se", False),
        ("openai", "http://127.0.0.1@example.se/v1", "example.se", False),
        ("mistralai", "http://127.0.0.1:8000/v1", "127.0.0.1", True),
        ("anthropic", "http://127.0.0.1:8000", "127.0.0.1", False),
        ("openai", "http://0.0.0.0:8000/v1", "0.0.0.0", False),
        ("openai", "http://192.168.1.4/v1", "192.168.1.4", False),
    ],
)
def test_this_machine_or_another(provider: str, url: str, host: str, local: bool) -> None:
    assert Place.of(provider, url) == Place(host, local)


def test_places_in_words() -> None:
    assert Place("127.0.0.1", True).described == "på den här datorn"
    assert Place("api.example.se", False).described == "hos api.example.se"


def test_a_model_of_ollamas_cloud_runs_elsewhere() -> None:
    """Though this machine's Ollama is asked."""
    assert Place.of("ollama", "", "gpt-oss:120b-cloud") == Place("ollama.com", False)
    assert Place.of("ollama", "http://127.0.0.1:11434", "llama3.1:8b").local
