"""Claims are put into words: the answer first, a mark after each line, lists and rows whole, nothing twice."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from assistant.answering.arithmetic import Reckoning
from assistant.answering.claims import Claim, claim_of_fact, claim_of_text
from assistant.answering.composition import compose, table_title
from assistant.answering.conflicts import Conflict
from assistant.answering.draft import Draft
from assistant.answering.listing import find_listings
from assistant.answering.parts import PartAnswer
from ingest.model import SEAM, Block, Document
from tests.assistant.drafted import document, facts, heading, hits, items, note, paragraph, part, steps, table, terms


def sentence(read: Document, words: str) -> Claim:
    start = read.text.index(words)
    return claim_of_text(read, start, start + len(words))


def said(*claims: Claim, conflicts: Sequence[Conflict] = (), reckoning: Reckoning | None = None) -> list[str]:
    return compose([PartAnswer(claims, None, reckoning, tuple(conflicts))]).lines


PLAN = document(
    heading("Plan 2031"),
    paragraph("Målgruppen är unga. Den är bred"),
    paragraph("Förbundet prioriterar i år:"),
    *items("unga vuxna", "nya arbetssätt"),
    paragraph("Därefter gäller:"),
    paragraph("Först detta. Sedan det."),
    note("7", "Unga är under 30 år."),
)


def test_a_sentence_and_its_mark() -> None:
    """A full stop is put where there is none; the quote is the place itself."""
    draft = compose([PartAnswer((sentence(PLAN, "Målgruppen är unga."), sentence(PLAN, "Den är bred")))])
    assert draft.lines == ["Målgruppen är unga. [1]", "Den är bred. [2]"]
    assert [citation.quote for citation in draft.citations] == ["Målgruppen är unga.", "Den är bred"]


def test_nothing_is_said_twice() -> None:
    claim = sentence(PLAN, "Målgruppen är unga.")
    draft = compose([PartAnswer((claim, claim)), PartAnswer((claim,))])
    assert draft.lines == ["Målgruppen är unga. [1]"]
    assert len(draft.citations) == 1


def test_an_item_is_said_with_what_leads_in_to_it() -> None:
    assert said(sentence(PLAN, "• nya arbetssätt")) == ["Förbundet prioriterar i år: [1]", "nya arbetssätt. [2]"]


def test_a_label_is_said_before_its_item() -> None:
    """On the item's own line; the quote is the item, so a label with a figure is quoted on a line of its own."""
    read = document(heading("Insatser"), paragraph("Mål:"), *items("fler i arbete", "färre sjukskrivna"))
    draft = compose([PartAnswer((sentence(read, "• färre sjukskrivna"),))])
    assert draft.lines == ["Mål: färre sjukskrivna. [1]"]
    assert [citation.quote for citation in draft.citations] == ["• färre sjukskrivna"]
    dated = document(heading("Insatser"), paragraph("Mål 2035:"), *items("fler i arbete", "färre sjukskrivna"))
    assert said(sentence(dated, "• färre sjukskrivna")) == ["Mål 2035: [1]", "färre sjukskrivna. [2]"]


def test_what_leads_in_is_said_with_what_follows() -> None:
    assert said(sentence(PLAN, "Förbundet prioriterar i år:")) == [
        "Förbundet prioriterar i år: [1]",
        "- unga vuxna [2]",
        "- nya arbetssätt [3]",
    ]
    assert said(sentence(PLAN, "Därefter gäller:")) == ["Därefter gäller: [1]", "Först detta. Sedan det. [2]"]


def test_an_item_that_was_given_with_its_list_is_not_said_again() -> None:
    lines = said(sentence(PLAN, "Förbundet prioriterar i år:"), sentence(PLAN, "• nya arbetssätt"))
    assert sum("nya arbetssätt" in line for line in lines) == 1


def test_a_note_is_said_without_its_number() -> None:
    assert said(sentence(PLAN, "7 Unga är under 30 år.")) == ["Unga är under 30 år. [1]"]


def test_claims_of_several_years_tell_their_own() -> None:
    old = document(heading("Plan"), *items("Målet är 40 deltagare."), id="äldre", year=2029)
    new = document(heading("Plan"), paragraph("Målet är 60 deltagare."), year=2031)
    dated = document(heading("Plan"), paragraph("Målet för 2030 är 50 deltagare."), id="annan", year=2030)
    claims = (sentence(old, "• Målet är 40 deltagare."), sentence(new, "Målet är 60 deltagare."))
    assert said(*claims) == ["2029: Målet är 40 deltagare. [1]", "2031: Målet är 60 deltagare. [2]"]
    assert said(claims[1], sentence(dated, "Målet för 2030 är 50 deltagare."))[1].startswith("Målet för 2030")


def test_a_claim_below_the_name_of_its_subject() -> None:
    """One of several headings alike is said before what does not name it."""
    names = ("Fyren", "Kompassen", "Landgången")
    parts = [
        block for name in names for block in (heading(name, 2), paragraph(f"Ägs av {name[0]} stad. {name} växer."))
    ]
    read = document(heading("Insatser"), *parts)
    assert said(sentence(read, "Ägs av F stad.")) == ["Fyren: Ägs av F stad. [1]"]
    assert said(sentence(read, "Fyren växer.")) == ["Fyren växer. [1]"]


def test_a_claim_below_a_heading_that_denies_it() -> None:
    """The heading is said, without its number; what denies by itself needs none."""
    read = document(heading("Plan"), heading("2. Får inte finansieras", 2), paragraph("Lokaler. Resor betalas inte."))
    assert said(sentence(read, "Lokaler.")) == ["Får inte finansieras: Lokaler. [1]"]
    assert said(sentence(read, "Resor betalas inte.")) == ["Resor betalas inte. [1]"]


def test_a_quotation_is_not_cut() -> None:
    read = document(heading("Röster"), paragraph("”Det var bra. Vi lärde oss mycket.” Så sade de."))
    assert said(sentence(read, "”Det var bra.")) == ["”Det var bra. Vi lärde oss mycket.” [1]"]


BUDGET = document(
    heading("Plan 2031"),
    table(
        ["Insats", "Ägare", "Budget 2031 (kr)"],
        ["Fyren", "Region Skåne", "2 400"],
        ["Kompassen", "Malmö stad", "3 900"],
        units=["", "", "kr"],
        title="Tabell 2. Insatser i budget.",
    ),
    table(["Fråga", "Svar"], ["Ägare", "Region Skåne"], title="Landgången", sheet=True),
)


def test_the_cells_of_a_row_together() -> None:
    """In the order of the columns, with the table's title, and the row as the quote."""
    owner, amount, *_ = (claim_of_fact(fact, terms("Fyren")) for fact in facts(BUDGET))
    draft = compose([PartAnswer((amount, owner))])
    assert draft.lines == ["Fyren: Ägare Region Skåne, Budget 2031: 2 400 kr (Insatser i budget). [1]"]
    assert [citation.quote for citation in draft.citations] == ["Fyren\tRegion Skåne\t2 400"]


def test_a_form() -> None:
    (form,) = (claim_of_fact(fact, terms("Landgången")) for fact in facts(BUDGET) if fact.table.sheet)
    assert said(form) == ["Landgången, ägare: Region Skåne. [1]"]


def test_the_quote_of_a_broken_row_holds_the_figure() -> None:
    """Where something was taken out of a row, what is quoted is the part with the cell that is said."""
    block = table(["Skulder", "Belopp (kr)"], ["Summa eget kapital och skulder", f"{SEAM}15 871"], units=["", "kr"])
    read = document(heading("Balans"), block)
    draft = compose([PartAnswer(tuple(claim_of_fact(fact, terms("skulder")) for fact in facts(read)))])
    assert [citation.quote for citation in draft.citations] == ["15 871"]


def test_the_rows_of_a_table_as_a_list() -> None:
    question = "Vilka insatser finns i budget?"
    (listing,) = find_listings(part(question), terms(question), hits(BUDGET))
    draft = compose([PartAnswer(listing=listing)])
    assert draft.lines == ["Insatser i budget, Budget 2031:", "- Fyren: 2 400 kr [1]", "- Kompassen: 3 900 kr [2]"]


@pytest.mark.parametrize("blocks", [items("8.1 Förarbeten", "Styrelse"), steps("8.1 Förarbeten", "Styrelse")])
def test_a_list_is_given_once(blocks: list[Block]) -> None:
    """With its lead-in and without its markers; a second part with the same list adds nothing."""
    read = document(heading("Mål"), paragraph("En inledning. Förbundets mål:"), *blocks)
    question = "Vilka mål har förbundet?"
    answer = PartAnswer(listing=find_listings(part(question), terms(question), hits(read))[0])
    expected = ["Förbundets mål: [1]", "- 8.1 Förarbeten [2]", "- Styrelse [3]"]
    assert compose([answer, answer]).lines == expected


def test_long_items_are_cut_at_a_sentence() -> None:
    first = f"Det första {'viktiga ' * 15}målet."
    read = document(heading("Mål"), paragraph("Mål:"), *items(f"{first} {'Mer text om detta. ' * 20}", "Två."))
    question = "Vilka mål finns?"
    lines = compose([PartAnswer(listing=find_listings(part(question), terms(question), hits(read))[0])]).lines
    assert lines[1].startswith(f"- {first}")
    assert len(lines[1]) < 200


def test_a_reckoning_stands_last_when_its_amounts_are_said() -> None:
    found = facts(BUDGET)
    amounts = tuple(fact for fact in found if fact.unit == "kr")
    reckoning = Reckoning("Fyren, Kompassen: 2 400 + 3 900 = 6 300 kr", amounts)
    assert said(reckoning=reckoning) == ["Fyren, Kompassen: 2 400 + 3 900 = 6 300 kr [1] [2]"]
    lines = said(*(claim_of_fact(fact, []) for fact in amounts), reckoning=reckoning)
    assert lines[-1] == "Fyren, Kompassen: 2 400 + 3 900 = 6 300 kr [1] [2]"
    assert len(lines) == 3


def test_each_association_is_named_when_several_are_asked_about() -> None:
    """Before the first line of what is said of it, unless that names it; not when nothing is said."""
    one = PartAnswer((sentence(PLAN, "Målgruppen är unga."), sentence(PLAN, "Den är bred")), association="malmo")
    lund = document(heading("Plan"), paragraph("I Lund är målgruppen vuxna."), id="lund", association="lund")
    other = PartAnswer((sentence(lund, "I Lund är målgruppen vuxna."),), association="lund")
    assert compose([one, PartAnswer(association="granby"), other]).lines == [
        "Malmö: Målgruppen är unga. [1]",
        "Den är bred. [2]",
        "I Lund är målgruppen vuxna. [3]",
    ]
    granby = PartAnswer((sentence(PLAN, "Målgruppen är unga."),), association="granby")
    assert compose([granby]).lines == ["Granby: Målgruppen är unga. [1]"]


def test_a_share_reckoned_from_a_sentence() -> None:
    """Below the sentence, with its mark."""
    read = document(heading("Resultat"), paragraph("Av de 40 inskrivna fick 10 arbete."))
    claim = sentence(read, "Av de 40 inskrivna fick 10 arbete.")
    draft = compose([PartAnswer((claim,), reckoning=Reckoning("10 av 40 = 25 %", claims=(claim,)))])
    assert draft.lines == ["Av de 40 inskrivna fick 10 arbete. [1]", "10 av 40 = 25 % [1]"]
    assert len(draft.citations) == 1


def test_what_disagrees_is_said() -> None:
    """Both sides; a remark of the document speaks for itself."""
    claim = sentence(PLAN, "Målgruppen är unga.")
    assert said(claim, conflicts=[Conflict("texten anger fyra, men tre räknas upp")]) == [
        "Målgruppen är unga. [1]",
        "Uppgifterna stämmer inte överens: texten anger fyra, men tre räknas upp.",
    ]
    other = sentence(PLAN, "Den är bred")
    assert said(claim, conflicts=[Conflict("unga eller bred", other)])[1:] == [
        "Den är bred. [2]",
        "Uppgifterna stämmer inte överens: unga eller bred.",
    ]
    noted = document(heading("Plan"), paragraph("Obs: Talen skiljer sig."), id="anm")
    remark = Conflict("se anmärkningen", sentence(noted, "Obs: Talen skiljer sig."))
    assert said(claim, conflicts=[remark])[1:] == ["Obs: Talen skiljer sig. [2]"]


def test_the_same_place_has_one_number() -> None:
    draft = Draft()
    assert [draft.mark(PLAN, 0, 4), draft.mark(PLAN, 5, 9), draft.mark(PLAN, 0, 4)] == ["[1]", "[2]", "[1]"]


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("Tabell 2. Insatser i budget.", "Insatser i budget"),
        ("Tabell: Insatser", "Insatser"),
        ("Insatser:", "Insatser"),
        ("Tabellen över insatser", "Tabellen över insatser"),
    ],
)
def test_the_title_of_a_table(title: str, expected: str) -> None:
    read = document(heading("Plan"), table(["Insats", "Antal"], ["Fyren", "1"], title=title))
    assert table_title(read.tables[0]) == expected


def test_nothing_to_say() -> None:
    assert compose([]).text == compose([PartAnswer()]).text == ""


def test_a_table_is_told_with_what_leads_in_to_it() -> None:
    """Its first column of figures, row by row: a lead-in alone says nothing."""
    rows = table(("Insats", "Form", "Budget"), ("FRAM", "I", "120 kr"), ("KUR", "S", "80 kr"), units=("", "", "kr"))
    read = document(heading("Medel"), paragraph("Beslutade insatser:"), rows)
    lines = said(sentence(read, "Beslutade insatser:"))
    assert lines[0] == "Beslutade insatser: [1]"
    assert [line.split(" [")[0] for line in lines[2:]] == ["- FRAM: 120 kr", "- KUR: 80 kr"]


def test_what_is_said_to_each_part_is_kept_apart() -> None:
    """With its marks, and without the remarks on the sources, which are kept for themselves."""
    conflict = Conflict("planen säger 3, tabellen 4")
    parts = [
        PartAnswer((sentence(PLAN, "Målgruppen är unga."),), conflicts=(conflict,)),
        PartAnswer((sentence(PLAN, "Den är bred"),)),
    ]
    draft = compose(parts)
    assert draft.parts == [("Målgruppen är unga. [1]",), ("Den är bred. [2]",)]
    assert draft.remarks == ["Uppgifterna stämmer inte överens: planen säger 3, tabellen 4."]
