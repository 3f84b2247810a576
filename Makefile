# Two commands do everything: `make site` builds the desk's own site, `make test` tests the tool.
# Everything is set up in .venv; nothing outside the folder is touched, but for Debian packages
# that the browser tests need, and those only where make runs as root.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin

.PHONY: help site show test test-long check reference pictures bench bench-web bench-pdf bench-editions lock clean

help:
	@echo "make site       set up, build the desk's own site and its PDFs into site/"
	@echo "make show       serve site/ on this machine"
	@echo "make test       set up and run all tests"
	@echo "make check      the quick first part of the tests: format, lint, types, import floors"
	@echo "make test-long  the full-size cases too"
	@echo "make bench      times, beside peers"
	@echo "make bench-web  how soon a phone shows a page, beside stock Material (two minutes)"
	@echo "make bench-editions  reading a long history, beside git"
	@echo "make bench-pdf  times of PDFs, beside peers (they are installed for it; some minutes)"

site: $(VENV)/ready
	$(BIN)/standfirst build
	@echo
	@echo "The site is built. Open it with:  make show"
	@echo "Its PDFs are:"
	@find site -name '*.pdf' | sort | sed 's/^/  /'

show:
	@test -f site/index.html || { echo "there is no site yet: run make site"; exit 1; }
	@echo "http://127.0.0.1:8000/  (Ctrl-C ends it)"
	@$(PYTHON) -m http.server --bind 127.0.0.1 --directory site 8000

test: check $(VENV)/browser-ready
	$(BIN)/pytest -n 2

test-long: check $(VENV)/browser-ready
	$(BIN)/pytest -n 2 --long

check: $(VENV)/tests-ready
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports

# The pages of the handbook that the code itself knows best.
reference: $(VENV)/ready
	$(BIN)/python -c "from generator.commands_manual import commands_reference as page; print(page(), end='')" \
		> docs/handbook/commands.md
	$(BIN)/python -c "from generator.manual import reference; print(reference(), end='')" \
		> docs/handbook/diagnostics.md

# The pictures in the README and the handbook, taken from site/ in Chromium.
pictures: site $(VENV)/browser-ready
	$(BIN)/python tests/browser/pictures.py

bench: $(VENV)/tests-ready
	$(BIN)/python bench/times.py
	$(BIN)/python -m bench.preview
	$(BIN)/python bench/quotes.py
	$(BIN)/python bench/check.py

bench-web: $(VENV)/browser-ready
	$(BIN)/python bench/web.py

bench-editions: $(VENV)/tests-ready
	$(BIN)/python -m bench.editions

bench-pdf: $(VENV)/tests-ready
	$(BIN)/python -m bench.pdf

lock: $(VENV)/ready
	$(BIN)/pip install --quiet uv
	$(BIN)/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-header \
		--no-annotate --extra search --group dev pyproject.toml -o requirements-dev.lock
	$(BIN)/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-header \
		--no-annotate --extra search --group build pyproject.toml -c requirements-dev.lock -o requirements.lock

clean:
	rm -rf site .standfirst $(VENV) dist

# hatchling and editables are in the lock, and the project itself is installed without isolation:
# nothing is fetched that the lock does not name.
$(VENV)/ready: requirements.lock pyproject.toml
	$(PYTHON) -c 'import sys; sys.exit("Python 3.11 or newer is needed" if sys.version_info < (3, 11) else 0)'
	test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	$(BIN)/pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
	$(BIN)/pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
	touch $@

$(VENV)/tests-ready: requirements-dev.lock $(VENV)/ready
	$(BIN)/pip install --quiet --disable-pip-version-check --require-hashes -r requirements-dev.lock
	touch $@

$(VENV)/browser-ready: $(VENV)/tests-ready tests/browser/setup.sh tests/browser/package-lock.json
	@sh tests/browser/setup.sh
	touch $@
