"""The network of a pass at one of its steps: what is known, what takes part, what is new."""

from nnlib.svg.beside import bands, beside, hidden
from nnlib.svg.edges import chip, edge
from nnlib.svg.element import element, plain
from nnlib.svg.heads import heads
from nnlib.svg.layout import HEIGHT, WIDTH
from nnlib.svg.reading import reading
from nnlib.svg.units import below, bias, cost, cost_wires, unit


def network(scene, k):
    """The picture of a `Scene` at step k (from 0 on), the inside of an ``svg``, as text.

    What takes part is drawn after, so over, what recedes.
    """
    step = scene.found[k]
    taking = scene.takes_part(k)
    active = [which for which in scene.edges if which in taking]
    drawn = scene.edges if scene.draws_all else []
    quiet = [which for which in drawn if which not in taking]
    parts = [_reached(scene, active), bands(scene, step), heads(scene, step)]
    parts += [edge(scene, which, step, False) for which in quiet]
    if scene.y is not None:
        parts.append(cost_wires(scene, step))
    parts += [edge(scene, which, step, True) for which in active]
    parts += [chip(scene, which, k, False) for which in quiet]
    parts += [bias(scene, l, step) for l in scene.net.Theta]
    for l in scene.layout.x:
        parts += [unit(scene, l, i, k) for l, i in scene.layout.units(l)]
        labels = beside if scene.layout.beside(l) else below
        parts += [labels(scene, l, i, k) for l, i in scene.layout.units(l)]
        parts.append(hidden(scene, l))
    parts += [chip(scene, which, k, True) for which in active]
    if scene.y is not None:
        parts.append(cost(scene, k))
    return "".join(parts)


def _reached(scene, active):
    """Where `reading` stands: a place of its own, or in the frame where edges come and go."""
    if scene.editing is None:
        return ""
    if scene.draws_all:
        return element("g", "", data_slot="reading", class_="nn-reading")
    return element("g", reading(scene, active), class_="nn-reading")


def framed(inside, title, description, *, press=False):
    """The ``svg`` element around a picture, with its words for a screen reader.

    Where things can be pressed it is a group of buttons, and a press beside them counts too.
    """
    return element(
        "svg",
        element("title", plain(title)),
        element("desc", plain(description)),
        inside,
        viewBox=f"0 0 {WIDTH:.0f} {HEIGHT:.0f}",
        role="group" if press else "img",
        aria_label=title if press else None,
        data_press="" if press else None,
        data_id="picture" if press else None,
        class_="nn-picture",
    )
