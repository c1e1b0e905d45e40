"""What a draft asks for: on the form, in a row of the budget, in a sentence, or as the sum of a budget for one year."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from assistant.screening.draft import Amount, Budget, Statement, Topic
from assistant.screening.reading import amounts, kinds
from assistant.screening.reading.kinds import Role
from assistant.screening.reading.money_lines import Found

_GUESS = re.compile(
    r"\b(?:kanske|vet inte|vet ej|oklart|osäker\w*|typ|nånstans|någonstans|säg|gissar|tror|maybe|perhaps|not sure"
    r"|don.t know)\b",
    re.IGNORECASE,
)
"""The applicant does not know: a guess is not asked for."""
_DENIED = re.compile(
    r"\b(?:söker|ansöker|begär)\s+(?:vi\s+)?(?:inte|ej)\b|\b(?:sökte|beviljades|fick|har fått|förra året)\b",
    re.IGNORECASE,
)
_WHICH_WE_ASK = re.compile(
    r",?\s(?:som|vilket|och det är (?:det|vad))\s(?:vi|projektet|vi nu|vi härmed)\s(?:\w+\s){0,2}?"
    r"(?:söker|ansöker|ber|hoppas|önskar|vill|begär|behöver)\b",
    re.IGNORECASE,
)
"""The amount comes first: "580 000 kronor som vi hoppas få"."""
_YEARLY = re.compile(
    r"\s*(?:kr\s*)?(?:/|per |om |varje )\s*(?:kalender)?år\b|\s*årligen\b|\s*(?:per|a|each) year|\s*annually",
    re.IGNORECASE,
)
_THIS_OR_NEXT = re.compile(
    r"[\s,(]*(?:för\s)?(?:i år|innevarande år|detta år|(?P<next>nästa år|året därpå))\b", re.IGNORECASE
)
_SEVERAL = re.compile(
    r"\b(?:hela (?:projekt\w*|perioden|tiden)|(?:två|tre|fyra|fem|2|3|4|5|two|three|four)[- ]?(?:år(?:s|ig\w*)?"
    r"|years?)\b"
    r"|flerårig\w*|båda åren|samtliga år|sammanlagt för)",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Asked:
    """What a draft asks for; see the fields of the same names of the draft."""

    requested: Amount | None
    in_all: Amount | None
    every: tuple[Amount, ...]


def find(text: str, statements: Sequence[Statement], found: Found, budget: Budget, period: str, year: int) -> Asked:
    """Return what the draft asks for in ``year``.

    The form comes first, then the budget's own row, then sentences that ask. Without any of them a draft for one year
    asks for what its budget sums up to. An amount without a year is for ``year`` unless the draft spans several.

    Args:
        period: the words of the draft that say when the project is.
    """
    rows = {line.amount.start for line in found.lines if line.role is Role.ROW}
    asked = [*_on_form(text, statements, year), *_in_budget(found), *_in_sentences(text, statements)]
    asked = [one for one in asked if one.start not in rows]
    every = tuple(sorted({one.start: one for one in asked}.values(), key=lambda one: one.start))
    is_long = len(amounts.years(period)) > 1 or _SEVERAL.search(period) is not None
    sums = {one.year: one for one in budget.stated_sums}
    divided = {one for one in sums if one is not None}
    for one in asked:
        if one.year == year:
            return Asked(one, None, every)
    if divided - {year} and year in divided:
        return Asked(sums[year], None, every)
    undated = [one for one in asked if one.year is None]
    if undated:
        first = undated[0]
        is_divided = _YEARLY.match(text, first.end) is not None or _is_dated_sum(first, found, year)
        if _spans(text, first, statements) or (is_long and not is_divided):
            return Asked(None, first, every)
        return Asked(replace(first, year=year), None, every)
    if asked or year not in (divided or {year}):
        return Asked(None, None, every)
    stated = budget.stated_sum(year)
    if stated is None:
        return Asked(None, None, every)
    if (is_long or _spans(text, stated, statements)) and not _is_dated_sum(stated, found, year):
        return Asked(None, stated, every)
    return Asked(replace(stated, year=year), None, every)


def _is_dated_sum(amount: Amount, found: Found, year: int) -> bool:
    """True when a sum of the same size is said to be for the year."""
    return any(
        line.amount.sek == amount.sek and line.amount.year == year and line.role in (Role.SUM, Role.ASKED)
        for line in found.lines
    )


def _in_words(text: str, amount: Amount, year: int) -> Amount:
    """Return an amount with the year that the words after it tell: "650 000 kr i år"."""
    said = None if amount.year else _THIS_OR_NEXT.match(text, amount.end)
    return replace(amount, year=year + bool(said["next"])) if said else amount


def _on_form(text: str, statements: Sequence[Statement], year: int) -> Iterator[Amount]:
    for one in statements:
        if one.topic is not Topic.AMOUNT or one.row:
            continue
        money = [found.amount for found in amounts.find(text, one.start, one.end, "kr") if not found.per]
        money = [amount for amount in money if amount.sek >= 1000]
        label = amounts.years(one.label)
        labelled = text.rfind(one.label, 0, one.start) if len(label) == 1 else -1
        dated = amounts.with_years(text, one.start if labelled < 0 else labelled, one.end, money)
        if _GUESS.search(text, one.start, one.end):
            continue
        if len(label) == len(dated) > 1 and not any(amount.year for amount in dated):
            dated = [replace(amount, year=year) for amount, year in zip(dated, label, strict=True)]
        for amount in dated:
            known = _in_words(text, amount, year)
            yield replace(known, year=label[0]) if len(label) == 1 and known.year is None else known


def _in_budget(found: Found) -> Iterator[Amount]:
    for line in found.lines:
        if line.role is Role.ASKED and (line.source >= 0 or not _GUESS.search(line.label)):
            yield line.amount


def _in_sentences(text: str, statements: Sequence[Statement]) -> Iterator[Amount]:
    for one in statements:
        if one.row or one.topic is Topic.AMOUNT:
            continue
        words = text[one.start : one.end]
        asks = kinds.ASKS.search(words)
        if asks is None or _GUESS.search(words) or _DENIED.search(words):
            continue
        money = [found.amount for found in amounts.find(text, one.start, one.end) if not found.per]
        dated = amounts.with_years(text, one.start, one.end, money)
        after = [amount for amount in dated if amount.start >= one.start + asks.start()]
        if not after and len(dated) == 1 and _WHICH_WE_ASK.match(text, dated[0].end):
            after = dated
        if len(after) > 1 and len({amount.year for amount in after}) < len(after):
            after = after[:1]
        yield from (amount for amount in after if not kinds.OTHERS.search(text, one.start, amount.start))


def _spans(text: str, amount: Amount, statements: Sequence[Statement]) -> bool:
    """True when the amount is said to be for several years together."""
    if _YEARLY.match(text, amount.end):
        return False
    one = next((one for one in statements if one.start <= amount.start < one.end), None)
    words = f"{one.label} {text[one.start : one.end]}" if one else ""
    return len(amounts.years(words)) > 1 or _SEVERAL.search(words) is not None
