"""Where a text is cut, and for what: one pattern for each purpose, since what ends one thing does not end another.

Words are told apart here, too. Sentences are cut by ``ingest.sentences``.
"""

from __future__ import annotations

import re

WORD = re.compile(r"[^\W_]+")
"""A word or a figure."""
LETTERS = re.compile(r"[^\W\d_]+")
"""A word without figures, such as may be a verb."""

BRACKETS = re.compile(r"\([^()]*\)")
"""What is said aside."""
LEAD_IN = re.compile(r"[^:]{0,150}:\s")
"""What a text leads in with, at its beginning: what follows is said of it."""
STOP = re.compile(r"[.!?;](?=\s|$)")
"""Up to here reaches what bears on all that follows it."""
NEW_SENTENCE = re.compile(r"[.!?;](?=\s+[A-ZÅÄÖ])")
"""The same, but not after an abbreviation that goes on in small letters."""
STATEMENT = re.compile(r"(?<=[.!?;])\s+|(?<=:)\s+")
"""Between statements, of which a condition bears on one."""

PART = re.compile(
    r"[;:()–·]|[.!?](?=\s)|(?<!\d)/|,\s|\s(?:och|samt|men|medan|varav|mot|jämfört med|respektive|eller|som|eftersom"
    r"|därför|att|där|and|while|but|against|compared (?:to|with)|or|of which|that|which)(?=\s)",
    re.IGNORECASE,
)
"""Between parts whose words stand near each other; the finest cut: a figure goes with the words of its part."""

DENIAL_ENDS = re.compile(
    r"[;:()]|[.!?](?=\s)|,\s(?!(?:och|eller|varken)\s)|\s(?:men|medan|eftersom|som|vilka|who|which|utan(?!\s+att)|såvida|om|där|när"
    r"|därför att|but|unless)(?=\s)|\s(?:och|samt)(?=\s(?:en|ett)\s)"
    r"|(?<!inte)(?<!ej)(?<!not)\s(?:att|that)(?=\s)",
    re.IGNORECASE,
)
"""Up to here reaches a denial: over "och" and "eller", but not over "att", unless it stands right before that."""

LIMIT_ENDS = re.compile(
    r"[;:()·]|[.!?](?=\s)|,\s|\s(?:men|medan|samt|eftersom|som|där|varav|så att|but|while|which|who)\s"
)
"""Up to here reaches a limit ("kanske", "bara"), which a sentence may not leave out: over "och", "att" and "när"."""

MODE_ENDS = re.compile(r"[;:()]|[.!?](?=\s)|,\s|\s(?:men|medan|eftersom|som|när|but|which|who|when)\s", re.IGNORECASE)
"""Up to here reaches a may or must that looks for its verb: over "samt" and "där", but not over "när"."""

ACTOR_ENDS = re.compile(
    r"[;:()]|[.!?](?=\s)|\s(?:att|vad|det som)\s|,\soch\s|,\s(?=(?:som|men|medan|varav|där|när|om|eftersom|vilket|vilka"
    r"|och\s+\w+\s+\w+(?:ar|er|s)\b)\s)"
    r"|\s(?=(?:men|medan|som|när|om|eftersom|därför att|but|while|who|which|when|if)\s)",
    re.IGNORECASE,
)
"""Between clauses in which different ones may act: a comma alone may only part a list of them."""

SUBJECT_ENDS = re.compile(r"[;.]\s+|,\s+(?:och|men|medan|samt|and|while|but)\s+|\s+(?:medan|while|whereas)\s+")
"""Between main clauses that tell of different things: subordinate ones still tell of the same."""

GOVERNING = re.compile(
    r"\b(?:från|för|till|hos|mellan|med|i|på|åt|inom|mot|vid|enligt|bland|ur|om|under|över|efter|from|for|to|with|in|of"
    r"|between|among|against|according to|utan)\s+(?:(?:\w+a|varje|den|de|det|sin\w*|\d+|minst|\w+t)\s+){0,3}$",
    re.IGNORECASE,
)
"""Ends right before what a preposition governs."""

SIDES = re.compile(r",?\s+(?:men|medan|but|while|whereas)\s+", re.IGNORECASE)
"""Between the two sides of a contrast."""

JOINT = re.compile(r";\s+|\.\s+|,?\s+(?:och|samt|medan|men|and|while|but|whereas)\s+|,\s+", re.IGNORECASE)
"""Where a clause may begin that can stand alone; whether it has a verb tells whether it does."""
