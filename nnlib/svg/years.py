"""Years from left to right: where one stands, and the axis with its arrow to today."""

from dataclasses import dataclass

from nnlib.svg.element import element
from nnlib.svg.text import label
from nnlib.words import say

SMALL = 12.0
CLEAR = 34.0  # px that a year keeps from those at both ends


@dataclass(frozen=True)
class Years:
    """The years from `first` to `last` between `left` and `right`, px."""

    left: float
    right: float
    first: int
    last: int

    def x(self, year):
        """Where a year stands, px."""
        share = (year - self.first) / (self.last - self.first)
        return self.left + (self.right - self.left) * share


def axis(years, y, bottom, end, grid="nn-axis"):
    """The axis at y: every 20 years with a hairline down to `bottom`, the arrow to `end`, px."""
    first = years.first
    for year in [first, *range(first - first % 20 + 20, years.last, 20)]:
        x = years.x(year)
        yield element("line", x1=x, y1=y, x2=x, y2=bottom, class_=grid)
        if year == first or years.left + CLEAR < x < years.right - CLEAR:
            yield label(x, y - 14, year, size=SMALL, class_="nn-num nn-muted")
    yield element("line", x1=years.left, y1=y, x2=end - 7, y2=y, class_="nn-wire")
    yield element("path", d=f"M{end:.0f} {y:.0f}l-8 -4v8z", class_="nn-bias")
    text = say("map.today")
    yield label(end, y - 14, text, size=SMALL, class_="nn-num nn-muted", anchor="end")
