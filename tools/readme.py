r"""Write into the README what stands elsewhere: `make readme`, or `py -3 tools\readme.py`.

The table of contents comes from the notebooks, the address from pyproject.toml.
"""

import json
import re
import tomllib
from pathlib import Path
from urllib.parse import quote

ROOT = Path(__file__).resolve().parents[1]
TABLE = re.compile(r"(?<=<!-- contents -->\n).*?(?=<!-- end -->)", re.S)
ADDRESSES = {  # where the README names the repository, and how
    r"(?m)^\[repository\]: .*$": "[repository]: {address}",
    r"(?m)^\[binder\]: .*$": "[binder]: {binder}",
    r"(?m)^    git clone .*$": "    git clone {address}",
    r"(?m)^    cd .*$": "    cd {name}",
}


def main() -> None:
    """Rewrite README.md."""
    path = ROOT / "README.md"
    path.write_text(renewed(path.read_text(encoding="utf-8")), encoding="utf-8")


def renewed(text: str) -> str:
    """Return the README's text with the contents and the address of today."""
    name = address().rpartition("/")[2]
    text = TABLE.sub(lambda _: contents(), text)
    for pattern, line in ADDRESSES.items():
        line = line.format(address=address(), binder=binder(), name=name)
        text = re.sub(pattern, lambda _, line=line: line, text)
    return text


def address() -> str:
    """Return the repository's address, which stands in pyproject.toml alone."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    return project["project"]["urls"]["Repository"].removesuffix("/").removesuffix(".git")


def binder() -> str:
    """Return the address that opens the first notebook on Binder."""
    where = address().removeprefix("https://github.com/")
    opens = quote(f"lab/tree/notebooks/{notebooks()[0].name}", safe="")
    return f"https://mybinder.org/v2/gh/{where}/HEAD?urlpath={opens}"


def notebooks() -> list[Path]:
    """Return the course's notebooks in their order."""
    return sorted((ROOT / "notebooks").glob("[0-9][0-9]_*.ipynb"))


def contents() -> str:
    """Return the table: a link, what the reader will do, and the minutes it takes."""
    rows = ["| notebook | you will | minutes |", "| --- | --- | --- |"]
    total = 0
    for path in notebooks():
        book = json.loads(path.read_text(encoding="utf-8"))
        minutes, more = (book["metadata"]["nnlib"].get(k, 0) for k in ("minutes", "minutes_more"))
        title, promise = opening(book)
        time = f"{minutes} + {more}" if more else f"{minutes}"
        rows.append(f"| [{title}](notebooks/{path.name}) | {promise} | {time} |")
        total += minutes + more
    return "\n".join([*rows, "", f"Together about {total / 60:.0f} hours.", ""])


def opening(book: dict) -> tuple[str, str]:
    """Return the title and the sentence under it, without “You will” and the full stop."""
    [cell] = [cell for cell in book["cells"] if cell.get("id") == "opening"]
    title, promise, *_ = "".join(cell["source"]).split("\n\n")
    title = re.sub(r" \([^()]*\)$", "", title.removeprefix("# ")).replace(" · ", " ")
    return title, " ".join(promise.split()).removeprefix("You will ").rstrip(".")


if __name__ == "__main__":
    main()
