"""A small notebook that keeps every rule, for planting faults in."""

from nbformat import from_dict
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook, new_output

PROSE = (
    "Nudge the weight a little, up and down, and look at the cost each time. The slope is the "
    "difference of the two costs, divided by the way between the two weights (L18)."
)
PREDICT = '_question = "How steep?"\n_answer = 1\npredict(_question, [1, 2], _answer, {2: "no"})'
SVG = '<svg xmlns="http://www.w3.org/2000/svg"></svg>'


def _markdown(name, text, slide=None, tags=()):
    cell = new_markdown_cell(text, metadata=_metadata(slide, tags))
    return cell | {"id": name}


def _code(name, source, shown=None, mime="text/plain", tags=(), slide=None, **metadata):
    outputs = []
    if shown is not None:
        outputs = [new_output("execute_result", {mime: shown, "text/plain": "x"})]
    cell = new_code_cell(source, outputs=outputs, metadata=_metadata(slide, tags) | metadata)
    return cell | {"id": name}


def _metadata(slide, tags):
    about = {"slide_type": slide} if slide else {}
    return {"slideshow": about} | ({"tags": list(tags)} if tags else {})


def _exercise(number):
    about = {"nnlib": {"difficulty": 2, "minutes": 4}}
    answer = (
        f"def _double_{number}(x):\n    return 2 * x\n\n\nassert check(_double_{number}, twice).ok"
    )
    stub = f"def double_{number}(x):\n    return ...\n\n\ncheck(double_{number}, twice)"
    hint = "<details><summary>Hint 1</summary>\n\nAdd the number to itself, once.\n\n</details>"
    folded = {"jupyter": {"source_hidden": True}}
    return [
        _markdown(f"exercise-{number}-about", PROSE),
        _code(f"exercise-{number}", stub, "… Not answered yet", tags=["exercise"], **about),
        _markdown(f"hints-{number}", hint, "skip", ["hint"]),
        _code(f"solution-{number}", answer, tags=["solution"], **folded),
    ]


def small():
    """A fresh copy; it lies beside 04_look.ipynb, which has a heading “The end”."""
    setup = "from nnlib.exercises import check, predict\nfrom nnlib.widgets import step_through"
    look = "[04 Look](04_look.ipynb) · [the end of it](04_look.ipynb#The-end)"
    cells = [
        _markdown("navigation-top", look, "skip"),
        _markdown("opening", "# 05 Walk\n\n" + PROSE + "\n\n30 minutes.", "slide"),
        _code("setup", setup),
        _markdown("slope-about", "## The slope\n\n" + PROSE, "slide"),
        _code("slope", "slope = 1\nslope", "1"),
        _markdown("slope-notes", PROSE, "notes"),
        _markdown("picture-about", PROSE + " ![a hill](hill.png)"),
        _code("picture", "draw(slope)", SVG, "image/svg+xml", alt="A hill."),
        _code("predict-slope", PREDICT, tags=["predict", "nbval-ignore-output"]),
        _code(
            "slope-seen",
            "print(table)",
            "z  slope\n0  1",
            slide="fragment",
            jupyter={"outputs_hidden": True},
        ),
        _markdown("stepper-about", PROSE),
        _code("stepper", "step_through(slope)", tags=["nbval-ignore-output"]),
        *(cell for number in (1, 2, 3) for cell in _exercise(number)),
        _markdown("navigation-bottom", look, "skip"),
    ]
    for count, cell in enumerate((c for c in cells if c["cell_type"] == "code"), 1):
        cell["execution_count"] = count
        for output in cell["outputs"]:
            output["execution_count"] = count
    metadata = {
        "kernelspec": {"name": "python3", "display_name": "Python 3", "language": "python"},
        "language_info": {"name": "python"},
        "nnlib": {"covers": ["L18"], "minutes": 30},
    }
    return from_dict(new_notebook(cells=cells, metadata=metadata))
