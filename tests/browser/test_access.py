"""Everybody can use it: by keys in reading order, by screen reader, with weak eyes."""

import io

import pytest
from axe_playwright_python.sync_playwright import Axe
from oracles import contrast
from PIL import Image
from playwright.sync_api import expect

CELLS = [
    """
from nnlib import Network
from nnlib.exercises import predict
from nnlib.widgets import hello, step_through
net = Network.from_weights([[[.8, -1.3], [1.2, .7]], [[-1.1, 1.6]]], [[.4, -.3], [.2]])
s = step_through(net, [0, 1], [1])
s""",
    "h = hello()\nh",
    """
q = predict("Which way does $a^{(3)}$ move?", ["up", "down: $z < 0$"], "up",
    {"down: $z < 0$": "The sign of $z$ says nothing."})
q""",
]
PLACES = """root => [...root.querySelectorAll('*')].filter(e =>
    e.checkVisibility({visibilityProperty: true}) && !e.matches('title, desc, option')
    && [...e.childNodes].some(n => n.nodeType === 3 && n.data.trim())).map(e => {
  const range = document.createRange(), css = getComputedStyle(e), svg = e.closest('svg');
  range.selectNodeContents(e);
  const at = root.getBoundingClientRect(), own = svg || e.closest('math');
  const box = (own ? e : range).getBoundingClientRect();
  const middle = (box.top + box.bottom) / 2 - at.top, half = 0.3 * parseFloat(css.fontSize);
  return {text: e.textContent.trim(), colour: svg ? css.fill : css.color,
    box: [box.left - at.left, middle - half, box.right - at.left, middle + half]}; })"""
BARE = "svg text, svg tspan { fill: transparent !important } * { color: transparent !important }"
FOCUS = "() => document.activeElement.getAttribute('data-id')"


@pytest.fixture(scope="module")
def book(open_once):
    return open_once(CELLS)


@pytest.fixture
def root(book):
    """The stepper at its first step, as it was at the start."""
    book.python("s._show(None), s.reset(), s.set_trait('view', 'unit'), s.set_trait('index', 0)")
    card = book.output(0).locator(".nnlib")
    card.scroll_into_view_if_needed()
    yield card
    assert not book.said()


def go(root, step):
    root.locator("[data-track]").fill(str(step))


# reading order


def test_tab_walks_through_the_picture_in_reading_order(book, root):
    go(root, 9)
    root.focus()
    seen = []
    for _ in range(12):
        book.page.keyboard.press("Tab")
        seen.append(book.page.evaluate(FOCUS))
    assert seen == [
        *("a-1-1", "a-1-2"),
        *("b-1-1", "W-1-1-1", "W-1-1-2", "b-1-2", "W-1-2-1", "W-1-2-2"),
        *("b-2-1", "W-2-1-1", "W-2-1-2"),
        "y-1",
    ]


def test_what_has_the_focus_has_a_rim_and_a_name(book, root):
    root.focus()
    for data_id, name in (
        ("a-1-1", "input 1, 0: press to change it"),
        ("a-1-2", "input 2, 1: press to change it"),
        ("b-1-1", "bias into unit 1 of layer 2, 0.4: press to change it"),
        ("W-1-1-1", "weight from unit 1 of layer 1 to unit 1 of layer 2, 0.8: press to change it"),
    ):
        book.page.keyboard.press("Tab")
        button = root.locator(f".nn-picture [data-id={data_id}][tabindex]")
        expect(button).to_have_attribute("aria-label", name)
        expect(button).to_have_css("stroke", "rgb(26, 26, 26)")  # its place may be drawn anew
    book.page.keyboard.press("Enter")
    assert root.get_by_role("textbox", name="weight from unit 1 of layer 1").input_value() == "0.8"


# contrast and names


def states(book):
    """Every card in the states that a student sees, each with its name."""
    stepper = book.output(0).locator(".nnlib")
    stepper.scroll_into_view_if_needed()
    for step in (2, 8, 9, 10, 14):  # z, J, δ, Δ, the last
        for view in ("unit", "layer"):
            book.python(f"s.set_trait('index', {step - 1}), s.set_trait('view', {view!r})")
            stepper.locator(f"[data-slot={view}]").wait_for()
            yield f"step {step}, {view}", stepper
    book.python("s._event({'type': 'press', 'id': 'W-1-1-1'})")
    stepper.locator(".nn-editor input[type=text]").fill("abc")
    stepper.locator("[data-message]").filter(has_text="must be").wait_for()
    yield "a number refused", stepper
    for name, cell in (("hello", 1), ("predict", 2)):
        card = book.output(cell).locator(".nnlib").last
        yield name, card
        if name == "predict":
            card.get_by_text("down").click()
        card.locator("button").click()
        book.idle()
        book.page.wait_for_timeout(200)
        yield f"{name}, pressed", card


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_axe_finds_nothing_in_our_elements(book, root, theme):
    book.theme(theme)
    axe = Axe()
    for name, card in states(book):
        card.evaluate("e => e.setAttribute('data-tried', '')")
        found = axe.run(book.page, context={"include": [["[data-tried]"]]}).response
        card.evaluate("e => e.removeAttribute('data-tried')")
        assert len(found["passes"]) > 8, name
        said = [(v["id"], [n["html"] for n in v["nodes"]]) for v in found["violations"]]
        assert said == [], name
    book.theme("light")


def grounds(card, style):
    """What is painted, as the card's pixels without its texts."""
    sheet = card.page.add_style_tag(content=style)
    pixels = Image.open(io.BytesIO(card.screenshot())).convert("RGB")
    sheet.evaluate("e => e.remove()")
    return pixels


def painted(card):
    """Where texts stand and the picture without them, both of one moment: nothing still moves."""
    for _ in range(20):
        card.evaluate("e => Promise.all(e.getAnimations({subtree: true}).map(a => a.finished))")
        places = card.evaluate(PLACES)
        pixels = grounds(card, BARE)
        if card.evaluate(PLACES) == places:
            return places, pixels
    raise AssertionError("the card never came to rest")


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_every_text_stands_out_from_what_is_painted_under_it(book, root, theme):
    book.theme(theme)
    for name, card in states(book):
        places, pixels = painted(card)
        assert len(places) > 2, name
        for place in places:
            if "(" not in place["colour"]:
                continue
            rgb = [int(float(x)) for x in place["colour"].split("(")[1].strip(")").split(",")[:3]]
            part = pixels.crop([round(x) for x in place["box"]])
            area = part.width * part.height
            for n, ground in part.getcolors(area) if area else ():
                if n > 0.25 * area:  # not the edge that passes, nor what is rounded
                    assert contrast(rgb, ground) >= 4.5, (name, place, ground)
    book.theme("light")


# motion, zoom, slides


def test_without_motion_nothing_moves(book, root):
    book.page.emulate_media(reduced_motion="reduce")
    go(root, 9)
    root.locator(".nn-picture [data-id=W-2-1-1][tabindex]").dispatch_event("click")
    root.locator(".nn-editor").wait_for()
    times = root.evaluate(
        """root => [...root.querySelectorAll('*')].map(e => getComputedStyle(e)).filter(c =>
            c.animationName !== 'none' || parseFloat(c.transitionDuration) > 0).length"""
    )
    assert times == 0
    book.page.emulate_media(reduced_motion="no-preference")


def fits(root):
    """What sticks out of the card at the right."""
    return root.evaluate(
        """root => { const right = root.getBoundingClientRect().right + 1;
          return [...root.querySelectorAll('button, input, select, p, .nn-right, .nn-code')]
            .filter(e => e.checkVisibility() && e.getBoundingClientRect().right > right)
            .map(e => e.outerHTML); }"""
    )


@pytest.mark.parametrize("size", [(640, 400), (512, 384)])
def test_at_200_per_cent_everything_is_there_and_works(book, root, size):
    book.size(*size, file_browser=False)
    go(root, 11)
    assert fits(root) == []
    button = root.locator("[data-go=next]")
    button.scroll_into_view_if_needed()
    button.click()
    expect(root.locator("[data-count]")).to_have_text("12")
    root.locator(".nn-picture [data-id=W-1-2-1] .nn-chip").click()
    field = root.locator(".nn-editor input[type=text]")
    field.fill("2")
    book.becomes("float(s.net.W[1][1, 0])", 2.0)
    assert fits(root) == []
    book.screenshot(f"zoom-{size[0]}")
    book.size(1280, 800)


def test_as_slides_larger_and_pressed_where_it_is_seen(book, root):
    book.size(1024, 768, file_browser=False)
    before = root.locator(".nn-card").bounding_box()
    book.page.evaluate("""() => { document.body.dataset.jpDeckMode = 'presenting';
        document.querySelector('.jp-NotebookPanel').classList.add('jp-Deck'); }""")
    overlay = book.page.locator(".jp-OutputArea-promptOverlay").first
    assert overlay.evaluate("e => getComputedStyle(e).display") == "none"
    size = root.locator(".nn-line").first.evaluate("e => e.getBoundingClientRect().height")
    assert size == pytest.approx(1.13 * 17.5, abs=0.1)
    assert before["width"] > 837
    root.locator(".nn-timeline").scroll_into_view_if_needed()
    for k in (6, 13, 0):
        box = root.locator(f"[data-cell='{k}']").bounding_box()
        book.page.mouse.click(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
        expect(root.locator("[data-count]")).to_have_text(str(k + 1))
    root.locator(".nn-picture [data-id=W-1-1-1] .nn-chip").click()
    assert root.get_by_role("textbox", name="weight from unit 1 of layer 1").input_value() == "0.8"
    book.run("""
from nnlib.widgets.picture import Picture
seen = []
svg = '<svg viewBox="0 0 400 200" width="400" data-plane><rect width="400" height="200"/></svg>'
plane = Picture(frames=[{"picture": svg}])
plane.on_event(lambda event: seen.append((event["type"], round(event["x"]), round(event["y"]))))
plane""")
    box = book.page.locator("svg[data-plane]").bounding_box()
    assert box["width"] == pytest.approx(1.13 * 400, abs=0.5)
    book.page.mouse.move(box["x"] + box["width"] / 4, box["y"] + box["height"] / 2)
    book.page.mouse.down()
    book.page.mouse.move(box["x"] + box["width"] / 2, box["y"] + box["height"] / 4)
    book.page.mouse.up()
    book.becomes("(seen[0], seen[-1])", (("press", 100, 100), ("drop", 200, 50)))
    book.page.evaluate("""() => { delete document.body.dataset.jpDeckMode;
        document.querySelector('.jp-NotebookPanel').classList.remove('jp-Deck'); }""")
    book.size(1280, 800)
