"""Slides 25 and 26: the cost, its gradient, and gradient descent on them."""

from dataclasses import dataclass
from time import monotonic

import numpy as np

from nnlib import checks
from nnlib.losses import Loss, losses, squared_error
from nnlib.network import Network


@dataclass(frozen=True)
class Epoch:
    """One pass over the data.

    Attributes
    ----------
    epoch : int
        Its number, from 1 on.
    J : float
        The cost after it, without the λ term (dimensionless).
    J_test : float or None
        The same of the test set, where there is one.
    """

    epoch: int
    J: float
    J_test: float | None = None


@dataclass(frozen=True)
class History:
    """What `train` returns: the `Epoch` records as arrays.

    Attributes
    ----------
    epoch, J : arrays of shape (epochs,)
        The numbers of the epochs and their costs (dimensionless).
    J_test : array of shape (epochs,) or None
        None where no test set was given.
    """

    epoch: np.ndarray
    J: np.ndarray
    J_test: np.ndarray | None = None

    def __repr__(self):
        if not len(self.epoch):
            return "History(0 epochs)"
        test = "" if self.J_test is None else f", J_test = {self.J_test[-1]:.4g}"
        return f"History({len(self.epoch)} epochs, J = {self.J[-1]:.4g}{test})"


def cost(net, X, y, lam=0.0, loss=squared_error):
    """J(Θ) = (1/m) Σ_samples Σ_units loss(a^(L), y) + (λ/2) Σ W².

    Parameters
    ----------
    net : Network
    X : array of shape (s_1,) or (m, s_1)
    y : array of shape (s_L,) or (m, s_L)
    lam : float, >= 0
        λ, the weight decay (权重衰减); biases are not decayed.
    loss : Loss or str

    Returns
    -------
    float, dimensionless

    Raises
    ------
    TypeError, ValueError
        If an argument is not as above.

    References
    ----------
    Lecture, slides 22, 25 and 26; `gradient` is its gradient.

    Examples
    --------
    >>> net = Network.from_weights([[[0.0]]], [[0.5]], g="identity")
    >>> cost(net, [[1.0], [2.0]], [[0.5], [1.5]])
    0.5
    """
    net, X, y, lam, loss = _problem(net, X, y, lam, loss)
    return _cost(net, X, y, lam, loss)


def _cost(net, X, y, lam, loss):
    m = len(np.atleast_2d(X))
    J = loss(net(X), y).sum() / m
    if lam:
        J += lam / 2 * sum((W**2).sum() for W in net.W.values())
    return float(J)


def gradient(net, X, y, lam=0.0, loss=squared_error):
    """D^(l) = Δ^(l)/m + λ Θ^(l), the bias column 0 without the λ term.

    Parameters
    ----------
    net, X, y, lam, loss : as for `cost`

    Returns
    -------
    dict l → array of the shape of Theta[l], l = 1 … L−1, dimensionless

    Raises
    ------
    TypeError, ValueError
        If an argument is not as above.

    References
    ----------
    Lecture, slide 26.

    Examples
    --------
    >>> net = Network.from_weights([[[2.0]]], [[0.0]], g="identity")
    >>> gradient(net, [[1.0], [3.0]], [[2.0], [5.0]])[1]
    array([[1., 3.]])
    """
    net, X, y, lam, loss = _problem(net, X, y, lam, loss)
    return _gradient(net, X, y, lam, loss)


def _gradient(net, X, y, lam, loss):
    m = len(np.atleast_2d(X))
    Delta = net.backward(net.forward(X), y, loss).Delta
    D = {}
    for l in Delta:
        D[l] = Delta[l] / m
        D[l][:, 1:] += lam * net.W[l]
    return D


def numerical_gradient(net, X, y, lam=0.0, loss=squared_error, h=1e-5):
    """D_ij^(l) ≈ (J(Θ_ij^(l) + h) − J(Θ_ij^(l) − h)) / 2h: the slope by two points.

    Parameters
    ----------
    net, X, y, lam, loss : as for `cost`
    h : float, > 0
        Half the distance of the two points (dimensionless).

    Returns
    -------
    dict l → array of the shape of Theta[l], l = 1 … L−1, dimensionless

    Raises
    ------
    TypeError, ValueError
        If an argument is not as above.

    Examples
    --------
    >>> net = Network([2, 2, 1])
    >>> D = numerical_gradient(net, [0, 1], [1])
    >>> bool(np.allclose(D[1], gradient(net, [0, 1], [1])[1]))
    True
    """
    net, X, y, lam, loss = _problem(net, X, y, lam, loss)
    h = checks.number("h", h, above=0)
    net = net.copy()
    D = {l: np.zeros_like(Theta) for l, Theta in net.Theta.items()}
    for l, Theta in net.Theta.items():
        for entry in np.ndindex(Theta.shape):
            middle = Theta[entry]
            Theta[entry] = middle + h
            above = _cost(net, X, y, lam, loss)
            Theta[entry] = middle - h
            below = _cost(net, X, y, lam, loss)
            Theta[entry] = middle
            D[l][entry] = (above - below) / (2 * h)
    return D


def gradient_descent(
    net,
    X,
    y,
    *,
    alpha,
    lam=0.0,
    epochs,
    batch=None,
    momentum=0.0,
    loss=squared_error,
    test=None,
    seed=0,
):
    """Θ := Θ − α D, batch after batch, and an `Epoch` record after each pass over the data.

    With momentum μ the step is V := μ V − α D, Θ := Θ + V (Nature 1986).

    Parameters
    ----------
    net : Network
        It is changed.
    X, y, lam, loss : as for `cost`
    alpha : float, > 0
        α, the learning rate (学习率).
    epochs : int, >= 0
        Passes over the data.
    batch : int, >= 1, or None
        Samples a step: None all, 1 online, n mini-batches (the last may be smaller).
    momentum : float, 0 <= momentum < 1
    test : (X, y) or None
        Data for J_test.
    seed : int or numpy.random.Generator
        Of the order of the samples, drawn anew for each epoch unless all go at once.

    Returns
    -------
    iterator of Epoch
        One record an epoch, none before the first. The arguments are checked at
        once, the training happens as records are asked for.

    Raises
    ------
    TypeError, ValueError
        If an argument is not as above; `net` is then unchanged.

    References
    ----------
    Lecture, slide 26; Rumelhart, Hinton and Williams, Nature 323 (1986) 533.

    Examples
    --------
    >>> net = Network.from_weights([[[0.0]]], [[0.0]], g="identity")
    >>> for epoch in gradient_descent(net, [[1.0]], [[1.0]], alpha=0.25, epochs=2):
    ...     print(epoch)
    Epoch(epoch=1, J=0.0, J_test=None)
    Epoch(epoch=2, J=0.0, J_test=None)
    """
    net, X, y, lam, loss = _problem(net, X, y, lam, loss)
    X, y = np.atleast_2d(X), np.atleast_2d(y)
    alpha = checks.number("alpha", alpha, above=0)
    epochs = checks.integer("epochs", epochs, at_least=0)
    batch = len(X) if batch is None else checks.integer("batch", batch, at_least=1)
    momentum = checks.number("momentum", momentum, at_least=0, below=1)
    test = None if test is None else _test_set(net, test)
    random = checks.generator("seed", seed)
    return _descent(net, X, y, alpha, lam, epochs, batch, momentum, loss, test, random)


def _descent(net, X, y, alpha, lam, epochs, batch, momentum, loss, test, random):
    V = {l: np.zeros_like(Theta) for l, Theta in net.Theta.items()}
    for epoch in range(1, epochs + 1):
        order = np.arange(len(X)) if batch >= len(X) else random.permutation(len(X))
        for start in range(0, len(X), batch):
            chosen = order[start : start + batch]
            D = _gradient(net, X[chosen], y[chosen], lam, loss)
            for l in D:
                V[l] = momentum * V[l] - alpha * D[l]
                net.Theta[l][...] += V[l]
        J_test = None if test is None else _cost(net, *test, 0.0, loss)
        yield Epoch(epoch, _cost(net, X, y, 0.0, loss), J_test)


def train(net, X, y, *, progress=True, **settings):
    """`gradient_descent` to its end, with a progress bar; returns the `History`.

    Parameters
    ----------
    net, X, y, **settings : as for `gradient_descent`
    progress : bool
        Show a bar while it runs (in a notebook; nothing is left in the output).

    Returns
    -------
    History

    Raises
    ------
    TypeError, ValueError
        As `gradient_descent`.

    Examples
    --------
    >>> net = Network([2, 3, 1])
    >>> X, y = [[0, 0], [0, 1], [1, 0], [1, 1]], [[0], [1], [1], [0]]
    >>> history = train(net, X, y, alpha=4.0, epochs=1000, progress=False)
    >>> history.epoch[-1], bool(history.J[-1] < 0.01)
    (np.int64(1000), True)
    """
    stream = gradient_descent(net, X, y, **settings)
    if checks.boolean("progress", progress) and _in_notebook():
        stream = _with_bar(stream, settings["epochs"])
    records = list(stream)
    epoch, J, J_test = (
        np.array([getattr(record, field) for record in records])
        for field in ("epoch", "J", "J_test")
    )
    tested = settings.get("test") is not None
    return History(epoch.astype(int), J.astype(float), J_test.astype(float) if tested else None)


def _in_notebook():
    try:
        from IPython import get_ipython  # here, so that nnlib itself needs numpy alone
    except ImportError:
        return False
    return hasattr(get_ipython(), "kernel")


def _with_bar(stream, epochs):
    """The same records; a bar grows under the cell and is gone at the end."""
    from IPython.display import HTML, display

    bar = display(HTML(""), display_id=True)
    shown_at = monotonic()
    try:
        for record in stream:
            if monotonic() - shown_at > 0.1:
                shown_at = monotonic()
                progress = f"<progress max={epochs} value={record.epoch}></progress>"
                text = f"epoch {record.epoch} of {epochs}, J = {record.J:.4g}"
                bar.update(HTML(f"{progress} {text}"))
            yield record
    finally:
        bar.update(HTML(""))


def _problem(net, X, y, lam, loss):
    """The arguments that cost and gradient share, checked under their own names."""
    checks.instance("net", net, Network)
    X, y = _samples(net, X, y)
    return (
        net,
        X,
        y,
        checks.number("lam", lam, at_least=0),
        checks.known("loss", loss, Loss, losses),
    )


def _samples(net, X, y, prefix=""):
    X = checks.array(f"{prefix}X", X, (net.sizes[0],), (-1, net.sizes[0]))
    y = checks.array(f"{prefix}y", y, (*X.shape[:-1], net.sizes[-1]))
    return X, y


def _test_set(net, test):
    if not isinstance(test, (tuple, list)) or len(test) != 2:
        raise TypeError(f"test must be a pair (X, y) or None, got {checks.shown(test)}")
    return _samples(net, *test, prefix="test ")
