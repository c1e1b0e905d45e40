"""The conversation as HTML: questions, answers with numbered marks, sources, flags, what can be done with an answer.

What the reader can press carries ``data-act``; ``static/conversation.js`` listens and tells the server.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from assistant.answers import Answer, Flag
from assistant.ui.cited import cited_html, nearest_html
from assistant.ui.conversation import Conversation, Place, Turn
from assistant.ui.examples import EXAMPLES
from assistant.ui.icons import icon
from assistant.ui.markup import escape
from assistant.ui.phrased import notes_html, phrased_html, said
from assistant.ui.plain import plain_answer
from assistant.ui.register.parts import sheet_links
from assistant.ui.texts import texts

Words = Mapping[str, str]

LONGEST_QUESTION = 600
"""Characters of a question that are shown; more are counted instead."""


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
    label = escape(words["question_number"].format(number=number + 1))
    return (
        f'<article class="turn" id="turn-{number}" data-state="{turn.state}" '
        f'data-announce="{escape(_news(turn, words))}">'
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
    told = words[key].format(count=len(turn.answer.citations))
    if turn.working:
        return f"{told} {words['announce_phrasing'].format(model=turn.model)}"
    return " ".join([told, *said(turn, words)])


def _reply(number: int, turn: Turn, words: Words) -> str:
    if turn.pending:
        return f'<div class="pending"><span class="dots" aria-hidden="true"></span>{escape(words["searching"])}</div>'
    label = escape(words["answer_number"].format(number=number + 1))
    if turn.answer is None:
        inner = f'<div class="failure">{icon("warning")}<p>{escape(words[turn.failure])}</p></div>'
        return f'<div class="answer" role="group" aria-label="{label}" tabindex="-1">{inner}</div>'
    style = "answer abstained" if turn.answer.abstained else "answer"
    body = (_with_model if turn.model else _extractive)(number, turn, turn.answer, words)
    return (
        f'<div class="{style}" role="group" aria-label="{label}" tabindex="-1">{body}'
        f"{_actions(number, turn, turn.answer, words)}</div>{_followups(turn.answer.followups, words)}"
    )


def _with_model(number: int, turn: Turn, answer: Answer, words: Words) -> str:
    return (
        f'<div class="cautions">{_review(answer.flags, words)}</div>{phrased_html(number, turn, answer, words)}'
        f"{sheet_links(turn.sheets, words['all_about'])}"
    )


def _extractive(number: int, turn: Turn, answer: Answer, words: Words) -> str:
    parts = [_review(answer.flags, words)]
    if answer.abstained:
        told = any(flag.code == "not_in_sources" for flag in answer.flags) or bool(answer.nearest and not answer.flags)
        parts.append(f"<h4>{icon('absent')}{escape(words['not_in_sources' if told else 'declined'])}</h4>")
    parts.append(cited_html(answer, Place(number), words))
    parts.append(nearest_html(answer.nearest, number, words))
    parts += [notes_html(turn, words), sheet_links(turn.sheets, words["all_about"])]
    return "".join(parts)


def _review(flags: Sequence[Flag], words: Words) -> str:
    if not flags:
        return ""
    messages = "".join(f"<li>{escape(flag.message)}</li>" for flag in flags)
    return (
        f'<div class="review" role="note">{icon("warning")}<div><strong>{escape(words["review"])}</strong>'
        f"<ul>{messages}</ul></div></div>"
    )


def _actions(number: int, turn: Turn, answer: Answer, words: Words) -> str:
    copy = (
        f'<button type="button" class="quiet" data-act="copy" data-text="{escape(plain_answer(turn, answer, words))}">'
        f"{icon('copy')}{escape(words['copy'])}</button>"
    )
    thumbs = "".join(
        f'<button type="button" class="quiet thumb" data-act="verdict" data-turn="{number}" data-useful="{value}" '
        f'aria-pressed="{"true" if turn.useful is useful else "false"}" aria-label="{escape(words[key])}" '
        f'title="{escape(words[key])}">{icon(key)}</button>'
        for key, value, useful in (("useful", "yes", True), ("not_useful", "no", False))
    )
    if turn.working:
        thumbs = ""
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
