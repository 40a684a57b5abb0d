"""Every colour of the course, for JupyterLab's light and dark theme.

One hue a meaning, safe for colour-blind readers, and never a hue without a second
mark: sign also by dash, class also by shape, "now" also by an outline.
"""

COLOURS = {
    # token: (light, dark)
    "page": ("#ffffff", "#111111"),
    "raised": ("#f7f7f7", "#1c1c1e"),
    "ink": ("#1a1a1a", "#f0f0f0"),
    "muted": ("#54595e", "#a8adb3"),
    "unknown": ("#6c7176", "#8b9097"),
    "negative-text": ("#0072b2", "#63b8ec"),
    "positive-text": ("#b04a00", "#ff9457"),
    "activation-text": ("#006b49", "#3ccfa4"),
    "delta-text": ("#8f3a6d", "#eba9cd"),
    "negative": ("#0072b2", "#3e9bd6"),
    "positive": ("#d55e00", "#e8742a"),
    "activation": ("#009e73", "#1fb088"),
    "activation-receded": ("#7cc9b2", "#1b6e58"),
    "delta": ("#cc79a7", "#cc79a7"),
    "now": ("#e69f00", "#e69f00"),
    "on-now": ("#111111", "#111111"),
    "now-tint": ("#fff1d0", "#3a2b08"),
    "delta-tint": ("#fbf0f6", "#2a1b25"),
    "chip": ("#dba9c7", "#7a4a66"),
    "outline": ("#8a9096", "#80868c"),
    "hairline": ("#c9cdd1", "#45494e"),
    # planes: the sides of the two classes, an update
    "class0-tint": ("#e3eff7", "#15303f"),
    "class1-tint": ("#fbe9dd", "#3d2415"),
    "update": ("#b0558a", "#cc79a7"),
    # shades of a count: 1, 2, 3, 4 mistakes (none has the green of activation)
    "count1": ("#dadfe5", "#3a4149"),
    "count2": ("#9ba5b2", "#7c8793"),
    "count3": ("#4e5967", "#b9c2cc"),
    "count4": ("#20262e", "#e8eaed"),
}

RECEDED = {"edge": (0.28, 0.46)}


def css(theme, selector, names=None):
    """The colours of a theme (those named, or all) as CSS variables ``--nn-…`` on the selector.

    Examples
    --------
    >>> css("light", ".nnlib").split(";")[0]
    '.nnlib{--nn-page:#ffffff'
    """
    column = ("light", "dark").index(theme)
    pairs = COLOURS | {"edge-receded": RECEDED["edge"]}
    tokens = [
        f"--nn-{name}:{pair[column]}"
        for name, pair in pairs.items()
        if names is None or name in names
    ]
    return f"{selector}{{{';'.join(tokens)}}}\n"


def both_themes(selector=".nnlib"):
    """The variables of both themes; JupyterLab says on ``body`` which one it shows."""
    dark = f'body[data-jp-theme-light="false"] {selector}'
    return css("light", selector) + css("dark", dark)
