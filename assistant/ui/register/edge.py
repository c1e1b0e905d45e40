"""Between the page and the register: what the browser sends comes in as plain values, what it shows goes out as HTML.

Nothing here raises: an error is logged by event and type, and becomes one sentence for the reader. Nothing here knows
Gradio.
"""

from __future__ import annotations

import base64
import logging
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING

from assistant.answers import Citation
from assistant.errors import RegisterError
from assistant.register.entries import Entry, Kind
from assistant.register.exporting import as_csv, as_xlsx
from assistant.register.selection import Column, Facets, Order, Register, Wanted, register_of
from assistant.register.series import Figure, figures
from assistant.register.sheet import sheet
from assistant.ui.conversation import Place, number
from assistant.ui.edge import report
from assistant.ui.markup import escape
from assistant.ui.register.listing import table_html, timeline_html
from assistant.ui.register.plots import plots_html
from assistant.ui.register.sheet import sheet_html
from assistant.ui.register.shown import PAGE, Shown, View
from assistant.ui.register.texts import texts
from assistant.ui.source_panel import failed_source_html, source_html

if TYPE_CHECKING:
    from assistant.service import Assistant

log = logging.getLogger(__name__)

NOTHING = Facets((), (), (), ())
_KINDS: Mapping[str, str] = {
    "csv": "text/csv",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}


@dataclass(frozen=True, slots=True)
class RegisterEdge:
    """The register as the page sees it."""

    assistant: Assistant

    def facets(self) -> Facets:
        """What can be chosen from; nothing until an index is loaded."""
        try:
            return self._register().facets() if self.assistant.ready() else NOTHING
        except Exception as exc:
            report("register.facets_failed", exc)
            return NOTHING

    def status_html(self, language: str) -> str:
        """A sentence while there is nothing to read from, else empty."""
        if self.assistant.ready():
            return ""
        key = "no_index" if self.assistant.health().get("status") == "no_index" else "warming"
        return f'<div class="status {key}">{escape(texts(language)[key])}</div>'

    def result_html(self, shown: Shown, language: str) -> str:
        """Render what is chosen."""
        if not self.assistant.ready():
            return ""
        try:
            register = self._register()
            if shown.initiative:
                return sheet_html(sheet(shown.initiative, register.entries), language)
            match shown.view:
                case View.TABLE:
                    return table_html(register.select(shown.wanted, shown.order), shown, language)
                case View.TIMELINE:
                    return timeline_html(_decisions(register, shown.wanted), shown, language)
                case View.PLOTS:
                    return plots_html(_figures(register, shown.wanted), language)
        except RegisterError as refused:
            return _notice(str(refused))
        except Exception as exc:
            report("register.result_failed", exc)
            return _notice(texts(language)["failed"])

    def pressed(self, shown: Shown, do: str, sent: Mapping[str, object]) -> Shown:
        """Return what is shown after a press; what makes no sense is passed over."""
        try:
            match do:
                case "sort":
                    return shown.sorted_by(Column(str(sent.get("column"))))
                case "more":
                    return replace(shown, rows=shown.rows + PAGE)
                case "sheet":
                    return replace(shown, initiative=str(sent["name"]))
                case "back":
                    return replace(shown, initiative="")
        except (ValueError, KeyError):
            log.warning("register.pressed_unknown")
        return shown

    def source_html(self, sent: Mapping[str, object], language: str) -> str:
        """Render the passage of the entry that was pressed."""
        try:
            entry = self._register().entry(number(sent, "entry"))
            if entry.record.place.start != number(sent, "start"):
                return failed_source_html(language, texts(language)["renewed"])
            citation = _citation(entry)
            view = self.assistant.source(citation)
            return source_html(view, citation, Place(0, 0), 1, language, date.today())
        except Exception as exc:
            report("register.source_failed", exc)
            return failed_source_html(language)

    def file_html(self, shown: Shown, sent: Mapping[str, object], language: str) -> str:
        """Make the file of what is shown; the browser takes it from the link. Nothing is stored."""
        words = texts(language)
        try:
            form = str(sent.get("form"))
            kind, entries = _KINDS[form], self._entries(shown)
            data = as_xlsx(entries) if form == "xlsx" else as_csv(entries)
        except Exception as exc:
            report("register.file_failed", exc)
            return _notice(words["failed"])
        name = f"beslut-och-siffror.{form}"
        content = base64.b64encode(data).decode()
        return (
            f'<p class="note" role="status">{escape(words["announce_saved"].format(name=name))}</p>'
            f'<a hidden download="{name}" data-kind="{kind}" data-content="{content}"></a>'
        )

    def _register(self) -> Register:
        return register_of(self.assistant.library())

    def _entries(self, shown: Shown) -> list[Entry]:
        """Return the entries behind what is shown, those beyond the last row shown too."""
        register = self._register()
        if shown.initiative:
            return register.select(Wanted(initiatives=frozenset({shown.initiative})), Order(descending=False))
        if shown.view is View.TABLE:
            return register.select(shown.wanted, shown.order)
        if shown.view is View.TIMELINE:
            return _decisions(register, shown.wanted)
        points = (point for figure in _figures(register, shown.wanted) for point in figure.points)
        drawn = {entry.id: entry for point in points for one in point.statements for entry in one.entries}
        return list(drawn.values())


def _decisions(register: Register, wanted: Wanted) -> list[Entry]:
    return register.select(replace(wanted, kinds=frozenset({Kind.DECISION})))


def _figures(register: Register, wanted: Wanted) -> list[Figure]:
    return figures(register.select(replace(wanted, kinds=frozenset({Kind.MONEY, Kind.RESULT}))))


def _notice(text: str) -> str:
    said = escape(text)
    return f'<section class="listed" data-announce="{said}"><p class="notice">{said}</p></section>'


def _citation(entry: Entry) -> Citation:
    place, source = entry.record.place, entry.source
    return Citation(
        marker=1,
        document=place.document,
        title=source.title,
        section=place.section,
        page=place.page,
        quote=place.quote,
        start=place.start,
        end=place.end,
        year=source.year,
        association=source.association,
    )
