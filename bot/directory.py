"""People and chats as pages for those who run the bot (pure)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from bot import buttons
from bot.access import Role
from bot.buttons import Button
from bot.chats import KnownChat
from bot.markup import Markup, joined, one_line, plain
from bot.people import Person
from bot.render import Page
from bot.vitals import Vitals
from bot.wording import Reader, date_of, moment
from index import IngestReport

PEOPLE_A_PAGE = 8
CHATS_A_PAGE = 20
REASONS_SHOWN = 5
TROUBLES_SHOWN = 5
_REASON_LIMIT = 300
_TITLE_LIMIT = 40
_IN_A_ROW = 4


def people_page(people: Sequence[Person], first: int, open_invites: int, reader: Reader) -> Page:
    """Eight people from `first` (0-based) on, a numbered button for each."""
    text = reader.catalogue.text
    shown = people[first : first + PEOPLE_A_PAGE]
    lines = [_person_line(number, person, reader) for number, person in enumerate(shown, first + 1)]
    head = plain(text("people-head", count=len(people), invites=open_invites))
    numbers = [Button(str(number), buttons.person(person.user_id)) for number, person in enumerate(shown, first + 1)]
    rows = [tuple(numbers[at : at + _IN_A_ROW]) for at in range(0, len(numbers), _IN_A_ROW)]
    following = first + len(shown)
    if following < len(people):
        rows.append((Button(text("button-more", left=len(people) - following), buttons.people(following)),))
    if open_invites:
        rows.append((Button(text("button-end-invites"), buttons.end_invites()),))
    return Page(joined([head, *lines], "\n"), tuple(rows))


def person_page(person: Person, reader: Reader) -> Page:
    """One person, and a button for each role that they do not have."""
    text = reader.catalogue.text
    roles = [
        Button(text(f"button-make-{role.value}"), buttons.appoint(role.value, person.user_id))
        for role in Role
        if role is not person.role
    ]
    revoke = (Button(text("button-revoke"), buttons.revoke(person.user_id)),) if person.role else ()
    return Page(_person_line(None, person, reader), tuple(row for row in (tuple(roles), revoke) if row))


def chats_page(chats: Sequence[KnownChat], first: int, reader: Reader) -> Page:
    """Twenty groups and channels that the bot is in, from `first` (0-based) on, a button to let each in or put it
    out."""
    text = reader.catalogue.text
    if not chats:
        return Page(plain(text("groups-none")))
    shown = chats[first : first + CHATS_A_PAGE]
    lines, rows = [_chat_line(chat, reader) for chat in shown], [_chat_row(chat, reader) for chat in shown]
    following = first + len(shown)
    if following < len(chats):
        rows.append((Button(text("button-more", left=len(chats) - following), buttons.chats(following)),))
    return Page(joined([plain(text("groups-head", count=len(chats))), *lines], "\n"), tuple(rows))


def new_chat_page(chat: KnownChat, added_by: str, reader: Reader) -> Page:
    """To an operator: the bot was added somewhere, where it waits to be let in unless an operator added it."""
    event = "let-in" if chat.let_in else "added-to"
    told = reader.catalogue.text(f"{event}-{chat.kind.value}", title=_title(chat), name=added_by)
    return Page(plain(told), (_chat_row(chat, reader),))


def intake_page(report: IngestReport, reader: Reader) -> Page:
    """What came of what was sent to be taken in, with the reasons of the first refusals."""
    text = reader.catalogue.text
    done = text(
        "intake-done",
        added=report.added,
        same=report.same,
        versions=report.new_versions,
        withdrawn=report.withdrawn,
        refused=len(report.refused),
    )
    reasons = [one_line(text(error.key, **error.values), _REASON_LIMIT) for error in report.refused[:REASONS_SHOWN]]
    more = len(report.refused) - len(reasons)
    after = [text("intake-more", count=more)] if more else []
    if any(error.values.get("field") == "source" for error in report.refused):
        after.append(text("intake-source"))
    return Page(joined([plain(done), *reasons, *map(plain, after)], "\n"))


def kept_page(kept: Mapping[str, int], reader: Reader) -> Page:
    """What is kept of a person: a line for each table that holds something of them."""
    text = reader.catalogue.text
    lines = [plain("• " + text(f"kept-{table}", count=count)) for table, count in kept.items() if count]
    told = joined([plain(text("kept-head")), *lines, plain(text("kept-not"))], "\n")
    return Page(told, ((Button(text("button-show-all"), buttons.forget("show")),),))


def status_page(vitals: Vitals, reader: Reader) -> Page:
    """How the bot is doing, with the kinds of its latest errors, newest first."""
    text = reader.catalogue.text
    newest = moment(reader, vitals.newest) if vitals.newest else text("status-none")
    latest = list(reversed(vitals.troubles))[:TROUBLES_SHOWN]
    lines = [
        text("status-dispatches", count=vitals.dispatches, newest=newest),
        text("status-people", people=vitals.people, chats=vitals.chats),
        text("status-alerts", waiting=vitals.waiting, dead=vitals.dead),
        text("status-memory", mb=vitals.memory_mb, since=moment(reader, vitals.started_at)),
        *(text("status-error", at=moment(reader, trouble.at), kind=trouble.kind) for trouble in latest),
        *([] if latest else [text("status-no-error")]),
    ]
    return Page(joined(map(plain, lines), "\n"))


def _person_line(number: int | None, person: Person, reader: Reader) -> Markup:
    text = reader.catalogue.text
    role = text(f"role-{person.role.value}" if person.role else "role-revoked")
    name = person.name or text("nameless")
    since = text("since", day=date_of(reader, person.since)) if person.since else text("appointed")
    line = text("person-line", name=name, id=str(person.user_id), role=role, since=since)
    return plain(f"{number}. {line}" if number else line)


def _chat_line(chat: KnownChat, reader: Reader) -> Markup:
    text = reader.catalogue.text
    state = text("chat-let-in" if chat.let_in else "chat-waiting")
    return plain(text("chat-line", title=_title(chat), kind=text(f"chat-{chat.kind.value}"), state=state))


def _chat_row(chat: KnownChat, reader: Reader) -> tuple[Button, ...]:
    text = reader.catalogue.text
    leave = Button(text("button-leave", title=_title(chat)), buttons.leave(chat.chat_id))
    if chat.let_in:
        return (leave,)
    return (Button(text("button-let-in", title=_title(chat)), buttons.let_in(chat.chat_id)), leave)


def _title(chat: KnownChat) -> str:
    return one_line(chat.title, _TITLE_LIMIT).text
