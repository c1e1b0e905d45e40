"""The register of the scripted assistant: invented records of two associations, some years apart."""

from __future__ import annotations

from assistant.answers import Citation
from assistant.associations import association_name
from assistant.library import SourceView
from ingest.register.model import Measure, Record, Stance
from tests.assistant.register.records import RECORDS, SOURCES, decision, goal, initiative, money, result
from tests.assistant.ui.desk import Opened

MARKUP = "<img src=x onerror=window.attacked=1> ${window.attacked=1} {{value}}"
LONG = (
    "att godkänna den reviderade budgeten för insatserna och att uppdra åt kansliet att återkomma med en uppföljning "
    "av deltagarnas vägar vidare senast vid sammanträdet i oktober"
)
NAMES = ("Språngbrädan", "Nätverket för arbetsgivare i de östra stadsdelarna", "Steget", "Kontaktpunkten")


def _over_the_years() -> list[Record]:
    found: list[Record] = []
    for place, name in enumerate(NAMES):
        for year in range(2027, 2032 - place % 2):
            found.append(money(700_000 + 431_500 * place + 90_000 * (year - 2027), year, initiative=name))
        found += [
            money(640_000 + 400_000 * place, 2030, Measure.OUTCOME, name, "accounts", period="2030-01–2030-08"),
            money(720_000 + 420_000 * place, 2030, Measure.FORECAST, name, "accounts"),
            result(30 + 20 * place, Measure.GOAL, name),
            result(24 + 25 * place, initiative=name),
        ]
    for year, sek in ((2027, 27_200_000), (2029, 28_100_000), (2031, 28_900_000)):
        found.append(money(sek, year, initiative="", label="Medlemsavgifter", is_income=True))
        found.append(money(sek // 18, year, initiative="", label="Kvar att fördela"))
    return found


SHOWN: tuple[Record, ...] = (
    *RECORDS,
    *_over_the_years(),
    decision(LONG, "2029-11-03", stance=Stance.DECIDED, initiatives=NAMES[:2]),
    decision(f"att anta {MARKUP}", "2028", stance=Stance.NOTED, body=MARKUP, reason=MARKUP, initiatives=(MARKUP,)),
    decision("att pröva frågan på nytt", "", stance=Stance.DEFERRED, reservations=("Ledamoten Ettan Ettansson",)),
    goal(f"Nå {MARKUP}", initiative="Ljuset"),
    initiative(MARKUP, owner=MARKUP, aliases=(MARKUP,)),
)
MANY: tuple[Record, ...] = tuple(
    decision(f"att godkänna punkt {number}", f"20{number % 20 + 10}-0{number % 9 + 1}-15") for number in range(230)
)


REGISTERED = Opened(records=(*SHOWN, *MANY), sources=SOURCES)


def registered_view(citation: Citation) -> SourceView:
    """A section that holds the quote between two paragraphs."""
    before = "Texten före stycket.\n\n"
    return SourceView(
        title=citation.title,
        section=citation.section,
        page=citation.page,
        year=citation.year,
        association=association_name(citation.association),
        address="",
        form="original",
        text=f"{before}{citation.quote}\n\nTexten efter stycket.",
        highlights=((len(before), len(before) + len(citation.quote)),),
    )
