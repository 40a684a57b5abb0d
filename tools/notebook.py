r"""Begin a notebook, or run and tidy one: `make notebook NAME=05_walk`.

On Windows `py -3 tools\notebook.py 05_walk`. A notebook that is not there yet begins
with the cells that each has. One that is there is run from top to bottom and stored as
the tests want it: outputs in order, none under widgets, cell ids that say something,
nothing of this machine.
"""

import re
import subprocess
import sys
from pathlib import Path

from environment import PYTHON, ROOT, VENV, ensure

NAVIGATION = "[00 Start here (contents)](00_start_here.ipynb)"
OPENING = """# {title} (中文)

You will …, in one sentence.

After this notebook you can

- **compute** …;
- **explain** ….

30 minutes. You need notebook …."""
START = [  # id, slide type, text; the code cells are those whose id says so
    ("navigation-top", "skip", NAVIGATION),
    ("opening", "slide", OPENING),
    ("setup-about", "skip", "Run this cell first, with Shift+Enter."),
    ("setup", "skip", "import numpy as np\nfrom nnlib import Network"),
    ("question", "slide", "## A question?\n\nThe smallest case by hand, with numbers."),
    ("notes", "notes", "<details><summary>For the instructor</summary>\n\n…\n\n</details>"),
    ("summary", "slide", "## What remains\n\nThe formulas."),
    ("sources", "skip", "## Sources\n\n- …"),
    ("navigation-bottom", "skip", NAVIGATION),
]


def main(names: list[str]) -> int:
    """Begin or tidy the notebooks named, in .venv."""
    if not names:
        sys.exit("name a notebook, as in: make notebook NAME=05_walk")
    if Path(sys.prefix).resolve() != VENV.resolve():
        ensure(tests=True)
        return subprocess.run([PYTHON, __file__, *names], check=False).returncode
    import nbformat

    for name in names:
        path = ROOT / "notebooks" / f"{Path(name).stem}.ipynb"
        begun = not path.exists()
        book = start(path.stem) if begun else tidy(run(nbformat.read(path, as_version=4), path))
        nbformat.write(book, path)
        print(path.name, "begun" if begun else "run and tidied")
    return 0


def start(stem: str):
    """Return a notebook with the cells that each has."""
    from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook

    number, _, title = stem.partition("_")
    title = f"{number} · {title.replace('_', ' ').capitalize()}"
    cells = []
    for name, slide, text in START:
        new = new_code_cell if name == "setup" else new_markdown_cell
        about = {"slideshow": {"slide_type": slide}}
        cells.append(new(text.replace("{title}", title), metadata=about, id=name))
    kernel = {"name": "python3", "display_name": "Python 3 (ipykernel)", "language": "python"}
    about = {"kernelspec": kernel, "language_info": {"name": "python"}}
    return new_notebook(cells=cells, metadata=about | {"nnlib": {"covers": [], "minutes": 30}})


def run(book, path: Path):
    """Run every cell in a new kernel; stops at the first that fails."""
    from nbclient import NotebookClient

    where = {"metadata": {"path": str(path.parent)}}
    return NotebookClient(book, timeout=600, resources=where, record_timing=False).execute()


def tidy(book):
    """Take out what a run leaves of the machine; name the cells that have a random id."""
    book.metadata.pop("widgets", None)
    book.metadata.get("language_info", {}).pop("version", None)
    section, taken = "opening", {cell.id for cell in book.cells}
    for cell in book.cells:
        section = heading(cell) or section
        if re.search(r"\d", cell.id) and re.fullmatch(r"[0-9a-f]{8}(-[0-9a-f-]+)?", cell.id):
            cell.id = free(section, taken)
            taken.add(cell.id)
        if cell.cell_type == "code":
            cell.outputs = whole(cell.outputs)
        if cell.metadata.get("slideshow", {}).get("slide_type") == "-":
            del cell.metadata["slideshow"]["slide_type"]  # a live deck would not show it
        for name in ("trusted", "execution", "collapsed"):
            cell.metadata.pop(name, None)
    return book


def whole(outputs):
    """Return no output where one is a widget; streams that came in pieces are one again."""
    if any(
        "application/vnd.jupyter.widget-view+json" in output.get("data", {}) for output in outputs
    ):
        return []
    kept = []
    for output in outputs:
        if kept and output.output_type == "stream" and kept[-1].get("name") == output.name:
            kept[-1].text += output.text
        else:
            kept.append(output)
    return kept


def heading(cell) -> str:
    """Return the first words of a heading as the beginning of an id, nothing without one."""
    found = re.search(r"^##+ (.*)$", cell.source, re.M) if cell.cell_type == "markdown" else None
    words = re.findall(r"[a-z]{3,}", found[1].lower()) if found else []
    return "-".join(words[:3])


def free(beginning: str, taken: set[str]) -> str:
    """Return the first id of beginning-2, beginning-3, … that no cell has."""
    number = 2
    while f"{beginning}-{number}" in taken:
        number += 1
    return f"{beginning}-{number}"


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
