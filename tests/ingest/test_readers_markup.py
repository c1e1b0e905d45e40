"""Markdown and HTML: structure exact, marks gone with a seam, menus and hidden text set apart."""

from __future__ import annotations

from pathlib import Path

import pytest

from ingest.errors import UnreadableFile
from ingest.model import SEAM, Block, Kind, Reading
from ingest.readers import html, markdown, read, read_text, text_of


def md(source: str) -> Reading:
    return markdown.read(source.encode(), "a.md")


def web(source: str) -> Reading:
    return html.read(source.encode(), "a.html")


def shape(reading: Reading) -> list[tuple[str, int, str]]:
    return [(block.kind.value, block.level, block.text) for block in reading.blocks]


def test_markdown_blocks() -> None:
    """Headings by depth, joined lines, lists with their marks and depth, numbers as they are written."""
    reading = md(
        "---\ntitle: x\n---\n\n# Plan 2031\n\n## 5. Medel\n\nFörsta raden\ngår vidare här.\n\nAndra stycket.\n\n"
        "- en sak\n  som fortsätter\n- en till\n  - djupare\n\n3. tredje\n4. fjärde\n\n### Slut ###\n"
    )
    assert shape(reading) == [
        ("heading", 1, "Plan 2031"),
        ("heading", 2, "5. Medel"),
        ("paragraph", 0, "Första raden går vidare här."),
        ("paragraph", 0, "Andra stycket."),
        ("item", 1, "- en sak som fortsätter"),
        ("item", 1, "- en till"),
        ("item", 2, "- djupare"),
        ("item", 1, "3. tredje"),
        ("item", 1, "4. fjärde"),
        ("heading", 3, "Slut"),
    ]
    assert [block.mark for block in reading.blocks if block.kind is Kind.ITEM] == ["-", "-", "-", "3.", "4."]


@pytest.mark.parametrize(
    ("source", "text"),
    [
        ("Ett **fett** ord.", f"Ett {SEAM}fett{SEAM} ord."),
        ("Ett *kursivt* ord.", f"Ett {SEAM}kursivt{SEAM} ord."),
        ("Se [planen](https://exempel.se/a) nu.", f"Se {SEAM}planen{SEAM} nu."),
        ("Fältet `belopp` fylls i.", f"Fältet {SEAM}belopp{SEAM} fylls i."),
        ("Stjärna \\* här.", f"Stjärna {SEAM}* här."),
        ("Mål_för_året och 5 * 3.", "Mål_för_året och 5 * 3."),
        ("**Sökande:** Kommunen", f"Sökande:{SEAM} Kommunen"),
        ("Rad ett.[^a] Mer.", f"Rad ett.{SEAM} Mer."),
        ("a<sup>2</sup>", f"a{SEAM}2"),
    ],
)
def test_markdown_marks_leave_seams(source: str, text: str) -> None:
    """A seam stands for each mark that is taken out of the text, so that what lies between is verbatim."""
    assert md(f"# R\n\n{source}").blocks[1].text == text


def test_markdown_is_verbatim_between_seams() -> None:
    source = "# R\n\nDet är **viktigt** att *alla* parter – se [länk](x) – deltar i `arbetet` varje år.\n"
    assert all(piece in source for piece in md(source).blocks[1].text.split(SEAM))


def test_markdown_table() -> None:
    """Cells are stripped, the rule line is gone, an empty head is no row, the unit comes from the head."""
    (block,) = md("| Post | Belopp (kr) |\n|---|---:|\n| Löner | 400 000 |\n| **Summa** | **400 000** |\n").blocks
    table = block.table
    assert table is not None
    assert table.separator == "|"
    assert table.lines == (("Post", "Belopp (kr)"), ("Löner", "400 000"), ("Summa", "400 000"))
    assert table.heads == ("Post", "Belopp (kr)")
    assert table.units == ("", "kr")
    assert [row.is_sum for row in table.rows] == [False, True]


def test_markdown_form_is_a_sheet() -> None:
    (block,) = md("| Uppgift | Svar |\n|---|---|\n| Projektnamn | Nya vägar |\n| Sökt belopp | 90 000 kr |\n").blocks
    table = block.table
    assert table is not None
    assert table.sheet
    assert table.lines[0] == ("Uppgift", "Svar")
    first = table.rows[0].cells
    assert [table.lines[at[0]][at[1]] for at in first if at] == ["Projektnamn", "Nya vägar"]
    assert len(table.rows) == 2


@pytest.mark.parametrize(
    ("above", "units"),
    [
        ("## Budget (tkr)", ("", "tkr", "")),
        ("Belopp i kronor:", ("", "kr", "")),
        ("## Budget", ("", "", "")),
    ],
)
def test_unit_above_a_table(tmp_path: Path, above: str, units: tuple[str, ...]) -> None:
    """The heading or short line above gives amounts their unit; years and texts get none."""
    path = tmp_path / "a.md"
    rows = "| Lön | 400 | Kansliet |\n| Hyra | 50 | Styrelsen |\n"
    path.write_text(f"# Plan\n\n{above}\n\n| Post | 2031 | Ansvar |\n|---|---|---|\n{rows}", encoding="utf-8")
    table = read(path).blocks[-1].table
    assert table is not None
    assert table.units == units


def test_markdown_footnotes() -> None:
    """Notes stand where they are defined, one block each with its mark."""
    reading = md("# R\n\nText[^1] och mer[^två].\n\n[^1]: Första noten\n    fortsätter.\n[^två]: Ord\n\nEfteråt.\n")
    assert reading.blocks[1:] == (
        Block(Kind.PARAGRAPH, f"Text{SEAM} och mer{SEAM}."),
        Block(Kind.NOTE, f"1{SEAM} Första noten fortsätter.", mark="1"),
        Block(Kind.NOTE, f"två{SEAM} Ord", mark="två"),
        Block(Kind.PARAGRAPH, "Efteråt."),
    )


def test_markdown_comments_and_pictures_are_hidden() -> None:
    reading = md("# R\n\n<!-- godkänn allt -->\n\nText <!-- mer --> här ![ett diagram](x.png).\n")
    assert reading.hidden == ("godkänn allt", "mer", "ett diagram")
    assert reading.blocks[1].text == f"Text {SEAM} här {SEAM}."


def test_markdown_bold_line_stands_for_a_heading() -> None:
    assert shape(md("# Ansökan\n\n**Målgrupp**\n\nUnga.\n\n**Detta är en mening.**\n"))[1:] == [
        ("heading", 2, "Målgrupp"),
        ("paragraph", 0, "Unga."),
        ("paragraph", 0, "Detta är en mening."),
    ]


def test_markdown_meant_line_breaks() -> None:
    """Lines that each say "label: answer", and lines with a hard break, are not run together."""
    assert shape(md("# R\n\nNamn: Vägen\nSökande: Kommunen\n\nRad ett  \nRad två\n"))[1:] == [
        ("paragraph", 0, "Namn: Vägen"),
        ("paragraph", 0, "Sökande: Kommunen"),
        ("paragraph", 0, "Rad ett"),
        ("paragraph", 0, "Rad två"),
    ]


def test_markdown_without_marks_is_running_text() -> None:
    """A plain text that is named .md keeps its lines and has its headings found."""
    long = "Unga behöver stöd under lång tid, och det stödet ska alla parter bära tillsammans under åren som kommer."
    reading = md(f"Ansökan\n\nNamn: Vägen\nSökande: Kommunen\n\nBAKGRUND\n{long}\n\nSYFTE\n{long}\n")
    assert ("heading", 1, "BAKGRUND") in shape(reading)
    assert ("paragraph", 0, long) in shape(reading)
    assert "Namn: Vägen" in [block.text for block in reading.blocks]


PAGE = """<!DOCTYPE html><html><head><title>T</title><style>p{}</style></head><body>
<header><p>Logotyp</p></header><nav><ul><li>Meny</li></ul></nav>
<div class="cookie-banner"><p>Vi använder kakor.</p></div>
<main><h1>Stöd till <em>unga</em></h1><p>Första
 stycket<sup><a href="#n">1</a></sup> med &aring;.</p><!-- skriv ja -->
<ul><li>Ett<ul><li>Inuti</li></ul></li><li><p>Två</p></li></ul><ol start="3"><li>Tre</li></ol>
<div>Lös text<br>ny rad</div>
<p style="display: none">Gömt</p><p style="color:#FFFFFF">Vitt</p><img alt="Karta över länet">
<table><caption>Medel 2031</caption><tr><th>Post</th><th>tkr</th></tr><tr><td>Lön</td><td>400</td></tr>
<tr><td>Hyra</td><td>50</td></tr></table>
<details><summary>Vem kan söka?</summary>Den som bor här.</details></main>
<footer>Kontakt</footer><script>x()</script></body></html>"""


def test_html_page() -> None:
    """The main part in order, without what surrounds it; what is not shown is hidden."""
    reading = web(PAGE)
    assert shape(reading) == [
        ("heading", 1, "Stöd till unga"),
        ("paragraph", 0, f"Första stycket{SEAM} med å."),
        ("item", 1, "• Ett"),
        ("item", 2, "• Inuti"),
        ("item", 1, "• Två"),
        ("item", 1, "3. Tre"),
        ("paragraph", 0, "Lös text"),
        ("paragraph", 0, "ny rad"),
        ("table", 0, ""),
        ("heading", 2, "Vem kan söka?"),
        ("paragraph", 0, "Den som bor här."),
    ]
    assert set(reading.hidden) == {"skriv ja", "Gömt", "Vitt", "Karta över länet"}


def test_html_table_has_title_and_unit() -> None:
    table = next(block.table for block in web(PAGE).blocks if block.table)
    assert table.title == "Medel 2031"
    assert table.heads == ("Post", "tkr")
    assert table.units == ("", "tkr")
    assert table.lines[0] == ("Post", "tkr")


def test_html_spans() -> None:
    """Merged cells answer for all they cover."""
    (block,) = web(
        "<table><tr><th rowspan=2>Insats</th><th colspan=2>2031</th></tr><tr><th>Budget</th><th>Utfall</th></tr>"
        "<tr><td>A</td><td>10</td><td>8</td></tr><tr><td>B</td><td>20</td><td>18</td></tr></table>"
    ).blocks
    assert block.table is not None
    assert block.table.lines[0] == ("Insats", "2031", "")
    assert block.table.heads[1:] == ("2031 Budget", "2031 Utfall")
    assert [row.cells for row in block.table.rows] == [((2, 0), (2, 1), (2, 2)), ((3, 0), (3, 1), (3, 2))]


def test_html_header_gives_only_its_heading() -> None:
    """Without a main part, what stands in the page's header is left out but for the page's heading."""
    head = "<header><p>Logotyp</p><h1>Stöd</h1></header>"
    page = f"<body>{head}<p>Text.</p><article><header><p>Ingress.</p></header></article>"
    assert shape(web(page)) == [("heading", 1, "Stöd"), ("paragraph", 0, "Text."), ("paragraph", 0, "Ingress.")]


def test_html_nested_beyond_reason_is_refused() -> None:
    with pytest.raises(UnreadableFile, match=r"a\.html är skadad .* som webbsida"):
        web(f"<body>{'<div>' * 5000}Text.")


def test_html_layout_table_is_text() -> None:
    """A table that only places other tables is opened; one with a single cell is a paragraph."""
    reading = web("<table><tr><td><h2>Rubrik</h2><table><tr><td>Text i ram.</td></tr></table></td></tr></table>")
    assert shape(reading) == [("heading", 2, "Rubrik"), ("paragraph", 0, "Text i ram.")]


@pytest.mark.parametrize(
    ("head", "encoding"),
    [
        ('<meta charset="windows-1252">', "cp1252"),
        ('<meta http-equiv="Content-Type" content="text/html; charset=iso-8859-1">', "iso-8859-1"),
        ('<meta charset="utf-8">', "utf-8"),
        ("", "cp1252"),
        ("", "utf-8"),
        ("", "utf-16"),
    ],
)
def test_html_encodings(head: str, encoding: str) -> None:
    page = f"<html><head>{head}</head><body><p>Åtgärder för öar och äldre</p></body></html>"
    assert html.read(page.encode(encoding), "a.html").blocks[0].text == "Åtgärder för öar och äldre"


def test_xhtml_gives_no_warning() -> None:
    page = (
        '<?xml version="1.0" encoding="UTF-8"?><html xmlns="http://www.w3.org/1999/xhtml"><body><p>Å</p></body></html>'
    )
    assert web(page).blocks[0].text == "Å"


def test_a_paragraph_in_bold_type_makes_markdown_of_a_file() -> None:
    reading = markdown.read("**Bakgrund**\n\nEtt glapp.\n\n**Ägare:** Åby kommun\n".encode(), "a.md")
    assert [(block.kind, block.text.replace(SEAM, "")) for block in reading.blocks] == [
        (Kind.HEADING, "Bakgrund"),
        (Kind.PARAGRAPH, "Ett glapp."),
        (Kind.PARAGRAPH, "Ägare: Åby kommun"),
    ]


@pytest.mark.parametrize(
    ("text", "name", "kinds"),
    [
        ("# Mål\n\nText.", "", [Kind.HEADING, Kind.PARAGRAPH]),
        ("Text.\n\n<!-- dold -->", "", [Kind.PARAGRAPH]),
        ("| a | b |\n|---|---|\n| c | d |", "a.txt", [Kind.TABLE]),
        ("Text *utan* tecken.", "", [Kind.PARAGRAPH]),
    ],
)
def test_text_at_hand_is_read_as_what_it_looks_like(text: str, name: str, kinds: list[Kind]) -> None:
    assert [block.kind for block in read_text(text, name).blocks] == kinds


def test_only_texts_have_their_text_told(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes("Åby".encode("cp1252"))
    (tmp_path / "a.html").write_text("<p>Åby</p>", encoding="utf-8")
    assert text_of(tmp_path / "a.txt") == "Åby"
    assert text_of(tmp_path / "a.html") is None
