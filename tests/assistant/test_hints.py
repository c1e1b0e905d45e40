"""A question tells which kind of document it means."""

from __future__ import annotations

import pytest

from assistant.hints import types_meant
from ingest.catalogue import AUTHORITY


@pytest.mark.parametrize(
    ("question", "types"),
    [
        ("Vad säger lagen om styrelsen?", {"lag"}),
        ("Enligt 7 § då?", {"lag"}),
        ("What does the act say?", {"lag"}),
        ("Vad står i förbundsordningen?", {"forbundsordning"}),
        ("Vad är visionen i planen?", {"verksamhetsplan"}),
        ("Vad är en planering?", set()),
        ("Vad visar delårsbokslutet?", {"redovisning"}),
        ("Vad säger tioårsrapporten?", {"rapport"}),
        ("Vad står i årsredovisningen och i protokollet?", {"redovisning", "beslut"}),
        ("Vem äger Fyren?", set()),
        ("", set()),
    ],
)
def test_what_is_named(question: str, types: set[str]) -> None:
    assert types_meant(question) == types
    assert types_meant(question.upper()) == types
    assert types <= set(AUTHORITY)
