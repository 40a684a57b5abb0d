"""The exercises of notebook 02 as `Task`: Hebb, one visit, the whole loop, the bound.

``check(visit, perceptron.visit)``. What they call: ``hebb_once(w, x, alpha)``,
``visit(w, b, x, y, alpha)``, ``learn(X, y, alpha)``, ``mistakes_allowed(X, y, w, b)``.
"""

import numpy as np

from nnlib.activations import step
from nnlib.exercises.task import Task
from nnlib.margins import margin

NORM = np.linalg.norm


def _samples(m, n, seed):
    """Samples on quarters that a plane with a clear gap separates, shuffled."""
    random = np.random.default_rng(seed)
    X = np.round(random.uniform(-2, 2, size=(m, n)) * 4) / 4
    z = X @ random.normal(size=n) + 0.3
    X, y = X[np.abs(z) > 0.2], (z[np.abs(z) > 0.2] > 0).astype(int)
    return X, y


def _visit(w, b, x, y, alpha):
    error = y - step(w @ x + b)
    return w + alpha * error * x, b + alpha * error


def _with(error):
    """The rule with another error: a function of z, y and ŷ."""

    def visit(w, b, x, y, alpha):
        z = w @ x + b
        amount = alpha * error(z, y, step(z))
        return w + amount * x, b + amount

    return visit


def _without_b(w, b, x, y, alpha):
    error = y - step(w @ x + b)
    return w + alpha * error * x, b


def _b_left_out_of_z(w, b, x, y, alpha):
    error = y - step(w @ x)
    return w + alpha * error * x, b + alpha * error


def _alpha_not_at_b(w, b, x, y, alpha):
    error = y - step(w @ x + b)
    return w + alpha * error * x, b + error


def _sum_left_out(w, b, x, y, alpha):
    error = y - step(w * x + b)
    return w + alpha * error * x, b + alpha * error


def _x_left_out(w, b, x, y, alpha):
    error = y - step(w @ x + b)
    return w + alpha * error, b + alpha * error


def _adds_only(w, b, x, y, alpha):
    amount = alpha * abs(y - step(w @ x + b))
    return w + amount * x, b + amount


def _b_after_w(w, b, x, y, alpha):
    w = w + alpha * (y - step(w @ x + b)) * x
    return w, b + alpha * (y - step(w @ x + b))


def _changes_alone(w, b, x, y, alpha):
    error = y - step(w @ x + b)
    return alpha * error * x, alpha * error


def _loop(X, y, alpha, *, epochs=1000, visit=_visit, batch=False, order=1):
    """Epochs of visits from zero weights, until one is without a mistake."""
    w, b = np.zeros(X.shape[1]), 0.0
    for _ in range(epochs):
        before = w, b
        for x_k, y_k in zip(X[::order], y[::order]):
            seen = before if batch else (w, b)
            new_w, new_b = visit(*seen, x_k, y_k, alpha)
            w, b = w + (new_w - seen[0]), b + (new_b - seen[1])
        if np.array_equal(w, before[0]) and b == before[1]:
            break
    return w, b


def _count(X, y, alpha, count, epochs=1000):
    """Epochs of visits until `count` of the errors, before and after each correction, is 0."""
    w, b, counted = np.zeros(X.shape[1]), 0.0, 1
    while counted and epochs:
        counted, epochs = 0, epochs - 1
        for x_k, y_k in zip(X, y):
            error = y_k - step(w @ x_k + b)
            w, b = w + alpha * error * x_k, b + alpha * error
            counted += count(error, y_k - step(w @ x_k + b))
    return w, b


def _bound(X, y, w, b, *, bias=True, length=True, square=True, sign=True, side=np.min, R=np.max):
    inputs = np.column_stack([X, np.ones(len(X))])
    s = np.where(np.ravel(y) == 1, 1.0, -1.0) if sign else 1.0
    gamma = side(s * (X @ w + b)) / (NORM(np.append(w, b)) if length else 1.0)
    longest = R(NORM(inputs if bias else X, axis=1))
    return (longest / gamma) ** (2 if square else 1)


def _planes():
    """Samples with a plane that separates them: that of the learning rule."""
    for seed in (1, 4, 7, 8):
        X, y = _samples(9, 2, seed)
        w, b = _loop(X, y, 0.5)
        yield X, y, w, b


def _visits():
    random = np.random.default_rng(4)
    cases = [(np.array([0.5, 1.0]), -1.25, np.array([1.0, 0.5]), 1, 0.5)]  # w alone says 1
    cases += [(np.array([1.0, -1.0]), 0.0, np.array([2.0, 2.0]), 1, 0.5)]  # z = 0
    for y in (0, 1, 0, 1, 0, 1):
        w, x = random.normal(size=(2, 3)).round(2)
        cases.append((w, round(random.normal(), 2), x, y, 0.25))
    return cases


def _sets():
    """Sets of samples with α.

    In the third a correction leaves its sample wrong; the last has a narrow gap and takes 49
    epochs.
    """
    yield from ((*_samples(14, 2, seed), 0.5) for seed in (3, 2, 4))
    yield *_samples(16, 3, 1), 0.25
    yield (
        np.array([[2.0, 0.5], [2.125, 0.5], [0.5, 2.0], [0.625, 2.25]]),
        np.array([0, 1, 0, 1]),
        0.5,
    )


def _told(w, b, x, y, alpha):
    return f"w = {w.tolist()}, b = {b:g}, x = {x.tolist()}, y = {y}, α = {alpha:g}"


hebb_once = Task(
    lambda w, x, alpha: w + alpha * (w @ x) * x,
    [(np.array(w), np.array(x), alpha) for w, x, alpha in (
        ([0.5, 0.5], [1.0, 2.0], 0.1), ([1.0, -1.0, 0.25], [0.5, 1.5, 1.0], 0.5),
    )],
    {
        "hebb_delta_alone": lambda w, x, alpha: alpha * (w @ x) * x,
        "hebb_no_alpha": lambda w, x, alpha: w + (w @ x) * x,
        "hebb_no_y": lambda w, x, alpha: w + alpha * x,
        "hebb_w_for_x": lambda w, x, alpha: w + alpha * (w @ x) * w,
        "hebb_no_sum": lambda w, x, alpha: w + alpha * (w * x) * x,
        "hebb_no_x": lambda w, x, alpha: w + alpha * (w @ x),
        "hebb_x_first": lambda w, x, alpha: w + alpha * (x * x) @ w,
        "hebb_step": lambda w, x, alpha: w + alpha * step(w @ x) * x,
        "hebb_taken": lambda w, x, alpha: w - alpha * (w @ x) * x,
    },
    hints=3,
)  # fmt: skip

visit = Task(
    _visit,
    _visits,
    {
        "visit_turned": _with(lambda z, y, y_hat: y_hat - y),
        "visit_always": _with(lambda z, y, y_hat: 1),
        "visit_y": _with(lambda z, y, y_hat: y),
        "visit_z": _with(lambda z, y, y_hat: y - z),
        "visit_sign": _with(lambda z, y, y_hat: y - np.sign(z)),
        "visit_no_sum": _sum_left_out,
        "visit_plus_minus": _with(lambda z, y, y_hat: (2 * y - 1) - np.where(z > 0, 1, -1)),
        "visit_at_least": _with(lambda z, y, y_hat: y - int(z >= 0)),
        "visit_no_alpha": lambda w, b, x, y, alpha: _visit(w, b, x, y, 1.0),
        "visit_b_stays": _without_b,
        "visit_b_not_in_z": _b_left_out_of_z,
        "visit_alpha_not_at_b": _alpha_not_at_b,
        "visit_no_x": _x_left_out,
        "visit_changes_alone": _changes_alone,
        "visit_adds": _adds_only,
        "visit_b_after_w": _b_after_w,
    },
    names=("w", "b"),
    hints=3,
    describe=_told,
)

learn = Task(
    _loop,
    _sets,
    {
        "learn_one_epoch": lambda X, y, alpha: _loop(X, y, alpha, epochs=1),
        "learn_two_epochs": lambda X, y, alpha: _loop(X, y, alpha, epochs=2),
        "learn_stays_zero": lambda X, y, alpha: (np.zeros(X.shape[1]), 0.0),
        "learn_counts_late": lambda *case: _count(*case, lambda before, after: abs(after)),
        "learn_errors_cancel": lambda *case: _count(*case, lambda before, after: before),
        "learn_batch": lambda X, y, alpha: _loop(X, y, alpha, batch=True),
        "learn_no_alpha": lambda X, y, alpha: _loop(X, y, 1.0),
        "learn_b_stays": lambda X, y, alpha: _loop(X, y, alpha, visit=_without_b),
        "learn_turned_order": lambda X, y, alpha: _loop(X, y, alpha, order=-1),
    },
    names=("w", "b"),
    hints=3,
    describe=lambda X, y, alpha: f"X {X.shape}, y {y.shape}, α = {alpha:g}",
)

mistakes_allowed = Task(
    _bound,
    list(_planes()),
    {
        "bound_no_sign": lambda *case: _bound(*case, sign=False),
        "bound_no_root": lambda X, y, w, b: _bound(X, y, w, b) * (w @ w + b**2),
        "bound_no_length": lambda *case: _bound(*case, length=False),
        "bound_no_bias": lambda *case: _bound(*case, bias=False),
        "bound_w_alone": lambda X, y, w, b: _bound(X, y, w, b) * (w @ w) / (w @ w + b**2),
        "bound_no_bias_at_all": lambda X, y, w, b: (
            _bound(X, y, w, b, bias=False) * (w @ w) / (w @ w + b**2)
        ),
        "bound_best_plane": lambda X, y, w, b: float((margin(X, y).R / margin(X, y).gamma) ** 2),
        "bound_best_plane_floor": lambda X, y, w, b: margin(X, y).bound,
        "bound_no_square": lambda *case: _bound(*case, square=False),
        "bound_mean": lambda *case: _bound(*case, side=np.mean),
        "bound_widest": lambda *case: _bound(*case, side=np.max),
        "bound_shortest": lambda *case: _bound(*case, R=np.min),
    },
    hints=3,
    describe=lambda X, y, w, b: f"X {X.shape}, w = {w.tolist()}, b = {b:g}",
)
