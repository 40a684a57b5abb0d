"""Symbols and numbers as SVG text, and how wide they are."""

from nnlib.svg.element import element, plain

# advance widths in em: digits of interface fonts run from 0.54 to 0.60, so a little generous
_NARROW = {".": 0.29, "·": 0.3, " ": 0.28, "(": 0.35, ")": 0.35, ",": 0.29}
_NARROW.update(dict.fromkeys("⁻⁰¹²³⁴⁵⁶⁷⁸⁹", 0.38))
_LETTERS = {"a": 0.5, "z": 0.43, "δ": 0.5, "Δ": 0.64, "J": 0.45, "y": 0.44, "x": 0.46}
_LETTERS.update({"W": 0.86, "Θ": 0.72, "g′": 0.78})
_SCRIPT = 0.64


def width(text, size):
    """The width of a number or a word, px, rather too wide than too narrow."""
    return size * sum(1.0 if sign >= "⺀" else _NARROW.get(sign, 0.58) for sign in text)  # 中文


def label(x, y, text, *, size, class_="", anchor="middle"):
    """A number or a word; y is its middle."""
    return element(
        "text",
        plain(text),
        x=float(x),
        y=float(y + 0.355 * size),
        font_size=float(size),
        text_anchor=anchor,
        class_=class_ or None,
    )


def symbol_width(base, below, above, size):
    """The width of a symbol with its scripts, px."""
    scripts = max(len(below), 0.72 * len(above)) * 0.52 * _SCRIPT * size
    return _LETTERS.get(base, 0.6) * size + scripts


def pill_width(base, below, above, text, size, pad=16.0):
    """The width of a pill with a symbol and its number, px; `pad` of it are its two ends."""
    return symbol_width(base, below, above, size) + 5 + width(text, size) + pad


def symbol(x, y, base, below="", above="", *, size, class_="", anchor="middle"):
    """A symbol such as a with an index below and a layer above; y is its middle."""
    full = symbol_width(base, below, above, size)
    left = x - {"start": 0.0, "middle": full / 2, "end": full}[anchor]
    right = left + _LETTERS.get(base, 0.6) * size + 0.04 * size
    italic = "nn-sym" if base not in "ΘΔ" else "nn-sym nn-upright"
    parts = [_at(left, y + 0.3 * size, base, size, italic)]
    if above:
        parts.append(_at(right, y - 0.14 * size, above, size * _SCRIPT, "nn-sym nn-upright"))
    if below:
        parts.append(_at(right, y + 0.52 * size, below, size * _SCRIPT, "nn-sym nn-upright"))
    return element("g", *parts, class_=class_ or None)


def _at(x, y, text, size, class_):
    return element(
        "text", plain(text), x=float(x), y=float(y), font_size=float(size), class_=class_
    )
