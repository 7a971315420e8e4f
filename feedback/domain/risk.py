"""Words that suggest that somebody may be at risk. Better caught once too often than missed once.

What it finds shows the numbers to call and tells the safeguarding leads; it decides nothing. It reads
English as it is typed on a phone: without apostrophes, with common slips, and in the short forms young
people use. It cannot read between the lines, so the box "someone may be at risk" stands beside it.
"""

import re
from dataclasses import dataclass

# One phrase a line, in plain spelling: no apostrophes, one space between words. Every repetition is
# bounded, so that hostile text costs no time.
_PHRASES = r"""
# taking one's own life, or hurting oneself
suicid\w*
(?:sucid|suiside|unaliv)\w*
kms
(?:kill|hang|drown|poison|harm|hurt|cut|burn|starve|end)(?:s|ed|ing|ting)? (?:my ?self|him ?self|her ?self|our ?selves)
(?:kill|hang|drown|poison|harm|hurt|cut|burn|starve|end)(?:s|ed|ing|ting)? them ?sel(?:f|ves)
(?:kill|end|take|took|taken|ended|taking|ending) {POSSESSIVE} (?:own )?li(?:fe|ves)
end(?:ing)? it all
self ?harm\w*
over ?dos\w+
took (?:all )?(?:the|his|her|my|their) (?:pills|tablets)
(?:want|wish|try|going)\w* (?:to |i was |he was |she was )(?:die|dead|be dead|disappear forever)
tr(?:ied|ies) to die
(?:do not|dont|doesnt|does not|didnt|did not) want to (?:live|be alive|be here any ?more|wake up)
better off (?:dead|without (?:me|him|her))
no (?:reason|point) (?:to|in) (?:live|living|go on|going on)
(?:cannot|cant|can not) (?:go on|carry on|cope) (?:any ?more|any ?longer|living)

# being hurt by somebody
abus(?:e|es|ed|d|ing|ive|er|ers)
(?:molest|assault|bruis)\w*
rap(?:e|ed|es|ing|ist)
groom(?:s|ed|er|ers|ing)
incest
(?:hit|hits|hitting|beat|beats|beaten|beating|bites|biting|bitten|shakes|shaking) {SOMEBODY}
(?:punch|kick|slap|strangl|chok|burn|smack|drag|attack|stab)\w{0,4} {SOMEBODY}
(?:hurt|harm|threaten)(?:s|ed|ing)? {SOMEBODY}
{WHO} (?:(?:is|was|are|were|keeps?|has|have|been) ){0,3}(?:hurt|harm|threaten|frighten)\w{0,3} {SOMEBODY}
{WHO} scar(?:es|ing) {SOMEBODY}
{WHO} (?:(?:is|was|are|were|keeps?|has|have|been) ){0,3}(?:hit|hits|hitting|beat|beats|beating|hurts?|hurting) \w+
{WHO} (?:(?:is|was|keeps?|has|have|been) ){0,3}(?:punch|kick|slap|strangl|chok|smack|attack|stab|abus)\w{0,4} \w+
(?:being|been|gets?|getting|got|was|were|is) (?:\w{2,12} )?(?:hurt|hit|beaten|punched|kicked|slapped|strangled|choked)
(?:being|been|gets?|getting|got|was|were|is) (?:\w{2,12} )?(?:attacked|stabbed|threatened|restrained|starved|tied)
(?:pinned|held) down
(?:lock|shut|tie)\w{0,3} (?:me|him|her|them|my \w{2,20}) (?:in|up|away|to|down)
locked (?:in|up|away)
black eyes?
broken (?:arm|rib|bone|jaw|wrist|nose)
cigarette burns?
unexplained (?:injur\w*|marks?)
domestic (?:abuse|violence)
violen(?:t|ce) (?:towards?|to|at home|man|partner|husband|dad|father|boyfriend)

# touched, shown or asked for what a child must not be
touch\w{0,3} (?:me|him|her|them|my|his)
touch\w{0,3} (?:\w{2,10} )?inappropriately
inappropriate(?:ly)? touch\w*
private parts?
(?:sexual|indecent)\w*
sex with
sexting
nudes?
naked (?:pictures?|photos?|pics?)
(?:peado|paedo|pedo)\w*
(?:keep|kept|keeping) (?:it |this )?(?:a |our )?secret from (?:mum|dad|my|his|her|their)

# not cared for, not safe, not there
(?:neglect|malnourish)\w*
(?:no|not|nothing|without|hasnt|havent|hadnt|isnt) (?:\w{2,10} ){0,2}(?:to eat|enough food|been fed|being fed)
(?:no|not|nothing|without|hasnt|havent|hadnt|isnt) (?:\w{2,10} ){0,2}food (?:at|in) (?:home|the house)
starving
left (?:home )?alone (?:all|at|for|over)
left home alone
(?:not|never|isnt|arent|wasnt|dont feel|doesnt feel|didnt feel) (?:\w{2,10} )?safe
unsafe (?:at|with|in|around|for)
feel(?:s|ing)? unsafe
in danger
danger to (?:him|her|them|my|our|others?)\w*
(?:afraid|scared|frightened|terrified|petrified) (?:of|to go home|to be (?:alone|home)|at home|to go back)
(?:run|ran|runs|running) away
(?:gone|went) missing
kicked (?:me|him|her|them) out
nowhere to (?:sleep|stay|go|live)
sleeping rough

# used by others
county lines?
gangs?
(?:exploit|traffick|radicalis)\w*
drug (?:dealer|dealing|running|runs)
deal(?:s|ing)? drugs
carr(?:y|ies|ying) (?:a )?(?:knife|knives|blade|gun|weapon)
(?:has|had|have|with) a (?:knife|gun|blade|machete)
knife ?point
fgm
genital mutilation
forced (?:to )?marr\w+
honou?r based
modern slave\w*

# said outright
at (?:\w{2,10} )?risk
child protection
safeguarding (?:concern|issue|risk|incident|alert|matter)s?
(?:serious|significant) harm
(?:eating disorder|anorexi|bulimi)\w*
(?:not|stopped|stops) eating
refus\w{1,3} (?:to eat|food|to drink)
"""

# Where one of these covers a phrase it is about papers, money or feelings.
_HARMLESS = r"""
hurt\w* (?:my|our|his|her|their|peoples|parents|anyones) (?:feelings|pride|chances|finances|pocket)
(?:hit|beat|kick)\w* (?:me|us|them|our|my) (?:in|with) (?:the |a |our )?(?:pocket|bill|letter|news|form)\w*
(?:hit|hits|hitting) (?:us|them|families|parents) (?:\w{2,10} )?(?:hard|hardest|badly)
(?:hit|beat)\w* (?:the |our |its |their |a )?(?:target|deadline|limit|wall|headline|road|rush|traffic|odds|queue)s?
kick\w* (?:off|started?|the habit)
abus\w* (?:of|the) (?:the )?(?:system|process|rules|funds|parking|blue badge\w*)
sexual health (?:clinic|service|leaflet|lesson)s?
dog groom\w*
gangs? of (?:\w{2,12} )?(?:workers|builders|friends|volunteers|parents)
bruis\w* (?:for|to) (?:the )?(?:council|service|budget|reputation|ego)
exploit\w* (?:the )?(?:opportunit\w*|loophole\w*|potential)
neglect\w* (?:to|the (?:website|page|site|building|garden|playground|park|fact))
in danger of (?:being )?(?:los|miss|clos|cut|overspend|fail|becom|collaps|cancel)\w*
at (?:\w{2,10} )?risk (?:of|from) (?:being )?(?:\w{2,14} ){0,2}(?:miss|los|clos|exclu|delay|cut|fail|cancel)\w*
at (?:\w{2,10} )?risk (?:of|from) (?:\w{2,14} ){0,2}(?:falling behind|redundan\w*|poor grades|poor results)
at (?:\w{2,10} )?risk (?:of|from) not (?:get|hav|meet)\w*
(?:funding|places?|provision|services?|budget|school|plan|targets?|project|grant|savings?) {IS} (?:\w{2,14} )?at risk
risk (?:register|assessment|rating)s?
run(?:ning)? away with (?:the )?(?:idea|money)
(?:ran|runs?|running) away from (?:the )?(?:question|issue|problem)
(?:scared|afraid|frightened) of (?:the )?(?:forms?|paperwork|process|dark|change|dogs?|needles?|lifts?|noise|spiders?)
touch\w* (?:my|his) (?:heart|screen|keyboard|toes)
"""

_PEOPLE = (
    "son|daughter|child|children|kids?|boys?|girls?|baby|brother|sister|mum|mother|dad|father|friend|"
    "pupils?|students?|partner|wife|husband"
)
_FAMILIES = {  # what stands in braces above
    "{POSSESSIVE}": "(?:my|our|his|her|their)",
    "{SOMEBODY}": rf"(?:me|us|him|them|my|our|his|her|their|(?:the|an?|some) (?:\w{{2,20}} )?(?:{_PEOPLE}))",
    "{WHO}": (
        rf"(?:i|we|he|she|they|someone|somebody|people|{_PEOPLE}|daddy|mummy|step ?\w{{3,6}}|uncle|aunt|nan|"
        r"grand(?:dad|pa|father)|(?:foster )?carer|escort|driver|teacher|ta|staff|boyfriend|ex|neighbour|man|adult)"
    ),
    "{IS}": "(?:is|are|was|were)",
}


def _any_of(lines: str) -> re.Pattern:
    phrases = [line for line in lines.splitlines() if line and not line.startswith("#")]
    pattern = "|".join(phrases)
    for name, family in _FAMILIES.items():
        pattern = pattern.replace(name, family)
    return re.compile(rf"\b(?:{pattern})\b", re.IGNORECASE)


_RISK = _any_of(_PHRASES)
_NO_RISK = _any_of(_HARMLESS)
_APOSTROPHES = re.compile(r"(?<=\w)['’ʼ`](?=\w)")
_ROOM = re.compile(r"[\s\-–—_/]+")


@dataclass(frozen=True, slots=True)
class RiskPhrase:
    """Words that suggest risk, in plain spelling: one space between them, no apostrophes."""

    words: str


def find_risk(text: str) -> list[RiskPhrase]:
    """Every phrase that suggests risk, in reading order; empty where none does."""
    plain = _ROOM.sub(" ", _APOSTROPHES.sub("", text))
    harmless = [match.span() for match in _NO_RISK.finditer(plain)]
    return [
        RiskPhrase(match.group())
        for match in _RISK.finditer(plain)
        if not any(start < match.end() and match.start() < end for start, end in harmless)
    ]


def suggests_risk(text: str) -> bool:
    return bool(find_risk(text))
