"""A line between browser and server on which every byte takes its time."""

import asyncio
import contextlib
import threading
from urllib.parse import urlsplit


class Line:
    """Passes on TCP, so HTTP and WebSocket too, and keeps the order.

    Attributes
    ----------
    address : str
        Where the browser finds the server.
    seconds : float
        What the line adds each way; may be set at any time.
    """

    def __init__(self, address):
        self.seconds, self._port = 0.0, urlsplit(address).port

    async def listen(self, is_open):
        """Pass on what comes to a free port, until the task is cancelled."""
        async with await asyncio.start_server(self._connected, "127.0.0.1", 0) as server:
            self.address = f"http://127.0.0.1:{server.sockets[0].getsockname()[1]}"
            is_open.set()
            await asyncio.Event().wait()

    async def _connected(self, reader, writer):
        back, forth = await asyncio.open_connection("127.0.0.1", self._port)
        with contextlib.suppress(OSError, asyncio.CancelledError):
            await asyncio.gather(self._one_way(reader, forth), self._one_way(back, writer))
        for end in (forth, writer):
            end.close()
            with contextlib.suppress(OSError):
                await end.wait_closed()

    async def _one_way(self, reader, writer):
        on_the_way, now = asyncio.Queue(), asyncio.get_running_loop().time

        async def leave():
            data = b"first"
            while data:
                data = await reader.read(1 << 16)
                on_the_way.put_nowait((now() + self.seconds, data))

        async def arrive():
            while True:
                when, data = await on_the_way.get()
                await asyncio.sleep(when - now())
                if not data:
                    return writer.close()
                writer.write(data)

        await asyncio.gather(leave(), arrive())


@contextlib.contextmanager
def line(address):
    """A `Line` to the server at this address."""
    made, is_open, started = Line(address), threading.Event(), []

    async def run():
        started.extend([asyncio.get_running_loop(), asyncio.current_task()])
        with contextlib.suppress(asyncio.CancelledError):
            await made.listen(is_open)

    thread = threading.Thread(target=asyncio.run, args=(run(),))
    thread.start()
    is_open.wait(10)
    try:
        yield made
    finally:
        loop, task = started
        loop.call_soon_threadsafe(task.cancel)
        thread.join()
