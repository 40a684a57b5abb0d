"""Everybody can use it: by keys in reading order, by screen reader, with weak eyes."""

import pytest

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
        assert button.get_attribute("aria-label") == name
        assert button.evaluate("e => getComputedStyle(e).stroke") == "rgb(26, 26, 26)"
    book.page.keyboard.press("Enter")
    assert root.get_by_role("textbox", name="weight from unit 1 of layer 1").input_value() == "0.8"
