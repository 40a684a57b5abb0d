"""A biological neuron: dendrites, soma, axon and two synapses, each of which can be pressed."""

from nnlib import checks
from nnlib.svg.element import element, plain
from nnlib.svg.marks import arrow
from nnlib.svg.page import SHOWN, page
from nnlib.svg.style import own
from nnlib.svg.text import label
from nnlib.words import say

WIDTH, HEIGHT = 600.0, 380.0
PARTS = ("excitatory", "inhibitory", "dendrite", "soma", "axon")
SOMA = "M196 150C224 132 262 146 272 178C280 196 300 198 312 200C300 206 284 210 274 226" + (
    "C258 252 218 258 194 240C172 224 168 172 196 150Z"
)
# branches as (path, width in px), thick ones first
DENDRITES = (
    ("M204 160C186 132 170 116 150 104", 13.0),
    ("M150 104C130 94 112 92 92 76", 8.0),
    ("M150 104C148 84 150 66 140 44", 7.0),
    ("M92 76C78 68 66 70 50 62", 5.0),
    ("M92 76C84 62 84 54 76 36", 5.0),
    ("M230 150C232 122 240 102 244 82", 11.0),
    ("M244 82C246 64 236 50 232 34", 6.0),
    ("M244 82C256 66 264 56 270 38", 6.0),
    ("M182 198C150 200 126 202 104 196", 12.0),
    ("M104 196C82 190 66 178 46 176", 6.5),
    ("M104 196C84 204 72 214 52 226", 6.5),
    ("M196 232C176 256 160 272 138 286", 12.0),
    ("M138 286C118 296 100 296 78 306", 6.5),
    ("M138 286C132 304 130 318 118 336", 6.5),
)
AXON = (
    ("M296 200C350 196 398 214 450 202", 9.0),
    ("M450 202C484 194 500 172 526 150", 6.0),
    ("M450 202C488 206 504 226 530 246", 6.0),
    ("M526 150l6 -5", 17.0),
    ("M530 246l6 5", 17.0),
)
# the wire that comes in, where it ends in a knob, and the sign on the knob
SYNAPSES = {
    "excitatory": ("M14 122C40 128 66 128 90 116", (98.0, 106.0), "+"),
    "inhibitory": ("M206 362C214 330 222 306 226 280", (228.0, 266.0), "−"),
}
# where a part's name stands, how it is set, and the two ends of its leader line
NAMES = {
    "excitatory": ((8.0, 143.0), "start", ((58.0, 140.0), (86.0, 118.0))),
    "inhibitory": ((262.0, 318.0), "start", ((258.0, 312.0), (240.0, 276.0))),
    "dendrite": ((318.0, 62.0), "start", ((312.0, 62.0), (262.0, 60.0))),
    "soma": ((336.0, 126.0), "start", ((330.0, 128.0), (252.0, 172.0))),
    "axon": ((372.0, 242.0), "start", ((392.0, 232.0), (398.0, 212.0))),
}
KNOB = 12.0
STYLE = own("cell").partition("/* in the widget")[0]


def draw_neuron(parts=PARTS, *, chosen=None):
    """A biological neuron with its parts, numbered in the order given.

    Parameters
    ----------
    parts : sequence of str
        Some or all of ``excitatory``, ``inhibitory``, ``dendrite``, ``soma``, ``axon``.
    chosen : str or None
        The part that is lit.

    Returns
    -------
    Drawing

    Raises
    ------
    TypeError, ValueError
        If an argument is not as above.

    Examples
    --------
    >>> draw_neuron(["soma", "axon"]).alt
    'A neuron. Its parts, numbered: 1 soma, 2 axon.'
    """
    parts = known_parts(parts)
    if chosen is not None and checks.text("chosen", chosen) not in parts:
        raise ValueError(f"chosen must be one of the parts, got {chosen!r}")
    return page(
        cell(parts, chosen), SHOWN, HEIGHT, say_cell(parts, chosen), plane=True, style=STYLE
    )


def known_parts(parts):
    """The parts as a tuple, checked: known, and none twice."""
    parts = tuple(checks.sequence("parts", parts))
    must = f"parts must be some of {', '.join(PARTS)}, each once"
    if not all(isinstance(part, str) for part in parts):
        raise TypeError(f"{must}, got {checks.shown(parts)}")
    if not parts or not {*parts} <= {*PARTS} or len({*parts}) < len(parts):
        raise ValueError(f"{must}, got {checks.shown(parts)}")
    return parts


def say_cell(parts, chosen):
    """The picture in words."""
    listed = ", ".join(f"{k} {say(f'cell.{part}')}" for k, part in enumerate(parts, 1))
    lit = "" if chosen is None else " " + say("cell.alt_chosen", part=say(f"cell.{chosen}"))
    return say("cell.alt", parts=listed) + lit


def framed_cell(parts, chosen):
    """The same as an ``svg`` element of a widget's frame, its parts to press."""
    return element(
        "svg",
        element("title", plain(say_cell(parts, chosen))),
        cell(parts, chosen, press=True),
        viewBox=f"0 0 {WIDTH:.0f} {HEIGHT:.0f}",
        role="img",
        class_="nn-picture",
    )


def cell(parts, chosen, press=False):
    """All outlines first, then the fillings over them: one silhouette of several parts."""
    made = [_shape(part, True, part == chosen) for part in PARTS]
    for part in PARTS:
        inside = _shape(part, False, part == chosen)
        if part in parts:
            inside += _name(part, parts.index(part) + 1)
        pressed = dict(data_press="", tabindex=0, role="button", aria_label=say(f"cell.{part}"))
        more = pressed if press and part in parts else {}
        lit = " nn-chosen" if part == chosen else ""
        made.append(element("g", inside, class_=f"nn-part-of{lit}", data_id=part, **more))
    return "".join(made) + _ways()


def _shape(part, outline, lit):
    """A part as thick strokes: a little thicker for its outline, then filled."""
    if part in SYNAPSES:
        return _synapse(part, outline, lit)
    class_ = ("nn-cell-edge" if outline else "nn-cell-fill") + (" nn-lit" if lit else "")
    more = 3.0 + 2.0 * lit if outline else 0.0
    strokes = [
        element("path", d=d, class_=class_, stroke_width=width + more)
        for d, width in (DENDRITES if part == "dendrite" else AXON if part == "axon" else ())
    ]
    if part == "soma":
        strokes.append(element("path", d=SOMA, class_=class_ + " nn-solid", stroke_width=more))
        if not outline:
            nucleus = dict(cx=226.0, cy=198.0, r=19.0, class_="nn-nucleus")
            strokes.append(element("circle", **nucleus))
    return "".join(strokes)


def _synapse(part, outline, lit):
    wire, (x, y), sign = SYNAPSES[part]
    tone = "nn-pos" if part == "excitatory" else "nn-neg"
    if outline:
        return element("path", d=wire, class_=f"nn-wire-in {tone}", stroke_width=4.0 + 2.0 * lit)
    knob = element("circle", cx=x, cy=y, r=KNOB, class_=f"nn-knob {tone}" + " nn-lit" * lit)
    hit = element("path", d=wire, class_="nn-cell-hit")
    return hit + knob + label(x, y - 0.5, sign, size=17.0, class_="nn-num nn-strong nn-on-knob")


def _name(part, number):
    (x, y), anchor, ((x1, y1), (x2, y2)) = NAMES[part]
    leader = element("line", x1=x1, y1=y1, x2=x2, y2=y2, class_="nn-leader")
    end = element("circle", cx=x2, cy=y2, r=2.4, class_="nn-leader-end")
    style = dict(size=14.5, class_="nn-num nn-part-name nn-halo", anchor=anchor)
    chinese = say(f"cell.{part}.zh")
    if part == "excitatory":  # the soma begins where one line would end
        below = label(x + 14, y + 16, chinese, **style)
        return leader + end + label(x, y, f"{number}  {say(f'cell.{part}')}", **style) + below
    return leader + end + label(x, y, f"{number}  {say(f'cell.{part}')} {chinese}", **style)


def _ways():
    """Where stimuli come in and the pulse goes out."""
    muted = dict(size=13.5, class_="nn-num nn-muted")
    return (
        arrow((470.0, 276.0), (546.0, 276.0), "nn-quiet")
        + label(508.0, 294.0, say("cell.out"), **muted)
        + arrow((14.0, 26.0), (52.0, 26.0), "nn-quiet")
        + label(14.0, 10.0, say("cell.in"), anchor="start", **muted)
    )
