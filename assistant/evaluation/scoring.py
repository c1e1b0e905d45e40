"""What a right answer holds, and the rule by which an answer passes.

An item lists answer points, each with its accepted forms; a form is found in a text after both have been brought
to one spelling (case, dashes, digit grouping, decimal sign, percent, kronor, Mkr, tkr).
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass

_DASH = re.compile("[\u00ad\u2010-\u2015\u2212]")
_DOUBLE_QUOTE = re.compile("[\u201c-\u201e\u00ab\u00bb]")
_SINGLE_QUOTE = re.compile("[\u2018\u2019\u00b4`]")
_GROUPED = re.compile(r"(?<![\d.,])\d{1,3}(?:[ .,]\d{3})+(?!\d)")

_SPELLINGS = (
    (re.compile(r"(?<=\w) ?(?:procent|percent|per cent)\b|(?<=\w) %"), "%"),
    (re.compile(r"(?<=\d)\.(?=\d)"), ","),
    (
        re.compile(
            r"(?<![a-zåäö])(?:miljoner|miljon|milj\.?|mnkr|mkr|msek|millions?|mn)(?![a-zåäö])"
            r"(?: ?(?:kronor|kr|sek|swedish kronor)(?![a-zåäö]))?"
        ),
        "mkr",
    ),
    (re.compile(r"(?<![a-zåäö])(?:tusen kronor|tusen kr|tkr|ksek)(?![a-zåäö])"), "tkr"),
    (re.compile(r"(?<=\d) ?(mkr|tkr)\b"), r" \1"),
    (re.compile(r"\bkronor\b"), "kr"),
    (re.compile(r"(?<=\d) ?§"), " §"),
    (re.compile(r" ?/ ?"), "/"),
)


@dataclass(frozen=True, slots=True)
class Item:
    """One question with what a right answer holds."""

    id: str
    question: str
    kind: str = ""
    history: tuple[str, ...] = ()
    """The earlier questions of the talk, the oldest first."""
    answer_points: tuple[tuple[str, ...], ...] = ()
    forbidden: tuple[str, ...] = ()
    cite: frozenset[str] = frozenset()
    """Documents of which any one must be cited; empty when any source will do."""
    gold_quote: str = ""
    gold_doc: str = ""
    abstain: bool = False
    review: frozenset[str] | None = None
    """The codes of :mod:`assistant.review` that are due; None when that was not looked into."""
    note: str = ""
    lang: str = ""
    difficulty: str = ""


@dataclass(frozen=True, slots=True)
class Verdict:
    """Whether an answer passed, and every reason why it did not, in Swedish."""

    id: str
    passed: bool
    reasons: tuple[str, ...]


def normalise(text: str) -> str:
    """`text` in lower case, with one kind of space, dash and quote, ungrouped digits and one form of each unit."""
    text = unicodedata.normalize("NFKC", text).lower()
    text = _SINGLE_QUOTE.sub("'", _DOUBLE_QUOTE.sub('"', _DASH.sub("-", text)))
    text = " ".join(re.sub("[*#]", "", text).split())
    percent, *rest = _SPELLINGS
    text = percent[0].sub(percent[1], text)
    text = _GROUPED.sub(lambda match: re.sub("[ .,]", "", match[0]), text)
    for pattern, spelling in rest:
        text = pattern.sub(spelling, text)
    return text


def found(form: str, text: str) -> bool:
    """Whether a normalised `text` holds `form`.

    A form starts at a word boundary and may be a stem, but numbers and words of up to four letters match whole.
    A leading `^` asks for the start of the text, a leading `*` lifts the boundary.
    """
    if form.startswith("^"):
        return re.match(re.escape(normalise(form[1:])) + r"(?![^\W_])", text.lstrip("\"' ")) is not None
    plain = normalise(form.removeprefix("*"))
    if not plain:
        return False
    before = r"(?<![^\W_])" if plain[0].isalnum() and not form.startswith("*") else ""
    if plain[0].isdigit():
        before += r"(?<!\d[.,])"
    after = ""
    if plain[-1].isdigit():
        after = r"(?![.,]?\d)"
    elif plain[-1].isalpha() and len(plain) <= 4:
        after = r"(?![^\W\d_])"
    return re.search(before + re.escape(plain) + after, text) is not None


def judge(item: Item, answer: str, *, abstained: bool, cited: Iterable[str]) -> Verdict:
    """Apply the pass rule.

    An answerable item wants every answer point, nothing forbidden, one of its documents cited and no abstention.
    An item to abstain from wants the abstention and nothing forbidden.
    """
    text = normalise(answer)
    reasons = [f"säger ”{form}”, som inte får stå i svaret" for form in item.forbidden if found(form, text)]
    if abstained != item.abstain:
        reasons.append("borde ha avstått" if item.abstain else "avstod fast frågan går att besvara")
    if not item.abstain:
        reasons += [f"saknar ”{forms[0]}”" for forms in item.answer_points if not any(found(f, text) for f in forms)]
        if item.cite and item.cite.isdisjoint(cited):
            reasons.append("ingen källa till " + " eller ".join(sorted(item.cite)))
    return Verdict(item.id, not reasons, tuple(reasons))
