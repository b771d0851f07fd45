# Two commands carry a newcomer: `make demo` and `make test`. Both make .venv when it is missing and
# install into it only when the list of requirements has changed.

HOST ?= 127.0.0.1
PORT ?= 8000
VENV := .venv
PYTHON := $(VENV)/bin/python
# For what needs the project's settings and no installation: they bring a secret of their own.
MANAGE_IN_TESTS := DJANGO_SETTINGS_MODULE=tests.settings $(PYTHON) manage.py
COMPILE := uv pip compile --quiet --universal --python-version 3.11 --generate-hashes \
	--custom-compile-command "make lock"

.PHONY: help demo test lint lock bench lighthouse pictures messages

help:
	@echo 'make demo    serve the example résumé on http://$(HOST):$(PORT)/ (or PORT=...)'
	@echo 'make test    check the code and run the tests, on SQLite and on PostgreSQL'
	@echo 'make lint    check the code only'
	@echo 'make bench   measure against the named peers, write bench/RESULTS.md'
	@echo 'make lighthouse    audit four pages of the example (needs npm and Chromium)'
	@echo 'make pictures    take the pictures of the README (needs Chromium)'
	@echo 'make messages    find new words and compile the translations (needs gettext)'
	@echo 'make lock    write requirements*.txt anew from pyproject.toml (needs uv)'

demo: $(VENV)/.runtime
	@$(PYTHON) manage.py demo --host $(HOST) --port $(PORT)

test: $(VENV)/.development
	@.ci/test

lint: $(VENV)/.development
	@.ci/lint

bench: $(VENV)/.development
	@$(PYTHON) -m bench

lighthouse: $(VENV)/.development
	@$(PYTHON) -m bench.lighthouse

pictures: $(VENV)/.development
	@$(PYTHON) -m bench.pictures

messages: $(VENV)/.development
	@$(MANAGE_IN_TESTS) makemessages -l ja --ignore=.venv --ignore=tests --no-wrap --no-location
	@$(MANAGE_IN_TESTS) compilemessages -l ja --ignore=.venv

lock:
	@$(COMPILE) pyproject.toml -o requirements.txt
	@$(COMPILE) pyproject.toml --extra dev -c requirements.txt -o requirements-dev.txt
	@$(COMPILE) pyproject.toml --extra extra -c requirements.txt -o requirements-extra.txt

$(VENV)/.runtime: requirements.txt .ci/install
	@.ci/install requirements.txt
	@touch $@

$(VENV)/.development: requirements-dev.txt .ci/install
	@.ci/install requirements-dev.txt
	@touch $@
