# The one door to the project. `make help` lists what can be done.

SHELL := /bin/bash
.SHELLFLAGS := -euo pipefail -c
.DELETE_ON_ERROR:
.DEFAULT_GOAL := help
MAKEFLAGS += --no-print-directory

PYTHON := .venv/bin/python
VERSION := $(shell sed -n 's/^version=//p' metadata.txt)
ZIP := dist/crige_ia_plugin-$(VERSION).zip

# Packages of the user's own account must not hide the system's NumPy; a C locale breaks accents in paths.
export PYTHONNOUSERSITE := 1
export PYTHONDONTWRITEBYTECODE := 1
UTF8 := LC_ALL=C.UTF-8
OFFSCREEN := $(UTF8) QT_QPA_PLATFORM=offscreen
SCREEN := $(UTF8) xvfb-run --auto-servernum --server-args="-screen 0 1600x1000x24"

# With "sudo make", what was built in somebody's checkout stays theirs.
GIVE_BACK := $(if $(SUDO_UID),chown -R $(SUDO_UID):$(SUDO_GID) $$(ls -d .venv build dist 2>/dev/null),:)

.PHONY: help
help: ## List what can be done
	@echo "CRIGE IA & géodata $(VERSION)"
	@grep -hE '^[a-z0-9-]+:.*## ' $(MAKEFILE_LIST) | sort | sed -E 's/:.*## /\t/' | expand -t 16 | sed 's/^/  make /'

.PHONY: setup setup-screen
setup: # QGIS, the virtual environment and the translation compiler
	@tools/setup_system.sh base
	@tools/setup_python.sh

setup-screen: setup
	@tools/setup_system.sh screen

.PHONY: setup-servers
setup-servers: setup # the servers that the tests talk to
	@tools/setup_python.sh servers

.PHONY: setup-scripts
setup-scripts: setup # what the shared scripts need
	@tools/setup_python.sh scripts

.PHONY: stage
stage: setup ## Bring build/crige_ia_plugin/ up to date: the plugin as QGIS loads it
	@$(PYTHON) tools/translations.py compile
	@$(PYTHON) tools/stage.py
	@$(GIVE_BACK)

.PHONY: package
package: stage ## Build dist/crige_ia_plugin-<version>.zip, the same bytes from the same commit
	@$(PYTHON) tools/package.py $(ZIP)
	@$(GIVE_BACK)

.PHONY: repository
repository: package ## Make dist/repository/, to be served at URL=https://… for QGIS's plugin manager
	@$(PYTHON) tools/repository.py '$(URL)' $(ZIP) dist/repository
	@$(GIVE_BACK)

.PHONY: demo
demo: package setup-screen ## Split and measure the embedded sample (or INPUT=… LEVEL_FIELD=… ROUTE_FIELD=…), show it in build/demo/
	@echo "demo: the zip in a fresh profile, through qgis_process"
	@QT_QPA_PLATFORM=offscreen $(PYTHON) tools/demo.py --zip $(ZIP) \
		$(if $(INPUT),--input '$(INPUT)') $(if $(LEVEL_FIELD),--level-field '$(LEVEL_FIELD)') \
		$(if $(TOLERANCE),--tolerance '$(TOLERANCE)') $(if $(ROUTE_FIELD),--route-field '$(ROUTE_FIELD)')
	@$(GIVE_BACK)

COVER = --cov=build/crige_ia_plugin --cov-branch --cov-report=term-missing:skip-covered --cov-report=json:build/coverage.json

.PHONY: test
test: stage setup-screen setup-servers setup-scripts ## Run the tests on the staged plugin (ARGS="-k roads", COVERAGE=1)
	@tools/setup_system.sh test
	@$(OFFSCREEN) $(PYTHON) -m pytest $(if $(COVERAGE),$(COVER)) $(ARGS)
	@$(if $(COVERAGE),$(PYTHON) tools/coverage_rooms.py build/coverage.json $(if $(ARGS),--no-gate))
	@$(GIVE_BACK)

.PHONY: test-matrix
test-matrix: stage ## Run the tests on QGIS 3.22, 3.40 and 3.44, and the pure rooms' on Python 3.9 (needs root)
	@tools/setup_system.sh matrix
	@tools/test_matrix.sh
	@$(GIVE_BACK)

# flake8-qgis's QGS202 goes by the name of a method alone, and takes ours for another class's.
PURE_ROOMS = $(wildcard $(addprefix crige_ia_plugin/,authoring catalogue engine runtime runsheet))

.PHONY: lint
lint: setup ## Check style, types, import rules, catalogue, translations, metadata and Qt 6 names
	@echo "lint: ruff"; $(PYTHON) -m ruff check --quiet . && $(PYTHON) -m ruff format --quiet --check .
	@echo "lint: mypy on the pure rooms"; $(PYTHON) -m mypy --no-error-summary $(PURE_ROOMS)
	@echo "lint: import rules"; $(PYTHON) tools/import_rules.py
	@echo "lint: flake8-qgis"; $(PYTHON) -m flake8 --isolated --select=QGS --extend-ignore=QGS202 crige_ia_plugin
	@echo "lint: embedded catalogue"; $(PYTHON) tools/build_catalogue.py --check
	@echo "lint: metadata"; $(PYTHON) tools/metadata_rules.py
	@echo "lint: translations"; $(PYTHON) tools/translations.py check
	@echo "lint: Qt 6 names"; $(PYTHON) tools/qt6_names.py crige_ia_plugin
	@$(GIVE_BACK)

.PHONY: i18n
i18n: setup ## Bring i18n/*.ts up to date with the sentences of the code
	@$(PYTHON) tools/translations.py update

.PHONY: audit
audit: package ## Put the zip through the plugin site's gate: bandit, detect-secrets, contents, size
	@$(PYTHON) tools/audit.py $(ZIP)

.PHONY: run
run: stage ## Open QGIS with the plugin in a profile of its own, under build/
	@$(PYTHON) tools/user_profile.py create build/profiles
	@qgis --profiles-path build/profiles --profile default

.PHONY: install
install: stage ## Link the staged plugin into your own QGIS profile (PROFILE=name)
	@$(PYTHON) tools/user_profile.py install $(or $(PROFILE),default)

.PHONY: screenshots
screenshots: package setup-screen setup-scripts ## Redraw the pictures of docs/images/ and of the tools' help
	@$(SCREEN) $(PYTHON) tools/screenshots.py --zip $(ZIP)
	@$(SCREEN) $(PYTHON) tools/screenshots_panel.py
	@$(SCREEN) $(PYTHON) tools/screenshots_scripts.py
	@$(OFFSCREEN) $(PYTHON) tools/help_pictures.py
	@$(GIVE_BACK)

.PHONY: docs
docs: setup ## Build the guide as a static site, in build/site; a broken link is an error
	@tools/setup_python.sh docs
	@NO_MKDOCS_2_WARNING=1 .venv/docs/bin/python -m mkdocs build --quiet --strict
	@echo "docs: build/site/index.html"
	@$(GIVE_BACK)

.PHONY: settings
settings: setup ## Rewrite the tables of the settings and their environment variables, in English and in French
	@$(OFFSCREEN) $(PYTHON) tools/settings_table.py
	@$(GIVE_BACK)

.PHONY: icon
icon: setup ## Redraw the PNG icon from the SVG one
	@$(OFFSCREEN) $(PYTHON) tools/icon.py

.PHONY: bench
bench: stage ## Measure the plugin, beside its peers, and write benchmarks/RESULTS.md (ARGS="…")
	@tools/setup_system.sh bench screen
	@$(OFFSCREEN) $(PYTHON) benchmarks/run.py $(ARGS)
	@$(GIVE_BACK)

.PHONY: soak
soak: stage setup-screen ## Use the plugin in QGIS for an hour (SOAK_MINUTES=60) and say what grew, warned or was left
	@$(UTF8) $(PYTHON) tools/soak.py $(SOAK_MINUTES)
	@$(GIVE_BACK)

.PHONY: mutate
mutate: stage ## Change the engine and the signatures in small ways: which change does no test notice (ARGS="…")
	@$(UTF8) $(PYTHON) tools/mutate.py $(ARGS)
	@$(GIVE_BACK)

.PHONY: clean
clean: ## Remove what was built (distclean: the virtual environment too)
	@rm -rf build dist .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache .qgis-settings .coverage
	@find crige_ia_plugin tests tools benchmarks -name __pycache__ -type d -prune -exec rm -rf {} +

.PHONY: distclean
distclean: clean
	@rm -rf .venv
