"""All drawing: SVG and HTML text, one file a thing; nothing here computes or listens.

For the page: `draw_pass`, a pass through a network at one of its steps; `draw_chain`, the
boxes of slide 21; `draw_paths`, every path from a unit to J; `draw_hill` and `draw_map`,
the ball and the time line of notebook 00; `draw_neuron`, a biological neuron;
`draw_trace`, a membrane's potential over time; `draw_neuron_at`, an MP neuron with its
inputs; `draw_net`, a net of them at one time step; `draw_line` and `draw_line_map`, one
line among the corners of a truth table and the map of all; `draw_visit`, one visit of the
perceptron's rule; `draw_pictures`, pixels and weights; `draw_time_line`, the rises and
falls that `history` holds; `draw_cloud`, samples lifted by x₁x₂.
"""

from nnlib.svg.cell import draw_neuron
from nnlib.svg.chain import draw_chain
from nnlib.svg.cloud import draw_cloud
from nnlib.svg.course_map import draw_map
from nnlib.svg.draw import draw_pass
from nnlib.svg.element import Drawing
from nnlib.svg.hill import draw_hill
from nnlib.svg.history import Event, history
from nnlib.svg.line_legend import draw_line_map
from nnlib.svg.line_plane import draw_line
from nnlib.svg.net import draw_net
from nnlib.svg.paths import draw_paths
from nnlib.svg.pixels import draw_pictures
from nnlib.svg.time_line import draw_time_line
from nnlib.svg.trace import draw_trace
from nnlib.svg.truth import draw_neuron_at
from nnlib.svg.visit import draw_visit

__all__ = [
    "Drawing",
    "Event",
    "draw_chain",
    "draw_cloud",
    "draw_hill",
    "draw_line",
    "draw_line_map",
    "draw_map",
    "draw_net",
    "draw_neuron",
    "draw_neuron_at",
    "draw_pass",
    "draw_paths",
    "draw_pictures",
    "draw_time_line",
    "draw_trace",
    "draw_visit",
    "history",
]
