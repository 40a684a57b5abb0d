"""Rosenblatt's rule visit by visit: the run, its pictures, and what a reader does to it."""

import re
import time
from xml.etree import ElementTree

import numpy as np
import pytest

from nnlib import AND, XOR, Dataset, Perceptron, digits, steps
from nnlib.svg import draw_visit, style, visit, visit_vectors
from nnlib.widgets import learn_step_by_step

X = [(1.4, -0.2), (-2.3, -1.2), (1.3, 1.7), (0, -1.1), (-2.3, 0.4), (-1.6, 1.3), (-0.5, 1)]
EIGHT = Dataset([*X, (-1.2, -1.4)], [0, 0, 1, 0, 0, 1, 1, 0], "8 samples")


def start(data=EIGHT, **options):
    return learn_step_by_step(Perceptron(2), data, **options)


def whole(learner):
    """Its frames, when all of them have come."""
    end = time.monotonic() + 10
    while any("late" in frame for frame in learner.frames) and time.monotonic() < end:
        time.sleep(0.01)
    return learner.frames


def send(learner, **event):
    learner._handle_custom_msg({"n": 0} | event, [])


def press(learner, data_id):
    send(learner, type="press", id=data_id)


def key(learner, name, data_id=None):
    send(learner, type="key", id=data_id, key=name)


def at(learner, *point):
    x, y = learner._plane.px(point)
    return dict(x=float(x), y=float(y))


def text(html):
    return " ".join(re.sub(r"<[^>]+>", " ", html).split())


# the run


def test_the_eight_samples_of_the_picture():
    run = steps.visits(Perceptron(2), EIGHT)
    assert run.mistakes == [1, 3, 3, 2, 0] and run.end == "done"
    assert run.updates[-1].w == pytest.approx([0.6, 4.8]) and run.updates[-1].b == -1
    w, b = run.before[13]
    assert w == pytest.approx([2.2, 1.5]) and b == -1
    assert (run.wrong[13], run.wrong[14], run.wrong[-1]) == (3, 1, 0)


def test_wrong_is_counted_over_all_samples():
    run = steps.visits(Perceptron(2), EIGHT)
    for k, update in enumerate(run.updates):
        wrong = sum((x @ update.w + update.b > 0) != y for x, y in zip(EIGHT.X, EIGHT.labels))
        assert run.wrong[k + 1] == wrong
    assert run.wrong[0] == 3


def test_xor_is_found_to_cycle_by_epoch_4():
    run = steps.visits(Perceptron(2), XOR())
    assert run.end == "cycle" and run.mistakes == [2, 3, 4] and run.again == 2
    last = next(u for u in run.updates[::-1] if u.epoch == run.again)
    assert last.w.tolist() == run.updates[-1].w.tolist() and last.b == run.updates[-1].b
    X = [[0.1, -0.4], [0.2, -0.3], [-0.2, 0.8], [-0.5, 0.2]]
    later = steps.visits(Perceptron(2), Dataset(X, [0, 1, 0, 1], "tenths"), 0.1, 300)
    assert later.end == "cycle"  # though 0.1 + 0.1 + 0.1 is not 0.3
    assert (later.again, later.updates[-1].epoch) == (2, 22)  # counted with fractions


def test_a_cycle_through_the_start_and_a_run_cut_off():
    unit = Perceptron(2)
    unit.w, unit.b = [-1, 0], 1
    assert steps.visits(unit, XOR()).again == 0
    assert steps.visits(Perceptron(2), XOR(), epochs=1).end == "cut"
    assert unit.w.tolist() == [-1, 0]


def test_clean_at_once_is_done():
    run = steps.visits(Perceptron(2), Dataset([[1.0, 2.0]], [0], "one"))
    assert run.end == "done" and run.mistakes == [0] and run.wrong == [0, 0]


# what is seen


def test_a_step_shows_its_numbers_in_words_and_in_the_ledger():
    frame = whole(start())[13]
    ledger = text(frame["ledger"])
    for found in ("Epoch 2, visit 6 of 8", "sample 6 at (−1.6, 1.3),", "class 1 ▲", "−2.57"):
        assert found in ledger
    assert "1 = −1.00 −1.0 + 1.0 = 0.0" in ledger
    for row in (("2.2", "−1.6", "−3.52", "2.2", "− 1.6", "0.6"), ("1.5", "1.3", "1.95", "2.8")):
        assert [one for one in row if one not in ledger] == []
    assert "+1 ✗" in text(frame["boxes"]) and "2.68 ✓" in text(frame["boxes"])
    line = "Sample 6 is ▲ but was called ●: x is added to w, the line turns."
    assert f"{line} Wrong in the whole plane: 3 before, 1 now." in text(frame["said"])
    assert "z = −2.57, so ŷ = 0, and y = 1." in frame["say"]


def test_the_head_names_a_sample_as_its_column_does():
    ledger = text(start(Dataset([[0.439, 1.037]], [1], "one")).frames[0]["ledger"])
    assert "sample 1 at (0.439, 1.037)," in ledger and ledger.count("1.037") >= 2


def test_nothing_to_correct_shows_zeros():
    frame = whole(start())[1]
    assert "nothing to change" in text(frame["boxes"])
    assert "nn-updated" not in frame["ledger"].split("nn-at-after")[1]
    assert "nn-before" not in frame["lines"] and "nn-quiet" not in frame["arrows"]


def numbers(svg, name):
    return [float(one) for one in re.findall(rf'\b{name}="([-\d.]+)"', svg)]


def test_the_triangle_of_the_update_closes():
    run, plane = steps.visits(Perceptron(2), EIGHT), visit.plane_of(EIGHT)
    arrows, factor = visit_vectors.vectors(plane, run, 13)
    tips = [p.split()[0] for p in re.findall(r'points="([^"]+)"', arrows)]
    x, w, update, new = ([float(v) for v in tip.split(",")] for tip in tips)
    starts = list(zip(numbers(arrows, "x1"), numbers(arrows, "y1")))
    zero = plane.px([0, 0]).tolist()
    for start, place in zip(starts, (zero, zero, w, zero), strict=True):
        assert start == pytest.approx(place, abs=0.1)
    assert factor == 1 and update == new == pytest.approx(plane.px([0.6, 2.8]).tolist(), abs=0.1)
    assert w == pytest.approx(plane.px([2.2, 1.5]).tolist(), abs=0.1)


def test_arrows_shrink_together_when_one_would_leave():
    run, plane = steps.visits(Perceptron(2), EIGHT), visit.plane_of(EIGHT)
    factors = [visit_vectors.vectors(plane, run, k)[1] for k in range(40)]
    reach = [max(np.abs([*u.w, *w, *u.x])) for u, (w, _) in zip(run.updates, run.before)]
    for factor, length in zip(factors, reach):
        assert factor * length <= 3.2 and (factor == 1) == (length <= 3.104)
    assert "arrows × ½" in visit_vectors.names(plane, run, 39, 0.5)


@pytest.mark.parametrize(("alpha", "factor"), [(0.01, 50), (0.1, 5), (0.5, 1), (100, 0.005)])
def test_arrows_stay_long_enough_and_within_the_plane(alpha, factor):
    """Of small weights all but x grow, by one factor in the whole run."""
    run, plane = steps.visits(Perceptron(2), EIGHT, alpha), visit.plane_of(EIGHT)
    found = [visit_vectors.vectors(plane, run, k) for k in range(40)]
    for (arrows, by), update in zip(found, run.updates):
        assert by == factor if alpha < 1 else by >= factor
        new = re.findall(r'points="([^" ]+)', arrows)[-1]
        if np.any(update.w):
            tip = [float(v) for v in new.split(",")]
            assert tip == pytest.approx(plane.px(by * update.w).tolist(), abs=0.1)
            assert 29 <= tip[0] <= 365 and 20 <= tip[1] <= 356
    if factor > 1:
        assert f">w × {factor}<" in visit_vectors.names(plane, run, 13, factor)
        x = [float(v) for v in re.findall(r'points="([^" ]+)', found[13][0])[0].split(",")]
        assert np.hypot(*(plane.px(run.updates[13].x) - x)) == pytest.approx(15, abs=0.1)


def test_the_line_turns_from_where_it_was():
    run, plane = steps.visits(Perceptron(2), EIGHT), visit.plane_of(EIGHT)
    style = re.search(r'style="([^"]+)"', visit_vectors.lines(plane, run, 13, turning=True))[1]
    turn, right, down, x, y = map(float, re.findall(r"(-?[\d.]+)(?:deg|px)", style))
    (w, b), c = run.before[13], np.radians(turn)
    for end in plane.crossing(run.updates[13].w, run.updates[13].b):
        px, py = plane.px(end) - [x, y]
        back = [px * np.cos(c) - py * np.sin(c), px * np.sin(c) + py * np.cos(c)]
        place = (np.array(back) + [x + right, y + down] - [29, 20]) / 336 * 6.4 - 3.2
        assert place[0] * w[0] - place[1] * w[1] + b == pytest.approx(0, abs=0.05)


def test_the_strip_goes_to_a_visit_and_shows_five_epochs():
    frames = whole(start())
    strip = frames[13]["strip"]
    assert numbers(strip, "data-go") == list(range(40)) and 'data-groups="0,8,16,24,32"' in strip
    assert text(strip).startswith("mistakes visits sample epoch 1 1 epoch 2 3 so far epoch 3")
    kinds = re.findall(r'data-go="\d+"(?: class="([^"]*)")?', strip)
    assert kinds[:14] == ["v", "v", "x", *"vvvvv", "x", "v", "v", "v", "x", "x now"]
    assert set(kinds[14:]) == {""}
    assert "epoch 5 0" in text(frames[39]["strip"]) and "so far" not in text(frames[39]["strip"])


def test_more_epochs_than_five_have_arrows_at_the_ends():
    strip = whole(start(AND()))[0]["strip"]
    assert text(strip).endswith("epoch 5 ›") and "epoch 6" not in text(strip)
    third = text(whole(start(AND()))[8]["strip"])
    assert "epoch 1 1" in third and "epoch 5" in third  # the current one in the middle
    end = whole(start(AND()))[-1]["strip"]
    assert "‹" in text(end) and "epoch 6 0" in text(end) and "epoch 1 " not in text(end)


def said(learner, k):
    frame = whole(learner)[k]["said"]
    return text(frame), re.search(r"nn-(happened|reached|caution)", frame)[1]


def test_box_3_asks_the_rule_itself():
    """After the third visit z is 0 but for rounding, so the sample of class 1 is still wrong."""
    X = [(2.8, -2.9), (0.6, 0), (-1.8, 0.1), (1, -1.5)]
    boxes = text(whole(start(Dataset(X, [1, 0, 1, 0], "four")))[2]["boxes"])
    assert re.search(r"z = \s*0 ✗", boxes), boxes


def test_a_sample_may_lie_beside_one_at_a_sum_of_tenths():
    learner = start(Dataset([[3 * 0.1, 0.3]], [1], "one"))
    send(learner, type="press", id=None, **at(learner, 0.3, 0.3))
    assert len(learner.data) == 1 and "lies there already" in learner.message


def test_what_is_said_at_the_end():
    assert said(start(), -1) == (
        "An epoch without a mistake: done. w = (0.6, 4.8), b = −1.",
        "reached",
    )
    words, kind = said(start(XOR()), -1)
    assert "These weights were here at the end of epoch 2: it will go round" in words
    assert kind == "caution"


def test_what_is_said_of_samples_that_cannot_be_learned():
    one = Dataset([[1.0, 1.0], [2.0, 0.0]], [1, 1], "one class")
    assert said(start(one), 0) == ("Add a sample of the other class.", "caution")
    same = Dataset([[1.0, 1.0], [2.0, 0.0], [1.0, 1.0]], [1, 1, 0], "twins")
    words, kind = said(start(same), 0)
    assert "Samples 1 and 3 lie on one spot in two classes" in words and kind == "caution"


def test_a_sample_on_the_line_counts_as_class_0():
    assert said(start(), 0)[0].startswith("All weights are 0: z = 0 everywhere, and there is no")
    unit = Perceptron(2)
    unit.w = [1.0, 7.0]
    on_it = said(learn_step_by_step(unit, EIGHT), 0)[0]
    assert on_it == "Sample 1 lies on the line: z = 0 counts as class 0, and ● it is."
    first = Dataset([[1.0, 1.0], [2.0, -2.0]], [1, 0], "two")
    assert "z = 0 counts as class 0: x is added" in said(start(first), 0)[0]
    half = said(start(first, alpha=0.5), 0)[0]
    assert "0.5·x is added" in half


def test_a_run_longer_than_the_strip_says_how_it_went_on(monkeypatch):
    monkeypatch.setattr("nnlib.widgets.learning.SHOWN", 20)
    learner = start()
    assert len(learner.frames) == 16 and len(learner.updates) == 40
    words, kind = said(learner, -1)
    assert "The strip ends here; the rule went on. An epoch without a mistake" in words
    assert kind == "caution" and "2 mistakes" not in words
    assert "epoch 2" in text(learner.frames[-1]["strip"]) and 'groups="0,8"' in str(
        learner.frames[-1]
    )


# what a reader does


def test_it_hands_back_the_weights_in_view_the_samples_and_all_visits():
    unit = Perceptron(2)
    learner = learn_step_by_step(unit, EIGHT)
    learner.index = 13
    assert learner.perceptron.w == pytest.approx([0.6, 2.8]) and unit.w.tolist() == [0, 0]
    learner.index = 39
    assert (learner.perceptron(EIGHT.X) == EIGHT.labels).all()
    assert len(learner.updates) == 40 and learner.data is not EIGHT
    assert learner.data.X.tolist() == EIGHT.X.tolist() and repr(learner).endswith("40 of 40)")


def test_a_sample_is_dragged_and_brought_back():
    learner = start()
    whole(learner)
    learner.index = 20
    send(learner, type="press", id="s-6", **at(learner, -1.6, 1.3))
    assert learner.index == 20
    send(learner, type="drag", id="s-6", **at(learner, 2.04, -2.97))
    assert learner.data.X[5].tolist() == [2.0, -3.0] and learner.index == 0
    send(learner, type="drag", id="s-6", **at(learner, 99, 99))
    assert learner.data.X[5].tolist() == [3.2, 3.2]
    send(learner, type="cancel", id="s-6", x=0, y=0)
    assert learner.data.X.tolist() == EIGHT.X.tolist()
    assert len(whole(learner)) == 40 and EIGHT.X[5].tolist() == [-1.6, 1.3]


def test_a_drop_counts_where_it_falls_and_a_mere_press_moves_nothing():
    learner = start()
    send(learner, type="press", id="s-6", **at(learner, -1.57, 1.28))
    send(learner, type="drop", id="s-6", **at(learner, -1.55, 1.26))
    assert learner.data.X.tolist() == EIGHT.X.tolist()
    send(learner, type="press", id="s-6", **at(learner, -1.6, 1.3))
    send(learner, type="drop", id="s-6", **at(learner, 2.0, 2.0))  # the browser sent no more
    assert learner.data.X[5].tolist() == [2.0, 2.0]
    send(learner, type="drag", id="s-6", **at(learner, 0, 0))
    assert learner.data.X[5].tolist() == [2.0, 2.0]


def test_a_press_in_the_plane_adds_one_of_the_chosen_class():
    learner = start()
    press(learner, "class-0")
    send(learner, type="press", id=None, **at(learner, 2.02, -1.01))
    send(learner, type="drag", id=None, **at(learner, 2.2, -1.0))
    send(learner, type="drop", id=None, **at(learner, 2.2, -1.0))
    assert learner.data.X[8].tolist() == pytest.approx([2.2, -1]) and learner.data.y[8] == 0
    send(learner, type="press", id=None, x=5.0, y=5.0)  # beside the plane
    assert len(learner.data) == 9
    press(learner, "remove")
    assert len(learner.data) == 8 and learner.data.name == "8 samples"


def test_keys():
    learner = start()
    for name, place in (("ArrowLeft", [1.3, -0.2]), ("Shift+ArrowUp", [1.3, 0.8])):
        key(learner, name, "s-1")
        assert learner.data.X[0] == pytest.approx(place)
    key(learner, "1", "s-1")
    assert learner.data.labels[0] == 1
    key(learner, "Delete", "s-1")
    assert len(learner.data) == 7 and "data-focus" in learner.places["samples"]
    key(learner, "0")
    key(learner, "n")
    assert learner.data.X[7].tolist() == [0, 0] and learner.data.labels[7] == 0
    assert re.search(r'data-id="s-8"[^>]*data-focus', learner.places["samples"])
    key(learner, "1", "s-8")
    assert learner.data.labels[7] == 1
    key(learner, "n", "s-8")  # wherever the focus is
    assert len(learner.data) == 9


def test_alpha_and_the_choice_of_samples():
    learner = start()
    send(learner, type="input", id="alpha", value="0,5")
    assert learner.alpha == 0.5 and learner.updates[-1].w == pytest.approx([0.3, 2.4])
    for bad in ("0", "-1", "nan", "", "x", "0.009", "101"):
        send(learner, type="input", id="alpha", value=bad)
        assert (
            learner.message.startswith("α must be a number from 0.01 to 100")
            and learner.alpha == 0.5
        )
    send(learner, type="input", id="data", value="XOR")
    assert learner.data.name == "XOR" and learner.message == "" and learner.index == 0
    send(learner, type="input", id="data", value="start")
    assert learner.data.X.tolist() == EIGHT.X.tolist()


def test_the_list_holds_the_readers_samples_first_and_no_name_twice():
    for data, names in ((EIGHT, ["8 samples", "AND", "OR"]), (AND(), ["AND", "OR", "XOR"])):
        found = re.findall(r"<option[^>]*>([^<]+)", start(data).places["settings"])
        assert found[:3] == names and len(set(found)) == len(found)


def test_a_bound_over_a_thousand_is_written_out():
    close = Dataset([[3.0, 2.0], [3.0, 2.1]], [0, 1], "close")
    learner = start(close, bound=True)
    assert learner.margin.bound > 1000
    assert f"{learner.margin.bound:,}" in text(learner.places["bound"])


def test_what_cannot_be_done_is_said_and_nothing_is_lost():
    learner = start(Dataset([[1.0, 1.0]], [1], "one"))
    press(learner, "remove")
    assert "Press a sample first" in learner.message
    send(learner, type="press", id="s-1", **at(learner, 1, 1))
    press(learner, "remove")
    assert "The last sample stays" in learner.message and len(learner.data) == 1
    key(learner, "N")
    key(learner, "N")
    assert len(learner.data) == 2 and "lies there already" in learner.message
    key(learner, "0")
    key(learner, "N")  # of the other class: two classes on one spot are told of, not refused
    assert len(learner.data) == 3 and "on one spot in two classes" in said(learner, 0)[0]


def test_a_sample_too_many_is_told_until_something_else_is_done():
    places = [(i, j) for i in range(8) for j in range(5)]
    learner = start(Dataset(places, [0, 1] * 20, "40"))
    where = at(learner, 2.5, 2.5)
    for kind in ("press", "drag", "drop"):
        send(learner, type=kind, id=None, **where)
    assert len(learner.data) == 40 and "40 samples are shown at most" in learner.message
    press(learner, "class-0")
    assert learner.message == ""


def test_reset_is_exactly_the_same_start():
    learner = start(bound=True)
    before = list(whole(learner)), dict(learner.places)
    send(learner, type="input", id="alpha", value="0.3")
    press(learner, "class-0")
    key(learner, "n")
    learner.index = 7
    press(learner, "reset")
    assert (list(whole(learner)), dict(learner.places), learner.index) == (*before, 0)


def test_the_bound_stands_beside_the_mistakes():
    learner = start(bound=True)
    shown = text(learner.places["bound"])
    assert "mistakes needed: 9" in shown and "48" in shown and learner.margin.bound == 48
    assert "0.399" in shown and "2.78" in shown
    needed, allowed = numbers(learner.places["bound"], "width")
    assert needed / allowed == pytest.approx(9 / 48, abs=1e-3)
    key(learner, "Delete", "s-5")
    assert learner.margin.bound < 48 and "48" not in text(learner.places["bound"])
    send(learner, type="input", id="data", value="XOR")
    assert "no line separates these samples" in text(learner.places["bound"])
    assert start().places["bound"] == ""
    unit = Perceptron(2)
    unit.b = 1
    begun = learn_step_by_step(unit, EIGHT, bound=True)
    assert "the theorem is about a start from" in text(begun.places["bound"])


def test_samples_far_out_have_a_plane_that_holds_them():
    learner = start(Dataset([[40.0, 1.0], [-3.0, 7.0]], [1, 0], "far"))
    assert learner._plane.x == (-42, 42) and 4 <= len(visit.ticks(learner._plane)) <= 11


@pytest.mark.parametrize(
    ("arguments", "kind", "said"),
    [
        ((Perceptron(2), 3), TypeError, "data must be a Dataset"),
        ((3, EIGHT), TypeError, "perceptron must be a Perceptron"),
        ((Perceptron(3), EIGHT), ValueError, "perceptron must be one of two inputs, got 3"),
        ((Perceptron(2), digits()), ValueError, "data must be samples of two inputs"),
        ((Perceptron(2), Dataset([[1, 2]], [0.5], "x")), ValueError, "data must be zeros and"),
        ((Perceptron(2), Dataset([[1, 2]] * 41, [0] * 41, "x")), ValueError, "data must be at"),
    ],
)
def test_bad_input(arguments, kind, said):
    with pytest.raises(kind, match=f"^{said}"):
        learn_step_by_step(*arguments)


def test_alpha_and_bound_are_checked():
    for alpha in (0, 0.009, 101):
        with pytest.raises(ValueError, match="^alpha must be a finite number >= 0.01 and <= 100"):
            start(alpha=alpha)
    with pytest.raises(TypeError, match="^bound must be"):
        start(bound=1)


def test_the_drawing_is_whole_and_says_the_visit():
    drawing = draw_visit(Perceptron(2), EIGHT, at=14)
    root = ElementTree.fromstring(drawing.svg)
    assert "z = −2.57" in drawing.alt and root.find("{*}title").text == drawing.alt
    names = {name for one in root.iter() for name in one.get("class", "").split()}
    inside = drawing.svg + style.own("visits")
    assert {name for name in names if f".{name}" not in inside} == set()
    with pytest.raises(ValueError, match="^at must be"):
        draw_visit(Perceptron(2), EIGHT, at=41)
