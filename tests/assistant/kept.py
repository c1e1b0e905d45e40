"""The sets of questions that are kept, the documents that each is asked of, and the day on which it is asked."""

from __future__ import annotations

from datetime import date
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
QUESTIONS = ROOT / "tests" / "questions"
VANDA = QUESTIONS / "vanda"
FOLDERS = {
    "paraphrases": ROOT / "corpus",
    "new": ROOT / "corpus",
    "later": ROOT / "corpus",
    "everyday": ROOT / "corpus",
    "register": ROOT / "corpus",
    "vanda": VANDA,
    "register_vanda": VANDA,
}
DAYS = {ROOT / "corpus": date(2026, 11, 2), VANDA: date(2027, 5, 3)}
"""A day on which the newest plan of each folder holds: answers must not change with the calendar."""
