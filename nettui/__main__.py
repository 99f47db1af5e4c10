"""Entry point of the console script and of ``python -m nettui``."""

from __future__ import annotations


def main() -> None:
    """Run the command line."""
    from nettui.cli.main import main as run

    run()


if __name__ == "__main__":
    main()
