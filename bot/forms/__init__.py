"""The form engine: guided questions as pure functions over values.

    draft, screen = begin(form, ctx)
    draft, result = respond(form, draft, event, ctx)

A form is a list of steps; what a person does is an event; what comes of it is a screen to show, or
the answers. Nothing here sends, stores, waits or reads a clock.
"""

from bot.forms.callbacks import owns
from bot.forms.context import Context, Option, Region, RegionBook
from bot.forms.draft import Draft, Given
from bot.forms.engine import begin, respond
from bot.forms.events import Begin, Contact, Event, Other, Photo, Pin, Press, Resume, Text
from bot.forms.form import Action, Form, visible
from bot.forms.invalid import Invalid
from bot.forms.moments import WIB
from bot.forms.results import Acted, Cancelled, Done, Notice, Quiet, Result
from bot.forms.standing import settled
from bot.forms.steps import (
    AskCaptions,
    AskChoice,
    AskChoices,
    AskConfirm,
    AskCounts,
    AskDate,
    AskMoment,
    AskNumber,
    AskPhone,
    AskPhotos,
    AskPlace,
    AskRegion,
    AskText,
    AskYesNo,
    Step,
    Tell,
    own_texts,
    photo_ids,
    picked_ids,
)
from bot.forms.values import Arg, Button, Label, Plain, Say, Screen

__all__ = [
    "WIB",
    "Acted",
    "Action",
    "Arg",
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
    "Begin",
    "Button",
    "Cancelled",
    "Contact",
    "Context",
    "Done",
    "Draft",
    "Event",
    "Form",
    "Given",
    "Invalid",
    "Label",
    "Notice",
    "Option",
    "Other",
    "Photo",
    "Pin",
    "Plain",
    "Press",
    "Quiet",
    "Region",
    "RegionBook",
    "Result",
    "Resume",
    "Say",
    "Screen",
    "Step",
    "Tell",
    "Text",
    "begin",
    "own_texts",
    "owns",
    "photo_ids",
    "picked_ids",
    "respond",
    "settled",
    "visible",
]
