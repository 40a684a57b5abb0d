"""The stepper's card: the shell that is made once, and its timeline."""

from nnlib.formula import term
from nnlib.svg.element import element, plain
from nnlib.words import say

ICONS = {
    "first": "M3 3h3v12H3z M15 3v12L7 9z",
    "previous": "M14 3v12L5 9z",
    "play": "M4 3v12l11-6z",
    "next": "M5 3v12l9-6z",
    "last": "M12 3h3v12h-3z M3 3v12l8-6z",
}
PAUSE = "M4 3h4v12H4z M10 3h4v12h-4z"


def shell(net, found, views):
    """The card around the frames of a pass; `views` are the names of its formula's views."""
    groups = _groups(found, net.L)
    starts = ",".join(str(group[0][0]) for group in groups)
    body = element(
        "div",
        element(
            "div",
            element("span", "", data_slot="phase"),
            element("p", "", data_slot="caption", aria_live="polite"),
            element("div", "", data_slot="editor"),
            class_="nn-caption",
        ),
        element(
            "div",
            element("div", "", data_slot="picture"),
            element("div", "", data_slot="code", class_="nn-code"),
            class_="nn-left",
        ),
        element(
            "div",
            _toggle(views),
            *(element("div", "", data_slot=view) for view in views),
            class_="nn-right",
        ),
        _controls(found, groups, net.L),
        element("p", "", data_message="", role="status", hidden="", class_="nn-message"),
        class_="nn-card",
    )
    quiet = element("div", "", data_slot="settings", class_="nn-settings")
    label = say("stepper.label", net=repr(net))
    return element(
        "div",
        body,
        quiet,
        class_="nnlib nn-stepper",
        role="group",
        tabindex="0",
        aria_label=label,
        data_groups=starts,
    )


def phase(step):
    """The phase of a step as the badge before the caption."""
    forth = step.phase == "forward"
    tone = {"forward": "nn-forth", "cost": "nn-cost-phase"}.get(step.phase, "nn-back")
    name = say(f"phase.{step.phase}")
    text = f"{name} ▸" if forth else name if step.phase == "cost" else f"◂ {name}"
    return element("span", plain(text), class_=f"nn-phase {tone}")


def _toggle(views):
    if len(views) < 2:
        return element("p", plain(say("stepper.by_layer")), class_="nn-only nn-note")
    labels = [
        element(
            "label",
            element("input", type="radio", name="view", value=view, data_choose="view"),
            plain(say(f"stepper.{view}")),
            data_text=say(f"stepper.{view}"),
        )
        for view in views
    ]
    return element(
        "div", *labels, class_="nn-toggle", role="radiogroup", aria_label=say("stepper.view")
    )


def _controls(found, groups, L):
    buttons = [
        element(
            "button",
            _icon(path, "nn-start"),
            _icon(PAUSE, "nn-pause") if go == "play" else "",
            type="button",
            data_go=go,
            aria_label=say(f"stepper.{go}"),
            title=say(f"stepper.{go}"),
        )
        for go, path in ICONS.items()
    ]
    track = element(
        "div",
        _timeline(groups, found, L),
        element(
            "input",
            type="range",
            data_track="",
            min=1,
            max=len(found),
            value=1,
            step=1,
            aria_label=say("stepper.track"),
            style=f"--steps:{len(found)}",
        ),
        class_="nn-track-box",
    )
    count = element(
        "div",
        say("stepper.step") + " ",
        element("b", "1", data_count=""),
        f" {say('stepper.of')} {len(found)}",
        class_="nn-count",
        data_text=f"{say('stepper.step')} {len(found)} {say('stepper.of')} {len(found)}",
        aria_hidden="true",
    )
    return element(
        "div", element("div", *buttons, class_="nn-buttons"), track, count, class_="nn-controls"
    )


def _icon(path, class_):
    return element(
        "svg", element("path", d=path), viewBox="0 0 18 18", aria_hidden="true", class_=class_
    )


def _groups(found, L):
    """Runs of steps of one layer and phase: lists of (k, step)."""
    groups = []
    for k, step in enumerate(found):
        kind = step.phase, step.layer
        if not groups or (groups[-1][-1][1].phase, groups[-1][-1][1].layer) != kind:
            groups.append([])
        groups[-1].append((k, step))
    return groups


def _timeline(groups, found, L):
    parts = {"forward": [], "cost": [], "backward": []}
    for group in groups:
        name = group[0][1].phase
        parts["backward" if name in ("gradients", "input") else name].append(group)
    back = element(
        "b",
        f"◂ {say('stepper.backward')} ",
        element("i", "", class_="nn-swatch"),
        f" {say('stepper.then')} ",
        element("i", "", class_="nn-swatch nn-grad"),
        " Δ",
        element("span", plain(say("stepper.gradients")), class_="nn-roomy"),
        class_="nn-delta",
    )
    heads = {
        "forward": element("b", f"{say('stepper.forward')} ▸", class_="nn-activation"),
        "cost": element("b", say("stepper.cost")),
        "backward": back,
    }
    made = [
        element(
            "div",
            heads[name],
            element("div", *(_group(group, L) for group in some), class_="nn-groups"),
            class_="nn-part",
            style=f"flex:{sum(len(group) for group in some)}",
        )
        for name, some in parts.items()
        if some
    ]
    return element("div", *made, class_="nn-timeline", aria_hidden="true")


def _group(group, L):
    first = group[0][1]
    tone = {"forward": "nn-forth", "cost": "nn-costs", "backward": "nn-back"}.get(
        first.phase, "nn-grad"
    )
    cells = [
        element(
            "span",
            element(
                "span", element("span", _cell(step), class_="nn-cell-sym"), class_="nn-cell-box"
            ),
            class_=f"nn-cell {tone}",
            data_cell=k,
        )
        for k, step in group
    ]
    below = {
        "forward": rf"l={first.layer}",
        "backward": rf"\delta^{{({first.layer})}}",
        "gradients": rf"\Delta^{{({first.layer})}}",
        "input": r"\partial a^{(1)}",
    }.get(first.phase)
    return element(
        "div",
        element("div", *cells, class_="nn-cells"),
        element("div", term(below, "ink") if below else "", class_="nn-sub"),
        class_="nn-group",
        style=f"flex:{len(group)}",
    )


def _cell(step):
    signs = {"delta": r"\delta", "Delta": r"\Delta", "dJda": r"\partial"}
    base = signs.get(step.symbol, step.symbol)
    below = f"_{{{step.unit}}}" if step.unit else ""
    made = term(base + below, "delta" if step.symbol in signs else "ink")
    return element("span", made, class_="nn-cell-sym")
