"""Frames made anew: the one in view at once, the others as fast as the browser takes them."""

import threading
import time
from contextlib import contextmanager

BATCH = 200_000  # characters of frames in one message
UNANSWERED = 2_000_000  # characters on the way; the rest waits here, where a new change drops it
PATIENCE = 3.0  # s without an answer, then what was sent counts as taken
PAUSE = 0.15  # s before the others are made: in a drag the next change comes sooner


class Sending:
    """What is on its way from Python to the browser.

    Every browser answers a message once, with a view of the widget or without; the first
    answer counts, and it counts for all earlier messages too, so that one may be lost.

    Parameters
    ----------
    send : callable
        Sends a dict to the browser.
    """

    def __init__(self, send):
        self._send, self._news = send, threading.Condition()
        self._frames = None  # the newest; what an older one has not sent is dropped
        self._count, self._sizes = 0, {}
        self._busy = False

    def start(self, frames, make, k, then=None):
        """Send frame k now; call `then`, make and send the others from a thread of their own.

        Parameters
        ----------
        frames : list of dict of str
            Takes in what is made; frame k is there already.
        make : callable
            ``make(k)`` is the frame of step k.
        then : callable or None
            What can wait until no newer change comes.
        """
        with self._news:
            self._frames = frames
            self._pass_on(frames, {k: frames[k]}, stale=True)
            self._news.notify_all()
        threading.Thread(target=self._others, args=(frames, make, k, then), daemon=True).start()

    def drop(self):
        """Send nothing more."""
        with self._news:
            self._frames = None
            self._news.notify_all()

    def answered(self, n):
        """The browser has taken message n."""
        with self._news:
            self._sizes = {k: size for k, size in self._sizes.items() if k > n}
            self._news.notify_all()

    @contextmanager
    def waiting(self):
        """While an event is answered no frame is made: that would take its time."""
        self._busy = True
        try:
            yield
        finally:
            with self._news:
                self._busy = False
                self._news.notify_all()

    def _others(self, frames, make, k, then):
        """Make and send the frames around k, the nearest first."""
        with self._news:
            if self._news.wait_for(lambda: self._frames is not frames, PAUSE):
                return
        if then:
            then()
        batch = {}
        for other in sorted(range(len(frames)), key=lambda other: abs(other - k))[1:]:
            if not self._may_go_on(frames):
                return
            batch[other] = frames[other] = make(other)
            if _size(batch) > BATCH:
                self._pass_on(frames, batch)
                batch = {}
            time.sleep(0.0005)  # the thread that reads the browser's messages has its turn
        self._pass_on(frames, batch)

    def _may_go_on(self, frames):
        """Wait for the browser; whether these frames are still the newest."""

        def ready():
            free = not self._busy and sum(self._sizes.values()) < UNANSWERED
            return self._frames is not frames or free

        with self._news:
            if not self._news.wait_for(ready, PATIENCE):
                self._sizes = {}
            return self._frames is frames

    def _pass_on(self, frames, batch, *, stale=False):
        with self._news:
            if self._frames is frames and batch:
                self._count += 1
                self._sizes[self._count] = _size(batch)
                self._send({"frames": batch, "stale": stale, "n": self._count})


def _size(batch):
    return sum(len(text) for frame in batch.values() for text in frame.values())
