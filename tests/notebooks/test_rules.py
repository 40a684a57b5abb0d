"""Each rule is seen failing: a fault is planted in a small good notebook, the rule names it."""

import pytest
import rules
from nbformat.v4 import new_output, writes_json
from reading import Book, words
from small import PROSE, small


def write(nb, path):
    path.write_text(writes_json(nb), encoding="utf-8")


@pytest.fixture
def folder(tmp_path):
    other = small()
    other.cells[3].source = "## The end\n\n" + PROSE
    write(other, tmp_path / "04_look.ipynb")
    (tmp_path / "hill.png").write_bytes(b"")
    return tmp_path


def remarks(rule, nb, folder, name="05_walk.ipynb"):
    write(nb, folder / name)
    return list(rule(Book.read(folder / name)))


@pytest.mark.parametrize("rule", rules.RULES, ids=lambda rule: rule.__name__)
def test_the_good_notebook_keeps_every_rule(rule, folder):
    assert remarks(rule, small(), folder) == []


FAULTS = []


def fault(rule, expected):
    """A fault that `rule` must report with the words `expected`."""
    return lambda plant: FAULTS.append(pytest.param(rule, plant, expected, id=plant.__name__))


def cell(nb, name):
    return next(one for one in nb.cells if one.id == name)


def source(name, text):
    """A fault that replaces a cell's source."""

    def plant(nb):
        cell(nb, name).source = text

    return plant


def plant(rule, expected, name, change):
    change.__name__ = name
    fault(rule, expected)(change)


plant(rules.short_code, "16 lines", "long_code", source("slope", "slope = 1\n" * 15 + "slope"))
plant(rules.short_code, "80 columns", "wide_code", source("slope", "slope  # " + "x" * 71))
plant(
    rules.short_prose, "5 words", "short_prose", source("slope-about", "## Only a few words here")
)
plant(rules.short_prose, "85 words", "long_prose", source("slope-about", "word " * 85))
plant(rules.short_prose, "2 words", "empty_hint", source("hints-1", "Think again"))
plant(rules.plain_words, "simply", "simply", source("slope-about", PROSE + " You simply walk."))
plant(rules.plain_words, "Of course", "of_course", source("slope-about", "Of course. " + PROSE))
plant(rules.links_resolve, "leads nowhere", "dead_link", source("navigation-top", "[x](03.ipynb)"))
plant(
    rules.links_resolve,
    "no heading",
    "dead_anchor",
    source("navigation-top", "[x](04_look.ipynb#The-start)"),
)
plant(rules.navigation, "no link to 04", "no_neighbour", source("navigation-bottom", "05 · 06"))
plant(rules.opening, "with the title", "no_title", source("opening", PROSE))
plant(rules.opening, "30 minutes", "minutes_not_told", source("opening", "# Walk\n\n" + PROSE))
plant(rules.opening, "at most 6 lines", "long_setup", source("setup", "import numpy\n" * 7))
plant(rules.predictions, "belong together", "prediction_untagged", source("slope", "predict(1)"))
plant(
    rules.predictions,
    "begin with _question",
    "answer_in_the_first_line",
    source("predict-slope", "_answer = 1\npredict(2)"),
)
plant(
    rules.predictions,
    "binds slope",
    "prediction_rebinds",
    source("predict-slope", "_question = 1\nslope = 2\npredict(slope)"),
)
plant(
    rules.exercises,
    "not checked",
    "solution_unchecked",
    source("solution-1", "_double_1 = 1"),
)
plant(rules.exercises, "already solved", "solved", source("exercise-2", "def double_2(x):\n    2"))
plant(
    rules.exercises,
    "binds double_1, which the stub binds",
    "solution_binds_the_stub",
    source("solution-1", "_double_1 = 1\ndouble_1 = _double_1"),
)
plant(
    rules.exercises,
    "does not begin with _",
    "solution_binds_another_name",
    source("solution-1", "_double_1 = 1\nslope = 2"),
)
plant(
    rules.exercises,
    "answers none",
    "solution_of_something_else",
    source("solution-1", "_triple = 1"),
)


@fault(rules.prose_first, "no prose")
def four_code_cells_in_a_row(nb):
    nb.cells[4:4] = [nb.cells[4]] * 3


@fault(rules.prose_first, "no prose")
def code_at_the_top(nb):
    nb.cells.insert(0, cell(nb, "slope"))


@fault(rules.alt_text, "without alt text in the metadata")
def picture_without_alt(nb):
    del cell(nb, "picture").metadata["alt"]


@fault(rules.alt_text, "an image without alt text")
def image_without_alt(nb):
    cell(nb, "picture-about").source = PROSE + " ![](hill.png)"


@fault(rules.alt_text, "an image without alt text")
def html_image_without_alt(nb):
    cell(nb, "picture-about").source = PROSE + ' <img src="hill.png">'


@fault(rules.navigation, "first and the last")
def no_navigation(nb):
    del nb.cells[-1]


@fault(rules.opening, "25 to 60")
def ninety_minutes(nb):
    nb.metadata.nnlib.minutes = 90


@fault(rules.covers, "no point of the lecture")
def unknown_point(nb):
    nb.metadata.nnlib.covers = ["L18", "L31"]


@fault(rules.covers, "L19 is named in no cell")
def point_only_listed(nb):
    nb.metadata.nnlib.covers = ["L18", "L19"]


@fault(rules.covers, "covers is missing")
def no_covers(nb):
    del nb.metadata.nnlib["covers"]


@fault(rules.exercises, "followed by its hints")
def no_hints(nb):
    nb.cells.remove(cell(nb, "hints-2"))


@fault(rules.exercises, "followed by its hints")
def solution_before_hints(nb):
    at = nb.cells.index(cell(nb, "hints-2"))
    nb.cells[at], nb.cells[at + 1] = nb.cells[at + 1], nb.cells[at]


@fault(rules.exercises, "at least 3")
def two_exercises(nb):
    at = nb.cells.index(cell(nb, "exercise-3"))
    del nb.cells[at : at + 3]


@fault(rules.exercises, "not folded")
def open_solution(nb):
    del cell(nb, "solution-1").metadata["jupyter"]


@fault(rules.exercises, "no difficulty")
def no_difficulty(nb):
    cell(nb, "exercise-1").metadata["nnlib"] = {"minutes": 4}


@fault(rules.exercises, "no minutes")
def no_minutes(nb):
    cell(nb, "exercise-1").metadata["nnlib"] = {"difficulty": 4}


@fault(rules.predictions, "none")
def no_prediction(nb):
    nb.cells.remove(cell(nb, "predict-slope"))


@fault(rules.exercises, "answer stands under the folded cell")
def solution_with_output(nb):
    cell(nb, "solution-2").outputs = [new_output("stream", name="stdout", text="✓ Right.\n")]


@fault(rules.predictions, "slope-seen: its stored output spoils")
def answer_below_the_prediction(nb):
    del cell(nb, "slope-seen").metadata["jupyter"]


@fault(rules.predictions, "slope-seen: its stored output spoils")
def answer_below_two_cells_of_code(nb):
    nb.cells.insert(nb.cells.index(cell(nb, "slope-seen")), cell(nb, "slope-about"))
    cell(nb, "slope-seen").metadata["jupyter"] = {"outputs_hidden": False}


@fault(rules.narrow_pictures, "600 px wide, at most 592")
def a_picture_wider_than_the_page(nb):
    cell(nb, "picture").outputs[0].data["image/svg+xml"] = '<svg viewBox="0 0 9 9" width="600"/>'


@fault(rules.predictions, "print a heading first")
def answer_in_the_first_line_of_the_output(nb):
    cell(nb, "slope-seen").outputs = [new_output("stream", name="stdout", text="\n1 is it\n")]


@fault(rules.predictions, "make it a fragment")
def answer_on_the_slide_of_the_prediction(nb):
    cell(nb, "slope-seen").metadata["slideshow"] = {}


@fault(rules.widget_cells, "without the tag")
def untagged_widget(nb):
    del cell(nb, "stepper").metadata["tags"]


@fault(rules.widget_cells, "stored with output")
def stored_widget(nb):
    cell(nb, "stepper").outputs = [new_output("display_data", {"text/plain": "Stepper()"})]


@fault(rules.widget_cells, "no static picture")
def widget_without_picture(nb):
    cell(nb, "picture").outputs = []


@fault(rules.widget_cells, "state of widgets")
def widget_state(nb):
    nb.metadata["widgets"] = {}


@fault(rules.stored_outputs, "execution count 9, not 2")
def out_of_order(nb):
    cell(nb, "slope").execution_count = 9


@fault(rules.stored_outputs, "execution count None")
def not_run(nb):
    cell(nb, "slope").execution_count = None


@fault(rules.stored_outputs, "stores error")
def stored_error(nb):
    cell(nb, "slope").outputs = [new_output("error", ename="NameError", evalue="x", traceback=[])]


@fault(rules.stored_outputs, "stores stderr")
def stored_warning(nb):
    cell(nb, "slope").outputs = [new_output("stream", name="stderr", text="a warning\n")]


@fault(rules.stored_outputs, "a trace of a machine: /home/")
def stored_path(nb):
    cell(nb, "slope").outputs = [new_output("stream", name="stdout", text="/home/ada/x.py\n")]


@fault(rules.stored_outputs, "a trace of a machine: 0x7f")
def stored_address(nb):
    cell(nb, "slope").outputs[0].data["text/plain"] = "<Network at 0x7f3a5c2b10d0>"


@fault(rules.stored_outputs, "no output is stored")
def output_not_stored(nb):
    cell(nb, "slope").outputs = []


@fault(rules.slides, "no slide type is called '-'")
def a_dash_for_a_slide_type(nb):
    cell(nb, "slope").metadata["slideshow"] = {"slide_type": "-"}


@fault(rules.slides, "no slideshow metadata")
def no_place_in_the_deck(nb):
    del cell(nb, "slope").metadata["slideshow"]


@fault(rules.slides, "no notes")
def no_notes(nb):
    nb.cells.remove(cell(nb, "slope-notes"))


@fault(rules.kernel, "kernelspec")
def kernel_of_the_author(nb):
    nb.metadata.kernelspec.name = "my-env"


@fault(rules.kernel, "Python version")
def version_of_the_author(nb):
    nb.metadata.language_info["version"] = "3.13.1"


@fault(rules.telling_ids, "id is random")
def random_id(nb):
    cell(nb, "slope").id = "c0ffee42"


@fault(rules.telling_ids, "no telling name")
def number_as_id(nb):
    cell(nb, "slope").id = "42"


@fault(rules.telling_ids, "there twice")
def id_twice(nb):
    cell(nb, "slope").id = "slope-about"


@pytest.mark.parametrize("rule, plant, expected", FAULTS)
def test_the_rule_names_the_planted_fault(rule, plant, expected, folder):
    nb = small()
    plant(nb)
    found = remarks(rule, nb, folder)
    assert any(expected in remark for remark in found), found


def test_every_rule_has_a_planted_fault():
    assert {fault.values[0] for fault in FAULTS} == {*rules.RULES}


@pytest.mark.parametrize(
    "text, count",
    [
        ("Two words", 2),
        ("$a^{(1)} = x$ counts as one", 4),
        ("$$a = b$$ nothing here", 2),
        ("| a | b |\n| - | - |\n\nno table", 2),
        ("a [link text](https://example.org/very/long)", 3),
        ("激活函数 is one", 3),
    ],
)
def test_words(text, count):
    assert words(text) == count
