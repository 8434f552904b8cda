"""HTML and MarkdownV2 become text and entities, counted in UTF-16 units, or are refused."""

from typing import Any

import pytest

from sandbox.entities import read_text
from sandbox.refusals import Refusal
from sandbox.render import as_html


def brief(entities: list[dict[str, Any]]) -> list[tuple[str, int, int]]:
    return [(entity["type"], entity["offset"], entity["length"]) for entity in entities]


HTML = [
    ("a <b>b</b> c", "a b c", [("bold", 2, 1)]),
    ("<b>😀 <i>x</i></b>!", "😀 x!", [("bold", 0, 4), ("italic", 3, 1)]),
    ("1 &lt; 2 &amp; 3 &#x41;&nope;", "1 < 2 & 3 A&nope;", []),
    ("<a href='https://example.org/?a=1&amp;b=2'>di sini</a>", "di sini", [("text_link", 0, 7)]),
    ("<code>a.b</code>", "a.b", [("code", 0, 3)]),
    ("<pre><code class=\"language-py\">x</code></pre>", "x", [("pre", 0, 1)]),
    ("<blockquote expandable>q</blockquote>", "q", [("expandable_blockquote", 0, 1)]),
    ('<span class="tg-spoiler">s</span>', "s", [("spoiler", 0, 1)]),
    ("<b></b>kosong", "kosong", []),
    ("  <b>tepi </b> ", "tepi", [("bold", 0, 4)]),
]  # fmt: skip


@pytest.mark.parametrize(("source", "text", "entities"), HTML)
def test_html(source: str, text: str, entities: list[tuple[str, int, int]]) -> None:
    shown, found = read_text(source, "HTML", None)
    assert (shown, brief(found)) == (text, entities)


BAD_HTML = [
    ("<b>a", 'Can\'t find end tag corresponding to start tag "b"'),
    ("é<x>a</x>", 'Unsupported start tag "x" at byte offset 2'),
    ("a</b>", "Unexpected end tag at byte offset 1"),
    ("<b><i>a</b></i>", 'Unmatched end tag at byte offset 7, expected "</i>", found "</b>"'),
    ("<b", "Unclosed start tag at byte offset 0"),
    ("1 < 2", 'Unsupported start tag "" at byte offset 2'),
    ("<span>a</span>", 'Tag "span" must have class "tg-spoiler" at byte offset 0'),
]


@pytest.mark.parametrize(("source", "words"), BAD_HTML)
def test_bad_html(source: str, words: str) -> None:
    with pytest.raises(Refusal) as refusal:
        read_text(source, "HTML", None)
    assert refusal.value.description == f"Bad Request: can't parse entities: {words}"


MARKDOWN = [
    ("*b* _i_ __u__ ~s~ ||p||", "b i u s p",
     [("bold", 0, 1), ("italic", 2, 1), ("underline", 4, 1), ("strikethrough", 6, 1),
      ("spoiler", 8, 1)]),
    (r"1\.000 `a\`b`", "1.000 a`b", [("code", 6, 3)]),
    ("[di sini](https://example.org)", "di sini", [("text_link", 0, 7)]),
    ("```py\nx = 1\n```", "x = 1", [("pre", 0, 5)]),
    (">kutipan\n>dua\nbiasa", "kutipan\ndua\nbiasa", [("blockquote", 0, 12)]),
]  # fmt: skip


@pytest.mark.parametrize(("source", "text", "entities"), MARKDOWN)
def test_markdown_v2(source: str, text: str, entities: list[tuple[str, int, int]]) -> None:
    shown, found = read_text(source, "MarkdownV2", None)
    assert (shown, brief(found)) == (text, entities)


def test_bad_markdown_v2() -> None:
    for source, words in (
        ("*a", "Can't find end of Bold entity at byte offset 0"),
        ("a!", "Character '!' is reserved and must be escaped with the preceding '\\'"),
        ("`a", "Can't find end of Code entity at byte offset 0"),
    ):
        with pytest.raises(Refusal) as refusal:
            read_text(source, "MarkdownV2", None)
        assert refusal.value.description == f"Bad Request: can't parse entities: {words}"


def test_the_old_markdown() -> None:
    shown, found = read_text("*b* [x](https://example.org) 1.000", "Markdown", None)
    assert (shown, brief(found)) == ("b x 1.000", [("bold", 0, 1), ("text_link", 2, 1)])


def test_commands_links_and_names_are_found() -> None:
    text = "/kegiatan 😀 lihat https://example.org/a?b=1, @sandbox_bot #kampung a@b.id 1/2"
    shown, found = read_text(text, None, None)
    raw = shown.encode("utf-16-le")
    parts = {
        e["type"]: raw[e["offset"] * 2 : (e["offset"] + e["length"]) * 2].decode("utf-16-le")
        for e in found
    }
    assert parts == {
        "bot_command": "/kegiatan",
        "url": "https://example.org/a?b=1",
        "mention": "@sandbox_bot",
        "hashtag": "#kampung",
        "email": "a@b.id",
    }


def test_the_page_gets_only_safe_html() -> None:
    text, entities = read_text(
        '<b>tebal &lt;script&gt;</b> <a href="javascript:alert(1).x">x</a> 😀<i>y</i>', "HTML", None
    )
    assert as_html(text, entities) == (
        "<b>tebal &lt;script&gt;</b> "
        '<a href="https://javascript:alert(1).x" target="_blank" rel="noopener noreferrer">x</a> '
        "😀<i>y</i>"
    )
