"""Sentences and cells are weighed as evidence of what is asked."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.answering.evidence import HEDGED, WHOLE_ITEM, Evidence, gather, is_named_after
from ingest.model import Block
from tests.assistant.drafted import document, heading, hits, items, note, paragraph, part, table, terms

PLAN = document(
    heading("Plan"),
    heading("Målgrupp", 2),
    paragraph("Målgruppen är unga vuxna. Den är bred."),
    *items("Fyren tar emot unga.", "Kompassen tar emot äldre."),
    note("1", "Unga är under 30 år."),
    table(
        ["Insats", "Beskrivning"],
        ["Fyren", "Fyren ger unga vuxna en egen handledare under hela tiden. De träffas varje vecka i ett eget hus."],
        ["Kompassen", "Kort."],
    ),
)


def gathered(question: str) -> list[Evidence]:
    return gather(part(question), terms(question), hits(PLAN))


def test_sentences_items_notes_and_long_cells() -> None:
    """Each is a piece of its own; headings and short cells are none. Every piece lies within its block."""
    found = gathered("Vilken målgrupp har Fyren?")
    assert {one.text for one in found} == {
        "Målgruppen är unga vuxna.",
        "Den är bred.",
        "• Fyren tar emot unga.",
        "• Kompassen tar emot äldre.",
        "1 Unga är under 30 år.",
        "Fyren ger unga vuxna en egen handledare under hela tiden.",
        "De träffas varje vecka i ett eget hus.",
    }
    assert all(one.block.start <= one.start < one.end <= one.block.end for one in found)


def test_the_best_comes_first() -> None:
    found = gathered("Vilken målgrupp har förbundet?")
    assert [one.score for one in found] == sorted((one.score for one in found), reverse=True)
    assert found[0].text == "Målgruppen är unga vuxna."
    assert "Målgrupp" in found[0].around
    assert next(one for one in found if one.text == "Den är bred.").before == "Målgruppen är unga vuxna. "


def test_a_list_item_is_weighed_whole() -> None:
    """Its sentences lean on each other, so that the second needs no name of its own."""
    read = document(heading("Insatser"), *items("Fyren ger stöd. Handledning sker varje vecka.", "Bryggan ger råd."))
    question = "Vilken handledning ger Fyren?"
    found = gather(part(question), terms(question), hits(read))
    assert found[0].text == "• Fyren ger stöd. Handledning sker varje vecka."
    assert len(found) == 2


def test_a_long_list_item_is_weighed_by_the_sentence() -> None:
    """What it opens with stands for what the later ones are about; in a paragraph it does only near by."""
    between = "Mycket annat görs också för den som vill ha det så. " * 7
    text = f"Fyren ger stöd. {between}Handledning sker varje vecka."
    question = "Vilken handledning ger Fyren?"

    def score(*blocks: Block) -> Evidence:
        found = gather(part(question), terms(question), hits(document(heading("Insatser"), *blocks)))
        return next(one for one in found if one.text == "Handledning sker varje vecka.")

    item, plain = score(*items(text, "Bryggan ger råd.")), score(paragraph(text))
    assert len(text) > WHOLE_ITEM
    assert "Fyren ger stöd." in item.around
    assert "Fyren" not in plain.around
    assert item.score > plain.score


def test_a_reason_is_read_with_what_it_explains() -> None:
    """Two sentences are one piece when the second gives the reason and reasons are asked for."""
    read = document(heading("Fyren"), paragraph("Fyren lades ner. Anledningen var att pengarna tog slut."))
    question = "Varför lades Fyren ner?"
    whole = "Fyren lades ner. Anledningen var att pengarna tog slut."
    assert gather(part(question), terms(question), hits(read))[0].text == whole
    plain = gather(part("Lades Fyren ner?"), terms(question), hits(read))
    assert whole not in {one.text for one in plain}


def test_a_definition_goes_first() -> None:
    read = document(
        heading("Ord"), paragraph("Vi talar om vision när samverkan sker. Samverkan är att parterna arbetar ihop.")
    )
    question = "Vad är samverkan?"
    assert gather(part(question), terms(question), hits(read))[0].text == "Samverkan är att parterna arbetar ihop."


def test_what_stands_below_a_heading_that_denies_it() -> None:
    """It goes after what is said outright, and the other way about when a denial is asked for."""
    read = document(
        heading("Plan"),
        heading("Det som inte får finansieras", 2),
        paragraph("Lokaler för insatser."),
        heading("Det som får finansieras", 2),
        paragraph("Handledning för insatser."),
    )
    for question, first in (
        ("Vad får finansieras för insatser?", "Handledning för insatser."),
        ("Vad får inte finansieras för insatser?", "Lokaler för insatser."),
    ):
        assert gather(part(question), terms(question), hits(read))[0].text == first


def test_what_is_one_of_its_kind_does_not_define_the_kind() -> None:
    """It defines what it is itself."""
    read = document(heading("Ord"), paragraph("Fyren är en insats i hamnen. Med insats avses stöd i grupp."))
    kind, one = "Vad är en insats?", "Vad är Fyren?"
    assert gather(part(kind), terms(kind), hits(read))[0].text == "Med insats avses stöd i grupp."
    assert gather(part(one), terms(one), hits(read))[0].text == "Fyren är en insats i hamnen."


@given(st.text(max_size=100))
def test_any_question(question: str) -> None:
    """Pieces are spans of the text, each once, whatever is asked."""
    found = gathered(question)
    assert len({(one.start, one.end) for one in found}) == len(found)
    assert all(one.text and one.text == " ".join(PLAN.text[one.start : one.end].split()) for one in found)


def first(question: str, *texts: str) -> str:
    """The text that fits best of one section."""
    read = document(heading("Plan"), *[paragraph(text) for text in texts])
    return gather(part(question), terms(question), hits(read))[0].text


@pytest.mark.parametrize(
    ("question", "best", "other"),
    [
        ("Hur många invånare ska nås?", "Vi ska nå 340 unga invånare.", "Vi ska nå invånare vid 12 möten."),
        ("Vilket är ingående kapital?", "Kvar från året innan är ett kapital.", "Vid slutet av året är ett kapital."),
        ("När beviljades Fyren medel?", "Fyren beviljades medel den 3 maj 2031.", "Fyren beviljades medel under 2031."),
        (
            "Vilka lagar gäller?",
            "Här gäller lagar (2001:10) och (2002:20) enligt arkivlagen.",
            "Här gäller lagar (2001:10) enligt arkivlagen.",
        ),
        (
            "Vilka parter har Fyren?",
            "Fyren har parter: Region Skåne och Arbetsförmedlingen.",
            "Fyren har parter som möts ofta i staden.",
        ),
        ("Vad är en fyr?", "En fyr är ett ljus.", "Den är en fyr i hamnen."),
        ("Vad är Fyren?", "Fyren erbjuder råd till unga.", "Nu vet alla att Fyren erbjuder råd till unga."),
        ("Vad är Fyren?", "Projektet Fyren gäller unga.", "Många i Fyren gäller unga."),
        ("Vad är Fyren?", "Syftet med Fyren är råd.", "Chefen för Fyren är borta."),
        ("Vad är Fyren 2.0?", "Fyren 2.0 var ett hus.", "Allt med Fyren 2.0 var ett hus."),
        (
            "Hur många i Fyren fick arbete?",
            "I Fyren fick 12 arbete.",
            "I Fyren ska 40 ha ett arbete, så att 40 ska få arbete.",
        ),
        ("Har Fyren tillstånd?", "Fyren har tillstånd.", "Osäkert: Fyren har tillstånd."),
    ],
)
def test_what_fits_better(question: str, best: str, other: str) -> None:
    """What counts the thing itself, tells of the same end of a period, gives the day, names several, defines by itself,
    and is sure."""
    assert first(question, best, other) == first(question, other, best) == best


@pytest.mark.parametrize(
    ("title", "form", "expected"),
    [
        ("Att söka medel", "original", True),
        ("Att söka medel", "data", False),
        ("Plan för staden", "original", False),
    ],
)
def test_a_document_may_be_named_after_what_is_asked(title: str, form: str, expected: bool) -> None:
    source = document(heading("Plan"), paragraph("Text."), title=title, form=form).source
    assert is_named_after(source, terms("Hur söker man medel?")) is expected


def piece(question: str, words: str, *blocks: Block | list[Block]) -> Evidence:
    """The piece that begins with these words."""
    found = gather(part(question), terms(question), hits(document(heading("Plan"), *blocks)))
    return next(one for one in found if one.text.startswith(words))


def test_a_sentence_that_points_back_is_read_with_the_one_before() -> None:
    """What stands before another sentence speaks for it less."""
    question = "Hur mycket kostade ombyggnaden av Fyren?"
    pointing = paragraph("Fyren byggdes om. Det kostade 900 tkr.")
    named = paragraph("Fyren byggdes om. Huset kostade 900 tkr.")
    alone = paragraph("Fyren byggdes om. Allt kostade 900 tkr.")
    led = [piece(question, words, block) for words, block in (("Det", pointing), ("Huset", named))]
    other = piece(question, "Allt", alone)
    assert [one.leant_on for one in led] == ["Fyren byggdes om. "] * 2
    assert other.leant_on == ""
    assert min(one.score for one in led) > other.score


def test_what_points_back_leans_on_its_own_paragraph() -> None:
    question = "Hur mycket kostade Fyren?"
    assert piece(question, "Det", paragraph("Fyren byggdes om."), paragraph("Det kostade 900 tkr.")).leant_on == ""


def test_an_item_is_read_with_its_lead_in() -> None:
    """A paragraph that leads in to nothing says nothing of the item."""
    question = "Vilket stöd ger Fyren?"
    led = piece(question, "• råd", paragraph("Fyren ger stöd genom:"), items("råd varje vecka"))
    plain = piece(question, "• råd", paragraph("Fyren ger stöd."), items("råd varje vecka"))
    assert "Fyren ger stöd genom:" in led.around
    assert "Fyren" not in plain.around
    assert led.score > plain.score


def test_an_item_is_read_with_the_name_that_it_goes_on_from() -> None:
    question = "Vilket stöd ger Fyren?"
    found = piece(question, "Stöd ges", items("Fyren: ett hus."), paragraph("Stöd ges varje vecka."))
    other = piece(question, "Stöd ges", items("fyren är ett hus."), paragraph("Stöd ges varje vecka."))
    assert "Fyren" in found.around
    assert found.score > other.score


def test_a_long_item_is_read_with_its_own_opening() -> None:
    """However far into it a sentence stands."""
    between = "Mycket annat görs också för den som vill ha det så. " * 12
    found = piece("Vad ger Fyren?", "Handledning", items(f"Fyren ger stöd. {between}Handledning sker."))
    assert "Fyren ger stöd." in found.around
    assert found.document.text[found.start - len(between) : found.start] == between


@pytest.mark.parametrize("lead", ["Osäkert är detta om tillstånd:", "Detta vet vi om tillstånd:"])
def test_what_is_led_in_to_as_unsure(lead: str) -> None:
    """It is worth a share of what is sure."""
    question = "Vilket tillstånd har Fyren?"
    sure = piece(question, "• Fyren", paragraph("Här är detta om tillstånd:"), items("Fyren har tillstånd."))
    found = piece(question, "• Fyren", paragraph(lead), items("Fyren har tillstånd."))
    assert found.score == pytest.approx(sure.score * (HEDGED if lead.startswith("Osäkert") else 1.0))
