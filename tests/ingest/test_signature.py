"""A web page is told by its first bytes, in one pass."""

from __future__ import annotations

import codecs

import pytest

from ingest.signature import is_html


@pytest.mark.parametrize(
    "data",
    [
        b"<!DOCTYPE html><p>x",
        b"\n <HTML lang=sv>",
        b"<head><title>x",
        b"<body>",
        b'<?xml version="1.0"?>\n<!DOCTYPE html PUBLIC "x">',
        b"<!-- a > b -- c --> <!---->\n<html>",
        codecs.BOM_UTF8 + b"<html>",
    ],
)
def test_a_web_page(data: bytes) -> None:
    assert is_html(data)


@pytest.mark.parametrize(
    "data", [b"", b"Vi skriver <html> i texten", b"<p>x", b"<header>", b"<!-- <html>", b"<?xml version='1.0'?><rss>"]
)
def test_no_web_page(data: bytes) -> None:
    assert not is_html(data)


@pytest.mark.parametrize("comment", [b"<!---->", b"<!-- x -->\n", b"<!---->\n\n "])
def test_many_comments_are_read_once(comment: bytes) -> None:
    """Were each way to divide them tried, this would not end."""
    assert not is_html(comment * 300 + b"<p>")
    assert is_html(comment * 300 + b"<html>")
