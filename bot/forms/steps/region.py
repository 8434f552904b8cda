"""A region of the province: by buttons from kab/kota down to the village, or by its name."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, Final, Literal, TypeAlias

from bot.forms.context import Answers, Context, Region
from bot.forms.events import Event, Press, Text
from bot.forms.invalid import Invalid
from bot.forms.steps.base import Accept, Asked, Stay, Step, Taken, Turn
from bot.forms.steps.choice import in_columns, page_row
from bot.forms.steps.pressed import action_of, number_in, page_of
from bot.forms.values import Button, Label, Plain, Say

Level: TypeAlias = Literal["desa", "kecamatan", "kabkota", "any"]
_DOTS: Final = {"kabkota": 1, "kecamatan": 2, "desa": 3}
_UP: Final = Say("form-region-up")
_MOST_FOUND: Final = 20


@dataclass(frozen=True, slots=True)
class AskRegion(Step):
    """Value: a code as `19.01.01.2001`. `within` gives the region to stay inside, by default
    the whole of `root`."""

    level: Level = "desa"
    within: Callable[[Answers, Context], str | None] | None = None
    root: str = "19"
    page: int = 20

    def ask(self, turn: Turn) -> Asked:
        book = turn.ctx.regions
        if book is None:
            return Asked()
        found = turn.view.get("found")
        if isinstance(found, list):
            regions = [region for code in found if (region := book.get(code)) is not None]
            return Asked(rows=(*self._buttons(turn, regions, 1), (turn.button(_UP, "B"),)))
        top, here = self._top(turn.answers, turn.ctx), self._here(turn)
        current = book.get(here)
        rows: list[tuple[Button, ...]] = []
        if current is not None and self._may_stop(here):
            label = Say("form-region-choose", {"value": Plain(current.title())})
            rows.append((turn.button(label, "V", here),))
        children = () if self._is_lowest(here) else book.children(here)
        pages = -(-len(children) // self.page)
        page = page_of(turn.view.get("page"), pages)
        rows.extend(self._buttons(turn, children[page * self.page : (page + 1) * self.page], 2))
        rows.extend(page_row(turn, page, pages))
        if here != top:
            rows.append((turn.button(_UP, "B"),))
        body = (Say("form-region-in", {"value": Plain(current.title())}),) if current else ()
        return Asked(body, tuple(rows))

    def take(self, turn: Turn, event: Event) -> Taken:
        if isinstance(event, Text):
            return self._typed(turn, event.text)
        if not isinstance(event, Press):
            return None
        match action_of(event):
            case "V", code:
                self.validate(code, turn.answers, turn.ctx)
                return Accept(code)
            case "I", code if self._is_inside(code, turn.answers, turn.ctx):
                return Stay(part=code)
            case "B", "":
                here = self._here(turn)
                if "found" in turn.view or here == self._top(turn.answers, turn.ctx):
                    return Stay(part=here)
                return Stay(part=here.rpartition(".")[0])
            case "P", arg if (page := number_in(arg)) is not None:
                return Stay(view={"page": page})
            case "N", "":
                return Stay(view=turn.view, quiet=True)
        return None

    def show(self, value: Any, answers: Answers, ctx: Context) -> Label:
        region = ctx.regions.get(value) if ctx.regions is not None else None
        return Plain(value if region is None else region.title())

    def validate(self, value: Any, answers: Answers, ctx: Context) -> None:
        if not isinstance(value, str) or not self._may_stop(value):
            raise Invalid("form-region-unknown")
        if not self._is_inside(value, answers, ctx):
            raise Invalid("form-region-outside")

    def _typed(self, turn: Turn, text: str) -> Taken:
        book = turn.ctx.regions
        found: Sequence[Region] = ()
        if book is not None and len(text) <= 100:
            found = book.find(text, within=self._top(turn.answers, turn.ctx))
        fitting = [region for region in found if self._may_stop(region.code)]
        if len(fitting) == 1 and (self.level != "any" or len(found) == 1):
            self.validate(fitting[0].code, turn.answers, turn.ctx)
            return Accept(fitting[0].code)
        if fitting:
            return Stay(view={"found": [region.code for region in fitting[:_MOST_FOUND]]})
        above = [region for region in found if not self._is_lowest(region.code)]
        if not above:
            raise Invalid("form-region-unknown")
        if len(above) == 1:
            return Stay(part=above[0].code)
        return Stay(view={"found": [region.code for region in above[:_MOST_FOUND]]})

    def _buttons(
        self, turn: Turn, regions: Sequence[Region], columns: int
    ) -> tuple[tuple[Button, ...], ...]:
        buttons = [
            turn.button(
                Plain(region.title() if columns == 1 else region.name),
                "V" if self._is_lowest(region.code) else "I",
                region.code,
            )
            for region in regions
        ]
        return in_columns(buttons, columns)

    def _top(self, answers: Answers, ctx: Context) -> str:
        return (self.within(answers, ctx) if self.within else None) or self.root

    def _here(self, turn: Turn) -> str:
        part = turn.part
        if isinstance(part, str) and self._is_inside(part, turn.answers, turn.ctx):
            return part
        return self._top(turn.answers, turn.ctx)

    def _may_stop(self, code: str) -> bool:
        return self.level == "any" or code.count(".") == _DOTS[self.level]

    def _is_lowest(self, code: str) -> bool:
        return code.count(".") >= (3 if self.level == "any" else _DOTS[self.level])

    def _is_inside(self, code: str, answers: Answers, ctx: Context) -> bool:
        top = self._top(answers, ctx)
        if code != top and not code.startswith(f"{top}."):
            return False
        return ctx.regions is None or ctx.regions.get(code) is not None
