"""What a comparison says, block by block: the drafts, the criteria beside them, the money in the order chosen."""

from __future__ import annotations

from assistant.screening.comparing import Comparison, add_up, doubted, told
from assistant.screening.exports.blocks import Heading, Items, Paperwork, Paragraph, Table
from assistant.screening.telling import (
    CAUTION,
    PERSON_DECIDES,
    RECOMMENDATIONS,
    SIGNS,
    VERDICTS,
    WORST_FIRST,
    kronor,
)


def comparison(compared: Comparison) -> Paperwork:
    """Return the comparison as a document."""
    title = f"Jämförelse av {len(compared.papers)} utkast"
    of_a_model = (Items(doubted(compared)),) if doubted(compared) else ()
    first = compared.papers[0]
    return Paperwork(
        title=title,
        author=first.association,
        blocks=(
            Heading(title, 0),
            Paragraph(PERSON_DECIDES, strong=True),
            Items(tuple(f"{one.name}: {RECOMMENDATIONS[one.recommendation]}" for one in compared.papers), True),
            _criteria(compared),
            Paragraph(", ".join(f"{SIGNS[verdict]} {VERDICTS[verdict].lower()}" for verdict in WORST_FIRST)),
            *of_a_model,
            Heading("Pengar", 1),
            _money(compared),
            Items(told(compared)),
        ),
        header=f"{first.association} · {CAUTION} · granskat {first.day}",
        footer=f"{CAUTION} · sida",
    )


def _criteria(compared: Comparison) -> Table:
    numbers = tuple(str(number) for number, _ in enumerate(compared.papers, 1))
    rows = tuple(
        (row.criterion.id, row.criterion.name, *(SIGNS[one] if one else "" for one in row.verdicts))
        for row in compared.rows
    )
    return Table(("Nr", "Kriterium", *numbers), rows)


def _money(compared: Comparison) -> Table:
    rows = tuple(
        (
            str(number),
            step.paper.name,
            kronor(step.paper.money.asked),
            kronor(step.sum),
            kronor(step.left),
        )
        for number, step in enumerate(add_up(compared), 1)
    )
    heads = ("Nr", "Utkast", f"Sökt {compared.year}", "Summa hittills", "Kvar därefter")
    return Table(heads, rows, figures=(2, 3, 4))
