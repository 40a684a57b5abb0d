"""`time_line`: the field's rises and falls; a point opens what happened, and its source."""

from nnlib.svg import time_line as card
from nnlib.svg.style import own
from nnlib.widgets.picture import Picture


class TimeLine(Picture):
    """The widget; made by `time_line`. It steps without a kernel.

    Attributes
    ----------
    events : list of Event
    event : Event
        The one that is open.
    """

    _css = Picture._css + own("time_line")

    def __init__(self, events):
        self.events = card.checked(events)
        frames = [card.frame(self.events, k) for k in range(len(self.events))]
        super().__init__(shell=card.shell(self.events), frames=frames)

    event = property(lambda self: self.events[self.index])

    def reset(self):
        """Back to the start: the first event."""
        self.index = 0

    def __repr__(self):
        first, last = self.events[0].year, self.events[-1].year
        return f"TimeLine({len(self.events)} events, {first} to {last}, at {self.event.year})"


def time_line(events):
    """Walk through events over the years; each opens what happened, and its source.

    Parameters
    ----------
    events : sequence of Event
        In order, such as `nnlib.svg.history` gives them, with your own added.

    Returns
    -------
    TimeLine
        ``.event`` is the one that is open.

    Raises
    ------
    TypeError, ValueError
        If events is not as above.

    References
    ----------
    Lecture, slide 8.

    Examples
    --------
    >>> from nnlib.svg import history
    >>> time_line(history())
    TimeLine(17 events, 1943 to 2024, at 1943)
    """
    return TimeLine(events)
