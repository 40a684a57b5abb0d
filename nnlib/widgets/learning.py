"""`learn_step_by_step`: Rosenblatt's rule, one visit at a time, on the reader's own samples."""

import numpy as np

from nnlib import checks, margins, steps
from nnlib.data import AND, OR, XOR, blobs
from nnlib.svg import (
    style,
    visit,
    visit_card,
    visit_ledger,
    visit_said,
    visit_strip,
    visit_vectors,
)
from nnlib.widgets.picture import Refusal, typed
from nnlib.widgets.placing import MOST, Placing
from nnlib.words import say

SHOWN = 400  # visits as frames
VISITS = 3000  # visits that are computed
ALPHA = 0.01, 100.0  # beyond them the numbers no longer fit their columns
READY = {"AND": AND, "OR": OR, "XOR": XOR, "blobs": lambda: blobs(12, noise=0.9)}


class Learner(Placing):
    """The widget; made by `learn_step_by_step`.

    Attributes
    ----------
    data : Dataset
        The samples as they are now, a copy.
    alpha : float
        α as it is now.
    updates : list of Update
        All visits of the run, to its end.
    margin : Margin
        That of the samples as they are now.
    """

    _css = Placing._css + style.own("visits")

    def __init__(self, perceptron, data, alpha, bound):
        perceptron, data = visit.checked(perceptron, data)
        if len(data) > MOST:
            raise ValueError(f"data must be at most {MOST} samples, got {len(data)}")
        self._unit, self._bound = perceptron.copy(), checks.boolean("bound", bound)
        alpha = checks.number("alpha", alpha, at_least=ALPHA[0], at_most=ALPHA[1])
        self._start = data.select(slice(None)), alpha
        super().__init__(shell=visit_card.shell())
        self.reset()
        self.on_event(self._event)

    @property
    def perceptron(self):
        """A perceptron with the weights after the visit in view, so after the last the trained."""
        unit = self._unit.copy()
        unit.w, unit.b = self.updates[self.index].w, self.updates[self.index].b
        return unit

    def reset(self):
        """Go back to exactly the same start."""
        data, self.alpha = self._start
        self.data = data.select(slice(None))  # a copy
        self._name, self._adds, self._chosen, self._held = "start", 1, None, None
        self._show()
        self._controls()

    def _show(self, focus=False):
        """Learn anew from visit 1: the first frame at once, the others after it."""
        m = len(self.data)
        most = max(1, VISITS // m)
        run = steps.visits(self._unit, self.data, self.alpha, most)
        self.updates, self.margin = run.updates, margins.margin(self.data.X, self.data.y)
        shown = min(len(run.updates), SHOWN // m * m)
        plane, data = visit.plane_of(self.data), self.data
        self._plane = plane
        still = {"axes": visit.axes(plane, visit.ticks(plane)), "bound": ""}
        still["samples"] = visit.samples(plane, data, self._chosen, focus)
        if self._bound:
            zero = not np.any(self._unit.w) and self._unit.b == 0
            still["bound"] = visit_strip.bound(self.margin, run, zero)
        self.places = {**self.places, **still}

        def make(k):
            arrows, factor = visit_vectors.vectors(plane, run, k)
            over = visit.current(plane, run, k, m) + visit_vectors.names(plane, run, k, factor)
            return {
                "say": visit.say_visit(run, k, m),
                "under": visit.under(plane, run, k),
                "lines": visit_vectors.lines(plane, run, k, turning=True),
                "arrows": arrows,
                "over": over,
                "ledger": visit_ledger.ledger(run, k, m),
                "boxes": visit_ledger.boxes(run, k),
                "strip": visit_strip.strip(run, k, m, shown),
                "said": visit_said.message(run, k, m, data, shown),
            }

        self.index = 0
        self.frames = [make(0)] + [{"late": ""}] * (shown - 1)
        self.redraw(make)

    def _controls(self):
        """Draw the controls, so that they show what is in force."""
        own = self._start[0].name
        options = {"start": own} | {name: name for name in READY if name != own}
        shown = visit_card.settings(self.alpha, options, self._name, self._adds)
        self.places = {**self.places, "settings": ""}
        self.places = {**self.places, "settings": shown}

    def _event(self, event):
        kind, data_id, key = event["type"], event["id"] or "", event["key"]
        if kind == "input":
            self._set(data_id, event["value"])
        elif kind == "press" and data_id == "reset":
            self.reset()
        elif kind == "press" and data_id.startswith("class-"):
            self._choose(int(data_id[-1]))
        elif kind == "key" and not data_id.startswith("s-") and key in ("0", "1"):
            self._choose(int(key))
        else:
            self._place(event)

    def _choose(self, y):
        self._adds = y
        self._controls()

    def _set(self, data_id, value):
        if data_id == "data" and value in {"start", *READY}:
            self.data = self._start[0].select(slice(None)) if value == "start" else READY[value]()
            self._name, self._chosen = value, None
            return self._show()
        if data_id == "alpha":
            low, high = map("{:g}".format, ALPHA)
            now = f"{self.alpha:g}"
            bad = say("visit.alpha_bad", low=low, high=high, value=repr(value), now=now)
            number = typed(value, bad)
            if not ALPHA[0] <= number <= ALPHA[1]:
                raise Refusal(bad)
            self.alpha = number
            self._show()
        return None

    def __repr__(self):
        return f"Learner({len(self.data)} samples, visit {self.index + 1} of {len(self.frames)})"


def learn_step_by_step(perceptron, data, *, alpha=1.0, bound=False):
    """Let a perceptron learn, one visit at a time: predict, compare, correct.

    Samples can be dragged, added and removed; every change starts again at visit 1.

    Parameters
    ----------
    perceptron : Perceptron
        With two inputs; learning starts from its weights. It stays as it is.
    data : Dataset
        At most 40 samples with two inputs, classes 0 and 1.
    alpha : float, 0.01 to 100
        α, the learning rate, dimensionless.
    bound : bool
        Show (R/γ)² of the convergence theorem beside the mistakes that were needed.

    Returns
    -------
    Learner
        ``.perceptron`` has the weights after the visit in view, ``.data`` the samples
        as they were placed, ``.updates`` all visits, ``.margin`` γ, R and the bound.

    Raises
    ------
    TypeError, ValueError
        If an argument is not as above.

    References
    ----------
    Lecture, slides 6 and 7. Rosenblatt 1958, Psychol. Rev. 65:386–408. Novikoff 1962.

    Examples
    --------
    >>> from nnlib import AND, Perceptron
    >>> learner = learn_step_by_step(Perceptron(2), AND())
    >>> learner
    Learner(4 samples, visit 1 of 24)
    >>> learner.index = 23
    >>> learner.perceptron
    Perceptron(w = [2, 1], b = -2)
    """
    return Learner(perceptron, data, alpha, bound)
