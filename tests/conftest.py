"""Settings of the property tests: the same examples every time, no time limit."""

from hypothesis import Phase, settings

settings.register_profile("same", derandomize=True, deadline=None, max_examples=60)
settings.register_profile(
    "unshrunk",
    settings.get_profile("same"),
    phases=[Phase.explicit, Phase.generate],
)
settings.load_profile("same")
