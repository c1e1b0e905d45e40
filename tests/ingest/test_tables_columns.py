"""Tables out of PDF that were read cell by cell, each cell wrapped at its column's width."""

from __future__ import annotations

import random
import textwrap
from collections.abc import Sequence
from itertools import zip_longest

import pytest

from ingest.model import Line, TableDraft
from ingest.tables import find_tables
from ingest.tables.columns import UNSURE_CELLS
from tests.ingest.tabulated import rows

HEADS = ("Inriktning", "Mål", "Aktivitet", "Ansvarig")
ROWS = [
    (
        "Förbundet ska lyssna på vad parternas medarbetare ser i mötet med invånarna och föra det vidare.",
        "Antal möten där förbundet är med. Antal frågor som förts vidare.",
        "Kansliet besöker varje arbetsplats minst en gång per halvår och för en enkel dagbok.",
        "Samordnaren",
    ),
    (
        "Stödet ska nå dem som har varit borta från arbetslivet längst och som ingen annan når.",
        "400 invånare ska ha fått stöd under året.",
        "Varje projekt visar två gånger om året vilka det når och hur länge de har väntat på stöd.",
        "Förbundschefen",
    ),
    (
        "Kunskapen om vad som hjälper ska spridas till alla fyra organisationer och deras chefer.",
        "4 kursdagar per år. 80 procent av deltagarna är nöjda.",
        "Förbundet ordnar kurser tillsammans med högskolan och skriver korta blad om det som har visat sig fungera.",
        "Samordnaren",
    ),
]
WIDTHS = (30, 27, 32)


def _flattened(rows: Sequence[tuple[str, ...]], widths: Sequence[int]) -> list[Line]:
    """Columns for which no width is given hold cells of one line."""
    return [
        Line(line)
        for row in rows
        for cell, width in zip_longest(row, widths, fillvalue=99)
        if isinstance(cell, str)
        for line in textwrap.wrap(cell, width, break_on_hyphens=False)
    ]


def _table(lines: list[Line]) -> TableDraft:
    (table,) = [part for part in find_tables(lines) if isinstance(part, TableDraft)]
    return table


def test_cells_are_told_apart_by_their_width() -> None:
    lines = [
        Line("4. Inriktning, mål och aktiviteter"),
        Line(" ".join(HEADS)),
        *_flattened(ROWS, WIDTHS),
        Line("5. Medel till förfogande och beslutade insatser för året som kommer, i kronor", gap=1),
    ]
    found = find_tables(lines)
    assert (found[0], found[2]) == (lines[0], lines[-1])
    table = _table(lines)
    assert table.heads == HEADS
    assert [row[3] for row in rows(table)] == ["Samordnaren", "Förbundschefen", "Samordnaren"]
    sure = [index for index, row in enumerate(table.rows) if not row.uncertain]
    assert len(sure) >= 2
    assert [rows(table)[index] for index in sure] == [ROWS[index] for index in sure]


def test_the_text_of_every_row_is_complete_and_in_order() -> None:
    lines = [Line(" ".join(HEADS)), *_flattened(ROWS, WIDTHS)]
    table = _table(lines)
    assert " ".join(cell for line in table.lines for cell in line) == " ".join(line.text for line in lines)


def test_the_last_responsible_may_stand_once() -> None:
    meant_rows = [*ROWS, (*ROWS[0][:3], "Utredaren")]
    table = _table([Line(" ".join(HEADS)), *_flattened(meant_rows, WIDTHS)])
    assert [row[3] for row in rows(table)] == ["Samordnaren", "Förbundschefen", "Samordnaren", "Utredaren"]


BELOW = Line("4. Medel till förfogande och beslutade insatser för året som kommer, i kronor", gap=1)


@pytest.mark.parametrize(
    ("heads", "goals", "widths"),
    [
        (
            ("Målområde", "Åtgärd", "Uppföljning", "Tidplan"),
            [
                ("Tidiga insatser. Fler unga får stöd innan de har tappat fotfästet helt.",
                 "En öppen mottagning startas i centrum tillsammans med skolan och vården.",
                 "Antal besök. Andel unga som går vidare till studier.", "Löpande"),
                ("Kunskap. Medarbetarna vet vad de andra parterna kan bidra med.",
                 "Utbildningsdagar hålls för alla nyanställda hos de fyra parterna.",
                 "Minst 90 procent av deltagarna är nöjda med dagarna.", "Våren 2031"),
                ("Inflytande. De som har fått stöd utformar det som kommer efter.",
                 "Ett brukarråd bildas och träffar styrelsen två gånger om året.",
                 "2 möten har hållits och finns dokumenterade.", "Senast 31 maj"),
            ],
            (30, 30, 28),
        ),
        (
            ("Delmål", "Ansvarig", "Aktiviteter", "Indikatorer"),
            [
                ("Fler unga ska få stöd i tid innan de har tappat fotfästet i skolan.", "Samordnaren",
                 "En öppen mottagning startas i centrum tillsammans med skolan och vården.",
                 "Antal besök. Andel unga som går vidare till arbete."),
                ("Medarbetarna ska veta vad de andra parterna kan bidra med.", "Kansliet",
                 "Utbildningsdagar hålls för alla nyanställda hos de fyra parterna.",
                 "Minst 90 procent av deltagarna är nöjda med dagarna."),
                ("De som har fått stöd ska utforma det som kommer efter.", "Samordnaren",
                 "Ett brukarråd bildas och träffar styrelsen två gånger om året.",
                 "2 möten har hållits och finns dokumenterade."),
            ],
            (30, 20, 32, 30),
        ),
        (
            ("Vem", "Strategi", "Vad"),
            [
                ("Projektledaren", "Vi når dem som står längst ifrån arbetslivet och som ingen annan når.",
                 "Uppsökande arbete i stadsdelarna tillsammans med föreningar och boendestöd."),
                ("Förbundschefen", "Vi lär av varandra och sprider det som har visat sig fungera.",
                 "Korta filmer och skrifter tas fram efter varje avslutad insats i förbundet."),
                ("Projektledaren", "Vi bygger broar mellan vården och arbetsmarknaden i hela länet.",
                 "Planeringsmöten med vårdcentralerna hålls en gång i månaden."),
            ],
            (20, 30, 32),
        ),
        (
            ("Prioriterat område", "Effektmål", "Insatser", "Klart"),
            [
                ("Psykisk hälsa. Unga vuxna ska få rätt stöd oavsett var de söker hjälp först.",
                 "50 personer har brutit sin isolering.",
                 "Ett mobilt team med lots, kurator och arbetsterapeut finansieras.", "Dec 2031"),
                ("Långvarigt bistånd. Familjer ska få samlat stöd från alla parter samtidigt.",
                 "20 familjer har fått en gemensam plan.",
                 "En familjelots anställs och arbetar där behoven är störst.", "Kvartal 2"),
                ("Kompetens. Chefer ska kunna leda samverkan över gränserna i vardagen.",
                 "Minst 40 chefer har gått utbildningen.",
                 "Ett ledarprogram upphandlas och genomförs i tre omgångar.", "Dec 2031"),
            ],
            (32, 26, 34),
        ),
    ],
    ids=["when last", "who inside", "who first", "by when"],
)  # fmt: skip
def test_rows_are_told_by_who_or_when_wherever_that_stands(
    heads: tuple[str, ...], goals: list[tuple[str, ...]], widths: tuple[int, ...]
) -> None:
    lines = [Line("3. Mål för året"), Line(" ".join(heads)), *_flattened(goals, widths), BELOW]
    found = find_tables(lines)
    assert (found[0], found[2:]) == (lines[0], [BELOW])
    table = _table(lines)
    assert table.heads == heads
    assert rows(table) == goals
    assert table.remarks == ()


def test_text_right_below_the_last_row_may_belong_to_it() -> None:
    """Nothing tells where the last column of the last row ends."""
    goals = [(row[3], *row[:3]) for row in ROWS]
    heads = Line(" ".join((HEADS[3], *HEADS[:3])))
    below = Line("Förbundet berättar om allt detta på sin webbplats och i ett brev till parterna varje månad")
    table = _table([heads, *_flattened(goals, (20, *WIDTHS)), Line("Så berättar vi"), below])
    assert table.rows[-1].uncertain
    assert not _table([heads, *_flattened(goals, (20, *WIDTHS)), BELOW]).rows[-1].uncertain


def _random_rows(draw: random.Random) -> list[tuple[str, ...]]:
    """Five rows of complete sentences, so that nothing but the widths and the measures tells the cells apart."""
    words = [
        *("vi", "ser", "att", "stödet", "når", "fram", "och", "unga", "får", "arbete", "genom", "möten", "med"),
        *("chefer", "i", "staden", "varje", "år", "samt", "studier"),
    ]

    def cell(start: str = "") -> str:
        sentences = [" ".join(draw.choices(words, k=draw.randint(6, 16))) for _ in range(draw.randint(1, 2))]
        return start + " ".join(f"{sentence.capitalize()}." for sentence in sentences)

    return [
        (cell(), cell(f"{draw.randint(2, 90)} möten "), cell(), draw.choice(["Kansliet", "Styrelsen"]))
        for _ in range(5)
    ]


@pytest.mark.parametrize(("place", "most_marked"), [(3, 30), (0, 30), (1, 60), (2, 60)])
def test_hardly_a_cell_is_guessed_silently(place: int, most_marked: int) -> None:
    """Of 200 random rows at most two come out wrong without being marked, and few are marked.

    More are where who is responsible stands between other cells: where a row ends is then a guess of its own.
    """
    order = [0, 1, 2]
    order.insert(place, 3)
    silent = uncertain = 0
    for seed in range(40):
        draw = random.Random(seed)
        meant_rows = [tuple(row[column] for column in order) for row in _random_rows(draw)]
        widths = [draw.randint(22, 36) for _ in range(4)]
        heads = Line(" ".join(HEADS[column] for column in order))
        table = _table([heads, *_flattened(meant_rows, widths), BELOW])
        assert [row[place] for row in rows(table)] == [row[place] for row in meant_rows]
        assert (UNSURE_CELLS in table.remarks) == any(row.uncertain for row in table.rows)
        uncertain += sum(row.uncertain for row in table.rows)
        silent += sum(
            found != meant and not row.uncertain
            for found, meant, row in zip(rows(table), meant_rows, table.rows, strict=True)
        )
    assert silent <= 2
    assert uncertain <= most_marked
