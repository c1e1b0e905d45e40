"""Put claims into words: the answer first, a mark after each claim, lists whole, figures as a small table."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import reduce
from operator import or_

from assistant.answering.arithmetic import Reckoning
from assistant.answering.claims import Claim, head_of, render, with_unit
from assistant.answering.draft import Draft, as_sentence, unmarked
from assistant.answering.eligibility import is_note
from assistant.answering.evidence import is_denial
from assistant.answering.facts import Fact, first_figures
from assistant.answering.leads import lead_of, numbered_headings
from assistant.answering.listing import Listing
from assistant.answering.parts import PartAnswer
from assistant.associations import association_name
from assistant.lexicon import stem
from assistant.years import years_in
from ingest.model import Document, Kind, Table
from ingest.sentences import split_sentences

LEAD_LENGTH = 160
"""Characters of a line that leads in to a list and is said with its item."""

LABEL_LENGTH = 24
"""Characters of a lead-in that is a mere label and is said before its item."""

ITEM_LENGTH = 180
"""Characters of a list item; a longer one is cut at a sentence's end."""

ADDED = 20
"""Characters that a claim must add to what has been said from where it begins."""

MOST_ITEMS = 12
"""Items of a list that a claim leads in to."""

_MORE = {
    "sv": "Det finns fler i registret, på fliken Beslut och siffror.",
    "en": "There are more in the register, on the page Beslut och siffror.",
}
"""Said below what is cut."""

_WORD = re.compile(r"[^\W\d_]+")
_TABLE_WORD = re.compile(r"^(?:tabell|table)\s*\d*\s*[:.–-]\s*", re.IGNORECASE)


def compose(answers: Sequence[PartAnswer], language: str = "sv") -> Draft:
    """Write the answers to a question's parts in order, each claim once, and last how many documents were gone through
    for what was to be whole."""
    draft = Draft()
    said: set[tuple[str, int]] = set()
    for place, answer in enumerate(answers):
        if _is_said_already(answer, answers[:place]):
            continue
        begun = len(draft.lines)
        if answer.listing:
            _say_listing(draft, answer.listing, said)
        others = [conflict.claim for conflict in answer.conflicts if conflict.claim]
        claims = (*answer.claims, *others)
        dated = len({claim.document.source.year for claim in claims}) > 1
        for claim in claims:
            _say_claim(draft, claim, claims, said, dated)
        if answer.reckoning:
            _say_reckoning(draft, answer.reckoning)
        for conflict in answer.conflicts:
            if not (conflict.claim and is_note(conflict.claim)):
                draft.remark(f"Uppgifterna stämmer inte överens: {conflict.detail}.")
        if answer.is_list:
            draft.itemise(begun)
        if answer.is_cut:
            draft.remark(_MORE[language])
        if answer.association and len(draft.lines) > begun:
            draft.lines[begun] = _of(association_name(answer.association), draft.lines[begun])
        draft.end_part(begun)
    whole = [answer.thoroughness for answer in answers if answer.thoroughness]
    partly = any(answer and answer.association and answer.thoroughness is None for answer in answers)
    if whole and not partly and len((through := reduce(or_, whole)).of) > 1:
        draft.remark(through.said(language))
    return draft


def _of(name: str, line: str) -> str:
    """Return a line that tells which association it is about."""
    return line if name in _WORD.findall(line) else f"{name}: {line}"


def _is_said_already(answer: PartAnswer, before: Sequence[PartAnswer]) -> bool:
    """True for a list that an earlier part has given already."""
    earlier = [one.listing for one in before if one.listing]
    return answer.listing is not None and any(one.items == answer.listing.items for one in earlier)


def _say_claim(draft: Draft, claim: Claim, claims: Sequence[Claim], said: set[tuple[str, int]], dated: bool) -> None:
    """Say a claim; ``dated`` when others are of other years, so that each must tell its own."""
    if claim.fact is not None:
        _say_fact(draft, claim, claims, said)
        return
    start, end = claim.start, _close_quotation(claim)
    if (claim.document.id, start) in said:
        _say_rest(draft, claim, end)
        return
    said.add((claim.document.id, start))
    led_in = _lead_in(draft, claim, said)
    year = claim.document.source.year
    before = f"{year}: " if dated and year and not years_in(claim.text) else ""
    before += _subject(claim) if led_in is None else led_in
    draft.say(before + _unmarked(claim, start, end), claim.document, start, end)
    if claim.text.endswith(":"):
        _say_what_follows(draft, claim, said)


def _say_rest(draft: Draft, claim: Claim, end: int) -> None:
    """Say what a claim adds to what has been said from where it begins."""
    cited = (one.end for one in draft.citations if (one.document, one.start) == (claim.document.id, claim.start))
    start = max(cited, default=end)
    if end - start >= ADDED:
        draft.say(claim.document.text[start:end], claim.document, start, end)


def _unmarked(claim: Claim, start: int, end: int) -> str:
    """Return the words of a claim without the marker of a list item or the number of a note."""
    text = claim.document.text[start:end]
    if claim.block and claim.block.kind is Kind.NOTE and start == claim.block.start:
        text = text.removeprefix(claim.block.mark)
    return unmarked(text)


def _lead_in(draft: Draft, claim: Claim, said: set[tuple[str, int]]) -> str | None:
    """Say the short line that leads in to the list of which the claim is an item: without it the item misleads.

    Returns:
        what is to stand before the item: the line itself when it is a mere label ("Mål:") without a figure to quote, ""
        when it has been said on a line of its own, None when nothing leads in.
    """
    lead = lead_of(claim.document, claim.block) if claim.block else None
    if lead is None:
        return None
    start, end = split_sentences(claim.document.text, lead.start, lead.end)[-1]
    if end - start > LEAD_LENGTH:
        return None
    if end - start <= LABEL_LENGTH and not any(map(str.isdigit, claim.document.text[start:end])):
        return f"{claim.document.text[start:end]} "
    if (claim.document.id, start) not in said:
        said.add((claim.document.id, start))
        draft.say(claim.document.text[start:end], claim.document, start, end)
    return ""


def _subject(claim: Claim) -> str:
    """Return "heading: " when a claim stands below a short heading that names its subject, which it does not, or below
    one that denies what it says ("Får inte finansieras")."""
    if claim.block is None:
        return ""
    section = claim.document.sections[claim.block.section]
    if is_denial(section.heading) and not is_denial(claim.text):
        return f"{section.heading.removeprefix(section.number).lstrip('. ')}: "
    if section.level < 2 or section.number or len(section.heading) > 40 or not section.heading[:1].isupper():
        return ""
    named = [word for word in _WORD.findall(section.heading) if len(word) > 2]
    text = claim.text.lower()
    if not named or any(stem(word) in text for word in named):
        return ""
    siblings = sum(one.level == section.level and one.path[:-1] == section.path[:-1] for one in claim.document.sections)
    return f"{section.heading}: " if siblings > 2 and not is_note(claim) else ""


def _say_what_follows(draft: Draft, claim: Claim, said: set[tuple[str, int]]) -> None:
    """Say what a lead-in leads in to: the items of its list, the rows of its table, or the first sentences of the next
    paragraph."""
    blocks = claim.document.blocks
    following = [block for block in blocks if block.start >= claim.end and block.kind is not Kind.NOTE][:MOST_ITEMS]
    for place, block in enumerate(following):
        if block.kind is Kind.ITEM:
            said.add((claim.document.id, block.start))
            _say_item(draft, claim.document, block.start, block.end)
        elif place == 0 and (numbered := numbered_headings(claim.document, block)):
            for start, end in numbered:
                _say_item(draft, claim.document, start, end)
            return
        elif place == 0 and block.kind is Kind.TABLE:
            _say_rows(draft, first_figures(claim.document, block.start), said)
            return
        elif place == 0 and block.kind is Kind.PARAGRAPH:
            end = _few_sentences(claim.document, block.start, block.end)
            draft.say(claim.document.text[block.start : end], claim.document, block.start, end)
            return
        else:
            return


def _close_quotation(claim: Claim) -> int:
    """Return where the claim ends, or where a quotation that it opens is closed, at most 900 characters on."""
    text = claim.document.text
    if text[claim.start : claim.end].count("”") % 2 == 0 or claim.block is None:
        return claim.end
    stop = min(claim.block.end, claim.start + 900)
    found = [end for _, end in split_sentences(text, claim.start, claim.block.end) if end <= stop]
    closing = [end for end in found if text[claim.start : end].count("”") % 2 == 0]
    return closing[0] if closing else (found[-1] if found else claim.end)


def _few_sentences(document: Document, start: int, end: int, most: int = 450) -> int:
    """Return where the sentences end that together stay within about ``most`` characters."""
    stop = start
    for _, last in split_sentences(document.text, start, end):
        if stop > start and last - start > most:
            break
        stop = last
    return stop


def _say_fact(draft: Draft, claim: Claim, claims: Sequence[Claim], said: set[tuple[str, int]]) -> None:
    """Say all chosen cells of one row together."""
    fact = claim.fact
    assert fact is not None
    row = (claim.document.id, claim.start)
    together = sorted(
        (one.fact for one in claims if one.fact and (one.document.id, one.start) == row), key=lambda one: one.column
    )
    new = [one for one in together if (claim.document.id, one.cell.start) not in said]
    if not new:
        return
    said.update((claim.document.id, one.cell.start) for one in new)
    if fact.table.sheet:
        draft.lines.append(f"{as_sentence(render(fact))} {draft.mark_cells([fact])}")
        return
    cells = ", ".join(headed(head_of(one), with_unit(one)) for one in new)
    title = f" ({table_title(fact.table)})" if fact.table.title else ""
    draft.lines.append(f"{as_sentence(f'{fact.subject}: {cells}{title}')} {draft.mark_cells(new)}")


def _say_listing(draft: Draft, listing: Listing, said: set[tuple[str, int]]) -> None:
    document = listing.document
    if listing.facts:
        _say_rows(draft, listing.facts, said)
        return
    if listing.lead:
        start, end = listing.lead
        start = split_sentences(document.text, start, end)[-1][0]
        said.add((document.id, start))
        draft.say(document.text[start:end], document, start, end)
    for start, end in listing.items:
        said.add((document.id, start))
        _say_item(draft, document, start, end)


def _say_rows(draft: Draft, facts: Sequence[Fact], said: set[tuple[str, int]]) -> None:
    """Say one column of a table row by row, below its title, the column's head and how many of its rows these are."""
    if not facts:
        return
    table = facts[0].table
    named = [table_title(table) or facts[0].document.source.title, head_of(facts[0])]
    rows = sum(not row.is_sum for row in table.rows)
    said_of = sum(not fact.row.is_sum for fact in facts)
    share = f" ({said_of} av {rows} rader)" if said_of < rows else ""
    draft.lines.append(f"{', '.join(filter(None, named))}{share}:")
    for fact in facts:
        said.add((fact.document.id, fact.cell.start))
        draft.lines.append(f"- {fact.subject}: {with_unit(fact)} {draft.mark_cells([fact])}")


def _say_item(draft: Draft, document: Document, start: int, end: int) -> None:
    end = _few_sentences(document, start, end, ITEM_LENGTH)
    draft.lines.append(f"- {unmarked(document.text[start:end])} {draft.mark(document, start, end)}")


def _say_reckoning(draft: Draft, reckoning: Reckoning) -> None:
    if reckoning.claims:
        marks = " ".join(dict.fromkeys(_marks(draft, claim) for claim in reckoning.claims))
    else:
        marks = draft.mark_cells(reckoning.facts)
    draft.lines.append(f"{reckoning.text} {marks}")
    draft.worked.append(draft.lines[-1])


def _marks(draft: Draft, claim: Claim) -> str:
    return draft.mark_cells([claim.fact]) if claim.fact else draft.mark(claim.document, claim.start, claim.end)


def table_title(table: Table) -> str:
    """Return a table's title as it reads inside a sentence."""
    return _TABLE_WORD.sub("", table.title).rstrip(" .:")


def headed(head: str, value: str) -> str:
    """Return "head value"; a colon keeps a year in the head apart from the figure that follows."""
    mark = ":" if head[-1:].isdigit() else ""
    return f"{head}{mark} {value}" if head else value
