"""What editors send on, and channels post, is taken in: conversations over the real application."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from telegram.error import BadRequest

from bot.access import Role
from bot.chats import ChatKind
from bot.forwards import HIDDEN_SOURCE
from index.model import Dispatch
from tests.bot.phone import GROUP, Phone, open_phone
from tests.builders import NOW, an_answer
from tests.doubles import FixedEngine

READER = 77
CHANNEL: dict[str, Any] = {"id": -1001234567890, "type": "channel", "title": "Delta Wire"}
WORDS = "Deux motos ont été volées à Kouakourou mardi soir."
DONE = "Added: {added}. Unchanged: {same}. New versions: {versions}. Withdrawn: 0. Refused: {refused}."


def done(added: int = 0, same: int = 0, versions: int = 0, refused: int = 0) -> str:
    return DONE.format(added=added, same=same, versions=versions, refused=refused)


@pytest.fixture
def phone(tmp_path: Path) -> Iterator[Phone]:
    with open_phone(tmp_path, FixedEngine(an_answer())) as opened:
        yield opened


def taken(phone: Phone) -> Dispatch:
    """The one dispatch that was taken in."""
    (dispatch,) = phone.engine.taken.values()
    return dispatch


def from_channel(channel: dict[str, Any] = CHANNEL, post: int = 12) -> dict[str, Any]:
    return {"forward_origin": {"type": "channel", "date": 1_755_600_000, "chat": channel, "message_id": post}}


def from_user(**user: Any) -> dict[str, Any]:
    sender = {"id": 5, "is_bot": False, "first_name": "Awa", "last_name": "D.", **user}
    return {"forward_origin": {"type": "user", "date": 1_755_600_000, "sender_user": sender}}


HIDDEN = {"forward_origin": {"type": "hidden_user", "date": 1_755_600_000, "sender_user_name": "Moussa K."}}


def forward(phone: Phone, origin: dict[str, Any], **content: Any) -> list[str]:
    return phone.feed(message=phone.message(**{"text": WORDS, **content}, **origin))


def send_file(phone: Phone, name: str, data: bytes, **content: Any) -> list[str]:
    phone.request.files["f1"] = data
    document = {"file_id": "f1", "file_unique_id": "u", "file_name": name, "file_size": len(data)}
    return phone.feed(message=phone.message(document=document, **content))


# -- forwards ------------------------------------------------------------------------------------------------------


def test_a_forwarded_post_is_taken_in_with_its_source(phone: Phone) -> None:
    assert forward(phone, from_channel()) == [done(added=1)]
    dispatch = taken(phone)
    assert (dispatch.source, dispatch.body, dispatch.id) == ("Delta Wire", WORDS, "telegram:-1001234567890/12")
    assert dispatch.published_at
    assert dispatch.published_at.timestamp() == 1_755_600_000


@pytest.mark.parametrize(
    ("channel", "url"),
    [
        (CHANNEL, "https://t.me/c/1234567890/12"),
        ({**CHANNEL, "username": "delta_wire"}, "https://t.me/delta_wire/12"),
    ],
    ids=["for members", "for all"],
)
def test_a_forwarded_post_leads_back_to_where_it_is_read(phone: Phone, channel: dict[str, Any], url: str) -> None:
    forward(phone, from_channel(channel))
    assert taken(phone).url == url


def test_the_same_post_twice_is_one(phone: Phone) -> None:
    forward(phone, from_channel())
    assert forward(phone, from_channel()) == [done(same=1)]


def test_a_post_that_changed_is_a_new_version(phone: Phone) -> None:
    forward(phone, from_channel())
    assert forward(phone, from_channel(), text=WORDS + " Elles ont été retrouvées.") == [done(versions=1)]


def test_a_persons_message_has_their_name_as_its_source(phone: Phone) -> None:
    forward(phone, from_user())
    assert taken(phone).source == "Awa D."


def test_who_hides_is_not_named(phone: Phone) -> None:
    forward(phone, HIDDEN)
    assert taken(phone).source == HIDDEN_SOURCE
    assert "Moussa" not in repr(taken(phone))


def test_a_persons_message_twice_is_one(phone: Phone) -> None:
    forward(phone, from_user())
    assert forward(phone, from_user()) == [done(same=1)]


def test_a_caption_counts_as_text(phone: Phone) -> None:
    photo = [{"file_id": "f", "file_unique_id": "u", "width": 1, "height": 1}]
    content: dict[str, Any] = {"text": None, "caption": WORDS, "photo": photo}
    assert forward(phone, from_channel(), **content) == [done(added=1)]
    assert "getFile" not in {call.method for call in phone.request.calls}


def test_an_album_is_told_of_once(phone: Phone) -> None:
    photo = [{"file_id": "f", "file_unique_id": "u", "width": 1, "height": 1}]
    of_album: dict[str, Any] = {"text": None, "photo": photo, "media_group_id": "a"}
    told = [
        forward(phone, from_channel(post=post), **of_album, **({"caption": WORDS} if post == 1 else {}))
        for post in (1, 2, 3)
    ]
    assert told == [[done(added=1)], [], []]


def test_a_forward_without_words_says_so(phone: Phone) -> None:
    voice = {"file_id": "f", "file_unique_id": "u", "duration": 1}
    told = phone.feed(message=phone.message(voice=voice, **from_channel()))
    assert told[0].startswith("There are no words in it")


def test_a_forwarded_command_is_taken_in_and_not_obeyed(phone: Phone) -> None:
    entities = [{"type": "bot_command", "offset": 0, "length": 7}]
    assert forward(phone, from_channel(), text="/people", entities=entities) == [done(added=1)]


def test_what_is_forwarded_together_is_told_of_in_one_line(phone: Phone) -> None:
    async def eight_more() -> None:
        messages = [phone.message(text=WORDS, **from_channel(post=post)) for post in range(8)]
        await asyncio.gather(*(phone.talk.feed({"message": message}) for message in messages))

    phone.pauses.meanwhile = eight_more
    assert forward(phone, from_channel()) == [done(added=9)]


def test_a_reader_cannot_have_anything_taken_in(phone: Phone) -> None:
    phone.in_store(lambda store: store.people.set_role(READER, Role.READER, NOW))
    reader = phone.as_person(READER)
    assert forward(reader, from_channel())[0].startswith("Only editors")
    assert send_file(reader, "a.txt", b"words", caption="A source")[0].startswith("Only editors")
    assert phone.engine.taken == {}


def test_an_editor_can(phone: Phone) -> None:
    phone.in_store(lambda store: store.people.set_role(READER, Role.EDITOR, NOW))
    assert forward(phone.as_person(READER), from_channel()) == [done(added=1)]


def test_what_is_forwarded_in_a_group_is_left_alone(phone: Phone) -> None:
    assert phone.feed(message=phone.message(GROUP, text=WORDS, **from_channel())) == []


# -- files ---------------------------------------------------------------------------------------------------------


def test_a_file_of_records_is_taken_in(phone: Phone) -> None:
    lines = [json.dumps({"id": str(number), "source": "Desk", "body": f"{WORDS} {number}"}) for number in range(40)]
    assert send_file(phone, "day.jsonl", "\n".join(lines).encode()) == [done(added=40)]


def test_a_refused_record_is_told_with_its_line_and_cure(phone: Phone) -> None:
    (told,) = send_file(phone, "day.jsonl", b'{"id": "1", "source": "Desk", "body": "Words."}\nnot json\n')
    assert told.split("\n") == [
        done(added=1, refused=1),
        "day.jsonl:2: this line is not whole JSON (column 1). Write one object on one line and run again.",
    ]


def test_many_refusals_are_counted(phone: Phone) -> None:
    told = send_file(phone, "day.jsonl", b"x\n" * 9)[0].split("\n")
    assert (len(told), told[-1]) == (7, "4 more were refused.")


def test_a_text_takes_its_source_from_its_caption(phone: Phone) -> None:
    assert send_file(phone, "note.txt", WORDS.encode(), caption="Radio Falaise") == [done(added=1)]
    assert (taken(phone).source, taken(phone).body) == ("Radio Falaise", WORDS)


def test_a_text_without_source_is_refused_with_what_to_do(phone: Phone) -> None:
    told = send_file(phone, "note.txt", WORDS.encode())[0].split("\n")
    assert (told[0], told[-1].startswith("A file that does not name its source")) == (done(refused=1), True)


def test_a_forwarded_text_takes_its_source_and_date_from_there(phone: Phone) -> None:
    send_file(phone, "note.txt", WORDS.encode(), **from_channel())
    dispatch = taken(phone)
    assert dispatch.published_at
    assert (dispatch.source, dispatch.published_at.timestamp()) == ("Delta Wire", 1_755_600_000)


def test_a_files_name_leads_nowhere(phone: Phone, tmp_path: Path) -> None:
    (tmp_path / "x.txt.meta.json").write_text('{"source": "Planted"}')
    assert "Refused: 1." in send_file(phone, f"{tmp_path}/x.txt", WORDS.encode())[0]


@pytest.mark.parametrize("name", ["a.exe", "a.pdf", "a", "a.zip", ""])
def test_other_files_are_not_downloaded(phone: Phone, name: str) -> None:
    assert send_file(phone, name, b"x")[0].startswith("I take in text files")
    assert "getFile" not in {call.method for call in phone.request.calls}


def test_a_file_that_is_too_large_is_not_downloaded(phone: Phone) -> None:
    document = {"file_id": "f1", "file_unique_id": "u", "file_name": "a.txt", "file_size": 20_000_001}
    assert phone.feed(message=phone.message(document=document))[0].startswith("That file is larger than the 20 MB")
    assert "getFile" not in {call.method for call in phone.request.calls}


def test_a_file_that_telegram_finds_too_large_says_so(phone: Phone) -> None:
    phone.request.failing["getFile"] = [BadRequest("File is too big")]
    assert send_file(phone, "a.txt", b"x")[0].startswith("That file is larger")


def test_what_is_no_text_inside_is_refused(phone: Phone) -> None:
    told = send_file(phone, "photo.txt", b"\x89PNG\r\n" + bytes(200), caption="A source")
    assert told[0].split("\n")[1].startswith("photo.txt: this is no text")


# -- channels ------------------------------------------------------------------------------------------------------


def let_in(phone: Phone) -> None:
    phone.in_store(lambda store: store.chats.meet(CHANNEL["id"], ChatKind.CHANNEL, CHANNEL["title"], NOW))
    phone.in_store(lambda store: store.chats.let_in(CHANNEL["id"], let_in=True))


def post(phone: Phone, text: str = WORDS, kind: str = "channel_post", **content: Any) -> list[str]:
    told = {"message_id": 12, "chat": CHANNEL, "sender_chat": CHANNEL, "date": 1_755_600_000, "text": text, **content}
    return phone.feed(**{kind: told})


def test_a_post_of_a_channel_that_was_let_in_is_taken_in(phone: Phone) -> None:
    let_in(phone)
    assert post(phone) == []
    assert (taken(phone).source, taken(phone).id) == ("Delta Wire", "telegram:-1001234567890/12")


def test_an_edited_post_is_a_new_version_under_the_same_id(phone: Phone) -> None:
    let_in(phone)
    post(phone)
    post(phone, WORDS + " Corrigé.", "edited_channel_post", edit_date=1_755_700_000)
    assert taken(phone).body == WORDS + " Corrigé."


def test_a_post_that_an_editor_forwards_too_is_one(phone: Phone) -> None:
    let_in(phone)
    post(phone)
    assert forward(phone, from_channel()) == [done(same=1)]


def test_a_channel_that_renames_itself_stays_one_source(phone: Phone) -> None:
    let_in(phone)
    post(phone, chat={**CHANNEL, "title": "Delta Wire 24"})
    assert taken(phone).source == "Delta Wire"


def test_a_post_of_another_channel_is_left_alone(phone: Phone) -> None:
    post(phone)
    assert phone.engine.taken == {}


def test_nothing_is_said_in_a_channel_when_it_fails(phone: Phone) -> None:
    let_in(phone)
    phone.engine.failure = RuntimeError("broken")
    since = len(phone.request.calls)
    post(phone)
    assert phone.request.calls[since:] == []
