# make run: set up, index the corpus, serve the page.  make test: set up, run every check.
# make exempel: write docs/exempel.md anew, from the shipped corpus and the built-in search whatever the settings say.
# CORPUS=FOLDER names another folder of documents than the settings do.
PYTHON ?= python3
VENV ?= .venv
BIN := $(VENV)/bin

.PHONY: install run test index check bench exempel clean

install: $(VENV)/.installed
run: index
	$(BIN)/python app.py
index: $(VENV)/.installed
	$(BIN)/python -m ingest $(if $(CORPUS),"$(CORPUS)")
test: check browser-note
	$(BIN)/python -m pytest
check: $(VENV)/.test-installed
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports
bench: $(VENV)/.test-installed
	$(BIN)/python -m benchmarks
exempel: export FINSAM_CORPUS := corpus
exempel: export FINSAM_EMBEDDING_MODEL :=
exempel: $(VENV)/.installed
	$(BIN)/python -m ingest --index data/exempel
	$(BIN)/python -m assistant examples docs/exempel.toml --index data/exempel --out docs/exempel.md
clean:
	rm -rf $(VENV) data .mypy_cache .ruff_cache .pytest_cache .import_linter_cache

$(VENV)/.python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
	  { echo "Python 3.11 or newer is needed; set PYTHON=/path/to/python3.11"; exit 1; }
	$(PYTHON) -m venv $(VENV)
	touch $@
$(VENV)/.installed: $(VENV)/.python pyproject.toml constraints.txt
	$(BIN)/pip install -q --disable-pip-version-check -e . -c constraints.txt
	touch $@
$(VENV)/.test-installed: $(VENV)/.installed
	$(BIN)/pip install -q --disable-pip-version-check -e '.[test]' -c constraints.txt
	touch $@

# The browser tests drive the system's Chromium.
.PHONY: browser-note
browser-note:
	@command -v chromium >/dev/null || command -v chromium-browser >/dev/null || \
	  { [ "$$(id -u)" = 0 ] && command -v apt-get >/dev/null && apt-get update -qq && \
	    apt-get install -y -qq --no-install-recommends chromium >/dev/null; } || \
	  echo "Browser tests are left out: install Chromium (Debian: apt-get install chromium) and run make test again."
