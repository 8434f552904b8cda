"""A region of the province: by buttons from kab/kota down to the village, or by its name."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, Final, Literal, TypeAlias

from bot.forms.context import Answers, Context, Region, RegionBook
from bot.forms.events import Event, Press, Text
from bot.forms.invalid import Invalid
from bot.forms.steps.base import Accept, Asked, Stay, Step, Taken, Turn
from bot.forms.steps.choice import in_columns, page_row
from bot.forms.steps.pressed import action_of, number_in, page_of
from bot.forms.values import Arg, Button, Label, Plain, Say

Level: TypeAlias = Literal["desa", "kecamatan", "kabkota", "any"]
_DOTS: Final = {"kabkota": 1, "kecamatan": 2, "desa": 3}
_UP: Final = Say("form-region-up")
_NEAR: Final = Say("form-region-near")
_MOST_FOUND: Final = 20


@dataclass(frozen=True, slots=True)
class AskRegion(Step):
    """Value: a code as `19.01.01.2001`. `within` gives the region to stay inside, by default
    the whole of `root`. With `depths` (dots of the code) it may be of several levels, but not of
    any."""

    level: Level = "desa"
    within: Callable[[Answers, Context], str | None] | None = None
    root: str = "19"
    page: int = 20
    depths: frozenset[int] | None = None

    def ask(self, turn: Turn) -> Asked:
        book = turn.ctx.regions
        if book is None:
            return Asked()
        found = turn.view.get("found")
        if isinstance(found, list):
            regions = [region for code in found if (region := book.get(code)) is not None]
            body = (_NEAR,) if turn.view.get("near") else ()
            return Asked(body, (*self._buttons(turn, regions, 1), (turn.button(_UP, "B"),)))
        top, here = self._top(turn.answers, turn.ctx), self._here(turn)
        current = book.get(here)
        rows: list[tuple[Button, ...]] = []
        if current is not None and self._may_stop(here):
            label = Say("form-region-choose", {"value": Plain(current.title())})
            rows.append((turn.button(label, "V", here),))
        children = () if self._is_lowest(here) else _in_order(book.children(here))
        pages = -(-len(children) // self.page)
        page = page_of(turn.view.get("page"), pages)
        rows.extend(self._buttons(turn, children[page * self.page : (page + 1) * self.page], 2))
        rows.extend(page_row(turn, page, pages))
        if here != top:
            rows.append((turn.button(_UP, "B"),))
        here_is = (Say("form-region-in", {"value": Plain(current.title())}),) if current else ()
        return Asked(here_is, tuple(rows))

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
            case "I", code:
                refuse_ended(turn.ctx.regions, code)
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
        region = ctx.regions.known(value) if ctx.regions is not None else None
        return Plain(value if region is None else region.title())

    def validate(self, value: Any, answers: Answers, ctx: Context) -> None:
        if not isinstance(value, str) or not self._may_stop(value):
            raise Invalid("form-region-unknown")
        refuse_ended(ctx.regions, value)
        if not self._is_inside(value, answers, ctx):
            raise Invalid("form-region-outside")

    def _typed(self, turn: Turn, text: str) -> Taken:
        book = turn.ctx.regions
        found: Sequence[Region] = ()
        if book is not None and len(text) <= 100:
            found = book.find(text, within=self._top(turn.answers, turn.ctx))
        if not found and book is not None:
            return self._guessed(turn, book, text)
        fitting = [region for region in found if self._may_stop(region.code)]
        is_plain = self.depths is None and self.level != "any"
        if len(fitting) == 1 and (is_plain or len(found) == 1):
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

    def _guessed(self, turn: Turn, book: RegionBook, text: str) -> Stay:
        """What may be meant by a name that no region in force has."""
        top = self._top(turn.answers, turn.ctx)
        for region in book.past(text[:100], within=top):
            refuse_ended(book, region.code)
        near = [one for one in book.near(text[:100], within=top) if not self._is_below(one.code)]
        if not near:
            raise Invalid("form-region-unknown")
        return Stay(view={"found": [region.code for region in near], "near": True})

    def _buttons(
        self, turn: Turn, regions: Sequence[Region], columns: int
    ) -> tuple[tuple[Button, ...], ...]:
        buttons = [
            turn.button(
                Plain(region.title() if columns == 1 else region.short()),
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
        if self.depths is not None:
            return code.count(".") in self.depths
        return self.level == "any" or code.count(".") == _DOTS[self.level]

    def _is_lowest(self, code: str) -> bool:
        if self.depths is not None:
            return code.count(".") >= max(self.depths)
        return code.count(".") >= (3 if self.level == "any" else _DOTS[self.level])

    def _is_below(self, code: str) -> bool:
        lowest = 3 if self.level == "any" else _DOTS[self.level]
        return code.count(".") > (max(self.depths) if self.depths is not None else lowest)

    def _is_inside(self, code: str, answers: Answers, ctx: Context) -> bool:
        top = self._top(answers, ctx)
        if code != top and not code.startswith(f"{top}."):
            return False
        return ctx.regions is None or ctx.regions.get(code) is not None


def refuse_ended(book: RegionBook | None, code: str) -> None:
    """Raise :class:`Invalid` for a region that has ended, naming what is in its place now."""
    region = book.known(code) if book is not None else None
    if book is None or region is None or region.until is None:
        return
    now = tuple(Plain(one.title()) for one in book.successors(code)[:5])
    named: dict[str, Arg] = {"value": Plain(region.title()), "since": region.until}
    if not now:
        raise Invalid("form-region-ended", **named)
    raise Invalid("form-region-moved", **named, now=now)


def _in_order(regions: Sequence[Region]) -> Sequence[Region]:
    """Kecamatan and villages by name, as people look for them; kab/kota in their own order."""
    if not regions or regions[0].code.count(".") < 2:
        return regions
    return sorted(regions, key=lambda one: (one.name.casefold(), one.code))
