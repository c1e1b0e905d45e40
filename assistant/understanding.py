"""Understand a question that has been heard: its clauses, what kinds of things they seek, and of which years."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import chain, pairwise

from assistant import limits
from assistant.associations import HOME
from assistant.concepts import implied_words
from assistant.hearing import IT, NOW, QUESTION_WORD, content_words, forms, hear, in_swedish
from assistant.phrases import in_plain_words
from assistant.question import MEASURES, Part, Question, Reading, Seeks
from assistant.rewriting import keeping
from assistant.seeking import begins_with_verb, kinds_sought
from assistant.years import years_in

_CLAUSE = re.compile(
    rf"(?<=\?)\s+|(?<=!)\s+(?=(?-i:[A-ZÅÄÖ])|{QUESTION_WORD}\b)"
    r"|(?<=[a-zåäö\d]\.)\s+(?=[A-ZÅÄÖ])|[,:]\s+(?=(?:hur|vad|vem|vilka|vilken)\b)"
    rf"|,?\s+(?:och|samt|and)\s+(?={QUESTION_WORD}\b|(?:deltar|finns|räknas|ingår|är|har|ska|kan|får|ligger|står|gäller|blev|var|hade|kostar|is|are|does)\s)",
    re.IGNORECASE,
)
_ASKS = re.compile(
    rf"\?|\b{QUESTION_WORD}\b|^(?:räkna upp|lista|nämn|jämför|visa|förklara|berätta|ange|list|compare|tell)\b",
    re.IGNORECASE,
)
_TODAY = re.compile(r"\b(?:nu|idag|i dag|numera|nuförtiden|fortfarande|now|today|still)\b", re.IGNORECASE)
"""It is asked how things are, whatever year came before."""
_YEAR_BEFORE = re.compile(
    r"år(?:et)? (?:innan|före|dessförinnan)|föregående år|year before|previous year", re.IGNORECASE
)
_YEAR_AFTER = re.compile(r"år(?:et)? (?:efter|därpå)|nästföljande år|year after|following year", re.IGNORECASE)
TOPIC = 3
"""Words of a clause that only names what the question is about."""
_PRESENT = re.compile(
    r"\b(?:är|har|får|kan|ska|skall|måste|finns|gäller|äger|kostar|ingår|deltar|krävs|brukar|leder|driver|\w+[aeo]r"
    r"|\w*(?:går|står)|når|gör|hör|is|are|has|can|may|must|does|do|owns?)\b",
    re.IGNORECASE,
)
_NO_SUPINE = (
    r"(?:ett|rätt|[mds]itt|vårt|nytt|fritt|annat|stort|högt|lågt|viktigt|part|start|stat|procent"
    r"|\w*(?:avsnitt|resultat|mandat|patient|dokument|moment))"
)
"""Words that end as what has been done does."""
_PAST = re.compile(
    r"\b(?:var|hade|fick|blev|skulle|kunde|gav|kom|gick|\w+(?:ade|ades|dde|ddes|rdes|tes)|was|were|did|had)\b"
    rf"|\bhar\b(?: [\w-]+){{0,8}}? (?!{_NO_SUPINE}\b)\w+(?:at|it|rt|tt|nt|gt)s?\b",
    re.IGNORECASE,
)
"""What is asked about lies behind: the past, or what has been done."""
_DOCUMENT = re.compile(
    r"rapporten|planen\b|redovisningen|delåret|dokumentet|enligt|\breport\b|\bstår\b.*\bför\b", re.IGNORECASE
)
_DIFFERENCE = re.compile(
    r"(?:skillnad\w*|difference) (?:mellan|på|between) (?:an? |the |en |ett )?(?P<one>[\w-]+(?: [\w-]+)?)"
    r" (?:och|respektive|and) (?:an? |the |en |ett )?(?P<other>[\w-]+(?: [\w-]+)?)\s*\??$",
    re.IGNORECASE,
)
_UNLIKE = re.compile(
    r"(?:är|menas med|innebär|betyder) (?P<one>[\w-]+(?: [\w-]+)?) (?:till skillnad från|i motsats till)"
    r" (?P<other>[\w-]+(?: [\w-]+)?)\W*$",
    re.IGNORECASE,
)
_BESIDES = re.compile(
    r"\b(?P<other>(?:andra|annan|annat|other) \w+) (?:än|than) (?P<one>[\w.:-]+)"
    r"|\b(?:utöver|förutom|besides) (?P<two>[\w.:-]+(?: \d{4}:\d+)?),?",
    re.IGNORECASE,
)
"""What is known already, beside what is asked for."""
_ACCORDING = re.compile(r"\b(?:enligt|according to)\b", re.IGNORECASE)
_WORD = re.compile(r"[^\W_]+")
_YEAR_ALONE = re.compile(r"\b(?:19|20)\d\d\b(?!-)")


def understand(
    asked: str,
    history: Sequence[str] = (),
    associations: frozenset[str] = frozenset({HOME}),
    reading: Reading | None = None,
) -> Question:
    """Understand a question in the light of the earlier ones.

    What a model reads into it says what is to be looked for. What is declined, whose data it holds, the association,
    the language and the years that it names are told by its asker's own words; a rewriting can only add caution.

    Args:
        associations: those that documents are of.
        reading: a language model's reading of the question; only what :mod:`assistant.rewriting` keeps of it counts.
    """
    heard = hear(asked, history, associations)
    standalone = keeping.standalone(reading, heard, history, associations) if reading else ""
    plain, context = (in_plain_words(standalone), "") if standalone else (heard.plain, heard.context)
    parts = _parts(plain, context, heard.earlier)
    if heard.language == "en":
        parts = tuple(_part_in_swedish(one) for one in parts)
    if len(heard.associations) > 1:
        parts = tuple(apart for part in parts for apart in _of_each(part, heard.associations))
    return Question(
        asked=heard.asked,
        text=heard.text,
        language=heard.language,
        parts=parts,
        years=heard.years,
        associations=heard.associations,
        elsewhere=heard.elsewhere,
        present=_is_present(heard.honest),
        declined=limits.declined(heard.asked, heard.honest) or limits.declined(standalone, standalone),
        legal=limits.asks_for_law(heard.honest) or limits.asks_for_law(standalone),
        personal_data=heard.personal_data,
        about_person=limits.asks_about_person(heard.honest) or limits.asks_about_person(standalone),
        instructions=heard.instructions,
        leans=bool(heard.earlier),
        standalone=standalone,
        suggested=keeping.suggested(reading, heard, associations) if reading else (),
    )


def _asks(clause: str) -> bool:
    return bool(_ASKS.search(clause)) or begins_with_verb(clause) or Seeks.PLACE in kinds_sought(clause)


def _parts(text: str, context: str, earlier: str) -> tuple[Part, ...]:
    """Cut a question into what it asks; sentences that ask nothing are context for all of it."""
    clauses = [clause.strip(" ,") for clause in _CLAUSE.split(text) if clause.strip(" ,?.!")]
    asking = [clause for clause in clauses if _asks(clause)] or clauses
    telling = [clause for clause in clauses if clause not in asking]
    topic = " ".join(clause for clause in telling if _only_names(clause))
    context = " ".join([context, *(clause for clause in telling if not _only_names(clause))]).strip()
    parts: list[Part] = []
    for clause in chain.from_iterable(map(_each_defined, asking)):
        first = parts[0] if parts else None
        seeks = frozenset() if first or kinds_sought(topic) & MEASURES else kinds_sought(clause)
        clause = clause if first else f"{topic} {clause}".strip()
        if not first and not content_words(clause) and context:
            clause, context = f"{context} {clause}", ""
        seeks = seeks or kinds_sought(clause)
        if first and seeks & MEASURES and IT.search(clause):
            seeks |= first.seeks & MEASURES
        if first and not seeks and len(content_words(clause)) <= 2:
            seeks = first.seeks
        if not seeks:
            seeks = kinds_sought(earlier)
        before = years_in(context) or years_in(earlier) or (first.years if first else ())
        years = years_in(clause) or (() if _TODAY.search(clause) else before)
        years = _shifted(clause, years)
        clause, known = _without_known(clause)
        leans_on = f"{context} {known} {first.text if first else ''}".strip()
        parts.append(Part(clause, seeks, years, leans_on, implied_words(clause)))
    return tuple(parts)


def _each_defined(clause: str) -> tuple[str, ...]:
    """Return a question for each of two kinds of things whose difference is asked for, else the clause: what tells them
    apart is what each of them is."""
    match = _DIFFERENCE.search(clause) or _UNLIKE.search(clause)
    if match is None or kinds_sought(clause) & MEASURES or years_in(clause):
        return (clause,)
    one, other = match["one"], match["other"]
    if " " in other and " " not in one and one.endswith(("a", "e", "t")):
        one = f"{one} {other.rsplit(' ', 1)[-1]}"
    elif " " in one and " " not in other and other.endswith(("a", "e", "t")):
        other = f"{other} {one.rsplit(' ', 1)[-1]}"
    return (f"Vad är {one}?", f"Vad är {other}?")


def _without_known(clause: str) -> tuple[str, str]:
    """Return a clause without what it names as known already ("andra lagar än finsamlagen"), and that."""
    match = _BESIDES.search(clause)
    if match is None:
        return clause, ""
    rest = f"{clause[: match.start()]}{match['other'] or ''}{clause[match.end() :]}".strip()
    return (rest, match["one"] or match["two"]) if content_words(rest) else (clause, "")


def _of_each(part: Part, associations: frozenset[str]) -> Iterator[Part]:
    """Yield what a part asks about each association that it names, or all when it names none: its words, and the years
    that stand with the association's name.

    Years follow the names ("i Malmö 2030 och i Lund 2031") unless one stands before the first and none after the last.
    """
    words = {match.start(): forms(match[0]) for match in _WORD.finditer(part.text)}
    mentions = {at: id for at, forms in words.items() for id in associations if id in forms}
    text = _YEAR_ALONE.sub(" ", _WORD.sub(lambda match: "" if match.start() in mentions else match[0], part.text))
    cuts = [0, *mentions, len(part.text)]
    between = [years_in(part.text[start:end]) for start, end in pairwise(cuts)]
    beside = between[:-1] if between[0] and not between[-1] else between[1:]
    for id in sorted({*mentions.values()} or associations):
        years = [year for found, other in zip(beside, mentions.values(), strict=True) if other == id for year in found]
        yield replace(part, text=" ".join(text.split()), years=tuple(years) or part.years, association=id)


def _only_names(clause: str) -> bool:
    """True for a few words without a verb that only name what the question is about ("Kompassen, vad kostar den?")."""
    return len(content_words(clause)) <= TOPIC and not (_PRESENT.search(clause) or _PAST.search(clause))


def _shifted(clause: str, years: tuple[int, ...]) -> tuple[int, ...]:
    """Move the years by what a clause says of them: "året innan", "året efter"."""
    if len(years) != 1:
        return years
    if _YEAR_BEFORE.search(clause):
        return (years[0] - 1,)
    return (years[0] + 1,) if _YEAR_AFTER.search(clause) else years


def _part_in_swedish(part: Part) -> Part:
    text, others = in_swedish(part.text)
    return replace(part, text=text, implied=f"{part.implied} {others}".strip(), leans_on=in_swedish(part.leans_on)[0])


def _is_present(text: str) -> bool:
    if NOW.search(text):
        return not _ACCORDING.search(text)
    return bool(_PRESENT.search(text) and not _PAST.search(text) and not _DOCUMENT.search(text))
