"""The real lines of `Network.forward`, `Network.backward` …, found in the source itself."""

import ast
import inspect
import textwrap
from dataclasses import dataclass
from functools import cache

from nnlib import training
from nnlib.network import Network

_FUNCTIONS = {
    "Network.forward": Network.forward,
    "Network.backward": Network.backward,
    "Network.input_gradient": Network.input_gradient,
    "cost": training._cost,
}
_WHERE = {
    # symbol: (function, what its line assigns to)
    "x": ("Network.forward", "a[1]"),
    "z": ("Network.forward", "z[l + 1]"),
    "a": ("Network.forward", "a[l + 1]"),
    "J": ("cost", "J"),
    "delta_out": ("Network.backward", "delta[L]"),
    "delta": ("Network.backward", "delta[l]"),
    "Delta": ("Network.backward", "Delta[l]"),
    "Delta_first": ("Network.backward", "Delta[1]"),
    "dJda": ("Network.input_gradient", "dJ_dx"),
}
_SHORT = {"cost", "Network.input_gradient"}  # shown whole, but for checks and docstring


@dataclass(frozen=True)
class Listing:
    """The lines of a function that compute something, and which of them is meant."""

    method: str
    lines: tuple
    now: int

    @property
    def line(self):
        """The line itself, without its indentation."""
        return self.lines[self.now].strip()


@cache
def listing(kind):
    """The `Listing` for a kind of step: x, z, a, J, delta_out, delta, Delta, Delta_first, dJda."""
    method, target = _WHERE[kind]
    source = textwrap.dedent(inspect.getsource(_FUNCTIONS[method])).splitlines()
    (function,) = ast.parse("\n".join(source)).body
    shown = [one for one in function.body if _assigned(one).keys() & _targets(method)]
    if method in _SHORT:
        shown = [one for one in function.body if isinstance(one, (ast.Assign, ast.Return))]
    first, last = shown[0].lineno, shown[-1].end_lineno
    lines = textwrap.dedent("\n".join(source[first - 1 : last])).splitlines()
    numbers = {text: number for one in shown for text, number in _assigned(one).items()}
    return Listing(method, tuple(lines), numbers[target] - first)


def _targets(method):
    return {target for where, target in _WHERE.values() if where == method}


def _assigned(statement):
    """What a statement assigns to, and in which line."""
    return {
        ast.unparse(target): target.lineno
        for node in ast.walk(statement)
        if isinstance(node, ast.Assign)
        for target in node.targets
    }
