"""Nets of McCulloch and Pitts neurons: plain data, one time step a synapse."""

from collections.abc import Mapping

import numpy as np

from nnlib import checks
from nnlib.neurons import MPNeuron


class MPNet:
    """Neurons and where their inputs come from: s_i(t + 1) = N_i(what fires at time t).

    Parameters
    ----------
    neurons : dict of str → (MPNeuron, list of str)
        Each neuron with the sources of its inputs, in order: names of other neurons,
        its own name (a loop), or any other name, which is an input of the net.

    Attributes
    ----------
    neurons : dict name → MPNeuron
    sources : dict name → tuple of names
    inputs : tuple of names
        In the order in which they are met.
    names : tuple of names
        The inputs, then the neurons.

    Raises
    ------
    TypeError, ValueError
        If an argument is not as above.

    References
    ----------
    McCulloch and Pitts 1943, Bull. Math. Biophysics 5:115–133: the only delay is that of
    a synapse; nets without circles compute propositions, nets with circles remember.

    Examples
    --------
    >>> xor = MPNet({
    ...     "a": (MPNeuron([1, 1], 1, inhibitory=[1]), ["x1", "x2"]),
    ...     "b": (MPNeuron([1, 1], 1, inhibitory=[0]), ["x1", "x2"]),
    ...     "y": (MPNeuron([1, 1], 1), ["a", "b"]),
    ... })
    >>> xor
    MPNet(x1, x2 → a, b, y)
    >>> xor.run([1, 0], steps=3)
    array([[1, 0, 0, 0, 0],
           [0, 0, 1, 0, 0],
           [0, 0, 0, 0, 1]])
    """

    def __init__(self, neurons):
        if not isinstance(neurons, Mapping) or not neurons:
            raise TypeError(
                "neurons must be a dict name → (MPNeuron, list of names), "
                f"got {checks.shown(neurons)}"
            )
        self.neurons, self.sources = {}, {}
        for name, pair in neurons.items():
            self._add(checks.text("neurons", name), pair)
        met = [source for sources in self.sources.values() for source in sources]
        self.inputs = tuple(dict.fromkeys(name for name in met if name not in self.neurons))
        self.names = (*self.inputs, *self.neurons)

    def _add(self, name, pair):
        where = f"neurons[{name!r}]"
        if not isinstance(pair, tuple | list) or len(pair) != 2:
            raise TypeError(f"{where} must be (MPNeuron, list of names), got {checks.shown(pair)}")
        neuron = checks.instance(where, pair[0], MPNeuron)
        sources = checks.sequence(where, pair[1])
        if len(sources) != len(neuron.weights):
            raise ValueError(
                f"{where} must be a neuron with as many sources as weights, "
                f"got {len(sources)} and {len(neuron.weights)}"
            )
        self.neurons[name] = neuron
        self.sources[name] = tuple(checks.text(where, source) for source in sources)

    def run(self, x, steps=None):
        """What fires at the times 0, 1, 2, …; at time 0 no neuron does.

        Parameters
        ----------
        x : array of shape (n,) or (m, n)
            The inputs, 0 or 1: one row a time step, silence after the last; one row
            alone is a single pulse at time 0.
        steps : int, >= 1, or None
            How many time steps; None as many as x has rows.

        Returns
        -------
        array of shape (steps, n + neurons), int
            One row a time step, columns in the order of `names`.

        Raises
        ------
        TypeError, ValueError
            If an argument is not as above.
        """
        n = len(self.inputs)
        x = np.atleast_2d(checks.binary("x", x, (n,), (-1, n))).astype(int)
        steps = len(x) if steps is None else checks.integer("steps", steps, at_least=1)
        fires = np.zeros((steps, len(self.names)), dtype=int)
        fires[: len(x), :n] = x[:steps]
        columns = {
            name: [self.names.index(s) for s in self.sources[name]] for name in self.neurons
        }
        for t in range(1, steps):
            for k, (name, neuron) in enumerate(self.neurons.items()):
                fires[t, n + k] = neuron(fires[t - 1, columns[name]])
        return fires

    def __repr__(self):
        return f"MPNet({', '.join(self.inputs)} → {', '.join(self.neurons)})"
