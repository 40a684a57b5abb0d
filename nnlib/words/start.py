"""Notebook 00: the button, the map, the refresher."""

en = {
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
    "slip.square_alone": "That is the slope of x² alone. Any f can come in: use the `f` "
    "of the first line.",
    "slip.inner_missing": "The slope of box 1 is missing: a nudge of x passes through both boxes.",
    "slip.outer_missing": "The slope of box 2 is missing: a nudge of x passes through both boxes.",
    "slip.outer_at_x": "The slope of box 2 is taken at x. What goes into box 2 is u.",
    "slip.slopes_added": "The two slopes are added; one after the other means multiplied.",
    "slip.outer_not_derived": "Box 2 itself stands there, not its slope 3u².",
    "slip.inner_not_derived": "Box 1 itself stands there, not its slope 2x.",
    "slip.outer_at_slope": "2x went into box 2. What goes into box 2 is u; 2x is multiplied.",
    "slip.outer_at_slope_times": "The slope of box 2 is taken at 2x. What goes into box 2 is u.",
}
