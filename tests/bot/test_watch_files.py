from __future__ import annotations

import json

import pytest

from bot.watch_files import KeptWatch, from_file, to_file
from index import Delivery, Owner, Standing, Watch
from index.watch_words import read_watch
from tests.builders import a_query


def test_what_is_exported_makes_the_same_watch_again() -> None:
    standing = Standing(a_query(), 5, "Radio Falaise", "fr")
    (kept,) = from_file(to_file([Watch(1, Owner("7", "7"), standing, Delivery.DIGEST, paused=True)])) or ()
    words = read_watch(kept.words)
    assert (words.question, words.least_toll, words.source, words.language) == (
        a_query().text,
        5,
        "Radio Falaise",
        "fr",
    )
    assert (kept.delivery, kept.paused) == (Delivery.DIGEST, True)


def test_a_file_does_not_say_whose_the_watches_were() -> None:
    assert b"12345" not in to_file([Watch(1, Owner("12345", "12345"), Standing(a_query()))])


@pytest.mark.parametrize("data", [b"", b"{}", b"null", b"\xff\xfe", b"[" * 100_000])
def test_what_is_no_such_file_is_none(data: bytes) -> None:
    assert from_file(data) is None


@pytest.mark.parametrize("entry", [1, {}, {"question": ""}, {"question": 5}, {"question": "x" * 501}])
def test_an_entry_that_is_no_watch_is_left_out(entry: object) -> None:
    good = {"question": "attacks near Gao", "delivery": "loudly", "least_toll": "many"}
    assert from_file(json.dumps([entry, good]).encode()) == (KeptWatch("attacks near Gao", Delivery.INSTANT, False),)
