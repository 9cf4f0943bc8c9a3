"""``kamerwerk preview``: show documents in the browser while they are written."""

from __future__ import annotations

import signal
import webbrowser
from pathlib import Path
from urllib.parse import quote

import click

from pipeline.cli.choices import choose_project, project_option
from pipeline.cli.dutch import DutchCommand, Port, StopError
from pipeline.cli.lazy import load_or_stop
from pipeline.cli.planning import refuse_unknown
from pipeline.content.documents import requested_documents
from pipeline.content.project import Project, read_project
from pipeline.engine.makers import Makers
from pipeline.engine.workers import quiet_libraries
from pipeline.preview.server import HOST, listen, serve


@click.command("preview", cls=DutchCommand)
@click.argument("identity", metavar="[ID]", required=False)
@click.option("--port", type=Port(), default=8765, metavar="N", help="Poort op deze machine. Anders: 8765.")
@click.option("--open", "open_browser", is_flag=True, help="Open de bladzijde in de browser.")
@project_option
@click.pass_context
def preview_command(
    ctx: click.Context, identity: str | None, port: int, open_browser: bool, project: Path | None
) -> int:
    """Toon de documenten in de browser; wat u bewaart, is meteen te zien.

    Alleen op deze machine te bekijken. Ctrl-C stopt de voorvertoning.
    """
    makers = ctx.ensure_object(Makers)
    root = choose_project(project)
    content, _ = read_project(root)
    if identity:
        refuse_unknown(content, [identity], ctx)
    load_or_stop("pipeline.render.pdf")
    try:
        opened = listen(port)
    except OSError as error:
        raise StopError(
            f"Poort {port} is al in gebruik. Draait er nog een voorvertoning? Kies anders een andere: "
            f"--port {port + 1}"
        ) from error
    document = _chosen(identity, content)
    address = f"http://{HOST}:{opened.getsockname()[1]}/?document={quote(document, safe='/')}"
    # Asked to end in another way than by Ctrl-C, it ends as tidily.
    signal.signal(signal.SIGTERM, signal.default_int_handler)

    def ready() -> None:
        click.echo(f"Voorvertoning: {address}")
        click.echo("Stoppen: Ctrl-C")
        if open_browser:
            webbrowser.open(address)

    quiet_libraries()
    try:
        serve(root, makers, opened, ready, document)
    except KeyboardInterrupt:
        click.echo("Voorvertoning gestopt.")
    return 0


def _chosen(identity: str | None, content: Project) -> str:
    """Return the document to begin with: the one named, or else the first letter."""
    requests = requested_documents(content)
    first = min(requests, key=lambda each: each.kind != "brief", default=None)
    return identity or (first.id if first else "")
