"""Minutes of several shapes, each in Word, PDF and plain text: their decisions, and nothing that was only proposed."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from ingest.model import Document
from ingest.register import decisions, minutes
from ingest.register.model import Decision, Initiative, Place, Stance
from ingest.register.names import names_of
from tests.ingest.register import meetings
from tests.ingest.register.meetings import document_from, document_of

NAMES = names_of([Initiative(Place("x", "", 0, 0, ""), "storvik", "Bryggan", "Bryggan")])
FORMATS = {"txt": meetings.as_text, "docx": meetings.as_docx, "pdf": meetings.as_pdf}

Told = tuple[str, Stance, str]


def read(document: Document) -> tuple[Decision, ...]:
    """The decisions of minutes, which are read by nothing else."""
    assert decisions.extract(document, NAMES) == ()
    found = minutes.extract(document, NAMES)
    for one in found:
        assert one.place.quote == document.text[one.place.start : one.place.end]
    return found


def shown(found: tuple[Decision, ...]) -> list[Told]:
    return [(one.paragraph, one.stance, one.what) for one in found]


@pytest.fixture(params=FORMATS)
def made(request: pytest.FixtureRequest, tmp_path: Path) -> Callable[[str], Document]:
    suffix = request.param
    return lambda text: document_of(tmp_path, f"protokoll.{suffix}", FORMATS[suffix](text))


def test_minutes_with_labels(made: Callable[[str], Document]) -> None:
    found = read(made(meetings.LABELLED))
    assert shown(found) == [
        ("§ 21", Stance.DECIDED, "att utse Bror Påhitt att jämte ordföranden justera protokollet"),
        ("§ 22", Stance.GRANTED, "att bevilja Gröna trappan 1 450 000 kr för 2032"),
        ("§ 22", Stance.DECIDED, "att utvärderingen redovisas senast den 1 mars 2033"),
        ("§ 23", Stance.REJECTED, "att avslå ansökan från Sjöhästen"),
        (
            "§ 24",
            Stance.DEFERRED,
            "Ärendet återremitteras till kansliet för att förtydliga beloppsgränserna",
        ),
        ("§ 25", Stance.NOTED, "lägger rapporten till handlingarna"),
        (
            "§ 26",
            Stance.REJECTED,
            "avslår Bror Påhitts yrkande: att styrelsen ska utlysa 2 000 000 kr till digitala verktyg",
        ),
    ]
    assert {(one.body, one.date, one.date_kind) for one in found} == {("styrelsen", "2031-05-14", "sammanträde")}
    granted, turned_down = found[1], found[3]
    assert (granted.sek, granted.amount_kind, granted.initiatives) == (1_450_000, "beviljat", ("Gröna trappan",))
    assert granted.reason == "Förstudien visar att målgruppen saknar stöd i dag."
    assert granted.reservations == ("Bror Påhitt reserverar sig mot beslutet till förmån för sitt eget yrkande.",)
    assert granted.recusals == ("Alma Test anmäler jäv och deltar inte i handläggningen av ärendet.",)
    assert turned_down.reason == "satsningen saknar rehabiliteringsinnehåll"
    assert "Styrelsen beslutar enligt förslaget" in turned_down.place.quote
    assert not turned_down.reservations


def test_minutes_without_labels(made: Callable[[str], Document]) -> None:
    found = read(made(meetings.PLAIN))
    assert shown(found) == [
        ("§ 2", Stance.DECIDED, "Dagordningen godkändes"),
        ("§ 3", Stance.NOTED, "Protokollet från den 10 juni 2031 gicks igenom och lades till handlingarna"),
        ("§ 4", Stance.DECIDED, "att fastställa verksamhetsplanen för 2032"),
        ("§ 4", Stance.DECIDED, "att fastställa budgeten på 7,4 mkr"),
        ("§ 4", Stance.DECIDED, "att uppdra åt kansliet att skicka planen till medlemmarna"),
        (
            "§ 5",
            Stance.POSITIVE,
            "ställde sig positiv till att parterna kommer in med en gemensam ansökan på högst 900 000 kr om en "
            "fortsättning av Bryggan",
        ),
        ("§ 6", Stance.NOTED, "tackade för informationen"),
        (
            "§ 7",
            Stance.REJECTED,
            "Förslaget avslogs: att förbundet köper in ett system för enkäter för 85 000 kr",
        ),
        ("§ 8", Stance.DEFERRED, "Frågan bordlades till nästa möte"),
    ]
    assert {one.date for one in found} == {"2031-09-09"}
    positive, turned_down = found[5], found[7]
    assert (positive.sek, positive.amount_kind, positive.reason) == (900_000, "sökt", "väntetiderna har minskat")
    assert positive.initiatives == ("Bryggan",)
    assert (turned_down.sek, turned_down.amount_kind) == (85_000, "föreslaget")
    assert turned_down.reservations == ("Hedda Hittepå reserverade sig mot beslutet.",)


NUMBERED = """\
Finsam Sjövik
Minnesanteckningar från styrelsemöte 2030-02-11
Närvarande: Anna Fiktiv, Bertil Påhitt

1. Mötets öppnande
Anna Fiktiv hälsar välkommen.

2. Val av justerare
Bertil Påhitt väljs att justera anteckningarna.

3. Ekonomi
Årets överskott blev 230 000 kr. Styrelsen beviljade förra året 400 000 kr till Bryggan.
Det beslutades att godkänna årsredovisningen för 2029.
Beslöts att överföra 230 000 kr till 2030 års budget.

4. Bryggan
Styrelsen beslutade enhälligt i enlighet med beredningsgruppens förslag att förlänga Bryggan i sex månader.
Styrelsen gav förbundschefen i uppdrag att skriva en plan.

5. Ny förstudie
Anna Fiktiv föreslog avslag. Bertil Påhitt föreslog att ansökan beviljas. Efter omröstning beslutades att bevilja \
75 000 kr.
"""


def test_numbered_points_without_paragraph_signs() -> None:
    """What was granted last year is no decision of this meeting."""
    found = read(document_from(NUMBERED, type="beslut", title="Minnesanteckningar"))
    assert shown(found) == [
        ("punkt 2", Stance.DECIDED, "Bertil Påhitt väljs att justera anteckningarna"),
        ("punkt 3", Stance.DECIDED, "att godkänna årsredovisningen för 2029"),
        ("punkt 3", Stance.DECIDED, "att överföra 230 000 kr till 2030 års budget"),
        ("punkt 4", Stance.DECIDED, "att förlänga Bryggan i sex månader"),
        ("punkt 4", Stance.DECIDED, "gav förbundschefen i uppdrag att skriva en plan"),
        ("punkt 5", Stance.GRANTED, "att bevilja 75 000 kr"),
    ]
    assert {one.body for one in found} == {"styrelsen"}


EXTRACT = """\
PROTOKOLLSUTDRAG
Samordningsförbundet Nordvik
Styrelsen 2030-05-20

§ 34/2030 Dnr 2030/12

Utökad finansiering av Fotfästet

Styrelsens beslut

Förbundsstyrelsen beslutar

att bevilja 320 000 kr till Fotfästet under 2030, och

att pengarna tas ur eget kapital.

Sammanfattning av ärendet

Fotfästet beviljades 1 000 000 kr 2029-12-01. Kansliet föreslår att 320 000 kr beviljas.

Reservationer

Inga.
"""


def test_an_extract_with_the_decision_first() -> None:
    found = read(document_from(EXTRACT, type="beslut", title="Protokollsutdrag"))
    assert shown(found) == [
        ("§ 34", Stance.GRANTED, "att bevilja 320 000 kr till Fotfästet under 2030"),
        ("§ 34", Stance.DECIDED, "att pengarna tas ur eget kapital"),
    ]
    assert {(one.date, one.reservations) for one in found} == {("2030-05-20", ())}


TABLE = """\
# Protokoll styrelsemöte Finsam Västvik 12 juni 2030

| § | Ärende | Diskussion | Beslut |
|---|---|---|---|
| 1 | Öppnande | Anna öppnade mötet | |
| 2 | Dagordning | Inga tillägg | Godkänns |
| 3 | Budget 2031 | Förslag på 5 200 000 kr | Styrelsen fastställer budgeten till 5 100 000 kr |
| 4 | Vägvisaren | Kommunen vill ha 200 000 kr | Avslag |
"""


def test_minutes_set_as_a_table() -> None:
    found = read(document_from(TABLE, type="beslut", title="Protokoll"))
    assert shown(found) == [
        ("§ 2", Stance.DECIDED, "Dagordning: Godkänns"),
        ("§ 3", Stance.DECIDED, "fastställer budgeten till 5 100 000 kr"),
        ("§ 4", Stance.REJECTED, "Vägvisaren: Avslag"),
    ]


def matter(text: str) -> tuple[Decision, ...]:
    head = "Protokoll\n\nStyrelsemöte 2031-05-14\n\n§ 1 Mötet öppnas\n\nOrdföranden öppnar mötet.\n\n"
    return read(document_from(f"{head}§ 2 Ansökan från Lyktan\n\n{text}\n", type="beslut", title="Protokoll"))


@pytest.mark.parametrize(
    "text",
    [
        "Kansliet föreslår att styrelsen beslutar att bevilja 90 000 kr.",
        "Förslag till beslut: Styrelsen beslutar att bevilja 90 000 kr.",
        "Förslag till beslut\n\nStyrelsen beslutar\n\natt bevilja 90 000 kr, och\n\natt följa upp i maj.",
        "Yrkande: Gerd Gissning yrkar att Lyktan beviljas 90 000 kr.",
        "Region Norrvik har beslutat att bevilja 90 000 kr.",
        "Styrelsen beslutade 2030-11-02, § 8, att bevilja 90 000 kr.",
        "Styrelsen har tidigare beslutat att bevilja 90 000 kr.",
        "Styrelsen ska vid nästa möte besluta om att bevilja 90 000 kr.",
        "Styrelsen diskuterar om Lyktan kan beviljas 90 000 kr. Inget beslut fattas.",
        "Styrelsen beslutar inte i ärendet i dag.",
    ],
)
def test_what_is_not_decided(text: str) -> None:
    assert matter(text) == ()


def test_a_decision_that_departs_from_the_proposal_above_it() -> None:
    """It stands in the proposal's part, under no label of its own."""
    (one,) = matter(
        "Förslag till beslut\n\nAtt avslå ansökan.\n\nStyrelsen beslutar, mot kansliets förslag, att bevilja 90 000 kr."
    )
    assert (one.what, one.stance, one.sek) == ("att bevilja 90 000 kr", Stance.GRANTED, 90_000)


def test_a_decision_that_points_at_one_of_two_proposals() -> None:
    text = (
        "Yrkanden\n\nAnna Fiktiv yrkar att ansökan avslås.\n\nBertil Påhitt yrkar att Lyktan beviljas 40 000 kr.\n\n"
        "Beslut\n\nStyrelsen beslutar enligt Anna Fiktivs yrkande."
    )
    (one,) = matter(text)
    assert (one.what, one.stance) == ("att ansökan avslås", Stance.REJECTED)


def test_what_the_chair_finds_is_the_decision_when_nothing_else_tells_of_one() -> None:
    text = "Beslutsgång\n\nOrdföranden prövar förslaget och finner att styrelsen avslår ansökan från Lyktan."
    (one,) = matter(text)
    assert (one.what, one.stance) == ("avslår ansökan från Lyktan", Stance.REJECTED)


def test_a_reservation_against_one_of_several_decisions_goes_with_it() -> None:
    text = (
        "Beslut\n\nStyrelsen beslutar\n\natt fastställa planen, och\n\natt höja avgiften.\n\n"
        "Reservation\n\nAnna Fiktiv reserverar sig mot beslutet att höja avgiften."
    )
    plan, fee = matter(text)
    assert plan.reservations == ()
    assert fee.reservations == ("Anna Fiktiv reserverar sig mot beslutet att höja avgiften.",)


def test_words_under_the_label_without_a_verb_of_deciding_are_doubtful() -> None:
    (one,) = matter("Beslut\n\nNästa träff hålls den 3 juni.")
    assert one.what == "Nästa träff hålls den 3 juni"
    assert "säger inte med ett verb" in one.doubt


def test_minutes_without_a_day_say_so() -> None:
    text = "Protokoll\n\nStyrelsemöte\n\n§ 1 Plan\n\nStyrelsen beslutar att anta planen.\n"
    (one,) = read(document_from(text, type="webb", title="Protokoll"))
    assert (one.date, one.date_kind, one.doubt) == ("", "", "Mötets dag framgår inte.")


@pytest.mark.parametrize(
    "source",
    [
        {"title": "Kallelse till styrelsemöte", "type": "beslut"},
        {"title": "Lag om sammanträden", "type": "lag"},
        {"title": "Förbundsordning", "type": "forbundsordning"},
        {"title": "Protokoll", "type": "beslut", "form": "data"},
    ],
)
def test_other_documents_with_paragraph_numbers_are_no_minutes(source: dict[str, str]) -> None:
    text = "Sammanträde 2031-05-14\n\n§ 1 Budget\n\nStyrelsen beslutar att anta budgeten.\n"
    assert minutes.extract(document_from(text, **source), NAMES) == ()
