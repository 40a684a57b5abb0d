"""The refresher of notebook 00 as `Task`: one line each, every natural mistake with a sentence.

``check(weighted_sum, start.weighted_sum)``. What they call: ``weighted_sum(w, x)``,
``layer(W, x)``, ``all_rows(X, W, b)``, ``slope(f, x, h)``, ``chain(x)``.
"""

import numpy as np

from nnlib.activations import sigmoid
from nnlib.exercises.task import Task


def _cases(*shapes, seed=0):
    """One case a row of shapes, filled with random numbers."""
    random = np.random.default_rng(seed)
    return [tuple(random.normal(size=shape) for shape in row) for row in shapes]


def _named(*names):
    """A case told by the shapes of its arrays."""
    return lambda *case: ", ".join(f"{name} {one.shape}" for name, one in zip(names, case))


weighted_sum = Task(
    lambda w, x: w @ x,
    _cases((2, 2), (3, 3), (3, 3), (5, 5)),
    {
        "star_vectors": lambda w, x: w * x,
        "no_weights": lambda w, x: np.sum(x),
        "mean_for_sum": lambda w, x: np.mean(w * x),
        "plus_for_times": lambda w, x: np.sum(w + x),
        "outer_for_inner": lambda w, x: np.outer(w, x),
        "loop_returns_early": lambda w, x: w[0] * x[0],
    },
    hints=3,
    describe=_named("w", "x"),
)

layer = Task(
    lambda W, x: W @ x,
    _cases(((3, 2), 2), ((2, 2), 2), ((3, 3), 3), ((2, 4), 4)),
    {
        "star_matrix": lambda W, x: W * x,
        "matrix_turned": lambda W, x: x @ W,
        "one_sum": lambda W, x: np.sum(W * x),
        "sum_down": lambda W, x: np.sum(W * x, axis=0),
        "x_left_out": lambda W, x: np.sum(W, axis=1),
    },
    axes=("unit",),
    hints=3,
    describe=_named("W", "x"),
)

all_rows = Task(
    lambda X, W, b: X @ W.T + b,
    _cases(((4, 2), (3, 2), 3), ((3, 3), (3, 3), 3), ((5, 2), (2, 2), 2), ((2, 4), (3, 4), 3)),
    {
        "T_missing": lambda X, W, b: X @ W + b,
        "b_missing": lambda X, W, b: X @ W.T,
        "star_rows": lambda X, W, b: X * W + b,
        "rows_turned": lambda X, W, b: W @ X.T + b[:, None],
        "rows_turned_b": lambda X, W, b: W @ X.T + b,
        "one_b": lambda X, W, b: X @ W.T + np.sum(b),
    },
    axes=("sample", "unit"),
    hints=3,
    describe=_named("X", "W", "b"),
)

slope = Task(
    lambda f, x, h: (f(x + h) - f(x - h)) / (2 * h),
    [(np.square, 1.0, 0.1), (lambda x: x**3, -2.0, 0.5), (sigmoid, 0.5, 0.1), (np.exp, 1.5, 0.2)],
    {
        "one_sided": lambda f, x, h: (f(x + h) - f(x)) / h,
        "one_sided_left": lambda f, x, h: (f(x) - f(x - h)) / h,
        "one_sided_no_h": lambda f, x, h: f(x + h) - f(x),
        "h_missing": lambda f, x, h: f(x + h) - f(x - h),
        "one_h": lambda f, x, h: (f(x + h) - f(x - h)) / h,
        "times_h": lambda f, x, h: (f(x + h) - f(x - h)) / 2 * h,
        "no_brackets": lambda f, x, h: f(x + h) - f(x - h) / (2 * h),
        "one_sided_no_brackets": lambda f, x, h: f(x + h) - f(x) / h,
        "points_swapped": lambda f, x, h: (f(x - h) - f(x + h)) / (2 * h),
        "square_alone": lambda f, x, h: 2 * x,
    },
    hints=3,
    describe=lambda f, x, h: f"x = {x}, h = {h}",
)

chain = Task(
    lambda x: 3 * (x**2 + 1) ** 2 * 2 * x,
    [-1.5, -0.5, 0.5, 1.0, 2.0],
    {
        "inner_missing": lambda x: 3 * (x**2 + 1) ** 2,
        "outer_missing": lambda x: 2 * x,
        "outer_at_x": lambda x: 3 * x**2 * 2 * x,
        "slopes_added": lambda x: 3 * (x**2 + 1) ** 2 + 2 * x,
        "outer_not_derived": lambda x: (x**2 + 1) ** 3 * 2 * x,
        "outer_at_slope": lambda x: 3 * (2 * x) ** 2,
        "outer_at_slope_times": lambda x: 3 * (2 * x) ** 2 * 2 * x,
        "inner_not_derived": lambda x: 3 * (x**2 + 1) ** 2 * (x**2 + 1),
    },
    hints=3,
)
