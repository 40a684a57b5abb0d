"""Frames on their way to the browser: what waits, what is dropped, what a lost answer does."""

import threading
import time

import pytest

from nnlib.widgets import Picture, sending
from nnlib.widgets.picture import Refusal

LARGE = sending.BATCH + 1  # one frame a message


class Line:
    """Instead of a browser: keeps the messages, answers when it is told to."""

    def __init__(self):
        self.messages = []

    def numbers(self):
        """The frames that came, in order."""
        return [k for message in self.messages for k in message["frames"]]


@pytest.fixture
def line(monkeypatch):
    monkeypatch.setattr(sending, "PATIENCE", 60.0)
    return Line()


def frames(n, text="x"):
    return [{"picture": text} for _ in range(n)]


def large(k):
    return {"picture": "x" * LARGE}


def start(way, line, n=40, make=large, k=0):
    made = frames(n)
    made[k] = make(k)
    way.start(made, make, k)
    return made


def rests(line):
    """The number of messages once no more come."""
    for _ in range(100):
        before = len(line.messages)
        time.sleep(2 * sending.PAUSE)
        if len(line.messages) == before:
            return before
    raise AssertionError("messages come and come")


def until(reached):
    for _ in range(500):
        if reached():
            return True
        time.sleep(0.01)
    return False


def test_the_frame_in_view_goes_at_once_then_its_neighbours(line):
    way = sending.Sending(line.messages.append)
    start(way, line, n=5, k=3)
    assert line.numbers() == [3] and line.messages[0]["stale"]
    assert until(lambda: len(line.messages) == 5)
    assert line.numbers() == [3, 2, 4, 1, 0]
    assert not any(message["stale"] for message in line.messages[1:])


def test_not_more_than_two_megabytes_are_without_an_answer(line):
    way = sending.Sending(line.messages.append)
    start(way, line)
    most = sending.UNANSWERED // LARGE + 1
    assert rests(line) == most
    way.answered(line.messages[2]["n"])
    assert rests(line) == most + 3
    for _ in range(40):
        way.answered(line.messages[-1]["n"])
        time.sleep(0.01)
    assert until(lambda: sorted(line.numbers()) == list(range(40)))


def test_an_answer_counts_for_those_that_were_lost(line):
    way = sending.Sending(line.messages.append)
    start(way, line)
    most = rests(line)
    way.answered(line.messages[most - 1]["n"])  # the others' answers never come
    assert rests(line) == 2 * most
    way.answered(line.messages[0]["n"])  # an old one, late, of a second browser
    assert rests(line) == 2 * most


def test_without_any_answer_it_goes_on_after_a_while(monkeypatch, line):
    monkeypatch.setattr(sending, "PATIENCE", 0.2)
    way = sending.Sending(line.messages.append)
    made = start(way, line)
    assert until(lambda: len(line.messages) == 40)
    assert all(len(frame["picture"]) == LARGE for frame in made)


def test_a_new_change_drops_what_waits(line):
    way = sending.Sending(line.messages.append)
    old = start(way, line)
    most = rests(line)
    start(way, line, n=40, make=lambda k: {"picture": "new"}, k=7)
    later = line.messages[most:]
    assert later[0] == {"frames": {7: {"picture": "new"}}, "stale": True, "n": most + 1}
    way.answered(line.messages[-1]["n"])
    assert until(lambda: sum(len(one["frames"]) for one in line.messages[most:]) == 40)
    assert all(
        one == {"picture": "new"} for m in line.messages[most:] for one in m["frames"].values()
    )
    assert sum(len(frame["picture"]) == LARGE for frame in old) == most


def test_no_old_frame_comes_after_a_new_one(monkeypatch, line):
    """Many changes at once, from two threads: what comes last is of one pass."""
    monkeypatch.setattr(sending, "PAUSE", 0.0)
    monkeypatch.setattr(sending, "BATCH", 0)
    shown = {}

    def receive(message):
        if message["stale"]:
            shown.clear()
        shown.update(message["frames"])

    way = sending.Sending(receive)

    def change(name):
        for turn in range(50):
            text = {"picture": f"{name} {turn}"}
            start(way, line, n=8, make=lambda k, text=text: text)

    threads = [threading.Thread(target=change, args=(name,)) for name in "ab"]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert until(lambda: len(shown) == 8)
    assert len({frame["picture"] for frame in shown.values()}) == 1


def test_nothing_is_made_while_an_event_is_answered(line):
    way = sending.Sending(line.messages.append)
    with way.waiting():
        start(way, line)
        assert rests(line) == 1
    assert until(lambda: len(line.messages) > 1)


def test_new_frames_of_the_widget_drop_those_on_their_way():
    picture = Picture(frames=frames(40, "start"))
    picture.redraw(lambda k: {"picture": "changed"})
    picture.frames = frames(3, "other")
    time.sleep(0.3)
    assert [frame["picture"] for frame in picture.frames] == ["other"] * 3


def test_the_browser_answers_on_any_thread_while_a_callback_runs(line):
    picture, inside = Picture(frames=frames(40)), threading.Event()
    picture._sending._send = line.messages.append
    picture.on_event(lambda event: inside.wait(5))
    picture.redraw(large)
    rests(line)
    event = {"type": "press", "n": 0}
    running = threading.Thread(target=picture._handle_custom_msg, args=(event, []))
    running.start()
    picture._handle_custom_msg({"type": "taken", "n": line.messages[-1]["n"]}, [])
    assert picture._sending._sizes == {}
    inside.set()
    running.join()


def test_a_drag_that_overtakes_the_refusal_of_its_press_is_not_heard():
    picture, heard, inside = Picture(), [], threading.Event()

    def hear(event):
        heard.append(event["type"])
        inside.wait(0.3)
        if event["type"] == "press":
            raise Refusal("not this one")

    picture.on_event(hear)
    threads = []
    for n, kind in enumerate(("press", "drag", "drop")):
        event = {"type": kind, "n": n}
        threads.append(threading.Thread(target=picture._handle_custom_msg, args=(event, [])))
        threads[-1].start()
        time.sleep(0.05)
    for thread in threads:
        thread.join()
    assert heard == ["press"] and picture.message == "not this one"
    picture._handle_custom_msg({"type": "input", "n": 9}, [])
    assert heard == ["press", "input"] and picture.message == ""


def test_a_page_that_is_opened_meanwhile_gets_no_old_picture():
    picture = Picture(frames=frames(40, "old"))
    picture.redraw(lambda k: {"picture": "new"})
    state = picture.get_state()["frames"]
    assert state[0] == {"picture": "new"}
    assert all("late" in frame or frame == {"picture": "new"} for frame in state)
    assert until(lambda: picture.get_state()["frames"] == frames(40, "new"))
