"""Pictures on the sample network, as SVG files that need nothing else: of what the commands print, and of the app."""

from __future__ import annotations

from typing import TYPE_CHECKING

from nettui.cli import output
from nettui.svg import svg_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from contextlib import AbstractContextManager
    from pathlib import Path

    from nettui.services.network import Network

__all__ = ["SCENES", "draw", "names"]

SCENES: dict[str, tuple[int, tuple[str, ...]]] = {
    "command-today": (100, ("today",)),
    "command-add": (
        100,
        (
            "add",
            "-n",
            "yesterday: coffee with Hélène about the thesis #phd. promised: send her my CV by friday. "
            "asked: recommendation by 1 dec",
        ),
    ),
    "command-person": (100, ("person", "Камен Бояджиев")),
    "command-balance": (100, ("ledger", "--balance", "kind:recommendation", "-n", "14")),
}
"""The pictures of commands by name: columns of the terminal, and the command."""


_ARCHIVE = """\
First Name,Last Name,URL,Email Address,Company,Position,Connected On
Rowan,Tidemarsh,https://www.linkedin.com/in/rowan-tidemarsh-demo,,Saltmarsh Robotics,Robotics engineer,14 Nov 2026
Десислава,Огнянова,https://www.linkedin.com/in/desislava-ognyanova-demo,,Тихият пристан,Product manager,12 Nov 2026
Ingrid,Solbakken,https://www.linkedin.com/in/ingrid-solbakken-demo,,Nordlys Batteries,Chair of the board,02 Nov 2026
Мария,Петрова,https://www.linkedin.com/in/maria-petrova-demo,,Ветрилник,Data scientist,01 Nov 2026
Youssef,Benhaddou,https://www.linkedin.com/in/youssef-benhaddou-demo,,Atlas Cartography,Cartographer,28 Oct 2026
Wren,Hallowell,https://www.linkedin.com/in/wren-hallowell-demo,,Harbour Finch,Data engineer,20 Oct 2026
,,,,,,19 Oct 2026
"""

_BACKGROUND, _FOREGROUND = (22, 26, 32), (213, 217, 222)
_COLORS = (
    (42, 48, 56),
    (215, 122, 122),
    (143, 181, 127),
    (210, 176, 110),
    (125, 163, 208),
    (180, 146, 196),
    (111, 192, 189),
    (196, 201, 207),
)


def names() -> list[str]:
    """Return the names of all pictures: of the commands, then of the app."""
    from nettui.tui.pictures import SCENES as APP_SCENES

    return [*SCENES, *(scene.name for scene in APP_SCENES)]


def draw(folder: Path, wanted: Iterable[str] | None = None) -> Iterator[Path]:
    """Write one picture a scene into ``folder``, all or those ``wanted``, and give each path as it is done.

    Raises OSError, and KeyError for a name that is none.
    """
    from nettui.bootstrap import demo_network

    folder.mkdir(parents=True, exist_ok=True)
    for name in names() if wanted is None else wanted:
        target = folder / f"{name}.svg"
        drawn = _picture(name, *SCENES[name], demo_network()) if name in SCENES else _of_the_app(name)
        target.write_text(drawn, encoding="utf-8")
        yield target


def _of_the_app(name: str) -> str:
    from pathlib import Path
    from tempfile import TemporaryDirectory

    from nettui.bootstrap import demo_network
    from nettui.cli.reading import read
    from nettui.tui.outside import Outside
    from nettui.tui.pictures import SCENES, picture

    scene = {scene.name: scene for scene in SCENES}[name]
    outside = Outside(read_archive=lambda path, me: read(path, None, me))
    with TemporaryDirectory() as temporary:
        archive = Path(temporary, "Connections.csv")
        archive.write_text(_ARCHIVE, encoding="utf-8")
        return picture(scene, demo_network(), outside, archive)


def _picture(name: str, columns: int, words: tuple[str, ...], network: Network) -> str:
    from rich.terminal_theme import TerminalTheme
    from rich.text import Text

    theme = TerminalTheme(_BACKGROUND, _FOREGROUND, list(_COLORS))
    with output.recording(columns) as console:
        shown = " ".join(f'"{word}"' if " " in word else word for word in words)
        console.print(Text.assemble(("$ ", "dim"), (f"nettui {shown}", "bold")))
        console.print()
        _run(words, network)
        console.print()  # room below the last line
    return svg_of(console, title=f"nettui {words[0]}", name=name, theme=theme)


def _run(words: tuple[str, ...], network: Network) -> None:
    """Run one command on ``network`` in this process."""
    from contextlib import nullcontext
    from pathlib import Path

    import click

    from nettui.cli.main import cli
    from nettui.cli.session import Session

    def opener(_path: Path, **_options: object) -> AbstractContextManager[Network]:
        return nullcontext(network)

    name, *rest = words
    command = cli.get_command(click.Context(cli), name)
    assert command is not None  # noqa: S101 - the scenes name commands that exist
    session = Session(file=Path("network.json"), clock=network.clock, opener=opener)
    command.main(rest, prog_name=f"nettui {name}", standalone_mode=False, obj=session)
