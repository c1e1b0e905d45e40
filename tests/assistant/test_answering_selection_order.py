"""Which of the documents that say the same goes first, and all of a list that is asked for."""

from __future__ import annotations

from pathlib import Path

from assistant.answering.claims import claims_of_text
from assistant.answering.evidence import gather
from assistant.answering.selection import rank, select
from tests.assistant.drafted import document, heading, hits, items, library, paragraph, part, terms
from tests.assistant.ranking import ranked


def test_over_several_years_documents_still_go_before_compilations(tmp_path: Path) -> None:
    """What puts the others together says it all, and better."""
    amounts = {2029: 12, 2030: 11, 2031: 10}
    plans = [
        document(heading("Plan"), paragraph(f"Förbundets kapital är {n} mkr."), id=f"plan-{year}", year=year)
        for year, n in amounts.items()
    ]
    said = " ".join(f"Förbundets kapital var {n} mkr {year}." for year, n in amounts.items())
    web = document(heading("Kapital"), paragraph(said), id="webb", type="webb")
    question = "Hur stort var förbundets kapital 2029, 2030 och 2031?"
    claims = ranked(question, library(tmp_path, *plans, web), *plans, web)
    chosen = select(claims, part(question), terms(question))
    assert {claim.document.id for claim in chosen} == {plan.id for plan in plans}


def test_all_of_a_list_that_hold_a_name_are_chosen(tmp_path: Path) -> None:
    """When the list is asked for by several names: not only the best for each."""
    read = document(
        heading("Styrelse"),
        paragraph("I styrelsen sitter:"),
        *items("Ada från Verket leder styrelsen.", "Bo från Huset.", "Cia från Verket.", "Dan från Skogen."),
    )
    question = "Vilka från Verket och Huset är med i styrelsen?"
    claims = ranked(question, library(tmp_path, read), read)
    found = select(claims, part(question), terms(question))
    assert {claim.text.split()[1] for claim in found} == {"Ada", "Bo", "Cia"}


def test_what_a_named_association_says_itself_goes_first(tmp_path: Path) -> None:
    """Before what applies to all; the law goes first where no association is named, or the law is."""
    own = document(heading("Parter"), paragraph("Parter är fyra myndigheter."), id="plan")
    law = document(
        heading("Parter"), paragraph("Parter är fyra myndigheter."), id="lag", type="lag", association="riket"
    )
    shelf = library(tmp_path, law, own)
    for question, placed, first in (("Vilka är parter?", True, "plan"), ("Vilka är parter enligt lagen?", True, "lag")):
        asked, words = part(question), terms(question)
        claims = claims_of_text(gather(asked, words, hits(law, own)), words)
        assert rank(claims, asked, shelf, words, placed)[0].document.id == first


def test_the_kind_of_document_that_is_named(tmp_path: Path) -> None:
    """A report that is asked for goes before the plan of the same words."""
    words = paragraph("Målgruppen är invånare mellan 18 och 60 år.")
    report = document(heading("Rapport"), words, id="rapport", type="rapport")
    plan = document(heading("Rapport"), words, id="plan")
    shelf = library(tmp_path, report, plan)
    for question, first in (
        ("Vilken är målgruppen i rapporten?", "rapport"),
        ("Vilken är målgruppen i planen?", "plan"),
    ):
        assert ranked(question, shelf, plan, report)[0].document.id == first
