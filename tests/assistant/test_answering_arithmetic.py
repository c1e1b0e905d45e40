"""Sums, shares and differences are reckoned from what is quoted, or not at all."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.answering.arithmetic import (
    Reckoning,
    add_up,
    amount,
    difference,
    share_in_text,
    share_of_total,
    size,
    spaced,
)
from assistant.answering.claims import Claim, claim_of_fact, claim_of_text
from assistant.answering.eligibility import ENOUGH
from assistant.answering.facts import facts_of
from assistant.years import years_in
from ingest.tables.figures import Figure, parse
from tests.assistant.drafted import document, heading, paragraph, part, table, terms

SUM = "Vad kostar Fyren totalt?"
SHARE = "Hur stor andel av budgeten får Fyren?"
DIFFERENCE = "Vad är skillnaden för Fyren mellan 2030 och 2031?"
ONE, TWO, OTHER = ("Fyren ett", "1 000"), ("Fyren två", "2 500"), ("Kompassen", "700")


def claims(
    *rows: Sequence[str], heads: Sequence[str] = ("Insats", "Budget 2031"), unit: str = "kr", sums: Sequence[int] = ()
) -> list[Claim]:
    """The cells of a table, each as a claim."""
    block = table(heads, *rows, units=["", *[unit] * (len(heads) - 1)], title="Insatser", sums=sums)
    read = document(heading("Plan"), block)
    return [claim_of_fact(fact, terms(SUM)) for fact in facts_of(read, read.tables[0])]


def reckoned(found: Reckoning | None) -> str:
    return found.text if found else ""


def added(question: str, found: Sequence[Claim]) -> str:
    return reckoned(add_up(part(question), terms(question), found, ENOUGH))


def test_rows_are_added_up() -> None:
    """With every term in the text, in the table's order; what is not asked about and the sum row are left out."""
    found = claims(ONE, OTHER, TWO, ("Summa", "4 200"), sums=[3])
    reckoning = add_up(part(SUM), terms(SUM), found, ENOUGH)
    assert reckoned(reckoning) == "Fyren ett, Fyren två: 1 000 + 2 500 = 3 500 kr"
    assert reckoning is not None
    assert [fact.value for fact in reckoning.facts] == ["1 000", "2 500"]


def test_the_rows_added_up_are_those_of_the_best_cells_table_and_not_the_best_cells_alone() -> None:
    """A row that is asked about counts although no claim speaks of it."""
    assert added(SUM, claims(ONE, OTHER, TWO)[:1]) == "Fyren ett, Fyren två: 1 000 + 2 500 = 3 500 kr"


@pytest.mark.parametrize(
    ("question", "found"),
    [
        ("Vad kostar Fyren?", claims(ONE, TWO, OTHER)),
        (SUM, claims(("Fyren", "1 000"), OTHER)),
        (SUM, claims(("Fyren ett", "1 000"), ("Fyren två", "okänt"), OTHER)),
        (SUM, claims(("Fyren ett", "1 000 kr"), ("Fyren två", "12 %"), OTHER)),
        (SUM, claims(("Summa", "4 200"), ONE, TWO, OTHER, sums=[0])),
        (SUM, claims(ONE, TWO, ("Summa", "3 500"), sums=[2])),
        ("Vad kostar Fyren totalt 2029?", claims(ONE, TWO, OTHER)),
        (SUM, [replace(claim, score=ENOUGH - 0.01) for claim in claims(ONE, TWO, OTHER)]),
        (SUM, [replace(claim, fits=False) for claim in claims(ONE, TWO, OTHER)]),
        (SUM, []),
    ],
    ids=[
        *("none is asked for", "one row", "one amount", "two units", "the best is a sum", "all rows", "another year"),
        *("too weak", "not what is sought", "nothing"),
    ],
)
def test_no_sum_is_due(question: str, found: list[Claim]) -> None:
    """All rows of a table are summed by the table itself."""
    assert added(question, found) == ""


def test_columns_are_not_added_to_each_other() -> None:
    rows = (("Fyren ett", "1", "5"), ("Fyren två", "2", "7"), ("Kompassen", "3", "9"))
    found = claims(*rows, heads=("Insats", "Budget 2030", "Budget 2031"))
    assert added(SUM, found) == "Fyren ett, Fyren två: 1 + 2 = 3 kr"
    assert added("Vad kostar Fyren totalt 2031?", found) == "Fyren ett, Fyren två: 5 + 7 = 12 kr"


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        ([("Fyren", "1 000"), ("Kompassen", "3 000"), ("Summa", "4 000")], "Fyren: 1 000 av 4 000 kr = 25 %"),
        ([("Fyren", "-1 000"), ("Kompassen", "-3 000"), ("Summa", "-4 000")], "Fyren: 1 000 av 4 000 kr = 25 %"),
        ([("Fyren", "1"), ("Kompassen", "15"), ("Summa", "16")], "Fyren: 1 av 16 kr = 6,3 %"),
        ([("Fyren", "2"), ("Kompassen", "1"), ("Summa", "3")], "Fyren: 2 av 3 kr = 66,7 %"),
        ([("Fyren", "1 000"), ("Kompassen", "3 000"), ("Summa", "okänd")], ""),
        ([("Fyren", "1 000"), ("Kompassen", "3 000"), ("Summa", "0")], ""),
        ([("Fyren", "5 000"), ("Kompassen", "-1 000"), ("Summa", "4 000")], ""),
        ([("Fyren", "okänt"), ("Kompassen", "3 000"), ("Summa", "3 000")], ""),
        ([("Fyren", "25 %"), ("Kompassen", "75 %"), ("Summa", "100 %")], ""),
        ([("Fyren", "1 tkr"), ("Kompassen", "3 000"), ("Summa", "4 000")], ""),
    ],
    ids=[
        *(
            "a share",
            "costs",
            "rounded half up",
            "one decimal",
            "no sum known",
            "nothing to share",
            "more than the sum",
        ),
        *("no amount", "percent", "two units"),
    ],
)
def test_the_share_of_a_columns_sum(rows: list[tuple[str, str]], expected: str) -> None:
    """Part and whole are said in the column's unit, and both are quoted."""
    share = share_of_total(part(SHARE), claims(*rows, sums=[2])[:1])
    assert reckoned(share) == expected
    if share:
        assert [fact.value for fact in share.facts] == [rows[0][1], rows[2][1]]


def test_the_share_is_of_the_sum_below_in_the_same_column() -> None:
    """The first that has a figure there; a sum above closes another group."""
    heads = ("Insats", "Budget 2030", "Budget 2031")
    rows = [("Bryggan", "9", "9"), ("Summa ett", "9", "9"), ("Fyren", "2", "1"), ("Kompassen", "2", "4")]
    found = claims(*rows, ("Summa två", "", "5"), ("Totalt", "20", "14"), heads=heads, sums=[1, 4, 5])
    fyren = [claim for claim in found if claim.fact and claim.fact.subject == "Fyren"]
    assert [reckoned(share_of_total(part(SHARE), [claim])) for claim in fyren] == [
        "Fyren: 2 av 20 kr = 10 %",
        "Fyren: 1 av 5 kr = 20 %",
    ]


def test_no_share_is_due() -> None:
    found = claims(("Fyren", "1"), ("Kompassen", "3"), ("Summa", "4"), sums=[2])
    assert share_of_total(part("Hur mycket får Fyren?"), found[:1]) is None
    assert share_of_total(part(SHARE), found[2:]) is None
    assert share_of_total(part(SHARE), claims(("Fyren", "1"), ("Kompassen", "3"))) is None
    assert share_of_total(part(SHARE), []) is None


def shared(question: str, text: str, *, fits: bool = False, score: float = 0.8) -> Reckoning | None:
    """The share that is reckoned from a sentence alone."""
    read = document(heading("Resultat"), paragraph(text))
    start = read.text.index(text)
    claim = replace(claim_of_text(read, start, start + len(text)), fits=fits, score=score)
    return share_in_text(part(question), [claim], terms(question), ENOUGH)


WORK = "Hur stor andel fick arbete?"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Av de 40 inskrivna fick 10 arbete.", "10 av 40 = 25 %"),
        ("Av totalt 1 200 inskrivna fick 300 arbete.", "300 av 1 200 = 25 %"),
        ("Bland samtliga 40 inskrivna fick 11 arbete.", "11 av 40 = 27,5 %"),
        ("Fyren skrev in 200 personer, varav 50 fick arbete och 30 började studera.", "50 av 200 = 25 %"),
        ("Fyren skrev in 200 personer, varav 30 började studera och 50 fick arbete.", "50 av 200 = 25 %"),
        ("Fyren skrev in 30 personer och av dessa fick 10 arbete.", "10 av 30 = 33,3 %"),
        ("Av de 40 inskrivna fick alla 40 arbete.", "40 av 40 = 100 %"),
        ("Av de 40 inskrivna fick 20 kvinnor arbete och 10 män arbete.", ""),
        ("Av de 40 inskrivna flyttade 10.", ""),
        ("Av de 40 inskrivna fick 60 arbete.", ""),
        ("Av de 40 inskrivna fick var och en 10 kr för arbete.", ""),
        ("Av de 40 inskrivna fick många arbete.", ""),
        ("Fyren hade 40 inskrivna. Arbete fick 10.", ""),
        ("Arbete fick 10.", ""),
    ],
)
def test_the_share_that_a_sentence_gives_by_two_counts(text: str, expected: str) -> None:
    """The part is the count that stands with what is asked; when two stand so, or none, nothing is reckoned."""
    share = shared(WORK, text)
    assert reckoned(share) == expected
    if share:
        assert [claim.text for claim in share.claims] == [text]
        assert share.facts == ()


def test_no_share_in_text_is_due() -> None:
    """Not when none is asked for, the sentence gives one itself, or it is too weak."""
    text = "Av de 40 inskrivna fick 10 arbete."
    assert shared("Hur många fick arbete?", text) is None
    assert shared(WORK, text, fits=True) is None
    assert shared(WORK, text, score=ENOUGH - 0.01) is None
    assert share_in_text(part(WORK), claims(ONE), terms(WORK), ENOUGH) is None


@pytest.mark.parametrize(
    ("subject", "first", "second", "expected"),
    [
        ("Fyren", "1 000", "1 250", "Skillnaden är 250 kr"),
        ("Fyren", "1 250", "1 000", "Skillnaden är 250 kr"),
        ("Fyren", "-1 000", "1 250", "Skillnaden är 250 kr"),
        ("Resultat", "-1 000", "1 250", "Skillnaden är 2 250 kr"),
        ("Eget kapital", "-1 000", "-250", "Skillnaden är 750 kr"),
        ("Fyren", "1 000", "okänt", ""),
        ("Fyren", "1 000 kr", "12 %", ""),
    ],
)
def test_the_difference_between_two_years(subject: str, first: str, second: str, expected: str) -> None:
    """A minus counts where an amount may be below nought, and not where it marks a cost."""
    found = claims((subject, first, second), heads=("Insats", "Budget 2030", "Budget 2031"))
    assert reckoned(difference(part(DIFFERENCE), found)) == expected


def told(*texts: str) -> list[Claim]:
    """Sentences of a document, each as a claim on the years that it names."""
    read = document(heading("Plan"), *map(paragraph, texts))
    starts = [(read.text.index(text), text) for text in texts]
    found = [(text, claim_of_text(read, start, start + len(text))) for start, text in starts]
    return [replace(claim, years=frozenset(years_in(text))) for text, claim in found]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Fyren får 1 000 kr 2030.", "Skillnaden är 250 kr"),
        ("Fyren får 1 000 kr 2031.", ""),
        ("Fyren får 1 000 kr 2030, varav 200 kr till resor.", ""),
        ("Fyren har 1 000 deltagare 2030.", ""),
    ],
)
def test_the_difference_from_what_text_tells(text: str, expected: str) -> None:
    cell = claims(("Fyren", "1 250"), heads=("Insats", "Budget 2031"))
    assert reckoned(difference(part(DIFFERENCE), [*told(text), *cell])) == expected
    assert reckoned(difference(part(DIFFERENCE), [*cell, *told(text)])) == expected


def test_the_difference_between_two_rows_of_a_column() -> None:
    found = claims(("Fyren", "1 000"), ("Kompassen", "1 250"))
    question = part("Vad är skillnaden mellan Fyren och Kompassen?")
    assert reckoned(difference(question, found)) == "Skillnaden är 250 kr"


def test_no_difference_is_due() -> None:
    """Not when none is asked for, between columns or tables of one year, or between more than two amounts."""
    two = claims(("Fyren", "1", "2"), heads=("Insats", "Budget 2030", "Budget 2031"))
    three = claims(("Fyren", "1", "2", "3"), heads=("Insats", "Budget 2029", "Budget 2030", "Budget 2031"))
    one_year = claims(("Fyren", "1", "2"), heads=("Insats", "Ansökt 2031", "Beviljat 2031"))
    assert difference(part("Vad fick Fyren 2030 och 2031?"), two) is None
    assert difference(part(DIFFERENCE), three) is None
    assert difference(part(DIFFERENCE), one_year) is None
    assert difference(part(DIFFERENCE), [*claims(("Fyren", "1")), *claims(("Kompassen", "2"))]) is None
    assert difference(part(DIFFERENCE), []) is None


@pytest.mark.parametrize(
    ("subject", "value", "expected"),
    [("Fyren", "-12", 12), ("Fyren", "12", 12), ("Årets resultat", "-12", -12), ("Eget kapital", "12", 12)],
)
def test_what_an_amount_counts_for_when_it_is_compared(subject: str, value: str, expected: int) -> None:
    (claim,) = claims((subject, value))
    assert claim.fact is not None
    figure = amount(claim.fact)
    assert figure is not None
    assert size(claim.fact, figure) == expected


@pytest.mark.parametrize(
    ("value", "unit", "expected"),
    [
        ("12", "kr", Figure(Decimal(12), "kr")),
        ("12 tkr", "kr", Figure(Decimal(12), "tkr")),
        ("12", "", Figure(Decimal(12), "")),
        ("okänt", "kr", None),
    ],
)
def test_the_figure_of_a_cell(value: str, unit: str, expected: Figure | None) -> None:
    """In its own unit, else its column's."""
    (claim,) = claims(("Fyren", value), unit=unit)
    assert claim.fact is not None
    assert amount(claim.fact) == expected


@pytest.mark.parametrize(
    ("value", "expected"),
    [("0", "0"), ("1234567", "1 234 567"), ("1842.50", "1 842,5"), ("-1294", "-1 294"), ("3.00", "3")],
)
def test_how_a_figure_is_written(value: str, expected: str) -> None:
    assert spaced(Decimal(value)) == expected


@given(st.decimals(min_value=-(10**12), max_value=10**12, places=2))
def test_a_written_figure_reads_back(value: Decimal) -> None:
    read = parse(spaced(value))
    assert read is not None
    assert read.value == value
