r"""Take the pictures of the README: `make pictures`, or `py -3 tools\pictures.py`."""

import io
import subprocess
import sys
import tempfile
from pathlib import Path

from environment import PYTHON, ROOT, VENV, ensure

FOLDER = ROOT / "docs"
STILLS = {"stepper-light.png": "light", "stepper-dark.png": "dark"}
MOVING = "stepper.gif"
WIDTH, SCALE, STEPS = 996, 2, 14  # px of the card, pixels a px in the stills, steps of the pass
STEP_SHOWN, SECONDS = 11, 1.8
CODE = """
from nnlib import Network
from nnlib.widgets import step_through

W = [[0.8, -1.3], [1.2, 0.7]], [[-1.1, 1.6]]
net = Network.from_weights(W, [[0.4, -0.3], [0.2]])
step_through(net, x=[0, 1], y=[1])
"""


def main() -> int:
    """Take the pictures, in .venv."""
    if Path(sys.prefix).resolve() != VENV.resolve():
        ensure(tests=True)
        return subprocess.run([PYTHON, __file__], check=False).returncode
    FOLDER.mkdir(exist_ok=True)
    for name, data in take().items():
        (FOLDER / name).write_bytes(data)
        print(f"{FOLDER.name}/{name}  {len(data) / 1000:.0f} kB")
    return 0


def take() -> dict[str, bytes]:
    """Return the pictures as files: name -> bytes."""
    sys.path.insert(0, str(ROOT / "tests/browser"))
    import lab
    import server
    from playwright.sync_api import sync_playwright

    with (
        tempfile.TemporaryDirectory() as folder,
        sync_playwright() as playwright,
        server.server(Path(folder)) as address,
        server.browser(playwright, server.find_browser()) as browser,
    ):
        window = {"device_scale_factor": SCALE, "viewport": {"width": 1280, "height": 900}}
        book = lab.Notebook(browser, address, [CODE], **window)
        book.size(1280, 900, file_browser=False)
        card = book.output(0).locator(".nnlib")
        pictures = {MOVING: moving([shot(book, card, step) for step in range(1, STEPS + 1)])}
        for name, theme in STILLS.items():
            book.theme(theme)
            pictures[name] = still(shot(book, card, STEP_SHOWN))
        errors = book.close()
    assert not errors, errors
    return pictures


def shot(book, card, step):
    """Return the card at a step, without focus and pointer, as an image."""
    from PIL import Image

    card.locator("[data-track]").fill(str(step))
    book.page.evaluate("() => document.activeElement.blur()")
    book.page.mouse.move(0, 0)
    book.page.wait_for_timeout(300)  # the ray and the ring have arrived
    assert card.locator("[data-count]").inner_text() == str(step)
    image = Image.open(io.BytesIO(card.screenshot())).convert("RGB")
    assert image.width == WIDTH * SCALE, f"{image.width} pixels wide, not {WIDTH * SCALE}"
    return image


def still(image):
    """Return a PNG of few colours: a quarter of the bytes, and the eye sees no difference."""
    file = io.BytesIO()
    image.quantize(256).save(file, "png", optimize=True)
    return file.getvalue()


def moving(images):
    """Return a GIF that shows each image for a while, over and over."""
    size = (WIDTH, round(images[0].height / SCALE))
    frames = [image.resize(size).quantize(128) for image in images]
    options = {"save_all": True, "append_images": frames[1:], "loop": 0, "optimize": True}
    file = io.BytesIO()
    frames[0].save(file, "gif", duration=round(1000 * SECONDS), **options)
    return file.getvalue()


if __name__ == "__main__":
    sys.exit(main())
