"""The conversation as HTML: questions, answers with numbered marks, sources, flags, what can be done with an answer.

What the reader can press carries ``data-act``; ``static/conversation.js`` listens and tells the server.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from assistant.answers import Answer, Citation, Flag
from assistant.ui.conversation import Conversation, Turn
from assistant.ui.examples import EXAMPLES
from assistant.ui.icons import icon
from assistant.ui.markup import answer_html, escape
from assistant.ui.plain import plain_answer
from assistant.ui.register.parts import sheet_links
from assistant.ui.texts import texts

Words = Mapping[str, str]

LONGEST_QUESTION = 600
"""Characters of a question that are shown; more are counted instead."""
_MARK = re.compile(r"\[(\d{1,3}(?:\s*,\s*\d{1,3})*)\]")


def conversation_html(conversation: Conversation, language: str) -> str:
    """Render all turns, oldest first; empty before the first question."""
    if not conversation:
        return ""
    words = texts(language)
    turns = "".join(_turn(number, turn, words) for number, turn in enumerate(conversation))
    return (
        f'<section class="conversation" aria-label="{escape(words["conversation"])}" '
        f'data-copied="{escape(words["copied"])}" data-copy-failed="{escape(words["copy_failed"])}">{turns}</section>'
    )


def examples_html(language: str) -> str:
    """Render the questions to start with, in one group for each kind of user."""
    words = texts(language)
    groups = "".join(
        f'<section class="example-group"><h3>{icon(key)}{escape(words[key])}</h3>'
        f"<ul>{''.join(f'<li>{_question_button(question)}</li>' for question in questions)}</ul></section>"
        for key, questions in EXAMPLES["en" if language == "en" else "sv"]
    )
    return f'<section class="examples"><h2>{escape(words["examples"])}</h2><div class="groups">{groups}</div></section>'


def _question_button(question: str, style: str = "example") -> str:
    text = escape(question)
    return f'<button type="button" class="{style}" data-act="ask" data-question="{text}">{text}</button>'


def _turn(number: int, turn: Turn, words: Words) -> str:
    state = "pending" if turn.pending else "done"
    label = escape(words["question_number"].format(number=number + 1))
    return (
        f'<article class="turn" id="turn-{number}" data-state="{state}" data-announce="{escape(_news(turn, words))}">'
        f'<h3 class="question"><span class="sr-only">{label}: </span>{_question(turn.question, words)}</h3>'
        f"{_reply(number, turn, words)}</article>"
    )


def _question(question: str, words: Words) -> str:
    text = question.strip()
    if not text:
        return f"<em>{escape(words['question_empty'])}</em>"
    if len(text) <= LONGEST_QUESTION:
        return escape(text)
    return f"{escape(text[:LONGEST_QUESTION])}<em>{escape(words['question_cut'].format(count=len(text)))}</em>"


def _news(turn: Turn, words: Words) -> str:
    if turn.pending:
        return words["searching"]
    if turn.answer is None:
        return words["announce_failed"]
    key = "announce_abstained" if turn.answer.abstained else "announce_answer"
    return words[key].format(count=len(turn.answer.citations))


def _reply(number: int, turn: Turn, words: Words) -> str:
    if turn.pending:
        return f'<div class="pending"><span class="dots" aria-hidden="true"></span>{escape(words["searching"])}</div>'
    label = escape(words["answer_number"].format(number=number + 1))
    if turn.answer is None:
        inner = f'<div class="failure">{icon("warning")}<p>{escape(words[turn.failure])}</p></div>'
        return f'<div class="answer" role="group" aria-label="{label}" tabindex="-1">{inner}</div>'
    style = "answer abstained" if turn.answer.abstained else "answer"
    return (
        f'<div class="{style}" role="group" aria-label="{label}" tabindex="-1">'
        f"{_answer(number, turn.answer, turn.sheets, words)}"
        f"{_actions(number, turn, turn.answer, words)}</div>{_followups(turn.answer.followups, words)}"
    )


def _answer(number: int, answer: Answer, sheets: Sequence[str], words: Words) -> str:
    parts = [_review(answer.flags, words)]
    if answer.abstained:
        told = any(flag.code == "not_in_sources" for flag in answer.flags) or bool(answer.nearest and not answer.flags)
        parts.append(f"<h4>{icon('absent')}{escape(words['not_in_sources' if told else 'declined'])}</h4>")
    language = "en" if answer.language == "en" else "sv"
    parts.append(f'<div class="text" lang="{language}">{_text(number, answer, words)}</div>')
    parts.append(_sources(number, answer.citations, words))
    parts.append(_nearest(number, answer.nearest, words))
    parts.append(sheet_links(sheets, words["all_about"]))
    if answer.answered_by != "extractive":
        parts.append(f'<p class="by">{escape(words["answered_by_model"].format(model=answer.answered_by))}</p>')
    return "".join(parts)


def _review(flags: Sequence[Flag], words: Words) -> str:
    if not flags:
        return ""
    messages = "".join(f"<li>{escape(flag.message)}</li>" for flag in flags)
    return (
        f'<div class="review" role="note">{icon("warning")}<div><strong>{escape(words["review"])}</strong>'
        f"<ul>{messages}</ul></div></div>"
    )


def _text(number: int, answer: Answer, words: Words) -> str:
    places = {citation.marker: index for index, citation in enumerate(answer.citations)}

    def mark(marker: int) -> str:
        if marker not in places:
            return f"[{marker}]"
        return _mark(number, places[marker], answer.citations[places[marker]], words)

    def inline(text: str) -> str:
        parts, at = [], 0
        for found in _MARK.finditer(text):
            parts.append(escape(text[at : found.start()]))
            parts += [mark(int(marker)) for marker in found.group(1).split(",")]
            at = found.end()
        return "".join([*parts, escape(text[at:])])

    return answer_html(answer.text, inline)


def _mark(turn: int, index: int, citation: Citation, words: Words) -> str:
    label = escape(words["show_source"].format(number=citation.marker, title=_place(citation, words)))
    return (
        f'<button type="button" class="mark" data-act="cite" data-turn="{turn}" data-list="citations" '
        f'data-index="{index}" aria-label="{label}">[{citation.marker}]</button>'
    )


def _place(citation: Citation, words: Words) -> str:
    """Title, section, page and year on one line, without what is unknown."""
    page = words["page"].format(page=citation.page) if citation.page else ""
    year = str(citation.year) if citation.year and str(citation.year) not in citation.title else ""
    return ", ".join(part for part in (citation.title, year, citation.section, page) if part)


def _sources(number: int, citations: Sequence[Citation], words: Words) -> str:
    """List the sources, those of one section and page in one row."""
    if not citations:
        return ""
    rows: dict[str, list[int]] = {}
    for index, citation in enumerate(citations):
        rows.setdefault(f"{citation.document} {_place(citation, words)}", []).append(index)
    items = "".join(f"<li>{_source_row(number, citations, indexes, words)}</li>" for indexes in rows.values())
    return f'<div class="sources"><h4>{escape(words["sources"])}</h4><ol>{items}</ol></div>'


def _source_row(number: int, citations: Sequence[Citation], indexes: list[int], words: Words) -> str:
    first = citations[indexes[0]]
    if len(indexes) == 1:
        return _source_button(number, "citations", indexes[0], first, f"[{first.marker}]", words)
    marks = "".join(_mark(number, index, citations[index], words) for index in indexes)
    return f'<div class="source-row"><span class="marks">{marks}</span><span>{_place_html(first, words)}</span></div>'


def _nearest(number: int, nearest: Sequence[Citation], words: Words) -> str:
    if not nearest:
        return ""
    items = "".join(
        f"<li>{_source_button(number, 'nearest', index, citation, '', words)}"
        f"<blockquote>{escape(_start(citation.quote))}</blockquote></li>"
        for index, citation in enumerate(nearest)
    )
    return f'<div class="nearest"><h4>{escape(words["nearest"])}</h4><ul>{items}</ul></div>'


def _place_html(citation: Citation, words: Words) -> str:
    rest = _place(citation, words).removeprefix(citation.title)
    return f'<span class="title">{escape(citation.title)}</span>{escape(rest)}'


def _start(quote: str) -> str:
    line = " ".join(quote.split())
    return line if len(line) <= 180 else f"{line[:180].rsplit(' ', 1)[0]} …"


def _source_button(turn: int, where: str, index: int, citation: Citation, mark: str, words: Words) -> str:
    number = f'<span class="number">{mark}</span>' if mark else icon("document")
    key = "show_source" if mark else "show_nearest"
    label = escape(words[key].format(number=citation.marker, title=_place(citation, words)))
    return (
        f'<button type="button" class="source-link" data-act="cite" data-turn="{turn}" data-list="{where}" '
        f'data-index="{index}" aria-label="{label}">{number}<span>{_place_html(citation, words)}</span></button>'
    )


def _actions(number: int, turn: Turn, answer: Answer, words: Words) -> str:
    copy = (
        f'<button type="button" class="quiet" data-act="copy" data-text="{escape(plain_answer(answer, words))}">'
        f"{icon('copy')}{escape(words['copy'])}</button>"
    )
    thumbs = "".join(
        f'<button type="button" class="quiet thumb" data-act="verdict" data-turn="{number}" data-useful="{value}" '
        f'aria-pressed="{"true" if turn.useful is useful else "false"}" aria-label="{escape(words[key])}" '
        f'title="{escape(words[key])}">{icon(key)}</button>'
        for key, value, useful in (("useful", "yes", True), ("not_useful", "no", False))
    )
    return (
        f'<div class="actions">{copy}{thumbs}<span class="thanks" role="status">{escape(_thanks(turn, words))}</span>'
        f"</div>{_comment(number, turn, words)}"
    )


def _thanks(turn: Turn, words: Words) -> str:
    if turn.unsaved:
        return words["failed_feedback"]
    if turn.useful is None:
        return ""
    return words["thanks_comment" if turn.commented else "thanks"]


def _comment(number: int, turn: Turn, words: Words) -> str:
    if turn.useful is not False or turn.commented or turn.unsaved:
        return ""
    return (
        f'<form class="comment" data-act="comment" data-turn="{number}"><label for="comment-{number}">'
        f'{escape(words["comment"])}</label><div><input id="comment-{number}" name="comment" maxlength="1000" '
        f'autocomplete="off"><button type="submit" class="quiet">{escape(words["comment_send"])}</button></div></form>'
    )


def _followups(questions: Sequence[str], words: Words) -> str:
    if not questions:
        return ""
    chips = "".join(f"<li>{_question_button(question, 'chip')}</li>" for question in questions)
    return f'<div class="followups"><h4>{escape(words["followups"])}</h4><ul>{chips}</ul></div>'
