"""Workbooks of many makers, for the comparison with openpyxl: by openpyxl, XlsxWriter and pandas, and by LibreOffice out of
its own format, the format before 2007, and delimited text; with what makes each of them write something special.
"""

import datetime
import random
import subprocess
import zipfile
from pathlib import Path

FORMATS = [
    "General", "0", "0.00", "#,##0;[Red]-#,##0", "0.0%", "0.00E+00", "# ?/?", "yyyy/m/d", "yyyy-mm-dd hh:mm", 'ggge"年"m"月"d"日"',
    "[$-411]ge.m.d;@", "h:mm", "[h]:mm:ss", "mm:ss.0", '0"回"', '"約"0', "@", '[>=100]0.0;0.00', "d-mmm-yy", "m/d/yy h:mm",
]
TEXTS = [
    "協議回数", " 前後 ", "１行目\n２行目", "a\tb", "=1+1", "_x000D_", "_x0041_", "<&>\"'", "𠮟る👨‍👩‍👧", "①②", "ﾊﾝｶｸ", "NULL", "#N/A", "TRUE", "1,706件",
    "０１２", "x" * 3000, "\u200b", "e\u0301", "-",
]


def value(dice):
    kind = dice.random()
    if kind < 0.3:
        return dice.choice([0, 1, -1, 60, 61, 366, 45000, 999999, 2**31, 123456789012345, dice.randint(-10**6, 10**6)])
    if kind < 0.5:
        return dice.choice([0.1 + 0.2, 1 / 3, 1e-7, 1e15, 1.5e20, -0.5, 66.7, 0.125, dice.uniform(-1e4, 1e4), round(dice.uniform(0, 99), 2)])
    if kind < 0.75:
        return dice.choice(TEXTS)
    if kind < 0.82:
        return dice.random() < 0.5
    if kind < 0.92:
        return datetime.datetime(dice.randint(1905, 2090), dice.randint(1, 12), dice.randint(1, 28), dice.randint(0, 23), dice.randint(0, 59))
    return None


def by_openpyxl(path, dice, iso=False, since1904=False, last=False):
    import openpyxl
    from openpyxl.cell.rich_text import CellRichText, TextBlock
    from openpyxl.cell.text import InlineFont
    from openpyxl.utils.datetime import CALENDAR_MAC_1904
    from openpyxl.workbook.defined_name import DefinedName

    book = openpyxl.Workbook(iso_dates=iso)
    if since1904:
        book.epoch = CALENDAR_MAC_1904
    for number in range(dice.randint(1, 4)):
        sheet = book.create_sheet(f"シート（{number}）")
        for row in range(1, 60):
            for column in range(1, 12):
                if dice.random() < 0.7:
                    cell = sheet.cell(row, column)
                    made = value(dice)
                    cell.value = made
                    if isinstance(made, (int, float)) and not isinstance(made, bool):
                        # openpyxl reads a number beyond its dates as an error; such formats stay with smaller numbers.
                        cell.number_format = dice.choice(FORMATS if 61 <= made < 2_900_000 else FORMATS[:7])
                    elif isinstance(made, str) and made[:1] in "=#":
                        cell.data_type = "s"
        sheet["N1"] = CellRichText("太い", TextBlock(InlineFont(b=True), "文字"), " と")
        sheet["N2"] = "=SUM(A1:A9)"
        sheet["N3"] = datetime.time(9, 30)
        if last:
            sheet["XFD1048576"] = "最後"
        sheet.merge_cells("P2:Q4")
        sheet["P2"] = "結合"
        sheet.row_dimensions[3].hidden = True
        sheet.column_dimensions["B"].hidden = True
        sheet.sheet_state = dice.choice(["visible", "hidden", "veryHidden"])
    book.defined_names["範囲"] = DefinedName("範囲", attr_text="'シート（0）'!$A$1:$B$2")
    book.active.sheet_state = "visible"
    book.save(path)


def by_xlsxwriter(path, dice, **options):
    import xlsxwriter

    book = xlsxwriter.Workbook(str(path), options)
    for number in range(dice.randint(1, 3)):
        sheet = book.add_worksheet(f"Ｓ{number} データ")
        styles = [book.add_format({"num_format": code}) for code in FORMATS]
        bold = book.add_format({"bold": True})
        for row in range(80):
            for column in range(10):
                made = value(dice)
                if isinstance(made, bool):
                    sheet.write_boolean(row, column, made)
                elif isinstance(made, datetime.datetime):
                    sheet.write_datetime(row, column, made, styles[8])
                elif isinstance(made, str):
                    sheet.write_string(row, column, made)
                elif made is not None:
                    sheet.write_number(row, column, made, dice.choice(styles if 61 <= made < 2_900_000 else styles[:7]))
        sheet.write_formula(90, 0, "=SUM(A1:A9)", None, 17.5)
        sheet.write_formula(90, 1, "=1/0", None, "#DIV/0!")
        sheet.write_formula(90, 2, '="協"&"議"', None, "協議")
        sheet.write_array_formula(91, 0, 91, 0, "{=SUM(A1:A2*1)}", None, 3)
        sheet.write_rich_string(92, 0, "普通", bold, "太字", " 普通")
        sheet.write_url(93, 0, "https://example.org/", string="リンク")
        sheet.write_comment(93, 1, "コメント")
        sheet.merge_range(95, 0, 96, 3, "結合", bold)
        sheet.add_table(100, 0, 103, 1, {"data": [[1, 2], [3, 4], [5, 6]], "columns": [{"header": "区"}, {"header": "値"}]})
        sheet.data_validation(0, 0, 5, 0, {"validate": "list", "source": ["○", "×"]})
        sheet.conditional_format(0, 0, 9, 9, {"type": "3_color_scale"})
    book.close()


def by_pandas(path, dice):
    import pandas

    frame = pandas.DataFrame({
        "区": [dice.choice(["北区", "中央区"]) for _ in range(200)], "年度": [2023] * 200, "値": [dice.random() for _ in range(200)],
        "日": pandas.date_range("2024-04-01", periods=200), "有": [dice.random() < 0.5 for _ in range(200)]})
    frame.loc[::7, "値"] = None
    with pandas.ExcelWriter(path, engine=dice.choice(["openpyxl", "xlsxwriter"])) as writer:
        frame.to_excel(writer, sheet_name="一覧", index=False)
        frame.pivot_table(index="区", values="値", aggfunc=["sum", "mean"]).to_excel(writer, sheet_name="集計")


def repacked(source, path, **how):
    """The same parts in an archive written otherwise."""
    with zipfile.ZipFile(source) as parts, zipfile.ZipFile(path, "w", **how) as target:
        for part in parts.infolist():
            with target.open(part.filename, "w", force_zip64=True) as entry:
                entry.write(parts.read(part.filename))


def converted(soffice, sources, folder, scratch):
    """What LibreOffice makes of the workbooks, by way of its own format, the one before 2007, and delimited text."""
    made = []
    for kind, code in (("ods", "ods"), ("xls", "xls:MS Excel 97"), ("csv", "csv:Text - txt - csv (StarCalc):44,34,76,1")):
        middle = folder / kind
        for files, target, goal in ((sources, code, middle), (None, "xlsx:Calc MS Excel 2007 XML", folder / f"from-{kind}")):
            files = files or sorted(middle.glob(f"*.{kind}"))
            command = [
                soffice, f"-env:UserInstallation=file://{scratch}/profile", "--headless", "--norestore", "--convert-to", target,
                "--outdir", goal, *files]
            subprocess.run([str(part) for part in command], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, timeout=120)
        made += sorted((folder / f"from-{kind}").glob("*.xlsx"))
    return made


def make(folder, soffice):
    """Makes them all, the same ones each time."""
    dice = random.Random(20240401)
    folder = Path(folder)
    made = []

    def add(name):
        made.append(folder / f"{name}.xlsx")
        return made[-1]

    for number in range(8):
        by_openpyxl(add(f"openpyxl-{number}"), dice, iso=number == 6, since1904=number == 7, last=number > 4)
    for number, options in enumerate([
        {}, {}, {}, {"constant_memory": True}, {"in_memory": True}, {"date_1904": True}, {"use_zip64": True}, {"strings_to_numbers": True}]):
        by_xlsxwriter(add(f"xlsxwriter-{number}"), dice, **options)
    for number in range(4):
        by_pandas(add(f"pandas-{number}"), dice)
    repacked(made[0], add("stored"), compression=zipfile.ZIP_STORED)
    repacked(made[8], add("zip64"), compression=zipfile.ZIP_DEFLATED)
    if soffice:
        sources = [file for file in made if file.stem in ("openpyxl-0", "openpyxl-1", "xlsxwriter-0", "xlsxwriter-1", "pandas-0")]
        made += converted(soffice, sources, folder, folder)
    return made
