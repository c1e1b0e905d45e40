"""Sheets: tables that hold one question and its answer a row, under a title of their own."""

from __future__ import annotations

from tests.ingest.tabulated import rows, tables, told

SHEETS = """
>Gnistan
>
>
>

>Parter
>
>
>Staden och regionen


>Syfte
>
>
>Att korta vägen till arbete för unga med lång frånvaro från skola och arbetsliv, genom stöd på plats.


>Årets budget

Resultat och lärdomar


>
>
>1 250 000 kr

Under året har 40 unga fått stöd.




>Spåret
>
>
>

>Parter
>
>
>Staden


>Syfte
>
>
>Att pröva ett nytt sätt.


>Årets budget

Resultat och lärdomar
>
>
>400 000 kr

Tolv arbetsplatser deltar.

Hälften fortsätter nästa år.
"""


def test_sheets_pair_each_label_with_its_answer() -> None:
    first, second = tables(SHEETS)
    assert first.sheet
    assert second.sheet
    assert (first.title, first.heads) == ("Gnistan", ("", "Gnistan"))
    assert rows(first)[2:] == [
        ("Årets budget", "1 250 000 kr"),
        ("Resultat och lärdomar", "Under året har 40 unga fått stöd."),
    ]
    assert first.lines[3] == (
        "Årets budget",
        "Resultat och lärdomar",
        "1 250 000 kr",
        "Under året har 40 unga fått stöd.",
    )
    assert rows(second)[0] == ("Parter", "Staden")
    assert rows(second)[2] == ("Årets budget", "400 000 kr")


def test_nothing_is_lost() -> None:
    assert told(SHEETS) == SHEETS.replace(">", " ").split()
