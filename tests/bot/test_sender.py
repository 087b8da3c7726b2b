"""The outbox is emptied through every kind of failure: nothing lost, nothing twice but after an unknown timeout."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from datetime import datetime, timedelta
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.access import Role
from bot.chats import ChatKind
from bot.verdicts import LONGEST_WAIT_S, backoff
from index.watch_model import Owner
from tests.bot.faulty_telegram import (
    BAD_GATEWAY,
    BLOCKED,
    CRASH_AFTER,
    CRASH_BEFORE,
    CUT_AFTER,
    INTERNAL,
    LOST_AFTER,
    LOST_BEFORE,
    NO_RIGHTS,
    NO_ROUTE,
    NONSENSE,
    NOT_MODIFIED,
    OK,
    POOL_FULL,
    TOO_MANY,
    TOPIC_CLOSED,
    Fault,
    refused,
)
from tests.bot.postroom import OPERATOR, Postroom, postroom
from tests.index.watched import GAO_SEVEN, NOW

SURELY_NOT_SENT = {
    "429": TOO_MANY,
    "502": BAD_GATEWAY,
    "500": INTERNAL,
    "no route": NO_ROUTE,
    "pool": POOL_FULL,
}
PERHAPS_SENT = {"lost before": LOST_BEFORE, "lost after": LOST_AFTER, "cut after": CUT_AFTER}


@pytest.fixture
def room(tmp_path: Path) -> Iterator[Postroom]:
    with postroom(tmp_path) as opened:
        yield opened


def test_an_alert_arrives(room: Postroom) -> None:
    room.watch("7")
    room.ingest()
    room.send()
    assert len(room.texts()) == 1
    assert "Gao" in room.texts()[0].splitlines()[0]


# -- failures ----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("fault", SURELY_NOT_SENT.values(), ids=SURELY_NOT_SENT)
def test_what_was_surely_not_sent_arrives_once(room: Postroom, fault: Fault) -> None:
    room.watch("7")
    room.ingest()
    room.telegram.script.extend([fault] * 5)
    room.send_through_crashes()
    assert len(room.texts()) == 1


@pytest.mark.parametrize("fault", PERHAPS_SENT.values(), ids=PERHAPS_SENT)
def test_what_was_perhaps_sent_arrives_and_at_most_twice(room: Postroom, fault: Fault) -> None:
    room.watch("7")
    room.ingest()
    room.telegram.script.append(fault)
    room.send_through_crashes()
    assert len(room.texts()) == 1 + fault.delivered


def test_what_was_perhaps_sent_twice_is_never_sent_a_third_time(room: Postroom) -> None:
    room.watch("7")
    room.ingest()
    room.telegram.script.extend([LOST_AFTER] * 10)
    room.send_through_crashes()
    assert len(room.texts()) == 2


def test_what_nobody_knows_the_end_of_is_shown_to_the_operator(room: Postroom) -> None:
    room.watch("7")
    room.ingest()
    room.telegram.script.extend([LOST_BEFORE, LOST_BEFORE])
    room.send_through_crashes()
    assert "could not be delivered" in room.texts(OPERATOR)[0]
    assert [letter.reason for letter in room.desk.alerts.dead_letters()] == ["unknown"]


def test_a_message_that_telegram_cannot_read_holds_up_nobody(room: Postroom) -> None:
    room.watch("7", "8")
    room.ingest()
    room.telegram.script.append(NONSENSE)
    room.send()
    assert [len(room.texts(chat)) for chat in (7, 8)] == [0, 1]
    assert [letter.chat for letter in room.desk.alerts.dead_letters()] == ["7"]


def test_telegrams_own_faults_do_not_go_on_for_ever(room: Postroom) -> None:
    room.watch("7")
    room.ingest()
    room.telegram.script.extend([INTERNAL] * 31)
    for _ in range(40):
        room.send_through_crashes()
    assert [letter.reason for letter in room.desk.alerts.dead_letters()] == ["server"]


# -- a crash at every step ---------------------------------------------------------------------------------------------


@pytest.mark.parametrize("after", [False, True], ids=["before", "after"])
@pytest.mark.parametrize("call", range(1, 9))
def test_a_crash_around_any_call_of_the_outbox_loses_and_doubles_nothing(
    room: Postroom, call: int, after: bool
) -> None:
    room.watch("7", "8")
    room.ingest()
    room.engine.crash_at = (call, after)
    room.send_through_crashes()
    copies = [len(room.texts(chat)) for chat in (7, 8)]
    # Where the crash fell between the sending and its being written down, nobody can know: once more, and no more.
    assert sorted(copies) in ([1, 1], [1, 2])
    assert sum(copies) == 2 or (call, after) in {(3, False), (6, False)}


@pytest.mark.parametrize("fault", [CRASH_BEFORE, CRASH_AFTER], ids=["before", "after"])
def test_a_crash_in_the_middle_of_sending_loses_nothing(room: Postroom, fault: Fault) -> None:
    room.watch("7")
    room.ingest()
    room.telegram.script.append(fault)
    room.send_through_crashes()
    assert len(room.texts()) == 1 + fault.delivered


def test_a_crash_while_others_wait_keeps_their_order(room: Postroom) -> None:
    room.watch("7")
    room.ingest("a")
    room.ingest("b", "Des hommes armés ont attaqué mardi un poste à Mopti, au Mali.")
    room.telegram.script.append(CRASH_BEFORE)
    room.send_through_crashes()
    assert ["Gao" in text for text in room.texts()] == [True, False]


def test_two_senders_at_once_send_each_alert_once_and_in_order(room: Postroom) -> None:
    room.watch("7", "8")
    for town in ("Gao", "Mopti", "Bankass"):
        room.ingest(town, f"Des hommes armés ont attaqué mardi un poste à {town}.")
    senders = [room.sender(), room.sender()]

    async def both() -> list[bool]:
        return await asyncio.gather(*(sender.step() for sender in senders))

    for _ in range(20):
        room.runner.run(both())
        room.wait(seconds=1.1)
    for chat in (7, 8):
        assert [text.split(" ")[0] for text in room.texts(chat)] == ["Gao", "Mopti", "Bankass"]


def test_a_sending_that_outlives_its_lease_sends_nothing(room: Postroom) -> None:
    room.watch("7")
    room.ingest()
    letters = room.desk.letters
    slow = letters.next(room.clock[0])
    assert slow
    room.wait(minutes=5)
    room.send()
    assert not letters.leases.begin(slow.token, room.clock[0])
    assert len(room.texts()) == 1


# -- pace --------------------------------------------------------------------------------------------------------------


def test_after_too_many_requests_nothing_is_sent_before_the_deadline(room: Postroom) -> None:
    room.watch("7", "8")
    room.ingest()
    room.telegram.script.append(TOO_MANY)
    room.send()
    assert room.telegram.delivered == []
    room.clock[0] = NOW + timedelta(seconds=6.9)
    assert room.send() == 0
    room.clock[0] = NOW + timedelta(seconds=9)
    room.send()
    assert len(room.telegram.delivered) == 2


def test_the_deadline_outlives_a_restart(room: Postroom) -> None:
    room.watch("7")
    room.ingest()
    room.telegram.script.append(TOO_MANY)
    room.send()
    room.clock[0] = NOW + timedelta(seconds=5)
    assert room.send() == 0  # every send() is another process


def test_a_deadline_of_an_hour_is_kept_and_costs_nothing(room: Postroom) -> None:
    room.watch("7", "8")
    room.ingest()
    room.telegram.script.append(refused(429, "Too Many Requests: retry after 3600", retry_after=3600))
    room.send()
    for _ in range(11):
        room.wait(minutes=5)
        assert room.send() == 0
    room.wait(minutes=6)
    room.send()
    assert [len(room.texts(chat)) for chat in (7, 8)] == [1, 1]
    assert room.desk.alerts.dead_letters() == []


def test_an_edit_counts_in_the_pace_of_its_chat(room: Postroom) -> None:
    room.watch("7")
    room.ingest("a")
    room.send()
    room.ingest("copy", source="Radio Essai")
    room.ingest("b", "Des hommes armés ont attaqué mardi un poste à Mopti, au Mali.")
    sender, moments = room.sender(), list[datetime]()
    while len(moments) < 2:
        if room.runner.run(sender.step()):
            moments.append(room.clock[0])
        room.wait(seconds=0.1)
    assert len(room.telegram.edits) == 1
    assert moments[1] - moments[0] >= timedelta(seconds=1)


@pytest.mark.parametrize(("chat", "least_s"), [("7", 1.0), ("-100500", 3.0)], ids=["private", "group"])
def test_a_chat_is_not_written_to_faster_than_telegram_allows(room: Postroom, chat: str, least_s: float) -> None:
    room.store.chats.meet(-100500, ChatKind.GROUP, "Desk", NOW)
    room.store.chats.let_in(-100500, let_in=True)
    room.watch(chat)
    for town in ("Gao", "Mopti", "Bankass"):
        room.ingest(town, f"Des hommes armés ont attaqué mardi un poste à {town}.")
    sender, moments = room.sender(), list[datetime]()
    while len(moments) < 3:
        if room.runner.run(sender.step()):
            moments.append(room.clock[0])
        room.wait(seconds=0.1)
    assert min(after - before for before, after in pairwise(moments)) >= timedelta(seconds=least_s)


def test_a_burst_to_five_hundred_chats_arrives_in_each_once(room: Postroom) -> None:
    room.watch(*map(str, range(1000, 1500)))
    room.ingest()
    faults = [OK, TOO_MANY, BAD_GATEWAY, NO_ROUTE, OK, POOL_FULL, INTERNAL]
    room.telegram.script.extend(faults * 60)
    sender = room.sender()
    for _ in range(5_000):
        room.wait(seconds=0.04 if room.runner.run(sender.step()) else 1)
        if not room.desk.alerts.tally(room.clock[0]).waiting:
            break
    assert sorted(chat for chat, _ in room.telegram.delivered) == list(range(1000, 1500))


@given(st.integers(0, 10_000), st.floats(0, 1))
def test_waiting_is_never_longer_than_the_cap_nor_shorter_than_half_a_second(tries: int, chance: float) -> None:
    assert 0.5 <= backoff(tries, chance).total_seconds() <= LONGEST_WAIT_S


# -- chats that do not want us, moved, or closed a topic ---------------------------------------------------------------


@pytest.mark.parametrize("fault", [BLOCKED, NO_RIGHTS], ids=["blocked", "no rights"])
def test_a_chat_that_shuts_us_out_is_left_alone_and_told_when_it_is_back(room: Postroom, fault: Fault) -> None:
    room.watch("7")
    room.ingest("a")
    room.telegram.script.append(fault)
    room.send()
    room.ingest("b", "Des hommes armés ont attaqué mardi un poste à Mopti, au Mali.")
    room.send()
    assert room.texts() == []
    room.desk.alerts.resume("7", room.clock[0])
    room.send()
    assert len(room.texts()) == 1


def test_the_operator_hears_of_a_chat_that_shuts_us_out_without_what_it_watched(room: Postroom) -> None:
    room.watch("7")
    room.ingest()
    room.telegram.script.append(BLOCKED)
    room.send()
    assert room.texts(OPERATOR) == ["I cannot write to chat 7 any more. Its watches rest until it lets me in again."]


def test_what_waited_for_a_chat_comes_in_one_message(room: Postroom) -> None:
    room.watch("7")
    room.ingest("a")
    room.ingest("b", "Des hommes armés ont attaqué mardi un poste à Mopti, au Mali.")
    room.telegram.script.append(BLOCKED)
    room.send()
    room.desk.alerts.resume("7", room.clock[0])
    room.send()
    assert len(room.texts()) == 1
    assert room.texts()[0].startswith("While I could not write here: 2 stories")


def test_a_chat_that_became_another_is_told_there(room: Postroom) -> None:
    room.watch("7")
    room.ingest()
    room.store.people.set_role(70, Role.READER, NOW)
    room.telegram.script.append(refused(400, "Bad Request: group chat was upgraded", migrate_to_chat_id=70))
    room.send()
    assert (len(room.texts(7)), len(room.texts(70))) == (0, 1)


def test_a_closed_topic_falls_back_to_the_chat_with_a_word(room: Postroom) -> None:
    room.store.people.set_role(7, Role.READER, NOW)
    alerts = room.desk.alerts
    alerts.watch(Owner("7", "7", thread="44"), alerts.standing("attaques au Mali", NOW), NOW)
    room.ingest()
    room.telegram.script.append(TOPIC_CLOSED)
    room.send()
    call = next(call for call in room.telegram.calls if call.method == "sendMessage")
    assert "message_thread_id" not in call.parameters
    assert room.texts()[0].startswith("The topic of this watch is closed")


def test_an_edit_that_changes_nothing_is_done(room: Postroom) -> None:
    room.watch("7")
    room.ingest("a")
    room.send()
    room.ingest("b", source="Radio Essai")
    room.telegram.script.append(NOT_MODIFIED)
    room.send()
    assert room.desk.alerts.tally(room.clock[0]).waiting == 0
    assert room.desk.alerts.dead_letters() == []


def test_a_person_whose_access_ended_is_told_nothing(room: Postroom) -> None:
    room.watch("7")
    room.ingest()
    room.store.people.set_role(7, None, NOW)
    room.send()
    assert room.telegram.delivered == []


# -- what is sent ------------------------------------------------------------------------------------------------------


def test_only_the_first_message_and_what_is_material_make_a_sound(room: Postroom) -> None:
    room.watch("7")
    room.ingest("a")
    room.send()
    room.ingest("copy", source="Radio Essai")
    room.send()
    room.ingest("toll", GAO_SEVEN, source="Écho Essai")
    room.send()
    assert len(room.telegram.loud) == 2
    assert len(room.telegram.edits) == 1
    assert room.texts()[1].startswith("New: toll")


def test_a_correction_is_read_once(room: Postroom) -> None:
    room.watch("7")
    room.ingest("a", GAO_SEVEN)
    room.send()
    room.ingest("a", GAO_SEVEN.replace("Sept", "Quatre"))
    room.send()
    first, answer = room.texts()
    ((_, _, mark),) = room.telegram.edits
    assert "Sept soldats" in first
    assert "Quatre soldats" in answer
    assert "soldats" not in mark
    assert mark.startswith("CORRECTED since: read my answer to this message.\nGao")
    assert len(room.telegram.loud) == 2


def test_an_update_answers_the_first_message(room: Postroom) -> None:
    room.watch("7")
    room.ingest("a")
    room.send()
    room.ingest("toll", GAO_SEVEN, source="Écho Essai")
    room.send()
    first, update = [call for call in room.telegram.calls if call.method == "sendMessage"]
    assert "reply_parameters" not in first.parameters
    assert update.parameters["reply_parameters"]["message_id"] > 0
