"""Tables out of DOCX: cells that begin with tabs, lines with tabs between cells."""

from __future__ import annotations

import pytest

from ingest.model import SEAM, Line, TableDraft
from ingest.repair import NOTE
from ingest.tables import find_tables
from ingest.tables.grid import GridRow, draft
from tests.ingest.tabulated import lines, rows, tables, told

BUDGET = """
5. Medel
Förbundet har beslutat om tre insatser.

>Insatser i budget 2031
>I/S
>Kostnad

>Gnistan
>I
>1 250 000

>Spåret
>S
>400 000

>Summa beslutade insatser
>
>1 650 000



Efter avdrag återstår 2,1 mkr.
"""


def test_a_budget_with_its_title_in_the_first_head() -> None:
    before, above, table, after = find_tables(lines(BUDGET))
    assert isinstance(table, TableDraft)
    assert (before, above) == (Line("5. Medel"), Line("Förbundet har beslutat om tre insatser."))
    assert after == Line("Efter avdrag återstår 2,1 mkr.", gap=3)
    assert (table.title, table.heads, table.units) == ("Insatser i budget 2031", ("", "I/S", "Kostnad"), ("", "", "kr"))
    assert rows(table) == [
        ("Gnistan", "I", "1 250 000"),
        ("Spåret", "S", "400 000"),
        ("Summa beslutade insatser", "", "1 650 000"),
    ]
    assert [row.is_sum for row in table.rows] == [False, False, True]
    assert table.lines[0] == ("Insatser i budget 2031", "I/S", "Kostnad")
    assert table.remarks == ()


def test_a_wrong_sum_is_remarked() -> None:
    (table,) = tables(BUDGET.replace("1 650 000", "1 850 000"))
    assert table.remarks == ("Raderna i kolumnen Kostnad ger 1 650 000 kr, dokumentet anger 1 850 000 kr.",)


GOALS = """
>Mål

Vad vi vill nå
>Aktivitet
>Ansvarig

>Resultat


>Fler kommer vidare från lång frånvaro.
>Vi träffar parternas chefer varje kvartal och går igenom läget.
Vi skriver en rapport om hindren.
>Samordnaren

>Parterna har en gemensam bild av behoven i staden.

Bilden uppdateras varje år.

>Kunskapen om varandra ökar i alla fyra organisationer.
>Två kursdagar hålls.



En studieresa görs.
>Kansliet
>Medarbetarna känner till de andras uppdrag.




6. Uppföljning
Planen följs upp i juni.
"""


def test_cells_with_blank_lines_and_several_paragraphs() -> None:
    table, heading, text = find_tables(lines(GOALS))
    assert isinstance(table, TableDraft)
    assert table.heads == ("Mål Vad vi vill nå", "Aktivitet", "Ansvarig", "Resultat")
    assert rows(table) == [
        (
            "Fler kommer vidare från lång frånvaro.",
            "Vi träffar parternas chefer varje kvartal och går igenom läget. Vi skriver en rapport om hindren.",
            "Samordnaren",
            "Parterna har en gemensam bild av behoven i staden. Bilden uppdateras varje år.",
        ),
        (
            "Kunskapen om varandra ökar i alla fyra organisationer.",
            "Två kursdagar hålls. En studieresa görs.",
            "Kansliet",
            "Medarbetarna känner till de andras uppdrag.",
        ),
    ]
    assert (heading, text) == (Line("6. Uppföljning", gap=4), Line("Planen följs upp i juni."))


ACCOUNTS = """
>Uppföljning mot budget 2031-08-31
>Utfall per
2031-08-31
>Budget
2031

>
>
>

>Avgifter
>900 500
>1 350 000

>Insatser
>
>

>Gnistan
>-500 000
>-750 000

>Spåret
>-300 000
>-500 000

>Summa insatser
>-800 000
>-1 250 000

>
>
>

>Resultat
>100 500
>100 000
"""


def test_subheads_stay_and_empty_rows_go() -> None:
    (table,) = tables(ACCOUNTS)
    assert table.title == "Uppföljning mot budget 2031-08-31"
    assert table.heads == ("", "Utfall per 2031-08-31", "Budget 2031")
    assert rows(table)[1] == ("Insatser", "", "")
    assert rows(table)[-1] == ("Resultat", "100 500", "100 000")
    assert len(table.rows) == 6
    assert table.remarks == ()
    assert not table.uncertain


def test_two_head_rows_an_empty_column_and_a_sum_without_label() -> None:
    (table,) = tables(
        f"""
Not 2 Intäkter
>{SEAM}
>2031-01-01
>2030-01-01
>

>
>-2031-08-31
>2030-08-31
>

>Bidrag från staten
>9 450 000
>9 444 000
>

>Bidrag från regionen
>4 725 000
>4 722 000
>

>
>14 175 000
>14 166 000
>
"""
    )
    assert table.heads == ("", "2031-01-01 -2031-08-31", "2030-01-01 2030-08-31")
    assert [row.is_sum for row in table.rows] == [False, False, True]
    assert not table.uncertain


def test_unit_in_the_first_head_and_a_head_apart_from_the_rest() -> None:
    (table,) = tables(
        """
>Belopp tkr


>Utfall jan-aug 2031
>Budget 2031

>Kostnad

>-1 294
>-1 025

>Avgift

>1 899
>1 899
"""
    )
    assert table.heads == ("Belopp tkr", "Utfall jan-aug 2031", "Budget 2031")
    assert table.units == ("", "tkr", "tkr")
    assert rows(table) == [("Kostnad", "-1 294", "-1 025"), ("Avgift", "1 899", "1 899")]


@pytest.mark.parametrize(("words", "unit"), [("(miljoner kronor)", "mkr"), ("Tusen kr", "tkr"), ("MSEK", "mkr")])
def test_a_row_of_units_names_no_column(words: str, unit: str) -> None:
    grid = [("Insats", "Budget", "Utfall"), ("", words, words), ("Bron", "1,2", "1,1"), ("Steget", "2,4", "2,6")]
    table = draft([GridRow(tuple((cell,) if cell else () for cell in row)) for row in grid])
    assert table is not None
    assert (table.heads, table.units) == (("Insats", "Budget", "Utfall"), ("", unit, unit))


def test_the_only_filled_cell_at_the_top_is_the_title() -> None:
    (table,) = tables(">Balans per den 31/8 2031\n>\n\n>Resultat\n>-1 294\n\n>- Vinster\n>0\n\n>= Balans\n>-1 294\n")
    assert (table.title, table.heads) == ("Balans per den 31/8 2031", ("", ""))
    assert len(table.rows) == 3
    assert not table.uncertain


def test_tables_with_different_columns_are_kept_apart() -> None:
    found = tables(
        ">\n>2031\n>2030\n\n>Intäkter\n>18 899\n>18 889\n\n>Kostnader\n>20 193\n>20 110\n\n"
        ">Insats\n>Ägare\n>Budget\n>Utfall\n\n>Gnistan\n>Staden\n>100 kr\n>90 kr\n\n"
        ">Spåret\n>Regionen\n>50 kr\n>50 kr\n"
    )
    assert [table.heads for table in found] == [("", "2031", "2030"), ("Insats", "Ägare", "Budget", "Utfall")]


def test_lines_with_tabs_between_cells() -> None:
    (table,) = tables("Insats>Budget>Utfall\nGnistan>100 kr>90 kr\nSpåret>50 kr>60 kr\nSumma>150 kr>150 kr\n")
    assert table.heads == ("Insats", "Budget", "Utfall")
    assert table.rows[2].is_sum
    assert table.remarks == ()


def test_a_footnote_inside_a_table_follows_it() -> None:
    given_lines = lines(BUDGET)
    note = Line(f"{NOTE}1 Beslutad i juni.")
    given_lines.insert(4, note)
    found = find_tables(given_lines)
    assert [type(part) for part in found] == [Line, Line, TableDraft, Line, Line]
    assert found[3] is note


def test_nothing_is_lost_and_the_order_stays() -> None:
    text = BUDGET + GOALS + ACCOUNTS
    assert told(text) == text.replace(">", " ").split()
