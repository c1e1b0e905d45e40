"""An answer grows by what is supported, and stands only when it tells the heart of the extractive one."""

from __future__ import annotations

import pytest

from assistant.answering.answerer import Reply
from assistant.answering.draft import Draft
from assistant.answers import Answer
from assistant.phrasing.offer import Unit
from assistant.phrasing.sentences import sentences
from assistant.phrasing.verifying.verdict import Reason, Support, Verdict
from assistant.phrasing.writing import MOST_MARKS, MOST_SENTENCES, Writing
from ingest.model import Document
from tests.assistant.drafted import document, heading, items, paragraph

PLAN = document(
    heading("Plan 2031"),
    paragraph("Målgruppen är unga. Den är bred."),
    paragraph("Förbundet prioriterar:"),
    *items("unga vuxna", "nya arbetssätt"),
)
MODEL = "openai:provmodell"


def unit(words: str, read: Document = PLAN) -> Unit:
    start = read.text.index(words)
    return Unit(read, start, start + len(words), words, "Plan 2031")


SOURCES = {1: unit("Målgruppen är unga."), 2: unit("Den är bred."), 3: unit("unga vuxna"), 4: unit("nya arbetssätt")}


class Judge:
    """Supports what cites a source, but nothing that is said to be made up, and no item below another's name."""

    def check(self, sentence: str, numbers: tuple[int, ...]) -> Verdict:
        if not numbers:
            return Verdict(Reason.NO_CITATION)
        if "påhittat" in sentence:
            return Verdict(Reason.UNSUPPORTED)
        return Verdict(None, tuple(Support(number, SOURCES[number]) for number in numbers))

    def check_led(self, lead: str, item: str, numbers: tuple[int, ...]) -> Verdict:
        if "gamla" in lead and "unga" in item:
            return Verdict(Reason.NAME)
        return self.check(f"{lead} {item}", numbers)


def extractive(*parts: tuple[str, ...], remarks: tuple[str, ...] = ()) -> Reply:
    """An answer of parts: (line without its mark, words that it cites)."""
    draft = Draft(remarks=list(remarks))
    for lines, *cited in parts:
        begun = len(draft.lines)
        for line, words in zip(lines.split("|"), cited, strict=True):
            found = unit(str(words))
            draft.lines.append(f"{line} {draft.mark(PLAN, found.start, found.end)}")
        draft.end_part(begun)
    return Reply(Answer("Fråga?", draft.text, False, tuple(draft.citations)), draft=draft)


def write(text: str, reply: Reply) -> tuple[Writing, Answer]:
    writing = Writing(reply, Judge())
    for sentence in sentences([text]):
        writing.add(sentence)
    return writing, writing.answer(MODEL)


YOUNG = extractive(("Målgruppen är unga.", "Målgruppen är unga."))


def test_sentences_keep_their_lines_and_get_marks_of_their_own() -> None:
    """The numbers of the offer become those of the answer, in the order in which they are first used."""
    writing, answer = write("Unga är målgruppen [2]. Den är bred [1].\n- Vuxna [2]", YOUNG)
    assert answer.text == "Unga är målgruppen. [1] Den är bred. [2]\n- Vuxna [1]"
    assert [one.quote for one in answer.citations] == ["Den är bred.", "Målgruppen är unga."]
    assert (answer.answered_by, answer.verbatim) == (MODEL, YOUNG.answer)
    assert writing.kept == 3


def test_what_is_not_supported_is_left_out_and_told_by_its_reason() -> None:
    writing, answer = write("Unga [1]. Något påhittat [1]. Utan källa. Bred [2].", YOUNG)
    assert answer.text == "Unga. [1] Bred. [2]"
    assert writing.removed == [Reason.UNSUPPORTED, Reason.NO_CITATION]


def test_a_line_begins_where_its_first_sentence_was_removed() -> None:
    _, answer = write("Unga [1].\nNågot påhittat [1]. Bred [2].", YOUNG)
    assert answer.text == "Unga. [1]\nBred. [2]"


def test_a_lead_in_is_said_only_with_what_it_leads_in_to() -> None:
    assert write("Detta gäller:\n- Unga [1]", YOUNG)[1].text == "Detta gäller:\n- Unga [1]"
    assert write("Unga [1].\nDetta gäller:\nBred [2].", YOUNG)[1].text == "Unga. [1]\nBred. [2]"
    assert write("Unga [1].\nDetta gäller:\n- Något påhittat [2]", YOUNG)[1].text == "Unga. [1]"


def test_a_lead_in_that_does_not_hold_of_its_first_item_is_left_out() -> None:
    writing, answer = write("För gamla:\n- Den är bred för unga [2]\n- Vuxna [3]", YOUNG)
    assert answer.text == "- Den är bred för unga [1]\n- Vuxna [2]"
    assert writing.removed == [Reason.NAME]


def test_an_item_of_which_the_lead_in_above_does_not_hold_is_left_out() -> None:
    writing, answer = write("För gamla:\n- Den är bred [2]\n- Bra för unga [3]\nFritt stående.\n- Unga [1]", YOUNG)
    assert answer.text == "För gamla:\n- Den är bred [1]\n- Unga [2]"
    assert writing.removed == [Reason.NAME, Reason.NO_CITATION]


@pytest.mark.parametrize(
    ("said", "put_back"),
    [
        ("- Stegen, 200 kr [1]", True),
        ("- Stegen, 200 kr [1]\n- Bryggan, 300 kr [2]", False),
        ("- Stegen, 200 kr [1]\n- Bryggan [2]", True),
    ],
)
def test_an_item_is_told_by_what_it_is_and_all_its_figures(said: str, put_back: bool) -> None:
    """A mark's number, and a figure or a unit of another item, tell nothing of it."""
    listed = extractive(("- Stegen: 200 kr|- Bryggan: 300 kr", "unga vuxna", "nya arbetssätt"))
    writing, _ = write(said, listed)
    writing.complete()
    assert ("- Bryggan: 300 kr" in writing.answer(MODEL).text) is put_back


@pytest.mark.parametrize("said", ["Det framgår inte av dokumenten.", "Beloppet anges inte i källorna [1]."])
def test_that_something_is_not_in_the_sources_is_a_doubt_and_no_claim(said: str) -> None:
    writing, answer = write(f"{said} Unga [1].", YOUNG)
    assert (writing.doubts, answer.text) == (True, "Unga. [1]")


def test_nothing_is_said_twice_nor_without_end() -> None:
    assert write("Unga [1].\nUnga [1].", YOUNG)[1].text == "Unga. [1]"
    writing, _ = write("\n".join(f"Mening {n:03} [1]" for n in range(200)), YOUNG)
    assert writing.kept == MOST_SENTENCES
    assert writing.is_full


def test_every_citation_has_its_mark() -> None:
    """Of more places than there are marks for, only those that are marked are cited."""
    SOURCES.update({number: unit(PLAN.text[number : number + 2]) for number in (5, 6, 7)})
    _, answer = write("Allt detta [1][2][3][4][5][6][7][1].", YOUNG)
    assert answer.text == "Allt detta. [1] [2] [3] [4]"
    assert len(answer.citations) == MOST_MARKS


def test_the_heart_is_the_first_thing_said_to_each_part() -> None:
    """A phrased answer that rests on other places, or tells one part alone, does not hold it."""
    both = extractive(
        ("Målgruppen är unga.", "Målgruppen är unga."),
        ("Den är bred.", "Den är bred."),
    )
    assert write("Unga [1].", YOUNG)[0].holds_heart()
    assert not write("Annat [3].", YOUNG)[0].holds_heart()
    assert not write("Unga [1].", both)[0].holds_heart()
    assert write("Unga [1]. Bred [2].", both)[0].holds_heart()
    assert not write("", YOUNG)[0].holds_heart()


def test_the_heart_may_be_told_from_another_place() -> None:
    """The same words cited from elsewhere tell it."""
    assert write("Målgruppen är unga [3].", YOUNG)[0].holds_heart()


def test_a_list_is_made_whole() -> None:
    """What the documents list and the model left out stands after it, in their words and with their marks."""
    listed = extractive(
        ("Förbundet prioriterar:|- unga vuxna|- nya arbetssätt", "Förbundet", "unga vuxna", "nya arbetssätt")
    )
    writing, _ = write("- Vuxna som är unga [3]", listed)
    assert writing.holds_heart()
    writing.complete()
    assert writing.answer(MODEL).text == ("- Vuxna som är unga [1]\nKällan nämner också:\n- nya arbetssätt [2]")
    assert [one.quote for one in writing.answer(MODEL).citations] == ["unga vuxna", "nya arbetssätt"]
    whole, _ = write("- Vuxna som är unga [3]\n- Arbetssätt [4]", listed)
    whole.complete()
    assert "Källan nämner också" not in whole.answer(MODEL).text


def test_remarks_on_the_sources_stand_last_in_our_own_words() -> None:
    """Whatever the model says, that the sources disagree is told."""
    reply = extractive(
        ("Målgruppen är unga.", "Målgruppen är unga."),
        remarks=("Uppgifterna stämmer inte överens: 3 och 4.",),
    )
    assert write("Unga [1].", reply)[1].text == "Unga. [1]\nUppgifterna stämmer inte överens: 3 och 4."
