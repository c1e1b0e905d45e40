"""The language of phrases finds what it says, and nothing across the end of a sentence."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from assistant.screening import judging
from assistant.screening.judging.phrases import compile_phrases

JUDGING = Path(judging.__file__).parent


@pytest.mark.parametrize(
    ("phrase", "text", "found"),
    [
        ("rehab*", "de får rehabilitering", True),
        ("rehab*", "prehabilitering", False),
        ("*förmåga", "deras arbetsförmåga prövas", True),
        ("(bor|bosatta) i malmö", "som är bosatta i Malmö", True),
        ("(bor|bosatta) i malmö", "bosatta nära Malmö", False),
        ("bor .. malmö", "de bor sedan länge i Malmö", True),
        ("bor .. malmö", "Alla bor. I Malmö finns mer.", False),
        ("bor .. malmö", "bor ett två tre fyra fem sex sju åtta nio Malmö", False),
        ("bor ... malmö", "bor ett två tre. Fyra fem sex sju Malmö", True),
        ("# deltagare", "1 200 deltagare", True),
        ("inte (alls)? aktuellt", "inte alls aktuellt", True),
        ("inte (alls)? aktuellt", "inte aktuellt", True),
        ("stod (på|i)?", "där de stod på", True),
        ("a, b", "a b", False),
        ("AI", "ingen AI här", True),
        ("AI", "Haiti", False),
        ("varken .. eller", "vare sig det ena eller det andra", True),
        ("först @", "först 2041", True),
        ("först @", "först 30", False),
    ],
)
def test_a_phrase_finds_what_it_means(phrase: str, text: str, found: bool) -> None:
    assert bool(compile_phrases([phrase]).search(text)) is found


def test_names_in_braces_are_filled_in() -> None:
    pattern = compile_phrases(["bor i {place}"], {"place": "(Malmö|Lund)"})
    assert pattern.search("hon bor i Lund")
    assert not pattern.search("hon bor i Ystad")


def test_no_phrases_match_nothing() -> None:
    assert compile_phrases([]).search("vad som helst") is None


@pytest.mark.parametrize("phrase", ["(bor", "bor)"])
def test_a_bracket_without_its_other_half_is_an_error(phrase: str) -> None:
    with pytest.raises(ValueError, match="Parentes"):
        compile_phrases([phrase])


@pytest.mark.parametrize(
    "path", [*sorted((JUDGING / "cues").iterdir()), JUDGING / "doubts.toml"], ids=lambda path: path.stem
)
def test_no_phrase_stands_twice_in_a_list(path: Path) -> None:
    lists = _lists(tomllib.loads(path.read_text(encoding="utf-8")))
    twice = [(key, phrase) for key, phrases in lists for phrase in phrases if phrases.count(phrase) > 1]
    assert twice == []


def _lists(entry: dict[str, Any], name: str = "") -> Iterator[tuple[str, list[Any]]]:
    for key, value in entry.items():
        if isinstance(value, dict):
            yield from _lists(value, f"{name}.{key}")
        elif isinstance(value, list):
            yield f"{name}.{key}", value
