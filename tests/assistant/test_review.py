"""Every review code has one plain sentence in both languages."""

from __future__ import annotations

import re

import pytest

from assistant.review import CODES, flag


def test_the_codes_are_the_published_ones() -> None:
    assert set(CODES) == {
        "outdated_source",
        "conflicting_sources",
        "not_in_sources",
        "other_organisation",
        "legal_judgement",
        "individual_case",
        "personal_data",
        "prompt_injection",
        "uncertain_extraction",
    }


@pytest.mark.parametrize("code", CODES)
def test_each_code_speaks_both_languages(code: str) -> None:
    """One sentence without holes or braces; the detail stands in both or in neither."""
    swedish, english = flag(code, "Plan 2025"), flag(code, "Plan 2025", "en")
    assert swedish.code == english.code == code
    assert swedish.message != english.message
    assert ("Plan 2025" in swedish.message) == ("Plan 2025" in english.message)
    for message in (swedish.message, english.message):
        assert re.fullmatch(r"[A-ZÅÄÖ][^{}\n]{20,200}", message)
    assert re.search("[åäö]", swedish.message)


@pytest.mark.parametrize("detail", ["", "{detail}", "{0}", "100 % {", "}", "%s"])
def test_a_detail_is_text_and_never_a_template(detail: str) -> None:
    assert flag("prompt_injection", detail).message.endswith(detail)


def test_an_unknown_code_is_a_fault_of_the_program() -> None:
    with pytest.raises(KeyError):
        flag("nonsense")
