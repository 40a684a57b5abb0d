"""A pass as a picture for the page, which GitHub shows too."""

from nnlib import checks, steps
from nnlib.formula import readable
from nnlib.losses import squared_error
from nnlib.svg.layout import HEIGHT, WIDTH
from nnlib.svg.network import network
from nnlib.svg.page import page
from nnlib.svg.scene import Scene
from nnlib.svg.spoken import say_step


def draw_pass(net, x, y=None, *, at=None, loss=squared_error, input_gradient=False):
    """The network of a pass at step `at`, with every number known by then.

    Parameters
    ----------
    net, x, y, loss, input_gradient : as for `nnlib.steps.backward`
        Without y the forward pass alone.
    at : int or None
        The number of the step, from 1 on, as the stepper counts; None the last.

    Returns
    -------
    Drawing

    Raises
    ------
    TypeError, ValueError
        If an argument is not as above.

    Examples
    --------
    >>> from nnlib import Network
    >>> draw_pass(Network.from_weights([[[1.0]]], [[0.0]]), [0], at=2).alt
    'step 2 of 3, forward: the sum z of unit 1 in layer 2 is 0'
    """
    found = steps.whole(net, x, y, loss, input_gradient)
    at = len(found) if at is None else checks.integer("at", at, at_least=1, at_most=len(found))
    alt = say_step(found, at - 1)
    picture = network(Scene(net, found, y), at - 1)
    words = readable(found[at - 1].caption)
    return page(picture, WIDTH + 16, HEIGHT + 14, alt, words, left=-8.0, top=-6.0)
