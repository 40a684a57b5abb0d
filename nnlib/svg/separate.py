"""The card of `separate`: plane, figures and truth table, map, controls."""

from nnlib import lines
from nnlib.data import AND, OR
from nnlib.svg import line_facts, line_legend, line_map, line_plane, line_said
from nnlib.svg.board import board, button, slider
from nnlib.svg.element import element, plain
from nnlib.svg.plane import Plane
from nnlib.svg.style import own
from nnlib.words import say

STILLS = {"and": AND, "or": OR}
STILL = Plane(0.5, 0.5, 112.0, 66.0, (0.0, 360.0), (-1.0, 1.0))
CAPS = ("← →", "angle"), ("↑ ↓", "offset"), ("S", "swap")
KEYS = "ArrowLeft ArrowRight ArrowUp ArrowDown s S"
STYLE = line_plane.STYLE + line_map.STYLE + own("separate")


def frame(trial):
    """What changes with the line: the text of each place."""
    every = [region.labels for region in trial.regions]
    found = 0 in trial.tried.values() or (trial.shown and trial.best == 0)
    ring = line_map.MAP.px([trial.angle, trial.offset])
    return {
        "plane": line_plane.framed(trial),
        "facts": line_facts.facts(trial),
        "said": line_said.sentence(trial),
        "heading": line_said.heading(trial),
        "map_desc": plain(line_said.spoken(trial)),
        "rest": trial.whole if trial.shown else "",
        "tiles": "" if trial.shown else line_map.tiles(trial.tiles),
        "numbers": line_map.numbers(trial.regions, every if trial.shown else trial.tried, ring),
        "legend": line_legend.legend(trial.regions, found, trial.known),
        "marker": line_map.marker(trial),
        "show": show(trial.shown),
    }


def shell(data, home):
    """The card for one problem; `home` is the one that the reader brought."""
    X, y = lines.corners(data)
    slots = (_slot("rest", "g"), _slot("tiles", "g"))
    over = (_slot("numbers", "g"), line_legend.frame(), _slot("legend", "g"))
    drag = {"x": 36.0, "y": 6.0, "width": 297.0, "height": 240.0, "class_": "nn-hit-area"}
    picture = element(
        "svg",
        element("title", plain(say("separate.map_label"))),
        _slot("map_desc", "desc"),
        line_map.ground(),
        *slots,
        line_map.curves(X, y),
        *over,
        element("rect", data_id="map", data_drag="", **drag),
        _slot("marker", "g"),
        viewBox=f"0 0 {line_map.WIDTH:.0f} {line_map.HEIGHT:.0f}",
        role="group",
        aria_label=say("separate.map_label"),
        class_="nn-picture",
    )
    right = element("div", _slot("heading", "h4"), picture, class_="nn-line-map")
    body = [_slot("plane"), _slot("facts"), right]
    return board(
        element("div", *body, class_="nn-line-body"),
        name="separate",
        words={"name": data.name},
        controls=_controls(data, home),
        keys=[(key, say(f"separate.key_{name}")) for key, name in CAPS],
        class_="nn-separate",
        data_keys=KEYS,
    )


def adjust(name, value):
    """The slider of ``angle`` or ``offset`` with its number field."""
    low, high, step = {"angle": (0, 360, 1), "offset": (-1, 1, 0.01)}[name]
    text = plain(say(f"separate.{name}"))
    rounded = round(value, 0 if name == "angle" else 2)
    return slider(name, text, rounded, low, high, step, words=say(f"separate.{name}_words"))


def show(shown):
    """The button that fills the map, or takes that back."""
    word = "hide" if shown else "show"
    return button("show", say(f"separate.{word}"), main=not shown)


def _controls(data, home):
    line = (
        say("separate.line"),
        button("swap", say("separate.swap"), title=say("separate.swap_title")),
    )
    reset = button("reset", say("separate.reset"), sign="↺", title=say("separate.reset_title"))
    shade = say("separate.map"), _slot("show"), button("clear", say("separate.clear"))
    row = [_word(line[0]), line[1], reset, _slot("angle")]
    row += [_word(shade[0]), shade[1], shade[2], _slot("offset")]
    back = button("home", say("separate.back", name=home.name))
    more = element("span", plain(say("separate.more"))) if _same(data, home) else back
    stills = (_still(key, make(), _same(data, make())) for key, make in STILLS.items())
    parts = [
        element("div", *row, class_="nn-line-set"),
        element("div", more, class_="nn-line-more"),
        element("div", *stills, class_="nn-line-stills"),
    ]
    return element("div", *parts, class_="nn-line-controls")


def _still(key, data, pressed):
    size = f"0 0 {STILL.width + 1:.0f} {STILL.height + 1:.0f}"
    picture = line_map.still(data, STILL)
    return element(
        "button",
        element("span", plain(data.name)),
        element("svg", picture, viewBox=size, class_="nn-picture", aria_hidden="true"),
        type="button",
        data_id=f"problem-{key}",
        data_press="",
        aria_pressed=str(pressed).lower(),
        aria_label=say("separate.still", name=data.name),
    )


def _slot(name, tag="div"):
    return element(tag, "", data_slot=name)


def _word(text):
    return element("span", plain(text))


def _same(one, other):
    """Whether two truth tables ask for the same line."""
    return bool((lines.corners(one)[1] == lines.corners(other)[1]).all())
