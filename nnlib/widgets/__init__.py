"""What a student handles: pictures with an index or a few controls, which compute nothing."""

from nnlib.widgets.hello import Hello, hello
from nnlib.widgets.picture import Picture
from nnlib.widgets.separate import Separate, separate
from nnlib.widgets.stepper import Stepper, step_through

__all__ = ["Hello", "Picture", "Separate", "Stepper", "hello", "separate", "step_through"]
