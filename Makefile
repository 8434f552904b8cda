# The project's commands. `make demo` and `make test` set everything up by themselves.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
SHELL := bash
.SHELLFLAGS := -eu -o pipefail -c
STAMP := $(VENV)/.installed

.PHONY: demo run test lint format bench-intake bench-territory bench-export clean

# Installed again only when the pinned versions or the project's own description change.
$(STAMP): requirements.lock pyproject.toml
	@echo "Installing the pinned packages into $(VENV) (a minute or so, once) …"
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Python 3.11 or newer is needed: make PYTHON=python3.11 …")'
	@test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	@$(BIN)/python -m pip install --disable-pip-version-check -r requirements.lock \
		| sed -un 's/^Collecting \([^ ]*\).*/  \1/p; s/^Installing collected.*/  installing …/p'
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
	@touch $@

demo: $(STAMP)
	@$(BIN)/cikar demo $(if $(FRESH),--fresh)

run: $(STAMP)
	@$(BIN)/cikar migrate
	@$(BIN)/cikar run

test: $(STAMP)
	@$(BIN)/python -m tests.tools
	@$(BIN)/python -m pytest -q $(ARGS)

lint: $(STAMP)
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .
	@$(BIN)/mypy
	@$(BIN)/lint-imports
	@$(BIN)/python -m pytest -q tests/structure

format: $(STAMP)
	@$(BIN)/ruff check --fix .
	@$(BIN)/ruff format .

bench-intake: $(STAMP)
	@$(BIN)/python -m benchmarks.intake

bench-territory: $(STAMP)
	@$(BIN)/python -m benchmarks.territory

bench-export: $(STAMP)
	@$(BIN)/python -m benchmarks.export

clean:
	rm -rf $(VENV) .mypy_cache .ruff_cache .pytest_cache .hypothesis
