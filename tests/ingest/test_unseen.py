"""A style that hides its text is told from one that shows it."""

from __future__ import annotations

import pytest

from ingest.readers import markdown
from ingest.readers.unseen import is_unseen


@pytest.mark.parametrize(
    "style",
    [
        "display: none",
        "visibility:hidden",
        "opacity: 0",
        "font-size:1px",
        "font-size: 0.1em",
        "font-size:0",
        "color:#fff",
        "COLOR: #FFFFFF; font-size: 12px",
        "color: #fefefe",
        "color:white",
        "color: rgb(255, 255, 255)",
        "color: rgba(0, 0, 0, 0)",
        "color:transparent",
    ],
)
def test_text_without_size_or_ink_is_unseen(style: str) -> None:
    assert is_unseen(style)


@pytest.mark.parametrize(
    "style",
    ["", "font-size:12px", "color:#333", "background-color:#fff", "color:#fff;background:#000", "opacity:0.5"],
)
def test_text_that_shows_is_seen(style: str) -> None:
    assert not is_unseen(style)


@pytest.mark.parametrize("heading", ["", "# Rubrik\n\n"])
@pytest.mark.parametrize("style", ['style="color:#ffffff;font-size:1px"', "style='display:none'", "hidden"])
def test_markdown_keeps_hidden_elements_apart(heading: str, style: str) -> None:
    source = f"{heading}Det här syns.\n\n<span {style}>Det här syns <b>inte</b>.</span>\n\nDet här syns också."
    reading = markdown.read(source.encode(), "a.md")
    assert [block.text.strip("\ue000 ") for block in reading.blocks if block.text.strip("\ue000 ")][-2:] == [
        "Det här syns.",
        "Det här syns också.",
    ]
    assert [" ".join(text.split()) for text in reading.hidden] == ["Det här syns inte ."]


def test_markdown_leaves_elements_that_show() -> None:
    reading = markdown.read('# R\n\nEn <span style="color:red">röd</span> text.'.encode(), "a.md")
    assert reading.hidden == ()
    assert "röd" in reading.blocks[-1].text
