"""Settings of the property tests: the same examples every time, no time limit."""

from hypothesis import settings

settings.register_profile("same", derandomize=True, deadline=None, max_examples=60)
settings.load_profile("same")
