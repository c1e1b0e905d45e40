"""Drafts screened with a model that is slow, far away, narrow or not allowed; what is written down of it."""

from __future__ import annotations

import json
from pathlib import Path

from assistant.screening.advising.telling import STANDING
from assistant.screening.contract import as_json
from assistant.screening.paper import write
from tests.assistant.screening.advised import (
    CLIENT,
    DAY,
    HOME,
    LETTER,
    NUMBER,
    RESTS,
    SOUND,
    desk,
    outcome,
    proposal,
    proposing,
    remarks,
)
from tests.scripted_model import Says


def test_a_slow_model_is_left_and_then_rested_from(corpus_index: Path, tmp_path: Path) -> None:
    """Left, or it would have answered at last; rested from, or it would have been asked again."""
    with desk(corpus_index, tmp_path, rest=60.0, chat_timeout=1.0) as at:
        expected = outcome(at.plain.screen(SOUND))
        at.answers(lambda request: Says(proposing(), hang=30.0))
        slow = at.advised.screen(SOUND)
        rested = at.advised.screen(SOUND)
        assert len(at.server.requests) == 1
        assert outcome(slow) == outcome(rested) == expected
        assert slow.advice[0] == rested.advice[0] == RESTS


def test_personal_data_never_leaves_this_machine(corpus_index: Path, tmp_path: Path) -> None:
    person = f"Vår deltagare {CLIENT}, {NUMBER}, bor ensam och var sjukskriven. Tolvanssons dagar blev långa."
    text = SOUND.read_text(encoding="utf-8").replace("## Målgrupp", f"## Målgrupp\n\n{person}\n", 1)
    with desk(corpus_index, tmp_path, far=True) as at:
        at.says(
            proposal("M2", "oklart", "Vår deltagare [person-1], [person-2], bor ensam", "[person-1] bor ensam."),
            proposal("M1", "oklart", HOME, "[person-1] bor ensam."),
        )
        advised = at.advised.screen_text(text)
        sent = json.dumps(at.server.requests, ensure_ascii=False)
        assert "bor ensam" in sent
        assert not any(part in sent for part in ("Tolvan", "19121212", "1212-1212"))
        assert "personal_data" in {one.code for one in advised.risks}
        assert remarks(advised)["M1"].why == STANDING["doubt"]
        assert "M2" not in remarks(advised)
        shown = json.dumps(as_json(write(advised, DAY)), ensure_ascii=False)
        assert "Tolvan" not in shown
        assert "hos api.example.se" in advised.advice[0]


def test_a_remote_model_that_is_forbidden_is_not_asked(corpus_index: Path, tmp_path: Path) -> None:
    with desk(corpus_index, tmp_path, far=True, chat_local_only=True) as at:
        advised = at.advised.screen(SOUND)
        assert at.server.requests == []
        assert outcome(advised) == outcome(at.plain.screen(SOUND))
        assert "FINSAM_CHAT_LOCAL_ONLY" in advised.advice[1]


def test_a_long_draft_is_shown_as_far_as_there_is_room_and_it_is_said(corpus_index: Path, tmp_path: Path) -> None:
    side = "## Bilaga {n}: om {name}\n\n" + "En mening som inte säger något om insatsen. " * 60 + "\n\n"
    sides = "".join(side.format(n=n, name=f"deltagaren {CLIENT} {NUMBER}" if n == 1 else "annat") for n in range(1, 9))
    text = f"{SOUND.read_text(encoding='utf-8')}\n\n{sides}"
    with desk(corpus_index, tmp_path) as at:
        advised = at.advised.screen_text(text)
        assert len(at.told) < 8192 * 3
        assert "28 Malmöbor mellan" in at.told
        (unread,) = [one for one in advised.advice if "Den har inte läst hela" in one]
        assert "”Bilaga 8: om annat”" in unread
        assert "Tolvan" not in " ".join(advised.advice)


def test_a_model_that_takes_in_too_little_is_not_asked(corpus_index: Path, tmp_path: Path) -> None:
    with desk(corpus_index, tmp_path, chat_context=2048) as at:
        advised = at.advised.screen(SOUND)
        assert at.server.requests == []
        assert advised.advice[0] == RESTS
        assert "FINSAM_CHAT_CONTEXT" in advised.advice[1]


def test_a_model_that_may_not_help_with_drafts_is_not_asked(corpus_index: Path, tmp_path: Path) -> None:
    with desk(corpus_index, tmp_path, chat_tasks=frozenset({"svar"})) as at:
        advised = at.advised.screen(SOUND)
        assert at.server.requests == []
        assert advised == at.plain.screen(SOUND)
        assert advised.advice == ()


def test_each_call_is_one_line_in_the_journal_without_a_word_of_the_draft(corpus_index: Path, tmp_path: Path) -> None:
    with desk(corpus_index, tmp_path) as at:
        at.advised.screen(SOUND)
        at.advised.screen(LETTER)
        lines = (tmp_path / "journal.jsonl").read_text(encoding="utf-8").splitlines()
    assert [json.loads(line)["task"] for line in lines] == ["utkast", "utkast"]
    assert "Malmö" not in "".join(lines)
