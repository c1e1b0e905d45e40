"""Commands as they are given, and what they print."""

from __future__ import annotations

import pytest

from assistant.commands import run

ANSWER_KEYS = ["question", "answer", "abstained", "citations", "review", "answered_by"]
CITATION_KEYS = ["marker", "document", "title", "section", "page", "quote", "start", "end"]
RESULT_KEYS = ["document", "section", "score", "text", "start", "end"]
QUESTION = "Hur mycket får Landgången 2027?"


def told(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, str, str]:
    """Exit status, standard output and standard error of a command."""
    status = run(arguments)
    captured = capsys.readouterr()
    return status, captured.out, captured.err


def fault(capsys: pytest.CaptureFixture[str], *arguments: str) -> str:
    """The one line that a command used wrongly prints, with exit status 2 and nothing on standard output."""
    status, out, err = told(capsys, *arguments)
    assert status == 2
    assert out == ""
    assert err.endswith("\n")
    assert err.count("\n") == 1
    assert "Traceback" not in err
    return err
