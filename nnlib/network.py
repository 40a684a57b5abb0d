"""The network of slides 18 to 24: forward, backward, one formula a line."""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from nnlib import checks
from nnlib.activations import Activation, activations, sigmoid
from nnlib.losses import Loss, losses, squared_error


@dataclass(frozen=True)
class Forward:
    """What a forward pass found: ``a[l]`` for l = 1 … L and ``z[l]`` for l = 2 … L.

    Shapes: (s_l,) for one sample, (m, s_l) for m; dimensionless.
    """

    a: dict
    z: dict

    def __repr__(self):
        return f"Forward(a[1] … a[{max(self.a)}], z[2] … z[{max(self.z)}])"


@dataclass(frozen=True)
class Backward:
    """What a backward pass found.

    ``delta[l]`` = ∂J/∂z^(l) for l = 2 … L, of the shape of z[l]; ``Delta[l]`` =
    ∂J/∂Θ^(l) for l = 1 … L−1, summed over the samples, of the shape of
    Theta[l], the bias in column 0 (dimensionless).
    """

    delta: dict
    Delta: dict

    def __repr__(self):
        last = max(self.delta)
        return f"Backward(delta[{last}] … delta[2], Delta[{last - 1}] … Delta[1])"


class Columns(Mapping):
    """Some columns of every Θ^(l), by layer: reading gives a view, assigning writes."""

    def __init__(self, name, Theta, columns):
        self._name, self._Theta, self._columns = name, Theta, columns

    def __getitem__(self, l):
        if l not in self._Theta:
            raise KeyError(f"{self._name}[{l!r}]: the layers are 1 to {len(self)}")
        return self._Theta[l][:, self._columns]

    def __setitem__(self, l, value):
        checks.integer("l", l, at_least=1, at_most=len(self._Theta))
        part = self[l]
        part[...] = checks.array(f"{self._name}[{l}]", value, part.shape)

    def __iter__(self):
        return iter(self._Theta)

    def __len__(self):
        return len(self._Theta)

    def __repr__(self):
        return f"{self._name}({dict(self)!r})"


class Network:
    """A fully connected network with weights Θ^(l) = [b^(l) W^(l)] from layer l to l + 1.

    a^(1) = x, z^(l+1) = W^(l) a^(l) + b^(l), a^(l+1) = g(z^(l+1)).

    Parameters
    ----------
    sizes : sequence of int
        Units of layer 1 (the input) … L (the output), at least two layers.
    g : Activation or str, or a sequence of them
        One for all computing layers, or one for each of the layers 2 … L.
    seed : int or numpy.random.Generator
        Of the random start: weights U(−r, r) with r = √(6 / (s_l + s_{l+1}))
        (Glorot and Bengio 2010), biases 0.

    Attributes
    ----------
    Theta, W, b : mappings l → array, l = 1 … L−1
        Θ^(l) of shape (s_{l+1}, 1 + s_l) with the bias in column 0, and W^(l),
        b^(l) as views of it; all dimensionless. Assigning writes into Θ^(l).
    g : dict l → Activation, l = 2 … L
    sizes, L, n_weights, n_parameters
        Layer sizes; number of layers; weights without biases (as slide 27
        counts) and with them.

    Raises
    ------
    TypeError, ValueError
        If an argument is not as above.

    References
    ----------
    Lecture, slides 12 to 18 and 24.

    Examples
    --------
    >>> net = Network([2, 2, 1])
    >>> net
    Network(2-2-1, sigmoid)
    >>> net.W[1].shape, net.b[1].shape, net.n_weights, net.n_parameters
    ((2, 2), (2,), 6, 9)
    """

    def __init__(self, sizes, g=sigmoid, seed=0):
        self.sizes = _sizes(sizes)
        self.L = len(self.sizes)
        self.g = _by_layer(g, self.L)
        random = checks.generator("seed", seed)
        Theta = {}
        for l, (s, s_next) in enumerate(zip(self.sizes, self.sizes[1:]), start=1):
            r = np.sqrt(6.0 / (s + s_next))
            Theta[l] = np.zeros((s_next, 1 + s))
            Theta[l][:, 1:] = random.uniform(-r, r, (s_next, s))
        self._Theta = Theta

    @classmethod
    def from_weights(cls, W, b, g=sigmoid):
        """The network with these weights and biases, copied, in layer order.

        Parameters
        ----------
        W : sequence of L−1 arrays, W^(l) of shape (s_{l+1}, s_l)
        b : sequence of L−1 arrays, b^(l) of shape (s_{l+1},)
        g : as for `Network`

        Raises
        ------
        TypeError, ValueError
            If the shapes do not fit together or an entry is not finite.

        Examples
        --------
        >>> net = Network.from_weights(W=[[[2.0, 2.0]]], b=[[-3.0]], g="step")
        >>> net([1, 1]), net([0, 1])
        (array([1.]), array([0.]))
        """
        W, b = checks.sequence("W", W), checks.sequence("b", b)
        if not W:
            raise ValueError("W must be a list of at least one matrix, got []")
        if len(W) != len(b):
            raise ValueError(
                "b must be a list of one vector for each matrix of W, "
                f"got {len(W)} matrices and {len(b)} vectors"
            )
        s = -1
        for i, weights in enumerate(W):
            W[i] = checks.array(f"W[{i}]", weights, (-1, s))
            s = len(W[i])
        b = [checks.array(f"b[{i}]", bias, (len(W[i]),)) for i, bias in enumerate(b)]
        net = cls([W[0].shape[1], *(len(weights) for weights in W)], g=g)
        for l in net.W:
            net.W[l], net.b[l] = W[l - 1], b[l - 1]
        return net

    @property
    def Theta(self):
        """Θ^(l) by layer."""
        return Columns("Theta", self._Theta, slice(None))

    @property
    def W(self):
        """W^(l) by layer: Θ^(l) without column 0."""
        return Columns("W", self._Theta, slice(1, None))

    @property
    def b(self):
        """b^(l) by layer: column 0 of Θ^(l)."""
        return Columns("b", self._Theta, 0)

    @property
    def n_weights(self):
        """Number of weights, biases not counted (slide 27)."""
        return sum(weights.size for weights in self.W.values())

    @property
    def n_parameters(self):
        """Number of weights and biases: the entries of all Θ^(l)."""
        return sum(Theta.size for Theta in self.Theta.values())

    def copy(self):
        """A network with the same g and a copy of every Θ^(l)."""
        twin = Network(self.sizes, g=self.g.values())
        for l, Theta in self._Theta.items():
            twin._Theta[l][...] = Theta
        return twin

    def __call__(self, x):
        """The output a^(L) for x: shape (s_L,) for one sample, (m, s_L) for m."""
        return self.forward(x).a[self.L]

    def __repr__(self):
        names = [g.name for g in self.g.values()]
        shown = names[:1] if len(set(names)) == 1 else names
        return f"Network({'-'.join(map(str, self.sizes))}, {', '.join(shown)})"

    def forward(self, x):
        """Compute z^(l+1) = W^(l) a^(l) + b^(l) and a^(l+1) = g(z^(l+1)) from a^(1) = x on.

        Parameters
        ----------
        x : array of shape (s_1,) for one sample or (m, s_1) for m, dimensionless

        Returns
        -------
        Forward

        Raises
        ------
        TypeError, ValueError
            If x is no array of finite numbers of such a shape.

        References
        ----------
        Lecture, slide 18 (正向传播).
        """
        x = checks.array("x", x, (self.sizes[0],), (-1, self.sizes[0]))
        L, W, b, g = self.L, self.W, self.b, self.g
        a, z = {}, {}
        a[1] = x
        for l in range(1, L):
            z[l + 1] = np.matvec(W[l], a[l]) + b[l]
            a[l + 1] = g[l + 1](z[l + 1])
        return Forward(a, z)

    def backward(self, forward, y, loss=squared_error):
        """Compute δ^(L), then Δ^(l) and δ^(l) from the last layer to the first.

        δ^(L) = ∂J/∂a^(L) ⊙ g′(z^(L)),  Δ^(l) = δ^(l+1) [1 a^(l)]ᵀ,
        δ^(l) = ((W^(l))ᵀ δ^(l+1)) ⊙ g′(z^(l)).

        Parameters
        ----------
        forward : Forward
            What `forward` returned for x.
        y : array of the shape of the output, dimensionless
        loss : Loss or str

        Returns
        -------
        Backward

        Raises
        ------
        TypeError, ValueError
            If y is not of the output's shape, or loss is unknown.

        References
        ----------
        Lecture, slide 24 (反向传播).
        """
        a, z = _of(self, forward)
        y = checks.array("y", y, a[self.L].shape)
        loss = checks.known("loss", loss, Loss, losses)
        L, W, g = self.L, self.W, self.g
        delta, Delta = {}, {}
        delta[L] = loss.derivative(a[L], y) * g[L].derivative(z[L])
        for l in range(L - 1, 1, -1):
            Delta[l] = outer(delta[l + 1], with_one(a[l]))
            delta[l] = np.matvec(W[l].T, delta[l + 1]) * g[l].derivative(z[l])
        Delta[1] = outer(delta[2], with_one(a[1]))
        return Backward(delta, Delta)

    def input_gradient(self, backward):
        """Compute ∂J/∂a^(1) = (W^(1))ᵀ δ^(2), where the way back ends (slide 21).

        Parameters
        ----------
        backward : Backward
            What `backward` returned.

        Returns
        -------
        array of the shape of x, dimensionless

        Raises
        ------
        TypeError, ValueError
            If it is no Backward of a network of these sizes.

        References
        ----------
        Lecture, slide 21.
        """
        checks.instance("backward", backward, Backward)
        _pass("backward", self.sizes, (2, backward.delta))
        W, delta = self.W, backward.delta
        dJ_dx = np.matvec(W[1].T, delta[2])
        return dJ_dx


def outer(delta, a):
    """δ aᵀ, summed over the samples: shapes (s,), (n,) or (m, s), (m, n) to (s, n)."""
    return np.atleast_2d(delta).T @ np.atleast_2d(a)


def with_one(a):
    """[1 a]: the bias unit's 1 before the last axis, shape (…, n) to (…, 1 + n)."""
    return np.concatenate([np.ones((*a.shape[:-1], 1)), a], axis=-1)


def _sizes(sizes):
    sizes = checks.sequence("sizes", sizes)
    came = checks.shown(sizes)
    if len(sizes) < 2:
        raise ValueError(f"sizes must be a list of at least two layers, got {came}")
    sizes = [checks.integer(f"sizes[{i}]", s, at_least=1) for i, s in enumerate(sizes)]
    if sum(s * s_next for s, s_next in zip(sizes, sizes[1:])) > 10**8:
        raise ValueError(f"sizes must be of at most 10**8 weights, got {came}")
    return tuple(sizes)


def _by_layer(g, L):
    if isinstance(g, (str, Activation)) or not hasattr(g, "__len__"):
        return dict.fromkeys(range(2, L + 1), checks.known("g", g, Activation, activations))
    g = checks.sequence("g", g)
    if len(g) != L - 1:
        raise ValueError(
            f"g must be one activation, or a list of one for each of the {L - 1} "
            f"computing layers, got {checks.shown(g)}"
        )
    return {
        l: checks.known(f"g[{l - 2}]", one, Activation, activations)
        for l, one in enumerate(g, start=2)
    }


def _of(net, forward):
    """The a and z of a Forward, if it can be one of `net`."""
    checks.instance("forward", forward, Forward)
    _pass("forward", net.sizes, (1, forward.a), (2, forward.z))
    return forward.a, forward.z


def _pass(name, sizes, *parts):
    """Refuse parts (first layer, dict l → array) that no pass through `sizes` leaves."""
    samples = _shapes(parts[0][1]).get(2, ())[:-1]
    for first, part in parts:
        layers = enumerate(sizes[first - 1 :], start=first)
        if _shapes(part) != {l: (*samples, s) for l, s in layers}:
            raise ValueError(
                f"{name} must be of a pass through layers of sizes {sizes}, "
                f"got arrays of shapes {_shapes(part)}"
            )


def _shapes(part):
    arrays = part if isinstance(part, dict) else {}
    return {l: getattr(array, "shape", ()) for l, array in arrays.items()}
