# Another interpreter: make lab PYTHON=python3.12    One part: make test PART=browser
PYTHON ?= python3

.PHONY: lab test pictures readme
lab:
	@$(PYTHON) tools/lab.py

test:
	@$(PYTHON) tools/test.py $(PART)

# for maintainers: what README.md shows
pictures:
	@$(PYTHON) tools/pictures.py

readme:
	@$(PYTHON) tools/readme.py
