"""The exercises of slide 24: δ^(L), δ^(l), Δ^(l) and the whole backward, with their slips.

Each is a product of few pieces. A slip puts a wrong piece in place of a right one,
so that a wrong formula is one line, and a broken `backward` is the same line.
"""

import numpy as np

from nnlib import checks
from nnlib.activations import identity, relu, sigmoid, tanh
from nnlib.exercises.task import Task
from nnlib.network import Backward, Network, outer, with_one

# The pieces, right ones first. a, z are those of δ's own layer, d is δ^(l+1).
PIECES = {
    "error": lambda a, y: 2 * (a - y),
    "slope": lambda g, a, z: g.derivative(z),
    "back": lambda Theta, d, a_next: np.matvec(Theta[:, 1:].T, d),
    "product": lambda d, a_next, a: outer(d, with_one(a)),
}

ERRORS = {
    "y_minus_a": lambda a, y: 2 * (y - a),
    "mean": lambda a, y: 2 * (a - y) / len(a),
    "no_two": lambda a, y: a - y,
    "y_minus_a_no_two": lambda a, y: y - a,
    "y_for_error": lambda a, y: 2 * y,
    "a_for_error": lambda a, y: 2 * a,
    "squared": lambda a, y: (a - y) ** 2,
}
SLOPES = {
    "no_slope": lambda g, a, z: 1.0,
    "g_for_slope": lambda g, a, z: g(z),
    "slope_at_a": lambda g, a, z: g.derivative(a),
    "a_one_minus_a": lambda g, a, z: a * (1 - a),
    "sigmoid_for_g": lambda g, a, z: sigmoid.derivative(z),
}
BACKS = {
    "sign": lambda Theta, d, a_next: -np.matvec(Theta[:, 1:].T, d),
    "mean": lambda Theta, d, a_next: np.matvec(Theta[:, 1:].T, d) / len(d),
    "two_too_much": lambda Theta, d, a_next: 2 * np.matvec(Theta[:, 1:].T, d),
    "no_W": lambda Theta, d, a_next: d,
    "W_not_transposed": lambda Theta, d, a_next: np.matvec(Theta[:, 1:], d),
}
PRODUCTS = {
    "transposed": lambda d, a_next, a: outer(d, with_one(a)).T,
    "no_bias": lambda d, a_next, a: outer(d, a),
    "bias_last": lambda d, a_next, a: np.roll(outer(d, with_one(a)), -1, axis=1),
    "bias_zero": lambda d, a_next, a: outer(d, with_one(a)) * (np.arange(1 + a.shape[-1]) > 0),
    "last_sample": lambda d, a_next, a: outer(d[-1:], with_one(a[-1:])),
    "first_sample": lambda d, a_next, a: outer(d[:1], with_one(a[:1])),
    "mean": lambda d, a_next, a: outer(d, with_one(a)) / len(a),
    "sign": lambda d, a_next, a: -outer(d, with_one(a)),
    "two_too_much": lambda d, a_next, a: 2 * outer(d, with_one(a)),
}
BACKWARDS = {
    **{slip: {"error": error} for slip, error in ERRORS.items()},
    **{slip: {"slope": slope, "slope_out": slope} for slip, slope in SLOPES.items()},
    "no_slope_output": {"slope_out": SLOPES["no_slope"]},
    "no_slope_hidden": {"slope": SLOPES["no_slope"]},
    "slope_at_a_hidden": {"slope": SLOPES["slope_at_a"]},
    "error_alone": {"error": ERRORS["no_two"], "slope_out": SLOPES["no_slope"]},
    **{slip: {"back": BACKS[slip]} for slip in ("two_too_much", "no_W", "W_not_transposed")},
    "Theta_for_W": {"back": lambda Theta, d, a_next: np.matvec(Theta.T, d)},
    "a_for_delta": {"back": lambda Theta, d, a_next: np.matvec(Theta[:, 1:].T, a_next)},
    "a_for_delta_product": {"product": lambda d, a_next, a: outer(a_next, with_one(a))},
    **{slip: {"product": PRODUCTS[slip]} for slip in PRODUCTS if slip not in ERRORS | BACKS},
}


def backward_with(error=None, slope=None, slope_out=None, back=None, product=None):
    """A `backward(net, forward, y)` with these pieces in place of the right ones."""
    error = error or PIECES["error"]
    slope, slope_out = slope or PIECES["slope"], slope_out or PIECES["slope"]
    back, product = back or PIECES["back"], product or PIECES["product"]

    def backward(net, forward, y):
        a, z, g, L, Theta = forward.a, forward.z, net.g, net.L, net.Theta
        delta, Delta = {}, {}
        delta[L] = error(a[L], y) * slope_out(g[L], a[L], z[L])
        for l in range(L - 1, 0, -1):
            Delta[l] = product(delta[l + 1], a[l + 1], a[l])
            if l > 1:
                delta[l] = back(Theta[l], delta[l + 1], a[l + 1]) * slope(g[l], a[l], z[l])
        return Backward(delta, Delta)

    return backward


def networks_for_checking(seed=0):
    """Networks of several shapes, each with a batch: cases for ``backward(net, forward, y)``.

    Layers of equal and of different sizes, five activations between them; at
    least four samples each, since with one sample some slips look alike.

    Parameters
    ----------
    seed : int or numpy.random.Generator

    Returns
    -------
    list of (Network, Forward, y)
        forward.a[1] of shape (m, s_1), y of shape (m, s_L), dimensionless.

    Raises
    ------
    TypeError, ValueError
        If seed is neither an integer >= 0 nor a generator.

    Examples
    --------
    >>> [net.sizes for net, forward, y in networks_for_checking()]
    [(3, 4, 4, 2), (2, 3, 1), (3, 3, 3), (4, 2, 3, 2)]
    """
    random = checks.generator("seed", seed)
    cases = []
    for sizes, g, m in (
        ((3, 4, 4, 2), sigmoid, 5),
        ((2, 3, 1), tanh, 4),
        ((3, 3, 3), [tanh, sigmoid], 5),
        ((4, 2, 3, 2), [sigmoid, relu, identity], 6),
    ):
        net = Network(sizes, g=g, seed=random)
        for l in net.b:
            net.b[l] = random.uniform(-0.5, 0.5, sizes[l])
        x, y = random.normal(size=(m, sizes[0])), random.uniform(0.1, 0.9, (m, sizes[-1]))
        cases.append((net, net.forward(x), y))
    return cases


def _output_cases(networks):
    return [(f.a[net.L], y, f.z[net.L], net.g[net.L]) for net, f, y in networks]


def _hidden_cases(networks):
    return [
        (net.W[l], net.backward(f, y).delta[l + 1], f.z[l], net.g[l])
        for net, f, y in networks
        for l in range(net.L - 1, 1, -1)
    ]


def _Delta_cases(networks):
    return [
        (net.backward(f, y).delta[l + 1], f.a[l])
        for net, f, y in networks
        for l in range(net.L - 1, 0, -1)
    ]


def _output(error, slope):
    return lambda a, y, z, g: error(a, y) * slope(g, a, z)


def _hidden(back, slope):
    with_zeros = lambda W: np.column_stack([np.zeros(len(W)), W])  # noqa: E731
    return lambda W, delta_next, z, g: back(with_zeros(W), delta_next, None) * slope(g, g(z), z)


def _Delta(product):
    return lambda delta_next, a: product(delta_next, None, a)


def _tasks(seed=0):
    """The four exercises on the networks of one seed."""
    networks = networks_for_checking(seed)
    error, slope, back, product = PIECES.values()
    output_slips = {
        **{slip: _output(wrong, slope) for slip, wrong in ERRORS.items()},
        **{slip: _output(error, wrong) for slip, wrong in SLOPES.items()},
        "error_alone": _output(ERRORS["no_two"], SLOPES["no_slope"]),
    }
    hidden_slips = {
        **{slip: _hidden(wrong, slope) for slip, wrong in BACKS.items()},
        **{slip: _hidden(back, wrong) for slip, wrong in SLOPES.items()},
    }
    Delta_slips = {
        **{slip: _Delta(wrong) for slip, wrong in PRODUCTS.items()},
        "transposed_no_bias": lambda delta_next, a: a.T @ delta_next,
        "outer_of_all": lambda delta_next, a: np.outer(delta_next, a),
        "outer_of_all_with_one": lambda delta_next, a: np.outer(delta_next, with_one(a)),
        "no_sum": lambda delta_next, a: delta_next[:, :, None] * with_one(a)[:, None, :],
        "delta_alone": lambda delta_next, a: outer(delta_next, np.ones((len(a), 1 + a.shape[1]))),
    }
    of_delta = {"axes": ("sample", "unit"), "hints": 3}
    of_Delta = ("unit of layer l+1", "bias and units of layer l")
    output, hidden = _output(error, slope), _hidden(back, slope)
    return (
        Task(output, _output_cases(networks), output_slips, **of_delta, describe=_layer("z")),
        Task(
            hidden,
            _hidden_cases(networks),
            hidden_slips,
            **of_delta,
            describe=_layer("W"),
            advice={"sizes": "one_sample_hidden"},
        ),
        Task(
            _Delta(product),
            _Delta_cases(networks),
            Delta_slips,
            axes=of_Delta,
            hints=3,
            describe=_layer("a"),
            advice={"sizes": "sample_in_the_middle", "ragged": "one_sample_Delta"},
        ),
        Task(
            lambda net, forward, y: net.backward(forward, y),
            networks,
            {slip: backward_with(**pieces) for slip, pieces in BACKWARDS.items()},
            axes={"δ": of_delta["axes"], "Δ": of_Delta},
            hints=3,
            describe=lambda net, forward, y: f"{net}, {len(y)} samples",
        ),
    )


def _layer(name):
    """A case told by the shapes of its arrays."""
    shown = {"z": ("a", "y", "z"), "W": ("W", "delta_next", "z"), "a": ("delta_next", "a")}[name]

    def describe(*case):
        shapes = [f"{symbol} {array.shape}" for symbol, array in zip(shown, case)]
        return ", ".join([*shapes, *map(repr, case[len(shown) :])])

    return describe


delta_output, delta_hidden, Delta, backward = _tasks()
