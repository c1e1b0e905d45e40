"""The lexical index finds Swedish words, their inflections and parts of compounds."""

from __future__ import annotations

import json
import math
from pathlib import Path

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from numpy.typing import NDArray
from scipy.sparse import csc_array

from ingest import features, lexical
from ingest.lexical import Lexical, Lifts
from ingest.postings import Postings
from ingest.ranking import best

SHARED = Path(__file__).resolve().parents[2].parent / "shared"

TEXTS = [
    "Förbundet finansierar insatser för unga som varken arbetar eller studerar.",
    "Styrelsen har sju ledamöter och sammanträder fyra gånger om året.",
    "Kommunens arbetsmarknadsenhet tar emot deltagare med försörjningsstöd.",
    "Revisorerna granskar årsredovisningen.",
]


def _index(folder: Path, texts: list[str], contexts: list[str] | None = None) -> Lexical:
    lexical.build(features.count(texts), features.count(contexts or [""] * len(texts)), folder / "lexical")
    return lexical.load(folder / "lexical")


def _table(index: Lexical) -> NDArray[np.float32]:
    """All weights, shape (passages, features)."""
    postings = index.postings
    table = csc_array((postings.weights, postings.rows, postings.bounds), (postings.size, len(postings.features)))
    return np.asarray(table.toarray())


@pytest.mark.parametrize(
    ("question", "row"),
    [
        ("Hur många ledamöter har styrelsen?", 1),
        ("arbetsmarknad", 2),
        ("försörjningsstödet", 2),
        ("årsredovisningar", 3),
        ("INSATSER FÖR UNGA", 0),
    ],
)
def test_the_passage_comes_first(tmp_path: Path, question: str, row: int) -> None:
    scores = _index(tmp_path, TEXTS).scores([(question, 1.0)])
    assert scores.shape == (len(TEXTS),)
    assert scores.dtype == np.float32
    assert int(scores.argmax()) == row


@pytest.mark.parametrize("question", ["", "!?", "xyzzy", "😀"])
def test_nothing_known_scores_nothing(tmp_path: Path, question: str) -> None:
    assert not _index(tmp_path, TEXTS).scores([(question, 1.0)]).any()


def test_no_terms_score_nothing(tmp_path: Path) -> None:
    assert not _index(tmp_path, TEXTS).scores([]).any()


def test_scores_are_the_formula(tmp_path: Path) -> None:
    """BM25 of one word of three letters, which has neither grams nor an ending, worked out by hand."""
    texts = ["ung ung mil", "ung", "gul bil gul bil"]
    index = _index(tmp_path, texts)
    idf = math.log(1 + (3 - 2 + 0.5) / (2 + 0.5))
    lengths, counts = np.array([3, 1, 4]), np.array([2, 1, 0])
    saturation = 1.2 * (1 - 0.75 + 0.75 * lengths / lengths.mean())
    weights = idf * counts * 2.2 / (counts + saturation)
    table = _table(index)
    for column in np.flatnonzero(np.diff(index.postings.bounds) == 2):
        assert np.allclose(table[:, column], weights)
    assert np.allclose(index.scores([("ung", 1.0)]), weights / (2.2 * idf))


def test_scores_are_the_sum_over_all_features(tmp_path: Path) -> None:
    """As the whole table of weights gives them, for a question whose words count differently."""
    index = _index(tmp_path, TEXTS)
    terms = [("styrelsens insatser", 1.0), ("ledamöter i styrelsens xyzzy", 0.5)]
    expected = np.zeros(len(TEXTS))
    for name, first in (("grams", 0), ("stems", lexical.STEMS)):
        given = np.zeros(2 * features.SPACE)
        for text, weight in reversed(terms):
            given[first + getattr(features.count([text]), name).indices] = weight
        many = np.zeros(2 * features.SPACE)
        many[index.postings.features] = np.diff(index.postings.bounds)
        most = (lexical.idf(many, len(TEXTS)) * (given == 1)).sum() * (lexical.K1 + 1)
        expected += lexical.MIX[name] * (_table(index) @ given[index.postings.features]) / most
    assert np.allclose(index.scores(terms), expected, atol=1e-6)


def test_the_passages_that_hold_a_feature(tmp_path: Path) -> None:
    index = _index(tmp_path, TEXTS)
    assert [index.holding(words[0].stem or 0) for words in map(features.words, ("styrelse", "xyzzy"))] == [1, 0]


def test_a_synonym_adds_but_less_than_the_word_itself(tmp_path: Path) -> None:
    index = _index(tmp_path, ["Stödet till bilen dröjer", "Stödet till fordonet dröjer", "Stödet till båten dröjer"])
    car, vehicle, boat = index.scores([("bilen", 1.0), ("fordonet", 0.3)])
    assert car > vehicle > boat == 0


def test_a_synonym_that_repeats_the_question_changes_nothing(tmp_path: Path) -> None:
    index = _index(tmp_path, TEXTS)
    plain = index.scores([("styrelsens ledamöter", 1.0)])
    assert np.allclose(plain, index.scores([("styrelsens ledamöter", 1.0), ("ledamöter", 0.3)]))


def test_the_context_counts_less_than_the_text(tmp_path: Path) -> None:
    texts = ["Budget för året", "Något helt annat", "Ett tredje stycke"]
    contexts = ["Plan", "Budget för året", "Plan"]
    text, context, neither = _index(tmp_path, texts, contexts).scores([("budget för året", 1.0)])
    assert text > context > neither


def test_an_index_of_nothing(tmp_path: Path) -> None:
    assert _index(tmp_path, []).scores([("styrelsen", 1.0)]).shape == (0,)


def test_passages_without_words(tmp_path: Path) -> None:
    scores = _index(tmp_path, ["---", "styrelsen"]).scores([("styrelsen", 1.0)])
    assert scores[1] > scores[0] == 0


WORDS = ("insats", "insatser", "samverkan", "samverka", "mål", "målgrupp", "styrelse", "bil", "bilar", "och", "för")
"""Few and akin, so that most columns are shared by many passages."""


def _agree(index: Lexical, terms: list[tuple[str, float]], k: int, lifts: NDArray[np.float32]) -> None:
    """The best are those that all scores give, with the same scores; of two as good either may be the last."""
    scores = index.scores(terms)
    lifted = scores * lifts
    expected = [row for row in best(lifted, k) if lifted[row] > 0]
    rows, found = index.weigh(terms).best(k, Lifts.of(lifts))
    assert len(set(rows.tolist())) == len(rows) == len(expected)
    assert np.allclose(found, scores[rows], atol=1e-6)
    assert np.allclose(lifted[rows], lifted[expected], atol=1e-6)


@pytest.mark.parametrize("most", [0, 10**9], ids=["walked", "looked_up"])
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(st.data())
def test_the_best_are_those_of_all_scores(
    tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch, most: int, data: st.DataObject
) -> None:
    """Whatever the texts, the question and the lifts: columns left out change nothing."""
    monkeypatch.setattr("ingest.postings.LONG", 2)
    monkeypatch.setattr("ingest.lexical.LEFT", data.draw(st.sampled_from([0.0, 0.1, 0.4, 1.0])))
    monkeypatch.setattr("ingest.lexical.MOST", most)
    text = st.lists(st.sampled_from(WORDS), max_size=12).map(" ".join)
    texts = data.draw(st.lists(text, min_size=1, max_size=80))
    index = _index(tmp_path_factory.mktemp("lexical"), texts)
    terms = [(data.draw(text), 1.0), (data.draw(text), 0.3)]
    lifts = data.draw(st.lists(st.sampled_from([0.0, 0.6, 1.0, 1.5]), min_size=len(texts), max_size=len(texts)))
    _agree(index, terms, data.draw(st.integers(1, 12)), np.array(lifts, dtype=np.float32))
    rows = data.draw(st.lists(st.integers(0, len(texts) - 1)).map(lambda rows: np.array(rows, dtype=np.intp)))
    assert np.allclose(index.weigh(terms).scores(rows), index.scores(terms)[rows], atol=1e-6)


def test_among_many_passages_few_entries_are_walked_through(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """And yet the best are the same, for questions of rare and of common words, within a part and within all."""
    chance = np.random.default_rng(0)
    common = [f"{a}{b}" for a in ("arbete", "samverkan", "kommun") for b in ("", "n", "s", "plan", "mål", "stöd")]
    rare = [f"{a}{b}{c}" for a in common for b in ("sven", "berg", "lund") for c in range(60)]
    chosen = [(chance.choice(common, 12), chance.choice(rare, 3)) for _ in range(9000)]
    index = _index(tmp_path, [" ".join([*some, *others]) for some, others in chosen])
    walked: list[int] = []
    walk = Postings.walk

    def counting(self: Postings, columns: NDArray[np.intp], factors: NDArray[np.float32]) -> NDArray[np.float32]:
        walked.append(int(self.lengths(columns).sum()))
        return walk(self, columns, factors)

    monkeypatch.setattr(Postings, "walk", counting)
    shares = []
    for number in range(30):
        words = [*chance.choice(common, 4), *chance.choice(rare, number % 3)]
        lifts = chance.choice([0.0, 1.0, 1.15] if number % 2 else [0.6, 1.0, 1.15], 9000).astype(np.float32)
        walked.clear()
        _agree(index, [(" ".join(words), 1.0)], 10, lifts)
        every, *ours = walked
        shares.append(sum(ours) / every)
    assert np.median(shares) < 0.7


def test_a_missing_file_is_an_error(tmp_path: Path) -> None:
    _index(tmp_path, TEXTS)
    (tmp_path / "lexical" / "rows.npy").unlink()
    with pytest.raises(FileNotFoundError):
        lexical.load(tmp_path / "lexical")


def test_questions_about_texts_of_authorities(tmp_path: Path) -> None:
    """nDCG@10 is at least .88 on 1,189 questions."""
    folder = SHARED / "eval" / "retrieval"
    if not folder.is_dir():
        pytest.skip(f"{folder} finns inte")
    documents = [json.loads(line) for line in (folder / "docs.jsonl").read_text(encoding="utf-8").splitlines()]
    questions = [json.loads(line) for line in (folder / "queries.jsonl").read_text(encoding="utf-8").splitlines()]
    index = _index(tmp_path, [document["text"] for document in documents])
    ids = [document["id"] for document in documents]
    gains = []
    for question in questions:
        best = np.argsort(-index.scores([(question["text"], 1.0)]), kind="stable")[:10]
        found = [ids[row] in question["relevant"] for row in best]
        ideal = sum(1 / math.log2(place + 2) for place in range(min(10, len(question["relevant"]))))
        gains.append(sum(1 / math.log2(place + 2) for place, hit in enumerate(found) if hit) / ideal)
    assert len(gains) == 1189
    assert float(np.mean(gains)) >= 0.88
