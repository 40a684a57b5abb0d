# Another interpreter: make lab PYTHON=python3.12    One part: make test PART=browser
PYTHON ?= python3

.PHONY: lab test
lab:
	@$(PYTHON) tools/lab.py

test:
	@$(PYTHON) tools/test.py $(PART)
