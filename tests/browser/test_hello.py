"""`hello` in a real JupyterLab: the button, the keys, and what shows when the kernel is gone."""

import re

import pytest
from playwright.sync_api import expect

CELLS = ["from nnlib.widgets import hello", "ball = hello([-4, -2, -1, 0])\nball"]


@pytest.fixture
def book(notebook):
    return notebook(CELLS)


def card(book):
    return book.output(1).locator(".nnlib")


def at(book, place):
    """The picture shows this place, and the kernel knows it."""
    picture = card(book).locator("svg title")
    expect(picture).to_have_text(re.compile(f"Place {place} of 4"))
    book.becomes("ball.at", place - 1)


def test_press_by_mouse_then_by_keys(book):
    said, button = card(book).locator("[data-slot=said]"), card(book).get_by_role("button")
    expect(said).to_contain_text("Press the button")
    at(book, 1)
    button.click()
    at(book, 2)
    expect(said).to_contain_text(re.compile(r"everything works: Python 3\.\d+.*JupyterLab 4\."))
    expect(button).to_be_focused()
    before = [cell["source"] for cell in book.cells()]
    for key, place in (("Enter", 3), ("Space", 4), ("ArrowRight", 1)):
        book.page.keyboard.press(key)
        at(book, place)
    for key in "d d 0 0 m x a b".split():
        book.page.keyboard.press(key)
    assert [cell["source"] for cell in book.cells()] == before
    assert book.python("ball.presses") == 4


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_it_fits_and_can_be_read(book, theme):
    book.theme(theme)
    book.size(1024, 768)
    card(book).get_by_role("button").click()
    at(book, 2)
    assert card(book).evaluate("e => e.scrollWidth - e.clientWidth") <= 0
    book.screenshot(f"hello-{theme}", book.output(1))
    book.theme("light")


def test_without_a_kernel_nothing_claims_to_work(book):
    book.kill()
    card(book).get_by_role("button").click()
    book.page.keyboard.press("ArrowRight")
    book.page.wait_for_timeout(500)
    expect(card(book).locator("svg title")).to_have_text(re.compile("Place 1 of 4"))
    said = card(book).locator("[data-slot=said]")
    expect(said).to_contain_text("Nothing moves? The table below this cell says what to do.")
    assert "works" not in said.inner_text()
