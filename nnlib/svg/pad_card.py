"""The pad's card: the picture to draw on, the weights beside it, what the perceptron says."""

from nnlib.formula import math
from nnlib.numerals import column, numeral
from nnlib.svg.board import board, button
from nnlib.svg.element import element, plain
from nnlib.svg.pixels import pixels, side, titled
from nnlib.words import say

SIZE = 256.0
KEYS = (("← ↑ ↓ →", "key_move"), ("Space", "key_ink"))
SHIFTS = {"left": "←", "up": "↑", "down": "↓", "right": "→"}


def shell(names, learns, has_cards):
    """Everything that is made once; `names` of the classes, if there is a perceptron."""
    body = element("div", "", data_slot="paper")
    erase = element("span", "", data_slot="erase")
    controls = [erase, button("clear", say("pad.clear"))]
    moving = [
        button(
            f"shift-{way}",
            sign,
            aria_label=say(f"pad.{way}" if way != "right" else "pad.right_way"),
        )
        for way, sign in SHIFTS.items()
    ]
    label = element("span", plain(say("pad.shift")), class_="nn-quiet-word")
    controls.append(element("span", label, *moving, class_="nn-row"))
    if learns:
        body += element("div", "", data_slot="weights") + element("div", "", data_slot="answer")
        teach = [button(f"teach-{i}", name) for i, name in enumerate(names)]
        asks = element("span", plain(say("pad.teach")), class_="nn-quiet-word")
        controls.append(element("span", asks, *teach, class_="nn-row"))
    if has_cards:
        card = button("card", say("pad.card"), main=True)
        controls.append(card + button("cards", say("pad.cards")))
    controls.append(button("reset", say("pad.reset")))
    keys = [(keys, say(f"pad.{name}")) for keys, name in KEYS]
    kind = "nn-pad nn-pad-alone" if not learns else "nn-pad"
    return board(body, name="pad", controls="".join(controls), keys=keys, class_=kind)


def eraser(on):
    """The button that turns the pen into an eraser, and back."""
    return button("erase", say("pad.erase"), pressed=on)


def paper(x, cursor):
    """The picture to draw on, with the square that the keys move."""
    n = side(x)
    cell = SIZE / n
    i, j = cursor
    lines = "".join(
        f'<path class="nn-grid" d="M{k * cell:g} 0V{SIZE:g}M0 {k * cell:g}H{SIZE:g}"/>'
        for k in range(n + 1)
    )
    square = element(
        "rect",
        element("title", plain(say("pad.cursor", i=i + 1, j=j + 1, ink=numeral(x[i * n + j])))),
        x=float(j * cell),
        y=float(i * cell),
        width=cell,
        height=cell,
        class_="nn-cursor",
        data_id="cursor",
        tabindex=0,
        role="button",
        aria_label=say("pad.cursor", i=i + 1, j=j + 1, ink=numeral(x[i * n + j])),
        data_keys="ArrowLeft ArrowRight ArrowUp ArrowDown Space Enter Delete Backspace",
    )
    picture = titled(say("pad.paper"), pixels(x, 0, 0, cell) + lines + square, SIZE)
    return picture.replace('role="img"', 'role="group" data-plane=""', 1)


def weights(w, names):
    """The weights as a picture of the same size."""
    n = side(w)
    most = float(abs(w).max()) or 1.0
    words = say("pad.weights_alt", zero=names[0], one=names[1])
    shown = titled(words, pixels(w, 0, 0, SIZE / n, most), SIZE)
    legend = say("pad.legend", zero=names[0], one=names[1])
    return shown + element("p", plain(legend), class_="nn-quiet-word")


def answer(unit, x, names, seen, mistakes):
    """z, ŷ and its name; how many pictures were learned from, with how many mistakes.

    Of an empty paper ŷ is not named: its z is b alone.
    """
    z = float(unit.w @ x + unit.b)
    y_hat = int(z > 0)
    rows = [
        math(r"z=w\cdot x+b=") + element("b", plain(column([z], most=2)[0])),
        math(r"\hat{y}=") + element("b", plain(f"{y_hat}: {names[y_hat]}" if x.any() else "?")),
        math("b=") + plain(column([unit.b], most=2)[0]),
        plain(say("pad.seen", n=seen)),
        plain(say("pad.mistakes", n=mistakes)),
    ]
    return "".join(element("p", row) for row in rows)
