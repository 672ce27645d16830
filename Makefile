# Two commands set everything up: `make demo` and `make test`. Python 3.11 or newer is all they need.
PYTHON ?= python3
BIN := .venv/bin

.PHONY: demo test bench kills clean

.venv/installed: pyproject.toml
	$(PYTHON) -m venv .venv
	$(BIN)/pip install --quiet --disable-pip-version-check --editable .
	touch $@

.venv/tested: .venv/installed
	$(BIN)/pip install --quiet --disable-pip-version-check 'pip>=25.1'
	$(BIN)/pip install --quiet --disable-pip-version-check --group test
	touch $@

demo: .venv/installed
	$(BIN)/python examples/demo.py

test: .venv/tested
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/pytest

kills: .venv/tested
	SAYSO_KILLS=100 $(BIN)/pytest -q tests/ledger/test_faults.py -k killed

bench: .venv/tested
	$(BIN)/python -m benchmarks > docs/benchmarks.new
	mv docs/benchmarks.new docs/benchmarks.md

clean:
	rm -rf .venv build dist
