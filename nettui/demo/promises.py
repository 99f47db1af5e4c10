"""What was promised in the sample network."""

from __future__ import annotations

__all__ = ["PROMISES"]

PROMISES = """
-- open
mine | kamen | една страница за екипа по качество | 2026-11-19 | 2026-11-27 |
mine | maria.petrova | да прочета резюмето на доклада за пролетта | 2026-11-20 | 2026-11-25 |
mine | philip | да погледна офертата от Варна | 2026-11-22 | 2026-11-26 |
mine | elitsa | да намеря доброволец за базата с дарители | 2026-10-16 | 2026-11-16 |
mine | maria.d | набор от данни за упражненията, без имена | 2026-10-30 | 2026-12-04 |
mine | bilyana | да дочета ръкописа до десета глава | 2026-11-22 | 2026-12-13 |
mine | mama | да поправя скенера | 2026-11-19 | |
mine | baba | снимките от Мездра, на хартия | 2026-10-26 | 2026-12-06 |
mine | amara | a page on what I would give away first | 2026-11-10 | 2026-12 |
mine | tanaka | to send the second half of the pattern book | 2026-05-21 | |
mine | py.kaloyan | да потвърдя залата за януари | 2026-11-17 | 2026-11-30 |
theirs | lukasz | the streaming half of the Lisbon outline | 2026-11-16 | 2026-11-24 |
theirs | oystein | a budget line for two train tickets | 2026-11-16 | 2026-12-01 |
theirs | lilia | чернова на препоръката | 2026-11-12 | 2026-12-01 |
theirs | plamen | да ме запознае с техния юрист по данни | 2026-10-17 | 2026-11-10 |
theirs | hike.boris | хижните книги, кашонът от 1968 | 2026-09-11 | |
theirs | svetla | кукла за витрината на PyВитоша | 2026-11-14 | 2026-12 |
theirs | ani | да реши дали ще е на една сцена с Мими | 2026-11-17 | 2026-11-29 |
theirs | gosho | скриптът, с който мери заключванията | 2026-10-09 | 2026-11-02 |
-- kept
mine | mentee.sara | двама души, които да попита за първа работа | 2025-02-11 | 2025-02-28 | 2025-02-20
mine | ivan.d | да го предложа за докладчик пред Берген | 2026-03-10 | 2026-04 | 2026-04-09
mine | tsvetelina | обратна връзка за документацията, писмено | 2025-10-07 | 2025-10-14 | 2025-10-13
mine | helene | a letter for the doctoral network | 2025-09-22 | 2025-10-06 | 2025-10-05
mine | ognian | двама кандидати за екипа по плащания | 2025-01-16 | | 2025-02-03
mine | milena | да изнеса нашия наръчник за дежурства | 2025-05-12 | 2025-06 | 2025-06-11
mine | antoaneta | пример за отворени данни от малка община | 2025-03-20 | 2025-04-01 | 2025-04-04
mine | joao | the night train timetable to Lisbon, such as it is | 2026-02-15 | | 2026-02-16
mine | neda | да върна книгата за Цариград | 2024-06-15 | | 2025-01-11
mine | chau | to read her conference proposal | 2025-11-20 | 2025-11-24 | 2025-11-23
mine | stela | три изречения за каталога | 2025-02-27 | 2025-03-07 | 2025-03-06
mine | tihomir | прогноза за поръчките в една таблица | 2025-12-06 | 2026-01-15 | 2026-01-14
mine | tate | батерии за всички стенни часовници | 2026-10-15 | | 2026-11-08
theirs | magda | her notes on promotion cases | 2025-01-30 | 2025-02-14 | 2025-02-12
theirs | petar | a name at the grid operator | 2025-04-12 | | 2025-06-01
theirs | dragiev | списък с теми за стажове | 2025-09-25 | 2025-10-15 | 2025-10-28
theirs | py.tobias | slides from the railway talk | 2024-06-18 | | 2024-06-19
theirs | dimitar.school | да прегледа договора за наем | 2024-09-14 | 2024-09-20 | 2024-09-19
theirs | sasha | да ми прати черновата, преди да излезе | 2026-06-07 | 2026-06-20 | 2026-06-18
theirs | hamid | the cardamom, by post | 2025-08-09 | | 2025-12-24
theirs | georgi.k | да поеме дежурството ми за Великден | 2026-03-20 | 2026-04-10 | 2026-04-12
theirs | desi | трето място за стаж през лятото | 2026-02-19 | 2026-03-31 | 2026-03-26
"""
"""``whose | person | what | made on | due | kept on``."""
