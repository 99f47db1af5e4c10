"""Words that say how two people met, in both languages and in the forms people type.

A word that tells of talk but not by which means (*talked*, *spoke*, *говорих*) is a call: it is a contact, and a talk
face to face is usually told as a meeting. *Talk* alone, which is a lecture too, is none.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from nettui.domain.records import Channel
from nettui.services.capture.wordlist import wordset

if TYPE_CHECKING:
    from collections.abc import Mapping

__all__ = ["channel_of", "is_lead_in", "is_reflexive"]

_WORDS: Mapping[Channel, str] = {
    Channel.MET: """met meet meeting meetup saw visited visit walk catchup catch-up caught bumped
        среща срещата срещи срещнах срещнахме срещахме видях видяхме срещичка разходка посетих гостувах
        засякох засякохме запознах запознахме""",
    Channel.COFFEE: "coffee coffees tea кафе кафето кафенце кафета кафенцето чай",
    Channel.MEAL: """lunch lunched dinner dined breakfast brunch supper meal beer beers drinks
        обяд обяда обядът обядвах обядвахме вечеря вечерята вечерях вечеряхме закуска закуската закусвах закусвахме
        хапване бира бири бирата хапнахме""",
    Channel.CALL: """call calls called phone phoned rang telephoned talked spoke spoken talking
        обаждане обаждането обадих обадихме обади звъннах звънна звъня звънях позвъних разговор телефон чух чухме тел
        говорих говорихме поговорих поговорихме разговарях разговаряхме""",
    Channel.VIDEO: """video videocall videocalled zoom skype teams facetime
        видео видеото видеоразговор видеосреща видеообаждане зуум зум скайп тиймс""",
    Channel.MESSAGE: """message messaged messages msg texted text sms dm pinged chat chatted whatsapp viber signal
        telegram wrote съобщение съобщението съобщения смс есемес чат чатих чатихме вайбър месинджър писах писахме""",
    Channel.EMAIL: """email emails emailed e-mail e-mailed mail mails mailed
        имейл имейла имейлът имейли мейл мейла мейлът мейли и-мейл емайл""",
    Channel.LETTER: "letter letters postcard писмо писмото писма писъмце картичка",
    Channel.EVENT: """event events conference party concert wedding workshop
        събитие събитието събития конференция конференцията парти партито концерт сватба семинар""",
    Channel.NOTE: "note notes бележка бележки забележка",
}
_CHANNEL = {word: channel for channel, words in _WORDS.items() for word in words.split()}

_LEAD_IN = wordset(
    """had have went out quick short long brief great nice video phone got received sent
    бях бяхме
    отидох отидохме ходих ходихме на имах имахме пих пихме пием кратка кратко кратък бързо бърза бърз дълга
    дълго дълъг хубава хубаво получих пратих изпратих"""
)
_ARTICLES = wordset("a an the for to at един една едно на по за")
_REFLEXIVE = wordset("се си")


def channel_of(word: str) -> Channel | None:
    """Return the channel that the lower-case ``word`` names."""
    return _CHANNEL.get(word)


def is_lead_in(word: str, *, first: bool) -> bool:
    """Return whether a channel word may follow ``word``: *had* a quick coffee, *бях на* кафе.

    Articles count only after another such word: "a letter would be nice" is a note.
    """
    return word in _LEAD_IN or (not first and word in _ARTICLES)


def is_reflexive(word: str) -> bool:
    """Return whether ``word`` belongs to a Bulgarian verb beside it: *се* видяхме."""
    return word in _REFLEXIVE
