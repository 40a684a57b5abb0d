"""`pad` in a real JupyterLab: mouse, finger, keys, teaching, an empty paper, both themes."""

import pytest
from playwright.sync_api import expect

CELLS = [
    "from nnlib import Perceptron, cards\nfrom nnlib.widgets import pad",
    "paper = pad(Perceptron(64), cards(20), names=('left', 'right'))\npaper",
]
INK = "[int(k) for k in paper.x.nonzero()[0]]"


@pytest.fixture(scope="module")
def book(open_once):
    return open_once(CELLS, has_touch=True)


@pytest.fixture
def card(book):
    """The card, at its start."""
    book.python("paper.reset()")
    book.page.wait_for_timeout(150)  # its picture replaces one that may say the same
    found = book.output(1).locator(".nnlib.nn-board")
    expect(found.locator("[data-slot=said]")).to_contain_text("Draw with mouse or finger")
    return found


def spot(card, i, j):
    """The middle of a square on the screen."""
    box = card.locator("[data-slot=paper]").bounding_box()  # the picture in it changes
    cell = box["width"] / (258 / 32)
    return box["x"] + (j + 0.53) * cell, box["y"] + (i + 0.53) * cell


def test_the_mouse_draws_and_the_perceptron_learns(book, card):
    mouse = book.page.mouse
    mouse.move(*spot(card, 1, 6))
    mouse.down()
    mouse.move(*spot(card, 6, 6), steps=6)
    mouse.up()
    book.becomes("[float(v) for v in paper.x.reshape(8, 8)[1:7, 6]]", [1.0] * 6)
    card.get_by_role("button", name="right", exact=True).click()
    expect(card.locator("[data-slot=said]")).to_contain_text("the picture is added")
    expect(card.locator("[data-slot=answer]")).to_contain_text("1: right")
    book.becomes("bool((paper.perceptron.w == paper.x).all())", True)
    card.get_by_role("button", name="Move the picture to the left").click()
    book.becomes("float(paper.x.reshape(8, 8)[3, 5])", 1.0)
    card.get_by_role("button", name="10 cards").click()
    expect(card.locator("[data-slot=answer]")).to_contain_text("pictures taught here: 11")
    card.get_by_role("button", name="Reset").click()
    book.becomes(INK, [])


def test_an_empty_paper_is_said(book, card):
    card.get_by_role("button", name="left", exact=True).click()
    expect(card.locator("[data-message]")).to_contain_text("The paper is empty")
    card.get_by_role("button", name="Next card").click()
    expect(card.locator("[data-message]")).to_be_hidden()
    expect(card.locator("[data-slot=said]")).to_contain_text("Card 1.")


def test_keys_draw_and_stay_on_the_paper(book, card):
    press = book.page.keyboard.press
    card.locator("[data-id=cursor]").focus()
    for name, place in (("ArrowRight", (0, 1)), ("ArrowDown", (1, 1))):
        press(name)
        book.becomes("paper._cursor", place)  # the kernel may take two keys at once out of turn
    press("Space")
    book.becomes(INK, [9])
    expect(card.locator("[data-id=cursor]")).to_be_focused()
    press("ArrowDown")
    book.becomes("paper._cursor", (2, 1))
    press("Enter")
    book.becomes(INK, [9, 17])
    press("Delete")
    book.becomes(INK, [9])


def test_a_finger_draws_and_scrolls_nothing(book, card):
    before = card.bounding_box()["y"]
    book.finger(*(spot(card, 2, j) for j in (1, 2, 3, 4)))
    book.becomes("[float(v) for v in paper.x.reshape(8, 8)[2, 1:5]]", [1.0] * 4)
    assert card.bounding_box()["y"] == before


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_it_fits_every_width_in_both_themes(book, card, theme):
    book.theme(theme)
    card.get_by_role("button", name="10 cards").click()
    for width, height, browser in ((1280, 800, True), (1280, 800, False), (1024, 768, True)):
        book.size(width, height, file_browser=browser)
        assert card.bounding_box()["height"] <= (560 if width == 1280 else 640)
        assert card.evaluate("e => e.scrollWidth - e.clientWidth") <= 0
        book.screenshot(f"pad-{theme}-{width}-{browser}", book.output(1))
    book.size(1280, 800)
    book.theme("light")
