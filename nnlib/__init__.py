"""nnlib: the maths of the lecture, one formula a line.

``from nnlib import Network, sigmoid, train``; drawing and widgets are imported by name:
``nnlib.plots``, ``nnlib.svg``, ``nnlib.widgets``, ``nnlib.exercises``.
"""

from nnlib import data, steps
from nnlib.activations import (
    Activation,
    activations,
    identity,
    relu,
    sigmoid,
    step,
    tanh,
)
from nnlib.data import (
    AND,
    NAND,
    NOR,
    OR,
    XNOR,
    XOR,
    Dataset,
    blobs,
    cards,
    circles,
    datasets,
    digits,
    family_facts,
    family_tree,
    iris,
    load_dataset,
    moons,
    palindromes,
    spiral,
    split,
    truth_table,
)
from nnlib.losses import Loss, half_squared_error, losses, squared_error
from nnlib.margins import Margin, margin
from nnlib.membrane import Membrane
from nnlib.nets import MPNet
from nnlib.network import Backward, Forward, Network
from nnlib.neurons import MPNeuron, Perceptron, Update, hebb
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
    "AND",
    "Activation",
    "Backward",
    "Dataset",
    "Epoch",
    "Forward",
    "History",
    "Loss",
    "MPNet",
    "MPNeuron",
    "Membrane",
    "Margin",
    "NAND",
    "NOR",
    "Network",
    "OR",
    "Perceptron",
    "Update",
    "XNOR",
    "XOR",
    "activations",
    "blobs",
    "cards",
    "circles",
    "cost",
    "data",
    "datasets",
    "digits",
    "family_facts",
    "family_tree",
    "gradient",
    "gradient_descent",
    "half_squared_error",
    "hebb",
    "identity",
    "iris",
    "load_dataset",
    "losses",
    "margin",
    "moons",
    "numerical_gradient",
    "palindromes",
    "relu",
    "sigmoid",
    "spiral",
    "split",
    "squared_error",
    "step",
    "steps",
    "tanh",
    "train",
    "truth_table",
]
