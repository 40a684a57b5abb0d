"""The button of notebook 00, the versions it names, the ball's hill and the map of the course."""

import re
import tomllib
from pathlib import Path
from xml.etree import ElementTree

import numpy as np
import pytest

import nnlib
from nnlib.svg import draw_hill, draw_map
from nnlib.widgets import hello
from nnlib.widgets.hello import NEEDED, too_old, verdict, versions

ROOT = Path(nnlib.__file__).parents[1]
STYLE = (ROOT / "nnlib" / "svg" / "style.css").read_text(encoding="utf-8")
GOOD = {"Python": "3.13.5", "numpy": "2.10.0", "ipywidgets": "8.1.7", "JupyterLab": "4.10.0"}
COURSE = [
    ("00", "Start here", 40, None, "tools"),
    ("01", "A neuron", 45, 1943, "McCulloch & Pitts <1943>"),
    ("02", "A walk", 60, 1989, "a rather long event of that year"),
    ("03", "Today", 60, 2024, "a prize"),
]


# versions


@pytest.mark.parametrize(
    ("name", "version", "old"),
    [
        *(("Python", "3.10.14", True), ("Python", "3.11.0", False), ("Python", "4.0.0", False)),
        *(("numpy", "1.26.4", True), ("numpy", "2.1.3", True), ("numpy", "2.2.0rc1", False)),
        *(("ipywidgets", "7.8.5", True), ("ipywidgets", "8.1", False), ("numpy", "2.10", False)),
        *(("JupyterLab", "3.6.8", True), ("JupyterLab", None, False)),
    ],
)
def test_a_version_that_is_too_old_is_named_in_a_sentence(name, version, old):
    found = GOOD | {name: version}
    said = too_old(found)
    assert len(said) == old
    for sentence in said:
        assert sentence.startswith(
            f"{name} is {version}, the course needs {NEEDED[name]} or newer"
        )
        assert verdict(found).endswith(sentence) and "works:" not in verdict(found)


def test_all_is_well_in_words():
    said = "✓ It moves, so everything works: Python 3.13.5, numpy 2.10.0, ipywidgets 8.1.7, "
    assert verdict(GOOD) == said + "JupyterLab 4.10.0."
    assert verdict(GOOD | {"JupyterLab": None}) == said.removesuffix(", ") + "."


def test_two_that_are_too_old_are_both_named():
    said = verdict(GOOD | {"numpy": "1.26.4", "ipywidgets": "7.8.5"})
    assert "numpy is 1.26.4" in said and "ipywidgets is 7.8.5" in said


def test_what_is_needed_is_what_the_project_asks_for():
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    asked = {"Python": project["requires-python"].removeprefix(">=")}
    for name in ("numpy", "ipywidgets", "jupyterlab"):
        line = next(one for one in project["dependencies"] if one.startswith(f"{name}>="))
        asked[name] = re.search(r">=([\d.]+)", line)[1]
    assert {name.lower(): needed for name, needed in NEEDED.items()} == {
        name.lower(): needed for name, needed in asked.items()
    }


def test_here_everything_is_new_enough(capsys):
    assert too_old(versions()) == []
    hello()
    assert capsys.readouterr().out == ""


def test_what_is_too_old_is_printed_too_should_no_picture_come(monkeypatch, capsys):
    monkeypatch.setattr("numpy.__version__", "1.26.4")
    ball = hello()
    assert capsys.readouterr().out.startswith("numpy is 1.26.4, the course needs 2.2 or newer")
    ball.press()
    assert "The button works, but one thing is too old. numpy is 1.26.4" in ball.frames[0]["said"]


# the button


def press(ball, **event):
    ball._handle_custom_msg({"type": "press", "id": "move", "n": 0} | event, [])


def title(ball):
    return re.search(r"<title>(.*?)</title>", ball.frames[0]["picture"])[1]


def test_a_press_moves_the_ball_and_says_so():
    ball = hello([3, 1, 0])
    assert "Press the button" in ball.frames[0]["said"] and "w = 3," in title(ball)
    press(ball)
    assert (ball.at, ball.presses) == (1, 1)
    assert "w = 1, height J = 1. Place 2 of 3." in title(ball)
    said = ball.frames[0]["said"]
    assert "everything works: Python " in said and title(ball) in said
    assert repr(ball) == "Hello(3 places, 1 presses)"


def test_it_goes_round_and_back_to_the_same_start():
    ball = hello([3, 1, 0])
    start = ball.frames
    for expected in (1, 2, 0, 1):
        press(ball)
        assert ball.at == expected
    ball.reset()
    assert ball.frames == start and (ball.at, ball.presses) == (0, 0)


def test_keys_move_it_too_and_other_events_do_not():
    ball = hello()
    press(ball, type="key", key="ArrowRight")
    assert ball.presses == 1
    for other in ("drag", "drop", "input"):
        press(ball, type=other)
    assert ball.presses == 1 and ball.message == ""


def test_one_frame_so_that_nothing_moves_without_the_kernel():
    ball = hello()
    press(ball)
    assert len(ball.frames) == 1


def test_versions_are_escaped(monkeypatch):
    monkeypatch.setattr("numpy.__version__", "2.9<b>")
    ball = hello()
    ball.press()
    assert "2.9&lt;b&gt;" in ball.frames[0]["said"]


def test_the_readers_walk_is_copied():
    walk = np.array([2.0, 1.0])
    ball = hello(walk)
    walk[0] = 9
    assert ball.walk[0] == 2


@pytest.mark.parametrize("make", [hello, draw_hill])
@pytest.mark.parametrize(
    ("walk", "kind"),
    [([1], ValueError), ([], ValueError), (3, ValueError), ("up", TypeError),
     ([1, float("nan")], ValueError), ([[1, 2]], ValueError)],
)  # fmt: skip
def test_what_is_no_walk_is_refused(make, walk, kind):
    with pytest.raises(kind, match="^walk must be "):
        make(walk)


# drawings


def root(drawing):
    return ElementTree.fromstring(drawing.svg)


def drawings():
    return [draw_hill([-4, -2, 0], at=2), draw_hill([0, 0]), draw_map(COURSE, skip=["02"])]


def test_drawings_are_well_formed_and_every_class_has_a_style():
    for drawing in drawings():
        assert root(drawing).find("{*}title").text == drawing.alt
        names = {name for one in root(drawing).iter() for name in one.get("class", "").split()}
        assert {name for name in names if f".{name}" not in STYLE} == set()


def test_every_text_begins_and_ends_inside_the_picture():
    for drawing in drawings():
        _, _, wide, high = map(float, root(drawing).get("viewBox").split())
        for text in root(drawing).findall(".//{*}text"):
            x, length = float(text.get("x")), 6.4 * len(text.text)
            start = {"middle": x - length / 2, "end": x - length}.get(text.get("text-anchor"), x)
            assert start >= 0 and start + length <= wide and 0 < float(text.get("y")) < high


def balls(drawing):
    return [one for one in root(drawing).findall(".//{*}circle") if one.get("class") == "nn-point"]


def test_the_ball_lies_on_the_curve_where_it_is_said_to_be():
    found = []
    for at in (1, 2, 3, 4):
        (ball,) = balls(draw_hill([-4, -2, 0, 4], at=at))
        found.append((float(ball.get("cx")), float(ball.get("cy"))))
    (x4, y4), (x2, y2), (x0, y0), (right, high) = found
    assert x0 - x4 == pytest.approx(2 * (x0 - x2), abs=0.05)
    assert y0 - y4 == pytest.approx(4 * (y0 - y2), abs=0.05)
    assert right - x0 == pytest.approx(x0 - x4, abs=0.05) and high == pytest.approx(y4)


@pytest.mark.parametrize("at", [0, 4])
def test_a_place_that_is_not_there_is_refused(at):
    with pytest.raises(ValueError, match="^at must be"):
        draw_hill([1, 2, 3], at=at)


def dots(drawing, class_):
    """Centres of the dots of the rows; the legend's, at the bottom, are left out."""
    high = float(root(drawing).get("viewBox").split()[3])
    circles = [one for one in root(drawing).findall(".//{*}circle") if one.get("class") == class_]
    centres = [(float(one.get("cx")), float(one.get("cy"))) for one in circles]
    return [(x, y) for x, y in centres if y < high - 34]


def test_a_dot_stands_at_its_year_and_in_its_row():
    (x1, y1), (x2, y2), (x3, y3) = dots(draw_map(COURSE), "nn-point")
    assert (x2 - x1) / (x3 - x1) == pytest.approx((1989 - 1943) / (2024 - 1943), abs=1e-3)
    assert y3 - y2 == y2 - y1 > 0


def test_what_can_wait_is_hollow_and_said():
    drawing = draw_map(COURSE, skip=["02"])
    assert len(dots(drawing, "nn-bias")) == 1 and len(dots(drawing, "nn-point")) == 2
    line = "The course on a time line: 01 in 1943, 02 in 1989, 03 in 2024."
    assert drawing.alt == f"{line} Can wait: 02."
    assert draw_map(COURSE).alt == line
    description = root(drawing).find("{*}desc").text
    assert (
        "02 A walk, 60 minutes, 1989, a rather long event of that year (can wait)" in description
    )
    assert description.startswith("00 Start here, 40 minutes, tools; 01 A neuron")


def test_the_map_is_the_readers():
    changed = [*COURSE[:3], ("03", "Tomorrow", 5, 2030, "who knows")]
    texts = [text.text for text in root(draw_map(changed)).findall(".//{*}text")]
    assert "Tomorrow" in texts and "5 minutes" in texts and "2030 who knows" in texts


@pytest.mark.parametrize(
    ("arguments", "kind", "said"),
    [
        ((3,), TypeError, "notebooks must be"),
        (([],), ValueError, "notebooks must be a list of at least one"),
        (([("00", "x", 1, 1943)],), TypeError, "notebooks[0] must be (number, title, minutes"),
        (([("00", "x", "1", 1943, "y")],), TypeError, "notebooks[0] minutes must be an integer"),
        (([(0, "x", 1, 1943, "y")],), TypeError, "notebooks[0] number must be"),
        (([("00", "x", 1, "1943", "y")],), TypeError, "notebooks[0] year must be an integer"),
        ((COURSE[:2],), ValueError, "notebooks must be of at least 2 different years"),
        ((COURSE, ["07"]), ValueError, "skip must be numbers of notebooks in the list, got '07'"),
        ((COURSE, "07"), TypeError, "skip must be"),
    ],
)
def test_what_is_no_course_is_refused(arguments, kind, said):
    notebooks, *skip = arguments
    with pytest.raises(kind, match=re.escape(said)):
        draw_map(notebooks, skip=skip[0] if skip else ())
