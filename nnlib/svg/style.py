"""The one style sheet, with the fonts in it, for the card and for a drawing of its own."""

import re
from base64 import b64encode
from functools import cache
from pathlib import Path

from nnlib import palette

_HERE = Path(__file__).parent


@cache
def sheet():
    """Everything a card needs: colours of both themes, fonts, drawing, card, motion."""
    return palette.both_themes() + _fonts() + _read("style") + _read("plane")


@cache
def drawing(theme="light", plane=False, more=""):
    """What a drawing needs that stands alone, in one theme; its fonts are the reader's."""
    css = _read("style").split("/* card")[0]
    if plane:
        css += _read("plane").split("/* board")[0]
    css += more
    fonts = (
        'svg{--nn-sans:"Helvetica Neue",Helvetica,Arial,"Liberation Sans",sans-serif;'
        '--nn-serif:"STIX Two Text","Times New Roman",serif;--nn-upright:var(--nn-serif)}\n'
    )
    used = re.findall(r"var\(--nn-([\w-]+)", css)
    return palette.css(theme, "svg", used) + fonts + css


def own(name):
    """The style of one widget alone, to stand after `sheet`."""
    return _read(name)


def _read(name):
    return (_HERE / f"{name}.css").read_text(encoding="utf-8")


def _fonts():
    return "".join(
        f'@font-face{{font-family:"nnlib {name.title()}";font-style:{style};'
        f"src:url(data:font/woff2;base64,{_base64(name)}) format('woff2')}}\n"
        for name, style in (("math", "normal"), ("italic", "italic"))
    )


def _base64(name):
    return b64encode((_HERE / "fonts" / f"{name}.woff2").read_bytes()).decode()
