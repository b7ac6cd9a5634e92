# Two commands do everything on a fresh machine with Python 3.11: `make demo` and `make test`.
.DEFAULT_GOAL := help
PYTHON ?= python3
VENV ?= .venv
BIN := $(VENV)/bin
PIP_FLAGS := --quiet --disable-pip-version-check

.PHONY: help demo test check bench lock clean
help: ## what can be made
	@grep -hE '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/^([a-z-]+):.*## /  \1	/'

$(BIN)/python:
	@$(PYTHON) -c 'import sys; sys.exit(0 if sys.version_info >= (3, 11) else "Variorum needs Python 3.11 or newer; say which with PYTHON=/path/to/python3.11")'
	$(PYTHON) -m venv $(VENV)

$(VENV)/installed: requirements.lock pyproject.toml | $(BIN)/python
	$(BIN)/python -m pip install $(PIP_FLAGS) --require-hashes -r requirements.lock
	$(BIN)/python -m pip install $(PIP_FLAGS) --no-deps --editable .
	@touch $@

$(VENV)/installed-dev: requirements-dev.lock $(VENV)/installed
	$(BIN)/python -m pip install $(PIP_FLAGS) --require-hashes -r requirements-dev.lock
	@touch $@

demo: $(VENV)/installed ## installs everything, makes the edition of our example, says where the page is
	$(BIN)/variorum collate $(wildcard examples/*/documents) -o out/demo
	@echo
	$(BIN)/variorum show out/demo
	@echo
	@echo "The edition: file://$(abspath out/demo)/edition.html"

test: $(VENV)/installed-dev ## installs everything and runs the tests
	$(BIN)/python -m pytest

check: $(VENV)/installed-dev ## what CI runs: format, lint, floors, types, docs, quality gate
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/lint-imports
	$(BIN)/mypy
	$(BIN)/python bench/quality/gate.py

bench: $(VENV)/installed-dev ## speed by stage, peak memory, start-up; growth with the number of attributions
	$(BIN)/python bench/speed.py
	$(BIN)/python bench/incremental.py
	-$(BIN)/python -m pip install $(PIP_FLAGS) -r bench/peers.txt
	$(BIN)/python bench/annotation.py
	$(BIN)/python bench/blocking.py
	$(BIN)/python bench/scale.py

lock: $(BIN)/python ## writes the lock files anew from pyproject.toml
	$(BIN)/python -m pip install $(PIP_FLAGS) pip-tools
	$(BIN)/python -m piptools compile $(LOCK_FLAGS) -o requirements.lock pyproject.toml
	$(BIN)/python -m piptools compile $(LOCK_FLAGS) --extra dev -o requirements-dev.lock pyproject.toml
LOCK_FLAGS := --quiet --generate-hashes --allow-unsafe --strip-extras --no-header --no-annotate \
  --no-emit-index-url --no-emit-trusted-host --no-emit-find-links

clean: ## removes what was built
	rm -rf $(VENV) out build dist
