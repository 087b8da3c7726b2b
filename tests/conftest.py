"""What holds for every test."""

from __future__ import annotations

from hypothesis import settings

# No test is judged by the clock: a busy machine, or a model read on first use, is no fault of the code.
settings.register_profile("unhurried", deadline=None)
settings.load_profile("unhurried")
