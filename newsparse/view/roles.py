"""How each role looks: its name for people, and its colours on a page and in a terminal."""

from __future__ import annotations

from collections.abc import Mapping

import attrs

from newsparse.article import Role


@attrs.frozen
class Look:
    """One role's label and colours.

    `light` and `dark` are (ink, tint): ink for the label and the bar, tint behind the text, each `#rrggbb`. Ink has
    a contrast of at least 4.5 to 1 on its tint, and so has the page's text (WCAG 2.2, level AA). `terminal` is a
    style of the sixteen colours, which every terminal theme has readable.
    """

    label: str
    light: tuple[str, str]
    dark: tuple[str, str]
    terminal: str


LOOKS: Mapping[Role, Look] = {
    Role.HEADLINE: Look("Headline", ("#a8143f", "#fcebf0"), ("#ff9fb6", "#381821"), "bold red"),
    Role.KICKER: Look("Kicker", ("#9c3d00", "#fdeee2"), ("#ffb487", "#36200f"), "red"),
    Role.LEAD: Look("Lead", ("#785200", "#fbf2d6"), ("#ecc35f", "#30260c"), "yellow"),
    Role.BYLINE: Look("Byline", ("#356300", "#eef6e1"), ("#aad67e", "#1f2b12"), "green"),
    Role.BULLET: Look("Bullet", ("#00626f", "#e0f4f6"), ("#7bd2e0", "#0f2b31"), "cyan"),
    Role.PARAGRAPH: Look("Paragraph", ("#445065", "#f5f6f8"), ("#b8c2d2", "#1d2229"), "default"),
    Role.SECTION_HEADER: Look("Header", ("#1c4fb3", "#e8effc"), ("#a4c3ff", "#182644"), "bold blue"),
    Role.CAPTION: Look("Caption", ("#6a30b0", "#f3ecfc"), ("#d2b4ff", "#2a1e3e"), "magenta"),
    Role.RELATED: Look("Related", ("#97217f", "#fbeaf7"), ("#f5a9e8", "#341731"), "bright_magenta"),
    Role.BOILERPLATE: Look("Boilerplate", ("#5d6167", "#efefef"), ("#a7abb2", "#26282b"), "bright_black"),
    Role.SIGNATURE: Look("Signature", ("#00664c", "#e1f5ed"), ("#80d8b6", "#112c23"), "bright_green"),
}
"""In the order of the legend."""


def colours(root: str, scope: str = "") -> str:
    """CSS that gives every `[data-role]` inside `scope` its `--ink` and `--tint`, light and dark.

    The colours themselves are custom properties of the elements that the selector `root` names.
    """
    light = "".join(variables(role, look.light) for role, look in LOOKS.items())
    dark = "".join(variables(role, look.dark) for role, look in LOOKS.items())
    roles = "".join(
        f'{scope}[data-role="{role.value}"]{{--ink:var(--{role.value});--tint:var(--{role.value}-tint)}}\n'
        for role in LOOKS
    )
    return f"{root}{{{light}}}\n@media (prefers-color-scheme:dark){{{root}{{{dark}}}}}\n{roles}"


def variables(role: Role, pair: tuple[str, str]) -> str:
    """The custom properties that hold a role's ink and tint."""
    ink, tint = pair
    return f"--{role.value}:{ink};--{role.value}-tint:{tint};"
