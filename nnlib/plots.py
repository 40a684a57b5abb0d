"""Figures for the page: each function draws into the `Axes` it is given and returns it.

Labels are symbols, so that they need no translation. Class is told by marker and hue,
two curves apart by hue and dash.
"""

import numpy as np

from nnlib import checks
from nnlib.activations import Activation, activations
from nnlib.data import Dataset
from nnlib.network import Network
from nnlib.palette import COLOURS
from nnlib.training import History

_LIGHT = {name: pair[0] for name, pair in COLOURS.items()}
_CLASSES = (("o", _LIGHT["negative"]), ("^", _LIGHT["positive"]))
_TINTS = ("#b5d8ec", "#fbdfcd")


def activation(ax, g, *, reach=6.0):
    """Draw g (solid) and g′ (dashed) for −reach ≤ z ≤ reach.

    Parameters
    ----------
    ax : matplotlib Axes
    g : Activation or str
    reach : float, > 0
        Half the width of the z axis, dimensionless.

    Returns
    -------
    Axes
        `ax` itself.

    Raises
    ------
    TypeError, ValueError
        If an argument is not as above.
    """
    g = checks.known("g", g, Activation, activations)
    reach = checks.number("reach", reach, above=0)
    z = np.linspace(-reach, reach, 401)
    ax.plot(z, g(z), color=_LIGHT["activation"], label="$g(z)$")
    ax.plot(z, g.derivative(z), color=_LIGHT["ink"], linestyle="--", label="$g'(z)$")
    ax.set_xlabel("$z$")
    ax.legend(frameon=False)
    return ax


def history(ax, history):
    """Draw J (solid) and, where there is one, J_test (dashed) over the epochs.

    Parameters
    ----------
    ax : matplotlib Axes
    history : History
        What `train` returned.

    Returns
    -------
    Axes
        `ax` itself.

    Raises
    ------
    TypeError
        If history is no `History`.
    """
    if not isinstance(history, History):
        raise TypeError(f"history must be what train returned, got {checks.shown(history)}")
    ax.plot(history.epoch, history.J, color=_LIGHT["ink"], label=r"$J(\Theta)$")
    if history.J_test is not None:
        ax.plot(
            history.epoch,
            history.J_test,
            color=_LIGHT["muted"],
            linestyle="--",
            label=r"$J_\mathrm{test}(\Theta)$",
        )
    ax.set_xlabel("epoch")
    ax.set_ylim(bottom=0)
    ax.legend(frameon=False)
    return ax


def samples(ax, data):
    """Draw the samples of two classes in the plane: class 0 circles, class 1 triangles.

    Parameters
    ----------
    ax : matplotlib Axes
    data : Dataset
        X of shape (m, 2), y of shape (m, 1) with values 0 and 1.

    Returns
    -------
    Axes
        `ax` itself.

    Raises
    ------
    TypeError, ValueError
        If data is not as above.
    """
    _in_the_plane(data)
    for value, (marker, colour) in enumerate(_CLASSES):
        of_class = data.X[data.y[:, 0] == value]
        ax.scatter(
            *of_class.T,
            marker=marker,
            color=colour,
            edgecolor="white",
            zorder=3,
            label=f"$y = {value}$",
        )
    ax.set_xlabel("$x_1$")
    ax.set_ylabel("$x_2$")
    ax.legend(framealpha=0.9)  # a frame: its marks are no samples
    return ax


def boundary(ax, net, data, *, level=0.5, margin=0.2):
    """Draw where the network's output is below and above a level, its boundary, and the samples.

    Parameters
    ----------
    ax : matplotlib Axes
    net : Network
        Two inputs, one output.
    data : Dataset
        As for `samples`.
    level : float
        Where the classes part, dimensionless: ½ for outputs from 0 to 1, 0 for those of
        tanh.
    margin : float, >= 0
        Free space around the samples, as a share of their width.

    Returns
    -------
    Axes
        `ax` itself.

    Raises
    ------
    TypeError, ValueError
        If an argument is not as above.
    """
    if not isinstance(net, Network):
        raise TypeError(f"net must be a Network, got {checks.shown(net)}")
    if net.sizes[0] != 2 or net.sizes[-1] != 1:
        raise ValueError(f"net must have two inputs and one output, got {net!r}")
    _in_the_plane(data)
    level = checks.number("level", level)
    margin = checks.number("margin", margin, at_least=0)
    low, high = data.X.min(axis=0), data.X.max(axis=0)
    free = margin * np.maximum(high - low, 1e-9)
    fine = 481 if net.g[net.L].name == "step" else 121  # a jump would be drawn as a staircase
    x1, x2 = (np.linspace(a, b, fine) for a, b in zip(low - free, high + free))
    grid = np.stack(np.meshgrid(x1, x2), axis=-1)
    a = net(grid.reshape(-1, 2)).reshape(grid.shape[:2])
    ax.contourf(x1, x2, a, levels=[-np.inf, level, np.inf], colors=_TINTS)
    if a.min() < level < a.max():
        ax.contour(x1, x2, a, levels=[level], colors=[_LIGHT["ink"]])
    return samples(ax, data)


def share(ax, counts):
    """Draw which share of the 2^(2^n) Boolean functions of n inputs was counted, over n.

    Parameters
    ----------
    ax : matplotlib Axes
    counts : dict of int → int
        n, from 1 to 8, → how many functions of n inputs (dimensionless).

    Returns
    -------
    Axes
        `ax` itself.

    Raises
    ------
    TypeError, ValueError
        If counts is not as above.
    """
    if not isinstance(counts, dict) or not counts:
        raise TypeError(f"counts must be a dict from n to a number, got {checks.shown(counts)}")
    shares = {}
    for n, count in counts.items():
        n = checks.integer("counts", n, at_least=1, at_most=8)
        count = checks.integer(f"counts[{n}]", count, at_least=1, at_most=2**2**n)
        shares[n] = count / 2**2**n
    ax.semilogy(list(shares), list(shares.values()), "o-", color=_LIGHT["ink"])
    ax.set_xticks(list(shares))
    ax.set_xlabel("$n$")
    ax.set_ylabel("share of $2^{2^n}$")
    return ax


def _in_the_plane(data):
    if not isinstance(data, Dataset):
        raise TypeError(f"data must be a Dataset, got {checks.shown(data)}")
    binary = data.y.shape[1] == 1 and np.isin(data.y, (0, 1)).all()
    if data.X.shape[1] != 2 or not binary:
        raise ValueError(f"data must have two inputs and one target of 0 or 1, got {data!r}")
