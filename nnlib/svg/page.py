"""A drawing that stands alone on the page: its words, its colours, its ground."""

from nnlib.svg.element import Drawing, element, plain
from nnlib.svg.style import drawing


def page(inside, width, height, alt):
    """The `Drawing` around some markup of width × height px; `alt` says what it shows."""
    svg = element(
        "svg",
        element("title", plain(alt)),
        element("style", drawing()),
        element("rect", width=float(width), height=float(height), class_="nn-plate"),
        inside,
        xmlns="http://www.w3.org/2000/svg",
        viewBox=f"0 0 {width:.0f} {height:.0f}",
        width=f"{width:.0f}",
        height=f"{height:.0f}",
        role="img",
        class_="nn-picture",
        style="width:auto;max-width:100%",
    )
    return Drawing(svg, alt)
