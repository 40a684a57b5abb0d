"""TeX to MathML, term by term, so that a term can be coloured, pressed and lit."""

import re
from functools import cache
from html import escape

_ROLES = [
    # the hue of a general symbol: δ and Δ purple, a green, everything else ink
    (re.compile(r"\\delta|\\Delta"), "delta"),
    (re.compile(r"a(?![a-zA-Z])"), "activation"),
]
_SCRIPTS = r"(?:_(?:\{[^{}]*\}|\w))?(?:\^(?:\{[^{}]*\}|\w))?"
_SYMBOL = re.compile(rf"(?:\\delta|\\Delta|(?<![a-zA-Z\\])a(?![a-zA-Z])){_SCRIPTS}")
# the sign ′ is already raised in a mathematical font: as a superscript it is too small
_PRIME = "<msup><mi>g</mi><mo>′</mo></msup>"
_BESIDE = '<mrow><mi>g</mi><mo lspace="0" rspace="0">′</mo></mrow>'
# W leans to the right: its scripts need room
_LEANING = "<msubsup><mi>W</mi>", '<msubsup><mrow><mi>W</mi><mspace width="0.1em"/></mrow>'
# a name that HTML knows and XML does not
_APPLY = "&ApplyFunction;", "\u2061"
_BRACKET = '<mo stretchy="false">{}</mo>'
_READABLE = [(r"\delta", "δ"), (r"\Delta", "Δ"), (r"\Theta", "Θ"), (r"\odot", "⊙"), (r"\,", " ")]
_READABLE += [(r"\partial", "∂"), (r"\mathrm", ""), (r"\cdot", "·")]
_READABLE += [(r"\alpha", "α"), (r"\gamma", "γ")]


@cache
def _converter():
    try:
        from math_core import LatexToMathML
    except ImportError:  # no wheel for this machine: the pure Python one, 70 times slower
        from latex2mathml.converter import convert

        return lambda tex: convert(tex)
    engine = LatexToMathML()
    return lambda tex: engine.convert_with_local_state(tex, displaystyle=False)


@cache
def mathml(tex):
    """TeX as the inside of a MathML element (an ``mrow``), one colour.

    Raises
    ------
    ValueError
        If it is no TeX that can be converted.

    Examples
    --------
    >>> mathml("z")
    '<mrow><mi>z</mi></mrow>'
    """
    try:
        whole = _converter()(tex)
    except Exception as error:  # each converter has errors of its own
        raise ValueError(f"tex must be TeX that can be set, got {tex!r}: {error}") from None
    inside = whole[whole.index(">") + 1 : whole.rindex("</math>")]
    inside = inside.replace(_PRIME, _BESIDE).replace(*_LEANING).replace(*_APPLY)
    alone = inside.startswith("<mrow>") and inside.find("</mrow>") == len(inside) - 7
    return inside if alone else f"<mrow>{inside}</mrow>"


@cache
def coloured(tex):
    """TeX as MathML with δ, Δ and a in their colours, where they do not stand inside braces."""
    parts, start = [], 0
    for match in _SYMBOL.finditer(tex):
        if _depth(tex, match.start()):
            continue
        parts += _piece(tex[start : match.start()])
        role = next(name for pattern, name in _ROLES if pattern.match(match.group()))
        parts.append(f'<mrow class="nn-{role}">{mathml(match.group())}</mrow>')
        start = match.end()
    parts += _piece(tex[start:])
    return f"<mrow>{''.join(parts)}</mrow>"


def _piece(tex):
    """A piece between two symbols; {} on both sides, so that = and + keep their space."""
    if not tex.strip():
        return []
    inside = mathml(f"{{}}{tex}{{}}").removeprefix("<mrow>").removesuffix("</mrow>")
    return [inside.replace("<mrow></mrow>", "")]


def _depth(tex, position):
    return tex.count("{", 0, position) - tex.count("}", 0, position)


def math(tex, *, display=False):
    """A whole formula as a ``math`` element.

    Examples
    --------
    >>> math("z")
    '<math><mrow><mi>z</mi></mrow></math>'
    """
    style = ' displaystyle="true"' if display else ""
    return f"<math{style}>{coloured(tex)}</math>"


def term(tex, role, data_id=""):
    """One term as a ``math`` element, coloured by its role and lit together with `data_id`."""
    link = f' data-id="{escape(data_id)}" tabindex="0"' if data_id else ""
    return f'<math><mrow class="nn-{role}"{link}>{mathml(tex)}</mrow></math>'


def difference(left, right, power=""):
    """Two terms (tex, role, data_id) as ``(left − right)`` in one ``math`` element."""
    inner = [term(*side).removeprefix("<math>").removesuffix("</math>") for side in (left, right)]
    minus = '<mo lspace="0.22em" rspace="0.22em">−</mo>'
    close = _BRACKET.format(")")
    if power:
        close = f"<msup>{close}<mn>{power}</mn></msup>"
    return f"<math><mrow>{_BRACKET.format('(')}{inner[0]}{minus}{inner[1]}{close}</mrow></math>"


def sentence(text):
    """A sentence with ``$TeX$`` in it as HTML, everything else escaped.

    Examples
    --------
    >>> sentence("a < b")
    'a &lt; b'
    """
    parts = text.split("$")
    return "".join(
        math(part) if i % 2 else escape(part, quote=False) for i, part in enumerate(parts)
    )


def readable(text):
    """A sentence with ``$TeX$`` in it as plain text.

    Examples
    --------
    >>> readable(r"when $z_{1}^{(2)}$ changes")
    'when z1(2) changes'
    """
    for tex, sign in _READABLE:
        text = text.replace(tex, sign)
    return re.sub(r"[${}_^]", "", text)
