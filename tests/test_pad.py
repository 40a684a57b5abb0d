"""The pad: ink on its paper, what the perceptron says and learns; pictures of pixels."""

import re
from xml.etree import ElementTree

import numpy as np
import pytest

from nnlib import Perceptron, cards, digits
from nnlib.svg import draw_pictures
from nnlib.svg.pad_card import SIZE
from nnlib.svg.style import own, sheet
from nnlib.widgets import pad

NAMES = ("left", "right")


def send(paper, **event):
    paper._handle_custom_msg({"n": 0} | event, [])


def press(paper, data_id):
    send(paper, type="press", id=data_id)


def key(paper, *names):
    for name in names:
        send(paper, type="key", id="cursor", key=name)


def stroke(paper, *places):
    """Draw over squares (row, column), as a pointer does."""
    for k, (i, j) in enumerate(places):
        x, y = (j + 0.5) * SIZE / 8, (i + 0.5) * SIZE / 8
        send(paper, type="drag" if k else "press", id="cursor", x=x, y=y)
    send(paper, type="drop", id="cursor", x=x, y=y)


def text(html):
    return " ".join(re.sub(r"<[^>]+>", " ", html).split())


def said(paper):
    return text(paper.frames[0]["said"])


def test_a_stroke_leaves_ink_on_the_scale_of_the_digits():
    paper = pad()
    stroke(paper, (1, 1), (6, 1))
    ink = paper.x.reshape(8, 8)
    assert (ink[1:7, 1] == 1).all() and ink[0, 4] == 0 and 0 < ink[3, 0] < 1
    assert (paper.x * 16 == np.round(paper.x * 16)).all() and paper.x.max() == 1
    assert ink[:, 3:].sum() == 0
    stroke(paper, (4, 6))
    between = paper.x.reshape(8, 8)[4, 3:5]
    assert not between.any()  # a new stroke begins where it is pressed


def test_a_press_begins_anew_though_the_last_drop_was_lost():
    paper = pad()
    for x in (16, 240):
        send(paper, type="press", id="cursor", x=x, y=16)
    assert np.flatnonzero(paper.x.reshape(8, 8)[0] == 1).tolist() == [0, 7]


def test_a_quick_stroke_has_no_gaps():
    paper = pad()
    stroke(paper, (0, 0), (7, 7))
    assert (np.diag(paper.x.reshape(8, 8)) >= 0.9).all()


def test_a_drop_counts_where_it_falls():
    """Of a quick drag the browser may send the end alone."""
    paper = pad()
    send(paper, type="press", id="cursor", x=16, y=16)
    send(paper, type="drop", id="cursor", x=16, y=208)
    assert (paper.x.reshape(8, 8)[:7, 0] == 1).all()
    send(paper, type="drop", id="cursor", x=208, y=208)
    assert paper.x.reshape(8, 8)[6, 6] == 0


def test_the_eraser_and_clear():
    paper = pad(x=np.ones(64))
    press(paper, "erase")
    stroke(paper, (3, 0), (3, 7))
    ink = paper.x.reshape(8, 8)
    assert not ink[3].any() and (ink[[2, 4]] == 1).all() and "erases" in said(paper)
    press(paper, "erase")
    stroke(paper, (3, 3))
    assert paper.x.reshape(8, 8)[3, 3] == 1
    press(paper, "erase")
    assert 'aria-pressed="true"' in paper.frames[0]["erase"]
    press(paper, "clear")  # puts the eraser away
    assert not paper.x.any() and "64 zeros" in said(paper)
    assert 'aria-pressed="false"' in paper.frames[0]["erase"]
    press(paper, "shift-up")
    assert "64 zeros" in said(paper)
    stroke(paper, (3, 3))
    assert paper.x.reshape(8, 8)[3, 3] == 1


def test_after_clear_it_is_said_what_is_drawn():
    unit = Perceptron(64)
    unit.w[:], unit.b = 0.5, -1.0
    with_unit, alone = pad(unit, names=NAMES), pad()
    for paper in (with_unit, alone):
        press(paper, "clear")
        key(paper, "Space")
    assert said(with_unit) == "It is called “left”: z = −0.5."
    assert "= −0.5 " in text(with_unit.frames[0]["answer"])
    assert said(alone) == "1 of 64 pixels with ink."
    stroke(with_unit, (1, 1), (6, 1))
    z = unit.w @ with_unit.x + unit.b
    assert said(with_unit) == f"It is called “right”: z = {z:.2f}."
    assert f"= {z:.2f} " in text(with_unit.frames[0]["answer"])
    key(with_unit, "ArrowDown")
    assert "It is called" in said(with_unit)  # the cursor alone says nothing new
    key(alone, "Delete")
    assert "64 zeros" in said(alone)


def test_keys_draw_too():
    paper = pad()
    key(paper, "ArrowDown", "ArrowRight", "ArrowRight", "Space")
    assert np.flatnonzero(paper.x).tolist() == [10] and paper.x[10] == 1
    key(paper, "Space", "ArrowUp", "ArrowUp", "Enter")
    assert np.flatnonzero(paper.x).tolist() == [2]
    assert 'aria-label="Row 1, column 3, ink 1"' in paper.frames[0]["paper"]
    key(paper, "Delete")
    assert not paper.x.any()


@pytest.mark.parametrize(("way", "place"), [("left", 26), ("right", 28), ("up", 19), ("down", 35)])
def test_the_picture_moves_by_a_pixel(way, place):
    paper = pad(x=np.eye(64)[27])
    press(paper, f"shift-{way}")
    assert np.flatnonzero(paper.x).tolist() == [place]
    for _ in range(8):
        press(paper, f"shift-{way}")
    assert not paper.x.any()  # what leaves the paper is lost


def test_it_says_what_it_sees_and_learns_what_it_is_taught():
    unit = Perceptron(64)
    paper = pad(unit, names=NAMES)
    stroke(paper, (3, 6))
    x = paper.x
    press(paper, "teach-1")
    assert paper.perceptron.w.tolist() == x.tolist() and paper.perceptron.b == 1
    assert "It is “right”, but was called “left”: the picture is added" in said(paper)
    assert "1: right" in text(paper.frames[0]["answer"])
    press(paper, "teach-1")
    assert "was called “right”: correct" in said(paper) and len(paper.updates) == 2
    press(paper, "teach-0")
    assert "taken from the weights" in said(paper) and not paper.perceptron.w.any()
    assert "pictures taught here: 3 mistakes: 2" in text(paper.frames[0]["answer"])
    assert not unit.w.any()


def test_ink_that_leaves_the_paper_is_told_and_an_empty_paper_has_no_answer():
    x = np.zeros(64)
    x[8] = 1.0  # at the left edge
    paper = pad(Perceptron(64), x=x)
    assert "0: 0" in paper.frames[0]["answer"]
    paper._event({"type": "press", "id": "shift-left", "x": None, "y": None, "key": None})
    assert not paper.x.any() and "lost at the edge" in paper.frames[0]["said"]
    assert "?" in paper.frames[0]["answer"] and "0: 0" not in paper.frames[0]["answer"]


def test_an_empty_paper_is_refused_and_nothing_is_lost():
    paper = pad(Perceptron(64))
    press(paper, "teach-1")
    assert paper.message.startswith("The paper is empty") and not paper.updates
    stroke(paper, (0, 0))
    assert paper.message == ""


def test_cards_are_taught_one_after_another():
    data = cards(12)
    paper = pad(Perceptron(64), data, names=NAMES)
    press(paper, "card")
    assert paper.x.tolist() == data.X[0].tolist() and "Card 1." in said(paper)
    press(paper, "cards")
    assert len(paper.updates) == 11 and re.search(r"10 cards, \d of them", said(paper))
    unit = Perceptron(64)
    learned = list(unit.learn(data.X[:11], data.y[:11], epochs=1))
    assert paper.perceptron.w.tolist() == unit.w.tolist()
    assert [one.z for one in paper.updates] == [one.z for one in learned]
    press(paper, "cards")
    assert paper.x.tolist() == data.X[8].tolist()  # after the last the first again


def test_reset_is_exactly_the_same_start():
    start = digits().X[0]
    paper = pad(Perceptron(64), cards(4), names=NAMES, x=start)
    before = paper.frames
    stroke(paper, (0, 0), (7, 3))
    press(paper, "erase")
    press(paper, "cards")
    press(paper, "reset")
    assert paper.frames == before and paper.x.tolist() == start.tolist() and not paper.updates
    stroke(paper, (0, 0))
    assert paper.x[0] == 1  # the eraser is put away
    assert start[0] == 0 and repr(pad()) == "Pad(0 of 64 pixels with ink)"


@pytest.mark.parametrize(
    ("options", "kind", "said"),
    [
        (dict(perceptron=3), TypeError, "perceptron must be a Perceptron"),
        (dict(perceptron=Perceptron(2)), ValueError, "perceptron must be one of 64 inputs"),
        (dict(data=cards(4)), ValueError, "perceptron must be given"),
        (dict(perceptron=Perceptron(64), data=digits()), ValueError, "data must be zeros and"),
        (dict(names=("one",)), ValueError, "names must be two texts"),
        (dict(x=[1, 2]), ValueError, "x must be numbers of shape"),
        (dict(x=np.full(64, 2.0)), ValueError, "x must be ink from 0 to 1, got 2 to 2"),
    ],
)
def test_bad_input(options, kind, said):
    with pytest.raises(kind, match=f"^{said}"):
        pad(**options)


def test_names_are_escaped():
    paper = pad(Perceptron(64), names=("<b>", "&"))
    assert "<b></" not in paper.shell and "&lt;b&gt;" in paper.shell
    assert "&lt;b&gt;" in paper.frames[0]["weights"]


# pictures for the page


def rects(drawing, name):
    found = ElementTree.fromstring(drawing.svg).findall(".//{*}rect")
    return [one for one in found if name in one.get("class").split()]


def test_a_square_for_each_pixel_with_ink():
    drawing = draw_pictures(digits().X[:10], [str(k) for k in range(10)])
    ink = rects(drawing, "nn-badge")
    assert len(ink) == np.count_nonzero(digits().X[:10])
    assert float(ink[0].get("fill-opacity")) == pytest.approx(5 / 16, abs=0.01)
    assert drawing.alt.endswith("0, 1, 2, 3, 4, 5, 6, 7, 8, 9.")


@pytest.mark.parametrize("m", [1, 3, 8, 17])
def test_pictures_keep_within_the_narrowest_page(m):
    drawing = draw_pictures(np.ones((m, 16)), [str(k) for k in range(m)])
    root = ElementTree.fromstring(drawing.svg)
    wide, high = (float(root.get(name)) for name in ("width", "height"))
    assert wide == 592
    for one in root.findall(".//{*}rect")[1:]:
        x, y, w, h = (float(one.get(name)) for name in ("x", "y", "width", "height"))
        assert x >= 0 and y >= 0 and x + w <= wide and y + h <= high


def test_weights_tell_their_sign_by_colour_and_bar():
    w = np.zeros(64)
    w[[3, 10]] = 2.0, -1.0
    drawing = draw_pictures(w, ["w"], signed=True)
    (up,), (down,) = rects(drawing, "nn-class1"), rects(drawing, "nn-class0")
    assert float(up.get("fill-opacity")) == 1 and float(down.get("fill-opacity")) == 0.5
    x, y = float(down.get("x")), float(down.get("y"))
    assert (x - float(up.get("x")), y - float(up.get("y"))) == (-20, 20)
    bars = [one for one in rects(drawing, "nn-plate") if float(one.get("height")) < 3]
    assert len(bars) == 1 and x < float(bars[0].get("x")) < x + 20
    assert draw_pictures(np.zeros((2, 4)), signed=True).alt.endswith("2 of them.")


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (([1, 2, 3],), "X must be pictures of n × n pixels, got 3 numbers each"),
        (("x",), "X must be numbers"),
        (([[1.0]], ["a", "b"]), "captions must be 1 texts, got 2"),
    ],
)
def test_bad_pictures(arguments, said):
    with pytest.raises((TypeError, ValueError), match=f"^{said}"):
        draw_pictures(*arguments)


def test_every_class_has_a_style():
    paper = pad(Perceptron(64), cards(4), names=NAMES)
    press(paper, "cards")
    html = paper.shell + "".join(paper.frames[0].values())
    names = {name for found in re.findall(r'class="([^"]+)"', html) for name in found.split()}
    style = sheet() + own("pad")
    assert {name for name in names if f".{name}" not in style} == {"nn-happened"}
