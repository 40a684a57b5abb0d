"""`make notebook`: what it begins and what it tidies keeps the rules."""

import sys
from pathlib import Path

import pytest
from nbformat.v4 import new_output
from reading import ROOT, Book
from rules import RULES
from small import small

sys.path.append(str(ROOT / "tools"))  # as for a script: its folder is on the path

from tools import notebook  # noqa: E402


def remarks(nb, folder, *names):
    path = folder / "05_walk.ipynb"
    (folder / "04_look.ipynb").write_text("{}")
    return [text for rule in RULES if rule.__name__ in names for text in rule(Book(path, nb))]


def test_a_begun_notebook_lacks_only_what_its_author_knows(tmp_path):
    nb = notebook.start("05_walk_down")
    kept = ("kernel", "slides", "telling_ids", "opening", "widget_cells", "plain_words")
    assert not remarks(nb, tmp_path, *kept)
    assert nb.cells[1].source.startswith("# 05 · Walk down (")


def test_what_jupyterlab_and_a_run_leave_is_tidied(tmp_path):
    nb = small()
    nb.metadata["language_info"]["version"] = "3.13.1"
    nb.metadata["widgets"] = {"state": {}}
    by_id = {cell.id: cell for cell in nb.cells}
    view = {"application/vnd.jupyter.widget-view+json": {}, "text/plain": "Stepper()"}
    by_id["stepper"].outputs = [new_output("display_data", view)]
    by_id["slope"].id, by_id["slope-about"].id = "3f0c11d2", "0d6f2a9b-3c1e-4b8a-9d57-aa10b2c3d4e5"
    by_id["setup"].metadata["execution"] = {"iopub.execute_input": "2026-01-01"}
    rules = ("kernel", "telling_ids", "widget_cells", "stored_outputs")
    assert len(remarks(nb, tmp_path, *rules)) >= 4
    notebook.tidy(nb)
    assert not remarks(nb, tmp_path, *rules)
    assert [by_id["slope-about"].id, by_id["slope"].id] == ["the-slope-2", "the-slope-3"]
    assert "execution" not in by_id["setup"].metadata
    assert by_id["picture"].outputs and by_id["setup"].id == "setup"


def test_a_stream_in_pieces_is_one_and_a_text_under_the_tag_stays():
    nb = small()
    cell = next(cell for cell in nb.cells if cell.id == "slope")
    cell.metadata["tags"] = ["nbval-ignore-output"]
    cell.outputs = [new_output("stream", text=text) for text in ("1.5\n", "\n")]
    cell.outputs.append(new_output("stream", name="stderr", text="2"))
    notebook.tidy(nb)
    assert [(one.name, one.text) for one in cell.outputs] == [
        ("stdout", "1.5\n\n"),
        ("stderr", "2"),
    ]


def test_it_runs_in_a_kernel_and_stores_what_is_shown(tmp_path):
    nb = notebook.start("05_walk")
    setup = next(cell for cell in nb.cells if cell.cell_type == "code")
    setup.source = "1 + 1"
    notebook.run(nb, tmp_path / "05_walk.ipynb")
    assert setup.outputs[0].data["text/plain"] == "2" and setup.execution_count == 1


def test_without_a_name_it_says_how(capsys):
    with pytest.raises(SystemExit) as raised:
        notebook.main([])
    assert "NAME=05_walk" in str(raised.value)


def test_it_never_leaves_the_notebooks_folder(tmp_path, monkeypatch):
    monkeypatch.setattr(notebook, "ROOT", tmp_path)
    monkeypatch.setattr(notebook, "VENV", Path(sys.prefix))
    (tmp_path / "notebooks").mkdir()
    assert notebook.main(["notebooks/05_walk.ipynb"]) == 0
    assert [path.name for path in (tmp_path / "notebooks").iterdir()] == ["05_walk.ipynb"]
