"""The list of drafts: how far each has come, what is proposed, which are compared."""

from __future__ import annotations

from assistant.ui.icons import icon
from assistant.ui.markup import button, escape
from assistant.ui.screening.parts import Words, amount, check_html, proposal_html
from assistant.ui.screening.pile import Item, Pile
from assistant.ui.screening.texts import texts


def pile_html(pile: Pile, language: str) -> str:
    """Render the list, oldest first; empty before the first draft."""
    if not pile.items:
        return ""
    words = texts(language)
    rows = "".join(_row(index, item, pile, words) for index, item in enumerate(pile.items))
    return (
        f'<section class="pile" aria-label="{escape(words["drafts"])}" data-announce="{escape(_news(pile, words))}">'
        f'<ol class="drafts">{rows}</ol>{_tools(pile, words)}</section>'
    )


def _news(pile: Pile, words: Words) -> str:
    count, read = len(pile.items), len(pile.papers)
    failed = sum(bool(item.failure) for item in pile.items)
    if read + failed < count:
        return words["announce_progress"].format(done=read + failed, count=count)
    return words["announce_done"].format(read=read, failed=failed)


def _row(index: int, item: Item, pile: Pile, words: Words) -> str:
    if item.paper:
        return _done(index, item, pile, words)
    name = f'<span class="name">{escape(item.name)}</span>'
    if item.failure:
        note = f'<span class="failed" lang="sv">{icon("warning")}{escape(item.failure)}</span>'
    else:
        dots = '<span class="dots" aria-hidden="true"></span>' if item.under_way else ""
        note = f'<span class="state">{dots}{escape(words["under_way" if item.under_way else "waiting"])}</span>'
    return f'<li class="draft">{name}{note}</li>'


def _done(index: int, item: Item, pile: Pile, words: Words) -> str:
    assert item.paper is not None
    paper = item.paper
    chosen = index in pile.chosen
    label = words["compare_one"].format(name=paper.name)
    check = check_html("choose", label, chosen, f"choose-{index}", hidden_label=True, index=index)
    shown = pile.opened == index and not pile.comparing
    title = button("look", escape(paper.name), "open", f"open-{index}", index=index)
    file = f'<span class="file">{escape(paper.file)}</span>' if paper.file and paper.file != paper.name else ""
    return (
        f'<li class="draft{" shown" if shown else ""}">{check}<span class="name" lang="sv">{title}{file}</span>'
        f'<span class="asked">{escape(amount(paper.money.asked, words))}</span>'
        f"{proposal_html(paper.recommendation, words)}</li>"
    )


def _tools(pile: Pile, words: Words) -> str:
    if not pile.papers:
        return ""
    several = len(pile.papers) > 1
    compare = words["compare"].format(count=len(pile.chosen)) if pile.chosen else words["compare_all"]
    full = len(pile.chosen) == len(pile.papers)
    parts = [
        button("compare", escape(compare), "quiet framed", "compare") if several else "",
        button("choose_all", escape(words["choose_none" if full else "choose_all"]), id="choose-all", on=int(not full))
        if several
        else "",
        button("clear", escape(words["clear"]), id="clear"),
    ]
    return f'<div class="tools">{"".join(parts)}</div>'
