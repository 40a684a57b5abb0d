"""Networks of every size: labels clear of each other, all in its place, few and small frames."""

import re
from functools import cache
from itertools import combinations
from math import hypot
from xml.etree import ElementTree

import numpy as np
import pytest
from test_svg import box, classes, tag, text_of, within

from nnlib import Network, steps
from nnlib.svg import draw_pass
from nnlib.svg.network import framed, network
from nnlib.svg.scene import Scene
from nnlib.widgets import step_through

SIZES = [
    (1, 1), (2, 2, 1), (2, 2, 3, 1), (3, 2, 2, 1), (4, 1), (4, 4, 4, 2), (5, 5, 5), (8, 2, 1),
    (5, 8, 8, 3), (3, 10, 10), (2, 12, 2), (12, 15, 2), (15, 15, 15), (16, 1), (20, 4, 16),
    (64, 32, 10), (100, 100, 100, 10),
]  # fmt: skip
by_sizes = pytest.mark.parametrize("sizes", SIZES, ids=lambda sizes: "-".join(map(str, sizes)))


def a_pass(sizes, scale=1.0):
    random = np.random.default_rng(sum(sizes))
    net = Network(sizes, seed=1)
    for l in net.W:
        net.W[l] = random.normal(size=net.W[l].shape) * scale
        net.b[l] = random.normal(size=net.b[l].shape) * scale
    return net, random.normal(size=sizes[0]), random.uniform(size=sizes[-1])


@cache
def pictures(sizes, scale=1.0):
    """The steps of a pass, and the pictures of some of them, parsed: all of a small network."""
    net, x, y = a_pass(sizes, scale)
    found = steps.whole(net, x, y, input_gradient=True)
    scene = Scene(net, found, y)
    some = range(0, len(found), 1 + len(found) // 40)
    roots = {k: ElementTree.fromstring(framed(network(scene, k), "", "")) for k in some}
    return found, scene, roots


def things(root):
    """(id of the thing it belongs to, what it is: text, plate or shape; its box, or circle)."""
    for group in root.iter():
        data_id = group.get("data-id") or id(group)
        for one in group:
            names = set(classes(one))
            if {"nn-chip", "nn-pill"} & names:
                yield data_id, "plate", box(one)
            elif {"nn-unit", "nn-bias", "nn-cost"} & names:
                yield data_id, "shape", one if tag(one) == "circle" else box(one)
            elif tag(one) == "text" and not {"nn-sym", "nn-head"} & names:
                yield data_id, "text", box(one)


def depth(one, other):
    """How far two boxes, or a box and a circle, lie over each other, px."""
    if isinstance(one, tuple) and isinstance(other, tuple):
        across = min(one[2], other[2]) - max(one[0], other[0])
        return min(across, min(one[3], other[3]) - max(one[1], other[1]))
    circle, (left, top, right, bottom) = (other, one) if isinstance(one, tuple) else (one, other)
    x, y, r = (float(circle.get(name)) for name in ("cx", "cy", "r"))
    return r - hypot(x - min(max(x, left), right), y - min(max(y, top), bottom))


# px: plates have ends without text, so that what is written stays free
SLACK = {("text", "text"): 0.0, ("plate", "text"): 1.5, ("shape", "text"): 1.0,
         ("plate", "plate"): 5.5, ("plate", "shape"): 3.0}  # fmt: skip


@by_sizes
def test_no_label_hides_another_or_a_unit(sizes):
    _, _, roots = pictures(sizes)
    for k, root in roots.items():
        for (a, kind, one), (b, other_kind, other) in combinations(things(root), 2):
            slack = SLACK.get(tuple(sorted([kind, other_kind])))
            if slack is not None and a != b:
                assert depth(one, other) <= slack, (k, a, b)


@by_sizes
def test_no_text_is_under_11_px(sizes):
    """Where the picture is narrowest, 470 px, of its 540; scripts are 0.64 of their base."""
    _, _, roots = pictures(sizes)
    for root in roots.values():
        for one in root.iter():
            if tag(one) == "text":
                script = {"nn-sym", "nn-upright"} <= set(classes(one)) and one.text not in "ΘΔ"
                size = float(one.get("font-size")) * 470 / 540
                assert size >= 11 * (0.64 if script else 1), one.text


@by_sizes
def test_everything_is_inside_the_picture(sizes):
    _, _, roots = pictures(sizes)
    for root in roots.values():
        for one in root.iter():
            if tag(one) in ("circle", "rect") or (tag(one) == "text" and one.text):
                assert within(box(one), (-8, -6, 548, 306), 0), ElementTree.tostring(one)


@by_sizes
def test_nothing_moves_between_steps(sizes):
    """Units, J and the edges that are drawn; labels of edges stand in one place each."""
    _, scene, roots = pictures(sizes)
    places = {}
    for root in roots.values():
        for group in root.iter():
            for one in group:
                kind = {"nn-unit", "nn-bias", "nn-cost", "nn-edge", "nn-chip"} & set(classes(one))
                if kind:
                    names = ("cx", "cy", "r", "x1", "y1", "x2", "y2")
                    at = [one.get(name) for name in names]
                    if tag(one) == "rect":
                        left, top, right, bottom = box(one)
                        at = (left + right) / 2, (top + bottom) / 2
                    at = [0.0 if one is None else float(one) for one in at]
                    name = re.sub("^b-(.*)", r"W-\1-0", group.get("data-id").replace("Delta", "W"))
                    key = name, kind.pop()
                    assert places.setdefault(key, at) == pytest.approx(at, abs=0.02), key
    units = {name for name, kind in places if kind == "nn-unit"}
    assert units == {f"a-{l}-{i}" for l, i in scene.layout.y if i}


@by_sizes
def test_a_large_layer_shows_its_ends_and_counts_the_rest(sizes):
    found, scene, roots = pictures(sizes)
    for l, n in enumerate(sizes, start=1):
        drawn = [i for _, i in scene.layout.units(l)]
        if max(sizes) <= 15 or n <= 6:
            assert drawn == list(range(1, n + 1))
            continue
        assert drawn == [1, 2, 3, n - 1, n]
        for root in roots.values():
            assert f"+ {n - 5}" in [text_of(one) for one in root.iter() if tag(one) == "text"]
    assert all((step.unit is None) or max(sizes) <= 15 for step in found)
    bands = [one for one in roots[0].iter() if "nn-band" in classes(one)]
    hidden = [max(sizes) > 15 and n > 6 for n in sizes]
    gaps = [max(sizes) in range(11, 16) or pair for pair in map(any, zip(hidden, hidden[1:]))]
    assert len(bands) == sum(gaps)


@by_sizes
def test_what_takes_part_is_drawn_and_edges_of_a_crowd_recede(sizes):
    found, scene, roots = pictures(sizes)
    for k, root in roots.items():
        drawn, receded = set(), set()
        for group in root.iter():
            for one in group:
                if "nn-edge" in classes(one):
                    drawn.add(group.get("data-id"))
                    if "nn-receded" in classes(one):
                        receded.add(group.get("data-id"))
        active = {f"W-{l}-{i}-{j}" if j else f"b-{l}-{i}" for l, i, j in scene.takes_part(k)}
        assert drawn - receded == active
        assert bool(receded) == (max(sizes) not in range(11, 16)) or len(active) == len(
            scene.edges
        )


def test_labels_of_a_crowded_picture_stand_away_from_the_edges_that_take_part():
    found, scene, roots = pictures((5, 8, 8, 3))
    layout, seen = scene.layout, set()
    for k, root in roots.items():
        for which, kind, at in things(root):
            name, *rest = str(which).split("-")
            if kind != "text" or name not in ("a", "z", "delta", "dJda") or rest[1] == "0":
                continue
            l = int(which.split("-")[1])
            left = (at[0] + at[2]) / 2 < layout.x[l]
            gap = {edge[0] for edge in scene.takes_part(k)}
            assert (l if not left else l - 1) not in gap, (k, which)
            seen.add((l, left))
    assert len(seen) == 7  # both sides of each layer, but one of the inputs


@by_sizes
def test_draw_pass_takes_the_same_sizes(sizes):
    net, x, y = a_pass(sizes)
    found = steps.whole(net, x, y)
    for at in (1, len(found) // 2, len(found)):
        drawing = draw_pass(net, x, y, at=at)
        assert drawing.alt.startswith(f"step {at} of {len(found)}, ")
        assert "None" not in drawing.alt and len(drawing.svg) < 120_000


def test_layers_are_said_in_words():
    net, x, y = a_pass((64, 32, 10))
    said = [draw_pass(net, x, y, at=at, input_gradient=True).alt.partition(" is ")[0]
            for at in range(1, 12)]  # fmt: skip
    assert said[1] == "step 2 of 11, forward: the sums z of layer 2, unit by unit,"
    assert said[6] == "step 7 of 11, backward: δ of layer 3, unit by unit,"
    assert said[7] == (
        "step 8 of 11, gradients: Δ of the weights from layer 2 to layer 3, row by row,"
    )


def test_a_pass_of_many_units_goes_by_layers_in_small_frames():
    net, x, y = a_pass((64, 32, 10))
    stepper = step_through(net, x, y)
    sizes = [sum(map(len, frame.values())) for frame in stepper.frames]
    assert len(sizes) == 10 and max(sizes) < 60_000 and sum(sizes) < 1_000_000
    assert stepper.view == "layer" and 'data-choose="view"' not in stepper.shell
    assert "by layer" in stepper.shell
    small = step_through(Network((15, 1)), np.zeros(15), [0])
    assert small.view == "unit" and small.shell.count('data-choose="view"') == 2


def test_a_frame_of_many_edges_stays_small():
    net, x, y = a_pass((5, 8, 8, 3))
    sizes = [sum(map(len, frame.values())) for frame in step_through(net, x, y).frames]
    assert max(sizes) < 55_000 and sum(sizes) < 3_600_000


@pytest.mark.parametrize("sizes", [(5, 8, 8, 3), (12, 15, 2), (64, 32, 10)], ids=str)
def test_what_is_seen_can_be_changed(sizes):
    net, x, y = a_pass(sizes)
    stepper = step_through(net, x, y)
    stepper.index = 1
    buttons = stepper.places["reading"]
    root = ElementTree.fromstring(f"<g>{buttons}{stepper.frames[1]['picture']}</g>")
    pressed = [one.get("data-id") for one in root.iter() if one.get("tabindex") == "0"]
    weight = next(one for one in pressed if one.startswith("W-1-1-"))
    assert {f"a-1-{sizes[0]}", "y-1", "b-1-1"} <= set(pressed)
    stepper._answer(stepper, {"type": "press", "id": weight, "n": 0}, [])
    stepper._answer(stepper, {"type": "input", "id": "value", "value": "2.5", "n": 1}, [])
    _, l, i, j = weight.split("-")
    assert stepper.net.W[1][int(i) - 1, int(j) - 1] == 2.5 and stepper.message == ""
