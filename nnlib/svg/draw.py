"""A pass as a picture for the page, which GitHub shows too."""

from nnlib import checks, steps
from nnlib.formula import readable
from nnlib.losses import squared_error
from nnlib.svg.element import Drawing, element, plain
from nnlib.svg.layout import HEIGHT, WIDTH
from nnlib.svg.network import network
from nnlib.svg.scene import Scene
from nnlib.svg.spoken import say_step
from nnlib.svg.style import drawing


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
    if y is None:
        found = steps.forward(net, x)
    else:
        found = steps.backward(net, x, y, loss, input_gradient)
    at = len(found) if at is None else checks.integer("at", at, at_least=1, at_most=len(found))
    alt = say_step(found, at - 1)
    svg = element(
        "svg",
        element("title", plain(alt)),
        element("desc", plain(readable(found[at - 1].caption))),
        element("style", drawing()),
        element("rect", x=-8, y=-6, width=WIDTH + 16, height=HEIGHT + 14, class_="nn-plate"),
        network(Scene(net, found, y), at - 1),
        xmlns="http://www.w3.org/2000/svg",
        viewBox=f"-8 -6 {WIDTH + 16:.0f} {HEIGHT + 14:.0f}",
        width=WIDTH + 16,
        height=HEIGHT + 14,
        role="img",
        class_="nn-picture",
    )
    return Drawing(svg, alt)
