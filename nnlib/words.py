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
    # column heads of the picture
    "head.input": "input",
    "head.hidden": "hidden",
    "head.output": "output",
    "head.cost": "cost",
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
    "title.dJda": "An input's gradient",
    "title.layer.x": "The input",
    "title.layer.z": "The weighted sums",
    "title.layer.a": "The activations",
    "title.layer.J": "The cost",
    "title.layer.delta_out": "$\\delta$, output layer",
    "title.layer.delta": "$\\delta$, hidden layer",
    "title.layer.Delta": "$\\Delta$, the gradients",
    "title.layer.dJda": "Input gradients",
    # the formula card
    "card.slide": "on the slide",
    "card.this_unit": "for this unit, with its numbers",
    "card.this_layer": "for layer {l}, with its numbers",
    "card.numbers": "with its numbers",
    "card.unit": "unit {i}:",
    "card.more": "… {n} more, together",
    "card.more_inputs": "… and {n} more inputs",
    "card.more_terms": "… and {n} more outputs",
    "card.more_products": "… and {n} more weights, each δ times its own a",
    "card.times": "times",
    "card.sum_below": "(the sum below)",
    "card.product": "the product",
    "meaning.positive": "positive: a larger ${about}$\nwould raise $J$",
    "meaning.negative": "negative: a larger ${about}$\nwould lower $J$",
    "meaning.zero": "zero: a small change of\n${about}$ leaves $J$ as it is",
    "meaning.Delta": "Each $\\Delta$ says how much $J$ changes with that weight; "
    "$j = 0$ is the bias.",
    "next.a": "Next step: $g$ turns this sum into the activation ${a}$.",
    "g.is": "Here $g(z) = {tex}$.",
    "slope.here": "is the slope here:",
    "foot.x": "The bias units store 1. They need no input.",
    "foot.J": "Forward ends here. The way back starts with the slope of $J$.",
    "foot.Delta": "$\\Delta_{ij}^{(l)} = \\partial J / \\partial \\Theta_{ij}^{(l)}$ for this one "
    "sample. Over many samples they are added up.",
    "foot.dJda": "No $g'$ here: the input is not computed, it is given. The way back ends.",
    "foot.layer.z": "Row $i$ of $W^{(l)}$ holds the weights into unit $i$ of the next layer.",
    "foot.layer.a": "$g$ works entry by entry.",
    "foot.layer.delta_out": "$\\odot$ multiplies entry by entry: row $i$ belongs to unit $i$.",
    "foot.layer.delta": "$\\odot$ multiplies entry by entry: row $i$ belongs to unit $i$. The "
    "bias row of $\\Theta^{\\mathrm{T}}$ is left out (W[l].T in the code): nothing feeds a unit "
    "that only stores 1.",
    "foot.layer.Delta": "Row $i$ belongs to unit $i$ of the next layer, column 0 to the bias "
    "unit.",
    "foot.layer.dJda": "No $g'$ here: the input is not computed, it is given.",
    # the stepper
    "stepper.label": "Step through a pass of {net}",
    "stepper.unit": "one unit",
    "stepper.layer": "whole layer",
    "stepper.view": "View",
    "stepper.track": "Step",
    "stepper.step": "step",
    "stepper.of": "of",
    "stepper.forward": "forward",
    "stepper.cost": "cost",
    "stepper.backward": "backward:",
    "stepper.then": "δ, then",
    "stepper.gradients": ", the gradients",
    "stepper.first": "First step",
    "stepper.previous": "Previous step",
    "stepper.play": "Play or pause",
    "stepper.next": "Next step",
    "stepper.last": "Last step",
    # changing things in the stepper
    "edit.W": "The weight",
    "edit.b": "The bias",
    "edit.a": "The input",
    "edit.y": "The target",
    "edit.name.W": "weight from unit {j} of layer {l} to unit {i} of layer {after}",
    "edit.name.b": "bias into unit {i} of layer {after}",
    "edit.name.a": "input {i}",
    "edit.name.y": "target {i}",
    "edit.press": "{what}, {value}: press to change it",
    "edit.number": "{what}, as a number",
    "edit.slider": "{what}, as a slider",
    "edit.undo": "Undo",
    "edit.close": "Close",
    "edit.g": "activation $g$",
    "edit.loss": "loss",
    "edit.mixed": "as given",
    "edit.reset": "reset to the same start",
    "edit.no_number": "{name} must be a number, got {value}",
    "edit.not_finite": "{name} must be a finite number, got {value}",
    "edit.no_slope": "g = {g} gives no way back: its slope is 0 everywhere, so every δ would be 0",
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
    # pictures of notebook 06
    "paths.alt": "The paths from unit {i} of layer {l} to J: {paths}. Their sum is {sum}.",
    "paths.one": "{path} gives {value}",
    "paths.product": "product",
    "chain.alt": "The chain of boxes from x to J = {J}. From the back to the front: {boxes}.",
}

en_exercises = {
    # check: what it says, in the order it looks
    "check.right": "Right.",
    "check.right_cases": "Right, in all {n} cases.",
    "check.blank": "Not answered yet: put your own code where the `...` stands.",
    "check.blank_part": "Not answered yet: {part} is still `...`.",
    "check.blank_called": "Not answered yet: `{name}`, which your code calls, still holds a "
    "`...`. Is its exercise done?",
    "check.blank_part_called": "Not answered yet: {part} is still `...`, because `{name}`, which "
    "your code calls, still holds one. Is its exercise done?",
    "check.no_return": "Your function gives nothing back: is its `return` missing?",
    "check.not_function": "The answer must be a function, but it is {got}.",
    "check.not_called": "The answer must be a value, but it is a function: call it.",
    "check.keys": "{part} must be a dict with the keys {expected}, but it is {got}.",
    "check.fields": "{part} must hold {expected}, but it is {got}.",
    "check.missing": "{part} is missing.",
    "check.type": "{part} must be {expected}, but it is {got}.",
    "check.ragged": "{part} has rows of different lengths; it must have the shape {expected}.",
    "check.shape": "{part} has the shape {got}, but must have the shape {expected}{axes}.",
    "check.swapped": "The axes stand the other way round: transpose it.",
    "check.raised": "Your code stops{where}: {error}.",
    "check.sizes": "the sizes do not fit together: {one} and {two}",
    "check.rows": "a number and whole rows do not make one array",
    "check.no_layer_1": "layer 1 has no z, so it has no δ: the way back ends at δ⁽²⁾",
    "check.too_early": "{part} was asked for before it was filled",
    "check.no_key": "`{name}` has no layer {l}",
    "check.where": " at its line {number}, `{line}`",
    "check.inside": ", inside `{name}`",
    "check.with_l": ", with l = {l}",
    "check.case": "It happens in {case}.",
    "check.not_finite": "{part} is {got} at {index}{axes}; expected {expected}.",
    "check.not_finite_scalar": "{part} is {got}; expected {expected}.",
    "check.value": "{part} differs at {index}{axes}: expected {expected}, got {got}. "
    "{n} of {of} entries differ.",
    "check.scalar": "{part} differs: expected {expected}, got {got}.",
    "check.text": "{part} is {got}, not what was expected.",
    "check.first_case": "The first case that differs: {case}.",
    "check.chain": "So far: {chain}",
    "check.hint": "Stuck? Open hint {n}.",
    "check.solution": "Still stuck? Open the solution, then write it again without looking.",
    "check.answer": "The answer",
    "check.number": "a number",
    "check.array": "an array of numbers of shape {shape}",
    "check.a_text": "a text",
    "check.a_function": "a function",
    "check.a_thing": "an object of type {name}",
    "check.case_n": "case {n} of {of}",
    "check.axis": "axis {n} = {name}",
    # check_derivative
    "derivative.sign": "The sign is wrong: that is minus the derivative.",
    "derivative.factor": "Everywhere {factor} times the derivative: a constant factor is off.",
    "derivative.constant": "Everywhere the derivative plus {c}: one constant too many.",
    "derivative.itself": "That is f itself, not its derivative.",
    "derivative.minus_itself": "That is −f, not the derivative of f.",
    "derivative.at_f": "That is the derivative at f(x) instead of at x.",
    "derivative.second": "That is the derivative of the derivative.",
    "derivative.inverse": "That is 1 divided by the derivative.",
    "derivative.other": "That is the derivative of {name}, another function.",
    "derivative.value": "At x = {x} the slope by two points is {expected}, yours is {got}. "
    "{n} of {of} points differ.",
    "derivative.number": "At x = {x} the answer must be one number, but it is {got}.",
    "derivative.not_finite": "At x = {x} your answer is {got}; the slope by two points is "
    "{expected}.",
    "derivative.right": "Right: the same as the slope by two points, at {n} points.",
    "derivative.case": "x = {x}",
    # the slips of backpropagation
    "slip.no_slope": "g′ is missing: every δ is also multiplied by the slope g′(z) of its unit.",
    "slip.g_for_slope": "g stands where g′ belongs: multiply by the slope g′(z), not by the "
    "activation g(z).",
    "slip.slope_at_a": "g′ is taken at a instead of at z: it is the slope at the weighted sum z.",
    "slip.a_one_minus_a": "a(1 − a) is the slope of a sigmoid, and g is not always a sigmoid: ask "
    "`g.derivative(z)`.",
    "slip.sigmoid_for_g": "The slope of the sigmoid stands where g′ belongs, and g is not always "
    "a sigmoid: ask `g.derivative(z)`.",
    "slip.sign": "The sign is wrong: with this δ the network would walk uphill.",
    "slip.y_minus_a": "y − a stands where a − y belongs: the sign of every δ is wrong.",
    "slip.mean": "Divided by m too early: δ and Δ belong to the samples; D = Δ/m comes last.",
    "slip.no_two": "The factor 2 is missing: the derivative of (a − y)² is 2(a − y).",
    "slip.y_minus_a_no_two": "Two slips at once: y − a stands where a − y belongs, and the factor "
    "2 of the derivative of (a − y)² is missing.",
    "slip.error_alone": "a − y alone: the factor 2 and g′(z) are both missing.",
    "slip.two_too_much": "A factor 2 too much: the 2 comes in once, at the output layer.",
    "slip.y_for_error": "y stands where a − y belongs: δ grows from the difference.",
    "slip.a_for_error": "a stands where a − y belongs: δ grows from the difference to the target.",
    "slip.squared": "(a − y)² itself stands there, not its derivative 2(a − y).",
    "slip.a_for_delta": "a stands where δ belongs: what travels back is δ, not the activation.",
    "slip.a_for_delta_product": "In Δ the a of the next layer stands where its δ belongs.",
    "slip.no_W": "W is left out: δ travels back through the weights, Wᵀδ.",
    "slip.W_not_transposed": "W is not transposed: on the way back the rows become columns, Wᵀδ.",
    "slip.Theta_for_W": "Θ stands where W belongs: nothing travels back through the bias, so its "
    "column stays out.",
    "slip.no_slope_output": "g′ is missing in the output layer; the hidden layers have it.",
    "slip.no_slope_hidden": "g′ is missing in the hidden layers; the output layer has it.",
    "slip.slope_at_a_hidden": "In the hidden layers g′ is taken at a instead of at z.",
    "slip.transposed": "Δ is transposed: its rows are the units of layer l+1, as in Θ.",
    "slip.no_bias": "The bias column is missing: the bias unit's 1 stands before a, [1 a].",
    "slip.bias_last": "The bias column stands last; it is column 0, as in Θ.",
    "slip.bias_zero": "The bias column is 0: the bias unit stores the value 1.",
    "slip.last_sample": "Only the last sample counts: Δ is summed over the samples, so Δ := Δ + …",
    "slip.first_sample": "Only the first sample counts: does the loop end too early?",
    "slip.no_sum": "The samples are not added up: Δ is one matrix, summed over the samples.",
    "slip.delta_alone": "a is left out: Δ is δ times what came in, a.",
    "slip.transposed_no_bias": "Δ is transposed, and the bias unit's 1 is missing.",
    "slip.outer_of_all": "`np.outer` strings all rows together: it is for one sample. With one "
    "sample a row, a matrix product adds the samples up. The bias unit's 1 is missing too.",
    "slip.outer_of_all_with_one": "`np.outer` strings all rows together: it is for one sample. "
    "With one sample a row, a matrix product adds the samples up.",
    # advice where the code stops
    "slip.one_sample_hidden": "W.T @ δ is for one sample. Here each row is one: "
    "`np.matvec(W.T, delta_next)` or `delta_next @ W`.",
    "slip.sample_in_the_middle": "A product `A @ B` sums over the axis in the middle; here the "
    "samples must stand there. They are the rows of both: turn `delta_next` over.",
    "slip.one_sample_Delta": "`[1, *a]` is for one sample. Here each row is one, and each needs a "
    "1 before it: a column of ones.",
    # the bug hunt
    "bug.name": "backward {name}, with one mistake in it",
    "bug.blank": "Not answered yet: run the gradient check, then name the mistake in {name}.",
    "bug.unknown": "{got} is none of the mistakes{near} Choose one of: {names}.",
    "bug.near": "; did you mean {near}?",
    "bug.right": "Right, that is the mistake. {sentence}",
    "bug.shows": "On {net} with {m} samples the gradient check shows {pattern}.",
    "bug.wrong": "No, that is another mistake. {sentence}",
    "bug.would_show": "With it the gradient check would show {pattern}; but it shows {shown}.",
    "bug.same_pattern": "With it the same layers would fail, {pattern}, but by other numbers: try "
    "another g, and one sample.",
    "bug.agrees": "{layer} ✓",
    "bug.times": "{layer} ✗ ({factor} times the slope)",
    "bug.column": "{layer} ✗ (bias column alone)",
    "bug.differs": "{layer} ✗",
    # gradient check
    "gradient.right": "Backward and two points agree in every entry.",
    "gradient.wrong": "Backward and two points differ.",
    "gradient.layer": "{layer}: largest difference {difference} at {index}, backward {got}, two "
    "points {expected}.",
    "gradient.layer_times": "{layer}: every entry is {factor} times the slope; at {index} "
    "backward {got}, two points {expected}.",
    "gradient.layer_right": "{layer}: all {n} entries agree.",
    # predict
    "predict.button": "See",
    "predict.choose": "Choose first, then see.",
    "predict.right": "Right.",
    "predict.wrong": "No.",
    "predict.options": "your prediction",
}

en_start = {
    # the button and the picture of notebook 00
    "hello.label": "A button that moves a ball",
    "hello.button": "Move the ball",
    "hello.press": "Press the button: the ball should roll one place.",
    "hello.else": "Nothing moves? The table below this cell says what to do.",
    "hello.works": "✓ It moves, so everything works: {versions}.",
    "hello.moves": "The button works, but one thing is too old. {old}",
    "hello.old.Python": "Python is {found}, the course needs {needed} or newer: install a newer "
    "Python, delete the folder .venv, start the course again.",
    "hello.old.numpy": "numpy is {found}, the course needs {needed} or newer: run %pip install -U "
    "numpy in a cell, then Kernel → Restart Kernel.",
    "hello.old.ipywidgets": "ipywidgets is {found}, the course needs {needed} or newer: run %pip "
    "install -U ipywidgets in a cell, then stop JupyterLab and start it again.",
    "hello.old.JupyterLab": "JupyterLab is {found}, the course needs {needed} or newer: run %pip "
    "install -U jupyterlab in a cell, then stop JupyterLab and start it again.",
    "hill.alt": "A ball on the curve J = w², at w = {w}, height J = {J}. Place {n} of {N}.",
    # the map of the course
    "map.alt": "The course on a time line: {dots}.",
    "map.alt_skip": "Can wait: {numbers}.",
    "map.dot": "{number} in {year}",
    "map.row": "{number} {title}, {minutes} minutes",
    "map.later": "{row} (can wait)",
    "map.today": "today",
    "map.minutes": "{minutes} minutes",
    "map.now": "if you are in a hurry",
    "map.skip": "can wait",
    # the slips of the refresher
    "slip.star_vectors": "`*` multiplies entry by entry and stops there. `@` adds the products "
    "up.",
    "slip.no_weights": "The weights are left out: each input is multiplied by its own weight "
    "first.",
    "slip.mean_for_sum": "That is the mean of the products; a weighted sum is their sum.",
    "slip.plus_for_times": "Weight and input are added; they must be multiplied, then summed.",
    "slip.outer_for_inner": "`np.outer` gives every product of two entries. Only w₁x₁, w₂x₂, … "
    "are wanted, and added up: `@`.",
    "slip.loop_returns_early": "Only the first product counts: does a loop return too early?",
    "slip.star_matrix": "`*` stands where `@` belongs: each row is multiplied by x, but not added "
    "up.",
    "slip.matrix_turned": "The matrix stands on the wrong side, or is transposed: the rows of W "
    "meet x in `W @ x`.",
    "slip.one_sum": "All products are added into one number; every unit, so every row, has its "
    "own sum.",
    "slip.sum_down": "Added down the columns; each unit adds along its own row.",
    "slip.x_left_out": "x is left out: those are the sums of the rows of W alone.",
    "slip.T_missing": "`.T` is missing: X has one row a sample and W one row a unit, so W must be "
    "turned over before rows can meet columns.",
    "slip.b_missing": "The bias b is missing: it is added to every row.",
    "slip.star_rows": "`*` stands where `@` belongs, and nothing is added up along the inputs.",
    "slip.rows_turned": "Right numbers, turned over: the samples must stand in the rows, so X "
    "comes first.",
    "slip.rows_turned_b": "W comes first, so the samples stand in the columns, and b meets the "
    "wrong axis: X must come first.",
    "slip.one_b": "All biases are added to every unit; unit i gets its own entry of b.",
    "slip.one_sided": "One point is x itself: that slope leans to the right. Take one point on "
    "each side, x + h and x − h.",
    "slip.one_sided_left": "One point is x itself: that slope leans to the left. Take one point "
    "on each side, x + h and x − h.",
    "slip.one_sided_no_h": "That is how much f rises from x to x + h. A slope is rise divided by "
    "run, and the two points stand on both sides of x.",
    "slip.h_missing": "That is the rise alone. Divide it by the run, the way between the two "
    "points.",
    "slip.one_h": "Twice the slope: from x − h to x + h the way is 2h, not h.",
    "slip.times_h": "Python reads `/ 2 * h` from left to right, so you multiply by h. Write `/ (2 "
    "* h)`.",
    "slip.no_brackets": "Brackets are missing: `/` comes before `-`, so only f(x − h) is divided.",
    "slip.one_sided_no_brackets": "Brackets are missing: `/` comes before `-`, so only f(x) is "
    "divided. And the second point is x − h.",
    "slip.points_swapped": "The sign is wrong: first f at the right point x + h, then minus f at "
    "the left one.",
    "slip.inner_missing": "The slope of box 1 is missing: a nudge of x passes through both boxes.",
    "slip.outer_missing": "The slope of box 2 is missing: a nudge of x passes through both boxes.",
    "slip.outer_at_x": "The slope of box 2 is taken at x. What goes into box 2 is u.",
    "slip.slopes_added": "The two slopes are added; one after the other means multiplied.",
    "slip.outer_not_derived": "Box 2 itself stands there, not its slope 3u².",
    "slip.inner_not_derived": "Box 1 itself stands there, not its slope 2x.",
    "slip.outer_at_slope": "2x went into box 2. What goes into box 2 is u; 2x is multiplied.",
    "slip.outer_at_slope_times": "The slope of box 2 is taken at 2x. What goes into box 2 is u.",
}

tables = {"en": en | en_exercises | en_start}


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
