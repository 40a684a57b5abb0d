"""The one widget that shows SVG: frames and an index in, what was pressed or dragged out.

Everything seen is text made in Python; `picture.js` only puts it into the places
that the shell names, so that a step needs no kernel.
"""

import html
import threading
from math import isfinite
from numbers import Integral
from pathlib import Path

import anywidget
import traitlets
from traitlets import TraitType as Trait

from nnlib.checks import shown
from nnlib.svg import style
from nnlib.widgets.sending import Sending
from nnlib.words import say

HERE = Path(__file__).parent
EVENT = ("type", "id", "x", "y", "key", "value")


class Refusal(ValueError):
    """What a student entered cannot be used; the message line says why, and nothing changes."""


def typed(text, otherwise):
    """The finite number in a text, comma and true minus too; else a Refusal says `otherwise`."""
    try:
        number = float(str(text).strip().replace("−", "-").replace(",", "."))
    except ValueError:
        raise Refusal(otherwise) from None
    if not isfinite(number):
        raise Refusal(otherwise)
    return number


class Picture(anywidget.AnyWidget):
    """Frames of text, stepped through in the browser.

    Parameters
    ----------
    shell : str
        HTML of the whole card, put in once. Its element of class ``nnlib`` is the
        root (``role="group"``, ``tabindex="0"``, a label). By attributes it names

        - places: ``data-slot="name"`` gets ``frames[index]["name"]``, ``data-count``
          the number of the step, ``data-message`` the message;
        - the run bar: buttons ``data-go="first|previous|play|next|last"`` (``nextGroup``,
          ``previousGroup``; anything with a number goes to that step, from 0), each
          ``data-pace`` ms on the root while it plays,
          ``input[type=range][data-track]`` (its text is ``frames[index]["say"]``),
          ``data-cell="k"`` which is ``done``, ``now`` or ``todo``;
        - ``data-groups="0,3,7"`` on the root or in a place, where Page Up and Page Down stop
          (with ``data-updown`` on the root ↑ and ↓ as well);
        - ``input[type=radio][data-choose="view"]`` for `view`, which stands as
          ``data-view`` on the root.

        By default a card with one place, ``picture``.
    frames : list of dict of str
        One dict a step, name of the place to HTML, SVG or MathML. A place that a
        frame lacks stays empty.
    places : dict of str
        Texts that stay over the steps: name of the place to HTML, where a frame has none.
    index : int
        The step in view, from 0; kept within the frames.
    view : str
        Which of the shell's views is chosen, for its CSS.
    message : str
        Plain text for the message line, which hides when it is empty.
    lost : str
        What stands there once a press finds no kernel.

    Notes
    -----
    In shell and frames, elements with a ``data-id`` light up together while one of
    them has the pointer or the focus, if one id begins the other (``W-1`` and
    ``W-1-2-1``). What they do:

    - ``data-press``: a press of button, finger or Enter sends ``press``, and so does
      Space in a card where nothing plays;
    - ``data-drag``, or anything in an ``svg`` with ``data-plane``: ``press``, then
      ``drag`` while it moves, ``drop`` or (Esc) ``cancel``;
    - ``data-keys="ArrowUp ArrowDown d Space"``, on it or around it: these keys send
      ``key`` while the focus is inside, instead of their use in the picture
      (arrows in a slider or a field stay its own);
    - an ``input`` or ``select``: ``input`` with its ``value``.

    The texts are not escaped, except `message`: that is the duty of who makes them.

    Examples
    --------
    >>> picture = Picture(frames=[{"picture": "<svg></svg>"}, {"picture": ""}])
    >>> picture.index = 7
    >>> picture
    Picture(2 frames, index 1)
    """

    _esm = HERE / "picture.js"
    _css = style.sheet()

    # Plain traits, so that a wrong value meets our own words below (`Any` lets None pass).
    shell = Trait("").tag(sync=True)
    frames = Trait(()).tag(sync=True)
    places = Trait({}).tag(sync=True)
    index = Trait(0).tag(sync=True)
    view = Trait("").tag(sync=True)
    message = Trait("").tag(sync=True)
    lost = Trait("").tag(sync=True)

    def __init__(self, **traits):
        self._callbacks = []
        # JupyterLab hands comm messages to the main thread or to a subshell's, as they come.
        self._one_at_a_time, self._newest = threading.RLock(), 0
        self._error, self._refused, self._sending = "", False, Sending(self.send)
        super().__init__(**{"shell": card(), "lost": say("picture.lost")} | traits)
        self.on_msg(self._answer)

    def on_event(self, f, remove=False):
        """Call ``f(event)`` at each press, drag, drop, cancel, key and input (or no longer).

        Parameters
        ----------
        f : callable
            Gets a dict of ``type`` and ``id`` (the element's ``data-id`` or None);
            ``x``, ``y`` in the coordinates of the svg; ``key`` as the browser names
            it, with ``Shift+`` before a name; ``value`` of an input. What does not
            belong to the event is None. What `f` raises is said in `message`; after
            a press at which it raises, no drag, drop or cancel is told.

        Raises
        ------
        TypeError
            If `f` cannot be called.
        """
        if not callable(f):
            raise TypeError(f"f must be callable with an event, got {shown(f)}")
        if remove:
            self._callbacks.remove(f)
        else:
            self._callbacks.append(f)

    def _answer(self, _, content, buffers):
        """Tell the callbacks; the answer lets the browser send the next drag."""
        if content.get("type") == "taken":
            return self._sending.answered(content["n"])
        event = {name: content.get(name) for name in EVENT}
        try:
            with self._one_at_a_time, self._sending.waiting():
                self._hear(event, content["n"])
        finally:
            self.send({})

    def _hear(self, event, n):
        """Pass it on, unless it is late, or moves what a refused press does not hold."""
        kind = event["type"]
        if self._refused and kind in ("drag", "drop", "cancel"):
            return  # why is still told
        late = kind in ("drag", "input") and n < self._newest
        self._newest = self._newest if late else n
        try:
            for f in [] if late else list(self._callbacks):
                f(event)
        except Exception as error:
            self._refused = kind == "press"
            self._said(error)
        else:
            self._refused = False
            self._said("")

    def redraw(self, make, then=None):
        """New frames, as many as before: the one in view at once, the others after it.

        A newer call drops what an older one has not sent yet.

        Parameters
        ----------
        make : callable
            ``make(k)`` is the frame of step k, a dict from place to text.
        then : callable or None
            Called from another thread, once no newer call has come for a moment.
        """
        with self._one_at_a_time:
            k = self.index
            frames = [frame | {"late": ""} for frame in self.frames]
            frames[k] = make(k)
            # Not through the trait: that would send all of them at once.
            self._trait_values["frames"] = frames
            self._sending.start(frames, make, k, then)

    def _said(self, error):
        """Show an exception in `message`; the next success takes it away again."""
        if error:
            if not isinstance(error, Refusal):
                self.log.error("a callback of %r failed", self, exc_info=error)
            told = isinstance(error, Refusal)
            self._error = self.message = str(error) if told else f"{type(error).__name__}: {error}"
        elif self._error and self.message == self._error:
            self._error = self.message = ""

    def set_state(self, sync_data):
        """Take what the browser sent; an observer that fails is heard, not lost."""
        try:
            super().set_state(sync_data)
        except Exception as error:
            self._said(error)
        else:
            self._said("")

    @traitlets.validate("shell", "view", "message", "lost")
    def _text(self, proposal):
        name, value = proposal["trait"].name, proposal["value"]
        if not isinstance(value, str):
            raise TypeError(f"{name} must be a text, got {shown(value)}")
        return value

    @traitlets.validate("frames")
    def _texts(self, proposal):
        frames = proposal["value"]
        must = "frames must be a list of dicts from place to text"
        if not isinstance(frames, list | tuple):
            raise TypeError(f"{must}, got {shown(frames)}")
        for k, frame in enumerate(frames):
            if not isinstance(frame, dict):
                raise TypeError(f"{must}, got {shown(frame)} at index {k}")
            for item in frame.items():
                if not all(isinstance(text, str) for text in item):
                    raise TypeError(f"{must}, got {shown(item)} at index {k}")
        return list(frames)

    @traitlets.validate("index")
    def _within(self, proposal):
        value = proposal["value"]
        if isinstance(value, bool) or not isinstance(value, Integral):
            raise TypeError(f"index must be an integer, got {shown(value)}")
        return max(min(int(value), len(self.frames) - 1), 0)

    @traitlets.observe("frames")
    def _fewer(self, change):
        self._sending.drop()
        self.index = self.index  # within the new frames

    def __repr__(self):
        return f"Picture({len(self.frames)} frames, index {self.index})"


def card(label="picture"):
    """HTML of the simplest shell: one place named ``picture``, and the message line.

    Parameters
    ----------
    label : str
        What a screen reader calls it; escaped.
    """
    return (
        f'<div class="nnlib" role="group" tabindex="0" aria-label="{html.escape(label)}">'
        '<div data-slot="picture"></div><p data-message role="status" hidden></p></div>'
    )
