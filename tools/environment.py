"""Keep the folder .venv as requirements.txt and pyproject.toml want it.

Written so that an older Python can read it as far as the sentence that refuses it.
"""

import hashlib
import importlib.util
import os
import re
import subprocess
import sys
from pathlib import Path

if sys.version_info < (3, 11):  # noqa: UP036
    sys.exit(
        "nnlib needs Python 3.11 or newer, and this is Python "
        f"{sys.version.split()[0]}: install a newer one (python.org) and name it, "
        r"as in: make lab PYTHON=python3.12 (Windows: py -3.12 tools\lab.py)"
    )

ROOT = Path(__file__).resolve().parents[1]
VENV = ROOT / ".venv"
PYTHON = VENV / (r"Scripts\python.exe" if os.name == "nt" else "bin/python")
PIP = [PYTHON, "-m", "pip"]
VERSION = f"{sys.version_info.major}.{sys.version_info.minor}"
NETWORK = "connection broken|ConnectionError|Timeout|SSLError|IncompleteRead"


def ensure(tests: bool = False) -> None:
    """Create .venv and install into it, unless it fits; SystemExit says why not."""
    stamps = [VENV / "installed-lab", VENV / "installed-test"][: 1 + tests]
    wanted = fingerprint()
    if fits() and all(read(stamp) == wanted for stamp in stamps):
        return
    if not (fits() and has_pip()):
        create()
    install(["-r", "requirements.txt"] + ["-e", ".[test]"] * tests)
    for stamp in stamps:
        stamp.write_text(wanted, encoding="utf-8")


def fingerprint() -> str:
    """Return what must be the same for an install to be still good."""
    digest = hashlib.sha256(str(ROOT).encode())
    for name in ("requirements.txt", "pyproject.toml"):
        digest.update((ROOT / name).read_bytes())
    return digest.hexdigest()


def fits() -> bool:
    """Tell whether .venv has a Python, of the version that runs this."""
    found = re.search(r"^version\w* = (\d+\.\d+)", read(VENV / "pyvenv.cfg"), re.M)
    return PYTHON.exists() and found is not None and found[1] == VERSION


def has_pip() -> bool:
    """Tell whether .venv has a pip (not every tool puts one in)."""
    asked = subprocess.run([*PIP, "--version"], capture_output=True, check=False)
    return asked.returncode == 0


def create() -> None:
    """Make .venv anew."""
    if not all(map(importlib.util.find_spec, ("venv", "ensurepip"))):
        sys.exit(
            f"This Python has no venv module: install it (on Debian and Ubuntu: "
            f"sudo apt-get install python{VERSION}-venv), then run the command again."
        )
    print(f"creating .venv with Python {VERSION}", flush=True)
    command = [sys.executable, "-m", "venv", "--clear", VENV]
    made = subprocess.run(command, capture_output=True, text=True, check=False)
    if made.returncode:
        sys.exit(f"{VENV} could not be created: {last_line(made.stderr + made.stdout)}")


def install(wanted: list[str]) -> None:
    """Let pip install what is wanted, a dot for each package."""
    print("installing (a minute or two, only this time) ", end="", flush=True)
    command = [*PIP, "install", "--disable-pip-version-check", *wanted]
    said = []
    with subprocess.Popen(
        command,
        cwd=ROOT,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        errors="replace",
    ) as pip:
        for line in pip.stdout:
            said.append(line)
            if line.startswith(("Collecting", "Installing")):
                print(".", end="", flush=True)
    print(flush=True)
    if pip.returncode:
        sys.exit(complaint("".join(said)))


def complaint(said: str) -> str:
    """Turn what a failed pip said into one sentence."""
    if re.search(NETWORK, said):
        return (
            "The packages could not be downloaded: is there a network, does a proxy "
            "or a firewall stand before pypi.org? Then run the command again."
        )
    error = next(reversed(re.findall("^ERROR: .*", said, re.M)), last_line(said))
    return f"pip could not install the packages: {error}"


def last_line(text: str) -> str:
    """Return the last line that is not empty."""
    return text.strip().rpartition("\n")[2]


def read(path: Path) -> str:
    """Return the text of a file, nothing where there is none."""
    return path.read_text(encoding="utf-8") if path.exists() else ""
