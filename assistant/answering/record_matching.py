"""Which records of the register fit what is asked of it, and which claims still may answer."""

from __future__ import annotations

import re
from collections.abc import Iterable

from assistant.answering.claims import Claim
from assistant.answering.inquiry import Inquiry, Sought
from assistant.answering.kinship import PART
from assistant.answering.terms import Bag, Term
from assistant.register.entries import Entry, texts_of
from ingest.register.acts import FINITE, find
from ingest.register.model import Decision, Money, Result, Stance

_DECIDES = re.compile(r"beslut|bestäm|ställning|uppdrag|godkän|fastställ", re.IGNORECASE)
_REFUSED = frozenset({Stance.REJECTED, Stance.DEFERRED})


def fits(entry: Entry, inquiry: Inquiry) -> bool:
    """True for a record of the initiatives, times, measure, stance and subject that are asked for."""
    if inquiry.initiatives and not set(inquiry.initiatives) & set(entry.initiatives):
        return False
    if inquiry.years and not set(inquiry.years) & set(entry.years):
        return False
    record = entry.record
    if isinstance(record, Money | Result):
        return inquiry.measure is None or record.measure is inquiry.measure
    return not isinstance(record, Decision) or _fits_decision(record, inquiry)


def _fits_decision(record: Decision, inquiry: Inquiry) -> bool:
    if inquiry.stances and record.stance not in inquiry.stances and (inquiry.is_listed or inquiry.is_dated):
        return False
    if inquiry.days and not any(record.date.startswith(day) for day in inquiry.days):
        return False
    if inquiry.body and record.body and not record.body.lower().startswith(inquiry.body.lower()):
        return False
    if inquiry.sek is not None and record.sek != inquiry.sek:
        return False
    text = " ".join(texts_of(record))
    if any(str(year) not in text for year in inquiry.named_years):
        return False
    return holds_all(text, inquiry.subject)


def holds_all(text: str, terms: Iterable[Term]) -> bool:
    """True when a text holds every term, by more than a part of a compound."""
    bag = Bag.of(text)
    return all(bag.match(term) > PART for term in terms)


def tells_of(claim: Claim, stances: frozenset[Stance]) -> bool:
    """True when a claim says that a body did one of these things."""
    return any(hit.stance in stances and not hit.is_negated for hit in find(claim.text, FINITE))


def refuses(inquiry: Inquiry) -> bool:
    """True when it is asked for all that was refused or put off: what does not tell of that is no answer."""
    is_all = inquiry.is_listed or inquiry.is_doubted
    return inquiry.sought is Sought.DECISIONS and is_all and bool(inquiry.stances & _REFUSED)


def is_about(claim: Claim, inquiry: Inquiry) -> bool:
    """True unless decisions on a subject are asked for and a claim holds nothing of it, or of deciding."""
    if inquiry.sought is not Sought.DECISIONS or not inquiry.is_listed or not inquiry.subject:
        return True
    tells = _DECIDES.search(claim.text) is not None or tells_of(claim, frozenset(Stance))
    return tells and any(term.stem in claim.held for term in inquiry.subject)
