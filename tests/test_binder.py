"""Binder: pinned, trusted, without news. That the image builds needs Docker: not shown here."""

import json
import os
import re
import shutil
import subprocess
import sys
import tomllib
from importlib import metadata
from pathlib import Path

import nbformat
import pytest
from nbformat.sign import NotebookNotary
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from tools import readme

ROOT = Path(__file__).parents[1]
sys.path.append(str(ROOT / "tools"))  # as for a script: its folder is on the path

from tools import lab  # noqa: E402

BINDER = ROOT / "binder"
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
LINES = [
    line
    for line in (BINDER / "requirements.txt").read_text(encoding="utf-8").splitlines()
    if not line.startswith("#")
]
PARTED = [line.partition("==") for line in LINES[:-1]]
PINS = {canonicalize_name(name): version for name, _, version in PARTED}
PYTHON = (BINDER / "runtime.txt").read_text(encoding="utf-8").strip().removeprefix("python-")


def test_every_line_is_one_exact_version_and_the_last_the_project():
    assert LINES[-1] == "-e ."
    for line in LINES[:-1]:
        assert re.fullmatch(r"[\w.-]+==[\w.]+", line), line
    assert len(PINS) == len(LINES) - 1, "a package is there twice"


def test_the_pins_are_what_the_project_allows():
    for wanted in map(Requirement, PROJECT["dependencies"]):
        pinned = PINS[canonicalize_name(wanted.name)]
        assert pinned in wanted.specifier, f"{wanted.name} {pinned} is not {wanted.specifier}"


def test_a_student_can_keep_work():
    assert "jupyter-offlinenotebook" in PINS


def test_the_notebook_of_the_image_fits_the_jupyterlab():
    minors = [PINS[name].split(".")[1] for name in ("notebook", "jupyterlab")]
    assert minors[0] == minors[1], "notebook 7.x needs JupyterLab 4.x"


def test_what_a_pinned_package_needs_is_pinned_too():
    """Told by the metadata of what is installed here in the same version, for Binder's Python."""
    image = {"python_version": PYTHON, "python_full_version": f"{PYTHON}.0", "extra": ""}
    image |= {"sys_platform": "linux", "platform_system": "Linux", "os_name": "posix"}
    image |= {"platform_machine": "x86_64", "implementation_name": "cpython"}
    looked_at = 0
    for name, version in PINS.items():
        try:
            found = metadata.distribution(name)
        except metadata.PackageNotFoundError:
            continue
        if found.version != version:
            continue
        looked_at += 1
        for need in map(Requirement, found.requires or []):
            if need.marker is None or need.marker.evaluate(image):
                pinned = PINS.get(canonicalize_name(need.name))
                assert pinned, f"{name} needs {need.name}, which is not pinned"
                assert need.specifier.contains(pinned, prereleases=True), f"{name} needs {need}"
    if not looked_at:
        pytest.skip("no pinned version is installed here")


def test_the_python_is_one_that_the_project_knows():
    assert re.fullmatch(r"3\.\d+", PYTHON)
    lowest = PROJECT["requires-python"].removeprefix(">=")
    assert int(PYTHON[2:]) >= int(lowest[2:])


def test_the_link_opens_the_first_notebook_there_is():
    [opens] = re.findall(r"urlpath=lab%2Ftree%2Fnotebooks%2F(.*)", readme.binder())
    assert lab.first_address() == f"/lab/tree/notebooks/{opens}"


@pytest.mark.skipif(sys.platform == "win32", reason="Binder is Linux")
def test_post_build_trusts_the_notebooks_and_turns_the_news_off(tmp_path):
    shutil.copytree(ROOT / "notebooks", tmp_path / "notebooks")
    shutil.copytree(BINDER, tmp_path / "binder")
    data = tmp_path / "data"
    env = {**os.environ, "NB_PYTHON_PREFIX": str(tmp_path / "env"), "JUPYTER_DATA_DIR": str(data)}
    env["PATH"] = os.pathsep.join([str(Path(sys.executable).parent), env["PATH"]])
    subprocess.run(["binder/postBuild"], cwd=tmp_path, env=env, check=True, capture_output=True)
    settings = tmp_path / "env/share/jupyter/lab/settings/overrides.json"
    assert json.loads(settings.read_text(encoding="utf-8")) == lab.SETTINGS
    notary = NotebookNotary(data_dir=str(data))
    books = sorted((tmp_path / "notebooks").glob("[0-9]*.ipynb"))
    assert books
    for path in books:
        assert notary.check_signature(nbformat.read(path, as_version=4)), f"{path.name}: no trust"
    notary.store.close()
