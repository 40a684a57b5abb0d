"""Replies of the exercises and the slips that they know."""

en = {
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
    "check.no_return_once": "Your function does not always give something back: does every way "
    "through it end in a `return`?",
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
    "check.endless": "you stopped it. Does its loop ever end? What it waits for has to be set "
    "anew in each round, and what a function gives back has to be caught",
    "check.numpy_sizes": "the sizes do not fit together: {one} and {two}",
    "check.numpy_number": "one of the two is a single number, not a vector",
    "check.numpy_axes": "an array of {one} axes came where one of {two} is needed",
    "check.numpy_ragged": "a number and whole rows do not make one array",
    "check.numpy_truth": "an array is one True or False for each entry, and here one for all is "
    "needed. To compare whole rows: `(a == b).all()`, or tuples",
    "check.numpy_hash": "an array or a list can be neither in a set nor a key; `tuple(row)` can",
    "check.numpy_index": "there is no index {one} along axis {two}: its {three} entries are "
    "counted from 0",
    "check.numpy_join": "what is to be joined has {two} and {three} entries along axis {one}",
    "check.numpy_join_axes": "arrays of {one} and {two} axes are to be joined; "
    "`np.column_stack` takes one of a single axis as a column",
    "check.no_layer_1": "layer 1 has no z, so it has no δ: the way back ends at δ⁽²⁾",
    "check.too_early": "{part} was asked for before it was filled",
    "check.no_key": "`{name}` has no layer {l}",
    "check.where": " at its line {number}, `{line}`",
    "check.inside": ", inside `{name}`",
    "check.with_l": ", with l = {l}",
    "check.case": "It happens with {case}.",
    "check.not_finite": "{part} is {got} at {index}{axes}; expected {expected}.",
    "check.not_finite_scalar": "{part} is {got}; expected {expected}.",
    "check.value": "{part} differs at {index}{axes}: expected {expected}, got {got}. "
    "{n} of {of} entries differ.",
    "check.scalar": "{part} differs: expected {expected}, got {got}.",
    "check.high": "{part} is not {got}; it is smaller.",
    "check.low": "{part} is not {got}; it is larger.",
    "check.one_number": "{part} has the shape {got}, but must be one number, of shape ().",
    "check.text": "{part} is {got}, not what was expected.",
    "check.first_case": "The first case that differs: {case}.",
    "check.chain": "So far: {chain}",
    "check.hint": "Stuck? Open hint {n}.",
    "check.solution": "Still stuck? Open the solution, then write it again without looking.",
    "check.answer": "The answer",
    "check.number": "a number",
    "check.truth": "True or False",
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
    "slip.one_sample_hidden": "`W.T @ δ` works for one sample. Here each row of δ is one, "
    "and the text above names the function that multiplies a matrix with each row. And g′(z) "
    "belongs to layer l: multiply by it after W has brought δ there.",
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
