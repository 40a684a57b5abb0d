"""The string of a number: the rules in a table worked by hand, and as properties."""

import re
from decimal import Decimal
from fractions import Fraction

import numpy as np
import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from oracles import NOT_NUMBERS, refuses, table

from nnlib.numerals import column, is_exact, numeral, numeral_tex

INF, NAN = float("inf"), float("nan")

# value, as shown, whether that is the value itself
BY_HAND = [
    (0, "0", True),
    (0.0, "0", True),
    (-0.0, "0", True),
    (1, "1", True),
    (-1, "−1", True),
    # below 1: three decimals; zeros at the end stay unless the value is exact there
    (0.5, "0.5", True),
    (-1.1, "−1.1", True),
    (0.24, "0.24", True),
    (0.24012, "0.240", False),
    (0.1 + 0.2, "0.3", True),
    (0.1234, "0.123", False),
    (-0.0488291, "−0.049", False),
    (0.9996, "1.000", False),
    (0.01, "0.01", True),
    # below 0.01: four
    (0.00999, "0.0100", False),
    (0.009, "0.009", True),
    (0.0012345, "0.0012", False),
    (0.001, "0.001", True),
    # below 10: two, below 100: one, below 1000: none
    (1.234, "1.23", False),
    (9.994, "9.99", False),
    (9.996, "10.00", False),
    (10, "10", True),
    (10.56, "10.6", False),
    (12.345, "12.3", False),
    (99.96, "100.0", False),
    (100, "100", True),
    (100.4, "100", False),
    (120, "120", True),
    (999.7, "1000", False),
    # below 0.001 and from 1000 on: a power of ten
    (0.00023, "2.3·10⁻⁴", True),
    (0.000234, "2.3·10⁻⁴", False),
    (9.96e-4, "1.0·10⁻³", False),
    (9.94e-4, "9.9·10⁻⁴", False),
    (0.0009, "9·10⁻⁴", True),
    (1e-17, "1·10⁻¹⁷", True),
    (-1.23e-9, "−1.2·10⁻⁹", False),
    (1000, "1·10³", True),
    (-12345.6, "−1.2·10⁴", False),
    (1e300, "1·10³⁰⁰", True),
    (1e-300, "1·10⁻³⁰⁰", True),
    (1e-310, "1·10⁻³¹⁰", True),
    (5e-324, "4.9·10⁻³²⁴", True),  # the smallest there is
    (1.7976931348623157e308, "1.8·10³⁰⁸", False),
    # no digits, nothing to be inexact
    (INF, "∞", True),
    (-INF, "−∞", True),
    (NAN, "NaN", True),
]
SUPERSCRIPTS = str.maketrans("⁻⁰¹²³⁴⁵⁶⁷⁸⁹−", "-0123456789-")
finite = st.one_of(
    st.floats(allow_nan=False, allow_infinity=False),
    st.floats(-2000, 2000),
    st.floats(-0.02, 0.02),
    st.decimals(-2000, 2000, places=3).map(float),
)


def read(text):
    """The number that a reader takes from the string: digits with their exponent, exactly."""
    digits, _, power = text.translate(SUPERSCRIPTS).partition("·10")
    return Fraction(Decimal(f"{digits}e{power or 0}"))


def unit_in_the_last_place(text):
    digits, _, power = text.translate(SUPERSCRIPTS).partition("·10")
    decimals = len(digits.partition(".")[2])
    return Fraction(10) ** (int(power or 0) - decimals)


def rule(size):
    """Decimals by the table of the course, None for a power of ten."""
    if size < 0.001 or size >= 1000:
        return None
    return next(places for below, places in [(0.01, 4), (1, 3), (10, 2), (100, 1), (1000, 0)]
                if size < below)  # fmt: skip


@pytest.mark.parametrize(("value", "shown", "exact"), BY_HAND, ids=lambda one: str(one))
def test_by_hand(value, shown, exact):
    assert numeral(value) == shown
    assert is_exact(value) is exact


@pytest.mark.parametrize(
    ("value", "tex"),
    [
        (0.24012, "0.240"),
        (-1.1, "-1.1"),
        (-0.0, "0"),
        (-0.00023, r"-2.3 \cdot 10^{-4}"),
        (1e12, r"1 \cdot 10^{12}"),
        (INF, r"\infty"),
        (-INF, r"-\infty"),
        (NAN, r"\mathrm{NaN}"),
    ],
)
def test_tex_by_hand(value, tex):
    assert numeral_tex(value) == tex


@given(finite)
@example(5e-324)
@example(0.0625)  # half way between two strings
def test_shown_is_within_half_a_unit_of_the_last_place(value):
    text = numeral(value)
    if is_exact(value):  # zeros at the end may be gone
        assert abs(read(text) - Fraction(value)) <= Fraction(1, 10**9) * abs(Fraction(value)) or (
            float(read(text)) == value
        )
    else:
        assert abs(read(text) - Fraction(value)) <= unit_in_the_last_place(text) / 2


@given(finite)
def test_as_many_decimals_as_the_table_says(value):
    text, places = numeral(value), rule(abs(value))
    if value == 0:
        assert text == "0"
    elif places is None:
        assert re.fullmatch(r"−?\d(\.\d)?·10[⁻⁰¹²³⁴⁵⁶⁷⁸⁹]+", text)
    else:
        assert re.fullmatch(r"−?\d+(\.\d+)?", text)
        decimals = len(text.partition(".")[2])
        assert decimals == places or (decimals < places and is_exact(value))


@given(finite)
def test_zeros_at_the_end_say_that_more_follows(value):
    digits = numeral(value).partition("·")[0]
    if "." in digits and digits.endswith("0"):
        assert not is_exact(value)


@given(finite)
def test_exact_iff_within_a_billionth_of_what_is_shown(value):
    shown = float(read(numeral(value)))
    assert is_exact(value) == (abs(value - shown) <= 1e-9 * abs(value))


@given(finite)
def test_page_and_tex_show_the_same(value):
    tex = numeral_tex(value)
    assert tex.replace(r" \cdot 10^{", "·10").rstrip("}") == numeral(value).translate(SUPERSCRIPTS)


@given(finite)
def test_the_sign_is_the_only_difference_of_minus(value):
    positive, negative = numeral(abs(value)), numeral(-abs(value))
    assert negative == (positive if value == 0 else "−" + positive)
    assert "-" not in positive + negative


@given(st.lists(finite, max_size=4))
def test_exact_of_many_is_exact_of_each(values):
    assert is_exact(*values) == is_exact(np.array(values)) == all(map(is_exact, values))


def test_exact_takes_numbers_and_arrays_together():
    assert is_exact(np.array([0.5, -1.1]), 2, np.eye(2))
    assert not is_exact(np.array([0.5, -1.1]), 0.24012)


@pytest.mark.parametrize(
    "value",
    [np.float64(0.25), np.float32(0.25), np.array(0.25), Fraction(1, 4)],
    ids=lambda one: type(one).__name__,
)
def test_any_kind_of_real_number(value):
    assert numeral(value) == "0.25" and numeral_tex(value) == "0.25"
    assert is_exact(value)


def test_numpy_may_be_told_to_raise():
    with np.errstate(all="raise"):  # a billionth of it is less than a float can hold
        assert numeral(np.float64(7e-312)) == "7·10⁻³¹²"


def test_a_short_float_is_what_it_is():
    # np.float32(0.1) is 0.10000000149…
    assert numeral(np.float32(0.1)) == "0.100" and not is_exact(np.float32(0.1))


def test_integers_of_any_kind():
    assert [numeral(one) for one in (7, np.int64(7), np.uint8(7))] == ["7"] * 3


NO_NUMBER = {key: bad for key, bad in NOT_NUMBERS.items() if "nan" not in key.split()}
NO_NUMBER = {key: bad for key, bad in NO_NUMBER.items() if "infinite" not in key}


@pytest.mark.parametrize("value", table(NO_NUMBER))
@pytest.mark.parametrize("call", [numeral, numeral_tex])
def test_bad_input_is_refused(call, value):
    refuses("value", lambda: call(value))


def test_wrong_kinds_and_wrong_sizes_are_told_apart():
    with pytest.raises(TypeError):
        numeral("1")
    with pytest.raises(ValueError, match="within a float"):
        numeral(10**400)


@pytest.mark.parametrize("value", ["1", None, True, 1j, 10**400], ids=lambda one: str(one)[:5])
def test_exact_refuses_it_too(value):
    refuses("value", lambda: is_exact(value))


@pytest.mark.parametrize(
    ("values", "shown"),
    [
        ([1, -2.0, 0], ["1", "−2", "0"]),
        ([2.2, 1.5, -1], ["2.2", "1.5", "−1.0"]),
        ([-3.52, 1.95, -1], ["−3.52", "1.95", "−1.00"]),
        ([1 / 3, 0.1 + 0.2], ["0.333", "0.300"]),
        ([-0.0001, 0.5004], ["0.000", "0.500"]),
        ([np.float32(0.1)], ["0.100"]),  # a little more than 0.1
        ([], []),
    ],
)
def test_a_column_shares_its_decimals(values, shown):
    assert column(values) == shown
