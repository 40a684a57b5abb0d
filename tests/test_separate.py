"""One line among four corners: the plane, the map of all lines, the widget."""

import re
from itertools import product
from xml.etree import ElementTree

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from oracles import CORNERS, outputs

from nnlib.data import AND, NAND, NOR, OR, XNOR, XOR, Dataset, moons
from nnlib.lines import corners, places, regions
from nnlib.svg import draw_line, draw_line_map
from nnlib.svg.line_map import COLUMNS, MAP, ROWS, tile, tiles, whole
from nnlib.svg.line_plane import PLANE, equation, two
from nnlib.svg.separate import frame
from nnlib.svg.trial import Trial
from nnlib.widgets import separate

NAMED = [AND, OR, XOR, XNOR, NAND, NOR]
ANGLES, OFFSETS = st.floats(0, 359.9), st.floats(-1, 1)


# the pictures


@pytest.mark.parametrize(
    ("data", "kind", "said"),
    [
        ("XOR", TypeError, "data must be a Dataset, got 'XOR'"),
        (moons(), ValueError, "data must be a truth table of two inputs such as XOR"),
        (Dataset(CORNERS, [0, 1, 1, 2], "two"), ValueError, "one target 0 or 1, got y ="),
    ],
)
def test_what_is_no_truth_table_of_two_inputs_is_refused(data, kind, said):
    for use in (separate, draw_line_map, lambda data: draw_line(data, [1, 1], 0)):
        with pytest.raises(kind, match="^data must be") as error:
            use(data)
        assert said in str(error.value)


def test_what_is_no_line_is_refused():
    with pytest.raises(ValueError, match="^w must have a direction"):
        draw_line(XOR(), [0, 0], 1.0)
    with pytest.raises(TypeError, match="^b must be"):
        draw_line(XOR(), [1, 0], "1")


def root(drawing):
    return ElementTree.fromstring(drawing.svg)


def area(points):
    x, y = np.array(points).T
    return abs(x @ np.roll(y, 1) - y @ np.roll(x, 1)) / 2


@pytest.mark.parametrize("make", NAMED)
def test_the_shades_fill_the_map_each_in_its_share(make):
    data = make()
    X, _ = corners(data)
    target = data.y.ravel().astype(int)
    grid = product(np.arange(0.5, 360, 2), np.linspace(-0.9975, 0.9975, 400))
    counts = [np.not_equal(outputs(*at), target).sum() for at in grid]
    total = 0.0
    drawn = re.findall(r'd="M([^"]+)z" class="nn-shade nn-count(\d)"', whole(X, regions(data)))
    for path, count in drawn:
        shapes = [
            [tuple(map(float, point.split(","))) for point in one.split()]
            for one in path.split("zM")
        ]
        filled = sum(map(area, shapes)) / (MAP.width * MAP.height)
        assert filled == pytest.approx(counts.count(int(count)) / len(counts), abs=0.004)
        total += filled
    assert total == pytest.approx(1, abs=1e-3)


def test_the_whole_map_has_a_number_in_every_region():
    drawing = draw_line_map(AND())
    numbers = re.findall(r">(\d|\?)</text>", drawing.svg)
    places_ = re.findall(r'class="nn-num nn-region nn-count(\d)">(\d)<', drawing.svg)
    assert all(shade == text for shade, text in places_)
    counts = [region.mistakes for region in regions(AND())]
    shown = sorted(int(text) for _, text in places_)
    at_the_edge = [region.mistakes for region in regions(AND()) if region.labels == (0, 0, 1, 1)]
    assert shown == sorted(counts + at_the_edge) and "?" not in numbers
    assert drawing.alt == (
        "All lines on the map of AND: 14 regions, 1 with 0, 3 with 1, 6 with 2, 3 with 3, "
        "1 with 4 mistakes."
    )
    assert "0 (nowhere)" in draw_line_map(XOR()).svg and "nowhere" not in drawing.svg
    assert root(drawing).get("role") == "img"


def test_numbers_stand_in_their_regions():
    svg = draw_line_map(XOR()).svg
    by_labels = {region.labels: region.mistakes for region in regions(XOR())}
    found = re.findall(r'<text x="([\d.]+)" y="([\d.]+)"[^>]*nn-region nn-count(\d)', svg)
    assert len(found) == 15
    for x, y, count in found:
        angle, offset = MAP.data(float(x), float(y) - 5)
        assert by_labels[outputs(angle, offset)] == int(count)


def test_a_drawn_line_says_what_it_gets_wrong():
    drawing = draw_line(XOR(), [2, 2], -1)
    assert drawing.alt == "The line 2.00 x₁ + 2.00 x₂ − 1.00 = 0: 1 of 4 wrong: (1, 1)."
    assert drawing.svg.count("nn-wrong") == drawing.svg.count('class="nn-badge"') + 1 == 2
    assert draw_line(AND(), [1, 1], -1.5).alt.endswith("0 of 4 wrong.")
    outside = draw_line(XOR(), [1, 0], 9.0)  # one side fills the plane
    assert (
        re.findall(r"ŷ</tspan> = (\d)", outside.svg) == ["1"] and 'nn-boundary"' not in outside.svg
    )
    assert re.findall(r"ŷ</tspan> = (\d)", drawing.svg) == ["0", "1"]


def test_equations_have_true_signs():
    assert equation([-0.5, 0.0], 2) == "−0.50 x₁ + 0.00 x₂ + 2.00 = 0"
    assert equation([0.5, -0.25], -0.001) == "0.50 x₁ − 0.25 x₂ + 0.00 = 0"
    assert two(-0.004, "") == "0.00" and two(-1.0) == "−1.00"


def test_tiles_are_one_path_a_count_and_cover_what_was_tried():
    tried = np.full((ROWS, COLUMNS), -1)
    tried[3, 4:9], tried[3, 9], tried[20, 35] = 2, 1, 2
    drawn = tiles(tried)
    assert drawn.count("<path") == 2
    runs = re.findall(r'd="([^"]+)" class="nn-tiles nn-count2"', drawn)[0]
    assert [float(one) for one in re.findall(r"h([\d.]+)", runs)] == [5 * 8.25, 8.25]
    first = MAP.data(*map(float, re.match(r"M([\d.]+) ([\d.]+)", runs).groups()))
    assert tile(first[0] + 1, first[1]) == (3, 4)
    assert first == pytest.approx((40, -1 + 2 * 3.5 / 25), abs=1e-3)  # from its left, its middle
    assert tiles(np.full((ROWS, COLUMNS), -1)) == ""


@pytest.mark.parametrize(
    ("angle", "offset", "at"),
    [
        (0, -1, (0, 0)),
        (9.9, 0, (12, 0)),
        (10, 1, (24, 1)),
        (359, 0.999, (24, 35)),
        (360, 0, (12, 0)),
    ],
)
def test_a_line_falls_into_its_tile(angle, offset, at):
    assert tile(angle, offset) == at


# the widget


@pytest.fixture
def it():
    return separate(XOR())


def send(it, kind, name=None, at=(None, None), **more):
    """What the browser would send."""
    it._answer(it, {"type": kind, "id": name, "x": at[0], "y": at[1], "n": 0, **more}, [])


def on_map(angle, offset):
    return tuple(map(float, MAP.px([angle, offset])))


def in_plane(x1, x2):
    return tuple(map(float, PLANE.px([x1, x2])))


def drag(it, name, start, *way, end="drop"):
    send(it, "press", name, start)
    for at in way:
        send(it, "drag", name, at)
    send(it, end, name, way[-1])


def said(it):
    text, kind = re.search(r'nn-said nn-(\w+)">(.*)</p>', it.frames[0]["said"]).groups()[::-1]
    return text, kind


def handles(it):
    circle = r'<circle r="10" class="nn-handle" cx="([\d.]+)" cy="([\d.]+)"'
    found = re.findall(circle, it.frames[0]["plane"])
    assert len(found) == 2
    return np.array([PLANE.data(float(x), float(y)) for x, y in found])


@pytest.mark.parametrize("make", NAMED)
def test_it_hands_back_what_the_next_cell_needs(make):
    data = make()
    it = separate(data)
    for angle, offset in ((45, 0.4), (200, -0.2), (300, 0.9)):
        it.move(angle, offset)
        assert it.net.W[1].tolist() == [it.w.tolist()] and it.net.b[1].tolist() == [it.b]
        assert tuple(it.net(data.X).ravel()) == outputs(angle, offset)
        assert it.mistakes == int((it.net(data.X) != data.y).sum())
        assert it.tried[outputs(angle, offset)] == it.mistakes
    assert len(it.tried) == 4 and it.data is data
    it.tried.clear()
    assert len(it.tried) == 4  # a copy


def test_start(it):
    assert repr(it) == "Separate(XOR: 2 of 4 wrong, 1 of 14 regions tried)"
    assert (it.angle, it.offset) == (100, 0.1)
    assert "Separate XOR with one line" in it.shell
    assert it.frames[0]["numbers"].count("?") == 14  # 13 regions, one of them at both edges


def test_keys(it):
    for key, line_ in [
        ("ArrowRight", (102, 0.1)),
        ("ArrowLeft", (100, 0.1)),
        ("ArrowUp", (100, 0.12)),
        ("ArrowDown", (100, 0.1)),
        ("Shift+ArrowUp", (100, 0.3)),
        ("Shift+ArrowLeft", (80, 0.3)),
        ("s", (260, -0.3)),
        ("S", (80, 0.3)),
    ]:
        send(it, "key", key=key)
        assert (it.angle, it.offset) == pytest.approx(line_)
    it.move(359, 0)
    send(it, "key", key="ArrowRight")
    assert it.angle == 1


def test_swap_turns_every_output_over(it):
    before = it.net(XOR().X)
    w, b = it.w, it.b
    send(it, "press", "swap")
    assert (it.net(XOR().X) == 1 - before).all()
    np.testing.assert_allclose([*it.w, it.b], [*-w, -b], atol=1e-12)


def test_a_handle_is_dragged_and_the_other_stays(it):
    first, second = handles(it)
    for k, (moved, still) in enumerate([(first, second), (None, None)], start=1):
        moved, still = handles(it)[:: 1 if k == 1 else -1]
        to = moved + [0.13, -0.21]
        drag(it, f"handle-{k}", in_plane(*moved), in_plane(*(moved + 0.05)), in_plane(*to))
        assert np.abs(np.array([to, still]) @ it.w + it.b).max() < 1e-3
        np.testing.assert_allclose(handles(it)[[k - 1, 2 - k]], [to, still], atol=1e-3)
    assert it.net.W[1].tolist() == [it.w.tolist()]


def test_the_arrow_keeps_its_side_when_a_handle_goes_past_the_other(it):
    it.move(90, 0.0)
    (x1, y1), (x2, y2) = handles(it)
    send(it, "press", "handle-1", in_plane(x1, y1))
    for x in np.linspace(x1, x2 + (x2 - x1) * 0.5, 9):
        send(it, "drag", "handle-1", in_plane(x, y1 + 0.05))
        assert it.w[1] > 0.3


def test_a_line_stays_on_the_map(it):
    it.move(45, 5)
    assert it.offset == 1
    it.move(45, 0.98)
    k = int(handles(it)[:, 1].argmax())
    drag(it, f"handle-{k + 1}", in_plane(*handles(it)[k]), in_plane(1.1, 1.45))
    assert it.offset == 1 and 30 < it.angle < 33  # through (1.1, 1.45) it would be at 1.005
    assert np.abs(handles(it) @ it.w + it.b).max() < 1e-3


def test_the_line_is_dragged_parallel_to_itself(it):
    start = in_plane(0.5, 0.6)
    drag(it, "line", start, in_plane(0.7, 0.5), in_plane(0.6, 0.4))
    assert it.angle == 100
    assert it.offset == pytest.approx(0.1 + it.w @ [0.1, -0.2])
    np.testing.assert_allclose(handles(it) @ it.w + it.b, 0, atol=1e-3)


def test_the_line_is_dragged_on_the_map(it):
    send(it, "press", "map", on_map(210, -0.5))
    assert (it.angle, it.offset) == pytest.approx((210, -0.5))
    send(it, "drag", "map", on_map(220, 0.5))
    assert (it.angle, it.offset) == pytest.approx((220, 0.5))
    send(it, "drop", "map", (9999.0, -9999.0))  # beyond the corner
    assert (it.angle, it.offset) == (360, 1)
    assert tile(it.angle, it.offset)[1] == 0
    before = it.angle, it.offset
    send(it, "press", "map-line", on_map(*before))
    assert (it.angle, it.offset) == before


def test_a_cancelled_drag_gives_the_line_back(it):
    for name, start in (("handle-2", handles(it)[1]), ("line", (0.5, 0.6))):
        before = it.angle, it.offset
        drag(it, name, in_plane(*start), in_plane(0.1, 0.9), in_plane(0.0, 1.2), end="cancel")
        assert (it.angle, it.offset) == before
    drag(it, "map", on_map(10, 0.9), on_map(20, 0.9), end="cancel")
    assert (it.angle, it.offset) == before
    send(it, "drag", "map", on_map(10, 0.9))  # nothing is held any more
    assert (it.angle, it.offset) == before


def test_handles_at_one_place_are_no_line(it):
    first, second = handles(it)
    send(it, "press", "handle-1", in_plane(*first))
    send(it, "drag", "handle-1", in_plane(*(first + second) / 2))
    before, picture = (it.angle, it.offset, it.tried), it.frames[0]
    send(it, "drag", "handle-1", in_plane(*second))
    assert it.message.startswith("Both handles lie at one place")
    assert (it.angle, it.offset, it.tried) == before and it.frames[0] == picture
    send(it, "drag", "handle-1", in_plane(*first))
    assert it.message == "" and it.mistakes == 2
    send(it, "drop", "handle-1", in_plane(*second))
    assert it.message.startswith("Both handles") and it._held is None


@pytest.mark.parametrize(
    ("name", "value", "told"),
    [
        ("angle", "abc", "The angle must be a number of degrees, got 'abc'."),
        ("angle", "", "The angle must be a number of degrees, got ''."),
        ("angle", "1e999", "The angle must be a number"),
        ("offset", "nan", "The offset must be a number from −1 to 1, got 'nan'."),
        ("offset", "1.5", "The offset must be a number from −1 to 1, got '1.5'."),
        ("offset", "-1,01", "The offset must be a number from −1 to 1"),
    ],
)
def test_what_is_no_number_is_told_and_changes_nothing(it, name, value, told):
    picture = it.frames[0]
    send(it, "input", name, value=value)
    assert it.message.startswith(told)
    assert (it.angle, it.offset) == (100, 0.1) and it.frames[0] == picture
    send(it, "input", name, value="0,5")
    assert getattr(it, name) == 0.5 and it.message == ""


def test_sliders(it):
    send(it, "input", "angle", value="−30")
    assert (it.angle, it.offset) == (330, 0.1)
    send(it, "input", "offset", value="-0.5")
    assert (it.angle, it.offset) == (330, -0.5)
    send(it, "input", "angle", value="360")
    assert it.angle == 360


def test_a_slider_in_the_hand_stays_and_a_value_from_elsewhere_is_new_text(it):
    start = it.frames[0]
    send(it, "input", "angle", value="120")
    assert it.frames[0]["angle"] == start["angle"]  # replaced, it would fall out of the hand
    send(it, "press", "reset")
    assert 'value="100"' in it.frames[0]["angle"]
    assert it.frames[0]["angle"] != start["angle"]  # the same text would leave 120 on the screen
    assert it.frames[0]["offset"] == start["offset"]
    send(it, "input", "offset", value="abc")
    send(it, "press", "clear")
    assert it.frames[0]["offset"] != start["offset"]
    with pytest.raises(TypeError, match="^angle must be"):
        it.move("1", 0)
    with pytest.raises(ValueError, match="^offset must be"):
        it.move(1, np.inf)


def test_tiles_and_regions_gather_and_clear(it):
    assert (it._trial.tiles >= 0).sum() == 1
    for angle in range(0, 360, 10):
        it.move(angle, 0.3)
    assert (it._trial.tiles >= 0).sum() == 37 and len(it.tried) == 8
    assert it.frames[0]["tiles"].count("<path") == len(set(it.tried.values()))
    send(it, "press", "clear")
    assert len(it.tried) == (it._trial.tiles >= 0).sum() == 1
    assert it.tried == {outputs(350, 0.3): it.mistakes}


def test_show_the_rest_and_hide_it(it):
    send(it, "press", "show")
    assert it.frames[0]["rest"] and "?" not in it.frames[0]["numbers"]
    assert said(it) == (
        "2 mistakes: (1, 0), (1, 1). The whole map: 0 is nowhere, no line separates XOR.",
        "caution",
    )
    assert "the rest is shown" in it.frames[0]["heading"] and "Hide" in it.frames[0]["show"]
    assert len(it.tried) == 1
    send(it, "press", "show")
    assert it.frames[0]["rest"] == "" and "?" in it.frames[0]["numbers"]
    send(it, "press", "show")
    send(it, "press", "clear")
    assert it.frames[0]["rest"] == ""


def test_a_still_is_another_problem_and_nothing_is_lost(it):
    it.move(45, 0.4)
    tried = it.tried
    send(it, "press", "problem-and")
    assert it.data.name == "AND" and (it.angle, it.offset) == (45, 0.4)
    assert it.mistakes == 0 and len(it.tried) == 1
    assert said(it) == ("Separated: no sample is wrong.", "reached")
    assert "Separate AND with one line" in it.shell and "Back to XOR" in it.shell
    assert re.findall(r'data-id="problem-(\w+)"[^>]*aria-pressed="true"', it.shell) == ["and"]
    assert "one has 0 mistakes" in it.frames[0]["heading"]
    send(it, "press", "problem-or")
    assert it.data.name == "OR" and it.mistakes == 2
    send(it, "press", "home")
    assert it.data.name == "XOR" and it.tried == tried and "Back to" not in it.shell


@pytest.mark.parametrize("angle", [45, 135, 225, 315])
def test_a_sample_on_the_line_is_silent_whichever_way_it_looks(angle):
    """Through the centre two corners lie on the line: z = 0, so ŷ = 0 for both."""
    it = separate(XOR())
    it.move(angle, 0)
    assert sum(it._trial.y_hat) == 1 and it.net(it.data.X).sum() == 1


def test_reset_is_exactly_the_same_start(it):
    shell, frame = it.shell, it.frames[0]
    it.move(10, 0.9)
    send(it, "press", "show")
    send(it, "press", "problem-or")
    send(it, "key", key="s")
    send(it, "press", "reset")
    assert it.shell == shell and it.frames[0] == frame and it.data.name == "XOR"
    it.move(10, 0.9)
    it.reset()
    assert it.frames[0] == frame


@pytest.mark.parametrize(
    ("make", "walk", "told", "kind"),
    [
        (XOR, [(90, 0)], "2 mistakes: (1, 0), (1, 1).", "happened"),
        (XOR, [(180, 0)], "2 mistakes, the best so far.", "happened"),
        (XOR, [(45, -0.4)], "One mistake left: (1, 1).", "happened"),
        (XOR, [(a, d) for a in range(15, 360, 30) for d in (0, 0.5)] + [(45, -0.4)], "One mistake "
         "left: (1, 1). Every turn that saves it gives up another sample.", "happened"),
        (XOR, [(45, 0.4)], "3 mistakes: (0, 1), (1, 0), (1, 1).", "happened"),
        (XOR, [(0, 0.8)], "All four samples are on one side.", "happened"),
        (XOR, [(0, 1)], "All four samples are on one side, and the line lies outside the picture: "
         "↑ ↓ or the map bring it back.", "happened"),
        (AND, [(0, 0)], "One mistake left: (1, 0).", "happened"),
        (AND, [(45, 0.4)], "Separated: no sample is wrong.", "reached"),
        (NAND, [(225, -0.4)], "Separated: no sample is wrong.", "reached"),
        (NOR, [(225, 0.4)], "Separated: no sample is wrong.", "reached"),
    ],
)  # fmt: skip
def test_what_is_said_of_a_line(make, walk, told, kind):
    it = separate(make())
    for line_ in walk:
        it.move(*line_)
    assert said(it) == (told, kind)


@pytest.mark.parametrize("make", [XOR, XNOR, OR])
def test_what_is_said_when_the_map_is_nearly_and_wholly_seen(make):
    it = separate(make())
    name = it.data.name
    for region in regions(make()):
        it.move(region.angle, region.offset)
        blank = 14 - len(it.tried)
        if 0 in it.tried.values():
            assert "still blank" not in said(it)[0]
        elif 0 < blank <= 3:
            some = "One region is" if blank == 1 else f"{blank} regions are"
            assert said(it)[0].endswith(f"{some} still blank: is 0 there?")
    assert len(it.tried) == 14
    it.move(100, 0.1)
    if make is OR:
        assert said(it) == ("Every region seen. Can you find back to the one with 0?", "happened")
    else:
        told = f"Every region seen, none with 0: no line separates {name}."
        assert said(it) == (told, "caution")
    assert "nowhere yet" not in it.frames[0]["legend"]


@pytest.mark.parametrize("place", [(45, 0.424), (45, 0.4), (44, 0.43), (14, 0), (200, -0.9)])
def test_the_ring_covers_no_number(it, place):
    it.move(*place)
    found = re.findall(r'<text x="([\d.]+)" y="([\d.]+)" font-size="14"', it.frames[0]["numbers"])
    assert len(found) == 15
    middles = np.array(found, dtype=float) - [0, 0.355 * 14]
    assert np.hypot(*(middles - on_map(*place)).T).min() > 17.9


def test_figures_and_table(it):
    it.move(58, -0.28)
    facts = re.sub(r"<[^>]+>", " ", it.frames[0]["facts"])
    assert re.search(r"misclassified\s+1\s+of 4\s+best so far\s+1", facts)
    send(it, "press", "show")
    facts = re.sub(r"<[^>]+>", " ", it.frames[0]["facts"])
    assert re.search(r"misclassified\s+1\s+of 4\s+best possible\s+1", facts)
    assert "58°" in facts and "−0.28" in facts
    rows = re.findall(r"<tr( class=\"nn-off\")?>(<td>.*?)</tr>", it.frames[0]["facts"])
    marks = [(bool(off), re.findall(r">([01✓✗])<", row)) for off, row in rows]
    assert [off for off, _ in marks] == [False, False, False, True]
    assert [cells[-1] for _, cells in marks] == ["✓", "✓", "✓", "✗"]


def test_names_from_outside_are_escaped():
    it = separate(Dataset(CORNERS, [0, 1, 1, 0], "<b>&"))
    it.move(45, 0.4)
    send(it, "press", "show")
    assert "<b>&" not in it.shell + it.frames[0]["said"] and "&lt;b&gt;&amp;" in it.shell
    assert "&lt;b&gt;&amp;" in it.frames[0]["said"]
    send(it, "press", "problem-and")
    assert "Back to &lt;b&gt;&amp;" in it.shell
    for drawing in (draw_line_map(it._home), draw_line(it._home, [1, 1], 0)):
        assert root(drawing) is not None


@given(ANGLES, OFFSETS)
def test_every_picture_is_whole(angle, offset):
    trial = Trial(XOR())
    trial.put(angle, offset)
    assert tuple(trial.y_hat.tolist()) == outputs(angle, offset) or (
        np.abs(places(trial.X, angle) - offset).min() < 1e-9
    )
    for text in frame(trial).values():
        ElementTree.fromstring(f"<g>{text.replace('&nbsp;', ' ')}</g>")


def test_the_readers_data_stays_as_it_is(it):
    data = XOR()
    it = separate(data)
    it.move(45, -0.4)
    send(it, "press", "problem-or")
    assert (data.X == XOR().X).all() and (data.y == XOR().y).all()


def test_the_legend_and_the_figure_know_when_0_is_somewhere():
    it = separate(AND())
    figures = re.findall(r"<b>(\d)", it.frames[0]["facts"])
    assert figures == [str(it.mistakes)] * 2  # the best so far: nothing is given away
    assert it.frames[0]["heading"] == "Tried <b>1</b> of 14 regions: no 0 yet"
    assert re.findall(r">(\d[^<]*)</text>", it.frames[0]["legend"])[-1] == "0 (nowhere yet)"
    assert 'class="nn-main"' in it.frames[0]["show"]
    send(it, "press", "show")
    numbers = re.findall(r">(\d[^<]*)</text>", it.frames[0]["legend"])
    assert re.findall(r"<b>(\d)", it.frames[0]["facts"])[1] == "0"
    assert numbers == ["0", "1", "2", "3", "4"] and "nn-main" not in it.frames[0]["show"]
    it = separate(XOR())
    send(it, "press", "show")
    assert "0 (nowhere)" in it.frames[0]["legend"]
