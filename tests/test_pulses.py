"""`send_pulses`: frames are the time steps, pulses are pressed, the net lights up."""

import re
from xml.etree import ElementTree

import numpy as np
import pytest

from nnlib import MPNet, MPNeuron
from nnlib.svg import draw_net
from nnlib.svg.net import places
from nnlib.svg.style import own, sheet
from nnlib.widgets import send_pulses

EITHER = MPNeuron([1, 1], 1)
XOR = MPNet(
    {
        "a": (MPNeuron([1, 1], 1, inhibitory=[1]), ["x1", "x2"]),
        "b": (MPNeuron([1, 1], 1, inhibitory=[0]), ["x1", "x2"]),
        "y": (EITHER, ["a", "b"]),
    }
)
LOOP = MPNet({"m": (MPNeuron([1, 1, 1], 1, inhibitory=[2]), ["set", "m", "stop"])})
RING = MPNet(
    {"p": (EITHER, ["x", "r"]), "q": (MPNeuron([1], 1), ["p"]), "r": (EITHER, ["q", "x"])}
)


def press(widget, name):
    widget._handle_custom_msg({"type": "press", "id": name, "n": 0}, [])


def lit(frame):
    """Which units of the picture are filled."""
    groups = re.findall(r'<g data-id="([^"]+)">.*?class="nn-lamp (nn-\w+)"', frame["picture"])
    return [name for name, class_ in groups if class_ == "nn-fires"]


def test_frames_are_the_time_steps():
    net = send_pulses(XOR, [1, 0], steps=4)
    assert [lit(frame) for frame in net.frames] == [["x1"], ["a"], ["y"], []]
    assert "Time 2: y fires." in net.frames[2]["said"]
    assert "Nothing fires." in net.frames[3]["say"]
    assert (net.fires == XOR.run([1, 0], 4)).all()


def test_pulses_are_pressed_in_the_table():
    net = send_pulses(LOOP, [0, 0], steps=6)
    net.index = 2
    press(net, "x-0-1")
    assert net.x[:, 0].tolist() == [0, 1, 0, 0, 0, 0] and net.index == 2
    assert net.fires[:, 2].tolist() == [0, 0, 1, 1, 1, 1]
    press(net, "x-1-3")
    assert net.fires[:, 2].tolist() == [0, 0, 1, 1, 0, 0]
    assert [lit(frame) for frame in net.frames][2:4] == [["m"], ["stop", "m"]]
    press(net, "x-0-1")
    assert not net.fires[:, 2].any()


def test_the_table_hides_what_is_to_come_but_not_the_inputs():
    net = send_pulses(XOR, [1, 1], steps=5)
    for t, frame in enumerate(net.frames):
        assert frame["raster"].count("nn-later") == 3 * (4 - t)
        assert frame["raster"].count("data-press") == 2 * 5


def test_reset_is_exactly_the_same_start():
    x = np.array([[1, 0], [0, 1]])
    net = send_pulses(XOR, x, steps=5)
    start = net.frames
    net.index = 3
    press(net, "x-1-4")
    x[0, 0] = 0
    press(net, "reset")
    net.x[0, 0] = 0  # what is handed out is a copy of the start
    press(net, "reset")
    assert net.frames == start and net.index == 0
    assert net.x.tolist() == [[1, 0], [0, 1], [0, 0], [0, 0], [0, 0]]
    assert repr(net) == "Pulses(MPNet(x1, x2 → a, b, y), time 0 of 4)"


@pytest.mark.parametrize("net", [XOR, LOOP, RING])
def test_drawings_are_well_formed_and_no_two_units_stand_on_each_other(net):
    at = np.array(list(places(net).values()))
    apart = np.hypot(*(at[:, None] - at[None]).T)
    assert (apart[~np.eye(len(at), dtype=bool)] > 60).all()
    for t in range(4):
        drawing = draw_net(net, np.ones(len(net.inputs)), at=t)
        root = ElementTree.fromstring(drawing.svg)
        names = {name for one in root.iter() for name in one.get("class", "").split()}
        assert {name for name in names if f".{name}" not in sheet() + own("mp")} == set()
        _, _, wide, high = map(float, root.get("viewBox").split())
        assert (at > 20).all() and (at < [wide - 20, high - 40]).all()
        live = drawing.svg.count('nn-live"')
        fires = net.run(np.ones(len(net.inputs)), steps=t + 1)[t]
        on = dict(zip(net.names, fires))
        assert live == sum(on[source] for sources in net.sources.values() for source in sources)


@pytest.mark.parametrize(
    ("arguments", "kind", "name"),
    [((3, [1]), TypeError, "net"), ((XOR, [1]), ValueError, "x"), ((XOR, [1, 2]), ValueError, "x"),
     ((XOR, [1, 0], 1), ValueError, "steps"), ((XOR, [1, 0], 12), ValueError, "steps")],
)  # fmt: skip
def test_what_cannot_be_sent_is_refused(arguments, kind, name):
    with pytest.raises(kind, match=f"^{name} must be "):
        send_pulses(*arguments)


@pytest.mark.parametrize(
    ("arguments", "at", "kind", "name"),
    [((3, [1]), 0, TypeError, "net"), ((XOR, [1]), 0, ValueError, "x"),
     ((XOR, [1, 0]), -1, ValueError, "at")],
)  # fmt: skip
def test_what_cannot_be_drawn_is_refused(arguments, at, kind, name):
    with pytest.raises(kind, match=f"^{name} must be "):
        draw_net(*arguments, at=at)


def test_where_no_synapse_is_no_wire_is():
    wires = []
    for weights, inhibitory in (([1, 1, 1], [2]), ([1, 1, 0], []), ([1, 1, 0], [2])):
        net = MPNet({"m": (MPNeuron(weights, 1, inhibitory=inhibitory), ["set", "m", "stop"])})
        wires.append(draw_net(net, [1, 0], at=1)._repr_svg_().count('class="nn-mp-wire'))
    assert wires == [3, 2, 3]  # an input that inhibits needs no weight
