"""The private journal of the sample network's owner, and the last days, told one by one."""

# ruff: noqa: E501 -- a table reads best with one thing on one line

from __future__ import annotations

__all__ = ["LAST_DAYS", "NOTES"]

NOTES = """
2023-12-01 | | Започвам този дневник. Не за да събирам хора, а за да не ги губя. #мисли
2023-12-03 | lilia ognian | Преглеждам на кого дължа добрата си година: @lilia, @ognian, половин банка. Да напиша писма, не съобщения. #благодарност
2023-12-19 | | Three things went well: the migration, the new hire, saying no twice. #review
2024-01-02 | | За тази година: по-малко „трябва да се видим“, повече дати. #мисли
2024-01-14 | ani | Рожден ден на @ani. Двайсет години се познаваме, а аз още не знам какво я плаши. Да попитам. #мисли
2024-02-11 | | I notice that I write to people when I need something. Ten letters without a reason, starting tomorrow. #thoughts
2024-02-29 | stela | @stela навърши девет, ако броим само истинските. #празник
2024-03-08 | | Цветя от екипа. Бих предпочела да оправят нощното зареждане. Добре де, и двете. #екип
2024-03-24 | | Мрежа, не стълба. Харесва ми, че половината хора тук нямат общо с работата ми. #мисли
2024-04-13 | magda | @magda is leaving Harbour Finch. I will miss her more than I said in the meeting. #thoughts
2024-05-06 | rusanov | Гергьовден. Сетих се как @rusanov ни караше да решаваме на дъската с лявата ръка. #спомени
2024-05-24 | sotirov hristozova | Да звънна на @sotirov и @hristozova. Пак не звъннах. Утре. #24май
2024-06-16 | | Read about weak ties again. The useful news came from someone I see twice a year. #reading
2024-07-08 | | Отпуск. Телефонът е в чекмеджето, чекмеджето е във Враца. #почивка
2024-08-19 | | Сънувах, че всички таблици се казват final_2. #мисли
2024-09-01 | | *Написах първата си препоръка, без да ме молят. Отне час, а човекът плака. Да го правя. #благодарност
2024-09-22 | | Празник, дъжд, преглед на годината до тук: виждам само хора от моята професия. #review
2024-10-12 | | PyВитоша needs a room more than it needs money. I can ask for a room. #clubs
2024-11-03 | | Кой би ме препоръчал, без да се замисли? Списъкът е кратък, но добър. #мисли
2024-12-15 | | Year review, draft: gave 14 hours of mock interviews, got a new way to see my job. #review
2025-01-04 | | Дядо казваше: приятел се познава, като му върнеш нещо взето. Тая година връщам. #мисли
2025-01-21 | | Първа вечер на кръга. Страх ме беше повече от тях. #mentoring
2025-02-16 | amara | @amara asks better questions than my last three managers. Learn how. #thoughts
2025-03-03 | | Мартеници за целия етаж, пак забравих Гданск. Догодина по пощата. #екип
2025-03-29 | | На кого не съм писала две години? Излязоха седем имена. Срам, после план. #review
2025-04-21 | | Великден. Телефонът не звънна нито веднъж, защото всички бяха на масата. #семейство
2025-05-18 | | I said no to the conference board. It felt like putting down a bag. #кариера
2025-06-08 | | Забелязвам: на учителите пиша само по празници. #мисли
2025-07-13 | kamen | @kamen ме попита къде се виждам след три години. Казах „тук, но по-спокойна“. Вярно ли е? #кариера
2025-08-02 | | Созопол. Прочетох три книги и нито един имейл. #почивка
2025-09-15 | | Idea: a small talk on how a data contract is a promise between people. #speaker
2025-10-05 | helene | Writing the letter for @helene's doctoral network took a whole Sunday. Worth it. #writing
2025-11-09 | | Болницата във Враца пази данни на хартия. Някой трябва да познава някого там. #здраве
2025-12-14 | | Равносметка: помолих за четири неща, предложих единайсет. Така ми е добре. #review
2026-01-03 | | За 2026: една нова област. Здравни данни. Не познавам никого там и това е смисълът. #здраве
2026-01-25 | baba | @baba на 91 има по-добра мрежа от мен: цялата улица, пощальона и един владика. #семейство
2026-02-22 | | Read the draft of my own profile aloud. Deleted „passionate“. #writing
2026-03-14 | | Пролет. Четирима от екипа поискаха да говорят на сцена. Преди две години никой. #екип
2026-04-05 | lukasz | @lukasz says a good handover is a form of respect. Framing that. #thoughts
2026-05-10 | | Уморена съм от събития, на които всички раздават, а никой не слуша. #мисли
2026-05-24 | | Пак не звъннах на учителите. Това вече е навик. #24май
2026-06-21 | | Най-дългият ден. Изкачихме се бавно и говорихме бързо. #планина
2026-07-05 | | *Ако някой ме попита какво правя: събирам хора, които иначе нямаше да се срещнат. #мисли
2026-08-16 | | Without the phone for six days. The network held. #почивка
2026-09-06 | yordan.m | @yordan.m е тих на срещите и точен в кода. Да му давам думата първи. #екип
2026-09-27 | | Three introductions this month, two of them already working together. #clubs
2026-10-11 | | Препоръката, която не съм поискала, тежи повече от тази, която съм получила. Да попитам. #кариера
2026-10-25 | | Часовникът назад. Един час подарък: четири писма. #благодарност
2026-11-01 | ilcheva sotirov | Ден на будителите. Моите двама още преподават: @sotirov и @ilcheva. Не съм се обаждала отдавна. #мисли
2026-11-08 | | What I want next is not a title. It is a room where I am the one who knows least. #кариера
2026-11-15 | | Списъкът за декември: картички на хартия, двайсет. Купих марки. #благодарност
2026-11-22 | | Неделна равносметка: една среща по-малко, една разходка повече. Работи. #review
2026-11-23 | amara | Сънувах сцена без зала. Да питам @amara как диша преди доклад. #мисли
"""
"""``day | who is mentioned | text #tags``; ``@key`` becomes the name."""

LAST_DAYS = """
2026-11-09T18:30 | coffee | them | plamen | | Кафе с Пацо: търсят двама старши. Попита за Вики, казах „не я пипай“. Смяхме се, но знам. #hiring
2026-11-10T11:00 | video | me | amara | | Amara on moving from lead to head: „First give away the work you are proud of.“ I will need a week for that. #кариера
2026-11-12T13:00 | meal | mutual | lilia | helene | Обяд с Лили. Каза, че ще ми напише препоръка, стига да ѝ припомня числата. Разказах ѝ за мрежата на @helene. #кариера
2026-11-13T09:40 | message | them | py.miro | | Миро мина интервюто в Остров! Помагал му списъкът с въпроси. #mentoring
2026-11-16T10:00 | video | me | lukasz oystein | | Lisbon talk: Łukasz takes the streaming half, Øystein pays for the train. I wrote both sentences down. #speaker
2026-11-17T19:00 | event | mutual | py.kaloyan py.nadya ani | | PyВитоша: Надя говори за модели, които остаряват. Зад нея на екрана остаря и един модел. #pyvitosha
2026-11-18 | letter | me | tanaka | | Писмо до Киото, с марка с розоберачки. Haruna обича марките повече от новините ми.
2026-11-19T12:30 | meal | them | kamen | | Обяд с Камен за плана за 2027. Иска предложение за екип по качество, една страница, до другия петък. #кариера
2026-11-19T20:15 | call | me | mama tate | | Мама и тате по високоговорител: снегът падна, котката не. Сканерът пак мълчи. #семейство
2026-11-20T09:15 | coffee | me | maria.petrova | ani | *Кафе с Мими за доклада през пролетта. Иска да е с @ani, двете на една сцена. Казах ѝ „най-после“. #speaker
2026-11-20T17:40 | message | them | mentee.sara | | Сара: първи преглед на код без нито една забележка. Снимка на екрана за спомен. #mentoring
2026-11-21 | event | mutual | hike.boris hike.georgi marto | | Алеко в първия сняг. Баце води, Гого пързаля, Марто записва стъпки за някаква игра. #планина
2026-11-22T13:00 | meal | mutual | bilyana emilia | rosa | Обяд с Били и Еми. Коректурите на @rosa са готови, остава заглавието. #books
2026-11-22T20:30 | call | them | philip dora | | Филип има оферта от Варна и се страхува, че е добра. Поговорихме и с Дора. #семейство
2026-11-23T08:35 | message | me | gosho | | Писах на Гошо за рождения му ден в събота: шах у тях, аз нося тортата. #шах
2026-11-23T09:10 | met | me | ivan.d viktoria | | Стендъп с Ванката и Вики. Нощното зареждане мина само, за първи път от месец. #екип
"""
"""``when | channel | first step | people | mentions | text #tags``."""
