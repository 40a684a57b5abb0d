"""The picture of a pass: places, states and numbers of every step, checked on the parsed SVG."""

import math
import re
from functools import cache
from pathlib import Path
from xml.etree import ElementTree

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from oracles import refuses, table

import nnlib
from nnlib import Loss, Network, half_squared_error, squared_error, steps
from nnlib.formula import readable
from nnlib.numerals import numeral
from nnlib.svg import Drawing, draw_pass, formula_card
from nnlib.svg.code import code
from nnlib.svg.element import element, plain, plate
from nnlib.svg.layout import layout
from nnlib.svg.network import framed, network
from nnlib.svg.places import place_chips
from nnlib.svg.scene import Scene
from nnlib.svg.spoken import say_step
from nnlib.svg.text import label, symbol, width

STYLE = (Path(nnlib.__file__).parent / "svg" / "style.css").read_text(encoding="utf-8")
SIZES = [
    (1, 1), (1, 1, 1), (2, 1), (2, 2, 1), (3, 2, 2, 1), (3, 3, 3), (4, 1, 4), (2, 4),
    (4, 4, 4, 2), (4, 1), (4, 2, 1), (4, 3, 2), (3, 1, 3), (2, 3, 1), (1, 4, 1),
]  # fmt: skip
OTHER = Loss("other", lambda a, y: np.cosh(a - y), lambda a, y: np.sinh(a - y), r"\cosh(a - y)")
by_sizes = pytest.mark.parametrize("sizes", SIZES, ids=lambda sizes: "-".join(map(str, sizes)))

# advance widths of Helvetica and Arial, em: what most readers see
EM = {".": 0.278, "·": 0.333, " ": 0.278, "(": 0.333, ")": 0.333, ",": 0.278, "−": 0.584,
      "=": 0.584, "Δ": 0.668, "∂": 0.494, "J": 0.5}  # fmt: skip
EM |= dict.fromkeys("⁻⁰¹²³⁴⁵⁶⁷⁸⁹", 0.333) | dict.fromkeys("0123456789", 0.556)


class Pass:
    """All frames of one pass, made as the stepper makes them."""

    def __init__(self, net, x, y, loss=squared_error):
        self.net, self.y, self._roots = net, y, {}
        self.steps = steps.backward(net, x, y, loss, True)
        self.scene = Scene(net, self.steps, y)
        self.layers = {
            (step.symbol, step.layer): step
            for step in steps.backward(net, x, y, loss, True, by="layer")
        }

    def root(self, k):
        return self._roots.get(k) or self._roots.setdefault(k, self._parsed(k))

    def _parsed(self, k):
        step = self.steps[k]
        said = say_step(self.steps, k)
        return parse(framed(network(self.scene, k), said, readable(step.caption)))

    def card(self, k):
        return parse(formula_card.card(self.net, self.steps[k]))

    def layer_card(self, k):
        step = self.steps[k]
        return parse(formula_card.card(self.net, self.layers[step.symbol, step.layer]))

    def __iter__(self):
        return iter(range(len(self.steps)))


@cache
def a_pass(sizes, scale=1.0):
    random = np.random.default_rng(sum(sizes))
    net = Network(sizes, seed=1)
    for l in net.W:
        net.W[l] = random.normal(size=net.W[l].shape) * scale
        net.b[l] = random.normal(size=net.b[l].shape) * scale
    return Pass(net, random.normal(size=sizes[0]), random.uniform(size=sizes[-1]))


def mock():
    net = Network.from_weights([[[0.8, -1.3], [1.2, 0.7]], [[-1.1, 1.6]]], [[0.4, -0.3], [0.2]])
    return Pass(net, [0, 1], [1])


def parse(markup):
    return ElementTree.fromstring(markup)


def classes(one):
    return one.get("class", "").split()


def tag(one):
    return one.tag.rpartition("}")[2]


def text_of(one):
    return "".join(one.itertext())


def by_id(root, data_id):
    return [one for one in root.iter() if one.get("data-id") == data_id]


def ids(root):
    return {one.get("data-id") for one in root.iter() if one.get("data-id")}


def group(root, data_id):
    """The one group of the picture with this id, and None if there is none."""
    found = by_id(root, data_id)
    assert len(found) <= 1, data_id
    return found[0] if found else None


def em(text):
    return sum(EM.get(sign, 0.556) for sign in text)


def box(one):
    """Left, top, right, bottom of a circle, rectangle or text."""
    number = {name: float(one.get(name, 0)) for name in ("x", "y", "cx", "cy", "r", "width")}
    if tag(one) == "circle":
        r = number["r"]
        return number["cx"] - r, number["cy"] - r, number["cx"] + r, number["cy"] + r
    if tag(one) == "rect":
        high = float(one.get("height"))
        return number["x"], number["y"], number["x"] + number["width"], number["y"] + high
    size = float(one.get("font-size"))
    wide = em(text_of(one)) * size
    left = number["x"] - {"middle": wide / 2, "end": wide}.get(one.get("text-anchor"), 0)
    return left, number["y"] - 0.72 * size, left + wide, number["y"] + 0.02 * size


def overlap(one, other):
    wide = min(one[2], other[2]) - max(one[0], other[0])
    high = min(one[3], other[3]) - max(one[1], other[1])
    return max(0.0, wide) * max(0.0, high) if wide > 0 and high > 0 else 0.0


def within(inner, outer, slack=0.5):
    return (
        inner[0] >= outer[0] - slack and inner[1] >= outer[1] - slack
        and inner[2] <= outer[2] + slack and inner[3] <= outer[3] + slack
    )  # fmt: skip


def known_at(p, k):
    """The ids and values that are known at step k, by the steps themselves."""
    values = {}
    for step in p.steps[: k + 1]:
        name = {"x": "a"}.get(step.symbol, step.symbol)
        if step.symbol == "J":
            values["J"] = step.value
        elif step.symbol == "Delta":
            for j, value in enumerate(step.value):
                values[f"Delta-{step.layer}-{step.unit}-{j}"] = value
        else:
            units = enumerate(np.atleast_1d(step.value), start=step.unit or 1)
            values |= {f"{name}-{step.layer}-{i}": value for i, value in units}
    return values


# Elements


def test_element_escapes_what_comes_from_outside():
    evil = '"><script>alert(1)</script>&'
    made = parse(element("g", element("text", plain(evil), x=1), data_id=evil, title=evil))
    assert made.get("data-id") == evil and made.get("title") == evil
    assert text_of(made) == evil and len(list(made.iter())) == 2


@pytest.mark.parametrize(
    ("made", "markup"),
    [
        (lambda: element("g"), "<g/>"),
        (lambda: element("g", ""), "<g></g>"),
        (lambda: element("g", "a", "b", class_="c d"), '<g class="c d">ab</g>'),
        (lambda: element("line", x1=1.0, x2=-0.001, stroke_width=2.456),
         '<line x1="1" x2="0" stroke-width="2.46"/>'),
        (lambda: element("g", class_=None, data_id=None), "<g/>"),
        (lambda: element("rect", width=10, rx=0.5), '<rect width="10" rx="0.5"/>'),
        (lambda: plain("<a & b>"), "&lt;a &amp; b&gt;"),
        (lambda: plate(10, 20, 8, 4, "k"),
         '<rect x="6" y="18" width="8" height="4" rx="2" class="k"/>'),
        (lambda: plate(10, 20, 8, 4, "k", corner=0),
         '<rect x="6" y="18" width="8" height="4" rx="0" class="k"/>'),
    ],
)  # fmt: skip
def test_elements_by_hand(made, markup):
    assert made() == markup


@given(st.text(alphabet="0123456789.−·⁻⁰¹²³⁴⁵⁶⁷⁸⁹ ∞", max_size=14), st.floats(10, 20))
def test_width_is_rather_too_wide(text, size):
    assert width(text, size) >= em(text) * size - 0.01 - 0.05 * size * text.count("·")
    assert width(text, size) <= 1.35 * (em(text) * size + 0.01)


def test_labels_stand_where_they_are_said_to():
    one = parse(label(50, 20, "−1.1", size=14, class_="nn-num"))
    assert (one.get("x"), one.get("text-anchor"), one.text) == ("50", "middle", "−1.1")
    top, bottom = box(one)[1], box(one)[3]
    assert abs((top + bottom) / 2 - 20) < 0.5
    assert label(0, 0, "<b>", size=10).count("<") == 2


@pytest.mark.parametrize("anchor", ["start", "middle", "end"])
def test_symbols_stand_where_they_are_said_to(anchor):
    made = parse(symbol(100, 20, "a", "12", "(3)", size=14, anchor=anchor))
    base, above, below = made
    assert (base.text, above.text, below.text) == ("a", "(3)", "12")
    assert float(above.get("y")) < float(base.get("y")) < float(below.get("y"))
    assert float(above.get("font-size")) == pytest.approx(0.64 * 14, abs=0.01)
    left, right = float(base.get("x")), box(above)[2]
    at = {"start": left, "middle": (left + right) / 2, "end": right}[anchor]
    assert abs(at - 100) < 3


# Layout


def parts_of(root, l, i, names):
    """The groups of a unit and of what belongs to it, as far as they are there."""
    found = (group(root, f"{name}-{l}-{i}") for name in names)
    return [one for part in found if part is not None for one in part.iter()]


@by_sizes
def test_units_and_their_labels_do_not_overlap(sizes):
    """Circles, z and delta of one unit against those of the others; dJ/da against all text."""
    p = a_pass(sizes)
    for k in p:
        root = p.root(k)
        for l, n in enumerate(sizes, start=1):
            shapes, texts, pills = {}, {}, {}
            for i in range(1, n + 1):
                parts = parts_of(root, l, i, ["a", "z", "delta"])
                shapes[i] = [
                    box(one)
                    for one in parts
                    if tag(one) in ("circle", "rect") and "nn-ring" not in classes(one)
                ]
                below = parts_of(root, l, i, ["dJda"])
                texts[i] = [box(one) for one in [*parts, *below] if tag(one) == "text"]
                pills[i] = [box(one) for one in below if tag(one) == "rect"]
            for i in range(1, n + 1):
                for other in set(shapes) - {i}:
                    pairs = [(a, b) for a in shapes[i] for b in shapes[other]]
                    pairs += [(a, b) for a in pills[i] for b in texts[other] + pills[other]]
                    assert sum(overlap(*pair) for pair in pairs) < 1, (k, l, i, other)
                value = [
                    box(one) for one in parts_of(root, l, i, ["a"]) if "nn-num" in classes(one)
                ]
                assert sum(overlap(a, b) for a in pills[i] for b in value) < 1, (k, i)


@by_sizes
def test_z_and_delta_hide_neither_each_other_nor_the_value(sizes):
    p = a_pass(sizes)
    for k in p:
        root = p.root(k)
        for l, n in enumerate(sizes[1:], start=2):
            for i in range(1, n + 1):
                a = group(root, f"a-{l}-{i}")
                values = [box(one) for one in a.iter() if tag(one) == "text"]
                pills = [group(root, f"{name}-{l}-{i}") for name in ("z", "delta")]
                texts = [
                    [box(one) for one in pill.iter() if tag(one) == "text"]
                    for pill in pills
                    if pill is not None
                ]
                for some in texts:
                    assert sum(overlap(a, b) for a in some for b in values) == 0, (k, l, i)
                if len(texts) == 2:
                    assert sum(overlap(a, b) for a in texts[0] for b in texts[1]) < 4, (k, l, i)


@by_sizes
def test_everything_is_inside_the_picture(sizes):
    p = a_pass(sizes)
    for k in p:
        for one in p.root(k).iter():
            if tag(one) in ("circle", "rect", "text") and text_of(one) + tag(one) != "text":
                assert within(box(one), (-8, -6, 548, 306), 0), (k, ElementTree.tostring(one))


@by_sizes
def test_labels_of_edges_stay_on_their_edge(sizes):
    p = a_pass(sizes)
    found = p.scene.layout
    for (l, i, j), (x, y) in found.chips.items():
        (x1, y1), (x2, y2) = found.place(l, j), found.place(l + 1, i)
        t = (x - x1) / (x2 - x1)
        assert 0.2 - 1e-9 <= t <= 0.8 + 1e-9
        assert y == pytest.approx(y1 + t * (y2 - y1))
    assert set(found.chips) == {
        (l, i, j)
        for l in range(1, len(sizes))
        for i in range(1, sizes[l] + 1)
        for j in range(sizes[l - 1] + 1)
    }


def chips(root):
    return [one for one in root.iter() if "nn-chip" in classes(one) and tag(one) == "rect"]


@by_sizes
def test_nothing_moves_between_steps(sizes):
    p = a_pass(sizes)

    def places(k):
        root, found = p.root(k), {}
        for one in root.iter():
            data_id = one.get("data-id") or ""
            shape = next(
                (part for part in one if {"nn-unit", "nn-bias", "nn-cost"} & set(classes(part))),
                None,
            )
            if shape is not None and data_id:
                left, top, right, bottom = box(shape)
                found[data_id] = (left + right) / 2, (top + bottom) / 2, right - left
            line = next((part for part in one if "nn-edge" in classes(part)), None)
            if line is not None:
                found[data_id] = [
                    line.get(name) for name in ("x1", "y1", "x2", "y2", "stroke-width")
                ]
        return found

    first = places(0)
    assert len(first) == sum(sizes) + len(sizes) - 1 + 1 + sum(
        a * (b + 1) for a, b in zip(sizes[1:], sizes)
    )
    for k in p:
        assert places(k) == first
    middles = {(round(x, 2), round(y, 2)) for x, y in p.scene.layout.chips.values()}
    for k in p:
        for one in p.root(k).iter():
            data_id = one.get("data-id") or ""
            if data_id[:1] in "WbD" and data_id:
                for rect in one:
                    if tag(rect) == "rect":
                        left, top, right, bottom = box(rect)
                        at = (left + right) / 2, (top + bottom) / 2
                        assert min(math.dist(at, middle) for middle in middles) < 0.1


def test_layout_is_the_same_for_every_order_of_asking():
    texts = {(1, i, j): ["0.5"] for i in (1, 2) for j in (0, 1, 2)}
    one, other = (place_chips(layout((2, 2)), (2, 2), texts, {}) for _ in range(2))
    assert one == other and len(one.chips) == 6


@by_sizes
def test_no_text_is_too_small(sizes):
    p = a_pass(sizes)
    for k in p:
        for one in p.root(k).iter():
            if tag(one) == "text":
                size = float(one.get("font-size"))
                script = {"nn-sym", "nn-upright"} <= set(classes(one)) and one.text not in "ΘΔ"
                assert size >= 12.65 * (0.64 if script else 1) - 0.01, (k, one.text)


def has_room(root):
    """Pairs of a label and the plate or circle it stands on."""
    for one in root.iter():
        plates = [part for part in one if tag(part) in ("rect", "circle")
                  and not {"nn-ring", "nn-class0", "nn-plate"} & set(classes(part))]  # fmt: skip
        texts = [part for part in one if tag(part) == "text"]
        for text in texts:
            if plates:
                yield text, plates


def check_room(root, where):
    for text, plates in has_room(root):
        # a value wider than its unit has a halo, so that it reads across the outline
        if "nn-halo" in classes(text):
            assert ".nn-halo" in STYLE and "nn-unit" in classes(plates[-1])
        elif tag(plates[-1]) == "circle":
            left, _, right, _ = box(text)
            x0, _, x1, _ = box(plates[-1])
            assert left >= x0 - 0.5 and right <= x1 + 0.5, (where, text.text)
        else:
            assert within(box(text), box(plates[-1])), (where, text.text)


@by_sizes
def test_every_number_fits_what_it_stands_on(sizes):
    p = a_pass(sizes)
    for k in p:
        check_room(p.root(k), k)


@pytest.mark.parametrize("size", [1e-300, 1e300, -12345.6, 1.5e150, -2.4e-17])
@pytest.mark.parametrize("sizes", [(1, 1), (2, 2, 1), (3, 3, 3), (4, 4, 4, 2)], ids=str)
def test_numbers_of_any_size_fit(size, sizes):
    net = Network(sizes, g="sigmoid")
    for l in net.W:
        net.W[l] = np.full(net.W[l].shape, size)
        net.b[l] = np.full(net.b[l].shape, -size)
    with np.errstate(all="ignore"):
        p = Pass(net, np.full(sizes[0], abs(size) ** 0.4), np.full(sizes[-1], 0.5))
        for k in p:
            check_room(p.root(k), k)
            p.card(k), p.layer_card(k)


@pytest.mark.parametrize("g", ["relu", "identity", "sigmoid"])
def test_numbers_beyond_all_floats_are_said_not_hidden(g):
    # z is infinite in layer 2, and infinite minus infinite after it, unless g bounds it
    W = [[[1e300], [1e300]], [[1e300, -1e300]]]
    net = Network.from_weights(W, [[0.0, 0.0], [0.0]], g=g)
    with np.errstate(all="ignore"):
        p = Pass(net, [1e10], [0.0])
        shown = [text_of(p.root(k)) for k in p]
        for root in [root for k in p for root in (p.root(k), p.card(k), p.layer_card(k))]:
            for one in root.iter():
                for name, value in one.attrib.items():
                    assert not re.search(r"\b(nan|inf)\b", value), (name, value)
    assert any("∞" in text for text in shown)
    assert g == "sigmoid" or any("NaN" in text for text in shown)


# States


@by_sizes
def test_what_is_not_known_yet_has_no_number(sizes):
    p = a_pass(sizes)
    for k in p:
        root, known = p.root(k), known_at(p, k)
        for l, n in enumerate(sizes, start=1):
            for i in range(1, n + 1):
                unit = group(root, f"a-{l}-{i}")
                numbers = [one for one in unit.iter() if "nn-num" in classes(one)]
                circle = next(one for one in unit if "nn-unit" in classes(one))
                assert len(numbers) == (f"a-{l}-{i}" in known)
                assert ("nn-hollow" in classes(circle)) == (f"a-{l}-{i}" not in known)
                ready = f"z-{l}-{i}" in known and f"a-{l}-{i}" not in known
                assert ("nn-ready" in classes(circle)) == ready
                assert (group(root, f"delta-{l}-{i}") is not None) == (f"delta-{l}-{i}" in known)
        assert ("J" in known) == bool(
            [one for one in group(root, "J").iter() if "nn-num" in classes(one)]
        )
        shown = {one for one in ids(root) if one.startswith("Delta-")}
        assert shown <= set(known)


@by_sizes
def test_what_is_known_stays_to_the_end(sizes):
    """By its own string, in its own place; in a crowd only z and Delta give way."""
    p = a_pass(sizes)
    crowd = max(sizes[1:])
    for k in p:
        root, step = p.root(k), p.steps[k]
        for data_id, value in known_at(p, k).items():
            name, *at = data_id.split("-")
            at = list(map(int, at))
            if name == "z" and crowd > 3 and (step.symbol, step.layer, step.unit) != ("z", *at):
                continue
            if name == "Delta" and p.scene.crowded(at[0]):
                if (step.symbol, step.layer, step.unit) != ("Delta", *at[:2]):
                    continue
            if name == "Delta" and crowd > 3 and tuple(at) not in step.edges:
                continue
            there = group(root, data_id)
            assert there is not None, (k, data_id)
            shown = [one.text for one in there.iter() if "nn-num" in classes(one)]
            assert numeral(value) in [re.sub("^(Δ|∂J) ", "", text) for text in shown]


@by_sizes
def test_no_gradient_before_its_delta(sizes):
    p = a_pass(sizes)
    for k in p:
        known = known_at(p, k)
        for one in ids(p.root(k)):
            if one.startswith("Delta-"):
                l, i, _ = map(int, one.split("-")[1:])
                assert f"delta-{l + 1}-{i}" in known


@by_sizes
def test_the_edges_that_take_part_are_those_of_the_step(sizes):
    p = a_pass(sizes)
    for k in p:
        step = p.steps[k]
        for l, i, j in p.scene.edges:
            line = edge_line(p.root(k), f"W-{l}-{i}-{j}" if j else f"b-{l}-{i}")
            active = (l, i, j) in step.edges
            assert ("nn-receded" not in classes(line)) == active
            weight = p.net.Theta[l][i - 1, j]
            assert ("nn-neg" in classes(line)) == (weight < 0)
            assert ("nn-pos" in classes(line)) == (weight >= 0)


def test_negative_is_dashed_and_nothing_else():
    rules = [rule for rule in re.findall(r"([^{}]+)\{([^{}]*)\}", STYLE) if "dasharray" in rule[1]]
    named = [name.strip() for name, body in rules if "stroke-dasharray: 7 4.5" in body]
    assert named == [".nn-edge.nn-neg"]
    assert all(name.strip() in (".nn-edge.nn-neg", "from", "to") for name, _ in rules)


def test_the_thicker_the_larger_the_weight():
    p = mock()
    widths = {}
    for l, i, j in p.scene.edges:
        if j:
            line = edge_line(p.root(0), f"W-{l}-{i}-{j}")
            widths[abs(p.net.W[l][i - 1, j - 1])] = float(line.get("stroke-width"))
    assert sorted(widths, key=widths.get) == sorted(widths)
    assert widths[1.6] == pytest.approx(4.5)  # 1.2 + 3.3 for the largest
    assert widths[0.8] == pytest.approx(1.2 + 3.3 / 2, abs=0.01)


def edge_line(root, data_id):
    parts = [one for part in by_id(root, data_id) for one in part]
    (line,) = [one for one in parts if "nn-edge" in classes(one)]
    return line


@by_sizes
def test_flow_runs_with_the_pass(sizes):
    """Green from the left in z and J, purple from the right in delta, both in Delta."""
    p = a_pass(sizes)
    tones = {"x": set(), "a": set(), "z": {"nn-forth"}, "J": {"nn-forth"}, "delta": {"nn-back"},
             "dJda": {"nn-back"}, "Delta": {"nn-forth", "nn-back"}}  # fmt: skip
    for k in p:
        step = p.steps[k]
        flows = [one for one in p.root(k).iter() if "nn-flow" in classes(one)]
        found = {name for one in flows for name in classes(one) if name != "nn-flow"}
        assert found == tones[step.symbol]
        for one in flows:
            x1, x2 = float(one.get("x1")), float(one.get("x2"))
            assert (x1 < x2) == ("nn-forth" in classes(one))


@by_sizes
def test_one_ring_on_the_unit_that_is_computed(sizes):
    p = a_pass(sizes)
    for k in p:
        step = p.steps[k]
        rings = {
            one.get("data-id")
            for one in p.root(k).iter()
            if any("nn-ring" in classes(part) for part in one)
        }
        expected = {"J"} if step.symbol == "J" else {f"a-{step.layer}-{step.unit}"}
        if step.symbol in ("x", "Delta"):
            expected = set()
        assert rings == expected


@by_sizes
def test_what_takes_part_is_strong(sizes):
    p = a_pass(sizes)
    for k in p:
        step, root = p.steps[k], p.root(k)
        for l, n in enumerate(sizes, start=1):
            for i in range(0 if l < len(sizes) else 1, n + 1):
                unit = group(root, f"a-{l}-{i}")
                shape = next(one for one in unit if {"nn-unit", "nn-bias"} & set(classes(one)))
                if "nn-hollow" not in classes(shape):
                    assert ("nn-on" in classes(shape)) == ((l, i) in step.units)
                for one in unit.iter():
                    if "nn-num" in classes(one) and i:
                        assert ("nn-strong" in classes(one)) == ((l, i) in step.units)


def test_no_text_is_faded():
    p = a_pass((3, 2, 2, 1))
    for k in p:
        for one in p.root(k).iter():
            assert one.get("opacity") is None
    for name, body in re.findall(r"([^{}]+)\{([^{}]*)\}", STYLE):
        if re.search(r"[^-]opacity:", " " + body) and "from" not in name:
            assert "nn-edge" in name or "nn-flow" in name or "input" in name, name


def test_fill_grows_with_the_activation():
    net = Network.from_weights([[[0.0], [0.5], [3.0]]], [[0.0, 0.0, 0.0]], g="identity")
    p = Pass(net, [1.0], [0, 0, 0])
    root = p.root(len(p.steps) - 1)
    fills = [
        float(
            next(one for one in group(root, f"a-2-{i}") if "nn-unit" in classes(one)).get(
                "fill-opacity"
            )
        )
        for i in (1, 2, 3)
    ]
    assert fills == [0.04, 0.14, 0.24]


def test_a_target_has_the_mark_of_its_class():
    p = Pass(Network([2, 2]), [0, 1], [0, 1])
    circle, triangle = (group(p.root(0), f"y-{i}") for i in (1, 2))
    assert [classes(one)[0] for one in (circle[0], triangle[0])] == ["nn-class0", "nn-class1"]
    assert (tag(circle[0]), tag(triangle[0])) == ("circle", "path")
    assert (text_of(circle), text_of(triangle)) == ("y1= 0", "y2= 1")
    p = Pass(Network([2, 2]), [0, 1], [0.12345, -2e-5])
    assert [text_of(group(p.root(0), f"y-{i}")) for i in (1, 2)] == ["y1= 0.123", "y2= −2·10⁻⁵"]


def test_heads_and_ray_follow_the_pass():
    p = mock()

    def strong(k):
        return [
            text_of(one)
            for one in p.root(k).iter()
            if {"nn-head", "nn-strong"} <= set(classes(one))
        ]

    def ray(k):
        (one,) = [one for one in p.root(k).iter() if "nn-ray" in classes(one)]
        end = {"J": 500}.get(p.steps[k].symbol, p.scene.layout.x[p.steps[k].layer])
        assert abs(float(one.get("x2")) - end) < 9
        assert (float(one.get("x1")) < end) == ("nn-forth" in classes(one))
        return classes(one)[-1]

    assert strong(0) == ["input l = 1"] and ray(0) == "nn-forth"
    assert strong(1) == ["hidden l = 2"] and ray(1) == "nn-forth"
    assert strong(7) == ["cost"] and ray(7) == "nn-forth"
    assert strong(8) == ["output l = 3"] and ray(8) == "nn-back"
    assert strong(9) == ["hidden l = 2", "output l = 3"] and ray(9) == "nn-back"
    assert strong(14) == ["input l = 1"] and ray(14) == "nn-back"


# The same number, the same string


@by_sizes
@pytest.mark.parametrize("loss", [squared_error, half_squared_error, OTHER], ids=str)
def test_the_value_is_the_same_string_everywhere(sizes, loss):
    p = a_pass(sizes) if loss is squared_error else None
    if p is None:
        first = a_pass(sizes)
        p = Pass(first.net, first.steps[0].value, first.y, loss)
    for k in p:
        step, said = p.steps[k], say_step(p.steps, k)
        texts = [one.text for one in p.root(k).iter() if "nn-num" in classes(one)]
        texts = [re.sub("^(Δ|∂J) ", "", text) for text in texts]
        card = [text_of(one) for one in p.card(k).iter()]
        for value in np.ravel(step.value):
            assert numeral(value) in texts, (k, numeral(value))
            assert re.search(rf"(^|[ ,]){re.escape(numeral(value))}($|,)", said), said
            assert any(re.search(rf"(^|[ ≈=]){re.escape(numeral(value))}$", one) for one in card)


@by_sizes
def test_the_layers_card_shows_the_same_strings(sizes):
    p = a_pass(sizes)
    for k in p:
        step = p.steps[k]
        if step.symbol not in ("x", "J"):
            cells = [text_of(one) for one in p.layer_card(k).iter()]
            for value in np.ravel(step.value)[:2]:
                assert numeral(value) in cells


@by_sizes
def test_numbers_of_the_card_are_those_of_the_terms(sizes):
    p = a_pass(sizes)
    for k in p:
        step, card = p.steps[k], p.card(k)
        cells = [text_of(one) for one in card.iter() if "nn-value" in classes(one)]
        terms = [one for row in (*step.terms, step.factor) for one in row]
        for one in terms:
            shown = " ".join(cells)
            for part in one.parts or (one,):
                assert numeral(part.value) in shown, (k, one.tex)


@by_sizes
def test_approximately_unless_exact(sizes):
    p = a_pass(sizes)
    for k in p:
        step = p.steps[k]
        answers = [text_of(one) for one in p.card(k).iter() if "nn-answer" in classes(one)]
        assert len(answers) == (step.symbol not in ("x", "Delta"))
        for text in answers:
            shown = float(numeral(step.value).replace("−", "-").replace("·10", "e").translate(
                str.maketrans("⁻⁰¹²³⁴⁵⁶⁷⁸⁹", "-0123456789")))  # fmt: skip
            exact = math.isclose(shown, step.value, rel_tol=1e-9)
            assert ("≈" in text) != exact


def test_ledger_of_many_terms_shows_the_largest_and_the_sum_of_the_rest():
    net = Network.from_weights([[np.arange(1, 11) / 10]], [[0.5]], g="identity")
    step = steps.forward(net, np.ones(10))[1]
    card = parse(formula_card.card(net, step))
    cells = [text_of(one) for one in card.iter() if "nn-value" in classes(one)]
    assert cells[2::3][:3] == ["0.8", "0.9", "1"]
    assert "… 7 more, together" in text_of(card)
    assert cells[9] == "2.8"  # 0.1 + … + 0.7
    assert cells[10:13] == ["0.5", "1", "0.5"]
    six = steps.forward(Network([5, 1]), np.ones(5))[1]
    assert "more" not in text_of(parse(formula_card.card(Network([5, 1]), six)))


def test_negative_operands_stand_in_parentheses():
    p = mock()
    cells = [text_of(one) for one in p.card(10).iter() if "nn-value" in classes(one)]
    assert cells == ["0.206", "(−1.1)", "(−0.127)"]
    assert "δ1(2) ≈ 0.029" in text_of(p.card(10)).replace(" ", " ")


def test_a_long_number_makes_its_row_smaller():
    net = Network.from_weights([[[1.0]], [[2.3456e-4]]], [[0.0], [0.0]])
    p = Pass(net, [1.0], [1.0])
    (k,) = [k for k in p if p.steps[k].symbol == "delta" and p.steps[k].layer == 2]
    bars = [one for one in p.card(k).iter() if "nn-bar" in classes(one)]
    assert len(bars) == 3 and all("nn-long" in classes(one) for one in bars)
    bars = [one for one in mock().card(10).iter() if "nn-bar" in classes(one)]
    assert not any("nn-long" in classes(one) for one in bars)


@by_sizes
def test_layer_cards_show_shapes(sizes):
    p = a_pass(sizes)
    for (name, _), step in p.layers.items():
        if name in ("x", "J"):
            continue
        card = parse(formula_card.card(p.net, step))
        shown = [text_of(one) for one in card.iter() if "nn-shape" in classes(one)]
        for one in step.terms[0]:
            rows, columns = one.value.shape if one.value.ndim == 2 else (one.value.size, 1)
            assert f"{rows} × {columns}" in shown


def test_large_matrices_show_their_corner():
    net = Network([6, 5, 1])
    whole = steps.forward(net, np.arange(6.0), by="layer")[1]
    card = parse(formula_card.card(net, whole))
    matrices = [one for one in card.iter() if "nn-matrix" in classes(one)]
    assert [len(list(one)) for one in matrices] == [16, 4, 4, 4]  # 3 + ⋯, each way
    assert text_of(matrices[0]).count("⋯") == 3 and "⋮" in text_of(matrices[0])
    assert "5 × 6" in text_of(card)


# Ids: what lights what


def related(one, other):
    return one == other or one.startswith(other + "-") or other.startswith(one + "-")


@by_sizes
def test_every_id_of_the_formula_is_in_the_picture(sizes):
    """So that a term lights its edge or unit; g′ has its curve in the card itself."""
    p = a_pass(sizes)
    for k in p:
        there = ids(p.root(k))
        which = p.steps[k].symbol, p.steps[k].layer
        last = all((one.symbol, one.layer) != which for one in p.steps[k + 1 :])
        # the card of a whole layer names units that are computed in the steps to come
        for card in [p.card(k)] + [p.layer_card(k)] * last:
            for one in ids(card):
                if one.startswith("g-"):
                    curves = [c for c in card.iter() if "nn-curve-box" in classes(c)]
                    assert not curves or any(related(one, c.get("data-id")) for c in curves)
                elif not (one.startswith("z-") and max(sizes[1:]) > 3):
                    assert any(related(one, other) for other in there), (k, one)


@by_sizes
def test_every_id_of_the_code_is_in_the_picture(sizes):
    p = a_pass(sizes)
    for k in p:
        step = p.steps[k]
        root = parse(f"<div>{code(step, len(sizes))}</div>")
        now = next(one for one in root.iter() if "nn-now" in classes(one))
        there = ids(p.root(k)) | {"g-2-1"}
        for one in ids(now):
            if one.startswith("z-") and max(sizes[1:]) > 3:
                continue
            if one.startswith("a-") and step.symbol == "z":
                continue
            assert any(related(one, other) for other in there), (k, one)


def test_the_code_marks_the_steps_line():
    p = mock()
    for k in p:
        step = p.steps[k]
        root = parse(f"<div>{code(step, 3)}</div>")
        (now,) = [one for one in root.iter() if "nn-now" in classes(one)]
        assert text_of(now).strip() == step.line
        lines = [one for one in root.iter() if "nn-line" in classes(one)]
        assert 2 <= len(lines) <= 5
    heads = [text_of(parse(f"<div>{code(p.steps[k], 3)}</div>")[0]) for k in (1, 5, 7, 8, 10, 12)]
    assert heads == [
        "Network.forwardl = 1", "Network.forwardl = 2", "cost", "Network.backwardL = 3",
        "Network.backwardl = 2", "Network.backwardl = 1",
    ]  # fmt: skip


def test_the_code_names_the_things_of_the_picture():
    p = mock()
    root = parse(f"<div>{code(p.steps[10], 3)}</div>")  # delta of layer 2
    assert ids(root) == {"delta-2", "W-2", "delta-3", "z-2"}
    root = parse(f"<div>{code(p.steps[1], 3)}</div>")
    assert ids(root) == {"z-2", "W-1", "a-1", "b-1"}
    root = parse(f"<div>{code(p.steps[8], 3)}</div>")
    assert ids(root) == {"delta-3", "a-3", "z-3"}


# Well-formed, and in words


@by_sizes
def test_every_frame_is_well_formed_and_every_class_has_a_style(sizes):
    p = a_pass(sizes)
    for k in p:
        names = {name for one in p.root(k).iter() for name in classes(one)}
        assert {name for name in names if f".{name}" not in STYLE} <= {"nn-off", "nn-bare"}
        assert p.card(k).tag == p.layer_card(k).tag == "div"


VOID = {"input", "path", "line", "rect", "circle", "polygon", "polyline", "mspace", "mo", "mrow"}


@by_sizes
def test_html_has_no_element_that_closes_itself(sizes):
    """`<div/>` opens a div in HTML and never closes it."""
    p = a_pass(sizes)
    for k in p:
        step = p.steps[k]
        for text in (
            formula_card.card(p.net, step),
            formula_card.card(p.net, p.layers[step.symbol, step.layer]),
            code(step, len(sizes)),
        ):
            assert set(re.findall(r"<([a-z0-9]+)[^<>]*/>", text)) <= VOID


@by_sizes
def test_draw_pass_is_the_frame_with_its_words(sizes):
    p = a_pass(sizes)
    x = p.steps[0].value
    for at in (1, 2, len(p.steps) // 2, len(p.steps)):
        drawing = draw_pass(p.net, x, p.y, at=at, input_gradient=True)
        assert isinstance(drawing, Drawing) and drawing._repr_svg_() == drawing.svg
        root = parse(drawing.svg)
        assert drawing.alt == say_step(p.steps, at - 1)
        assert root.find("{*}title").text == drawing.alt
        assert root.find("{*}desc").text == readable(p.steps[at - 1].caption)
        assert root.get("role") == "img"
        assert network(p.scene, at - 1) in drawing.svg
        assert repr(drawing) == f"Drawing({drawing.alt!r})"
        x0, y0, wide, high = map(float, root.get("viewBox").split())
        for one in root.iter():
            if tag(one) in ("circle", "rect"):
                assert within(box(one), (x0, y0, x0 + wide, y0 + high), 0)


def test_draw_pass_without_a_target():
    net = Network([2, 2, 1])
    drawing = draw_pass(net, [0, 1])
    assert drawing.alt.startswith("step 7 of 7, forward: activation a of unit 1 in layer 3 is ")
    assert "J" not in ids(parse(drawing.svg)) and "cost" not in text_of(parse(drawing.svg)[4])
    assert draw_pass(net, [0, 1], [1]).alt.startswith("step 14 of 14, gradients: ")
    assert draw_pass(net, [0, 1], [1], loss="half_squared_error", at=8).alt.startswith(
        "step 8 of 14, cost: cost J is "
    )


@pytest.mark.parametrize("at", table({"zero": 0, "past the end": 15, "float": 2.0, "text": "3",
                                      "true": True, "negative": -1}))  # fmt: skip
def test_draw_pass_refuses_what_is_no_step(at):
    refuses("at", lambda: draw_pass(Network([2, 2, 1]), [0, 1], [1], at=at))


@pytest.mark.parametrize(
    ("name", "arguments"),
    [
        ("net", dict(net=None)),
        ("x", dict(x=[0])),
        ("x", dict(x=[[0, 1]])),
        ("y", dict(y=[0, 1])),
        ("loss", dict(loss="squared")),
        ("loss", dict(loss="squared", y=None)),
        ("input_gradient", dict(input_gradient=2)),
        ("input_gradient", dict(input_gradient=2, y=None)),
        ("y", dict(y=None, input_gradient=True)),
    ],
)
def test_draw_pass_refuses_bad_input(name, arguments):
    given_ = dict(net=Network([2, 2, 1]), x=[0, 1], y=[1]) | arguments
    refuses(name, lambda: draw_pass(**given_))


def test_said_in_words():
    p = mock()
    said = [say_step(p.steps, k) for k in p]
    assert said[0] == "step 1 of 16, forward: input x is 0, 1"
    assert said[1] == "step 2 of 16, forward: the sum z of unit 1 in layer 2 is −0.9"
    assert said[7] == "step 8 of 16, cost: cost J is 0.091"
    assert said[9] == (
        "step 10 of 16, gradients: Δ of the weights from layer 2 into unit 1 of layer 3 is "
        "−0.127, −0.037, −0.076"
    )
    assert said[10] == "step 11 of 16, backward: δ of unit 1 in layer 2 is 0.029"
    assert said[15].startswith(
        "step 16 of 16, input gradient: the derivative of J with respect to input 2 is "
    )
    long = steps.forward(Network([20, 1]), np.arange(20.0))
    assert say_step(long, 0).endswith("9, 10, 11, …")


@settings(max_examples=15)
@given(
    st.lists(st.integers(1, 4), min_size=2, max_size=4),
    st.integers(0, 10**6),
    st.sampled_from(["step", "sigmoid", "tanh", "relu", "identity"]),
)
def test_random_networks_draw(sizes, seed, g):
    random = np.random.default_rng(seed)
    net = Network(sizes, g=g, seed=seed)
    p = Pass(net, random.normal(size=sizes[0]) * 10, random.normal(size=sizes[-1]))
    for k in p:
        check_room(p.root(k), k)
        assert p.card(k) is not None and p.layer_card(k) is not None


@pytest.mark.parametrize("sizes", [(5, 8, 8, 3), (10, 10, 1), (2, 12, 2), (15, 2, 1)], ids=str)
def test_wide_networks_draw_too(sizes):
    p = a_pass(sizes)
    last = len(p.steps) - sizes[0]
    for k in (0, 1, last // 2, last):
        assert p.root(k) is not None and p.card(k) is not None
        for one in p.root(k).iter():
            if "nn-unit" in classes(one):
                assert float(one.get("r")) > 3


@pytest.mark.parametrize("sizes", [(8, 2, 1), (10, 3, 1)], ids=str)
def test_values_of_many_inputs_stand_apart(sizes):
    p = a_pass(sizes)
    boxes = [
        [box(one) for part in by_id(p.root(1), f"a-1-{i}") for one in part if tag(one) == "text"]
        for i in range(1, sizes[0] + 1)
    ]
    assert all(len(some) == 1 for some in boxes)
    for (one,), (other,) in zip(boxes, boxes[1:]):
        assert overlap(one, other) == 0
