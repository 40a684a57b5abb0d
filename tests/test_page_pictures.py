"""The chain of boxes and the paths to J: their numbers against autograd, their words, refusals."""

import re
from pathlib import Path
from xml.etree import ElementTree

import autograd
import autograd.numpy as anp
import numpy as np
import pytest

import nnlib
from nnlib import Network
from nnlib.numerals import numeral
from nnlib.svg import draw_chain, draw_paths
from nnlib.svg.paths import _factors

NETWORKS = [Network([2, 2, 1], seed=3), Network([3, 2, 2, 1], seed=4), Network([2, 3, 3], seed=5)]
STYLE = (Path(nnlib.__file__).parent / "svg" / "style.css").read_text(encoding="utf-8")
by_network = pytest.mark.parametrize("net", NETWORKS, ids=str)


def sample(net):
    random = np.random.default_rng(0)
    return random.normal(size=net.sizes[0]), random.uniform(size=net.sizes[-1])


def slope_of_J(net, l, a, y):
    """∂J/∂a^(l) by autograd, the rest of the network written out once more."""

    def J(box):
        for k in range(l, net.L):
            box = 1 / (1 + anp.exp(-(net.W[k] @ box + net.b[k])))
        return anp.sum((box - y) ** 2)

    return autograd.grad(J)(a)


def drawings(net):
    x, y = sample(net)
    return [draw_chain(net, x, y), draw_paths(net, x, y, unit=(1, 2))]


@by_network
def test_the_chain_says_E_of_every_layer(net):
    x, y = sample(net)
    alt, a = draw_chain(net, x, y).alt, net.forward(x).a
    for l in range(1, net.L + 1):
        E = " ".join(map(numeral, slope_of_J(net, l, a[l], y)))
        assert re.search(rf"E a\({l}\) {re.escape(E)}[,.]", alt)


@by_network
def test_the_paths_add_up_to_the_slope_of_the_unit(net):
    x, y = sample(net)
    for l in range(1, net.L):
        for i in range(1, net.sizes[l - 1] + 1):
            total = slope_of_J(net, l, net.forward(x).a[l], y)[i - 1]
            alt = draw_paths(net, x, y, unit=(l, i)).alt
            assert alt.endswith(f"Their sum is {numeral(total)}.")
            assert alt.count("gives") == np.prod(net.sizes[l:])


def test_the_factors_of_a_path_stand_in_the_order_of_the_way():
    net = Network.from_weights([[[2.0]], [[3.0]]], [[0.0], [0.0]], g="identity")
    slopes, ends = {2: np.array([5.0]), 3: np.array([7.0])}, np.array([11.0])
    assert _factors(net, slopes, ends, 1, (1, 1, 1)) == [2, 5, 3, 7, 11]


@by_network
def test_drawings_are_well_formed_and_every_class_has_a_style(net):
    for drawing in drawings(net):
        root = ElementTree.fromstring(drawing.svg)
        assert root.get("role") == "img"
        assert root.find("{*}title").text == drawing.alt
        names = {name for one in root.iter() for name in one.get("class", "").split()}
        assert {name for name in names if f".{name}" not in STYLE} == set()


@by_network
def test_every_number_lies_inside_the_picture(net):
    for drawing in drawings(net):
        root = ElementTree.fromstring(drawing.svg)
        left, top, width, height = map(float, root.get("viewBox").split())
        texts = root.findall(".//{*}text")
        assert (left, top) == (0, 0) and len(texts) > 10
        for text in texts:
            assert 0 <= float(text.get("x")) <= width and 0 <= float(text.get("y")) <= height


@pytest.mark.parametrize(
    "unit, kind, said",
    [
        ((3, 1), ValueError, "unit[0] must be an integer >= 1 and <= 2"),
        ((1, 3), ValueError, "unit[1] must be an integer >= 1 and <= 2"),
        (1, TypeError, "unit must be a pair (l, i), got 1"),
    ],
)
def test_draw_paths_refuses_what_is_no_unit(unit, kind, said):
    net = NETWORKS[0]
    with pytest.raises(kind, match=re.escape(said)):
        draw_paths(net, *sample(net), unit=unit)


def test_too_much_for_one_page_is_refused():
    net = Network([5, 5, 5])
    with pytest.raises(ValueError, match="net must have at most 4 units a layer"):
        draw_chain(net, *sample(net))
    with pytest.raises(ValueError, match="unit must have at most 12 paths to J, got 25"):
        draw_paths(net, *sample(net), unit=(1, 1))


@pytest.mark.parametrize("draw", [draw_chain, lambda *a: draw_paths(*a, unit=(1, 1))])
def test_names_of_the_arguments_in_the_messages(draw):
    net = NETWORKS[0]
    for arguments, first in [(("net", [0, 1], [1]), "net"), ((net, [0], [1]), "x"),
                             ((net, [0, 1], [1, 2]), "y")]:  # fmt: skip
        with pytest.raises((TypeError, ValueError), match=f"^{first} must be"):
            draw(*arguments)
