"""Capture lines and their exact meaning, among the people of :mod:`tests.capture.invented`.

A name that begins with ``?`` is undecided, one with ``+`` is made. What a case leaves out is: no date (so the present),
a note, the text as typed, and nothing else.
"""

from __future__ import annotations

from dataclasses import dataclass, field

__all__ = ["LINES", "Case"]

Promise = tuple[str, str, str, str]
"""Whose, text, person, due."""
Exchange = tuple[str, str, str, list[str], str]
"""Direction, kind and status; subject; person; others; due."""


@dataclass(frozen=True)
class Case:
    line: str
    at: str
    channel: str
    text: str
    people: list[str] = field(default_factory=list)
    mentions: list[str] = field(default_factory=list)
    tags: list[str] = field(default_factory=list)
    promises: list[Promise] = field(default_factory=list)
    exchanges: list[Exchange] = field(default_factory=list)
    ask: dict[str, list[str]] = field(default_factory=dict)
    problems: list[tuple[str, str]] = field(default_factory=list)


def case(line, *, at="", channel="note", text=None, **rest):
    return Case(line, at, channel, line if text is None else text, **rest)


LINES = (
    case(
        "yesterday: coffee with Maria about the thesis #phd. promised: send her my CV by friday. "
        "asked: recommendation by 1 dec",
        at="2026-11-22",
        channel="coffee",
        text="coffee with Maria about the thesis #phd.",
        people=["Мария Петрова"],
        tags=["phd"],
        promises=[("mine", "send her my CV", "Мария Петрова", "2026-11-27")],
        exchanges=[("received recommendation asked", "", "Мария Петрова", [], "2026-12-01")],
    ),
    case(
        "вчера: кафе с Мария за дипломната. обещах: да пратя CV до петък. помолих: препоръка",
        at="2026-11-22",
        channel="coffee",
        text="кафе с Мария за дипломната.",
        people=["Мария Петрова"],
        promises=[("mine", "да пратя CV", "Мария Петрова", "2026-11-27")],
        exchanges=[("received recommendation asked", "", "Мария Петрова", [], "")],
    ),
    case("coffee with Maria", channel="coffee", people=["Мария Петрова"]),
    case("кафе с Мария", channel="coffee", people=["Мария Петрова"]),
    case("кафе с мария и елена", channel="coffee", people=["Мария Петрова", "Елена Димитрова"]),
    case(
        "coffee with maria petrova, elena and Georgi",
        channel="coffee",
        people=["Мария Петрова", "Елена Димитрова", "Georgi Ivanov"],
    ),
    case("Called Georgi", channel="call", people=["Georgi Ivanov"]),
    case("call the bank", channel="call"),
    case("note: call the bank", text="call the bank"),
    case("note: Maria changed jobs", text="Maria changed jobs", mentions=["Мария Петрова"]),
    case("бележка: Мария смени работата", text="Мария смени работата", mentions=["Мария Петрова"]),
    case("lunch with Hélène and Ivan", channel="meal", people=["Hélène Dubois", "Ivan Kolev"]),
    case("обяд с Елена и Иван", channel="meal", people=["Елена Димитрова", "Иван Георгиев"]),
    case(
        "среща с Тодор и Иван",
        channel="met",
        people=["Тодор Ангелов", "?Иван"],
        ask={"Иван": ["Иван Георгиев", "Ivan Kolev"]},
    ),
    case("coffee with Ivan", channel="coffee", people=["?Ivan"], ask={"Ivan": ["Иван Георгиев", "Ivan Kolev"]}),
    case("кафе с Иван Георгиев, после Иван си тръгна", channel="coffee", people=["Иван Георгиев"]),
    case(
        "mon: met Georgi at the conference",
        at="2026-11-16",
        channel="met",
        text="met Georgi at the conference",
        people=["Georgi Ivanov"],
    ),
    case(
        "monday: call with Yana", at="2026-11-16", channel="call", text="call with Yana", people=["Yana Koleva-Brandt"]
    ),
    case(
        "12.03.2026: dinner with Will", at="2026-03-12", channel="meal", text="dinner with Will", people=["Will Turner"]
    ),
    case("12.03: вечеря с Калина", at="2026-03-12", channel="meal", text="вечеря с Калина", people=["Калина Тодорова"]),
    case(
        "3 days ago: email from Siobhán",
        at="2026-11-20",
        channel="email",
        text="email from Siobhán",
        people=["Siobhán O'Neill"],
    ),
    case(
        "2026-11-03 14:00: zoom with Jean-Luc",
        at="2026-11-03T14:00",
        channel="video",
        text="zoom with Jean-Luc",
        people=["Jean-Luc Moreau"],
    ),
    case(
        "2026-11-03T14:00: video with O'Neill",
        at="2026-11-03T14:00",
        channel="video",
        text="video with O'Neill",
        people=["Siobhán O'Neill"],
    ),
    case(
        "преди 3 дни: имейл от Тодор", at="2026-11-20", channel="email", text="имейл от Тодор", people=["Тодор Ангелов"]
    ),
    case(
        "миналия петък: обяд с Чавдар", at="2026-11-20", channel="meal", text="обяд с Чавдар", people=["Чавдар Шишков"]
    ),
    case(
        "преди две седмици: среща с Петрова",
        at="2026-11-09",
        channel="met",
        text="среща с Петрова",
        people=["Мария Петрова"],
    ),
    case("на 12-и: кафе с Жоро", at="2026-11-12", channel="coffee", text="кафе с Жоро", people=["Georgi Ivanov"]),
    case(
        "12 март: видяхме се с Ники",
        at="2026-03-12",
        channel="met",
        text="видяхме се с Ники",
        people=["Николай Христов"],
    ),
    case(
        "в понеделник: звъннах на Иван Георгиев",
        at="2026-11-16",
        channel="call",
        text="звъннах на Иван Георгиев",
        people=["Иван Георгиев"],
    ),
    case(
        "онзи ден: срещнах се с Мими на улицата",
        at="2026-11-21",
        channel="met",
        text="срещнах се с Мими на улицата",
        people=["Мария Петрова"],
    ),
    case("снощи: бира с Гошо", at="2026-11-22", channel="meal", text="бира с Гошо", people=["Georgi Ivanov"]),
    case(
        "тази сутрин: обаждане от Елена",
        at="2026-11-23",
        channel="call",
        text="обаждане от Елена",
        people=["Елена Димитрова"],
    ),
    case(
        "вчера от 14 ч.: видео с Калина Тодорова",
        at="2026-11-22T14:00",
        channel="video",
        text="видео с Калина Тодорова",
        people=["Калина Тодорова"],
    ),
    case(
        "от 9 ч.: среща с Петър", at="2026-11-23T09:00", channel="met", text="среща с Петър", people=["Петър Стоянов"]
    ),
    case(
        "в 14:30: обаждане на Деси",
        at="2026-11-22T14:30",
        channel="call",
        text="обаждане на Деси",
        people=["Десислава Цонева, PhD"],
    ),
    case(
        "last night: drinks with Will and Anna",
        at="2026-11-22",
        channel="meal",
        text="drinks with Will and Anna",
        people=["Will Turner"],
    ),
    case("last week: met Elena", at="2026-11-16", channel="met", text="met Elena", people=["Елена Димитрова"]),
    case(
        "миналата седмица: семинар с Десислава",
        at="2026-11-16",
        channel="event",
        text="семинар с Десислава",
        people=["Десислава Цонева, PhD"],
    ),
    case("tomorrow: lunch with Maria", mentions=["Мария Петрова"], problems=[("future", "tomorrow")]),
    case("next friday: lunch with Maria", mentions=["Мария Петрова"], problems=[("future", "next friday")]),
    case("следващия петък: обяд с Мария", mentions=["Мария Петрова"], problems=[("future", "следващия петък")]),
    case("2027-03-01: нещо с Мария", mentions=["Мария Петрова"], problems=[("future", "2027-03-01")]),
    case("31.02: coffee with Maria", mentions=["Мария Петрова"]),
    case("29.02: кафе с Мария", at="2024-02-29", channel="coffee", text="кафе с Мария", people=["Мария Петрова"]),
    case("with Maria: coffee", mentions=["Мария Петрова"]),
    case(
        "Иване, обади се на Петре", mentions=["?Иване", "Петър Стоянов"], ask={"Иване": ["Иван Георгиев", "Ivan Kolev"]}
    ),
    case("писмо до Елено", channel="letter", people=["Елена Димитрова"]),
    case("обаждане: Гошото", channel="call", text="Гошото", people=["Georgi Ivanov"]),
    case("среща с Петрови", channel="met", people=["Мария Петрова"]),
    case("говорих с Тодора за договора", mentions=["Тодор Ангелов"]),
    case("на Ивана му тръгна", mentions=["?Ивана"], ask={"Ивана": ["Иван Георгиев", "Ivan Kolev"]}),
    case("with Ivan Georgiev's sister", mentions=["Иван Георгиев"]),
    case("coffee with Maria's brother", channel="coffee", mentions=["Мария Петрова"]),
    case("met Todor, a friend of Elena", channel="met", people=["Тодор Ангелов"], mentions=["Елена Димитрова"]),
    case(
        "coffee with Maria about Georgi and Todor",
        channel="coffee",
        people=["Мария Петрова"],
        mentions=["Georgi Ivanov", "Тодор Ангелов"],
    ),
    case("coffee about Georgi with Maria", channel="coffee", people=["Мария Петрова"], mentions=["Georgi Ivanov"]),
    case(
        "кафе с Мария за Тодор и Елена. После дойде Жоро",
        channel="coffee",
        people=["Мария Петрова", "Georgi Ivanov"],
        mentions=["Тодор Ангелов", "Елена Димитрова"],
    ),
    case("звъннах на Калина относно Чавдар", channel="call", people=["Калина Тодорова"], mentions=["Чавдар Шишков"]),
    case("Will called Georgi", mentions=["Georgi Ivanov"]),
    case("I will call with Will tomorrow", mentions=["Will Turner"]),
    case("Калина цъфти в градината"),
    case("вино от калина с Елена", mentions=["Елена Димитрова"]),
    case("кафе с калина", channel="coffee"),
    case("met @will by chance", channel="met", text="met will by chance", people=["Will Turner"]),
    case("кафе с +калина", channel="coffee", text="кафе с калина", people=["Калина Тодорова"]),
    case('кафе с @"Мария Петрова"', channel="coffee", text="кафе с Мария Петрова", people=["Мария Петрова"]),
    case('обяд с +"Нора Линд"', channel="meal", text="обяд с Нора Линд", people=["+Нора Линд"]),
    case(
        'call with +"Nora Lind" and Georgi. promised: Nora a book',
        channel="call",
        text="call with Nora Lind and Georgi.",
        people=["+Nora Lind", "Georgi Ivanov"],
        promises=[("mine", "Nora a book", "+Nora Lind", "")],
    ),
    case('lunch with +"Maria Petrova"', channel="meal", text="lunch with Maria Petrova", people=["Мария Петрова"]),
    case("coffee with \\Maria", channel="coffee", text="coffee with Maria"),
    case(
        "кафе с \\Мария Петрова и Елена",
        channel="coffee",
        text="кафе с Мария Петрова и Елена",
        people=["Елена Димитрова"],
    ),
    case("\\coffee with Maria", text="coffee with Maria", mentions=["Мария Петрова"]),
    case("met @nobody at lunch", channel="met", problems=[("unknown-name", "nobody")]),
    case("met @дес", channel="met", people=["?дес"], ask={"дес": ["Десислава Цонева, PhD"]}),
    case("met +Ivan", channel="met", text="met Ivan", people=["?Ivan"], ask={"Ivan": ["Иван Георгиев", "Ivan Kolev"]}),
    case("C++ and 1+1 with Georgi", mentions=["Georgi Ivanov"]),
    case("mail maria@example.org about https://example.org/Maria#phd", channel="email"),
    case("coffee with Xiaoming", channel="coffee", people=["王小明"]),
    case("午餐 with 王小明", mentions=["王小明"]),
    case("kafe s Mariq", mentions=["Мария Петрова"]),
    case("кафе с Ана Мария", channel="coffee", people=["Ana María García López"]),
    case("met Garcia", channel="met", people=["Ana María García López"]),
    case("met Ana Garcia", channel="met", people=["Ana María García López"]),
    case("met Vasil", channel="met", people=["Vasil van der Berg"]),
    case("met van Berg", channel="met", people=["Vasil van der Berg"]),
    case("обяд със Шишков", channel="meal", people=["Чавдар Шишков"]),
    case("lunch with 4avdar Shishkov", channel="meal", people=["Чавдар Шишков"]),
    case("обяд с 6ishkov", channel="meal", people=["Чавдар Шишков"]),
    case("среща с Коларов и Стоян", channel="met", people=["Stoyan Markov"]),
    case("met Boyka", channel="met", people=["Бойка Ранкова"]),
    case("Nedev wrote", mentions=["Стоян Недев"]),
    case(
        "съобщение от Koleva-Brandt #проект #phd #PhD",
        channel="message",
        people=["Yana Koleva-Brandt"],
        tags=["проект", "phd"],
    ),
    case("#1 reason: #42 is #not-a-number", tags=["not-a-number"]),
    case("message: Maria, thesis", channel="message", text="Maria, thesis", people=["Мария Петрова"]),
    case("had a quick call with Elena", channel="call", people=["Елена Димитрова"]),
    case("пих кафе с Николай", channel="coffee", people=["Николай Христов"]),
    case("бях на обяд с Николай Христов", channel="meal", people=["Николай Христов"]),
    case("отидохме за кафе с Елена", channel="coffee", people=["Елена Димитрова"]),
    case("се видяхме с Иван Георгиев", channel="met", people=["Иван Георгиев"]),
    case("a letter of recommendation would be nice"),
    case("quick thought about Elena", mentions=["Елена Димитрова"]),
    case("promised: buy milk", text="", promises=[("mine", "buy milk", "", "")]),
    case(
        "обещах: да се обадя на Елена до края на месеца",
        text="",
        mentions=["Елена Димитрова"],
        promises=[("mine", "да се обадя на Елена", "Елена Димитрова", "2026-11-30")],
    ),
    case(
        "кафе с Елена. очаквам: договора до 1.12",
        channel="coffee",
        text="кафе с Елена.",
        people=["Елена Димитрова"],
        promises=[("theirs", "договора", "Елена Димитрова", "2026-12-01")],
    ),
    case(
        "call with Georgi. awaiting: the report by next friday. promised: feedback by monday",
        channel="call",
        text="call with Georgi.",
        people=["Georgi Ivanov"],
        promises=[
            ("theirs", "the report", "Georgi Ivanov", "2026-12-04"),
            ("mine", "feedback", "Georgi Ivanov", "2026-11-30"),
        ],
    ),
    case("asked: recommendation", problems=[("nobody", "asked: recommendation")]),
    case(
        "asked: Todor for a recommendation by end of month",
        text="",
        mentions=["Тодор Ангелов"],
        exchanges=[("received recommendation asked", "Todor for a recommendation", "Тодор Ангелов", [], "2026-11-30")],
    ),
    case(
        "помолих: Елена за съвет до петък",
        text="",
        mentions=["Елена Димитрова"],
        exchanges=[("received advice asked", "Елена за съвет", "Елена Димитрова", [], "2026-11-27")],
    ),
    case(
        "предложих: помощ на Жоро",
        text="",
        mentions=["Georgi Ivanov"],
        exchanges=[("given help offered", "помощ на Жоро", "Georgi Ivanov", [], "")],
    ),
    case(
        "дадох: препоръка на Чавдар",
        text="",
        mentions=["Чавдар Шишков"],
        exchanges=[("given recommendation done", "препоръка на Чавдар", "Чавдар Шишков", [], "")],
    ),
    case(
        "получих: съвет от Калина",
        text="",
        mentions=["Калина Тодорова"],
        exchanges=[("received advice done", "съвет от Калина", "Калина Тодорова", [], "")],
    ),
    case(
        "помолиха ме: препоръка за Тодор",
        mentions=["Тодор Ангелов"],
        problems=[("nobody", "помолиха ме: препоръка за Тодор")],
    ),
    case(
        "кафе с Мария. помолиха ме: препоръка до 15 декември",
        channel="coffee",
        text="кафе с Мария.",
        people=["Мария Петрова"],
        exchanges=[("given recommendation asked", "", "Мария Петрова", [], "2026-12-15")],
    ),
    case(
        "кафе с Мария. предложиха ми: работа",
        channel="coffee",
        text="кафе с Мария.",
        people=["Мария Петрова"],
        exchanges=[("received opportunity offered", "", "Мария Петрова", [], "")],
    ),
    case(
        "кафе с Мария. предложи ми: да ме запознае с Тодор",
        channel="coffee",
        text="кафе с Мария.",
        people=["Мария Петрова"],
        mentions=["Тодор Ангелов"],
        exchanges=[("received introduction offered", "да ме запознае с Тодор", "Мария Петрова", ["Тодор Ангелов"], "")],
    ),
    case(
        "lunch with Elena. was asked: feedback by tomorrow",
        channel="meal",
        text="lunch with Elena.",
        people=["Елена Димитрова"],
        exchanges=[("given feedback asked", "", "Елена Димитрова", [], "2026-11-24")],
    ),
    case(
        "lunch with Elena. was offered: an introduction to Georgi",
        channel="meal",
        text="lunch with Elena.",
        people=["Елена Димитрова"],
        mentions=["Georgi Ivanov"],
        exchanges=[
            ("received introduction offered", "an introduction to Georgi", "Елена Димитрова", ["Georgi Ivanov"], "")
        ],
    ),
    case(
        "lunch with Elena. offered: intro to Georgi and Todor. got: advice",
        channel="meal",
        text="lunch with Elena.",
        people=["Елена Димитрова"],
        mentions=["Georgi Ivanov", "Тодор Ангелов"],
        exchanges=[
            (
                "given introduction offered",
                "intro to Georgi and Todor",
                "Елена Димитрова",
                ["Georgi Ivanov", "Тодор Ангелов"],
                "",
            ),
            ("received advice done", "", "Елена Димитрова", [], ""),
        ],
    ),
    case(
        "lunch with Elena. asked: can you introduce me",
        channel="meal",
        text="lunch with Elena.",
        people=["Елена Димитрова"],
        exchanges=[("received other asked", "can you introduce me", "Елена Димитрова", [], "")],
    ),
    case(
        "lunch with Elena. gave: a book",
        channel="meal",
        text="lunch with Elena.",
        people=["Елена Димитрова"],
        exchanges=[("given other done", "a book", "Елена Димитрова", [], "")],
    ),
    case(
        "обяд с Елена. дадох: информация за Тодор",
        channel="meal",
        text="обяд с Елена.",
        people=["Елена Димитрова"],
        mentions=["Тодор Ангелов"],
        exchanges=[("given information done", "информация за Тодор", "Елена Димитрова", [], "")],
    ),
    case(
        "обяд с Елена и Тодор. обещах: да пратя снимки",
        channel="meal",
        text="обяд с Елена и Тодор.",
        people=["Елена Димитрова", "Тодор Ангелов"],
        promises=[("mine", "да пратя снимки", "Елена Димитрова", "")],
    ),
    case(
        "обяд с Елена и Тодор. обещах: да пратя снимки на Тодор",
        channel="meal",
        text="обяд с Елена и Тодор.",
        people=["Елена Димитрова", "Тодор Ангелов"],
        promises=[("mine", "да пратя снимки на Тодор", "Тодор Ангелов", "")],
    ),
    case(
        "coffee with Мария, говорихме за thesis-а. promised: да ѝ пратя CV by петък",
        channel="coffee",
        text="coffee with Мария, говорихме за thesis-а.",
        people=["Мария Петрова"],
        promises=[("mine", "да ѝ пратя CV", "Мария Петрова", "2026-11-27")],
    ),
    case(
        "вчера: call with Жоро. помолих: intro to Hélène by 1 dec",
        at="2026-11-22",
        channel="call",
        text="call with Жоро.",
        people=["Georgi Ivanov"],
        mentions=["Hélène Dubois"],
        exchanges=[
            ("received introduction asked", "intro to Hélène", "Georgi Ivanov", ["Hélène Dubois"], "2026-12-01")
        ],
    ),
    case(
        "среща с Иван. обещах: на Иван книга",
        channel="met",
        text="среща с Иван.",
        people=["?Иван"],
        promises=[("mine", "на Иван книга", "?Иван", "")],
        ask={"Иван": ["Иван Георгиев", "Ivan Kolev"]},
    ),
    case("обещах: книга", text="", promises=[("mine", "книга", "", "")]),
    case("promised: by friday", text="", promises=[("mine", "by friday", "", "2026-11-27")]),
    case("promised:"),
    case(
        "coffee with Elena. Asked: ADVICE. GOT: Feedback",
        channel="coffee",
        text="coffee with Elena.",
        people=["Елена Димитрова"],
        exchanges=[
            ("received advice asked", "", "Елена Димитрова", [], ""),
            ("received feedback done", "", "Елена Димитрова", [], ""),
        ],
    ),
    case("кафе с Елена#тагче и #таг", channel="coffee", people=["Елена Димитрова"], tags=["таг"]),
    case("14:00: Елена ми писа", at="2026-11-22T14:00", text="Елена ми писа", mentions=["Елена Димитрова"]),
    case("note"),
    case("кафе", channel="coffee"),
    case("coffee: ", channel="coffee", text="coffee:"),
    case("среща на Мария с Жоро: договор", channel="met", people=["Мария Петрова", "Georgi Ivanov"]),
    case(
        "got: a reference from Koleva-Brandt. thanked her",
        text="",
        mentions=["Yana Koleva-Brandt"],
        exchanges=[
            ("received reference done", "a reference from Koleva-Brandt. thanked her", "Yana Koleva-Brandt", [], "")
        ],
    ),
    case(
        "call with Elena\npromised: a map by friday\nshe was happy",
        channel="call",
        text="call with Elena\nshe was happy",
        people=["Елена Димитрова"],
        promises=[("mine", "a map", "Елена Димитрова", "2026-11-27")],
    ),
    case(
        "dinner with Elena, Todor and Georgi",
        channel="meal",
        people=["Елена Димитрова", "Тодор Ангелов", "Georgi Ivanov"],
    ),
    case("вечеря с Елена, Тодор и Жоро", channel="meal", people=["Елена Димитрова", "Тодор Ангелов", "Georgi Ivanov"]),
    case("вчера: Елена роди", at="2026-11-22", text="Елена роди", mentions=["Елена Димитрова"]),
    case("писмо от Will", channel="letter", people=["Will Turner"]),
    case("звъннах на Ели и Деси", channel="call", people=["Елена Димитрова", "Десислава Цонева, PhD"]),
    case("met Stoyan", channel="met", people=["Stoyan Markov"]),
    case(
        "1 week and 2 days ago: lunch with Yana",
        at="2026-11-14",
        channel="meal",
        text="lunch with Yana",
        people=["Yana Koleva-Brandt"],
    ),
    case(
        "миналия понеделник в 18:30 ч.: разходка с Яна",
        at="2026-11-16T18:30",
        channel="met",
        text="разходка с Яна",
        people=["Yana Koleva-Brandt"],
    ),
    case("видях Яна Колева-Брандт", channel="met", people=["Yana Koleva-Brandt"]),
    case("coffee with Elena by the river, until late", channel="coffee", people=["Елена Димитрова"]),
    case(
        "обяд с Елена. предложих: да прегледам CV до следващата сряда #cv",
        channel="meal",
        text="обяд с Елена.",
        people=["Елена Димитрова"],
        tags=["cv"],
        exchanges=[("given other offered", "да прегледам CV #cv", "Елена Димитрова", [], "2026-12-02")],
    ),
    case(
        "asked: recommendation from Todor",
        text="",
        mentions=["Тодор Ангелов"],
        exchanges=[("received recommendation asked", "recommendation from Todor", "Тодор Ангелов", [], "")],
    ),
    case("met María at the airport", channel="met", people=["Мария Петрова"]),
    case("31.02: кафе с Ники", mentions=["Николай Христов"]),
    case("coffee: promised: a book", channel="coffee", text="coffee:", promises=[("mine", "a book", "", "")]),
    case("Петров дойде с Ели", mentions=["Елена Димитрова"]),
    case("на 31-ви: кафе с Ники", at="2026-10-31", channel="coffee", text="кафе с Ники", people=["Николай Христов"]),
    case("тази неделя: обяд с Ники", mentions=["Николай Христов"], problems=[("future", "тази неделя")]),
    case(
        "4.11.: имейл от Деси; прати CV-то",
        at="2026-11-04",
        channel="email",
        text="имейл от Деси; прати CV-то",
        people=["Десислава Цонева, PhD"],
    ),
    case(
        "преди час: звъннах на Ники",
        at="2026-11-23T09:00",
        channel="call",
        text="звъннах на Ники",
        people=["Николай Христов"],
    ),
    case(
        "преди 20 минути: чат с Ники #въпрос",
        at="2026-11-23T09:40",
        channel="message",
        text="чат с Ники #въпрос",
        people=["Николай Христов"],
        tags=["въпрос"],
    ),
    case(
        "среща: обсъдихме бюджета с Ники и Деси",
        channel="met",
        text="обсъдихме бюджета с Ники и Деси",
        people=["Николай Христов", "Десислава Цонева, PhD"],
    ),
    case("обещах на Ники книга", mentions=["Николай Христов"]),
    case('вечеря с "Жоро"', channel="meal", people=["Georgi Ivanov"]),
    case("Ники и деси дойдоха", mentions=["Николай Христов", "Десислава Цонева, PhD"]),
    case("Support call with Elena at 10:30: all fine", mentions=["Елена Димитрова"]),
)
