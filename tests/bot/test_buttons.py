from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot import buttons
from bot.buttons import Press, pressed


@given(st.from_regex(r"[A-Za-z0-9_-]{12}", fullmatch=True), st.integers(0, 999_999))
def test_a_press_reads_what_the_button_carried(key: str, number: int) -> None:
    assert pressed(buttons.more(key, number)) == Press("more", key, number)
    assert pressed(buttons.whole(key, number)) == Press("whole", key, number)


@given(st.from_regex(r"[A-Za-z0-9_-]{40}", fullmatch=True), st.integers(0, 999_999))
def test_a_button_carries_at_most_64_bytes(key: str, number: int) -> None:
    assert len(buttons.whole(key, number).encode()) <= 64


@pytest.mark.parametrize(
    "data", ["", "whole", "drop:1:2", "whole:a b:1", "whole:k:-1", "whole:k:1:2", "more:k:99999999999"]
)
def test_foreign_data_is_no_press(data: str) -> None:
    assert pressed(data) is None


@given(st.text(max_size=64))
def test_no_data_breaks_the_reading(data: str) -> None:
    press = pressed(data)
    assert press is None or data.startswith(f"{press.verb}:")
