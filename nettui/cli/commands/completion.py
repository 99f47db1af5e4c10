"""``nettui completion``: the script that teaches a shell to complete nettui's commands."""

from __future__ import annotations

import click

from nettui.cli.command import Argument, declare, paragraphs
from nettui.i18n import N_


@declare(
    "completion",
    paragraphs(
        N_("Print the completion script for your shell."),
        N_("It makes Tab complete commands, options and the names of people."),
    ),
    examples=(
        ("nettui completion bash >> ~/.bashrc", N_("For bash 4.4 and later.")),
        ("nettui completion zsh >> ~/.zshrc", N_("For zsh.")),
        ("nettui completion fish > ~/.config/fish/completions/nettui.fish", N_("For fish.")),
    ),
)
@click.argument("shell", cls=Argument, type=click.Choice(["bash", "zsh", "fish"]))
def command(shell: str) -> None:
    """Print click's own script for ``shell``."""
    from click.shell_completion import get_completion_class

    found = get_completion_class(shell)
    assert found is not None  # noqa: S101 - click knows the three
    root = click.get_current_context().find_root().command
    click.echo(found(root, {}, "nettui", "_NETTUI_COMPLETE").source())
