"""The card around the visits of a perceptron: its places, its buttons, its settings."""

from nnlib.formula import math
from nnlib.svg import visit
from nnlib.svg.board import board, button, choice, slider
from nnlib.svg.element import element, plain
from nnlib.svg.visit_ledger import mark
from nnlib.words import say

KEYS = (("← →", "key_visit"), ("Tab", "key_sample"), ("N", "key_new"))
FIRST = "M3 3h3v12H3z M15 3v12L7 9z"
SKIP = "M4 3v12l8-6z M12 3h3v12h-3z"
DOUBLE = "M2 3v12l7-6z M9 3v12l7-6z"
LAST = "M1.5 3v12l6-6z M7.5 3v12l6-6z M14 3h2.5v12H14z"
PLAY, PAUSE = "M4 3v12l11-6z", "M4 3h4v12H4z M10 3h4v12h-4z"
ROUND = "M9 3a6 6 0 1 1-5.2 3l1.5.9A4.3 4.3 0 1 0 9 4.7V7L5 3.8 9 .8z"


def shell():
    """Everything that is made once."""
    layers = ("lines", "arrows", "samples", "over")
    slots = {name: element("g", "", data_slot=name) for name in ("under", "axes", *layers)}
    for name in ("arrows", "over"):
        slots[name] = element("g", "", data_slot=name, class_="nn-untouched")
    clipped = element("svg", slots["lines"], **_window(), class_="nn-untouched")
    picture = element(
        "svg",
        element("title", "", data_slot="say"),
        slots["under"] + slots["axes"] + clipped,
        slots["arrows"] + slots["samples"] + slots["over"],
        viewBox=f"0 0 {visit.WIDTH:.0f} {visit.HEIGHT:.0f}",
        class_="nn-picture",
        data_plane="",
        role="group",
    )
    right = "".join(element("div", "", data_slot=name) for name in ("ledger", "boxes"))
    right = element("div", right + _buttons() + element("div", "", data_slot="settings"))
    return board(
        element("div", picture) + right,
        name="visit",
        controls=element("div", "", data_slot="strip") + element("div", "", data_slot="bound"),
        keys=[(keys, say(f"visit.{name}")) for keys, name in KEYS],
        class_="nn-visits",
        data_keys="n N 0 1",
        data_updown="",
        data_pace=500,
    )


def settings(alpha, options, chosen, adds):
    """α, the choice of samples, the class that a press adds, and taking away."""
    names = {i: mark(i) + plain(" " + say("visit.class", y=i)) for i in (0, 1)}
    classes = "".join(
        element(
            "button",
            element("span", names[i]),
            type="button",
            data_id=f"class-{i}",
            data_press="",
            aria_pressed=str(i == adds).lower(),
        )
        for i in (0, 1)
    )
    ends = min(0.1, alpha), max(2.0, alpha)
    field = slider("alpha", math(r"\alpha"), alpha, *ends, 0.1, words=say("visit.alpha"))
    remove = button("remove", say("visit.remove"), title=say("visit.remove_title"))
    adding = element("span", plain(say("visit.adds")), class_="nn-quiet-word")
    first = field + choice("data", say("visit.data"), options, chosen)
    return element("div", first, class_="nn-row") + element(
        "div", adding + classes + remove, class_="nn-row"
    )


def _window():
    low, size = {"x": 29, "y": 20}, dict(width=visit.SIDE, height=visit.SIDE)
    return low | size | {"viewBox": f"29 20 {visit.SIDE:.0f} {visit.SIDE:.0f}"}


def _icon(path, class_=None):
    drawn = element("path", d=path)
    return element("svg", drawn, viewBox="0 0 18 18", aria_hidden="true", class_=class_)


def _buttons():
    run = (
        ("first", _icon(FIRST), ""),
        ("next", _icon(SKIP), say("visit.visit")),
        ("nextGroup", _icon(DOUBLE), say("visit.epoch")),
        ("last", _icon(LAST), ""),
        ("play", _icon(PLAY, "nn-start") + _icon(PAUSE, "nn-pause"), say("visit.play")),
    )
    made = [
        element(
            "button",
            icon,
            plain(text),
            type="button",
            data_go=go,
            class_="nn-main" if go == "next" else None,
            aria_label=None if text else say(f"visit.{go}"),
            title=None if text else say(f"visit.{go}"),
        )
        for go, icon, text in run
    ]
    reset = element(
        "button",
        _icon(ROUND),
        plain(say("visit.reset")),
        type="button",
        data_id="reset",
        data_press="",
    )
    return element("div", *made, reset, class_="nn-row")
