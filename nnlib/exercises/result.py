"""What a check answers: a small record that says itself as text and as HTML."""

import html
import re
from dataclasses import dataclass

from nnlib.palette import COLOURS


@dataclass(frozen=True, repr=False)
class Result:
    """The answer of a check; ``assert check(…).ok`` or the last line of a cell.

    Attributes
    ----------
    kind : str
        What was found: "right", "unanswered", "type", "shape", "raised", "slip",
        "not finite", "value" or "wrong".
    lines : tuple of str
        The sentences, the most important first; code stands in backticks.
    slip : str or None
        The name of the slip in its table, if one explains the answer.
    """

    kind: str
    lines: tuple
    slip: str | None = None

    @property
    def ok(self):
        """Whether the answer is right."""
        return self.kind == "right"

    def __bool__(self):
        return self.ok

    @property
    def sign(self):
        """✓ right, ✗ wrong, … not answered yet."""
        return {"right": "✓", "unanswered": "…"}.get(self.kind, "✗")

    def __repr__(self):
        return "\n  ".join([f"{self.sign} {self.lines[0]}", *self.lines[1:]])

    def _repr_html_(self):
        first, *rest = [_marked_up(line) for line in self.lines]
        paragraphs = "".join(f"<p>{line}</p>" for line in rest)
        bar = {"right": "activation", "unanswered": "outline"}.get(self.kind, "now")
        return (
            f'<div class="nnlib-check" style="border-left: 4px solid {COLOURS[bar][0]}; '
            f'padding-left: 10px" role="status">'
            f"<p><strong>{self.sign} {first}</strong></p>{paragraphs}</div>"
        )


def _marked_up(line):
    return re.sub(r"`([^`]+)`", r"<code>\1</code>", html.escape(line, quote=False))
