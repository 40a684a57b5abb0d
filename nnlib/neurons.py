"""One neuron: McCulloch and Pitts 1943, Hebb 1949, Rosenblatt 1958."""

from dataclasses import dataclass

import numpy as np

from nnlib import checks
from nnlib.activations import step


@dataclass(frozen=True, eq=False, repr=False)
class MPNeuron:
    """The neuron of McCulloch and Pitts: 1 if Σ w_i x_i ≥ θ and no inhibitory x_i is 1.

    One active inhibitory input stops it, whatever the others say (absolute
    inhibition). Note the ≥ here; `step`, the perceptron's g, fires at z > 0.

    Parameters
    ----------
    weights : sequence of n numbers
        w; in 1943 an input counted as often as it had synapses, so whole numbers
        will do (dimensionless). Those of inhibitory inputs are ignored.
    threshold : number
        θ (阈值), dimensionless.
    inhibitory : sequence of int
        Which inputs inhibit, counted from 0.

    Raises
    ------
    TypeError, ValueError
        If an argument is not as above.

    References
    ----------
    Lecture, slides 6 and 9. McCulloch and Pitts 1943, Bull. Math. Biophysics
    5:115–133.

    Examples
    --------
    >>> both = MPNeuron([1, 1], 2)
    >>> both
    MPNeuron([1, 1], threshold 2)
    >>> both([1, 1]), both([[0, 0], [0, 1], [1, 0], [1, 1]])
    (1, array([0, 0, 0, 1]))
    >>> first_but_not_second = MPNeuron([1, 1], 1, inhibitory=[1])
    >>> first_but_not_second([[1, 0], [1, 1]])
    array([1, 0])
    """

    weights: np.ndarray
    threshold: float
    inhibitory: tuple = ()

    def __post_init__(self):
        weights = checks.array("weights", self.weights, (-1,))
        weights.flags.writeable = False
        fields = {
            "weights": weights,
            "threshold": checks.number("threshold", self.threshold),
            "inhibitory": _inhibitory(self.inhibitory, len(weights)),
        }
        for field, value in fields.items():
            object.__setattr__(self, field, value)

    def __call__(self, x):
        """The output 0 or 1: x of shape (n,) gives an int, (…, n) integers of shape (…)."""
        x = checks.binary("x", _inputs(x, len(self.weights)))
        total = np.vecdot(x, self.weights)  # that of an inhibitory 1 is never asked for
        stopped = x[..., self.inhibitory].any(axis=-1)
        return _plain((total >= self.threshold) & ~stopped)

    def __repr__(self):
        weights = ", ".join(f"{w:g}" for w in self.weights)
        stops = f", inhibitory {list(self.inhibitory)}" if self.inhibitory else ""
        return f"MPNeuron([{weights}], threshold {self.threshold:g}{stops})"


@dataclass(frozen=True, eq=False)
class Update:
    """What one visit of one sample did to a perceptron.

    Attributes
    ----------
    epoch, visit : int
        The pass over the data, and the visit, both from 1; visits are counted
        through all epochs, so of m samples this is number (visit − 1) % m.
    x, y : array of shape (n,), int
        The sample and its target, 0 or 1.
    z, y_hat : float, int
        z = w·x + b before the update, and the prediction ŷ.
    dw, db : array of shape (n,), float
        The update; zeros where ŷ = y.
    w, b : array of shape (n,), float
        The weights and the bias after it, copies (all dimensionless).
    """

    epoch: int
    visit: int
    x: np.ndarray
    y: int
    z: float
    y_hat: int
    dw: np.ndarray
    db: float
    w: np.ndarray
    b: float


class Perceptron:
    """Rosenblatt's perceptron: ŷ = step(z) with z = w·x + b, so it fires at z > 0.

    Parameters
    ----------
    n : int, >= 1
        Number of inputs.

    Attributes
    ----------
    w, b : array of shape (n,), float
        Weights and bias, zeros at the start (dimensionless). Both can be assigned.

    Raises
    ------
    TypeError, ValueError
        If n is no such integer, or what is assigned does not fit.

    References
    ----------
    Lecture, slides 6, 7 and 9 (感知器). Rosenblatt 1958, Psychol. Rev. 65:386–408.

    Examples
    --------
    >>> unit = Perceptron(2)
    >>> updates = list(unit.learn([[0, 0], [0, 1], [1, 0], [1, 1]], [0, 0, 0, 1]))
    >>> unit
    Perceptron(w = [2, 1], b = -2)
    >>> unit([1, 1]), unit([[0, 1], [1, 1]])
    (1, array([0, 1]))
    """

    def __init__(self, n):
        self._w = np.zeros(checks.integer("n", n, at_least=1))
        self._b = 0.0

    @property
    def w(self):
        """The weights, shape (n,)."""
        return self._w

    @w.setter
    def w(self, value):
        self._w = checks.array("w", value, self._w.shape)

    @property
    def b(self):
        """The bias."""
        return self._b

    @b.setter
    def b(self, value):
        self._b = checks.number("b", value)

    def copy(self):
        """A perceptron of its own with the same weights and bias."""
        other = Perceptron(len(self.w))
        other.w, other.b = self.w, self.b
        return other

    def __call__(self, x):
        """The prediction ŷ: x of shape (n,) gives an int, (…, n) integers of shape (…).

        A sum below 10⁻¹² of its parts counts as 0: only rounding is left of it.
        """
        return _plain(step(self._z(_inputs(x, len(self.w)))))

    def __repr__(self):
        w = ", ".join(f"{w:g}" for w in self.w)
        return f"Perceptron(w = [{w}], b = {self.b:g})"

    def _z(self, x):
        products = self.w * x
        return _sum(products.sum(axis=-1), self.b, abs(products).sum(axis=-1))

    def learn(self, X, y, *, alpha=1.0, epochs=100):
        """Δw = α (y − ŷ) x, Δb = α (y − ŷ), one sample after the other, in their order.

        z and the weights count as 0 where only rounding is left, below 10⁻¹² of the parts.
        Stops after an epoch without a mistake. Starts from the weights it has, so a
        second call goes on learning; they change as the records are asked for.

        Parameters
        ----------
        X : array of shape (m, n), dimensionless
        y : array of shape (m,) or (m, 1)
            Targets, 0 or 1.
        alpha : float, > 0
            α, the learning rate (学习率). From zero weights it scales w and b and
            changes no prediction.
        epochs : int, >= 0
            At most so many passes over the data.

        Returns
        -------
        iterator of `Update`, one for each visited sample

        Raises
        ------
        TypeError, ValueError
            If an argument is not as above; at the call, before the first record.

        References
        ----------
        Lecture, slides 6 and 7. Novikoff 1962, Symp. Math. Theory of Automata
        XII:615–622: at most (R/γ)² mistakes if some plane separates the classes.

        Examples
        --------
        >>> unit = Perceptron(1)
        >>> for update in unit.learn([[2.0], [-1.0]], [1, 0]):
        ...     print(update.epoch, update.visit, update.y - update.y_hat, update.w)
        1 1 1 [2.]
        1 2 0 [2.]
        2 3 0 [2.]
        2 4 0 [2.]
        """
        X = checks.array("X", X, (-1, len(self.w)))
        y = checks.binary("y", y, (len(X),), (len(X), 1)).astype(int).ravel().tolist()
        alpha = checks.number("alpha", alpha, above=0)
        epochs = checks.integer("epochs", epochs, at_least=0)
        return self._visits(X, y, alpha, epochs)

    def _visits(self, X, y, alpha, epochs):
        visit = 0
        for epoch in range(1, epochs + 1):
            mistakes = 0
            for x_k, y_k in zip(X, y):
                z = float(self._z(x_k))
                y_hat = _plain(step(z))
                db = alpha * (y_k - y_hat)
                dw = db * x_k + 0.0  # + 0.0: no -0. in the records
                if db:
                    self._w, self._b = _sum(self._w, dw), _sum(self._b, db)
                visit += 1
                mistakes += y_hat != y_k
                after = self._w.copy(), self._b
                yield Update(epoch, visit, x_k.copy(), y_k, z, y_hat, dw, db, *after)
            if not mistakes:
                return


def hebb(w, x, y, alpha=1.0):
    """Hebb's rule: the new weights w + Δw with Δw = α x y, summed over the samples.

    Nothing is changed in place: ``w = hebb(w, x, y)``. The rule has no brake: visit
    after visit with y = w·x the weights grow without bound.

    Parameters
    ----------
    w : array of shape (n,) for one output, (k, n) for k
    x : array of shape (n,) for one sample, (m, n) for m
        What comes in.
    y : what goes out
        For one output a number or an array of shape (m,) or (m, 1); for k outputs an
        array of shape (k,) or (m, k).
    alpha : float, > 0
        α, the learning rate (all dimensionless).

    Returns
    -------
    array of the shape of w

    Raises
    ------
    TypeError, ValueError
        If an argument is not as above.

    References
    ----------
    Lecture, slide 6 (赫布律). Hebb 1949, The Organization of Behavior, chapter 4.

    Examples
    --------
    >>> hebb([0.0, 1.0], x=[1.0, -1.0], y=2.0)
    array([ 2., -1.])
    >>> hebb(np.zeros((2, 3)), x=[1, 0, 1], y=[0, 1], alpha=0.5)
    array([[0. , 0. , 0. ],
           [0.5, 0. , 0.5]])
    """
    w = checks.array("w", w, (-1,), (-1, -1))
    x = checks.array("x", x, w.shape[-1:], (-1, w.shape[-1]))
    shapes = [x.shape[:-1] + w.shape[:-1]]
    if (x.ndim, w.ndim) == (2, 1):
        shapes.append((len(x), 1))
    y = checks.array("y", y, *shapes)
    alpha = checks.number("alpha", alpha, above=0)
    X, W = np.atleast_2d(x, w)
    return w + (alpha * y.reshape(len(X), len(W)).T @ X).reshape(w.shape)


def _sum(one, two, size=0.0):
    """Their sum, 0 (never −0) where only rounding is left: 0.1 + 0.2 − 0.3, on every machine."""
    found = one + two
    return found * (abs(found) > 1e-12 * abs(one) + 1e-12 * size) + 0.0


def _plain(fires):
    """0 and 1 as Python would show them: an int for one sample, integers for more."""
    fires = fires.astype(int)
    return int(fires) if fires.ndim == 0 else fires


def _inputs(x, n):
    """Inputs of shape (…, n), not empty, finite."""
    x = checks.array("x", x)
    if x.ndim == 0 or x.shape[-1] != n or not x.size:
        raise ValueError(f"x must be numbers of shape (…, {n}), got shape {x.shape}")
    return x


def _inhibitory(inhibitory, n):
    inhibitory = tuple(
        checks.integer(f"inhibitory[{i}]", k, at_least=0, at_most=n - 1)
        for i, k in enumerate(checks.sequence("inhibitory", inhibitory))
    )
    if len(set(inhibitory)) < len(inhibitory):
        raise ValueError(f"inhibitory must be distinct inputs, got {list(inhibitory)}")
    return inhibitory
