"""What a student handles: pictures with an index or a few controls, which compute nothing."""

from nnlib.widgets.hello import Hello, hello
from nnlib.widgets.learning import Learner, learn_step_by_step
from nnlib.widgets.lift import Lift, lift
from nnlib.widgets.pad import Pad, pad
from nnlib.widgets.parts import Parts, press_parts
from nnlib.widgets.picture import Picture
from nnlib.widgets.pulses import Pulses, send_pulses
from nnlib.widgets.separate import Separate, separate
from nnlib.widgets.stepper import Stepper, step_through
from nnlib.widgets.stimulate import Stimulate, stimulate
from nnlib.widgets.time_line import TimeLine, time_line
from nnlib.widgets.truth import TruthTable, truth_table

__all__ = [
    "Hello",
    "Learner",
    "Lift",
    "Pad",
    "Parts",
    "Picture",
    "Pulses",
    "Separate",
    "Stepper",
    "Stimulate",
    "TimeLine",
    "TruthTable",
    "hello",
    "learn_step_by_step",
    "lift",
    "pad",
    "press_parts",
    "send_pulses",
    "separate",
    "step_through",
    "stimulate",
    "time_line",
    "truth_table",
]
