"""A drawing that stands alone on the page: its words, its colours, its ground."""

from nnlib.svg.element import Drawing, element, plain, plate
from nnlib.svg.style import drawing

SHOWN = 592.0  # px: JupyterLab scrolls what is wider than its narrowest page


def page(inside, width, height, alt, description="", *, left=0.0, top=0.0, plane=False, style=""):
    """The `Drawing` around some markup that begins at (left, top) and is width × height px.

    `alt` says what it shows, `description` more of it; `plane` brings the style of planes,
    `style` is more of it.
    """
    scale = max(1.0, SHOWN / width)
    svg = element(
        "svg",
        element("title", plain(alt)),
        element("desc", plain(description)) if description else "",
        element("style", drawing(plane=plane, more=style)),
        plate(left + width / 2, top + height / 2, width, height, "nn-plate", corner=0),
        inside,
        xmlns="http://www.w3.org/2000/svg",
        viewBox=f"{left:.0f} {top:.0f} {width:.0f} {height:.0f}",
        width=f"{scale * width:.0f}",
        height=f"{scale * height:.0f}",
        role="img",
        class_="nn-picture",
        style="width:auto;max-width:100%",
    )
    return Drawing(svg, alt)
