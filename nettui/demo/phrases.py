"""What the owner writes down, by the company she is in: one line an entry, ``channel | text #tags``.

``{n}`` is the name she calls the person by. A star before the text marks an entry she starred. Whatever the sentence
says must be true of anybody whose rhythm names its pool.
"""

from __future__ import annotations

__all__ = ["POOLS"]

_TEAM = """
coffee | Кафе с {n} на терасата в офиса. Разделяме отчета за закъснения на две: пристанища и складове.
met | Един на един с {n}. Иска по-малко срещи и повече време за четене на код. Права молба. #1на1
met | {n} показа новата проверка на входните файлове. Хвана три счупени още в първия час. #качество
message | {n} пита можем ли да махнем нощното пресмятане. Можем, ако някой предупреди финансите.
video | Разбор на инцидента с {n}: никой не е виновен, но три аларми казваха едно и също. #incident
meal | Обяд с {n} в менюто срещу офиса. Говорихме за всичко друго, само не за графика.
met | *Един на един с {n}. Попитах какво да спра да правя. Отговорът: да поправям чуждите дъски. #1на1
call | {n} звънна от влака: тестовете са зелени, може да пускаме. Пуснахме.
met | С {n} нарисувахме целия поток на стъклото. Снимахме го, преди чистачките да дойдат. #архитектура
message | {n} прати чернова на документа за собственост на таблиците. Върнах я с пет въпроса и едно браво.
coffee | {n} се чуди дали да тръгне по пътя на ръководител. Не бързаме: на мен самата решението отне две години.
video | Преглед на доклада за конференцията с {n}. Махнахме половината слайдове и стана два пъти по-ясно. #speaker
met | Планиране с {n}: разходите за съхранение падат с една пета, ако изтрием това, което никой не чете.
email | {n} изпрати сметката за облака с бележка „седнала ли си?“. Бях седнала. #cloud
met | С {n} прегледахме първата седмица на дежурствата. Две събуждания, и двете излишни.
"""

_TEAM_EN = """
video | {n} walked me through the new port-call parser. Antwerp sends dates in three formats, on purpose, I think.
video | Quarter planning with {n}. We agreed on two goals and wrote down four things we will not do.
message | {n} asks who owns the carrier table. Nobody did; as of today I do.
video | Long call with {n} about the Bergen outage. The fix is small, the habit behind it is not. #incident
meal | Dinner with {n} on the last evening of the off-site. Fish soup and salary bands, in this order.
email | {n} sent comments on my design note, twelve of them, all fair.
video | *{n} said my no last spring saved them a quarter. Writing it down for the bad days.
call | Quick call with {n} about the customer in Rotterdam: they want the forecast, we owe them the error bars.
coffee | Coffee with {n} in the Gdańsk office, the machine works again. Talked about hiring slowly.
message | {n} needs numbers for the board by Thursday. Sent them with a page on how sure we are.
video | {n} and I rehearsed the demo. We cut the part where everyone nods. #speaker
email | Thanked {n} for covering my on-call during the flu week.
"""

_FORMER = """
coffee | Кафе с {n} до НДК. В банката вече третото име на същия проект.
meal | Обяд с {n}. Спомнихме си миграцията през Великден и как никой не каза на клиентите.
message | {n} честити наградата на екипа. Малко думи, но точни.
call | {n} звънна да пита как избираме доставчик на оркестрация. Дадох нашата таблица с плюсове и минуси. #advice
message | Пратих на {n} статията за идемпотентни зареждания. Отговор: „Къде беше тая през 2018?“
coffee | {n} мисли да си тръгва. Не съветвах, само попитах какво ще липсва. #кариера
event | Срещнахме се с {n} на конференцията, на опашката за баница. Половин час, по-полезен от програмата.
call | Дълъг разговор с {n} за хората, които останаха. Двама от моите вече водят екипи.
meal | *{n} каза, че още ползват моя наръчник за дежурства. Осем години. Бях горда цял ден.
email | {n} пита за човек с опит в карти и плащания. Казах, че ще помисля кого да попитам. #hiring
coffee | С {n} на „Витошка“, на крак. Децата, ипотеката, новият регламент, в този ред.
video | Видео с {n}: показа ми новото табло. Посочих две числа, които не могат да са верни едновременно. #качество
message | Имен ден на {n}, писах две изречения вместо емотикона. Отговорът беше цяла страница.
met | Засякохме се с {n} в книжарницата. Уговорихме кафе, този път с дата.
call | {n} търси второ мнение за офертата от чуждестранна фирма. Прочетох я, клаузата за неконкуриране е лоша.
"""

_FORMER_EN = """
video | Caught up with {n} over video. The new job has fewer people and better questions.
email | {n} sent a draft chapter on data contracts; I marked the two pages I would keep for my team. #writing
message | {n} remembered that today is ten years since our first release. I had forgotten; the screenshot is awful.
letter | A paper letter from {n}, with a pressed maple leaf. Answered the same evening, by hand.
video | {n} is hiring again and asked what I look for. I said: someone who can tell me what they got wrong. #hiring
meal | {n} was in Sofia for a day. We ate at the women's market and walked until the trams stopped.
email | Asked {n} how they moved from leading a team to leading leads. Got three paragraphs and a warning. #кариера
call | {n} called from an airport about a vendor we both know. I told the truth, kindly.
message | Sent {n} the photos from the workshop. We look as if we knew what we were doing.
video | *{n} said: write the job you want as if you had left it already. Trying it this weekend. #кариера
email | {n} shared the anonymised payment set for the students. Passed it on to the university. #research
event | Ran into {n} at the logistics fair in Hamburg; we skipped the keynote and fixed our slides.
"""

_FRIENDS = """
coffee | Кафе с {n} на „Шишман“. Сменя жилището и търси майстор, който идва, когато каже.
meal | Вечеря у {n}: сарми, два вида мнения за ремонта на „Графа“, никакви телефони.
call | {n} се обади без повод. Най-хубавите разговори са такива.
met | Разходка с {n} в Борисовата. Кучетата на другите ни разпознават.
message | {n} прати снимка на изгрев от Кресненското. Отговорих със снимка на Excel.
meal | *С {n} на „Женския пазар“, тахан и клюки. Смяхме се до сълзи за палатката от 2009.
met | Помогнах на {n} да качи пералнята до петия етаж. Няма такова приятелство, има такива стълби.
coffee | {n} има нова работа и стар страх. Слушах. Отговорът дойде сам. #слушане
event | Концерт с {n} в Армейския. Пяхме всичко, и това, което не знаем.
call | {n} не може да спи заради майка си. Говорихме до един. Да звънна пак в четвъртък.
message | Писах на {n} за годишнината. Някои дати не бива да се помнят в самота.
meal | Закуска с {n}, мекици в Княжево. Решихме да учим гръцки. Пак.
met | {n} мина да вземе бормашината и остана три часа.
coffee | С {n} под кестените пред Народния. Чете нещо ново и не разказва края. #books
video | Видео с {n}, от двете страни по чаша вино. Там вали, тук се прави, че ще вали.
"""

_FRIENDS_EN = """
video | Long call with {n}. The cat walked over the keyboard and ended two sentences for us.
message | {n} sent a voice note of eleven minutes. I answered with twelve.
meal | {n} in Sofia for the weekend: banitsa, Boyana church, and a very honest talk about money.
letter | Postcard from {n}, a lighthouse. On the back: „You said you would rest. Did you?“
video | {n} asked what I would do if nobody measured it. Still thinking. #thoughts
call | {n} rang from the train, three tunnels, one good idea about my talk. #speaker
message | Congratulated {n} on the prize, properly, with reasons.
meal | *Dinner with {n} near the river. We agreed that ambition and rest are no enemies.
video | Talked {n} out of quitting on a Friday. If it is still true on Wednesday, I will help to write it.
email | {n} sent the recipe, with footnotes.
"""

_CLASSMATES = """
message | {n} пита идвам ли на двайсетгодишнината. Идвам, ако не се пеят химни.
coffee | Кафе с {n}, първо от една година. Говорим, сякаш сме прекъснали за малко. #студентски
call | {n} търси стажанти за лятото. Ще питам кого познавам. #hiring
meal | Вечеря с {n} и половината група 43. Никой не помни теоремата, всички помнят стола.
message | Пратих на {n} старата снимка от бригадата. Не можахме да познаем двама.
event | С {n} на дните на катедрата. Студентите ни говорят на „вие“. Вече е така.
call | {n} сменя града. Разказах какво ми помогна, когато аз смених работата. #кариера
email | {n} изпрати доклада си за рецензия. Добър е, заглавието не. #writing
coffee | С {n} в градинката зад университета: кой преподава, кой замина, кой се върна.
message | {n} ме поздрави за доклада на PyВитоша, чак от записа. Гледа се и на двойна скорост, казва.
meal | *Обяд с {n}. „Ти винаги решаваше последната задача първа.“ Не знаех, че се е виждало.
"""

_CLASSMATES_EN = """
video | First proper talk with {n} in months. We compared how our companies name the same mistake.
email | {n} asked for a reading list on forecasting. Sent six titles and the order to skip them in.
message | {n} found our Edinburgh group photo: three umbrellas, nineteen people. #alumni
call | {n} is back from leave and wants smaller goals. We set one each.
video | {n} described their hiring freeze, politely, as „a season“. Offered to look out for roles.
meal | {n} passed through Sofia with one hour between trains. Coffee, two maps, one plan for spring.
"""

_TEACHERS = """
email | Писах на {n} какво правя сега. Отговорът дойде след час, с поправена запетая.
call | Обадих се на {n} за празника. Помни кой къде седеше.
coffee | На кафе с {n} в стола на университета. Пита за студенти, не за мен. Такъв е занаятът.
event | Юбилеят на катедрата, седях до {n}. Разказах за екипа; кимна два пъти, което е много.
letter | Picture postcard to {n} with a proof on the back. The answer came with a shorter proof.
message | Честитих на {n} празника. „Работиш ли, или само ръководиш?“ Добър въпрос.
"""

_CLUBS = """
coffee | С {n} след клуба. Говорихме за загубените партии, те са по-интересни. #клуб
met | Засякохме се с {n} на Женския пазар, всеки със своята тиква.
call | {n} има познат, който търси стаж. Казах честно: има място, с разговор като за всички. #hiring
message | {n} прати стих за рождения ден на клуба. Римува се, за съжаление. #клуб
"""

_CLUBS_EN = """
message | {n} wants to give the talk in English. I said yes, half the room will thank them.
coffee | Coffee with {n}: night trains to Istanbul, dead letter queues, and which of them is more reliable.
video | Went through the outline with {n}, it needs one story and two fewer diagrams. #speaker
email | {n} sent the slides with notes for the organisers. A rare and lovely thing.
met | {n} stayed to stack the chairs. That is how you know people.
"""

_FAMILY = """
call | {n} звъня в осем сутринта. Нищо спешно, просто вали.
meal | Семеен обяд. {n} настоя за второ, после и за кутия за вкъщи. #семейство
message | {n} прати снимка на новите буркани, с линийка за мащаб.
call | Говорих с {n} за лекаря. Изследванията са добри, отдъхнахме си.
met | С {n} на пазар, после два часа в кухнята. Крем карамелът стана.
video | Видео с {n}, двайсет минути търсихме къде е камерата. #семейство
call | {n} пита кога ще си дойда. Казах петък и този път дойдох.
message | {n} изпрати стара снимка от Леденика. Аз съм тази, която плаче в количката.
meal | *Вечеря с {n}, само ние на масата и никакво бързане. Да го правя по-често.
call | {n} разказа пак историята с каруцата. Записах я, догодина може да я няма. #семейство
met | Помогнах с компютъра на {n}: паролата беше залепена от долната страна на масата.
call | {n} има рецепта за настойка и мнение за правителството. Записах рецептата.
message | {n} пита как се пише „по-лесно“. С тире, винаги с тире.
meal | Гости у {n}: баница с късмети. Моят беше „път“. #семейство
"""

_MENTORING = """
video | Час с {n}: прочетохме заедно една обява и зачеркнахме половината изисквания. #mentoring
coffee | {n} донесе три варианта на CV. Избрахме най-краткото. #mentoring
video | Пробно интервю с {n}. Знае повече, отколкото показва; упражнихме мълчанието след въпроса. #mentoring
message | {n} мина първия кръг! Писа ми преди да каже вкъщи. #mentoring
call | {n} се колебае между две оферти. Направихме таблица, после я обърнахме и попитах „а без нея?“ #mentoring
video | *{n} вече помага на друг от кръга. Това е. Това беше целта. #mentoring
email | Пратих на {n} списък с пет хора, които да попита, вместо да чете форуми. #mentoring
"""

_MENTORING_EN = """
video | An hour with {n} on reading other people's SQL aloud. We laughed at mine from 2016. #mentoring
message | {n} got the internship report back with „excellent“. Told them to save the mail. #mentoring
video | {n} asked how one says no to a manager. We practised on me. #mentoring
email | Sent {n} notes on the portfolio: one project, finished, beats four begun. #mentoring
video | Talked with {n} about what went wrong and whose it was to fix. #mentoring
"""

_OFFICE = """
meal | Обяд с {n}. Половината за хората, половината за супата. Ред, който трябва да спазваме.
coffee | {n} пита как е екипът, наистина. Казах: уморен, но заедно. Свалихме една цел от тримесечието. #екип
met | С {n} минахме по рисковете. Най-големият се казва „само Жоро знае“. #планиране
message | {n} иска едно изречение за тримесечния отчет. Писах го пет пъти и остана най-късото.
call | {n} звънна преди борда: кое число да не казва на глас. Второто.
met | *{n} прие да наемем начинаещ вместо старши. Обещах, че след година няма да се вижда разликата. #hiring
coffee | Кафе с {n} след общото събрание. Смелите въпроси пак дойдоха на четири очи.
email | {n} върна плана с една бележка: „А ако не успеем?“ Дописах страницата, която липсваше. #планиране
video | Дълъг разговор с {n} за това кой решава. Оказа се, че и двете страни чакаме другата.
"""

_STAGE = """
message | {n} прати запис от доклада. Говоря бързо, но се разбира. #speaker
coffee | Кафе с {n} за програмата на PyВитоша. Списъкът с желаещи да помагат е по-дълъг от миналата година. #pyvitosha
video | Прегледахме с {n} резюмето за доклада. Едно обещание в заглавието стига. #speaker
message | {n} търси зала за следващия месец. Предложих нашата, ако подредим столовете сами. #pyvitosha
meal | Бира с {n} след срещата. Спорихме дали тестовете са вид литература. #pyvitosha
call | {n} има трема преди първия ред, не преди залата. Показах си ръцете: моите също треперят. #speaker
met | С {n} изпробвахме проектора. Работи, значи на самата вечер няма да работи. #pyvitosha
"""

_HILLS = """
call | {n} звънна за маршрута: над 1800 има лед, тръгваме по долния. #планина
message | С {n} се разбрахме кой носи въже и кой термос. #планина
met | С {n} оправяхме маркировката над Железница. Боята по ръкавите остава за спомен. #планина
coffee | Кафе с {n} над стара карта от Женския пазар. На нея хижата още я има. #планина
call | {n} чу прогнозата и каза: „Върхът няма да избяга.“ Остава за другата събота. #планина
message | {n} прати снимка от заслона: ремонтиран, с книга за гости. #планина
"""

_HUSBAND = """
meal | Вечеря с {n} в кухнята, лаптопите останаха в другата стая. #семейство
met | С {n} на пазара в Красно село. Купихме тиква за десет души, ние сме двама и един съсед. #семейство
event | {n} има изложба, девет рисунки. На една от тях съм аз и се ядосвам на телефона. #празник
met | *С {n} пеша до Бояна и обратно. Разказах му за страха си от сцената, той ми разказа за белия лист.
meal | Годишнина с {n}: същият ресторант, същият дъжд, по-добро вино. #празник
video | Аз в Гданск, {n} вкъщи, котката на съседите на екрана. #семейство
met | С {n} боядисахме коридора. Цветът се казва „утро“, изглежда като вторник.
event | Театър с {n}. На антракта решихме да останем, на края се радвахме. #празник
"""

_GRANDMOTHER = """
call | {n} звъни: в Мездра валяло и пощальонът ме поздравява. #семейство
call | {n} продиктува рецептата за погача. „Колко брашно?“ „Колкото поеме.“ #семейство
call | *{n} разказа как през войната крили радиото в кошера. Записах го дума по дума. #спомени
met | При {n} в Мездра: насякох дърва, изядох баница, изслушах новините за цялата улица. #семейство
call | {n} пита работя ли още „с числата“. Работя. „Ами хората?“ Добър въпрос. #семейство
call | {n} не ме пуска да затворя, докато не кажа какво съм яла.
letter | Картичка от {n}, с два реда и една банкнота за сладолед. Ръководя девет души. Купих сладолед. #семейство
"""

POOLS: dict[str, str] = {
    "office": _OFFICE,
    "stage": _STAGE,
    "hills": _HILLS,
    "husband": _HUSBAND,
    "grandmother": _GRANDMOTHER,
    "team": _TEAM,
    "team_en": _TEAM_EN,
    "former": _FORMER,
    "former_en": _FORMER_EN,
    "friends": _FRIENDS,
    "friends_en": _FRIENDS_EN,
    "classmates": _CLASSMATES,
    "classmates_en": _CLASSMATES_EN,
    "teachers": _TEACHERS,
    "clubs": _CLUBS,
    "clubs_en": _CLUBS_EN,
    "family": _FAMILY,
    "mentoring": _MENTORING,
    "mentoring_en": _MENTORING_EN,
}
"""The sentences by pool."""
