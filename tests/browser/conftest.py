import lab as page
import pytest
import server
from playwright.sync_api import expect, sync_playwright

expect.set_options(timeout=20_000)  # as the page's own: a busy kernel is no failure


@pytest.fixture(scope="session")
def chromium():
    path, missing = None, None
    try:
        path = server.find_browser()
    except RuntimeError as error:
        missing = str(error)
    if missing:  # failed, not skipped, and in one sentence
        pytest.fail(missing, pytrace=False)
    with sync_playwright() as playwright, server.browser(playwright, path) as browser:
        yield browser


@pytest.fixture(scope="session")
def lab(tmp_path_factory):
    with server.server(tmp_path_factory.mktemp("lab")) as address:
        yield address


@pytest.fixture
def notebook(chromium, lab):
    """Call with a list of code cells, or the path of a notebook, to get a `lab.Notebook`."""
    yield from opener(chromium, lab)


@pytest.fixture(scope="module")
def open_once(chromium, lab):
    """Like `notebook`, for a notebook that the tests of one module share."""
    yield from opener(chromium, lab)


def opener(chromium, lab):
    opened = []

    def open_notebook(source, **options):
        opened.append(page.Notebook(chromium, lab, source, **options))
        return opened[-1]

    yield open_notebook
    said = [error for book in opened for error in book.close()]
    assert not said, "the browser's console says: " + " | ".join(said)
