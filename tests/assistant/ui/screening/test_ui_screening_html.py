"""What the view shows of drafts: list, protocol, comparison."""

from __future__ import annotations

import re
from dataclasses import replace

from assistant.screening.comparing import compare
from assistant.screening.model import Recommendation, Verdict
from assistant.ui.screening.comparison import comparison_html
from assistant.ui.screening.evidence import finding_html
from assistant.ui.screening.listing import pile_html
from assistant.ui.screening.pile import Item, Pile
from assistant.ui.screening.protocol import protocol_html
from assistant.ui.screening.texts import ENGLISH, SWEDISH
from tests.assistant.screening.protocols import (
    ADVISED,
    DAY,
    DOUBT,
    GOAL,
    HOME,
    NUMBER,
    ORDER,
    POINT,
    draft,
    paper,
    papers,
    protocol,
)

ATTACK = '<script>window.attacked=1</script><img src=x onerror="x()">'


def text_of(html):
    return " ".join(re.sub(r"<[^>]+>", " ", html).split())


def pile(*outcomes):
    made = Pile()
    made.add(*(Item(f"{number}.md", text="x") for number, _ in enumerate(outcomes)))
    for outcome in outcomes:
        if outcome is not None:
            made.end(made.begin(), outcome)
    return made


def test_every_verdict_and_recommendation_has_a_word_in_both_languages():
    for words in (SWEDISH, ENGLISH):
        assert all(words[f"verdict_{verdict}"] for verdict in Verdict)
        assert all(words[f"recommendation_{one}"] for one in Recommendation)


def test_the_list_shows_how_far_each_has_come():
    made = pile(paper(), "b.md är trasig.", None, None)
    made.begin()
    html = pile_html(made, "sv")
    for said in ("Ljusa steg", "Behöver kompletteras", "b.md är trasig.", SWEDISH["under_way"], SWEDISH["waiting"]):
        assert said in html
    assert "600\u00a0000\u00a0kr" in html
    assert f'data-announce="{SWEDISH["announce_progress"].format(done=2, count=4)}"' in html


def test_the_list_tells_when_all_are_done():
    html = pile_html(pile(paper(), "b.md är trasig."), "sv")
    assert SWEDISH["announce_done"].format(read=1, failed=1) in html
    assert pile_html(Pile(), "sv") == ""


def test_only_screened_drafts_can_be_compared_and_only_several():
    assert pile_html(pile(paper(), "nej", paper()), "sv").count('type="checkbox"') == 2
    assert 'id="compare"' in pile_html(pile(paper(), paper()), "sv")
    assert 'id="compare"' not in pile_html(pile(paper(), "nej"), "sv")


def test_what_is_chosen_is_ticked():
    made = pile(paper(), paper())
    made.choose(1, True)
    html = pile_html(made, "sv")
    assert re.search(r'id="choose-1"[^>]* checked>', html)
    assert not re.search(r'id="choose-0"[^>]* checked>', html)
    assert SWEDISH["compare"].format(count=1) in html


def test_a_protocol_says_what_a_reader_must_know():
    html = protocol_html(paper(), 0, False, "sv")
    for said in (
        SWEDISH["person_decides"],
        "Förslag: Behöver kompletteras",
        "Minst ett kriterium är oklart",
        HOME,
        GOAL,
        ORDER,
        SWEDISH["instructions_note"],
        "Båda prövar arbete med coach.",
        "Posternas summa",
    ):
        assert said in text_of(html)
    assert NUMBER not in html


def test_verdicts_are_told_by_icon_and_word():
    html = protocol_html(paper(), 0, False, "sv")
    found = re.findall(r'<span class="verdict (\w+)"><svg.*?</svg><span>([^<]+)</span>', html)
    assert len(found) == 22
    assert {("met", "Uppfyllt"), ("not_met", "Inte uppfyllt"), ("unclear", "Oklart")} <= set(found)


def test_criteria_are_grouped_and_the_worst_come_first_when_asked():
    def heads(worst_first):
        html = protocol_html(paper(), 0, worst_first, "sv").partition('class="criteria"')[2]
        return re.findall(r'<section class="group"><h3>([^<]+)</h3>', html)

    assert heads(False) == ["Målgrupp", "Syfte", "Prioritering", "Ekonomi", "Form"]
    assert heads(True) == ["Inte uppfyllt", "Oklart", "Uppfyllt", "Gäller inte här"]


def test_a_criterion_leads_to_the_same_evidence_in_either_order():
    place = next(place for place, one in enumerate(paper().findings) if one.criterion.id == "E1")
    for worst_first in (False, True):
        html = protocol_html(paper(), 0, worst_first, "sv")
        assert re.search(rf'id="finding-{place}"[^>]*>.*?E1 Budgeten går ihop', html)


def test_an_earlier_decision_is_told_and_leads_to_its_sheet():
    html = protocol_html(paper(), 0, False, "en").partition('class="likened"')[2]
    assert "Ljuset, 2025 (år), beviljat: Medel i ett år. Skäl: Många når arbete." in html
    assert 'data-act="sheet" data-name="Ljuset"' in html
    assert 'All about <span lang="sv">Ljuset</span> in the register' in html
    (one,) = paper().likened
    bare = replace(paper(), likened=(replace(one, decided="", initiative=""),))
    assert "data-act" not in protocol_html(bare, 0, False, "sv")


def test_what_is_not_there_is_left_out():
    bare = replace(paper(), notices=(), instructions=(), likened=(), owner="", corpus="")
    html = protocol_html(bare, 0, False, "sv")
    for key in ("notices", "instructions", "likened", "owner", "corpus_version"):
        assert f">{SWEDISH[key]}<" not in html


def test_markup_in_a_draft_is_shown_as_text():
    (one,) = papers(1, titles=[ATTACK])
    said = one.findings[0]
    bad = replace(
        one,
        file=ATTACK,
        owner=ATTACK,
        reasons=(ATTACK,),
        instructions=(ATTACK,),
        text=ATTACK,
        findings=(replace(said, words=(ATTACK,), why=ATTACK, question=ATTACK, source=ATTACK, citation=None),),
    )
    made = pile(bad, ATTACK)
    made.items.append(Item(ATTACK, text="x"))
    pages = [
        pile_html(made, "sv"),
        protocol_html(bad, 0, False, "sv"),
        comparison_html(compare([bad]), "sv"),
        finding_html(bad, 0, None, "sv", DAY),
    ]
    for html in pages:
        assert "<script" not in html
        assert "<img" not in html
        assert "&lt;script&gt;" in html


def test_a_comparison_shows_the_running_sum_and_where_it_does_not_suffice():
    html = comparison_html(compare(papers(700_000, 200_000, 400_000)), "sv")
    said = text_of(html).replace("\u00a0", " ")
    assert "från och med nummer 3" in said
    assert "1 300 000 kr -300 000 kr räcker inte" in said
    assert html.count(">räcker inte<") == 1
    assert html.count('data-do="move"') == 2
    assert SWEDISH["order"] in said


def test_a_comparison_has_drafts_as_columns_and_criteria_as_rows():
    html = comparison_html(compare([paper(), *papers(1)]), "sv").partition('class="table-frame matrix"')[2]
    assert re.findall(r'<th scope="col"[^>]*>([^<]+)<', html) == ["Kriterium", "Ljusa steg", "A"]
    assert re.findall(r'<span class="file">([^<]+)<', html) == ["ljusa-steg.md", "A.md"]
    assert html.count('<th scope="row"') == 22
    assert html.count('class="verdict ') == 44


def test_the_view_speaks_english_around_swedish_words():
    html = protocol_html(paper(), 0, False, "en")
    assert "Proposal: Needs completing" in html
    assert ENGLISH["person_decides"] in html
    assert f'<blockquote lang="sv">{GOAL}' in html


def test_a_models_remark_stands_under_words_and_icon_that_say_whose_it_is():
    advised = paper(protocol(draft(ADVISED)))
    for language, words in (("sv", SWEDISH), ("en", ENGLISH)):
        html = protocol_html(advised, 0, False, language)
        remarks = re.findall(r'<div class="remark"><svg.*?</svg>(.*?)</blockquote>', html)
        assert [words["remark"].split()[0] in text_of(one).replace("&#x27;", "'") for one in remarks] == [True, True]
        assert DOUBT in remarks[0]
        assert POINT in remarks[1]
        assert "&lt;i&gt;" in html
        assert "Språkmodellen prov:modell på den här datorn har läst utkastet." in html
        assert NUMBER not in html


def test_the_place_that_a_model_points_at_is_marked_in_the_draft_and_told_apart():
    advised = paper(protocol(draft(ADVISED)))
    doubted = finding_html(advised, 0, None, "sv", DAY)
    assert f"<mark>{HOME}</mark>" in doubted
    assert f"<mark>{DOUBT}</mark>" in doubted
    assert SWEDISH["marked_both"] in doubted
    place = next(at for at, one in enumerate(advised.findings) if one.criterion.id == "P2")
    assert SWEDISH["marked_pointed"] in finding_html(advised, place, None, "sv", DAY)
    assert SWEDISH["marked_both"] not in finding_html(paper(), 0, None, "sv", DAY)


def test_a_comparison_says_what_only_a_model_makes_unclear():
    html = comparison_html(compare([paper(), paper(protocol(draft(ADVISED)))]), "sv")
    assert "M1 oklart bara enligt språkmodellen" in html
    assert SWEDISH["remark"] in html
    assert SWEDISH["remark"] not in comparison_html(compare([paper()]), "sv")
