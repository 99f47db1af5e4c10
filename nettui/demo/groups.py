"""The owner of the sample network, her groups, and the invented organisations with their industries."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

from nettui.domain.records import GroupKind

if TYPE_CHECKING:
    from collections.abc import Mapping

__all__ = ["CADENCE", "CUSTOM", "INDUSTRY", "OFFERS", "OWNER", "OWNER_WORK", "SEEKS"]

OWNER = "Невена Станчева"

OWNER_WORK = (
    "Математическа гимназия „Акад. Велев“ | математика и информатика | 2001-09 | 2006-05 | study",
    "Университет „Климент Балкански“ | магистър, катедра „Информационни системи“ | 2006-10 | 2011-07 | study",
    "Лозница Софт | Junior developer | 2011-09 | 2015-06",
    "Сребърна Река | Data engineer, по-късно Lead data engineer | 2015-07 | 2022-02",
    "Harbour Finch | Data engineering team lead | 2022-03 |",
)

OFFERS = (
    "преглед на архитектура за данни: един следобед, честно мнение",
    "mock interviews for data engineers",
    "отзив за хора, с които съм работила",
    "introductions in logistics and banking, in Sofia and Gdańsk",
    "зала за 40 души в офиса, вторник вечер",
)

SEEKS = (
    "хора, които работят с данни в здравеопазването",
    "a mentor who went from team lead to head of data",
    "гост-лектори за PyВитоша през пролетта",
)

CADENCE: Mapping[GroupKind, int] = MappingProxyType(
    {
        GroupKind.TEACHERS: 365,
        GroupKind.CLASSMATES: 365,
        GroupKind.FRIENDS: 60,
        GroupKind.COLLEAGUES: 180,
        GroupKind.CLUBS: 180,
        GroupKind.FAMILY: 30,
    }
)
"""How often, in days, the owner wants to hear from each circle."""

CUSTOM = (
    (
        "mentoring",
        "Mentoring circle 2025",
        False,
        45,
        "Six evenings a year, four mentees, two mentors. We keep meeting.",
    ),
    ("readers", "Четящите", True, 120, "Книга на шест седмици, по ред у всеки. Който не е чел, носи виното."),
    ("alumni", "Стипендианти 2009", False, None, "Лятната школа в Единбург."),
)
"""Groups of her own: key, name, communal, cadence in days, note."""

INDUSTRY: Mapping[str, str] = MappingProxyType(
    {
        "Harbour Finch": "Logistics",
        "Сребърна Река": "Finance",
        "Остров Застраховане": "Finance",
        "Лозница Софт": "Software",
        "Кварц Лабс": "Software",
        "Бяла Мечка Игри": "Games",
        "Мелница 9": "Media",
        "Papyrotek": "Media",
        "Вятър и Вода": "Energy",
        "Tidewrack Energy": "Energy",
        "Nordlys Batteries": "Manufacturing",
        "Рилска нишка": "Manufacturing",
        "Kumogaoka Looms": "Manufacturing",
        "Lumen & Loom": "Retail",
        "Полет на жеравите": "Non-profit",
        "Университет „Климент Балкански“": "Education",
        "Математическа гимназия „Акад. Велев“": "Education",
        "Institut Carcassel": "Education",
        "Община Горна Лека": "Public sector",
        "Cobalt Magpie": "Consulting",
        "Параграф и дъщери": "Consulting",
        "Агросфера Добруджа": "Agriculture",
        "Телескоп Телеком": "Telecommunications",
    }
)
