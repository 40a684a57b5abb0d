"""The membrane of a neuron: leaky integrate-and-fire, in mV, ms, nA and MΩ."""

from dataclasses import dataclass

import numpy as np

from nnlib import checks


@dataclass(frozen=True)
class Membrane:
    """τ dV/dt = E − V + R I; where V reaches θ a pulse, and V := E.

    The model says when a pulse comes, not what it looks like.

    Parameters
    ----------
    E : float
        Resting potential, mV; V starts there and returns there after a pulse.
    theta : float
        θ, the threshold (阈值), mV, above E.
    tau : float
        τ, how long the membrane remembers, ms, > 0.
    R : float
        Resistance, MΩ, > 0; 1 MΩ · 1 nA = 1 mV.
    refractory : float
        How long V stays at E after a pulse (不应期), ms, >= 0.

    Raises
    ------
    TypeError, ValueError
        If an argument is not as above.

    References
    ----------
    Lecture, slide 4 (膜电位, 动作电位). Lapicque 1907, J. Physiol. Pathol. Gén. 9:620–635.
    The numbers: Dayan and Abbott 2001, Theoretical Neuroscience, section 5.4.

    Examples
    --------
    >>> cell = Membrane()
    >>> cell.threshold_current
    1.5
    >>> V, pulses = cell.run(np.full(300, 2.0))
    >>> pulses
    array([13.8, 27.6])
    """

    E: float = -65.0
    theta: float = -50.0
    tau: float = 10.0
    R: float = 10.0
    refractory: float = 0.0

    def __post_init__(self):
        E = checks.number("E", self.E)
        fields = {
            "E": E,
            "theta": checks.number("theta", self.theta, above=E),
            "tau": checks.number("tau", self.tau, above=0),
            "R": checks.number("R", self.R, above=0),
            "refractory": checks.number("refractory", self.refractory, at_least=0),
        }
        for field, value in fields.items():
            object.__setattr__(self, field, value)

    @property
    def threshold_current(self):
        """I_th = (θ − E)/R, nA: a constant current makes pulses only above it."""
        return (self.theta - self.E) / self.R

    def run(self, I, dt=0.1):
        """V[k] = V[k−1] + dt/τ (E − V[k−1] + R I[k−1]), with pulses.

        Parameters
        ----------
        I : array of shape (n,)
            The current at the times 0, dt, 2 dt, …, nA.
        dt : float
            The time step, ms, 0 < dt < τ.

        Returns
        -------
        V : array of shape (n,), mV
        pulses : array, ms
            The times of the pulses.

        Raises
        ------
        TypeError, ValueError
            If an argument is not as above.
        """
        I = checks.array("I", I, (-1,)).tolist()
        share = checks.number("dt", dt, above=0, below=self.tau) / self.tau
        V, pulses, silent_until = [self.E], [], -np.inf
        for k in range(1, len(I)):
            v = V[-1] + share * (self.E - V[-1] + self.R * I[k - 1])
            if k * dt < silent_until:
                v = self.E
            elif v >= self.theta:
                v, silent_until = self.E, k * dt + self.refractory
                pulses.append(k * dt)
            V.append(v)
        return np.array(V), np.array(pulses)


KICK, LASTS = 5.0, 1.0  # nA and ms of a single pulse that comes in


def current(I, kicks, ms=100.0, dt=0.1):
    """A constant current and single pulses of ±5 nA for 1 ms, every dt: array, nA.

    Parameters
    ----------
    I : float
        The constant current, nA.
    kicks : sequence of (float, int)
        Time in ms, and +1 (excitatory) or −1 (inhibitory).
    ms, dt : float
        How long, and the time step, ms.

    Examples
    --------
    >>> current(1.0, [(0.5, +1)], ms=2, dt=0.5)
    array([1., 6., 6., 1.])
    """
    whole = np.full(round(ms / dt), float(I))
    for t, sign in kicks:
        whole[round(t / dt) : round((t + LASTS) / dt)] += sign * KICK
    return whole
