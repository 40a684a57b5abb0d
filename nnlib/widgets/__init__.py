"""What a student handles: pictures with an index or a few controls, which compute nothing."""

from nnlib.widgets.hello import Hello, hello
from nnlib.widgets.learning import Learner, learn_step_by_step
from nnlib.widgets.pad import Pad, pad
from nnlib.widgets.picture import Picture
from nnlib.widgets.separate import Separate, separate
from nnlib.widgets.stepper import Stepper, step_through

__all__ = [
    "Hello",
    "Learner",
    "Pad",
    "Picture",
    "Separate",
    "Stepper",
    "hello",
    "learn_step_by_step",
    "pad",
    "separate",
    "step_through",
]
