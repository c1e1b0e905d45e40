"""A model's sentence as it is compared: one way of writing each letter, figure and space; or refused."""

from __future__ import annotations

import re
import unicodedata

LONGEST = 1200
"""Letters of a sentence that is looked at; a longer one is no sentence."""

_TO_THE_READER = re.compile(
    r"https?:|www\.|\S@\S|<[a-z/!]|```|\{\{|\bsom (?:en )?(?:ai|språkmodell|assistent)\b|\bas an? (?:ai|assistant)\b"
    r"|^(?:här (?:är|kommer|följer)|sammanfattningsvis|svar|hoppas|tveka inte|jag|here (?:is|are)|sure|certainly)\b"
    r"|^(?-i:I)\s(?:am|have|can|do|will|would|hope|could)\b"
    r"|\b(?:instruktion|systemprompt|system prompt|ignorera[rt]?|ignoring|instructions)\b",
    re.IGNORECASE,
)
_QUOTED = re.compile(r"[”“\"»«]([^”“\"»«]{3,}?)[”“\"»«]")
_MIXED = re.compile(r"(?<![A-Za-zÅÄÖåäö-])(?=\w*\d)(?=\w*[lOoI])[\dlOoI]{2,}(?!\w)")
"""A figure with letters that look like figures in it."""


def normal(sentence: str) -> str | None:
    """Return ``sentence`` with compatible characters made one and what cannot be seen taken out; None when it is too
    long, holds what no plain sentence does, or speaks to the reader rather than of the documents."""
    if len(sentence) > LONGEST:
        return None
    text = unicodedata.normalize("NFKC", _superscripts_refused(sentence))
    text = "".join(one for one in text if unicodedata.category(one) not in ("Cf", "Co", "Cs"))
    if any(unicodedata.category(one) == "Cc" and not one.isspace() for one in text):
        return None
    if any(one.isdigit() and not one.isascii() for one in text) or not _is_latin(text):
        return None
    text = " ".join(text.split())
    return None if _TO_THE_READER.search(text) or _MIXED.search(text) else text


def misquoted(sentence: str, place: str) -> bool:
    """True when a sentence puts between quotation marks what its place does not say in those words."""
    there = _plain(place)
    return any(_plain(quoted[1]) not in there for quoted in _QUOTED.finditer(sentence))


def _plain(text: str) -> str:
    return " ".join(re.findall(r"\w+", text.lower()))


def _superscripts_refused(text: str) -> str:
    """Raised and lowered figures are no figures of the sentence: one glued to a number would change it."""
    return "".join("\x00" if unicodedata.decomposition(one).startswith(("<super>", "<sub>")) else one for one in text)


def _is_latin(text: str) -> bool:
    """True when every letter is a Latin one: others look like them."""
    return all(not one.isalpha() or "LATIN" in unicodedata.name(one, "") for one in text)
