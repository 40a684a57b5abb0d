"""`stimulate`: a current and single pulses into a membrane, its potential out, live."""

import numpy as np

from nnlib import checks
from nnlib.membrane import LASTS, Membrane, current
from nnlib.numerals import numeral
from nnlib.svg import trace as draw
from nnlib.svg.board import board, button, said, slider
from nnlib.svg.element import element
from nnlib.svg.style import own
from nnlib.widgets.picture import Picture, Refusal, typed
from nnlib.words import say

STRONGEST = 4.0  # nA
MOST, NEAR = 12, 0.1  # single pulses; nA between silent and firing that count as found
KEYS = "ArrowLeft ArrowRight Delete Backspace"
FIRST, APART = 20.0, 12.0  # ms: where the buttons put single pulses


class Stimulate(Picture):
    """The widget; made by `stimulate`.

    Attributes
    ----------
    membrane : Membrane
    I : float
        The constant current, nA.
    kicks : list of (float, int)
        The single pulses that come in: time in ms, and +1 or −1.
    current : numpy.ndarray of shape (1000,)
        Both together, every 0.1 ms, nA.
    V, pulses : numpy.ndarray
        The membrane potential every 0.1 ms, mV, and the times of its pulses, ms.
    tried : dict float → int
        Each constant current tried, nA, and the pulses it made in 100 ms.
    """

    _css = Picture._css + own("trace")

    def __init__(self, membrane, I):
        self.membrane = checks.instance("membrane", membrane, Membrane)
        self._start = checks.number("I", I, at_least=0)
        if self._start > STRONGEST:
            raise ValueError(f"I must be at most {STRONGEST:g} nA, got {self._start:g}")
        super().__init__(shell=_shell())
        self.reset()
        self.on_event(self._event)

    def reset(self):
        """Back to exactly the same start."""
        self.I, self.kicks, self.tried, self._before = self._start, [], {}, None
        self.places = {**self.places, "controls": ""}  # the slider shows the start again
        self.places = {**self.places, "controls": _controls(self.I)}
        self._run()

    @property
    def silent(self):
        """The largest constant current tried that made no pulse, nA, or None."""
        return draw.bracket(self.tried)[0]

    @property
    def firing(self):
        """The smallest constant current tried that made a pulse, nA, or None."""
        return draw.bracket(self.tried)[1]

    def _event(self, event):
        kind, name, *number = event["type"], *str(event["id"]).split("-")
        if kind == "input" and name == "I":
            self._stronger(event["value"])
        elif kind == "press" and name in ("excite", "inhibit"):
            self._add(1 if name == "excite" else -1)
        elif kind == "key" and name in ("excite", "inhibit") and self.kicks:
            self._move(len(self.kicks) - 1, event)  # the newest, straight after it was added
        elif kind == "press" and name == "clear":
            self.kicks = []
        elif kind == "press" and name == "reset":
            return self.reset()
        elif name == "kick" and int(number[0]) < len(self.kicks):
            self._move(int(number[0]), event)
        self._run()

    def _stronger(self, value):
        bad = say("trace.bad_I", value=repr(value))
        I = typed(value, bad)
        if not 0 <= I <= STRONGEST:
            raise Refusal(bad)
        self.I = round(I, 4)

    def _add(self, sign):
        if len(self.kicks) == MOST:
            raise Refusal(say("trace.full", most=MOST))
        last = max((t for t, _ in self.kicks), default=FIRST - APART)
        if last + APART > draw.END - LASTS:
            raise Refusal(say("trace.no_room", t=numeral(last)))
        self.kicks = [*self.kicks, (last + APART, sign)]

    def _move(self, k, event):
        t, sign = self.kicks[k]
        kind, key = event["type"], str(event["key"])
        if kind == "press":
            self._before = t
        elif kind in ("drag", "drop"):
            t = draw.current_plane().data(event["x"], event["y"])[0] - LASTS / 2
        elif kind == "cancel" and self._before is not None:
            t = self._before
        elif kind == "key" and key in ("Delete", "Backspace"):
            self.kicks = self.kicks[:k] + self.kicks[k + 1 :]
            return
        elif kind == "key":
            by = 10 if key.startswith("Shift") else 1
            t += by if key.endswith("Right") else -by
        t = float(np.clip(round(t, 1), 0, draw.END - LASTS))
        self.kicks = self.kicks[:k] + [(t, sign)] + self.kicks[k + 1 :]

    def _run(self):
        self.current = current(self.I, self.kicks, draw.END, draw.DT)
        self.V, self.pulses = self.membrane.run(self.current, draw.DT)
        if not self.kicks:
            self.tried = {**self.tried, self.I: len(self.pulses)}
        self._show()

    def _show(self):
        kicks = "".join(
            draw.kick(t, sign, k, tabindex=0, role="button", data_drag="", data_keys=KEYS)
            for k, (t, sign) in enumerate(self.kicks)
        )
        traces = draw.trace(self.membrane, self.current, self.V, self.pulses) + kicks
        count, size = len(self.pulses), (draw.SIDE_WIDTH, draw.SIDE_HEIGHT)
        words = draw.say_rates(self.tried, self.I, count)
        rates = draw.rates(self.tried, self.I, count)
        self.frames = [
            {
                "picture": draw.framed(traces, draw.say_trace(len(self.V), self.pulses)),
                "rates": draw.framed(rates, words, *size),
                "said": self._says(),
            }
        ]

    def _says(self):
        if self.kicks:
            return said(self._says_kicks())
        silent, firing = draw.bracket(self.tried)
        if None not in (silent, firing) and 0 < firing - silent <= NEAR:
            found = say("trace.found", silent=draw.nano(silent), firing=draw.nano(firing))
            return said(f"{self._says_current()} {found}", "reached")
        return said(self._says_current())

    def _says_current(self):
        count = len(self.pulses)
        if count > 1:
            return say("trace.said", count=count, apart=numeral(np.diff(self.pulses).mean()))
        if count:
            return say("trace.said1", first=numeral(self.pulses[0]))
        return say("trace.said0", V=numeral(self.V.max()), theta=numeral(self.membrane.theta))

    def _says_kicks(self):
        excite = sorted(t for t, sign in self.kicks if sign > 0)
        near = say("trace.near", apart=numeral(min(np.diff(excite)))) if len(excite) > 1 else ""
        count, V = len(self.pulses), numeral(self.V.max())
        out = say("trace.out", count=count) if count else say("trace.out0", V=V)
        return say("trace.said_kicks", n=len(self.kicks), near=near, out=out)

    def __repr__(self):
        return f"Stimulate({self.I:g} nA, {len(self.kicks)} in, {len(self.pulses)} out)"


def stimulate(membrane, I=1.0):
    """Send a constant current and single pulses into a membrane and see its potential, live.

    A single pulse is a current of ±5 nA for 1 ms. Beside the traces stands what every
    constant current tried so far has made.

    Parameters
    ----------
    membrane : Membrane
    I : float
        The constant current at the start, 0 to 4 nA.

    Returns
    -------
    Stimulate
        ``.I``, ``.kicks``, ``.current``, ``.V``, ``.pulses``, ``.silent`` and ``.firing``
        are ready for the next cell.

    Raises
    ------
    TypeError, ValueError
        If an argument is not as above.

    References
    ----------
    Lecture, slide 4 (膜电位, 动作电位).

    Examples
    --------
    >>> stimulate(Membrane(), 2.0)
    Stimulate(2 nA, 0 in, 7 out)
    """
    return Stimulate(membrane, I)


def _shell():
    places = (element("div", "", data_slot=name) for name in ("picture", "rates"))
    body = element("div", *places, class_="nn-trace-of")
    controls = element("div", "", data_slot="controls")
    keys = [("← →", say("trace.key_move")), ("Del", say("trace.key_remove"))]
    return board(body, name="trace", controls=controls, keys=keys)


def _controls(I):
    sign = element("i", "I", class_="nn-serif-i")
    return element(
        "div",
        slider("I", sign, I, 0, STRONGEST, 0.01, words=say("trace.slider")),
        element("span", "nA"),
        button("excite", say("trace.excite"), sign="+", data_keys=KEYS),
        button("inhibit", say("trace.inhibit"), sign="−", data_keys=KEYS),
        button("clear", say("trace.clear")),
        button("reset", say("trace.reset"), sign="⟲"),
        class_="nn-trace-controls",
    )
