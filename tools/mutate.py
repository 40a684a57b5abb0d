r"""Plant faults in the maths, one at a time, and see whether the tests notice.

``python tools/mutate.py`` takes floors 0 to 3, ``python tools/mutate.py losses data/plane``
the modules and files named. Each fault is written into a copy of the package and the
module's own tests and doctests run there; what they do not notice is printed and the exit
code is 1.
Faults that change nothing that could be seen are listed, with the reason, in
mutate_known.txt. Needs Linux or macOS (processes are forked).
"""

import argparse
import ast
import copy
import importlib
import io
import multiprocessing
import os
import resource
import shutil
import signal
import sys
import tempfile
import time
from contextlib import redirect_stderr, redirect_stdout
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
KNOWN = Path(__file__).with_name("mutate_known.txt")
MODULES = ["checks", "activations", "losses", "data", "numerals", "neurons", "nets"]
MODULES += ["membrane", "lines", "margins", "network", "training", "steps"]
SECONDS, BYTES = 60, 4 << 30  # a fault may loop or ask for all the memory there is

OPERATORS = {
    ast.Add: ast.Sub,
    ast.Sub: ast.Add,
    ast.Mult: ast.Div,
    ast.Div: ast.Mult,
    ast.Pow: ast.Mult,
    ast.MatMult: ast.Mult,
    ast.FloorDiv: ast.Mult,
    ast.Mod: ast.Mult,
    ast.Gt: ast.GtE,
    ast.GtE: ast.Gt,
    ast.Lt: ast.LtE,
    ast.LtE: ast.Lt,
    ast.Eq: ast.NotEq,
    ast.NotEq: ast.Eq,
    ast.Is: ast.IsNot,
    ast.IsNot: ast.Is,
    ast.In: ast.NotIn,
    ast.NotIn: ast.In,
    ast.And: ast.Or,
    ast.Or: ast.And,
}
ERRORS = {"TypeError": "ValueError", "ValueError": "TypeError"}


def changed(node, **fields):
    """A copy of the node with other fields."""
    twin = copy.copy(node)
    for name, value in fields.items():
        setattr(twin, name, value)
    return twin


def faults(node):
    """The faults to plant in place of one node, each as a node; None deletes a statement."""
    match node:
        case ast.BinOp(left, op, right):
            if type(op) in OPERATORS:
                yield changed(node, op=OPERATORS[type(op)]())
            yield from (left, right)
        case ast.Compare(ops=[op]) if type(op) in OPERATORS:
            yield changed(node, ops=[OPERATORS[type(op)]()])
        case ast.BoolOp(op, values):
            yield changed(node, op=OPERATORS[type(op)]())
            for i in range(len(values)):
                rest = values[:i] + values[i + 1 :]
                yield rest[0] if len(rest) == 1 else changed(node, values=rest)
        case ast.UnaryOp(operand=operand):
            yield operand
        case ast.Constant(value=bool() as value):
            yield changed(node, value=not value)
        case ast.Constant(value=int() | float() as value):
            yield changed(node, value=value + 1)
            yield changed(node, value=value - 1 if value != 2 else 1.0)
        case ast.Constant(value=str() as value):
            yield changed(node, value=value + "!")
        case ast.Attribute(value=value, attr="T"):
            yield value
        case ast.Call(func=func, args=args, keywords=keywords):
            checks = ast.unparse(func).startswith("checks.") and len(args) > 1
            if args and not isinstance(args[0], ast.Starred):
                yield args[1 if checks else 0]
            for i in range(len(keywords)):
                yield changed(node, keywords=keywords[:i] + keywords[i + 1 :])
        case ast.IfExp(body=body, orelse=orelse):
            yield from (body, orelse)
        case ast.Return(value=ast.expr() as value):
            if not (isinstance(value, ast.Constant) and value.value is None):
                yield changed(node, value=None)
        case ast.Raise(exc=ast.Call(func=ast.Name(id=name)) as exc) if name in ERRORS:
            yield None
            yield changed(node, exc=changed(exc, func=ast.Name(id=ERRORS[name])))
        case ast.Expr() | ast.Assign() | ast.AugAssign():
            yield None


def visited(node, parents=()):
    """The nodes where a fault can show: no docstrings, annotations, messages, imports."""
    if isinstance(node, (ast.Import, ast.ImportFrom, ast.JoinedStr)):
        return
    if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant):
        return
    if "exc" in parents:
        return
    yield node
    for field, value in ast.iter_fields(node):
        if field in ("annotation", "returns", "decorator_list", "match_args"):
            continue
        for child in value if isinstance(value, list) else [value]:
            if isinstance(child, ast.AST):
                yield from visited(child, (*parents, field))


def mutants(path):
    """Every faulty version of a file: (line number, line, old, new, whole source)."""
    source = path.read_bytes()
    lines = source.splitlines(keepends=True)
    starts = [0]
    for line in lines:
        starts.append(starts[-1] + len(line))
    for node in visited(ast.parse(source)):
        for fault in faults(node):
            begin = starts[node.lineno - 1] + node.col_offset
            end = starts[node.end_lineno - 1] + node.end_col_offset
            new = "pass" if fault is None else ast.unparse(fault)
            if isinstance(fault, ast.expr) and not isinstance(fault, (ast.Name, ast.Constant)):
                new = f"({new})"
            whole = source[:begin] + new.encode() + source[end:]
            old = " ".join(source[begin:end].decode().split())
            line = lines[node.lineno - 1].decode().strip()
            yield node.lineno, line, old, new, whole


def survives(job):
    """Whether the tests of the module pass on a copy of the package with this fault."""
    module, path, whole = job
    os.nice(10)
    resource.setrlimit(resource.RLIMIT_AS, (BYTES, BYTES))
    signal.signal(signal.SIGALRM, stop)
    signal.setitimer(signal.ITIMER_REAL, SECONDS, 1)  # again: a test may run a second time
    with tempfile.TemporaryDirectory() as there:
        shutil.copytree(
            ROOT / "nnlib", f"{there}/nnlib", ignore=shutil.ignore_patterns("__pycache__")
        )
        shutil.copytree(ROOT / "tests", f"{there}/tests", ignore=shutil.ignore_patterns("[!cot]*"))
        shutil.copy(ROOT / "pyproject.toml", there)
        Path(there, path).write_bytes(whole)
        os.chdir(there)
        sys.path.insert(0, there)
        sys.dont_write_bytecode = True
        import pytest

        try:
            with redirect_stdout(io.StringIO()), redirect_stderr(io.StringIO()):
                return not pytest.main(
                    ["-xq", "-p", "no:cacheprovider", "-p", "_hypothesis_pytestplugin"]
                    + ["--hypothesis-profile=unshrunk", "--disable-plugin-autoload"]
                    + ["--doctest-modules", f"tests/test_{module.split('/')[0]}.py", path]
                )
        except TimeoutError:  # rung while pytest reports
            return False
        finally:
            signal.setitimer(signal.ITIMER_REAL, 0)


def stop(signal_number, frame):
    """Turn a fault that loops for ever into one that fails."""
    raise TimeoutError("the fault was stopped")


def files(module):
    """The files of a module, a package or one file of it, from the root of the project."""
    file = ROOT / "nnlib" / f"{module}.py"
    found = [file] if file.exists() else sorted(file.with_suffix("").rglob("*.py"))
    return [path.relative_to(ROOT) for path in found]


def known():
    """What mutate_known.txt lists: the text of a fault → why it stays."""
    lines = KNOWN.read_text(encoding="utf-8").splitlines() if KNOWN.exists() else []
    return dict(line.split("  # ", 1) for line in lines if "  # " in line)


def examine(module, pool, reasons):
    """Plant every fault of one module; print what stays and one line of the table."""
    started = time.monotonic()
    found = [(path, *mutant) for path in files(module) for mutant in mutants(ROOT / path)]
    jobs = [(module, str(path), whole) for path, *_, whole in found]
    new, stays = 0, 0
    for (path, number, line, old, fault, _), alive in zip(found, pool.imap(survives, jobs)):
        text = f"{path.relative_to('nnlib')}: {line}: {old} -> {fault}"
        stays += alive
        if alive and text not in reasons:
            new += 1
            print(f"{number:5} {text}", flush=True)
    seconds = time.monotonic() - started
    print(
        f"{module:16} {len(jobs):4} faults, {len(jobs) - stays:4} noticed, "
        f"{stays - new:3} known to stay, {new:3} not noticed, {seconds:4.0f} s",
        flush=True,
    )
    return new


def main():
    """Examine the modules named, or all."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("modules", nargs="*", default=MODULES, help="network, data/plane …")
    parser.add_argument("--jobs", type=int, default=2, help="processes at a time")
    options = parser.parse_args()
    for name in ("numpy", "pytest", "hypothesis", "autograd.numpy", "IPython.display"):
        importlib.import_module(name)  # once, before the processes are forked
    forked = multiprocessing.get_context("fork")
    new, reasons = 0, known()
    with forked.Pool(options.jobs, maxtasksperchild=1) as pool:
        for module in options.modules:
            path = files(module)[0]
            if not pool.apply(survives, [(module, str(path), (ROOT / path).read_bytes())]):
                sys.exit(f"the tests of {module} fail without any fault")
            new += examine(module, pool, reasons)
    return int(new > 0)


if __name__ == "__main__":
    sys.exit(main())
