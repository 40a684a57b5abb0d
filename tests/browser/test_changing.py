"""Changing a pass in the stepper, in the real browser: by mouse, by keys, with silly values."""

import distance
import pytest
from conftest import opener
from playwright.sync_api import expect

SETUP = """
from nnlib import Network
from nnlib.numerals import numeral
from nnlib.widgets import step_through
net = Network.from_weights([[[.8, -1.3], [1.2, .7]], [[-1.1, 1.6]]], [[.4, -.3], [.2]])
"""
MOVING = "(e, v) => { e.value = v; e.dispatchEvent(new Event('input', {bubbles: true})); }"
MOVED = MOVING.replace("input", "change")
ROUND_TRIP = 0.15  # s that the line to the far page adds, half of it each way
TRAFFIC = """() => { const t = window.traffic = {sent: 0, open: 0, most: 0};
  lab.kernel().anyMessage.connect((_, {msg, direction}) => {
    const {method, content} = msg.content?.data ?? {};
    if (method !== 'custom' || content.frames || content.type === 'taken') return;
    if (direction === 'send') t.sent += 1;
    t.open += direction === 'send' ? 1 : -1;
    t.most = Math.max(t.most, t.open);
  }); }"""
# Where the picture is behind the step in view, each step is looked at without the kernel.
STEPS = """root => { const seen = [];
  root.querySelector('[data-go=first]').click();
  for (let k = 0; k < root.querySelector('[data-track]').max; k += 1) {
    seen.push(root.querySelector('[data-slot=unit]').innerHTML);
    root.querySelector('[data-go=next]').click();
  }
  return seen; }"""


@pytest.fixture(scope="module")
def page(open_once):
    return open_once([SETUP])


@pytest.fixture
def stepper(page):
    i = page.run("stepper = step_through(net, x=[0, 1], y=[1]); stepper")
    card = page.output(i).locator(".nnlib")
    card.wait_for()
    yield card
    assert not page.said()


def words(card, slot):
    return card.locator(f"[data-slot={slot}]").inner_text()


def place(card):
    """Where the card and its controls stand, relative to the card, px."""
    return card.evaluate(
        """e => [e, ...e.querySelectorAll('.nn-right, .nn-code, button[data-go]')].map(x => {
          const r = x.getBoundingClientRect(), o = e.getBoundingClientRect();
          return [r.x - o.x, r.y - o.y, r.width, r.height].map(Math.round); })"""
    )


def test_a_weight_by_mouse_and_slider(page, stepper):
    page.python("stepper.set_trait('index', 10)")
    stepper.locator("[data-count]").filter(has_text="11").wait_for()
    before = place(stepper)
    stepper.locator("svg.nn-picture [data-id=W-2-1-1][tabindex]").dispatch_event("click")
    field = stepper.locator(".nn-editor input[type=text]")
    field.wait_for()
    assert field.input_value() == "-1.1"
    stepper.locator(".nn-editor input[type=range]").fill("2")
    page.becomes("float(stepper.net.W[2][0, 0])", 2.0)
    assert field.input_value() == "2"
    delta = page.python("numeral(stepper.steps[10].value)")
    stepper.locator("[data-slot=unit] .nn-answer").filter(has_text=delta).wait_for()
    page.screenshot("changing", stepper)
    assert stepper.locator("[data-count]").inner_text() == "11"
    assert place(stepper) == before
    assert page.python("float(net.W[2][0, 0])") == -1.1
    stepper.locator(".nn-reset").click()
    page.becomes("float(stepper.net.W[2][0, 0])", -1.1)


def test_every_later_step_follows(page, stepper):
    stepper.locator("svg.nn-picture [data-id=a-1-1] .nn-unit").dispatch_event("click")
    field = stepper.locator(".nn-editor input[type=text]")
    field.fill("1")
    field.press("Enter")
    page.becomes("stepper.x.tolist()", [1.0, 1.0])
    field.press("Escape")
    stepper.locator(".nn-editor").wait_for(state="detached")
    fresh = "[f['unit'] for f in step_through(net, [1, 1], [1]).frames]"
    page.becomes(f"[f['unit'] for f in stepper.frames] == {fresh}", True)
    stepper.press("End")
    last = page.python("step_through(net, [1, 1], [1]).steps[-1].value.tolist()")
    assert stepper.locator(".nn-changed").count() == 1
    assert page.python(f"numeral({last[0]})") in words(stepper, "unit")


def test_by_keyboard_alone(page, stepper):
    edge = stepper.locator("svg.nn-picture [data-id=W-1-1-1][tabindex]")
    edge.focus()
    edge.press("Enter")
    slider = stepper.locator(".nn-editor input[type=range]")
    slider.wait_for()
    assert slider.evaluate("e => document.activeElement === e")
    slider.press("End")
    page.becomes("float(stepper.net.W[1][0, 0])", 3.0)
    slider.press("Escape")
    stepper.locator(".nn-editor").wait_for(state="detached")
    expect(edge).to_be_focused()  # Tab goes on to the next number from here
    page.python("stepper.set_trait('index', 1)")
    stepper.locator("[data-count]").filter(has_text="2").wait_for()
    page.page.keyboard.press("m")
    stepper.locator("[data-slot=layer] mrow[data-id=b-1]").focus()
    page.page.keyboard.press("ArrowRight")  # that term is not in the next step: to the card
    stepper.locator("[data-count]").filter(has_text="3").wait_for()
    expect(stepper).to_be_focused()
    page.page.keyboard.press("m")
    assert len(page.cells()) > 1


@pytest.mark.parametrize("text", ["abc", "1e999", "", "inf", "nan", "1 2"])
def test_what_is_no_number_is_told(page, stepper, text):
    picture = stepper.locator("svg.nn-picture")
    picture.locator("[data-id=b-2-1][tabindex]").dispatch_event("click")
    field = stepper.locator(".nn-editor input[type=text]")
    field.wait_for()
    drawn = picture.inner_html()
    field.fill(text)
    field.press("Enter")
    line = stepper.locator("[data-message]")
    line.filter(has_text="The bias must be a").wait_for()
    assert "Error" not in line.inner_text()
    assert picture.inner_html() == drawn
    field.fill("0.5")
    page.becomes("float(stepper.net.b[2][0])", 0.5)
    line.wait_for(state="hidden")


def test_g_and_loss(page, stepper):
    stepper.locator("select[data-id=g]").select_option("tanh")
    page.becomes("stepper.net.g[2].name", "tanh")
    drawn = stepper.locator("svg.nn-picture").inner_html()
    for _ in range(2):  # refused again, it says so again
        stepper.locator("select[data-id=g]").select_option("step")
        stepper.locator("[data-message]").filter(has_text="slope is 0").wait_for()
        expect(stepper.locator("select[data-id=g]")).to_have_value("tanh")
        assert stepper.locator("svg.nn-picture").inner_html() == drawn
    stepper.locator("select[data-id=loss]").select_option("half_squared_error")
    page.becomes("stepper.loss.name", "half_squared_error")
    expect(stepper.locator("[data-message]")).to_be_hidden()
    stepper.locator(".nn-reset").click()
    page.becomes("(stepper.net.g[2].name, stepper.loss.name)", ("sigmoid", "squared_error"))


def test_the_slider_widens_while_a_number_is_typed(page, stepper):
    open_weight(stepper)
    field = stepper.locator(".nn-editor input[type=text]")
    slider = stepper.locator(".nn-editor input[type=range]")
    field.press("Control+a")
    for key, value, reach in [("1", 1, 3), ("2", 12, 12), (".", 12, 12), ("5", 12.5, 13)]:
        field.press(key)
        expect(slider).to_have_value(f"{value:g}")
        expect(slider).to_have_attribute("max", str(reach))
    expect(field).to_have_value("12.5")
    expect(field).to_be_focused()
    assert "−13" in stepper.locator(".nn-editor").inner_text()
    slider.fill("-2")  # while it is open it does not shrink under the hand
    page.becomes("float(stepper.net.W[1][1, 1])", -2.0)
    expect(slider).to_have_attribute("max", "13")
    page.screenshot("widened", stepper)


def test_an_unfinished_number_is_no_mistake_yet(page, stepper):
    """An emptied field, a sign, a point: nothing is said, and nothing jumps, until it is sent."""
    open_weight(stepper)
    field = stepper.locator(".nn-editor input[type=text]")
    field.press("Control+a")
    field.press("-")
    field.press("2")
    page.becomes("float(stepper.net.W[1][1, 1])", -2.0)
    said = "() => window.said = new MutationObserver(() => window.told = true).observe("
    stepper.page.evaluate(
        said + "document.querySelector('.nn-stepper [data-message]'), {childList: true})"
    )
    field.press("Control+a")
    for key in ("Backspace", "-", "3"):
        field.press(key)
    page.becomes("float(stepper.net.W[1][1, 1])", -3.0)
    assert not stepper.page.evaluate("window.told === true")
    field.fill("-")
    field.press("Enter")
    stepper.locator("[data-message]").filter(has_text="must be a").wait_for()


def test_undo_and_reset_show_what_is_in_force(page, stepper):
    open_weight(stepper)
    field = stepper.locator(".nn-editor input[type=text]")
    slider = stepper.locator(".nn-editor input[type=range]")
    undo = stepper.get_by_role("button", name="Undo")
    for back in (undo, stepper.locator(".nn-reset"), undo):
        field.fill("2")
        page.becomes("float(stepper.net.W[1][1, 1])", 2.0)
        back.press("Enter")
        expect(field).to_have_value("0.7")
        expect(slider).to_have_value("0.7")
        expect(back).to_be_focused()
        page.becomes("float(stepper.net.W[1][1, 1])", 0.7)


def test_what_was_changed_carries_a_dot(page, stepper):
    dots = stepper.locator(".nn-settings .nn-dot")
    expect(dots).to_have_count(0)
    g, loss = (stepper.locator(f"label:has([data-id={name}])") for name in ("g", "loss"))
    g.locator("select").select_option("tanh")
    expect(g.get_by_role("img", name="changed")).to_be_visible()
    expect(dots).to_have_count(1)
    loss.locator("select").select_option("half_squared_error")
    expect(loss.locator(".nn-dot")).to_be_visible()
    open_weight(stepper)
    stepper.locator(".nn-editor input[type=text]").fill("2")
    expect(stepper.locator(".nn-changed")).to_have_count(1)
    page.screenshot("dots", stepper)
    g.locator("select").select_option("sigmoid")
    expect(dots).to_have_count(1)
    stepper.locator(".nn-reset").click()
    expect(dots).to_have_count(0)
    expect(stepper.locator(".nn-changed")).to_have_count(0)


def test_a_press_elsewhere_closes(page, stepper):
    stepper.locator("svg.nn-picture [data-id=y-1]").dispatch_event("click")
    stepper.locator(".nn-editor").wait_for()
    stepper.locator("svg.nn-picture").click(position={"x": 4, "y": 250})
    stepper.locator(".nn-editor").wait_for(state="detached")


def all_steps_are(page, card, fresh):
    """Every step that the browser shows is that of a new stepper, without asking Python."""
    page.becomes("len(stepper._sending._sizes)", 0)
    fresh = page.python(f"[f['unit'] for f in {fresh}.frames]")
    same = (
        "(root, fresh) => ("
        + STEPS
        + """)(root).map((seen, k) => { const place =
        document.createElement('div'); place.innerHTML = fresh[k];
        for (const lit of root.querySelectorAll('.lit')) lit.classList.remove('lit');
        return seen.replaceAll(/ class="lit"| lit/g, '') === place.innerHTML ? 0 : k + 1;
      }).filter(Boolean)"""
    )
    assert card.evaluate(same, fresh) == []


def to_and_fro(page, card):
    """Drag the slider of W-1-2-2 to and fro, let go at 1.5; then everything has followed."""
    page.page.evaluate(TRAFFIC)
    card.locator(".nn-editor input[type=range]").evaluate(
        """async (slider, [moving, moved]) => {
          for (let k = 0; k < 120; k += 1) {
            await new Promise(requestAnimationFrame);
            eval(moving)(slider, -3 + (k * 37 % 60) / 10);
          }
          eval(moved)(slider, 1.5); }""",
        [MOVING, MOVED],
    )
    page.becomes("float(stepper.net.W[1][1, 1])", 1.5)
    page.page.wait_for_function("() => traffic.open === 0", polling=20)
    traffic = page.page.evaluate("() => traffic")
    assert traffic["most"] <= 5  # four that wait for their answer, and the last
    all_steps_are(page, card, "step_through(stepper.net, [0, 1], [1])")
    return traffic["sent"]


def open_weight(card):
    card.locator("svg.nn-picture [data-id=W-1-2-2][tabindex]").dispatch_event("click")
    card.locator(".nn-editor input[type=range]").wait_for()


def test_a_slider_dragged_to_and_fro_ends_right(page, stepper):
    open_weight(stepper)
    assert to_and_fro(page, stepper) > 20  # the picture follows


def test_two_views_and_none(page, stepper):
    i = page.run("stepper")
    second = page.output(i).locator(".nnlib")
    second.wait_for()
    open_weight(stepper)
    expect(second.locator(".nn-editor")).to_be_visible()
    second.locator(".nn-editor input[type=text]").fill("2.5")
    page.becomes("float(stepper.net.W[1][1, 1])", 2.5)
    changed = "step_through(stepper.net, [0, 1], [1])"
    for card in (stepper, second):
        all_steps_are(page, card, changed)
    stepper.locator(".nn-editor input[type=text]").fill("-2")
    page.becomes("float(stepper.net.W[1][1, 1])", -2.0)
    for card in (stepper, second):
        all_steps_are(page, card, changed)
    page.command("notebook:clear-all-cell-outputs")
    expect(page.page.locator(".nnlib")).to_have_count(0)
    page.run("stepper._event({'type': 'input', 'id': 'value', 'value': '1'})")
    i = page.run("stepper")
    third = page.output(i).locator(".nnlib")
    third.wait_for()
    all_steps_are(page, third, changed)


def test_the_editor_and_the_keys_bring_the_first_line_into_view(page, stepper):
    panel = page.page.locator(".jp-Notebook .jp-WindowedPanel-outer").bounding_box()

    def hide_the_top():
        stepper.evaluate(
            """e => { const outer = e.closest('.jp-WindowedPanel-outer');
              outer.scrollTop += e.getBoundingClientRect().top
                - outer.getBoundingClientRect().top + 60; }"""
        )
        page.page.wait_for_function(
            "([e, top]) => e.getBoundingClientRect().top < top",
            arg=[stepper.element_handle(), panel["y"] - 40],
        )

    page.run("'room below';" + "\n" * 40)
    hide_the_top()
    stepper.locator("svg.nn-picture [data-id=W-2-1-1][tabindex]").dispatch_event("click")
    stepper.locator(".nn-editor input[type=range]").wait_for()
    slider = stepper.locator(".nn-editor input[type=range]").bounding_box()
    assert slider["y"] >= panel["y"]
    page.page.keyboard.press("Escape")
    stepper.locator(".nn-editor").wait_for(state="detached")
    stepper.evaluate("e => e.focus({preventScroll: true})")
    hide_the_top()
    page.page.keyboard.press("ArrowRight")
    assert stepper.bounding_box()["y"] >= panel["y"] - 1


# far away


@pytest.fixture(scope="module")
def far_page(chromium, lab):
    with distance.line(lab[0]) as line:
        books = opener(chromium, (line.address, *lab[1:]))
        book = next(books)([SETUP])
        book.line = line
        line.seconds = ROUND_TRIP / 2
        yield book
        line.seconds = 0.0
        next(books, None)


@pytest.fixture
def far_stepper(far_page):
    i = far_page.run("stepper = step_through(net, x=[0, 1], y=[1]); stepper")
    card = far_page.output(i).locator(".nnlib")
    card.wait_for()
    return card


def test_far_away_a_slider_dragged_to_and_fro_ends_right(far_page, far_stepper):
    open_weight(far_stepper)
    assert to_and_fro(far_page, far_stepper) > 10


def test_far_away_a_step_waits_for_no_message(far_page, far_stepper):
    far_stepper.focus()
    step = """root => {
        const key = new KeyboardEvent('keydown', {key: 'ArrowRight', bubbles: true});
        const before = root.querySelector('[data-slot=picture]').innerHTML;
        document.activeElement.dispatchEvent(key);
        return [root.querySelector('[data-count]').textContent,
          root.querySelector('[data-slot=picture]').innerHTML !== before]; }"""
    far_page.line.seconds = 60.0  # what is sent now arrives when the test is over
    try:
        for k in range(2, 15):
            assert far_stepper.evaluate(step) == [str(k), True]
    finally:
        far_page.line.seconds = ROUND_TRIP / 2


# by touch


def test_by_touch(notebook):
    book = notebook([SETUP, "stepper = step_through(net, [0, 1], [1]); stepper"], has_touch=True)
    card = book.output(1).locator(".nnlib")
    card.wait_for()
    book.page.wait_for_timeout(300)
    middle = card.locator("svg.nn-picture path[data-id=W-1-2-2]").evaluate(
        """e => { const point = e.getPointAtLength(0.2 * e.getTotalLength());
          const { x, y } = point.matrixTransform(e.getScreenCTM());
          return [x, y]; }"""
    )
    book.page.touchscreen.tap(*middle)
    slider = card.locator(".nn-editor input[type=range]")
    slider.wait_for()
    assert slider.get_attribute("aria-label").startswith("weight from unit 2 of layer 1")
    box = slider.bounding_box()
    y = box["y"] + box["height"] / 2
    book.finger(*((box["x"] + box["width"] * x, y) for x in (0.6, 0.7, 0.8, 0.9, 0.97)))
    book.becomes("2.5 < float(stepper.net.W[1][1, 1]) < 3", True)
    expect(card.locator(".nn-editor")).to_be_visible()
    picture = card.locator("svg.nn-picture").bounding_box()
    book.page.touchscreen.tap(picture["x"] + 4, picture["y"] + 200)
    card.locator(".nn-editor").wait_for(state="detached")
