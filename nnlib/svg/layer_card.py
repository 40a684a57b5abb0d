"""The formula card of a whole layer: matrices under their symbols, shapes below."""

import re
from dataclasses import dataclass

from nnlib.formula import math, sentence, term
from nnlib.svg.element import element, plain
from nnlib.svg.factors import NOTHING, equal, op
from nnlib.svg.matrix import MOST, matrix, matrix_width, shape, shown
from nnlib.words import say

NARROW, WIDE = 294.0, 368.0  # px for a line where the card is narrowest, and where it is wide
GAP = 4.0
SMALLEST, LARGEST = 11.0, {1: 16.0, 2: 16.0, 3: 14.0, 4: 12.0}  # px of numbers, by rows


@dataclass(frozen=True)
class Cell:
    """A column of the formula: symbol, what stands under it, and its width."""

    symbol: str
    number: str = ""
    below: str = ""
    em: float = 0.0
    px: float = 14.0


def layer_card(net, step):
    """The formula card of a step that is a whole layer, as HTML."""
    kind = "delta_out" if step.symbol == "delta" and step.layer == net.L else step.symbol
    return element(
        "div",
        element("h4", sentence(say(f"title.layer.{kind}"))),
        element("p", say("card.slide"), class_="nn-note"),
        element("div", math(step.formula), class_="nn-slide"),
        element("p", plain(say("card.this_layer", l=step.layer)), class_="nn-note"),
        _numbers(step),
        element("div", element("p", sentence(say(f"foot.layer.{kind}"))), class_="nn-where"),
        class_="nn-formula nn-layer",
    )


def _numbers(step):
    """The formula with its numbers, for a narrow card and, where it differs, for a wide one."""
    narrow, wide = _set(step, NARROW), _set(step, WIDE)
    if narrow == wide:
        return narrow
    narrow = element("div", narrow, class_="nn-if-narrow")
    return element("div", narrow, element("div", wide, class_="nn-if-wide"))


def _set(step, room):
    """Set as large as fits; what is too wide even then loses columns."""
    factors = [one.value for row in step.terms for one in row] + [step.value]
    rows = max(shown(value)[0] for value in factors)
    joint = step.total is None or (rows < 3 and _width(_joint(step, MOST)) <= room)
    if joint:
        lines = [_fitting(_joint, step, room), _fitting(_answer, step, room)]
        cells, most = lines[0][1], lines[1][0]
        drawn = _grid(cells, _between(step, len(cells)) + _result(step, most))
    else:
        lines = [_fitting(_terms, step, room), _fitting(_closing, step, room)]
        drawn = "".join(_grid(cells) for _, cells in lines)
    em, px = _need(max((cells for _, cells in lines), key=_width))
    style = f"--em:{em:.1f};--px:{px:.0f}px;--largest:{LARGEST[rows]:.0f}px"
    return element("div", drawn, class_="nn-fit" + (" nn-tall" if rows > 2 else ""), style=style)


def _fitting(line, step, room):
    """A line of the formula with as many columns as fit, and how many these are."""
    for most in range(MOST, 1, -1):
        cells = line(step, most)
        if _width(cells) <= room:
            break
    return most, cells


def _need(cells):
    """The width of a row: em of the numbers, and px beside."""
    return max(sum(one.em for one in cells), 0.1), sum(one.px + GAP for one in cells) - GAP


def _width(cells):
    em, px = _need(cells)
    return SMALLEST * em + px


def _grid(cells, more=()):
    rows = [
        *(one.symbol for one in cells),
        *(f'<span class="nn-mid">{one.number}</span>' for one in cells),
        *(f'<span class="nn-shape">{one.below}</span>' for one in cells),
    ]
    style = f"grid-template-columns:repeat({len(cells)},auto)"
    return element("div", *rows, *more, class_="nn-terms nn-matrices", style=style)


def _matrix(symbol, tex, value, most, tone="", class_="", below=""):
    """A cell; its width is the matrix's, or the symbol's where that is wider."""
    em, px = matrix_width(value, most), max(_symbol_width(tex), 7.0 * len(below))
    drawn = matrix(value, tone, class_, most)
    if LARGEST[1] * em < px:
        return Cell(symbol, drawn, below, 0.0, px)
    return Cell(symbol, drawn, below, em, max(0.0, px - SMALLEST * em))


def _factor(one, most):
    hue = {"activation": "activation", "delta": "delta"}.get(one.role, "ink")
    symbol, below = term(one.tex, hue, one.id), shape(one.value)
    return _matrix(symbol, one.tex, one.value, most, one.role, below=below)


def _symbol_width(tex):
    """About the width of a symbol of 17 px, rather too wide."""
    tex = re.sub(r"\\mathrm\{(\w)\}", r"\1", tex)
    scripts = "".join(re.findall(r"[\^_]\{([^{}]*)\}", tex))
    base = re.sub(r"\\[a-zA-Z]+", "x", re.sub(r"[\^_]\{[^{}]*\}", "", tex))
    return 9.5 * len(re.sub(r"[{}\s]", "", base)) + 6.0 * len(scripts)


def _sign(tex, number=None, px=14.0):
    return Cell(math(tex), op(number) if number else math(tex), px=px)


def _joint(step, most):
    """All in one row."""
    factors = [one for row in step.terms for one in row] + list(step.factor)
    sign = equal(*(one.value for one in factors), step.value)
    cells = [Cell(term(step.tex, "ink"), px=_symbol_width(step.tex)), _sign("=", sign)]
    if step.combine == "function":
        return [*cells, _sign("g("), *_terms(step, most), _sign(")", px=8.0)]
    if not step.factor:
        return [*cells, *_terms(step, most)]
    brackets = [Cell(math(side), _paren(side), px=12.0) for side in "()"]
    cells += [brackets[0], *_terms(step, most), brackets[1]]
    return [*cells, _sign(r"\odot", px=17.0), _factor(step.factor[0], most)]


def _terms(step, most):
    joint = [_sign(r"\odot", px=17)] if step.combine == "entry by entry" else []
    cells = []
    for k, row in enumerate(step.terms):
        cells += [_sign("+", "+")] if k else []
        for n, one in enumerate(row):
            cells += joint if n else []
            cells.append(_factor(one, most))
    return cells


def _closing(step, most):
    """The second of two rows: the product, weighted, and the result beside it."""
    (slope,) = step.factor
    product = element("span", plain(say("card.product")), class_="nn-note")
    return [
        Cell(term(step.tex, "ink"), px=_symbol_width(step.tex)),
        _sign("=", equal(step.total)),
        _matrix(product, "product", step.total, most),
        _sign(r"\odot", px=17.0),
        _matrix(term(slope.tex, "ink", slope.id), slope.tex, slope.value, most),
        Cell(NOTHING, op(equal(step.value)), px=20.0),
        _matrix(_result_symbol(step), step.tex, step.value, most, "delta", "nn-now"),
    ]


def _result_symbol(step):
    hue = {"delta": "delta", "Delta": "delta", "dJda": "delta", "a": "activation"}
    return term(step.tex, hue.get(step.symbol, "ink"), f"{step.symbol}-{step.layer}")


def _at(content, first, last=None):
    """A cell in the columns first … last − 1."""
    style = f"grid-column:{first}" + (f" / {last}" if last else "")
    return element("span", content, class_="nn-mid nn-below", style=style)


def _answer(step, most):
    """The result, for its width."""
    return [Cell("", em=matrix_width(step.value, most), px=130.0)]


def _between(step, columns):
    """The product before ⊙, where there is one, under the matrices that give it."""
    if step.total is None:
        return []
    return [
        _at(op(equal(step.total)), 2),
        _at(matrix(step.total), 4, columns - 2),
        _at(math(r"\odot"), columns - 1),
        _at(matrix(step.factor[0].value), columns),
    ]


def _result(step, most):
    """The last line: the result on amber, and which entry belongs to which unit."""
    tone = {"z": "", "a": "activation"}.get(step.symbol, "delta")
    if step.value.ndim == 1 and len(step.value) <= MOST:
        units = range(1, len(step.value) + 1)
        note = element("span", *(_unit(step, i) for i in units), class_="nn-units")
    else:
        note = element("span", shape(step.value), class_="nn-shape")
    return [
        _at(_result_symbol(step), 1),
        _at(op(equal(step.value)), 2),
        element(
            "span",
            matrix(step.value, tone, "nn-now", most),
            note,
            class_="nn-mid nn-below nn-answer-row",
            style="grid-column:3 / -1",
        ),
    ]


def _unit(step, i):
    """``unit 1: δ₁⁽²⁾``, beside the entry of the result; only the words where it is tight."""
    data_id = f"{step.symbol}-{step.layer}-{i}"
    words = plain(say("card.unit", i=i))
    if len(step.value) > 2:
        return element("span", words.rstrip(":"), data_id=data_id)
    base = {"delta": r"\delta", "dJda": r"\partial J / \partial a"}.get(step.symbol, step.symbol)
    hue = {"z": "ink", "a": "activation"}.get(step.symbol, "delta")
    symbol = term(rf"{base}_{{{i}}}^{{({step.layer})}}", hue, data_id)
    return element("span", words + " ", symbol)


def _paren(sign):
    return element("span", sign, class_="nn-paren")
