"""A definition and a rule are said whole; figures, names and lists as they are."""

from __future__ import annotations

import pytest

from assistant.answering.claims import Claim, claim_of_fact, claim_of_text
from assistant.answering.completion import LONGEST, MOST, complete
from ingest.model import Document
from tests.assistant.drafted import document, facts, heading, items, note, paragraph, part, table, terms

PLAN = document(
    heading("Plan 2031"),
    heading("Målgrupp", 2),
    paragraph("Målgruppen är invånare i staden. Den omfattar vuxna. Unga går före. Så har det varit länge."),
    paragraph("Målgruppen ses över varje år. Det gör styrelsen."),
    heading("Ansökan", 2),
    paragraph(
        "En ansökan lämnas till kansliet. Den skrivs av en part. Villkoret är att två står bakom. Då är den hel."
    ),
    paragraph("Kansliet svarar skriftligt. Svaret kommer i maj. Det skickas med post."),
    paragraph("En ansökan kan dras tillbaka. Då gäller följande:"),
    *items("Kansliet meddelas. Det ska ske skriftligt.", "Pengarna går åter."),
    note("1", "En ansökan är allmän. Den kan läsas av alla."),
    table(["Insats", "Om"], ["Fyren", "Fyren är ett hus. Det är öppet."], title="Insatser"),
)


def claim(words: str, read: Document = PLAN) -> Claim:
    start = read.text.index(words)
    return claim_of_text(read, start, start + len(words))


def whole(question: str, *claims: Claim) -> list[str]:
    return [one.text for one in complete(claims, part(question), terms(question))]


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("Vad är målgruppen?", "Målgruppen är invånare i staden. Den omfattar vuxna. Unga går före."),
        ("Vad betyder målgrupp?", "Målgruppen är invånare i staden. Den omfattar vuxna. Unga går före."),
        ("Vad är en ansökan?", "Unga går före."),
        ("Får unga gå före?", "Unga går före."),
    ],
    ids=["a definition", "in other words", "of something else", "no definition"],
)
def test_a_definition_is_the_opening_of_its_section(question: str, said: str) -> None:
    """When the heading is what is asked for, whichever sentence below it was found."""
    assert whole(question, claim("Unga går före.")) == [said]


def test_a_definition_that_the_opening_does_not_reach() -> None:
    """What answers best is not left out for it."""
    words = "Målgruppen ses över varje år."
    assert whole("Vad är målgruppen?", claim(words)) == [words]


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (
            "En ansökan lämnas till kansliet.",
            "En ansökan lämnas till kansliet. Den skrivs av en part. Villkoret är att två står bakom.",
        ),
        ("Villkoret är att två står bakom.", "Villkoret är att två står bakom. Då är den hel."),
        ("Kansliet svarar skriftligt.", "Kansliet svarar skriftligt."),
        ("Svaret kommer i maj.", "Svaret kommer i maj. Det skickas med post."),
        ("Det skickas med post.", "Det skickas med post."),
        ("En ansökan kan dras tillbaka.", "En ansökan kan dras tillbaka."),
        ("• Kansliet meddelas.", "• Kansliet meddelas."),
        ("En ansökan är allmän.", "En ansökan är allmän."),
    ],
    ids=[
        *("two are added", "one is", "none adds", "from the middle", "the last", "what leads in to a list", "an item"),
        "a note",
    ],
)
def test_a_rule_is_said_with_what_is_added_to_it(words: str, said: str) -> None:
    """As long as the sentences that follow begin by adding to it, three at most."""
    assert whole("Hur lämnas en ansökan?", claim(words)) == [said]


@pytest.mark.parametrize(
    "question",
    [
        "Hur många lämnar en ansökan?",
        "Hur mycket kostar en ansökan?",
        "När lämnas en ansökan?",
        "Vem lämnar en ansökan?",
        "Vilka lämnar en ansökan?",
        "Hur har ansökan ändrats?",
        "Vilken telefon har kansliet?",
        "Vad är skillnaden mellan en ansökan och en anmälan?",
    ],
)
def test_figures_names_and_lists_are_said_as_they_are(question: str) -> None:
    words = "En ansökan lämnas till kansliet."
    assert whole(question, claim(words)) == [words]


@pytest.mark.parametrize(
    ("text", "words", "said"),
    [
        (
            "Fyren fick 40 tkr. Bryggan fick 30 tkr. Klart.",
            "Fyren fick 40 tkr.",
            "Fyren fick 40 tkr. Bryggan fick 30 tkr.",
        ),
        (
            "Bryggan fick 30 tkr. Fyren fick 40 tkr. Klart.",
            "Fyren fick 40 tkr.",
            "Bryggan fick 30 tkr. Fyren fick 40 tkr.",
        ),
        ("Fyren fick 40 tkr. Bryggan hade 30 platser.", "Fyren fick 40 tkr.", "Fyren fick 40 tkr."),
        ("Fyren fick 40 tkr. Bryggan växte.", "Fyren fick 40 tkr.", "Fyren fick 40 tkr."),
    ],
    ids=["after it", "before it", "another unit", "no figure"],
)
def test_what_is_compared_is_said_with_its_counterpart(text: str, words: str, said: str) -> None:
    """The neighbouring sentence with a figure of the same kind."""
    read = document(heading("Budget"), paragraph(text))
    assert whole("Hur mycket mer fick Fyren än Bryggan?", claim(words, read)) == [said]


def test_a_cell_is_said_as_it_is() -> None:
    (fact,) = facts(PLAN)
    question = "Vad är Fyren?"
    one = claim_of_fact(fact, terms(question))
    assert complete([one], part(question), terms(question)) == [one]


def test_what_has_been_said_is_not_said_again() -> None:
    """Claims within the whole go; those before and after it, and those of other documents, stay."""
    other = document(heading("Plan"), paragraph("Den skrivs av en part."), id="annan")
    claims = [
        claim("En ansökan lämnas till kansliet."),
        claim("Målgruppen ses över varje år."),
        claim("Den skrivs av en part."),
        claim("Svaret kommer i maj."),
        claim("Den skrivs av en part.", other),
    ]
    assert whole("Hur lämnas en ansökan?", *claims)[1:] == [
        "Målgruppen ses över varje år.",
        "Svaret kommer i maj.",
        "Den skrivs av en part.",
    ]


def test_there_is_an_end_to_it() -> None:
    """By the number of sentences and by their length; a single sentence is never cut."""
    short = document(heading("Plan"), paragraph("En ansökan lämnas in. " + "Den är kort. " * 9))
    long = document(heading("Plan"), paragraph(f"En ansökan lämnas in. Den är {'mycket ' * 60}lång."))
    endless = document(heading("Plan"), paragraph(f"En ansökan lämnas {'aldrig ' * 80}in. Den är kort."))
    question = "Hur lämnas en ansökan?"
    assert whole(question, claim("En ansökan lämnas in.", short)) == ["En ansökan lämnas in. Den är kort. Den är kort."]
    assert short.text.count("Den är kort.") > MOST
    assert whole(question, claim("En ansökan lämnas in.", long)) == ["En ansökan lämnas in."]
    (said,) = whole(
        question, claim(endless.text[endless.text.index("En ansökan") : endless.text.index(" Den är")], endless)
    )
    assert said.endswith("in.")
    assert len(said) > LONGEST


def test_the_whole_is_quoted() -> None:
    question = "Hur lämnas en ansökan?"
    (found,) = complete([claim("En ansökan lämnas till kansliet.")], part(question), terms(question))
    assert PLAN.text[found.start : found.end] == found.text


def test_nothing_to_complete() -> None:
    assert complete([], part("Vad är målgruppen?"), terms("Vad är målgruppen?")) == []


def test_a_rule_of_law_is_said_with_who_bears_it() -> None:
    """Also when it is asked who; elsewhere a person is a name and nothing more."""
    text = "Saknas pengar skjuter medlemmarna till. Var och en betalar sin andel."
    for type, expected in (("lag", [text]), ("rapport", ["Saknas pengar skjuter medlemmarna till."])):
        read = document(heading("Skulder"), paragraph(text), type=type)
        assert (
            whole("Vem betalar när pengar saknas?", claim("Saknas pengar skjuter medlemmarna till.", read)) == expected
        )


@pytest.mark.parametrize(
    ("question", "text", "said"),
    [
        ("Vilka mål har Fyren?", "Fyren har tre mål. De är arbete, hälsa och samverkan. Klart.", 2),
        ("Vilka mål har Fyren?", "Fyren har tre mål. De är viktiga. Målen är arbete, hälsa och samverkan.", 1),
        ("Vilka mål har Fyren?", "Fyren har målen arbete, hälsa och vila. Parter är stat, kommun och region.", 1),
        ("Vilka mål har Fyren?", "Fyren har tre mål.", 1),
        ("Hur många mål har Fyren?", "Fyren har tre mål. De är arbete, hälsa och samverkan.", 1),
    ],
    ids=["named next", "named later", "named already", "named nowhere", "no list"],
)
def test_what_is_told_of_is_said_with_the_sentence_that_names_it(question: str, text: str, said: int) -> None:
    """When a list is sought."""
    read = document(heading("Mål"), paragraph(text))
    sentences = text.split(". ")
    expected = ". ".join(sentences[:said]).removesuffix(".") + "."
    assert whole(question, claim(sentences[0].removesuffix(".") + ".", read)) == [expected]
