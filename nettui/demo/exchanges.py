"""What the owner of the sample network and her people have done for each other, and what is still open."""

# ruff: noqa: E501 -- a table reads best with one thing on one line

from __future__ import annotations

__all__ = ["EXCHANGES"]

EXCHANGES = """
-- Harbour Finch
recommendation given maria.petrova | offered 2025-09-01; agreed 2025-09-03; done 2025-09-10; thanked 2025-09-11 (с тулумбички) | за профила ѝ | as=rec.mimi
recommendation received maria.petrova | asked 2025-09-03; agreed 2025-09-05; done 2025-10-01; thanked 2025-10-02 | за водене на екип | as=rec.from.mimi for=rec.mimi
help received maria.petrova | offered 2026-06-08; done 2026-06-10; thanked 2026-06-10 | пое дежурството, докато бях в болницата с мама
feedback given maria.petrova | asked 2026-11-20 | резюме на доклада за пролетта | due=2026-11-25
feedback received kamen | asked 2025-05-12; agreed 2025-05-14; done 2025-06-02; thanked 2025-06-03 | първата година с девет души
opportunity received kamen | offered 2026-11-19 (иска една страница) | да поведа екип по качество на данните
reference received kamen | done 2024-03-12; thanked 2024-03-13 | пред програмния комитет в Лисабон
advice given kamen | asked 2024-10-07; done 2024-10-11; thanked 2024-10-14 | как да преговаря с доставчика на облака
endorsement received lukasz | done 2024-02-21; thanked 2024-02-22 | stream processing
endorsement given lukasz | done 2024-02-22 | technical writing
feedback given lukasz | asked 2024-09-03; agreed 2024-09-03; done 2024-09-09; thanked 2024-09-10 (a box of pierniki) | design of the replay service
recommendation given lukasz | asked 2026-03-02; agreed 2026-03-04; done 2026-03-15; thanked 2026-03-16 | conference programme committee | as=rec.lukasz
introduction received oystein +ingrid | done 2023-09-12; thanked 2023-09-12 | the CFO who reads appendices | => she asked for our quarterly numbers, and read the appendix
opportunity received oystein | offered 2026-03-18; agreed 2026-03-20; done 2026-11-16 | two talk slots and the train to Lisbon
information given oystein | asked 2024-08-20; done 2024-08-22; thanked 2024-08-22 | who knows customs data in Varna
advice given ivan.d | asked 2024-05-14; done 2024-05-15; thanked 2024-05-15 | ръководител или експерт
opportunity given ivan.d | offered 2026-03-10; agreed 2026-03-12; done 2026-04-09; thanked 2026-04-10 | доклад пред Берген
recommendation given tsvetelina | asked 2026-11-13; agreed 2026-11-16 | за вътрешния конкурс, старши роля | due=2026-12-04 as=rec.tsvetelina
feedback given tsvetelina | asked 2025-10-07; agreed 2025-10-07; done 2025-10-13; thanked 2025-10-14 | документацията на складовите таблици
help given georgi.k | asked 2024-07-02; done 2024-07-03; thanked 2024-07-03 | писане на разбора след пристанище Антверпен
help received georgi.k | asked 2026-03-20; agreed 2026-03-20; done 2026-04-12; thanked 2026-04-13 | великденското дежурство
information received desi | done 2024-12-05; thanked 2024-12-05 | вилките за заплати, честно
opportunity given desi | offered 2026-05-19; declined 2026-05-22 (учебната година свършва) | екипът да говори в нейното училище
feedback received stefan.r | asked 2025-02-11; done 2025-02-18; thanked 2025-02-18 | интервалите в прогнозата
help given agnieszka | asked 2025-11-04; agreed 2025-11-05; done 2026-01-20; thanked 2026-01-21 | moving from analyst to engineer
help received chau | offered 2025-08-19; done 2025-08-25; thanked 2025-08-25 | rewrote the port-call tests
feedback given chau | asked 2025-11-20; done 2025-11-23; thanked 2025-11-24 | conference proposal
opportunity given viktoria | offered 2026-11-04 | кратък доклад на PyВитоша през февруари
reference given atanas | asked 2025-01-08; agreed 2025-01-08; done 2025-01-14; thanked 2025-01-15 | за Телескоп
information received atanas | asked 2026-08-27; done 2026-11-11 | как Телескоп мери качество на данни
recommendation received magda | asked 2024-05-20; agreed 2024-05-21; done 2024-06-14; thanked 2024-06-15 | on leaving | as=rec.from.magda
recommendation given magda | offered 2024-05-20; agreed 2024-05-21; done 2024-06-02; thanked 2024-06-03 | on leaving | as=rec.magda for=rec.from.magda
advice received magda | asked 2025-01-30; done 2025-02-12; thanked 2025-02-13 | promotion cases
help received petko | done 2025-03-08; thanked 2025-03-09 | събуди се вместо мен
-- Сребърна Река
recommendation received ognian | asked 2022-01-17; agreed 2022-01-20; done 2022-02-25; thanked 2022-02-26 | шест и половина години | as=rec.from.ognian
referral given ognian +ivan.t | asked 2025-01-16; agreed 2025-01-17; done 2025-02-03; thanked 2025-02-05 | за екипа по плащания
recommendation received rumyana | asked 2021-09-20; agreed 2021-09-22; done 2021-10-12; thanked 2021-10-13 | отчетите по риск | as=rec.from.rumyana
advice given rumyana | asked 2024-11-05; done 2024-11-08 | какво пазим и какво трием
reference received rumyana | asked 2026-09-08; agreed 2026-09-15; lapsed 2026-11-02 (одит, друг път) | за докладчик на форума по риск
endorsement given maria.g | done 2024-03-05 | отчети, които се отварят
endorsement received maria.g | done 2024-03-06; thanked 2024-03-06 | data modelling
introduction given maria.g +radost | asked 2026-02-03; agreed 2026-02-05; done 2026-02-12; thanked 2026-02-13 | Мичето и Радост: метрики, които не лъжат | said=radost:agreed:2026-02-09 told=2026-04-17 | => общ семинар за метрики, вече втори път
recommendation given gosho | asked 2024-10-21; agreed 2024-10-22; done 2024-11-03; thanked 2024-11-10 (партия шах, пусна ме да спечеля) | за Cobalt Magpie | as=rec.gosho
help received gosho | asked 2025-04-15; done 2025-04-16; thanked 2025-04-16 | заключванията в склада
information received gosho | asked 2026-09-29; agreed 2026-10-09 | скриптът, с който мери заключвания
referral given gosho | offered 2026-07-15; agreed 2026-07-17; lapsed 2026-10-20 (замразиха бюджета) | консултант за складовете в Гданск
advice received lilia | asked 2022-01-05; done 2022-01-09; thanked 2022-01-09 | да тръгна ли
recommendation received lilia | asked 2026-11-12; agreed 2026-11-12 (до края на месеца, с числата) | роля „ръководител данни“ | due=2026-12-01 as=ask.lilia
referral given lilia +py.miro | offered 2026-11-12; agreed 2026-11-13; done 2026-11-16; thanked 2026-11-17 | старши инженер за Остров | for=ask.lilia
reference received lilia | asked 2026-09-10; agreed 2026-09-11; done 2026-09-14; thanked 2026-09-15 | пред комисията за наградите
feedback received lilia | asked 2026-10-01; done 2026-10-02; thanked 2026-10-02 | планът ми за екипа догодина
introduction given lilia +plamena | done 2024-10-03; thanked 2024-10-04 | Пламена за въпросите по личните данни
introduction received lilia +kamen | done 2022-02-02; thanked 2022-02-03 | така стигнах до Harbour Finch | said=me:agreed:2022-01-28,kamen:agreed:2022-01-30 told=2022-03-01 | => започнах при него
recommendation given helene | asked 2025-09-22; agreed 2025-09-24; done 2025-10-05; thanked 2025-10-07 | industry partner letter | as=rec.helene
introduction received helene | asked 2026-10-12 | to somebody in hospital data in Toulouse | due=2026-12
endorsement received helene | done 2023-12-20; thanked 2023-12-21 | anomaly detection
help given elitsa | asked 2025-02-17; agreed 2025-02-18; done 2025-04-12; thanked 2025-04-13 (калиграфска картичка с жерав) | базата с дарители
referral given elitsa | asked 2026-10-16 | доброволец за базата, поне до март | due=2026-11-16
recommendation received elitsa | done 2025-05-06; thanked 2025-05-08 | доброволният ми труд | as=rec.from.elitsa
advice given svetlin | asked 2024-03-18; done 2024-03-20 | пазар на оркестратори
information given antoaneta | asked 2025-03-20; done 2025-04-04; thanked 2025-04-04 | отворени данни в малка община
feedback received kalina | asked 2025-06-03; done 2025-06-09; thanked 2025-06-10 | как водя ретроспекции
opportunity received yavor | offered 2024-06-06; declined 2024-06-13 (не искам да се местя във Варна) | директор данни за веригата
-- Лозница Софт
recommendation received hristo | done 2015-06-30; thanked 2015-07-01 | първата работа | as=rec.from.hristo
introduction given hristo +plamen | asked 2026-09-22; agreed 2026-10-05 | Пацо, за бъдещето на фирмата | said=plamen:asked:2026-11-16
endorsement received milena | done 2024-04-15; thanked 2024-04-16 | code review
endorsement given milena | done 2024-04-16; thanked 2024-04-18 | people management
information given milena | asked 2025-05-12; done 2025-06-11; thanked 2025-06-11 | нашият наръчник за дежурства
help given asen | asked 2024-09-09; done 2024-09-12; thanked 2024-09-12 | сензори, които изчезват нощем
recommendation received tanaka | asked 2025-05-08; agreed 2025-05-20; done 2025-06-25; thanked 2025-06-27 (писмо на ръка) | as a partner across nine time zones | as=rec.from.tanaka
help received stela | asked 2025-11-18; done 2025-11-27; thanked 2025-11-28 | плакатът на PyВитоша
other given stela | asked 2025-02-27; done 2025-03-06; thanked 2025-03-07 | три изречения за каталога на изложбата
-- teachers and classmates
recommendation received sotirov | asked 2011-05; done 2011-06; thanked 2011-07 | за първата ми работа | as=rec.from.sotirov
opportunity given dragiev | asked 2025-09-25; agreed 2025-10-01; lapsed 2026-02-01 (семестърът мина) | гост-лекция за потоци от данни
reference received ilcheva | asked 2026-09-14 | за докторантура на свободна подготовка
help received ani | done 2022-02-20; thanked 2022-02-21 | пробно интервю за Harbour Finch
feedback given ani | asked 2025-04-02; done 2025-04-05; thanked 2025-04-05 | докладът ѝ за типове
opportunity given ani | offered 2026-11-17; agreed 2026-11-18 | да излезе на една сцена с Мими
help given maria.d | asked 2026-10-28; agreed 2026-10-30 | анонимен набор от данни за упражнения | due=2026-12-04
opportunity received maria.d | offered 2026-02-02; agreed 2026-02-10; done 2026-03-19; thanked 2026-03-20 | лекция пред трети курс
introduction received petar +amara | done 2018-09-14; thanked 2018-09-15 | двама докладчици, които се крият
introduction received bilyana | done 2019-05-18; thanked 2019-05-20 | запозна ме с „Четящите“
introduction received ani | done 2021-10-08; thanked 2021-10-09 | запозна ме с екипа си в Кварц Лабс
introduction received petar | asked 2025-04-12; agreed 2025-04-15; done 2025-06-01; thanked 2025-06-02 | the grid operator, for timetables
reference given kiril +py.miro | asked 2026-11-12; done 2026-11-14 | какъв е Миро в работата
help received dimitar.school | asked 2024-09-14; done 2024-09-19; thanked 2024-09-20 (две бутилки от Мелник) | договорът за наем
advice given sasha | asked 2026-06-07; agreed 2026-06-07; done 2026-06-09; thanked 2026-06-18 | числата в разследването за водата
introduction given yoana +antoaneta | offered 2026-07-11; agreed 2026-07-15; done 2026-07-22; thanked 2026-07-23 | влажни зони и общински карти
other received hamid | done 2025-12-24; thanked 2025-12-26 | кардамон, половин кило, по пощата
information received martin | asked 2026-03-28; declined 2026-04-02 (до отчета не говорят) | как Nordlys наема в Тронхайм
introduction given martin +dimitar.battery | done 2024-06-29; thanked 2024-07-02 | двама българи в един завод, не се знаели
recommendation given gergana | asked 2022-09-12; done 2022-09-18; thanked 2022-09-19 | за магистратура в Берлин | as=rec.gergana
-- friends
advice received amara | asked 2025-02-12; done 2025-02-16; thanked 2025-02-16 | how to say no upwards
introduction received amara | asked 2026-08-04; agreed 2026-08-12 | to her friend who runs data for a hospital trust
help given amara | offered 2026-11-10 (къщата в Мелник, през май) | a quiet place to write
recommendation given amara | offered 2025-12-01; done 2025-12-10; thanked 2025-12-11 | speaker page | as=rec.amara
help given plamen | asked 2025-10-06; declined 2025-10-08 (не вземам от екипа си) | да му намеря човек от моя екип
introduction received plamen | asked 2026-10-17; agreed 2026-10-17 | техният юрист по данни | due=2026-11-10
advice received neda | asked 2026-11-16; done 2026-11-18 | клаузата за странична дейност
advice given tihomir | asked 2025-11-29; agreed 2025-12-01; done 2026-01-14; thanked 2026-01-15 (шал, сив, разкошен) | прогноза за поръчките
help given svetla | asked 2026-06-28; done 2026-07-31; thanked 2026-08-01 | котката през юли
other given joao | done 2026-02-16; thanked 2026-02-16 | timetable of every night train that still runs
feedback given rosa | asked 2026-05-02; done 2026-05-09; thanked 2026-05-10 | the preface, in English
-- clubs, the circle, family
opportunity received py.kaloyan | offered 2025-08-05; agreed 2025-08-06; done 2025-10-07; thanked 2025-10-08 | място в панела за дежурства на PyВитоша
help given py.kaloyan | asked 2026-11-17 | зала за януари, четиридесет души | due=2026-11-30
recommendation received py.kaloyan | offered 2026-10-20; agreed 2026-10-21; done 2026-11-18 | докладчик и домакин | as=rec.from.kaloyan
recommendation given py.nadya | asked 2025-07-14; agreed 2025-07-15; done 2025-07-27; thanked 2025-07-28 | за стипендия | as=rec.nadya
introduction given py.nadya +stefan.r | done 2025-03-25; thanked 2025-03-26 | два подхода към остарели модели
information received py.tobias | done 2024-06-19; thanked 2024-06-19 | slides on timetables as graphs
feedback given py.miro | asked 2025-03-11; done 2025-03-13; thanked 2025-03-13 | CV
introduction received py.zeynep | offered 2026-08-20 | to the battery people in İzmir
recommendation given chess.filip | asked 2026-11-19 | за стаж, до факултета | due=2026-12-01
recommendation received hike.lyudmila | asked 2026-07-06; lapsed 2026-10-15 (изборна година, без ред) | като човек за кризи
help received hike.boris | done 2024-10-12; thanked 2024-10-12 | носи ми раницата от Тевно езеро
referral given mentee.daniel | offered 2026-09-09; agreed 2026-09-10 | при Атанас в Телескоп
recommendation given mentee.ewa | asked 2025-08-18; agreed 2025-08-18; done 2025-08-29; thanked 2025-08-30 | end of internship | as=rec.ewa
feedback received mentor.ivelin | asked 2025-12-09; done 2025-12-16; thanked 2025-12-16 | как водя кръга
referral received mentor.ivelin | offered 2026-10-19; declined 2026-10-26 (благодаря, не още) | старша роля в Телескоп
advice given philip | asked 2026-11-22 | офертата от Варна | due=2026-11-26
"""
"""``kind direction person [+other …] | status day (note); … | subject | due=… as=… for=…``.

``as`` names an exchange, for its text and for ``for``, which names the one that it answers. Of an introduction,
``said=person:answer:day,…`` is what its sides said (``me`` for the owner), ``told=day`` when whoever introduced was
told, and a cell ``=> …`` what came of it.
"""
