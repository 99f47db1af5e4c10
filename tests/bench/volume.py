"""Large invented networks, made of numbers, for measuring."""

from __future__ import annotations

import csv
import io
import zipfile
from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING

from nettui.domain.dates import Moment, PartialDate
from nettui.domain.records import (
    Channel,
    Direction,
    Entry,
    Exchange,
    ExchangeKind,
    Person,
    Position,
    Record,
    Status,
    Step,
)

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

GIVEN = ["Мария", "Иван", "Георги", "Елена", "Hélène", "Łukasz", "Ada", "Tomás", "Ясен", "Невена", "Noor", "Sørine"]
FAMILY = ["Петрова", "Дъбравчев", "Fennimoor", "Quarrington", "Юнашков", "Brännvallå", "Marrowby", "Щърбелова"]
MADE = datetime(2020, 1, 1, tzinfo=UTC)
CHANNELS = list(Channel)
KINDS = list(ExchangeKind)


def _id(sort: int, number: int) -> str:
    return str(1_577_836_800_000_000_000 + sort * 10**15 + number)


def person(number: int) -> Person:
    """Return the person with this number; names are distinct, first names are not."""
    name = f"{GIVEN[number % 12]} {FAMILY[number // 12 % 8]}-{number}"
    return Person(
        id=_id(0, number),
        name=name,
        created=MADE,
        changed=MADE,
        groups=(str(1 + number % 6),),
        positions=(
            Position(organisation=f"Фирма {number % 997}", title="Engineer", industry=f"Industry {number % 23}"),
        ),
        emails=(f"p{number}@mail.example",),
        cadence_days=90 if number % 3 == 0 else None,
    )


def records(total: int) -> Iterator[Record]:
    """Yield ``total`` records in the mixture of a long-kept network: 1 person to 5 entries, some exchanges."""
    people = max(1, total // 6)
    exchanges = total // 50
    yield from (person(number) for number in range(people))
    for number in range(total - people - exchanges):
        first = number * 7919 % people
        yield Entry(
            id=_id(1, number),
            created=MADE,
            changed=MADE,
            at=Moment(date(2024, 1, 1) + timedelta(days=number % 1000)),
            channel=CHANNELS[number % len(CHANNELS)],
            text=f"Говорихме за проект {number}; she sent the draft, I read it on the train. #project{number % 50}",
            people=(_id(0, first), _id(0, (first + 1) % people)) if number % 3 == 0 else (_id(0, first),),
            tags=(f"project{number % 50}",),
        )
    for number in range(exchanges):
        yield Exchange(
            id=_id(2, number),
            created=MADE,
            changed=MADE,
            kind=KINDS[number % len(KINDS)],
            direction=Direction.GIVEN if number % 2 else Direction.RECEIVED,
            person=_id(0, number * 31 % people),
            steps=(Step(status=Status.DONE if number % 5 else Status.ASKED, on=PartialDate(2025, 1 + number % 12, 1)),),
            subject=f"favour {number}",
        )


def linkedin_archive(path: Path, connections: int) -> Path:
    """Write an archive that holds only ``Connections.csv``, in the layout of 2026."""
    text = io.StringIO()
    text.write('Notes:\n"Invented."\n\n')
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(["First Name", "Last Name", "URL", "Email Address", "Company", "Position", "Connected On"])
    for number in range(connections):
        address = f"https://www.linkedin.com/in/zz-volume-{number}"
        mail = f"v{number}@mail.example" if number % 40 == 0 else ""
        day = (date(2012, 1, 1) + timedelta(days=number % 5000)).strftime("%d %b %Y")
        writer.writerow(
            [
                GIVEN[number % 12],
                f"{FAMILY[number // 12 % 8]}-{number}",
                address,
                mail,
                f"Firm {number % 997}",
                "Engineer",
                day,
            ]
        )
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("Connections.csv", text.getvalue())
    return path
