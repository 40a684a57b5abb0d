"""A line by angle and offset; the fourteen regions of all lines counted in other ways."""

from itertools import product

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from oracles import CORNERS, outputs, refuses

from nnlib.data import AND, NAND, NOR, OR, XNOR, XOR, Dataset, moons, truth_table
from nnlib.lines import band, corners, line, places, polar, regions, through

ANGLES, OFFSETS = st.floats(0, 359.9), st.floats(-1, 1)


def test_every_labelling_but_two_by_small_whole_weights():
    """w1, w2 from −2 to 2 and half-odd b reach all that a unit of two inputs can do."""
    weights, biases = range(-2, 3), np.arange(-4.5, 5)
    found = {
        tuple(int(w1 * x1 + w2 * x2 + b > 0) for x1, x2 in CORNERS)
        for w1, w2, b in product(weights, weights, biases)
    }
    ours = {region.labels for region in regions(XOR())}
    assert ours == found
    assert set(product((0, 1), repeat=4)) - ours == {(0, 1, 1, 0), (1, 0, 0, 1)}


def test_the_map_falls_into_fourteen_pieces():
    """Tiles of one labelling that touch are one piece; the left and the right edge are one."""
    angles, offsets = np.arange(0.5, 360, 1.5), np.linspace(-0.999, 0.999, 260)
    labels = [[outputs(angle, offset) for angle in angles] for offset in offsets]
    pieces, seen = [], np.zeros((len(offsets), len(angles)), dtype=bool)
    for start in product(range(len(offsets)), range(len(angles))):
        if seen[start]:
            continue
        pieces.append(labels[start[0]][start[1]])
        seen[start] = True
        todo = [start]
        while todo:
            i, j = todo.pop()
            for up, right in ((i + 1, j), (i - 1, j), (i, j + 1), (i, j - 1)):
                at = up, right % len(angles)
                if 0 <= up < len(offsets) and not seen[at] and labels[up][at[1]] == pieces[-1]:
                    seen[at] = True
                    todo.append(at)
    assert len(pieces) == len(set(pieces)) == 14
    assert set(pieces) == {region.labels for region in regions(AND())}


@pytest.mark.parametrize("make", [AND, OR, XOR, XNOR, NAND, NOR])
def test_mistakes_of_each_region_counted_one_by_one(make):
    target = dict(zip(CORNERS, make().y.ravel().astype(int).tolist()))
    for region in regions(make()):
        wrong = [x for x, label in zip(CORNERS, region.labels) if label != target[x]]
        assert region.mistakes == len(wrong)
    best = min(region.mistakes for region in regions(make()))
    assert best == (1 if make in (XOR, XNOR) else 0)


def test_the_line_of_a_region_lies_well_inside():
    for region in regions(XOR()):
        for turn, shift in product((-14, 0, 14), (-0.09, 0, 0.09)):
            assert outputs(region.angle + turn, region.offset + shift) == region.labels


def test_the_lines_of_the_regions_by_hand():
    """Along the axes the corners are at ±½ from the middle, along the diagonals at 0 and ±1/√2."""
    slanted = np.sqrt(2) / 4
    by_hand = {
        (1, 1, 1, 1): (0, -0.75),  # midway between the corners and the end of the map
        (0, 0, 1, 1): (0, 0),
        (0, 0, 0, 0): (0, 0.75),
        (0, 1, 1, 1): (45, -slanted),
        (0, 0, 0, 1): (45, slanted),
        (0, 1, 0, 1): (90, 0),
        (1, 1, 0, 1): (135, -slanted),
        (0, 1, 0, 0): (135, slanted),
        (1, 1, 0, 0): (180, 0),
        (1, 1, 1, 0): (225, -slanted),
        (1, 0, 0, 0): (225, slanted),
        (1, 0, 1, 0): (270, 0),
        (1, 0, 1, 1): (315, -slanted),
        (0, 0, 1, 0): (315, slanted),
    }
    found = {region.labels: (region.angle, region.offset) for region in regions(OR())}
    assert found == {labels: pytest.approx(place, abs=1e-8) for labels, place in by_hand.items()}
    first = "Region(labels=(1, 1, 1, 1), mistakes=1, angle=0.0, offset=-0.75)"
    assert repr(regions(OR())[0]) == first  # plain numbers of Python


@given(ANGLES, OFFSETS)
def test_line_and_polar_undo_each_other(angle, offset):
    w, b = line(angle, offset)
    back, again = polar(3 * w, 3 * b)
    assert w == pytest.approx([np.cos(np.radians(angle)), np.sin(np.radians(angle))], abs=6e-15)
    assert abs((back - angle + 180) % 360 - 180) < 1e-6 and again == pytest.approx(offset)
    foot = np.array([0.5, 0.5]) + offset * w  # from the middle along the arrow: on the line
    assert w @ foot + b == pytest.approx(0, abs=1e-12)


@given(ANGLES, OFFSETS, st.floats(-1, 1), st.floats(-1, 1))
def test_a_line_through_two_points_of_it_is_itself(angle, offset, s, t):
    if abs(s - t) < 1e-3:
        return
    w, b = line(angle, offset)
    foot, along = 0.5 + offset * w, np.array([-w[1], w[0]])
    found, again = through(foot + s * along, foot + t * along, w)
    assert abs((found - angle + 180) % 360 - 180) < 1e-6 and again == pytest.approx(offset)


@given(ANGLES, OFFSETS)
def test_a_line_lies_in_the_band_of_its_outputs_alone(angle, offset):
    X, _ = corners(XOR())
    if np.abs(places(X, angle) - offset).min() < 1e-9:
        return
    labels = tuple((places(X, angle) > offset).astype(int))
    for other in product((0, 1), repeat=4):
        low, high = band(X, other, angle)
        assert (low < offset < high) == (other == labels)


def test_bands_against_lines_at_every_hundredth():
    """Many angles at once: within a band each line gives the labels, outside none does."""
    X, _ = corners(XOR())
    angles, offsets = np.arange(1.0, 360, 13), np.arange(-0.995, 1, 0.01)
    for labels in product((0, 1), repeat=4):
        low, high = band(X, labels, angles)
        for k, angle in enumerate(angles):
            found = [offset for offset in offsets if outputs(angle, offset) == labels]
            inside = [offset for offset in offsets if low[k] < offset < high[k]]
            assert found == inside
    nothing, all_of_it = band(X, (0, 0, 0, 0), angles), band(X, (1, 1, 1, 1), angles)
    assert set(nothing[1]) == {1} and set(all_of_it[0]) == {-1}  # the ends of the map


def test_zeros_have_no_sign():
    assert repr([line(angle, 0.0)[0].tolist() for angle in (0, 90, 180, 270)]) == (
        "[[1.0, 0.0], [0.0, 1.0], [-1.0, 0.0], [0.0, -1.0]]"
    )
    assert repr(polar([1, 0], -0.5)) == "(0.0, 0.0)"
    assert repr(polar([1, -0.0], 0.5)) == "(0.0, -1.0)"


def test_an_angle_is_below_360():
    assert polar([1, -1], 0.0)[0] == 315
    assert polar([1, -1e-18], 0.0)[0] == 0


def test_rows_in_any_order_give_the_same():
    mixed = XOR().select([3, 1, 0, 2])
    assert regions(mixed) == regions(XOR())
    X, y = corners(mixed)
    assert X.tolist() == [list(x) for x in CORNERS] and y.tolist() == [0, 1, 1, 0]


@pytest.mark.parametrize(
    ("data", "kind", "said"),
    [
        ("XOR", TypeError, "data must be a Dataset, got 'XOR'"),
        (XOR, TypeError, "data must be a Dataset, got <function XOR"),
        (moons(), ValueError, "data must be a truth table of two inputs such as XOR"),
        (XOR().select([0, 1, 2]), ValueError, "00, 01, 10, 11, each once, got X of shape (3, 2)"),
        (XOR().select([0, 1, 2, 2]), ValueError, "each once, got X of shape (4, 2)"),
        (truth_table([0, 1]), ValueError, "got X of shape (2, 1)"),
        (Dataset(CORNERS, [0, 1, 1, 2], "two"), ValueError, "one target 0 or 1, got y ="),
        (Dataset(CORNERS, [[0, 1]] * 4, "one-hot"), ValueError, "one target 0 or 1, got y ="),
    ],
)
def test_what_is_no_truth_table_of_two_inputs_is_refused(data, kind, said):
    assert said in refuses("data", lambda: regions(data), kind)


def test_what_is_no_line_is_refused():
    with pytest.raises(ValueError, match="^w must have a direction, got .0, 0.: that is no line$"):
        polar([0, 0], 1.0)
    with pytest.raises(
        ValueError, match=r"^q must be another point than p, got \[0.2, 0.3\] twice"
    ):
        through([0.2, 0.3], [0.2, 0.3], [1, 0])
    refuses("w", lambda: polar([1, 0, 0], 1.0), ValueError)
    refuses("b", lambda: polar([1, 0], "1"), TypeError)
    refuses("p", lambda: through([1], [0, 1], [1, 0]), ValueError)
    refuses("q", lambda: through([0, 1], [[1, 1]], [1, 0]), ValueError)


@pytest.mark.parametrize("angle", [45, 135, 225, 315])
def test_corners_on_a_line_through_the_centre_have_z_0(angle):
    w, b = line(angle, 0)
    assert sorted(np.sign(CORNERS @ w + b).tolist()) == [-1, 0, 0, 1]
