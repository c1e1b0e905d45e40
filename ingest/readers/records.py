"""Turn a data file of decisions or of initiatives into plain Swedish sentences; see :mod:`ingest.ledger`.

Each record's first sentence carries its kind and its date, so that a quote of it cannot lose them, and no sentence
says more than the record does.
"""

from __future__ import annotations

from collections.abc import Iterable

from ingest.ledger import AmountKind, DateKind, Decision, DecisionKind, Initiative, parse_records
from ingest.model import Block, Kind, Reading
from ingest.months import MONTHS

_DECISION_WORDS: dict[DecisionKind, str] = {
    "beslut": "Beslut",
    "positivt ställningstagande": "Positivt ställningstagande (inte ett beviljande)",
    "villkor": "Villkor för en ansökan (inte ett beviljande)",
    "ställningstagande": "Ställningstagande",
    "förslag": "Förslag",
    "plan eller budget": "Plan eller budget",
    "uppdrag": "Uppdrag",
    "händelse": "Händelse",
}
_DATE_WORDS: dict[DateKind, str] = {
    "beslutsdatum": "beslutsdatum ",
    "publicering": "publicerad ",
    "planår": "planår ",
    "projektstart": "projektstart ",
    "händelsedag": "",
    "månad": "",
    "år": "år ",
}
_AMOUNT_WORDS: dict[AmountKind, str] = {
    "sökt": "sökt belopp, inte beslutat",
    "beviljat": "beviljat belopp",
    "budget": "budgeterat belopp",
    "budgetförslag": "belopp i ett budgetförslag",
    "ram": "beräknad ram",
    "tilldelning": "tilldelning",
    "projektbudget": "projektets hela budget",
    "bidrag": "bidrag",
    "använt": "använt belopp",
    "högsta belopp": "högsta belopp",
}
_ONLY_ONE_SOURCE = "Uppgiften är inte dubbelkontrollerad."


def read(data: bytes, name: str) -> Reading:
    """Return the records of a file's content as headings (a year, an initiative) with sentences below them.

    Raises:
        UnreadableFile: see :func:`ingest.ledger.parse_records`.
    """
    records = parse_records(data, name)
    decisions = sorted((r for r in records if isinstance(r, Decision)), key=lambda r: r.year)
    initiatives = (r for r in records if isinstance(r, Initiative))
    blocks = [*_decision_blocks(decisions), *(block for r in initiatives for block in _initiative_blocks(r))]
    return Reading(tuple(blocks))


def _decision_blocks(decisions: Iterable[Decision]) -> Iterable[Block]:
    year = None
    for record in decisions:
        if record.year != year:
            year = record.year
            yield Block(Kind.HEADING, f"År {year}", level=1)
        yield Block(Kind.PARAGRAPH, _decision_text(record))


def _decision_text(record: Decision) -> str:
    lead = f"{_DECISION_WORDS[record.kind]}, {record.body}, {_when(record)}: "
    if record.kind == "plan eller budget" and record.date in record.subject:
        lead = ""
    parts = [f"{lead}{record.subject} – {_sentence(record.decision)}"]
    if record.amount_sek is not None and record.amount_kind is not None:
        parts.append(f"Belopp: {_money(record.amount_sek, record.amount_kind, record.amount_approximate)}.")
    if record.reason:
        parts.append(f"Skäl: {_sentence(record.reason)}")
    if record.confidence == "medium":
        parts.append(_ONLY_ONE_SOURCE)
    parts.append(f"Källa: {_named_source(record.source_title, record.source_address)}")
    return " ".join(parts)


def _initiative_blocks(record: Initiative) -> Iterable[Block]:
    yield Block(Kind.HEADING, record.name, level=1)
    yield Block(Kind.PARAGRAPH, " ".join(_initiative_sentences(record)))
    for amount in record.amounts:
        note = f", {amount.note}" if amount.note else ""
        yield _item(f"{record.name}, {amount.period}: {_money(amount.sek, amount.kind, amount.approximate)}{note}.")
    for result in record.results:
        yield _item(f"{record.name} – {_sentence(result)}")
    sources = "; ".join(address.removeprefix("document:") for address in record.source_addresses)
    yield Block(Kind.PARAGRAPH, f"Källor för {record.name}: {sources}")


def _initiative_sentences(record: Initiative) -> Iterable[str]:
    kind = {
        "I": "är en individinriktad insats (I)",
        "S": "är en strukturinriktad insats (S)",
        "I/S": "är både individ- och strukturinriktad (I/S)",
        "okänd": "är en insats där det inte framgår om den är individ- eller strukturinriktad",
    }[record.type]
    yield f"{record.name} {kind}{f' ({record.type_note})' if record.type_note else ''}."
    if record.aliases:
        yield f"Andra namn: {', '.join(record.aliases)}."
    if record.likely_aliases:
        yield f"Troligen samma insats, men inte belagt: {', '.join(record.likely_aliases)}."
    yield f"Parter: {', '.join(record.parties)}." if record.parties else "Parterna framgår inte av källorna."
    yield f"Ägare: {record.owner}." if record.owner else "Ägaren framgår inte av källorna."
    if record.period:
        yield f"Tid: {record.period}."
    if record.target_group:
        yield f"Målgrupp: {_sentence(record.target_group)}"
    if record.note:
        yield f"Anmärkning: {_sentence(record.note)}"


def _item(text: str) -> Block:
    return Block(Kind.ITEM, f"• {text}", level=1, mark="•")


def _when(record: Decision) -> str:
    date = record.date
    if len(date) == 7:
        date = f"{MONTHS[int(date[5:]) - 1]} {date[:4]}"
    note = f" ({record.date_note})" if record.date_note else ""
    return f"{_DATE_WORDS[record.date_kind]}{date}{note}"


def _money(sek: int, kind: AmountKind, approximate: bool) -> str:
    digits = f"{sek:,}".replace(",", " ")
    return f"{'omkring ' if approximate else ''}{digits} kr, {_AMOUNT_WORDS[kind]}"


def _named_source(title: str, address: str) -> str:
    if address.startswith("document:"):
        return f"{title} ({address.removeprefix('document:')})"
    return f"{title}, {address}"


def _sentence(text: str) -> str:
    return text if text.rstrip().endswith((".", "!", "?")) else f"{text.rstrip()}."
