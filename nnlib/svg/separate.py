"""The card of `separate`: plane, figures and truth table, map, controls."""

from nnlib import lines
from nnlib.data import AND, OR
from nnlib.svg import line_facts, line_legend, line_map, line_plane, line_said
from nnlib.svg.board import board, button, slider
from nnlib.svg.element import element, plain
from nnlib.svg.plane import Plane
from nnlib.words import say

STILLS = {"and": AND, "or": OR}
STILL = Plane(0.5, 0.5, 112.0, 66.0, (0.0, 360.0), (-1.0, 1.0))
CAPS = ("← →", "angle"), ("↑ ↓", "offset"), ("S", "swap")
KEYS = "ArrowLeft ArrowRight ArrowUp ArrowDown s S"
STYLE = f"""{line_plane.STYLE}{line_map.STYLE}
.nn-line-body {{ display: grid; grid-template-columns: 384fr 194fr 346fr; gap: 0 8px; align-items: start; }}
.nn-line-grip {{ stroke: transparent; stroke-width: 24; }}
.nn-line-map h4 {{ margin: 0; font: 400 14px/16px var(--nn-sans); color: var(--nn-ink); }}
.nn-line-facts {{ padding-top: 18px; font-size: 14px; }}
.nn-line-facts > div {{ display: flex; gap: 6px 20px; }}
.nn-line-facts > div span {{ color: var(--nn-muted); white-space: nowrap; }}
.nn-line-facts > div b {{ display: block; font: 700 46px/50px var(--nn-sans); font-variant-numeric: tabular-nums; }}
.nn-line-facts > div b small {{ font: 400 18px var(--nn-sans); color: var(--nn-muted); }}
.nnlib .nn-line-facts table {{ width: 100%; margin: 12px 0 16px; border-collapse: collapse; font: 15px var(--nn-sans);
  color: var(--nn-ink); table-layout: fixed; border: 0; }}
.nnlib .nn-line-facts :is(th, td) {{ height: 28px; padding: 0; text-align: center; border: 0; background: none; font-weight: 400; }}
.nnlib .nn-line-facts th {{ border-bottom: 1px solid var(--nn-hairline); }}
.nnlib .nn-line-facts tr.nn-off {{ background: color-mix(in srgb, var(--nn-hairline) 34%, var(--nn-page)); }}
.nn-line-facts .nn-is0 {{ color: var(--nn-negative-text); }}
.nn-line-facts .nn-is1 {{ color: var(--nn-positive-text); }}
.nn-line-facts td i {{ font-style: normal; font-size: 11px; margin-left: 4px; }}
.nn-line-facts > p {{ white-space: nowrap; line-height: 26px; }}
.nn-line-facts > p.nn-muted-text, .nn-line-facts > p > span {{ color: var(--nn-muted); }}
.nn-line-facts > p > span {{ display: inline-block; width: 74px; }}
.nn-line-controls {{ display: flex; flex-wrap: wrap; gap: 8px 18px; align-items: center; width: 100%; }}
.nn-line-set {{ display: grid; grid-template-columns: repeat(4, auto); gap: 8px 10px; align-items: center; }}
.nn-line-set > :first-child, .nn-line-set > :nth-child(5), .nn-slider > span {{ color: var(--nn-muted); }}
.nn-separate .nn-slider > span {{ min-width: 42px; }}
.nn-separate .nn-slider input[type=text] {{ width: 52px; }}
.nn-separate .nn-slider input[type=range] {{ width: 78px; }}
.nn-separate .nn-slider {{ gap: 6px; }}
.nnlib.nn-separate .nn-line-set button {{ justify-content: center; width: 100%; padding: 0 9px; }}
.nn-line-more {{ max-width: 150px; color: var(--nn-muted); font-size: 13px; line-height: 1.3; }}
.nn-line-stills {{ display: flex; gap: 12px; margin-left: auto; }}
.nnlib.nn-separate .nn-line-stills button {{ height: auto; padding: 0; gap: 6px; border: 0; background: none; font-weight: 700;
  align-items: start; }}
.nn-line-stills svg.nn-picture {{ width: 113px; height: 67px; fill: none; }}
.nnlib.nn-separate .nn-line-stills [aria-pressed=true] svg {{ outline: 3px solid var(--nn-now); box-shadow: none; }}
.nn-separate .nn-line-stills [aria-pressed=true] .nn-frame {{ stroke: var(--nn-ink); }}
@container nn-card (max-width: 940px) {{
  .nn-separate [data-slot=plane] text.nn-num, .nn-line-map text.nn-tick {{ font-size: 13.3px; }}
  .nn-line-facts {{ font-size: 13px; padding-top: 8px; }}
  .nn-line-facts > div {{ gap: 6px 12px; }}
  .nn-line-facts > div b {{ font-size: 38px; }}
  .nn-line-facts > p math {{ font-size: 13.5px; }}
  .nnlib.nn-separate .nn-line-stills button {{ flex-direction: column-reverse; gap: 1px; align-items: center; font: 700 12px/14px var(--nn-sans); }}
  .nn-line-stills svg.nn-picture {{ width: 98px; height: 58px; }}
  .nn-line-more:has(> span) {{ max-width: 130px; font-size: 12px; line-height: 1.2; }}
}}
@container nn-card (max-width: 837px) {{
  .nn-line-body {{ grid-template-columns: minmax(0, 384fr) minmax(176px, 190fr); }}
  .nn-line-map {{ grid-column: 1 / -1; max-width: 430px; margin-top: 10px; }}
  .nn-line-map text.nn-tick {{ font-size: 11.5px; }}
  .nn-line-stills {{ margin-left: 0; }}
}}
"""  # noqa: E501


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
        "tiles": line_map.tiles(trial.tiles, trial.shown),
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
