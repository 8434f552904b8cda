"""One Kampung KB on a screen: what is told of it, its checklist, and the buttons to change it."""

from datetime import date

from bot import texts
from bot.forms import Say
from bot.rules.kampung import CHECKLIST, STAGES, next_stage
from bot.rules.roles import Act, Person
from bot.work import Work
from handlers.calls import Row, label
from handlers.kampung_form import PIECES
from handlers.kampung_list import Shown
from storage.kampung import KampungCard


def shown_card(work: Work, viewer: Person, card: KampungCard) -> Shown:
    """Everything told of a kampung, and what this viewer may do with it."""
    unknown, nobody = label(work, "kampung-not-told"), label(work, "kampung-none-yet")
    poktan = ", ".join(label(work, f"kampung-poktan-{key}") for key in card.poktan)
    text = work.say(
        "kampung-card",
        name=card.name,
        place=work.around.book.title(card.region),
        decree=_decree(work, card) or unknown,
        stage=label(work, f"kampung-stage-{card.stage}"),
        done=str(len(_done(card, card.stage))),
        items=str(len(CHECKLIST[card.stage])),
        poktan=poktan or unknown,
        patbm=_fact(work, card.patbm),
        industry=_fact(work, card.home_industry),
        house=_fact(work, card.data_house),
        officers=", ".join(card.officers) or nobody,
        members=str(card.working_group),
        groups=", ".join(card.groups) or nobody,
        contacts=card.contacts or unknown,
    )
    rows: list[Row] = [[(label(work, "kampung-checklist-button"), f"kp:c:{card.id}")]]
    if viewer.may(Act.READ_ACTIVITY, card.region):
        rows.append([(label(work, "kampung-activities-button"), f"kp:a:{card.id}")])
    if viewer.may(Act.EXPORT_ACTIVITY, card.region):
        rows.append([(label(work, "export-button"), f"ex:k:{card.id}")])
    if viewer.may(Act.EDIT_KAMPUNG, card.region):
        rows.append([(label(work, "kampung-edit-button"), f"kp:e:{card.id}")])
    rows.append([(label(work, "kampung-list-button"), "kp:l::")])
    return text, rows


def _decree(work: Work, card: KampungCard) -> str:
    day = texts.day(card.decree_on, work.language) if card.decree_on else ""
    return ", ".join(part for part in (card.decree, day) if part)


def _fact(work: Work, value: bool | None) -> str:
    return label(work, "kampung-not-told" if value is None else "form-yes" if value else "form-no")


def _done(card: KampungCard, stage: str) -> list[str]:
    return [item for item in CHECKLIST[stage] if item in card.checklist]


def shown_checklist(work: Work, viewer: Person, card: KampungCard) -> Shown:
    """The three stages with their items; who may change them ticks by pressing."""
    lines = [work.say("kampung-checklist", name=card.name)]
    rows: list[Row] = []
    may_edit = viewer.may(Act.EDIT_KAMPUNG, card.region)
    for stage in STAGES:
        mark = "➡️ " if stage == card.stage else ""
        lines.append(f"\n{mark}<b>{work.say(f'kampung-stage-{stage}')}</b>")
        for item in CHECKLIST[stage]:
            lines.append(_item(work, card, item))
            if may_edit and stage == card.stage:
                tick = "✅" if item in card.checklist else "⬜"
                name = label(work, f"kampung-item-{item}")
                rows.append([(f"{tick} {name}", f"kp:t:{card.id}:{item}")])
    if may_edit:
        rows += _moves(work, card)
    rows.append([(label(work, "kampung-back"), f"kp:o:{card.id}")])
    return "\n".join(lines), rows


def _item(work: Work, card: KampungCard, item: str) -> str:
    name = Say(f"kampung-item-{item}")
    day = card.checklist.get(item)
    if day is None:
        return work.say("kampung-item-open", item=name)
    return work.say("kampung-item-done", item=name, day=date.fromisoformat(day))


def _moves(work: Work, card: KampungCard) -> list[Row]:
    row: list[tuple[str, str]] = []
    at = STAGES.index(card.stage)
    if at:
        before = label(work, f"kampung-stage-{STAGES[at - 1]}")
        row.append((label(work, "kampung-stage-back", stage=before), f"kp:s:{card.id}:{at - 1}"))
    after = next_stage(card.stage)
    if after is not None:
        name = label(work, f"kampung-stage-{after}")
        row.append((label(work, "kampung-stage-on", stage=name), f"kp:s:{card.id}:{at + 1}"))
    return [row] if row else []


def open_items(work: Work, card: KampungCard) -> str:
    """The items of the present stage that nobody has ticked yet; empty when all are done."""
    left = [item for item in CHECKLIST[card.stage] if item not in card.checklist]
    return ", ".join(label(work, f"kampung-item-{item}") for item in left)


def edit_rows(work: Work, card: KampungCard) -> list[Row]:
    """One button for each piece."""
    names = [(label(work, f"kampung-piece-{piece}"), piece) for piece in PIECES]
    buttons = [(name, f"kp:e:{card.id}:{piece}") for name, piece in names]
    rows: list[Row] = [buttons[at : at + 2] for at in range(0, len(buttons), 2)]
    return [*rows, [(label(work, "kampung-back"), f"kp:o:{card.id}")]]
