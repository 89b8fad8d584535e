# make run: the environment, then the sample articles to records. make test: lint, types, import contracts, tests, evaluation gate.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready
OUT := out

.PHONY: run test lint pytest evaluate soak format clean

run: $(READY)
	@mkdir -p $(OUT)
	$(BIN)/boctin extract corpus/articles -o $(OUT)/records.jsonl
	@echo "The records are in $(OUT)/records.jsonl; look at an article with: $(BIN)/boctin show corpus/articles/so-ket-dan-van-kheo-chau-phu.txt"

test: lint pytest evaluate

lint: $(READY)
	$(BIN)/ruff check pipeline tests scripts
	$(BIN)/ruff format --check pipeline tests
	$(BIN)/mypy
	$(BIN)/lint-imports

pytest: $(READY)
	$(BIN)/pytest --cov --cov-report=term:skip-covered

evaluate: $(READY)
	$(BIN)/python scripts/evaluate --gate

# The faults in full, at low priority: hours on a busy machine. Parts of it: scripts/soak kills fuzz
soak: $(READY)
	nice -n 10 $(BIN)/python scripts/soak

format: $(READY)
	$(BIN)/ruff check --fix pipeline tests scripts
	$(BIN)/ruff format pipeline tests

$(READY): pyproject.toml constraints.txt
	$(PYTHON) -c 'import sys; sys.exit(0 if sys.version_info >= (3, 11) else "boctin needs Python 3.11 or newer; say which with: make PYTHON=python3.11")'
	$(PYTHON) -m venv $(VENV)
	$(BIN)/pip install --quiet --constraint constraints.txt --editable models --editable '.[dev]'
	@touch $@

clean:
	rm -rf $(VENV) $(OUT) build *.egg-info pipeline/*.egg-info
