"""Every sentence that a step, a picture or a widget shows: one table per language.

``$…$`` in a sentence is TeX. A Chinese edition adds a table with the same keys
and sets `language`.
"""

language = "en"

en = {
    # captions: one sentence a step
    "caption.x": "The input goes in: $a^{(1)}$ is $x$.",
    "caption.z": "Unit {i} of layer {l} adds up what arrives: each activation of layer {before} "
    "times its weight, plus the bias.",
    "caption.a": "Unit {i} of layer {l} passes on what $g$ makes of its sum.",
    "caption.J": "How far is the output from the target $y$? The cost $J$ is {loss}.",
    "caption.J.squared_error": "the squared difference",
    "caption.J.half_squared_error": "half the squared difference",
    "caption.J.other": "the loss of each output, added up",
    "caption.delta_out": "How much does $J$ change when ${z}$ changes? First the slope of $J$ at "
    "the output, times the slope of $g$.",
    "caption.delta_one": "How much does $J$ change when ${z}$ changes? Only through {through}: "
    "${delta}$, times the weight, times the slope of $g$.",
    "caption.delta_many": "How much does $J$ change when ${z}$ changes? Through every unit of "
    "layer {after}: $\\delta$ times weight, added, times the slope of $g$.",
    "caption.Delta": "How much does $J$ change with each weight into unit {i} of layer {after}? "
    "What came in times the ${delta}$ that came back.",
    "caption.dJda_one": "How much does $J$ change when the input ${a}$ changes? Only through "
    "{through}: ${delta}$ times the weight.",
    "caption.dJda_many": "How much does $J$ change when the input ${a}$ changes? Through every "
    "unit of layer 2: $\\delta$ times weight, added up.",
    "caption.layer.z": "All sums of layer {l} at once: the matrix times the activations of layer "
    "{before}, plus the biases.",
    "caption.layer.a": "All activations of layer {l} at once: $g$ of every sum.",
    "caption.layer.delta_out": "How much does $J$ change with each sum of the output layer? The "
    "slope of $J$ times the slope of $g$, entry by entry.",
    "caption.layer.delta": "How much does $J$ change with each sum of layer {l}? What layer "
    "{after} sends back, times the slope of $g$.",
    "caption.layer.Delta": "How much does $J$ change with each weight from layer {l} to layer "
    "{after}? What came in times what came back.",
    "caption.layer.dJda": "How much does $J$ change with each input? The way back ends here.",
    "the output unit": "the output unit",
    "its one unit": "the one unit of layer {after}",
    # what a factor is, in two short lines
    "note.weight": "weight on\nthe edge",
    "note.bias": "bias of\nthe unit",
    "note.one": "the bias unit\nstores 1",
    "note.activation": "activation of\nunit {i}, layer {l}",
    "note.input": "input\n{i}",
    "note.z": "sum of\nthis unit",
    "note.slope": "slope of $g$\nat this unit",
    "note.delta": "$\\delta$ of\nunit {i}, layer {l}",
    "note.delta_out": "$\\delta$ of the\noutput unit",
    "note.two": "from the\nsquare",
    "note.difference": "output minus\ntarget",
    "note.loss_slope": "slope of $J$ at\nthe output",
    "note.target": "target",
    # headings of the formula card
    "title.x": "The input",
    "title.z": "The weighted sum",
    "title.a": "The activation",
    "title.J": "The cost",
    "title.delta_out": "$\\delta$ of an output unit",
    "title.delta": "$\\delta$ of a hidden unit",
    "title.Delta": "$\\Delta$, the gradient",
    "title.dJda": "The gradient of an input",
    "title.layer.x": "The input",
    "title.layer.z": "The weighted sums of a layer",
    "title.layer.a": "The activations of a layer",
    "title.layer.J": "The cost",
    "title.layer.delta_out": "$\\delta$ of the output layer",
    "title.layer.delta": "$\\delta$ of a hidden layer",
    "title.layer.Delta": "$\\Delta$ of a weight matrix",
    "title.layer.dJda": "The gradient of the input",
    # a step in plain words, for a screen reader
    "say": "step {n} of {N}, {phase}: {what} is {value}",
    "what.x": "input x",
    "what.z": "the sum z of unit {i} in layer {l}",
    "what.a": "activation a of unit {i} in layer {l}",
    "what.J": "cost J",
    "what.delta": "δ of unit {i} in layer {l}",
    "what.Delta": "Δ of the weights from layer {l} into unit {i} of layer {after}",
    "what.dJda": "the derivative of J with respect to input {i}",
    "phase.forward": "forward",
    "phase.cost": "cost",
    "phase.backward": "backward",
    "phase.gradients": "gradients",
    "phase.input": "input gradient",
}

tables = {"en": en}


def say(key, **values):
    """The sentence `key` in the current language, with its values put in.

    Examples
    --------
    >>> say("what.delta", i=1, l=2)
    'δ of unit 1 in layer 2'
    """
    sentence = tables[language][key]
    for name, value in values.items():
        sentence = sentence.replace("{" + name + "}", str(value))
    return sentence
