"""What an exercise asks: the reference, the cases and the slips, checked when it is made."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from nnlib import checks, words
from nnlib.exercises.compare import compare
from nnlib.exercises.running import Raised, interrupted, run
from nnlib.words import say


@dataclass(frozen=True, eq=False)
class Task:
    """An exercise: what `check` holds an answer against.

    Parameters
    ----------
    reference : callable or value
        The right function; the right value if `cases` is None.
    cases : list of tuple, or callable giving one, or None
        The arguments of each call; a case that is no tuple is one argument.
    slips : dict str → callable (or value if `cases` is None), or None
        Wrong answers by the sentence that names the mistake, or by the name of
        a sentence ``slip.…`` in `nnlib.words`. Each must differ from the
        reference and from every other slip on the cases.
    axes : tuple of str, or dict symbol → tuple of str, or None
        What the axes of the arrays mean: ``("sample", "unit")``.
    names : str or sequence of str or None
        The symbol of a dict of layers (``"δ"``), or of each part of a tuple.
    describe : callable or None
        A case's arguments to a short text.
    refuse : callable or None
        For an answer that is no use to the notebook however it answers: a function that
        gives the sentence that says so, or None. It is asked first.
    advice : dict str → str
        What to say when the code stops: sentences (or names of such) by
        `Raised.kind`, such as "sizes" or "ragged".
    hints : int, >= 0
        The hints below the exercise, for "open hint n".
    rtol : float, > 0
        Relative tolerance of the comparison, dimensionless.

    Raises
    ------
    TypeError, ValueError
        If an argument is not as above.
    """

    reference: object
    cases: object = None
    slips: Mapping = field(default_factory=dict)
    axes: object = None
    names: object = None
    describe: Callable | None = None
    refuse: Callable | None = None
    advice: Mapping = field(default_factory=dict)
    hints: int = 1
    rtol: float = 1e-5

    def __post_init__(self):
        checks.integer("hints", self.hints, at_least=0)
        checks.number("rtol", self.rtol, above=0)
        object.__setattr__(self, "cases", self._cases())
        object.__setattr__(self, "slips", self._slips())
        _strings("axes", self.axes)
        _strings("names", self.names)
        if not isinstance(self.advice, Mapping):
            raise TypeError(f"advice must be a dict of texts, got {checks.shown(self.advice)}")
        _strings("advice", self.advice)
        for name in ("describe", "refuse"):
            value = getattr(self, name)
            if value is not None and not callable(value):
                raise TypeError(f"{name} must be a function, got {checks.shown(value)}")
        self.expected, self.wrong  # noqa: B018  refused now, not at the first answer

    def _cases(self):
        if self.cases is None:
            return None
        if not callable(self.reference):
            raise TypeError(
                f"reference must be a function when there are cases, "
                f"got {checks.shown(self.reference)}"
            )
        cases = self.cases() if callable(self.cases) else self.cases
        if isinstance(cases, (str, Mapping)) or not hasattr(cases, "__iter__"):
            raise TypeError(f"cases must be a list of argument tuples, got {checks.shown(cases)}")
        cases = [case if isinstance(case, tuple) else (case,) for case in cases]
        if not cases:
            raise ValueError("cases must be a list of at least one argument tuple, got none")
        return cases

    def _slips(self):
        slips = {} if self.slips is None else self.slips
        if not isinstance(slips, Mapping):
            raise TypeError(
                f"slips must be a dict sentence → wrong function, got {checks.shown(slips)}"
            )
        for sentence, wrong in slips.items():
            if not isinstance(sentence, str) or (self.cases is not None and not callable(wrong)):
                raise TypeError(
                    f"slips must be a dict sentence → wrong function, "
                    f"got {checks.shown(sentence)}: {checks.shown(wrong)}"
                )
        return dict(slips)

    def outcomes(self, answer):
        """What `answer` gives for each case: values or `Raised`; a value alone is one case."""
        if self.cases is None:
            return [answer]
        found = []
        for case in self.cases:  # what was interrupted once is not begun again
            stopped = found and interrupted(found[-1])
            found.append(found[-1] if stopped else run(answer, case))
        return found

    def compare(self, expected, got):
        """The parts of one case."""
        return compare(expected, got, self.names, self.rtol)

    @cached_property
    def expected(self):
        """What the reference gives for each case."""
        outcomes = self.outcomes(self.reference)
        for outcome in outcomes:
            if isinstance(outcome, Raised):
                raise ValueError(f"reference must run on every case, got {outcome}")
            if any(part.problem for part in self.compare(outcome, outcome)):
                raise ValueError(
                    f"reference must give finite numbers or texts, got {checks.shown(outcome)}"
                )
        return outcomes

    @cached_property
    def wrong(self):
        """What each slip gives for each case, by the slip's name."""
        found = {}
        for slip, function in self.slips.items():
            outcomes = self.outcomes(function)
            for other, others in {"the reference": self.expected, **found}.items():
                if self.same(others, outcomes):
                    raise ValueError(
                        f"slips must differ from each other and from the reference, "
                        f"got {slip!r} like {other!r} on all cases"
                    )
            found[slip] = outcomes
        return found

    def same(self, wrong, got):
        """Whether two lists of outcomes are the same, case by case, one by its values at least.

        Where both only ever raise, the messages have to be the same too.
        """
        pairs = list(zip(wrong, got))
        if any(type(_error(one)) is not type(_error(two)) for one, two in pairs):
            return False
        values = [pair for pair in pairs if not isinstance(pair[0], Raised)]
        if not values:
            return all(repr(one) == repr(two) for one, two in pairs)
        there = [part.problem for pair in values for part in self.compare(*pair)]
        back = [part.problem for one, two in values for part in self.compare(two, one)]
        return not any(there) and {*back} <= {None, "missing"}  # more than asked is no difference

    def slip_of(self, got):
        """The name of the slip that gives exactly these outcomes, or None."""
        return next((slip for slip, wrong in self.wrong.items() if self.same(wrong, got)), None)


def sentence_of(slip):
    """The sentence of a slip: the one of that name in `nnlib.words`, or itself."""
    return say(f"slip.{slip}") if f"slip.{slip}" in words.tables["en"] else slip


def _error(outcome):
    return outcome.error if isinstance(outcome, Raised) else None


def _strings(name, value):
    values = list(value.values()) if isinstance(value, Mapping) else [value]
    for one in values:
        texts = [one] if isinstance(one, str) or one is None else one
        if not isinstance(texts, (list, tuple)) or not all(
            isinstance(text, str) or text is None for text in texts
        ):
            raise TypeError(f"{name} must be texts, got {checks.shown(value)}")
