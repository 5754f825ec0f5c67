"""Checks of the HTML pages, for `.ci/external`: over the document as a strict parser reads it, and in a headless browser."""

import json
import re
import subprocess
from urllib.parse import urlparse

FORBIDDEN = {"script", "img", "iframe", "object", "embed", "link", "form", "base", "audio", "video"}
# Text on its ground, as the style sheet names the colours.
PAIRS = [
    ("text", "ground"), ("soft", "ground"), ("soft", "panel"), ("link", "ground"), ("bad", "panel"), ("care", "panel"),
    ("good", "panel"), ("text", "panel"), ("text", "badground"), ("text", "careground"), ("onfill", "s0"), ("good", "ground")]


def check(page, fail):
    """One page by its document: no parse error, nothing that runs or fetches, heads, landmarks, labels, contrast."""
    import html5lib

    data = page.read_bytes()
    try:
        document = html5lib.HTMLParser(strict=True, namespaceHTMLElements=False).parse(data, transport_encoding="utf-8")
    except html5lib.html5parser.ParseError as error:
        fail(f"{page.name}: {error}")
    elements = [element for element in document.iter() if isinstance(element.tag, str)]
    names = [element.tag.rsplit("}", 1)[-1] for element in elements]
    if FORBIDDEN & set(names):
        fail(f"{page.name} holds {FORBIDDEN & set(names)}")
    for needed in ("main", "header", "footer", "title"):
        if names.count(needed) != 1:
            fail(f"{page.name} has {names.count(needed)} {needed}")
    if document.get("lang") not in ("ja", "en"):
        fail(f"{page.name} names no language")
    ids = [element.get("id") for element in elements if element.get("id")]
    if len(set(ids)) != len(ids):
        fail(f"{page.name} uses an id twice")
    levels = [int(name[1]) for name in names if re.fullmatch(r"h[1-6]", name)]
    if levels[:1] != [1] or levels.count(1) != 1 or any(after > before + 1 for before, after in zip(levels, levels[1:])):
        fail(f"{page.name} has headings of the levels {levels}")
    for element, name in zip(elements, names):
        check_element(page, element, name, fail)
    check_contrast(page, data.decode("utf-8"), fail)


def check_element(page, element, name, fail):
    for attribute, value in element.items():
        if attribute.startswith("on") or attribute in ("style", "src", "srcset"):
            fail(f"{page.name}: {name} has the attribute {attribute}")
        if attribute == "href" and not re.fullmatch(r"(?:[a-z0-9-]+\.html)?(?:#[a-z0-9-]+)?", value):
            fail(f"{page.name} links to {value}")
        if attribute == "href" and value.split("#")[0] and not (page.parent / value.split("#")[0]).exists():
            fail(f"{page.name} links to {value}, which is not there")
    text = "".join(element.itertext()).strip()
    if name == "th" and element.get("scope") not in ("col", "row"):
        fail(f"{page.name}: a head of a table says not whose it is")
    if name == "a" and not (text or element.get("aria-label")):
        fail(f"{page.name}: a link has no words")
    if name == "svg" and element.get("aria-hidden") != "true" and not (element.get("role") == "img" and element.get("aria-label")):
        fail(f"{page.name}: a picture has no words")
    if element.get("tabindex") and not element.get("aria-label"):
        fail(f"{page.name}: what the keyboard reaches has no name")


def check_contrast(page, text, fail):
    sheet = re.search(r"<style>(.*?)</style>", text, re.S)[1]
    for number, block in enumerate(re.findall(r":root\{(.*?)\}", sheet, re.S)[:2]):
        colours = dict(re.findall(r"--([a-z0-9]+):(#[0-9a-f]{3,6})", block))
        for front, ground in PAIRS:
            ratio = contrast(colours[front], colours[ground])
            if ratio < 4.5:
                fail(f"{page.name}: {front} on {ground} has a contrast of {ratio:.2f} only ({'dark' if number else 'light'})")


def contrast(first, second):
    def light(colour):
        digits = colour[1:] if len(colour) == 7 else "".join(digit * 2 for digit in colour[1:])
        parts = [int(digits[place : place + 2], 16) / 255 for place in (0, 2, 4)]
        parts = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
        return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]

    high, low = sorted((light(first), light(second)), reverse=True)
    return (high + 0.05) / (low + 0.05)


def load(browser, page, width, folder, fail):
    """Opens a page from its file: no console message, no request to anywhere, a screenshot and, once, an A4 document."""
    log = folder / "net.json"
    shot = folder / "shot.png"
    arguments = [
        browser, "--headless", "--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update",
        "--disable-sync", "--no-first-run", f"--user-data-dir={folder / 'profile'}", "--enable-logging=stderr",
        f"--log-net-log={log}", f"--window-size={width},2000"]
    outputs = [f"--screenshot={shot}"]
    done = subprocess.run([*arguments, *outputs, page.as_uri()], stdout=subprocess.PIPE, stderr=subprocess.PIPE, timeout=120)
    if not shot.exists() or shot.stat().st_size < 2000:
        fail(f"{page.name}: the browser shows nothing\n{done.stderr.decode(errors='replace')[-1500:]}")
    shot.unlink()
    said = [line for line in done.stderr.decode(errors="replace").splitlines() if ":CONSOLE" in line]
    if said:
        fail(f"{page.name}: the console says {said[0]}")
    text = log.read_text(errors="replace")
    try:
        events = json.loads(text)["events"]
    except json.JSONDecodeError:
        events = json.loads(text.rstrip().rstrip(",") + "]}")["events"]
    for event in events:
        parameters = event.get("params", {})
        started = str(parameters.get("initiator", ""))
        url = urlparse(str(parameters.get("url", "")))
        # What the browser asks for itself has no page as its initiator.
        if url.scheme in ("http", "https", "ws", "wss", "ftp") and started not in ("", "not an origin"):
            fail(f"{page.name} asks for {url.geturl()}")
    if width > 1000:
        document = folder / "page.pdf"
        subprocess.run(
            [*arguments, "--no-pdf-header-footer", f"--print-to-pdf={document}", page.as_uri()], stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL, timeout=120)
        sheets = re.findall(rb"/MediaBox\s*\[\s*0 0 ([0-9.]+) ([0-9.]+)", document.read_bytes())
        if not sheets or any(abs(float(wide) - 595) > 2 or abs(float(high) - 842) > 2 for wide, high in sheets):
            fail(f"{page.name} prints on sheets of {set(sheets)}, not A4")
        document.unlink()


def write_hostile(folder):
    """A rulebook, areas and data whose every name tries to be something else."""
    rules = folder / "rules"
    rules.mkdir(parents=True)
    long = "長い名前" * 125
    (rules / "rulebook.pdca").write_text(
        f"""事業 "<script>alert(1)</script> \u202e逆\u0007 {long} ]]> --> </style>"
  階層 区（ward, wards） < 市（city, cities）
回答区分「<b>段</b>」（低い順）
  「<i>未</i>」
  「=cmd()|'/c calc'!A0」
  「完了 onload=alert(1)」
項目 ア "</title><script>alert(2)</script>"
指標 ア-1「<img src=x onerror=alert(3)>{long}」
  設問 "<svg onload=alert(4)>"
  回答形式 区分「<b>段</b>」
  段階 実行
  報告者 "<a href=javascript:alert(5)>"
指標 ア-2「=HYPERLINK(1)\u200b😀」
  回答形式 件数（件）
  段階 実行
  範囲 0件から10件まで
指標 ア-3「文」
  回答形式 文章
  段階 計画
目標「<script>x</script>{long}」
  段階 実行
  すべての区で「ア-2」が3件以上であること。
  必須
  助言 "</dd></main><script>y</script>"
  担当 "&amp;&lt;"
目標「区分」
  段階 実行
  すべての区で「ア-1」が「完了 onload=alert(1)」であること。
  必須
目標「市の合計」
  段階 評価
  市で「ア-2」が5件以上であること。
  必須
""",
        encoding="utf-8")
    head = "code,name,kana,romaji,level,parent\n"
    (rules / "areas.csv").write_text(
        head + '../../x,<script>市</script>,,,市,\n"a""b",=区\u202e一,,,区,../../x\nCON,区\u0001😀👨‍👩‍👧,,,区,../../x\n', encoding="utf-8")
    (rules / "none.csv").write_text(head, encoding="utf-8")
    (folder / "data<&>.csv").write_text(
        "area,year,item,value\nCON,2023,ア-2,1\nCON,2022,ア-2,1\nCON,2023,ア-1,=cmd()|'/c calc'!A0\n"
        "CON,2023,ア-3,<script>z</script>\n<u>無</u>,2023,ア-2,1\n",
        encoding="utf-8")
    return folder
