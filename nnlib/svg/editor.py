"""The one-line editor in the caption's place, and the quiet row under the card."""

from nnlib.activations import activations
from nnlib.formula import math, sentence
from nnlib.losses import losses
from nnlib.numerals import numeral
from nnlib.svg.element import element, plain
from nnlib.words import say


def editor(editing, data_id):
    """Symbol, slider, number field, undo, close for one number of the pass, as HTML."""
    number = element(
        "input",
        type="text",
        inputmode="decimal",
        size=8,
        value=f"{editing.value(data_id):.6g}",
        data_id="value",
        aria_label=say("edit.number", what=editing.name(data_id)),
    )
    return element(
        "div",
        math(editing.tex(data_id)),
        element("span", "", data_slot="slider", class_="nn-slider"),
        number,
        _button("undo", "↶"),
        _button("close", "×"),
        class_="nn-editor",
        data_keys="Escape",
        data_id="editor",
    )


def slider(editing, data_id, reach, *, focus=False):
    """The slider from −reach to reach and its ends, for the place in the `editor`, as HTML."""
    track = element(
        "input",
        type="range",
        min=f"{-reach:g}",
        max=f"{reach:g}",
        step="any",
        value=repr(editing.value(data_id)),
        data_id="value",
        data_focus="" if focus else None,
        aria_label=say("edit.slider", what=editing.name(data_id)),
    )
    low, high = (element("span", numeral(end), class_="nn-note") for end in (-reach, reach))
    return low + track + high


def settings(editing):
    """g, the loss and *reset to the same start*, as HTML."""
    names = {g.name for g in editing.net.g.values()}
    mixed = say("edit.mixed") if len(names) > 1 else None
    text = sentence(say("edit.g")) + _dot(editing.is_changed("g"))
    parts = [_select("g", text, list(activations), names.pop(), mixed)]
    if editing.y is not None:
        known = editing.loss.name if editing.loss.name in losses else None
        other = None if known else say("edit.mixed")
        text = say("edit.loss") + _dot(editing.is_changed("loss"))
        parts.append(_select("loss", text, list(losses), known, other))
    inactive = "true" if editing.is_started() else None
    reset = element(
        "button",
        say("edit.reset"),
        type="button",
        data_press="",
        data_id="reset",
        aria_disabled=inactive,
        class_="nn-reset",
    )
    return "".join([*parts, reset])


def _dot(changed):
    """The small mark of what the student changed."""
    words = say("edit.changed")
    mark = element("span", "", role="img", aria_label=words, title=words, class_="nn-dot")
    return mark if changed else ""


def _select(data_id, text, names, chosen, other):
    options = [element("option", plain(other), value="", selected="")] if other else []
    for name in names:
        selected = "" if name == chosen and not other else None
        options.append(element("option", plain(name), value=name, selected=selected))
    return element("label", text, " ", element("select", *options, data_id=data_id))


def _button(data_id, sign):
    return element(
        "button",
        sign,
        type="button",
        data_press="",
        data_id=data_id,
        aria_label=say(f"edit.{data_id}"),
        title=say(f"edit.{data_id}"),
    )
