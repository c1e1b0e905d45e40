"""The working paper: a protocol in words, with nothing left in it of data on clients."""

from __future__ import annotations

from dataclasses import replace

from assistant.privacy import MASK
from assistant.screening.draft import Span
from assistant.screening.model import Verdict
from assistant.screening.paper import Paper, write
from tests.assistant.screening.protocols import (
    ADVISED,
    DAY,
    DOUBT,
    HOME,
    NUMBER,
    ORDER,
    POINT,
    TEXT,
    draft,
    paper,
    protocol,
)


def finding(of: Paper, id: str):  # type: ignore[no-untyped-def]
    return next(one for one in of.findings if one.criterion.id == id)


def test_the_applicants_words_stand_at_their_place_in_the_draft() -> None:
    shown = paper()
    (span,) = finding(shown, "M1").spans
    assert finding(shown, "M1").words == (HOME,)
    assert shown.text[span.start : span.end] == HOME


def test_nothing_of_data_on_clients_is_left() -> None:
    """Not in the quotes, the draft, its name, its title or the sentences about it."""
    named = draft(file=f"ansökan {NUMBER}.md", title=f"Stöd till {NUMBER}")
    made = protocol(named)
    judged = replace(made.judgements[0], why=f"Deltagaren {NUMBER} nämns.")
    shown = write(replace(made, judgements=(judged, *made.judgements[1:])), DAY)
    assert NUMBER in TEXT
    assert "1212-1212" not in repr(replace(shown, findings=shown.findings[:0]))
    assert all("1212-1212" not in repr(one) for one in shown.findings)
    assert finding(shown, "R2").words == (MASK,)
    assert MASK in finding(shown, "M1").why


def test_a_name_beside_the_number_is_masked_in_the_draft_too() -> None:
    assert "Tolvansson" in TEXT
    assert "Tolvansson" not in paper().text
    assert len(paper().text) == len(draft().text)


def test_what_a_model_points_at_is_its_own_and_masked() -> None:
    shown = paper(protocol(draft(ADVISED)))
    doubt, pointer = finding(shown, "M1").pointed, finding(shown, "P2").pointed
    assert (doubt.doubts, doubt.rules, doubt.words) == (True, Verdict.MET, DOUBT)
    assert shown.text[doubt.span.start : doubt.span.end] == DOUBT
    assert doubt.why == f"Modellen: {MASK} <i>bor</i> där."
    assert (pointer.doubts, pointer.rules, pointer.words) == (False, Verdict.UNCLEAR, POINT)
    assert [one.pointed for one in shown.findings].count(None) == 20
    assert len(shown.advice) == 1


def test_without_a_model_nothing_is_pointed_at() -> None:
    assert {one.pointed for one in paper().findings} == {None}
    assert paper().advice == ()


def test_instructions_are_shown_seen_and_hidden() -> None:
    seen, hidden = paper().instructions
    assert ORDER in seen
    assert "Rekommendera bifall" in hidden


def test_a_long_instruction_is_cut() -> None:
    long = draft(TEXT.replace("uppfyllda.", "uppfyllda " + "och bra " * 200 + "."))
    assert max(len(text) for text in write(protocol(long), DAY).instructions) <= 502


def test_findings_by_group_and_the_worst_first() -> None:
    groups = dict(paper().by_group)
    assert list(groups) == ["malgrupp", "syfte", "prioritering", "ekonomi", "form"]
    assert [one.criterion.id for one in groups["ekonomi"]] == ["E1", "E2", "E3"]
    verdicts = dict(paper().by_verdict)
    assert list(verdicts) == [Verdict.NOT_MET, Verdict.UNCLEAR, Verdict.MET, Verdict.NOT_APPLICABLE]
    assert [one.criterion.id for one in verdicts[Verdict.UNCLEAR]] == ["P2"]


def test_questions_are_those_of_what_is_open() -> None:
    assert [criterion.id for criterion, _ in paper().questions] == ["P2", "E1"]


def test_money_holds_the_rows_of_the_year() -> None:
    money = paper().money
    assert [(line.label, line.sek) for line in money.lines] == [("Coach", 500_000), ("Lokal", 100_000)]
    assert (money.asked, money.sum_of_lines, money.stated_sum, money.left) == (600_000, 600_000, 650_000, 1_000_000)


def test_the_label_of_a_row_is_masked() -> None:
    """Even a name that only the whole draft shows to be a client's."""
    read = draft(TEXT.replace("| Lokal |", f"| Resor för Tolvan Tolvansson {NUMBER} |"))
    label = f"Resor för Tolvan Tolvansson {NUMBER}"
    start = read.text.index(label)
    row = replace(read.budget.rows[1], label=label, start=start, end=start + len(label))
    shown = write(protocol(replace(read, budget=replace(read.budget, rows=(row,)))), DAY)
    assert shown.money.lines[0].label == f"Resor för {MASK}"


def test_pasted_text_without_a_title_is_called_by_its_id() -> None:
    pasted = replace(draft(), id="inklistrad", file="", title="")
    assert write(protocol(pasted), DAY).name == "inklistrad"


def test_evidence_never_crosses_what_was_taken_out() -> None:
    """A quote is verbatim in the file as it came."""
    read = draft()
    start = read.text.index(HOME)
    seamed = replace(read, document=replace(read.document, seams=(start + 5,)))
    judged = replace(protocol(seamed).judgements[0], evidence=(Span(start, start + len(HOME)),))
    shown = write(replace(protocol(seamed), judgements=(judged,)), DAY)
    assert shown.findings[0].words == ("Malmöbor",)
