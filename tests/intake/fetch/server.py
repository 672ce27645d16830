"""A real server on this machine for tests, which says what it was asked."""

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

__all__ = ["Answers", "Server", "serving"]

Answers = dict[str, Callable[[BaseHTTPRequestHandler], None] | bytes | int | str]
"""By path: what to do, the body to send, the status, or where to redirect to."""


class Server:
    """Where it listens, and the paths and headers it was asked for."""

    def __init__(self, port: int) -> None:
        self.port = port
        self.asked: list[str] = []
        self.headers: list[dict[str, str]] = []

    def url(self, path: str, host: str = "127.0.0.1") -> str:
        """The address of a path here."""
        return f"http://{host}:{self.port}{path}"


@contextmanager
def serving(answers: Answers) -> Iterator[Server]:
    """A server that answers so, without rules for robots unless it is given some."""

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            server.asked.append(self.path)
            server.headers.append({name.lower(): value for name, value in self.headers.items()})
            _answer(self, answers.get(self.path, 404))

        def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - its name there
            pass

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as listener:
        server = Server(listener.server_address[1])
        thread = threading.Thread(target=listener.serve_forever, args=(0.01,))
        thread.start()
        try:
            yield server
        finally:
            listener.shutdown()
            thread.join()


def _answer(handler: BaseHTTPRequestHandler, answer: object) -> None:
    if callable(answer):
        answer(handler)
        return
    status = answer if isinstance(answer, int) else 302 if isinstance(answer, str) else 200
    body = answer if isinstance(answer, bytes) else b""
    handler.send_response(status)
    handler.send_header("Content-Type", "text/html; charset=utf-8")
    handler.send_header("Content-Length", str(len(body)))
    if isinstance(answer, str):
        handler.send_header("Location", answer)
    handler.end_headers()
    handler.wfile.write(body)
