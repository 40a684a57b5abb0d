"""The rules of the house: imports go down only, the maths needs numpy alone, docs are whole."""

import ast
import inspect
import io
import re
import subprocess
import sys
import tokenize
from dataclasses import is_dataclass
from pathlib import Path

import pytest

import nnlib

HOUSE = Path(nnlib.__file__).parent

# The floors, each from left to right: a module may import what stands before it.
FLOORS = {
    0: ["checks", "activations", "losses", "data", "numerals", "words", "palette"],
    1: ["neurons", "nets", "membrane", "lines", "margins"],
    2: ["network"],
    3: ["training", "steps", "gallery"],
    4: ["formula", "svg", "plots"],
    5: ["widgets", "exercises"],
}
ROWS = [module for floor in FLOORS.values() for module in floor]
MATHS = [module for floor in range(4) for module in FLOORS[floor]]
HEAVY = ["matplotlib", "ipywidgets", "IPython", "anywidget", "traitlets", "PIL", "scipy"]
LATE = {"training": {"IPython"}}  # imported inside a function only, for the progress bar


def sources(module):
    """The files of a module or package."""
    file = HOUSE / f"{module}.py"
    return [file] if file.exists() else sorted((HOUSE / module).rglob("*.py"))


def imports(tree):
    """Every (name, statement) that the file imports, `from a import b` as a.b."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from ((alias.name, node) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, "imports are written with the package's name"
            yield from ((f"{node.module}.{alias.name}", node) for alias in node.names)


def broken(module, source):
    """What the source of `module` imports against the rules."""
    tree = ast.parse(source)
    wrong = []
    for name, node in imports(tree):
        package, *rest = name.split(".")
        if package == "nnlib":
            below = rest and rest[0] in [*ROWS[: ROWS.index(module)], module]
            if not below:
                wrong.append(name)
        elif module in MATHS and package not in {"numpy", *sys.stdlib_module_names}:
            late = package in LATE.get(module, ()) and node not in tree.body
            if not late:
                wrong.append(name)
    return wrong


def test_every_module_has_its_floor():
    there = {
        path.stem
        for path in HOUSE.iterdir()
        if path.suffix == ".py" or (path / "__init__.py").exists()
    }
    assert there - {"__init__"} <= set(ROWS)
    assert len(ROWS) == len(set(ROWS))


@pytest.mark.parametrize("module", ROWS)
def test_imports_go_down_only(module):
    for path in sources(module):
        assert broken(module, path.read_text(encoding="utf-8")) == [], path.name


@pytest.mark.parametrize(
    ("module", "source", "found"),
    [
        ("network", "from nnlib import training", ["nnlib.training"]),
        ("network", "from nnlib.network import Network", []),
        ("losses", "from nnlib import checks, activations", []),
        ("losses", "def f():\n    import nnlib.data", ["nnlib.data"]),
        ("checks", "import nnlib", ["nnlib"]),
        ("checks", "from nnlib import Network", ["nnlib.Network"]),
        ("svg", "from nnlib.widgets.picture import Picture", ["nnlib.widgets.picture.Picture"]),
        ("training", "import matplotlib.pyplot as plt", ["matplotlib.pyplot"]),
        ("training", "from IPython import display", ["IPython.display"]),
        ("training", "def f():\n    from IPython import display", []),
        ("network", "def f():\n    from IPython import display", ["IPython.display"]),
        ("data", "import gzip, numpy, scipy", ["scipy"]),
        ("plots", "import matplotlib", []),
    ],
)
def test_the_rule_finds_what_breaks_it(module, source, found):
    assert broken(module, source) == found


def test_import_nnlib_loads_numpy_and_nothing_heavier():
    code = "import sys, nnlib; print(*sorted({name.split('.')[0] for name in sys.modules}))"
    run = subprocess.run(
        [sys.executable, "-W", "error", "-c", code],
        capture_output=True,
        text=True,
        check=True,
        cwd=HOUSE.parent,
    )
    loaded = set(run.stdout.split())
    assert {"numpy", "nnlib"} <= loaded
    assert not loaded & set(HEAVY)


def test_maths_is_small(capsys):
    """Lines that hold code: no blank lines, comments or docstrings."""
    lines = {module: sum(map(code_lines, sources(module))) for module in MATHS}
    with capsys.disabled():
        print(f"\ncode lines of floors 0 to 3: {sum(lines.values())} {lines}")
    told = {"words", "palette", "numerals", "steps", "lines"}  # how a pass or a search is told
    assert sum(lines[module] for module in MATHS if module not in told) < 1100


def code_lines(path):
    source = path.read_text(encoding="utf-8")
    held = set()
    for token in tokenize.generate_tokens(io.StringIO(source).readline):
        if token.type not in (
            tokenize.COMMENT,
            tokenize.NL,
            tokenize.NEWLINE,
            tokenize.INDENT,
            tokenize.DEDENT,
            tokenize.ENDMARKER,
        ):
            held |= set(range(token.start[0], token.end[0] + 1))
    for node in ast.walk(ast.parse(source)):
        text = isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)
        if text and isinstance(node.value.value, str):
            held -= set(range(node.lineno, node.end_lineno + 1))
    return len(held)


# Docstrings


def public():
    """Every public function and class with its public methods and properties."""
    for name in nnlib.__all__:
        thing = getattr(nnlib, name)
        if inspect.ismodule(thing) or not (inspect.isclass(thing) or inspect.isfunction(thing)):
            continue
        yield name, thing
        if inspect.isclass(thing):
            for method, value in vars(thing).items():
                called = inspect.isfunction(value) or isinstance(value, (classmethod, property))
                if called and not method.startswith("_"):
                    yield f"{name}.{method}", getattr(thing, method)


DOCUMENTED = [pytest.param(name, thing, id=name) for name, thing in public()]


def parameters(thing):
    if not callable(thing):
        return []
    return [name for name in inspect.signature(thing).parameters if name not in ("self", "cls")]


def checks_input(thing):
    """Whether the body says so: a call into `checks`, an error raised, or a door shared."""
    if inspect.isclass(thing):
        written = vars(thing).get("__post_init__" if is_dataclass(thing) else "__init__")
        return written is not None and checks_input(written)
    source = inspect.getsource(thing)
    return bool(re.search(r"checks\.\w+\(|raise \w+Error|_problem\(", source))


@pytest.mark.parametrize(("name", "thing"), DOCUMENTED)
def test_docstring_begins_with_a_sentence(name, thing):
    doc = inspect.getdoc(thing.fget if isinstance(thing, property) else thing)
    assert doc and re.search(r"[.:)]$", doc.split("\n\n")[0]), name
    assert "dict(" not in doc.splitlines()[0]  # the signature that dataclass would write


@pytest.mark.parametrize(("name", "thing"), DOCUMENTED)
def test_docstring_names_parameters_shapes_and_errors(name, thing):
    doc, given = inspect.getdoc(thing) or "", parameters(thing)
    missing = [parameter for parameter in given if not re.search(rf"\b{parameter}\b", doc)]
    assert not missing
    if callable(thing) and checks_input(thing):
        assert "\nRaises\n------\n" in doc
    if given:
        assert re.search(r"shape|dimensionless|\bmV\b|int\b|str\b|bool\b|Dataset|Activation", doc)
