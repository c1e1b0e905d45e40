"""The register: decisions, budgets, goals, outcomes and initiatives as records, each with its words in a document."""
