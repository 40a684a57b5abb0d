"""Rules that every notebook keeps; each returns its remarks, an empty list if all is well."""

import ast
import re
from urllib.parse import unquote

from reading import (
    Book,
    anchors,
    bound,
    calls,
    has_blank,
    has_picture,
    imported_from,
    slide_type,
    tags,
    texts,
    tree,
    words,
)

LECTURE = [f"L{n}" for n in range(1, 31)]
FREE_LENGTH = ("navigation", "sources", "opening", "solution")
FORBIDDEN = r"\b(clearly|simply|obviously|of course|trivial(?:ly)?|needless to say)\b"
MACHINE = r"(/home/|/Users/|/root/|/tmp/|[A-Z]:\\|site-packages|\b0x[0-9a-f]{6,})"
SLIDE_TYPES = ("slide", "subslide", "fragment", "skip", "notes", None)


def short_code(book):
    """Code cells have at most 15 lines of at most 79 columns."""
    for cell in book.code:
        lines = cell.source.splitlines()
        if len(lines) > 15:
            yield f"{cell.id}: {len(lines)} lines of code, at most 15"
        for number, line in enumerate(lines, 1):
            if len(line) > 79:
                yield f"{cell.id}: line {number} has {len(line)} columns, at most 79"


def short_prose(book):
    """Markdown cells have 20 to 80 words; some kinds of cells are free."""
    for cell in book.prose:
        if cell.id.startswith(FREE_LENGTH):
            continue
        count, least = words(cell.source), 5 if "hint" in tags(cell) else 20
        if not least <= count <= 80:
            yield f"{cell.id}: {count} words, {least} to 80 are wanted"


def prose_first(book):
    """A run of code cells follows prose and is at most three cells long."""
    run = 4
    for cell in book.cells:
        if cell.cell_type == "markdown" and slide_type(cell) != "notes":
            run = 0
        elif cell.cell_type == "code" and not {"hint", "solution"} & set(tags(cell)):
            run += 1
            if run > 3:
                yield f"{cell.id}: no prose before this code"


def plain_words(book):
    """No word that tells a reader who is lost that it is easy."""
    for cell in book.prose:
        for found in re.findall(FORBIDDEN, cell.source, flags=re.I):
            yield f"{cell.id}: the word “{found}”"


def alt_text(book):
    """Every picture says in words what it shows."""
    for cell in book.code:
        if has_picture(cell) and not str(cell.metadata.get("alt", "")).strip():
            yield f"{cell.id}: a picture without alt text in the metadata"
    for cell in book.prose:
        images = re.findall(r"!\[\s*\]\(|<img(?![^>]*\balt=\"[^\"]+\")[^>]*>", cell.source)
        if images:
            yield f"{cell.id}: an image without alt text"


def narrow_pictures(book):
    """A drawn picture is no wider than the narrowest page, 592 px: JupyterLab would scroll it."""
    for cell in book.code:
        for mime, text in texts(cell):
            width = re.match(r'<svg[^>]*? width="([\d.]+)"', text) if "svg" in mime else None
            if width and float(width[1]) > 592:
                yield f"{cell.id}: {width[1]} px wide, at most 592"


def links_resolve(book):
    """Relative links lead to files and headings that exist."""
    for cell in book.prose:
        for target in re.findall(r"\]\(([^)\s]+)\)", cell.source):
            if re.match(r"(https?|mailto|attachment):", target):
                continue
            name, _, anchor = unquote(target).partition("#")
            file = (book.path.parent / name) if name else book.path
            if not file.exists():
                yield f"{cell.id}: the link {target} leads nowhere"
            elif anchor and file.suffix == ".ipynb":
                there = book if file == book.path else Book.read(file)
                if anchor not in anchors(there):
                    yield f"{cell.id}: no heading for the link {target}"


def navigation(book):
    """First and last cells lead to the neighbours that exist and to the contents."""
    near = [book.number - 1, 0, book.number + 1]
    for cell in (book.cells[0], book.cells[-1]):
        if not cell.id.startswith("navigation"):
            yield f"{cell.id}: the first and the last cell are the navigation"
            continue
        for number in near:
            files = sorted(book.path.parent.glob(f"{number:02d}_*.ipynb")) if number >= 0 else []
            missing = [f.name for f in files if f != book.path and f.name not in cell.source]
            yield from (f"{cell.id}: no link to {name}" for name in missing)


def opening(book):
    """A title, the minutes it takes, and one setup cell of at most 6 lines."""
    title = book.cells[1] if len(book.cells) > 1 else book.cells[0]
    if title.id != "opening" or not title.source.startswith("# "):
        yield f"{title.id}: the second cell is the opening, with the title"
    minutes = book.about.get("minutes")
    if not isinstance(minutes, int) or not (25 <= minutes <= 60 or book.number == 0):
        yield f"minutes in the metadata are {minutes}, 25 to 60 are wanted"
    elif not re.search(rf"\b{minutes} minutes\b", title.source):
        yield f"{title.id}: the {minutes} minutes of the metadata are not told"
    setup = book.code[0]
    if setup.id != "setup" or sum(map(bool, setup.source.splitlines())) > 6:
        yield f"{setup.id}: the first code is a cell “setup” of at most 6 lines"


def covers(book):
    """The metadata list the points of the lecture, and each is named in a cell."""
    listed = book.about.get("covers")
    if not isinstance(listed, list):
        yield "covers is missing in the metadata"
        return
    yield from (f"covers: {one} is no point of the lecture" for one in set(listed) - {*LECTURE})
    text = "\n".join(cell.source for cell in book.cells)
    for point in listed:
        if not re.search(rf"\b{point}\b", text):
            yield f"covers: {point} is named in no cell"


def exercises(book):
    """Stub, hints, folded solution, in this order, and at least three of them."""
    parts = [
        (kind, cell)
        for cell in book.cells
        for kind in ("exercise", "hint", "solution")
        if kind in tags(cell)
    ]
    order = "".join(kind[0] for kind, _ in parts)
    if not re.fullmatch(r"(eh+s)*", order):
        yield f"exercises: each is followed by its hints and its solution, here {order}"
        return
    if order.count("e") < 3 and book.number > 0:
        yield f"exercises: {order.count('e')} of them, at least 3 are wanted"
    stub = None
    for kind, cell in parts:
        if kind == "exercise":
            stub = cell
            yield from _stub(cell)
        elif kind == "solution":
            yield from _solution(cell, stub)


def _stub(cell):
    about = cell.metadata.get("nnlib", {})
    if about.get("difficulty") not in range(1, 6):
        yield f"{cell.id}: no difficulty from 1 to 5 in the metadata"
    if not isinstance(about.get("minutes"), int):
        yield f"{cell.id}: no minutes in the metadata"
    if not has_blank(tree(cell)):
        yield f"{cell.id}: already solved as shipped, no … to fill in"


def _solution(cell, stub):
    if cell.metadata.get("jupyter", {}).get("source_hidden") is not True:
        yield f"{cell.id}: the solution is not folded"
    if cell.outputs:
        yield f"{cell.id}: stores output, so the answer stands under the folded cell"
    if not any(isinstance(one, ast.Assert) for one in tree(cell).body):
        yield f"{cell.id}: the solution is not checked, no assert"
    names, taken = bound(tree(cell).body), bound(tree(stub).body)
    for name in sorted(names):
        if name in taken:
            yield f"{cell.id}: binds {name}, which the stub binds"
        elif not name.startswith("_"):
            yield f"{cell.id}: the name {name} does not begin with _"
    if not {name for name in names if name.lstrip("_") in taken}:
        yield f"{cell.id}: answers none of the names of {stub.id}"


def predictions(book):
    """At least one prediction; neither its first line nor the next cell tells the answer.

    JupyterLab shows the first line of a folded cell and of a hidden output, and stored output
    until a cell is run.
    """
    found = [cell for cell in book.code if "predict" in tags(cell)]
    if not found and book.number > 0:
        yield "predictions: none"
    for cell, after in zip(book.code, [*book.code[1:], None]):
        if ("predict" in calls(cell)) != (cell in found):
            yield f"{cell.id}: the tag predict and a call of predict belong together"
        if cell not in found:
            continue
        if not re.match(r"_question =|predict\(", cell.source):
            yield f"{cell.id}: the first line is what a folded cell shows; begin with _question"
        for name in sorted(bound(tree(cell).body)):
            if not name.startswith("_"):
                yield f"{cell.id}: binds {name}, which a later cell may use; call it _{name}"
        yield from _spoiler(after) if after is not None else ()


def _spoiler(cell):
    """What shows the answer to a prediction before the reader has given one."""
    if "predict" in tags(cell) or not cell.outputs:
        return
    if cell.metadata.get("jupyter", {}).get("outputs_hidden") is not True:
        yield f"{cell.id}: its stored output spoils the prediction, set outputs_hidden"
    first = next((text.strip("\n").splitlines()[0] for _, text in texts(cell) if text.strip()), "")
    if re.search(r"\d", first):
        yield f"{cell.id}: a hidden output shows its first line, {first!r}: print a heading first"
    if slide_type(cell) not in ("slide", "subslide", "fragment"):
        yield f"{cell.id}: the slide shows prediction and answer at once, make it a fragment"


def widget_cells(book):
    """Widgets are tagged, stored without output, and follow a static picture."""
    names = imported_from(book, "nnlib.widgets")
    picture_before = False
    for cell in book.cells:
        if cell.cell_type == "markdown":
            picture_before &= not re.match("#{1,2} ", cell.source)
            continue
        used = calls(cell) & names
        widget = used or "predict" in tags(cell)
        if widget and "nbval-ignore-output" not in tags(cell):
            yield f"{cell.id}: a widget cell without the tag nbval-ignore-output"
        if widget and cell.outputs:
            yield f"{cell.id}: a widget cell stored with output"
        if used and not picture_before:
            yield f"{cell.id}: no static picture before the widget"
        picture_before |= has_picture(cell)
    if "widgets" in book.nb.metadata:
        yield "the metadata store the state of widgets"


def stored_outputs(book):
    """Run from top to bottom, stored whole, without errors, warnings or traces of a machine."""
    for count, cell in enumerate(book.code, 1):
        if cell.execution_count != count:
            yield f"{cell.id}: execution count {cell.execution_count}, not {count}"
        for mime, text in texts(cell):
            if mime in ("error", "stderr"):
                yield f"{cell.id}: stores {mime}: {text.strip().splitlines()[-1]}"
            if "widget" in mime:
                yield f"{cell.id}: stores a widget view"
            if found := re.search(MACHINE, text) if mime != "image/png" else None:
                yield f"{cell.id}: stores a trace of a machine: {found[0]}"
        ends_silent = cell.id == "setup" or {"nbval-ignore-output", "solution"} & {*tags(cell)}
        if _shows(cell) and not cell.outputs and not ends_silent:
            yield f"{cell.id}: shows something, and no output is stored"


def _shows(cell):
    body = tree(cell).body
    return bool(body) and isinstance(body[-1], ast.Expr) and not cell.source.endswith(";")


def slides(book):
    """Every cell has its place in the deck, and the instructor finds notes.

    A cell that goes on on the slide before has no type: with "-" a live deck never shows it.
    """
    for cell in book.cells:
        if "slideshow" not in cell.metadata:
            yield f"{cell.id}: no slideshow metadata"
        elif slide_type(cell) not in SLIDE_TYPES:
            yield f"{cell.id}: no slide type is called {slide_type(cell)!r}"
    if not any(slide_type(cell) == "notes" for cell in book.cells):
        yield "no notes for the instructor"


def kernel(book):
    """The kernel every student has, and no version of the author's Python."""
    if book.nb.metadata.get("kernelspec", {}).get("name") != "python3":
        yield "the kernelspec is not python3"
    if "version" in book.nb.metadata.get("language_info", {}):
        yield "language_info stores a Python version"


def telling_ids(book):
    """Cell ids say what a cell is; none is random and none is there twice."""
    seen = set()
    for cell in book.cells:
        name = cell.get("id", "")
        if not re.fullmatch(r"[a-z][a-z0-9]*(-[a-z0-9]+)*", name) or not re.search(
            r"[a-z]{3}", name
        ):
            yield f"{name or 'a cell'}: the id is no telling name"
        elif re.fullmatch(r"[0-9a-f]{8}(-[0-9a-f]{4})*.*", name) and re.search(r"\d", name):
            yield f"{name}: the id is random"
        if name in seen:
            yield f"{name}: the id is there twice"
        seen.add(name)


RULES = [
    short_code,
    short_prose,
    prose_first,
    plain_words,
    alt_text,
    narrow_pictures,
    links_resolve,
    navigation,
    opening,
    covers,
    exercises,
    predictions,
    widget_cells,
    stored_outputs,
    slides,
    kernel,
    telling_ids,
]
