"""A notebook in a real JupyterLab, as a student meets it: cells, kernel, window."""

import ast
import json
import secrets
import time
from pathlib import Path
from statistics import median

KERNEL = {"name": "python3", "display_name": "Python 3 (ipykernel)", "language": "python"}
TOOLS = """
() => { const panel = jupyterapp.shell.currentWidget; window.lab = {
  panel: () => panel,
  book: () => lab.panel().content,
  kernel: () => lab.panel().sessionContext.session?.kernel,
  cells: () => [...lab.book().model.cells].map(cell => cell.toJSON()),
  idle: () => lab.kernel()?.status === 'idle' && ![...lab.book().node.querySelectorAll(
      '.jp-InputPrompt')].some(prompt => prompt.textContent.includes('*')),
  run: (command, seconds) => Promise.race([jupyterapp.commands.execute(command),
    new Promise((_, late) => setTimeout(late, seconds * 1000, `${command}: over ${seconds} s`))]),
  add: source => {
    const cells = lab.book().model.sharedModel, i = cells.cells.length;
    cells.insertCell(i, {cell_type: 'code', source, metadata: {trusted: true}});
    lab.book().activeCellIndex = i; lab.book().deselectAll();
    return i; },
  python: async expression => {
    const asked = lab.kernel().requestExecute({code: '', store_history: false,
      user_expressions: {value: expression}}, true);
    return (await asked.done).content.user_expressions.value; },
}; }
"""
READY = """() => { const panel = window.jupyterapp?.shell.currentWidget;
  const kernel = panel?.sessionContext?.session?.kernel;
  return kernel?.status === 'idle' && kernel.connectionStatus === 'connected'; }"""
TIMES = """([root, key, presses]) => { window.times = {start: [], dom: [], paint: []};
  const pressed = event => { if (event.key === key) times.start.push(event.timeStamp); };
  const seen = new MutationObserver(() => { times.dom.push(performance.now());
    requestAnimationFrame(() => setTimeout(() => times.paint.push(performance.now()))); });
  window.addEventListener('keydown', pressed, true);
  seen.observe(root, {childList: true, subtree: true});
  times.end = () => { window.removeEventListener('keydown', pressed, true); seen.disconnect();
    return {start: times.start, dom: times.dom, paint: times.paint}; }; }"""


def write_notebook(path, cells):
    """A notebook file of code cells; a cell that starts with '# %%md' becomes markdown."""
    book = {"nbformat": 4, "nbformat_minor": 5, "metadata": {"kernelspec": KERNEL}, "cells": []}
    for number, source in enumerate(cells):
        cell = {"id": f"cell-{number}", "metadata": {}, "source": source}
        if source.startswith("# %%md\n"):
            cell |= {"cell_type": "markdown", "source": source.split("\n", 1)[1]}
        else:
            cell |= {"cell_type": "code", "execution_count": None, "outputs": []}
        book["cells"].append(cell)
    path.write_text(json.dumps(book), encoding="utf-8")


class Notebook:
    """One notebook open in JupyterLab; `page` is Playwright's, `errors` what the console said."""

    def __init__(self, chromium, lab, source, *, run=True, **context):
        self.address, self.token, course = lab
        self.context = chromium.new_context(
            **{"viewport": {"width": 1280, "height": 800}} | context
        )
        self.page = self.context.new_page()
        self.page.set_default_timeout(20_000)
        self.errors = []
        self.page.on("console", lambda m: m.type == "error" and self._heard(m.text))
        self.page.on("pageerror", lambda e: self._heard(e.stack or str(e)))
        name = f"{secrets.token_hex(3)}.ipynb" if isinstance(source, list) else Path(source).name
        if isinstance(source, list):
            write_notebook(course / name, source)
        else:
            (course / name).write_bytes(Path(source).read_bytes())
        workspace = f"{self.address}/lab/workspaces/{secrets.token_hex(4)}"
        self.page.goto(f"{workspace}/tree/{name}?token={self.token}&reset")
        self.page.wait_for_selector(".jp-Notebook .jp-Cell")
        self.page.wait_for_function(READY, timeout=60_000)
        self.page.evaluate(TOOLS)
        if run:
            self.run_all()

    # cells

    def run_all(self, seconds=60):
        """Run every cell, up to the first that fails, and wait for the kernel."""
        self.page.evaluate("s => lab.run('notebook:run-all-cells', s)", seconds)
        self.idle()

    def run(self, code, *, wait=True, seconds=60):
        """Add a code cell at the end, run it, return its index."""
        index = self.page.evaluate("code => lab.add(code)", code)
        if wait:
            self.page.evaluate("s => lab.run('notebook:run-cell', s)", seconds)
            self.idle()
        else:
            self.command("notebook:run-cell")
        return index

    def idle(self, seconds=60):
        """Wait until the kernel rests and no cell waits for it."""
        self.page.wait_for_function("() => lab.idle()", timeout=seconds * 1000, polling=30)

    def cells(self):
        """The notebook as JupyterLab holds it: a list of nbformat cells."""
        return self.page.evaluate("() => lab.cells()")

    def cell(self, index):
        """A locator of a cell, counted from 0; negative counts from the end."""
        return self.page.locator(".jp-Notebook .jp-Cell").nth(index)

    def output(self, index):
        """A locator of what stands under a cell, scrolled into view."""
        self.page.evaluate("i => lab.book().scrollToItem(i, 'smart').catch(() => 0)", index)
        return self.cell(index).locator(".jp-Cell-outputWrapper")

    # kernel

    def python(self, expression):
        """The value of a Python expression in the notebook's kernel, through its repr."""
        answer = self.page.evaluate("e => lab.python(e)", expression)
        assert answer["status"] == "ok", answer.get("traceback")
        return ast.literal_eval(answer["data"]["text/plain"])

    def becomes(self, expression, value, seconds=5):
        """Wait until the expression has this value: what the browser sent has arrived."""
        end = time.monotonic() + seconds
        while (found := self.python(expression)) != value and time.monotonic() < end:
            time.sleep(0.05)
        assert found == value, f"{expression} is {found!r}, not {value!r}"

    def busy(self, seconds=30):
        """Let the next cell keep the kernel busy; ends with `interrupt`."""
        self.run(f"import time; time.sleep({seconds})", wait=False)
        self.page.wait_for_function("() => lab.kernel().status === 'busy'", polling=30)

    def interrupt(self):
        """Stop what the kernel does."""
        self.page.evaluate("() => lab.kernel().interrupt()")
        self.idle()

    def kill(self):
        """Shut the kernel down for good, as the menu does."""
        self.page.evaluate("() => lab.panel().sessionContext.shutdown()")
        self.page.wait_for_function("() => !lab.kernel()", polling=30)

    # the window

    def command(self, name, **arguments):
        """Execute a command of JupyterLab; does not wait for what it starts."""
        execute = "([name, args]) => { jupyterapp.commands.execute(name, args); }"
        self.page.evaluate(execute, [name, arguments])

    def theme(self, name):
        """Set the theme, "light" or "dark"."""
        self.command("apputils:change-theme", theme=f"JupyterLab {name.title()}")
        light = """l => document.body.dataset.jpThemeLight === l
          && !document.getElementById('jupyterlab-splash')"""  # a second change would break it
        self.page.wait_for_function(light, arg=str(name == "light").lower())

    def size(self, width, height, *, file_browser=True):
        """Set the window's size in px and open or close the file browser."""
        self.page.set_viewport_size({"width": width, "height": height})
        shown = self.page.evaluate(
            "() => !!document.querySelector('#jp-left-stack:not(.lm-mod-hidden)')"
        )
        if shown != file_browser:
            self.command("application:toggle-left-area")
        self.page.wait_for_timeout(200)

    def screenshot(self, name, locator=None):
        """Picture of the page or of a locator in tests/browser/.pictures; returns its path."""
        path = Path(__file__).parent / ".pictures" / f"{name}.png"
        (locator or self.page).screenshot(path=path)
        return path

    def finger(self, *points):
        """Put a finger down at the first point (x, y) of the page, go through the rest, lift."""
        session = self.context.new_cdp_session(self.page)
        kinds = ["touchStart"] + ["touchMove"] * (len(points) - 1)
        for kind, point in zip(kinds, points, strict=True):
            places = [dict(zip("xy", point, strict=True))]
            session.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": places})
            self.page.wait_for_timeout(30)
        session.send("Input.dispatchTouchEvent", {"type": "touchEnd", "touchPoints": []})
        session.detach()

    def listeners(self, target="window"):
        """Count the event listeners of a global object through the debugger: {type: number}."""
        session = self.context.new_cdp_session(self.page)
        ask = {"expression": target, "includeCommandLineAPI": True}
        found = session.send("Runtime.evaluate", ask)["result"]["objectId"]
        listed = session.send("DOMDebugger.getEventListeners", {"objectId": found})["listeners"]
        types = [listener["type"] for listener in listed]
        session.detach()
        return {kind: types.count(kind) for kind in set(types)}

    def step_times(self, root, key="ArrowRight", presses=50):
        """Milliseconds from the press of `key` to the changed DOM and to the frame after it.

        `root` is a locator of the picture; the focus must be in it. Returns lists under
        "dom" and "paint"; `spread` says their median and 95th percentile.
        """
        self.page.evaluate(TIMES, [root.element_handle(), key, presses])
        for _ in range(presses):
            self.page.keyboard.press(key)
            self.page.wait_for_timeout(20)
        self.page.wait_for_timeout(200)  # the last frame, on a busy machine
        times = self.page.evaluate("() => times.end()")
        assert len(times["start"]) == len(times["dom"]) == presses, "a press moved nothing"
        return {
            what: [end - start for start, end in zip(times["start"], times[what], strict=True)]
            for what in ("dom", "paint")
        }

    def close(self):
        """End the kernel and close the page; returns what `said` does."""
        said = self.said()
        if self.page.evaluate("() => !!lab.kernel()"):
            self.kill()
        self.context.close()
        return said

    def _heard(self, text):
        # JupyterLab's own words when a kernel ends while a question of its is open
        if "Canceled future for" not in text:
            self.errors.append(text)

    def said(self):
        """The errors that the console showed since this was asked last."""
        errors, self.errors = self.errors, []
        return errors


def spread(times):
    """Median and 95th percentile of a list of milliseconds."""
    return median(times), sorted(times)[int(0.95 * (len(times) - 1))]
