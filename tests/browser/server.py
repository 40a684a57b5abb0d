"""The JupyterLab server and the browser that the tests of one session share."""

import contextlib
import os
import secrets
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from pathlib import Path

ROOT = Path(__file__).parents[2]
sys.path.insert(0, str(ROOT))
from tools.browser import find_browser  # noqa: E402, F401

AS_ROOT = hasattr(os, "geteuid") and os.geteuid() == 0
PROFILE = (
    "JUPYTER_CONFIG_DIR",
    "JUPYTER_DATA_DIR",
    "JUPYTER_RUNTIME_DIR",
    "JUPYTERLAB_SETTINGS_DIR",
    "JUPYTERLAB_WORKSPACES_DIR",
    "IPYTHONDIR",
)


@contextlib.contextmanager
def server(folder):
    """JupyterLab on `folder`/course with a profile of its own; yields the address with a token."""
    course, profile = folder / "course", folder / "profile"
    news = profile / "JUPYTERLAB_SETTINGS_DIR" / "@jupyterlab" / "apputils-extension"
    news.mkdir(parents=True)
    course.mkdir()
    (news / "notification.jupyterlab-settings").write_text('{"fetchNews": "false"}')
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    token, log = secrets.token_hex(8), profile / "log"
    path = os.pathsep.join(filter(None, [str(ROOT), os.environ.get("PYTHONPATH")]))
    env = dict(os.environ, PYTHONPATH=path, **{name: str(profile / name) for name in PROFILE})
    command = [
        *(sys.executable, "-m", "jupyterlab", "--no-browser"),
        *(["--allow-root"] if AS_ROOT else []),
        *(f"--port={port}", "--ServerApp.port_retries=0"),
        f"--IdentityProvider.token={token}",
        f"--ServerApp.root_dir={course}",
        "--LabApp.expose_app_in_browser=True",
        "--LabApp.check_for_updates_class=jupyterlab.NeverCheckForUpdate",
    ]
    with log.open("w") as out:
        process = subprocess.Popen(command, stdout=out, stderr=out, env=env, cwd=course)
    try:
        answered = f"http://127.0.0.1:{port}/api/status?token={token}"
        for _ in range(600):
            assert process.poll() is None, log.read_text()[-2000:]
            with contextlib.suppress(OSError):
                urllib.request.urlopen(answered, timeout=2).read()
                break
            time.sleep(0.1)
        yield f"http://127.0.0.1:{port}", token, course
    finally:  # asked to end, the server ends its kernels too
        process.send_signal(signal.SIGTERM)
        with contextlib.suppress(subprocess.TimeoutExpired):
            process.wait(15)
        process.kill()


@contextlib.contextmanager
def browser(playwright, path):
    """The Chromium at `path`, without a window."""
    arguments = ["--no-sandbox"] if AS_ROOT else []
    chromium = playwright.chromium.launch(executable_path=path, args=arguments)
    yield chromium
    chromium.close()
