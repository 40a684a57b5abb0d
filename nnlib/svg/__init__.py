"""All drawing: SVG and HTML text, one file a thing; nothing here computes or listens.

For the page: `draw_pass`, a pass through a network at one of its steps; `draw_chain`, the
boxes of slide 21; `draw_paths`, every path from a unit to J.
"""

from nnlib.svg.chain import draw_chain
from nnlib.svg.draw import draw_pass
from nnlib.svg.element import Drawing
from nnlib.svg.paths import draw_paths

__all__ = ["Drawing", "draw_chain", "draw_pass", "draw_paths"]
