"""The plane that widgets and pictures share: data to px and back, sides of a line, marks."""

import re

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from nnlib.svg.board import board, button, choice, said, slider
from nnlib.svg.marks import arrow, cross, handle, ring, sample
from nnlib.svg.plane import Plane, axes, boundary, sides
from nnlib.svg.style import drawing, sheet

PLANE = Plane(40.0, 20.0, 300.0, 200.0, (-3.0, 3.0), (-1.0, 1.0))
NUMBERS = st.floats(-4, 4).filter(lambda v: v == 0 or abs(v) > 1e-6)


def test_corners_lie_where_the_window_ends():
    assert PLANE.px([-3, -1]).tolist() == [40, 220]
    assert PLANE.px([[3, 1], [0, 0]]).tolist() == [[340, 20], [190, 120]]


@given(st.floats(-3, 3), st.floats(-1, 1))
def test_px_and_data_undo_each_other(x, y):
    np.testing.assert_allclose(PLANE.data(*PLANE.px([x, y])), [x, y], atol=1e-12)


def test_a_place_outside_is_brought_to_the_edge():
    assert PLANE.data(0, 9999).tolist() == [-3, -1]


def area(corners):
    x, y = np.asarray(corners).T if len(corners) else (np.zeros(0), np.zeros(0))
    return abs(np.dot(x, np.roll(y, 1)) - np.dot(y, np.roll(x, 1))) / 2


@given(NUMBERS, NUMBERS, NUMBERS)
def test_side_has_the_area_that_points_of_a_grid_count(w1, w2, b):
    across, up = (np.arange(200) + 0.5) / 200 * 6 - 3, (np.arange(200) + 0.5) / 200 * 2 - 1
    grid = np.stack(np.meshgrid(across, up), axis=-1)
    share = np.mean(grid @ [w1, w2] + b > 0)
    assert area(PLANE.side([w1, w2], b)) / 12 == pytest.approx(share, abs=0.011)


@given(NUMBERS, NUMBERS, NUMBERS)
def test_crossing_lies_on_the_line_and_on_the_frame(w1, w2, b):
    ends = PLANE.crossing([w1, w2], b)
    corners = np.array([[-3, -1], [3, -1], [3, 1], [-3, 1]]) @ [w1, w2] + b
    assert (ends is not None) or (corners.max() <= 0 or corners.min() >= 0)
    if ends is not None:
        assert np.abs(ends @ [w1, w2] + b).max() < 1e-6
        assert np.isclose(np.abs(ends / [3, 1]).max(axis=1), 1).all()


def test_both_sides_together_fill_the_window_and_nothing_is_drawn_where_nothing_is():
    polygons = re.findall(r'points="([^"]+)" class="nn-side(\d)"', sides(PLANE, [1, 0.5], 0.2))
    corners = [[list(map(float, p.split(","))) for p in text.split()] for text, _ in polygons]
    assert sum(map(area, corners)) == pytest.approx(300 * 200, abs=30)
    assert [k for _, k in polygons] == ["0", "1"]
    assert "nn-side1" not in sides(PLANE, [0, 0], 0.0)  # z = 0 counts as class 0
    assert "nn-side0" not in sides(PLANE, [0, 0], 1.0)
    assert boundary(PLANE, [0, 0], 1.0) == "" and boundary(PLANE, [1, 0], 9.0) == ""


def test_axes_show_ticks_within_and_no_others():
    numbers = re.findall(r">([^<>]+)</text>", axes(PLANE, [-4, -1, 0, 2]))
    assert sorted(numbers) == sorted(["−1", "−1", "0", "0", "2", "x", "1", "x", "2"])


def test_a_class_is_told_by_shape_and_can_be_held():
    assert "<circle" in sample(1, 2, 0) and "<polygon" in sample(1, 2, 1)
    held = sample(1, 2, 1, data_id="x-1", data_drag="", tabindex=0)
    assert held.startswith('<g data-id="x-1" data-drag="" tabindex="0"><circle')
    assert 'r="12"' in held and "nn-hollow" in sample(1, 2, 0, hollow=True)
    for mark in (ring(1, 2), handle(1, 2), cross(1, 2)):
        assert "<circle" in mark


def test_arrow_ends_at_its_point_whatever_its_length():
    assert 'points="100.0,0.0 ' in arrow((0, 0), (100, 0), "nn-ink")
    assert 'x1="0" y1="0" x2="0"' in arrow((0, 0), (3, 0), "nn-ink")  # no shaft backwards
    assert arrow((5, 5), (5, 5), "nn-ink") == ""


def test_board_escapes_and_names_its_parts(monkeypatch):
    monkeypatch.setattr("nnlib.svg.board.say", lambda key: f"<{key}>")
    shell = board(
        "BODY", name="toy", controls=button("go", "a < b", main=True), keys=[("← →", "walk")]
    )
    assert "&lt;toy.title&gt;" in shell and 'aria-label="&lt;toy.label&gt;"' in shell
    assert "a &lt; b" in shell and shell.count("<kbd>") == 2 and "BODY" in shell


def test_controls_carry_their_values_and_words():
    assert 'aria-pressed="true"' in button("a", "on", pressed=True)
    assert 'aria-pressed="false"' in button("a", "on", pressed=False)
    assert "aria-pressed" not in button("a", "on")
    made = slider("alpha", "α", 0.5, 0, 2, 0.1, words="learning rate")
    assert made.count('data-id="alpha"') == made.count('value="0.5"') == 2
    assert made.count('aria-label="learning rate"') == 2
    assert '<option value="b" selected="">B &amp; B</option>' in choice(
        "data", "data", {"a": "A", "b": "B & B"}, "b"
    )
    assert "nn-caution" in said("x < y", "caution") and "x &lt; y" in said("x < y")
    with pytest.raises(ValueError):
        said("x", "red")


def test_planes_have_their_style_in_the_page_and_alone():
    assert ".nn-side0" in sheet() and ".nn-board" in sheet()
    assert ".nn-side0" in drawing(plane=True) and ".nn-board" not in drawing(plane=True)
    assert ".nn-side0" not in drawing()


@pytest.mark.parametrize("corner", [(-3, -1), (-3, 1), (3, -1), (3, 1)])
def test_a_line_through_a_corner_of_the_window_has_two_ends(corner):
    for angle in np.radians(np.arange(3, 180, 3)):
        if np.sin(2 * angle) == pytest.approx(0, abs=1e-9):
            continue  # along a side
        way = np.array([np.cos(angle), np.sin(angle)])
        w = np.array([-way[1], way[0]])
        ends = PLANE.crossing(w, -w @ corner)
        if (np.sign(way) == np.sign(corner)).all() or (np.sign(way) == -np.sign(corner)).all():
            assert np.abs((ends - corner) @ w).max() < 1e-9
            assert np.hypot(*(ends[1] - ends[0])) > 0.05
        else:  # it leaves the window where it comes in
            assert ends is None
