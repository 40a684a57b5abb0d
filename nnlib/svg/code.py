"""The code pane: the real lines, the one of this step marked."""

import re

from nnlib.steps import listing
from nnlib.svg.element import element, plain

_TOKEN = re.compile(r"\b(Delta|delta|a|z|W|b)\[(\d|[lL](?: \+ 1)?)\](\.T)?")
_TONE = {"a": "nn-activation", "delta": "nn-delta", "Delta": "nn-delta"}


def kind_of(step, L):
    """The kind of `nnlib.steps.listing` that a step belongs to."""
    if step.symbol == "delta" and step.layer == L:
        return "delta_out"
    if step.symbol == "Delta" and step.layer == 1:
        return "Delta_first"
    return step.symbol


def code(step, L):
    """The lines around the step's, as HTML; L is the number of layers."""
    found = listing(kind_of(step, L))
    l = _l(step)
    lines = [
        element("span", _marked(line, l, L), class_="nn-line nn-now")
        if k == found.now
        else element("span", plain(line), class_="nn-line")
        for k, line in enumerate(found.lines)
    ]
    owner, _, name = found.method.rpartition(".")
    index = "L" if step.symbol == "delta" and l == L else "l"
    value = element("code", f"{index} = {l}") if l else ""
    head = element("span", plain(owner + "." if owner else ""), element("b", plain(name)))
    return element("div", head, value, class_="nn-code-head") + element("pre", *lines)


def _l(step):
    """The value of the code's own l on this line."""
    if step.symbol in ("z", "a"):
        return step.layer - 1
    return step.layer if step.symbol in ("delta", "Delta") else None


def _marked(line, l, L):
    """The line with its quantities as spans that light up with picture and formula."""

    def span(match):
        name, index, _ = match.groups()
        at = {"l": l, "l + 1": (l or 0) + 1, "L": L}.get(index) or int(index)
        data_id = {"W": f"W-{at}", "b": f"b-{at}"}.get(name, f"{name}-{at}")
        return element("span", plain(match.group()), class_=_TONE.get(name), data_id=data_id)

    start, parts = 0, []
    for match in _TOKEN.finditer(line):
        parts += [plain(line[start : match.start()]), span(match)]
        start = match.end()
    return "".join([*parts, plain(line[start:])])
