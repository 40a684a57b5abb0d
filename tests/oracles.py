"""What the tests hold nnlib against: written without it, slowly and in the open."""

import math
import re
import warnings

import autograd.numpy as anp
import numpy as np
import pytest
from autograd import grad
from hypothesis import strategies as st

KINKED = ("step", "relu")
NAMES = ("step", "sigmoid", "tanh", "relu", "identity")

PLAIN = {
    "step": lambda z: 1.0 if z > 0 else 0.0,
    "sigmoid": lambda z: 1.0 / (1.0 + math.exp(-z)),
    "tanh": math.tanh,
    "relu": lambda z: z if z > 0 else 0.0,
    "identity": lambda z: z,
}
FACTOR = {"squared_error": 1.0, "half_squared_error": 0.5}


class Case:
    """A random network and data as plain arrays: W and b in layer order, no nnlib."""

    def __init__(self, sizes, g, m, lam, loss, seed):
        self.sizes, self.g, self.lam, self.loss = sizes, g, lam, loss
        random = np.random.default_rng(seed)
        self.W = [random.normal(size=(o, i)) for i, o in zip(sizes, sizes[1:])]
        self.b = [random.normal(size=o) for o in sizes[1:]]
        self.X = random.normal(size=sizes[:1] if m is None else (m, sizes[0]))
        self.y = random.normal(size=sizes[-1:] if m is None else (m, sizes[-1]))

    def __repr__(self):
        return f"Case({self.sizes}, {self.g}, X {self.X.shape}, {self.lam}, {self.loss})"

    def smooth(self, margin=1e-3):
        """No unit with a kink stands within `margin` of it, so J has a slope here."""
        return all(
            abs(z) > margin
            for x in np.atleast_2d(self.X)
            for name, layer in zip(self.g, passes(self.W, self.b, self.g, x)[0])
            for z in layer
            if name in KINKED
        )


@st.composite
def cases(draw, g=NAMES):
    """Networks of one to five computing layers, one sample or a batch."""
    depth = draw(st.integers(1, 5))
    sizes = draw(st.lists(st.integers(1, 4), min_size=depth + 1, max_size=depth + 1))
    names = draw(st.lists(st.sampled_from(g), min_size=depth, max_size=depth))
    m = draw(st.sampled_from([None, 1, 2, 5]))
    lam = draw(st.sampled_from([0.0, 0.3]))
    loss = draw(st.sampled_from(list(FACTOR)))
    return Case(sizes, names, m, lam, loss, draw(st.integers(0, 10**6)))


def passes(W, b, g, x):
    """All z and all a of one sample, layer 2 first, by loops over units and weights."""
    z_of, a_of, a = [], [], [float(value) for value in x]
    for weights, biases, name in zip(W, b, g):
        z = []
        for row, bias in zip(weights, biases):
            total = float(bias)
            for weight, value in zip(row, a):
                total += float(weight) * value
            z.append(total)
        a = [PLAIN[name](value) for value in z]
        z_of.append(z)
        a_of.append(a)
    return z_of, a_of


def plain_cost(case, lam=None, W=None, b=None):
    """J by loops: mean over the samples, sum over the outputs, lam/2 sum of W squared."""
    W, b = W or case.W, b or case.b
    lam = case.lam if lam is None else lam
    X, Y = np.atleast_2d(case.X), np.atleast_2d(case.y)
    J = 0.0
    for x, y in zip(X, Y):
        for a, target in zip(passes(W, b, case.g, x)[1][-1], y):
            J += FACTOR[case.loss] * (a - target) ** 2
    J /= len(X)
    for weights in W:
        for weight in weights.flat:
            J += lam / 2 * weight**2
    return J


def two_point_gradient(case, h=1e-6):
    """Theta-shaped slopes of `plain_cost`, bias first: (J(+h) - J(-h)) / 2h."""
    W = [weights.copy() for weights in case.W]
    b = [biases.copy() for biases in case.b]
    D = {}
    for l, (weights, biases) in enumerate(zip(W, b), start=1):
        D[l] = np.empty((len(biases), 1 + weights.shape[1]))
        for i in range(len(biases)):
            for j in range(1 + weights.shape[1]):
                array, place = (biases, i) if j == 0 else (weights, (i, j - 1))
                middle = array[place]
                array[place] = middle + h
                above = plain_cost(case, W=W, b=b)
                array[place] = middle - h
                below = plain_cost(case, W=W, b=b)
                array[place] = middle
                D[l][i, j] = (above - below) / (2 * h)
    return D


AUTO = {
    "sigmoid": lambda z: 1 / (1 + anp.exp(-z)),
    "tanh": anp.tanh,
    "relu": lambda z: anp.where(z > 0, z, 0.0),
    "identity": lambda z: z,
    "step": lambda z: anp.where(z > 0, 1.0, 0.0),
}


def autograd_gradient(case):
    """dJ/dW, dJ/db and dJ/dX by HIPS autograd."""

    def J(W, b, X):
        a = anp.reshape(X, (-1, case.sizes[0]))
        for weights, biases, name in zip(W, b, case.g):
            a = AUTO[name](anp.dot(a, weights.T) + biases)
        error = a - anp.reshape(case.y, (-1, case.sizes[-1]))
        decay = sum(anp.sum(weights**2) for weights in W)
        loss = FACTOR[case.loss] * anp.sum(error**2)
        return loss / a.shape[0] + case.lam / 2 * decay

    with warnings.catch_warnings():
        # what a step unit says does not depend on what stands before it
        warnings.filterwarnings("ignore", "Output seems independent of input")
        dW, db, dX = (grad(J, i)(case.W, case.b, case.X) for i in range(3))
    D = {
        l: np.column_stack([bias, weights])
        for l, (weights, bias) in enumerate(zip(dW, db), start=1)
    }
    return D, dX


def refuses(name, call, error=None):
    """`call` raises our own error about the argument `name`; its text is returned."""
    with pytest.raises((TypeError, ValueError)) as caught:
        call()
    text = str(caught.value)
    wanted = [error] if error else [TypeError, ValueError]
    assert type(caught.value) in wanted, repr(caught.value)
    assert re.match(rf"{re.escape(name)}(\[\d+\]| [Xy])? must be ", text), text
    assert ", got " in text, text
    return text


NOT_NUMBERS = {
    "None": None,
    "text": "1",
    "list": [1.0],
    "true": True,
    "numpy false": np.False_,
    "complex": 1j,
    "vector": np.array([1.0]),
    "object": object(),
    "dict": {},
    "nan": math.nan,
    "infinite": math.inf,
    "numpy -infinite": np.float64(-math.inf),
    "beyond float": 10**400,
    "endless int": -(10**5000),
    "boolean in an array": np.array(True),
    "text in an array": np.array("1"),
}
NOT_INTEGERS = {
    **{key: NOT_NUMBERS[key] for key in NOT_NUMBERS if key != "beyond float"},
    "float": 2.0,
    "numpy float": np.float64(2),
    "half": 0.5,
    "negative": -1,
}
del NOT_INTEGERS["endless int"]


def not_arrays(n):
    """Things that are no n numbers and no rows of n numbers."""
    row = [0.5] * n
    return {
        "None": None,
        "text": "ab",
        "bytes": b"ab",
        "one number": 1.0,
        "0-d array": np.array(1.0),
        "too short": row[1:],
        "too long": [*row, 0.5],
        "rows too long": [[*row, 0.5]],
        "three axes": [[row]],
        "ragged": [row, [*row, 0.5]],
        "ragged deeper": [[row], row],
        "empty": [],
        "empty row": [[]],
        "no rows": np.zeros((0, n)),
        "NaN": [*row[1:], math.nan],
        "infinite": [row, [*row[1:], -math.inf]],
        "complex": [*row[1:], 1j],
        "text inside": [*row[1:], "0.5"],
        "None inside": [*row[1:], None],
        "object array": np.array(row, dtype=object),
        "string array": np.array(["0.5"] * n),
        "dates": np.array(["2026-01-01"] * n, dtype="datetime64[D]"),
        "records": np.zeros(n, dtype=[("x", float)]),
        "generator": (value for value in row),
        "iterator": iter(row),
        "dict": dict.fromkeys(range(n), 0.5),
        "set": {0.5, 0.25},
        "beyond float": [*row[1:], 10**400],
        "function": math.sin,
        "class": list,
    }


def table(bad):
    """Parameters of a test over a table of bad values."""
    return [pytest.param(value, id=key) for key, value in bad.items()]


CORNERS = [(0, 0), (0, 1), (1, 0), (1, 1)]


def outputs(angle, offset):
    """The corners beyond a line, by trigonometry of its own: distances along the arrow."""
    phi = math.radians(angle)
    return tuple(
        int((x1 - 0.5) * math.cos(phi) + (x2 - 0.5) * math.sin(phi) > offset) for x1, x2 in CORNERS
    )


def luminance(rgb):
    """Relative luminance, WCAG 2.2."""
    parts = [value / 255 for value in rgb]
    linear = [v / 12.92 if v <= 0.04045 else ((v + 0.055) / 1.055) ** 2.4 for v in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one, other):
    """The WCAG ratio of two colours, 1 to 21."""
    high, low = sorted((luminance(one), luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)
