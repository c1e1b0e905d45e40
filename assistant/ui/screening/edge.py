"""Between the view and the screening: what the browser sends comes in as plain values, what it shows goes out as HTML.

Every exception is caught here: it is logged by event and type, never with a word of a draft, and becomes one sentence.
"""

from __future__ import annotations

import base64
import contextlib
import logging
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from assistant.errors import AssistantError
from assistant.screening.comparing import compare
from assistant.screening.exports.files import File, Form, make, make_all, make_workbook
from assistant.screening.guarding import masked
from assistant.screening.paper import Paper, write
from assistant.ui.conversation import number
from assistant.ui.edge import report
from assistant.ui.markup import escape
from assistant.ui.screening.comparison import comparison_html
from assistant.ui.screening.evidence import decision_html, failed_html, finding_html
from assistant.ui.screening.pile import Item, Pile
from assistant.ui.screening.protocol import protocol_html
from assistant.ui.screening.texts import texts
from ingest.errors import IndexMissing, UnreadableFile

if TYPE_CHECKING:
    from assistant.screening.screener import Screener
    from assistant.service import Assistant

log = logging.getLogger(__name__)

_KINDS = {
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "pdf": "application/pdf",
    "json": "application/json",
}
_FORMS: Mapping[str, Form] = {"docx": "docx", "pdf": "pdf", "letter": "letter", "json": "json"}


@dataclass(frozen=True, slots=True)
class ScreenEdge:
    """The screening as the page sees it."""

    assistant: Assistant
    screener: Screener

    def screened(self, item: Item, language: str) -> Paper | str:
        """Screen a draft and delete its file; return the paper, or the sentence that says why there is none.

        Never raises.
        """
        try:
            if item.file:
                return write(self.screener.screen(item.file), date.today())
            return write(self.screener.screen_text(item.text), date.today())
        except IndexMissing:
            log.warning("screen.no_index")
            return texts(language)["no_index"]
        except (AssistantError, UnreadableFile) as refused:
            log.warning("screen.refused error=%s", type(refused).__name__)
            return masked(str(refused))
        except Exception as exc:
            report("screen.failed", exc)
            return texts(language)["failed_one"]
        finally:
            discard(item.file)

    def result_html(self, pile: Pile, language: str) -> str:
        """Render what is to be read: the comparison, the opened protocol, or nothing. Never raises."""
        try:
            if pile.comparing and pile.compared:
                return comparison_html(compare(pile.compared), language)
            if pile.opened is not None:
                return protocol_html(pile.papers[pile.opened], pile.opened, pile.worst_first, language)
        except Exception as exc:
            report("screen.result_failed", exc)
            return f'<p class="notice">{escape(texts(language)["failed"])}</p>'
        return ""

    def pressed(self, pile: Pile, do: str, sent: Mapping[str, object]) -> None:
        """Carry out what was pressed; what makes no sense (a draft that is gone) is passed over. Never raises."""
        try:
            match do:
                case "look":
                    pile.open(number(sent, "index"))
                case "choose":
                    pile.choose(number(sent, "index"), sent.get("checked") is True)
                case "choose_all":
                    pile.choose_all(number(sent, "on") == 1)
                case "move":
                    pile.move_up(number(sent, "place"))
                case "order":
                    pile.worst_first = sent.get("checked") is True
                case "compare":
                    pile.compare()
                case "clear":
                    for item in pile.clear():
                        discard(item.file)
        except (ValueError, LookupError):
            log.warning("screen.pressed_unknown")

    def evidence_html(self, pile: Pile, sent: Mapping[str, object], language: str) -> str:
        """Render the criterion, or the decision, that was pressed in the opened protocol. Never raises."""
        try:
            paper = pile.papers[-1 if pile.opened is None else pile.opened]
            if "decision" in sent:
                place = number(sent, "decision")
                view = self.assistant.source(paper.likened[place].citation)
                return decision_html(paper, place, view, language, date.today())
            place = number(sent, "finding")
            citation = paper.findings[place].citation
            rule = self.assistant.source(citation) if citation else None
            return finding_html(paper, place, rule, language, date.today())
        except Exception as exc:
            report("screen.evidence_failed", exc)
            return failed_html(language)

    def file_html(self, pile: Pile, sent: Mapping[str, object], language: str) -> str:
        """Make the file that was asked for; the browser takes it from the link. Nothing is stored. Never raises."""
        words = texts(language)
        try:
            file = _file(pile, sent)
        except Exception as exc:
            report("screen.file_failed", exc)
            return f'<p class="notice">{escape(words["failed"])}</p>'
        if file is None:
            return f'<p class="note" role="status">{escape(words["nothing_to_ask"])}</p>'
        kind, data = _KINDS[file.name.rpartition(".")[2]], base64.b64encode(file.data).decode()
        return (
            f'<p class="note" role="status">{escape(words["announce_saved"].format(name=file.name))}</p>'
            f'<a hidden download="{escape(file.name)}" data-kind="{kind}" data-content="{data}"></a>'
        )


def discard(file: Path | None) -> None:
    """Delete an uploaded file, and the folder that was made for it."""
    if file:
        with contextlib.suppress(OSError):
            file.unlink(missing_ok=True)
            file.parent.rmdir()


def _file(pile: Pile, sent: Mapping[str, object]) -> File | None:
    """Return the file of a draft, or of the comparison when no draft is named.

    Raises:
        ValueError: no such kind of file.
        KeyError: no such draft.
    """
    form = str(sent.get("form", ""))
    papers = [pile.papers[number(sent, "index")]] if "index" in sent else pile.compared
    if form == "xlsx":
        return make_workbook(compare(papers))
    if "index" not in sent and form == "json":
        return make_all(papers)
    if form not in _FORMS:
        raise ValueError("no such kind of file")
    return make(papers[0], _FORMS[form])
