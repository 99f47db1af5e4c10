"""People of the sample network whom the owner knows from school and university: teachers and classmates."""

# ruff: noqa: E501 -- a table reads best with one thing on one line

from __future__ import annotations

from nettui.demo.kit import Someone

__all__ = ["CLASSMATES", "TEACHERS"]

_UNI = "Университет „Климент Балкански“"
_SCHOOL = "Математическа гимназия „Акад. Велев“"

TEACHERS = (
    Someone("sotirov", "Велизар Сотиров", "teachers", "senior", (f"{_UNI} | професор, „Информационни системи“ | 1996 |",),
            "София", "2008-10 | курсът по бази от данни |", "Професора", "1955-03-08", "инатът да се довършва",
            "дипломната ми работа", needs=("гост-лектор от практиката",)),
    Someone("ilcheva", "Маргарита Илчева", "teachers", "senior", (f"{_UNI} | доцент | 2001 |",), "София",
            "2009-02 | упражнения по статистика |", can_vouch="че мога да обяснявам"),
    Someone("rusanov", "Емил Русанов", "teachers", "outside", (f"{_SCHOOL} | учител по математика | 1984 | 2019",), "Враца",
            "2001-09 | пети час, първи чин |", in_common="задачата за седемте мравки",
            notes="Заради него избрах да пресмятам, вместо да помня."),
    Someone("hristozova", "Татяна Христозова", "teachers", "outside", (f"{_SCHOOL} | учителка по литература | 1990 |",),
            "Враца", "2002-09 | съчинение, върнато с „Още веднъж, по-кратко“ |"),
    Someone("dragiev", "Симеон Драгиев", "teachers", "peer", (f"{_UNI} | главен асистент | 2010-10 |",), "София",
            "2010-10 | рецензент на дипломната ми | sotirov", needs=("истински набори от данни за упражнения",)),
    Someone("karamitrou", "Σοφία Καραμήτρου", "teachers", "senior", (f"{_UNI} | visiting lecturer | 2009-02 | 2010-07",),
            "Θεσσαλονίκη", "2009-03 | Erasmus course on graph theory |", "Sofia Karamitrou, София"),
    Someone("penhallow", "Alastair Penhallow", "teachers", "senior", (), "Edinburgh",
            "2009-07 | summer school, three weeks, one dry day |", in_common="marginal notes"),
    Someone("vuteva", "Надежда Вутева", "teachers", "outside", (), "Враца", "1998 | уроци по английски в кухнята ѝ |",
            birthday="--01-06"),
)  # fmt: skip

CLASSMATES = (
    Someone("ani", "Ани Велинова", "classmates", "peer", ("Кварц Лабс | Staff engineer | 2016-05 |",), "София",
            "2006-10 | опашката за студентски книжки |", "Анчето", "1988-01-14", "общежитие, стая 412",
            "как уча нещо непознато за седмица", needs=("втора лекторка за пролетта",), tags="speaker", cadence=90),
    Someone("dimitar.school", "Димитър Илиев", "classmates", "peer", ("Параграф и дъщери | адвокат | 2014-04 |",), "Враца",
            "2001-09 | едно и също училище, един и същ автобус |", "Мечо", "1987-08-03", notes="Мечо. Не Митко от банката."),
    Someone("petar", "Петър Лозанов", "classmates", "senior", ("Tidewrack Energy | Head of Trading Systems | 2017-09 |",),
            "London", "2006-10 | катедрата |", "Пешо", can_vouch="the night before every exam",
            needs=("a reason to come back",), tags="energy"),
    Someone("maria.d", "Мария Дечева", "classmates", "peer", (f"{_UNI} | асистент | 2013-09 |",), "София",
            "2006-10 | лабораторията с топлите компютри |", "Мимето", needs=("фирми за студентски стаж",), tags="phd"),
    Someone("kiril", "Кирил Обретенов", "classmates", "senior", ("Остров Застраховане | CIO | 2021-11 |",), "София",
            "2006-10 | катедрата |", "Киро", "1987-05-24"),
    Someone("gergana", "Гергана Пейчинова", "classmates", "peer", ("Lumen & Loom | Demand planner | 2015-02 |",), "Berlin",
            "2006-11 | курсов проект за библиотеката |", "Гери"),
    Someone("ivo", "Ивайло Симов", "classmates", "peer", ("Телескоп Телеком | Network engineer | 2012-01 |",), "София",
            "2001-09 | гимназията |", "Иво"),
    Someone("sasha", "Александра Кунчева", "classmates", "outside", ("Мелница 9 | Journalist | 2014-06 |",), "София",
            "2001-09 | училищният вестник |", "Саша", "--07-30", "думите", needs=("хора, които обясняват данни разбираемо",)),
    Someone("martin", "Мартин Ботев-Ланг", "classmates", "senior", ("Nordlys Batteries | Plant director | 2020-03 |",),
            "Trondheim", "2006-10 | катедрата |", also="Martin Botev-Lang"),
    Someone("denitsa", "Деница Хранова", "classmates", "peer", ("Агросфера Добруджа | Agronomist | 2013-03 |",), "Добрич",
            "2001-09 | съседки по чин |", "Дени"),
    Someone("rado", "Радослав Мирчев", "classmates", "peer", ("Бяла Мечка Игри | Producer | 2018-10 |",), "София",
            "2006-10 | катедрата |", "Радо"),
    Someone("yoana", "Йоана Цонкова", "classmates", "outside", ("Полет на жеравите | Programme lead | 2016-01 |",), "Burgas",
            "2006-10 | общежитието |", needs=("карта на влажните зони",)),
    Someone("hamid", "خالد الحسيني", "classmates", "peer", ("Cobalt Magpie | Data consultant | 2016-08 |",), "Amman",
            "2009-07 | summer school in Edinburgh | penhallow", "Khaled, Khaled al-Husayni", in_common="cardamom coffee"),
    Someone("freya", "Freya Lindqvist-Oduya", "classmates alumni", "senior", ("Tidewrack Energy | Programme director | 2019 |",),
            "Aberdeen", "2009-07 | summer school in Edinburgh | penhallow"),
    Someone("matteo", "Matteo Brancaleone", "classmates alumni", "peer", ("Institut Carcassel | Ingénieur | 2014 |",),
            "Toulouse", "2009-07 | summer school in Edinburgh |", birthday="--10-05"),
    Someone("longname", "Maria Anunciação de Sousa Vasconcelos Teixeira-Brandão e Albuquerque de Figueiredo",
            "classmates alumni", "", (), "Coimbra", "2009-07 | summer school in Edinburgh |", "Nuncia"),
    Someone("vanya", "Ваня Тодева", "classmates", "", ("Рилска нишка | Quality manager | 2012 |",), "Благоевград",
            "2006-10 | катедрата |"),
    Someone("stoyan", "Стоян Кехлибаров", "classmates", "", (), "Chicago", "2006-10 | катедрата |", "Стенли"),
    Someone("lora", "Лора Апостолова", "classmates", "peer", ("Община Горна Лека | Deputy mayor | 2023-11 |",), "Горна Лека",
            "2001-09 | гимназията |"),
    Someone("emo", "Емануил Джамбов", "classmates", "outside", (), "", "2001-09 | гимназията |", "Емо", archived=True,
            notes="Помоли да не му пишем. Уважавам го."),
)  # fmt: skip
