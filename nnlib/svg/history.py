"""The field's rises and falls as plain data: the events of slide 8's time line and more."""

from dataclasses import dataclass

from nnlib import checks
from nnlib.words import say

KINDS = ("rise", "fall", "unnoticed")

# key of its sentences in `nnlib.words`, year, kind, height of the curve
_EVENTS = (
    ("mp", 1943, "rise", 2),
    ("hebb", 1949, "rise", 3),
    ("perceptron", 1958, "rise", 7),
    ("mark", 1960, "rise", 8.6),
    ("convergence", 1962, "rise", 8),
    ("book", 1969, "fall", 6),
    ("linnainmaa", 1970, "unnoticed", 4.2),
    ("lighthill", 1973, "fall", 2.4),
    ("werbos", 1974, "unnoticed", 1),
    ("hopfield", 1982, "rise", 4),
    ("backprop", 1986, "rise", 7.4),
    ("universal", 1989, "rise", 8.6),
    ("hochreiter", 1991, "unnoticed", 6.8),
    ("forsaken", 1998, "fall", 2),
    ("deep", 2006, "rise", 4),
    ("alexnet", 2012, "rise", 7.6),
    ("nobel", 2024, "rise", 10),
)
# those about which something else is often told
_TOLD = {"mp", "hebb", "perceptron", "mark", "book", "lighthill", "backprop", "universal", "nobel"}


@dataclass(frozen=True)
class Event:
    """One point of the time line.

    Parameters
    ----------
    year : int, >= 1
    title, happened, source : str
        A few words, what happened, and where that stands.
    told : str
        What is often told about it and is not so; empty if nothing.
    kind : str
        ``"rise"``, ``"fall"`` or ``"unnoticed"``.
    height : float, 0 … 10
        How high the field stood, dimensionless: a judgement, no measurement.

    Raises
    ------
    TypeError, ValueError
        If an argument is not as above.

    Examples
    --------
    >>> Event(2030, "My event", "Something will happen.", "nowhere yet").kind
    'rise'
    """

    year: int
    title: str
    happened: str
    source: str
    told: str = ""
    kind: str = "rise"
    height: float = 5.0

    def __post_init__(self):
        checks.integer("year", self.year, at_least=1)
        for name in ("title", "happened", "source", "told"):
            if not isinstance(getattr(self, name), str):
                got = checks.shown(getattr(self, name))
                raise TypeError(f"{name} must be a text, got {got}")
        if self.kind not in KINDS:
            raise ValueError(f"kind must be one of {KINDS}, got {checks.shown(self.kind)}")
        height = checks.number("height", self.height, at_least=0)
        if height > 10:
            raise ValueError(f"height must be a number from 0 to 10, got {checks.shown(height)}")


def history():
    """The events from 1943 to today, in order.

    Returns
    -------
    list of Event

    References
    ----------
    Lecture, slides 6 to 8; each event names its source.

    Examples
    --------
    >>> history()[0].year, history()[0].title
    (1943, 'McCulloch and Pitts: nets of neurons compute logic')
    """
    return [_event(*row) for row in _EVENTS]


def _event(key, year, kind, height):
    parts = ("title", "happened", "source", *(["told"] if key in _TOLD else []))
    said = {part: say(f"history.{key}.{part}") for part in parts}
    return Event(year, **said, kind=kind, height=height)
