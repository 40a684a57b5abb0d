"""What the rules read in a notebook: its cells, words, code and pictures."""

import ast
import re
from dataclasses import dataclass
from pathlib import Path

from nbformat import NotebookNode
from nbformat.v4 import reads_json

ROOT = Path(__file__).parents[2]
NOTEBOOKS = sorted((ROOT / "notebooks").glob("[0-9]*.ipynb"))


@dataclass(frozen=True)
class Book:
    """A notebook and where it lies."""

    path: Path
    nb: NotebookNode

    @classmethod
    def read(cls, path):
        """The file as it is: nbformat's own reader would mend it, such as an id there twice."""
        return cls(Path(path), reads_json(Path(path).read_text(encoding="utf-8")))

    @property
    def cells(self):
        return self.nb.cells

    @property
    def code(self):
        return [cell for cell in self.cells if cell.cell_type == "code"]

    @property
    def prose(self):
        return [cell for cell in self.cells if cell.cell_type == "markdown"]

    @property
    def about(self):
        """The notebook's own metadata: covers, minutes."""
        return self.nb.metadata.get("nnlib", {})

    @property
    def number(self):
        return int(self.path.name[:2])


def tags(cell):
    return cell.metadata.get("tags", [])


def slide_type(cell):
    return cell.metadata.get("slideshow", {}).get("slide_type")


def words(text):
    """The number of words of a markdown text; tables, formulas and code blocks are not counted."""
    text = re.sub(r"```.*?```|\$\$.*?\$\$|<[^>]+>", " ", text, flags=re.S)
    text = re.sub(r"\$[^$]+\$|`[^`]+`", " x ", text)
    text = re.sub(r"\]\([^)]*\)", "]", text)
    lines = [line for line in text.splitlines() if not line.lstrip().startswith("|")]
    return len(re.findall(r"[^\W_][\w’'.,-]*", " ".join(lines)))


def tree(cell):
    """The syntax tree of a code cell; lines for IPython (% and !) are left out."""
    lines = cell.source.splitlines()
    return ast.parse("\n".join("" if line[:1] in "%!" else line for line in lines))


def bound(statements):
    """Names that these statements bind, at the top level."""
    names = set()
    for statement in statements:
        if isinstance(statement, (ast.FunctionDef, ast.ClassDef)):
            names.add(statement.name)
        elif isinstance(statement, (ast.Import, ast.ImportFrom)):
            names |= {(one.asname or one.name).split(".")[0] for one in statement.names}
        elif not isinstance(statement, ast.Expr):
            names |= {
                node.id
                for node in ast.walk(statement)
                if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store)
            }
    return names


def has_blank(node):
    """Whether `...` stands somewhere in it as a value to fill in."""
    return any(isinstance(one, ast.Constant) and one.value is ... for one in ast.walk(node))


def imported_from(book, module):
    """Names that the notebook imports from a module."""
    return {
        alias.asname or alias.name
        for cell in book.code
        for node in ast.walk(tree(cell))
        if isinstance(node, ast.ImportFrom) and node.module == module
        for alias in node.names
    }


def calls(cell):
    """Names of the functions that a cell calls."""
    return {
        node.func.id
        for node in ast.walk(tree(cell))
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name)
    }


def texts(cell):
    """Every stored output of a code cell as (mime type, text)."""
    for output in cell.get("outputs", []):
        if output.output_type == "stream":
            yield output.name, output.text
        elif output.output_type == "error":
            yield "error", f"{output.ename}: {output.evalue}"
        else:
            for mime, data in output.data.items():
                yield mime, data if isinstance(data, str) else str(data)


def has_picture(cell):
    return any(
        mime in ("image/png", "image/svg+xml") or (mime == "text/html" and "<svg" in text)
        for mime, text in texts(cell)
    )


def anchors(book):
    """What a link may name after #: JupyterLab's ids of the headings, and written ids."""
    found = set()
    for cell in book.prose:
        found |= set(re.findall(r'\bid="([^"]+)"', cell.source))
        for heading in re.findall(r"^#+ +(.+?) *$", cell.source, flags=re.M):
            found.add(heading.replace(" ", "-"))
    return found
