"""Figures drawn as bars. Each bar is a button that opens its passage; beside each figure stand a table and a text.

The drawing is our own and small: the names and values are text of the page, which never shrinks with the window and
is read aloud as it stands; only the bars are SVG. Plot libraries for Gradio draw a picture whose points no keyboard
reaches.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from assistant.associations import association_name
from assistant.register.entries import when
from assistant.register.series import Figure, Plot, Point, Series
from assistant.register.telling import number, period
from assistant.ui.icons import icon
from assistant.ui.markup import escape
from assistant.ui.register.parts import opening, save_html, sheet_button, source_button
from assistant.ui.register.texts import Words, texts
from assistant.writing import in_kronor

MOST = 12
"""Initiatives of a figure that are drawn at once; the others are unfolded."""
TALL = 120
"""Pixels of the tallest column."""


def plots_html(figures: Sequence[Figure], language: str) -> str:
    """Render the figures."""
    words = texts(language)
    if not figures:
        said = escape(words["no_plots"])
        return f'<section class="listed" data-announce="{said}"><p class="note">{said}</p></section>'
    news = escape(words["announce_plots"].format(count=len(figures)))
    drawn = "".join(_figure(place, figure, words) for place, figure in enumerate(figures))
    return (
        f'<section class="listed plots" data-announce="{news}"><div class="listed-bar"><p class="count">{news}</p>'
        f"{save_html(words)}</div>{drawn}</section>"
    )


def _figure(place: int, figure: Figure, words: Words) -> str:
    title = words[f"plot_{figure.plot}"]
    over_years = figure.plot in (Plot.LEFT, Plot.INCOME)
    drawn = _columns(figure, place, words) if over_years else _bars(figure, place, words)
    part = f'<p class="note">{escape(words["plot_part"])}</p>' if any(one.period for one in figure.points) else ""
    heading = f"{title}, {association_name(figure.association)}"
    return (
        f'<figure class="plot" role="group" aria-labelledby="plot-{place}" aria-describedby="plot-told-{place}">'
        f'<figcaption><h3 id="plot-{place}">{escape(heading)}</h3>'
        f'<p class="note" id="plot-told-{place}">{escape(_told(figure, words))}</p></figcaption>{drawn}{part}'
        f"<details><summary>{escape(words['plot_as_table'])}</summary>{_table(figure, heading, place, words)}</details>"
        "</figure>"
    )


def _told(figure: Figure, words: Words) -> str:
    """Return what the figure shows, in a sentence."""
    years = sorted({point.year for point in figure.points})
    series, largest = max(
        ((one, point) for one in figure.series for point in one.points), key=lambda pair: pair[1].value
    )
    return words["plot_told"].format(
        title=words[f"plot_{figure.plot}"],
        association=association_name(figure.association),
        unit=words[f"unit_{figure.unit}"],
        count=len(figure.points),
        years=str(years[0]) if len(years) == 1 else f"{years[0]}–{years[-1]}",
        largest=_named(series, largest, figure, words) if series.name else _unnamed(largest, figure, words),
    )


def _named(series: Series, point: Point, figure: Figure, words: Words) -> str:
    return f"{series.name or words[f'plot_{figure.plot}']}, {_unnamed(point, figure, words)}"


def _unnamed(point: Point, figure: Figure, words: Words) -> str:
    return f"{words[f'status_{point.measure}']} {_time(point)}: {_value(point, figure)}"


def _time(point: Point) -> str:
    return period(point.period) or str(point.year)


def _value(point: Point, figure: Figure) -> str:
    return in_kronor(int(point.value)) if figure.unit == "kr" else number(point.value, figure.unit)


def _bars(figure: Figure, place: int, words: Words) -> str:
    """Render a group of bars for each name (and year, where values are compared), on one scale."""
    most = max(point.value for point in figure.points) or 1
    compared = figure.plot is not Plot.BUDGETS
    groups = []
    for at, (name, of_name) in enumerate(groupby(figure.series, key=lambda one: one.name)):
        bars = ""
        for series in of_name:
            if compared:
                bars += f'<li class="of-year">{series.points[0].year}</li>'
            bars += "".join(
                _bar(series, point, figure, most, compared, f"{place}-{at}", words) for point in series.points
            )
        head = sheet_button(name, f"plot-sheet-{place}-{at}", words)
        groups.append(f'<li class="group"><h4>{head}</h4><ol class="bars">{bars}</ol></li>')
    first, rest = "".join(groups[:MOST]), "".join(groups[MOST:])
    more = escape(words["plot_rest"].format(count=len(groups) - MOST))
    folded = f'<details class="rest"><summary>{more}</summary><ol class="groups">{rest}</ol></details>' if rest else ""
    return f'<ol class="groups">{first}</ol>{folded}'


def _bar(series: Series, point: Point, figure: Figure, most: float, compared: bool, where: str, words: Words) -> str:
    label = words[f"status_{point.measure}"] if compared else str(point.year)
    if point.period:
        label = f"{label}, {period(point.period)}" if compared else period(point.period)
    width = max(0.0, point.value / most * 100)
    line = (
        f'<svg class="line {point.measure.name.lower()}{" part" if point.period else ""}" aria-hidden="true" '
        f'focusable="false"><rect x="0" y="1" width="{width:.2f}%" height="14" rx="2"/></svg>'
    )
    inner = (
        f'<span class="sr-only">{escape(_named(series, point, figure, words))}</span>'
        f'<span class="bar-label" aria-hidden="true">{escape(label)}</span>{line}'
        f'<span class="bar-value" aria-hidden="true">{escape(_value(point, figure))}</span>'
    )
    return f"<li>{_opening(point, inner, 'bar', where)}{_others(point, where, words)}</li>"


def _opening(point: Point, inner: str, style: str, where: str) -> str:
    entry = point.statements[0].entry
    return opening(entry, inner, style, f"point-{where}-{entry.id}")


def _others(point: Point, where: str, words: Words) -> str:
    """Render what other documents say instead, each to be opened."""
    told = []
    for statement in point.statements[1:]:
        entry = statement.entry
        said = words["differs"].format(time=_time(point), value=statement.text, title=entry.source.title)
        inner = f"{icon('warning')}<span>{escape(said)}</span>"
        told.append(opening(entry, inner, "other", f"other-{where}-{entry.id}"))
    return "".join(told)


def _columns(figure: Figure, place: int, words: Words) -> str:
    """Render columns on a line of years, with room for the years that nothing is known of."""
    points = figure.points
    most = max(point.value for point in points) or 1
    (series,) = figure.series
    columns = []
    for year in range(points[0].year, points[-1].year + 1):
        own = [point for point in points if point.year == year]
        drawn = "".join(_column(series, point, figure, most, f"{place}-{year}", words) for point in own)
        empty = "" if own else '<span class="none" aria-hidden="true">–</span>'
        columns.append(
            f'<li class="one-year"><div class="standing">{drawn}{empty}</div><span class="of-year">{year}</span></li>'
        )
    others = "".join(_others(point, f"{place}-{point.year}", words) for point in points)
    return f'<div class="years-frame" tabindex="0"><ol class="years">{"".join(columns)}</ol></div>{others}'


def _column(series: Series, point: Point, figure: Figure, most: float, where: str, words: Words) -> str:
    height = max(2.0, point.value / most * TALL)
    bar = (
        f'<svg class="line {point.measure.name.lower()}{" part" if point.period else ""}" height="{TALL}" '
        f'aria-hidden="true" focusable="false"><rect x="12%" y="{TALL - height:.1f}" width="76%" height="{height:.1f}" '
        'rx="2"/></svg>'
    )
    part = f"<br>{escape(period(point.period).removesuffix(str(point.year)).strip())}" if point.period else ""
    inner = (
        f'<span class="sr-only">{escape(_named(series, point, figure, words))}</span>'
        f'<span class="bar-value" aria-hidden="true">{escape(_short(point.value))}</span>{bar}'
        f'<span class="bar-label" aria-hidden="true">{escape(words[f"status_{point.measure}"])}{part}</span>'
    )
    return _opening(point, inner, "standing-bar", where)


def _short(sek: float) -> str:
    """Return an amount in millions with one decimal: "28,3 Mkr"; the table has it whole."""
    return f"{sek / 1_000_000:.1f}\u00a0Mkr".replace(".", ",")


def _table(figure: Figure, caption: str, place: int, words: Words) -> str:
    heads = (words["column_insats"], words["year"], words["measure"], words["value"], words["column_källa"])
    named = any(one.name for one in figure.series)
    head = "".join(
        f'<th scope="col"{" class=figure" if name == words["value"] else ""}>{escape(name)}</th>'
        for name in (heads if named else heads[1:])
    )
    rows = "".join(
        _table_row(one, point, at, named, place, words)
        for one in figure.series
        for point in one.points
        for at in range(len(point.statements))
    )
    return (
        f'<div class="table-frame" tabindex="0"><table aria-label="{escape(caption)}">'
        f"<thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table></div>"
    )


def _table_row(series: Series, point: Point, at: int, named: bool, place: int, words: Words) -> str:
    statement = point.statements[at]
    name = f'<th scope="row" lang="sv">{escape(series.name)}</th>' if named else ""
    sources = "".join(source_button(entry, f"plot-{place}", words) for entry in statement.entries)
    doubt = f' <span class="file">{escape(words["differing"])}</span>' if len(point.statements) > 1 else ""
    added = words["added"].format(count=len(statement.entries)) if statement.is_added else ""
    time = period(when(statement.entry.record)) if point.period else str(point.year)
    return (
        f"<tr>{name}<td>{escape(time)}</td><td>{escape(words[f'status_{point.measure}'])}</td>"
        f'<td class="figure">{escape(statement.text)}{doubt}<span class="file">{escape(added)}</span></td>'
        f"<td>{sources}</td></tr>"
    )
