"""The lifted cloud: distances kept, a plane cut by a cube, what a turn shows."""

import re

import numpy as np
import pytest

from nnlib import XOR, Dataset, Perceptron
from nnlib.svg import draw_cloud
from nnlib.svg.cloud import START, inside
from nnlib.svg.lifted import cloud
from nnlib.svg.space import View, cut
from nnlib.widgets import lift

rng = np.random.default_rng(0)


@pytest.fixture
def unit():
    made = Perceptron(3)
    made.w, made.b = [1, 1, -2], -0.5
    return made


def event(type, id=None, x=None, y=None, key=None, value=None):
    return dict(type=type, id=id, x=x, y=y, key=key, value=value)


@pytest.mark.parametrize("turn", [-170, -28, 0, 45, 133])
@pytest.mark.parametrize("tilt", [0, 26, 90])
def test_the_view_is_a_rotation(turn, tilt):
    axes = View(turn, tilt).axes
    assert np.allclose(axes @ axes.T, np.eye(3)) and np.isclose(np.linalg.det(axes), 1)
    points = rng.normal(size=(6, 3))
    seen = View(turn, tilt).see(points)
    assert np.allclose(
        np.linalg.norm(seen - seen[0], axis=1), np.linalg.norm(points - points[0], axis=1)
    )  # noqa: E501


def test_from_above_the_ground_is_seen_as_a_map_and_from_the_side_as_a_line():
    ground = np.array([[1.0, 0, 0], [0, 1, 0]])
    assert np.allclose(View(0, 90).see(ground)[:, :2], np.eye(2))
    assert np.allclose(View(70, 0).see(ground)[:, 1], 0)
    assert View(0, 90).see([0, 0, 1])[2] == pytest.approx(1)  # the third axis points at the eye


@pytest.mark.parametrize("trial", range(40))
def test_a_cut_lies_on_the_plane_and_on_the_cube_and_goes_around(trial):
    random = np.random.default_rng(trial)
    w, b = random.normal(size=3), random.normal() * 0.5
    corners = cut(w, b)
    assert len(corners) == 0 or 3 <= len(corners) <= 6
    assert np.allclose(corners @ w + b, 0, atol=1e-6)
    assert np.allclose(np.abs(corners).max(axis=1), 1) if len(corners) else True
    if len(corners):  # neighbours share a face of the cube
        after = np.roll(corners, -1, axis=0)
        assert ((np.abs(corners) > 1 - 1e-9) & np.isclose(corners, after, atol=1e-9)).any(1).all()


def test_a_plane_that_misses_the_cube_has_no_cut():
    assert cut([0, 0, 1], 2).shape == cut([0, 0, 0], 1).shape == (0, 3)


def test_the_samples_are_lifted_by_their_product(unit):
    made = cloud(XOR(), unit)
    assert made.data.X.tolist() == [[0, 0, 0], [0, 1, 0], [1, 0, 0], [1, 1, 1]]
    assert not made.wrong.any()
    w, b = made.plane(1.0)
    z = made.place(made.data.X, 1.0) @ w + b
    assert np.allclose(z, made.data.X @ unit.w + unit.b)  # the plane moves with the samples
    w, b = made.plane(0.3)
    assert np.allclose(made.place(made.data.X, 0.3) @ w + b, z)


def test_the_curve_is_where_the_plane_cuts_the_lifted_ground(unit):
    pieces = cloud(XOR(), unit).curve
    points = np.concatenate(pieces)
    assert len(pieces) >= 2
    assert np.allclose(points[:, 2], points[:, 0] * points[:, 1])
    assert np.allclose(points @ unit.w + unit.b, 0, atol=1e-9)


def test_a_nearer_sample_is_larger_and_drawn_later():
    data = Dataset([[0.0, -1.0], [0.0, 0.0], [0.0, 1.0]], [0, 0, 0], "row")
    drawn = inside(cloud(data), View(0.0, 20.0))  # the eye is at small x2
    r = [float(found) for found in re.findall(r'<circle [^>]*?r="([\d.]+)"', drawn)]
    assert r == sorted(r) and len(set(r)) == 3


@pytest.mark.parametrize("tilt", [15, 60])
@pytest.mark.parametrize("turn", [-160, -28, 75])
def test_what_lies_behind_the_plane_is_drawn_before_it(unit, turn, tilt):
    made, view = cloud(XOR(), unit), View(turn, tilt)
    drawn = inside(made, view)
    before, after = drawn.split('class="nn-cut"')
    w, _ = made.plane(1.0)
    near = int(w @ view.axes[2] > 0)  # the class on the eye's side: z > 0 is class 1
    classes = [re.findall(r"nn-mark nn-class(\d)", text) for text in (before, after)]
    assert classes == [[str(1 - near)] * 2, [str(near)] * 2]


def test_drag_keys_fields_and_reset(unit):
    it = lift(XOR(), unit)
    start = dict(it.frames[0])
    it._heard(event("press", "cloud", 100, 100))
    it._heard(event("drag", "cloud", 50, 130))
    assert (it.turn, it.tilt) == (START.turn + 30, START.tilt + 18)
    it._heard(event("cancel", "cloud", 50, 130))
    assert (it.turn, it.tilt) == (START.turn, START.tilt)
    it._heard(event("key", None, key="ArrowRight"))
    it._heard(event("key", None, key="Shift+ArrowUp"))
    assert (it.turn, it.tilt) == (START.turn + 5, START.tilt + 15)
    it._heard(event("input", "tilt", value="400"[:2]))
    assert it.tilt == 40
    it._heard(event("input", "height", value="0,5"))
    assert it.height == 0.5
    it._heard(event("press", "above"))
    assert (it.turn, it.tilt) == (0, 90) and "a curve" in it.frames[0]["said"]
    it._heard(event("press", "reset"))
    bare = lambda frame: {k: re.sub("<!--.*?-->", "", text) for k, text in frame.items()}  # noqa: E731
    assert bare(it.frames[0]) == bare(start)


@pytest.mark.parametrize(
    ("name", "value"), [("tilt", "91"), ("turn", "x"), ("height", "-1"), ("height", "nan")]
)
def test_a_silly_number_is_refused_and_the_picture_stays(unit, name, value):
    it = lift(XOR(), unit)
    picture = it.frames[0]["cloud"]
    it._answer(None, {**event("input", name, value=value), "n": 1}, [])
    assert name in it.message.lower() and value in it.message
    assert it.frames[0]["cloud"] == picture


def test_turned_onto_its_edge_the_plane_is_a_line(unit):
    it = lift(XOR(), unit)
    w, _ = it._cloud.plane(1.0)
    tilts = np.linspace(0, 89, 90)
    towards = [w @ View(45.0, tilt).axes[2] / np.linalg.norm(w) for tilt in tilts]
    it.look(45.0, tilts[np.argmin(np.abs(towards))])
    assert "nn-reached" in it.frames[0]["said"]
    it.look(45.0, 80.0)
    assert "nn-reached" not in it.frames[0]["said"]


def test_without_a_unit_or_height_no_plane(unit):
    assert "nn-cut" not in lift(XOR()).frames[0]["cloud"] and lift(XOR()).net is None
    it = lift(XOR(), unit)
    it.look(0, 30, 0.0)
    assert "nn-cut" not in it.frames[0]["cloud"] and "on the ground" in it.frames[0]["said"]


def test_it_works_on_a_copy_of_the_unit(unit):
    it = lift(XOR(), unit)
    unit.w = [0, 0, 0]
    assert it.net(it.data.X).ravel().tolist() == [0, 1, 1, 0]


@pytest.mark.parametrize(
    ("arguments", "error", "said"),
    [
        ((3,), TypeError, "data must be a Dataset"),
        ((Dataset([[1.0]], [0], "x"),), ValueError, "data must be samples of two inputs"),
        ((Dataset([[1.0, 2.0]], [3], "x"),), ValueError, "data.y must be"),
        ((XOR(), 3), TypeError, "unit must be a Perceptron"),
        ((XOR(), Perceptron(2)), ValueError, "unit must be a perceptron of three inputs"),
    ],
)
def test_what_cannot_be_lifted_is_refused(arguments, error, said):
    for make in (lift, draw_cloud):
        with pytest.raises(error, match=f"^{said}"):
            make(*arguments)


def test_samples_in_one_place_and_in_a_row_are_drawn():
    for X in ([[1.0, 1.0], [1.0, 1.0]], [[0.0, 0.0], [0.0, 2.0]]):
        assert "NaN" not in draw_cloud(Dataset(X, [0, 1], "odd")).svg.replace("nan", "NaN")
