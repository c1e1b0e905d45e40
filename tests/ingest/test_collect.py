"""Folders become documents: what is taken, what is passed over and why, and what need not be read again."""

from __future__ import annotations

from pathlib import Path

import pytest

from ingest import readers
from ingest.collect import Collection, collect
from ingest.errors import CatalogueError, IngestError
from ingest.model import Reading

ENTRY = """
[[document]]
id = "{id}"
file = "{file}"
title = "Plan för Avesunds samordningsförbund"
association = "avesund"
type = "verksamhetsplan"
form = "{form}"
retired = {retired}
"""


def _write(path: Path, text: str = "# Plan\n\nFörbundet prövar nya arbetssätt.\n") -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def _entry(id: str, file: str, form: str = "original", retired: str = "false") -> str:
    return ENTRY.format(id=id, file=file, form=form, retired=retired)


def _ids(found: Collection) -> list[str]:
    return [document.id for document in found.documents]


def test_all_kinds_in_all_folders_are_found(tmp_path: Path) -> None:
    _write(tmp_path / "b.md")
    _write(tmp_path / "a.TXT", "Förbundets plan\n\nFörbundet prövar nya arbetssätt.\n")
    _write(tmp_path / "under" / "djupt" / "c.html", "<h1>Plan</h1><p>Förbundet prövar nya arbetssätt.</p>")
    found = collect([tmp_path], {})
    assert _ids(found) == ["a", "b", "c"]
    assert found.fresh == {"a", "b", "c"}
    assert [file.path for file in found.files] == ["a.TXT", "b.md", "under/djupt/c.html"]
    assert found.problems == ()
    assert all(document.passages for document in found.documents)


def test_the_catalogue_names_documents(tmp_path: Path) -> None:
    _write(tmp_path / "fil.md")
    _write(tmp_path / "under" / "annan.md")
    _write(tmp_path / "sources.toml", _entry("avesund-plan", "fil.md") + _entry("avesund-bilaga", "under/annan.md"))
    found = collect([tmp_path], {})
    assert _ids(found) == ["avesund-plan", "avesund-bilaga"]
    assert found.documents[0].source.title == "Plan för Avesunds samordningsförbund"
    assert found.documents[0].source.guessed == ()


def test_without_an_entry_the_source_is_guessed(tmp_path: Path) -> None:
    _write(tmp_path / "vp.md", "# Verksamhetsplan 2031\n\nSamordningsförbundet Avesund prövar nya arbetssätt.\n")
    (source,) = (document.source for document in collect([tmp_path], {}).documents)
    assert (source.id, source.title, source.year) == ("vp", "Verksamhetsplan 2031", 2031)
    assert "title" in source.guessed


def test_retired_documents_are_left_out(tmp_path: Path) -> None:
    _write(tmp_path / "ny.md")
    _write(tmp_path / "gammal.md")
    _write(tmp_path / "sources.toml", _entry("gammal", "gammal.md", retired="true"))
    assert _ids(collect([tmp_path], {})) == ["ny"]


def test_hidden_files_are_passed_over_and_links_are_told_of(tmp_path: Path) -> None:
    _write(tmp_path / "a.md")
    _write(tmp_path / ".dold.md")
    _write(tmp_path / ".git" / "b.md")
    _write(tmp_path / "~$a.docx")
    (tmp_path / "lank.md").symlink_to(tmp_path / "a.md")
    (tmp_path / "mapp").symlink_to(tmp_path, target_is_directory=True)
    found = collect([tmp_path], {})
    assert _ids(found) == ["a"]
    assert sorted(problem.split()[0] for problem in found.problems) == ["lank.md", "mapp"]


def test_files_of_other_kinds_are_told_of_in_one_sentence(tmp_path: Path) -> None:
    _write(tmp_path / "a.md")
    for name in ("bild.png", "ark.xlsx"):
        _write(tmp_path / name)
    (problem,) = collect([tmp_path], {}).problems
    assert "ark.xlsx, bild.png" in problem


def test_an_entry_without_its_file_is_told_of(tmp_path: Path) -> None:
    _write(tmp_path / "a.md")
    _write(tmp_path / "sources.toml", _entry("saknas", "saknas.pdf"))
    (problem,) = collect([tmp_path], {}).problems
    assert "saknas.pdf" in problem


def test_one_unreadable_file_stops_no_other(tmp_path: Path) -> None:
    _write(tmp_path / "a.md")
    (tmp_path / "tom.txt").write_bytes(b"")
    (tmp_path / "trasig.pdf").write_bytes(b"%PDF-1.7\ntrasig")
    found = collect([tmp_path], {})
    assert _ids(found) == ["a"]
    assert len(found.problems) == 2
    assert all(name in problem for name, problem in zip(("tom.txt", "trasig.pdf"), found.problems, strict=True))


def test_documents_of_which_none_can_be_read_are_an_error(tmp_path: Path) -> None:
    """Its text names the first three of them."""
    for name in ("a.txt", "b.txt", "c.txt", "d.txt"):
        _write(tmp_path / name, "")
    with pytest.raises(IngestError, match=r"kunde läsas.*a\.txt.*b\.txt.*c\.txt") as caught:
        collect([tmp_path], {})
    assert "d.txt" not in str(caught.value)


def test_pages_that_cannot_be_read_are_no_text(tmp_path: Path) -> None:
    _write(tmp_path / "skannad.pdf")
    with pytest.raises(IngestError, match="Sidan 1 är en inskannad bild"):
        collect([tmp_path], {}, read=lambda path: Reading((), unread=("Sidan 1 är en inskannad bild.",)))


@pytest.mark.parametrize("originals_first", [True, False])
def test_the_original_goes_before_a_restatement(tmp_path: Path, originals_first: bool) -> None:
    """Whichever folder is named first."""
    folders = [tmp_path / "egna", tmp_path / "original"]
    for folder, form in zip(folders, ("omskrivning", "original"), strict=True):
        _write(folder / "plan.md", f"# Plan\n\nDetta är en {form}.\n")
        _write(folder / "sources.toml", _entry("plan", "plan.md", form))
    found = collect(folders[::-1] if originals_first else folders, {})
    assert _ids(found) == ["plan"]
    assert "original" in found.documents[0].text
    assert len(found.problems) == 1
    assert "samma id" in found.problems[0]


def test_of_two_alike_the_later_is_taken(tmp_path: Path) -> None:
    first = _write(tmp_path / "a" / "plan.md", "# Plan\n\nDen första.\n")
    _write(tmp_path / "b" / "plan.md", "# Plan\n\nDen andra.\n")
    found = collect([tmp_path / "a", tmp_path / "b"], {})
    assert "andra" in found.documents[0].text
    assert len(found.documents) == 1
    assert first.name in found.problems[0]


def test_an_unreadable_original_leaves_its_restatement(tmp_path: Path) -> None:
    _write(tmp_path / "egna" / "plan.md")
    _write(tmp_path / "egna" / "sources.toml", _entry("plan", "plan.md", "omskrivning"))
    _write(tmp_path / "original" / "plan.md", "")
    found = collect([tmp_path / "egna", tmp_path / "original"], {})
    assert _ids(found) == ["plan"]
    assert len(found.problems) == 1


def test_an_unchanged_file_is_not_read_again(tmp_path: Path) -> None:
    _write(tmp_path / "a.md")
    _write(tmp_path / "b.md", "# Budget\n\nRamen höjs.\n")
    first = collect([tmp_path], {})
    known = {
        file.identity: lambda document=document: document
        for file, document in zip(first.files, first.documents, strict=True)
    }
    read: list[str] = []

    def reader(path: Path) -> Reading:
        read.append(path.name)
        return readers.read(path)

    _write(tmp_path / "b.md", "# Budget\n\nRamen sänks.\n")
    second = collect([tmp_path], known, read=reader)
    assert read == ["b.md"]
    assert second.fresh == {"b"}
    assert second.documents[0] is first.documents[0]
    _write(tmp_path / "sources.toml", _entry("a", "a.md"))
    assert collect([tmp_path], known, read=reader).fresh == {"a", "b"}


def test_progress_is_told(tmp_path: Path) -> None:
    for name in ("a.md", "b.md"):
        _write(tmp_path / name)
    steps: list[tuple[str, int, int]] = []
    collect([tmp_path], {}, progress=lambda *step: steps.append(step))
    assert steps == [("Läser", 0, 2), ("Läser", 1, 2), ("Läser", 2, 2)]


def test_a_folder_that_is_named_twice_is_read_once(tmp_path: Path) -> None:
    """As such, or as a part of another."""
    _write(tmp_path / "a.md")
    _write(tmp_path / "under" / "b.md")
    found = collect([tmp_path, tmp_path / "under" / "..", tmp_path / "under"], {})
    assert _ids(found) == ["a", "b"]
    assert found.problems == ()


@pytest.mark.parametrize("content", [None, "bild.png"])
def test_a_folder_without_documents_is_an_error(tmp_path: Path, content: str | None) -> None:
    if content:
        _write(tmp_path / content)
    with pytest.raises(IngestError, match="Inga dokument"):
        collect([tmp_path], {})


@pytest.mark.parametrize(("name", "words"), [("saknas", "finns inte"), ("fil.md", "är ingen mapp")])
def test_a_folder_that_is_none_is_an_error(tmp_path: Path, name: str, words: str) -> None:
    _write(tmp_path / "fil.md")
    with pytest.raises(IngestError, match=words):
        collect([tmp_path / name], {})


def test_a_broken_catalogue_is_an_error(tmp_path: Path) -> None:
    _write(tmp_path / "a.md")
    _write(tmp_path / "sources.toml", "[[document]\n")
    with pytest.raises(CatalogueError):
        collect([tmp_path], {})
