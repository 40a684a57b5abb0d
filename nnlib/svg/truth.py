"""One MP neuron with its inputs on or off, and its truth table."""

from itertools import product

import numpy as np

from nnlib import checks
from nnlib.neurons import MPNeuron
from nnlib.numerals import numeral
from nnlib.svg.element import element, plain, plate
from nnlib.svg.mp import STYLE, lamp, named, wire
from nnlib.svg.page import page
from nnlib.svg.text import label, symbol
from nnlib.words import say, tables

WIDTH, INPUT_X, UNIT_X, OUTPUT_X, R_UNIT, GAP = 560.0, 84.0, 330.0, 488.0, 54.0, 84.0
MOST = 4  # inputs


def draw_neuron_at(neuron, x):
    """An MP neuron with the inputs x, its sum, its threshold and its output.

    Parameters
    ----------
    neuron : MPNeuron
        Of 1 to 4 inputs.
    x : array of shape (n,)
        Zeros and ones.

    Returns
    -------
    Drawing

    Raises
    ------
    TypeError, ValueError
        If an argument is not as above.

    Examples
    --------
    >>> draw_neuron_at(MPNeuron([1, 1], 2), [1, 0]).alt
    'MPNeuron([1, 1], threshold 2) with the inputs 1, 0: the sum is 1, below 2. Output 0.'
    """
    neuron, x = known_neuron(neuron), checks.binary("x", x, (len(neuron.weights),))
    size = WIDTH, height(len(x))
    return page(scene(neuron, x), *size, say_scene(neuron, x), plane=True, style=STYLE)


def height(n):
    """How high the picture of a neuron with n inputs is, px."""
    return max(2, n) * GAP + 24.0


def known_neuron(neuron):
    """The neuron, checked: an `MPNeuron` of 1 to 4 inputs."""
    checks.instance("neuron", neuron, MPNeuron)
    if len(neuron.weights) > MOST:
        n = len(neuron.weights)
        raise ValueError(f"neuron must be an MPNeuron of 1 to {MOST} inputs, got {n} inputs")
    return neuron


def total(neuron, x):
    """The sum of the inputs that excite, each times its weight."""
    excite = [i for i in range(len(x)) if i not in neuron.inhibitory]
    return float(neuron.weights[excite] @ np.asarray(x, dtype=float)[excite])


def say_scene(neuron, x):
    """The picture in words."""
    listed = ", ".join(f"{bit:g}" for bit in x)
    return say("truth.alt", neuron=repr(neuron), x=listed, why=why(neuron, x), y=neuron(x))


def why(neuron, x):
    """Why it fires or not, in words."""
    stops = [i + 1 for i in neuron.inhibitory if x[i]]
    z, theta = numeral(total(neuron, x)), numeral(neuron.threshold)
    if stops:
        return say("truth.stopped", i=", ".join(map(str, stops)))
    return say("truth.reached" if neuron(x) else "truth.below", z=z, theta=theta)


def scene(neuron, x, press=False):
    """Inputs at the left, the unit with its sum and threshold, the output at the right."""
    n, y = len(x), neuron(x)
    unit = UNIT_X, height(n) / 2
    places = [(INPUT_X, unit[1] + GAP * (i - (n - 1) / 2)) for i in range(n)]
    wires = [
        wire(at, unit, inhibits=i in neuron.inhibitory, live=bool(x[i]), r_end=R_UNIT)
        for i, at in enumerate(places)
    ]
    tags = [_tag(neuron, i, at, unit) for i, at in enumerate(places)]
    inputs = [_input(i, at, x[i], press) for i, at in enumerate(places)]
    out = wire(unit, (OUTPUT_X, unit[1]), inhibits=False, live=bool(y), r_start=R_UNIT)
    return "".join([*wires, *tags, *inputs, out, _unit(neuron, x, y, unit), _output(y, unit[1])])


def _input(i, at, on, press):
    name = say("truth.input", i=i + 1, on=int(on))
    more = dict(data_press="", tabindex=0, role="button", aria_label=name) if press else {}
    mark = named(at[0] - 42, at[1], f"x{i + 1}", size=21.0)
    return mark + lamp(*at, on, data_id=f"x-{i + 1}", **more)


def _tag(neuron, i, at, unit):
    """The weight of an input on its wire; an inhibitory one has none."""
    x, y = 0.52 * at[0] + 0.48 * unit[0], 0.52 * at[1] + 0.48 * unit[1]
    stops = i in neuron.inhibitory
    text = say("truth.inhibits") if stops else numeral(neuron.weights[i])
    wide = 62.0 if stops else 14.0 + 9.0 * len(text)
    colour = "nn-neg" if stops or neuron.weights[i] < 0 else "nn-pos"
    back = plate(x, y, wide, 22.0, "nn-mp-tag")
    return back + label(x, y, text, size=14.0, class_=f"nn-num nn-strong {colour}")


def _unit(neuron, x, y, place):
    cx, cy = place
    circle = lamp(cx, cy, y, r=R_UNIT, text="")
    above, below = (numeral(v) for v in (total(neuron, x), neuron.threshold))
    tone = " nn-on-lamp" if y else ""
    made = []
    for dy, sign, text in ((-17.0, "Σ", above), (17.0, "θ", below)):
        made.append(symbol(cx - 18, cy + dy, sign, size=18.0, class_=tone.strip() or None))
        made.append(
            label(cx - 6, cy + dy, f"= {text}", size=16.0, class_=f"nn-num{tone}", anchor="start")
        )
    rule = element("line", x1=cx - 30, y1=cy, x2=cx + 30, y2=cy, class_="nn-axis")
    return circle + rule + "".join(made)


def _output(y, middle):
    return lamp(OUTPUT_X, middle, y) + named(OUTPUT_X + 42, middle, "y", size=21.0)


def table(neuron, x, seen):
    """The truth table as HTML: only the rows in `seen` have their output; that of x is marked."""
    n = len(neuron.weights)
    head = "".join(f"<th>x<sub>{i}</sub></th>" for i in range(1, n + 1)) + "<th>y</th>"
    rows = [_row(neuron, bits, bits in seen, bits == tuple(map(int, x))) for bits in inputs(n)]
    few = " nn-few" if n < 4 else ""
    body = f"<thead><tr>{head}</tr></thead><tbody>{''.join(rows)}</tbody>"
    return element("table", body, class_="nn-truth" + few, aria_label=say("truth.table"))


def _row(neuron, bits, known, here):
    y = neuron(bits)
    out = element("td", str(y) if known else "?", class_="nn-one" if known and y else None)
    cells = "".join(f"<td>{bit}</td>" for bit in bits)
    return element("tr", cells + out, class_="nn-here" if here else None)


def inputs(n):
    """Every input of n bits, in counting order."""
    return list(product((0, 1), repeat=n))


def name_of(column):
    """What a column of outputs is called, or None."""
    bits = "".join(map(str, column))
    key = f"fn.{bits}"
    return say(key) if key in tables["en"] else None


def framed(neuron, x):
    """The scene as an ``svg`` element of a widget's frame, its inputs to press."""
    return element(
        "svg",
        element("title", plain(say_scene(neuron, x))),
        scene(neuron, x, press=True),
        viewBox=f"0 0 {WIDTH:.0f} {height(len(x)):.0f}",
        role="img",
        class_="nn-picture",
    )
