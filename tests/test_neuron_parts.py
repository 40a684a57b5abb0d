"""The biological neuron: every part says what it does, in the reader's order."""

import re
from xml.etree import ElementTree

import pytest

from nnlib.svg import draw_neuron
from nnlib.svg.cell import PARTS
from nnlib.svg.style import own, sheet
from nnlib.svg.text import width
from nnlib.widgets import press_parts
from nnlib.words import say


def send(widget, kind, name, n=0, **more):
    widget._handle_custom_msg({"type": kind, "id": name, "n": n} | more, [])


def test_a_press_says_what_the_part_does_and_is_an_attribute():
    neuron = press_parts()
    for part in PARTS:
        send(neuron, "press", part)
        assert neuron.part == part
        frame = neuron.frames[neuron.index]
        assert say(f"cell.{part}.does") in frame["tells"]
        assert (
            say(f"cell.{part}.zh") in frame["tells"] and say(f"cell.{part}.zh") in frame["picture"]
        )
        assert f"Lit: {say(f'cell.{part}')}." in frame["picture"]


def test_reset_is_the_same_start_and_presses_elsewhere_change_nothing():
    neuron = press_parts(["soma", "axon"])
    start = neuron.frames
    send(neuron, "press", "axon")
    send(neuron, "drag", "soma")
    assert neuron.part == "axon"
    send(neuron, "press", "reset")
    assert neuron.part is None and neuron.frames == start
    neuron.index = 1
    neuron.reset()
    assert neuron.part is None


def test_only_the_parts_asked_for_can_be_pressed_in_the_order_given():
    neuron = press_parts(["axon", "soma"])
    pressable = re.findall(r'data-id="(\w+)" data-press', neuron.frames[0]["picture"])
    assert set(pressable) == {"axon", "soma"}
    assert draw_neuron(["axon", "soma"]).alt == "A neuron. Its parts, numbered: 1 axon, 2 soma."
    neuron.index = 1
    assert neuron.part == "axon" and "Next: soma" in neuron.frames[1]["said"]


@pytest.mark.parametrize("chosen", [None, *PARTS])
def test_the_drawing_is_well_formed_and_every_class_has_a_style(chosen):
    drawing = draw_neuron(chosen=chosen)
    root = ElementTree.fromstring(drawing.svg)
    assert root.find("{*}title").text == drawing.alt
    names = {name for one in root.iter() for name in one.get("class", "").split()}
    styles = sheet() + own("cell")
    assert {name for name in names if f".{name}" not in styles} <= {"nn-part-of"}
    _, _, wide, high = map(float, root.get("viewBox").split())
    for text in root.findall(".//{*}text"):
        x, length = float(text.get("x")), float(text.get("font-size")) * 0.6 * len(text.text)
        start = {"middle": x - length / 2, "end": x - length}.get(text.get("text-anchor"), x)
        assert start >= 0 and start + length <= wide + 20 and 0 < float(text.get("y")) < high


@pytest.mark.parametrize("make", [press_parts, draw_neuron])
@pytest.mark.parametrize(
    ("parts", "kind"),
    [([], ValueError), (["soma", "soma"], ValueError), (["brain"], ValueError),
     ("soma", TypeError), ([1], TypeError), (3, TypeError)],
)  # fmt: skip
def test_what_are_no_parts_is_refused(make, parts, kind):
    with pytest.raises(kind, match="^parts must be "):
        make(parts)


def test_a_chosen_part_must_be_one_of_them():
    with pytest.raises(ValueError, match="^chosen must be one of"):
        draw_neuron(["soma"], chosen="axon")


def test_chinese_names_are_as_wide_as_their_signs():
    assert width("突触", 10.0) == 20.0
    picture = draw_neuron()._repr_svg_()
    lines = re.findall(r'<text x="([\d.]+)"[^>]*>([^<]+)</text>', picture)
    ends = [
        float(x) + width(text, 14.5) for x, text in lines if "excitatory" in text or "兴" in text
    ]
    assert len(ends) == 2 and max(ends) < 190  # where the soma begins
