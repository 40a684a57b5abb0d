"""`learn_step_by_step` in a real JupyterLab: keys, mouse, touch, bad input, themes, widths."""

import re

import pytest
from playwright.sync_api import expect

CELLS = [
    "from nnlib import Dataset, Perceptron\nfrom nnlib.widgets import learn_step_by_step",
    "X = [(1.4, -0.2), (-2.3, -1.2), (1.3, 1.7), (0, -1.1), (-2.3, 0.4), (-1.6, 1.3)]\n"
    "data = Dataset(X + [(-0.5, 1), (-1.2, -1.4)], [0, 0, 1, 0, 0, 1, 1, 0], '8 samples')\n"
    "learner = learn_step_by_step(Perceptron(2), data, bound=True)\nlearner",
]
PLACES = "[[round(v, 1) for v in x] for x in learner.data.X.tolist()]"


@pytest.fixture(scope="module")
def book(open_once):
    return open_once(CELLS)


@pytest.fixture
def card(book):
    """The card, at its start."""
    found = book.output(1).locator(".nnlib.nn-board")
    book.python("learner.reset()")
    expect(found.locator(".nn-visit-head")).to_contain_text("Epoch 1, visit 1 of 8")
    book.becomes("any('late' in frame for frame in learner.frames)", False)
    return found


def shows(card, epoch, visit):
    expect(card.locator(".nn-visit-head")).to_contain_text(f"Epoch {epoch}, visit {visit} of")


def spot(card, x, y):
    """Where a point of the plane lies on the screen."""
    box = card.locator("svg[data-plane]").bounding_box()
    scale = box["width"] / 392
    return (
        box["x"] + (29 + (x + 3.2) / 6.4 * 336) * scale,
        box["y"] + (20 + (3.2 - y) / 6.4 * 336) * scale,
    )


def test_keys_walk_over_visits_and_epochs(book, card):
    card.focus()
    press = book.page.keyboard.press
    for name, epoch, visit in (
        ("ArrowRight", 1, 2),
        ("ArrowRight", 1, 3),
        ("ArrowLeft", 1, 2),
        ("PageDown", 2, 1),
        ("ArrowDown", 3, 1),
        ("ArrowUp", 2, 1),
        ("End", 5, 8),
    ):
        press(name)
        shows(card, epoch, visit)
    expect(card.locator("[data-slot=said] .nn-reached")).to_contain_text(
        "An epoch without a mistake: done"
    )
    book.becomes("learner.perceptron.w.round(9).tolist()", [0.6, 4.8])
    before = [cell["source"] for cell in book.cells()]
    for name in "d d 0 0 m x a b".split():
        press(name)
    assert [cell["source"] for cell in book.cells()] == before


def test_buttons_and_squares(book, card):
    card.get_by_role("button", name="Visit", exact=True).click()
    shows(card, 1, 2)
    card.get_by_role("button", name="Epoch").click()
    shows(card, 2, 1)
    card.locator("[data-go='13']").click()
    shows(card, 2, 6)
    expect(card.locator("[data-go='13']")).to_have_class(re.compile("now"))
    expect(card.locator("[data-slot=said]")).to_contain_text(
        "Wrong in the whole plane: 3 before, 1 now"
    )
    card.get_by_role("button", name="Play").click()
    shows(card, 2, 8)
    card.get_by_role("button", name="To the first visit").click()
    shows(card, 1, 1)


def test_steps_need_no_kernel(book, card):
    book.busy(4)
    card.locator("[data-go='13']").click()
    shows(card, 2, 6)
    book.page.keyboard.press("PageDown")
    shows(card, 3, 1)
    book.idle()


def test_the_mouse_drags_and_adds(book, card):
    mouse = book.page.mouse
    mouse.move(*spot(card, -1.6, 1.3))
    mouse.down()
    mouse.move(*spot(card, -1, 2), steps=4)
    mouse.move(*spot(card, 2, -2), steps=4)
    mouse.up()
    book.becomes(f"{PLACES}[5]", [2.0, -2.0])
    expect(card.locator(".nn-bound")).to_contain_text("mistakes")
    card.get_by_role("button", name="● class 0").click()
    mouse.click(*spot(card, 1, 3))
    book.becomes(f"{PLACES}[8:]", [[1.0, 3.0]])
    book.becomes("int(learner.data.y[8, 0])", 0)
    card.get_by_role("button", name="Remove").click()
    book.becomes("len(learner.data)", 8)
    card.get_by_role("button", name="Remove").click()
    expect(card.locator("[data-message]")).to_contain_text("Press a sample first")
    card.get_by_role("button", name="Reset").click()
    book.becomes(f"{PLACES}[5]", [-1.6, 1.3])
    expect(card.locator("[data-message]")).to_be_hidden()


def test_escape_gives_a_drag_up(book, card):
    mouse = book.page.mouse
    mouse.move(*spot(card, -1.6, 1.3))
    mouse.down()
    mouse.move(*spot(card, 2, 2), steps=3)
    book.becomes(f"{PLACES}[5]", [2.0, 2.0])
    book.page.keyboard.press("Escape")
    book.becomes(f"{PLACES}[5]", [-1.6, 1.3])
    mouse.up()


def test_keys_move_add_and_remove(book, card):
    press = book.page.keyboard.press
    card.locator("[data-id=s-1]").focus()
    press("ArrowUp")
    press("Shift+ArrowLeft")
    book.becomes(f"{PLACES}[0]", [0.4, -0.1])
    expect(card.locator("[data-id=s-1]")).to_be_focused()
    press("1")
    book.becomes("int(learner.data.y[0, 0])", 1)
    press("Delete")
    book.becomes("len(learner.data)", 7)
    press("n")
    book.becomes(f"{PLACES}[7:]", [[0.0, 0.0]])
    expect(card.locator("[data-id=s-8]")).to_be_focused()
    press("ArrowRight")
    book.becomes(f"{PLACES}[7]", [0.1, 0.0])


def test_alpha_by_slider_and_field_and_other_samples(book, card):
    slider = card.locator("input[type=range][data-id=alpha]")
    slider.focus()
    book.page.keyboard.press("ArrowLeft")
    book.becomes("round(learner.alpha, 3)", 0.9)
    field = card.locator("input[type=text][data-id=alpha]")
    expect(field).to_have_value("0.9")
    field.fill("none")
    field.press("Enter")
    expect(card.locator("[data-message]")).to_contain_text("α must be a number from 0.01 to 100")
    field.fill("0.5")
    field.press("Enter")
    book.becomes("learner.alpha", 0.5)
    expect(card.locator("[data-message]")).to_be_hidden()
    card.get_by_role("combobox").select_option("XOR")
    book.becomes("learner.data.name", "XOR")
    card.focus()
    book.page.keyboard.press("End")
    expect(card.locator("[data-slot=said] .nn-caution")).to_contain_text(
        "it will go round for ever"
    )
    expect(card.locator(".nn-bound")).to_contain_text("no line separates these samples")


def test_a_finger_drags_and_adds(chromium, lab):
    from lab import Notebook

    book = Notebook(chromium, lab, CELLS, has_touch=True)
    card = book.output(1).locator(".nnlib.nn-board")
    shows(card, 1, 1)
    places = (-2.3, 0.4), (-1, 1), (1, 1), (2, 0.5)
    book.finger(*(spot(card, *place) for place in places))
    book.becomes(f"{PLACES}[4]", [2.0, 0.5])
    book.page.touchscreen.tap(*spot(card, -3, 3))
    book.becomes(f"{PLACES}[8:]", [[-3.0, 3.0]])
    book.page.touchscreen.tap(*spot(card, 1.4, -0.2))
    card.get_by_role("button", name="Remove").tap()
    book.becomes("len(learner.data)", 8)
    assert book.close() == []


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_it_fits_every_width_in_both_themes(book, card, theme):
    book.theme(theme)
    for width, height, browser, least in (
        (1280, 800, True, 840),
        (1280, 800, False, 960),
        (1024, 768, True, 580),
    ):
        book.size(width, height, file_browser=browser)
        card.locator("[data-go='13']").click()
        shows(card, 2, 6)
        box = card.bounding_box()
        assert box["width"] >= least and (width == 1024 or box["height"] <= 560)
        assert (
            card.evaluate(
                """e => [...e.querySelectorAll('*')].filter(one => one.clientWidth &&
              one.scrollWidth > one.clientWidth + 1 && !one.closest('svg')).length"""
            )
            == 0
        )
        small = card.evaluate(
            """e => Math.min(...[...e.querySelectorAll('svg[data-plane] text.nn-num')].map(one =>
              parseFloat(one.getAttribute('font-size')) * one.getScreenCTM().a))"""
        )
        assert small >= 10.95
        book.screenshot(f"visits-{theme}-{width}-{browser}", book.output(1))
    book.size(1280, 800)
    book.theme("light")
