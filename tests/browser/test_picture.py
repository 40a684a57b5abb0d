"""`Picture` in a real JupyterLab: with a toy shell and toy frames, so that only it is tested."""

import re
import time
from threading import Thread

import numpy as np
import pytest
from lab import spread
from playwright.sync_api import expect

from nnlib.widgets import Picture

TOY = '''
from ipywidgets import IntSlider, jslink
from IPython.display import display
from nnlib.widgets import Picture

SHELL = """<div class="nnlib" role="group" tabindex="0" aria-label="toy" data-groups="0,2,5"
    style="width: 500px">
  <p data-slot="caption" aria-live="polite"></p>
  <div data-slot="picture" style="width: 400px"></div>
  <math><mrow data-slot="formula"></mrow></math>
  <button data-go="first">first</button> <button data-go="previous">previous</button>
  <button data-go="play">play</button>
  <button data-go="next">next</button> <button data-go="last">last</button>
  <input type="range" data-track aria-label="step"> <span data-count></span>
  <i data-cell="0"></i><i data-cell="1"></i><i data-cell="2"></i>
  <label><input type="radio" name="view" data-choose="view" value="unit">unit</label>
  <label><input type="radio" name="view" data-choose="view" value="layer">layer</label>
  <button data-press data-id="undo">undo</button>
  <input type="text" data-id="name" aria-label="name">
  <p data-message role="status" hidden></p></div>"""

def frame(k, plane=""):
    svg = f\'\'\'<svg viewBox="0 0 100 50" width="100%" {plane}>
      <g data-id="a-2">
        <circle data-id="a-2-1" data-press="" tabindex="0" cx="{10 + k}" cy="10" r="5"/></g>
      <circle data-id="a-2-10" tabindex="0" cx="50" cy="10" r="5"/>
      <circle data-id="ball" data-drag="" data-keys="ArrowUp Delete s" tabindex="0"
        cx="{BALL[0]}" cy="{BALL[1]}" r="5"/>
      <circle data-id="step-{k}" tabindex="0" cx="90" cy="10" r="3"/></svg>\'\'\'
    formula = f\'\'\'<mrow data-id="a-2-1" tabindex="0"><mi>a</mi></mrow><mo>=</mo>
      <mn>{k}</mn><mrow data-id="a-2" tabindex="0"><mi>A</mi></mrow>\'\'\'
    return {"picture": svg, "formula": formula, "caption": f"caption {k}", "say": f"step {k + 1}"}

BALL, events = [50, 30], []

def toy(n=8, plane=""):
    events.clear()
    BALL[:] = 50, 30
    picture = Picture(shell=SHELL, frames=[frame(k, plane) for k in range(n)], view="unit")
    picture.on_event(lambda event: events.append(event))
    return picture
'''


@pytest.fixture(scope="module")
def book(open_once):
    return open_once([TOY])


@pytest.fixture
def show(book):
    """Run code whose last line is a picture; returns the locators of the roots under the cell."""

    def run(code="p = toy(); p"):
        roots = book.output(book.run(code)).locator(".nnlib")
        roots.first.scroll_into_view_if_needed()
        return roots

    yield run
    assert not book.said(), "the browser's console shows errors"


def sent(book, last="drop"):
    """The events that Python has got, when the last one is of this type."""
    book.becomes("[e['type'] for e in events[-1:]]", [last])
    return book.python("events")


def at(root, index):
    """The picture shows step `index`: in its text, its number and its track."""
    expect(root.locator("[data-slot=caption]")).to_have_text(f"caption {index}")
    expect(root.locator("[data-count]")).to_have_text(str(index + 1))
    expect(root.locator("[data-track]")).to_have_value(str(index + 1))
    expect(root.locator("[data-track]")).to_have_attribute("aria-valuetext", f"step {index + 1}")


def lit(root):
    found = root.locator(".lit").evaluate_all("all => all.map(e => [e.tagName, e.dataset.id])")
    return sorted(f"{tag}.{name}" for tag, name in found)


def focused(book):
    """What has the focus: its data-id, else its class."""
    return book.page.evaluate(
        "() => document.activeElement.dataset.id ?? document.activeElement.getAttribute('class')"
    )


# Python alone


@pytest.mark.parametrize(
    ("name", "value"),
    [
        *(("shell", 3), ("view", None), ("message", b"x"), ("index", 1.0), ("index", True)),
        *(("frames", "x"), ("frames", [1]), ("frames", [{"a": 1}]), ("frames", [{1: "a"}])),
    ],
)
def test_bad_values_are_refused(name, value):
    picture = Picture(frames=[{"a": ""}, {"a": "b"}], index=1)
    before = getattr(picture, name)
    with pytest.raises(TypeError, match=f"^{name} must be .*, got "):
        setattr(picture, name, value)
    assert getattr(picture, name) == before
    with pytest.raises(TypeError, match=f"^{name} must be"):
        Picture(**{name: value})


def test_the_index_stays_within_the_frames():
    assert Picture(index=3).index == 0
    picture = Picture(index=3, frames=[{}] * 3)
    assert picture.index == 2
    picture.index = -1
    assert picture.index == 0
    picture.index = np.int64(2)
    picture.frames = [{}]
    assert picture.index == 0 and type(picture.index) is int


def test_callbacks_come_and_go():
    picture, got = Picture(), []
    with pytest.raises(TypeError, match="^f must be callable .*, got 3"):
        picture.on_event(3)
    picture.on_event(got.append)
    event = {"type": "key", "id": None, "x": None, "y": None, "key": "s", "value": None}
    press = {"type": "key", "id": None, "key": "s", "n": 0}
    picture._handle_custom_msg(press, [])
    assert got == [event]
    picture.on_event(got.append, remove=True)
    picture._handle_custom_msg(press, [])
    assert got == [event]


def test_an_older_drag_that_comes_later_is_dropped():
    picture, got = Picture(), []
    picture.on_event(lambda event: got.append((event["type"], event["x"])))
    for n, kind in enumerate(("press", "drag", "drag", "drag", "drop")):
        n = {2: 3, 3: 2}.get(n, n)  # JupyterLab's two ways, one quicker than the other
        picture._handle_custom_msg({"type": kind, "x": n, "n": n}, [])
    picture._handle_custom_msg({"type": "press", "x": 0, "n": 0}, [])
    picture._handle_custom_msg({"type": "drag", "x": 1, "n": 1}, [])
    drags = [("press", 0), ("drag", 1), ("drag", 3), ("drop", 4), ("press", 0), ("drag", 1)]
    assert got == drags


def test_callbacks_run_one_at_a_time():
    picture, inside, most = Picture(), [], []

    def slow(event):
        inside.append(event)
        time.sleep(0.05)
        most.append(len(inside))
        inside.pop()

    picture.on_event(slow)
    message = {"type": "press", "n": 0}
    threads = [Thread(target=picture._handle_custom_msg, args=(message, [])) for _ in range(3)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert most == [1, 1, 1]


# keys


def test_keys_move_the_index(book, show):
    root = show()
    root.focus()
    at(root, 0)
    walk = [
        *(("ArrowRight", 1), ("ArrowRight", 2), ("ArrowLeft", 1), ("PageDown", 2)),
        *(("PageDown", 5), ("PageDown", 7), ("PageUp", 5), ("PageUp", 2), ("Home", 0)),
        *(("ArrowLeft", 0), ("PageUp", 0), ("End", 7), ("ArrowRight", 7), ("PageDown", 7)),
    ]
    for key, index in walk:
        book.page.keyboard.press(key)
        at(root, index)
    book.becomes("p.index", 7)


def test_m_walks_through_the_views(book, show):
    root = show()
    root.focus()
    for view in ("layer", "unit", "layer"):
        book.page.keyboard.press("m")
        expect(root).to_have_attribute("data-view", view)
        expect(root.locator(f"[value={view}]")).to_be_checked()
    book.becomes("p.view", "layer")
    root.get_by_label("unit").check()
    expect(root).to_have_attribute("data-view", "unit")
    book.page.keyboard.press("ArrowRight")  # a step, not the other radio button
    at(root, 1)
    expect(root).to_have_attribute("data-view", "unit")


def test_plain_keys_do_not_reach_jupyterlab(book, show):
    root = show()
    before = book.cells()
    root.focus()
    for key in "m x d d 0 0 a b c v y r z Enter Shift+M Shift+V ArrowUp ArrowDown j k 1".split():
        book.page.keyboard.press(key)
    assert book.cells() == before
    assert focused(book) == "nnlib"
    assert not book.page.locator(".jp-Dialog").count()
    root.get_by_label("name").fill("")
    root.get_by_label("name").press_sequentially("dd 0xm")
    expect(root.get_by_label("name")).to_have_value("dd 0xm")
    assert book.cells() == before


def test_other_keys_reach_jupyterlab(book, show):
    root = show()
    root.focus()
    book.page.keyboard.press("Control+s")
    book.page.wait_for_function("() => !lab.panel().context.model.dirty")
    count = len(book.cells())
    root.focus()
    book.page.keyboard.press("Shift+Enter")  # runs the last cell, adds one below
    book.page.wait_for_function("n => lab.cells().length === n + 1", arg=count)
    book.idle()


def test_escape_gives_the_focus_to_the_notebook(book, show):
    root = show()
    root.focus()
    book.page.keyboard.press("Escape")
    assert root.evaluate("e => !e.contains(document.activeElement)")
    count = len(book.cells())
    book.page.keyboard.press("b")  # JupyterLab's command mode: a cell below this one
    book.page.wait_for_function("n => lab.cells().length === n + 1", arg=count)
    assert book.cells()[-1]["source"] == ""


def test_keys_that_a_thing_asks_for_go_to_python(book, show):
    root = show()
    root.locator("[data-id=ball]").focus()
    for key in ("ArrowUp", "Shift+ArrowUp", "Delete", "s", "ArrowRight"):
        book.page.keyboard.press(key)
    at(root, 1)
    keys = [(e["type"], e["id"], e["key"]) for e in sent(book, "key")]
    assert keys == [("key", "ball", k) for k in ("ArrowUp", "Shift+ArrowUp", "Delete", "s")]


# focus and light


def test_focus_stays_on_the_same_thing(book, show):
    root = show()
    root.locator("mrow[data-id=a-2-1]").focus()
    for index in range(1, 6):
        book.page.keyboard.press("ArrowRight")
        at(root, index)
        assert book.page.evaluate("() => document.activeElement.tagName") == "mrow"
        assert focused(book) == "a-2-1"
    root.locator("[data-id=step-5]").focus()
    book.page.keyboard.press("ArrowRight")  # there is no step-5 in the next frame
    assert focused(book) == "nnlib"
    book.page.keyboard.press("ArrowRight")
    at(root, 7)


def test_relatives_light_up(book, show):
    root = show()
    one = ["circle.a-2-1", "g.a-2", "mrow.a-2", "mrow.a-2-1"]
    root.focus()
    root.locator("mrow[data-id=a-2-1]").hover()
    assert lit(root) == one
    book.page.keyboard.press("ArrowRight")
    assert lit(root) == one
    root.locator("[data-id=a-2-10]").hover()
    assert lit(root) == ["circle.a-2-10", "g.a-2", "mrow.a-2"]
    book.page.mouse.move(1, 1)
    assert lit(root) == []
    root.locator("circle[data-id=a-2-1]").focus()
    assert lit(root) == one
    root.locator("mrow[data-id=a-2]").focus()
    assert lit(root) == ["circle.a-2-1", "circle.a-2-10", *one[1:]]
    book.page.keyboard.press("ArrowRight")
    assert lit(root) == ["circle.a-2-1", "circle.a-2-10", *one[1:]]
    root.focus()
    assert lit(root) == []


# the run bar


def test_buttons_and_cells(book, show):
    root = show()
    for name, index in (("next", 1), ("next", 2), ("previous", 1), ("last", 7), ("first", 0)):
        root.get_by_role("button", name=name, exact=True).click()
        at(root, index)
    expect(root.get_by_role("button", name="previous")).to_have_attribute("aria-disabled", "true")
    root.get_by_role("button", name="next").click()
    classes = [root.locator(f"[data-cell='{k}']").get_attribute("class") for k in range(3)]
    assert classes == ["done", "now", "todo"]
    book.page.keyboard.press("ArrowRight")
    at(root, 2)


def test_the_track_moves_the_picture_while_it_is_dragged(book, show):
    root = show()
    box = root.locator("[data-track]").bounding_box()
    y = box["y"] + box["height"] / 2
    book.page.mouse.move(box["x"] + 8, y)
    book.page.mouse.down()
    book.page.mouse.move(box["x"] + box["width"] / 2, y)
    expect(root.locator("[data-slot=caption]")).to_have_text(re.compile("caption [34]"))
    book.page.mouse.move(box["x"] + box["width"] - 2, y)
    at(root, 7)
    book.page.mouse.up()
    book.page.keyboard.press("ArrowLeft")
    at(root, 6)
    book.page.keyboard.press("PageUp")
    at(root, 5)


def test_play_walks_to_the_end_and_any_control_stops_it(book, show):
    root = show("p = toy(3); p")
    play = root.locator("[data-go=play]")
    book.page.evaluate("""() => { window.when = [];
        new MutationObserver(() => when.push(performance.now())).observe(
          [...document.querySelectorAll('.nnlib [data-count]')].at(-1), {childList: true}); }""")
    root.focus()
    book.page.keyboard.press("Space")
    expect(root).to_have_class("nnlib playing")
    expect(play).to_have_attribute("aria-pressed", "true")
    expect(root.locator("[data-slot=caption]")).to_have_attribute("aria-live", "off")
    at(root, 2)
    expect(root).to_have_class("nnlib")
    expect(play).to_have_attribute("aria-pressed", "false")
    expect(root.locator("[data-slot=caption]")).to_have_attribute("aria-live", "polite")
    first, second = book.page.evaluate("() => when")
    assert 1100 < second - first < 1500
    root = show("p = toy(30); p")
    play = root.locator("[data-go=play]")
    stops = [
        lambda: book.page.keyboard.press("ArrowRight"),
        lambda: book.page.keyboard.press("m"),
        lambda: root.locator("[data-go=first]").click(),
        lambda: root.locator("[data-track]").fill("1"),
        lambda: root.locator("circle[data-id=a-2-1]").click(),
        lambda: root.get_by_label("unit").check(),
        lambda: book.run("p.index = 20"),
        lambda: play.click(),
    ]
    for stop in stops:
        root.focus()
        book.page.keyboard.press("Home")
        book.page.keyboard.press("Space")
        expect(root).to_have_class("nnlib playing")
        stop()
        expect(root).to_have_class("nnlib")


# several pictures


def test_two_pictures_are_independent(book, show):
    roots = show("p, q = toy(), toy(); display(p); display(q)")
    roots.first.focus()
    book.page.keyboard.press("ArrowRight")
    at(roots.first, 1)
    at(roots.last, 0)
    roots.last.focus()
    book.page.keyboard.press("End")
    at(roots.first, 1)
    at(roots.last, 7)


def test_two_views_of_one_picture_are_in_step(book, show):
    roots = show("p = toy(); display(p); display(p)")
    roots.first.focus()
    book.page.keyboard.press("ArrowRight")
    at(roots.last, 1)
    book.page.keyboard.press("m")
    for k in range(2):
        expect(roots.nth(k).locator("[value=layer]")).to_be_checked()
    book.page.evaluate("() => jupyterapp.commands.execute('notebook:create-output-view')")
    third = book.page.locator(".jp-LinkedOutputView .nnlib").first
    third.focus()
    book.page.keyboard.press("ArrowRight")
    for root in (roots.first, roots.last, third):
        at(root, 2)
    book.page.evaluate("() => { jupyterapp.shell.currentWidget.close(); }")
    expect(third).to_have_count(0)


def test_jslink_works_both_ways(book, show):
    root = show(
        "p = toy(); s = IntSlider(max=7); jslink((p, 'index'), (s, 'value')); display(p, s)"
    )
    readout = book.output(-1).locator(".widget-readout")
    root.focus()
    book.page.keyboard.press("End")
    expect(readout).to_have_text("7")
    book.output(-1).locator(".noUi-handle").focus()
    book.page.keyboard.press("ArrowLeft")
    at(root, 6)


# Python's side


def test_python_sets_index_and_frames(book, show):
    root = show()
    root.locator("circle[data-id=a-2-1]").focus()
    book.run("p.index = 99")
    at(root, 7)
    book.run("p.frames = [frame(k) for k in range(3)]")
    at(root, 2)
    book.becomes("p.index", 2)
    expect(root.locator("[data-track]")).to_have_attribute("max", "3")
    book.run("p.frames = [{'caption': 'caption 0', 'say': 'step 1'}]")
    at(root, 0)
    assert root.locator("[data-slot=picture]").inner_html() == ""
    book.run("p.frames = []")
    expect(root.locator("[data-count]")).to_have_text("0")
    expect(root.locator("[data-slot=caption]")).to_have_text("")
    root.focus()
    for key in ("ArrowRight", "Space", "End", "m"):
        book.page.keyboard.press(key)
    book.becomes("p.index", 0)


def test_frames_replaced_while_playing_and_a_new_shell(book, show):
    root = show()
    root.focus()
    book.page.keyboard.press("Space")
    book.run("p.frames = [frame(k) for k in range(3)]")
    at(root, 2)
    expect(root).to_have_class("nnlib")
    root.locator("mrow[data-id=a-2-1]").focus()
    book.python("setattr(p, 'shell', SHELL.replace('toy', 'new'))")  # no cell: the focus stays
    expect(root).to_have_attribute("aria-label", "new")
    at(root, 2)
    assert focused(book) == "a-2-1"


def test_a_single_picture_needs_no_shell(book, show):
    root = show("p = Picture(frames=[frame(0)]); p")
    expect(root.locator("svg")).to_be_visible()
    expect(root.locator("[data-message]")).to_be_hidden()
    root.focus()
    book.page.keyboard.press("ArrowRight")
    book.page.keyboard.press("Space")


def test_an_exception_is_said_and_the_picture_stays(book, show):
    root = show("""
p = toy()
def fails(event):
    if event["id"] == "undo": raise ValueError("no <b>undo</b>")
p.on_event(fails); p""")
    root.get_by_role("button", name="undo").click()
    message = root.locator("[data-message]")
    expect(message).to_have_text("ValueError: no <b>undo</b>")
    assert message.locator("b").count() == 0
    at(root, 0)
    root.locator("circle[data-id=a-2-1]").click()
    expect(message).to_be_hidden()
    book.run("p.observe(lambda change: 1 / 0, 'view')")
    root.get_by_label("layer").check()
    expect(message).to_have_text("ZeroDivisionError: division by zero")
    book.run("p.shell = '<div class=nnlib tabindex=0></div>'; p.message = 'said'")
    expect(root.get_by_text("said")).to_be_visible()


# pointer


@pytest.mark.parametrize(("plane", "zoom"), [("", 1), ("data-plane", 0.6)])
def test_drag_in_picture_coordinates(book, show, plane, zoom):
    root = show(f"p = toy(plane='{plane}'); p")
    root.evaluate("(e, zoom) => { e.style.transform = `scale(${zoom})`; }", zoom)
    move = pointer(root)
    book.page.mouse.move(*move(50, 30))
    book.page.mouse.down()
    assert focused(book) == "ball"
    for x in range(50, 60):
        book.page.mouse.move(*move(x, 30 - x / 10))
    book.page.mouse.move(*move(-40, 20))  # outside the card
    book.page.mouse.up()
    book.page.mouse.move(*move(10, 45))  # nothing is held any more
    events = sent(book)
    types = [event["type"] for event in events]
    assert types == ["press"] + ["drag"] * (len(types) - 2) + ["drop"]
    assert 1 <= types.count("drag") <= 11
    assert {event["id"] for event in events} == {"ball"}
    assert (events[0]["x"], events[0]["y"]) == pytest.approx((50, 30), abs=0.3)
    assert (events[-1]["x"], events[-1]["y"]) == pytest.approx((-40, 20), abs=0.3)


def pointer(root):
    """From coordinates of the toy's svg (100 × 50, whole width) to the page's."""
    box = root.locator("svg").first.bounding_box()
    return lambda x, y: (box["x"] + x / 100 * box["width"], box["y"] + y / 50 * box["height"])


def test_anywhere_in_a_plane_can_be_pressed(book, show):
    root = show("p = toy(plane='data-plane'); p")
    book.page.mouse.click(*pointer(root)(30, 40))
    press, drop = sent(book)
    assert (press["type"], press["id"], drop["type"]) == ("press", None, "drop")
    assert (press["x"], press["y"]) == pytest.approx((30, 40), abs=0.3)


def test_a_drag_goes_on_while_frames_are_replaced(book, show):
    root = show("""
p = toy()
def follow(event):
    if event["type"] == "drag":
        BALL[:] = event["x"], event["y"]
        p.frames = [frame(k) for k in range(8)]
p.on_event(follow); p""")
    move = pointer(root)
    book.page.mouse.move(*move(50, 30))
    book.page.mouse.down()
    for x in range(50, 85, 2):
        book.page.mouse.move(*move(x, 30))
        book.page.wait_for_timeout(20)
    expect(root.locator("[data-id=ball]")).to_have_attribute("cx", re.compile("8[34]"))
    assert focused(book) == "ball"
    book.page.mouse.up()
    sent(book)


def test_escape_cancels_a_drag(book, show):
    root = show()
    move = pointer(root)
    book.page.mouse.move(*move(50, 30))
    book.page.mouse.down()
    book.page.mouse.move(*move(60, 30))
    book.page.keyboard.press("Escape")
    book.page.mouse.move(*move(70, 30))
    book.page.mouse.up()
    types = [event["type"] for event in sent(book, "cancel")]
    assert types[0] == "press" and types[-1] == "cancel" and "drop" not in types
    assert focused(book) == "ball"


def test_press_without_drag(book, show):
    root = show()
    root.locator("circle[data-id=a-2-1]").click()
    root.locator("circle[data-id=a-2-1]").press("Enter")
    root.get_by_role("button", name="undo").press("Space")
    root.get_by_label("name").fill("w")
    events = sent(book, "input")
    assert [(e["type"], e["id"]) for e in events[:3]] == [
        *(("press", "a-2-1"), ("press", "a-2-1"), ("press", "undo")),
    ]
    for event in events[:2]:
        assert (event["x"], event["y"]) == pytest.approx((10, 10), abs=0.3)
    assert events[2]["x"] is None
    assert (events[3]["type"], events[3]["id"], events[3]["value"]) == ("input", "name", "w")
    at(root, 0)


def test_drags_do_not_queue_up_in_a_busy_kernel(book, show):
    root = show()
    book.busy()
    move = pointer(root)
    book.page.mouse.move(*move(50, 30))
    book.page.mouse.down()
    for x in range(30, 90):
        book.page.mouse.move(*move(x, 30))
        book.page.wait_for_timeout(8)
    book.interrupt()
    book.page.wait_for_timeout(200)
    drags = book.python("[e['x'] for e in events if e['type'] == 'drag']")
    assert len(drags) <= 5 and drags[-1] == pytest.approx(89, abs=0.3)
    book.page.mouse.up()


def test_touch(notebook):
    book = notebook([TOY, "p = toy(); p"], has_touch=True)
    root = book.output(1).locator(".nnlib")
    root.scroll_into_view_if_needed()
    move = pointer(root)
    book.page.touchscreen.tap(*move(10, 10))
    book.finger(*(move(x, 30) for x in (50, 55, 60, 70)))
    events = sent(book)
    types = [(event["type"], event["id"]) for event in events]
    assert types[0] == ("press", "a-2-1")
    assert types[1] == ("press", "ball") and types[-1] == ("drop", "ball")
    assert events[-1]["x"] == pytest.approx(70, abs=0.5)
    root.locator("[data-go=next]").tap()
    at(root, 1)


# kernels, pages


def test_steps_while_the_kernel_is_busy(book, show):
    root = show()
    book.busy()
    root.focus()
    for index in range(1, 6):
        book.page.keyboard.press("ArrowRight")
        at(root, index)
    book.interrupt()
    book.page.wait_for_timeout(300)
    at(root, 5)
    book.becomes("p.index", 5)


def test_steps_without_a_kernel(notebook):
    book = notebook([TOY, "p = toy(); p"])
    root = book.output(1).locator(".nnlib")
    book.kill()
    root.focus()
    for index in range(1, 4):
        book.page.keyboard.press("ArrowRight")
        at(root, index)
    expect(root.locator("[data-message]")).to_be_hidden()
    root.locator("circle[data-id=a-2-1]").click()
    expect(root.locator("[data-message]")).to_contain_text("run its cell again")
    root.get_by_label("layer").check()
    expect(root).to_have_attribute("data-view", "layer")
    # What ipywidgets itself says of a closed comm; nothing of ours.
    assert all(error.startswith("Could not send widget sync message") for error in book.said())


def test_a_removed_picture_leaves_nothing(notebook):
    book = notebook([TOY])
    book.page.evaluate("""() => { window.timers = new Set();
        const [set, clear] = [window.setInterval, window.clearInterval];
        window.setInterval = (f, ms) => {
          const id = set(f, ms); if (ms === 1200) timers.add(id); return id; };
        window.clearInterval = id => { timers.delete(id); clear(id); }; }""")
    keydown = book.listeners()["keydown"]
    index = book.run("p = toy(); p")
    book.command("notebook:clear-cell-output")
    expect(book.output(index).locator(".nnlib")).to_have_count(0)
    before = book.listeners(), book.listeners("document")
    assert before[0]["keydown"] == keydown
    book.command("notebook:run-cell")
    root = book.output(index).locator(".nnlib")
    root.focus()
    book.page.keyboard.press("Space")
    expect(root).to_have_class("nnlib playing")
    assert book.listeners()["keydown"] == keydown + 1
    assert book.page.evaluate("() => timers.size") == 1
    book.command("notebook:clear-cell-output")
    expect(root).to_have_count(0)
    assert (book.listeners(), book.listeners("document")) == before
    assert book.page.evaluate("() => timers.size") == 0


def test_the_theme_changes_the_colours(book, show):
    root = show()
    colour = "e => getComputedStyle(e).getPropertyValue('--nn-ink').trim()"
    seen = []
    for theme in ("dark", "light"):
        book.theme(theme)
        seen.append(root.evaluate(colour))
        at(root, 0)
    assert seen == ["#f0f0f0", "#1a1a1a"]


def test_time_of_a_step(book, show):
    """No limit, since machines differ; `pytest -s` shows the times."""
    root = show("p = toy(51); p")
    root.focus()
    times = book.step_times(root, "ArrowRight", 50)
    for what, milliseconds in times.items():
        print(f"key → {what}: median %.1f ms, 95 %% within %.1f ms" % spread(milliseconds))
