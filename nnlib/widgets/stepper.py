"""`step_through`: one pass through the reader's network, forward and back, step by step."""

import numpy as np

from nnlib import checks, steps
from nnlib.formula import readable, sentence
from nnlib.losses import Loss, losses, squared_error
from nnlib.svg import card, formula_card
from nnlib.svg.code import code
from nnlib.svg.network import framed, network
from nnlib.svg.scene import Scene
from nnlib.svg.spoken import say_step
from nnlib.widgets.picture import Picture

VIEWS = ("unit", "layer")


class Stepper(Picture):
    """The stepper; made by `step_through`.

    Attributes
    ----------
    net, x, y, loss
        What is stepped through: copies, the reader's own are untouched.
    steps : list of Step
        The steps in view, in order; ``steps[stepper.index]`` is the one shown.
    """

    def __init__(self, net, x, y, loss, input_gradient):
        self.steps = steps.whole(net, x, y, loss, input_gradient)
        self.net, self.loss = net.copy(), checks.known("loss", loss, Loss, losses)
        self.x = np.array(x, dtype=float)
        self.y = None if y is None else np.array(y, dtype=float)
        super().__init__(
            shell=card.shell(self.net, self.steps, VIEWS),
            frames=list(self._frames(input_gradient)),
            view=VIEWS[0],
        )

    def _frames(self, input_gradient):
        layers = self._layers(input_gradient)
        scene = Scene(self.net, self.steps, self.y)
        for k, step in enumerate(self.steps):
            said = say_step(self.steps, k)
            whole = layers[step.symbol, step.layer]
            yield {
                "say": said,
                "phase": card.phase(step),
                "caption": sentence(step.caption),
                "picture": framed(network(scene, k), said, readable(step.caption)),
                "code": code(step, self.net.L),
                "unit": formula_card.card(self.net, step),
                "layer": formula_card.card(self.net, whole),
            }

    def _layers(self, input_gradient):
        """The same pass by layers: (symbol, layer) to its step."""
        whole = steps.whole(self.net, self.x, self.y, self.loss, input_gradient, by="layer")
        return {(step.symbol, step.layer): step for step in whole}

    def __repr__(self):
        return f"Stepper({self.net!r}, step {self.index + 1} of {len(self.steps)})"


def step_through(net, x, y=None, *, loss=squared_error, input_gradient=False):
    """Step through a pass: picture, formula, the same with its numbers, and the code line.

    Parameters
    ----------
    net : Network
    x : array of shape (s_1,)
        One sample, dimensionless.
    y : array of shape (s_L,) or None
        Its target; without it the forward pass alone.
    loss : Loss or str
    input_gradient : bool
        Go on to ∂J/∂a^(1), the gradient of the input layer (slide 21).

    Returns
    -------
    Stepper
        ``stepper.net``, ``stepper.x``, ``stepper.y`` are ready for the next cell.

    Raises
    ------
    TypeError, ValueError
        If an argument is not as above.

    References
    ----------
    Lecture, slides 18 to 24.

    Examples
    --------
    >>> from nnlib import Network
    >>> step_through(Network([2, 2, 1]), [0, 1], [1])
    Stepper(Network(2-2-1, sigmoid), step 1 of 14)
    """
    return Stepper(net, x, y, loss, input_gradient)
