"""Rises and falls over the years: a curve with a dot for each event, and what a dot opens."""

from nnlib import checks
from nnlib.svg.board import board, button, said
from nnlib.svg.element import element, plain
from nnlib.svg.history import KINDS, Event
from nnlib.svg.marks import ring
from nnlib.svg.page import page
from nnlib.svg.style import own
from nnlib.svg.text import label, width
from nnlib.svg.years import SMALL, Years, axis
from nnlib.words import say

HEIGHT, TOP, FOOT = 222.0, 48.0, 30.0  # px; the curve lies between
NARROW, WIDE = 552.0, 804.0
EDGE = 24.0
KEYS = (("← →", "key_step"), ("Home End", "key_ends"))
SEEN = {"rise": "reached", "fall": "caution", "unnoticed": "happened"}
STYLE = own("time_line").partition("/* in the widget")[0]


def checked(events):
    """The events as a list: at least two, in the order of their years.

    Raises
    ------
    TypeError, ValueError
        If they are nothing of this.
    """
    events = list(checks.sequence("events", events))
    for k, event in enumerate(events):
        checks.instance(f"events[{k}]", event, Event)
    years = [event.year for event in events]
    if years != sorted(years) or len(set(years)) < 2:
        raise ValueError("events must be in the order of at least 2 different years, got others")
    return events


def draw_time_line(events, *, at=None):
    """The events over the years, for the page, with what one of them tells.

    Parameters
    ----------
    events : sequence of Event
        In order, such as `history` gives them.
    at : int or None
        The year of the event that is told; None for none.

    Returns
    -------
    Drawing

    Raises
    ------
    TypeError, ValueError
        If an argument is not as above, or no event is of this year.

    Examples
    --------
    >>> from nnlib.svg.history import history
    >>> draw_time_line(history()[:2]).alt
    'Rises and falls on a time line: 2 events, 1943 to 1949.'
    """
    events = checked(events)
    dots = _dots(events, NARROW)
    inside = _curve(events, NARROW)
    height = HEIGHT
    if at is not None:
        at = checks.integer("at", at, at_least=1)
        found = [k for k, event in enumerate(events) if event.year == at]
        if not found:
            raise ValueError(f"at must be the year of an event, got {at}")
        inside += ring(*dots[found[0]]) + "".join(_lines(events[found[0]]))
        height += 30
    return page(inside, NARROW, height, alt(events), _in_words(events), plane=True, style=STYLE)


def alt(events):
    """What is shown, in words."""
    years = dict(first=events[0].year, last=events[-1].year)
    return say("time_line.alt", n=len(events), **years)


def _in_words(events):
    """Which event stands where."""
    dots = [
        say(
            "time_line.dot",
            year=event.year,
            title=event.title,
            kind=say(f"time_line.kind_{event.kind}"),
        )
        for event in events
    ]
    return f"{', '.join(dots)}."


def shell(events):
    """The card: the curve with a button a dot, the place of what it tells, the controls."""
    years = [
        element(
            "div",
            element(
                "svg",
                element("title", plain(alt(events))),
                element("desc", plain(_in_words(events))),
                _curve(events, wide),
                viewBox=f"0 0 {wide:.0f} {HEIGHT:.0f}",
                role="img",
                class_="nn-picture",
            ),
            *_buttons(events, wide),
            class_=f"nn-years nn-years-{name}",
        )
        for name, wide in (("wide", WIDE), ("narrow", NARROW))
    ]
    told = element("div", "", data_slot="told", class_="nn-told", aria_live="polite")
    return board(
        "".join([*years, told]),
        name="time_line",
        controls=_controls(),
        keys=[(key, say(f"time_line.{name}")) for key, name in KEYS],
        class_="nn-time-line",
    )


def frame(events, k):
    """What the event k, from 0, tells."""
    event = events[k]
    parts = [("happened", event.happened), ("told", event.told), ("source", event.source)]
    rows = [
        element("dt", plain(say(f"time_line.{name}"))) + element("dd", plain(text))
        for name, text in parts
        if text
    ]
    title = say("time_line.open", year=event.year, title=event.title)
    told = element("h4", plain(title)) + element("dl", *rows)
    sentence = say(f"time_line.said_{event.kind}", n=k + 1, of=len(events))
    return {"told": told, "said": said(sentence, SEEN[event.kind]), "say": title}


def _controls():
    return "".join(
        button(None, say(f"time_line.{name}"), main=name == "next", data_go=name)
        for name in ("previous", "next", "first")
    )


def _buttons(events, wide):
    for k, (event, (x, y)) in enumerate(zip(events, _dots(events, wide))):
        place = f"left:{100 * x / wide:.2f}%;top:{100 * y / HEIGHT:.2f}%"
        name = say("time_line.open", year=event.year, title=event.title)
        yield element(
            "button", "", type="button", data_go=k, data_cell=k, style=place, aria_label=name
        )


def _dots(events, wide):
    """Where the events stand, px."""
    years = Years(EDGE, wide - EDGE - 16, events[0].year, events[-1].year)
    room = HEIGHT - TOP - FOOT - 20
    return [(years.x(event.year), TOP + 14 + room * (1 - event.height / 10)) for event in events]


def _curve(events, wide):
    years = Years(EDGE, wide - EDGE - 16, events[0].year, events[-1].year)
    dots = _dots(events, wide)
    bottom = HEIGHT - FOOT
    path = "M{:.1f} {:.1f}".format(*dots[0])
    for (x0, y0), (x1, y1) in zip(dots, dots[1:]):
        middle = (x0 + x1) / 2
        path += f"C{middle:.1f} {y0:.1f} {middle:.1f} {y1:.1f} {x1:.1f} {y1:.1f}"
    return "".join(
        [
            *axis(years, 26.0, bottom, wide - 4),
            element("path", d=path, class_="nn-curve"),
            *(_dot(x, y, event.kind) for event, (x, y) in zip(events, dots)),
            *_years(events, dots, wide),
            *_legend(HEIGHT - FOOT / 2, wide),
        ]
    )


def _dot(x, y, kind):
    class_ = f"nn-event nn-event-{kind}"
    return element("circle", cx=float(x), cy=float(y), r=6.0, class_=class_)


def _years(events, dots, wide):
    """The year beside each dot where there is room: above, below, right, left."""
    taken = [(x - 8, y - 8, x + 8, y + 8) for x, y in dots]
    for event, (x, y) in zip(events, dots):
        half = width(str(event.year), SMALL) / 2
        for dx, dy in ((0, -20), (0, 20), (half + 15, 0), (-half - 15, 0)):
            box = (x + dx - half, y + dy - 7, x + dx + half, y + dy + 7)
            inside = box[0] > 0 and box[2] < wide and TOP - 16 < box[1] and box[3] < HEIGHT - FOOT
            if inside and not any(_meet(box, other) for other in taken):
                taken.append(box)
                style = dict(size=SMALL, class_="nn-num nn-halo")
                yield label(x + dx, y + dy, event.year, **style)
                break


def _meet(one, other):
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]


def _legend(y, wide):
    x = EDGE
    for kind in KINDS:
        text = say(f"time_line.kind_{kind}")
        yield _dot(x, y, kind)
        yield label(x + 11, y, text, size=SMALL, class_="nn-num nn-muted", anchor="start")
        x += 32 + width(text, SMALL)
    text = say("time_line.height")
    yield label(wide - 4, y, text, size=SMALL, class_="nn-num nn-muted", anchor="end")


def _lines(event):
    text = say("time_line.open", year=event.year, title=event.title)
    yield label(EDGE - 6, HEIGHT + 12, text, size=14.0, class_="nn-num nn-strong", anchor="start")
