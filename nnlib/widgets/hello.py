"""`hello`: one button and a picture that moves, if kernel, widgets and browser all work."""

import platform
import re
from html import escape
from importlib import metadata

import ipywidgets
import numpy as np

from nnlib.svg.hill import framed_hill, places, say_hill
from nnlib.widgets.picture import Picture
from nnlib.words import say

NEEDED = {"Python": "3.11", "numpy": "2.2", "ipywidgets": "8.1", "JupyterLab": "4.4"}
WALK = (-4, -2, -1, -0.5, 0)
STYLE = """
.nnlib.nn-hello { padding: 12px 16px; max-width: 520px; }
.nn-hello [data-slot=picture] { max-width: 440px; }
.nn-hello button { width: auto; min-width: 120px; padding: 2px 16px; }
.nn-hello [data-slot=said] { margin-top: 10px; min-height: 4.1em; }
"""


class Hello(Picture):
    """The widget; made by `hello`.

    Attributes
    ----------
    walk : numpy.ndarray of shape (m,)
        The places w of the ball.
    at : int
        The place it is at, from 0.
    presses : int
        How often the kernel heard the button.
    """

    _css = Picture._css + STYLE

    def __init__(self, walk):
        self.walk = places(walk)
        super().__init__(shell=_shell())
        self.reset()
        self.on_event(self._pressed)

    def reset(self):
        """Back to the start: the ball at its first place, nothing pressed."""
        self.at = self.presses = 0
        self._show([say("hello.press"), say("hello.else")])

    def _pressed(self, event):
        if event["type"] in ("press", "key"):
            self.press()

    def press(self):
        """Move the ball to its next place, after the last to the first: what the button does."""
        self.presses += 1
        self.at = (self.at + 1) % len(self.walk)
        found = versions()
        self._show([verdict(found), say_hill(self.walk, self.at)])

    def _show(self, sentences):
        first, *rest = map(escape, sentences)
        said = f"<p><strong>{first}</strong></p>" + "".join(f"<p>{one}</p>" for one in rest)
        self.frames = [{"picture": framed_hill(self.walk, self.at), "said": said}]

    def __repr__(self):
        return f"Hello({len(self.walk)} places, {self.presses} presses)"


def hello(walk=WALK):
    """Show a button that moves a ball: it moves only if everything works.

    A press goes from the browser to the kernel, which draws the picture anew. Versions
    that are too old are printed in a sentence, should no picture come.

    Parameters
    ----------
    walk : array of shape (m,)
        The places w of the ball on the hill J = w², at least 2, dimensionless.

    Returns
    -------
    Hello
        ``.at`` is the place of the ball, from 0, ``.presses`` counts.

    Raises
    ------
    TypeError, ValueError
        If walk is not as above.

    Examples
    --------
    >>> ball = hello([-4, -2, 0])
    >>> ball.press()
    >>> ball.walk[ball.at]
    np.float64(-2.0)
    """
    widget = Hello(walk)
    for sentence in too_old(versions()):
        print(sentence)
    return widget


def versions():
    """What runs here: name to version; JupyterLab's is None if it lives elsewhere."""
    try:
        lab = metadata.version("jupyterlab")
    except metadata.PackageNotFoundError:
        lab = None
    return {
        "Python": platform.python_version(),
        "numpy": np.__version__,
        "ipywidgets": ipywidgets.__version__,
        "JupyterLab": lab,
    }


def too_old(found):
    """A sentence for each version that is older than the course needs."""
    return [
        say(f"hello.old.{name}", found=found[name], needed=needed)
        for name, needed in NEEDED.items()
        if found[name] is not None and _numbers(found[name]) < _numbers(needed)
    ]


def verdict(found):
    """``Everything works: Python 3.13.5, numpy 2.3.1, …``, or which version is too old."""
    old = too_old(found)
    if old:
        return say("hello.moves", old=" ".join(old))
    named = [f"{name} {version}" for name, version in found.items() if version is not None]
    return say("hello.works", versions=", ".join(named))


def _numbers(version):
    """The leading numbers: 2.10.0rc1 → (2, 10, 0)."""
    return tuple(int(part) for part in re.match(r"\d+(\.\d+)*", version)[0].split("."))


def _shell():
    return (
        '<div class="nnlib nn-hello" role="group" tabindex="0" data-keys="Enter Space ArrowRight" '
        f'aria-label="{escape(say("hello.label"))}"><div data-slot="picture"></div>'
        f'<button type="button" data-id="move" data-press>{escape(say("hello.button"))}</button>'
        '<div data-slot="said" role="status"></div><p data-message role="status" hidden></p></div>'
    )
