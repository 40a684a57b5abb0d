"""nnlib: the maths of the lecture, one formula a line.

``from nnlib import Network, sigmoid, train``; drawing and widgets are imported by name:
``nnlib.plots``, ``nnlib.svg``, ``nnlib.widgets``, ``nnlib.exercises``.
"""

from nnlib import steps
from nnlib.activations import (
    Activation,
    activations,
    identity,
    relu,
    sigmoid,
    step,
    tanh,
)
from nnlib.losses import Loss, half_squared_error, losses, squared_error
from nnlib.network import Backward, Forward, Network
from nnlib.training import (
    Epoch,
    History,
    cost,
    gradient,
    gradient_descent,
    numerical_gradient,
    train,
)

__all__ = [
    "Activation",
    "Backward",
    "Epoch",
    "Forward",
    "History",
    "Loss",
    "Network",
    "activations",
    "cost",
    "gradient",
    "gradient_descent",
    "half_squared_error",
    "identity",
    "losses",
    "numerical_gradient",
    "relu",
    "sigmoid",
    "squared_error",
    "step",
    "steps",
    "tanh",
    "train",
]
