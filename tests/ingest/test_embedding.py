"""The built-in embedder learns from the corpus which words keep company."""

from __future__ import annotations

import random
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest
from langchain_core.embeddings import Embeddings

from ingest import embedding
from ingest.embedding import DIMENSIONS, BuiltInEmbedder

TEXTS = [
    "Projektet ger stöd till unga vuxna på väg mot arbete och studier.",
    "Unga vuxna får stöd av en jobbcoach på väg mot arbete.",
    "Styrelsen fastställer budgeten vid sammanträdet i november.",
    "Budgeten fastställs av styrelsen vid höstens sammanträde.",
    "Vårdcentralen erbjuder samtal om smärta och stress.",
    "Smärta och stress behandlas i samtal på vårdcentralen.",
] * 5


@pytest.fixture(scope="module")
def trained() -> BuiltInEmbedder:
    return embedding.train(TEXTS)


def test_it_is_an_embeddings_of_langchain(trained: BuiltInEmbedder) -> None:
    assert isinstance(trained, Embeddings)
    assert len(trained.embed_query("stöd")) == trained.dimensions <= DIMENSIONS
    assert np.allclose(trained.embed_documents(TEXTS[:2]), trained.embed(TEXTS[:2]))


@pytest.mark.parametrize("text", ["stöd", "Stöd, stöd till unga VUXNA", "budgeten fastställs xyzzy", "i", "", "xyzzy"])
def test_a_question_is_embedded_as_a_passage_is(trained: BuiltInEmbedder, text: str) -> None:
    (vector,) = trained.embed([text])
    assert np.allclose(trained.embed_query(text), vector, atol=1e-6)


def test_rows_have_length_one(trained: BuiltInEmbedder) -> None:
    vectors = trained.embed(TEXTS)
    assert vectors.shape == (len(TEXTS), trained.dimensions)
    assert vectors.dtype == np.float32
    assert np.allclose(np.linalg.norm(vectors, axis=1), 1, atol=1e-5)


@pytest.mark.parametrize(("question", "row"), [("budgeten", 2), ("jobbcoachen", 1), ("smärtan", 4)])
def test_a_question_is_nearest_to_its_subject(trained: BuiltInEmbedder, question: str, row: int) -> None:
    similarities = trained.embed(TEXTS[:6]) @ np.array(trained.embed_query(question))
    assert int(similarities.argmax()) // 2 == row // 2


def test_other_words_of_the_same_subject_are_near(monkeypatch: pytest.MonkeyPatch) -> None:
    """Two words without a letter group in common are near when they keep the same company."""
    work = ["jobb", "praktik", "coach", "lön", "anställning", "arbetsgivare", "studier", "kurs"]
    care = ["smärta", "stress", "läkare", "samtal", "sömn", "medicin", "terapi", "vila"]
    subjects = random.Random(0)
    texts = [" ".join(subjects.sample(subject, 4)) for subject in (work, care) for _ in range(150)]
    monkeypatch.setattr(embedding, "DIMENSIONS", 2)
    model = embedding.train(texts)
    course, rest = model.embed(["kurs", "vila"])
    question = np.array(model.embed_query("jobb"))
    assert question @ course > question @ rest + 0.2


def test_an_unknown_text_has_length_zero(trained: BuiltInEmbedder) -> None:
    assert not any(trained.embed_query("xyzzy 😀"))
    assert not trained.embed(["", "!"]).any()


def test_the_same_texts_give_the_same_model(trained: BuiltInEmbedder) -> None:
    again = embedding.train(TEXTS)
    assert again.fingerprint == trained.fingerprint
    assert again.fingerprint != embedding.train(TEXTS[:4]).fingerprint
    assert np.array_equal(again.embed(TEXTS), trained.embed(TEXTS))


def test_saved_and_loaded_it_is_the_same(trained: BuiltInEmbedder, tmp_path: Path) -> None:
    trained.save(tmp_path / "embedder")
    again = embedding.load(tmp_path / "embedder")
    assert again.fingerprint == trained.fingerprint
    assert np.allclose(again.embed(TEXTS), trained.embed(TEXTS), atol=1e-6)


@pytest.mark.parametrize("texts", [[], [""], ["!", "?"], ["ett"], ["ett", "två"], ["samma text"] * 3])
def test_the_smallest_corpora_can_be_trained_on(texts: list[str], tmp_path: Path) -> None:
    small = embedding.train(texts)
    small.save(tmp_path / "embedder")
    vectors = embedding.load(tmp_path / "embedder").embed([*texts, "samma"])
    assert vectors.shape == (len(texts) + 1, small.dimensions)
    assert np.isfinite(vectors).all()


def test_torch_and_sklearn_are_not_needed_for_a_question(trained: BuiltInEmbedder, tmp_path: Path) -> None:
    trained.save(tmp_path / "embedder")
    script = (
        "import sys; from pathlib import Path; from ingest import embedding;"
        f"embedding.load(Path({str(tmp_path / 'embedder')!r})).embed_query('budget');"
        "heavy = {'torch', 'sklearn', 'transformers', 'chromadb'} & set(sys.modules);"
        "sys.exit(f'importerade {heavy}' if heavy else 0)"
    )
    home = Path(__file__).resolve().parents[2]
    done = subprocess.run([sys.executable, "-c", script], cwd=home, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
