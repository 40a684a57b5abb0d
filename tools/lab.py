r"""Open JupyterLab at the first notebook: `make lab`, or `py -3 tools\lab.py`."""

import json
import os
import subprocess
import sys

from environment import PYTHON, ROOT, VENV, ensure

SETTINGS = {
    "@jupyterlab/apputils-extension:notification": {
        "fetchNews": "false",
        "checkForUpdates": False,
    }
}


def main() -> int:
    """Install what is missing, then run JupyterLab until it is stopped."""
    ensure()
    write_settings()
    print("starting JupyterLab, Ctrl+C stops it", flush=True)
    with subprocess.Popen(lab_command(), cwd=ROOT) as lab:
        while True:
            try:
                return lab.wait()
            except KeyboardInterrupt:  # it reaches JupyterLab too, which shuts down
                continue


def lab_command() -> list[str]:
    """Return the command; what is not said here, as the token, stays Jupyter's way."""
    root = hasattr(os, "geteuid") and os.geteuid() == 0
    return [
        str(PYTHON), "-m", "jupyterlab",
        "--ServerApp.ip=localhost",
        f"--LabApp.default_url={first_address()}",
        "--ServerApp.answer_yes=True",
        "--log-level=WARN",
        *["--allow-root"] * root,
    ]  # fmt: skip


def first_address() -> str:
    """Return where JupyterLab opens: the first notebook by number."""
    names = sorted(path.name for path in (ROOT / "notebooks").glob("[0-9]*.ipynb"))
    return f"/lab/tree/notebooks/{names[0]}" if names else "/lab"


def write_settings() -> None:
    """Switch JupyterLab's news and update check off, in .venv alone."""
    path = VENV / "share/jupyter/lab/settings/overrides.json"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps(SETTINGS), encoding="utf-8")


if __name__ == "__main__":
    try:
        sys.exit(main())
    except KeyboardInterrupt:
        sys.exit("\nstopped")
