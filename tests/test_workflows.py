"""The workflows run what `make test` runs, where the README says; ruff is the same everywhere."""

import re
import tomllib
from pathlib import Path

import yaml

ROOT = Path(__file__).parents[1]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]


def read(path):
    return yaml.safe_load((ROOT / path).read_text(encoding="utf-8"))


def test_three_systems_oldest_and_newest_python_every_week():
    workflow = read(".github/workflows/test.yml")
    test = workflow["jobs"]["test"]
    matrix = test["strategy"]["matrix"]
    assert {name.partition("-")[0] for name in matrix["system"]} == {"ubuntu", "macos", "windows"}
    oldest, newest = (tuple(map(int, version.split("."))) for version in matrix["python"])
    assert oldest == tuple(map(int, PROJECT["requires-python"].removeprefix(">=").split(".")))
    assert newest > oldest
    assert test["strategy"]["fail-fast"] is False
    assert test["steps"][-1]["run"] == "python tools/test.py"
    assert "tools/test.py" in (ROOT / "Makefile").read_text(encoding="utf-8")
    [weekly] = workflow[True]["schedule"]  # YAML 1.1 reads the key `on` as true
    assert re.fullmatch(r"\d+ \d+ \* \* [0-6]", weekly["cron"])
    assert "pull_request" in workflow[True]


def test_binders_pins_are_tried_in_binders_python():
    steps = read(".github/workflows/test.yml")["jobs"]["binder"]["steps"]
    said = "\n".join(str(step.get("run")) for step in steps)
    assert "binder/runtime.txt" in said and "pip install -r binder/requirements.txt" in said
    assert "--nbval" in said and "pytest tests" in said
    assert not re.search(r"pip install(?!.*binder/requirements)", said), "a pin could be lifted"


def test_pre_commit_has_the_ruff_of_the_tests():
    [ruff] = [need for need in PROJECT["optional-dependencies"]["test"] if need.startswith("ruff")]
    lowest = re.search(r">=([\d.]+)", ruff)[1]
    [repo] = read(".pre-commit-config.yaml")["repos"]
    for hook in repo["hooks"]:
        assert hook["additional_dependencies"] == [f"ruff=={lowest}"]
        assert {"python", "jupyter"} <= set(hook["types_or"])
    assert [hook["entry"] for hook in repo["hooks"]] == ["ruff check --fix", "ruff format"]
