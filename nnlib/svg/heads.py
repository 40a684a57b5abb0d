"""The heads of the columns, and under them how far the pass has come."""

from nnlib.svg.element import element
from nnlib.svg.layout import COST, TEXT
from nnlib.svg.text import label, width
from nnlib.words import say

RAY_Y, FIRST = 26.0, 10.0


def heads(scene, step):
    """One head a layer; green runs forward to the step's layer, purple back to it."""
    L, has_cost = scene.net.L, scene.y is not None
    here = {step.layer, step.layer + 1} if step.symbol == "Delta" else {step.layer}
    here = {"J"} if step.symbol == "J" else here
    made = [_head(scene, l, l in here) for l in range(1, L + 1)]
    if has_cost:
        made.append(_text(COST, say("head.cost"), "J" in here))
    last = COST + 31 if has_cost else scene.layout.x[L] + 26
    return "".join([*made, *_ray(scene, step, last)])


def _head(scene, l, strong):
    L = scene.net.L
    kind = "input" if l == 1 else "output" if l == L else "hidden"
    text = f"l = {l}" if L > 4 else f"{say(f'head.{kind}')} l = {l}"
    x = max(scene.layout.x[l], width(text, TEXT) / 2 - 4)
    return _text(x, text, strong).replace("l = ", '<tspan class="nn-sym">l</tspan> = ')


def _text(x, text, strong):
    return label(x, 8, text, size=TEXT, class_="nn-head" + (" nn-strong" if strong else ""))


def _ray(scene, step, last):
    backward = step.phase in ("backward", "gradients", "input")
    x = COST if step.symbol == "J" else scene.layout.x[step.layer] + 8 * (step.symbol == "x")
    end = max(x, FIRST + 4)
    start, tone, tip = (last, "nn-back", -1) if backward else (FIRST, "nn-forth", 1)
    line = {"y1": RAY_Y, "y2": RAY_Y}
    return [
        element("line", x1=FIRST, x2=last, class_="nn-track", **line),
        element("line", x1=start, x2=end - 6.0 * tip, class_=f"nn-ray {tone}", **line),
        element("path", d=f"M{end:.1f} {RAY_Y:.0f}l{-11 * tip} -6v12z", class_=f"nn-tip {tone}"),
    ]
