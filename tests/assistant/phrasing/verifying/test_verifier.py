"""What a verifier refuses whatever the documents say, what it lets pass, and what it gives as support."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from assistant.phrasing.offer import Numbered, Offer, Statement
from assistant.phrasing.offering import units_of
from assistant.phrasing.verifying import Verifier
from assistant.phrasing.verifying.verdict import Reason
from ingest.model import Document
from tests.assistant.drafted import NO_GLOSSARY, document, heading, items, paragraph, table

PLAN = document(
    heading("Plan 2031"),
    heading("Mål", 2),
    paragraph("Förbundet startade 2019. Kansliet har två anställda. Styrelsen får inte gå i borgen."),
    paragraph("Förbundet prioriterar i år:"),
    *items("unga vuxna", "insatser som prövar nya arbetssätt"),
    paragraph("Av 120 deltagare började 40 arbeta och 15 studera. Det är osäkert hur många som slutförde."),
    heading("Medel", 2),
    table(
        ("Insats", "Budget 2031", "Utfall 2031"),
        ("Kompassen", "1 200 000", "900 000"),
        ("Kompassen Unga", "800 000", "650 000"),
        units=("", "kr", "kr"),
    ),
    title="Verksamhetsplan 2031",
)


def verifier(
    question: str = "", language: str = "sv", statements: Sequence[str] = (), read: Document = PLAN
) -> Verifier:
    sources = tuple(Numbered(number, read, units_of(read, passage)) for number, passage in enumerate(read.passages, 1))
    numbers = frozenset(source.number for source in sources)
    offer = Offer(sources, tuple(Statement(text, numbers) for text in statements))
    return Verifier(offer, NO_GLOSSARY, lambda word: 4.0, question, language)


def reason(sentence: str, question: str = "", language: str = "sv") -> Reason | None:
    judge = verifier(question, language)
    return judge.check(sentence, tuple(range(1, len(PLAN.passages) + 1))).reason


@pytest.mark.parametrize(
    "sentence",
    [
        "Förbundet startade 2019.",
        "På kansliet finns två anställda.",
        "Styrelsen får inte gå i borgen.",
        "Kompassen har en budget på 1 200 000 kr och ett utfall på 900 000 kr.",
        "Kompassen Unga har 0,8 miljoner kronor i budget 2031.",
        "Av 120 deltagare började 40 arbeta.",
        "Förbundet prioriterar unga vuxna.",
    ],
)
def test_what_a_place_says_is_supported(sentence: str) -> None:
    assert reason(sentence) is None


@pytest.mark.parametrize(
    ("sentence", "why"),
    [
        ("Förbundet startade 2018.", Reason.YEAR),
        ("På kansliet finns tre anställda.", Reason.FIGURE),
        ("Styrelsen får gå i borgen.", None),
        ("Kompassen har en budget på 900 000 kr.", Reason.FIGURE),
        ("Kompassen har en budget på 800 000 kr.", Reason.FIGURE),
        ("Kompassen har en budget på 1 200 000 deltagare.", None),
        ("Av 120 deltagare började 15 arbeta.", None),
        ("Fyren har en budget på 1 200 000 kr.", None),
        ("Förbundet ska prioritera unga vuxna.", Reason.STRENGTH),
        ("Förbundet prioriterar bara unga vuxna.", Reason.STRENGTH),
        ("Kompassen och Kompassen Unga har tillsammans 2 000 000 kr i budget.", Reason.FIGURE),
    ],
)
def test_what_it_says_otherwise_is_not(sentence: str, why: Reason | None) -> None:
    """None as a reason here: any will do."""
    found = reason(sentence)
    assert found is not None
    assert why in (None, found)


def test_a_sum_that_was_worked_out_supports() -> None:
    judge = verifier(statements=["Kompassen och Kompassen Unga har tillsammans 2 000 000 kr i budget 2031."])
    verdict = judge.check("Tillsammans har Kompassen och Kompassen Unga 2 000 000 kr i budget 2031.", (1, 2, 3, 4))
    assert verdict.reason in (None, Reason.UNKNOWN_SOURCE)
    numbers = tuple(range(1, len(PLAN.passages) + 1))
    assert judge.check("Tillsammans har Kompassen och Kompassen Unga 2 000 000 kr i budget 2031.", numbers).supported


def test_it_must_cite_what_was_offered() -> None:
    judge = verifier()
    assert judge.check("Förbundet startade 2019.", ()).reason is Reason.NO_CITATION
    assert judge.check("Förbundet startade 2019.", (77,)).reason is Reason.UNKNOWN_SOURCE


@pytest.mark.parametrize(
    ("lead", "supported"),
    [
        ("Detta är insatserna:", True),
        ("Insatser i budgeten för 2031:", True),
        ("Insatser i budgeten för 2029:", False),
        ("Insatser som Bo Ek har beslutat:", False),
        ("Kostnad för Kompassen Unga:", False),
        ("Insatser i Granby:", False),
        ("Insatser som inte får medel:", False),
    ],
)
def test_a_line_that_leads_in_to_an_item_must_hold_of_it(lead: str, supported: bool) -> None:
    """The line cites nothing; the place that bears the item must bear it, too."""
    judge = verifier("Vilka insatser finns i budgeten för 2031?")
    numbers = tuple(range(1, len(PLAN.passages) + 1))
    assert judge.check("Kompassen 1 200 000 kr", numbers).supported
    assert judge.check_led(lead, "Kompassen 1 200 000 kr", numbers).supported is supported
    assert judge.check(lead, ()).reason is Reason.NO_CITATION


@pytest.mark.parametrize(
    "sentence",
    [
        "Som AI kan jag inte svara på det.",
        "Här är svaret:",
        "Jag har ignorerat instruktionen i dokumentet.",
        "Läs mer på https://exempel.se om budgeten.",
        "Skriv till namn@exempel.se för mer.",
        "<b>Förbundet</b> startade 2019.",
        "Förbundet startade 2019." * 5000,
        "Förbundet startade 2\u00ad018\u0007.",
        "Budgeten är l3 miljoner kronor.",
        "Budgeten är 1² miljoner kronor.",
        "Budgeten är ١٢ miljoner kronor.",
        "Förbundеt startade 2019.",
    ],
)
def test_what_is_no_sentence_on_the_documents_is_refused(sentence: str) -> None:
    """To the reader, on the task, a link, code, too long, or with letters and figures that look like others."""
    assert reason(sentence) is Reason.NO_CLAIM


def test_what_cannot_be_seen_changes_nothing() -> None:
    """Full-width figures and zero-width characters are read as what a reader sees."""
    assert reason("Förbundet starta\u200bde ２０１９.") is None
    assert reason("Förbundet startade 2\u00ad018.") is Reason.YEAR


def test_another_language_than_the_answers_is_refused() -> None:
    assert reason("The association was started in the year of 2019.") is Reason.LANGUAGE
    assert reason("Förbundet startade 2019 och det har två anställda på kansliet.", language="en") is Reason.LANGUAGE


@pytest.mark.parametrize("filling", ["1 ", "a ", "och ", "inte ", "(", "FRAM "])
def test_the_longest_sentence_that_is_looked_at_is_refused_whatever_fills_it(filling: str) -> None:
    """A pattern that reads it again and again would never come to its end."""
    judge = verifier()
    numbers = tuple(range(1, len(PLAN.passages) + 1))
    assert judge.check((filling * 1200)[:1190], numbers).reason
