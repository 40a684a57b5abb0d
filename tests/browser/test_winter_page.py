"""`lift` and `time_line` in a real JupyterLab: by mouse, finger and keys, with bad input."""

import pytest
from playwright.sync_api import expect

CELLS = [
    "from nnlib import XOR, Perceptron\nfrom nnlib.svg import history\n"
    "from nnlib.widgets import lift, time_line\n"
    "unit = Perceptron(3)\nunit.w, unit.b = [1, 1, -2], -0.5"
]


@pytest.fixture(scope="module")
def book(open_once):
    return open_once(CELLS, has_touch=True)


def shown(book, source):
    i = book.run(f"it = {source}; it")
    found = book.output(i).locator(".nnlib")
    found.wait_for()
    found.evaluate("e => e.scrollIntoView({block: 'center'})")
    return found


def test_the_cloud_turns_by_mouse_keys_and_sliders_and_comes_back(book):
    card = shown(book, "lift(XOR(), unit)")
    box = card.locator("[data-id=cloud]").bounding_box()
    x, y = box["x"] + box["width"] / 2, box["y"] + box["height"] / 2
    book.page.mouse.move(x, y)
    book.page.mouse.down()
    book.page.mouse.move(x - 60, y + 40, steps=5)
    book.page.mouse.up()
    book.becomes("it.turn > 0 and it.tilt > 40", True)
    card.get_by_role("button", name="Reset").click()
    book.becomes("(it.turn, it.tilt)", (-28, 26))
    card.locator("[data-id=cloud]").focus()
    for key, wanted in (("ArrowRight", (-23, 26)), ("ArrowUp", (-23, 31))):
        book.page.keyboard.press(key)
        book.becomes("(it.turn, it.tilt)", wanted)
    expect(card.locator("[data-id=cloud]")).to_be_focused()
    field = card.locator("input[type=text][data-id=tilt]")
    field.fill("90")
    expect(card.locator("[data-slot=said]")).to_contain_text("a curve")
    field.fill("400")
    expect(card.locator("[data-message]")).to_contain_text("from 0 to 90")
    book.becomes("it.tilt", 90)
    assert not book.said()


def test_a_dot_opens_its_event_without_a_kernel(book):
    card = shown(book, "time_line(history())")
    card.get_by_role("button", name="1969: Minsky and Papert: Perceptrons").click()
    told = card.locator("[data-slot=told]")
    expect(told).to_contain_text("nets of 1943 can")
    book.becomes("it.event.year", 1969)
    book.page.keyboard.press("ArrowRight")
    expect(told).to_contain_text("1970: Linnainmaa")
    expect(card.get_by_role("button", name="1970: ")).to_be_focused()
    book.page.keyboard.press("End")
    expect(told).to_contain_text("2024: The Nobel Prize")
    card.get_by_role("button", name="Reset").click()
    expect(told).to_contain_text("1943: McCulloch and Pitts")
    assert not book.said()


def test_a_finger_turns_the_cloud_and_opens_a_dot(book):
    card = shown(book, "lift(XOR(), unit)")
    box = card.locator("[data-id=cloud]").bounding_box()
    x, y = box["x"] + box["width"] / 2, box["y"] + box["height"] / 2
    book.finger(*((x - 15 * k, y + 10 * k) for k in range(5)))
    book.becomes("it.turn > 0 and it.tilt > 40", True)
    card = shown(book, "time_line(history())")
    card.get_by_role("button", name="1958: ").tap()
    expect(card.locator("[data-slot=told]")).to_contain_text("1958: ")
    book.becomes("it.event.year", 1958)
    assert not book.said()


@pytest.mark.parametrize("source", ["lift(XOR(), unit)", "time_line(history())"])
@pytest.mark.parametrize(("theme", "size"), [("light", (1024, 768)), ("dark", (1280, 800))])
def test_it_fits_in_both_themes(book, source, theme, size):
    book.theme(theme)
    book.size(*size)
    card = shown(book, source)
    assert card.evaluate("e => e.scrollWidth - e.clientWidth") <= 0
    book.screenshot(f"{source.split('(')[0]}-{theme}", card)
    book.theme("light")
