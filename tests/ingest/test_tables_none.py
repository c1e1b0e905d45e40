"""Prose, lists, letters, charts and addresses hold no table, however many tabs and figures stand in them."""

from __future__ import annotations

import pytest

from ingest.tables import find_tables
from tests.ingest.tabulated import lines

TABBED = [
    "Hej!\n\nVi har läst er ansökan den 3 maj 2031 och svarar i juni. Beloppet är 300 000 kr.\n\nHälsningar\n",
    "att >godkänna budgeten för 2031.\n\natt>avsluta stödet till Gnistan.\n\natt>fastställa planen.\n",
    ">Förbundet har under året arbetat med många unga.\n\n>Arbetet fortsätter nästa år med fler parter.\n\n"
    ">Planen följs upp i juni av styrelsen.\n",
    ">• Gnistan\n>• Spåret\n>• Stegen\n\n>• Arenan\n>• Bron\n>• Porten\n",
    "Norr stad: Karin Ek>>\nRegionen: Bo Alm\n",
    "Före>[VÄRDE]\n\nSjukpenning>Aktivitetsstöd>Studiestöd>62>24>4>Efter>\n",
    "1. Besluta om mål,\n2. Stödja samverkan,\n3. Svara för uppföljning.\n",
]
FIGURES = [
    "Innehåll\nInledning 3\nMålgrupp 4\nBudget 7\nUppföljning 12\n",
    "Möte den 3 april 2031\nBeslut om budget för 2031\nPlan för åren 2031\n",
    "Under våren deltog sammanlagt ungefär 120\npersoner i kurserna, vilket är fler än de 90\nsom planerats, "
    "och kostnaden stannade vid 310 000\nkronor för hela perioden.\n",
    "• Gnistan får 300 000 kr\n• Spåret får 250 000 kr\n• Stegen får 100 000 kr\n",
    "Samordningsförbundet\nStorgatan 12\n211 22 Malmö\nTelefon 040-12 34 56\n",
    "15%\n48%\n0%\n2031 2032 2033\nNorr Söder\n10%\n18%\n3%\n490\n302\n",
    "1. Att fastställa budgeten för 2031\n2. Att anslå 300 000\n3. Att avsätta 150 000\n",
    "§ 12\n§ 13\nNärvarande 7\n",
]
CELLS = [
    "Mål Aktivitet Ansvarig\nTexten under en sådan rad är löptext som går över hela sidans bredd.\n",
    "Mål Aktivitet Ansvarig\nKort rad\nEn till\n",
    "Malmö Lund Eslöv\nFörbundschefen\nFörbundschefen\n",
]


@pytest.mark.parametrize("text", [*TABBED, *FIGURES, *CELLS])
def test_what_is_no_table(text: str) -> None:
    given = lines(text)
    assert find_tables(given) == given
