"""`step_through` in a real JupyterLab: what is seen, pressed, typed and heard."""

import re
from pathlib import Path

import pytest
from lab import READY, TOOLS, spread
from playwright.sync_api import expect

from nnlib.palette import COLOURS

MEASURE = (Path(__file__).parent / "measure.js").read_text(encoding="utf-8")
SETUP = """
from ipywidgets import IntSlider, jslink
from IPython.display import display
from nnlib import Network
from nnlib.widgets import step_through

small = Network.from_weights([[[.8, -1.3], [1.2, .7]], [[-1.1, 1.6]]], [[.4, -.3], [.2]])
large = Network([4, 4, 4, 2], seed=4)
tiny = Network([1, 1], seed=1)
"""
CELLS = [
    SETUP,
    "s = step_through(small, [0, 1], [1])\ns",
    "t = step_through(large, [.5, -1.25, 2.00031, .3], [0, 1])\nt",
    "step_through(tiny, [.7])",
]
WINDOWS = {
    "1280": (1280, 800, True),
    "1280 without file browser": (1280, 800, False),
    "1024": (1024, 768, True),
    "1024 without file browser": (1024, 768, False),
}


@pytest.fixture(scope="module")
def book(open_once):
    return open_once(CELLS)


@pytest.fixture(autouse=True)
def quiet(book):
    yield
    assert not book.said(), "the browser's console shows errors"


@pytest.fixture
def stepper(book):
    """The stepper of 2-2-1 under its cell, at its first step, with the focus in it."""
    return start(book, 1)


def start(book, cell):
    root = book.output(cell).locator(".nnlib")
    root.scroll_into_view_if_needed()
    root.get_by_text("one unit").click()
    root.focus()
    book.page.keyboard.press("Home")
    return root


def at(root, step):
    expect(root.locator("[data-count]")).to_have_text(str(step))
    expect(root.locator("[data-track]")).to_have_value(str(step))


def go(root, step):
    root.locator("[data-track]").fill(str(step))
    at(root, step)


def texts(root):
    """What is seen in each place of a step: caption, picture, formula …"""
    return root.evaluate(
        """root => Object.fromEntries([...root.querySelectorAll('[data-slot]')]
            .filter(e => e.checkVisibility()).map(e => { const seen = e.cloneNode(true);
                seen.querySelectorAll('title, desc').forEach(unseen => unseen.remove());
                return [e.dataset.slot, seen.textContent]; }))"""
    )


# what is seen


def test_fourteen_steps_each_with_its_own_text(book, stepper):
    expect(stepper.locator("[data-track]")).to_have_attribute("max", "14")
    seen = [texts(stepper)]
    for step in range(2, 15):
        book.page.keyboard.press("ArrowRight")
        at(stepper, step)
        seen.append(texts(stepper))
    for place in ("caption", "picture", "unit"):
        assert len({step[place] for step in seen}) == 14, place
    book.page.keyboard.press("ArrowRight")  # no way round to the first
    at(stepper, 14)
    for number in ("0.206", "(−1.1)", "(−0.127)", "≈ 0.029"):
        assert number in seen[10]["unit"]
    assert "0.029" in seen[10]["picture"] and "0.029" not in seen[9]["picture"]


@pytest.fixture(scope="module")
def measured(book):
    """What `measure.js` says of the two larger networks in the four windows."""
    found = {}
    for window, (width, height, file_browser) in WINDOWS.items():
        book.size(width, height, file_browser=file_browser)
        for name, cell in (("2-2-1", 1), ("4-4-4-2", 2)):
            root = book.output(cell).locator(".nnlib")
            root.scroll_into_view_if_needed()
            found[window, name] = root.evaluate(MEASURE)
    book.size(1280, 800)
    return found


def frames(measured):
    return ((where, frame) for where, found in measured.items() for frame in found)


def where_and_what(measured, fault):
    return [
        (*where, frame["view"], frame["step"], frame[fault])
        for where, frame in frames(measured)
        if frame[fault]
    ]


def test_nothing_moves_between_steps(measured):
    for where, frame in frames(measured):
        first = measured[where][0]
        assert frame["size"] == first["size"], (where, frame["view"], frame["step"])
        for box, before in zip(frame["boxes"], first["boxes"], strict=True):
            assert box == pytest.approx(before, abs=0.2), (where, frame["view"], frame["step"])


def test_a_wide_card_is_at_most_560_high(measured):
    widths = {}
    for (window, _), frame in frames(measured):
        width, height = frame["size"]
        widths[window] = width
        assert height <= 560 or width < 840
    assert widths["1280"] >= 840 and widths["1280 without file browser"] == 996
    assert widths["1024"] < 840


def test_nothing_is_cut_off_or_scrolls(measured):
    assert not where_and_what(measured, "cut")
    assert not where_and_what(measured, "scrolls")


def test_no_text_is_smaller_than_11_px(measured):
    assert not where_and_what(measured, "small")


def test_no_label_covers_another(measured):
    assert not where_and_what(measured, "covered")


def test_the_card_is_whole_in_the_window_as_it_opens(book, stepper):
    box = stepper.bounding_box()
    panel = book.page.locator(".jp-Notebook .jp-WindowedPanel-outer").bounding_box()
    assert panel["height"] >= box["height"]
    assert box["x"] >= panel["x"]
    assert box["x"] + box["width"] <= panel["x"] + panel["width"]


def test_the_theme_repaints_everything(book, stepper):
    go(stepper, 11)
    painted = [
        (".nnlib", "backgroundColor", "page"),
        (".nnlib", "color", "ink"),
        ("[data-go=next]", "backgroundColor", "ink"),
        (".nn-phase", "backgroundColor", "delta-tint"),
        (".nn-code", "backgroundColor", "raised"),
        (".nn-line.nn-now", "backgroundColor", "now-tint"),
        (".nn-cell.now .nn-cell-box", "backgroundColor", "now"),
        (".nn-answer", "borderTopColor", "now"),
        (".nn-unit.nn-on", "stroke", "activation"),
        (".nn-edge.nn-neg", "stroke", "negative"),
        (".nn-edge.nn-pos", "stroke", "positive"),
        (".nn-ring", "stroke", "now"),
        (".nn-terms .nn-value.nn-neg", "color", "negative-text"),
    ]
    for column, theme in ((1, "dark"), (0, "light")):
        book.theme(theme)
        for selector, what, token in painted:
            seen = stepper.evaluate(
                """(root, [selector, what]) => getComputedStyle(
                    selector === '.nnlib' ? root : root.querySelector(selector))[what]""",
                [selector, what],
            )
            wanted = [int(COLOURS[token][column][k : k + 2], 16) for k in (1, 3, 5)]
            assert seen == f"rgb({', '.join(map(str, wanted))})", (theme, selector, token)


# one unit, whole layer


def test_the_view_by_mouse_and_by_key_stays(book, stepper):
    unit, layer = (stepper.locator(f"[data-slot={view}]") for view in ("unit", "layer"))
    go(stepper, 11)
    stepper.get_by_text("whole layer").click()
    for step in (11, 12, 13):
        at(stepper, step)
        expect(layer).to_be_visible()
        expect(unit).to_be_hidden()
        book.page.keyboard.press("ArrowRight")
    expect(stepper.get_by_label("whole layer")).to_be_checked()
    book.page.keyboard.press("m")
    expect(unit).to_be_visible()
    expect(layer).to_be_hidden()
    book.page.keyboard.press("m")
    expect(layer).to_be_visible()
    book.page.keyboard.press("ArrowLeft")
    expect(stepper).to_have_attribute("data-view", "layer")


# formula, picture and code are linked


def lit(root):
    """Where something is lit: formula, picture, code."""
    places = {"formula": "[data-slot=unit]", "picture": "[data-slot=picture]", "code": ".nn-line"}
    return {name for name, place in places.items() if root.locator(f"{place} .lit").count()}


def test_a_term_lights_the_same_in_picture_and_code(book, stepper):
    go(stepper, 12)
    term = stepper.locator("[data-slot=unit] .nn-terms mrow[data-id=W-2-1-2]")
    edge = stepper.locator("[data-slot=picture] g[data-id=W-2-1-2]")
    receded = edge.locator(".nn-edge")
    everywhere = {"formula", "picture", "code"}
    term.hover()
    assert lit(stepper) == everywhere
    expect(edge).to_have_class(re.compile("lit"))
    assert stepper.locator("[data-slot=picture] .lit").count() < 4  # this edge, not all
    book.page.mouse.move(2, 2)
    assert lit(stepper) == set()
    stepper.focus()
    while not term.evaluate("e => e === document.activeElement"):
        book.page.keyboard.press("Tab")
        assert stepper.evaluate("root => root.contains(document.activeElement)")
    assert lit(stepper) == everywhere
    assert term.evaluate("e => getComputedStyle(e).outline") == "rgb(26, 26, 26) solid 2px"
    stepper.focus()
    assert lit(stepper) == set()
    line = receded.evaluate(
        """e => { const [a, b] = [e.getScreenCTM(), e];
            const along = t => [b.x1.baseVal.value * (1 - t) + b.x2.baseVal.value * t,
                b.y1.baseVal.value * (1 - t) + b.y2.baseVal.value * t];
            const [x, y] = along(0.25); return [a.a * x + a.e, a.d * y + a.f]; }"""
    )
    book.page.mouse.move(*line)
    assert lit(stepper) == everywhere
    expect(term).to_have_class(re.compile("lit"))
    book.page.mouse.move(2, 2)


def test_the_focus_stays_on_a_term_over_steps(book, stepper):
    go(stepper, 11)
    stepper.locator("[data-slot=unit] mrow[data-id^=delta-3]").first.focus()
    for step in (12, 13, 14):
        book.page.keyboard.press("ArrowRight")
        at(stepper, step)
    for step in (13, 12, 11):
        book.page.keyboard.press("ArrowLeft")
        at(stepper, step)


# the timeline


def middles(root):
    """The middle of every cell of the timeline, px on the screen."""
    boxes = root.locator("[data-cell]").evaluate_all(
        "cells => cells.map(cell => cell.getBoundingClientRect().toJSON())"
    )
    return [(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2) for box in boxes]


@pytest.mark.parametrize(("cell", "steps"), [(1, 14), (2, 42)])
def test_every_step_by_pressing_its_cell(book, cell, steps):
    root = start(book, cell)
    shown, now = root.locator("[data-count]"), root.locator(".nn-cell.now")
    for k, middle in enumerate(middles(root)):
        book.page.mouse.click(*middle)
        assert shown.text_content() == str(k + 1)
        assert now.get_attribute("data-cell") == str(k)
    for k in range(steps - 1, 0, -1):
        book.page.keyboard.press("ArrowLeft")
        assert shown.text_content() == str(k)


def test_every_step_by_dragging(book, stepper):
    cells = middles(stepper)
    book.page.mouse.move(*cells[0])
    book.page.mouse.down()
    for k, cell in enumerate(cells):
        book.page.mouse.move(*cell)
        at(stepper, k + 1)
    book.page.mouse.up()


def test_words_for_a_screen_reader(book, stepper):
    go(stepper, 11)
    track = stepper.locator("[data-track]")
    expect(track).to_have_attribute(
        "aria-valuetext", "step 11 of 14, backward: δ of unit 1 in layer 2 is 0.029"
    )
    expect(stepper).to_have_attribute("role", "group")
    expect(stepper).to_have_attribute("aria-label", re.compile(r"Network\(2-2-1"))
    expect(stepper.locator("[data-slot=caption]")).to_have_attribute("aria-live", "polite")
    for name in ("First step", "Previous step", "Play or pause", "Next step", "Last step"):
        expect(stepper.get_by_role("button", name=name)).to_be_visible()
    expect(stepper.get_by_role("slider", name="Step")).to_have_count(1)
    expect(stepper.get_by_role("radio")).to_have_count(2)
    expect(stepper.get_by_role("radiogroup", name="View")).to_be_visible()
    picture = stepper.locator("svg.nn-picture[role=group]")
    expect(picture).to_have_attribute("aria-label", re.compile("step 11 of 14"))
    expect(picture.locator("> title")).to_have_text(re.compile("step 11 of 14.* is 0.029"))
    assert len(picture.locator("> desc").text_content()) > 40
    assert stepper.locator("svg:not([role]):not([aria-hidden])").count() == 0


# play


@pytest.mark.parametrize("motion", ["no-preference", "reduce"])
def test_play_to_the_end(book, motion):
    book.page.emulate_media(reduced_motion=motion)
    root = start(book, 3)
    expect(root.locator("[data-track]")).to_have_attribute("max", "3")
    root.evaluate(
        """root => { window.ticks?.watch.disconnect(); window.ticks = [];
            ticks.watch = new MutationObserver(() => ticks.push(performance.now()));
            ticks.watch.observe(root.querySelector('[data-count]'), {childList: true}); }"""
    )
    began = book.page.evaluate("() => performance.now()")
    book.page.keyboard.press("Space")
    at(root, 2)
    name = root.locator(".nn-ring").first.evaluate("e => getComputedStyle(e).animationName")
    assert (name != "none") == (motion == "no-preference")
    at(root, 3)
    expect(root).to_have_class(re.compile("^((?!playing).)*$"))
    second, third = book.page.evaluate("() => ticks")
    assert third - second == pytest.approx(1200, abs=150)
    assert second - began < 500
    book.page.emulate_media(reduced_motion="no-preference")


# kernels and pages


def test_steps_while_the_kernel_is_busy(book, stepper):
    book.busy()
    stepper.focus()
    for step in range(2, 8):
        book.page.keyboard.press("ArrowRight")
        at(stepper, step)
    stepper.get_by_text("whole layer").click()
    expect(stepper.locator("[data-slot=layer]")).to_be_visible()
    book.interrupt()
    book.becomes("s.index", 6)


def test_two_steppers_and_a_slider(book):
    book.run("p, q = step_through(small, [1, 1]), step_through(tiny, [2], [1])")
    index = book.run("display(p, q)")
    first, second = (book.output(index).locator(".nnlib").nth(k) for k in range(2))
    first.focus()
    book.page.keyboard.press("End")
    at(first, 7)
    at(second, 1)
    second.get_by_text("whole layer").click()
    expect(first).to_have_attribute("data-view", "unit")
    expect(first.get_by_label("one unit")).to_be_checked()
    index = book.run("w = IntSlider(max=6); jslink((p, 'index'), (w, 'value')); w")
    slider = book.output(index).locator(".noUi-handle")
    slider.focus()
    book.page.keyboard.press("ArrowLeft")
    at(first, 6)
    first.focus()
    book.page.keyboard.press("Home")
    expect(book.output(index).locator(".widget-readout")).to_have_text("0")


def test_running_the_cell_again_starts_again(book):
    index = book.run("step_through(small, [0, 1], [1])")
    root = book.output(index).locator(".nnlib")
    root.focus()
    book.page.keyboard.press("End")
    at(root, 14)
    book.command("notebook:run-cell")
    at(root, 1)
    expect(root).to_have_count(1)


def test_bad_input_is_an_error_of_the_cell(book):
    index = book.run("step_through(small, [1])")
    error = book.cells()[index]["outputs"][0]
    assert error["ename"] == "ValueError"
    assert error["evalue"].startswith("x must be")


def test_without_a_kernel_and_after_a_reload(notebook):
    book = notebook(CELLS[:2])
    root = start(book, 1)
    book.kill()
    for step in (2, 3, 4):
        book.page.keyboard.press("ArrowRight")
        at(root, step)
    book.page.keyboard.press("m")
    expect(root.locator("[data-slot=layer]")).to_be_visible()
    assert all(line.startswith("Could not send widget sync message") for line in book.said())
    book.page.keyboard.press("Control+s")
    book.page.wait_for_function("() => !lab.panel().context.model.dirty")
    book.page.reload()
    book.page.wait_for_function(READY, timeout=60_000)
    book.page.evaluate(TOOLS)
    output = book.page.locator(".jp-OutputArea-output").first
    expect(output).to_contain_text(re.compile("Error displaying widget|Stepper\\(", re.I))
    assert book.page.locator(".nnlib").count() == 0
    assert all(
        "model not found" in line.lower() or "widget" in line.lower() for line in book.said()
    )


def test_a_step_is_quick(book):
    for name, cell in (("2-2-1", 1), ("4-4-4-2", 2)):
        root = start(book, cell)
        key = "ArrowRight"
        if cell == 1:  # 14 steps: to and fro, 50 presses
            times = {"dom": [], "paint": []}
            for key in ("ArrowRight", "ArrowLeft") * 2:
                for what, found in book.step_times(root, key, 13).items():
                    times[what] += found
        else:
            times = book.step_times(root, key, 41)
        for what, milliseconds in times.items():
            print(f"{name}, key → {what}: %.1f ms, 95 %% within %.1f ms" % spread(milliseconds))
    lines = "[line for line in open('/proc/self/status') if line.startswith(('VmRSS', 'VmHWM'))]"
    book.run("import os")
    if book.python("os.path.exists('/proc/self/status')"):
        print("kernel:", *(line.strip() for line in book.python(lines)))
