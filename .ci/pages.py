"""Checks of the HTML pages, for `.ci/external`: over the document as a strict parser reads it, and in a browser."""

import re
import subprocess

FORBIDDEN = {"script", "img", "iframe", "object", "embed", "link", "form", "base", "audio", "video"}


def check(page, fail):
    """One page by its document: no parse error, nothing that runs or fetches, heads, landmarks, labels, one language a part."""
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
    said = subprocess.run(["tidy", "-q", "-e", "-utf8", page], stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True).stdout
    # Tidy is older than this attribute.
    faults = [line for line in said.splitlines() if 'proprietary attribute "aria-current"' not in line]
    if faults:
        fail(f"{page.name}: tidy says {faults[0]}")


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


AXE = """axe.run(document, {runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']}).then(result =>
  result.violations.map(fault => fault.id + ': ' + fault.help + ' ' + fault.nodes[0].html.slice(0, 200)))"""


def load(tab, page, width, theme, axe, fail):
    """A page as a person opens it: silent, alone, no wider than its window, and nothing for axe-core to object to."""
    where = f"{page.name} at {width} px, {theme}"
    asked, said = tab.show(page.as_uri(), width, theme=theme)
    if asked:
        fail(f"{where}: asks for {asked[0]}")
    if said:
        fail(f"{where}: the console says {said[0]}")
    shown = tab.evaluate("[innerWidth, document.documentElement.scrollWidth, document.body.innerText.length]")
    if shown[0] != width or shown[1] > width or shown[2] < 50:
        fail(f"{where}: [window, content, characters] are {shown}")
    tab.evaluate(axe + "; 1")
    for fault in tab.evaluate(AXE):
        fail(f"{where}: {fault}")
    if len(tab.picture(whole=False)) < 2000:
        fail(f"{where}: the browser shows nothing")


def sheets(tab, page, folder, fail):
    """The texts of the A4 sheets on which a page prints; each has its head and its number."""
    tab.show(page.as_uri(), 1280)
    document = folder / "page.pdf"
    document.write_bytes(tab.document())
    sizes = re.findall(rb"/MediaBox\s*\[\s*0 0 ([0-9.]+) ([0-9.]+)", document.read_bytes())
    if not sizes or any(abs(float(wide) - 595) > 2 or abs(float(high) - 842) > 2 for wide, high in sizes):
        fail(f"{page.name} prints on sheets of {set(sizes)}, not A4")
    text = subprocess.run(["pdftotext", "-layout", document, "-"], check=True, stdout=subprocess.PIPE).stdout.decode("utf-8")
    texts = text.split("\f")[:-1]
    programme = bare(tab.evaluate("document.querySelector('.site').textContent"))
    for number, sheet in enumerate(texts, 1):
        lines = [line.strip() for line in sheet.splitlines() if line.strip()]
        if not bare(lines[0]).startswith(programme[:20]) or bare(lines[-1]) != f"{number}/{len(texts)}":
            fail(f"{page.name}: sheet {number} begins with {lines[0]!r} and ends with {lines[-1]!r}")
    return texts


def bare(text):
    return "".join(text.split())


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
