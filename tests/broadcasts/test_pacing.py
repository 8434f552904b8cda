"""Telegram's limits of one chat, kept by a clock that the tests move."""

from datetime import timedelta

import pytest

from broadcasts.pacing import ChatPaces


class Chats(ChatPaces):
    """Paces with Telegram's figures and a clock of their own."""

    def __init__(self) -> None:
        self.at = 1000.0
        super().__init__(per_chat_seconds=1, per_group_per_minute=3, now=lambda: self.at)


@pytest.fixture
def chats() -> Chats:
    return Chats()


def test_a_new_chat_may_be_written_to_at_once(chats: Chats) -> None:
    assert chats.ready_in(5) == 0
    assert chats.ready_in(-5) == 0


def test_a_chat_is_due_a_second_after_its_last_message(chats: Chats) -> None:
    chats.note(5)
    assert chats.ready_in(5) == 1
    assert chats.ready_in(6) == 0
    chats.at += 0.75
    assert chats.ready_in(5) == 0.25
    chats.at += 1
    assert chats.ready_in(5) == 0


def test_a_group_takes_so_many_in_any_minute(chats: Chats) -> None:
    for _ in range(3):
        chats.note(-5)
        chats.at += 10
    assert chats.ready_in(-5) == 30
    assert chats.ready_in(-6) == 0
    chats.at += 30
    assert chats.ready_in(-5) == 0
    chats.note(-5)
    assert chats.ready_in(-5) == 10  # the second of them is a minute old then


def test_a_person_has_no_limit_by_the_minute(chats: Chats) -> None:
    for _ in range(9):
        chats.note(5)
        chats.at += 1
    assert chats.ready_in(5) == 0


def test_a_refusal_holds_its_chat(chats: Chats) -> None:
    assert not chats.hold(5, timedelta(seconds=30))
    assert chats.ready_in(5) == 30
    assert chats.ready_in(6) == 0
    assert chats.all_ready_in() == 0


def test_the_same_chat_refused_twice_does_not_hold_the_token(chats: Chats) -> None:
    chats.hold(5, timedelta(seconds=3))
    assert not chats.hold(5, timedelta(seconds=3))
    assert chats.all_ready_in() == 0


def test_two_chats_within_a_second_hold_the_token(chats: Chats) -> None:
    chats.hold(5, timedelta(seconds=30))
    chats.at += 1
    assert chats.hold(6, timedelta(seconds=4))
    assert chats.all_ready_in() == 4
    assert chats.ready_in(7) == 4
    assert chats.ready_in(5) == 29
    chats.at += 4
    assert chats.ready_in(7) == 0


def test_two_chats_further_apart_do_not(chats: Chats) -> None:
    chats.hold(5, timedelta(seconds=30))
    chats.at += 1.1
    assert not chats.hold(6, timedelta(seconds=30))
    assert chats.ready_in(7) == 0


def test_a_shorter_wait_does_not_lift_the_tokens_hold(chats: Chats) -> None:
    chats.hold(5, timedelta(seconds=30))
    chats.hold(6, timedelta(seconds=30))
    chats.hold(7, timedelta(seconds=1))
    assert chats.all_ready_in() == 30


def test_times_long_past_are_forgotten(chats: Chats) -> None:
    for chat in range(1, 20_001):
        chats.note(chat)
    chats.at += 3600
    chats.note(99_999)
    assert chats.ready_in(99_999) == 1
    assert len(chats._last) == 1
