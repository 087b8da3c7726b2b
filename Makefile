# Vigie.  `make help` tells what each target does.  Needs python3 (3.11 or newer), make and git.
PYTHON ?= python3
# PyTorch's own index of CPU builds (190 MB instead of gigabytes).  Empty it to use the ordinary index alone.
TORCH_INDEX ?= https://download.pytorch.org/whl/cpu
# Optional folder of evaluation sets beside this checkout; `make eval` says so where it is absent.
SHARED ?= ../shared
EVAL_SETS ?= events-mali known-item cross-lingual wires

BIN := .venv/bin
DEMO := .vigie-demo
VIGIE := $(BIN)/vigie --data $(DEMO)
PIP := $(BIN)/python -m pip --disable-pip-version-check
LOCKS := .requirements.lock .requirements-torch.lock

# Ends with 0 within 3 seconds if the index answers.  The alarm also cuts a name look-up that hangs.
PROBE := import signal, sys, urllib.request; signal.alarm(3); urllib.request.urlopen(sys.argv[1] + "/torch/", timeout=3)

.PHONY: help run test transcript eval eval-dates eval-stories eval-encoder bench bench-stories bench-watches gate torture encoder lock clean .venv
.DEFAULT_GOAL := help

help: ## list the targets
	@sed -n 's/^\([a-z.-]*\):[^#]*## \(.*\)/make \1\t\2/p' Makefile | expand -t 20

.venv: .venv/.ready ## make or refresh .venv with what Vigie needs to run

# Torch comes last: everything else that it needs is then in place, at the locked version.  A build for GPUs, which
# the ordinary index may give, still gets its own companions here: without them it would not start.
.venv/.ready: $(LOCKS) pyproject.toml
	$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Vigie needs Python 3.11 or newer: make PYTHON=python3.12")'
	$(PYTHON) -m venv .venv
	$(PIP) install --quiet --require-hashes --no-deps -r .requirements.lock
	@if [ -n "$(TORCH_INDEX)" ] && $(BIN)/python -c '$(PROBE)' "$(TORCH_INDEX)" 2>/dev/null; then \
	  $(PIP) install --quiet --index-url "$(TORCH_INDEX)" -r .requirements-torch.lock; \
	else \
	  echo "PyTorch's index of CPU builds does not answer: taking torch from the ordinary index."; \
	  $(PIP) install --quiet -r .requirements-torch.lock; \
	fi
	$(PIP) install --quiet --no-deps --no-build-isolation --editable .
	@touch $@

.venv/.ready-dev: .venv/.ready .requirements-dev.lock
	$(PIP) install --quiet --require-hashes --no-deps -r .requirements-dev.lock
	@touch $@

run: .venv/.ready ## start on the samples: the bot with VIGIE_TELEGRAM_TOKEN, else a chat here, else two questions
	@[ -d $(DEMO) ] || echo "Villages are not installed. For Mali, Burkina Faso and Niger: $(VIGIE) places add ML BF NE"
	@$(VIGIE) ingest --samples
	@if [ -n "$$VIGIE_TELEGRAM_TOKEN" ]; then exec $(VIGIE) bot; \
	elif [ -t 0 ] && [ -t 1 ]; then exec $(VIGIE) chat; \
	else printf '{"id": "%s", "question": "%s"}\n' en "latest attacks near Bamako" fr "dernières attaques près de Bamako" | \
	  $(VIGIE) ask --batch /dev/stdin; fi

test: .venv/.ready-dev ## lint, types, tests and the coverage floor
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/pytest --cov --cov-report=term:skip-covered

transcript: .venv/.ready-dev ## hold the conversation of the README anew and write it there
	$(BIN)/python -m tests.bot.whole_conversation

eval: .venv/.ready ## score the answers on the evaluation sets beside this checkout, if any
	@if [ ! -f $(SHARED)/eval/run.py ]; then echo "No evaluation sets in $(SHARED): nothing was measured."; exit 0; fi; \
	for name in $(EVAL_SETS); do \
	  echo "== $$name"; \
	  $(BIN)/python $(SHARED)/eval/run.py $(SHARED)/data/$$name --exe $(BIN)/vigie \
	    --places $(SHARED)/data/geonames/ML.txt || exit 1; \
	done

eval-dates: .venv/.ready ## how many date phrases of another reader are read as it expects
	$(BIN)/python tests/eval/dates.py

eval-stories: .venv/.ready ## how well stories are told apart on those sets, beside single-link cosine
	$(BIN)/python tests/eval/stories.py

eval-encoder: .venv/.ready ## what the vectors of the model find by themselves: make eval-encoder [MODEL=name]
	$(BIN)/python tests/eval/encoder.py $(if $(MODEL),--model $(MODEL))

bench-stories: .venv/.ready ## time putting a dispatch into its stories, up to 115,000 passages (about two minutes)
	$(BIN)/python tests/bench/stories.py

bench: .venv/.ready ## time ingest and questions on generated text, beside a plain peer
	$(BIN)/python tests/bench/bench.py

bench-watches: .venv/.ready ## time what 10,000 watches cost a dispatch, beside asking each in turn
	$(BIN)/python tests/bench/watches.py

gate: .venv/.ready ## how many answers the topic gate keeps, and how many it lets in, by the likeness it asks for
	$(BIN)/python tests/bench/gate_curve.py --data $(or $(GATE_DATA),build/gate)

torture: .venv/.ready-dev ## kill an ingest at any moment and find everything once; look for new counter-examples
	$(BIN)/python tests/torture/kill_ingest.py
	$(BIN)/pytest --hypothesis-profile=search $$(grep -lr --include=test_*.py '@given' tests)

# WITHOUT: a text whose sentences are left out of the training, so that the encoder can be tested on it.
encoder: .venv/.ready-dev ## make the encoder in the box again from DATA/train.tsv.gz: make encoder DATA=folder
	@test -n "$(DATA)" || { echo "Say where train.tsv.gz is: make encoder DATA=folder"; exit 2; }
	$(BIN)/python -m index.encoders.distil $(DATA) index/encoders/default \
	  $(if $(WITHOUT),--without $(WITHOUT)) $(if $(MINUTES),--minutes $(MINUTES))

# Torch's companions for GPUs are left out of the lock: which of them are needed is told by the torch that is installed.
COMPILE = build/lock/bin/pip-compile --quiet --generate-hashes --strip-extras --no-annotate --no-header \
	--no-emit-options --no-emit-index-url --no-emit-find-links --no-emit-trusted-host --unsafe-package torch \
	--unsafe-package pip --constraint .requirements-torch.lock --build-deps-for editable pyproject.toml
WITHOUT_GPU = awk 'BEGIN { print "\# Made by make lock." } /^[a-zA-Z\#]/ { keep = !/^(cuda-|nvidia-|triton|\#)/ } keep && NF'

lock: ## resolve the dependencies anew into the lock files
	$(PYTHON) -m venv build/lock
	build/lock/bin/pip install --quiet pip-tools==7.6.2
	$(COMPILE) --output-file build/runtime.txt
	$(COMPILE) --extra dev --extra train --constraint build/runtime.txt --output-file build/dev.txt
	$(WITHOUT_GPU) build/runtime.txt > .requirements.lock
	$(WITHOUT_GPU) build/dev.txt > .requirements-dev.lock

clean: ## remove .venv, the demo data and what the tools leave behind
	rm -rf .venv $(DEMO) build .coverage .hypothesis .mypy_cache .pytest_cache .ruff_cache *.egg-info
