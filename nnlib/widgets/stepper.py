"""`step_through`: one pass through the reader's network, forward and back, step by step."""

import itertools

import numpy as np

from nnlib import steps
from nnlib.formula import readable, sentence
from nnlib.losses import squared_error
from nnlib.svg import card, editor, formula_card
from nnlib.svg.code import code
from nnlib.svg.network import framed, network
from nnlib.svg.reading import reading
from nnlib.svg.scene import Scene
from nnlib.svg.spoken import say_step
from nnlib.widgets.editing import Editing
from nnlib.widgets.picture import Picture, Refusal

VIEWS = ("unit", "layer")


class Stepper(Picture):
    """The stepper; made by `step_through`.

    Attributes
    ----------
    net, x, y, loss
        What is stepped through now, with all that was changed: copies, the reader's
        own are untouched.
    steps : list of Step
        The steps in view, in order; ``steps[stepper.index]`` is the one shown.
    """

    def __init__(self, net, x, y, loss, input_gradient):
        self.steps = steps.whole(net, x, y, loss, input_gradient)
        self._editing = Editing(net, x, y, loss)
        self._input_gradient, self._scene = input_gradient, None
        self._open, self._reach, self._fresh = None, 0.0, itertools.count()
        views = VIEWS if max(net.sizes) <= steps.MOST else VIEWS[1:]
        make = self._frames()
        super().__init__(
            shell=card.shell(net, self.steps, views),
            frames=[make(k) for k in range(len(self.steps))],
            places={"settings": editor.settings(self._editing), "reading": self._buttons()},
            view=views[0],
        )
        self.on_event(self._event)

    @property
    def net(self):
        """The network as it is now."""
        return self._editing.net

    @property
    def x(self):
        """The input as it is now, shape (s_1,)."""
        return self._editing.x

    @property
    def y(self):
        """The target as it is now, shape (s_L,), or None."""
        return self._editing.y

    @property
    def loss(self):
        """The loss as it is now."""
        return self._editing.loss

    def reset(self):
        """Go back to exactly the same start; the step in view stays."""
        with self._one_at_a_time:
            self._editing.reset()
            if self._open:
                self._show(self._open, focus=False)
            self._changed()

    def _frames(self):
        """A function that makes the frame of step k; the pass is run once, here."""
        now = self._editing
        net, x, y, loss = now.net.copy(), now.x, now.y, now.loss
        with np.errstate(all="ignore"):  # what is not finite is shown as it is
            found = steps.whole(net, x, y, loss, self._input_gradient)
            by_layer = found
            if any(step.unit for step in found):
                by_layer = steps.whole(net, x, y, loss, self._input_gradient, by="layer")
        whole = {(step.symbol, step.layer): step for step in by_layer}
        scene = Scene(net, found, y, editing=now, layout_of=self._scene)
        self.steps, self._scene = found, self._scene or scene

        def make(k):
            said = say_step(found, k)
            layer = whole[found[k].symbol, found[k].layer]
            words = readable(found[k].caption)
            return {
                "say": said,
                "phase": card.phase(found[k]),
                "caption": sentence(found[k].caption),
                "picture": framed(network(scene, k), said, words, press=True),
                "code": code(found[k], net.L),
                "unit": formula_card.card(net, found[k]),
                "layer": formula_card.card(net, layer),
            }

        return make

    def _event(self, event):
        kind, data_id = event["type"], event["id"]
        if kind == "input" and data_id == "value" and self._open:
            self._editing.change(self._open, event["value"])
            self._widen()
            return self._changed()
        if kind == "input" and data_id in ("g", "loss") and event["value"]:
            return self._choose(data_id, event["value"])
        if kind == "press" and data_id == "reset":
            return self.reset()
        if kind == "press" and data_id == "undo" and self._open:
            self._editing.change(self._open, self._before)
            self._show(self._open, focus=False)
            return self._changed()
        if kind == "key" or (kind == "press" and data_id in ("close", "picture")):
            return self._show(None)
        weight = str(data_id).replace("Delta", "W").removesuffix("-0") if kind == "press" else ""
        if weight.startswith("W") and weight.count("-") == 2:
            weight = weight.replace("W", "b")
        if self._editing.can_change(weight):
            self._before = self._editing.value(weight)
            self._show(weight)

    def _choose(self, what, name):
        try:
            getattr(self._editing, f"change_{what}")(name)
        except Refusal:  # the list shows again what is in force
            self._put(settings=editor.settings(self._editing) + self._new())
            raise
        self._changed()

    def _show(self, data_id, *, focus=True):
        """Open the editor for this number, or close it."""
        self._open = data_id
        if not data_id:
            return self._put(editor="", slider="")
        self._reach = self._editing.reach(data_id)
        track = editor.slider(self._editing, data_id, self._reach, focus=focus)
        self._put(editor=editor.editor(self._editing, data_id) + self._new(), slider=track)

    def _widen(self):
        """Let the slider reach as far as what was typed; the number field stays as it is."""
        reach = self._editing.reach(self._open)
        if reach > self._reach:
            self._reach = reach
            self._put(slider=editor.slider(self._editing, self._open, reach))

    def _new(self):
        """A text is put in again, over what was typed there, only if it is another one."""
        return f"<!--{next(self._fresh)}-->"

    def _put(self, **places):
        with self._one_at_a_time:
            self.places = {**self.places, **places}

    def _changed(self):
        """Let picture, formula and all later steps follow."""
        self.redraw(self._frames(), lambda: self._put(reading=self._buttons()))
        self._put(settings=editor.settings(self._editing))

    def _buttons(self):
        """The weights and inputs as buttons: they stay over all steps, where all are drawn."""
        return reading(self._scene, self._scene.edges) if self._scene.draws_all else ""

    def __repr__(self):
        return f"Stepper({self.net!r}, step {self.index + 1} of {len(self.steps)})"


def step_through(net, x, y=None, *, loss=squared_error, input_gradient=False):
    """Step through a pass: picture, formula, the same with its numbers, and the code line.

    Parameters
    ----------
    net : Network
    x : array of shape (s_1,)
        One sample, dimensionless.
    y : array of shape (s_L,) or None
        Its target; without it the forward pass alone.
    loss : Loss or str
    input_gradient : bool
        Go on to ∂J/∂a^(1), the gradient of the input layer (slide 21).

    Returns
    -------
    Stepper
        ``stepper.net``, ``stepper.x``, ``stepper.y`` are ready for the next cell.

    Raises
    ------
    TypeError, ValueError
        If an argument is not as above.

    References
    ----------
    Lecture, slides 18 to 24.

    Examples
    --------
    >>> from nnlib import Network
    >>> step_through(Network([2, 2, 1]), [0, 1], [1])
    Stepper(Network(2-2-1, sigmoid), step 1 of 14)
    """
    return Stepper(net, x, y, loss, input_gradient)
