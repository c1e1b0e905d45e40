"""A protocol on the page: proposal, warnings, money, and every criterion with the applicant's words."""

from __future__ import annotations

from assistant.screening.paper import Finding, Likened, Money, Paper
from assistant.screening.telling import index_version, kronor
from assistant.ui import texts as page_texts
from assistant.ui.icons import icon
from assistant.ui.markup import button, escape
from assistant.ui.register.parts import sheet_links
from assistant.ui.screening.parts import Words, amount, check_html, pointed_html, verdict_html
from assistant.ui.screening.texts import texts

FORMS = ("docx", "pdf", "letter", "xlsx", "json")


def protocol_html(paper: Paper, index: int, worst_first: bool, language: str) -> str:
    """Render the protocol of the draft at ``index`` of the pile."""
    words = texts(language)
    announce = escape(words["announce_protocol"].format(name=paper.name))
    return (
        f'<article class="protocol" data-announce="{announce}" aria-labelledby="result-title">'
        f'<h2 id="result-title" tabindex="-1" lang="sv">{escape(paper.name)}</h2>{_facts(paper, words)}'
        f"{_proposal(paper, words)}{save_html(FORMS, words, index)}"
        f"{_notices(paper, words)}{_instructions(paper, words)}{_advice(paper, words)}{_money(paper.money, words)}"
        f"{_findings(paper, worst_first, words)}{_likened(paper, words, language)}</article>"
    )


def save_html(forms: tuple[str, ...], words: Words, index: int | None = None) -> str:
    """Render the buttons that take the protocol, or the comparison, out as files."""
    place = {} if index is None else {"index": index}
    buttons = "".join(
        button("save", icon("save") + escape(words[f"save_{form}"]), "quiet framed", f"save-{form}", form=form, **place)
        for form in forms
    )
    return f'<div class="tools save" role="group" aria-label="{escape(words["save"])}">{buttons}</div>'


def _facts(paper: Paper, words: Words) -> str:
    known = (
        ("association", paper.association),
        ("kind", paper.kind),
        ("owner", paper.owner),
        ("file", paper.file),
        ("screened", str(paper.day)),
        ("criteria_version", paper.criteria),
        ("corpus_version", index_version(paper.corpus)),
    )
    rows = "".join(
        f"<div><dt>{escape(words[key])}</dt><dd lang='sv'>{escape(value)}</dd></div>" for key, value in known if value
    )
    return f'<dl class="facts">{rows}</dl>'


def _proposal(paper: Paper, words: Words) -> str:
    said = words["proposal"].format(words=words[f"recommendation_{paper.recommendation}"])
    reasons = "".join(f"<li>{escape(reason)}</li>" for reason in paper.reasons)
    return (
        f'<section class="proposal {paper.recommendation}"><h3>{escape(said)}</h3>'
        f'<ul lang="sv">{reasons}</ul><p class="person">{icon("person")}<strong>{escape(words["person_decides"])}'
        "</strong></p></section>"
    )


def _notices(paper: Paper, words: Words) -> str:
    if not paper.notices:
        return ""
    items = "".join(
        f'<li><strong>{escape(words[f"risk_{one.code}"])}.</strong> <span lang="sv">{escape(one.message)}</span>'
        f"{''.join(_quote(said) for said in one.words)}"
        f"{_quote(f'{one.source.place}: {one.source.quote}') if one.source else ''}</li>"
        for one in paper.notices
    )
    return (
        f'<section class="review" role="note">{icon("warning")}<div><h3>{escape(words["notices"])}</h3>'
        f"<ul>{items}</ul></div></section>"
    )


def _quote(text: str) -> str:
    return f'<blockquote lang="sv">{escape(" ".join(text.split()))}</blockquote>'


def _instructions(paper: Paper, words: Words) -> str:
    if not paper.instructions:
        return ""
    found = "".join(_quote(text) for text in paper.instructions)
    return (
        f'<section class="instructions"><h3>{escape(words["instructions"])}</h3>'
        f"<p>{escape(words['instructions_note'])}</p>{found}</section>"
    )


def _advice(paper: Paper, words: Words) -> str:
    if not paper.advice:
        return ""
    told = "".join(f"<p>{escape(sentence)}</p>" for sentence in paper.advice)
    head = f"<h3>{icon('model')}{escape(words['advice'])}</h3>"
    return f'<section class="advice">{head}<div lang="sv">{told}</div></section>'


def _money(money: Money, words: Words) -> str:
    facts = [(words["asked"].format(year=money.year), amount(money.asked, words))]
    if money.asked_in_all is not None:
        facts.append((words["asked_in_all"], kronor(money.asked_in_all)))
    facts.append((words["left"].format(year=money.year), amount(money.left, words)))
    listed = "".join(f"<div><dt>{escape(name)}</dt><dd>{escape(value)}</dd></div>" for name, value in facts)
    return (
        f'<section class="money"><h3>{escape(words["money"])}</h3><dl class="facts">{listed}</dl>'
        f"{_budget(money, words)}</section>"
    )


def _budget(money: Money, words: Words) -> str:
    if not money.lines:
        return ""
    rows = "".join(
        f'<tr><td lang="sv">{escape(line.label)}</td><td class="figure">{escape(kronor(line.sek))}</td></tr>'
        for line in money.lines
    )
    sums = "".join(
        f'<tr class="sum"><th scope="row">{escape(words[key])}</th>'
        f'<td class="figure">{escape(amount(sek, words))}</td></tr>'
        for key, sek in (("sum_of_rows", money.sum_of_lines), ("stated_sum", money.stated_sum))
    )
    heads = f'<th scope="col">{escape(words["row"])}</th><th scope="col" class="figure">{escape(words["amount"])}</th>'
    return (
        f'<div class="table-frame" tabindex="0"><table><thead><tr>{heads}</tr></thead>'
        f"<tbody>{rows}{sums}</tbody></table></div>"
    )


def _findings(paper: Paper, worst_first: bool, words: Words) -> str:
    if worst_first:
        parts = [(words[f"verdict_{verdict}"], found) for verdict, found in paper.by_verdict]
    else:
        parts = [(words[f"group_{group}"], found) for group, found in paper.by_group]
    check = check_html("order", words["worst_first"], worst_first, "worst-first")
    sections = "".join(_section(name, found, paper, words) for name, found in parts)
    return f'<div class="criteria">{check}{sections}</div>'


def _section(name: str, found: tuple[Finding, ...], paper: Paper, words: Words) -> str:
    items = "".join(_finding(one, paper, words) for one in found)
    return f'<section class="group"><h3>{escape(name)}</h3><ul>{items}</ul></section>'


def _finding(finding: Finding, paper: Paper, words: Words) -> str:
    criterion = finding.criterion
    place = paper.findings.index(finding)
    name = f"{criterion.id} {criterion.name}"
    inner = (
        f'{verdict_html(finding.verdict, words)}<span class="name" lang="sv">{escape(name)}</span>'
        f'<span class="sr-only">. {escape(words["show"].format(name=criterion.id))}</span>{icon("next")}'
    )
    said = "".join(_quote(text) for text in finding.words)
    pointed = pointed_html(finding.pointed, words) if finding.pointed else ""
    asked = (
        f'<p class="question"><strong>{escape(words["question"])}:</strong> <span lang="sv">{escape(finding.question)}'
        "</span></p>"
        if finding.question
        else ""
    )
    return (
        f'<li class="finding">{button("show", inner, "criterion", f"finding-{place}", finding=place)}{said}'
        f'<p lang="sv">{escape(finding.why)}</p>{pointed}{asked}</li>'
    )


def _likened(paper: Paper, words: Words, language: str) -> str:
    if not paper.likened:
        return ""
    label = page_texts.texts(language)["all_about"]
    items = "".join(_decision(at, one, label) for at, one in enumerate(paper.likened))
    return f'<section class="likened"><h3>{escape(words["likened"])}</h3><ul>{items}</ul></section>'


def _decision(at: int, one: Likened, label: str) -> str:
    inner = f"{icon('document')}<span>{escape(one.citation.place)}</span>"
    link = button("show", inner, "source-link", f"decision-{at}", decision=at)
    decided = f"<p>{escape(one.decided)}</p>" if one.decided else ""
    sheet = sheet_links((one.initiative,) if one.initiative else (), label)
    return f'<li><div lang="sv">{link}<p>{escape(one.alike)}</p>{decided}{_quote(one.citation.quote)}</div>{sheet}</li>'
