"""From a change to the picture: the stepper beside a plain message through the kernel, in one run.

The slider of one weight is moved in `step_through`; measured is the time from the input event
to the changed picture in the DOM. Beside it stands what nobody can beat: a message to the
kernel and the answer that an anywidget of a few lines shows. At localhost, and with a line
that adds 75 ms each way (150 ms a round trip).

    python benchmarks/change_latency.py [changes] [sizes, e.g. 2-2-1 ...]
"""

import sys
import tempfile
from pathlib import Path
from statistics import median

ROOT = Path(__file__).parents[1]
sys.path[:0] = [str(ROOT), str(ROOT / "tests" / "browser")]

import distance  # noqa: E402
import lab  # noqa: E402
import server  # noqa: E402
from playwright.sync_api import sync_playwright  # noqa: E402

ROUND_TRIP = 0.15  # s
NETWORKS = ("2-2-1", "5-8-8-3", "64-32-10")
SETUP = """
import anywidget, numpy as np, traitlets
from nnlib import Network
from nnlib.widgets import step_through

class Echo(anywidget.AnyWidget):
    _esm = '''export default { render({ model, el }) {
      el.innerHTML = '<div class="echo"><input type="range" step="any"><p></p></div>';
      el.firstChild.firstChild.oninput = ({ target }) => model.send(target.value);
      model.on("msg:custom", (text) => { el.querySelector("p").textContent = text; }); } }'''
    def __init__(self):
        super().__init__()
        self.on_msg(lambda _, text, buffers: self.send(text))

def stepper(sizes):
    x = np.linspace(-1.0, 1.0, sizes[0])
    return step_through(Network(sizes, seed=0), x, np.eye(sizes[-1])[0])
"""
# One change after another; the next begins when the last one's picture is there, and rests.
CHANGES = """async ([root, slider, place, changes, rest]) => { const times = [];
  for (let k = 0; k < changes; k += 1) {
    const changed = new Promise((seen) => { const watch = new MutationObserver(() => {
      watch.disconnect(); seen(performance.now()); });
      watch.observe(root.querySelector(place), {childList: true}); });
    const input = root.querySelector(slider);
    input.value = Number(input.min || 0) + (k * 37 % 60 + 1) / 61 * (input.max - input.min || 1);
    const start = performance.now();
    input.dispatchEvent(new Event('input', {bubbles: true}));
    times.push(await changed - start);
    await new Promise((ready) => setTimeout(ready, rest));
  }
  return times; }"""


def measure(book, root, slider, place, changes, rest):
    """Milliseconds from each input event to the changed place."""
    arguments = [root.element_handle(), slider, place, changes, rest]
    return book.page.evaluate(CHANGES, arguments)


def compare(book, name, changes):
    """Print the stepper's times of one network beside the echo's, and their ratio."""
    sizes = name.replace("-", ", ")
    root = book.output(book.run(f"s = stepper([{sizes}]); s")).locator(".nnlib")
    root.wait_for()
    steps = int(root.locator("[data-track]").get_attribute("max"))
    root.locator("[data-track]").fill(str(steps // 2))
    root.locator("svg.nn-picture [data-id=W-1-1-1]").first.dispatch_event("click")
    root.locator(".nn-editor input[type=range]").wait_for()
    echo = book.output(book.run("Echo()")).locator(".echo")
    echo.wait_for()
    editor, picture = ".nn-editor input[type=range]", "[data-slot=picture]"
    found = {
        "plain round trip": measure(book, echo, "input", "p", changes, 100),
        "stepper": measure(book, root, editor, picture, changes, 1000),
        "stepper, one after another": measure(book, root, editor, picture, changes, 0),
    }
    for what, times in found.items():
        print(f"  {name:9} {what:27} {' '.join(f'{ms:6.1f}' for ms in lab.spread(times))}")
    ratio = median(found["stepper"]) / median(found["plain round trip"])
    print(f"  {name:9} ratio of the medians         {ratio:6.1f}", flush=True)


def main(changes=30, *names):
    """Print median and 95th percentile at both distances."""
    with (
        sync_playwright() as playwright,
        server.browser(playwright, server.find_browser()) as chromium,
        server.server(Path(tempfile.mkdtemp())) as (address, *rest),
        distance.line(address) as line,
    ):
        book = lab.Notebook(chromium, (line.address, *rest), [SETUP])
        print("input event → picture in the DOM, ms: median, 95th percentile")
        for where, seconds in (("localhost", 0.0), ("150 ms away", ROUND_TRIP / 2)):
            print(where)
            for name in names or NETWORKS:
                line.seconds = seconds
                compare(book, name, changes)
        line.seconds = 0.0
        book.close()


if __name__ == "__main__":
    main(*map(int, sys.argv[1:2]), *sys.argv[2:])
