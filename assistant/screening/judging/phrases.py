"""Phrases to look for in a draft: a small language that is easier to read and write than regular expressions.

=============  =================================================================
``word*``      a word that begins so
``*word``      a word that ends so (``*word*`` has it in it)
``(a|b c|d*)`` one of these
``(a|b)?``     perhaps one of these
``..``         up to eight words of the same sentence may stand between, none of them a "not" or a "no"
``...``        any words of the same statement may stand between
``#``          a number in figures
``@``          a year of this century
``{name}``     filled in by the caller
``varken``     also "vare sig"
=============  =================================================================

Case does not count. Between two words any white space and punctuation but that which ends a clause may stand.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

_TOKEN = re.compile(r"\.\.\.|\.\.|[(|)?#]|[^\s(|)?#]+")
_NEGATION = r"(?:inte|ej|aldrig|ingen|inga|inget|ingenting|varken|vare\s+sig|utan|not|never|no|without)\b"
_GAP = rf"(?:[^\w.;!?]+(?!{_NEGATION})\w[\w-]*){{0,8}}?[^\w.;!?]+"
_REST = r"\b[\s\S]*?\b"
_SPACE = r"[^\w.;!?]+"
_YEAR = r"20\d\d"
_NUMBER = r"\d+(?:[\s\u00a0.,]\d+)*"
_SIGNS = {"#": _NUMBER, "@": _YEAR, "varken": r"(?:varken|vare\s+sig)"}


def compile_phrases(phrases: Iterable[str], fill: Mapping[str, str] | None = None) -> re.Pattern[str]:
    """Return one pattern for all the phrases, each first filled in with ``fill``; none at all match nothing.

    Raises:
        KeyError: a phrase names something that ``fill`` has not.
        ValueError: brackets that do not match.
    """
    parts = [_expression(phrase.format_map(fill) if fill is not None else phrase) for phrase in phrases]
    return re.compile(r"(?<!\w)(?:" + "|".join(parts) + r")(?!\w)" if parts else r"(?!)", re.IGNORECASE)


def _expression(phrase: str) -> str:
    """Translate one phrase."""
    tokens = _TOKEN.findall(phrase)
    expression, rest = _alternatives(tokens, 0)
    if rest != len(tokens):
        raise ValueError(f"Parentes utan början i frasen {phrase!r}.")
    return expression


def _alternatives(tokens: list[str], place: int) -> tuple[str, int]:
    """Translate from ``place`` to the bracket that closes, or to the end; return that place too."""
    sequences: list[list[str]] = [[]]
    while place < len(tokens) and tokens[place] != ")":
        token = tokens[place]
        place += 1
        if token == "|":
            sequences.append([])
        elif token == "(":
            inner, place = _alternatives(tokens, place)
            if place == len(tokens):
                raise ValueError("Parentes utan slut i en fras.")
            place += 1
            optional = place < len(tokens) and tokens[place] == "?"
            place += optional
            sequences[-1].append(f"?(?:{inner})" if optional else f"(?:{inner})")
        else:
            sequences[-1].append({"..": _GAP, "...": _REST}.get(token) or _word(token))
    return "|".join(map(_joined, sequences)), place


def _joined(parts: list[str]) -> str:
    """Join what stands in a row, with white space where no gap stands; "?" marks what may be missing."""
    out, waiting = "", ""  # waiting: what must stand before the next word, white space or a gap
    for place, part in enumerate(parts):
        is_last = place + 1 == len(parts)
        if part in (_GAP, _REST):
            waiting = part
        elif not part.startswith("?"):
            out += waiting + part
            waiting = _SPACE
        elif waiting in (_GAP, _REST) and not is_last:
            # What may be missing lies within the gap around it.
            continue
        elif is_last or out:
            out += f"(?:{waiting}{part[1:]})?+"
        else:
            out += f"(?:{part[1:]}{_SPACE})?+"
    return out


def _word(token: str) -> str:
    if token in _SIGNS:
        return _SIGNS[token]
    begins, ends = token.startswith("*"), token.endswith("*")
    return (r"\w*" if begins else "") + re.escape(token.strip("*")) + (r"[\w-]*" if ends else "")
