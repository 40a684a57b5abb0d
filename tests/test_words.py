"""The sentences: every key is there and used, every placeholder filled."""

import ast
import re
from pathlib import Path

import pytest

import nnlib
from nnlib import words
from nnlib.words import say, tables

HOUSE = Path(nnlib.__file__).parent
PLACE = re.compile(r"\{([a-zA-Z_]+)\}")


def outside_math(text):
    """The text without what stands between $ and $."""
    return re.sub(r"\$[^$]*\$", "", text)


def test_say_puts_values_in():
    assert say("what.delta", i=1, l=2) == "δ of unit 1 in layer 2"
    assert say("phase.cost") == "cost"


def test_an_unknown_sentence_is_an_error():
    with pytest.raises(KeyError):
        say("what.nothing")


@pytest.mark.parametrize("language", tables)
def test_every_language_says_the_same_things(language):
    english, other = tables["en"], tables[language]
    assert set(other) == set(english)
    for key, text in other.items():
        assert set(PLACE.findall(text)) == set(PLACE.findall(english[key])), key


@pytest.mark.parametrize("language", tables)
def test_every_sentence_has_whole_formulas(language):
    for key, text in tables[language].items():
        assert text.strip(), key
        assert text.count("$") % 2 == 0, key
        for tex in re.findall(r"\$([^$]*)\$", text):
            assert tex.count("{") == tex.count("}") and tex.strip(), key
        assert not re.search(r"[{}]", PLACE.sub("", outside_math(text))), key


def literals(tree):
    """Every text in a file, an f-string with its holes as `*`."""
    for node in ast.walk(tree):
        if isinstance(node, ast.JoinedStr):
            yield "".join(
                part.value if isinstance(part, ast.Constant) else "*" for part in node.values
            )
        elif isinstance(node, ast.Constant) and isinstance(node.value, str):
            yield node.value


def texts():
    return {
        text
        for path in HOUSE.rglob("*.py")
        if path.parent.name != "words"
        for text in literals(ast.parse(path.read_text(encoding="utf-8")))
    }


def test_no_key_stands_in_two_files():
    files = [path for path in (HOUSE / "words").glob("*.py") if path.name != "__init__.py"]
    keys = [key.value for path in files for key in keys_of(path)]
    assert len(keys) == len(set(keys)) == len(tables["en"])


def keys_of(path):
    body = ast.parse(path.read_text(encoding="utf-8")).body
    return [key for one in body if isinstance(one, ast.Assign) for key in one.value.keys]


def test_every_sentence_is_used():
    there = texts()
    patterns = [
        re.compile(re.escape(text).replace(r"\*", ".+"))
        for text in there
        if "*" in text and "." in text and " " not in text
    ]
    unused = [
        key
        for key in tables["en"]
        if key not in there and not any(pattern.fullmatch(key) for pattern in patterns)
    ]
    assert unused == []


def spoken(path):
    """The keys that a file says as plain texts, with the names of the values it gives."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        called = isinstance(node, ast.Call) and getattr(node.func, "id", "") == "say"
        if called and isinstance(node.args[0], ast.Constant):
            given = {one.arg for one in node.keywords}
            yield node.args[0].value, given, None in given


def test_every_key_said_is_there_and_every_place_filled():
    found = [(path.name, *one) for path in HOUSE.rglob("*.py") for one in spoken(path)]
    assert len(found) > 100
    for file, key, given, more in found:
        assert key in tables["en"], (file, key)
        if not more:
            assert set(PLACE.findall(tables["en"][key])) - given == set(), (file, key)


def test_another_language_is_one_more_table(monkeypatch):
    monkeypatch.setitem(tables, "test", {"phase.cost": "Kosten {n}"})
    monkeypatch.setattr(words, "language", "test")
    assert say("phase.cost", n=3) == "Kosten 3"


def test_values_are_not_read_as_sentences():
    assert say("say", n=1, N=2, phase="{what}", what="x", value="{n}").endswith("is {n}")
