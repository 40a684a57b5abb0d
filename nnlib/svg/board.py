"""The card of every widget but the stepper: title, what is seen, controls, message line."""

from nnlib.svg.element import element, plain
from nnlib.words import say

KINDS = ("happened", "reached", "caution")


def board(body, *, name, controls="", keys=(), class_="", words=None, **attributes):
    """The shell around a widget's places; its sentences are ``NAME.label``, ``.title``, ``.lead``.

    Parameters
    ----------
    body : str
        Markup with ``data-slot`` places.
    name : str
        The widget's name in the table of words.
    controls : str
        Markup of the row of controls, see `button` and `slider`.
    keys : sequence of (str, str)
        Keys as they are written on them and what they do, for the message line.
    words : dict or None
        Values for the places of the title.
    attributes
        More attributes of the root, such as ``data_keys`` or ``data_groups``.
    """
    head = element(
        "div",
        element("h3", plain(say(f"{name}.title", **words or {}))),
        element("p", plain(say(f"{name}.lead"))),
        class_="nn-board-head",
    )
    foot = element(
        "div",
        element("div", "", data_slot="said", role="status"),
        element("p", "", data_message="", role="status", hidden="", class_="nn-said nn-caution"),
        element("div", *(_keys(*pair) for pair in keys), class_="nn-keys", aria_hidden="true"),
        class_="nn-board-foot",
    )
    return element(
        "div",
        head,
        element("div", body, class_="nn-board-body"),
        element("div", controls, class_="nn-board-controls") if controls else "",
        foot,
        class_=f"nnlib nn-board {class_}".strip(),
        role="group",
        tabindex="0",
        aria_label=say(f"{name}.label"),
        **attributes,
    )


def said(text, kind="happened"):
    """The sentence of the message line: what happened, was reached, or needs caution."""
    return element("p", plain(text), class_=f"nn-said nn-{KINDS[KINDS.index(kind)]}")


def button(data_id, text, *, main=False, pressed=None, sign="", **attributes):
    """A button with a word on it; `pressed` makes it one that stays in (True or False)."""
    return element(
        "button",
        element("span", plain(sign), aria_hidden="true") if sign else "",
        element("span", plain(text)),
        type="button",
        data_id=data_id,
        data_press="",
        aria_pressed=None if pressed is None else str(bool(pressed)).lower(),
        class_="nn-main" if main else None,
        **attributes,
    )


def slider(data_id, symbol, value, low, high, step, *, words):
    """A slider and its number field, which move together: `symbol` is markup, `words` a name."""
    shared = dict(data_id=data_id, value=f"{value:.6g}")
    track = dict(type="range", min=f"{low:g}", max=f"{high:g}", step=step, aria_label=words)
    field = dict(type="text", inputmode="decimal", size=5, aria_label=words)
    return element(
        "div",
        element("span", symbol, aria_hidden="true"),
        element("input", **track, **shared),
        element("input", **field, **shared),
        class_="nn-slider",
    )


def choice(data_id, text, options, chosen):
    """A list to choose from: `options` maps values to what is read."""
    made = [
        element("option", plain(name), value=value, selected="" if value == chosen else None)
        for value, name in options.items()
    ]
    return element("label", plain(text), " ", element("select", *made, data_id=data_id))


def _keys(keys, does):
    caps = (element("kbd", plain(key)) for key in keys.split())
    return element("span", *caps, " ", plain(does))
