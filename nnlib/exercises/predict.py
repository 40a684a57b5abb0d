"""`predict`: choose first, then see."""

from collections.abc import Mapping
from html import escape
from itertools import count

import numpy as np

from nnlib import checks, formula
from nnlib.numerals import numeral
from nnlib.widgets.picture import Picture
from nnlib.words import say

_SERIAL = count()
STYLE = """
.nnlib.nnlib-predict { padding: 12px 16px; }
.nnlib-predict fieldset { border: 0; margin: 0 0 8px; padding: 0; min-width: 0; }
.nnlib-predict legend { font-weight: 600; padding: 0; margin-bottom: 4px; }
.nnlib-predict label { display: block; padding: 4px 0; cursor: pointer; }
.nnlib-predict label input { margin: 0 8px 0 2px; }
.nnlib-predict [data-slot=reason] { margin: 8px 0 0; min-height: 1.5em; }
.nnlib-predict button { width: auto; min-width: 72px; padding: 2px 16px; }
"""


class Prediction(Picture):
    """A question with options: radio buttons, a button, and the reason after it was pressed.

    Attributes
    ----------
    chosen
        The option that was seen last, None before.
    right : bool or None
        Whether it is the answer, None before.
    """

    _css = Picture._css + STYLE

    def __init__(self, question, options, answer, because):
        self._question, self._options = question, options
        self._right, self._because = answer, because
        super().__init__(shell=_shell(question, options))
        self.reset()
        self.add_class("nnlib-predict")
        self.on_event(self._pressed)
        self.observe(self._other_choice, "view")

    def reset(self):
        """Back to the start: nothing chosen, nothing seen."""
        self.chosen = self.right = None
        self.view, self.frames = "", [{"reason": ""}]

    def _pressed(self, event):
        if event["type"] == "press" and event["id"] == "see":
            self.see()

    def see(self):
        """Say whether the chosen option is right, and why: what the button does."""
        if not self.view:
            self.frames = [{"reason": _paragraph("…", say("predict.choose"))}]
            return
        i = int(self.view)
        self.chosen, self.right = self._options[i], i == self._right
        sentence = self._because.get(i, "")
        text = say("predict.right") if self.right else say("predict.wrong")
        self.frames = [{"reason": _paragraph("✓" if self.right else "✗", text, sentence)}]

    def _other_choice(self, change):
        self.frames = [{"reason": ""}]

    def __repr__(self):
        options = " / ".join(formula.readable(_text(option)) for option in self._options)
        return f"{formula.readable(self._question)}  {options}"


def predict(question, options, answer, because):
    """Ask for a prediction: the student chooses, then sees whether and why.

    Parameters
    ----------
    question : str
        The question; ``$…$`` is TeX, everything else is plain text.
    options : sequence of str or number
        At least two, all different.
    answer : str or number
        The right one of the options; it may come from the reader's own network.
    because : dict option → str
        A reason for each wrong option; one for the right option may stand too,
        so that the answer can change with the network.

    Returns
    -------
    Prediction
        A widget; ``.chosen`` is the option seen last, ``.right`` whether it is the answer.

    Raises
    ------
    TypeError, ValueError
        If an argument is not as above.

    Examples
    --------
    >>> question = predict("How many units?", [2, 3], 3, because={2: "The bias unit counts."})
    >>> question
    How many units?  2 / 3
    >>> question.chosen, question.right
    (None, None)
    """
    _typeset("question", question)
    options = _options(options)
    right = _index("answer", answer, options)
    if not isinstance(because, Mapping):
        raise TypeError(f"because must be a dict option → reason, got {checks.shown(because)}")
    reasons = {_index("because", option, options): text for option, text in because.items()}
    for i, option in enumerate(options):
        if i in reasons:
            _typeset("because", reasons[i])
        elif i != right:
            raise ValueError(
                f"because must hold a reason for each wrong option, got none for {option!r}"
            )
    return Prediction(question, options, right, reasons)


def _options(options):
    if isinstance(options, (str, Mapping)) or not hasattr(options, "__iter__"):
        raise TypeError(f"options must be a list, got {checks.shown(options)}")
    options = list(options)
    for option in options:
        if not _is_number(option):
            _typeset("options", option)
    if len(options) < 2 or len({_text(option) for option in options}) < len(options):
        raise ValueError(
            f"options must be at least two, all different, got {checks.shown(options)}"
        )
    return options


def _typeset(name, text):
    """Refuse what is no text, or holds TeX that cannot be set."""
    if not isinstance(text, str):
        raise TypeError(f"{name} must be a text, got {checks.shown(text)}")
    if not text.strip() or text.count("$") % 2:
        raise ValueError(f"{name} must be a text with closed $…$, got {text!r}")
    try:
        formula.sentence(text)
    except ValueError as error:
        raise ValueError(f"{name} must hold TeX that can be set, got {error}") from None


def _index(name, value, options):
    """Where `value` stands among the options; numbers by their value."""
    for i, option in enumerate(options):
        if isinstance(option, str) or isinstance(value, str):
            if isinstance(option, str) and isinstance(value, str) and option == value:
                return i
        elif _is_number(value) and np.isclose(float(option), float(value), rtol=1e-6):
            return i
    raise ValueError(
        f"{name} must be one of the options {checks.shown(options)}, got {checks.shown(value)}"
    )


def _is_number(value):
    if isinstance(value, (bool, np.bool_)):
        return False
    return isinstance(value, (int, float, np.number)) or (
        isinstance(value, np.ndarray) and value.size == 1 and value.dtype.kind in "iuf"
    )


def _text(option):
    return option if isinstance(option, str) else numeral(option)


def _shell(question, options):
    """The card; every text of the author is escaped by `formula.sentence`."""
    name = f"option-{next(_SERIAL)}"  # a name of its own, or two questions are one group
    rows = "".join(
        f'<label><input type="radio" name="{name}" data-choose="view" value="{i}">'
        f"{formula.sentence(_text(option))}</label>"
        for i, option in enumerate(options)
    )
    return (
        '<div class="nnlib nnlib-predict" role="group" tabindex="0" data-keys="m M" '
        f'aria-label="{escape(say("predict.options"))}">'
        f"<fieldset><legend>{formula.sentence(question)}</legend>{rows}</fieldset>"
        f'<button type="button" data-id="see" data-press>{escape(say("predict.button"))}</button>'
        '<div data-slot="reason" role="status"></div><p data-message role="status" hidden></p>'
        "</div>"
    )


def _paragraph(sign, *sentences):
    return f"<p><strong>{sign}</strong> {' '.join(map(formula.sentence, sentences))}</p>"
