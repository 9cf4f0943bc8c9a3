# De opdrachten voor een nieuwe machine: make documents, make verify en make test.

PYTHON ?= python3
BIN := .venv/bin
# De bibliotheken die de opmaak van de PDF nodig heeft.
LIBRARIES := libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz0b libharfbuzz-subset0 fontconfig

PIP := $(BIN)/python -m pip --disable-pip-version-check --quiet
COMPILE := $(BIN)/pip-compile --quiet --generate-hashes --strip-extras --allow-unsafe \
	--no-emit-index-url --no-emit-trusted-host --no-emit-find-links

export PIP_ROOT_USER_ACTION := ignore
export PYRIGHT_PYTHON_IGNORE_WARNINGS := 1
export PYRIGHT_PYTHON_GLOBAL_NODE := 0

.PHONY: documents verify test soak benchmarks benchmarks-readme golden handbook pictures schema hooks requirements clean

documents: .venv/kamerwerk.installed
	$(BIN)/kamerwerk build

verify: documents .venv/thorough.installed
	$(BIN)/kamerwerk verify --thorough

test: .venv/development.installed
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/pyright
	$(BIN)/lint-imports
	$(BIN)/pytest -rs --numprocesses=auto

soak: .venv/development.installed
	SOAK_MUTATIONS=10000 $(BIN)/pytest --numprocesses=auto tests/test_mutations.py
	SOAK_PROJECTS=500 $(BIN)/pytest tests/fuzz/test_valid_content.py
	SOAK_KILLS=100 $(BIN)/pytest tests/unbreakable/test_killed.py
	SOAK_BUILDS=500 $(BIN)/pytest tests/unbreakable/test_many_builds.py
	SOAK_SECONDS=600 $(BIN)/pytest --numprocesses=auto tests/fuzz/test_guided.py

# QUICK=1 neemt minder ronden.
benchmarks: .venv/benchmarks.installed
	$(BIN)/python -m benchmarks

benchmarks-readme: .venv/benchmarks.installed
	$(BIN)/python -m benchmarks readme

golden: .venv/development.installed
	UPDATE_GOLDEN=1 $(BIN)/pytest --numprocesses=auto tests/golden

hooks:
	git config core.hooksPath setup/git-hooks

handbook: .venv/development.installed
	$(BIN)/python setup/make_handbook.py

pictures: .venv/development.installed
	$(BIN)/python setup/make_pictures.py

schema: .venv/development.installed
	$(BIN)/python setup/make_schemas.py

requirements: .venv/development.installed
	CUSTOM_COMPILE_COMMAND="make requirements" $(COMPILE) --build-deps-for=wheel --build-deps-for=editable \
		--output-file=requirements.txt pyproject.toml
	CUSTOM_COMPILE_COMMAND="make requirements" $(COMPILE) --extra=thorough --constraint=requirements.txt \
		--output-file=requirements-thorough.txt pyproject.toml
	CUSTOM_COMPILE_COMMAND="make requirements" $(COMPILE) --extra=dev --extra=thorough \
		--constraint=requirements.txt --output-file=requirements-dev.txt pyproject.toml
	CUSTOM_COMPILE_COMMAND="make requirements" $(COMPILE) --extra=benchmarks --constraint=requirements.txt \
		--output-file=requirements-benchmarks.txt pyproject.toml

clean:
	rm -rf build .venv .pytest_cache .ruff_cache .hypothesis .import_linter_cache

.venv/kamerwerk.installed: requirements.txt pyproject.toml setup/system-packages setup/check-python
	setup/check-python "$(PYTHON)"
	setup/system-packages $(LIBRARIES)
	test -x $(BIN)/python || "$(PYTHON)" -m venv .venv
	$(PIP) install --require-hashes --requirement requirements.txt
	$(PIP) install --no-deps --no-build-isolation --editable .
	touch $@

.venv/thorough.installed: .venv/kamerwerk.installed requirements-thorough.txt setup/validators
	setup/validators
	$(PIP) install --require-hashes --requirement requirements-thorough.txt
	touch $@

.venv/development.installed: .venv/kamerwerk.installed requirements-dev.txt
	$(PIP) install --require-hashes --requirement requirements-dev.txt
	touch $@

.venv/benchmarks.installed: .venv/kamerwerk.installed requirements-benchmarks.txt
	setup/system-packages chromium libreoffice-writer-nogui
	$(PIP) install --require-hashes --requirement requirements-benchmarks.txt
	touch $@
