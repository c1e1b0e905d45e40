"""An initiative's sheet on the page."""

from __future__ import annotations

from collections.abc import Sequence

from assistant.associations import association_name
from assistant.register.entries import Entry
from assistant.register.sheet import Amount, Line, Number, Sheet
from assistant.register.telling import period, what
from assistant.ui.icons import icon
from assistant.ui.markup import button, escape
from assistant.ui.register.listing import event_html
from assistant.ui.register.parts import notes_html, save_html, source_button, statements_html
from assistant.ui.register.texts import Words, texts
from ingest.register.model import Goal


def sheet_html(sheet: Sheet, language: str) -> str:
    """Render everything known of an initiative, in order."""
    words = texts(language)
    news = escape(words["announce_sheet"].format(name=sheet.name))
    parts = (_about(sheet, words), _events("decisions", sheet.decisions, words), _money(sheet, words),
             _goals(sheet, words), _results(sheet, words), _events("undecided", sheet.undecided, words))  # fmt: skip
    empty = "" if any(parts) else f'<p class="note">{escape(words["sheet_empty"])}</p>'
    back = button("back", f"{icon('previous')}{escape(words['back'])}", "quiet", "register-back")
    return (
        f'<article class="sheet" data-announce="{news}" aria-labelledby="sheet-title">'
        f'<div class="listed-bar">{back}{save_html(words)}</div>'
        f'<h2 id="sheet-title" tabindex="-1" lang="sv">{escape(sheet.name)}</h2>{_lead(sheet, words)}'
        f"{_warning(sheet, words)}{''.join(parts)}{empty}</article>"
    )


def _lead(sheet: Sheet, words: Words) -> str:
    places = ", ".join(association_name(place) for place in sheet.associations)
    aliases = f"{words['sheet_aliases']}: {', '.join(sheet.aliases)}" if sheet.aliases else ""
    return f'<p class="note" lang="sv">{escape(" · ".join(text for text in (places, aliases) if text))}</p>'


def _warning(sheet: Sheet, words: Words) -> str:
    if not sheet.contradictions:
        return ""
    key = "sheet_contradiction" if sheet.contradictions == 1 else "sheet_contradictions"
    said = escape(words[key].format(count=sheet.contradictions))
    return f'<p class="notice">{icon("warning")}<span>{said}</span></p>'


def _section(key: str, inner: str, words: Words) -> str:
    return f"<section><h3>{escape(words[f'sheet_{key}'])}</h3>{inner}</section>" if inner else ""


def _about(sheet: Sheet, words: Words) -> str:
    rows = "".join(
        f"<div><dt>{escape(words[f'sheet_{line.what}'])}{_whose(line, sheet)}</dt>"
        f"<dd>{statements_html(line.statements, f'about-{line.what}', line.contradicts, words)}</dd></div>"
        for line in sheet.about
    )
    return _section("about", f'<dl class="told-of">{rows}</dl>' if rows else "", words)


def _events(key: str, entries: Sequence[Entry], words: Words) -> str:
    events = "".join(event_html(entry, words, own=True) for entry in entries)
    return _section(key, f'<ol class="timeline flat">{events}</ol>' if events else "", words)


def _time(line: Amount | Number, words: Words) -> str:
    return escape(period(line.period) or str(line.year or words["undated"]))


def _whose(line: Line, sheet: Sheet) -> str:
    """Render whose it is, where associations have an initiative of the same name."""
    several = len(sheet.associations) > 1
    return f'<span class="file">{escape(association_name(line.association))}</span>' if several else ""


def _money(sheet: Sheet, words: Words) -> str:
    rows = [
        (
            _time(line, words) + _whose(line, sheet),
            words[f"status_{line.measure}"],
            statements_html(line.statements, "money", line.contradicts, words),
        )
        for line in sheet.money
    ]
    return _section("money", _table(("year", "measure", "value"), rows, words), words)


def _results(sheet: Sheet, words: Words) -> str:
    rows = [
        (
            _time(line, words) + _whose(line, sheet),
            f"{line.what}, {words[f'status_{line.measure}']}",
            statements_html(line.statements, "results", line.contradicts, words),
        )
        for line in sheet.results
    ]
    return _section("results", _table(("year", "measure", "value"), rows, words), words)


def _table(heads: Sequence[str], rows: Sequence[tuple[str, str, str]], words: Words) -> str:
    """Render rows of HTML, a text, and HTML; empty without rows."""
    if not rows:
        return ""
    head = "".join(f'<th scope="col">{escape(words[key])}</th>' for key in heads)
    body = "".join(
        f'<tr><td>{time}</td><td lang="sv">{escape(what)}</td><td>{cell}</td></tr>' for time, what, cell in rows
    )
    table = f"<table><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>"
    return f'<div class="table-frame" tabindex="0">{table}</div>'


def _goals(sheet: Sheet, words: Words) -> str:
    items = "".join(f"<li>{_goal(entry, words)}</li>" for entry in sheet.goals)
    return _section("goals", f'<ul class="goals">{items}</ul>' if items else "", words)


def _goal(entry: Entry, words: Words) -> str:
    record = entry.record
    assert isinstance(record, Goal)
    told = (("year", str(record.year or "")), ("target", record.target), ("responsible", record.responsible))
    facts = " · ".join(f"{words[key]}: {text}" for key, text in told if text)
    return (
        f'<span class="said" lang="sv">{escape(what(record))}</span><span class="file" lang="sv">{escape(facts)}</span>'
        f"{notes_html(record, words)}{source_button(entry, 'goal', words)}"
    )
