"""What holds for every test."""

from __future__ import annotations

from hypothesis import settings

# No test is judged by the clock: a busy machine, or a model read on first use, is no fault of the code.  The same
# examples every time, so that a change is judged by what it changes; `make torture` looks for new ones.
settings.register_profile("same", deadline=None, derandomize=True)
settings.register_profile("search", deadline=None, max_examples=1_000)
settings.load_profile("same")
