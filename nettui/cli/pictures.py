"""Pictures of what the command line prints on the sample network, as SVG files that need nothing else.

Rich's own SVG frame names web fonts; the frame here is ours, so that a picture shows the same without a network and
two runs give the same bytes.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from nettui.cli import output

if TYPE_CHECKING:
    from collections.abc import Iterator
    from contextlib import AbstractContextManager
    from pathlib import Path

    from nettui.services.network import Network

__all__ = ["SCENES", "draw"]

SCENES: dict[str, tuple[int, tuple[str, ...]]] = {
    "today": (100, ("today",)),
    "capture": (
        100,
        (
            "add",
            "-n",
            "yesterday: coffee with Hélène about the thesis #phd. promised: send her my CV by friday. "
            "asked: recommendation by 1 dec",
        ),
    ),
    "people": (100, ("people", "group:colleagues", "company:harbour", "-n", "14")),
    "person": (100, ("person", "Камен Бояджиев")),
    "journal": (100, ("journal", "-n", "14")),
    "ledger": (100, ("ledger", "-n", "16")),
    "balance": (100, ("ledger", "--balance", "kind:recommendation", "-n", "14")),
    "breadth": (120, ("breadth",)),
}
"""The pictures by name: columns of the terminal, and the command."""

_FRAME = """\
<svg class="nettui" viewBox="0 0 {width} {height}" xmlns="http://www.w3.org/2000/svg">
<style>
.{unique_id}-matrix {{ font-family: "DejaVu Sans Mono", "Fira Code", Menlo, Consolas, monospace;
  font-size: {char_height}px; line-height: {line_height}px; font-variant-east-asian: full-width; }}
.{unique_id}-title {{ font-size: 18px; font-family: "DejaVu Sans Mono", Menlo, Consolas, monospace; }}
{styles}
</style>
<defs><clipPath id="{unique_id}-clip-terminal">
<rect x="0" y="0" width="{terminal_width}" height="{terminal_height}" /></clipPath>
{lines}</defs>
{chrome}
<g transform="translate({terminal_x}, {terminal_y})" clip-path="url(#{unique_id}-clip-terminal)">
{backgrounds}
<g class="{unique_id}-matrix">
{matrix}
</g>
</g>
</svg>
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
_BLANK = "&#160;"
_CELL = 12.2
"""Width of a character in Rich's drawing: its height of 20, times 0.61."""
_TEXT = re.compile(
    r'<text class="(?P<style>[\w-]+)" x="(?P<x>[\d.]+)" y="(?P<y>[\d.]+)" textLength="(?P<length>[\d.]+)"'
    r"(?P<rest>[^>]*)>(?P<text>[^<]*)</text>"
)


def draw(folder: Path) -> Iterator[Path]:
    """Write one picture a scene into ``folder`` and give each path as it is done. Raises OSError."""
    from nettui.bootstrap import demo_network

    folder.mkdir(parents=True, exist_ok=True)
    for name, (columns, words) in SCENES.items():
        target = folder / f"{name}.svg"
        target.write_text(_picture(name, columns, words, demo_network()), encoding="utf-8")
        yield target


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
    drawn = console.export_svg(title=f"nettui {words[0]}", theme=theme, code_format=_FRAME, unique_id=f"nettui-{name}")
    return _TEXT.sub(_without_blanks, drawn)


def _without_blanks(match: re.Match[str]) -> str:
    """Return one piece of text without the blanks at its ends, which some viewers drop and then draw it elsewhere."""
    pieces = match["text"].strip("\n").split(_BLANK)
    before = next((n for n, piece in enumerate(pieces) if piece), None)
    if before is None:
        return ""
    after = next(n for n, piece in enumerate(reversed(pieces)) if piece)
    inner = _BLANK.join(pieces[before : len(pieces) - after])
    x = float(match["x"]) + before * _CELL
    length = float(match["length"]) - (before + after) * _CELL
    place = f'x="{x:g}" y="{match["y"]}" textLength="{length:g}"'
    return f'<text class="{match["style"]}" {place}{match["rest"]}>{inner}</text>'


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
