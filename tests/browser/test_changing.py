"""Changing a pass in the stepper, in the real browser: by mouse, by keys, with silly values."""

import pytest

SETUP = """
from nnlib import Network
from nnlib.numerals import numeral
from nnlib.widgets import step_through
net = Network.from_weights([[[.8, -1.3], [1.2, .7]], [[-1.1, 1.6]]], [[.4, -.3], [.2]])
"""
MOVING = "(e, v) => { e.value = v; e.dispatchEvent(new Event('input', {bubbles: true})); }"
MOVED = MOVING.replace("input", "change")


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
    stepper.locator("svg.nn-picture [data-id=W-2-1-1] .nn-hit").dispatch_event("click")
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
    stepper.locator("svg.nn-picture [data-id=a-1-1]").dispatch_event("click")
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
    assert len(page.cells()) > 1


@pytest.mark.parametrize("text", ["abc", "1e999", ""])
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
    stepper.locator("select[data-id=g]").select_option("step")
    stepper.locator("[data-message]").filter(has_text="slope is 0").wait_for()
    assert stepper.locator("select[data-id=g]").input_value() == "tanh"
    stepper.locator("select[data-id=loss]").select_option("half_squared_error")
    page.becomes("stepper.loss.name", "half_squared_error")
    stepper.locator(".nn-reset").click()
    page.becomes("(stepper.net.g[2].name, stepper.loss.name)", ("sigmoid", "squared_error"))


def test_a_press_elsewhere_closes(page, stepper):
    stepper.locator("svg.nn-picture [data-id=y-1]").dispatch_event("click")
    stepper.locator(".nn-editor").wait_for()
    stepper.locator("svg.nn-picture").click(position={"x": 4, "y": 250})
    stepper.locator(".nn-editor").wait_for(state="detached")


def test_a_slider_dragged_to_and_fro_ends_right(page, stepper):
    stepper.locator("svg.nn-picture [data-id=W-1-2-2] .nn-hit").dispatch_event("click")
    slider = stepper.locator(".nn-editor input[type=range]")
    slider.wait_for()
    for k in range(40):
        slider.evaluate(
            MOVING,
            str(-3 + (k * 37 % 60) / 10),
        )
    slider.evaluate(
        "e => { e.value = 1.5; e.dispatchEvent(new Event('change', {bubbles: true})); }"
    )
    page.becomes("float(stepper.net.W[1][1, 1])", 1.5)
    stepper.press("End")
    value = page.python("stepper.steps[-1].value.tolist()")
    fresh = page.python("step_through(stepper.net, [0, 1], [1]).steps[-1].value.tolist()")
    assert value == fresh
    stepper.locator("[data-slot=unit]").filter(
        has_text=page.python(f"numeral({fresh[0]})")
    ).first.wait_for()
