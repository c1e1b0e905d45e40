"""What the view shows of the register: table, timeline, plots, sheet."""

from __future__ import annotations

import re

from assistant.register.entries import Kind
from assistant.register.selection import Column, Order, Wanted
from assistant.register.series import Plot, figures
from assistant.register.sheet import About, sheet
from assistant.ui.register.listing import table_html, timeline_html
from assistant.ui.register.plots import MOST, plots_html
from assistant.ui.register.sheet import sheet_html
from assistant.ui.register.shown import PAGE, Shown, View
from assistant.ui.register.texts import ENGLISH, SWEDISH
from ingest.register.model import Measure, Stance
from tests.assistant.register.records import RECORDS, decision, goal, initiative, many, money, place, register, result

ATTACK = '<script>window.attacked=1</script><img src=x onerror="x()">'


def text_of(html):
    return " ".join(re.sub(r"<[^>]+>", " ", html).replace("\u00a0", " ").split())


def table(records=RECORDS, shown=None, language="sv"):
    shown = shown or Shown(Wanted())
    return table_html(register(records).select(shown.wanted, shown.order), shown, language)


def plots(records=RECORDS, language="sv"):
    return plots_html(figures(register(records).entries), language)


def ids(html):
    return re.findall(r' id="([^"]+)"', html)


def test_everything_that_is_told_has_a_word():
    for words in (SWEDISH, ENGLISH):
        for prefix, codes in (
            ("kind", Kind), ("column", Column), ("status", Stance), ("status", Measure), ("plot", Plot),
            ("view", View), ("sheet", About),
        ):  # fmt: skip
            assert all(words[f"{prefix}_{code}"] for code in codes)


def test_the_table_says_how_it_is_sorted():
    html = table(shown=Shown(Wanted(), order=Order(Column.VALUE, False)))
    assert re.findall(r'aria-sort="(ascending|descending)"', html) == ["ascending"]
    assert "sorterade efter belopp eller antal, stigande" in html
    assert len(re.findall(r'data-do="sort"', html)) == len(Column)


def test_the_kind_has_a_column_where_several_are_shown():
    assert ">Slag<" not in table(shown=Shown())
    assert re.search(r"Slag</button>|Slag<", table())


def test_a_row_tells_all_that_a_reader_needs_and_leads_to_its_place():
    record = decision(
        sek=5000,
        amount_kind="sökt",
        reason="För få sökte.",
        reservations=("Ettan Ettansson",),
        doubt="Datumet är osäkert.",
        initiatives=("Ljuset",),
    )
    html = table([record])
    for said in (
        "2030-05-12",
        "sammanträde",
        "Malmö",
        "beviljat",
        "5 000 kr (sökt)",
        "Skäl: För få sökte.",
        "Reservationer: Ettan Ettansson",
        "Osäkert: Datumet är osäkert.",
        "Protokoll 2030-05-12, s. 2",
    ):
        assert said in text_of(html)
    assert re.search(r'data-do="source" id="row-0" data-entry="0" data-start="100"', html)
    assert re.search(r'data-do="sheet" id="sheet-0-0" data-name="Ljuset"', html)


def test_a_proposal_is_told_as_none_of_the_decisions():
    html = table(shown=Shown(Wanted(kinds=frozenset({Kind.PROPOSAL}))))
    assert "förslag, inte beslut" in html
    assert 'class="stance proposed"' in html


def test_many_rows_come_a_hundred_at_a_time():
    entries = register(many(250)).select(Wanted())
    html = table_html(entries, Shown(Wanted()), "sv")
    assert html.count("<tr") == PAGE + 1
    assert "100 av 250 visas" in html
    assert "Visa 100 till" in html
    html = table_html(entries, Shown(Wanted(), rows=200), "sv")
    assert "Visa 50 till" in html
    assert 'data-do="more"' not in table_html(entries, Shown(Wanted(), rows=300), "sv")


def test_nothing_found_is_a_sentence():
    assert SWEDISH["nothing"] in table([])
    assert SWEDISH["nothing"] in timeline_html([], Shown(), "sv")
    assert SWEDISH["no_plots"] in plots([])


def test_the_timeline_goes_by_year_and_ends_with_what_has_no_date():
    entries = register([decision("c", ""), decision("b", "2029"), decision("a", "2030-01-01")]).select(Wanted())
    html = timeline_html(entries, Shown(), "sv")
    assert re.findall(r"<h3>([^<]+)</h3>", html) == ["2030", "2029", "Utan datum"]
    assert re.findall(r'class="said" lang="sv">(\w)<', html) == ["a", "b", "c"]
    assert "Malmö · styrelsen · § 12" in html


def test_a_figure_has_a_text_a_table_and_a_button_for_each_point():
    html = plots().partition("</figure>")[0]
    told = "Budget per insats, Malmö, i kronor: 3 värden, 2030–2031. Störst är Ljuset, budget 2031: 1 300 000 kr."
    assert told in text_of(html)
    assert html.count('class="bar"') == 3
    assert html.count("<svg") - html.count('class="icon"') == 3
    assert html.count("aria-hidden") >= 9
    rows = re.findall(r'<tr><th scope="row".*?</tr>', html)
    assert [text_of(row) for row in rows][:2] == [
        "Ljuset 2030 budget 1 250 000 kr uppgifterna skiljer sig Öppna källan: Verksamhetsplan 2031",
        "Ljuset 2030 budget 1 200 000 kr uppgifterna skiljer sig Öppna källan: Delårsredovisning 2030",
    ]


def test_bars_are_as_long_as_their_values():
    html = plots([money(400, 2030), money(100, 2031), money(0, 2032), money(-50, 2033)])
    assert re.findall(r'<rect x="0" y="1" width="([\d.]+)%"', html) == ["100.00", "25.00", "0.00", "0.00"]


def test_a_part_of_the_year_is_drawn_and_told_as_such():
    html = plots()
    assert 'class="line outcome part"' in html
    assert "utfall, jan–aug 2030" in html
    assert SWEDISH["plot_part"] in html
    assert SWEDISH["plot_part"] not in plots([money(5), money(6, 2031)])


def test_what_another_document_says_is_beside_the_bar():
    html = plots()
    assert "Annan uppgift för 2030: 1 200 000 kr i Delårsredovisning 2030" in text_of(html)
    (other,) = set(re.findall(r'class="other"[^>]*data-entry="(\d+)"', html))
    assert RECORDS[int(other)].sek == 1_200_000


def test_years_without_a_value_keep_their_room():
    html = plots([money(5, year, initiative="", label="Avgift", is_income=True) for year in (2028, 2031)])
    assert re.findall(r'<span class="of-year">(\d+)</span>', html) == ["2028", "2029", "2030", "2031"]
    assert html.count('class="none"') == 2


def test_a_figure_of_many_initiatives_unfolds():
    html = plots([money(5 + number, initiative=f"Insats {number}") for number in range(MOST + 3)])
    assert "Visa 3 insatser till" in html
    assert html.index('class="rest"') > html.index('class="groups"')


def test_a_sheet_shows_contradictions_beside_each_other():
    html = sheet_html(sheet("Ljuset", register().entries), "sv")
    assert "2 uppgifter skiljer sig mellan dokumenten." in html
    assert html.count('class="statements differing"') == 2
    owner = html.partition(">Insatsägare<")[2].partition("</dd>")[0]
    assert [text_of(said) for said in re.findall(r'class="said" lang="sv">([^<]+)<', owner)] == [
        "Malmö stad",
        "Region Skåne",
    ]
    for said in ("Kallas också: LJUS", "jan–aug 2030", "deltagare, mål", "1 300 000 kr", "Vuxna som står långt"):
        assert said in text_of(html)


def test_a_sheet_without_contradictions_says_nothing_of_them():
    html = sheet_html(sheet("Kryddhyllan", register().entries), "sv")
    assert "skiljer sig" not in html
    assert sheet_html(sheet("Okänd", register().entries), "sv").count(SWEDISH["sheet_empty"]) == 1


def test_a_sheet_of_two_associations_says_whose_each_line_is():
    records = (money(5), money(6, association="ekstad", document="ekstad"))
    html = sheet_html(sheet("Ljuset", register(records).entries), "sv")
    assert re.findall(r'<td>2030<span class="file">(\w+)</span>', html) == ["Ekstad", "Malmö"]
    assert '<td>2030<span class="file">' not in sheet_html(sheet("Ljuset", register().entries), "sv")


def test_ids_are_used_once():
    whole = register((*RECORDS, *many(50)))
    for html in (
        table_html(whole.select(Wanted()), Shown(Wanted()), "sv"),
        timeline_html(whole.select(Wanted(kinds=frozenset({Kind.DECISION}))), Shown(), "sv"),
        plots_html(figures(whole.entries), "sv"),
        sheet_html(sheet("Ljuset", whole.entries), "sv"),
    ):
        found = ids(html)
        assert len(found) == len(set(found)), [one for one in found if found.count(one) > 1]


def test_markup_in_a_document_is_shown_as_text():
    bad = (
        decision(ATTACK, "2030", date_kind=ATTACK, body=ATTACK, paragraph=ATTACK, reason=ATTACK, sek=5,
                 amount_kind=ATTACK, initiatives=(ATTACK,), reservations=(ATTACK,), doubt=ATTACK, association=ATTACK,
                 place=place("minutes", ATTACK, ATTACK)),
        money(5, initiative=ATTACK, period=ATTACK, label=ATTACK),
        money(6, initiative=ATTACK, measure=Measure.OUTCOME, label=ATTACK),
        money(7, initiative=ATTACK, label=ATTACK, document="accounts"),
        result(5, initiative=ATTACK, what=ATTACK, unit=ATTACK, label=ATTACK),
        goal(ATTACK, initiative=ATTACK, target=ATTACK, responsible=ATTACK),
        initiative(ATTACK, aliases=(ATTACK,), owner=ATTACK, parties=(ATTACK,), type=ATTACK, target_group=ATTACK),
        initiative(ATTACK, owner="En annan"),
    )  # fmt: skip
    entries = register(bad).entries
    pages = [
        table(bad),
        timeline_html(entries, Shown(), "sv"),
        plots(bad),
        sheet_html(sheet(ATTACK, entries), "sv"),
    ]
    for html in pages:
        assert "<script" not in html
        assert "<img" not in html
        assert "&lt;script&gt;" in html


def test_the_view_speaks_english_around_swedish_words():
    html = table(language="en", shown=Shown())
    assert "granted" in html
    assert '<span class="said" lang="sv">att bevilja Ljuset medel</span>' in html
    assert "Open the source:" in html
    assert "The largest is" in plots(language="en")
