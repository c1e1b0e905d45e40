"""One Swedish sentence for each trouble with a model: what is wrong, and what to do."""

from __future__ import annotations

from typing import Literal

from assistant.models.errors import Trouble

PACKAGES = {
    "anthropic": "anthropic",
    "azure_openai": "azure",
    "mistralai": "mistral",
    "ollama": "ollama",
    "openai": "openai",
}
"""The extra of the project that holds a provider's package."""

Why = Literal["", "no_key", "unpaid", "redirected", "empty", "unfinished", "half_way", "misshapen"]
"""What is known of a trouble beyond its kind."""

_SENTENCES = {
    Trouble.MISCONFIGURED: "Språkmodellen {name} {place} godtar inte anropet; kontrollera FINSAM_CHAT_MODEL och"
    " FINSAM_CHAT_BASE_URL, eller pröva en annan modell.",
    Trouble.FORBIDDEN: "Språkmodellen {name} körs {place}, och FINSAM_CHAT_LOCAL_ONLY tillåter bara modeller på den här"
    " datorn.",
    Trouble.KEY: "Språkmodellen {name} {place} godtar inte nyckeln; kontrollera FINSAM_CHAT_KEY eller"
    " FINSAM_CHAT_KEY_FILE.",
    Trouble.UNKNOWN_MODEL: "Språkmodellen {name} finns inte {place}; kontrollera namnet i FINSAM_CHAT_MODEL{fetch}.",
    Trouble.UNREACHABLE: "Språkmodellen {name} {place} går inte att nå; kontrollera att den är startad{start} och att"
    " FINSAM_CHAT_BASE_URL stämmer.",
    Trouble.BUSY: "Språkmodellen {name} {place} är upptagen; försök igen om en stund.",
    Trouble.BROKEN: "Språkmodellen {name} {place} svarade inte som den ska; se efter i dess egen logg.",
    Trouble.SLOW: "Språkmodellen {name} {place} hann inte svara i tid (FINSAM_CHAT_TIMEOUT).",
    Trouble.TOO_LONG: "Frågan ryms inte i språkmodellen {name} {place}; sätt FINSAM_CHAT_CONTEXT till vad den klarar.",
    Trouble.FILTERED: "Innehållsfiltret för språkmodellen {name} {place} stoppade frågan eller svaret; ställ frågan med"
    " andra ord om det behövs.",
    Trouble.SPENT: "Dagens gräns för språkmodellen är nådd (FINSAM_CHAT_DAILY_TOKENS).",
    Trouble.CANCELLED: "Språkmodellen stoppades.",
    Trouble.RESTING: "Språkmodellen {name} {place} svarade inte nyss och prövas igen om en stund.",
}

_KNOWN_MORE: dict[Why, str] = {
    "no_key": "Språkmodellen {name} {place} behöver en nyckel; lägg den på första raden i en fil och ange filen i"
    " FINSAM_CHAT_KEY_FILE, eller ange nyckeln i FINSAM_CHAT_KEY.",
    "unpaid": "Kontot för språkmodellen {name} {place} har inget kvar att använda; fyll på det hos leverantören.",
    "redirected": "Servern för språkmodellen {name} {place} hänvisar till en annan adress; ange den rätta i"
    " FINSAM_CHAT_BASE_URL.",
    "empty": "Språkmodellen {name} {place} svarade utan ett ord; pröva en annan modell om det upprepas.",
    "unfinished": "Språkmodellen {name} {place} kom inte fram till något svar innan den måste sluta; välj en modell som"
    " inte resonerar länge först.",
    "half_way": "Språkmodellen {name} {place} slutade mitt i svaret.",
    "misshapen": "Språkmodellen {name} {place} svarade inte i den form som begärdes; pröva en annan modell om det"
    " upprepas.",
}


def told(trouble: Trouble, name: str, place: str, why: Why = "") -> str:
    """Return the sentence of a trouble with the model ``name``, which runs ``place`` ("på den här datorn")."""
    provider, _, model = name.partition(":")
    own = provider == "ollama"
    elsewhere = "" if place == f"hos {provider}" else ", och att FINSAM_CHAT_BASE_URL slutar rätt (ofta /v1)"
    fetch = f", eller hämta den: ollama pull {model}" if own else elsewhere
    sentence = _KNOWN_MORE.get(why) or _SENTENCES[trouble]
    return sentence.format(name=name, place=place, fetch=fetch, start=" (ollama serve)" if own else "")


def misconfigured(name: str, said: str = "") -> str:
    """Say that a model cannot be made of the settings; ``said`` is the name of a variable that is missing."""
    if said:
        return f"FINSAM_CHAT_MODEL är {name!r}, och dess paket behöver även miljövariabeln {said}; sätt den."
    known = ", ".join(sorted(PACKAGES))
    return f"FINSAM_CHAT_MODEL är {name!r}, som inte går att använda; ange leverantör ({known} …) och modell."


def missing_package(provider: str) -> str:
    """Say how the package of a provider is installed."""
    if provider in PACKAGES:
        return (
            f"Paketet för {provider} saknas; kör .venv/bin/pip install -c constraints.txt -e '.[{PACKAGES[provider]}]'."
        )
    package = f"langchain-{provider.replace('_', '-')}"
    return f"Paketet för {provider} saknas; installera det, troligen .venv/bin/pip install {package}."
