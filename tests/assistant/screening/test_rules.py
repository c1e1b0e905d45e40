"""Each criterion is shown with the words of the document that carry its rule."""

from __future__ import annotations

from pathlib import Path

import pytest

from assistant.criteria import CriteriaSet, load
from assistant.library import Library
from assistant.opening import open_library
from assistant.screening.guarding.places import find_section
from assistant.screening.sources.rules import view
from ingest.model import Block
from tests.assistant import drafted

CRITERIA = Path(__file__).parents[3] / "corpus" / "criteria"

CARRIED = {
    "malmo-2026": {
        "M1": "bosatta i Malmö",
        "M2": "yrkesverksam ålder",
        "M3": "rehabiliteringsbehov",
        "M4": "minst två av förbundets parter",
        "M5": "långt ifrån arbetsmarknaden",
        "M6": "saknas adekvata insatser",
        "S1": "individinriktade (I) och strukturinriktade (S)",
        "S2": "arbete och studier",
        "S3": "Förmåga ska stå i fokus",
        "L1": "ryms inom det ansvar som parterna har tillsammans",
        "P1": "prioritera tre slags projekt",
        "P2": "involverar både Malmöborna och parternas medarbetare",
        "P3": "Region Skåne",
        "P4": "beprövad erfarenhet och evidensbaserade metoder",
        "P5": "följs upp och utvärderas",
        "P6": "implementeringen",
        "E1": "Belopp per år och kostnadsslag",
        "E2": "1,6 Mkr kvar att fördela",
        "E3": "genom den part som äger insatsen",
        "L2": "oavsett vilken vårdcentral",
        "R1": "Riskerna med AI",
        "R2": "ska inte innehålla uppgifter om enskilda deltagare",
    },
    "lund-2024": {
        "M1": "bor i förbundets område",
        "M2": "förmåga att förvärvsarbeta",
        "M3": "samordnade insatser från flera",
        "M4": "minst två samverkansparter",
        "M5": "långt från arbetsmarknaden",
        "M6": "kompletterar",
        "S1": "individnivå",
        "S2": "förvärvsarbete",
        "S3": "arbetsförmåga och funktionsförmåga",
        "L1": "ansvarsområde som parterna har tillsammans",
        "P1": "anpassa sin organisation",
        "P2": "medborgarens och brukarens perspektiv",
        "P4": "evidensbaserade arbetssätt",
        "P5": "följs upp och utvärderas",
        "P6": "Hållbar samverkan utan Finsam",
        "P7": "Verksamhetsledningen",
        "P8": "rätten till hälsa och arbete",
        "P9": "gemensamma metoder",
        "E1": "Belopp per år och kostnadsslag",
        "E2": "Medel till förfogande",
        "E3": "genom den part som äger insatsen",
        "L2": "oavsett vårdcentral",
        "R1": "AI-förordningen",
        "R2": "ska inte innehålla uppgifter om enskilda deltagare",
    },
}


@pytest.fixture(scope="module")
def shipped(corpus_index: Path) -> Library:
    return open_library(corpus_index)


@pytest.mark.parametrize("name", CARRIED)
def test_every_criterion_of_the_shipped_files_is_carried_by_its_quote(shipped: Library, name: str) -> None:
    criteria = load(CRITERIA / f"{name}.toml")
    assert {one.id for one in criteria.criterion} == set(CARRIED[name])
    for criterion in criteria.criterion:
        found = view(shipped, criteria, criterion)
        assert CARRIED[name][criterion.id] in found.quote, criterion.id
        assert found.citation is not None
        text = shipped.document(found.document).text
        assert text[found.citation.start : found.citation.end] == found.quote


PLAN = (
    drafted.heading("1. Inledning"),
    drafted.paragraph("Förbundet bildades för länge sedan. Deltagarna bor i dalen, heter det ofta."),
    drafted.heading("2. Deltagare och boende"),
    drafted.paragraph("Alla deltagare ska bo i Dalen. Styrelsen träffas sex gånger."),
    drafted.heading("3. Prioriteringar"),
    drafted.paragraph("Förbundet prioriterar två slags projekt:"),
    drafted.items("stora projekt med effekt", "projekt som prövar något nytt"),
)


def _criteria(section: str, id: str = "M1") -> CriteriaSet:
    whole = load(CRITERIA / "malmo-2026.toml")
    changed = whole[id].model_copy(
        update={"rule": whole[id].rule.model_copy(update={"document": "plan", "section": section})}
    )
    return whole.model_copy(
        update={"plan": "plan", "place": "Dalen", "residents": ("Dalbor",), "criterion": (changed,)}
    )


@pytest.mark.parametrize("section", ["2. Deltagare och boende", "2. MÅLGRUPP", "Deltagarnas boende"])
def test_a_section_is_known_by_its_heading_its_number_or_its_words(tmp_path: Path, section: str) -> None:
    library = drafted.library(tmp_path, drafted.document(*PLAN))
    criteria = _criteria(section)
    found = view(library, criteria, criteria["M1"])
    assert (found.quote, found.section) == ("Alla deltagare ska bo i Dalen.", "2. Deltagare och boende")


def test_a_list_is_quoted_with_the_sentence_that_opens_it(tmp_path: Path) -> None:
    library = drafted.library(tmp_path, drafted.document(*PLAN))
    criteria = _criteria("3. Prioriteringar", "P1")
    found = view(library, criteria, criteria["P1"])
    assert found.quote.startswith("Förbundet prioriterar två slags projekt:")
    assert found.quote.endswith("något nytt")


@pytest.mark.parametrize(("document", "section"), [("annan", "2. Deltagare och boende"), ("plan", "9. Revision")])
def test_what_the_index_does_not_hold_is_not_quoted(tmp_path: Path, document: str, section: str) -> None:
    library = drafted.library(tmp_path, drafted.document(*PLAN, id=document))
    criteria = _criteria(section)
    found = view(library, criteria, criteria["M1"])
    assert (found.document, found.section, found.quote, found.citation) == ("plan", section, "", None)


def test_a_section_without_text_is_no_rule(tmp_path: Path) -> None:
    blocks: tuple[Block, ...] = (
        drafted.heading("2. Målgrupp"),
        drafted.heading("3. Mål"),
        drafted.paragraph("Arbete."),
    )
    library = drafted.library(tmp_path, drafted.document(*blocks))
    criteria = _criteria("2. Målgrupp")
    assert view(library, criteria, criteria["M1"]).citation is None


def test_of_two_sections_the_number_alone_does_not_choose_when_both_have_it() -> None:
    document = drafted.document(drafted.heading("1. A"), drafted.heading("1. B"), drafted.paragraph("Text."))
    assert find_section(document, "1. Vision") is None
