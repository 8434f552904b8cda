"""The kinds of questions a form can ask."""

from bot.forms.steps.base import Accept, Asked, Stay, Step, Turn
from bot.forms.steps.captions import AskCaptions
from bot.forms.steps.choice import AskChoice
from bot.forms.steps.choices import AskChoices
from bot.forms.steps.counts import AskCounts
from bot.forms.steps.date import AskDate
from bot.forms.steps.moment import AskMoment
from bot.forms.steps.number import AskNumber
from bot.forms.steps.phone import AskPhone
from bot.forms.steps.photos import AskPhotos, photo_ids
from bot.forms.steps.picked import own_texts, picked_ids
from bot.forms.steps.place import AskPlace
from bot.forms.steps.region import AskRegion
from bot.forms.steps.tell import AskConfirm, Tell
from bot.forms.steps.text import AskText
from bot.forms.steps.yesno import AskYesNo

__all__ = [
    "Accept",
    "AskCaptions",
    "AskChoice",
    "AskChoices",
    "AskConfirm",
    "AskCounts",
    "AskDate",
    "AskMoment",
    "AskNumber",
    "AskPhone",
    "AskPhotos",
    "AskPlace",
    "AskRegion",
    "AskText",
    "AskYesNo",
    "Asked",
    "Stay",
    "Step",
    "Tell",
    "Turn",
    "own_texts",
    "photo_ids",
    "picked_ids",
]
