"""Read scanned pages with Tesseract, when it is installed with Swedish. Only module that knows Tesseract and pdfium."""

from __future__ import annotations

import os
import shutil
import subprocess
from functools import cache
from io import BytesIO
from typing import Any

from ingest.readers.damage import DAMAGE

_LANGUAGE = "swe"
_DPI = 200
_MAX_SIDE = 6000
"""Longest side of a rendered page in pixels."""
_SECONDS_A_PAGE = 120


@cache
def available() -> bool:
    """True when Tesseract and its Swedish model are installed."""
    if shutil.which("tesseract") is None:
        return False
    listed = subprocess.run(["tesseract", "--list-langs"], capture_output=True, text=True, timeout=30, check=False)
    return _LANGUAGE in (listed.stdout + listed.stderr).split()


def page_text(data: bytes, number: int) -> str:
    """Return the text of page ``number`` (from 1) of the PDF ``data``, as Tesseract sees it.

    "" when it sees none, takes too long, or the page cannot be drawn for it. One thread a page: several threads make
    Tesseract slower (2.7 s a page against 18 s).
    """
    from pypdfium2 import PdfiumError

    try:
        run = subprocess.run(
            ["tesseract", "stdin", "stdout", "-l", _LANGUAGE, "--dpi", str(_DPI)],
            input=_image(data, number),
            capture_output=True,
            env={**os.environ, "OMP_THREAD_LIMIT": "1"},
            timeout=_SECONDS_A_PAGE,
            check=False,
        )
    except (subprocess.TimeoutExpired, PdfiumError, OSError, *DAMAGE):
        return ""
    return run.stdout.decode("utf-8", "replace").replace("\f", "").strip() if run.returncode == 0 else ""


def _image(data: bytes, number: int) -> bytes:
    """Render a page as PNG."""
    import pypdfium2

    document: Any = pypdfium2.PdfDocument(data)
    try:
        page = document[number - 1]
        scale = min(_DPI / 72, _MAX_SIDE / max(page.get_size()))
        png = BytesIO()
        page.render(scale=scale, grayscale=True).to_pil().save(png, "PNG")
        return png.getvalue()
    finally:
        document.close()
