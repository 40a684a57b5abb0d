"""The time line: events in order, each with its source; dots where the years are."""

import re

import numpy as np
import pytest

from nnlib.svg import Event, draw_time_line, history
from nnlib.svg import time_line as card
from nnlib.svg.years import Years, axis
from nnlib.widgets import time_line

MINE = [Event(1900, "a", "b", "c"), Event(2000, "<d>", "e & f", "g", "h", "fall", 2)]


def test_every_event_has_a_source_and_the_years_go_up():
    events = history()
    assert [event.year for event in events] == sorted(event.year for event in events)
    assert events[0].year == 1943 and events[-1].year == 2024
    assert all(event.happened and event.source for event in events)
    assert {event.kind for event in events} == {"rise", "fall", "unnoticed"}


def test_what_is_told_of_1969_stands_apart_from_what_was_proved():
    book = next(event for event in history() if event.year == 1969)
    assert book.happened.startswith("Proved: ") and "Not proved" in book.happened
    assert "nets of 1943 can" in book.told and "Olazaran" in book.source


def test_a_year_stands_in_its_share_of_the_axis():
    years = Years(100.0, 300.0, 1943, 2043)
    assert [years.x(year) for year in (1943, 1993, 2043)] == [100, 200, 300]
    labels = re.findall(r">(\d{4}|today)<", "".join(axis(years, 26.0, 200.0, 320.0)))
    assert labels == ["1943", "1980", "2000", "2020", "today"]  # 1960 is too near to 1943


@pytest.mark.parametrize("wide", [card.NARROW, card.WIDE])
def test_no_two_years_written_and_no_two_dots_cover_each_other(wide):
    dots = np.array(card._dots(history(), wide))
    apart = np.hypot(*(dots[:, None] - dots[None]).transpose(2, 0, 1))
    assert apart[~np.eye(len(dots), dtype=bool)].min() > 12
    written = "".join(card._years(history(), dots, wide))
    places = [
        (float(x), float(y)) for x, y in re.findall(r'<text x="([\d.]+)" y="([\d.]+)"', written)
    ]
    assert len(places) >= 15
    for k, (x, y) in enumerate(places):
        assert all(abs(x - u) > 25 or abs(y - v) > 12 for u, v in places[:k])


def test_each_step_opens_its_event_and_the_dots_are_buttons_for_the_browser_alone():
    line = time_line(history())
    assert len(line.frames) == 17 and line.event.year == 1943
    for k, event in enumerate(line.events):
        assert f"{event.year}: " in line.frames[k]["told"]
        assert line.shell.count(f'data-go="{k}"') == 2  # the wide and the narrow picture
    line.index = 5
    assert line.event.title == "Minsky and Papert: Perceptrons"
    line.reset()
    assert line.event is line.events[0]
    assert repr(line) == "TimeLine(17 events, 1943 to 2024, at 1943)"


def test_a_rise_a_fall_and_what_nobody_saw_are_told_apart():
    kinds = [re.search(r"nn-said nn-(\w+)", f["said"])[1] for f in time_line(history()).frames]
    assert kinds[0] == "reached" and kinds[5] == "caution" and kinds[6] == "happened"


def test_the_readers_own_events_are_escaped():
    line = time_line(MINE)
    assert "&lt;d&gt;" in line.frames[1]["told"] and "<d>" not in line.shell
    assert "e &amp; f" in line.frames[1]["told"]
    drawn = draw_time_line(MINE, at=2000)
    assert "2000: &lt;d&gt;" in drawn.svg


@pytest.mark.parametrize(
    ("make", "error", "said"),
    [
        (lambda: time_line(3), TypeError, "events must be"),
        (lambda: time_line([MINE[0], "x"]), TypeError, r"events\[1\] must be an Event"),
        (lambda: time_line(MINE[::-1]), ValueError, "events must be in the order"),
        (lambda: time_line(MINE[:1]), ValueError, "events must be in the order"),
        (lambda: draw_time_line(MINE, at=1950), ValueError, "at must be the year of an event"),
        (lambda: Event(0, "a", "b", "c"), ValueError, "year must be"),
        (lambda: Event(1, 2, "b", "c"), TypeError, "title must be a text"),
        (lambda: Event(1, "a", "b", "c", kind="up"), ValueError, "kind must be one of"),
        (lambda: Event(1, "a", "b", "c", height=11), ValueError, "height must be"),
    ],
)
def test_what_is_no_event_is_refused(make, error, said):
    with pytest.raises(error, match=f"^{said}"):
        make()
