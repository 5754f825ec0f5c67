"""A scripted officer at the self-check page: fills in, drops files, saves, comes back; and looks at times and sizes."""

import base64
import csv
import io
import json
import os
import time
from pathlib import Path

import cases as made
from browser import Tab

WARD, CODE = "此花区", "271047"
YEAR = "R5"
SAMPLE = f"Samples/osaka-home-care/R5/{CODE}-{WARD}.csv"
COUNCIL = "イ(1)"

# What the page may take, in milliseconds. A shared machine is given some room; the figures are printed.
OPENING, KEY, LARGE_KEY = 300, 20, 100
ROOM = float(os.environ.get("PDCA_TIME_ROOM", "3"))

# Breaks the engine when it is handed a file of that name, as a fault in it would.
TRAP = """
(() => {
  const original = WebAssembly.instantiate;
  window.instances = 0;
  WebAssembly.instantiate = async (module, imports) => {
    const { exports } = await original.call(WebAssembly, module, imports);
    window.instances += 1;
    const answer = (start, count) => {
      const request = new TextDecoder().decode(new Uint8Array(exports.memory.buffer, start, Math.min(count, 300)));
      if (request.includes("trap-me")) throw new WebAssembly.RuntimeError("unreachable");
      return exports.answer(start, count);
    };
    return { exports: { memory: exports.memory, reserve: exports.reserve, answered: exports.answered, answer } };
  };
})();
"""


def holds(condition, message):
    if not condition:
        raise AssertionError(message)


class Officer:
    def __init__(self, browser, program, page, folder, pictures, run):
        self.browser, self.program, self.page = browser, program, page
        self.folder, self.pictures, self.run = folder, pictures, run
        self.root = Path(__file__).resolve().parent.parent.parent
        text = (self.root / SAMPLE).read_text(encoding="utf-8-sig")
        self.rows = list(csv.reader(io.StringIO(text), delimiter=next(sign for sign in ";\t," if sign in text.splitlines()[0])))

    def work(self):
        tab = Tab(self.browser)
        tab.open(self.page.as_uri())
        tab.wait("document.querySelector('#area')")
        holds(tab.text("header h1"), "the page has no title")
        tab.choose("#area", CODE)
        tab.wait("document.querySelector('#left')?.textContent")
        self.picture(tab, "1280-empty")
        self.types(tab)
        self.drops(tab)
        self.saves(tab)
        self.comes_back(tab)
        self.looks(tab)
        self.reaches_everything(tab)
        self.clears(tab)
        outside = [address for address in tab.requests() if not address.startswith(("file:", "blob:", "data:", "about:"))]
        holds(not outside, f"the page asked for {outside}")
        holds(not tab.complaints(), f"the browser complains: {tab.complaints()[:3]}")
        self.breaks_the_engine()
        self.takes_time()
        print("  officer: filled in, dropped, saved, came back, cleared, broke the engine and went on")

    def picture(self, tab, name, whole=False):
        (self.pictures / f"{name}.png").write_bytes(tab.picture(whole))

    # Fields are found by the code that stands before them.

    def field(self, tab, code):
        found = tab.evaluate(
            "[...document.querySelectorAll('.field')].find(field => field.querySelector('.code').textContent === "
            f"{json.dumps(code)})?.querySelector('input, select, textarea')?.id")
        holds(found, f"there is no field {code}")
        return "#" + found

    def verdicts(self, tab):
        """What the page says of each target: its name, the badge, what is missing."""
        return {name: (badge, short) for name, badge, short in tab.evaluate(
            "[...document.querySelectorAll('#form .item summary')].map(line => ['.target', '.badge', '.short'].map(part => line.querySelector(part)?.textContent ?? ''))")}

    def left(self, tab):
        return tab.text("#left")

    def value_of(self, code):
        return next(row[3] for row in self.rows[1:] if row[2] == code)

    def types(self, tab):
        council = self.field(tab, COUNCIL)
        before = self.left(tab)
        tab.type(council, "0")
        tab.wait(f"document.querySelector({json.dumps(council)}).closest('.field').querySelector('.badge.mend')")
        badge, short = self.verdicts(tab)["推進会議の開催"]
        holds((badge, short) == ("未達成", "あと1回"), f"0回 is shown as {badge} {short}")
        tab.wait("document.querySelector('#live').textContent.includes('未達成')")
        tab.type(council, "約30")
        tab.wait(f"document.querySelector({json.dumps(council)}).getAttribute('aria-invalid') === 'true'")
        holds("約30" in tab.text(f"{council.replace('entry', 'fault')}"), "what can't be read is not said at its field")
        tab.type(council, "１２回")
        tab.wait("[...document.querySelectorAll('#form .item summary')].some(line => line.textContent.includes('推進会議の開催') && line.querySelector('.badge.met'))")
        holds(self.left(tab) != before, "the summary does not follow")
        tab.type(council, "0")

    def drops(self, tab):
        folder = self.folder / "dropped"
        folder.mkdir()
        legacy = folder / "先週の報告.csv"
        legacy.write_bytes((self.root / SAMPLE).read_text(encoding="utf-8-sig").encode("cp932", errors="replace"))
        book = folder / "報告.xlsx"
        rows = [["区", "年度", "項目", "値"], *([WARD, "令和5年度", row[2], row[3]] for row in self.rows[1:] if row[2] != COUNCIL), [WARD, "令和5年度", COUNCIL, "多数"]]
        book.write_bytes(made.sheet(rows))
        broken = folder / "壊れた.xlsx"
        broken.write_bytes(book.read_bytes()[:-40])
        damaged = folder / "傷.xlsx"
        content = bytearray(book.read_bytes())
        place = content.find(b"xl/worksheets/sheet1.xml") + 60
        content[place] ^= 0x10
        damaged.write_bytes(bytes(content))
        other = folder / "西区.csv"
        other.write_text("区,年度,項目,値\n西区,令和5年度,イ(1),3\n", encoding="utf-8")
        # A CSV in CP932, by the button.
        tab.upload("#file", legacy)
        tab.wait("document.querySelector('.notice')?.textContent.includes('先週の報告.csv') && document.querySelector('.notice.good, .notice.care')")
        filled = tab.evaluate("[...document.querySelectorAll('.field input, .field select, .field textarea')].filter(one => one.value).length")
        holds(filled > 40, f"only {filled} fields are filled in from a CP932 file")
        holds(tab.evaluate(f"document.querySelector({json.dumps(self.field(tab, COUNCIL))}).value") == self.value_of(COUNCIL), "the file's figure is not in its field")
        # A workbook, dropped on the page: the cell that can't be read is named.
        tab.drop(book)
        tab.wait("document.querySelector('.notice .remarks')", 20)
        holds("D" + str(len(rows)) in tab.text(".remarks"), f"no remark at its cell: {tab.text('.notice')[:300]}")
        holds("PDCA0301" in tab.text(".remarks"), "the remark has no code")
        self.picture(tab, "1280-workbook")
        # Files that are broken, and that are another's.
        for path, words in ((broken, "PDCA04"), (damaged, "PDCA04"), (other, "西区")):
            tab.drop(path)
            tab.wait(f"document.querySelector('.notice')?.textContent.includes({json.dumps(path.name)}) && document.querySelector('.notice.care, .notice.error')")
            tab.wait(f"document.querySelector('.notice').textContent.includes({json.dumps(words)})")
        after = tab.evaluate("[...document.querySelectorAll('.field input, .field select, .field textarea')].filter(one => one.value).length")
        holds(after == filled, "a broken file changed what was entered")

    def saves(self, tab):
        place = self.folder / "saved"
        place.mkdir()
        self.browser.send("Browser.setDownloadBehavior", behavior="allow", downloadPath=str(place))
        tab.evaluate("document.querySelector('.tools .main').click()")
        end = time.monotonic() + 20
        while not [path for path in place.iterdir() if path.suffix == ".csv"] and time.monotonic() < end:
            time.sleep(0.1)
        saved = next((path for path in place.iterdir() if path.suffix == ".csv"), None)
        holds(saved, "no CSV was saved")
        samples = "Samples/osaka-home-care"
        document = json.loads(self.run(
            self.program, "check", "Rules/osaka-home-care", f"{samples}/R3", f"{samples}/R4", saved, "--area", WARD, "--year", YEAR,
            "--format", "json", "--language", "ja", "--quiet", statuses=(0, 1)))
        words = {"met": "達成", "missed": "未達成", "not_applicable": "対象外", "not_due": "期限前", "waived": "猶予中", "recorded": "記録"}
        shown = self.verdicts(tab)
        different = []
        for outcome in document["outcomes"]:
            badge, _ = shown.get(outcome["target"], ("", ""))
            if badge != words.get(outcome["outcome"]) and not (outcome["outcome"] == "not_reported" and badge in ("記入待ち", "報告後に判定")):
                different.append(f"{outcome['target']}: {outcome['outcome']}, on the page {badge!r}")
        holds(not different, f"the program judges the saved file otherwise: {different[:5]}")
        holds(len(document["outcomes"]) == len(shown), f"{len(document['outcomes'])} outcomes, {len(shown)} on the page")
        print(f"  saved CSV: {len(shown)} outcomes as pdca check judges it")

    def comes_back(self, tab):
        council = self.field(tab, COUNCIL)
        tab.type(council, "7")
        time.sleep(0.6)
        tab.reload()
        tab.wait("document.querySelector('#left')?.textContent")
        council = self.field(tab, COUNCIL)
        holds(tab.evaluate(f"document.querySelector({json.dumps(council)}).value") == "7", "an entry did not survive a reload")
        tab.evaluate("document.querySelector('.who button').click()")
        tab.wait("document.documentElement.lang === 'en'")
        holds("left to do" in self.left(tab) or "Nothing" in self.left(tab), f"the summary is not in English: {self.left(tab)}")
        holds(tab.evaluate("[...document.querySelectorAll('.badge')].some(one => one.textContent === 'met')"), "no verdict in English")
        self.picture(tab, "1280-english")
        tab.evaluate("document.querySelector('.who button').click()")
        tab.wait("document.documentElement.lang === 'ja'")

    def looks(self, tab):
        tab.type(self.field(tab, COUNCIL), "0")
        time.sleep(0.2)
        tab.evaluate("window.scrollTo(0, 0)")
        self.picture(tab, "1280-filled")
        tab.evaluate("document.querySelector('#mend').scrollIntoView()")
        self.picture(tab, "1280-gaps")
        tab.evaluate("document.querySelector('#stages').scrollIntoView()")
        self.picture(tab, "1280-stages")
        for width, height, name in ((390, 844, "390"), (320, 256, "zoom-400")):
            tab.resize(width, height)
            tab.evaluate("window.scrollTo(0, 0)")
            time.sleep(0.2)
            wide = tab.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
            holds(wide <= 0, f"at {width} px the page is {wide} px too wide")
            self.picture(tab, name)
            tab.evaluate(f"document.querySelector({json.dumps(self.field(tab, COUNCIL))}).closest('.field').scrollIntoView()")
            self.picture(tab, name + "-field")
            tab.evaluate("document.querySelector('#mend').scrollIntoView()")
            self.picture(tab, name + "-gaps")
        tab.resize(1280, 900)
        tab.send("Emulation.setEmulatedMedia", features=[{"name": "prefers-color-scheme", "value": "dark"}])
        tab.evaluate("window.scrollTo(0, 0)")
        self.picture(tab, "1280-dark")
        tab.send("Emulation.setEmulatedMedia", media="print", features=[])
        pages = tab.document()
        (self.pictures / "printed.pdf").write_bytes(pages)
        holds(len(pages) > 20_000, "the print is empty")
        self.picture(tab, "print")
        tab.send("Emulation.setEmulatedMedia", media="", features=[])

    def reaches_everything(self, tab):
        """Names for whoever hears the page, order for whoever has a keyboard only."""
        nameless = tab.evaluate("""[...document.querySelectorAll('input, select, textarea, button, a')].filter(one =>
          !(one.labels?.length || one.getAttribute('aria-label') || one.textContent.trim())).map(one => one.outerHTML.slice(0, 100))""")
        holds(not nameless, f"controls without a name: {nameless[:3]}")
        twice = tab.evaluate("(() => { const ids = [...document.querySelectorAll('[id]')].map(one => one.id); return ids.filter((id, n) => ids.indexOf(id) !== n); })()")
        holds(not twice, f"identifiers that come twice: {twice[:3]}")
        lost = tab.evaluate("""[...document.querySelectorAll('[aria-describedby]')].flatMap(one => one.getAttribute('aria-describedby').split(' ')).filter(id => !document.getElementById(id))""")
        holds(not lost, f"descriptions that are not there: {lost[:3]}")
        small = tab.evaluate("""[...document.querySelectorAll('button, select, input[type=text], summary')].filter(one => one.offsetParent && one.getBoundingClientRect().height < 24).length""")
        holds(small == 0, f"{small} controls are too small to touch")
        tab.evaluate(f"document.querySelector({json.dumps(self.field(tab, COUNCIL))}).focus()")
        start = tab.evaluate("document.activeElement.id")
        seen = set()
        for _ in range(12):
            tab.key("Tab", 9)
            seen.add(tab.evaluate("document.activeElement.id || document.activeElement.tagName"))
        holds(len([one for one in seen if one.startswith("entry-") and one != start]) >= 2, f"the Tab key does not lead from field to field: {seen}")

    def clears(self, tab):
        tab.evaluate("document.querySelector('#clear').click()")
        tab.wait("!document.querySelector('#clearing').hidden")
        tab.key("Escape", 27)
        tab.wait("document.querySelector('#clearing').hidden")
        tab.evaluate("document.querySelector('#clear').click()")
        tab.evaluate("document.querySelector('#clear-now').click()")
        tab.wait("[...document.querySelectorAll('.field input, .field textarea')].every(one => !one.value)")
        time.sleep(0.6)
        holds(tab.evaluate("Object.keys(localStorage).filter(name => name.startsWith('pdca')).length") == 0, "entries are still kept after they were cleared")

    def breaks_the_engine(self):
        tab = Tab(self.browser, before=TRAP)
        tab.open(self.page.as_uri())
        tab.wait("document.querySelector('#area')")
        tab.choose("#area", CODE)
        tab.wait("document.querySelector('#left')?.textContent")
        council = self.field(tab, COUNCIL)
        tab.type(council, "4")
        bad = self.folder / "trap-me.csv"
        bad.write_text("区,年度,項目,値\n", encoding="utf-8")
        tab.drop(bad)
        tab.wait("document.querySelector('.notice.error')?.textContent.includes('trap-me.csv')")
        holds(tab.evaluate("window.instances") == 2, "no new engine was made")
        holds(tab.evaluate(f"document.querySelector({json.dumps(council)}).value") == "4", "an entry was lost with the engine")
        holds(self.verdicts(tab)["推進会議の開催"][0] == "達成", "the new engine does not know the entries")
        tab.type(council, "0")
        holds(self.verdicts(tab)["推進会議の開催"][0] == "未達成", "the page does not go on after a fault")
        self.picture(tab, "1280-fault")
        tab.evaluate("localStorage.clear()")

    # Times

    def takes_time(self):
        single = self.folder / "one.html"
        samples = "Samples/osaka-home-care"
        self.run(self.program, "page", "Rules/osaka-home-care", f"{samples}/R4", "--year", YEAR, "--area", WARD, "--language", "ja", "--output", single)
        opening = sorted(self.opening(single) for _ in range(5))
        key = self.keys(single)
        large = self.folder / "large"
        large.mkdir()
        (large / "rulebook.pdca").write_text(large_rulebook(1000), encoding="utf-8")
        (large / "areas.csv").write_text(made.AREA_FILE, encoding="utf-8")
        self.run(self.program, "page", large, "--year", YEAR, "--area", "北区", "--language", "ja", "--output", self.folder / "large.html")
        large_key = self.keys(self.folder / "large.html")
        print(f"  first verdict after {opening[2]:.0f} ms (of 5 openings {opening[0]:.0f} to {opening[-1]:.0f}); a key {key[0]:.1f} ms, at most {key[1]:.1f}; with 1,000 targets {large_key[0]:.1f}, at most {large_key[1]:.1f}")
        holds(opening[0] < OPENING * ROOM, f"the first verdict takes {opening[0]:.0f} ms")
        holds(key[0] < KEY * ROOM, f"a key takes {key[0]:.1f} ms")
        holds(large_key[0] < LARGE_KEY * ROOM, f"a key under 1,000 targets takes {large_key[0]:.1f} ms")

    def opening(self, page):
        tab = Tab(self.browser)
        tab.open(page.as_uri())
        tab.wait("performance.getEntriesByName('pdca-verdict').length", 60)
        return tab.evaluate("performance.getEntriesByName('pdca-verdict')[0].startTime")

    def keys(self, page):
        """Median and longest time that the page works on a key."""
        tab = Tab(self.browser)
        tab.open(page.as_uri())
        tab.wait("performance.getEntriesByName('pdca-verdict').length", 60)
        times = sorted(tab.evaluate("""(async () => {
          const times = [];
          const fields = [...document.querySelectorAll('.field input[inputmode=decimal]')].slice(0, 8);
          for (const field of fields) for (const value of ["1", "12", "123", "12", "0"]) {
            const start = performance.now();
            field.value = value;
            field.dispatchEvent(new Event('input', { bubbles: true }));
            times.push(performance.now() - start);
            await new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)));
          }
          return times;
        })()"""))
        return times[len(times) // 2], times[-1]


def large_rulebook(count):
    lines = ['事業 "大きなルールブック"', "  階層 区（ward, wards） < 市（city, cities）", '項目 ア "一つ目"']
    for n in range(count):
        lines += [f"指標 ア-{n}「件数その{n}」", "  回答形式 回数（回）"]
    for n in range(count):
        lines += [f"目標「目標その{n}」", "  段階 実行", f"  すべての区で「件数その{n}」が{n % 9 + 1}回以上であること。"]
    return "\n".join(lines) + "\n"


# What the page's own script offers stands in its global scope.
RUNNER = r"""
(async () => {
  const module = await WebAssembly.compile(joined(unpacked(bytesOf(document.getElementById("engine").textContent))));
  window.runCases = async cases => {
    const engine = new Engine(await WebAssembly.instantiate(module, {}));
    const answers = [];
    for (const one of cases) {
      const answer = await evaluated(engine, {
        ...one, packed: bytesOf(one.packed), areas: bytesOf(one.areas), data: one.data.map(([path, content]) => [path, bytesOf(content)])});
      answers.push(new TextDecoder().decode(answer));
    }
    return answers;
  };
})()
"""


def run_cases(browser, page, folder, cases):
    """The same cases as in node, in the browser, from the bytes of the page that is open there."""
    tab = Tab(browser)
    tab.open(page.as_uri())
    tab.wait("document.querySelector('#area')")
    tab.evaluate((Path(__file__).parent / "cases.js").read_text(encoding="utf-8"))
    tab.evaluate(RUNNER)

    def content(*path):
        return base64.b64encode(folder.joinpath(*path).read_bytes()).decode()

    for start in range(0, len(cases), 40):
        batch = []
        for case in cases[start:start + 40]:
            batch.append({
                **{key: case[key] for key in ("language", "year", "version", "root")}, "packed": content(case["packed"]),
                "areas": content(case["home"], "areas.csv"), "data": [[path, content(case["home"], path)] for path in case["data"]]})
        answers = tab.evaluate(f"runCases({json.dumps(batch)})")
        for case, answer in zip(cases[start:start + 40], answers):
            (folder / case["answer"]).write_text(answer, encoding="utf-8", newline="")
