"""Page numbers, headers and footers go; the text that they stood in knows that something was taken out."""

from __future__ import annotations

import pytest

from ingest.furniture import drop_furniture, drop_page_numbers
from ingest.model import SEAM, Line


def paged(*pages: str) -> list[Line]:
    return [Line(text, number) for number, page in enumerate(pages, start=1) for text in page.split("\n")]


def texts(lines: list[Line]) -> list[str]:
    return [line.text.replace(SEAM, "") for line in lines]


BODY = ("Vi följer planen.", "Medlen räcker.", "Parterna enades.", "Insatsen fortsätter.", "Mötet avslutas.", "Bra.")


@pytest.mark.parametrize(
    ("header", "footer"),
    [
        ("Förbundet Gläntan", ""),
        ("Förbundet Gläntan", "{n}"),
        ("Dnr 2031/14", "Sida {n} av 6"),
        ("Protokoll {n} (6)", "2031-03-14"),
        ("", "- {n} -"),
        ("", "{n} (6)"),
        ("Förbundet\nGläntan\nProtokoll\n2031-03-14", "Page {n} of 6"),
    ],
)
def test_what_stands_on_every_page_goes(header: str, footer: str) -> None:
    pages = [
        "\n".join(part for part in (header.format(n=n), body, footer.format(n=n)) if part)
        for n, body in enumerate(BODY, start=1)
    ]
    kept = drop_furniture(paged(*pages))
    assert texts(kept) == list(BODY)
    assert all(line.text.startswith(SEAM) for line in kept[1:])


def test_headers_of_left_and_right_pages_differ() -> None:
    pages = [f"{'Vänster rubrik' if n % 2 else 'Höger rubrik'}\n{body}" for n, body in enumerate(BODY)]
    assert texts(drop_furniture(paged(*pages))) == list(BODY)


@pytest.mark.parametrize(
    "pages",
    [
        ("Årsredovisning\n2031", "Text på sidan två.", "Mer text.", "Slut."),
        ("Insatsen fick\n40", "Nästa sida.", "Sista sidan."),
        ("Beslut\nAnna väljs.", "Beslut\nBo väljs."),
        ("Samma rad på båda sidor", "Samma rad på båda sidor"),
        ("En ensam sida\n7",),
    ],
)
def test_text_at_the_edge_of_a_page_stays(pages: tuple[str, ...]) -> None:
    """A year, a figure of the text, or a line on two pages is no furniture."""
    assert drop_furniture(paged(*pages)) == paged(*pages)


def test_page_numbers_may_begin_anywhere() -> None:
    """Covers are not counted: the printed number is always as far ahead of the page's own."""
    pages = [f"{body}\n{n}" for n, body in enumerate(BODY, start=11)]
    assert texts(drop_furniture(paged(*pages))) == list(BODY)


def running(*parts: str) -> list[Line]:
    """Lines of a text without pages; each blank line parts by two more."""
    found: list[Line] = []
    gap = 0
    for part in parts:
        if part:
            found.append(Line(part, gap=gap))
        gap = 0 if part else gap + 2
    return found


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (running("ett", "", "3", "", "två", "", "4", "", "tre"), ["ett", "två", "tre"]),
        (running("ett", "", "– 3 –", "", "två"), ["ett", "två"]),
        (running("ett", "Sida 7", "två"), ["ett", "två"]),
        (running("ett", "Sidan 2 av 9", "två", "SID 3", "tre"), ["ett", "två", "tre"]),
        (running("ett", "1 (9)", "två", "2 (9)", "tre"), ["ett", "två", "tre"]),
        (running("ett", "1 (9)", "två"), ["ett", "1 (9)", "två"]),
        (running("ett", "3", "två"), ["ett", "3", "två"]),
        (running("ett", "", "9", "", "två", "", "4", "", "tre"), ["ett", "två", "4", "tre"]),
        (running("Sida vid sida", "två"), ["Sida vid sida", "två"]),
    ],
)
def test_numbers_of_unknown_pages(lines: list[Line], expected: list[str]) -> None:
    assert texts(drop_page_numbers(lines)) == expected


def test_a_header_beside_the_page_numbers_goes() -> None:
    parts = [
        part for n in range(1, 6) for part in (f"Sida {n} (5)", "Förbundet Gläntan", f"Stycke {'abcde'[n - 1]}.", "")
    ]
    assert texts(drop_page_numbers(running(*parts))) == [f"Stycke {letter}." for letter in "abcde"]


def test_blank_lines_and_the_seam_go_to_the_line_below() -> None:
    below = drop_page_numbers(running("ett", "", "3", "", "två"))[1]
    assert below == Line(f"{SEAM}två", gap=4)
    assert drop_page_numbers(running("ett", "Sida 3", "\tcell"))[1].text == f"\t{SEAM}cell"
