"""Notebook 01 in the hands of a reader: predictions, other numbers, numbers in the text."""

from functools import partial

import numpy as np
import pytest
from playing import rerun, right_option
from playing import run as run_book
from reading import ROOT, Book

from nnlib import MPNeuron
from nnlib.membrane import current

BOOK = Book.read(ROOT / "notebooks" / "01_from_the_brain_to_the_mp_neuron.ipynb")
run = partial(run_book, BOOK)


def test_what_is_right_to_predict(capsys):
    found = {name: str(right_option(one)) for name, one in run().items()}
    assert found == {
        "brain-predict": "several 100 times",
        "membrane-predict": "more pulses",
        "loop-predict": "from time 2 on, for ever",
        "sixteen-predict": "11",
    }


@pytest.mark.parametrize(
    "change",
    [
        ("brain-density", "1173, 1626", "1200, 1400"),
        ("parts-picture", '"dendrite", "soma", "axon"', '"axon", "soma", "dendrite"'),
        ("membrane-run", "2.0", "3.5"),
        ("membrane-picture", "tau=10", "tau=20"),
        ("membrane-widget", "1.0", "2.5"),
        ("mp-and", "threshold=2", "threshold=1"),
        ("mp-picture", "[1, 0]", "[1, 1]"),
        ("nets-widget", "steps=6", "steps=11"),
        ("nets-xor", '["a", "b"]', '["b", "a"]'),
        ("loop-widget", "[1, 1]]", "[0, 1]]"),
    ],
)
def test_the_reader_changes_a_number_and_every_cell_still_runs(change, capsys):
    run(change)


def test_any_cell_can_be_run_again_after_the_last_one(capsys):
    for cell, first, again in rerun(BOOK):
        assert again == first, cell


def test_numbers_in_the_text_are_those_of_the_cells(capsys):
    names = {}
    run(names=names)
    ratio = names["density"] / names["slide_cm3"]
    assert (600 < ratio.min()) and (ratio.max() < 900)  # “several hundred times”
    assert ((1e11 < names["measured"]) & (names["measured"] < 2e11)).all()  # “about 10^11”
    assert 479 == round(names["cortex"])
    assert names["membrane"].threshold_current == 1.5
    assert not len(names["membrane"].run(np.full(1000, 1.4))[1])
    assert len(names["membrane"].run(np.full(1000, 1.6))[1])
    assert len(names["can"]) == 11 and len(names["later"]) == 14
    assert names["remember"].fires[:, 2].tolist() == [0, 0, 1, 1, 1, 1, 1, 1, 1]


def test_the_latch_of_exercise_4_stands_in_the_loop(capsys):
    names = {}
    run(("exercise-latch", "latch = ...", "latch = MPNeuron([1, 1, 1], 1, inhibitory=[2])"), names)
    assert names["remember"].fires[:, 2].tolist() == [0, 0, 1, 1, 1, 1, 0, 0, 0]


@pytest.mark.parametrize(
    ("latch", "m"),
    [
        ("lambda x: int((x[0] or x[1]) and not x[2])", [0, 0, 1, 1, 1, 1, 1, 1, 1]),
        ("MPNeuron([1, 1], 1)", [0, 0, 1, 1, 1, 1, 1, 1, 1]),
        ("MPNeuron([1, 1, -1], 1)", [0, 0, 1, 1, 1, 1, 1, 1, 1]),  # outvoted at time 5
        ("None", [0, 0, 1, 1, 1, 1, 1, 1, 1]),
        ("MPNeuron([1, 0, 1], 1)", [0, 0, 1, 0, 0, 0, 1, 0, 0]),  # a try is tried
    ],
)
def test_after_any_answer_to_exercise_4_the_loop_runs(latch, m, capsys):
    names = {}
    run(("exercise-latch", "latch = ...", f"latch = {latch}"), names)
    assert names["remember"].fires[:, 2].tolist() == m


def test_single_pulses_do_what_the_text_says(capsys):
    names = {}
    run(names=names)
    membrane = names["membrane"]

    def fires(*kicks):
        return len(membrane.run(current(0.8, kicks, 100.0, 0.1))[1])

    for start, near, far in ((20.0, 5, 6), (40.0, 7, 8)):  # “within about 5 ms (7 from 40 ms on”
        assert fires((start, 1), (start + near, 1)) == 1
        assert not fires((start, 1), (start + far, 1)) and not fires((start, 1))
        assert not fires((start, 1), (start + near, 1), (start + near / 2, -1))


def test_two_pulses_one_step_apart_make_y_fire_twice(capsys):
    names = {}
    run(names=names)
    assert names["xor"].run([[1, 0], [0, 1]], 6)[:, -1].tolist() == [0, 0, 1, 1, 0, 0]


def test_what_the_widget_is_asked_to_find_can_be_found(capsys):
    names = {}
    run(names=names)
    table = names["table"]
    for neuron, name in (
        (MPNeuron([1, 1], 1), "OR"),
        (MPNeuron([1, 0], 0, inhibitory=[0]), "not x₁"),
        (MPNeuron([1, 1], 1, inhibitory=[1]), "x₁ and not x₂"),
    ):
        table.neuron = neuron
        table._event({"type": "press", "id": "fill"})
        assert f"The table is: {name}." in table.frames[0]["said"]
