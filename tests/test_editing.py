"""Changing a pass: the right number changes, nothing else does, and reset is exact."""

import numpy as np
import pytest

from nnlib import Network
from nnlib.widgets.editing import Editing


@pytest.fixture
def made():
    net = Network([2, 3, 1], g=["tanh", "sigmoid"], seed=5)
    x, y = np.array([0.5, -1.0]), np.array([1.0])
    return net, x, y, Editing(net, x, y, "squared_error")


def test_every_id_changes_one_number_and_it_is_the_right_one(made):
    net, x, y, edit = made
    assert sorted(edit.all()) == sorted(
        [f"W-1-{i}-{j}" for i in (1, 2, 3) for j in (1, 2)]
        + [f"b-1-{i}" for i in (1, 2, 3)]
        + ["W-2-1-1", "W-2-1-2", "W-2-1-3", "b-2-1", "a-1-1", "a-1-2", "y-1"]
    )
    for data_id in edit.all():
        edit.change(data_id, "7.25")
        assert edit.value(data_id) == 7.25
        assert edit.changed_ids == {data_id}
        edit.reset()
        assert edit.changed_ids == set()
    edit.change("W-1-3-2", 7)
    assert edit.net.W[1][2, 1] == 7
    edit.change("b-2-1", 8)
    assert edit.net.b[2][0] == 8
    edit.change("a-1-2", 9)
    assert edit.x.tolist() == [0.5, 9]


def test_the_reader_s_own_objects_stay(made):
    net, x, y, edit = made
    before = {l: Theta.copy() for l, Theta in net.Theta.items()}
    for data_id in edit.all():
        edit.change(data_id, 3)
    edit.change_g("relu")
    edit.change_loss("half_squared_error")
    assert all((net.Theta[l] == before[l]).all() for l in before)
    assert [g.name for g in net.g.values()] == ["tanh", "sigmoid"]
    assert x.tolist() == [0.5, -1] and y.tolist() == [1]


def test_reset_is_exact(made):
    net, x, y, edit = made
    edit.change("W-1-1-1", 2)
    edit.change_g("relu")
    edit.change_loss("half_squared_error")
    edit.reset()
    assert all((edit.net.Theta[l] == net.Theta[l]).all() for l in net.Theta)
    assert [g.name for g in edit.net.g.values()] == ["tanh", "sigmoid"]
    assert edit.loss.name == "squared_error"


@pytest.mark.parametrize("text", ["abc", "", "1e400", "inf", "nan", None, "1 2"])
def test_what_is_no_number_is_told_in_a_sentence_and_changes_nothing(made, text):
    edit = made[-1]
    with pytest.raises(ValueError, match="^The weight must be a"):
        edit.change("W-1-1-1", text)
    assert edit.changed_ids == set()


@pytest.mark.parametrize("text", ["-1.5", " −1.5 ", "-1,5", "-15e-1"])
def test_numbers_as_people_write_them(made, text):
    edit = made[-1]
    edit.change("y-1", text)
    assert edit.value("y-1") == -1.5


@pytest.mark.parametrize(
    "data_id",
    [
        "",
        "J",
        "a-2-1",
        "W-1-4-1",
        "W-1-1-3",
        "W-3-1-1",
        "W-0-1-1",
        "b-1-0",
        "y-2",
        "y",
        "a-1-3",
        None,
    ],
)
def test_only_what_there_is_can_be_changed(made, data_id):
    assert not made[-1].can_change(data_id)


def test_without_a_target_there_is_none_to_change(made):
    net, x, _, _ = made
    edit = Editing(net, x, None, "squared_error")
    assert not edit.can_change("y-1")
    assert not any(data_id.startswith("y") for data_id in edit.all())


def test_a_step_has_no_slope_to_go_back_over(made):
    edit = made[-1]
    with pytest.raises(ValueError, match="step.*slope is 0"):
        edit.change_g("step")
    with pytest.raises(ValueError, match="did you mean 'tanh'"):
        edit.change_g("tan")
    assert [g.name for g in edit.net.g.values()] == ["tanh", "sigmoid"]


def test_sliders_reach_as_far_as_the_value(made):
    edit = made[-1]
    assert edit.reach("W-1-1-1") == 3
    edit.change("W-1-1-1", -12.5)
    assert edit.reach("W-1-1-1") == 13


def test_symbols(made):
    edit = made[-1]
    assert [edit.tex(i) for i in ("W-1-3-2", "b-2-1", "a-1-2", "y-1")] == [
        "W_{32}^{(1)}", "b_{1}^{(2)}", "a_{2}^{(1)}", "y_{1}",
    ]  # fmt: skip
