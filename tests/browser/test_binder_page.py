"""On Binder: work kept in the browser comes back; with the extension that it pins."""

import os

import pytest
import server
from lab import READY, TOOLS, Notebook
from playwright.sync_api import expect


@pytest.fixture(scope="module")
def binder(tmp_path_factory):
    """A server with the variables that Binder sets."""
    there = {"BINDER_REPO_URL": "https://github.com/OWNER/REPO", "BINDER_REF_URL": ""}
    there |= {"BINDER_LAUNCH_HOST": "https://mybinder.org/"}
    there |= {"BINDER_PERSISTENT_REQUEST": "v2/gh/OWNER/REPO/HEAD"}
    with pytest.MonkeyPatch.context() as patch:
        for name, value in there.items():
            patch.setitem(os.environ, name, value)
        with server.server(tmp_path_factory.mktemp("binder")) as address:
            yield address


@pytest.fixture
def book(chromium, binder):
    opened = Notebook(chromium, binder, ["start = 1"])
    yield opened
    opened.context.close()


def sources(book):
    return [cell["source"] for cell in book.cells()]


def press(book, name):
    """Press a button of the extension and the dialogue's answer."""
    book.page.get_by_title(name).first.click()
    dialogue = book.page.locator(".jp-Dialog")
    dialogue.locator("button.jp-mod-accept").click()
    expect(dialogue).to_have_count(0)


def test_work_comes_back_on_a_machine_that_forgot_it(book, binder):
    [path] = binder[2].glob("*.ipynb")
    as_it_was = path.read_text(encoding="utf-8")
    book.run("mine = 'work of an hour'")
    press(book, "Save to browser storage")
    book.page.once("dialog", lambda dialogue: dialogue.accept())
    path.write_text(as_it_was, encoding="utf-8")
    book.page.reload()
    book.page.wait_for_selector(".jp-Notebook .jp-Cell")
    book.page.wait_for_function(READY, timeout=60_000)
    book.page.evaluate(TOOLS)
    assert sources(book) == ["start = 1"]
    press(book, "Restore from browser storage")
    book.page.wait_for_function("() => lab.cells().length > 1")
    assert sources(book) == ["start = 1", "mine = 'work of an hour'"]


def test_download_works_without_a_kernel(book):
    book.run("mine = 'unsaved'")
    book.kill()
    with book.page.expect_download() as download:
        book.page.get_by_title("Download visible").first.click()
    assert "mine = 'unsaved'" in download.value.path().read_text(encoding="utf-8")
