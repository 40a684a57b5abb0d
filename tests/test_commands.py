"""`make lab` and `make test` for what they decide; tools/test.py itself runs them."""

import json
import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
sys.path.append(str(ROOT / "tools"))  # as for a script: its folder is on the path

import environment  # noqa: E402

from tools import browser, lab  # noqa: E402
from tools import test as tests  # noqa: E402


@pytest.fixture
def checkout(tmp_path, monkeypatch):
    """Return an empty checkout with an environment that fits."""
    monkeypatch.setattr(environment, "ROOT", tmp_path)
    monkeypatch.setattr(environment, "VENV", tmp_path / ".venv")
    monkeypatch.setattr(environment, "PYTHON", Path(sys.executable))
    for name in ("requirements.txt", "pyproject.toml"):
        (tmp_path / name).write_text("numpy")
    (tmp_path / ".venv").mkdir()
    version = ".".join(map(str, sys.version_info[:3]))
    (tmp_path / ".venv/pyvenv.cfg").write_text(f"home = /\nversion = {version}\n")
    return tmp_path


@pytest.fixture
def installs(checkout, monkeypatch):
    """Return the list of what was asked of pip, which installs nothing."""
    asked = []
    monkeypatch.setattr(environment, "install", asked.append)
    return asked


def sentence(raised):
    text = str(raised.value)
    assert "\n" not in text and "Traceback" not in text
    return text


def test_the_second_start_installs_nothing(installs):
    environment.ensure()
    environment.ensure()
    assert installs == [["-r", "requirements.txt"]]


@pytest.mark.parametrize("name", ["requirements.txt", "pyproject.toml"])
def test_a_changed_file_installs_again(checkout, installs, name):
    environment.ensure()
    (checkout / name).write_text("numpy>=3")
    environment.ensure()
    assert len(installs) == 2


def test_the_tests_need_more_than_the_lab_and_the_lab_no_more_than_the_tests(installs):
    environment.ensure()
    environment.ensure(tests=True)
    environment.ensure()
    assert installs == [
        ["-r", "requirements.txt"],
        ["-r", "requirements.txt", "-e", ".[test]"],
    ]


def test_an_install_that_failed_is_tried_again(installs, monkeypatch):
    def fail(wanted):
        sys.exit("no network")

    with monkeypatch.context() as patch, pytest.raises(SystemExit):
        patch.setattr(environment, "install", fail)
        environment.ensure()
    environment.ensure()
    assert len(installs) == 1


@pytest.mark.parametrize("key", ["version", "version_info"])
def test_an_environment_of_another_version_is_made_anew(checkout, installs, monkeypatch, key):
    made = []
    monkeypatch.setattr(environment, "create", lambda: made.append(True))
    (checkout / ".venv/pyvenv.cfg").write_text(f"{key} = 3.1.4\n")
    environment.ensure()
    assert made == [True]


def test_an_environment_without_its_python_is_made_anew(checkout, monkeypatch):
    monkeypatch.setattr(environment, "PYTHON", checkout / "gone")
    assert not environment.fits()


def test_a_python_that_is_too_old_is_refused_in_a_sentence():
    for script in ("lab", "test"):
        path = str(ROOT / f"tools/{script}.py")
        code = (
            "import runpy, sys; sys.version_info = (3, 10, 2); sys.version = '3.10.2 x'\n"
            f"sys.path[:0] = [{str(ROOT / 'tools')!r}]\n"
            f"runpy.run_path({path!r}, run_name='__main__')"
        )
        command = [sys.executable, "-c", code]
        done = subprocess.run(command, capture_output=True, text=True, check=False)
        assert done.returncode == 1 and done.stdout == ""
        assert re.fullmatch(r"nnlib needs Python 3\.11 .* is Python 3\.10\.2: .*\n", done.stderr)


@pytest.mark.parametrize("missing", ["venv", "ensurepip"])
def test_a_missing_venv_is_named_with_its_remedy(checkout, monkeypatch, missing):
    monkeypatch.setattr(environment.importlib.util, "find_spec", lambda name: name != missing)
    with pytest.raises(SystemExit) as raised:
        environment.create()
    assert f"python{environment.VERSION}-venv" in sentence(raised)


def test_a_folder_that_cannot_be_made_is_named(checkout, monkeypatch):
    (checkout / "file").write_text("")
    monkeypatch.setattr(environment, "VENV", checkout / "file" / ".venv")
    with pytest.raises(SystemExit) as raised:
        environment.create()
    assert re.search(r"\.venv could not be created: \S", sentence(raised))


@pytest.mark.parametrize(
    "cause",
    [
        "NewConnectionError('<x>: Failed to establish a new connection: [Errno 111]",
        "NameResolutionError(\"x: Failed to resolve 'pypi.org' ([Errno -2]",
        "ReadTimeoutError('HTTPSConnectionPool",
        "ProxyError('Cannot connect to proxy.'",
    ],
)
def test_no_network_is_said_in_a_sentence(monkeypatch, cause):
    code = (
        f"print({f'Retrying after connection broken by {cause}'!r})\n"
        "raise SystemExit('ERROR: No matching distribution found for numpy')"
    )
    monkeypatch.setattr(environment, "PIP", [sys.executable, "-c", code])
    with pytest.raises(SystemExit) as raised:
        environment.install(["-r", "requirements.txt"])
    assert "is there a network" in sentence(raised)


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ("Collecting x\nERROR: No space left\nbye\n", "ERROR: No space left"),
        ("nothing that\nwe know\n\n", "we know"),
        ("", "install the packages: "),
    ],
)
def test_another_failure_of_pip_is_passed_on(said, expected):
    complaint = environment.complaint(said)
    assert complaint.endswith(expected) and "network" not in complaint


def test_requirements_are_the_dependencies_and_the_package_itself():
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    lines = (ROOT / "requirements.txt").read_text(encoding="utf-8").splitlines()
    wanted = [line.replace('"', "'") for line in lines if not line.startswith("#")]
    assert wanted == [*project["project"]["dependencies"], "-e ."]


@pytest.mark.parametrize("user", [0, 1000])
def test_only_root_gets_the_flag_for_root(monkeypatch, user):
    monkeypatch.setattr(lab.os, "geteuid", lambda: user, raising=False)
    assert ("--allow-root" in lab.lab_command()) == (user == 0)


def test_no_flag_for_root_where_there_is_none(monkeypatch):
    monkeypatch.delattr(lab.os, "geteuid", raising=False)
    assert "--allow-root" not in lab.lab_command()


def test_the_lab_listens_on_this_machine_and_keeps_its_token():
    command = " ".join(lab.lab_command())
    assert "--ServerApp.ip=localhost" in command
    assert "token" not in command and "password" not in command


def test_the_lab_opens_the_first_notebook_by_number(tmp_path, monkeypatch):
    monkeypatch.setattr(lab, "ROOT", tmp_path)
    assert lab.first_address() == "/lab"
    (tmp_path / "notebooks").mkdir()
    for name in ("06_b.ipynb", "00_a.ipynb", "10_c.ipynb", "Untitled.ipynb"):
        (tmp_path / "notebooks" / name).write_text("")
    assert lab.first_address() == "/lab/tree/notebooks/00_a.ipynb"


def test_news_and_update_check_are_off_in_the_environment_alone(tmp_path, monkeypatch):
    monkeypatch.setattr(lab, "VENV", tmp_path)
    lab.write_settings()
    path = tmp_path / "share/jupyter/lab/settings/overrides.json"
    settings = json.loads(path.read_text(encoding="utf-8"))
    assert settings["@jupyterlab/apputils-extension:notification"] == {
        "fetchNews": "false",
        "checkForUpdates": False,
    }


def program(path, code):
    """Write a script that ends with `code`, which stands for a browser."""
    path.write_text(f"#!/bin/sh\nexit {code}\n")
    path.chmod(0o755)
    return str(path)


@pytest.fixture
def no_browser(tmp_path, monkeypatch):
    """Hide every installed browser; what lies in the folder returned is found."""
    monkeypatch.delenv("NNLIB_BROWSER", raising=False)
    monkeypatch.setenv("PATH", str(tmp_path))
    for variable in ("PROGRAMFILES", "PROGRAMFILES(X86)", "LOCALAPPDATA"):
        monkeypatch.setenv(variable, str(tmp_path))
    monkeypatch.setattr(browser, "MAC_APPS", ())
    monkeypatch.setattr(browser, "PLAYWRIGHTS_OWN", "print()")
    return tmp_path


def test_no_browser_says_in_a_sentence_what_to_install(no_browser, monkeypatch):
    with pytest.raises(RuntimeError) as raised:
        browser.find_browser()
    assert "apt-get install chromium" in sentence(raised)


needs_scripts = pytest.mark.skipif(sys.platform == "win32", reason="shell scripts")


@needs_scripts
def test_a_stub_that_does_not_start_is_passed_over(no_browser):
    program(no_browser / "chromium", 1)
    chrome = program(no_browser / "google-chrome", 0)
    assert browser.find_browser() == chrome


@needs_scripts
def test_the_readers_own_choice_comes_first(no_browser, monkeypatch):
    program(no_browser / "chromium", 0)
    mine = program(no_browser / "mine", 0)
    monkeypatch.setenv("NNLIB_BROWSER", mine)
    assert browser.find_browser() == mine
    monkeypatch.setenv("NNLIB_BROWSER", "/no/such")
    with pytest.raises(RuntimeError):
        browser.get_browser()


@needs_scripts
def test_the_next_way_to_install_is_tried_when_one_fails(no_browser, monkeypatch, capfd):
    code = f"import pathlib; pathlib.Path({str(no_browser)!r}, 'chromium').touch(0o755)"
    commands = [["no-such-command"], [sys.executable, "-c", code], ["never-reached"]]
    monkeypatch.setattr(browser, "install_commands", lambda: commands)
    monkeypatch.setattr(browser, "starts", lambda path: Path(path).is_file())
    assert browser.get_browser() == str(no_browser / "chromium")
    said = capfd.readouterr().out
    assert "no-such-command" in said and "never-reached" not in said


def test_an_installed_browser_is_found_without_installing(monkeypatch):
    monkeypatch.setattr(browser, "find_browser", lambda: "/usr/bin/chromium")
    monkeypatch.setattr(browser, "install_commands", None)
    assert browser.get_browser() == "/usr/bin/chromium"


@pytest.mark.parametrize(
    ("user", "system", "first"),
    [(0, "debian", "sh"), (0, "ubuntu", "playwright"), (1000, "debian", "playwright")],
)
def test_debian_as_root_installs_its_own_chromium(monkeypatch, user, system, first):
    monkeypatch.delenv("NNLIB_BROWSER", raising=False)
    monkeypatch.setattr(browser.os, "geteuid", lambda: user, raising=False)
    monkeypatch.setattr(browser, "system", lambda: system)
    commands = list(browser.install_commands())
    assert first in commands[0]
    assert "playwright" in commands[-1]


@pytest.fixture
def parts(monkeypatch):
    """Replace the parts by three that take no time; the second fails."""
    endings = {"one": [0], "two": [0, 3, 0], "three": [0]}
    commands = {
        name: [["-c", f"print('{name}'); raise SystemExit({code})"] for code in codes]
        for name, codes in endings.items()
    }
    monkeypatch.setattr(tests, "PARTS", commands)
    monkeypatch.setattr(tests, "PYTHON", sys.executable)
    monkeypatch.setattr(tests, "ensure", lambda tests: None)


def test_a_failed_part_is_told_and_the_next_ones_run(parts, capfd):
    assert tests.main([]) == 1
    said = capfd.readouterr().out
    assert said.count("two\n") == 4  # its heading and its three commands
    assert re.search(r"one +passed +\d+\.\d s\ntwo +FAILED .*\nthree +passed ", said)


def test_a_part_runs_alone(parts, capfd):
    assert tests.main(["three"]) == 0
    assert "two" not in capfd.readouterr().out


def test_an_unknown_part_is_refused_with_the_known_ones(parts):
    with pytest.raises(SystemExit) as raised:
        tests.main(["brwoser"])
    assert sentence(raised) == "no part is called brwoser: there are one, two, three"
