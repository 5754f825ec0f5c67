"""Cases for the comparison of the page's engine with the program: rulebooks, areas and data of every kind, from kept seeds."""

import base64
import io
import random
import re
import shutil
import subprocess
import zipfile
import zlib
from pathlib import Path

AREAS = ["北区", "南区", "東区", "西区"]
NUMBERS = ["0", "1", "2", "3", "5", "12", "80", "1,706", "１２", "△5", "-3", "0.5", "66.7", "99.95", "100", "12.5％", "3回", "7 件", "999999999999999"]
WORDS = ["", "該当なし", "－", "-", "約30", "多数", "○", "×", "はい", "いいえ", "実施", "未着手", "準備中", "R5.6.30", "2024-03-31", "令和6年4月1日", "=1+1"]


def rulebook(chance):
    """A rulebook of random targets in both languages, over figures of every kind."""
    lines = [
        '事業 "比較"', "  階層 区（ward, wards） < 市（city, cities）", "単位 世帯", "", "回答区分「状況」（低い順）", '  「未着手」 記入例 "×"',
        '  「準備中」 記入例 "△"', '  「実施」 記入例 "○"', "", '項目 ア "一つ目"', ""]
    counts = [f"件数{n}" for n in range(1, 5)]
    shares = ["割合1", "割合2"]
    for name in counts:
        lines += [f"指標 {name}", "  回答形式 回数（回）"]
        if chance.random() < 0.4:
            lines.append(f"  範囲 0回から{chance.choice([20, 366, 100000])}回まで")
        if chance.random() < 0.15:
            lines.append("  導入 令和5年度")
    for name in shares:
        lines += [f"指標 {name}", "  回答形式 割合（%、小数第1位）"]
    lines += ["指標 状況1", "  回答形式 区分「状況」", "指標 有無1", "  回答形式 はい・いいえ", "指標 日1", "  回答形式 日付", "指標 文1", "  回答形式 文章",
              "設定値「最低」＝" + str(chance.randrange(0, 9)) + "回", ""]

    def figure():
        name = chance.choice(counts)
        return chance.choice([
            f"「{name}」", f"「{name}」", f"前年度の「{name}」", f"「{name}」＋「{chance.choice(counts)}」",
            f"市の「{name}」の合計", f"「{name}」－「{chance.choice(counts)}」", f"「{name}」×2"])

    def bound():
        return chance.choice([f"{chance.randrange(0, 14)}回", "「最低」", f"「{chance.choice(counts)}」", f"{chance.randrange(0, 5)}回"])

    def condition(depth=0):
        kind = chance.randrange(12)
        if kind < 4:
            return f"{figure()}が{bound()}{chance.choice(['以上', '以下', 'を超える', '未満', 'と一致する'])}"
        if kind == 4:
            return f"「{chance.choice(shares)}」が{chance.choice(['80%', '66.7%', '50%'])}{chance.choice(['以上', '以下'])}"
        if kind == 5:
            return f"「状況1」が「{chance.choice(['未着手', '準備中', '実施'])}」以上"
        if kind == 6:
            return "「文1」を報告している"
        if kind == 7:
            return f"「{chance.choice(counts)}」÷「{chance.choice(counts)}」が{chance.choice(['50%', '80%'])}以上"
        if kind == 8:
            return f"「{counts[0]}」及び「{counts[1]}」がいずれも{bound()}以上"
        if kind == 9:
            return f"「日1」が{chance.choice(['6月30日', '3月31日'])}まで"
        if depth < 2:
            joint = chance.choice(["かつ", "又は"])
            return f"（{condition(depth + 1)}）{joint}（{condition(depth + 1)}）"
        return f"「{chance.choice(counts)}」が{bound()}以上"

    for number in range(chance.randrange(2, 7)):
        who = chance.choice(["すべての区で"] * 5 + [f"{chance.randrange(1, 5)}区以上で", "70%以上の区で", "市で", f"「件数1」が{bound()}以上のすべての区で"])
        if who == "市で":
            lines += [f"目標「目標{number}」", f"  段階 {chance.choice(['計画', '実行', '評価', '改善'])}", f"  市で「{chance.choice(counts)}」が{chance.randrange(0, 40)}回以上であること。"]
        else:
            lines += [f"目標「目標{number}」", f"  段階 {chance.choice(['計画', '実行', '評価', '改善'])}", f"  {who}{condition()}こと。"]
        if chance.random() < 0.2:
            lines.append("  努力目標")
    if chance.random() < 0.5:
        lines += ["目標「目標の後」", "  段階 改善", "  前年度に目標「目標0」が未達成の区で「文1」を報告していること。"]
    if chance.random() < 0.3:
        lines += ["猶予「目標0」", "  対象「北区」", "  期間 令和4年度から令和5年度まで", '  理由 "工事"']
    return "\n".join(lines) + "\n"


ITEMS = [f"件数{n}" for n in range(1, 5)] + ["割合1", "割合2", "状況1", "有無1", "日1", "文1"]


def cell(chance, item):
    kind = chance.random()
    if kind < 0.15:
        return ""
    if kind < 0.22:
        return chance.choice(WORDS + NUMBERS)
    if item.startswith("件数"):
        return str(chance.randrange(0, 15))
    if item.startswith("割合"):
        return f"{chance.randrange(0, 1001) / 10}"
    return {"状況1": chance.choice(["未着手", "準備中", "実施", "○"]), "有無1": chance.choice(["はい", "いいえ"]),
            "日1": chance.choice(["2023-06-30", "令和5年7月1日", "R6.3.31"]), "文1": "改善した"}[item]


def quoted(text):
    return '"' + text.replace('"', '""') + '"' if any(sign in text for sign in ',"\n') else text


def table(chance):
    """Rows of a data file, long or wide."""
    areas = [area for area in AREAS if chance.random() < 0.9]
    years = chance.choice([["R4", "R5"], ["2023"], ["令和5年度"], ["R3", "R4", "R5"]])
    rows = []
    if chance.random() < 0.6:
        rows.append(["区", "年度", "項目", "値"])
        for year in years:
            for area in areas + (["大阪市"] if chance.random() < 0.3 else []):
                for item in ITEMS:
                    if chance.random() < 0.9:
                        rows.append([area, year, item, cell(chance, item)])
        if chance.random() < 0.1:
            rows.append([chance.choice(["北", "中央区", ""]), years[0], "件数9", "3"])
        if chance.random() < 0.1:
            rows.append(rows[chance.randrange(1, len(rows))])
    else:
        rows.append(["area", "year", *ITEMS])
        for year in years:
            for area in areas:
                rows.append([area, year, *(cell(chance, item) for item in ITEMS)])
    return rows


def sheet(rows):
    """The smallest workbook that holds the rows as text, and plain figures as figures."""
    def column(n):
        return chr(65 + n) if n < 26 else chr(64 + n // 26) + chr(65 + n % 26)

    def escape(text):
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")

    body = []
    for r, row in enumerate(rows, 1):
        cells = []
        for c, text in enumerate(row):
            place = f"{column(c)}{r}"
            if text.isascii() and text.isdigit() and len(text) < 10 and not (len(text) > 1 and text[0] == "0"):
                cells.append(f'<c r="{place}"><v>{text}</v></c>')
            elif text:
                cells.append(f'<c r="{place}" t="inlineStr"><is><t>{escape(text)}</t></is></c>')
        body.append(f'<row r="{r}">{"".join(cells)}</row>')
    main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    package = "http://schemas.openxmlformats.org/package/2006"
    parts = {
        "[Content_Types].xml": f'<Types xmlns="{package}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/></Types>',
        "_rels/.rels": f'<Relationships xmlns="{package}/relationships"><Relationship Id="a" Type="{office}/officeDocument" Target="xl/workbook.xml"/></Relationships>',
        "xl/workbook.xml": f'<workbook xmlns="{main}" xmlns:r="{office}"><sheets><sheet name="報告" sheetId="1" r:id="a"/></sheets></workbook>',
        "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{package}/relationships"><Relationship Id="a" Type="{office}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>',
        "xl/worksheets/sheet1.xml": f'<worksheet xmlns="{main}"><sheetData>{"".join(body)}</sheetData></worksheet>',
    }
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in parts.items():
            archive.writestr(zipfile.ZipInfo(name, (2024, 4, 1, 0, 0, 0)), text.encode(), zipfile.ZIP_DEFLATED)
    return out.getvalue()


def data(chance, rows):
    """The rows as a file: its ending and its bytes."""
    kind = chance.random()
    if kind < 0.15:
        book = sheet(rows)
        if chance.random() < 0.15:
            place = chance.randrange(len(book))
            book = book[:place] + bytes([book[place] ^ 1 << chance.randrange(8)]) + book[place + 1:]
        return "xlsx", book
    comma = chance.choice([",", ",", ",", "\t", ";"])
    text = chance.choice(["\n", "\r\n"]).join(comma.join(quoted(text) for text in row) for row in rows) + "\n"
    encoding = chance.choice(["utf-8", "utf-8", "utf-8-sig", "cp932", "utf-16"])
    content = text.encode(encoding, errors="replace")
    if chance.random() < 0.05:
        content = content[:chance.randrange(1, len(content))]
    return "csv", content


AREA_FILE = "code,name,kana,romaji,level,parent\n270000,大阪市,,Osaka,市,\n" + "".join(
    f"27100{n},{name},,Ward{n},区,270000\n" for n, name in enumerate(AREAS))


def generated(folder, count, seed=20231125):
    """Writes so many cases; returns their descriptions."""
    cases = []
    made = 0
    while len(cases) < count:
        chance = random.Random(seed * 1000 + made)
        home = folder / f"g{made}"
        made += 1
        home.mkdir()
        (home / "rulebook.pdca").write_text(rulebook(chance), encoding="utf-8")
        (home / "areas.csv").write_text(AREA_FILE, encoding="utf-8")
        for number in range(8):
            files = []
            for part in range(chance.choice([1, 1, 1, 2])):
                ending, content = data(chance, table(chance))
                name = f"{number}-{part}.{ending}"
                (home / name).write_bytes(content)
                files.append(name)
            cases.append({
                "home": home.name, "root": "rulebook.pdca", "data": files, "year": chance.choice(["", "", "", "2023", "R5", "令和6年度", "昨年"]),
                "language": chance.choice(["ja", "en"])})
            # One of them with another value of the parameter, in the year of the page.
            if number == 7:
                cases[-1].update(year="R5", set=f"最低={chance.randrange(0, 9)}回")
    return cases[:count]


def kept(folder, root):
    """The samples, the first steps and every rulebook of the corpora, copied into the folder."""
    cases = []
    shutil.copytree(root / "Rules", folder / "Rules")
    shutil.copytree(root / "Samples", folder / "Samples")
    everything = sorted("../../" + path.relative_to(folder).as_posix() for path in (folder / "Samples").rglob("*.csv"))
    for language in ("ja", "en"):
        for year in ("", "2021", "2022", "2023"):
            cases.append({"home": "Rules/osaka-home-care", "root": "rulebook.pdca", "data": everything, "year": year, "language": language})
        for name in ("english.pdca", "japanese.pdca"):
            cases.append({"home": "Rules/first-steps", "root": name, "data": ["facts.csv"], "year": "", "language": language})
    for number, path in enumerate(sorted((root / "Tests").rglob("*.pdca"))):
        home = folder / "corpus" / str(number)
        home.mkdir(parents=True)
        shutil.copy(path, home / "rulebook.pdca")
        (home / "areas.csv").write_text(AREA_FILE, encoding="utf-8")
        (home / "data.csv").write_text("area,year,item,value\n北区,2023,協議回数,3\n南区,2023,協議回数,\n", encoding="utf-8")
        for language in ("ja", "en"):
            cases.append({"home": home.relative_to(folder).as_posix(), "root": "rulebook.pdca", "data": ["data.csv"], "year": "", "language": language})
    return cases


def carried(page):
    """The bytes of the rulebook that a page carries."""
    text = re.search(r'<script type="text/plain" id="rulebook">([^<]*)</script>', page.read_text(encoding="utf-8")).group(1)
    return zlib.decompress(base64.b64decode(text), -15)


def pack(program, folder, cases):
    """Makes a page of each rulebook and keeps what it carries. Returns the cases of those that a page can be made of."""
    packed = {}
    for case in cases:
        place = (case["home"], case["root"], case.get("set"))
        settings = ["--set", case["set"]] if "set" in case else []
        if place not in packed:
            home, page = folder / case["home"], folder / "page.html"
            made = subprocess.run(
                [program, "page", case["root"], "--year", "R5", *settings, "--output", page], cwd=home, stdin=subprocess.DEVNULL,
                stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, timeout=60)
            packed[place] = f"{case['home']}/{case['root']}.{len(packed)}.packed" if made.returncode == 0 else None
            if packed[place]:
                (folder / packed[place]).write_bytes(carried(page))
        case["packed"] = packed[place]
    return [case for case in cases if case["packed"]]


def all_cases(program, folder, root, count):
    cases = pack(program, Path(folder), kept(Path(folder), Path(root)) + generated(Path(folder), count))
    for number, case in enumerate(cases):
        case["answer"] = f"{number}.engine.json"
        case["expected"] = f"{number}.program.json"
    return cases
