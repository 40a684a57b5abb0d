"""Exercises as a student meets them: predict by mouse, key and finger; what a check looks like."""

import re

import pytest
from playwright.sync_api import expect

HINT = """# %%md
<details><summary>Hint 1</summary>

Which factor says **how fast** it moves?
</details>"""
PREDICT = """
from nnlib.exercises import backprop, check, predict
question = predict(
    "Which way does $a^{(3)}$ move? <script>window.hacked = 1</script>",
    ["up <img src=x onerror='window.hacked = 2'>", "down: $z < 0$", "not at all"], "not at all",
    {"up <img src=x onerror='window.hacked = 2'>": "That is <b>bold</b>: $g' > 0$.",
     "down: $z < 0$": "The sign of $z$ says nothing."})
question
"""
CHECK = """
def delta_output(a, y, z, g):
    return 2 * (y - a) * g.derivative(z)
check(delta_output, backprop.delta_output)
"""


@pytest.fixture(scope="module")
def book(open_once):
    return open_once(["# %%md\n# Exercises", PREDICT, CHECK, HINT])


@pytest.fixture
def question(book):
    """The prediction as it stands at the start."""
    book.python("question.reset()")
    root = book.output(1).locator(".nnlib-predict .nnlib, .nnlib.nnlib-predict").last
    expect(root.locator("[data-slot=reason]")).to_have_text("")
    return root


def reason(question):
    return question.locator("[data-slot=reason]")


def test_choose_first_then_see(book, question):
    question.get_by_role("button", name="See").click()
    expect(reason(question)).to_contain_text("Choose first, then see.")
    assert book.python("question.chosen") is None


def test_by_mouse(book, question):
    question.get_by_text("not at all").click()
    question.get_by_role("button", name="See").click()
    expect(reason(question)).to_contain_text("✓ Right.")
    assert book.python("(question.chosen, question.right)") == ("not at all", True)
    question.get_by_role("radio", name=re.compile("^down")).check()
    expect(reason(question)).to_have_text("")
    question.get_by_role("button", name="See").click()
    expect(reason(question)).to_contain_text("✗ No. The sign of")
    assert book.python("question.right") is False


def test_by_keyboard_alone_and_the_notebook_hears_none_of_it(book, question):
    before = [cell["source"] for cell in book.cells()]
    page = book.page
    question.focus()
    page.keyboard.press("Tab")
    page.keyboard.press("Space")
    expect(question.get_by_role("radio").nth(0)).to_be_checked()
    page.keyboard.press("ArrowDown")
    expect(question.get_by_role("radio").nth(1)).to_be_checked()
    expect(question.get_by_role("radio").nth(1)).to_be_focused()
    for key in "m x d d 0 0 y a b".split():
        page.keyboard.press(key)
    expect(question.get_by_role("radio").nth(1)).to_be_checked()
    page.keyboard.press("Tab")
    expect(question.get_by_role("button", name="See")).to_be_focused()
    page.keyboard.press("m")
    page.keyboard.press("Enter")
    expect(reason(question)).to_contain_text("The sign of")
    expect(question.get_by_role("button", name="See")).to_be_focused()
    page.keyboard.press("Space")
    assert book.python("question.chosen") == "down: $z < 0$"
    assert [cell["source"] for cell in book.cells()] == before


def test_radio_buttons_have_names_and_the_group_has_the_question(question):
    expect(question.get_by_role("radio")).to_have_count(3)
    expect(question.get_by_role("radio", name="not at all")).to_have_count(1)
    expect(question.get_by_role("group", name=re.compile("Which way does"))).to_have_count(1)


def test_tex_is_set_and_everything_else_is_text(book, question):
    question.get_by_role("radio").nth(0).check()
    question.get_by_role("button", name="See").click()
    expect(reason(question)).to_contain_text("That is <b>bold</b>")
    assert question.locator("math").count() == 3  # question, one option, this reason
    assert question.locator("script, img, b").count() == 0
    assert book.page.evaluate("() => window.hacked ?? null") is None
    assert "$" not in question.inner_text()


def test_two_questions_do_not_share_their_radio_buttons(book, question):
    question.get_by_role("radio").nth(0).check()
    index = book.run("other = predict('Other?', [1, 2], 2, {1: 'no'}); other")
    other = book.output(index).locator(".nnlib").last
    other.get_by_role("radio").nth(1).check()
    expect(question.get_by_role("radio").nth(0)).to_be_checked()
    assert book.python("(question.view, other.view)") == ("0", "1")


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_a_check_and_a_hint_can_be_read(book, theme):
    book.theme(theme)
    answer = book.output(2).locator(".nnlib-check")
    expect(answer).to_contain_text("✗ y − a stands where a − y belongs")
    expect(answer).to_contain_text("Open hint 1.")
    details = book.cell(3).locator("details")
    expect(details.locator("strong")).to_be_hidden()
    details.locator("summary").click()
    expect(details.locator("strong")).to_have_text("how fast")  # markdown inside is read
    book.screenshot(f"exercises-{theme}")
    book.screenshot(f"predict-{theme}", book.output(1))
    details.locator("summary").click()
    book.theme("light")


@pytest.mark.parametrize("width", [560, 1024])
def test_it_fits(book, question, width):
    book.size(width, 768, file_browser=False)
    box = question.evaluate("e => e.scrollWidth - e.clientWidth")
    book.size(1280, 800)
    assert box <= 0
