"""Passages are found within the scope, by words, synonyms and time, and cross the border as LangChain's documents."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from langchain_core.callbacks import CallbackManagerForRetrieverRun
from langchain_core.documents import Document
from langchain_core.retrievers import BaseRetriever
from langchain_core.runnables import RunnableLambda
from numpy.typing import NDArray

from assistant.answering.answerer import Answerer
from assistant.answers import Scope
from assistant.glossary import Glossary
from assistant.library import Library
from assistant.retrieval import IN_FORCE_LIFT, SPARE, Hit, PassageRetriever, Searcher
from ingest.model import Source

PLAN_2025, PLAN_2027 = "malmo-verksamhetsplan-2025", "malmo-verksamhetsplan-2027"


def documents(hits: list[Hit]) -> list[str]:
    return [hit.document.id for hit in hits]


@pytest.mark.parametrize(
    ("question", "document", "words"),
    [
        ("Hur mycket får Landgången?", PLAN_2027, "Landgången"),
        ("Hur många anställda har kansliet i Granby?", "granby-verksamhetsplan-2027", "två anställda"),
        ("Hur många ledamöter har styrelsen?", "lag-2021-500", "åtta ledamöter"),
        ("promenader vid kanalen", "granby-rapport-2024", "promenaderna"),
    ],
)
def test_the_passage_is_found_first(searcher: Searcher, question: str, document: str, words: str) -> None:
    first = searcher.search(question)[0]
    assert first.document.id == document
    assert words in first.text


def test_hits_are_passages_best_first(searcher: Searcher) -> None:
    """Distinct passages with falling scores above 0; ``text`` is the document's own between the offsets."""
    hits = searcher.search("Vilken målgrupp har förbundet?", 20)
    assert len(hits) > 3
    scores = [hit.score for hit in hits]
    assert scores == sorted(scores, reverse=True)
    assert scores[-1] > 0
    assert len({(hit.document.id, hit.ordinal) for hit in hits}) == len(hits)
    for hit in hits:
        assert hit.text == hit.document.text[hit.passage.start : hit.passage.end]


@pytest.mark.parametrize("k", [1, 2, 5, 1000])
def test_no_more_than_k(searcher: Searcher, k: int) -> None:
    hits = searcher.search("budget för insatser", k)
    assert 1 <= len(hits) <= k
    assert documents(hits) == documents(searcher.search("budget för insatser", 1000))[:k]


SCOPES = st.builds(
    Scope,
    st.frozensets(st.sampled_from(["malmo", "granby", "riket", "annan"]), max_size=2),
    st.frozensets(st.sampled_from(["lag", "verksamhetsplan", "rapport", "webb"]), max_size=2),
    st.frozensets(st.sampled_from([2021, 2024, 2025, 2027, 1999]), max_size=2),
)
QUESTIONS = st.one_of(
    st.sampled_from(["Vilken målgrupp har förbundet?", "budget", "Sjömärket", "styrelsen ansökan kansliet AF"]),
    st.text(max_size=60),
)


@given(question=QUESTIONS, scope=SCOPES, k=st.integers(1, 40), years=st.lists(st.integers(2020, 2028), max_size=2))
def test_nothing_outside_the_scope(
    searcher: Searcher, library: Library, question: str, scope: Scope, k: int, years: list[int]
) -> None:
    """Whatever is asked, every passage lies within."""
    hits = searcher.search(question, k, scope, years)
    assert len(hits) <= k
    assert all(library.within(hit.document.source, scope) for hit in hits)


@pytest.mark.parametrize("question", ["", " ", "😀", "?!", "xyzzy", "\ud83d", "\x00", "a" * 5000])
def test_odd_questions_find_little_and_fail_never(searcher: Searcher, question: str) -> None:
    assert len(searcher.search(question, 5)) <= 5


def test_the_year_asked_about_is_lifted(searcher: Searcher) -> None:
    """The same words, another year, another plan first."""
    scope = Scope(frozenset({"malmo"}))
    for year, plan in ((2025, PLAN_2025), (2027, PLAN_2027)):
        assert documents(searcher.search("Vad är budgeten för Kompassen?", 3, scope, [year]))[0] == plan


def test_a_year_lifts_only_documents_of_that_year(searcher: Searcher) -> None:
    plain = {(hit.document.id, hit.ordinal): hit.score for hit in searcher.search("målgrupp", 50, years=[1999])}
    lifted = {(hit.document.id, hit.ordinal): hit.score for hit in searcher.search("målgrupp", 50, years=[2025])}
    assert plain.keys() == lifted.keys()
    changed = {document for (document, ordinal), score in lifted.items() if score > plain[document, ordinal] + 1e-6}
    assert changed == {PLAN_2025}


def test_what_is_in_force_is_lifted(searcher: Searcher) -> None:
    """Without a year the plan that holds comes before the older one of the same wording."""
    found = documents(searcher.search("När lämnas en ansökan till kansliet?", 5, Scope(frozenset({"malmo"}))))
    assert found.index(PLAN_2027) < found.index(PLAN_2025)


def test_synonyms_of_the_glossary(library: Library, glossary: Glossary) -> None:
    """A word that no document holds finds the passage by its other name, below the name itself."""
    scope = Scope(frozenset({"malmo"}))
    with_it = Searcher(library, glossary).search("smärtproblematik", 3, scope)
    without = Searcher(library, Glossary(())).search("smärtproblematik", 3, scope)
    assert with_it
    assert "långvarig värk" in " ".join(with_it[0].text.split())
    assert not any("långvarig värk" in " ".join(hit.text.split()) for hit in without[:1])


def test_langchain_documents(searcher: Searcher) -> None:
    """The retriever gives the search's passages in order, with all that leads back to them."""
    retriever = PassageRetriever(searcher=searcher, k=3)
    found = retriever.invoke("Hur mycket får Landgången?")
    hits = searcher.search("Hur mycket får Landgången?", 3)
    assert len(found) == 3
    assert all(isinstance(one, Document) for one in found)
    assert [one.id for one in found] == [f"{hit.document.id}#{hit.ordinal}" for hit in hits]
    assert [one.page_content for one in found] == [hit.text for hit in hits]
    first = found[0].metadata
    assert set(first) == {
        *("document", "ordinal", "title", "year", "association", "type"),
        *("section", "page", "start", "end", "score"),
    }
    assert (first["document"], first["year"], first["association"]) == (PLAN_2027, 2027, "malmo")
    assert first["section"].endswith("3. Budget")
    assert hits[0].document.text[first["start"] : first["end"]] == found[0].page_content


def test_the_retriever_takes_scope_years_and_k(searcher: Searcher) -> None:
    retriever = PassageRetriever(searcher=searcher)
    found = retriever.invoke("målgrupp", k=2, scope=Scope(frozenset({"granby"})), years=[2024])
    assert 1 <= len(found) <= 2
    assert {one.metadata["association"] for one in found} == {"granby"}


def test_the_retriever_is_part_of_a_chain(searcher: Searcher) -> None:
    chain = PassageRetriever(searcher=searcher, k=2) | RunnableLambda(lambda found: len(found))
    assert chain.invoke("målgrupp") == 2
    assert chain.batch(["målgrupp", "budget"]) == [2, 2]


class _Fixed(BaseRetriever):
    """A retriever of somebody else's, that always finds the same passages."""

    found: list[Document]
    asked: list[str]

    def _get_relevant_documents(self, query: str, *, run_manager: CallbackManagerForRetrieverRun) -> list[Document]:
        self.asked.append(query)
        return self.found


def test_another_retriever_can_be_put_in(library: Library, glossary: Glossary, searcher: Searcher) -> None:
    """Answers then rest on what it finds, and on nothing else."""
    granby = Scope(frozenset({"granby"}))
    found = [hit.as_langchain() for hit in searcher.search("Hur många anställda har kansliet i Granby?", 3, granby)]
    retriever = _Fixed(found=found, asked=[])
    answer = Answerer(library, glossary, retriever).answer("Hur många anställda har kansliet i Granby?")
    assert retriever.asked
    assert not answer.abstained
    assert {one.document for one in answer.citations} <= {one.metadata["document"] for one in found}
    empty = Answerer(library, glossary, _Fixed(found=[], asked=[]))
    assert empty.answer("Hur många anställda har kansliet i Granby?").abstained


@pytest.mark.parametrize("each", [1, 2])
def test_every_document_of_the_scope_may_be_represented(searcher: Searcher, each: int) -> None:
    """After the best passages, in the order of their scores, and by no document outside the scope."""
    scope = Scope(frozenset({"malmo", "riket"}))
    within = {source.id for source in searcher.library.sources if searcher.library.within(source, scope)}
    best = searcher.search("Landgången", 3, scope)
    found = searcher.search("Landgången", 3, scope, each=each)
    assert found[: len(best)] == best
    assert set(documents(found)) == within
    counts = [documents(found).count(id) for id in within]
    passages = [len(searcher.library.document(id).passages) for id in within]
    assert all(count >= min(each, most) for count, most in zip(counts, passages, strict=True))
    rest = [hit.score for hit in found[len(best) :]]
    assert rest == sorted(rest, reverse=True)


class _Vectors:
    """A dense half in the place of the library's, of which every passage is as near as it is told to be."""

    def __init__(self, library: Library, near: dict[int, float], monkeypatch: pytest.MonkeyPatch) -> None:
        self.near = near
        self.sought = 0
        self.compared = 0
        monkeypatch.setattr(library, "nearest", self._nearest)
        monkeypatch.setattr(library, "similarities", self._similarities)

    def _nearest(self, text: str, k: int, scope: Scope) -> list[tuple[int, float]]:
        self.sought += 1
        return sorted(self.near.items(), key=lambda one: -one[1])[:k]

    def _similarities(self, text: str, rows: NDArray[np.intp]) -> NDArray[np.float32]:
        self.compared += 1
        return np.array([self.near.get(row, 0.0) for row in rows.tolist()], dtype=np.float32)


def test_vectors_find_what_words_do_not(searcher: Searcher, library: Library, monkeypatch: pytest.MonkeyPatch) -> None:
    """A question whose words no document holds; a passage that lies near, and one that is as far as can be."""
    assert searcher.search("xyzzy", 5) == []
    near, far = 3, 5
    _Vectors(library, {near: 0.9, far: -0.9}, monkeypatch)
    (hit,) = searcher.search("xyzzy", 5)
    assert (hit.source, hit.ordinal) == library.place(near)


def test_words_that_find_enough_need_no_vectors(
    searcher: Searcher, library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Vectors are asked as soon as a passage without a word of the question could be among the best, not before."""
    question = "Vilken målgrupp har förbundet?"
    monkeypatch.setattr(library, "dense_weight", 0.0)
    least = searcher.search(question, 3 + SPARE)[-1].score
    plain = searcher.search(question, 3)
    without = np.flatnonzero(library.lexical.scores([(question, 1.0)]) == 0).tolist()
    vectors = _Vectors(library, dict.fromkeys(without, 1.0), monkeypatch)
    monkeypatch.setattr(library, "dense_weight", 0.99 * least / IN_FORCE_LIFT)
    assert searcher.search(question, 3) == plain
    assert (vectors.sought, vectors.compared) == (0, 0)
    monkeypatch.setattr(library, "dense_weight", 1.01 * least / IN_FORCE_LIFT)
    searcher.search(question, 3)
    assert (vectors.sought, vectors.compared) == (1, 1)
    monkeypatch.setattr(library, "dense_weight", 10.0)
    assert {_place(hit) for hit in searcher.search(question, 3)} <= {library.place(row) for row in without}


def test_a_model_of_language_orders_what_words_find(
    searcher: Searcher, library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Even when words find enough: of two passages the nearer goes first."""
    question = "Vilken målgrupp har förbundet?"
    monkeypatch.setattr(library, "dense_weight", 0.02)
    plain = searcher.search(question, 3)
    second = next(row for row in range(len(library.document_of)) if library.place(row) == _place(plain[1]))
    vectors = _Vectors(library, {second: 1.0}, monkeypatch)
    assert searcher.search(question, 3) == plain
    monkeypatch.setattr(library, "dense_reorders", True)
    monkeypatch.setattr(library, "dense_weight", 0.02 + plain[0].score - plain[1].score)
    assert _place(searcher.search(question, 3)[0]) == _place(plain[1])
    assert vectors.compared


def _place(hit: Hit) -> tuple[Source, int]:
    return hit.source, hit.ordinal
