"""One pass cut into steps: forward, J, backward, gradients, each with its numbers.

The order is the lecture's: z and a of every unit from layer 2 to L, J, δ of the
output layer, then from l = L − 1 down to 1 the gradients Δ^(l) and, while l > 1,
δ^(l). `steps` are plain data; drawing them is another module's work.
"""

from types import SimpleNamespace

from nnlib import checks
from nnlib.losses import Loss, half_squared_error, losses, squared_error
from nnlib.network import Network
from nnlib.steps import layers, units
from nnlib.steps.record import Step, Term
from nnlib.steps.source import Listing, listing
from nnlib.steps.visits import Visits, visits
from nnlib.training import cost

MOST = 15  # units a layer that a pass takes one by one; above it goes by layers
_MAKE = {"unit": units, "layer": layers}

__all__ = [
    "Listing",
    "Step",
    "Term",
    "Visits",
    "backward",
    "forward",
    "listing",
    "visits",
    "whole",
]


def forward(net, x, *, by="unit"):
    r"""The steps of a forward pass: x, then z and a of every unit (slide 18).

    Parameters
    ----------
    net : Network
    x : array of shape (s_1,)
        One sample, dimensionless.
    by : "unit" or "layer"
        One step a unit, or one for all units of a layer.

    Returns
    -------
    list of Step

    Raises
    ------
    TypeError, ValueError
        If an argument is not as above.

    Examples
    --------
    >>> net = Network.from_weights([[[0.8, -1.3]]], [[0.4]])
    >>> forward(net, [0, 1])[1]
    Step(forward: z_{1}^{(2)} = 0.8 \cdot 0 + (-1.3) \cdot 1 + 0.4 = -0.9)
    """
    return _forward(_pass(net, x), _by(by))


def backward(net, x, y, loss=squared_error, input_gradient=False, *, by="unit"):
    """The steps of the whole pass: forward, J, backward and gradients (slides 21 to 24).

    Parameters
    ----------
    net : Network
    x : array of shape (s_1,)
        One sample, dimensionless.
    y : array of shape (s_L,)
        Its target, dimensionless.
    loss : Loss or str
    input_gradient : bool
        Go on to ∂J/∂a^(1), one step an input (slide 21).
    by : "unit" or "layer"
        One step a unit (a row of Δ), or one for a whole layer.

    Returns
    -------
    list of Step

    Raises
    ------
    TypeError, ValueError
        If an argument is not as above.

    Examples
    --------
    >>> net = Network.from_weights([[[0.8, -1.3]]], [[0.4]])
    >>> [step.symbol for step in backward(net, [0, 1], [1])]
    ['x', 'z', 'a', 'J', 'delta', 'Delta']
    """
    p, by = _whole_pass(net, x, y, loss), _by(by)
    make, L = _MAKE[by], net.L
    input_gradient = checks.boolean("input_gradient", input_gradient)
    found = [*_forward(p, by), units.J_step(p)]
    found += [make.delta_out_step(p, *i) for i in _each(p, L, by)]
    for l in range(L - 1, 0, -1):
        found += [make.Delta_step(p, l, *i) for i in _each(p, l + 1, by)]
        if l > 1:
            found += [make.delta_step(p, l, *i) for i in _each(p, l, by)]
    if input_gradient:
        found += [make.dJda_step(p, *i) for i in _each(p, 1, by)]
    return found


def whole(net, x, y=None, loss=squared_error, input_gradient=False, *, by=None):
    """The steps of the whole pass as `backward`; without y those of `forward` alone.

    by None is "unit" up to 15 units a layer and "layer" above.

    Raises
    ------
    TypeError, ValueError
        If an argument is not as for `backward`, or input_gradient is True without y.
    """
    if by is None:
        by = "layer" if max(checks.instance("net", net, Network).sizes) > MOST else "unit"
    if y is not None:
        return backward(net, x, y, loss, input_gradient, by=by)
    found = forward(net, x, by=by)
    checks.known("loss", loss, Loss, losses)
    if checks.boolean("input_gradient", input_gradient):
        raise ValueError("y must be given where input_gradient is True, got None")
    return found


def _forward(p, by):
    found = [units.x_step(p)]
    for l in range(2, p.net.L + 1):
        for i in _each(p, l, by):
            found += [_MAKE[by].z_step(p, l, *i), _MAKE[by].a_step(p, l, *i)]
    return found


def _each(p, l, by):
    """The steps that layer l takes: (i,) for each of its units, or () for all of them."""
    return [()] if by == "layer" else [(i,) for i in range(1, p.net.sizes[l - 1] + 1)]


def _by(by):
    if not isinstance(by, str) or by not in _MAKE:
        raise ValueError(f"by must be 'unit' or 'layer', got {checks.shown(by)}")
    return by


def _pass(net, x):
    """A forward pass, checked once; on a copy, so that steps keep their numbers."""
    net = checks.instance("net", net, Network).copy()
    run = net.forward(checks.array("x", x, (net.sizes[0],)))
    return SimpleNamespace(net=net, run=run, a=run.a, z=run.z)


def _whole_pass(net, x, y, loss):
    """All that one pass computes, forward and back."""
    p = _pass(net, x)
    p.y = checks.array("y", y, (net.sizes[-1],))
    p.loss = checks.known("loss", loss, Loss, losses)
    p.scale = {squared_error: 1.0, half_squared_error: 0.5}.get(p.loss)
    p.J = cost(p.net, p.a[1], p.y, loss=p.loss)
    back = p.net.backward(p.run, p.y, p.loss)
    p.delta, p.Delta = back.delta, back.Delta
    p.dJdx = p.net.input_gradient(back)
    return p
