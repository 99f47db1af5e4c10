"""click's commands and options, with help that is translated when shown and examples that are never rewrapped.

click takes help as a text at import time; the language is known only later (``--lang``, configuration), so the texts
here are marked with ``N_`` and translated by these classes. What click itself says ("Usage:", "Options") goes
through the same catalogue, see :func:`speak`.
"""

from __future__ import annotations

import gettext
import importlib
import os
import re
from typing import TYPE_CHECKING, Any

import click

from nettui.i18n import DOMAIN, LOCALE_DIR, N_, _, language, ngettext, set_language

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

__all__ = [
    "Argument",
    "Command",
    "Count",
    "FilePath",
    "LazyGroup",
    "Option",
    "declare",
    "option",
    "paragraphs",
    "speak",
]

HELP_NAMES = ["-h", "--help"]

Example = tuple[str, str]
"""A command line, and what it does (marked with ``N_``; the line too where it holds prose)."""

_BREAK = "\n\n"

_CLICK_SAYS = (
    N_("Usage:"),
    N_("Options"),
    N_("Commands"),
    N_("Show this message and exit."),
    N_("Show the version and exit."),
    N_("Missing argument"),
    N_("Missing option"),
    N_("Missing command."),
    N_("No such option {name!r}."),
    N_("Option {name!r} does not take a value."),
    N_("Invalid value for {param_hint}: {message}"),
    N_("Invalid value: {message}"),
    N_("{value!r} is not a valid {number_type}."),
    N_("{value} is not in the range {range}."),
    N_("{name} {filename!r} does not exist."),
    N_("{name} {filename!r} is a file."),
    N_("{name} {filename!r} is a directory."),
    N_("{name} {filename!r} is not readable."),
    N_("{name} {filename!r} is not writable."),
    N_("Choose from:\n\t{choices}"),
)
"""What click says itself, marked here so that our catalogue holds it."""

_METAVARS = (
    N_("ARGS"),
    N_("BASE"),
    N_("COMMAND"),
    N_("COUNT"),
    N_("DATE"),
    N_("DIR"),
    N_("FILE"),
    N_("FORMAT"),
    N_("LINE"),
    N_("NAME"),
    N_("OPTIONS"),
    N_("OURS"),
    N_("PATH"),
    N_("QUERY"),
    N_("PERIOD"),
    N_("STATUS"),
    N_("TAG"),
    N_("TEXT"),
    N_("THEIRS"),
)
"""What stands for a value in the usage line and the list of options."""

_CAPITALS = re.compile(r"\b[A-Z]{2,}\b")


def _click_counts(n: int) -> tuple[str, ...]:
    """Mark the counted messages of click, which it translates itself."""
    return (
        ngettext("Did you mean {possibility}?", "(Did you mean one of: {possibilities}?)", n),
        ngettext("{value!r} is not {choice}.", "{value!r} is not one of {choices}.", n),
        ngettext("Option {name!r} requires an argument.", "Option {name!r} requires {nargs} arguments.", n),
        ngettext("Got unexpected extra argument ({args})", "Got unexpected extra arguments ({args})", n),
    )


def speak(code: str) -> None:
    """Use the language ``code`` for nettui's messages and for click's own.

    click asks the standard library's ``gettext``, which goes by ``LANGUAGE`` and one domain for the whole process.
    """
    set_language(code)
    if language() != "en" or gettext.textdomain() == DOMAIN:
        gettext.bindtextdomain(DOMAIN, str(LOCALE_DIR))
        gettext.textdomain(DOMAIN)
        os.environ["LANGUAGE"] = language()


def _in_words(metavar: str) -> str:
    return _CAPITALS.sub(lambda match: _(match[0]), metavar)


class Count(click.IntRange):
    """A whole number in a range; click reads what it is called when it complains."""

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:  # noqa: ANN401
        """Return the number. Raises BadParameter."""
        self.name = _("whole number")
        return super().convert(value, param, ctx)


class FilePath(click.Path):
    """A path to a file; click chooses the word for it at import time, before the language is known."""

    def convert(
        self,
        value: Any,  # noqa: ANN401 - click's own
        param: click.Parameter | None,
        ctx: click.Context | None,
    ) -> Any:  # noqa: ANN401
        """Return the path. Raises BadParameter."""
        self.name = _("file") if self.file_okay else _("folder")
        return super().convert(value, param, ctx)


class Argument(click.Argument):
    """An argument whose name in the usage line is translated when shown."""

    def make_metavar(self, *args: Any, **named: Any) -> str:  # noqa: ANN401 - click before 8.2 gives no context
        """Return the name."""
        return _in_words(super().make_metavar(*args, **named))


class Option(click.Option):
    """An option whose help is translated when shown."""

    def make_metavar(self, *args: Any, **named: Any) -> str:  # noqa: ANN401 - click before 8.2 gives no context
        """Return what stands for its value."""
        return _in_words(super().make_metavar(*args, **named))

    def get_help_record(self, ctx: click.Context) -> tuple[str, str] | None:
        """Return the row of the help page."""
        source = self.help
        if not source:
            return super().get_help_record(ctx)
        self.help = _(source)
        try:
            return super().get_help_record(ctx)
        finally:
            self.help = source


class _Translated(click.Command):
    """What commands and groups share."""

    examples: Sequence[Example] = ()

    def get_help_option(self, ctx: click.Context) -> click.Option | None:
        """Return ``--help``, which click makes once, in the language of that moment."""
        found = super().get_help_option(ctx)
        if found is not None:
            found.help = _("Show this message and exit.")
        return found

    def collect_usage_pieces(self, ctx: click.Context) -> list[str]:
        """Return the parts of the usage line."""
        return [_in_words(piece) for piece in super().collect_usage_pieces(ctx)]

    def get_short_help_str(self, limit: int = 45) -> str:
        """Return the first sentence, for the list of commands."""
        first = _((self.help or "").split(_BREAK)[0])
        return first if len(first) <= limit else first[: limit - 1].rstrip() + "…"

    def format_help_text(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002
        """Write the description."""
        formatter.write_paragraph()
        with formatter.indentation():
            formatter.write_text(_BREAK.join(_(part) for part in (self.help or "").split(_BREAK)))

    def format_epilog(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002
        """Write the examples, each command line on a line of its own so that it can be copied."""
        if not self.examples:
            return
        with formatter.section(_("Examples")):
            for line, meaning in self.examples:
                formatter.write(f"{'':>{formatter.current_indent}}{_(line)}\n")
                with formatter.indentation():
                    formatter.indent()
                    formatter.write_text(_(meaning))
                    formatter.dedent()


class Command(_Translated):
    """A command with examples."""


class LazyGroup(_Translated, click.Group):
    """A group that imports the module of a command only when that command is asked for.

    ``lazy`` gives the module of each command, which holds it under the name ``command``; ``aliases`` are further names.
    """

    lazy: Mapping[str, str]
    aliases: Mapping[str, str]

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002
        """Return the names in the order of the help page."""
        return list(self.lazy)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002
        """Return the command, importing its module."""
        module = self.lazy.get(self.aliases.get(cmd_name, cmd_name))
        if module is None:
            return None
        found: click.Command = importlib.import_module(module).command
        return found

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Return the command that ``args`` begin with; an error names the nearest one."""
        name = args[0]
        found = self.get_command(ctx, name)
        if found is None and not ctx.resilient_parsing:
            import difflib

            near = difflib.get_close_matches(name, [*self.lazy, *self.aliases], n=1)
            message = _("There is no command {name}.").format(name=repr(name[:40]))
            if near:
                message += " " + _("Did you mean {near}?").format(near=near[0])
            raise click.UsageError(message, ctx)
        return (found.name if found else None, found, args[1:])


def paragraphs(*texts: str) -> str:
    """Return a help text of several paragraphs, each marked with ``N_`` and translated on its own."""
    return _BREAK.join(texts)


def declare(
    name: str,
    text: str,
    *,
    examples: Sequence[Example],
    **attributes: Any,  # noqa: ANN401 - click's own
) -> Callable[[Callable[..., Any]], Command]:
    """Return a decorator that makes a :class:`Command`; ``text`` and the examples' meanings are marked with ``N_``."""

    def decorate(function: Callable[..., Any]) -> Command:
        attributes.setdefault("context_settings", {"help_option_names": HELP_NAMES})
        made = click.command(name, cls=Command, help=text, **attributes)(function)
        made.examples = tuple(examples)
        return made

    return decorate


def option(*names: str, text: str, **attributes: Any) -> Callable[[Any], Any]:  # noqa: ANN401 - click's own
    """Return a decorator that adds an :class:`Option`; ``text`` is marked with ``N_``."""
    return click.option(*names, cls=Option, help=text, **attributes)
