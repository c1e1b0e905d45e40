"""Which kind of document a question points at: "enligt lagen", "i rapporten", "planen"."""

from __future__ import annotations

import re

_HINTS: tuple[tuple[str, str], ...] = (
    ("lag", r"\blag(?:en|ens|text\w*)?\b|finsamlag|paragraf|§|\bthe (?:law|act)\b"),
    ("forbundsordning", r"förbundsordning"),
    ("inriktning", r"inriktningsdokument"),
    ("verksamhetsplan", r"verksamhetsplan|\bplanen\b|årsplan|activity plan|\bplan for\b"),
    ("beslut", r"protokoll|\bminutes\b"),
    ("redovisning", r"delår|årsredovisning|bokslut|redovisningen|balansräkning|interim report|annual report"),
    ("rapport", r"(?:tioårs|jubileums|10-års)rapport|\brapporten\b|ten-year report"),
)
_COMPILED = tuple((kind, re.compile(pattern, re.IGNORECASE)) for kind, pattern in _HINTS)


def types_meant(text: str) -> frozenset[str]:
    """Return the types of document that a question names; empty when it names none."""
    return frozenset(kind for kind, pattern in _COMPILED if pattern.search(text))
