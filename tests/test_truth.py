"""`truth_table`: what is pressed and changed, what the table says, what is refused."""

import re
from itertools import product
from xml.etree import ElementTree

import numpy as np
import pytest

from nnlib import MPNeuron
from nnlib.svg import draw_neuron_at
from nnlib.svg.style import own, sheet
from nnlib.svg.truth import name_of
from nnlib.widgets import truth_table

AND = MPNeuron([1, 1], 2)


def send(widget, kind, name, value=None):
    widget._handle_custom_msg({"type": kind, "id": name, "n": 0, "value": value}, [])


def outputs(widget):
    """The last column of the table."""
    rows = re.findall(r"<tr.*?</tr>", widget.frames[0]["table"])[1:]
    return [re.findall(r"<td[^>]*>(.)</td>", row)[-1] for row in rows]


def test_pressing_inputs_fills_in_the_rows():
    table = truth_table(AND)
    assert outputs(table) == ["0", "?", "?", "?"]
    send(table, "press", "x-2")
    send(table, "press", "x-1")
    assert table.x == (1, 1) and outputs(table) == ["0", "0", "?", "1"]
    assert "3 of 4 rows" in table.frames[0]["said"]
    send(table, "press", "x-2")
    assert outputs(table) == list("0001") and "The table is: AND." in table.frames[0]["said"]


@pytest.mark.parametrize(("weight", "later"), [("0", 0), ("2", 0), ("-1", 1), ("1.5", 1)])
def test_a_weight_that_1943_did_not_have_is_told(weight, later):
    table = truth_table(AND)
    send(table, "input", "w-2", weight)
    assert table.frames[0]["said"].count("(1943 has weights 0, 1, 2, … alone.)") == later


@pytest.mark.parametrize("n", [1, 2, 3, 4])
def test_the_table_is_what_the_rule_of_1943_says(n):
    random = np.random.default_rng(n)
    for _ in range(20):
        w, theta = random.integers(0, 3, n), int(random.integers(0, 4))
        stops = [i for i in range(n) if random.random() < 0.3]
        table = truth_table(MPNeuron(w, theta, inhibitory=stops))
        send(table, "press", "fill")
        expected = []
        for x in product([0, 1], repeat=n):
            total = sum(w[i] * x[i] for i in range(n) if i not in stops)
            expected.append("1" if total >= theta and not any(x[i] for i in stops) else "0")
        assert outputs(table) == expected


def test_changes_make_a_new_neuron_and_the_readers_stays():
    table = truth_table(AND)
    send(table, "press", "fill")
    send(table, "input", "theta", "1")
    assert repr(table.neuron) == "MPNeuron([1, 1], threshold 1)" and outputs(table) == list("0111")
    send(table, "input", "w-2", "−2")
    assert outputs(table) == list("0010")
    send(table, "press", "inhibits-1")
    assert table.neuron.inhibitory == (0,) and outputs(table) == list("0000")
    send(table, "press", "inhibits-1")
    assert table.neuron.inhibitory == () and repr(AND) == "MPNeuron([1, 1], threshold 2)"


def test_reset_is_exactly_the_same_start():
    table = truth_table(AND)
    start = [dict(frame) for frame in table.frames], dict(table.places)
    for kind, name, value in (("press", "x-1", None), ("input", "theta", "0"),
                              ("input", "w-1", "5"), ("press", "inhibits-2", None),
                              ("press", "fill", None), ("press", "reset", None)):  # fmt: skip
        send(table, kind, name, value)
    assert (table.frames, table.places) == start
    assert table.neuron is AND and table.x == (0, 0) and table.seen == {(0, 0)}


@pytest.mark.parametrize("name", ["theta", "w-1"])
@pytest.mark.parametrize("value", ["", "two", "nan", "1e9", "<b>"])
def test_silly_numbers_are_refused_and_nothing_changes(name, value):
    table = truth_table(AND)
    before = [dict(frame) for frame in table.frames]
    send(table, "input", name, value)
    assert "must be a number from −99 to 99" in table.message
    assert table.frames == before and table.neuron is AND


def test_sixteen_names_are_right():
    table = {"never": "0000", "AND": "0001", "XOR": "0110", "OR": "0111", "NAND": "1110"}
    for name, bits in table.items():
        assert name_of(map(int, bits)) == name
    x1, x2 = np.array([0, 0, 1, 1]), np.array([0, 1, 0, 1])
    assert name_of(x1 & ~x2 & 1) == "x₁ and not x₂" and name_of(x2 & ~x1 & 1) == "x₂ and not x₁"
    assert name_of(x1 | (1 - x2)) == "x₁ or not x₂" and name_of(x2 | (1 - x1)) == "x₂ or not x₁"
    assert name_of(1 - x1) == "not x₁" and name_of(x1) == "x₁ alone"
    three, four = (np.array(list(product([0, 1], repeat=n))).sum(axis=1) for n in (3, 4))
    assert name_of((three >= 2).astype(int)).startswith("majority")
    assert name_of(three % 2) == "parity" and name_of((three < 3).astype(int)) == "NAND"
    assert name_of((four >= 2).astype(int)) == "at least 2 of 4"
    assert name_of((four >= 3).astype(int)) == "at least 3 of 4"
    assert name_of([0, 1, 0, 1, 0, 0, 0, 0]) is None


@pytest.mark.parametrize(
    ("neuron", "kind"),
    [(MPNeuron([1] * 5, 2), ValueError), (3, TypeError), ([1, 1], TypeError)],
)
def test_what_has_no_table_is_refused(neuron, kind):
    for make in (truth_table, lambda neuron: draw_neuron_at(neuron, [0] * 5)):
        with pytest.raises(kind, match="^neuron must be "):
            make(neuron)


def test_inputs_of_a_drawing_are_checked():
    with pytest.raises(ValueError, match="^x must be "):
        draw_neuron_at(AND, [1, 0, 1])


@pytest.mark.parametrize("neuron", [AND, MPNeuron([1], 0, inhibitory=[0]), MPNeuron([1] * 4, 9)])
def test_drawings_are_well_formed_and_say_why(neuron):
    n = len(neuron.weights)
    for x in product([0, 1], repeat=n):
        drawing = draw_neuron_at(neuron, x)
        root = ElementTree.fromstring(drawing.svg)
        names = {name for one in root.iter() for name in one.get("class", "").split()}
        assert {name for name in names if f".{name}" not in sheet() + own("mp")} == set()
        assert drawing.alt.endswith(f"Output {neuron(x)}.")
        live = len(re.findall(r'class="nn-mp-wire [^"]*nn-live"', drawing.svg))
        assert live == sum(x) + neuron(x)
