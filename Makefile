# Two commands matter: `make run` and `make test`. `make help` lists the rest.
# Nothing but Python (3.11 or newer) and make is needed; everything is installed into .venv.

SHELL := /bin/bash
.DEFAULT_GOAL := help
PY := .venv/bin/python
# Python compiles a module when it is first used: compiling all of them takes longer than fetching them. It must then
# be allowed to keep what it compiled, or every start of every process compiles two thousand modules again.
INSTALL := $(PY) -m pip install --quiet --no-compile
export PYTHONDONTWRITEBYTECODE :=
export PIP_DISABLE_PIP_VERSION_CHECK := 1

# What `manage.py check --deploy` and the migrations check run with: a deployment's settings, secrets for one run.
DEPLOYED = PORTAL_DEMO= PORTAL_HOSTS=portal.example PORTAL_SAFEGUARDING_PHONE=x PORTAL_SENDIASS=x \
	PORTAL_SECRET_KEY=$$($(PY) -c 'import secrets; print(secrets.token_urlsafe(48))') \
	PORTAL_RECEIPT_KEY=$$($(PY) -c 'import secrets; print(secrets.token_urlsafe(48))') \
	PORTAL_SEALING_KEY=$$($(PY) -c 'import secrets; print(secrets.token_urlsafe(48))')

# Each process that runs tests has servers of its own, or databases of its own on the servers that are given.
PARALLEL = --numprocesses auto --maxprocesses 4 --dist loadgroup --no-loadscope-reorder

.PHONY: help run test test-long check bench snapshot audit clean browser packages dev-packages python

help: ## list these commands
	@awk -F ':.*## ' '/^[a-z-]+:.*## /{printf "  make %-10s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

run: packages ## run the whole portal on this machine; Ctrl-C stops it
	@set -a; if [ -f .env ]; then . ./.env; fi; \
	export PORTAL_DEMO="$${PORTAL_DEMO-1}"; exec $(PY) manage.py serve

test: dev-packages browser check ## all checks, then all tests
	@echo "== Tests"; $(PY) -m pytest -m "not long" $(PARALLEL) $(ARGS)

test-long: dev-packages browser check ## as test, with large seeds and every page
	@echo "== All tests, the long ones too"; $(PY) -m pytest $(PARALLEL) $(ARGS)

check: dev-packages ## style, imports, migrations, deployment settings
	@echo "== Style"; $(PY) -m ruff check . && $(PY) -m ruff format --check .
	@echo "== Who may import whom"; .venv/bin/lint-imports
	@echo "== Migrations match the models"
	@PORTAL_DEMO=1 $(PY) -W ignore::RuntimeWarning manage.py makemigrations --check --dry-run
	@echo "== Deployment settings"; $(DEPLOYED) $(PY) manage.py check --deploy --fail-level WARNING

bench: dev-packages ## measure, print a table, and write var/bench.json
	@$(PY) -m pytest tests/benchmarks -o python_files="bench_*.py" -o python_functions="bench_*" -q $(ARGS)

snapshot: packages ## write the database as the migrations leave it, where an empty one starts
	@PORTAL_DEMO=1 $(PY) -W ignore::RuntimeWarning manage.py snapshot

audit: dev-packages ## known vulnerabilities in what we depend on, and its licences
	@echo "== Known vulnerabilities"; .venv/bin/pip-audit --requirement requirements.txt
	@echo "== Licences"; $(PY) -c 'from importlib.metadata import distributions; \
	print(*sorted({f"{d.name:<32}{d.metadata.get("License-Expression") or d.metadata.get("License") or "see its files"}" \
	.splitlines()[0][:100] for d in distributions()}, key=str.lower), sep="\n")'

clean: ## remove what was installed and built; the data in var/ stays
	@rm -rf .venv .pytest_cache .ruff_cache .hypothesis .import_linter_cache var/static var/log
	@find . -name __pycache__ -type d -prune -exec rm -rf {} +
	@echo "Cleaned. To begin again without data too: rm -rf var"

# ---- what the commands above stand on ----

packages: python
	@cmp -s requirements.txt .venv/installed || { \
		echo "Installing what the portal needs (the first time takes a minute or two)"; \
		$(INSTALL) --requirement requirements.txt && cp requirements.txt .venv/installed; }

dev-packages: packages
	@cmp -s requirements-dev.txt .venv/installed-dev || { \
		echo "Installing what the checks and tests need"; \
		$(INSTALL) --requirement requirements-dev.txt && cp requirements-dev.txt .venv/installed-dev; }

python:
	@$(PY) -c '' 2>/dev/null || { \
		if [ ! -w . ]; then echo "This folder belongs to another account. Work in a clone of your own."; exit 1; fi; \
		rm -rf .venv; \
		for candidate in $(PYTHON) python3 python3.14 python3.13 python3.12 python3.11; do \
			if "$$candidate" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then \
				echo "Making .venv with $$($$candidate --version)"; \
				"$$candidate" -m venv .venv && exit 0; \
				rm -rf .venv; \
				echo "Python's venv module does not work. On Debian and Ubuntu: apt-get install python3-venv"; exit 1; \
			fi; \
		done; \
		echo "Python 3.11 or newer is needed and was not found. Name one with: make $(MAKECMDGOALS) PYTHON=/path/to/python3"; \
		exit 1; }

browser: dev-packages
	@$(PY) tests/find_browser.py
