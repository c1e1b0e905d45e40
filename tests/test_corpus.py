"""The shipped corpus agrees with its catalogue, its criteria and itself."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from assistant.criteria import load as load_criteria
from ingest.canonical import write
from ingest.catalogue import NAME, Entry
from ingest.catalogue import load as load_catalogue
from ingest.ledger import Decision, Initiative, parse_records
from ingest.readers import read

CORPUS = Path(__file__).resolve().parents[1] / "corpus"
GLOSSARY = "ordlista.tsv"
CATALOGUE = load_catalogue(CORPUS)
ENTRIES = sorted(CATALOGUE.values(), key=lambda entry: entry.id)
BY_ID = {entry.id: entry for entry in ENTRIES}
CRITERIA = sorted((CORPUS / "criteria").glob("*.toml"))
MARKDOWN = sorted(CORPUS.glob("*.md"))
DATA = [entry for entry in ENTRIES if entry.form == "data"]
LAW_SECTIONS = [*[f"{n} §" for n in range(1, 29)], "5 a §", "19 a §"]

_TKR = re.compile(r"\d[\d ]*(?= t?kr\b)")
_HEADING = re.compile(r"^#{1,6} +(.+?) *$", re.MULTILINE)
_CELL_EDGE = re.compile(r"(?<!\\)\|")


def headings(file: str) -> list[str]:
    return _HEADING.findall((CORPUS / file).read_text(encoding="utf-8"))


def test_every_file_is_listed_and_every_entry_exists() -> None:
    """No orphan in either direction; the glossary and the criteria are no documents."""
    files = {path.name for path in CORPUS.iterdir() if path.is_file()}
    assert len(ENTRIES) >= 11
    assert files - {NAME, GLOSSARY} == set(CATALOGUE)
    assert {path.name for path in CORPUS.iterdir() if path.is_dir()} - {"original"} == {"criteria"}


@pytest.mark.parametrize("entry", ENTRIES, ids=lambda entry: entry.id)
def test_an_entry_says_what_its_document_is(entry: Entry) -> None:
    """The id is the file's stem, a plan has its period, what it supersedes is listed, no address is a stub."""
    assert Path(entry.file).stem == entry.id
    if entry.type == "verksamhetsplan":
        assert entry.valid_from
        assert entry.valid_to
    if entry.type == "redovisning":
        assert entry.period_from
        assert entry.period_to
    assert set(entry.supersedes) <= set(BY_ID) - {entry.id}
    assert not entry.address or re.fullmatch(r"https?://[^\s/]+\.[^\s/]+/\S+", entry.address)


@pytest.mark.parametrize("path", MARKDOWN, ids=lambda path: path.stem)
def test_a_restatement_says_so_first(path: Path) -> None:
    """The paragraph below the title: a restatement or compilation, where the original is, and that it governs."""
    entry = CATALOGUE[path.name]
    title, _, rest = path.read_text(encoding="utf-8").lstrip().partition("\n")
    opening = rest.strip().split("\n\n")[0]
    assert title.startswith("# ")
    assert entry.form == "omskrivning"
    assert re.search(r"omskrivning|sammanställning", opening)
    assert re.search(r"original\w* (?:som )?gäller", opening, re.IGNORECASE)


@pytest.mark.parametrize("path", MARKDOWN, ids=lambda path: path.stem)
def test_tables_are_rectangular(path: Path) -> None:
    """Every row of a pipe table has as many cells as its head."""
    rows: list[str] = []
    for number, line in enumerate([*path.read_text(encoding="utf-8").splitlines(), ""], 1):
        if line.lstrip().startswith("|"):
            rows.append(line.strip())
            continue
        widths = {len(_CELL_EDGE.findall(row)) for row in rows}
        assert len(widths) <= 1, f"tabellen som slutar på rad {number - 1} har rader av olika längd"
        rows = []


@pytest.mark.parametrize("path", MARKDOWN, ids=lambda path: path.stem)
def test_a_sum_adds_up_or_is_told_of(path: Path) -> None:
    """A sum that its rows do not give is the original's own, and an "Obs:" says so with both figures."""
    document = write(read(path), BY_ID[path.stem].source())
    told = [line.replace(" ", "") for line in document.text.splitlines() if "Obs:" in line]
    for table in document.tables:
        for remark in table.remarks:
            figures = [figure.replace(" ", "") for figure in _TKR.findall(remark)]
            assert len(figures) == 2, remark
            assert any(all(figure in line for figure in figures) for line in told), remark


def test_the_law_is_whole() -> None:
    """Each section of the law has one heading, in order, and says when it was last changed."""
    text = (CORPUS / "lag-2003-1210.md").read_text(encoding="utf-8")
    sections = re.split(r"^## ", text, flags=re.MULTILINE)[1:]
    found: dict[str, str] = {}
    for section in sections:
        if match := re.match(r"\d+(?: [a-z])? §", section):
            found[match.group()] = section
    assert sorted(found) == sorted(LAW_SECTIONS)
    for number, section in found.items():
        last = section.strip().splitlines()[-1]
        assert re.search(r"SFS \d{4}:\d+\.$|^Oförändrad sedan lagen kom\.$", last), number


@pytest.mark.parametrize("path", CRITERIA, ids=lambda path: path.stem)
def test_rules_lead_to_a_section(path: Path) -> None:
    """Each criterion's document is listed and the heading stands in its file; the plan is the association's own."""
    found = load_criteria(path)
    plan = BY_ID[found.plan]
    assert plan.association == found.association
    assert (plan.valid_from, plan.valid_to) == (found.valid_from, found.valid_to)
    for criterion in found.criterion:
        rule = criterion.rule
        assert rule.document in BY_ID, criterion.id
        assert rule.section in headings(BY_ID[rule.document].file), f"{criterion.id}: {rule.document}, {rule.section}"


def test_criteria_hold_no_amount() -> None:
    """What is left to distribute is read from the plan; a figure of money in a criteria file would go stale."""
    assert len(CRITERIA) >= 2
    for path in CRITERIA:
        assert not re.search(r"\d\s*(?:kr|tkr|mkr|miljon)", path.read_text(encoding="utf-8"), re.IGNORECASE), path.name


@pytest.mark.parametrize("entry", DATA, ids=lambda entry: entry.id)
def test_data_belongs_and_leads_to_its_sources(entry: Entry) -> None:
    """Records are of the entry's association, and each source is a web address or a listed document."""
    for record in parse_records((CORPUS / entry.file).read_bytes(), entry.file):
        assert record.association == entry.association
        addresses = [record.source_address] if isinstance(record, Decision) else record.source_addresses
        for address in addresses:
            id = address.removeprefix("document:")
            assert id in BY_ID if id != address else re.match(r"https?://\S+$", address), address


def test_decisions_and_initiatives_use_the_same_names() -> None:
    """An initiative named in a decision is found in the initiative file by name or alias, or is known not to be one."""
    not_initiatives = {"FACT", "Hälsofrämjande innovation i samverkan", "Unga med funktionshinder"}
    records = [record for entry in DATA for record in parse_records((CORPUS / entry.file).read_bytes(), entry.file)]
    known = {
        name
        for record in records
        if isinstance(record, Initiative)
        for name in (record.name, *record.aliases, *record.likely_aliases)
    }
    named = {name for record in records if isinstance(record, Decision) for name in record.initiatives}
    assert named
    assert named - known == not_initiatives


def test_the_glossary_is_well_formed() -> None:
    """Three columns, no empty cell, no term twice, no name twice within a term."""
    head, *rows = [line.split("\t") for line in (CORPUS / GLOSSARY).read_text(encoding="utf-8").splitlines()]
    assert head == ["term", "synonyms", "explanation"]
    assert len(rows) >= 147
    assert all(len(row) == 3 and all(cell.strip() for cell in row) for row in rows)
    terms = [row[0].casefold() for row in rows]
    assert len(terms) == len(set(terms))
    for term, synonyms, _ in rows:
        names = [name.casefold() for name in (term, *synonyms.split("|"))]
        assert len(names) == len(set(names)), term


def test_no_percentage_for_malmos_own_capital() -> None:
    """The national council's steps are unknown; only Lund's own plan names a share, for Lund."""
    text = (CORPUS / "nationellt.md").read_text(encoding="utf-8")
    section = text.split("## 2. Nationella rådets rekommendation")[1].split("\n## ")[0]
    assert "Osäkert:" in section
    assert not re.search(r"\d (?:%|procent)|\d%(?![0-9A-F]{2})", section)
