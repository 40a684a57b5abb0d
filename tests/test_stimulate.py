"""Current in, potential out: what the slider finds, what single pulses do, what is drawn."""

import re
from xml.etree import ElementTree

import numpy as np
import pytest

from nnlib import Membrane
from nnlib.svg import draw_trace
from nnlib.svg.style import own, sheet
from nnlib.svg.trace import current_plane
from nnlib.widgets import stimulate

CELL = Membrane()


@pytest.fixture
def spot():
    return stimulate(CELL, 1.0)


def send(widget, kind, name, n=0, **more):
    event = {"type": kind, "id": name, "n": n, "value": None, "key": None, "x": None, "y": None}
    widget._handle_custom_msg(event | more, [])


def test_the_slider_finds_the_threshold_current_of_the_formula(spot):
    for I in np.arange(0, 4, 0.01):
        send(spot, "input", "I", value=f"{I:.2f}")
    assert spot.silent <= CELL.threshold_current < spot.firing <= spot.silent + 0.011
    assert "the threshold current lies between" in spot.frames[0]["said"]
    assert "nn-reached" in spot.frames[0]["said"]
    send(spot, "input", "I", value="2")  # found, and still told what this current does
    assert "7 pulses in 100 ms" in spot.frames[0]["said"]
    assert "between 1.50 and 1.51 nA" in spot.frames[0]["said"]


def test_what_is_shown_is_what_the_membrane_does(spot):
    send(spot, "input", "I", value="2,5")
    V, pulses = CELL.run(np.full(1000, 2.5))
    assert spot.I == 2.5 and (spot.V == V).all() and (spot.pulses == pulses).all()
    assert f"{len(pulses)} pulses in 100 ms, one every 9.2 ms" in spot.frames[0]["said"]
    assert spot.tried == {1.0: 0, 2.5: len(pulses)}


def test_single_pulses_add_up_and_an_inhibitory_one_says_no():
    spot = stimulate(CELL, 0.8)
    for _ in range(2):
        send(spot, "press", "excite")
    assert [t for t, _ in spot.kicks] == [20, 32] and not len(spot.pulses)
    for _ in range(11):
        send(spot, "key", "kick-1", key="ArrowLeft")
    assert spot.kicks[1] == (21, 1) and len(spot.pulses) == 1 and spot.tried == {0.8: 0}
    send(spot, "press", "inhibit")
    send(spot, "drag", "kick-2", x=float(current_plane().px([20.5, 0])[0]), y=5.0)
    assert spot.kicks[2] == (20, -1) and not len(spot.pulses)
    assert spot.tried == {0.8: 0}  # a run with single pulses tells nothing of the current alone
    assert spot.current[[205, 215]] == pytest.approx([0.8, 5.8])


def test_how_near_single_pulses_came_is_told():
    spot = stimulate(CELL, 0.8)
    send(spot, "press", "excite")
    comes = f"V comes up to −{-spot.V.max():.1f} mV: none out."
    assert f"Single pulses in: 1. {comes}" in spot.frames[0]["said"]
    send(spot, "press", "excite")
    assert "in: 2, the nearest excitatory ones 12 ms apart. V" in spot.frames[0]["said"]
    send(spot, "press", "inhibit")  # 12 ms after the second: no excitatory one
    for _ in range(11):
        send(spot, "key", "kick-1", key="ArrowLeft")
    assert "in: 3, the nearest excitatory ones 1 ms apart. Out: 1." in spot.frames[0]["said"]


def test_the_keys_move_the_newest_pulse_while_its_button_has_the_focus(spot):
    send(spot, "key", "excite", key="ArrowLeft")
    assert spot.kicks == [] and spot.message == ""
    send(spot, "press", "excite")
    send(spot, "press", "inhibit")
    send(spot, "key", "excite", key="ArrowLeft")
    send(spot, "key", "inhibit", key="Shift+ArrowRight")
    assert spot.kicks == [(20, 1), (41, -1)]
    send(spot, "key", "inhibit", key="Delete")
    assert spot.kicks == [(20, 1)]


def test_one_pulse_between_two_others_covers_neither(spot):
    for name in ("excite", "excite", "inhibit"):
        send(spot, "press", name)
    for k, x in enumerate((20.5, 25.5, 23.0)):
        send(spot, "drag", f"kick-{k}", x=float(current_plane().px([x, 0])[0]), y=5.0)
    assert [t for t, _ in spot.kicks] == [20, 25, 22.5]
    knob = r'r="10" class="nn-kick nn-\w+" cx="([\d.]+)" cy="([\d.]+)"'
    found = re.findall(knob, spot.frames[0]["picture"])
    first, second, between = np.array(found, dtype=float)
    for other in (first, second):
        assert np.hypot(*(other - between)) > 2 * 10


def test_the_last_number_of_the_axis_is_inside_the_picture():
    drawing = draw_trace(CELL, np.full(1000, 2.0)).svg
    width = float(re.search(r'viewBox="0 0 (\d+)', drawing)[1])
    x, size = re.search(r'<text x="([\d.]+)"[^>]*font-size="([\d.]+)"[^>]*>100<', drawing).groups()
    half = 1.5 * 0.6 * float(size)  # three digits, none wider than 0.6 of the size
    assert float(x) + half < width <= 592


def test_a_single_pulse_moves_the_potential_by_what_the_formula_says(spot):
    send(spot, "input", "I", value="0")
    send(spot, "press", "excite")
    assert spot.V.max() + 65 == pytest.approx(10 * 5 * (1 - np.exp(-0.1)), rel=0.01)


def test_a_pulse_is_moved_given_up_and_removed(spot):
    send(spot, "press", "excite")
    send(spot, "press", "kick-0")
    send(spot, "drag", "kick-0", x=9999.0, y=0.0)
    assert spot.kicks == [(99.0, 1)]
    send(spot, "cancel", "kick-0")
    assert spot.kicks == [(20.0, 1)]
    send(spot, "key", "kick-0", key="Shift+ArrowRight")
    assert spot.kicks == [(30.0, 1)]
    send(spot, "key", "kick-0", key="Delete")
    assert spot.kicks == []
    send(spot, "key", "kick-0", key="Delete")
    assert spot.message == ""
    send(spot, "press", "inhibit")
    send(spot, "press", "clear")
    assert spot.kicks == []


def test_reset_is_exactly_the_same_start(spot):
    start = [dict(frame) for frame in spot.frames], dict(spot.places)
    send(spot, "input", "I", value="3")
    send(spot, "press", "excite")
    send(spot, "press", "reset")
    assert (spot.frames, spot.places) == start
    assert (spot.I, spot.kicks, spot.tried) == (1.0, [], {1.0: 0})


@pytest.mark.parametrize("value", ["", "lots", "nan", "-1", "4.01", "inf", "<b>"])
def test_a_silly_current_is_refused_and_nothing_changes(spot, value):
    before = [dict(frame) for frame in spot.frames]
    send(spot, "input", "I", value=value)
    assert spot.message.startswith("The current must be a number from 0 to 4 nA")
    assert spot.frames == before and spot.I == 1.0
    send(spot, "input", "I", value="1")
    assert spot.message == ""


def test_twelve_single_pulses_are_enough(spot):
    for k in range(13):
        send(spot, "press", "excite" if k % 2 else "inhibit")
        if k < 12:
            assert len(spot.kicks) == k + 1 and spot.message == ""
            for _ in range(2):
                send(spot, "key", f"kick-{k}", key="Shift+ArrowLeft")
    assert len(spot.kicks) == 12 and spot.message.startswith("12 single pulses are enough")


def test_single_pulses_stay_12_ms_apart_until_there_is_no_room(spot):
    for _ in range(8):
        send(spot, "press", "excite")
    assert [t for t, _ in spot.kicks] == [20, 32, 44, 56, 68, 80, 92]
    assert spot.message.startswith("No room after 92 ms")
    for _ in range(6):
        send(spot, "key", "kick-6", key="ArrowLeft")
    assert spot.kicks[-1][0] == 86 and spot.message == ""
    send(spot, "press", "inhibit")
    assert len(spot.kicks) == 8 and spot.kicks[-1] == (98, -1)


def curve(drawing):
    points = re.search(r'points="([^"]+)" class="nn-potential"', drawing.svg)[1]
    return np.array([list(map(float, point.split(","))) for point in points.split()])


def test_every_stroke_is_equally_high_and_as_many_as_pulses():
    heights = {}
    for I in (1.0, 2.0, 4.0):
        y = curve(draw_trace(CELL, np.full(1000, I)))[:, 1]
        tops = y[y < 200]
        heights[I] = set(tops.tolist())
        assert len(tops) == len(CELL.run(np.full(1000, I))[1])
    assert heights[1.0] == set() and heights[2.0] == heights[4.0] and len(heights[2.0]) == 1
    assert heights[2.0].pop() == pytest.approx(144 + 190 * (38 - 30) / (38 + 75), abs=0.06)


def test_the_curve_goes_through_V():
    I = np.full(1000, 1.4)
    points = curve(draw_trace(CELL, I))
    V = CELL.run(I)[0]
    share = (38 - V[::2]) / (38 + 75)
    np.testing.assert_allclose(points[:, 1], 144 + 190 * share, atol=0.06)
    assert (np.diff(points[:, 0]) > 0).all()


@pytest.mark.parametrize("n", [1, 2, 7, 1000])
def test_drawings_are_well_formed_and_every_class_has_a_style(n):
    root = ElementTree.fromstring(draw_trace(CELL, np.full(n, 3.0)).svg)
    names = {name for one in root.iter() for name in one.get("class", "").split()}
    assert {name for name in names if f".{name}" not in sheet() + own("trace")} == set()


@pytest.mark.parametrize(
    ("arguments", "kind", "name"),
    [((3, 1.0), TypeError, "membrane"), ((CELL, -1), ValueError, "I"),
     ((CELL, 5), ValueError, "I"), ((CELL, "x"), TypeError, "I")],
)  # fmt: skip
def test_what_cannot_be_stimulated_is_refused(arguments, kind, name):
    with pytest.raises(kind, match=f"^{name} must be "):
        stimulate(*arguments)


@pytest.mark.parametrize(("membrane", "I", "name"), [(3, [1.0], "membrane"), (CELL, [], "I")])
def test_what_cannot_be_drawn_is_refused(membrane, I, name):
    with pytest.raises((TypeError, ValueError), match=f"^{name} must be "):
        draw_trace(membrane, I)


def test_currents_that_differ_are_told_apart():
    spot = stimulate(Membrane())
    for I in ("1.5", "1.501"):
        send(spot, "input", "I", value=I)
    assert "lies between 1.50 and 1.501 nA" in spot.frames[0]["said"]
    assert "1.501 nA" in spot.frames[0]["rates"] and "1.50 nA" in spot.frames[0]["rates"]
