"""The one sentence about a line and what was tried, and the heading of its map."""

from nnlib.svg.board import said
from nnlib.svg.element import element, plain
from nnlib.svg.line_plane import corner
from nnlib.words import say


def sentence(trial):
    """What to say of a `Trial`, for the message line."""
    name, possible, n = trial.data.name, trial.best == 0, int(trial.wrong.sum())
    blank = len(trial.regions) - len(trial.tried)
    if not n:
        return said(say("separate.said_separated"), "reached")
    if not blank or trial.shown:
        key = ("shown" if blank else "seen") + ("_zero" if possible else "")
        now = f"{_now(trial, n)} " if trial.shown else ""
        told = say(f"separate.said_{key}", name=name)
        return said(now + told, "happened" if possible else "caution")
    sentences = [_now(trial, n)]
    if n == 1 and not possible and blank < len(trial.regions) / 2:
        sentences.append(say("separate.said_gives_up"))
    if blank <= 3 and 0 not in trial.tried.values():
        key = "separate.said_blank_one" if blank == 1 else "separate.said_blank"
        sentences.append(say(key, n=blank))
    return said(" ".join(sentences))


def _now(trial, n):
    which = ", ".join(map(corner, trial.X[trial.wrong]))
    if trial.ends is None:
        return say("separate.said_outside")
    if len(set(trial.y_hat.tolist())) == 1:
        return say("separate.said_same_side")
    if n == 1:
        return say("separate.said_one", which=which)
    if len(trial.tried) > 1 and n == min(trial.tried.values()):
        return say("separate.said_best", n=n)
    return say("separate.said_count", n=n, which=which)


def heading(trial):
    """``Tried 12 of 14 regions: no 0 yet``, the number bold."""
    zero = "zero" if 0 in trial.tried.values() else "none" if trial.known else "none_yet"
    found = "all" if trial.shown else zero
    words = {"of": len(trial.regions), "found": say(f"separate.found_{found}")}
    text = plain(say("separate.tried", n="\0", **words))
    return text.replace("\0", element("b", str(len(trial.tried))))


def spoken(trial):
    """What was tried of the map, in words."""
    counts = list(trial.tried.values())
    each = ", ".join(f"{counts.count(n)} × {n}" for n in sorted(set(counts)))
    return say("separate.map_tried", n=len(counts), of=len(trial.regions), counts=each)
