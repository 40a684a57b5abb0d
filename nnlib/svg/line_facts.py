"""What a line gets right: the figures, the truth table, its equation."""

from nnlib.formula import math, mathml
from nnlib.svg.element import element, plain
from nnlib.svg.line_plane import two
from nnlib.words import say

MARKS = "●▲"


def facts(trial):
    """The column in the middle for a `Trial`."""
    of = element("small", plain(say("separate.of", n=len(trial.y))))
    best = "best" if trial.known else "best_yet"
    figures = [
        element("div", _muted("separate.wrong"), element("b", f"{trial.wrong.sum()} ", of)),
        element("div", _muted(f"separate.{best}"), element("b", str(trial.least))),
    ]
    angles = [("angle", f"{trial.angle:.0f}°"), ("offset", two(trial.offset, ""))]
    listed = (element("p", _muted(f"separate.{name}"), text) for name, text in angles)
    return element(
        "div",
        element("div", *figures),
        _table(trial.X, trial.y, trial.y_hat),
        element("p", plain(say("separate.yours")), class_="nn-muted-text"),
        element("p", _equation(trial.w, trial.b)),
        *listed,
        class_="nn-line-facts",
    )


def _equation(w, b):
    """``0.53 x₁ + 0.85 x₂ − 0.41 = 0``, put together: every line's TeX would stay in a cache."""
    parts = []
    for number, symbol in ((w[0], mathml("x_1")), (w[1], mathml("x_2")), (b, "")):
        sign, digits = two(number)[0], two(number)[1:]
        mark = element("mo", sign) if parts or sign == "−" else ""
        parts.append(f"{mark}<mn>{digits}</mn>{symbol}")
    return f"<math>{''.join(parts)}<mo>=</mo><mn>0</mn></math>"


def _table(X, y, y_hat):
    names = (element("th", math(tex), scope="col") for tex in ("x_1", "x_2", "y", r"\hat{y}"))
    last = element("th", "", scope="col", aria_label=say("separate.right"))
    rows = (_row(*one) for one in zip(X, y, y_hat))
    return element("table", element("tr", *names, last), *rows)


def _row(x, y, y_hat):
    wrong = y != y_hat
    sign, word = ("✗", "no") if wrong else ("✓", "yes")
    mark = element("td", sign, aria_label=say(f"separate.{word}"))
    cells = [element("td", f"{value:.0f}") for value in x] + [_class(y), _class(y_hat), mark]
    return element("tr", *cells, class_="nn-off" if wrong else None)


def _class(k):
    mark = element("i", MARKS[k], aria_hidden="true")
    return element("td", str(k), mark, class_=f"nn-is{k}")


def _muted(key):
    return element("span", plain(say(key)))
