"""Guess what a document without a catalogue entry is, from its text."""

from __future__ import annotations

import re
from calendar import monthrange
from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date

from ingest.model import Source
from ingest.months import MONTHS

_FIRST_PAGE = 3000
"""Characters."""
_BEGINNING = 20_000
"""Characters in which the association is sought."""
_MAX_TITLE = 120

_TYPES = {
    "verksamhetsplan": r"verksamhetsplan|budget \d{4}|operational plan|business plan",
    "redovisning": r"[åa]rs(?:redovisning|bokslut)|del[åa]rs\w+|bokslut|verksamhetsber[äa]ttelse|annual report",
    "beslut": r"protokoll|styrelsem[öo]te|sammantr[äa]de\b|tj[äa]nsteutl[åa]tande|minutes of",
    "forbundsordning": r"f[öo]rbundsordning",
    "inriktning": r"inriktningsdokument|strategisk inriktning|inriktning (?:f[öo]r|\d{4})|strategi\b|riktlinjer f[öo]r",
    "lag": r"svensk f[öo]rfattningssamling|^(?:lag|f[öo]rordning) \(\d{4}:\d+\)",
    "rapport": r"rapport|utv[äa]rdering|kartl[äa]ggning|f[öo]rstudie|\breport\b|evaluation",
}
_TYPE = {name: re.compile(pattern, re.IGNORECASE) for name, pattern in _TYPES.items()}
_PLANNED = ("verksamhetsplan", "redovisning", "inriktning")
"""Types that speak of whole years."""

_NO_TITLE = re.compile(
    r"(?:sid(?:an|a)?|page|dnr|diarienummer|bilaga|datum|innehåll\w*|\d{3} \d{2} )\b.*|[\W\d_]*"
    r"|(?:från|till|kopia|from|to|cc):.*",
    re.IGNORECASE,
)
_SECTION_TITLE = re.compile(
    r"(?:\d+[.)]? )?(?:sammanfattning|inledning|bakgrund|vision|syfte|förord|summary|introduction)\b.*", re.IGNORECASE
)
_LABEL = re.compile(r"[•*#–\- ]*(?:ämne|subject|rubrik|titel|title): *", re.IGNORECASE)
_PART = (
    r"(?:(?:[Nn]orra|[Ss]ödra|[Öö]stra|[Vv]ästra|[Mm]ellersta|[Cc]entrala|[Nn]ordvästra|[Nn]ordöstra|[Ss]ydvästra"
    r"|[Ss]ydöstra|[Nn]edre|[Öö]vre|[Ii]nre|[Yy]ttre|[Ss]tora|[Ll]illa) )?"
)
_NAME = rf"({_PART}[A-ZÅÄÖ][A-Za-zÅÄÖåäöé]+(?:-[A-ZÅÄÖ][a-zåäöé]+)*)"
_AFTER = re.compile(
    r"\b(?:[Ss]amordningsförbundet|SAMORDNINGSFÖRBUNDET|[Ff]insam|FINSAM)(?:,? (?:[Ff]insam|FINSAM))?(?: i| I)? "
    rf"{_NAME}"
)
_BEFORE = re.compile(rf"\b{_NAME} [Ss]amordningsförbund\b")
_NO_NAME = re.compile(
    r"\b(?:finsam|samordningsförbund\w*|styrelsen?|protokoll|verksamhetsplan|årsredovisning|rapport|budget|förbund\w*"
    r"|sverige|de[nt]|denna|detta|vi|en|ett|för|och|i|är|som|att|kan|ska|vad|när|hur|om|efter|under|enligt|kansliet"
    r"|mål|insatser|org|rehabiliteringsinsatser|lag(?:en)?|annual|report)\b"
)
_ENDS_IN_S = re.compile(r"(?:ås|näs|fors|os|hus|is|us)$")
_ASCII = str.maketrans("åäöéü", "aaoeu")

_YEARS = re.compile(r"(?<![\d(:])((?:19|20)\d{2})(?:\s*[-–]\s*((?:19|20)\d{2}))?(?![\d:])")
_DAY = re.compile(
    rf"(?<!\d)(?:((?:19|20)\d{{2}})-(\d{{2}})-(\d{{2}})|(\d{{1,2}}) ({'|'.join(MONTHS)}) ((?:19|20)\d{{2}}))(?!\d)",
    re.IGNORECASE,
)


def guess(id: str, file: str, text: str) -> Source:
    """Return what the first pages tell of a document; all but ``id`` and ``file`` is guessed, and named in ``guessed``.

    The association is empty when none is named, or several as often.
    """
    head = text[:_FIRST_PAGE]
    lines = [line.strip() for line in head.splitlines() if line.strip()]
    title = _title(lines, id)
    kind = _type(title, id, lines)
    starts, ends = _time(kind, title, id, head)
    return Source(
        id=id,
        file=file,
        title=title,
        association="riket" if kind == "lag" else _association(title, text[:_BEGINNING]),
        type=kind,
        starts=starts,
        ends=ends,
        guessed=("title", "association", "type", "starts", "ends"),
    )


def _title(lines: Sequence[str], id: str) -> str:
    """The first line that may be a title, or one shortly below it that tells what kind of document it is.

    The file's name is taken instead when it tells that and the text begins with its first section.
    """
    candidates = [line for line in lines[:12] if len(line) > 3 and not _NO_TITLE.fullmatch(line)]
    named = [line for line in candidates[:6] if len(line) <= _MAX_TITLE and line[0].isupper() and _type_of(line)]
    found = (named or candidates or [""])[0]
    words = re.sub(r"[-_\s]+", " ", id).strip()
    if not found or (_SECTION_TITLE.fullmatch(found) and _type_of(words)):
        return words[:1].upper() + words[1:] or id
    return _LABEL.sub("", found, count=1)[:_MAX_TITLE].lstrip("•*#–- ").strip() or id


def _type_of(text: str) -> str:
    found = [(match.start(), name) for name, pattern in _TYPE.items() if (match := pattern.search(text))]
    return min(found)[1] if found else ""


def _type(title: str, id: str, lines: Sequence[str]) -> str:
    """The type that the title names, or the file's name, the first line that may be a heading, or the first of all."""
    short = (line for line in lines if len(line) <= _MAX_TITLE and not line.endswith("."))
    return next((name for text in (title, id, *short, *lines) if (name := _type_of(text))), "webb")


def _association(title: str, text: str) -> str:
    """Return the one association that the title or, clearly more often than others, the text names."""
    in_title = set(_names(title))
    counts = Counter(_names(text))
    counts.update(in_title)
    for name in sorted(counts):
        base = name.removesuffix("s")
        if name != base and (base in counts or not _ENDS_IN_S.search(name)):
            in_title = {base if one == name else one for one in in_title}
            counts[base] += counts.pop(name)
    ranked = [*counts.most_common(2), ("", 0), ("", 0)]
    if len(in_title) == 1:
        name = in_title.pop()
    elif ranked[0][1] >= 2 * ranked[1][1]:
        name = ranked[0][0]
    else:
        return ""
    return name.translate(_ASCII).replace(" ", "-")


def _names(text: str) -> Iterator[str]:
    """Yield the names that "Samordningsförbundet X", "Finsam i X", "Xs samordningsförbund" give, in small letters."""
    for match in (*_AFTER.finditer(text), *_BEFORE.finditer(text)):
        name = match.group(1).lower()
        if not _NO_NAME.search(name):
            yield name


def _time(kind: str, title: str, id: str, head: str) -> tuple[date | None, date | None]:
    """Return the first and last day that the document speaks of, as far as they can be told."""
    if kind == "beslut" and (day := _day(title) or _day(head)):
        return day, None
    match = next((found for text in (title, id, head) if (found := _YEARS.search(text))), None)
    if match is None:
        return None, None
    first = int(match.group(1))
    last = max(first, int(match.group(2) or first))
    if kind not in _PLANNED:
        return date(first, 1, 1), None
    begin, end = _months(title)
    return date(first, begin, 1), date(last, end, monthrange(last, end)[1])


def _months(title: str) -> tuple[int, int]:
    """Return the months that a title names as from and to ("januari–augusti"), else the whole year."""
    named = [MONTHS.index(word) + 1 for word in re.findall(r"\w+", title.lower()) if word in MONTHS]
    return (named[0], named[1]) if len(named) == 2 and named[0] <= named[1] else (1, 12)


def _day(text: str) -> date | None:
    for match in _DAY.finditer(text):
        year, month, day = match.group(1), match.group(2), match.group(3)
        if year is None:
            year, month, day = match.group(6), str(MONTHS.index(match.group(5).lower()) + 1), match.group(4)
        try:
            return date(int(year), int(month), int(day))
        except ValueError:
            continue
    return None
