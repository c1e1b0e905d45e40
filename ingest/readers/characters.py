"""Make text of formats that know their structure clean: one line, composed letters, nothing that cannot be seen."""

from __future__ import annotations

import re
import unicodedata

from ingest.model import SEAM

RESERVED = re.compile("[\ue000-\ue0ff\U000f0000-\U000ffffd]")
"""Private-use characters that the readers and repair use as marks; a file's own are taken out."""

_UNSEEN = re.compile("[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f]")
_SYMBOLS = {"\uf0b7": "•", "\uf0a7": "•", "\uf0d8": "•", "\uf0fc": "•", "\uf02d": "–"}
_SYMBOL = re.compile("[" + "".join(_SYMBOLS) + "]")
_EDGES = " " + SEAM


def unreserved(text: str) -> str:
    """Return ``text`` without the marks that only the readers may set."""
    return RESERVED.sub("", text)


def with_symbols(text: str) -> str:
    """Return ``text`` with bullets of symbol fonts, which are in the private-use area, as the signs that are seen."""
    # Few texts hold any: a search is a tenth of the cost of a translation.
    return _SYMBOL.sub(lambda match: _SYMBOLS[match.group()], text)


def one_line(text: str) -> str:
    """Return ``text`` on one line, white space single, in composed form; a SEAM stands for each unseen character.

    Seams at either end are dropped: nothing stands before or after them in the block.
    """
    text = _UNSEEN.sub(SEAM, with_symbols(unicodedata.normalize("NFC", text)))
    return " ".join(text.split()).strip(_EDGES)
