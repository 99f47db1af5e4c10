"""Who is seen how often: the rhythm of each relation, from frequent over drifting to silent."""

from __future__ import annotations

__all__ = ["RHYTHMS"]

RHYTHMS = """
-- Harbour Finch: seen often, each in their own way
maria.petrova | team | 2023-12-11 | 2026-11-05 | 15
ivan.d | team | 2023-12-14 | 2026-11-11 | 12
tsvetelina | team | 2024-01-09 | 2026-11-04 | 11
viktoria | team | 2025-07-10 | 2026-11-12 | 8
yordan.m | team | 2026-09-03 | 2026-11-06 | 4
georgi.k | team | 2024-01-19 | 2026-10-28 | 8
stefan.r | team | 2024-02-06 | 2026-09-30 | 8
borislav | team | 2023-12-20 | 2026-10-14 | 7
petko | team | 2024-03-12 | 2026-09-10 | 5
radost | office | 2024-01-25 | 2026-10-06 | 8
elena.v | team | 2024-02-20 | 2026-04-16 | 5
desi | office | 2024-01-30 | 2026-10-20 | 7
kamen | office | 2023-12-18 | 2026-10-15 | 10
lukasz | team_en | 2023-12-12 | 2026-11-02 | 11
oystein | team_en | 2024-01-17 | 2026-10-22 | 9
chau | team_en | 2024-01-11 | 2026-10-29 | 11
agnieszka | team_en | 2024-04-04 | 2026-10-01 | 7
ingrid | team_en | 2024-02-14 | 2026-09-16 | 5
siobhan | team_en | 2024-03-07 | 2026-03-05 | 5
atanas | former | 2025-03-13 | 2026-08-27 | 5
magda | former_en | 2024-06-20 | 2026-10-08 | 9
-- Сребърна Река
ognian | former | 2023-12-15 | 2026-06-18 | 6
rumyana | former | 2024-02-22 | 2026-05-07 | 4
maria.g | former | 2023-12-21 | 2026-09-24 | 9
gosho | former | 2024-01-12 | 2026-10-09 | 9
ivan.t | former | 2024-03-15 | 2026-07-03 | 5
lilia | former | 2023-12-13 | 2026-10-02 | 9
dimitar.battery | former_en | 2024-04-11 | 2026-06-04 | 4
helene | former_en | 2023-12-08 | 2026-10-12 | 9
nikolay | former | 2024-05-16 | 2026-02-12 | 3
plamena | former | 2022-10-04 | 2025-11-20 | 3
krum | former | 2021-10-14 | 2023-08-17 | 6
elitsa | former | 2024-01-18 | 2026-10-16 | 8
svetlin | former | 2024-02-01 | 2026-04-02 | 10
yavor | former | 2024-06-06 | 2026-08-06 | 4
antoaneta | former | 2024-03-28 | 2026-09-03 | 5
todor | former | 2021-03-11 | 2023-05-18 | 4
kalina | former | 2024-01-31 | 2026-07-09 | 5
-- Лозница Софт
hristo | former | 2023-12-19 | 2026-09-22 | 5
milena | former | 2024-01-15 | 2026-10-13 | 8
asen | former | 2024-05-09 | 2026-07-23 | 4
tanaka | former_en | 2024-03-21 | 2026-05-21 | 6
boyan | former | 2024-10-10 | 2026-08-13 | 3
stela | former | 2024-02-29 | 2026-09-17 | 6
mihail | former | 2021-05-20 | 2022-11-10 | 3
-- classmates
ani | classmates | 2023-12-09 | 2026-10-18 | 8
dimitar.school | classmates | 2024-01-06 | 2026-08-22 | 5
petar | classmates_en | 2023-12-28 | 2026-10-04 | 6
maria.d | classmates | 2024-02-16 | 2026-10-30 | 9
kiril | classmates | 2024-04-19 | 2026-06-12 | 4
gergana | classmates | 2021-06-05 | 2023-09-02 | 4
ivo | classmates | 2024-05-18 | 2026-05-23 | 3
sasha | classmates | 2024-01-20 | 2026-09-13 | 8
martin | classmates_en | 2024-06-29 | 2026-03-28 | 3
denitsa | classmates | 2024-08-10 | 2026-08-15 | 3
rado | classmates | 2024-03-02 | 2025-10-25 | 3
yoana | classmates | 2024-02-10 | 2026-07-11 | 5
hamid | classmates_en | 2024-01-13 | 2026-09-05 | 5
freya | classmates_en | 2021-07-24 | 2023-07-15 | 3
matteo | classmates_en | 2022-05-14 | 2026-05-30 | 4
lora | classmates | 2023-12-16 | 2026-09-26 | 4
-- friends
bilyana | friends | 2023-12-10 | 2026-11-07 | 9
marto | friends | 2024-01-27 | 2026-09-19 | 7
svetla | friends | 2023-12-02 | 2026-11-14 | 11
joao | friends_en | 2024-01-07 | 2026-07-26 | 10
neda | friends | 2024-02-24 | 2026-10-24 | 8
tihomir | friends | 2024-01-05 | 2026-08-29 | 4
amara | friends_en | 2023-12-17 | 2026-10-11 | 10
emilia | friends | 2024-03-16 | 2026-09-05 | 4
plamen | friends | 2023-12-22 | 2026-10-17 | 6
zlatina | friends | 2024-04-06 | 2026-10-31 | 7
rosa | friends_en | 2024-02-04 | 2026-10-25 | 8
kolyo | friends | 2021-02-20 | 2023-06-10 | 5
darina | friends | 2023-12-29 | 2026-06-20 | 11
anelia | friends | 2022-01-08 | 2023-10-07 | 4
-- teachers: the circle that has gone quiet
sotirov | teachers | 2023-12-27 | 2025-05-23 | 4
ilcheva | teachers | 2024-01-04 | 2025-03-06 | 3
rusanov | teachers | 2021-05-24 | 2023-05-24 | 3
hristozova | teachers | 2024-05-24 | 2024-12-30 | 2
dragiev | teachers | 2024-02-08 | 2025-09-25 | 4
penhallow | teachers | 2021-12-20 | 2023-03-14 | 2
-- clubs
chess.vera | clubs | 2024-03-20 | 2026-04-22 | 4
chess.filip | clubs | 2025-11-13 | 2026-10-21 | 3
hike.lyudmila | hills | 2024-06-14 | 2026-10-03 | 5
hike.boris | hills | 2024-04-12 | 2026-09-11 | 4
hike.iskra | hills | 2021-10-02 | 2023-10-21 | 4
py.kaloyan | stage | 2023-12-05 | 2026-11-03 | 8
py.nadya | stage | 2024-02-13 | 2026-10-23 | 6
py.tobias | clubs_en | 2024-03-05 | 2026-09-08 | 5
py.zeynep | clubs_en | 2024-05-20 | 2026-08-20 | 4
choir.ralitsa | clubs | 2024-10-16 | 2026-03-18 | 3
-- family
mama | family | 2023-12-03 | 2026-11-16 | 14
tate | family | 2023-12-25 | 2026-11-08 | 8
philip | family | 2024-01-28 | 2026-11-01 | 9
dora | family | 2024-04-14 | 2026-09-06 | 4
andrey | husband | 2023-12-31 | 2026-11-21 | 9
baba | grandmother | 2023-12-06 | 2026-10-26 | 9
leli | family | 2024-05-05 | 2026-11-10 | 5
-- the mentoring circle
mentee.sara | mentoring | 2025-02-11 | 2026-10-27 | 7
mentee.daniel | mentoring | 2025-03-04 | 2026-09-09 | 6
mentee.ewa | mentoring_en | 2025-02-25 | 2026-10-07 | 5
mentor.ivelin | clubs | 2025-01-09 | 2026-10-19 | 4
"""
"""``who | pool | first | latest | how often``; who is not here and in no gathering was never logged."""
