"""The course on a time line: one row a notebook, its year as a dot."""

from nnlib import checks
from nnlib.svg.element import element
from nnlib.svg.page import page
from nnlib.svg.text import label, width
from nnlib.svg.years import SMALL, Years, axis
from nnlib.words import say

WIDTH, ROW, HEAD, FOOT = 590.0, 38.0, 34.0, 34.0
LEFT, FIRST, LAST = 10.0, 262.0, 566.0  # the rows; the first and the last year
TITLE = 13.0


def draw_map(notebooks, *, skip=()):
    """The notebooks in their order, from top to bottom, each at the year of its event.

    Parameters
    ----------
    notebooks : sequence of (number, title, minutes, year, event)
        number, title and event are texts, minutes and year integers; year None for
        a notebook without a place in history.
    skip : sequence of number
        What can wait: hollow dots, in grey.

    Returns
    -------
    Drawing

    Raises
    ------
    TypeError, ValueError
        If an argument is not as above, or all years are the same.

    Examples
    --------
    >>> draw_map([("1", "See", 30, 1943, "a"), ("2", "Do", 60, 1986, "b")], skip=["2"]).alt
    'The course on a time line: 1 in 1943, 2 in 1986. Can wait: 2.'
    """
    notebooks = [_row(f"notebooks[{k}]", row) for k, row in enumerate(_list(notebooks))]
    skip = checks.sequence("skip", skip)
    for number in skip:
        if number not in [row[0] for row in notebooks]:
            raise ValueError(
                f"skip must be numbers of notebooks in the list, got {checks.shown(number)}"
            )
    told = [row[3] for row in notebooks if row[3] is not None]
    if len(set(told)) < 2:
        raise ValueError("notebooks must be of at least 2 different years, got fewer")
    years = Years(FIRST, LAST, min(told), max(told))
    bottom = HEAD + ROW * len(notebooks)
    drawn = [*axis(years, HEAD - 8, bottom, WIDTH - 4), *_way(notebooks, years)]
    for k, row in enumerate(notebooks):
        drawn += _notebook(row, _middle(k), years, row[0] in skip)
    height = HEAD + ROW * len(notebooks) + FOOT
    drawn += _legend(height - FOOT / 2)
    rows = "; ".join(_said(row, row[0] in skip) for row in notebooks)
    return page("".join(drawn), WIDTH, height, _alt(notebooks, skip), rows)


def _alt(notebooks, skip):
    """Which notebook stands where; the rest is the description."""
    dots = [say("map.dot", number=row[0], year=row[3]) for row in notebooks if row[3]]
    alt = say("map.alt", dots=", ".join(dots))
    return f"{alt} {say('map.alt_skip', numbers=', '.join(skip))}" if skip else alt


def _list(notebooks):
    notebooks = checks.sequence("notebooks", notebooks)
    if not notebooks:
        raise ValueError("notebooks must be a list of at least one, got none")
    return notebooks


def _row(name, row):
    if not isinstance(row, (tuple, list)) or len(row) != 5:
        must = "(number, title, minutes, year, event)"
        raise TypeError(f"{name} must be {must}, got {checks.shown(row)}")
    number, title, minutes, year, event = row
    for part, text in (("number", number), ("title", title), ("event", event)):
        checks.text(f"{name} {part}", text)
    minutes = checks.integer(f"{name} minutes", minutes, at_least=1)
    if year is not None:
        year = checks.integer(f"{name} year", year, at_least=1)
    return number, title, minutes, year, event


def _said(row, later):
    number, title, minutes, year, event = row
    when = ", ".join(str(part) for part in (year, event) if part)
    text = say("map.row", number=number, title=title, minutes=minutes)
    text = f"{text}, {when}" if when else text
    return say("map.later", row=text) if later else text


def _middle(k):
    return HEAD + ROW * (k + 0.5)


def _way(notebooks, years):
    """The way of the course from dot to dot: mostly forward in time."""
    dots = [(years.x(row[3]), _middle(k)) for k, row in enumerate(notebooks) if row[3]]
    points = " ".join(f"{x:.1f},{y:.1f}" for x, y in dots)
    yield element("polyline", points=points, class_="nn-track", fill="none")


def _notebook(row, y, years, later):
    number, title, minutes, year, event = row
    tone = "nn-num nn-muted" if later else "nn-num"
    strong = tone if later else f"{tone} nn-strong"
    yield label(LEFT, y - 7, number, size=TITLE, class_=strong, anchor="start")
    yield label(LEFT + 24, y - 7, title, size=TITLE, class_=strong, anchor="start")
    time = say("map.minutes", minutes=minutes)
    yield label(LEFT + 24, y + 9, time, size=SMALL, class_="nn-num nn-muted", anchor="start")
    x = FIRST if year is None else years.x(year)
    if year is not None:
        yield _dot(x, y, later)
    text = f"{year} {event}".strip() if year else event
    right = x + 12 + width(text, SMALL) < WIDTH
    side = {"anchor": "start"} if right else {"anchor": "end"}
    at = x + 12 if right else x - 12
    yield label(at, y, text, size=SMALL, class_=f"{tone} nn-halo", **side)


def _dot(x, y, later):
    class_ = "nn-bias" if later else "nn-point"
    return element("circle", cx=float(x), cy=float(y), r=6.0, class_=class_)


def _legend(y):
    for x, key, later in ((LEFT + 30, "map.now", False), (LEFT + 190, "map.skip", True)):
        yield _dot(x, y, later)
        text = say(key)
        yield label(x + 12, y, text, size=SMALL, class_="nn-num nn-muted", anchor="start")
