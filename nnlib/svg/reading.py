"""What Tab and the pointer reach in a picture, in the order in which one reads it."""

from nnlib.svg.edges import edge_id, ends
from nnlib.svg.element import element


def reading(scene, edges):
    """The buttons under all that is drawn: x, then gap by gap biases and weights.

    What is drawn comes in another order, edges under units, and anew with every step. So each
    button is a rim that shows around its thing while it has the focus, and that of an edge is
    wide enough for a finger. The targets, read last and drawn last, are buttons themselves.
    """
    places = ((i, *scene.layout.place(l, i)) for l, i in scene.layout.units(1))
    inputs = ((f"a-1-{i}", x, y) for i, x, y in places)
    rim = scene.layout.r[1] + min(4.0, scene.layout.free(1) / 2)
    parts = [element("circle", cx=x, cy=y, r=rim, **_button(scene, name)) for name, x, y in inputs]
    for which in edges:  # by the unit they run into, the bias first
        line = "M{:.0f} {:.0f} {:.0f} {:.0f}".format(*ends(scene, which))
        parts.append(element("path", d=line, **_button(scene, edge_id(*which))))
    return "".join(parts)


def _button(scene, data_id):
    return {"data_id": data_id, **scene.handle(data_id)}
