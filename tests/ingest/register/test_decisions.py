"""Decisions told in running text: what a body has done, and nothing that it has not."""

from __future__ import annotations

import pytest

from ingest.register.model import Stance
from tests.ingest.register.deciding import told


@pytest.mark.parametrize(
    ("sentence", "what", "stance", "body"),
    [
        (
            "Styrelsen beslutade att förlänga Bryggan i ett år.",
            "att förlänga Bryggan i ett år",
            Stance.DECIDED,
            "styrelsen",
        ),
        (
            "I maj beslöt styrelsen att anställa en samordnare.",
            "att anställa en samordnare",
            Stance.DECIDED,
            "styrelsen",
        ),
        ("Styrelsen har avslagit ansökan från Lyktan.", "avslagit ansökan från Lyktan", Stance.REJECTED, "styrelsen"),
        ("Styrelsen beslutade att bordlägga frågan.", "att bordlägga frågan", Stance.DEFERRED, "styrelsen"),
        ("Presidiet fastställde attestordningen.", "fastställde attestordningen", Stance.DECIDED, "presidiet"),
        ("Kommunfullmäktige antog en ny reglering.", "antog en ny reglering", Stance.DECIDED, "kommunfullmäktige"),
        (
            "Styrelsen ställde sig positiv till att parterna ansöker tillsammans.",
            "ställde sig positiv till att parterna ansöker tillsammans",
            Stance.POSITIVE,
            "styrelsen",
        ),
        (
            "Bryggan beviljades 640 000 kr av styrelsen.",
            "Bryggan beviljades 640 000 kr av styrelsen",
            Stance.GRANTED,
            "styrelsen",
        ),
        ("Styrelsen beslutade om avslag på ansökan.", "avslag på ansökan", Stance.REJECTED, "styrelsen"),
        (
            "Styrelsen beviljade inte Lyktan några medel.",
            "beviljade inte Lyktan några medel",
            Stance.REJECTED,
            "styrelsen",
        ),
        (
            "Projektet tog fart när det blev känt att ESF beviljat medel för tre år.",
            "beviljat medel för tre år",
            Stance.GRANTED,
            "ESF",
        ),
        ("Region Norrvik beslutade att delta i Bryggan.", "att delta i Bryggan", Stance.DECIDED, "Region Norrvik"),
        (
            "Styrelsen gav förbundschefen i uppdrag att söka lokal.",
            "gav förbundschefen i uppdrag att söka lokal",
            Stance.DECIDED,
            "styrelsen",
        ),
        (
            "Utökningen av Bryggan är beslutad av styrelsen.",
            "Utökningen av Bryggan är beslutad av styrelsen",
            Stance.DECIDED,
            "styrelsen",
        ),
        (
            "Bryggan är nu beviljad av styrelsen.",
            "Bryggan är nu beviljad av styrelsen",
            Stance.GRANTED,
            "styrelsen",
        ),
        (
            "Ansökan om medel till Lyktan blev avslagen av styrelsen.",
            "Ansökan om medel till Lyktan blev avslagen av styrelsen",
            Stance.REJECTED,
            "styrelsen",
        ),
        (
            "Planen för 2032 är godkänd av presidiet.",
            "Planen för 2032 är godkänd av presidiet",
            Stance.DECIDED,
            "presidiet",
        ),
    ],
)
def test_a_sentence_tells_of_a_decision(sentence: str, what: str, stance: Stance, body: str) -> None:
    (one,) = told(f"Året i korthet\n\n{sentence}\n")
    assert (one.what, one.stance, one.body) == (what, stance, body)


@pytest.mark.parametrize(
    "sentence",
    [
        "Styrelsen beslutar om budget och uppföljning.",
        "Styrelsen ska besluta att förlänga Bryggan.",
        "Styrelsen kommer att besluta om en ny plan.",
        "Styrelsen föreslås besluta att godkänna planen.",
        "Kansliet föreslog att styrelsen beslutade att stänga Bryggan.",
        "Om styrelsen beslutat att stänga Bryggan krävs en ny ansökan.",
        "Innan styrelsen beslutade att stänga Bryggan kom en utvärdering.",
        "Kommunen begär att styrelsen beviljat medel ska betala ut dem.",
        "Styrelsen har inte beslutat om någon förlängning.",
        "Styrelsen fattade inget beslut om Bryggan.",
        "De beslutade insatserna kostar 4 000 000 kr.",
        "Utöver de projekt som redan beviljats medel finns en reserv.",
        "Ansökningar som styrelsen beviljat redovisas nedan.",
        "Försäkringskassan har beviljat henne aktivitetsersättning.",
        "Styrelsen noterade att fler har börjat arbeta.",
        "Förbundet valde tidigt att satsa på unga.",
        "Har styrelsen beslutat att stänga Bryggan?",
        "Styrelsen är högsta beslutande organ.",
        "När planen är antagen av styrelsen börjar arbetet.",
        "Planen är ännu inte beslutad av styrelsen.",
        "Planen ska vara beslutad av styrelsen i maj.",
        "Den plan som är beslutad av styrelsen gäller.",
        "Om ansökan är godkänd av styrelsen betalas pengarna ut.",
        "Bryggan är beslutad.",
        "Kansliet föreslår att Bryggan förlängs. Styrelsen har beslutat det.",
        "Bryggan kan förlängas. Det har styrelsen beslutat.",
        "Bryggan förlängs i ett år. Styrelsen har inte beslutat det.",
        "Styrelsen har beslutat det.",
    ],
)
def test_no_decision(sentence: str) -> None:
    """Proposals, requests, plans to decide, rules of what is decided, conditions, denials, questions."""
    assert told(f"Året i korthet\n\n{sentence}\n") == ()


@pytest.mark.parametrize(
    ("sentence", "day", "kind"),
    [
        ("Den 4 mars 2030 beslutade styrelsen att stänga Bryggan.", "2030-03-04", "beslutsdatum"),
        ("Styrelsen fastställde 2031-02-01 en ny policy.", "2031-02-01", "beslutsdatum"),
        ("Bryggan beviljades medel på styrelsens möte den 9 oktober 2030.", "2030-10-09", "beslutsdatum"),
        ("I april 2031 beslutade styrelsen att stänga Bryggan.", "2031-04", "månad"),
        ("Redan 2029 beslutade styrelsen att stänga Bryggan.", "2029", "år"),
        ("Under 2031 beslutade styrelsen att stänga Bryggan.", "2031", "period"),
        ("Styrelsen beslutade att stänga Bryggan från och med 31/7 2030.", "2031", "period"),
        ("Styrelsen beslutade att planen tas upp på mötet den 3 mars 2032.", "2031", "period"),
        ("Styrelsen fastställde budgeten för 2032.", "2031", "period"),
    ],
)
def test_the_date_is_that_of_the_decision(sentence: str, day: str, kind: str) -> None:
    """A day in what was decided is not the day that it was decided on; without one the document's time stands."""
    (one,) = told(f"Året i korthet\n\n{sentence}\n")
    assert (one.date, one.date_kind) == (day, kind)


@pytest.mark.parametrize(
    ("sentence", "stance", "day"),
    [
        ("Styrelsen har beslutat det.", Stance.DECIDED, "2031"),
        ("Det beslutade styrelsen den 3 maj 2031.", Stance.DECIDED, "2031-05-03"),
        ("Detta är beslutat av styrelsen.", Stance.DECIDED, "2031"),
    ],
)
def test_a_sentence_that_points_back_tells_the_one_before_it(sentence: str, stance: Stance, day: str) -> None:
    (one,) = told(f"Året i korthet\n\nBryggan ska förlängas i två år. {sentence}\n")
    assert (one.what, one.stance, one.date) == ("Bryggan ska förlängas i två år", stance, day)
    assert one.initiatives == ("Bryggan",)


def test_a_day_without_its_year_takes_the_document_s_and_says_so() -> None:
    (one,) = told("Den 4 mars beslutade styrelsen att stänga Bryggan.")
    assert one.date == "2031-03-04"
    assert "Året är dokumentets" in one.doubt


def test_a_plan_gives_the_year_that_it_is_for() -> None:
    (one,) = told("Styrelsen har beslutat att stänga Bryggan.", type="verksamhetsplan")
    assert (one.date, one.date_kind) == ("2031", "planår")


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("Styrelsen beslutade att stänga Bryggan eftersom få har sökt.", "få har sökt"),
        ("Styrelsen beslutade att stänga Bryggan på grund av att få har sökt.", "få har sökt"),
        ("Med anledning av att få har sökt beslutade styrelsen att stänga Bryggan.", "få har sökt"),
        ("Styrelsen beslutade att stänga Bryggan. Skälet är att få har sökt.", "få har sökt"),
        ("Få har sökt till Bryggan. Därför har styrelsen beslutat att stänga den.", "Få har sökt till Bryggan"),
        ("Styrelsen beslutade att stänga Bryggan i mars då våren är lugn.", ""),
    ],
)
def test_reasons(text: str, reason: str) -> None:
    (one,) = told(text)
    assert one.reason == reason
    assert "få har sökt" not in one.what


def test_coordinated_clauses_are_decisions_of_their_own() -> None:
    found = told(
        "Styrelsen beslutade att fastställa planen, att bevilja Bryggan 900 000 kr och att avslå ansökan från Lyktan."
    )
    assert [(one.what, one.stance) for one in found] == [
        ("att fastställa planen", Stance.DECIDED),
        ("att bevilja Bryggan 900 000 kr", Stance.GRANTED),
        ("att avslå ansökan från Lyktan", Stance.REJECTED),
    ]


def test_a_clause_that_hangs_on_another_stays_in_it() -> None:
    (one,) = told("Styrelsen beslutade att verka för att fler deltar och att färre avbryter.")
    assert one.what == "att verka för att fler deltar och att färre avbryter"


@pytest.mark.parametrize(
    ("clause", "sek", "kind"),
    [
        ("att bevilja Bryggan 1,2 mkr", 1_200_000, "beviljat"),
        ("att fastställa budgeten till 8 900 tkr", 8_900_000, "budget"),
        ("att avslå ansökan om 600 000 kr", 600_000, "sökt"),
        ("att ställa sig positiv till en ansökan på 1 300 000 kr", 1_300_000, "sökt"),
        ("att chefen får köpa in för högst 50 000 kr", 50_000, "högsta belopp"),
        ("att stänga Bryggan", None, ""),
    ],
)
def test_amounts_say_what_they_are(clause: str, sek: int | None, kind: str) -> None:
    (one,) = told(f"Styrelsen beslutade {clause}.")
    assert (one.sek, one.amount_kind) == (sek, kind)


def test_several_amounts_are_doubtful() -> None:
    (one,) = told("Styrelsen beslutade att bevilja Bryggan 900 000 kr för 2031 samt 450 000 kr för 2032.")
    assert one.sek == 900_000
    assert "Flera belopp" in one.doubt


def test_what_is_told_twice_is_one_decision() -> None:
    """The place that gives the reason stays."""
    text = (
        "Styrelsen beslutade att stänga Bryggan.\n\nStyrelsen har beslutat att stänga Bryggan eftersom få har sökt.\n"
    )
    (one,) = told(text)
    assert one.reason == "få har sökt"


def test_a_decision_without_a_body_is_doubtful() -> None:
    (one,) = told("Den 3 april 2031 fastställdes en förbundsordning.")
    assert (one.what, one.body) == ("fastställdes en förbundsordning", "")
    assert one.doubt == "Det framgår inte vem som beslutade."


@pytest.mark.parametrize("source", [{"type": "lag"}, {"form": "data"}, {"title": "Kallelse till styrelsemöte"}])
def test_documents_without_decisions(source: dict[str, str]) -> None:
    """Laws, files of records that are read as such, and what is sent out before a meeting."""
    assert told("Styrelsen beslutade att stänga Bryggan.", **source) == ()
