"""`press_parts`: a biological neuron whose parts say what they do."""

from nnlib.svg.board import board, button, said
from nnlib.svg.cell import PARTS, framed_cell, known_parts, say_cell
from nnlib.svg.element import element, plain
from nnlib.svg.style import own
from nnlib.widgets.picture import Picture
from nnlib.words import say


class Parts(Picture):
    """The widget; made by `press_parts`.

    Attributes
    ----------
    parts : tuple of str
        In the order in which ← and → go through them.
    part : str or None
        The part pressed last.
    """

    _css = Picture._css + own("cell")

    def __init__(self, parts):
        self.parts = known_parts(parts)
        super().__init__(shell=_shell(), frames=self._frames())
        self.on_event(self._event)

    @property
    def part(self):
        """The part pressed last, or None."""
        return self.parts[self.index - 1] if self.index else None

    def reset(self):
        """Back to the start: nothing pressed."""
        self.index = 0

    def _event(self, event):
        if event["type"] == "press":
            chosen = event["id"] in self.parts
            self.index = self.parts.index(event["id"]) + 1 if chosen else 0

    def _frames(self):
        return [self._frame(None), *map(self._frame, self.parts)]

    def _frame(self, part):
        return {
            "picture": framed_cell(self.parts, part),
            "tells": _tells(part),
            "said": said(self._said_of(part)),
            "say": say_cell(self.parts, part),
        }

    def _said_of(self, part):
        if part is None:
            return say("cell.start")
        number, count = self.parts.index(part) + 1, len(self.parts)
        after = "" if number == count else self.parts[number]
        follows = say("cell.next", part=say(f"cell.{after}")) if after else say("cell.end")
        named = say(f"cell.{part}")
        return say("cell.chosen", number=number, count=count, part=named, next=follows)

    def __repr__(self):
        return f"Parts({', '.join(self.parts)}; pressed: {self.part})"


def press_parts(parts=PARTS):
    """Show a neuron (神经元) whose parts say what they do when they are pressed.

    Parameters
    ----------
    parts : sequence of str
        Some or all of ``excitatory``, ``inhibitory``, ``dendrite``, ``soma``, ``axon``, in
        the order in which they are numbered and ← and → go through them.

    Returns
    -------
    Parts
        ``.part`` is the one pressed last.

    Raises
    ------
    TypeError, ValueError
        If parts is not as above.

    References
    ----------
    Lecture, slides 3 and 4.

    Examples
    --------
    >>> press_parts(["soma", "axon"])
    Parts(soma, axon; pressed: None)
    """
    return Parts(parts)


def _tells(part):
    if part is None:
        return element("div", element("p", plain(say("cell.ask"))), class_="nn-tells")
    head = f"{say(f'cell.{part}').capitalize()} {say(f'cell.{part}.zh')}"
    model = say("cell.model", model=say(f"cell.{part}.model"))
    return element(
        "div",
        element("h4", plain(head)),
        element("p", plain(say(f"cell.{part}.does"))),
        element("p", plain(model)),
        class_="nn-tells",
    )


def _shell():
    places = (element("div", "", data_slot=name) for name in ("picture", "tells"))
    body = element("div", *places, class_="nn-cell-of")
    back = button("reset", say("cell.reset"), sign="⟲")
    return board(body, name="cell", controls=back, keys=[("← →", say("cell.key"))])
