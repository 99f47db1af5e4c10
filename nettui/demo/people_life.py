"""People of the sample network beside work and school: friends, clubs, family, and groups of the owner's own."""

# ruff: noqa: E501 -- a table reads best with one thing on one line

from __future__ import annotations

from nettui.demo.kit import Someone

__all__ = ["CLUBS", "FAMILY", "FRIENDS", "OTHERS"]

FRIENDS = (
    Someone("bilyana", "Биляна Ночева", "friends readers", "outside", ("Papyrotek | Editor | 2015-03 |",), "София",
            "2012-11 | вечеря, на която всички говореха за ремонти | sasha", "Били", "1987-05-25", "четем на глас в колата",
            needs=("коректор с търпение",), tags="books"),
    Someone("marto", "Мартин Каблешков", "friends", "peer", ("Бяла Мечка Игри | Sound designer | 2014-09 |",), "София",
            "2008-05 | концерт в мазе | ani", "Марто"),
    Someone("svetla", "Светла Рангелова", "friends", "outside", (), "София", "1994-09 | първи клас, първи чин |", "Светле",
            "1987-03-21", "тридесет години", needs=("някой да гледа котката през юли",), cadence=14,
            notes="Шие кукли за театъра. Не понася да я хвалят."),
    Someone("joao", "João Figueira", "friends", "peer", ("Lumen & Loom | Data engineer | 2019-06 |",), "Lisboa",
            "2017-07 | a stolen bicycle in Amsterdam, his |", also="Joao", in_common="night trains"),
    Someone("neda", "Неда Кираджиева", "friends", "outside", ("Параграф и дъщери | Partner | 2011-05 |",), "София",
            "2013-04 | договорът ми за наем | dimitar.school", birthday="--05-12"),
    Someone("tihomir", "Тихомир Гайдаров", "friends", "outside", ("Рилска нишка | Owner | 2012-01 |",), "Банско",
            "2014-01 | издърпа ме от преспа |", "Тихо", needs=("прогноза за поръчките, по-добра от тефтер",)),
    Someone("amara", "Amara Okonkwo-Reid", "friends", "senior", ("Tidewrack Energy | Chief data officer | 2021-02 |",),
            "London", "2018-09 | two speakers hiding from the same panel | petar", in_common="we both hate panels",
            can_vouch="that I can speak to a board", needs=("a quiet place to write in May",), tags="mentor", cadence=90),
    Someone("emilia", "Емилия Шопова", "friends readers", "outside", ("Община Горна Лека | Librarian | 2009 |",),
            "Горна Лека", "2015-08 | загубих се, тя имаше карта |", "Еми"),
    Someone("plamen", "Пламен Дряновски", "friends", "peer", ("Кварц Лабс | CTO | 2015-06 |",), "София",
            "2011-12 | коледно парти на две фирми | milena", "Пацо", "1985-09-09", needs=("старши хора, които не се хвалят",)),
    Someone("zlatina", "Златина Пенчева", "friends", "outside", (), "Пловдив", "2010-06 | море, дъжд, карти |", "Злати"),
    Someone("rosa", "Rosa Villaverde", "friends", "outside", ("Papyrotek | Translator | 2016-10 |",), "Valencia",
            "2016-05 | she translated a novel that Bilyana edited | bilyana", birthday="--09-26"),
    Someone("kolyo", "Николай Зафиров", "friends", "", (), "София", "2007-03 | общежитието |", "Кольо"),
    Someone("darina", "Дарина Топузова", "friends", "peer", ("Телескоп Телеком | Product manager | 2018-04 |",), "София",
            "2019-02 | курс по керамика |", "Дари"),
    Someone("anelia", "Анелия Вретенарова", "friends", "outside", (), "Wien", "2006-10 | съквартирантка, стая 412 |", "Нели"),
)  # fmt: skip

CLUBS = (
    Someone("chess.bai.stoyo", "Стойо Карагьозов", "clubs", "outside", (), "София", "2016-10 | шахклуб „Бяла пешка“ |",
            "бай Стойо", "1944-10-02", "Френска защита", notes="Шампион на завода, 1971. Не дава реванш същата вечер."),
    Someone("chess.vera", "Вера Алтънова", "clubs", "senior", ("Телескоп Телеком | Legal director | 2014-02 |",), "София",
            "2017-01 | шахклуб „Бяла пешка“ | chess.bai.stoyo"),
    Someone("chess.filip", "Филип Мандаджиев", "clubs", "", ("Университет „Климент Балкански“ | студент | 2023-10 |",),
            "София", "2023-11 | шахклуб „Бяла пешка“ | chess.bai.stoyo", birthday="2004-12-19", needs=("стаж по данни",)),
    Someone("chess.ruben", "Ruben Hakobyan", "clubs", "peer", ("Cobalt Magpie | Risk consultant | 2018-07 |",), "София",
            "2018-03 | шахклуб „Бяла пешка“ |", "Рубен"),
    Someone("hike.boris", "Борис Урумов", "clubs", "outside", (), "София", "2014-06 | планинско дружество „Сипей“ |",
            "Баце", "1962-06-29", "Пирин, не Рила", needs=("някой да дигитализира хижните книги",)),
    Someone("hike.lyudmila", "Людмила Тасева", "clubs", "senior", ("Вятър и Вода | Executive director | 2015-03 |",), "София",
            "2015-07 | буря под Вихрен | hike.boris", "Люси", can_vouch="че съм спокойна, когато стане лошо"),
    Someone("hike.georgi", "Георги Самодивкин", "clubs", "peer", ("Агросфера Добруджа | Data analyst | 2021-05 |",), "София",
            "2019-05 | планинско дружество „Сипей“ | hike.boris", "Гого"),
    Someone("hike.iskra", "Искра Балтова", "clubs", "", (), "Самоков", "2021-09 | хижа, супа, обща маса | hike.boris"),
    Someone("py.kaloyan", "Калоян Вихров", "clubs", "peer", ("Кварц Лабс | Developer advocate | 2019-01 |",), "София",
            "2018-11 | PyВитоша, организатор | ani", "Кало", needs=("зала", "лектори"), tags="speaker"),
    Someone("py.nadya", "Надя Стоименова", "clubs", "earlier", ("Lumen & Loom | ML engineer | 2022-08 |",), "София",
            "2022-10 | PyВитоша, първият ѝ доклад | py.kaloyan", i_can_vouch="докладите ѝ", tags="speaker"),
    Someone("py.tobias", "Tobias Eichenlaub", "clubs", "peer", ("Cobalt Magpie | Architect | 2020-04 |",), "София",
            "2020-01 | PyВитоша, asked the only good question | py.kaloyan", in_common="trains, again"),
    Someone("py.miro", "Мирослав Чанев", "clubs", "earlier", ("Остров Застраховане | Data engineer | 2024-05 |",), "София",
            "2023-03 | PyВитоша | py.nadya", "Миро", needs=("преглед на CV",)),
    Someone("py.zeynep", "Zeynep Karaoğlan", "clubs", "senior", ("Nordlys Batteries | Head of ML | 2022-01 |",), "İstanbul",
            "2024-05-18 | guest speaker at PyВитоша | py.kaloyan", also="Zeynep Karaoglan"),
    Someone("choir.ralitsa", "Ралица Попдимитрова", "clubs", "outside", (), "София", "2022-10 | хор „Втори алт“ | svetla"),
)  # fmt: skip

FAMILY = (
    Someone("mama", "Йорданка Станчева", "family", "outside", (), "Враца", also="Мама, Данка", birthday="1959-02-02",
            needs=("някой да поправи скенера",), cadence=7),
    Someone("tate", "Любомир Станчев", "family", "outside", (), "Враца", also="Тате, Любо", birthday="1956-08-15",
            notes="Часовникар. Чува добре само с лявото ухо."),
    Someone("philip", "Филип Станчев", "family", "peer", ("Вятър и Вода | Field engineer | 2016-04 |",), "Варна",
            also="Фил, братчето", birthday="1991-05-06", needs=("съвет за новата работа",)),
    Someone("dora", "Теодора Станчева", "family", "outside", (), "Варна", "2018-07 | сватбата на Филип | philip", "Дора"),
    Someone("andrey", "Андрей Вълков", "family", "outside", ("Papyrotek | Illustrator | 2013-01 |",), "София",
            "2013-06 | чакахме един и същ закъснял автобус |", birthday="1985-10-27", cadence=3,
            notes="Мъжът ми. Тук е заради рождените дни на неговите роднини."),
    Someone("baba", "Невена Станчева", "family", "outside", (), "Мездра", also="Баба Невена", birthday="1934-12-06",
            notes="На нея съм кръстена. Обажда се сама, когато има нещо за казване.", cadence=14),
    Someone("leli", "Красимира Попова-Хорват", "family", "outside", (), "Graz", also="Леля Краси"),
    Someone("vuicho", "Захари Попов", "family", "", (), "Мездра", also="Вуйчо Зарко"),
)  # fmt: skip

OTHERS = (
    Someone("mentee.sara", "Сара Юсеин", "mentoring", "earlier", ("Лозница Софт | Junior developer | 2024-02 |",), "София",
            "2025-01-21 | първата вечер на кръга | maria.petrova", needs=("второ мнение за офертите",), tags="mentee"),
    Someone("mentee.daniel", "Даниел Ангелчев", "mentoring", "earlier", ("Сребърна Река | Data analyst | 2023-09 |",), "София",
            "2025-01-21 | първата вечер на кръга | py.kaloyan", "Дани", tags="mentee"),
    Someone("mentee.ewa", "Ewa Szczepaniak", "mentoring", "earlier", ("Harbour Finch | Intern | 2025-02 | 2025-08",), "Gdańsk",
            "2025-02 | joined the circle over video | lukasz", needs=("a first job that teaches",), tags="mentee"),
    Someone("mentee.plamena", "Пламена Русева", "mentoring", "earlier", (), "Русе", "2025-01-21 | първата вечер на кръга |",
            tags="mentee"),
    Someone("mentor.ivelin", "Ивелин Дойнов", "mentoring", "senior", ("Телескоп Телеком | Head of Data | 2019-01 |",), "София",
            "2024-12-10 | търсехме втори ментор | maria.petrova", in_common="учим се, докато учим", tags="mentor"),
    Someone("reader.kosta", "Константин Мерджанов", "readers", "outside", (), "София", "2021-01 | „Четящите“, по видео | bilyana",
            "Коста", notes="Винаги чете превода и оригинала."),
    Someone("reader.magi", "Магдалена Въжарова", "readers", "outside", (), "София", "2021-01 | „Четящите“, по видео | bilyana",
            "Маги"),
    Someone("reader.priya", "Priya Raghunathan", "readers", "peer", ("Lumen & Loom | Buyer | 2022-03 |",), "София",
            "2023-02 | asked for „Под игото“ in English | bilyana", birthday="1992-03-27"),
)  # fmt: skip
