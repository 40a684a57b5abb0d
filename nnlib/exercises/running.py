"""Run a student's function: on copies, with every way to fail turned into a value."""

import ast
import inspect
import linecache
import re
import textwrap
import traceback
from copy import deepcopy
from dataclasses import dataclass

import numpy as np

from nnlib.exercises.compare import SYMBOLS, layer_label
from nnlib.words import say

# numpy's own sentences speak of gufunc signatures, operands and hashes: said anew, by kind
_NUMPY = {
    "sizes": r"core dimension.*\(size (\d+) is different from (\d+)\)"
    r"|shapes (\(.*?\)) (?:and )?(\(.*?\))",
    "number": r"not have enough dimensions \(has 0,",
    "axes": r"not have enough dimensions \(has (\d+), .* requires (\d+)\)",
    "ragged": r"inhomogeneous shape",
    "truth": r"truth value of an array",
    "hash": r"unhashable type: '(?:numpy\.ndarray|list)'",
    "index": r"index (-?\d+) is out of bounds for axis (\d+) with size (\d+)",
    "join": r"along dimension (\d+), the array at index \d+ has size (\d+) and .* size (\d+)",
    "join_axes": r"at index \d+ has (\d+) dimension\(s\) and .* has (\d+) dimension",
}


@dataclass(frozen=True)
class Raised:
    """An exception of the student's code, and the line of that code where it came up.

    `layer` is the line's own `l`, `inside` the student's function that the line calls,
    `lacks` the name of a dict that has no such key.
    """

    error: Exception
    line: str
    number: int | None
    layer: int | None = None
    inside: str = ""
    lacks: str = ""

    def __repr__(self):
        return f"{type(self.error).__name__}: {self.error}"

    @property
    def kind(self):
        """What went wrong, where it is known: "key", a key of `_NUMPY`, or ""."""
        if self.lacks:
            return "key"
        text = str(self.error)
        return next((kind for kind, said in _NUMPY.items() if re.search(said, text)), "")

    def sentence(self):
        """One clear sentence, no stack trace."""
        where = say("check.where", line=self.line, number=self.number) if self.line else ""
        where += say("check.inside", name=self.inside) if self.inside else ""
        where += say("check.with_l", l=self.layer) if self.layer is not None else ""
        return say("check.raised", where=where, error=self._error())

    def _error(self):
        if self.kind == "key":
            return missing_key(self.lacks, self.error.args[0])
        if interrupted(self):
            return say("check.endless")
        text = str(self.error.args[0] if isinstance(self.error, KeyError) else self.error)
        text = text.strip().rstrip(".")
        if self.kind:
            numbers = [group for group in re.search(_NUMPY[self.kind], text).groups() if group]
            text = say(f"check.numpy_{self.kind}", **dict(zip(("one", "two", "three"), numbers)))
        kind = type(self.error).__name__
        return f"{kind}, {text}" if text else kind


def interrupted(outcome):
    """Whether the reader stopped it: a loop that does not end."""
    return isinstance(outcome, Raised) and isinstance(outcome.error, KeyboardInterrupt)


def run(function, arguments):
    """What `function` makes of copies of the arguments: its value, or a `Raised`.

    A function that still is a stub gives `...`, whatever it does.
    """
    try:
        with np.errstate(all="ignore"):
            value = function(*deepcopy(arguments))
    except NotImplementedError:
        return ...
    except KeyboardInterrupt as error:
        return _raised(function, error)
    except Exception as error:
        if "'ellipsis'" in str(error) or has_blank(function) or blanks_called(function):
            return _filled(function, error)
        return _raised(function, error)
    return ... if value is None and has_blank(function) else value


def _filled(function, error):
    """The dicts that an unfinished function had filled when it stopped, by name; else `...`."""
    trace = error.__traceback__
    while trace is not None and trace.tb_frame.f_code is not getattr(function, "__code__", None):
        trace = trace.tb_next
    names = trace.tb_frame.f_locals if trace is not None else {}
    return {name: value for name, value in names.items() if type(value) is dict and value} or ...


def has_blank(function):
    """Whether the source of `function` still holds a `...` that is no index."""
    try:
        tree = ast.parse(textwrap.dedent(inspect.getsource(function)))
    except (OSError, TypeError, SyntaxError):
        return False
    subscripts = [node for node in ast.walk(tree) if isinstance(node, ast.Subscript)]
    indices = {id(node) for one in subscripts for node in ast.walk(one.slice)}
    return any(
        isinstance(node, ast.Constant) and node.value is ... and id(node) not in indices
        for node in ast.walk(tree)
    )


def blanks_called(function):
    """Names of the functions that `function` calls and that still hold a `...`."""
    names = getattr(getattr(function, "__code__", None), "co_names", ())
    known = getattr(function, "__globals__", {})
    return [n for n in names if inspect.isfunction(known.get(n)) and has_blank(known[n])]


def missing_key(name, key):
    """What it means that the dict `name` of the backward pass has no layer `key`."""
    if name in ("delta", "z", "g") and key == 1:
        return say("check.no_layer_1")
    if name in SYMBOLS:
        return say("check.too_early", part=layer_label(SYMBOLS[name], key))
    return say("check.no_key", name=name, l=key)


def _raised(function, error):
    code = getattr(function, "__code__", None)
    found = Raised(error, "", None)
    trace = error.__traceback__
    while trace is not None:
        frame = trace.tb_frame
        ours = code is not None and frame.f_code.co_filename == code.co_filename
        if ours and trace.tb_lineno is not None:  # not every instruction has a line
            line = linecache.getline(code.co_filename, trace.tb_lineno).strip()
            layer = frame.f_locals.get("l", found.layer)
            layer = layer if isinstance(layer, int) else None
            place = _inside(frame, trace.tb_next), _lacks(error, trace)
            found = Raised(error, line, trace.tb_lineno, layer, *place)
        trace = trace.tb_next
    return found


def _inside(frame, deeper):
    """The name of the reader's other function in which it happened, or an empty text."""
    code = deeper.tb_frame.f_code if deeper is not None else None
    function = frame.f_globals.get(code.co_name) if code else None
    return code.co_name if getattr(function, "__code__", None) is code and code else ""


def _lacks(error, trace):
    """The dict that has no such key, by its name in the line; an empty text for other errors."""
    if trace.tb_next is not None or not isinstance(error, KeyError):
        return ""
    place = traceback.extract_tb(trace, limit=1)[0]
    if not isinstance(error.args[0], int) or place.lineno != place.end_lineno:
        return ""
    raw = linecache.getline(place.filename, place.lineno).encode()
    found = raw[place.colno : place.end_colno].decode(errors="replace")
    name = re.search(r"(\w+)\[[^][]*\]$", found)
    return name[1] if name else ""
