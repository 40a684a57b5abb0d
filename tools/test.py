r"""Run all tests or the parts named: `make test`, or `py -3 tools\test.py`."""

import subprocess
import sys
import time

from environment import PYTHON, ROOT, ensure

PYTEST = ["-m", "pytest", "-ra"]
NBVAL = ["--nbval", "--nbval-current-env", "--nbval-cell-timeout=120"]
TWO_AT_ONCE = ["-n", "2", "--dist", "loadfile"]
PARTS = {
    "lint": [
        ["-m", "ruff", "check"],
        ["-m", "ruff", "format", "--check"],
    ],
    "unit": [
        [*PYTEST, "--doctest-modules", "nnlib", "tests",
         "--ignore=tests/notebooks", "--ignore=tests/browser"],
    ],
    "notebooks": [
        [*PYTEST, "tests/notebooks"],
        [*PYTEST, *NBVAL, *TWO_AT_ONCE, "notebooks"],
    ],
    "browser": [
        ["tools/browser.py"],
        [*PYTEST, "tests/browser"],
    ],
}  # fmt: skip


def main(names: list[str]) -> int:
    """Run the parts, say how long each took, return 1 if any failed."""
    unknown = [name for name in names if name not in PARTS]
    if unknown:
        sys.exit(f"no part is called {unknown[0]}: there are {', '.join(PARTS)}")
    ensure(tests=True)
    results = [(name, *run(name)) for name in names or PARTS]
    print("\n" + summary(results))
    return int(not all(passed for _, passed, _ in results))


def run(name: str) -> tuple[bool, float]:
    """Run every command of a part; return whether all passed, and the seconds."""
    print(f"\n=== {name}", flush=True)
    start = time.perf_counter()
    codes = [
        subprocess.run([PYTHON, *command], cwd=ROOT, check=False).returncode
        for command in PARTS[name]
    ]
    return not any(codes), time.perf_counter() - start


def summary(results: list[tuple[str, bool, float]]) -> str:
    """Return one line a part, and the total."""
    lines = [
        f"{name:10} {'passed' if passed else 'FAILED':6} {seconds:6.1f} s"
        for name, passed, seconds in results
    ]
    lines.append(f"{'together':17} {sum(seconds for *_, seconds in results):6.1f} s")
    return "\n".join(lines)


if __name__ == "__main__":
    try:
        sys.exit(main(sys.argv[1:]))
    except KeyboardInterrupt:
        sys.exit("\nstopped")
