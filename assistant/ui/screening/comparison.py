"""Drafts side by side on the page: the money in the order chosen, criteria as rows, drafts as columns."""

from __future__ import annotations

from assistant.screening.comparing import Comparison, Row, Step, add_up, doubted, told
from assistant.screening.paper import Paper
from assistant.ui.icons import icon
from assistant.ui.markup import button, escape
from assistant.ui.screening.parts import Words, amount, proposal_html, remark_html, verdict_html
from assistant.ui.screening.protocol import save_html
from assistant.ui.screening.texts import texts


def comparison_html(comparison: Comparison, language: str) -> str:
    """Render the comparison."""
    words = texts(language)
    announce = escape(words["announce_comparison"].format(count=len(comparison.papers)))
    sentences = "".join(f"<li>{escape(sentence)}</li>" for sentence in told(comparison))
    return (
        f'<article class="comparison" data-announce="{announce}" aria-labelledby="result-title">'
        f'<h2 id="result-title" tabindex="-1">{escape(words["comparison"])}</h2>'
        f'<p class="person">{icon("person")}<strong>{escape(words["person_decides"])}</strong></p>'
        f"{save_html(('xlsx', 'json'), words)}"
        f'<section class="money"><h3>{escape(words["money"])}</h3><ul class="told" lang="sv">{sentences}</ul>'
        f"{_money(comparison, words)}<p class='note'>{escape(words['order'])}</p></section>"
        f"{_criteria(comparison, words)}</article>"
    )


def _money(comparison: Comparison, words: Words) -> str:
    heads = (
        (words["number"], ""),
        (words["draft"], ""),
        (words["asked"].format(year=comparison.year), "figure"),
        (words["sum_so_far"], "figure"),
        (words["left_after"], "figure"),
        (words["recommendation"], ""),
    )
    head = "".join(f'<th scope="col" class="{style}">{escape(name)}</th>' for name, style in heads)
    rows = "".join(_step(place, step, words) for place, step in enumerate(add_up(comparison)))
    table = f"<table><thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table>"
    return f'<div class="table-frame" tabindex="0">{table}</div>'


def _step(place: int, step: Step, words: Words) -> str:
    paper = step.paper
    label = escape(words["move_up"].format(name=paper.name))
    up = (
        button("move", f'{icon("up")}<span class="sr-only">{label}</span>', "round", f"move-{place}", place=place)
        if place
        else ""
    )
    short = "" if step.suffices else f'<br><span class="lacking">{icon("warning")}{escape(words["short"])}</span>'
    return (
        f'<tr class="{"" if step.suffices else "short"}"><td class="place">{place + 1}{up}</td>'
        f'<th scope="row" lang="sv">{_name(paper)}</th>'
        f'<td class="figure">{escape(amount(paper.money.asked, words))}</td>'
        f'<td class="figure">{escape(amount(step.sum, words))}</td>'
        f'<td class="figure">{escape(amount(step.left, words))}{short}</td>'
        f"<td>{proposal_html(paper.recommendation, words)}</td></tr>"
    )


def _name(paper: Paper) -> str:
    """Render a draft's title with its file, since two may be called the same."""
    return escape(paper.name) + (f'<span class="file">{escape(paper.file)}</span>' if paper.file else "")


def _criteria(comparison: Comparison, words: Words) -> str:
    names = "".join(f'<th scope="col" lang="sv">{_name(paper)}</th>' for paper in comparison.papers)
    rows = "".join(_row(row, words) for row in comparison.rows)
    of_a_model = "".join(remark_html(escape(sentence), words) for sentence in doubted(comparison))
    head = f'<tr><th scope="col">{escape(words["criterion"])}</th>{names}</tr>'
    return (
        f'<section><h3>{escape(words["criteria"])}</h3><div class="table-frame matrix" tabindex="0"><table>'
        f"<thead>{head}</thead><tbody>{rows}</tbody></table></div>{of_a_model}</section>"
    )


def _row(row: Row, words: Words) -> str:
    cells = "".join(f"<td>{verdict_html(one, words) if one else ''}</td>" for one in row.verdicts)
    return f'<tr><th scope="row" lang="sv">{escape(f"{row.criterion.id} {row.criterion.name}")}</th>{cells}</tr>'
