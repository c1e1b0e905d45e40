"""A build reads what is new or changed, and keeps the rest."""

from __future__ import annotations

import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import msgspec
import numpy as np
import pytest

from ingest import readers
from ingest.build import Report, build
from ingest.errors import IndexMissing
from ingest.generation import SCHEMA, open_generation
from ingest.model import Reading
from ingest.probe import faults
from ingest.register import storage
from ingest.register.model import Money
from ingest.serving import stamp
from tests.ingest.builds import SUBJECTS, answers, opened, serving, write_plan


def test_what_is_built_is_found(corpus: Path, tmp_path: Path) -> None:
    report = build([corpus], tmp_path / "index")
    assert (report.documents, report.read, report.kept, report.removed) == (8, 8, 0, 0)
    assert report.passages >= 40
    assert all(answers(tmp_path / "index", subject) for subject in SUBJECTS)
    with opened(tmp_path / "index") as generation:
        assert faults(generation) == []
        assert len(generation.passages) == report.passages == generation.store.count()
        row = generation.row("revision#1")
        document = generation.document("revision")
        assert document.text[generation.passages.start[row] : generation.passages.end[row]].strip()
        assert generation.passage_ids()[row] == "revision#1"


def test_the_records_of_documents_are_kept_with_them_and_follow_them(corpus: Path, index: Path) -> None:
    write_plan(corpus, "budget", "Medlemsavgifterna för 2031 är 4 Mkr.")
    build([corpus], index)
    with opened(index) as generation:
        amounts = [one for one in generation.records if isinstance(one, Money)]
        assert {(one.place.document, one.sek) for one in amounts} == {("budget", 4_000_000)}
        assert (
            generation.document("budget").text[amounts[0].place.start : amounts[0].place.end] == amounts[0].place.quote
        )
        assert faults(generation) == []


def test_records_that_quote_another_text_are_a_fault(corpus: Path, index: Path) -> None:
    write_plan(corpus, "budget", "Medlemsavgifterna för 2031 är 4 Mkr.")
    build([corpus], index)
    with opened(index) as generation:
        (first, *_) = generation.records
        storage.save([replace(first, place=replace(first.place, start=first.place.start + 1))], generation.folder)
    with opened(index) as generation:
        assert "quotes another text" in faults(generation)[0]


def test_nothing_changed_leaves_the_index_alone(corpus: Path, index: Path) -> None:
    second = build([corpus], index)
    assert not second.is_new
    assert (second.read, second.kept, second.generation) == (0, 8, "g-000001")
    assert build([corpus], index, rebuild=True).is_new


def test_the_stamp_is_another_when_another_generation_serves(corpus: Path, index: Path, tmp_path: Path) -> None:
    assert stamp(tmp_path / "saknas") is None
    before = stamp(index)
    build([corpus], index)
    assert stamp(index) == before
    build([corpus], index, rebuild=True)
    assert before is not None
    assert stamp(index) != before


def test_nothing_changed_starts_no_process(corpus: Path, index: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("subprocess.Popen", lambda *arguments, **options: pytest.fail("startad"))
    assert not build([corpus], index).is_new


def test_the_processes_of_the_store_are_started_before_the_first_file_is_read(
    corpus: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """So that their imports take no time of their own."""
    steps: list[str] = []
    start = subprocess.Popen

    def started(arguments: list[str], **options: object) -> object:
        steps.append(arguments[-1])
        return start(arguments, **options)  # type: ignore[call-overload]

    def reader(path: Path) -> Reading:
        steps.append("läst")
        return readers.read(path)

    monkeypatch.setattr("subprocess.Popen", started)
    build([corpus], tmp_path / "index", read=reader)
    assert steps == ["ingest.fill", "ingest.probe", *["läst"] * len(SUBJECTS)]


def test_the_process_that_fills_the_store_imports_little() -> None:
    script = "import sys, ingest.fill; sys.exit(str({'scipy', 'langchain_core'} & set(sys.modules) or ''))"
    home = Path(__file__).resolve().parents[2]
    done = subprocess.run([sys.executable, "-c", script], cwd=home, capture_output=True, text=True, check=False)
    assert done.stderr.strip() == ""


def test_a_change_changes_only_its_own(corpus: Path, tmp_path: Path) -> None:
    """One file changed, one gone, one new: the others keep their texts and vectors, and are not read again."""
    index = tmp_path / "index"
    for number in range(20):
        write_plan(corpus, f"bilaga{number}")
    build([corpus], index)
    with opened(index) as before:
        vectors = np.array(before.vectors[before.row("samverkan#0") :][:5])
        fingerprint = before.manifest.embedder
    write_plan(corpus, "budget", "Ramen höjs med en påse guldmynt.")
    (corpus / "revision.md").unlink()
    write_plan(corpus, "välfärd")
    read: list[str] = []

    def reader(path: Path) -> Reading:
        read.append(path.stem)
        return readers.read(path)

    report = build([corpus], index, read=reader)
    assert sorted(read) == ["budget", "välfärd"]
    assert (report.read, report.kept, report.removed, report.documents) == (2, 26, 1, 28)
    with opened(index) as after:
        assert faults(after) == []
        assert after.manifest.embedder == fingerprint
        assert after.manifest.changed > 0
        assert np.array_equal(after.vectors[after.row("samverkan#0") :][:5], vectors)
        found = int(after.lexical.scores([("påse guldmynt", 1.0)]).argmax())
        assert after.sources[after.passages.document[found]].id == "budget"
        stored = {id for id, _ in after.store.query(after.vectors[0], 10_000)}
        assert stored == set(after.passage_ids())
        assert "revision" not in {source.id for source in after.sources}
        welfare = int(after.lexical.scores([("välfärd", 1.0)]).argmax())
        assert after.sources[after.passages.document[welfare]].id == "välfärd"


def test_many_changes_train_the_embedder_again(corpus: Path, index: Path) -> None:
    before = open_generation(index).manifest.embedder
    for subject in SUBJECTS[:4]:
        write_plan(corpus, subject, "Allting är nytt här.")
    build([corpus], index)
    with opened(index) as after:
        assert after.manifest.embedder != before
        assert after.manifest.changed == 0
        assert faults(after) == []


def test_the_last_generation_is_kept_and_older_ones_are_not(corpus: Path, index: Path) -> None:
    names = []
    for number in range(2):
        write_plan(corpus, "budget", f"Lydelse {number}.")
        names.append(build([corpus], index).generation)
    assert sorted(path.name for path in index.glob("g-*")) == names


def test_leftovers_of_a_killed_build_are_removed(corpus: Path, index: Path) -> None:
    (index / "g-000099" / "chroma").mkdir(parents=True)
    write_plan(corpus, "budget", "Nytt.")
    assert build([corpus], index).generation == "g-000100"
    assert len(list(index.glob("g-*"))) == 2


def test_an_unreadable_file_is_reported_and_the_rest_indexed(corpus: Path, tmp_path: Path) -> None:
    (corpus / "trasig.pdf").write_bytes(b"%PDF-1.7\n")
    report = build([corpus], tmp_path / "index")
    assert report.documents == 8
    assert len(report.problems) == 1
    assert open_generation(tmp_path / "index").manifest.problems == report.problems


def test_an_index_of_another_version_is_told_and_built_anew(corpus: Path, index: Path) -> None:
    path = index / serving(index) / "manifest.json"
    path.write_bytes(path.read_bytes().replace(b'"schema": %d' % SCHEMA, b'"schema": 2'))
    with pytest.raises(IndexMissing, match="annan version"):
        open_generation(index)
    assert build([corpus], index).read == 8
    assert answers(index, "budget")


def test_what_other_code_has_read_is_read_again(corpus: Path, index: Path) -> None:
    generation = open_generation(index)
    older = replace(generation.manifest, code="annan")
    (index / serving(index) / "manifest.json").write_bytes(msgspec.json.encode(older))
    assert build([corpus], index).read == 8


def test_an_index_that_has_lost_a_file_is_built_anew(corpus: Path, index: Path) -> None:
    (index / serving(index) / "vectors.npy").unlink()
    assert build([corpus], index).read == 8
    assert answers(index, "budget")


def test_a_report_counts(corpus: Path, tmp_path: Path) -> None:
    report = build([corpus], tmp_path / "index")
    assert isinstance(report, Report)
    assert report.seconds > 0
    assert report.tables == 0
