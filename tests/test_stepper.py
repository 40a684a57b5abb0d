"""The stepper without a browser: its frames, its copies, its words, what it refuses."""

import re
import time
from html.parser import HTMLParser
from xml.etree import ElementTree

import numpy as np
import pytest
from oracles import not_arrays, refuses, table

from nnlib import Activation, Loss, Network, half_squared_error, squared_error, steps
from nnlib.numerals import numeral
from nnlib.svg.spoken import say_step
from nnlib.widgets import Picture, step_through
from nnlib.widgets.stepper import VIEWS, Stepper

SLOTS = {"say", "phase", "caption", "picture", "code", "unit", "layer"}
EVIL = "<script>alert(1)</script>"
VOID = {"input", "path", "line", "rect", "circle", "polygon", "polyline", "mspace", "mo", "mrow"}


def net():
    return Network.from_weights([[[0.8, -1.3], [1.2, 0.7]], [[-1.1, 1.6]]], [[0.4, -0.3], [0.2]])


def parse(markup):
    return ElementTree.fromstring(f"<div>{markup}</div>")


def text_of(markup):
    return "".join(parse(markup).itertext())


def classes(one):
    return one.get("class", "").split()


class Tags(HTMLParser):
    """The tags that an HTML parser finds, and what is still open at the end."""

    def __init__(self, markup):
        super().__init__()
        self.found, self.open = [], []
        self.feed(markup)

    def handle_starttag(self, tag, attributes):
        self.found.append(tag)
        if tag != "input":
            self.open.append(tag)

    def handle_startendtag(self, tag, attributes):
        self.found.append(tag)

    def handle_endtag(self, tag):
        assert self.open.pop() == tag


# What is there to see


@pytest.mark.parametrize(
    ("sizes", "options", "n"),
    [
        ((2, 2, 1), {}, 14),
        ((3, 2, 2, 1), {}, 22),
        ((2, 2, 1), {"input_gradient": True}, 16),
        ((4, 4, 4, 2), {"loss": "half_squared_error", "input_gradient": True}, 46),
        ((1, 1), {"loss": half_squared_error}, 6),
    ],
    ids=str,
)
def test_a_frame_for_each_step(sizes, options, n):
    x, y = np.linspace(-1, 1, sizes[0]), np.linspace(0, 1, sizes[-1])
    stepper = step_through(Network(sizes, seed=2), x, y, **options)
    assert isinstance(stepper, Stepper)
    assert len(stepper.frames) == len(stepper.steps) == n
    for k, (frame, step) in enumerate(zip(stepper.frames, stepper.steps)):
        assert set(frame) == SLOTS and all(frame.values())
        assert frame["say"] == say_step(stepper.steps, k)
        assert frame["say"].startswith(f"step {k + 1} of {n}, ")
        picture = ElementTree.fromstring(frame["picture"])
        assert picture.get("role") == "group" and picture.find("title").text == frame["say"]
        assert picture.find("desc").text and "\\" not in picture.find("desc").text
        for name in SLOTS - {"say", "picture"}:
            parse(frame[name])
        phase = {"cost": "cost", "forward": "forward ▸"}.get(step.phase)
        names = {"backward": "backward", "gradients": "gradients", "input": "input gradient"}
        assert text_of(frame["phase"]) == (phase or f"◂ {names[step.phase]}")


def test_the_steps_are_those_of_the_course():
    stepper = step_through(net(), [0, 1], [1], loss="half_squared_error", input_gradient=True)
    same = steps.backward(net(), [0, 1], [1], half_squared_error, True)
    assert [repr(step) for step in stepper.steps] == [repr(step) for step in same]


def test_without_a_target_forward_alone():
    stepper = step_through(net(), [0, 1])
    assert len(stepper.frames) == 7 and stepper.y is None
    assert {step.phase for step in stepper.steps} == {"forward"}
    for frame in stepper.frames:
        picture = ElementTree.fromstring(frame["picture"])
        ids = {one.get("data-id") for one in picture.iter()}
        assert not {"J", "y-1"} & ids
        assert not any("nn-cost" in classes(one) for one in picture.iter())
        assert "cost" not in "".join(picture.itertext())
    assert "cost" not in text_of(stepper.shell) and "backward" not in text_of(stepper.shell)


def test_values_in_picture_formula_and_words_are_one_string():
    stepper = step_through(net(), [0, 1], [1], input_gradient=True)
    for frame, step in zip(stepper.frames, stepper.steps):
        for value in np.ravel(step.value):
            for name in ("say", "picture", "unit", "layer"):
                shown = frame[name] if name == "say" else text_of(frame[name])
                assert numeral(value) in shown, (name, step)


def test_the_pictures_numbers():
    stepper = step_through(net(), [0, 1], [1])
    last = text_of(stepper.frames[-1]["picture"])
    for shown in ["0.289", "0.599", "0.698", "0.091", "0.029"]:
        assert shown in last
    for shown in ["−0.127", "−0.049", "Δ −0.127", "Δ −0.037", "Δ −0.076"]:
        assert shown in last


# The card around the frames


@pytest.mark.parametrize("y", [None, [1]])
def test_the_shell_names_all_places(y):
    stepper = step_through(net(), [0, 1], y)
    shell = parse(stepper.shell)
    (root,) = list(shell)
    assert {"nnlib", "nn-stepper"} <= set(classes(root))
    assert (root.get("role"), root.get("tabindex")) == ("group", "0")
    assert root.get("aria-label") == "Step through a pass of Network(2-2-1, sigmoid)"
    slots = [one.get("data-slot") for one in root.iter() if one.get("data-slot")]
    assert sorted(slots) == sorted(SLOTS - {"say"} | {"editor", "settings"})
    caption = next(one for one in root.iter() if one.get("data-slot") == "caption")
    assert caption.get("aria-live") == "polite"
    buttons = [one for one in root.iter("button")]
    assert [one.get("data-go") for one in buttons] == [
        "first", "previous", "play", "next", "last",
    ]  # fmt: skip
    assert all(one.get("aria-label") and one.get("type") == "button" for one in buttons)
    n = len(stepper.steps)
    (track,) = [one for one in root.iter("input") if one.get("type") == "range"]
    assert [track.get(name) for name in ("min", "max", "value")] == ["1", str(n), "1"]
    assert track.get("aria-label")
    radios = [one for one in root.iter("input") if one.get("type") == "radio"]
    assert [one.get("value") for one in radios] == list(VIEWS)
    assert {one.get("data-choose") for one in radios} == {"view"}
    assert stepper.view == "unit"
    (message,) = [one for one in root.iter() if one.get("data-message") is not None]
    assert message.get("hidden") is not None and message.get("role") == "status"
    (count,) = [one for one in root.iter() if one.get("data-count") is not None]
    assert count.text == "1"
    icons = [one for one in root.iter("svg")]
    assert icons and all(one.get("aria-hidden") == "true" for one in icons)


def test_one_cell_of_the_timeline_for_each_step():
    stepper = step_through(net(), [0, 1], [1], input_gradient=True)
    root = parse(stepper.shell)
    cells = [one.get("data-cell") for one in root.iter() if one.get("data-cell") is not None]
    assert cells == [str(k) for k in range(16)]
    signs = ["".join(one.itertext()) for one in root.iter() if "nn-cell" in classes(one)]
    assert signs == ["x", "z1", "a1", "z2", "a2", "z1", "a1", "J", "δ1", "Δ1", "δ1", "δ2", "Δ1",
                     "Δ2", "∂1", "∂2"]  # fmt: skip
    timeline = next(one for one in root.iter() if "nn-timeline" in classes(one))
    assert timeline.get("aria-hidden") == "true"


def test_groups_start_at_each_layer_and_phase():
    def starts(*arguments, **options):
        root = parse(step_through(net(), *arguments, **options).shell)[0]
        return list(map(int, root.get("data-groups").split(",")))

    assert starts([0, 1], [1]) == [0, 1, 5, 7, 8, 9, 10, 12]
    assert starts([0, 1], [1], input_gradient=True) == [0, 1, 5, 7, 8, 9, 10, 12, 14]
    assert starts([0, 1]) == [0, 1, 5]


@pytest.mark.parametrize("sizes", [(2, 2, 1), (4, 4, 4, 2), (1, 1)], ids=str)
def test_html_is_closed_as_it_was_opened(sizes):
    """By an HTML parser: in HTML `<div/>` opens a div and leaves it open."""
    stepper = step_through(Network(sizes), np.zeros(sizes[0]), np.zeros(sizes[-1]))
    for markup in [stepper.shell, *(f[name] for f in stepper.frames for name in SLOTS - {"say"})]:
        assert Tags(markup).open == []
        assert set(re.findall(r"<([a-z0-9]+)[^<>]*/>", markup)) <= VOID


# Copies


def test_the_readers_own_things_are_untouched():
    mine, x, y = net(), np.array([0.0, 1.0]), np.array([1.0])
    before = {l: Theta.copy() for l, Theta in mine.Theta.items()}
    stepper = step_through(mine, x, y, input_gradient=True)
    stepper.index = 9
    assert all((mine.Theta[l] == before[l]).all() for l in before)
    assert x.tolist() == [0, 1] and y.tolist() == [1]
    stepper.net.W[1] = np.zeros((2, 2))
    stepper.x[0] = 5
    stepper.y[0] = 5
    assert all((mine.Theta[l] == before[l]).all() for l in before)
    assert x.tolist() == [0, 1] and y.tolist() == [1]


def test_the_stepper_keeps_what_it_was_given():
    mine, x, y = net(), np.array([0.0, 1.0]), np.array([1.0])
    stepper = step_through(mine, x, y)
    frames, numbers = [dict(f) for f in stepper.frames], [s.numbers for s in stepper.steps]
    for l in mine.W:
        mine.W[l] *= 0
    x += 1
    y += 1
    assert stepper.frames == frames and [s.numbers for s in stepper.steps] == numbers
    assert stepper.net.W[1].tolist() == [[0.8, -1.3], [1.2, 0.7]]
    assert stepper.x.tolist() == [0, 1] and stepper.y.tolist() == [1]
    assert repr(stepper.net) == repr(mine) and stepper.net is not mine


def test_handed_back_for_the_next_cell():
    stepper = step_through(net(), (0, 1), (1,), loss="half_squared_error")
    assert isinstance(stepper.net, Network)
    assert isinstance(stepper.x, np.ndarray) and isinstance(stepper.y, np.ndarray)
    again = step_through(stepper.net, stepper.x, stepper.y, loss=stepper.loss)
    same = [{**frame, "say": ""} for frame in stepper.frames]
    assert [{**frame, "say": ""} for frame in again.frames] == same
    assert stepper.loss is half_squared_error
    assert step_through(net(), [0, 1], [1]).loss is squared_error


def test_index_stays_within_the_steps():
    stepper = step_through(net(), [0, 1], [1])
    assert repr(stepper) == "Stepper(Network(2-2-1, sigmoid), step 1 of 14)"
    stepper.index = 99
    assert repr(stepper) == "Stepper(Network(2-2-1, sigmoid), step 14 of 14)"
    stepper.index = -3
    assert stepper.index == 0
    assert stepper.steps[stepper.index].symbol == "x"


def test_the_same_arguments_give_the_same_frames():
    first, second = step_through(net(), [0, 1], [1]), step_through(net(), [0, 1], [1])
    assert first.frames == second.frames


# From outside


def test_names_from_outside_are_texts():
    g = Activation(EVIL, np.tanh, lambda z: 1 - np.tanh(z) ** 2, r"\tanh z")
    loss = Loss(EVIL, lambda a, y: (a - y) ** 4, lambda a, y: 4 * (a - y) ** 3, EVIL)
    stepper = step_through(Network([2, 2, 1], g=g), [0, 1], [1], loss=loss, input_gradient=True)
    texts = [stepper.shell, *(text for frame in stepper.frames for text in frame.values())]
    for text in texts:
        assert "<script" not in text.lower()
        assert not {"script", "img", "iframe"} & set(Tags(text).found)
    assert EVIL in parse(stepper.shell)[0].get("aria-label")


def test_tex_from_outside_cannot_be_an_element():
    g = Activation("mine", np.tanh, lambda z: 1 - np.tanh(z) ** 2, r"z < 1 > \text{<img src=x>}")
    stepper = step_through(Network([2, 2, 1], g=g), [0, 1], [1])
    for frame in stepper.frames:
        assert "img" not in Tags(frame["unit"]).found


def test_tex_that_cannot_be_set_is_named():
    g = Activation("mine", np.tanh, lambda z: 1 - np.tanh(z) ** 2, r"\frac{z")
    with pytest.raises(ValueError, match=r"^tex must be TeX that can be set, got .*frac"):
        step_through(Network([2, 2, 1], g=g), [0, 1], [1])


def test_a_loss_of_ones_own():
    loss = Loss("quartic", lambda a, y: (a - y) ** 4, lambda a, y: 4 * (a - y) ** 3, "(a - y)^4")
    stepper = step_through(net(), [0, 1], [1], loss=loss)
    J = next(frame for frame, s in zip(stepper.frames, stepper.steps) if s.symbol == "J")
    assert numeral(stepper.steps[7].value) in text_of(J["unit"]) and "ℓ" in text_of(J["unit"])
    assert stepper.loss is loss


# What is refused


def call(**changed):
    given = dict(net=net(), x=[0, 1], y=[1]) | changed
    return step_through(given.pop("net"), given.pop("x"), given.pop("y"), **given)


@pytest.mark.parametrize("bad", table({"None": None, "sizes": [2, 2, 1], "class": Network}))
def test_net_must_be_a_network(bad):
    refuses("net", lambda: call(net=bad))


@pytest.mark.parametrize("bad", table(not_arrays(2)))
def test_x_must_be_one_sample(bad):
    refuses("x", lambda: call(x=bad))


@pytest.mark.parametrize("bad", table({k: v for k, v in not_arrays(1).items() if k != "None"}))
def test_y_must_be_one_target(bad):
    refuses("y", lambda: call(y=bad))


@pytest.mark.parametrize("y", [None, [1]])
@pytest.mark.parametrize("bad", table({"None": None, "typo": "squared_eror", "number": 1}))
def test_loss_must_be_known(bad, y):
    refuses("loss", lambda: call(loss=bad, y=y))


@pytest.mark.parametrize("y", [None, [1]])
@pytest.mark.parametrize("bad", table({"None": None, "number": 1, "text": "yes", "list": []}))
def test_input_gradient_must_be_true_or_false(bad, y):
    refuses("input_gradient", lambda: call(input_gradient=bad, y=y))


def test_an_input_gradient_needs_a_target():
    refuses("y", lambda: call(y=None, input_gradient=True))


# Room


@pytest.mark.parametrize("sizes", [(2, 2, 1), (4, 4, 4, 2)], ids=str)
def test_frames_are_small_enough_to_send_at_once(sizes, capsys):
    stepper = step_through(Network(sizes), np.zeros(sizes[0]), np.zeros(sizes[-1]))
    each = [sum(len(text.encode()) for text in frame.values()) for frame in stepper.frames]
    with capsys.disabled():
        print(f"\n{stepper!r}: {sum(each) / 1e3:.0f} kB, the largest frame {max(each) / 1e3:.0f}")
    assert sum(each) < 2e6
    assert max(each) < 80e3


# Changing things


def change(stepper, data_id, value):
    stepper._event({"type": "press", "id": data_id})
    stepper._event({"type": "input", "id": "value", "value": value})


def settled(stepper, fresh):
    """Wait until the frames that are made behind the first are there."""
    wanted = [frame["unit"] for frame in fresh.frames]
    frames = until(stepper, lambda frames: [frame["unit"] for frame in frames] == wanted)
    return [frame["unit"] for frame in frames] == wanted


def test_a_change_gives_the_frames_of_a_new_stepper():
    stepper = step_through(net(), [0, 1], [1], input_gradient=True)
    stepper.index = 10
    change(stepper, "W-2-1-1", "2.5")
    change(stepper, "a-1-1", "-1")
    change(stepper, "y-1", 0)
    changed = net()
    changed.W[2][0, 0] = 2.5
    assert settled(stepper, step_through(changed, [-1, 1], [0], input_gradient=True))
    assert stepper.index == 10
    assert net().W[2][0, 0] == -1.1 and stepper.net.W[2][0, 0] == 2.5
    assert (stepper.x.tolist(), stepper.y.tolist()) == ([-1, 1], [0])
    stepper.reset()
    assert settled(stepper, step_through(net(), [0, 1], [1], input_gradient=True))


def test_a_label_with_a_gradient_changes_its_weight():
    stepper = step_through(net(), [0, 1], [1])
    change(stepper, "Delta-1-2-1", 3)
    assert stepper.net.W[1][1, 0] == 3
    change(stepper, "Delta-1-2-0", 4)
    assert stepper.net.b[1][1] == 4


def test_buttons_of_weights_stand_once_for_all_steps_and_tell_the_changed_number():
    stepper = step_through(net(), [0, 1], [1])

    def named():
        buttons = parse(stepper.places["reading"])
        return {one.get("data-id"): one.get("aria-label") for one in buttons}

    before = named()
    assert list(before) == [
        *("a-1-1", "a-1-2", "b-1-1", "W-1-1-1", "W-1-1-2", "b-1-2", "W-1-2-1", "W-1-2-2"),
        *("b-2-1", "W-2-1-1", "W-2-1-2"),
    ]
    for frame in stepper.frames:
        picture = ElementTree.fromstring(frame["picture"])
        (place,) = [one for one in picture.iter() if one.get("data-slot")]
        assert place.get("data-slot") == "reading" and len(place) == 0
        buttons = {one.get("data-id") for one in picture.iter() if one.get("tabindex")}
        assert buttons == {"y-1"}
    change(stepper, "W-2-1-1", "2.5")
    old, new = "unit 1 of layer 3, −1.1: press", "unit 1 of layer 3, 2.5: press"
    assert old in before["W-2-1-1"]
    until(stepper, lambda _: named() != before)
    assert named() == before | {"W-2-1-1": before["W-2-1-1"].replace(old, new)}


def test_undo_goes_back_to_the_value_before_the_press():
    stepper = step_through(net(), [0, 1], [1])
    change(stepper, "b-2-1", 1)
    stepper._event({"type": "press", "id": "undo"})
    assert stepper.net.b[2][0] == 0.2
    stepper._event({"type": "press", "id": "close"})
    assert stepper.places["editor"] == ""


@pytest.mark.parametrize("value", ["abc", "inf", "", None])
def test_a_refused_value_changes_no_frame(value):
    stepper = step_through(net(), [0, 1], [1])
    before = list(stepper.frames)
    stepper._answer(None, {"type": "press", "id": "b-2-1", "n": 0}, [])
    stepper._answer(None, {"type": "input", "id": "value", "value": value, "n": 1}, [])
    assert stepper.message.startswith("The bias must be a")
    assert list(stepper.frames) == before
    stepper._answer(None, {"type": "input", "id": "value", "value": "1", "n": 2}, [])
    assert stepper.message == "" and stepper.net.b[2][0] == 1


def test_huge_weights_are_shown_as_what_they_give():
    stepper = step_through(Network([2, 2, 1], g="relu"), [1, 1], [1])
    stepper.index = 7  # J
    for data_id in ("W-1-1-1", "W-1-2-1", "W-2-1-1", "W-2-1-2"):
        change(stepper, data_id, "1e300")
    assert stepper.steps[7].value == np.inf
    assert any("∞" in frame["unit"] for frame in until(stepper, lambda frames: "∞" in str(frames)))


def until(stepper, reached):
    """The frames, once the thread behind the first has reached this."""
    for _ in range(200):
        if reached(stepper.frames):
            break
        time.sleep(0.02)
    return stepper.frames


def test_the_start_is_a_copy_too():
    own = net()
    stepper = step_through(own, [0, 1], [1])
    own.W[2][0, 0] = 9
    change(stepper, "b-2-1", 1)
    stepper.reset()
    assert stepper.net.W[2][0, 0] == -1.1


def test_labels_stay_where_they_are_when_a_number_grows():
    def places(stepper):
        picture = ElementTree.fromstring(stepper.frames[0]["picture"])
        groups = [
            one for one in picture.iter("g") if (one.get("data-id") or "")[:2] in ("W-", "b-")
        ]
        chips = [one for one in groups if one.find("text") is not None]
        return {one.get("data-id"): one.find("text").get("x") for one in chips}

    stepper = step_through(net(), [0, 1], [1])
    before = places(stepper)
    change(stepper, "W-1-1-1", "-12345.678")
    until(stepper, lambda frames: "1.2·10⁴" in frames[0]["picture"])
    assert len(before) == 9 and places(stepper) == before


def test_a_newer_change_drops_what_an_older_one_has_not_made():
    picture = Picture(frames=[{"picture": "start"}] * 30)
    made = []

    def slowly(k):
        made.append(k)
        time.sleep(0.02)
        return {"picture": "old"}

    picture.redraw(slowly)
    picture.redraw(lambda k: {"picture": f"new {k}"})
    time.sleep(0.3)
    assert len(made) < 5
    assert [frame["picture"] for frame in picture.frames] == [f"new {k}" for k in range(30)]
