"""All drawing: SVG and HTML text, one file a thing; nothing here computes or listens.

For the page: `draw_pass`, a pass through a network at one of its steps.
"""

from nnlib.svg.draw import draw_pass
from nnlib.svg.element import Drawing

__all__ = ["Drawing", "draw_pass"]
