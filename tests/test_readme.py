"""README and CONTRIBUTING tell what is so: contents, address, commands, links, pictures."""

import ast
import json
import re
import struct
from pathlib import Path

import pytest

from nnlib import words
from tools import readme

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")
CONTRIBUTING = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
PAGES = pytest.mark.parametrize("page", [README, CONTRIBUTING], ids=["README", "CONTRIBUTING"])
QUESTIONS = ["Try it", "Run it", "What is in it", "Teach with it", "Change it"]
PARTS = ("lint", "unit", "notebooks", "browser")


def assigned(path, name):
    """The literal that a module of tools/ assigns to a name."""
    for node in ast.parse((ROOT / path).read_text(encoding="utf-8")).body:
        if isinstance(node, ast.Assign):
            targets = node.targets[0]
            names = targets.elts if isinstance(targets, ast.Tuple) else [targets]
            values = node.value.elts if isinstance(targets, ast.Tuple) else [node.value]
            for target, value in zip(names, values):
                if target.id == name:
                    return ast.literal_eval(value)
    raise KeyError(name)


def test_contents_and_address_are_those_of_today():
    assert readme.renewed(README) == README, "run: make readme"


def test_every_notebook_is_in_the_contents_with_its_minutes():
    table = readme.TABLE.search(README)[0]
    for path in readme.notebooks():
        minutes = json.loads(path.read_text(encoding="utf-8"))["metadata"]["nnlib"]["minutes"]
        assert re.search(rf"\(notebooks/{path.name}\) \|.*\| {minutes}\b[ +\d]*\|", table), path


def course(folder, **minutes):
    (folder / "notebooks").mkdir()
    (folder / "pyproject.toml").write_text(
        '[project.urls]\nRepository = "https://github.com/a/b/"'
    )
    source = ["# 01 · See it (看)\n", "\n", "You will see\n", "it all.\n", "\n", "30 minutes."]
    cells = [{"id": "navigation", "source": ["x"]}, {"id": "opening", "source": source}]
    book = json.dumps({"cells": cells, "metadata": {"nnlib": minutes}})
    (folder / "notebooks/01_see.ipynb").write_text(book, encoding="utf-8")


@pytest.mark.parametrize(
    ("minutes", "told"),
    [({"minutes": 30}, "30"), ({"minutes": 45, "minutes_more": 20}, "45 + 20")],
)
def test_a_row_is_made_of_the_opening_and_the_minutes(tmp_path, monkeypatch, minutes, told):
    course(tmp_path, **minutes)
    monkeypatch.setattr(readme, "ROOT", tmp_path)
    row = f"| [01 See it](notebooks/01_see.ipynb) | see it all | {told} |"
    assert readme.contents().splitlines()[2] == row


def test_one_edit_moves_the_project(tmp_path, monkeypatch):
    old = readme.address().removeprefix("https://github.com/")
    course(tmp_path, minutes=30)
    monkeypatch.setattr(readme, "ROOT", tmp_path)
    moved = readme.renewed(README)
    assert old not in moved and not re.search(rf"^    cd {old.split('/')[1]}$", moved, re.M)
    assert moved.count("https://github.com/a/b\n") == 2
    assert "https://mybinder.org/v2/gh/a/b/HEAD?urlpath=lab%2Ftree%2Fnotebooks%2F01_see" in moved


def test_the_address_is_the_same_everywhere():
    pages = [README, CONTRIBUTING, *(p.read_text("utf-8") for p in readme.notebooks())]
    for page in pages:
        for where in re.findall(r"mybinder\.org/v2/gh/([\w.-]+/[\w.-]+)", page):
            assert f"https://github.com/{where}" == readme.address()
    assert README.count(readme.address()) == 2
    assert f"[binder]: {readme.binder()}\n" in README


def test_a_newcomers_questions_come_in_their_order():
    headings = re.findall(r"^## (.*)$", README, re.M)
    assert headings == [*QUESTIONS, "Licence and sources"]
    assert README.index("<img") < README.index("## Try it")


@PAGES
def test_links_lead_to_files(page):
    links = re.findall(r"\]\(([^)\s]+)\)|(?:src|srcset)=\"([^\"]+)\"", page)
    for target in filter(None, (one or other for one, other in links)):
        if not target.startswith("https://"):
            assert (ROOT / target.partition("#")[0]).exists(), target
    prose = re.sub(r"```.*?```|`[^`]*`", "", page, flags=re.S)
    for name in re.findall(r"\]\[(\w+)\]|\[(\w+)\](?![\[(:])", prose):
        assert re.search(rf"^\[{''.join(name)}\]: https://", page, re.M), name


@PAGES
def test_commands_exist(page):
    targets = re.search(r"^\.PHONY: (.*)$", (ROOT / "Makefile").read_text("utf-8"), re.M)[1]
    for name in re.findall(r"(?:^    |`)make (\w+)", page, re.M):
        assert name in targets.split(), f"make {name}"
    for name in re.findall(r"tools[\\/](\w+\.py)", page):
        assert (ROOT / "tools" / name).exists(), name
    for name in re.findall(r"PART=(\w+)", page):
        assert name in PARTS
    assert tuple(re.findall(r"`(\w+)`", README.split("the parts are")[1])[:4]) == PARTS
    test_tool = (ROOT / "tools/test.py").read_text("utf-8")
    assert tuple(re.findall(r'^    "(\w+)": \[$', test_tool, re.M)) == PARTS


def test_the_pictures_have_their_size_and_are_light():
    width, scale, steps = (assigned("tools/pictures.py", n) for n in ("WIDTH", "SCALE", "STEPS"))
    shown = assigned("tools/pictures.py", "STEP_SHOWN")
    for name in assigned("tools/pictures.py", "STILLS"):
        data = (ROOT / "docs" / name).read_bytes()
        assert struct.unpack(">I", data[16:20]) == (width * scale,), name
        assert f"docs/{name}" in README and len(data) < 400_000
    moving = (ROOT / "docs" / assigned("tools/pictures.py", "MOVING")).read_bytes()
    assert struct.unpack("<H", moving[6:8]) == (width,) and len(moving) < 1_500_000
    assert moving.count(b"\x21\xf9\x04") == steps  # one such block a frame
    [alt] = re.findall(r"<img [^>]*alt=\"([^\"]{80,})\"", README)
    assert f"step {shown} of {steps}" in alt
    assert f'width="{width}"' in README


def test_the_widget_of_contributing_works(monkeypatch):
    code = re.search(r"```python\n(.*?)```", CONTRIBUTING, re.S)[1]
    key, sentence = re.search(r'`"(lamp\.alt)": "(.*?)"`', CONTRIBUTING).groups()
    monkeypatch.setitem(words.tables["en"], key, sentence)
    made = {"__name__": "lamp"}
    exec(code, made)
    lamp = made["lamp"](1)
    for x in (0, 1):
        lamp._pressed({"type": "press"})
        assert lamp.x == x and f"The input is {x}." in lamp.frames[0]["picture"]
    lamp._pressed({"type": "press"})
    lamp.reset()
    assert lamp.x == 1
    with pytest.raises(ValueError, match="^x must be"):
        made["lamp"](2)


def test_contributing_has_two_pages():
    assert len(CONTRIBUTING.split()) <= 1100
