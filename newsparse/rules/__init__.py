"""The third step: rules look at each block and say what speaks for which role.

`default_rules()` is a plain tuple; a parser takes any other.
"""

from functools import cache

from newsparse.plugins import plugged_in
from newsparse.rules.base import FittedRule, Rule, check_rule
from newsparse.rules.boilerplate import Biography, BoilerplateCue, Menu, ToReader
from newsparse.rules.bullet import KeyPoints
from newsparse.rules.byline import BylineDate, BylineName
from newsparse.rules.caption import CaptionCredit, CaptionForm
from newsparse.rules.headline import HeadlineForm, HeadlineTopic, Kicker
from newsparse.rules.lead import LeadChoice, LeadForm
from newsparse.rules.place import Density, End, Heading, Neighbours, Place, PlainProse, Topic
from newsparse.rules.related import RelatedCue, Teaser
from newsparse.rules.repeats import Echo, Repeats
from newsparse.rules.section_header import HeaderFellows, HeaderShape, HeaderTopic, LiveEntry, TableOfContents
from newsparse.rules.shape import Ending, Length, Marker, Opening
from newsparse.rules.signature import SignOff
from newsparse.rules.turns import Speakers

RULE_CLASSES: tuple[type[Rule], ...] = (
    PlainProse,
    Topic,
    HeadlineTopic,
    KeyPoints,
    HeaderTopic,
    BoilerplateCue,
    RelatedCue,
    Length,
    Ending,
    Opening,
    Marker,
    Place,
    Heading,
    Density,
    End,
    Neighbours,
    Repeats,
    Echo,
    HeadlineForm,
    Kicker,
    LeadChoice,
    LeadForm,
    BylineDate,
    BylineName,
    HeaderShape,
    HeaderFellows,
    TableOfContents,
    LiveEntry,
    CaptionCredit,
    CaptionForm,
    Teaser,
    Biography,
    ToReader,
    Menu,
    SignOff,
    Speakers,
)

DEFAULT_RULES: tuple[Rule, ...] = tuple(rule() for rule in RULE_CLASSES)
"""The built-in rules. To leave one out or replace it, pass `Parser` another sequence."""


@cache
def default_rules() -> tuple[Rule, ...]:
    """The built-in rules, and those of installed packages (entry-point group `newsparse.rules`)."""
    return (*DEFAULT_RULES, *plugged_in("newsparse.rules", Rule, check_rule))  # type: ignore[type-abstract]


__all__ = ["DEFAULT_RULES", "RULE_CLASSES", "FittedRule", "Rule", "default_rules"]
