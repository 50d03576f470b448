# `make run` and `make test` do all the set-up on a fresh machine; everything lands in .venv.
PYTHON ?= python3
PORT ?= 8501
VENV := .venv
PY := $(VENV)/bin/python
# Tools that the program does not run with have an environment of their own.
TOOLS := $(VENV)/tools
LOCK := deploy/requirements.lock
# Two workers; the tests of a file stay together, since they share what is slow to make.
PYTEST := $(PY) -m pytest -q -n 2 --dist loadfile --no-loadscope-reorder --hypothesis-profile=same
# Who sets this for a container would have pytest take apart all tests anew in every run.
unexport PYTHONDONTWRITEBYTECODE
# What `make check` leaves out: whatever starts a process or takes seconds.
SLOW := browser* page* edition* factsheets* pictures* exports* faults* server* hostile* deploy* \
  *_properties.py api* data_check.py data_mutations.py data_spoiled_files.py sound.py outside.py \
  atlas_memory.py map_days.py light.py benchmarks.py chromium.py places.py first_days.py survival.py \
  downloads_addresses.py curated_dossier.py curated_downloads.py happened.py geo_build.py \
  geo_refresh.py figures_curve*.py package.py accessibility_report.py permalinks.py curated_turns.py

.DEFAULT_GOAL := help
.PHONY: help run test check tidy boundaries bench bench-check test-deploy a11y lock sbom audit clean

help: ## list these targets
	@awk -F ':.*## ' '/^[a-z0-9-]+:.*## / {printf "make %-12s %s\n", $$1, $$2}' Makefile

run: $(VENV)/run.stamp ## start the dashboard on http://localhost:8501 (another port: PORT=8600)
	@$(PY) -m streamlit run app.py --server.port $(PORT)

test: $(VENV)/test.stamp ## check everything, in a browser too (installs browser and nginx if there are none)
	$(PY) tests/chromium.py
	@$(PY) -m deploy.trial.programs
	$(PY) -m data.check
	$(PY) -m frictionless validate datapackage.json
	$(PY) -m ruff check
	$(PYTEST) --durations=10

check: $(VENV)/test.stamp ## the quick part of `make test`: no browser, server, pages, editions, pictures or spoiled tables, a minute
	$(PY) -m data.check
	$(PY) -m data.tidy --check
	$(PY) -m ruff check
	$(PYTEST) $(addprefix --ignore-glob=tests/test_,$(SLOW))

tidy: $(VENV)/run.stamp ## put the tables in data/ into canonical order and form
	$(PY) -m data.tidy

boundaries: $(VENV)/run.stamp ## rebuild the boundaries from geo/source
	$(PY) -m geo.build

bench: $(VENV)/bench.stamp ## measure beside a floor, a naive version and Dash, a quarter of an hour on an idle machine (some parts: PARTS="run load")
	@$(PY) tests/chromium.py
	@$(PY) -m benchmarks $(PARTS)

bench-check: $(VENV)/bench.stamp ## measure again, and fail where a ratio is worse than the committed one by more than a quarter
	@$(PY) tests/chromium.py
	@$(PY) -m benchmarks --check $(PARTS)

test-deploy: $(VENV)/test.stamp ## try the site behind nginx: three processes, killed and started anew under load
	$(PY) tests/chromium.py
	@$(PY) -m deploy.trial.programs
	$(PY) -m deploy.trial

a11y: $(VENV)/test.stamp ## write docs/accessibility.md: what axe finds on every page, and the stops of the Tab key
	$(PY) tests/chromium.py
	$(PY) -m docs.accessibility

lock: $(TOOLS)/stamp ## pin all that requirements.txt wants in deploy/requirements.lock, with hashes, then `make sbom`
	PIP_CONFIG_FILE=/dev/null CUSTOM_COMPILE_COMMAND="make lock" $(TOOLS)/bin/pip-compile --quiet \
	  --upgrade --generate-hashes --no-reuse-hashes --strip-extras --no-emit-options \
	  --no-emit-index-url --no-emit-trusted-host --no-emit-find-links -o $(LOCK) requirements.txt
	@$(MAKE) --no-print-directory sbom

sbom: $(TOOLS)/stamp ## write deploy/sbom.cdx.json (CycloneDX) from the lock file
	$(TOOLS)/bin/cyclonedx-py requirements --output-reproducible --of JSON -o deploy/sbom.cdx.json $(LOCK)

audit: $(TOOLS)/stamp ## ask whether a package of the lock file has a known weak point; fails where it cannot be told
	@$(TOOLS)/bin/python deploy/audit.py

clean: ## remove .venv, caches and test artefacts
	rm -rf $(VENV) .pytest_cache .ruff_cache .hypothesis test-artefacts
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

# A stamp newer than the requirements says that they are installed.
$(VENV)/run.stamp: requirements.txt
	$(install)

$(VENV)/test.stamp: requirements-dev.txt requirements.txt
	$(install)

$(VENV)/bench.stamp: benchmarks/requirements.txt requirements-dev.txt requirements.txt
	$(install)

$(TOOLS)/stamp: deploy/requirements-tools.txt $(VENV)/run.stamp
	@$(PY) -m venv --clear $(TOOLS)
	@$(TOOLS)/bin/python -m pip install --quiet --disable-pip-version-check -r $<
	@touch $@

# An environment whose pip does not start (half made, or its Python is gone) is made anew.
define install
@$(PY) -m pip --version >/dev/null 2>&1 || { \
  $(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null || { \
    echo 'This needs Python 3.11 or newer, and "$(PYTHON)" is none.' >&2; \
    echo 'Install it, or name one: make $(MAKECMDGOALS) PYTHON=python3.12' >&2; exit 1; }; \
  $(PYTHON) -c 'import ensurepip, venv' 2>/dev/null || { \
    echo '"$(PYTHON)" lacks the module venv. On Debian or Ubuntu: apt install python3-venv' >&2; \
    exit 1; }; \
  echo 'Making $(VENV) ...'; $(PYTHON) -m venv --clear $(VENV); }
@echo 'Installing $< (a few minutes the first time) ...'
@$(PY) -m pip install --quiet --disable-pip-version-check -r $<
@touch $@
endef
