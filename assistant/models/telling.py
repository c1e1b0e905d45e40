"""One Swedish sentence for each trouble with a model: what is wrong, and what to do."""

from __future__ import annotations

from assistant.models.errors import Trouble

PACKAGES = {"azure_openai": "openai", "ollama": "ollama", "openai": "openai"}
"""The extra of the project that holds a provider's package."""

_SENTENCES = {
    Trouble.MISCONFIGURED: "Språkmodellen {name} {place} godtar inte anropet; kontrollera FINSAM_CHAT_…",
    Trouble.FORBIDDEN: "Språkmodellen {name} körs {place}, och FINSAM_CHAT_LOCAL_ONLY tillåter bara modeller på den här"
    " datorn.",
    Trouble.KEY: "Språkmodellen {name} {place} godtar inte nyckeln eller saknar en; kontrollera FINSAM_CHAT_KEY eller"
    " FINSAM_CHAT_KEY_FILE.",
    Trouble.UNKNOWN_MODEL: "Språkmodellen {name} finns inte {place}; kontrollera namnet i FINSAM_CHAT_MODEL{fetch}.",
    Trouble.UNREACHABLE: "Språkmodellen {name} {place} går inte att nå; kontrollera att den är startad och att"
    " FINSAM_CHAT_BASE_URL stämmer.",
    Trouble.BUSY: "Språkmodellen {name} {place} är upptagen; försök igen om en stund.",
    Trouble.BROKEN: "Språkmodellen {name} {place} svarade inte som den ska.",
    Trouble.SLOW: "Språkmodellen {name} {place} hann inte svara i tid (FINSAM_CHAT_TIMEOUT).",
    Trouble.TOO_LONG: "Frågan ryms inte i språkmodellen {name} {place}; sätt FINSAM_CHAT_CONTEXT till vad den klarar.",
    Trouble.SPENT: "Dagens gräns för språkmodellen är nådd (FINSAM_CHAT_DAILY_TOKENS).",
    Trouble.CANCELLED: "Språkmodellen stoppades.",
    Trouble.RESTING: "Språkmodellen {name} {place} svarade inte nyss och prövas igen om en stund.",
}


def told(trouble: Trouble, name: str, place: str) -> str:
    """Return the sentence of a trouble with the model ``name``, which runs ``place`` ("på den här datorn")."""
    provider, _, model = name.partition(":")
    fetch = f", eller hämta den: ollama pull {model}" if provider == "ollama" else ""
    return _SENTENCES[trouble].format(name=name, place=place, fetch=fetch)


def misconfigured(name: str) -> str:
    """Say that a model cannot be made of the settings."""
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
