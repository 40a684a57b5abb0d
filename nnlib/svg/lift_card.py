"""The card of `lift`: the picture to turn, the unit's sum, three sliders."""

from nnlib.formula import math
from nnlib.svg import cloud
from nnlib.svg.board import board, button, said, slider
from nnlib.svg.element import element, plain
from nnlib.svg.line_plane import two
from nnlib.words import say

SLIDERS = {"turn": (-180, 180, 1), "tilt": (0, 90, 1), "height": (0, 1, 0.05)}
KEYS = "ArrowLeft ArrowRight ArrowUp ArrowDown"
CAPS = (("← →", "key_turn"), ("↑ ↓", "key_tilt"))
EDGE_ON = 0.02  # |cos| of the angle between the eye and the plane's normal


def shell(made):
    """The card for a `Cloud`."""
    facts = element("div", _facts(made), class_="nn-lift-facts")
    body = element("div", _slot("cloud"), facts, class_="nn-lift-body")
    buttons = [button(name, say(f"lift.{name}")) for name in ("above", "reset")]
    return board(
        body,
        name="lift",
        words={"name": made.data.name.removesuffix(", lifted")},
        controls="".join([*map(_slot, SLIDERS), *buttons]),
        keys=[(key, say(f"lift.{name}")) for key, name in CAPS],
        class_="nn-lift",
        data_keys=KEYS,
    )


def adjust(name, value):
    """The slider of ``turn``, ``tilt`` or ``height`` with its number field."""
    words = say(f"lift.{name}_words")
    text = plain(say(f"lift.{name}"))
    shown = round(value, 2 if name == "height" else None)
    return slider(name, text, shown, *SLIDERS[name], words=words)


def frame(made, view, height):
    """The picture, and in the message line what this side of it shows."""
    return {"cloud": cloud.framed(made, view, height), "said": sentence(made, view, height)}


def sentence(made, view, height):
    """What can be seen from here."""
    plane = made.plane(height)
    if height == 0:
        return said(say("lift.said_flat"))
    if view.tilt > 86:
        return said(say("lift.said_above" if plane else "lift.said_above_alone"))
    if plane is None:
        return said(say("lift.said_alone"))
    w = plane[0] / (plane[0] @ plane[0]) ** 0.5
    if abs(w @ view.axes[2]) >= EDGE_ON:
        return said(say("lift.said_turn"))
    n = int(made.wrong.sum())
    if n:
        return said(say("lift.said_edge_wrong", n=n), "caution")
    return said(say("lift.said_edge"), "reached")


def _facts(made):
    if made.unit is None:
        return element("p", plain(say("lift.no_unit")))
    terms = zip((*made.unit.w, made.unit.b), (" x_1", " x_2", " x_1 x_2", ""))
    signed = "".join(f" {two(number)[0]} {two(number)[1:]}{name}" for number, name in terms)
    tex = "z = " + signed.removeprefix(" + ").strip().replace("−", "-")
    wrong = element("b", str(int(made.wrong.sum())))
    return "".join(
        [
            element("p", plain(say("lift.sum")), "<br>", math(tex)),
            element("p", wrong, " ", plain(say("lift.wrong", m=len(made.data)))),
            element("p", plain(say("lift.read"))),
        ]
    )


def _slot(name):
    return element("div", "", data_slot=name)
