"""/watch and what follows, on a phone: the real application, outbox and matching; Telegram and model are doubles."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from bot.access import Role
from bot.app import build_application
from bot.chats import ChatKind
from bot.console import CONSOLE_USER, Conversation, console_settings
from bot.settings import Settings
from index.alerts import MOST_WATCHES
from index.watch_model import Owner
from tests.bot.phone import Phone
from tests.bot.postroom import Direct, Postroom, postroom
from tests.bot.telegram_rules import check_call
from tests.builders import a_story, an_answer
from tests.doubles import FixedEngine, Pauses
from tests.index.watched import GAO, NOW, dispatch

GROUP_ID = -100500


@pytest.fixture
def room(tmp_path: Path) -> Iterator[Postroom]:
    with postroom(tmp_path) as opened:
        opened.store.people.set_role(CONSOLE_USER, Role.READER, NOW)
        opened.store.chats.meet(GROUP_ID, ChatKind.GROUP, "Desk", NOW)
        opened.store.chats.let_in(GROUP_ID, let_in=True)
        yield opened


@pytest.fixture
def phone(room: Postroom, tmp_path: Path) -> Iterator[Phone]:
    engine = FixedEngine(an_answer(a_story()), alerts=room.desk.alerts, letters=room.desk.letters)
    settings, store, pauses = console_settings(Settings(data=tmp_path)), Direct(room.store), Pauses()
    application = build_application(
        settings, Direct(engine), store, lambda: room.clock[0], room.telegram, room.telegram, pauses
    )
    room.runner.run(application.initialize())
    talk = Conversation(application, room.telegram, "en", CONSOLE_USER)
    yield Phone(talk, engine, store, room.runner, room.clock, pauses)
    room.runner.run(application.shutdown())


def labels(phone: Phone) -> set[str]:
    return set(phone.labels())


def test_what_is_watched_for_is_told(phone: Phone, room: Postroom) -> None:
    assert phone.say("/watch attaques près de Gao")[0].startswith("<b>I will tell you.</b>")
    room.ingest()
    room.send()
    assert "Gao" in room.texts(CONSOLE_USER)[-1]


def test_how_many_more_there_may_be_is_told_before_it_is_met(phone: Phone) -> None:
    assert f"{MOST_WATCHES - 1} more watches" in phone.say("/watch attacks near Gao")[0]


def test_one_too_many_is_refused_with_what_to_do(phone: Phone, room: Postroom) -> None:
    for _ in range(MOST_WATCHES):
        room.desk.watch("attaques au Mali", str(CONSOLE_USER))
    room.desk.connection.execute("UPDATE watches SET person = ?", (str(CONSOLE_USER),))
    assert phone.say("/watch attacks near Gao")[0].startswith(f"You have {MOST_WATCHES} watches")


def test_an_empty_watch_says_how(phone: Phone) -> None:
    assert phone.say("/watch")[0].startswith("Write what to watch for after /watch")


def test_a_watch_of_nothing_is_refused(phone: Phone) -> None:
    assert "nothing I could watch for" in phone.say("/watch latest news")[0]


def test_the_button_under_an_answer_watches_for_its_question(phone: Phone, room: Postroom) -> None:
    phone.say("attaques près de Gao")
    phone.press("Tell me when it happens again")
    assert [watch.standing.query.text for watch in room.desk.alerts.all()] == ["attaques près de Gao"]


def test_the_list_shows_every_watch_with_its_button(phone: Phone) -> None:
    phone.say("/watch attacks near Gao, at least 5 dead")
    phone.say('/watch protests in Niger, source: "Radio Falaise"')
    (told,) = phone.say("/watches")
    assert "attacks near Gao" in told
    assert "5 dead or more" in told
    assert "only Radio Falaise" in told
    assert {"1", "2", "As a file"} <= labels(phone)


def test_however_many_watches_a_group_has_their_list_is_told_in_pages(phone: Phone, room: Postroom) -> None:
    standing = room.desk.alerts.standing("attaques près de Gao " + "la nuit " * 40, NOW)
    for number in range(45):
        room.desk.alerts.watch(Owner(str(CONSOLE_USER), str(number)), standing, NOW)
    phone.say("/watches")
    pages = 1
    while more := [label for label in phone.labels() if label.startswith("More")]:
        assert len(phone.labels()) == 12  # ten watches, more, as a file
        phone.press(more[0])
        pages += 1
    assert (pages, "45" in labels(phone)) == (5, True)
    for call in phone.request.calls:
        check_call(call)


def test_a_watch_can_be_paused_and_goes_on(phone: Phone, room: Postroom) -> None:
    phone.say("/watch attacks near Gao")
    assert "paused" in phone.press("Pause")[0]
    assert "paused" not in phone.press("Go on")[0]


@pytest.mark.parametrize(
    ("label", "told"), [("In the digest", "in the digest"), ("Without a sound", "at once, without a sound")]
)
def test_how_a_watch_tells_can_be_changed(phone: Phone, label: str, told: str) -> None:
    phone.say("/watch attacks near Gao")
    assert f"· {told}" in phone.press(label)[0]


def test_a_watch_can_be_deleted(phone: Phone, room: Postroom) -> None:
    phone.say("/watch attacks near Gao")
    assert phone.press("Delete")[0].startswith("I no longer watch for")
    assert room.desk.alerts.all() == []


def test_a_watch_can_ask_something_else(phone: Phone, room: Postroom) -> None:
    phone.say("/watch attacks near Gao")
    how = phone.press("Change")[0]
    number = room.desk.alerts.all()[0].id
    assert f"/watch #{number}" in how
    phone.say(f"/watch #{number} protests in Niger")
    assert [watch.standing.query.text for watch in room.desk.alerts.all()] == ["protests in Niger"]


def test_nobody_changes_the_watch_of_another(phone: Phone, room: Postroom) -> None:
    other = room.desk.watch("attaques au Mali", "555")
    assert phone.say(f"/watch #{other.id} protests in Niger")[0].startswith("That is no longer there")


def test_trying_a_watch_shows_what_would_have_come(phone: Phone, room: Postroom) -> None:
    room.desk.ingest(dispatch("a"))
    phone.say("/watch attaques près de Gao")
    (told,) = phone.press("Try: last 7 days")
    assert "would have told you one thing" in told
    assert "Gao" in told


def test_trying_a_watch_that_meets_nothing_says_what_to_do(phone: Phone) -> None:
    phone.say("/watch attacks near Gao")
    assert "would have told you nothing. Try fewer words" in phone.press("Try: last 7 days")[0]


def test_quiet_hours_are_kept_and_told(phone: Phone, room: Postroom) -> None:
    (told,) = phone.say("/quiet 22-7 Africa/Bamako 20 km 5 dead")
    assert "Quiet from 22:00 to 7:00 (Africa/Bamako)." in told
    assert "within 20 km" in told
    assert room.desk.alerts.rules(str(CONSOLE_USER)).quiet is not None


@pytest.mark.parametrize("command", ["/quiet", "/digest", "/quiet nonsense"])
def test_hours_that_are_not_understood_say_how(phone: Phone, command: str) -> None:
    assert phone.say(command)[0].startswith("Write the hours")


def test_the_digest_hours_can_be_set(phone: Phone) -> None:
    assert "Digest at 6:00, 18:00 (Africa/Bamako)." in phone.say("/digest 6 18 Africa/Bamako")[0]


def test_the_first_watch_of_a_chat_is_told_in_its_persons_language(phone: Phone, room: Postroom) -> None:
    room.store.set_language(CONSOLE_USER, "fr")
    phone.say("/watch attaques près de Gao")
    assert room.desk.alerts.rules(str(CONSOLE_USER)).language == "fr"


def test_the_first_watch_of_a_chat_keeps_its_persons_time_zone(phone: Phone, room: Postroom) -> None:
    phone.say("/timezone Africa/Niamey")
    phone.say("/watch attaques près de Gao")
    (watch,) = room.desk.alerts.all()
    zones = (watch.standing.query.timezone, room.desk.alerts.rules(str(CONSOLE_USER)).timezone)
    assert zones == ("Africa/Niamey", "Africa/Niamey")


def test_a_watch_that_asks_something_else_keeps_the_time_zone_of_who_changed_it(phone: Phone, room: Postroom) -> None:
    phone.say("/watch attaques près de Gao")
    phone.say("/timezone Africa/Niamey")
    phone.say("/watch #1 enlèvements près de Gao")
    assert [watch.standing.query.timezone for watch in room.desk.alerts.all()] == ["Africa/Niamey"]


def test_watches_are_handed_over_as_a_file(phone: Phone, room: Postroom) -> None:
    phone.say("/watch attacks near Gao")
    phone.say("/watches")
    phone.press("As a file")
    assert room.telegram.calls[-1].method == "sendDocument"


def test_in_a_group_only_its_admins_watch(phone: Phone, room: Postroom) -> None:
    chat = {"id": GROUP_ID, "type": "supergroup", "title": "Desk"}
    text = "/watch@vigie_bot attacks near Gao"
    entities = [{"type": "bot_command", "offset": 0, "length": len("/watch@vigie_bot")}]
    (told,) = phone.feed(message=phone.message(chat, text=text, entities=entities))
    assert told.startswith("In a group only its admins")
    assert room.desk.alerts.all() == []


def test_an_admin_who_is_none_any_more_changes_nothing_by_an_old_button(phone: Phone, room: Postroom) -> None:
    room.telegram.owners.add((GROUP_ID, CONSOLE_USER))
    phone.in_group("/watch@vigie_bot attacks near Gao")
    assert "paused" in phone.press("Pause")[0]
    room.telegram.owners.clear()
    assert phone.press("Delete")[0].startswith("In a group only its admins")
    assert len(room.desk.alerts.all()) == 1


def membership(phone: Phone, status: str) -> dict[str, Any]:
    """What Telegram sends when the person blocks the bot or lets it back."""
    chat = {"id": CONSOLE_USER, "type": "private", "first_name": "You"}
    bot = {"id": 2, "is_bot": True, "first_name": "Vigie"}
    old: dict[str, Any] = {"user": bot, "status": "member"}
    new: dict[str, Any] = {"user": bot, "status": status} | ({"until_date": 0} if status == "kicked" else {})
    return {"chat": chat, "from": phone.talk.person, "date": 1, "old_chat_member": old, "new_chat_member": new}


def test_a_person_who_blocks_us_is_left_alone_until_they_are_back(phone: Phone, room: Postroom) -> None:
    phone.say("/watch attaques près de Gao")
    before = len(room.texts(CONSOLE_USER))
    phone.feed(my_chat_member=membership(phone, "kicked"))
    room.ingest()
    room.send()
    assert len(room.texts(CONSOLE_USER)) == before
    phone.feed(my_chat_member=membership(phone, "member"))
    room.ingest("b", GAO.replace("convoi", "poste de police").replace("lundi", "mardi"))
    room.send()
    assert len(room.texts(CONSOLE_USER)) == before + 1
