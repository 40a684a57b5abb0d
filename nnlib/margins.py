"""The margin: how far apart two classes lie, and how many mistakes that allows."""

from dataclasses import dataclass

import numpy as np

from nnlib import checks

LEAST = 1e-6  # a margin below this share of R counts as none: rounding would hide it


@dataclass(frozen=True)
class Margin:
    """The widest margin between two classes, the bias counted as a constant input 1.

    Attributes
    ----------
    gamma : float
        γ = min ±(w·x + b), the sign by class; 0 if no plane separates the samples, or only by
        less than R/10⁶.
    R : float
        max ‖(x, 1)‖, the longest input.
    w, b : array of shape (n,), float
        The plane that has this margin, ‖(w, b)‖ = 1; zeros if there is none (all
        dimensionless).

    Examples
    --------
    >>> margin([[0, 0], [0, 1], [1, 0], [1, 1]], [0, 0, 0, 1]).bound
    51
    """

    gamma: float
    R: float
    w: np.ndarray
    b: float

    @property
    def bound(self):
        """(R/γ)² rounded down: at most so many mistakes from zero weights; inf if γ = 0."""
        if not self.gamma:
            return np.inf
        return int((self.R / self.gamma) ** 2 * (1 + 1e-9))


def margin(X, y):
    """γ = max over ‖(w, b)‖ = 1 of min_i s_i (w·x_i + b), with s_i = 1 in class 1, else −1.

    The shortest u with s_i u·(x_i, 1) ≥ 1 for all i has the length 1/γ; it is found as
    a least-squares problem with weights λ ≥ 0, which also tells when there is none.

    Parameters
    ----------
    X : array of shape (m, n), dimensionless
    y : array of shape (m,) or (m, 1)
        Classes, 0 or 1.

    Returns
    -------
    Margin

    Raises
    ------
    TypeError, ValueError
        If an argument is not as above.

    References
    ----------
    Novikoff 1962, Symp. Math. Theory of Automata XII:615–622. Lawson and Hanson 1974,
    Solving Least Squares Problems, chapter 23.

    Examples
    --------
    >>> found = margin([[-1.0], [3.0]], [0, 1])
    >>> round(found.gamma, 3), found.bound
    (1.414, 5)
    >>> margin([[1.0], [1.0]], [0, 1]).gamma
    0.0
    """
    X = checks.array("X", X, (-1, -1))
    y = checks.binary("y", y, (len(X),), (len(X), 1)).ravel()
    inputs = np.column_stack([X, np.ones(len(X))])
    R = float(np.linalg.norm(inputs, axis=1).max())
    G = np.where(y == 1, 1.0, -1.0)[:, None] * inputs / R
    u = _shortest(G)
    gamma = float((G @ u).min()) * R
    if gamma < LEAST * R:
        return Margin(0.0, R, np.zeros(X.shape[1]), 0.0)
    return Margin(gamma, R, u[:-1], float(u[-1]))


def _shortest(G):
    """The direction of the shortest u with G u ≥ 1, of length 1; any, if there is none."""
    E = np.vstack([G.T, np.ones(len(G))])
    f = np.append(np.zeros(G.shape[1]), 1.0)
    u = G.T @ _not_negative(E, f)
    return u / max(np.linalg.norm(u), np.finfo(float).tiny)


def _not_negative(A, b):
    """The λ ≥ 0 with the least ‖A λ − b‖ (Lawson and Hanson's NNLS)."""
    n = A.shape[1]
    lam, used = np.zeros(n), np.zeros(n, dtype=bool)
    for _ in range(10 * n):
        pull = np.where(used, -np.inf, A.T @ (b - A @ lam))
        if pull.max() < 1e-14:
            break
        used[pull.argmax()] = True
        while used.any():
            best = np.zeros(n)
            best[used] = np.linalg.lstsq(A[:, used], b)[0]
            down = used & (best <= 0)
            if not down.any():
                lam = best
                break
            step = (lam[down] / (lam[down] - best[down])).min()
            lam = lam + step * (best - lam)
            used &= lam > 1e-14
    return lam
