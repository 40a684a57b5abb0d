"""Data sets: every number here is published, counted by hand, or follows from a formula."""

import gzip
import hashlib
import operator
import re
import socket
from fractions import Fraction
from importlib.resources import files
from inspect import Parameter, signature

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from nnlib import Network, data
from nnlib.data import (
    Dataset,
    blobs,
    cards,
    circles,
    datasets,
    digits,
    family_facts,
    family_tree,
    iris,
    load_dataset,
    moons,
    palindromes,
    spiral,
    split,
    truth_table,
)

PLANE = [blobs, moons, circles, spiral]


def refused(error, start, call, *args, **options):
    """The call raises; its message says which argument, what it must be, what came."""
    with pytest.raises(error, match=rf"^{re.escape(start)}(?![\w!]).* must be .*, got ") as caught:
        call(*args, **options)
    return str(caught.value)


# Dataset


def test_dataset_holds_copies_and_y_is_two_dimensional():
    X, y = np.array([[1.0, 2.0], [3.0, 4.0]]), np.array([0, 1])
    made = Dataset(X, y, "two")
    X[0, 0], y[0] = 9.0, 9
    assert made.X.tolist() == [[1.0, 2.0], [3.0, 4.0]]
    assert made.y.tolist() == [[0.0], [1.0]]
    assert made.X.dtype == made.y.dtype == float
    assert len(made) == 2


def test_repr_tells_shapes_and_classes():
    assert repr(data.XOR()) == "Dataset(XOR: X (4, 2), y (4, 1), 2 of class 0, 2 of class 1)"
    assert repr(data.AND()) == "Dataset(AND: X (4, 2), y (4, 1), 3 of class 0, 1 of class 1)"
    assert repr(iris()).endswith("y (150, 3), 50 of setosa, 50 of versicolor, 50 of virginica)")
    assert repr(digits()).endswith("y (1797, 10), 10 classes of 174 to 183)")
    assert repr(Dataset([[1.0]], [0.3], "slope")) == "Dataset(slope: X (1, 1), y (1, 1))"
    for only, counts in ((1, "0 of class 0, 1 of class 1)"), (0, "1 of class 0, 0 of class 1)")):
        assert repr(Dataset([[1.0]], [only], "one")).endswith(counts)
    assert repr(Dataset(np.eye(4), np.eye(4), "four")).endswith("y (4, 4), 4 classes of 1 to 1)")


def test_labels():
    assert Dataset([[0], [0], [0]], [1, 0, 1], "a").labels.tolist() == [1, 0, 1]
    assert Dataset([[0], [0]], [[0, 0, 1], [0, 1, 0]], "a").labels.tolist() == [2, 1]
    for y in ([[0.5], [1.0]], [[1, 1], [1, 0]], [[0, 0], [1, 0]]):
        refused(ValueError, "y", lambda y=y: Dataset([[0], [0]], y, "a").labels)


def test_select_keeps_the_order_asked_for():
    three = Dataset([[1.0], [2.0], [3.0]], [0, 1, 0], "three", ["x"], ["y"])
    assert three.select([2, 0]).X.ravel().tolist() == [3.0, 1.0]
    assert three.select([-1, -3]).X.ravel().tolist() == [3.0, 1.0]
    assert Dataset([[1.0]], [0], "one").select([True]).X.tolist() == [[1.0]]
    assert three.select(slice(0, 2)).X.ravel().tolist() == [1.0, 2.0]
    chosen = three.select(three.labels == 0)
    assert chosen.X.ravel().tolist() == [1.0, 3.0]
    assert (chosen.name, chosen.x_names, chosen.y_names) == ("three", ("x",), ("y",))
    chosen.X[0] = 9.0
    assert three.X[0] == 1.0


@pytest.mark.parametrize(
    ("error", "start", "arguments"),
    [
        (ValueError, "X", ([1.0, 2.0], [0, 1], "a")),
        (ValueError, "X", (np.zeros((0, 2)), [], "a")),
        (ValueError, "X", ([[np.nan]], [0], "a")),
        (ValueError, "X", ([[1.0], [1.0, 2.0]], [0, 1], "a")),
        (TypeError, "X", ([["one"]], [0], "a")),
        (TypeError, "X", (None, [0], "a")),
        (ValueError, "y", ([[1.0], [2.0]], [0, 1, 0], "a")),
        (ValueError, "y", ([[1.0], [2.0]], [[0, 1]], "a")),
        (ValueError, "y", ([[1.0]], [np.inf], "a")),
        (TypeError, "y", ([[1.0]], ["no"], "a")),
        (TypeError, "name", ([[1.0]], [0], 3)),
        (ValueError, "x_names", ([[1.0]], [0], "a", ["p", "q"])),
        (TypeError, "x_names", ([[1.0]], [0], "a", "p")),
        (TypeError, "y_names", ([[1.0]], [0], "a", [], [1])),
    ],
)
def test_dataset_refuses(error, start, arguments):
    refused(error, start, Dataset, *arguments)


@pytest.mark.parametrize(
    ("error", "rows"),
    [
        (ValueError, [4]),
        (ValueError, [-5]),
        (ValueError, [True, False]),
        (ValueError, [False] * 4),
        (ValueError, slice(4, 9)),
        (TypeError, [0.5]),
        (TypeError, 0),
        (TypeError, "all"),
        (TypeError, None),
    ],
)
def test_select_refuses(error, rows):
    refused(error, "rows", data.XOR().select, rows)


# Names


def test_every_data_set_by_function_and_by_name():
    assert list(datasets) == [
        *("AND", "OR", "NAND", "NOR", "XOR", "XNOR"),
        *("blobs", "moons", "circles", "spiral"),
        *("palindromes", "family_tree", "cards", "iris", "digits"),
    ]
    for name, make in datasets.items():
        made, named = make(), load_dataset(name)
        assert getattr(data, name) is make
        assert made.name == name.replace("_", " ")
        assert np.array_equal(made.X, named.X) and np.array_equal(made.y, named.y)
        assert not np.shares_memory(made.X, make().X)


def test_names_in_any_case_with_options():
    assert load_dataset("xor").name == "XOR"
    assert len(load_dataset("Moons", n=12, noise=0.0)) == 12
    made = moons(4)
    assert load_dataset(made) is made


def test_unknown_names_offer_the_nearest():
    assert refused(ValueError, "name", load_dataset, "mons").endswith("did you mean 'moons'?")
    assert refused(ValueError, "name", load_dataset, "XRO").endswith("did you mean 'xor'?")
    assert refused(ValueError, "outputs", truth_table, "NADN").endswith("did you mean 'nand'?")
    refused(TypeError, "name", load_dataset, 3)
    refused(TypeError, "name", load_dataset, None)
    assert "n or noise or seed" in refused(TypeError, "options", load_dataset, "moons", noize=0.1)
    none = refused(TypeError, "options", load_dataset, "XOR", n=4)
    assert none == "options must be left out for 'XOR', got n"
    refused(TypeError, "options", load_dataset, moons(4), n=4)
    refused(ValueError, "noise", load_dataset, "moons", noise=-1)


def test_nothing_is_downloaded(monkeypatch):
    def no_network(*args, **options):
        raise AssertionError("a data set opened a socket")

    monkeypatch.setattr(socket, "socket", no_network)
    monkeypatch.setattr(socket, "create_connection", no_network)
    monkeypatch.setattr(socket, "getaddrinfo", no_network)
    for make in datasets.values():
        assert len(make()) >= 4


def test_writing_into_one_leaves_the_next_as_it_was():
    for make in datasets.values():
        before = make()
        spoilt = make()
        spoilt.X[...] = 7.0
        spoilt.y[...] = 7.0
        assert np.array_equal(make().X, before.X) and np.array_equal(make().y, before.y)


# Truth tables and palindromes


@pytest.mark.parametrize(
    ("name", "function"),
    [
        ("AND", operator.and_),
        ("OR", operator.or_),
        ("XOR", operator.xor),
        ("NAND", lambda p, q: 1 - (p & q)),
        ("NOR", lambda p, q: 1 - (p | q)),
        ("XNOR", operator.eq),
    ],
)
def test_truth_tables(name, function):
    table = truth_table(name)
    assert table.name == name
    assert table.X.tolist() == [[0, 0], [0, 1], [1, 0], [1, 1]]
    assert table.y.ravel().tolist() == [function(p, q) for p in (0, 1) for q in (0, 1)]


def test_truth_tables_of_any_number_of_inputs():
    identity = truth_table([0, 1])
    assert identity.X.tolist() == [[0], [1]] and identity.name == "01"
    parity = truth_table([0, 1, 1, 0, 1, 0, 0, 1])
    assert parity.X[6].tolist() == [1, 1, 0]
    assert np.array_equal(parity.X.sum(axis=1) % 2, parity.y.ravel())


@pytest.mark.parametrize(
    ("error", "outputs"),
    [
        (ValueError, [0, 1, 2, 1]),
        (ValueError, [0, 1, 1]),
        (ValueError, [0]),
        (ValueError, []),
        (ValueError, [0, np.nan]),
        (ValueError, [[0, 1], [1, 0]]),
        (ValueError, "EXOR_OR"),
        (ValueError, 6),
        (TypeError, None),
    ],
)
def test_truth_table_refuses(error, outputs):
    refused(error, "outputs", truth_table, outputs)


@pytest.mark.parametrize("n", [1, 2, 5, 6, 7])
def test_palindromes_against_reversed_text(n):
    made = palindromes(n)
    words = ["".join(f"{bit:.0f}" for bit in x) for x in made.X]
    assert words == [f"{number:0{n}b}" for number in range(2**n)]
    assert made.y.ravel().tolist() == [word == word[::-1] for word in words]
    assert made.y.sum() == 2 ** ((n + 1) // 2)


def test_palindromes_of_sixteen_bits_are_the_longest():
    assert palindromes(16).X.shape == (2**16, 16)


def test_the_printed_weights_of_1986_know_the_palindromes():
    left, right = [14.2, -3.6, 7.2, -7.2, 3.6, -14.2], [-14.2, 3.6, -7.1, 7.1, -3.6, 14.2]
    net = Network.from_weights([[left, right], [[-8.8, -8.8]]], [[-1.1, -1.1], [6.4]])
    made = palindromes()
    a = net(made.X)
    assert made.y.sum() == 8
    assert a[made.y == 1].round(3).tolist() == [0.881] * 8
    assert a[made.y == 0].max().round(3) == 0.156


@pytest.mark.parametrize(
    ("error", "n"), [(ValueError, 0), (ValueError, 17), (TypeError, 6.0), (TypeError, True)]
)
def test_palindromes_refuse(error, n):
    refused(error, "n", palindromes, n)


# The plane


@pytest.mark.parametrize("make", PLANE)
@pytest.mark.parametrize("n", [2, 5, 200])
def test_classes_are_balanced_and_shuffled(make, n):
    made = make(n)
    assert made.X.shape == (n, 2) and made.y.shape == (n, 1)
    assert np.bincount(made.labels).tolist() == [n - n // 2, n // 2]
    if n == 200:
        for start in range(0, n, 20):
            assert 0 < made.y[start : start + 20].sum() < 20


@pytest.mark.parametrize("make", PLANE)
def test_the_seed_decides(make):
    assert np.array_equal(make(seed=3).X, make(seed=3).X)
    assert np.array_equal(make(seed=3).y, make(seed=3).y)
    assert not np.array_equal(make(seed=3).X, make(seed=4).X)
    assert np.array_equal(make(seed=3).X, make(seed=np.random.default_rng(3)).X)


@pytest.mark.parametrize("make", PLANE)
def test_noise_moves_the_samples_by_its_standard_deviation(make):
    still, moved = make(2000, noise=0.0), make(2000, noise=0.3)
    assert np.array_equal(still.y, moved.y)
    shift = moved.X - still.X
    assert np.abs(shift.mean(axis=0)).max() < 4 * 0.3 / np.sqrt(2000)
    assert np.abs(shift.std(axis=0) - 0.3).max() < 4 * 0.3 / np.sqrt(2 * 2000)
    assert abs(np.corrcoef(shift.T)[0, 1]) < 4 / np.sqrt(2000)


def by_class(made):
    return made.X[made.labels == 0], made.X[made.labels == 1]


def test_blobs_without_noise_are_two_points():
    first, second = by_class(blobs(9, noise=0))
    assert first.tolist() == [[-1, -1]] * 5
    assert second.tolist() == [[1, 1]] * 4


def test_moons_without_noise_are_half_circles():
    upper, lower = by_class(moons(101, noise=0))
    assert np.hypot(*upper.T) == pytest.approx(1.0)
    assert np.hypot(*(lower - [1.0, 0.5]).T) == pytest.approx(1.0)
    assert upper[:, 1].min() == pytest.approx(0.0) and upper[:, 1].max() == pytest.approx(1.0)
    assert lower[:, 1].max() == pytest.approx(0.5)
    assert lower[:, 1].min() == pytest.approx(-0.5, abs=1e-3)
    assert sorted(upper[:, 0])[0] == pytest.approx(-1) and max(lower[:, 0]) == pytest.approx(2)


def test_circles_without_noise_have_exact_radii_and_equal_steps():
    outer, inner = by_class(circles(24, noise=0))
    for points, radius in ((outer, 1.0), (inner, 0.5)):
        assert np.hypot(*points.T) == pytest.approx(radius)
        angles = np.sort(np.arctan2(points[:, 1], points[:, 0]) % (2 * np.pi))
        assert np.diff(angles) == pytest.approx(2 * np.pi / 12)
    first, second = by_class(circles(2, noise=0))
    assert (first.tolist(), second.tolist()) == ([[1.0, 0.0]], [[0.5, 0.0]])


@pytest.mark.parametrize("turns", [0.75, 1.5, 2])
def test_spiral_without_noise_turns_as_it_grows(turns):
    first, second = by_class(spiral(40, noise=0, turns=turns))
    r = np.hypot(*first.T)
    assert np.sort(r) == pytest.approx(np.arange(1, 21) / 20)
    direction = np.exp(2j * np.pi * turns * r)
    assert first[:, 0] + 1j * first[:, 1] == pytest.approx(r * direction)
    mirrored = {tuple(point) for point in np.round(-second, 9) + 0.0}
    assert mirrored == {tuple(point) for point in np.round(first, 9) + 0.0}


@pytest.mark.parametrize("make", PLANE)
@pytest.mark.parametrize(
    ("error", "start", "options"),
    [
        (ValueError, "n", {"n": 0}),
        (ValueError, "n", {"n": 1}),
        (ValueError, "n", {"n": -4}),
        (TypeError, "n", {"n": 10.0}),
        (TypeError, "n", {"n": True}),
        (TypeError, "n", {"n": "10"}),
        (ValueError, "noise", {"noise": -0.1}),
        (ValueError, "noise", {"noise": np.nan}),
        (ValueError, "noise", {"noise": np.inf}),
        (TypeError, "noise", {"noise": "much"}),
        (TypeError, "noise", {"noise": None}),
        (TypeError, "noise", {"noise": False}),
        (ValueError, "seed", {"seed": -1}),
        (TypeError, "seed", {"seed": 0.5}),
        (TypeError, "seed", {"seed": None}),
    ],
)
def test_the_plane_refuses(make, error, start, options):
    refused(error, start, make, **options)


@pytest.mark.parametrize("turns", [0, -1, np.nan])
def test_spiral_refuses_turns(turns):
    refused(ValueError, "turns", spiral, turns=turns)


# The families of 1986


def test_facts_of_a_family_are_counted_as_published():
    facts = family_facts()
    assert len(facts) == len(set(facts)) == 112
    for family in (facts[:56], facts[56:]):
        relations = [relation for _, relation, _ in family]
        assert {relation: relations.count(relation) for relation in relations} == {
            **{"father": 6, "mother": 6, "husband": 5, "wife": 5, "son": 6, "daughter": 6},
            **{"brother": 3, "sister": 3, "uncle": 4, "aunt": 4, "nephew": 4, "niece": 4},
        }
        assert len({(person, relation) for person, relation, _ in family}) == 52


def test_facts_told_by_hand():
    facts = set(family_facts())

    def of(person, relation):
        return {other for p, how, other in facts if (p, how) == (person, relation)}

    assert of("Colin", "uncle") == {"Arthur", "Charles"}
    assert of("Colin", "aunt") == {"Jennifer", "Margaret"}
    assert of("Charlotte", "brother") == {"Colin"}
    assert of("Margaret", "nephew") == {"Colin"}
    assert of("Charles", "niece") == {"Charlotte"}
    assert of("Victoria", "father") == {"Christopher"}
    assert of("Victoria", "mother") == {"Penelope"}
    assert of("Jennifer", "brother") == {"James"}
    assert of("Andrew", "daughter") == {"Jennifer"}
    assert of("Arthur", "wife") == {"Margaret"}
    assert of("Sophia", "aunt") == {"Angela", "Gina"}
    assert of("Marco", "father") == {"Pierro"}
    assert of("Christopher", "father") == of("Margaret", "son") == set()


def test_every_relation_has_its_way_back():
    facts = set(family_facts())
    back = {
        **dict.fromkeys(("father", "mother"), ("son", "daughter")),
        **dict.fromkeys(("son", "daughter"), ("father", "mother")),
        **dict.fromkeys(("uncle", "aunt"), ("nephew", "niece")),
        **dict.fromkeys(("nephew", "niece"), ("uncle", "aunt")),
        **dict.fromkeys(("brother", "sister"), ("brother", "sister")),
        "husband": ("wife",),
        "wife": ("husband",),
    }
    for person, relation, other in facts:
        assert sum((other, way, person) in facts for way in back[relation]) == 1


def test_family_tree_asks_104_questions():
    made = family_tree()
    assert made.X.shape == (104, 36) and made.y.shape == (104, 24)
    assert len(set(made.x_names)) == 36 and made.y_names == made.x_names[:24]
    assert (made.X[:, :24].sum(axis=1) == 1).all() and (made.X[:, 24:].sum(axis=1) == 1).all()
    answers = made.y.sum(axis=1)
    assert (answers == 2).sum() == 8 and (answers == 1).sum() == 96
    told = {
        (made.x_names[x[:24].argmax()], made.x_names[24 + x[24:].argmax()], made.y_names[k])
        for x, y in zip(made.X, made.y, strict=True)
        for k in np.flatnonzero(y)
    }
    assert told == set(family_facts())
    english, italian = made.X[:52], made.X[52:]
    assert english[:, 12:24].sum() == italian[:, :12].sum() == 0
    assert np.array_equal(english[:, :12], italian[:, 12:24])
    assert np.array_equal(made.y[:52, :12], made.y[52:, 12:])


# Iris and digits


@pytest.mark.parametrize("name", ["iris", "digits"])
def test_files_are_those_that_the_sources_tell_of(name):
    packed = files("nnlib.data").joinpath(f"{name}.csv.gz").read_bytes()
    sources = files("nnlib.data").joinpath("SOURCES.md").read_text(encoding="utf-8")
    assert hashlib.sha256(gzip.decompress(packed)).hexdigest() in sources
    assert packed[4:8] == bytes(4)  # no time stamp
    assert "CC BY 4.0" in sources


def test_iris_as_published():
    made = iris()
    assert made.X.shape == (150, 4) and made.y.shape == (150, 3)
    assert made.labels.tolist() == [0] * 50 + [1] * 50 + [2] * 50
    assert made.x_names == ("sepal length", "sepal width", "petal length", "petal width")
    assert made.y_names == ("setosa", "versicolor", "virginica")
    assert made.X[34].tolist() == [4.9, 3.1, 1.5, 0.2]  # row 35, wrong in iris.data
    assert made.X[37].tolist() == [4.9, 3.6, 1.4, 0.1]  # row 38, wrong in iris.data
    assert made.X.sum(axis=0) == pytest.approx([876.5, 458.6, 563.7, 179.9])
    means = [made.X[made.labels == c].mean(axis=0).round(3).tolist() for c in range(3)]
    assert means == [
        [5.006, 3.428, 1.462, 0.246],
        [5.936, 2.770, 4.260, 1.326],
        [6.588, 2.974, 5.552, 2.026],
    ]


def test_setosa_is_separable():
    made = iris()
    petal = made.X[:, made.x_names.index("petal length")]
    setosa = made.y[:, made.y_names.index("setosa")] == 1
    assert (petal[setosa].max(), petal[~setosa].min()) == (1.9, 3.0)


def test_digits_as_published():
    made = digits()
    assert made.X.shape == (1797, 64) and made.y.shape == (1797, 10)
    counts = [178, 182, 177, 183, 181, 182, 181, 179, 174, 180]
    assert made.y.sum(axis=0).tolist() == counts
    assert made.y_names == ("0", "1", "2", "3", "4", "5", "6", "7", "8", "9")
    assert (made.y.sum(axis=1) == 1).all()
    assert made.X.min() == 0.0 and made.X.max() == 1.0
    ink = made.X * 16
    assert np.array_equal(ink, ink.round()) and ink.sum() == 561718
    assert made.labels[:10].tolist() == list(range(10))
    zero = made.X[0].reshape(8, 8) * 16  # the first line of optdigits.tes
    assert zero.tolist() == [
        [0, 0, 5, 13, 9, 1, 0, 0],
        [0, 0, 13, 15, 10, 15, 5, 0],
        [0, 3, 15, 2, 0, 11, 8, 0],
        [0, 4, 12, 0, 0, 8, 8, 0],
        [0, 5, 8, 0, 0, 9, 8, 0],
        [0, 4, 11, 0, 1, 12, 7, 0],
        [0, 2, 14, 5, 10, 12, 0, 0],
        [0, 0, 6, 13, 10, 0, 0, 0],
    ]


def test_digits_can_be_read_from_their_mean_pictures():
    made = digits()
    means = np.array([made.X[made.labels == k].mean(axis=0) for k in range(10)])
    distance = ((made.X[:, np.newaxis] - means) ** 2).sum(axis=2)
    assert (distance.argmin(axis=1) == made.labels).mean() > 0.9
    middle = means.reshape(10, 8, 8)[:, 3:5, 3:5].mean(axis=(1, 2))
    assert middle.argmin() == 0  # paper in the middle of a 0


# Split


def test_digits_split_as_in_the_course():
    made = digits()
    train, test = split(made)
    assert (len(train), len(test)) == (1437, 360)
    exact = 360 * made.y.sum(axis=0) / 1797
    assert np.abs(test.y.sum(axis=0) - exact).max() < 1
    assert np.array_equal(train.y.sum(axis=0) + test.y.sum(axis=0), made.y.sum(axis=0))
    assert (train.name, test.name) == ("digits, training", "digits, test")
    assert train.y_names == test.y_names == made.y_names


def numbered(y):
    return Dataset(np.arange(len(y))[:, np.newaxis], y, "numbered")


def test_split_is_a_partition_in_order_and_the_seed_decides():
    made = numbered(np.arange(60) % 3 == 0)
    train, test = split(made, test=15, seed=2)
    rows = [part.X.ravel().tolist() for part in (train, test)]
    assert all(part == sorted(part) for part in rows)
    assert sorted(rows[0] + rows[1]) == list(range(60))
    assert test.y.sum() == 5
    for part in (train, test):
        assert np.array_equal(part.y, made.y[part.X.ravel().astype(int)])
    assert np.array_equal(split(made, test=15, seed=2)[1].X, test.X)
    assert not np.array_equal(split(made, test=15, seed=3)[1].X, test.X)


@given(st.lists(st.integers(0, 4), min_size=2, max_size=40), st.data())
def test_split_gives_every_class_its_share(labels, draw):
    test = draw.draw(st.integers(1, len(labels) - 1))
    kept, held = split(numbered(np.eye(5)[labels]), test=test)
    assert (len(kept), len(held)) == (len(labels) - test, test)
    for c in range(5):
        share = Fraction(test * labels.count(c), len(labels))
        assert abs(int(held.y[:, c].sum()) - share) < 1


def test_largest_remainders_are_rounded_up():
    # shares 1.4, 0.7, 0.7, 0.2 of 3: down to 1, 0, 0, 0, then one more for the two 0.7
    labels = [0] * 14 + [1] * 7 + [2] * 7 + [3] * 2
    _, test = split(numbered(np.eye(4)[labels]), test=3)
    assert test.y.sum(axis=0).tolist() == [1, 1, 1, 0]


def test_of_equal_remainders_the_first_are_rounded_up_as_y_sorts():
    # classes 0 … 19 of 1, 2, 1, 2, … samples: shares 1/6 and 1/3 of 5
    _, test = split(numbered(np.repeat(np.arange(20), [1, 2] * 10)), test=5)
    assert test.y.ravel().tolist() == [1, 3, 5, 7, 9]


@pytest.mark.parametrize(
    ("error", "start", "arguments"),
    [
        (TypeError, "data", (np.zeros((3, 2)), 1)),
        (TypeError, "data", ("iris", 1)),
        (ValueError, "data", (Dataset([[1.0]], [1], "one"), 1)),
        (ValueError, "test", (iris(), 0)),
        (ValueError, "test", (iris(), 150)),
        (ValueError, "test", (iris(),)),
        (TypeError, "test", (iris(), 0.2)),
        (TypeError, "test", (iris(), True)),
        (ValueError, "seed", (iris(), 30, -1)),
        (TypeError, "seed", (iris(), 30, "0")),
    ],
)
def test_split_refuses(error, start, arguments):
    refused(error, start, split, *arguments)


def test_defaults_are_the_documented_ones():
    defaults = {
        data.blobs: (200, 0.5, 0),
        data.moons: (200, 0.1, 0),
        data.circles: (200, 0.1, 0),
        data.spiral: (200, 0.02, 0, 1.5),
        data.split: (360, 0),
    }
    for function, values in defaults.items():
        found = [one.default for one in signature(function).parameters.values()]
        assert tuple(value for value in found if value is not Parameter.empty) == values


def test_moons_reach_from_end_to_end():
    moons = data.moons(n=100, noise=0)
    upper, lower = (moons.X[moons.y[:, 0] == value] for value in (0, 1))
    assert np.allclose([upper.min(axis=0), upper.max(axis=0)], [[-1, 0], [1, 1]], atol=2e-3)
    assert np.allclose([lower.min(axis=0), lower.max(axis=0)], [[0, -0.5], [2, 0.5]], atol=2e-3)


def test_every_exported_name_is_there():
    assert set(data.__all__) <= set(dir(data))
    assert {"XOR", "moons", "digits", "iris", "family_tree", "split", "Dataset"} <= set(
        data.__all__
    )


def test_the_italians_by_name():
    names = set(data.family_tree().y_names)
    assert {
        "Roberto", "Maria", "Pierro", "Francesca", "Emilio", "Gina", "Marco", "Lucia", "Tomaso",
        "Angela", "Alfonso", "Sophia",
    } <= names  # fmt: skip
    assert len(names) == 24


def test_cards_carry_one_mark_of_nine_pixels_in_their_half():
    made = cards(40, seed=3)
    assert made.X.shape == (40, 64) and made.labels.tolist() == [0, 1] * 20
    places = set()
    for picture, right in zip(made.X.reshape(-1, 8, 8), made.labels):
        rows, columns = np.nonzero(picture)
        assert picture.sum() == 9 and np.ptp(rows) == np.ptp(columns) == 2
        assert set(columns // 4) == {right}
        places.add((rows.min(), columns.min()))
    assert len(places) > 12
    assert not np.array_equal(made.X, cards(40, seed=4).X)
    with pytest.raises(ValueError, match="^n must be"):
        cards(1)
