"""Links to an original land on the passage: ten layouts, twenty passages each, a third Chinese."""

import random
from collections.abc import Callable
from html import escape

import pytest
from playwright.sync_api import Page

from generator.ingest import Document, importers
from generator.text.fragment import text_directive

ENGLISH = (
    "The ferry company opened its clip machine to passengers on a wet Monday.",
    "By Thursday the queue at the counter was longer than the queue for the boat itself.",
    "A clerk counted eleven thousand clips, most of them of gulls, and gave up counting.",
    "“We had not planned for this,” the head of the passenger desk told the harbour council.",
    "The model makes ten seconds of film out of a sentence, a photograph or a half-done sketch.",
    "Two rivals, one of them from the next bay, said they would follow before the summer season.",
    "Film makers asked for a list of the films that the machine had been trained on.",
    "The council's lawyer answered that label rules bind today & that no new rule was needed.",
    "Shares of the company rose 12.5 % in a morning and fell by half as much in the afternoon.",
    "Nobody at the exchange could say who had bought them, or why they were sold again so soon.",
    "An older captain remembered the talking postcards, a fashion that had lasted nine weeks.",
    "The coast board will look at the matter again in June, its chair wrote in a short note.",
    "Until then the machine stays on deck, by the coffee, under a sign that asks for patience.",
    "Insurance for boats does not cover clips, said the broker, who had been asked three times.",
    "Children found first that the machine could not draw a rope tied to anything.",
    "A re-run with 600 passengers gave the same picture: the young make, the old watch.",
)
CHINESE = (
    "轮渡公司在二月一个下雨的星期一向乘客开放了短片机器。",
    "到了星期四，柜台前的队伍比上船的队伍还长，职员只好在甲板上加了一张桌子。",
    "一名职员数到一万一千条短片就不再数了，其中大多数拍的是海鸥。",
    "“我们没有为此做准备”，客运部负责人在港务会议上说。",
    "这个模型可以用一句话、一张照片或半张草图生成十秒钟的短片。",
    "两家竞争对手表示，将在夏季之前推出自己的机器，但没有说明价格。",
    "电影制作人要求公布训练这台机器所用的港口影片清单。",
    "律师回答说，标识规则今天就有约束力，不需要新的规则。",
    "公司股价上午上涨12.5%，下午又跌去一半，没有人说得出原因。",
    "海岸委员会将在六月再次讨论此事，主席在一封短信中写道。",
    "一位老船长想起了会说话的明信片，那股风潮只持续了九个星期。",
    "在此之前，机器仍留在甲板上，旁边是咖啡和一块请大家耐心的牌子。",
)

Layout = Callable[[list[str]], str]


def plain(lines: list[str]) -> str:
    return "".join(f"<p>{escape(line)}</p>" for line in lines)


def pairs(lines: list[str]) -> str:
    return "".join(
        f"<p>{escape(one)} {escape(two)}</p>"
        for one, two in zip(lines[::2], lines[1::2], strict=True)
    )


def emphasised(lines: list[str]) -> str:
    marked = (escape(line).replace(" the ", " the <em>") for line in lines)
    return "".join(f"<p>{line}{'</em>' * line.count('<em>')}</p>" for line in marked)


def listed(lines: list[str]) -> str:
    return f"<ul>{''.join(f'<li>{escape(line)}</li>' for line in lines)}</ul>"


def sectioned(lines: list[str]) -> str:
    parts = [f"<h2>Part {number}</h2><p>{escape(line)}</p>" for number, line in enumerate(lines, 1)]
    return "".join(parts)


def quoted(lines: list[str]) -> str:
    return "".join(f"<blockquote><p>{escape(line)}</p></blockquote>" for line in lines)


def softened(lines: list[str]) -> str:
    soft = (escape(line).replace("machine", "ma&shy;chine") for line in lines)
    return "".join(f"<p>{line.replace(' of ', '&nbsp;of ')}</p>" for line in soft)


LAYOUTS: dict[str, tuple[Layout, tuple[str, ...]]] = {
    "plain": (plain, ENGLISH),
    "pairs": (pairs, ENGLISH),
    "emphasised": (emphasised, ENGLISH),
    "listed": (listed, ENGLISH),
    "sectioned": (sectioned, ENGLISH),
    "quoted": (quoted, ENGLISH),
    "softened": (softened, ENGLISH),
    "plain-zh": (plain, CHINESE),
    "pairs-zh": (pairs, CHINESE),
    "listed-zh": (listed, CHINESE),
}
FRAME = (
    '<!doctype html><html lang="{language}"><meta charset="utf-8"><title>Harbour clips</title>'
    "<body><nav><a href='/'>Home</a> <a href='/news'>News</a></nav>"
    "<article><h1>Clips at the harbour</h1>{content}</article>"
    "<style>p,li,h2{{margin:120px 0}}</style></body></html>"
)


def passages(body: str, count: int, random_: random.Random) -> list[tuple[int, int]]:
    """Stretches of the body from word to word; some go over the end of a paragraph."""
    is_chinese = "。" in body
    stops = (
        [at for at, letter in enumerate(body) if letter not in "，。“”、\n"]
        if is_chinese
        else [0, *(at + 1 for at, letter in enumerate(body) if letter in " \n")]
    )
    found: list[tuple[int, int]] = []
    while len(found) < count:
        first = random_.randrange(len(stops) - 40)
        last = first + random_.randint(4, 30)
        start, end = stops[first], stops[last] - (0 if is_chinese else 1)
        if body[start:end].strip() and body.count("\n", start, end) < 3:
            found.append((start, end))
    return found


def lands(page: Page, passage: str) -> bool:
    """Whether the browser has scrolled to the passage."""
    words = " ".join(passage.removeprefix("# ").split())[:12]
    return bool(
        page.evaluate(
            "words => [...document.querySelectorAll('article :is(p, li, h2)')].some(block => {"
            " const box = block.getBoundingClientRect();"
            " const text = block.textContent.replace(/\\u00ad/g, '').replace(/\\s+/g, ' ');"
            " return text.includes(words) && box.bottom > 0 && box.top < innerHeight &&"
            " scrollY > 0; })",
            words,
        )
    )


@pytest.mark.parametrize("name", LAYOUTS)
def test_a_link_to_the_original_lands_on_the_passage(page: Page, name: str) -> None:
    layout, sentences = LAYOUTS[name]
    language = "zh-Hans" if sentences is CHINESE else "en"
    html = FRAME.format(language=language, content=layout(list(sentences)))
    (article,) = importers()["html"].read(Document("clips.html", html.encode(), "text/html"))
    page.set_viewport_size({"width": 800, "height": 300})
    page.route(
        "http://127.0.0.1:9/**", lambda route: route.fulfill(body=html, content_type="text/html")
    )
    random_ = random.Random(7)  # noqa: S311 (no secret)
    missed = []
    for number, (start, end) in enumerate(passages(article.body, 20, random_)):
        directive = text_directive(article.body, start, end)
        page.goto(f"http://127.0.0.1:9/{number}#:~:text={directive}")
        if not lands(page, article.body[start:end].split("\n")[0]):
            missed.append((article.body[start:end], directive))
    assert len(missed) <= 2, missed
