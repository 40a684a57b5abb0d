"""`separate` in a real JupyterLab: the line by mouse, finger, keys and fields."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import expect

CELLS = ["from nnlib import AND, XOR\nfrom nnlib.widgets import separate"]
FINDS = (Path(__file__).parent / "board.js").read_text(encoding="utf-8")
WALK = "[it.move(7 * k % 360, (11 * k % 39 - 19) / 20) for k in range(300)]; it.move(58, -0.28)"


@pytest.fixture(scope="module")
def book(open_once):
    return open_once(CELLS)


@pytest.fixture
def card(book):
    i = book.run("it = separate(XOR()); it")
    found = book.output(i).locator(".nnlib")
    found.wait_for()
    found.evaluate("e => e.scrollIntoView({block: 'center'})")
    yield found
    assert not book.said()


def line(book):
    return book.python("(round(it.angle, 1), round(it.offset, 2))")


def middle(thing):
    box = thing.bounding_box()
    return box["x"] + box["width"] / 2, box["y"] + box["height"] / 2


def drag(book, start, *way):
    book.page.mouse.move(*start)
    book.page.mouse.down()
    for at in way:
        book.page.mouse.move(*at, steps=6)
    book.page.wait_for_timeout(60)
    book.page.mouse.up()


def grip(card, data_id):
    return card.locator(f"[data-id={data_id}]")


def test_a_handle_by_mouse(book, card):
    before, x, y = line(book), *middle(grip(card, "handle-1").locator(".nn-handle"))
    still = middle(grip(card, "handle-2").locator(".nn-handle"))
    drag(book, (x, y), (x + 30, y + 60))
    book.becomes("it.angle != 100", True)
    expect(grip(card, "handle-1")).to_be_focused()
    assert middle(grip(card, "handle-1").locator(".nn-handle")) == pytest.approx(
        (x + 30, y + 60), abs=1.5
    )
    assert middle(grip(card, "handle-2").locator(".nn-handle")) == pytest.approx(still, abs=1.5)
    assert line(book) != before
    assert book.python("(it.net(XOR().X) != XOR().y).sum() == it.mistakes and len(it.tried) >= 1")
    expect(card.locator(".nn-line-facts > div b").first).to_contain_text(
        str(book.python("it.mistakes"))
    )


def test_the_line_by_mouse_goes_parallel_and_escape_gives_it_back(book, card):
    (x1, y1), (x2, y2) = (middle(grip(card, f"handle-{k}").locator(".nn-handle")) for k in (1, 2))
    start = x1 + 0.3 * (x2 - x1), y1 + 0.3 * (y2 - y1)
    drag(book, start, (start[0], start[1] + 50))
    book.becomes("it.offset < -0.05", True)
    assert line(book)[0] == 100
    after = line(book)
    (x1, y1), (x2, y2) = (middle(grip(card, f"handle-{k}").locator(".nn-handle")) for k in (1, 2))
    book.page.mouse.move(x1 + 0.3 * (x2 - x1), y1 + 0.3 * (y2 - y1))
    book.page.mouse.down()
    book.page.mouse.move(x1, y1 - 60, steps=4)
    book.becomes(f"it.offset != {after[1]}", True)
    book.page.keyboard.press("Escape")
    book.page.mouse.up()
    book.becomes("(round(it.angle, 1), round(it.offset, 2))", after)


def test_on_the_map_by_mouse(book, card):
    box = grip(card, "map").bounding_box()
    at = lambda angle, offset: (  # noqa: E731
        box["x"] + box["width"] * angle / 360,
        box["y"] + box["height"] * (1 - offset) / 2,
    )
    drag(book, at(180, 0.5), at(225, -0.5))
    book.becomes("abs(it.angle - 225) < 1 and abs(it.offset + 0.5) < 0.02", True)
    expect(card.locator("[data-slot=heading]")).to_contain_text(re.compile(r"Tried [3-9] of 14"))
    assert grip(card, "map").count() == 1
    assert card.locator(".nn-tiles").count() >= 2
    drag(book, middle(grip(card, "map-line")), at(10, 0.9))
    book.becomes("abs(it.angle - 10) < 1 and abs(it.offset - 0.9) < 0.02", True)
    expect(grip(card, "map-line")).to_be_focused()


def test_by_keyboard_alone(book, card):
    before = [cell["source"] for cell in book.cells()]
    card.focus()
    for key, wanted in (
        ("ArrowRight", (102, 0.1)),
        ("ArrowUp", (102, 0.12)),
        ("Shift+ArrowLeft", (82, 0.12)),
        ("Shift+ArrowDown", (82, -0.08)),
        ("s", (262, 0.08)),
    ):
        book.page.keyboard.press(key)
        book.becomes("(round(it.angle, 1), round(it.offset, 2))", wanted)
    grip(card, "handle-2").focus()
    book.page.keyboard.press("ArrowRight")
    book.becomes("(round(it.angle, 1), round(it.offset, 2))", (264, 0.08))
    expect(grip(card, "handle-2")).to_be_focused()
    grip(card, "show").focus()
    book.page.keyboard.press("Enter")
    expect(card.locator(".nn-said").first).to_contain_text("0 is nowhere")
    expect(grip(card, "show")).to_be_focused()
    for key in "d d 0 0 m x a b".split():
        book.page.keyboard.press(key)
    assert [cell["source"] for cell in book.cells()] == before


def test_sliders_and_fields(book, card):
    angle = card.locator("input[type=range][data-id=angle]")
    field = card.locator("input[type=text][data-id=angle]")
    angle.focus()
    book.page.keyboard.press("ArrowRight")  # the slider's own step, not the card's
    book.becomes("it.angle", 101.0)
    assert field.input_value() == "101"
    card.locator("input[type=range][data-id=offset]").focus()
    book.page.keyboard.press("ArrowLeft")
    book.becomes("(it.angle, round(it.offset, 2))", (101.0, 0.09))
    field.fill("45")
    field.press("Enter")
    book.becomes("it.angle", 45.0)
    assert angle.input_value() == "45"
    field.press("ArrowLeft")  # moves the caret
    assert line(book) == (45, 0.09)
    grip(card, "reset").click()
    book.becomes("it.angle", 100.0)
    expect(field).to_have_value("100")
    expect(angle).to_have_value("100")


@pytest.mark.parametrize("text", ["abc", "2", ""])
def test_what_is_no_offset_is_told(book, card, text):
    plane = card.locator("[data-slot=plane]").inner_html()
    field = card.locator("input[type=text][data-id=offset]")
    field.fill(text)
    field.press("Enter")
    message = card.locator("[data-message]")
    expect(message).to_contain_text("The offset must be a number from −1 to 1")
    assert "Error" not in message.inner_text()
    assert card.locator("[data-slot=plane]").inner_html() == plane
    field.fill("0.5")
    book.becomes("it.offset", 0.5)
    expect(message).to_be_hidden()


def test_handles_at_one_place_are_told(book, card):
    one, two = (middle(grip(card, f"handle-{k}").locator(".nn-handle")) for k in (1, 2))
    book.page.mouse.move(*one)
    book.page.mouse.down()
    book.page.mouse.move(*two, steps=8)
    expect(card.locator("[data-message]")).to_contain_text("Both handles lie at one place")
    book.page.mouse.move(two[0] + 40, two[1] - 80, steps=8)
    book.page.mouse.up()
    expect(card.locator("[data-message]")).to_be_hidden()
    book.becomes("it.angle != 100", True)


def test_buttons_stills_and_reset(book, card):
    grip(card, "swap").click()
    book.becomes("(it.angle, it.offset)", (280.0, -0.1))
    grip(card, "problem-and").click()
    expect(card.get_by_role("heading", name="Separate AND with one line")).to_be_visible()
    expect(grip(card, "problem-and")).to_have_attribute("aria-pressed", "true")
    expect(grip(card, "problem-and")).to_be_focused()
    book.run("it.move(45, 0.4)")
    expect(card.locator(".nn-said.nn-reached")).to_contain_text("Separated")
    grip(card, "home").click()
    expect(card.get_by_role("heading", name="Separate XOR with one line")).to_be_visible()
    grip(card, "clear").click()
    expect(card.locator("[data-slot=heading]")).to_contain_text("Tried 1 of 14")
    grip(card, "reset").click()
    fresh = "separate(XOR())"
    book.becomes(f"it.frames[0]['plane'] == {fresh}.frames[0]['plane']", True)
    assert book.python("(it.angle, it.offset, len(it.tried))") == (100.0, 0.1, 1)


def test_the_next_cell_gets_a_network(book, card):
    i = book.run("print(it.net.W[1], it.net.b[1], it.net(XOR().X).ravel())")
    expect(book.output(i)).to_contain_text("[[-0.17364818  0.98480775]]")
    assert book.python("it.net.g[2].name") == "step"


def test_by_finger(notebook):
    book = notebook([*CELLS, "it = separate(XOR())\nit"], has_touch=True)
    card = book.output(1).locator(".nnlib")
    card.scroll_into_view_if_needed()
    x, y = middle(grip(card, "handle-1").locator(".nn-handle"))
    book.finger(*((x, y + 10 * k) for k in range(6)))
    book.becomes("it.angle != 100", True)
    grip(card, "swap").tap()
    grip(card, "problem-or").tap()
    expect(card.get_by_role("heading", name="Separate OR with one line")).to_be_visible()
    box = grip(card, "map").bounding_box()
    book.finger((box["x"] + box["width"] / 2, box["y"] + box["height"] / 4))
    book.becomes("abs(it.angle - 180) < 2 and abs(it.offset - 0.5) < 0.02", True)


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_nothing_is_cut_too_small_or_covered(book, card, theme):
    book.theme(theme)
    book.run(WALK)
    for width, height in ((1280, 800), (1024, 768)):
        for browser in (True, False):
            book.size(width, height, file_browser=browser)
            card.scroll_into_view_if_needed()
            wide = round(card.bounding_box()["width"])
            book.screenshot(f"separate-{theme}-{wide}", card)
            assert card.evaluate(FINDS) == [], wide
            assert card.evaluate("e => e.scrollWidth - e.clientWidth") <= 0
            assert wide < 840 or card.bounding_box()["height"] <= 560, wide
    grip(card, "problem-and").click()
    expect(card.get_by_role("heading", name="Separate AND")).to_be_visible()
    for width, browser in ((1024, True), (1024, False), (1280, True)):
        book.size(width, 800, file_browser=browser)
        assert card.evaluate(FINDS) == []
        wide = card.bounding_box()["width"]
        assert wide < 840 or card.bounding_box()["height"] <= 560
    book.size(1280, 800)
    book.theme("light")
