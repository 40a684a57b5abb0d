"""The widgets of notebook 01 in a real JupyterLab: mouse, touch, keys, silly values, sizes."""

import re

import pytest
from playwright.sync_api import expect

SETUP = """
import numpy as np
from nnlib import Membrane, MPNet, MPNeuron
from nnlib.widgets import press_parts, send_pulses, stimulate, truth_table
loop = MPNet({"m": (MPNeuron([1, 1, 1], 1, inhibitory=[2]), ["set", "m", "stop"])})
"""
MAKE = {
    "parts": "press_parts()",
    "stimulate": "stimulate(Membrane(), 0.8)",
    "truth": "truth_table(MPNeuron([1, 1, 1, 1], 2))",
    "pulses": "send_pulses(loop, [0, 0], steps=6)",
}
MOVING = "(e, v) => { e.value = v; e.dispatchEvent(new Event('input', {bubbles: true})); }"


@pytest.fixture(scope="module")
def book(open_once):
    return open_once([SETUP], has_touch=True)


@pytest.fixture
def show(book):
    def make(name):
        i = book.run(f"it = {MAKE[name]}\nit")
        card = book.output(i).locator(".nnlib")
        card.wait_for()
        return card

    yield make
    assert not book.said()


def said(card, text):
    expect(card.locator("[data-slot=said]")).to_contain_text(text)


def test_parts_by_mouse_touch_and_keys(book, show):
    card = show("parts")
    soma = card.locator("g[data-id=soma]")
    soma.locator(".nn-solid").first.click()
    said(card, "4 of 5: soma")
    book.becomes("it.part", "soma")
    expect(card.locator(".nn-tells")).to_contain_text("It integrates")
    card.locator("g[data-id=excitatory] .nn-knob").tap()
    book.becomes("it.part", "excitatory")
    book.page.keyboard.press("ArrowRight")
    book.becomes("it.part", "inhibitory")
    card.locator("g[data-id=axon]").focus()
    book.page.keyboard.press("Enter")
    book.becomes("it.part", "axon")
    expect(card.locator("g[data-id=axon]")).to_be_focused()
    card.locator("g[data-id=dendrite]").focus()
    book.page.keyboard.press("Space")  # a press as well, since there is nothing to play
    book.becomes("it.part", "dendrite")
    book.page.wait_for_timeout(1500)
    book.becomes("it.part", "dendrite")
    card.get_by_role("button", name="Reset").click()
    book.becomes("it.part", None)


def test_parts_go_on_by_keys_without_a_kernel_in_hand(book, show):
    card = show("parts")
    card.focus()
    for number in range(1, 6):
        book.page.keyboard.press("ArrowRight")
        said(card, f"{number} of 5")


def test_the_current_by_slider_and_field(book, show):
    card = show("stimulate")
    card.locator("input[type=range]").evaluate(MOVING, "2")
    said(card, "7 pulses in 100 ms")
    book.becomes("it.I", 2.0)
    field = card.locator("input[type=text]")
    assert field.input_value() == "2"
    field.fill("many")
    field.press("Tab")
    message = card.locator("[data-message]")
    expect(message).to_contain_text("The current must be a number from 0 to 4 nA")
    expect(card.locator("[data-slot=picture] svg title").first).to_contain_text("7 pulses")
    field.fill("1.4")
    said(card, "No pulse")
    expect(message).to_be_hidden()
    card.get_by_role("button", name="Reset").click()
    book.becomes("it.I", 0.8)
    assert field.input_value() == "0.8"


def test_single_pulses_by_mouse_and_keys(book, show):
    card = show("stimulate")
    for _ in range(2):
        card.get_by_role("button", name="excitatory pulse", exact=True).click()
    book.becomes("len(it.kicks)", 2)
    book.page.keyboard.press("ArrowLeft")  # the focus is still on the button
    book.becomes("[kick[0] for kick in it.kicks]", [20.0, 31.0])
    knob = card.locator("[data-id=kick-1]")
    knob.scroll_into_view_if_needed()
    box = knob.bounding_box()
    middle = box["x"] + box["width"] / 2, box["y"] + box["height"] / 2
    book.page.mouse.move(*middle)
    book.page.mouse.down()
    book.page.mouse.move(middle[0] - 20, middle[1], steps=4)
    book.page.mouse.up()
    book.becomes("20 < it.kicks[1][0] < 30", True)
    before = book.python("it.kicks[1][0]")
    expect(knob).to_be_focused()
    book.page.keyboard.press("ArrowRight")
    book.becomes("it.kicks[1][0]", round(before + 1, 1))
    book.page.keyboard.press("Delete")
    book.becomes("len(it.kicks)", 1)
    card.get_by_role("button", name="inhibitory pulse", exact=True).click()
    book.becomes("len(it.kicks)", 2)
    box = card.locator("[data-id=kick-0]").bounding_box()
    book.page.mouse.move(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
    book.page.mouse.down()
    book.page.keyboard.press("Delete")  # what is held goes, and nothing else is held then
    book.becomes("len(it.kicks)", 1)
    left = book.python("it.kicks[0]")
    book.page.mouse.move(box["x"] + 90, box["y"], steps=4)
    book.page.mouse.up()
    book.page.wait_for_timeout(200)
    assert book.python("it.kicks[0]") == left
    cells = len(book.cells())
    book.page.keyboard.press("d")
    book.page.keyboard.press("d")
    assert len(book.cells()) == cells


def test_a_finger_drags_a_single_pulse_and_scrolls_nothing(book, show):
    card = show("stimulate")
    for _ in range(2):
        card.get_by_role("button", name="excitatory pulse", exact=True).tap()
    book.becomes("[kick[0] for kick in it.kicks]", [20.0, 32.0])
    knob = card.locator("[data-id=kick-0]")
    knob.scroll_into_view_if_needed()
    box, before = knob.bounding_box(), card.bounding_box()
    x, y = box["x"] + box["width"] / 2, box["y"] + box["height"] / 2
    book.finger(*((x + 30 * k, y + 12 * k) for k in range(5)))
    plane = card.locator("[data-slot=picture] svg").bounding_box()
    shift = 120 / plane["width"]  # of the picture's width, the axis of 100 ms a little less
    book.becomes(f"{100 * shift:.3f} < it.kicks[0][0] - 20 < {130 * shift:.3f}", True)
    assert book.python("it.kicks[1]") == (32.0, 1)
    assert card.bounding_box() == before
    card.locator("[data-id=inhibit]").tap()
    book.becomes("len(it.kicks)", 3)
    card.get_by_role("button", name="Reset").tap()
    book.becomes("it.kicks", [])


def test_the_truth_table_by_mouse_touch_and_keys(book, show):
    card = show("truth")
    card.locator("g[data-id=x-1] .nn-lamp").click()
    book.becomes("list(it.x)", [1, 0, 0, 0])
    card.locator("g[data-id=x-2] .nn-lamp").tap()
    book.becomes("list(it.x)", [1, 1, 0, 0])
    said(card, "Output 1: the sum is 2, at least 2.")
    card.locator("g[data-id=x-3]").focus()
    book.page.keyboard.press("Enter")
    book.becomes("list(it.x)", [1, 1, 1, 0])
    expect(card.locator("g[data-id=x-3]")).to_be_focused()
    book.page.keyboard.press("Space")
    book.becomes("list(it.x)", [1, 1, 0, 0])
    book.page.keyboard.press("Space")
    book.becomes("list(it.x)", [1, 1, 1, 0])
    card.locator("input[type=range]").evaluate(MOVING, "4")
    said(card, "below 4")
    card.get_by_role("button", name="input 1 inhibits").click()
    said(card, "input 1 inhibits")
    card.get_by_label("weight 2").fill("seven")
    card.get_by_label("weight 2").press("Tab")
    expect(card.locator("[data-message]")).to_contain_text("weight 2 must be a number")
    assert book.python("it.neuron.weights.tolist()") == [1, 1, 1, 1]
    card.get_by_role("button", name="Fill in all rows").click()
    book.becomes("len(it.seen)", 16)
    card.get_by_role("button", name="Reset").click()
    book.becomes("repr(it.neuron)", "MPNeuron([1, 1, 1, 1], threshold 2)")
    assert card.get_by_label("weight 2").input_value() == "1"


def test_the_net_lights_up_step_by_step(book, show):
    card = show("pulses")
    card.locator("g[data-id=x-0-1]").click()
    book.becomes("it.x[1].tolist()", [1, 0])
    said(card, "Time 0: Nothing fires.")
    card.get_by_role("button", name="one time step on").click()
    said(card, "Time 1: set fires.")
    card.focus()
    for t in (2, 3, 4):
        book.page.keyboard.press("ArrowRight")
        said(card, f"Time {t}: m fires.")
    expect(card.locator("[data-slot=clock]")).to_have_text("time 4")
    card.locator("g[data-id=x-1-3]").focus()
    book.page.keyboard.press("Enter")
    said(card, "Time 4: Nothing fires.")
    card.locator("g[data-id=x-1-3]").tap()
    said(card, "Time 4: m fires.")
    card.get_by_role("button", name="Reset").click()
    book.becomes("int(it.x.sum())", 0)
    said(card, "Time 0")


@pytest.mark.parametrize("name", MAKE)
def test_it_fits_and_can_be_read(book, show, name):
    card = show(name)
    if name == "stimulate":
        card.get_by_role("button", name="excitatory pulse", exact=True).click()
    for size, browser in (((1024, 768), True), ((1280, 800), True), ((1280, 800), False)):
        book.size(*size, file_browser=browser)
        clipped = card.evaluate(
            """e => [e, ...e.querySelectorAll('*')].filter(x => !(x instanceof SVGElement) &&
              x.clientWidth && x.scrollWidth > x.clientWidth + 1).map(x => x.className)"""
        )
        assert clipped == []
        least = card.evaluate(
            """e => Math.min(...[...e.querySelectorAll('svg text')].map(t =>
              parseFloat(t.getAttribute('font-size')) * t.getScreenCTM().a))"""
        )
        assert least >= 10.95, (size, least)
        if size[0] == 1280:
            assert card.evaluate("e => e.offsetHeight") <= 560
    for theme in ("light", "dark"):
        book.theme(theme)
        book.screenshot(f"neuron-{name}-{theme}", card)
    book.theme("light")
    assert re.search(r"\S", card.get_attribute("aria-label"))
