"""Chat models: one adapter over LangChain, prompts from files, what was spent. Nothing here knows what is asked."""
