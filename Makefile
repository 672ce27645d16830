# Two commands set everything up: `make demo` and `make test`. Python 3.11 or newer is all they need.
PYTHON ?= python3
BIN := .venv/bin

.PHONY: demo test bench kills load fuzz lock wheel audit clean

.venv/installed: pyproject.toml
	$(PYTHON) -m venv .venv
	$(BIN)/pip install --quiet --disable-pip-version-check --editable .
	$(BIN)/python -m compileall -q src  # a third of a second at every start where Python may not keep it
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

# Fifty clients of one server for a minute: none may be lost.
load: .venv/tested
	SAYSO_SECONDS=60 $(BIN)/pytest -q tests/interfaces/http/test_many.py

# What random and broken input does: SECONDS for each target, seven targets.
fuzz: .venv/tested
	$(BIN)/pip install --quiet --disable-pip-version-check --group fuzz
	$(BIN)/python -m fuzzing $(or $(SECONDS),90)

lock: .venv/tested
	$(BIN)/python release/lock.py

wheel: .venv/tested
	$(BIN)/python release/wheel.py

# Asks a database of known faults over the network; without one it cannot tell anything.
audit: .venv/tested
	$(BIN)/pip-audit --strict --require-hashes --disable-pip -r release/requirements.txt

# Whatever was never measured or is older than the tree; ONLY="places speed" names stages or sections.
bench: .venv/tested
	$(BIN)/python -m benchmarks $(ONLY)

clean:
	rm -rf .venv build dist
