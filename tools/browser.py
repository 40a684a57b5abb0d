"""Find a Chromium, Chrome or Edge for the browser tests, or get one."""

import os
import re
import shlex
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

COMMANDS = (
    "chromium",
    "chromium-browser",
    "google-chrome",
    "chrome",
    "microsoft-edge",
    "msedge",
)
MAC_APPS = ("Google Chrome", "Chromium", "Microsoft Edge")
WINDOWS_PROGRAMS = (
    r"Google\Chrome\Application\chrome.exe",
    r"Microsoft\Edge\Application\msedge.exe",
)
PLAYWRIGHTS_OWN = """
from playwright.sync_api import sync_playwright
with sync_playwright() as playwright:
    print(playwright.chromium.executable_path)
"""
MISSING = (
    "No browser found for the browser tests: install Chromium, Chrome or Edge "
    "(on Debian: sudo apt-get install chromium), or set NNLIB_BROWSER to its path."
)


def find_browser() -> str:
    """Return the path of a browser that starts; RuntimeError says what to install."""
    for path in candidates():
        if starts(path):
            return path
    raise RuntimeError(MISSING)


def get_browser() -> str:
    """Return what `find_browser` finds; where there is none, install one first."""
    try:
        return find_browser()
    except RuntimeError:
        for command in install_commands():
            print("no browser found, trying:", shlex.join(command), flush=True)
            if run(command):
                break
        return find_browser()


def candidates() -> Iterator[str]:
    """Yield paths to try: the reader's choice, the PATH, usual places, Playwright's."""
    if "NNLIB_BROWSER" in os.environ:
        yield os.environ["NNLIB_BROWSER"]
        return
    yield from filter(None, map(shutil.which, COMMANDS))
    for app in MAC_APPS:
        yield f"/Applications/{app}.app/Contents/MacOS/{app}"
    for variable in ("PROGRAMFILES", "PROGRAMFILES(X86)", "LOCALAPPDATA"):
        for program in WINDOWS_PROGRAMS:
            yield str(Path(os.environ.get(variable, "")) / program)
    ask = [sys.executable, "-c", PLAYWRIGHTS_OWN]
    answer = subprocess.run(ask, capture_output=True, text=True, check=False)
    yield answer.stdout.strip()


def starts(path: str) -> bool:
    """Tell whether `path` is a browser that runs, no stub and with its libraries."""
    if not Path(path).is_file():
        return False
    if os.name == "nt":  # there, --version opens a window
        return True
    return run([path, "--version"])


def install_commands() -> Iterator[list[str]]:
    """Yield the commands that may bring a browser, the likeliest first."""
    if "NNLIB_BROWSER" in os.environ:
        return
    root = hasattr(os, "geteuid") and os.geteuid() == 0
    if root and system() == "debian":  # Ubuntu's chromium is only a stub
        yield ["sh", "-c", "apt-get update && apt-get install --yes chromium"]
    libraries = ["--with-deps"] if root and sys.platform == "linux" else []
    yield [sys.executable, "-m", "playwright", "install", *libraries, "chromium"]


def system() -> str:
    """Return the name of the Linux distribution, nothing elsewhere."""
    path = Path("/etc/os-release")
    text = path.read_text(encoding="utf-8") if path.exists() else ""
    return next(re.finditer(r"^ID=\W?(\w+)", text, re.M), {1: ""})[1]


def run(command: list[str]) -> bool:
    """Run a command in silence; True if it could be run and was content."""
    try:
        return subprocess.run(command, capture_output=True, check=False).returncode == 0
    except OSError:
        return False


if __name__ == "__main__":
    try:
        print(get_browser())
    except RuntimeError as error:
        sys.exit(str(error))
