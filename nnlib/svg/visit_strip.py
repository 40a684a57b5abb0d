"""The strip of visits, a square each, and the bar of the convergence bound under it."""

from nnlib.formula import sentence
from nnlib.numerals import numeral
from nnlib.svg.element import element, plain
from nnlib.words import say

SQUARES = 42  # as many stand side by side


def strip(run, k, m, shown):
    """The five epochs around visit k, or fewer where the samples are many."""
    epochs = (shown + m - 1) // m
    room = max(1, min(5, SQUARES // m))
    here = k // m
    first = max(0, min(here - room // 2, epochs - room))
    window = range(first, min(first + room, epochs))
    groups = [_epoch(run, k, m, shown, e, abs(e - here) > 1) for e in window]
    groups += ["<div></div>"] * (room - len(window))
    if first > 0:
        groups.insert(0, _page("‹", (first - 1) * m))
    if window[-1] < epochs - 1:
        groups.append(_page("›", (window[-1] + 1) * m))
    names = (say(f"visit.{name}") for name in ("mistakes", "visits", "samples"))
    left = element("div", *(element("span", plain(name)) for name in names))
    starts = ",".join(str(start) for start in range(0, shown, m))
    return element(
        "div",
        left,
        element("div", *groups, class_="nn-epochs"),
        class_="nn-strip",
        data_groups=starts,
        aria_hidden="true",
    )


def bound(found, run, from_zero):
    """R, γ, (R/γ)² beside the mistakes that were needed."""
    mistakes = sum(run.mistakes)
    end = {"done": "", "cycle": "_round", "cut": "_more"}[run.end]
    words = [element("b", plain(say(f"bound.mistakes{end}", n=mistakes)))]
    if not found.gamma:
        words.append(element("span", sentence(say("bound.none"))))
    elif not from_zero:
        words.append(element("span", sentence(say("bound.start"))))
    else:
        words.append(_bars(mistakes, found.bound))
        words.append(element("span", sentence(say("bound.most", n=f"{found.bound:,}"))))
        numbers = dict(R=numeral(found.R), gamma=numeral(found.gamma))
        words.append(element("span", sentence(say("bound.numbers", **numbers))))
    return element("div", *words, class_="nn-bound")


def _bars(needed, allowed):
    share = min(1.0, needed / max(allowed, 1))
    whole = element("rect", x=1, y=1, width=188, height=12, class_="nn-allowed")
    part = element("rect", x=1, y=1, width=float(188 * share), height=12, class_="nn-needed")
    return element("svg", part, whole, viewBox="0 0 190 14", aria_hidden="true")


def _epoch(run, k, m, shown, epoch, far):
    start = epoch * m
    visits = range(start, min(start + m, shown))
    wrong = [run.updates[v].y_hat != run.updates[v].y for v in visits]
    seen = sum(bad for v, bad in zip(visits, wrong) if v <= k)
    here = k // m == epoch
    count = "" if start > k else str(seen)
    if here and k < visits[-1]:
        count = say("visit.so_far", n=seen)
    squares = [
        element("i", "", data_go=v, class_=_kind(v, k, bad)) for v, bad in zip(visits, wrong)
    ]
    head = element(
        "p", element("span", plain(say("visit.epoch_n", n=epoch + 1))), f"<b>{count}</b>"
    )
    kind = " ".join(name for name, on in (("nn-here", here), ("nn-far", far)) if on)
    squares = element("div", *squares, class_="nn-squares")
    wide = f"max-width:{max(27 * m, 124)}px"  # the count stays over the squares
    return element("div", head, squares, class_=kind or None, style=wide)


def _kind(v, k, bad):
    now = " now" * (v == k)
    return (("x" if bad else "v") + now) if v <= k else None


def _page(sign, to):
    return element("i", sign, data_go=to, class_="nn-turnpage")
