"""SVG and HTML as text: one escaping function for elements, and the `Drawing` of a page."""

from dataclasses import dataclass
from functools import cache
from html import escape


def element(tag, *content, **attributes):
    """One element as text; `content` is markup, attribute values are escaped.

    ``class_`` is class, other underscores are hyphens, None leaves an attribute out.

    Examples
    --------
    >>> element("circle", r=3.0, class_="unit", data_id='a"b')
    '<circle r="3" class="unit" data-id="a&quot;b"/>'
    """
    written = "".join(
        f' {_name(name)}="{_value(value)}"'
        for name, value in attributes.items()
        if value is not None
    )
    inside = "".join(content)
    return f"<{tag}{written}>{inside}</{tag}>" if content else f"<{tag}{written}/>"


@cache
def _name(name):
    return name.rstrip("_").replace("_", "-")


def _value(value):
    if isinstance(value, float):  # 0.01 px is finer than any screen
        text = f"{value:.2f}".rstrip("0").rstrip(".")
        return "0" if text == "-0" else text
    return escape(str(value), quote=True)


def plain(text):
    """Text from outside, escaped."""
    return escape(str(text), quote=False)


def plate(x, y, wide, high, class_, corner=None):
    """A rectangle around its middle (x, y); without a corner radius a pill."""
    return element(
        "rect",
        x=float(x - wide / 2),
        y=float(y - high / 2),
        width=float(wide),
        height=float(high),
        rx=float(high / 2 if corner is None else corner),
        class_=class_,
    )


@dataclass(frozen=True)
class Drawing:
    """A picture for the page: SVG that JupyterLab and GitHub show, and under it what it says.

    JupyterLab gives an SVG output no alt text, so the words stand below for every reader.

    Attributes
    ----------
    svg : str
    alt : str
        What the picture shows, in words.
    """

    svg: str
    alt: str

    def _repr_svg_(self):
        return self.svg

    def _ipython_display_(self):
        from IPython.display import display

        display({"image/svg+xml": self.svg, "text/plain": repr(self)}, raw=True)
        caption = element("p", element("small", plain(self.alt)))
        display({"text/html": caption, "text/plain": self.alt}, raw=True)

    def __repr__(self):
        return f"Drawing({self.alt!r})"
