"""`send_pulses`: a net of MP neurons that lights up pulse by pulse."""

from nnlib import checks
from nnlib.nets import MPNet
from nnlib.svg import net as draw
from nnlib.svg.board import board, button, said
from nnlib.svg.card import ICONS, PAUSE
from nnlib.svg.element import element, plain
from nnlib.svg.style import own
from nnlib.widgets.picture import Picture
from nnlib.words import say


class Pulses(Picture):
    """The widget; made by `send_pulses`.

    Attributes
    ----------
    net : MPNet
    x : numpy.ndarray of shape (steps, n), int
        The pulses that come in, one row a time step.
    fires : numpy.ndarray of shape (steps, n + neurons), int
        What fires when, as `MPNet.run` gives it.
    """

    _css = Picture._css + own("mp")

    def __init__(self, net, x, steps):
        self.net = checks.instance("net", net, MPNet)
        steps = checks.integer("steps", steps, at_least=2, at_most=draw.MOST)
        self._start = net.run(x, steps)[:, : len(net.inputs)]
        super().__init__(shell=_shell())
        self.reset()
        self.on_event(self._event)

    def reset(self):
        """Back to exactly the same start: the reader's pulses, time 0."""
        self.x = self._start.copy()
        self._run()
        self.index = 0

    def _event(self, event):
        if event["type"] == "press" and event["id"] == "reset":
            return self.reset()
        if event["type"] == "press" and str(event["id"]).startswith("x-"):
            i, t = map(int, event["id"].split("-")[1:])
            self.x = self.x.copy()
            self.x[t, i] ^= 1
            self._run()

    def _run(self):
        self.fires = self.net.run(self.x)
        self.frames = [self._frame(t) for t in range(len(self.x))]

    def _frame(self, t):
        net, fires = self.net, self.fires
        words = draw.say_net(net, fires[t], t)
        rows = draw.raster(net, fires, t, press=True)
        size = draw.SIDE_WIDTH, draw.side_height(net)
        return {
            "picture": draw.framed(draw.scene(net, fires[t]), words, draw.WIDTH, draw.height(net)),
            "raster": draw.framed(rows, say("net.raster"), *size),
            "clock": plain(say("net.clock", t=t)),
            "said": said(f"{say('net.clock', t=t).capitalize()}: {draw.say_fires(net, fires[t])}"),
            "say": words,
        }

    def __repr__(self):
        return f"Pulses({self.net!r}, time {self.index} of {len(self.x) - 1})"


def send_pulses(net, x, steps=8):
    """Send pulses into a net of MP neurons and step: it lights up, one time step a synapse.

    Parameters
    ----------
    net : MPNet
    x : array of shape (n,) or (m, n)
        The inputs, 0 or 1, as for `MPNet.run`: one row a time step, then silence.
    steps : int
        How many time steps, 2 to 11.

    Returns
    -------
    Pulses
        ``.x`` are the pulses pressed, ``.fires`` what fires when.

    Raises
    ------
    TypeError, ValueError
        If an argument is not as above.

    References
    ----------
    McCulloch and Pitts 1943; lecture, slide 6.

    Examples
    --------
    >>> from nnlib import MPNeuron
    >>> send_pulses(MPNet({"y": (MPNeuron([1, 1], 2), ["x1", "x2"])}), [1, 1], steps=3)
    Pulses(MPNet(x1, x2 → y), time 0 of 2)
    """
    return Pulses(net, x, steps)


def _shell():
    places = (element("div", "", data_slot=name) for name in ("picture", "raster"))
    body = element("div", *places, class_="nn-net-of")
    clock = element("span", "", data_slot="clock", class_="nn-clock")
    back = button("reset", say("net.reset"), sign="⟲")
    bar = element("div", *map(_go, ICONS), clock, back, class_="nn-net-controls")
    keys = [("← →", say("net.key_step")), ("Enter", say("net.key_press"))]
    return board(body, name="net", controls=bar, keys=keys)


def _go(name):
    start = _icon(ICONS[name], "nn-start")
    pause = _icon(PAUSE, "nn-pause") if name == "play" else ""
    words = dict(aria_label=say(f"net.{name}"), title=say(f"net.{name}"))
    words["class_"] = "nn-main" if name == "next" else None
    return element("button", start, pause, type="button", data_go=name, **words)


def _icon(path, class_):
    shape = element("path", d=path)
    return element("svg", shape, viewBox="0 0 18 18", aria_hidden="true", class_=class_)
