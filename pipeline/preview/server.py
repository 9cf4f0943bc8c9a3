"""The server of the preview: pages for a browser on this machine, and for nobody else."""

from __future__ import annotations

import socket
from collections.abc import AsyncGenerator, AsyncIterator, Callable
from contextlib import asynccontextmanager
from pathlib import Path

import uvicorn
from starlette.applications import Starlette
from starlette.datastructures import MutableHeaders
from starlette.middleware import Middleware
from starlette.middleware.trustedhost import TrustedHostMiddleware
from starlette.requests import Request
from starlette.responses import FileResponse, Response, StreamingResponse
from starlette.routing import Mount, Route
from starlette.staticfiles import StaticFiles
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from pipeline.engine.makers import Makers
from pipeline.preview.session import Session

HOST = "127.0.0.1"
_NAMES = (HOST, "localhost")
"""Names by which a browser may call this server; another name means that another site has sent it here."""

_PAGE = Path(__file__).parent / "page"
_USUAL_WIDTH = 1000
_PATIENCE = 1
"""Seconds that open connections get when the preview stops."""

_HEADERS = {
    "Content-Security-Policy": "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; "
    "connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
}
"""Nothing from elsewhere may be loaded into the page, and no other site may load anything from it."""


def listen(port: int) -> socket.socket:
    """Return a socket on this machine only; 0 takes any free port. Raise ``OSError`` when it is taken."""
    opened = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
    try:
        opened.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        opened.bind((HOST, port))
        opened.listen()
    except OSError:
        opened.close()
        raise
    return opened


def serve(
    root: Path, makers: Makers, opened: socket.socket, ready: Callable[[], None], first: str = ""
) -> None:
    """Show a project until Ctrl-C, which raises ``KeyboardInterrupt`` when everything has stopped.

    ``ready`` is called when the first browser may come; ``first`` is the document that it will probably ask
    for.
    """
    app = application(root, makers, ready, first)
    config = uvicorn.Config(
        app,
        log_config=None,
        access_log=False,
        lifespan="on",
        server_header=False,
        timeout_graceful_shutdown=_PATIENCE,
    )
    _Server(config, app).run(sockets=[opened])


def application(root: Path, makers: Makers, ready: Callable[[], None], first: str = "") -> Starlette:
    """Return the site: the page, its events and the pictures of pages."""

    @asynccontextmanager
    async def lifespan(app: Starlette) -> AsyncGenerator[None]:
        async with Session(root, makers, first=first) as session:
            app.state.session = session
            ready()
            yield

    return Starlette(
        routes=[
            Route("/", _page),
            Route("/events", _events),
            Route("/pages/{name}.png", _picture),
            Mount("/static", StaticFiles(directory=_PAGE)),
        ],
        middleware=[
            Middleware(TrustedHostMiddleware, allowed_hosts=_NAMES, www_redirect=False),
            Middleware(_OwnHeaders),
        ],
        lifespan=lifespan,
    )


class _Server(uvicorn.Server):
    """Ends the streams of events before it waits for what is still open: by themselves they never end."""

    def __init__(self, config: uvicorn.Config, app: Starlette) -> None:
        super().__init__(config)
        self._app = app

    async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
        session: Session = self._app.state.session
        session.end()
        await super().shutdown(sockets)


async def _page(_request: Request) -> Response:
    return FileResponse(_PAGE / "index.html")


async def _events(request: Request) -> Response:
    session: Session = request.app.state.session
    states = session.follow(request.query_params.get("document", ""))

    async def stream() -> AsyncIterator[str]:
        async for told in states:
            yield f"data: {told}\n\n"

    return StreamingResponse(stream(), media_type="text/event-stream")


async def _picture(request: Request) -> Response:
    session: Session = request.app.state.session
    typed = request.query_params.get("width", "")
    width = int(typed) if typed.isascii() and typed.isdigit() else _USUAL_WIDTH
    picture = await session.picture(request.path_params["name"], width)
    if picture is None:
        return Response(status_code=404)
    # The address names what is drawn on the page, so the picture behind it never changes.
    kept = {"Cache-Control": "private, max-age=3600, immutable"}
    return Response(picture, media_type="image/png", headers=kept)


class _OwnHeaders:
    """Puts the same headers on every answer; what has no lifetime of its own is not kept by the browser."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        async def send_with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                for name, value in _HEADERS.items():
                    headers[name] = value
                headers.setdefault("Cache-Control", "no-store")
            await send(message)

        await self._app(scope, receive, send_with_headers)
