"""Exercises whose answers name the mistake; nothing here raises for an unanswered `...`.

- `check`: an answer against a reference, on cases, with a table of slips.
- `check_derivative`: a derivative against the slope by two points.
- `gradient_check`: a whole backward against the slopes by two points.
- `backprop`: the four exercises of slide 24 as `Task`, each with its slips;
  ``check(delta_output, backprop.delta_output)``. What they call:
  ``delta_output(a, y, z, g)`` → δ^(L), ``delta_hidden(W, delta_next, z, g)`` → δ^(l),
  ``Delta(delta_next, a)`` → Δ^(l), ``backward(net, forward, y)`` → (delta, Delta).
- `start`: the refresher of notebook 00 as `Task`; `neuron` and `xor`: the exercises of
  notebooks 01 and 03.
- `bugs`, `check_bug`, `mistakes`: four broken backwards, and the names of what may be wrong.
- `predict`: choose first, then see.

A wrong answer counts as a try: `check` points to the next hint, after the last one
to the solution. A hint is a markdown cell tagged ``hint``, from nudge over formula to
code, that opens by a click in JupyterLab and on GitHub; the empty line lets the
markdown inside be read:

    <details><summary>Hint 1</summary>

    Which factor says how fast the unit's own output moves?
    </details>

Examples
--------
>>> def delta_output(a, y, z, g):
...     return ...
>>> check(delta_output, backprop.delta_output)
… Not answered yet: put your own code where the `...` stands.
>>> def delta_output(a, y, z, g):
...     return 2 * (a - y) * g(z)
>>> check(delta_output, backprop.delta_output)
✗ g stands where g′ belongs: multiply by the slope g′(z), not by the activation g(z).
  Stuck? Open hint 1.
>>> def delta_output(a, y, z, g):
...     return 2 * (a - y) * g.derivative(z)
>>> check(delta_output, backprop.delta_output)
✓ Right, in all 4 cases.
"""

from nnlib.exercises import backprop, neuron, perceptron, start, xor
from nnlib.exercises.backprop import networks_for_checking
from nnlib.exercises.check import check
from nnlib.exercises.derivative import check_derivative
from nnlib.exercises.gradients import bugs, check_bug, gradient_check, mistakes
from nnlib.exercises.predict import Prediction, predict
from nnlib.exercises.result import Result
from nnlib.exercises.task import Task

__all__ = [
    "Prediction",
    "Result",
    "Task",
    "backprop",
    "bugs",
    "check",
    "check_bug",
    "check_derivative",
    "gradient_check",
    "mistakes",
    "networks_for_checking",
    "neuron",
    "perceptron",
    "predict",
    "start",
    "xor",
]
