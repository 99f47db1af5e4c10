"""The command line's root: the group, and the boundary at which every error becomes one clear line.

Exit status: 0 done, 1 done with problems worth reading (among them a file that could not be read completely), 2 nothing
was done; 130 after Ctrl-C.
"""

from __future__ import annotations

import contextlib
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any, NoReturn

import click

from nettui import __version__
from nettui.cli.command import HELP_NAMES, FilePath, LazyGroup, Option, paragraphs, speak
from nettui.cli.session import Session
from nettui.cli.streams import OutputLost, prepare
from nettui.i18n import LANGUAGES, N_, _, language_from_environment

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

__all__ = ["cli", "main"]

_MODULES = "nettui.cli.commands"
COMMANDS = {
    "add": f"{_MODULES}.add",
    "today": f"{_MODULES}.today",
    "review": f"{_MODULES}.review",
    "people": f"{_MODULES}.people",
    "person": f"{_MODULES}.person",
    "journal": f"{_MODULES}.journal",
    "ledger": f"{_MODULES}.ledger",
    "recommendations": f"{_MODULES}.recommendations",
    "step": f"{_MODULES}.step",
    "breadth": f"{_MODULES}.breadth",
    "import": f"{_MODULES}.import_",
    "export": f"{_MODULES}.export",
    "undo": f"{_MODULES}.undo",
    "redo": f"{_MODULES}.redo",
    "check": f"{_MODULES}.check",
    "backup": f"{_MODULES}.backup",
    "restore": f"{_MODULES}.restore",
    "merge": f"{_MODULES}.merge",
    "where": f"{_MODULES}.where",
    "demo": f"{_MODULES}.demo",
    "completion": f"{_MODULES}.completion",
}
"""The module of each command, in the order of the help page."""


class _Root(LazyGroup):
    lazy = COMMANDS
    aliases = {"log": "add"}  # noqa: RUF012 - constant
    examples = (
        (N_('nettui add "yesterday: coffee with Maria about the thesis"'), N_("Write down what happened.")),
        ("nettui today", N_("Whom to write to, to thank, to keep a promise to.")),
        ("nettui import Basic_LinkedInDataExport.zip -n", N_("Show what an archive would bring.")),
    )

    def main(
        self,
        args: Sequence[str] | None = None,
        prog_name: str | None = None,
        complete_var: str | None = None,
        standalone_mode: bool = True,  # noqa: ARG002 - click's signature; here errors always become one line
        **extra: Any,  # noqa: ANN401 - click's own
    ) -> NoReturn:
        """Run one command and leave the process with its exit status."""
        words = list(sys.argv[1:] if args is None else args)
        session = extra.pop("obj", None) or Session()
        speak(_asked_language(words) or session.configured_language() or language_from_environment())
        code = _guarded(
            lambda: super(_Root, self).main(
                words, prog_name or "nettui", complete_var, standalone_mode=False, obj=session, **extra
            ),
            session,
        )
        sys.exit(_flushed(code, session))

    def invoke(self, ctx: click.Context) -> object:
        """Run the command; a reader that leaves early is no failure, and click would make it one."""
        try:
            return super().invoke(ctx)
        except BrokenPipeError:
            return _reader_left()


def _asked_language(words: Sequence[str]) -> str | None:
    """Return what ``--lang`` says, before click parses: help and errors must already be in that language."""
    for number, word in enumerate(words):
        if word == "--":
            break
        if word == "--lang" and number + 1 < len(words):
            return _ours(words[number + 1])
        if word.startswith("--lang="):
            return _ours(word.partition("=")[2])
    return None


def _ours(code: str) -> str | None:
    return code if code in LANGUAGES else None


def _guarded(run: Callable[[], object], session: Session) -> int:
    """Return the exit status of ``run()``, with every error told in one line."""
    from nettui.errors import NettuiError

    try:
        result = run()
        code = result if isinstance(result, int) else 0
        return code or int(session.incomplete)
    except OutputLost as error:
        return _output_lost(error, session)
    except NettuiError as error:
        _complain(str(error))
        return error.exit_code
    except click.ClickException as error:
        command_path = getattr(error, "ctx", None) and error.ctx.command_path  # type: ignore[attr-defined]
        hint = _("Try: {command} --help").format(command=command_path or "nettui")
        message = error.format_message().replace("\n\t", " ")
        _complain(f"{message if message.endswith('?') else message.rstrip('.') + '.'} {hint}")
        return 2
    except (KeyboardInterrupt, click.Abort):
        return 130
    except BrokenPipeError:
        return _reader_left()
    except Exception as error:  # noqa: BLE001 - the boundary: no traceback ever reaches a user
        from nettui.crash import record

        _complain(record(error))
        return 2


def _flushed(code: int, session: Session) -> int:
    """Write out what is buffered while a failure can still be told; return the exit status."""
    try:
        sys.stdout.flush()
    except BrokenPipeError:
        return _reader_left()
    except OutputLost as error:
        return max(code, _output_lost(error, session))
    return code


def _output_lost(error: OutputLost, session: Session) -> int:
    """Tell that the output is lost. What was saved is saved nevertheless, and 2 would say that nothing was done."""
    _complain(str(error))
    _drop_output()
    return 1 if session.wrote else 2


def _reader_left() -> int:
    """Leave quietly: ``nettui people | head`` has had what it wanted."""
    _drop_output()
    return 0


def _drop_output() -> None:
    # Python flushes stdout once more at exit; what is left must go nowhere instead of into a broken pipe.
    with contextlib.suppress(OSError):  # a stream without a file, as in tests
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _complain(message: str) -> None:
    from nettui.text import visible

    line = visible(" ".join(message.split("\n")))
    encoding = sys.stderr.encoding or "ascii"
    click.echo(f"nettui: {line}".encode(encoding, "backslashreplace").decode(encoding), err=True)


def _choose_language(ctx: click.Context, param: click.Parameter, value: str | None) -> str | None:  # noqa: ARG001
    if value is not None and not ctx.resilient_parsing:
        speak(value)
    return value


def _show_version(ctx: click.Context, param: click.Parameter, value: bool) -> None:  # noqa: ARG001
    if value and not ctx.resilient_parsing:
        click.echo(f"nettui {__version__}")
        ctx.exit()


@click.group(
    "nettui",
    cls=_Root,
    invoke_without_command=True,
    context_settings={"help_option_names": HELP_NAMES},
    help=paragraphs(
        N_("A journal for your professional network: people, favours, thanks."),
        N_("One line after you met someone is enough: nettui add."),
        N_("Without a command the full-screen app opens."),
    ),
)
@click.option(
    "-f",
    "--file",
    cls=Option,
    type=FilePath(dir_okay=False, path_type=Path),
    metavar="FILE",
    help=N_("The file of the network, instead of $NETTUI_FILE or the user's own."),
)
@click.option(
    "--lang",
    cls=Option,
    type=click.Choice(LANGUAGES),
    callback=_choose_language,
    is_eager=True,
    expose_value=False,
    help=N_("The language, instead of that of the settings or of LC_ALL and LANG."),
)
@click.option(
    "--version",
    cls=Option,
    is_flag=True,
    is_eager=True,
    expose_value=False,
    callback=_show_version,
    help=N_("Show the version and exit."),
)
@click.pass_context
def cli(ctx: click.Context, file: Path | None) -> int:
    """Hold the session that every command finds; without a command, open the app."""
    session = ctx.ensure_object(Session)
    if file is not None:
        session.file = file.expanduser()
    if ctx.invoked_subcommand is not None:
        return 0
    from nettui.cli.app import open_app

    return open_app(session)


def main() -> NoReturn:
    """Run the command line on the arguments of the process."""
    import gc

    from nettui.cli.signals import close_cleanly_on_signals

    prepare()
    # One command and the process ends: with 100,000 records alive, looking for cycles that are not there takes longer
    # than reading the records (measured: 1.4 s against 0.7 s for 60,000).
    gc.disable()
    close_cleanly_on_signals()
    cli.main()
