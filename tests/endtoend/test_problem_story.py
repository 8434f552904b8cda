"""A problem over HTTP, from the kader who sees it to the POKJA that confirms what came of it."""

import pytest

from sandbox.client_person import Person
from tests.endtoend.filling import Ask, Filler, activity
from tests.endtoend.fixtures import VILLAGE, Build
from tests.endtoend.joining import joins
from tests.endtoend.place import Place
from tests.endtoend.speech import label, words
from tests.endtoend.turns import pressed, told, typed

WHAT = "12 balita di Dusun 2 tidak naik berat badannya"
PLAN = "Pemberian makanan tambahan tiap minggu"
RESULT = "10 dari 12 balita naik berat badannya"


async def notes(siti: Person) -> None:
    """/masalah: stunting, with a number, evidence and a photo."""
    await typed(siti, "/masalah", "problem-list-empty")
    await pressed(siti, label("problem-new-button"), "problem-category")
    await pressed(siti, "Stunting", "problem-what")
    await typed(siti, "Anak Budi dipukul bapaknya di RT 3", "danger-lead")
    await typed(siti, WHAT, "problem-affected")
    await typed(siti, "12", "problem-since")
    await pressed(siti, label("problem-since-month"), "problem-evidence")
    await typed(siti, "Hasil timbang Posyandu", "problem-photos")
    await siti.sends_album(2)
    await siti.sees_button(label("form-done"))
    await pressed(siti, label("form-done"), "problem-priority")
    await pressed(siti, label("problem-priority-tinggi"), "form-summary")
    await pressed(siti, label("form-submit"), "problem-noted-done")


async def plans(rina: Person) -> None:
    """The POKJA opens it from its list and plans with the Puskesmas, for today."""
    listed = await typed(rina, "/masalah", "problem-list-head")
    assert words("problem-none-planned") in listed["text"]
    await pressed(rina, f"🔴 {WHAT}", "problem-card")
    await pressed(rina, label("problem-plan-button"), "intervention-agency")
    await typed(rina, "puskesmas", "intervention-what")
    await typed(rina, PLAN, "intervention-planned_on")
    await pressed(rina, label("form-today"), "form-summary")
    await pressed(rina, label("form-submit"), "intervention-planned")


async def logs(siti: Person) -> None:
    """The kader logs the activity that carries it out, from the intervention's card."""
    listed = await typed(siti, "/masalah", "problem-list-head")
    assert "Puskesmas" in listed["text"]
    await pressed(siti, f"🔴 {WHAT}", "problem-card")
    await pressed(siti, label("intervention-button", agency="Puskesmas"), "intervention-card")
    await siti.presses(label("intervention-log-button"))
    asks: tuple[Ask, ...] = activity("PMT di Posyandu Melati")
    await Filler(siti, asks).fills(words("activity-receipt"))


async def confirms(rina: Person) -> None:
    await rina.presses(label("intervention-see-button"))
    await rina.sees(words("intervention-card"))
    await pressed(rina, label("intervention-done-button"), "intervention_done-done_on")
    await pressed(rina, label("form-today"), "intervention_done-result")
    await typed(rina, RESULT, "form-summary")
    await pressed(rina, label("form-submit"), "intervention-finished")
    card = await pressed(rina, label("problem-solve-yes"), "problem-activities")
    assert words("problem-state-done") in card["text"]
    assert RESULT in card["text"]
    assert "PMT di Posyandu Melati" in card["text"]


async def as_it_stands(place: Place) -> None:
    """The rows: everything hangs together, and nothing of the child that was named."""
    [problem] = await place.rows("select * from problems")
    assert (problem["state"], problem["what"], problem["affected"]) == ("done", WHAT, 12)
    [plan] = await place.rows("select * from interventions")
    assert (plan["state"], plan["result"], plan["agency"]) == ("done", RESULT, "pkm")
    [logged] = await place.rows("select problem_id, intervention_id, region_code from activities")
    assert logged == {
        "problem_id": problem["id"],
        "intervention_id": plan["id"],
        "region_code": VILLAGE,
    }
    assert await place.count("problem_photos") == 2
    assert await place.count("media_sources") == 2
    assert await place.count("problems", "what like '%Budi%' or evidence like '%Budi%'") == 0


async def goes_all_the_way(build: Build) -> None:
    """The story, on whichever database."""
    place = await build()
    await place.runs()
    siti = await joins(place, 101, "Siti", "cadre", VILLAGE)
    rina = await joins(place, 102, "Rina", "working_group", VILLAGE)
    await told(siti, "invite-welcome")
    await notes(siti)
    await plans(rina)
    await logs(siti)
    await confirms(rina)
    await place.settled()
    await place.all_handled()
    await as_it_stands(place)


async def test_a_problem_is_seen_planned_for_answered_and_solved(build: Build) -> None:
    await goes_all_the_way(build)


@pytest.mark.postgres
async def test_the_same_on_postgresql(build_on_postgres: Build) -> None:
    await goes_all_the_way(build_on_postgres)
