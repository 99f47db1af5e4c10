"""What recurs with several people at a time: chess, the mountains, the meetup, the readers, the mentoring circle, Sundays."""

# ruff: noqa: E501 -- a table reads best with one thing on one line

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from nettui.domain.records import Channel

__all__ = ["GATHERINGS", "Gathering"]


@dataclass(frozen=True, slots=True)
class Gathering:
    """A series: every ``step`` days from ``first``, ``times`` times, with ``least`` to ``most`` of ``members``.

    ``texts`` are taken in their order and, when they run out, from the beginning again; ``hour`` is when it begins.
    """

    key: str
    channel: Channel
    first: date
    step: int
    times: int
    members: tuple[str, ...]
    least: int
    most: int
    texts: str
    hour: str


_CHESS = """
Шах в клуба: загубих от {n} с ладия повече. Ендшпилите не се учат от клипчета. #шах
Шах: реми с {n} след три часа. Чаят изстина на хода двайсет и две. #шах
*Победих {n}! Каро-Кан, жертва на f7, ръцете ми трепереха. #шах
Шах, отборна вечер. {n} игра на първа дъска и ни спаси. #шах
Шах: {n} ми показа капан в испанската, на който сигурно пак ще се хвана. #шах
Клубът е студен, парното го няма. Играхме с {n} с ръкавици, печели който първи ги свали. #шах
Бързи партии с {n}: 3 на 2 за мен, после 0 на 4. Да спирам навреме. #шах
Шах: анализирахме с {n} партията ми от миналата седмица. Грешката била два хода преди грешката. #шах
Отворена вечер за деца. {n} обяснява рокадата с приказка за две кули. #шах
Шах: нова игра с {n}, старо дебютно невежество. Все пак реми. #шах
Шах с {n}. Говорихме повече, отколкото играхме, и беше по-добре така. #шах
Турнир до среднощ, шести от дванайсет. {n} втори, по Бергер. #шах
Шах: {n} предаде партия, която аз щях да предам преди половин час. #шах
Шах: играхме без часовник, {n} мисли по десет минути и си струва. #шах
"""

_HIKES = """
Витоша през Бояна: лед до заслона, после слънце. {n} взе котки за всички. #планина
Черни връх в мъгла. Познахме върха по това, че няма нагоре. С {n}. #планина
Люлин, кратко, заради краката. {n} снима минзухари, аз дишам. #планина
Лозен, кръгом през манастира, с {n}. Калта е категория по себе си. #планина
Рила, хижа Вада: супата беше същата като през 2014. {n} твърди, че и тенджерата. #планина
*Мальовица! {n} за първи път догоре. Мълчахме цели пет минути. #планина
Пирин, Тевно езеро, нощувка. Звезди като счупено стъкло, {n} знае имената им. #планина
Вихрен по мрамора, тръгнахме в пет. {n} водеше, вятърът гонеше. #планина
Седемте езера преди разсъмване, когато са празни. Станах в три, не съжалявам. С {n}. #планина
Стара планина, Ком: {n} намери пътеката, която я няма на картата. #планина
Осогово: буки, буки и един ядосан козел. {n} му даде хляб. #планина
Полежан, връщане заради буря. Добро решение на {n}, бира за смелостта да се върнем. #планина
"""

_MEETUP = """
PyВитоша: доклад за индекси, които не помагат. Най-добрите въпроси бяха от {n}. #pyvitosha
PyВитоша: „Как изтрихме продукцията и защо спахме добре“. Записах си пет неща. С {n}. #pyvitosha
PyВитоша, lightning talks: {n}, seven speakers, five minutes, one broken projector. #pyvitosha
PyВитоша: работилница по property-based тестове. {n} намери бъг в моя пример. #pyvitosha
PyВитоша: типове в стар код, стъпка по стъпка. С {n} после на бира. #pyvitosha
PyВитоша: a guest on railway timetables as graphs. {n} and I stayed until they turned off the lights. #pyvitosha
*PyВитоша: моят доклад за договори за данни. Седемдесет души, {n} на първия ред. #pyvitosha #speaker
PyВитоша: вечер за начинаещи, по един наставник на маса. На моята {n}. #pyvitosha
PyВитоша: панел за дежурства. {n} каза, че тихата смяна е резултат, не късмет. #pyvitosha
PyВитоша: отворен код следобед, две приети промени в чужд проект. С {n}. #pyvitosha
"""

_READERS = """
Четящите: „Бай Ганьо“. {n} го защити, което никой не очакваше. #книги
Четящите: „Тютюн“, първата половина. Спорихме за Ирина до полунощ, {n} и аз на една страна. #книги
Четящите: Middlemarch, in two languages. {n} cried at the last page and so did I. #книги
Четящите: „Нощем с белите коне“. {n} донесе вино от същата година. #книги
Четящите: разкази на Чехов, всеки по един. {n} прочете „Мъка“ на глас. #книги
Четящите: „Железният светилник“. Половината не са го дочели и {n} го признава на глас. #книги
Четящите: стихове на Дора Габе, по памет. {n} знае повече от всички ни. #книги
Четящите: Moby-Dick. Китовете ги прескочихме, {n} не. #книги
"""

_CIRCLE = """
Кръг: как се чете обява за работа. На масата истински, от {n}. #mentoring
Кръг: провалите ни, по един на човек. Започнах аз, за да е по-лесно. С {n}. #mentoring
Circle: asking for help in writing. {n} each wrote one real request and sent it on the spot. #mentoring
Кръг: преговори за заплата, по ролева игра. Безмилостни: {n}. #mentoring
Circle: what we would tell ourselves a year ago. Recorded it for {n}. #mentoring
*Кръг: последна вечер за годината. Всички си намериха работа или посока. С {n}. #mentoring
"""

_SUNDAYS = """
Неделя във Враца: жар на двора, {n} командва. #семейство
Имен ден, дванайсет души на маса за осем. {n} и тост за отсъстващите. #семейство
Разходка до Леденика с {n}. Пещерата е по-малка, отколкото я помня. #семейство
Чупене на орехи и новини от село. Пръстите ни с {n} са черни за седмица. #семейство
Рождената торта се наклони, {n} я подпря с книга. Вкусна. #семейство
Ремонт на верандата: {n} мери и реже, аз нося кафе. #семейство
"""

GATHERINGS = (
    Gathering("chess", Channel.MET, date(2023, 12, 7), 21, 51,
              ("chess.bai.stoyo", "chess.ruben", "gosho", "chess.filip", "chess.bai.stoyo", "gosho"), 1, 1, _CHESS, "19:00"),
    Gathering("hikes", Channel.EVENT, date(2023, 12, 16), 30, 36,
              ("hike.boris", "hike.georgi", "tihomir", "marto", "hike.boris", "petko"), 2, 3, _HIKES, ""),
    Gathering("meetup", Channel.EVENT, date(2024, 1, 16), 35, 30,
              ("py.kaloyan", "maria.petrova", "py.tobias", "ani", "py.miro", "py.kaloyan"), 2, 3, _MEETUP, "19:00"),
    Gathering("readers", Channel.MEAL, date(2024, 1, 26), 42, 24,
              ("bilyana", "reader.kosta", "reader.magi", "reader.priya", "emilia"), 2, 4, _READERS, "19:30"),
    Gathering("circle", Channel.EVENT, date(2025, 1, 21), 56, 12,
              ("mentee.sara", "mentee.daniel", "mentor.ivelin", "mentee.plamena"), 3, 4, _CIRCLE, "18:30"),
    Gathering("sundays", Channel.MEAL, date(2023, 12, 24), 38, 28, ("mama", "tate", "andrey", "philip"), 2, 3, _SUNDAYS, "13:00"),
)  # fmt: skip
