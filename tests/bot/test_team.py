"""Invites, roles, groups and channels: conversations over the real application."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import nullcontext
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from telegram import Message

from bot.access import Role
from bot.chats import ChatKind
from bot.console import BOT_USER
from bot.handlers.desk import Desk, EnginePort
from bot.invites import Terms, terms_of
from bot.settings import Settings
from bot.worker import Worker
from tests.bot.phone import GROUP, GROUP_ID, Phone, open_phone
from tests.builders import NOW, an_answer, many_stories
from tests.doubles import FixedEngine

PERSON = 77
RIGHTS = (
    *("can_be_edited", "is_anonymous", "can_manage_chat", "can_delete_messages", "can_manage_video_chats"),
    *("can_restrict_members", "can_promote_members", "can_change_info", "can_invite_users", "can_post_stories"),
    *("can_edit_stories", "can_delete_stories"),
)
NEW_GROUP: dict[str, Any] = {"id": -100700, "type": "supergroup", "title": "Field <b>team</b>"}
CHANNEL: dict[str, Any] = {"id": -100800, "type": "channel", "title": "Wire"}


@pytest.fixture
def phone(tmp_path: Path) -> Iterator[Phone]:
    with open_phone(tmp_path, FixedEngine(an_answer(*many_stories(3)))) as opened:
        yield opened


def invited(phone: Phone, words: str = "") -> str:
    """The payload of a new invite's link."""
    (told,) = phone.say(f"/invite {words}".strip())
    match = re.search(r"https://t\.me/vigie_bot\?start=([A-Za-z0-9_-]{1,64})", told)
    assert match
    return match[1]


def let_in(phone: Phone, role: str = "reader", user_id: int = PERSON) -> Phone:
    """Somebody's phone, once they followed an invite."""
    person = phone.as_person(user_id)
    person.say(f"/start {invited(phone, role)}")
    return person


def added(phone: Phone, chat: dict[str, Any], status: str = "member") -> list[str]:
    """Tell that this person changed the bot's standing in a chat."""
    standing: dict[str, Any] = {"user": BOT_USER, "status": status}
    if status == "administrator":
        standing_now = {**standing, **dict.fromkeys(RIGHTS, False)}
    else:
        standing_now = {**standing, **({"until_date": 0} if status == "kicked" else {})}
    change = {"chat": chat, "from": phone.talk.person, "date": 0, "old_chat_member": {**standing, "status": "left"}}
    return phone.feed(my_chat_member={**change, "new_chat_member": standing_now})


def ask_in(phone: Phone, chat: dict[str, Any], text: str = "@vigie_bot attacks", **content: Any) -> list[str]:
    return phone.feed(message=phone.message(chat, text=text, **content))


# -- invites -------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("", Terms(Role.READER, 1, timedelta(days=3))),
        ("editor", Terms(Role.EDITOR, 1, timedelta(days=3))),
        ("Éditeur 5 7", Terms(Role.EDITOR, 5, timedelta(days=7))),
        ("lecteur 2", Terms(Role.READER, 2, timedelta(days=3))),
        ("50 30", Terms(Role.READER, 50, timedelta(days=30))),
        ("51", None),
        ("0", None),
        ("reader 1 31", None),
        ("reader 1 0", None),
        ("king", None),
        ("editor reader", None),
        ("1 2 3", None),
    ],
)
def test_the_words_after_invite_are_terms(words: str, expected: Terms | None) -> None:
    assert terms_of(words) == expected


@pytest.mark.parametrize("role", list(Role))
def test_an_invites_link_lets_in_as_it_says(phone: Phone, role: Role) -> None:
    let_in(phone, role.value)
    assert phone.in_store(lambda store: store.role(PERSON)) is role


def test_who_is_let_in_is_told_what_they_may_do(phone: Phone) -> None:
    assert (
        phone.as_person(PERSON).say(f"/start {invited(phone, 'editor')}")[0].startswith("You are let in as an editor")
    )


def test_who_is_let_in_is_answered_at_once(phone: Phone) -> None:
    assert "Village 1" in let_in(phone).say("attacks near Bamako")[0]


def test_a_reader_who_follows_an_editors_invite_becomes_an_editor(phone: Phone) -> None:
    person = let_in(phone)
    assert person.say(f"/start {invited(phone, 'editor')}")[0].startswith("You are let in as an editor")


def test_an_invite_that_ended_lets_nobody_in(phone: Phone) -> None:
    code = invited(phone, "reader 1 2")
    phone.clock[0] += timedelta(days=2)
    assert phone.as_person(PERSON).say(f"/start {code}")[0].startswith("This bot is private")


def test_invites_can_be_ended(phone: Phone) -> None:
    code = invited(phone)
    phone.say("/people")
    phone.press("End all invites")
    assert phone.as_person(PERSON).say(code)[0].startswith("This bot is private")


@pytest.mark.parametrize("command", ["/invite", "/people", "/groups"])
def test_only_who_runs_the_bot_manages_it(phone: Phone, command: str) -> None:
    assert let_in(phone, "editor").say(command)[0].startswith("Only whoever runs this bot")


@pytest.mark.parametrize("command", ["/invite", "/people", "/groups"])
def test_a_group_does_not_see_who_is_let_in(phone: Phone, command: str) -> None:
    entities = [{"type": "bot_command", "offset": 0, "length": len(command) + 10}]
    told = ask_in(phone, GROUP, f"{command}@vigie_bot", entities=entities)
    assert told == ["I do not know this command. /help shows what you can ask."]


# -- people --------------------------------------------------------------------------------------------------------


def test_people_are_listed_with_name_and_role(phone: Phone) -> None:
    let_in(phone)
    told = phone.say("/people")[0].split("\n")
    assert (told[0].startswith("2 people."), "2. You · 77 · reader · since 20 Aug 2025" in told) == (True, True)


def test_many_people_come_in_pages(phone: Phone) -> None:
    for user_id in range(100, 120):
        phone.in_store(lambda store, user_id=user_id: store.people.set_role(user_id, Role.READER, NOW))
    phone.say("/people")
    assert "\n9. no name" in phone.press("More (13)")[0]


def test_a_role_is_changed_by_a_button(phone: Phone) -> None:
    let_in(phone)
    phone.say("/people")
    phone.press("2")
    assert "editor" in phone.press("Editor")[0]
    assert phone.in_store(lambda store: store.role(PERSON)) is Role.EDITOR


def test_a_revoked_person_is_out_at_once(phone: Phone) -> None:
    person = let_in(phone)
    person.say("attacks near Bamako")
    answer = phone.request.last_with_buttons()
    assert answer
    revoke(phone)
    button = answer["reply_markup"]["inline_keyboard"][0][0]
    person.say("attacks near Gao")
    assert (phone.runner.run(person.talk.press(button, answer)), len(phone.engine.asked)) == ([], 1)


def test_a_revoked_person_is_not_answered_in_a_group_either(phone: Phone) -> None:
    person = let_in(phone)
    revoke(phone)
    assert ask_in(person, GROUP) == []


def test_somebody_revoked_can_be_let_in_again_by_hand(phone: Phone) -> None:
    person = let_in(phone)
    revoke(phone)
    phone.press("Reader")
    assert "Village 1" in person.say("attacks near Bamako")[0]


def test_whom_the_settings_name_cannot_be_revoked(phone: Phone) -> None:
    phone.say("/people")
    phone.press("1")
    assert phone.press("Revoke now")[0].startswith("That cannot be changed here")


def test_the_buttons_of_a_list_serve_only_who_runs_the_bot(phone: Phone) -> None:
    person = let_in(phone)
    phone.say("/people")
    phone.press("2")
    assert person.press("Operator")[0].startswith("Only whoever runs this bot")


# -- groups and channels -------------------------------------------------------------------------------------------


def test_a_group_that_an_operator_adds_me_to_is_let_in(phone: Phone) -> None:
    added(phone, NEW_GROUP)
    assert "Village 1" in ask_in(phone, NEW_GROUP)[0]


def test_a_group_that_anybody_else_adds_me_to_waits(phone: Phone) -> None:
    person = let_in(phone)
    told = added(person, NEW_GROUP)
    assert told[0].startswith("You added me to the group Field &lt;b&gt;team&lt;/b&gt;.")
    assert ask_in(person, NEW_GROUP)[0].startswith("I am not let into this group yet")


def test_a_stranger_hears_nothing_in_a_closed_group(phone: Phone) -> None:
    added(phone.as_person(PERSON), NEW_GROUP)
    assert ask_in(phone.as_person(PERSON), NEW_GROUP) == []


def test_an_operator_lets_a_group_in_by_a_button(phone: Phone) -> None:
    added(phone.as_person(PERSON), NEW_GROUP)
    told = phone.press("Let in Field <b>team</b>")
    assert told[0].startswith("I can be asked here")
    assert "Village 1" in ask_in(phone.as_person(PERSON), NEW_GROUP)[0]


def test_a_group_that_was_never_told_of_waits_too(phone: Phone) -> None:
    person = let_in(phone)
    assert ask_in(person, NEW_GROUP)[-1].startswith("I am not let into this group yet")
    assert "Field" in phone.say("/groups")[0]


def test_a_group_is_left_by_a_button(phone: Phone) -> None:
    phone.say("/groups")
    phone.press("Leave Desk")
    left = [call.parameters for call in phone.request.calls if call.method == "leaveChat"]
    assert (left, ask_in(phone.as_person(PERSON), GROUP)) == ([{"chat_id": GROUP["id"]}], [])


@pytest.mark.parametrize("status", ["kicked", "left"])
def test_a_group_that_threw_me_out_must_let_me_in_anew(phone: Phone, status: str) -> None:
    added(phone, GROUP, status)
    added(phone.as_person(PERSON), GROUP)
    assert ask_in(phone.as_person(PERSON), GROUP) == []


def test_however_many_groups_there_are_each_can_be_reached(phone: Phone) -> None:
    for number in range(45):
        known = -200_000 - number
        phone.in_store(lambda store, known=known: store.chats.meet(known, ChatKind.GROUP, "A desk " * 18, NOW))
        phone.in_store(lambda store, known=known: store.chats.let_in(known, let_in=True))
    phone.say("/groups")
    buttons = len(phone.labels())
    while more := [label for label in phone.labels() if label.startswith("More")]:
        phone.press(more[0])
        buttons += len(phone.labels())
    assert buttons == 45 + 1 + 2  # a button for each, one for the group of the tests, two that lead on


def test_operators_are_told_once_of_a_group(phone: Phone) -> None:
    person = phone.as_person(PERSON)
    assert [len(added(person, NEW_GROUP)) for _ in range(2)] == [1, 0]


def test_a_flood_of_groups_is_not_told_for_ever(phone: Phone) -> None:
    person = phone.as_person(PERSON)
    told = [len(added(person, {**NEW_GROUP, "id": -200_000 - number})) for number in range(60)]
    assert sum(told) == 50


def test_a_channel_waits_to_be_let_in(phone: Phone) -> None:
    added(phone.as_person(PERSON), CHANNEL, "administrator")
    told = phone.press("Let in Wire")
    assert told == ["Wire is let in: I take in what it posts from now on. /groups undoes it."]


# -- who speaks in a group -----------------------------------------------------------------------------------------


def test_a_mention_is_a_question(phone: Phone) -> None:
    ask_in(phone, GROUP, "@Vigie_bot, attacks near Gao")
    assert phone.engine.asked == ["attacks near Gao"]


def test_a_reply_to_an_answer_is_a_question(phone: Phone) -> None:
    ask_in(phone, GROUP)
    answer = phone.request.last_with_buttons()
    ask_in(phone, GROUP, "and near Gao?", reply_to_message=answer)
    assert phone.engine.asked[-1] == "and near Gao?"


def test_a_reply_to_somebody_else_is_no_question(phone: Phone) -> None:
    said = phone.message(GROUP, text="hello")
    assert ask_in(phone, GROUP, "and near Gao?", reply_to_message=said) == []


ANONYMOUS = {"id": 1087968824, "is_bot": True, "first_name": "Group", "username": "GroupAnonymousBot"}


def test_an_anonymous_admin_is_answered_in_the_topic(phone: Phone) -> None:
    content = {"text": "@vigie_bot attacks", "sender_chat": GROUP, "is_topic_message": True, "message_thread_id": 9}
    told = phone.feed(message=phone.request.new_message(ANONYMOUS, GROUP, content))
    assert "Village 1" in told[0]
    assert phone.request.calls[-1].parameters["message_thread_id"] == 9


def test_the_buttons_of_an_anonymous_admins_answer_serve_the_group(phone: Phone) -> None:
    phone.feed(message=phone.request.new_message(ANONYMOUS, GROUP, {"text": "@vigie_bot x", "sender_chat": GROUP}))
    assert "<blockquote expandable>" in phone.press("Whole 1")[0]


def test_a_post_that_a_linked_channel_sends_on_is_no_question(phone: Phone) -> None:
    content = {"text": "@vigie_bot attacks", "sender_chat": CHANNEL, "is_automatic_forward": True}
    telegram = {"id": 777000, "is_bot": False, "first_name": "Telegram"}
    assert phone.feed(message=phone.request.new_message(telegram, GROUP, content)) == []


def test_somebody_who_writes_as_a_channel_is_answered_in_a_group(phone: Phone) -> None:
    channel_bot = {"id": 136817688, "is_bot": True, "first_name": "Channel", "username": "Channel_Bot"}
    content = {"text": "@vigie_bot attacks", "sender_chat": CHANNEL}
    assert "Village 1" in phone.feed(message=phone.request.new_message(channel_bot, GROUP, content))[0]


def revoke(phone: Phone) -> None:
    """Revoke the second person of the list."""
    phone.say("/people")
    phone.press("2")
    phone.press("Revoke now")


# -- whose the watches of a group are ------------------------------------------------------------------------------


def may_change(phone: Phone, message: dict[str, Any]) -> bool:
    told = Message.de_json(message, phone.talk.application.bot)
    assert told.from_user
    unused: Worker[EnginePort] = Worker(lambda: nullcontext(phone.engine), "engine")
    desk = Desk(Settings(Path()), unused, phone.store, lambda: NOW)
    return phone.runner.run(desk.may_change_watches(told.chat, told.from_user, told))


def test_the_owner_of_a_group_may_change_its_watches(phone: Phone) -> None:
    phone.request.owners.add((GROUP_ID, phone.talk.user_id))
    assert may_change(phone, phone.message(GROUP, text="x"))


def test_a_member_of_a_group_may_not(phone: Phone) -> None:
    assert not may_change(phone, phone.message(GROUP, text="x"))


def test_an_anonymous_admin_of_the_group_may(phone: Phone) -> None:
    content = {"text": "x", "sender_chat": GROUP}
    assert may_change(phone, phone.request.new_message(ANONYMOUS, GROUP, content))


def test_who_writes_as_another_channel_may_not(phone: Phone) -> None:
    content = {"text": "x", "sender_chat": CHANNEL}
    assert not may_change(phone, phone.request.new_message(ANONYMOUS, GROUP, content))


def test_everybody_may_change_the_watches_of_their_own_chat(phone: Phone) -> None:
    assert may_change(phone, phone.message(text="x"))
