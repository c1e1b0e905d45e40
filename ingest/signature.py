"""Tell a web page by its first bytes, whatever its file is called."""

from __future__ import annotations

import codecs
import re

# Nothing here may try a text in more than one way: the number of ways doubles with each comment.
_HTML = re.compile(rb"(?is)\s*+(?:<\?xml[^>]*+>\s*+)?+(?:<!--(?>.*?-->)\s*+)*+<(?:!doctype\s+html|html|head|body)\b")
_BEGINNING = 4096
"""Bytes that are looked at."""


def is_html(data: bytes) -> bool:
    """True when ``data`` begins as HTML does, past a byte order mark, an XML declaration and comments."""
    return _HTML.match(data.removeprefix(codecs.BOM_UTF8)[:_BEGINNING]) is not None
