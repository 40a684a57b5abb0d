"""The colours: contrast computed by WCAG against the table they were chosen by."""

import re
from pathlib import Path

import pytest
from oracles import contrast, luminance

import nnlib
from nnlib.palette import COLOURS, RECEDED, both_themes, css

HOUSE = Path(nnlib.__file__).parent
STYLE = (HOUSE / "svg" / "style.css").read_text(encoding="utf-8")
THEMES = ["light", "dark"]
GROUNDS = ["page", "raised", "now-tint", "delta-tint"]

# text token: ratios on page, raised, amber tint, delta tint (the last two never carry `unknown`)
TEXT = {
    "light": {
        "ink": [17.4, 16.3, 15.5, 15.7],
        "muted": [7.1, 6.6, 6.3, 6.4],
        "unknown": [4.93, 4.60],
        "negative-text": [5.19, 4.84, 4.63, 4.67],
        "positive-text": [5.49, 5.12, 4.90, 4.94],
        "activation-text": [6.56, 6.13, 5.86, 5.91],
        "delta-text": [7.01, 6.55, 6.26, 6.31],
    },
    "dark": {
        "ink": [16.6, 14.9, 12.1, 14.4],
        "muted": [8.4, 7.5, 6.1, 7.3],
        "unknown": [5.88, 5.29],
        "negative-text": [8.6, 7.8, 6.3, 7.5],
        "positive-text": [8.7, 7.8, 6.3, 7.5],
        "activation-text": [9.6, 8.6, 7.0, 8.3],
        "delta-text": [10.0, 9.0, 7.3, 8.7],
    },
}
# line token: ratio on the page; amber is below 3 on light, so it never stands alone
LINES = {
    "light": {"negative": 5.19, "positive": 3.87, "activation": 3.42, "delta": 3.06,
              "now": 2.25, "outline": 3.23, "hairline": 1.60},
    "dark": {"negative": 6.17, "positive": 6.26, "activation": 6.86, "delta": 6.17,
             "now": 8.38, "outline": 5.13, "hairline": 2.08},
}  # fmt: skip
DECORATIVE = {"now", "hairline"}
# on the fullest unit: activation at 0.24 over the page
ON_UNIT = {
    "light": {"ink": 13.2, "muted": 5.4, "activation-text": 5.0},
    "dark": {"ink": 11.4, "muted": 5.8, "activation-text": 6.6},
}


def colour(name, theme):
    """Red, green, blue of a token, 0 … 255."""
    text = COLOURS[name][THEMES.index(theme)]
    return [int(text[k : k + 2], 16) for k in (1, 3, 5)]


def over(top, ground, opacity):
    return [opacity * a + (1 - opacity) * b for a, b in zip(top, ground)]


def printed(ratio):
    """How near a ratio must come to what the table prints of it."""
    return 0.06 if round(ratio, 1) == ratio else 0.01


def test_contrast_by_hand():
    assert contrast([0, 0, 0], [255, 255, 255]) == pytest.approx(21)
    assert contrast([119, 119, 119], [255, 255, 255]) == pytest.approx(4.48, abs=0.01)  # #777


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("token", TEXT["light"])
def test_text_is_readable_on_every_ground(theme, token):
    for ground, ratio in zip(GROUNDS, TEXT[theme][token]):
        found = contrast(colour(token, theme), colour(ground, theme))
        assert found == pytest.approx(ratio, abs=printed(ratio)), ground
        assert found >= 4.5, ground


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("token", ON_UNIT["light"])
def test_text_is_readable_on_the_fullest_unit(theme, token):
    fill = over(colour("activation", theme), colour("page", theme), 0.24)
    found = contrast(colour(token, theme), fill)
    assert found == pytest.approx(ON_UNIT[theme][token], abs=0.1)
    assert found >= 4.5


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("token", LINES["light"])
def test_lines_stand_out_from_the_page(theme, token):
    found = contrast(colour(token, theme), colour("page", theme))
    assert found == pytest.approx(LINES[theme][token], abs=0.01)
    if token not in DECORATIVE:
        assert found >= 3


# text tokens on grounds mixed from two colours: timeline cells that are done, hatch included
MIXED = [
    ("activation-text", "activation", 0.24),
    ("delta-text", "delta", 0.24),
    ("delta-text", "delta", 0.18),
    ("delta-text", "delta", 0.42),
]
# what else carries text: buttons, message line, a done cost cell, the sides of a plane
PLAIN = [("page", "ink"), ("muted", "raised"), ("on-now", "now")]
PLAIN += [("ink", side) for side in ("class0-tint", "class1-tint", "now-tint")]
PLAIN += [("ink", "delta-tint"), ("muted", "delta-tint"), ("muted", "now-tint")]


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize(("text", "ground", "share"), MIXED)
def test_text_is_readable_on_cells_that_are_done(theme, text, ground, share):
    mixed = over(colour(ground, theme), colour("page", theme), share)
    assert contrast(colour(text, theme), mixed) >= 4.5


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize(("text", "ground"), PLAIN)
def test_text_is_readable_on_buttons_messages_and_planes(theme, text, ground):
    assert contrast(colour(text, theme), colour(ground, theme)) >= 4.5


@pytest.mark.parametrize("theme", THEMES)
def test_numbers_on_the_shades_of_counts(theme):
    """0 stands on the green; each shade tells itself from the next by its lightness."""
    text = {"activation": "on-now", "count1": "ink", "count2": "on-now", "count3": "page"}
    for ground, ink in (text | {"count4": "page"}).items():
        assert contrast(colour(ink, theme), colour(ground, theme)) >= 4.5, ground
    shades = [luminance(colour(f"count{k}", theme)) for k in (1, 2, 3, 4)]
    for one, other in zip(shades, shades[1:]):
        assert (max(one, other) + 0.05) / (min(one, other) + 0.05) > 1.4


@pytest.mark.parametrize("theme", THEMES)
def test_text_on_solid_amber(theme):
    found = contrast(colour("on-now", theme), colour("now", theme))
    assert found == pytest.approx(8.38, abs=0.01)


def test_every_token_is_a_pair_of_colours():
    for pair in COLOURS.values():
        assert len(pair) == 2
        assert all(re.fullmatch("#[0-9a-f]{6}", one) for one in pair)


@pytest.mark.parametrize(
    ("light", "dark"), [("negative", "positive"), ("activation", "delta"), ("positive", "now")]
)
def test_hues_that_stand_side_by_side_differ(light, dark):
    for theme in THEMES:
        one, other = colour(light, theme), colour(dark, theme)
        assert sum(abs(a - b) for a, b in zip(one, other)) > 60


def variables(text):
    return dict(re.findall(r"(--nn-[a-z0-9-]+):([^;}]+)", text))


def test_both_themes_have_the_same_tokens():
    light, dark = (variables(css(theme, "x")) for theme in THEMES)
    assert list(light) == list(dark)
    assert set(light) == {f"--nn-{name}" for name in [*COLOURS, "edge-receded"]}
    assert (light["--nn-page"], dark["--nn-page"]) == ("#ffffff", "#111111")
    assert [float(one["--nn-edge-receded"]) for one in (light, dark)] == list(RECEDED["edge"])


def test_the_dark_theme_is_jupyterlabs():
    light, dark = both_themes(".here").strip().splitlines()
    assert light == css("light", ".here").strip()
    assert dark == css("dark", 'body[data-jp-theme-light="false"] .here').strip()


def used(text):
    return set(re.findall(r"var\((--nn-[a-z0-9-]+)", text))


def sheets():
    """Every file that may speak of colours, tests and copies left out."""
    return [path.read_text(encoding="utf-8")
            for kind in ("*.css", "*.py", "*.js") for path in HOUSE.rglob(kind)]  # fmt: skip


def test_every_variable_used_is_defined():
    text = "\n".join(sheets())
    defined = set(variables(css("light", "x"))) | set(re.findall(r"(--nn-[a-z0-9-]+):", text))
    assert used(text) - defined == set()


def test_every_token_is_used():
    tokens = set(variables(css("light", "x")))
    assert tokens - used("\n".join(sheets())) == set()


def test_no_colour_outside_the_table():
    """No hex colour, no rgb(), no colour name in the style sheet: one palette for everything."""
    rules = re.sub(r"/\*.*?\*/", "", STYLE, flags=re.S)
    assert re.findall(r"#[0-9a-fA-F]{3,8}\b|\brgba?\(|\bhsla?\(", rules) == []
    values = re.findall(r"(?:color|fill|stroke|background|border[a-z-]*|outline):([^;}]+)", rules)
    names = r"\b(white|black|red|green|blue|gr[ae]y|orange|purple|yellow|silver)\b"
    assert [value for value in values if re.search(names, value)] == []


def test_no_gradient_but_the_hatch_of_gradients():
    """A hatch is the second mark of a gradient cell; nothing else fades or casts a shadow."""
    assert set(re.findall(r"[a-z-]*gradient(?=\()", STYLE)) <= {"repeating-linear-gradient"}
    assert "box-shadow" not in STYLE and "filter:" not in STYLE


def test_the_theme_must_be_known():
    with pytest.raises(ValueError):
        css("blue", ".nnlib")
