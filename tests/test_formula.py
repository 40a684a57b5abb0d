"""TeX to MathML: both converters, colours, ids, spacing, sentences."""

import re
import sys
from xml.etree import ElementTree

import numpy as np
import pytest

from nnlib import Loss, Network, formula, half_squared_error, squared_error, steps
from nnlib.activations import activations
from nnlib.formula import coloured, difference, math, mathml, readable, sentence, term
from nnlib.words import tables

OTHER = Loss("other", lambda a, y: abs(a - y), lambda a, y: np.sign(a - y), "|a - y|")
GREEK = {"δ": r"\delta", "Δ": r"\Delta"}


def all_steps():
    for sizes in ([2, 2, 1], [3, 2, 2, 1], [1, 1], [11, 2, 3]):
        net = Network(sizes, seed=1)
        x, y = np.linspace(-1, 2, sizes[0]), np.linspace(0, 1, sizes[-1])
        for loss in (squared_error, half_squared_error, OTHER):
            for by in ("unit", "layer"):
                yield from steps.backward(net, x, y, loss, True, by=by)


def of_steps():
    """Every formula of every kind of step, with and without numbers."""
    for step in all_steps():
        yield from (step.formula, step.numbers, step.tex)
        yield from re.findall(r"\$([^$]*)\$", step.caption)
        for one in [one for row in (*step.terms, step.factor) for one in row]:
            yield from (one.tex, *re.findall(r"\$([^$]*)\$", one.note))


def of_words():
    """Every formula of the sentences, its places filled as they are used."""
    fill = {
        "z": "z_{1}^{(2)}", "delta": r"\delta_{1}^{(3)}", "a": "a_{2}^{(1)}",
        "about": "z_{1}^{(2)}", "tex": r"\frac{1}{1 + e^{-z}}",
    }  # fmt: skip
    for text in tables["en"].values():
        for name, tex in fill.items():
            text = text.replace("{" + name + "}", tex)
        yield from re.findall(r"\$([^$]*)\$", text)


FORMULAS = sorted({*of_steps(), *of_words(), *(g.tex for g in activations.values()),
                   squared_error.tex, half_squared_error.tex})  # fmt: skip


@pytest.fixture
def fresh():
    """Nothing converted before, nothing kept after."""

    def forget():
        for cached in (formula._converter, formula.mathml, formula.coloured):
            cached.cache_clear()

    forget()
    yield forget
    forget()


@pytest.fixture(params=["math_core", "latex2mathml"])
def converter(request, fresh, monkeypatch):
    """Each converter alone; the second is what a machine without a wheel gets."""
    if request.param == "latex2mathml":
        monkeypatch.setitem(sys.modules, "math_core", None)
    else:
        monkeypatch.setitem(sys.modules, "latex2mathml.converter", None)
    return request.param


def tree(markup):
    return ElementTree.fromstring(markup)


def signs(markup):
    """The characters that a reader sees, one after the other."""
    return re.sub(r"\s|\u2061|\u2062|\xa0|\u2009|\u2003", "", "".join(tree(markup).itertext()))


def test_there_is_much_to_convert():
    assert len(FORMULAS) > 300


def test_every_formula_converts(converter):
    for tex in FORMULAS:
        root = tree(math(tex))
        assert root.tag == "math"
        assert "\\" not in "".join(root.itertext()), tex
        assert not list(root.iter("merror"))
        assert tree(mathml(tex)).tag == "mrow"


def test_both_converters_show_the_same_signs(fresh, monkeypatch):
    first = {tex: signs(math(tex)) for tex in FORMULAS}
    fresh()
    monkeypatch.setitem(sys.modules, "math_core", None)
    spelled = str.maketrans("-·|", "−⋅∣")  # same sign, other code point
    for tex, shown in first.items():
        assert signs(math(tex)).translate(spelled) == shown.translate(spelled), tex


@pytest.mark.parametrize("tex", [r"\nothing", r"\frac{1}", "a_", "{", "}", r"a^{(2)"])
def test_errors_name_tex(tex):
    with pytest.raises(ValueError, match=r"^tex must be TeX that can be set, got "):
        mathml(tex)


def classes(markup):
    """(class, signs) of every coloured group."""
    return [
        (one.get("class"), re.sub(r"\s", "", "".join(one.itertext())))
        for one in tree(markup).iter("mrow")
        if one.get("class")
    ]


@pytest.mark.parametrize(
    ("tex", "found"),
    [
        (r"\delta_i^{(l)}", [("nn-delta", "δi(l)")]),
        (r"\Delta_{ij}^{(l)} = \delta_i^{(l+1)} a_j^{(l)}",
         [("nn-delta", "Δij(l)"), ("nn-delta", "δi(l+1)"), ("nn-activation", "aj(l)")]),
        ("a_i^{(l)} = g(z_i^{(l)})", [("nn-activation", "ai(l)")]),
        ("a", [("nn-activation", "a")]),
        ("z = W a + b", [("nn-activation", "a")]),
        (r"\frac{a}{\delta}", []),
        (r"W^{(a)} e^{a}", []),
        (r"\max(0, z)", []),
        (r"\tanh z", []),
        (r"\partial J / \partial a_i^{(1)}", [("nn-activation", "ai(1)")]),
        (r"(\Theta^{(l)})^{\mathrm{T}} \delta^{(l+1)}", [("nn-delta", "δ(l+1)")]),
        (r"\alpha + \lambda", []),
    ],
)  # fmt: skip
def test_delta_and_a_have_their_colours_outside_braces(tex, found):
    assert classes(f"{coloured(tex)}") == found


def test_colours_do_not_change_what_is_shown():
    for tex in FORMULAS:
        assert signs(coloured(tex)) == signs(mathml(tex)), tex


INFIX = {"=", "+", "⊙", "≈", "·", "⋅", "/"}


def alone(element):
    """Groups whose first child is an operator between two things: it would lose its space."""
    for group in element.iter("mrow"):
        first = next(iter(group), None)
        if first is not None and first.tag == "mo" and first.text in INFIX and len(group) > 1:
            yield ElementTree.tostring(group, encoding="unicode")


def test_operators_between_two_things_keep_their_space(converter):
    for tex in FORMULAS:
        assert list(alone(tree(math(tex)))) == [], tex


def test_math_for_the_slide():
    assert math("z") == "<math><mrow><mi>z</mi></mrow></math>"
    assert math("z", display=True).startswith('<math displaystyle="true">')


@pytest.mark.parametrize("role", ["delta", "activation", "pos", "neg", "ink"])
def test_a_term_has_one_colour_and_its_id(role):
    root = tree(term(r"\delta_{1}^{(2)}", role, "delta-2-1"))
    group = root[0]
    assert group.attrib == {"class": f"nn-{role}", "data-id": "delta-2-1", "tabindex": "0"}
    assert classes(term(r"\delta_{1}^{(2)}", role)) == [(f"nn-{role}", "δ1(2)")]


def test_a_term_without_an_id_takes_no_focus():
    assert tree(term("z", "ink"))[0].attrib == {"class": "nn-ink"}


def test_ids_are_escaped():
    root = tree(term("z", "ink", 'a"><script>&'))
    assert root[0].get("data-id") == 'a"><script>&'


@pytest.mark.parametrize(("power", "tail"), [("", ")"), ("2", ")2")])
def test_a_difference_links_both_sides(power, tail):
    left, right = ("a_{1}^{(3)}", "activation", "a-3-1"), ("y_{1}", "ink", "y-1")
    root = tree(difference(left, right, power))
    assert [one.get("data-id") for one in root.iter() if one.get("data-id")] == ["a-3-1", "y-1"]
    assert "".join(root.itertext()) == "(a1(3)−y1" + tail
    if power:
        (raised,) = root.iter("msup")
        assert [one.tag for one in raised] == ["mo", "mn"]


def test_the_prime_stands_beside_g_not_above_it():
    root = tree(math("g'(z)"))
    assert "g′(z)" == signs(math("g'(z)"))
    assert list(root.iter("msup")) == []


def test_sentences_are_escaped_outside_their_formulas():
    text = sentence('<script>alert(1)</script> & $z$ <b onload="x">')
    assert text == (
        "&lt;script&gt;alert(1)&lt;/script&gt; &amp; "
        '<math><mrow><mi>z</mi></mrow></math> &lt;b onload="x"&gt;'
    )


def test_a_formula_cannot_smuggle_an_element():
    for tex in ("<script>", r"\text{<img src=x>}", r"a < b > \mathrm{<b>}"):
        assert not re.search(r"<(script|img|b)\b", math(tex))


def test_readable_leaves_no_tex():
    texts = [step.caption for step in all_steps()] + [*tables["en"].values()]
    for text in texts:
        said = readable(text)
        assert not re.search(r"[\\$^]|_", re.sub(r"\{[a-z]+\}", "", said)), said


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (r"when $z_{1}^{(2)}$ changes", "when z1(2) changes"),
        (r"the $\delta_{1}^{(3)}$ that came", "the δ1(3) that came"),
        (r"$\Delta_{ij}^{(l)} = \partial J / \partial \Theta_{ij}^{(l)}$",
         "Δij(l) = ∂ J / ∂ Θij(l)"),
        ("no formula", "no formula"),
    ],
)  # fmt: skip
def test_readable_by_hand(text, said):
    assert readable(text) == said
