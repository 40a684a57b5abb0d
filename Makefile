# Another interpreter: make lab PYTHON=python3.12    One part: make test PART=browser
PYTHON ?= python3

.PHONY: lab test notebook pictures readme
lab:
	@$(PYTHON) tools/lab.py

test:
	@$(PYTHON) tools/test.py $(PART)

# for authors: begin or tidy a notebook (make notebook NAME=05_walk); what README.md shows
notebook:
	@$(PYTHON) tools/notebook.py $(NAME)

pictures:
	@$(PYTHON) tools/pictures.py

readme:
	@$(PYTHON) tools/readme.py
