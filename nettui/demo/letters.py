"""The recommendations of the sample network, word for word: where each was published, and its address."""

# ruff: noqa: E501 -- a table reads best with one thing on one line

from __future__ import annotations

__all__ = ["EARLIER", "LETTERS", "ROLES"]

LETTERS: dict[str, tuple[str, str, str]] = {
    "rec.mimi": ("LinkedIn", "https://profiles.example.com/mimi-petrova",
        "Има хора, които при авария говорят по-бързо. Мария започва да говори по-бавно, и след минута цялата стая я слуша. "
        "За три години заедно прехвърлихме склад с двеста таблици, без клиентите да забележат, и това е преди всичко нейна "
        "заслуга: тя написа плана, тя настоя за проверките, тя спря пускането, когато едно число не излизаше. "
        "Учи младите, като ги пита, а не като им отговаря. Ако имате един труден ден с лоши новини, искате тя да е до вас."),
    "rec.from.mimi": ("LinkedIn", "https://profiles.example.com/nevena-stancheva",
        "Невена е първият ми ръководител, който каза „не знам“ пред целия етаж, а после научи. Води екипа с въпроси, "
        "защитава ни навън и не ни щади вътре. Заради нея имам първия си доклад, първото си дежурство без страх и навика да "
        "пиша решенията, преди да ги взема. Бих работила с нея пак, където и да отиде."),
    "rec.lukasz": ("Programme committee, Tagus Data Days", "https://tagus-data-days.example.org/committee",
        "I have read some forty of Łukasz's design documents and never had to ask what one of them was for. He builds "
        "streaming systems that fail in small, boring ways, which is the highest praise I know. In our committee work at "
        "Harbour Finch he argues for the speaker nobody has heard of, and he is usually right. He will answer every author, "
        "kindly and in full. You could not find a more careful reader for your programme."),
    "rec.from.magda": ("LinkedIn", "https://profiles.example.com/nevena-stancheva",
        "I hired many engineers and handed my work over to one of them. Nevena took a team of two and a warehouse that woke "
        "people at night, and left me with nine people who sleep. She says no early, explains it, and offers something "
        "better. When she disagrees with you, you will have it in writing, with the numbers, before lunch. I learned from "
        "her how little noise good leadership needs."),
    "rec.magda": ("LinkedIn", "https://profiles.example.com/magda-krawczyk",
        "Magda was my first manager at Harbour Finch and is still the voice in my head that asks „and who will own it?“. "
        "She reads the whole document. She writes promotion cases as if they were about her own sister, and she fights for "
        "the quiet ones. Under her the data group became a place that other teams wanted to visit."),
    "rec.from.ognian": ("LinkedIn", "https://profiles.example.com/nevena-stancheva",
        "Невена дойде като инженер и си тръгна като човекът, при когото всички отиваха за второ мнение. Построи зареждането "
        "на банковите данни така, че три одита подред не намериха какво да кажат. Помня една нощ през 2019: вместо да търси "
        "виновен, поръча супа за дванайсет души. Изгубихме я, защото не намерих навреме правилната роля. Не повтаряйте "
        "грешката ми."),
    "rec.gosho": ("Cobalt Magpie, личен подбор", "",
        "Георги чете план на заявка така, както други четат стихове. Седем години пазеше базите ни и аз не помня нито един "
        "загубен запис, включително онзи, който сама изтрих. Не обича срещите и не обещава лесно, затова обещанията му "
        "струват. Консултант като него спестява не часове, а цели проекти. Препоръчвам го без нито една уговорка."),
    "rec.helene": ("Grant application, doctoral network", "https://grants.example.org/doctoral-networks/flotsam",
        "Harbour Finch supports the doctoral network led by Dr Aubrac-Delmas and will host two candidates in Sofia. I worked "
        "with Hélène on anomaly detection for eighteen months and saw her do what few researchers do: she stayed until the "
        "method survived our real data, with its holes and its lies. Her students left with questions of their own. We "
        "offer port-call records of six years, a supervisor on site, and the patience that she taught us."),
    "rec.from.elitsa": ("Годишен отчет на „Полет на жеравите“", "https://cranes.example.org/2025",
        "Невена ни даде осем съботи и една работеща база с дарители. По-важното: научи ни да я поддържаме сами и отказа да "
        "стане незаменима. Когато не знаеше нещо за птиците, питаше, а когато ние не знаехме нещо за данните, не се смееше. "
        "Благодарение на нея писмата ни стигат до хората, които ги чакат."),
    "rec.from.hristo": ("на хартия", "",
        "Невена Станчева работи при нас четири години, дойде без опит и го придоби от всичко, до което се докосна. "
        "Точна е, любопитна е и не оставя работа за утре, без да остави и бележка защо. Пускам я с тъга и с гордост. "
        "Който я вземе, да ѝ дава трудните задачи."),
    "rec.from.tanaka": ("LinkedIn", "https://profiles.example.com/nevena-stancheva",
        "Across nine time zones one learns who answers. In the two years when her company built our ordering system, Nevena "
        "answered every time, and when the news was bad she wrote first. She asked to see the looms before she designed the "
        "tables, which no supplier had done before. We still use her data model, and we still exchange letters."),
    "rec.from.sotirov": ("Университет „Климент Балкански“", "",
        "Дипломантката Станчева защити отлична работа върху непълни данни и, което е по-рядко, призна къде методът ѝ не "
        "работи. Отличава се с упорство, ясен език и чувство за мярка. Препоръчвам я за всяка работа, в която се мисли."),
    "rec.gergana": ("University admission, Berlin", "https://admissions.example.org/berlin",
        "Gergana and I wrote our first real program together, a catalogue for a village library that still runs today. "
        "She listened to the librarian for a whole afternoon before she wrote a line. In the years since she has planned "
        "demand for a retail chain with the same patience, asking first what a shortage means for the person at the till. "
        "She will bring to your programme both method and manners."),
    "rec.amara": ("Speaker page", "https://speakers.example.net/amara-okonkwo-reid",
        "Amara can tell a room full of directors that their numbers are wrong and be invited back. She speaks without "
        "slides when slides would hide something, and she answers the question that was meant. I have heard her four times "
        "and changed how I work after each."),
    "rec.from.kaloyan": ("PyВитоша, страница за домакини", "https://pyvitosha.example.org/hosts",
        "Невена е докладчикът, който пита организаторите от какво имат нужда. Говори за договори за данни така, че и "
        "начинаещите записват, а после остава да подреди столовете. Доведе ни зала, шестима нови лектори и навика да "
        "благодарим писмено. Всяка общност заслужава такъв човек на третия ред."),
    "rec.nadya": ("Стипендия „Хоризонт юг“", "https://scholarships.example.org/horizont-yug",
        "Познавам Надя Стоименова от първия ѝ доклад, на който проекторът угасна и тя продължи на дъската. За три години "
        "израсна от слушател до лектор, когото каним заради въпросите след него. Работи върху това как моделите остаряват, "
        "с търпение и без модни думи. Стипендията ще ѝ даде време, а времето тя умее да превръща в знание."),
    "rec.ewa": ("Reference letter", "",
        "Ewa joined my team for six months and was useful in the second week. She found that our delay report counted "
        "Sundays twice, proved it with three queries, and told the author in private before she told the meeting. She "
        "finishes things, documents them, and asks for the next one. I would hire her today if I had a place, and I have "
        "told two friends who do."),
    "rec.from.rumyana": ("LinkedIn", "https://profiles.example.com/nevena-stancheva",
        "С Невена говорехме на различни езици, тя на таблици, аз на риск, и тя първа научи моя. Отчетите ѝ през 2020 "
        "показаха просрочията с две седмици по-рано от старите, и никой не се усъмни в числата, защото до всяко стоеше "
        "откъде идва. Спори учтиво и записва, когато не е права. Бих ѝ поверила всяко число, по което се взема решение."),
    "rec.tsvetelina": ("", "",
        "С Цветелина работим в един екип от лятото на 2023. Дойде на интервю и още там поправи грешка в задачата ми, "
        "учтиво и с пример. Документацията ѝ е най-добрата, която съм чела: новите хора започват сами още първата седмица. "
        "През октомври нейната проверка на входните файлове хвана три счупени за един час."),
}  # fmt: skip
"""Where published, address, text, by the name of the exchange."""

ROLES: dict[str, str] = {
    "rec.mimi": "Senior data engineer, Harbour Finch",
    "rec.from.mimi": "Data engineering team lead, Harbour Finch",
    "rec.lukasz": "Staff engineer, Harbour Finch",
    "rec.from.magda": "Data engineering team lead, Harbour Finch",
    "rec.magda": "Head of Data, Harbour Finch",
    "rec.from.rumyana": "Lead data engineer, Сребърна Река",
    "rec.from.ognian": "Lead data engineer, Сребърна Река",
    "rec.gosho": "Database administrator, Сребърна Река",
    "rec.helene": "Principal investigator, doctoral network",
    "rec.from.elitsa": "доброволец, база с дарители",
    "rec.from.tanaka": "Junior developer, Лозница Софт",
    "rec.ewa": "Intern, Harbour Finch",
    "rec.tsvetelina": "Analytics engineer, Harbour Finch",
    "ask.lilia": "Data engineering team lead, Harbour Finch",
}
"""The work that a recommendation speaks of, by the name of the exchange."""

EARLIER: dict[str, tuple[tuple[str, str], ...]] = {
    "rec.lukasz": (
        ("2026-03-10",
            "Łukasz is an excellent engineer and a great colleague. He is hard-working, careful and always ready to help. "
            "I recommend him warmly to any committee."),
        ("2026-03-14",
            "I have read some forty of Łukasz's design documents and never had to ask what one of them was for. He builds "
            "streaming systems that fail in small, boring ways. In our committee work he argues for the speaker nobody has "
            "heard of. You could not find a more careful reader."),
    ),
    "rec.tsvetelina": (
        ("2026-11-19",
            "Цветелина е чудесен колега. Работим заедно от три години и съм много доволна от нея."),
    ),
}  # fmt: skip
"""Earlier texts, oldest first: the day on which the next one took its place, and the text."""
