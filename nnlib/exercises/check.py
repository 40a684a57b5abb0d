"""`check`: hold an answer against the reference and name the mistake."""

from collections import Counter

from nnlib.exercises.compare import Part
from nnlib.exercises.result import Result
from nnlib.exercises.running import Raised, blanks_called, has_blank
from nnlib.exercises.sentences import chain, sentence, shown
from nnlib.exercises.task import Task, sentence_of
from nnlib.words import say

_tries = Counter()


def check(answer, reference, cases=None, slips=None, **settings):
    """Say whether an answer is right, and if not, which mistake gives exactly this answer.

    It speaks in this order: not answered yet; the code stops; wrong type or
    shape; the slip that gives these values; not finite; the first case that
    differs, expected beside got. Of an answer in several parts it says how far
    it is right. The functions get copies of the arguments.

    Parameters
    ----------
    answer : callable or value
        The student's: a function if there are cases, else a value. `...`, or a
        function that still holds `...` and comes to nothing, is not answered yet.
    reference : callable, value or Task
        The right one; or a `Task` that brings all the rest.
    cases, slips, **settings
        As for `Task`.

    Returns
    -------
    Result
        ``.ok``, and the sentences as text and HTML: the last line of a cell.

    Raises
    ------
    TypeError, ValueError
        If the exercise is not as `Task` wants it; never for the student's answer.

    Examples
    --------
    >>> slope = lambda z: 2 * z
    >>> slips = {"The 2 is missing.": lambda z: z}
    >>> check(..., slope, [1.0, 2.0], slips)
    … Not answered yet: put your own code where the `...` stands.
    >>> check(lambda z: z + z, slope, [1.0, 2.0], slips)
    ✓ Right, in all 2 cases.
    >>> check(lambda z: z, slope, [1.0, 2.0], slips, hints=0)
    ✗ The 2 is missing.
    >>> check([1, 2, 3], [1, 2, 4], hints=0)
    ✗ The answer differs at [2]: expected 4, got 3. 1 of 3 entries differ.
    """
    if isinstance(reference, Task):
        if cases is not None or slips is not None or settings:
            raise TypeError("reference must be all there is when it is a Task, got more")
        task = reference
    else:
        task = Task(reference, cases, slips, **settings)
    result = _judge(answer, task)
    return _with_help(result, answer, task)


def _judge(answer, task):
    early = _not_judged(answer, task)
    if early is not None:
        return early
    got = task.outcomes(answer)
    pairs = list(zip(task.expected, got))
    judged = [_raised_or_parts(task, *pair) for pair in pairs]
    problems = [next((part for part in parts if part.problem), None) for parts in judged]
    for parts, problem in zip(judged, problems):
        if problem is not None and problem.problem == "unanswered":
            return _unanswered(problem, parts, answer)
    if not any(problems):
        key = "check.right" if len(got) == 1 else "check.right_cases"
        return Result("right", (say(key, n=len(got)),))
    first = next(i for i, problem in enumerate(problems) if problem is not None)
    return _wrong(task, answer, got, first, problems[first], judged[first])


def _not_judged(answer, task):
    """The result for an answer that cannot even be tried, or None."""
    if answer is ... or answer is None:
        return Result("unanswered", (say("check.blank"),))
    refused = task.refuse(answer) if task.refuse is not None else None
    if refused is not None:
        return Result("type", (refused,))
    if task.cases is not None and not callable(answer):
        return Result("type", (say("check.not_function", got=shown(answer)),))
    if task.cases is None and callable(answer) and not callable(task.reference):
        kind = "unanswered" if has_blank(answer) else "type"
        return Result(kind, (say("check.blank" if has_blank(answer) else "check.not_called"),))
    return None


def _raised_or_parts(task, expected, got):
    if isinstance(got, Raised):
        return [Part("", expected, got, "raised")]
    if got is None:
        return [Part("", expected, got, "no return")]
    return task.compare(expected, got)


def _unanswered(problem, parts, answer):
    called = [] if has_blank(answer) else blanks_called(answer)
    key = "check.blank" + "_part" * bool(problem.label) + "_called" * bool(called)
    lines = [say(key, part=problem.label, name=called[0] if called else "")]
    if sum(part.problem is None for part in parts):
        lines.append(chain(parts, missing="…"))
    return Result("unanswered", tuple(lines))


def _wrong(task, answer, got, first, problem, parts):
    """The sentences about the first case that is not right."""
    slip = task.slip_of(got)
    kind = _kind(problem.problem, slip)
    lines = [] if slip is None else [sentence_of(slip)]
    if kind == "shape":
        lines.insert(0, sentence(problem, task.axes))
    elif kind != "slip":
        told = task.cases is not None  # else the expected number is the answer itself
        lines.append(sentence(problem, task.axes, told))
    elif problem.problem in ("raised", "shape"):
        lines.append(sentence(problem, task.axes))
    if kind == "raised" and problem.got.kind in task.advice:
        lines.append(sentence_of(task.advice[problem.got.kind]))
    if kind in ("value", "raised", "not finite") and len(got) > 1:
        key = "check.first_case" if kind == "value" else "check.case"
        lines.append(say(key, case=_case(task, answer, first)))
    if problem.problem == "no return" and any(one is not None for one in got):
        lines = [say("check.no_return_once"), say("check.case", case=_case(task, answer, first))]
    if len(parts) > 1:
        lines.append(chain(parts))
    return Result(kind, tuple(lines), slip)


def _kind(problem, slip):
    if problem in ("raised", "value", "not finite", "text") and slip is not None:
        return "slip"
    if problem in ("missing", "keys", "fields", "type", "ragged", "no return"):
        return "type"
    return "value" if problem == "text" else problem


def _case(task, answer, i):
    case = task.cases[i]
    if task.describe is not None:
        return task.describe(*case)
    name = getattr(answer, "__name__", "f").replace("<lambda>", "f")
    text = f"{name}({', '.join(map(shown, case))})"
    return f"`{text}`" if len(text) <= 60 else say("check.case_n", n=i + 1, of=len(task.cases))


def _with_help(result, answer, task):
    """After each wrong try the next hint, at last the solution."""
    key = (getattr(answer, "__name__", ""), _reference_name(task))
    if result.kind in ("right", "unanswered"):
        _tries.pop(key, None)
        return result
    _tries[key] += 1
    if not task.hints:
        return result
    help = "check.hint" if _tries[key] <= task.hints else "check.solution"
    return Result(result.kind, (*result.lines, say(help, n=_tries[key])), result.slip)


def _reference_name(task):
    return getattr(task.reference, "__qualname__", None) or repr(task.reference)
