"""From the key to the picture: a step of the stepper beside a round trip through the kernel.

Both in one JupyterLab in one run: `step_through`, whose frames are in the browser, and the
same frames shown by an ipywidgets `HTML` whose text Python replaces at every move of a slider.

    python benchmarks/step_latency.py [presses]
"""

import sys
import tempfile
from pathlib import Path
from statistics import median

ROOT = Path(__file__).parents[1]
sys.path[:0] = [str(ROOT), str(ROOT / "tests" / "browser")]

import lab  # noqa: E402
import server  # noqa: E402
from playwright.sync_api import sync_playwright  # noqa: E402

SETUP = """
from ipywidgets import HTML, IntSlider, VBox
from nnlib import Network
from nnlib.widgets import step_through

def round_trip(stepper):
    slider, picture = IntSlider(max=len(stepper.frames) - 1), HTML()
    def show(change):
        picture.value = "".join(stepper.frames[slider.value].values())
    slider.observe(show, "value")
    show(None)
    return VBox([slider, picture])
"""
NETWORKS = {
    "2-2-1": "step_through(Network([2, 2, 1], seed=0), [0, 1], [1])",
    "4-4-4-2": "step_through(Network([4, 4, 4, 2], seed=0), [.5, -1.25, 2, .3], [0, 1])",
}


def press(book, root, presses, steps):
    """Press → and ← in turn runs, each after the last one's picture; milliseconds to the DOM."""
    found = []
    while len(found) < presses:
        for key in ("ArrowRight", "ArrowLeft"):
            book.page.evaluate(lab.TIMES, [root.element_handle(), key, steps])
            for k in range(1, steps):
                book.page.keyboard.press(key)
                book.page.wait_for_function("k => times.dom.length >= k", arg=k, polling=5)
            times = book.page.evaluate("() => times.end()")
            found += [dom - start for start, dom in zip(times["start"], times["dom"])]
    return found[:presses]


def main(presses=100):
    """Print median and 95th percentile of both ways, and their ratio."""
    folder = Path(tempfile.mkdtemp())
    with (
        sync_playwright() as playwright,
        server.browser(playwright, server.find_browser()) as chromium,
        server.server(folder) as address,
    ):
        cells = [SETUP]
        for made in NETWORKS.values():
            cells += [f"s = {made}\ns", "round_trip(s)"]
        book = lab.Notebook(chromium, address, cells)
        print("key → picture in the DOM, ms: median, 95th percentile")
        for k, name in enumerate(NETWORKS):
            stepper = book.output(2 * k + 1).locator(".nnlib")
            steps = int(stepper.locator("[data-track]").get_attribute("max"))
            stepper.focus()
            ours = press(book, stepper, presses, steps)
            output = book.output(2 * k + 2)
            output.locator(".noUi-handle").focus()
            theirs = press(book, output.locator(".widget-html-content"), presses, steps)
            for what, times in (("stepper", ours), ("HTML through the kernel", theirs)):
                print(f"{name:8} {what:24} {' '.join(f'{ms:6.1f}' for ms in lab.spread(times))}")
            print(f"{name:8} ratio of the medians     {median(theirs) / median(ours):6.1f}")
        book.close()


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))
