#!/usr/bin/env python3
"""Makes the workbooks that the tests read, each with a listing of what it holds.

Needs openpyxl, XlsxWriter, msoffcrypto-tool, and LibreOffice's `soffice`. The listings come from what this script put into
the workbooks, not from reading them again. Run it in this folder; the results are kept in the repository.
"""
import datetime
import io
import pathlib
import subprocess
import sys
import tempfile
import zipfile

import openpyxl
import xlsxwriter
from openpyxl.styles import Font
from openpyxl.workbook.defined_name import DefinedName

HERE = pathlib.Path(__file__).parent
ERA = '[$-411]ggge"年"m"月"d"日"'
LONG_TEXT = "１行目\n2行目、<&>\"'"


def write(name, listing):
    (HERE / f"{name}.listing").write_text("\n".join(listing) + "\n", encoding="utf-8")


def shown(text):
    return text.replace("\\", "\\\\").replace("\r", "\\r").replace("\n", "\\n").replace("\t", "\\t")


# --- All kinds of cells, by three programs -----------------------------------------------------------------------------

KINDS = [
    # cell, value, number format, what is read
    ("A1", "協議回数", None, "text 協議回数"),
    ("B1", " 前後に空白 ", None, "text  前後に空白 "),
    ("C1", LONG_TEXT, None, "text " + shown(LONG_TEXT)),
    ("D1", "=1+1", "@text", "text =1+1"),
    ("E1", "𠮟る👨‍👩‍👧", None, "text 𠮟る👨‍👩‍👧"),
    ("A2", 3, None, "number 3"),
    ("B2", 66.7, None, "number 66.7"),
    ("C2", 0.1 + 0.2, None, "number 0.3"),
    ("D2", -1706, "#,##0;[Red]-#,##0", "number -1706"),
    ("E2", 0.125, "0.0%", "number 0.125"),
    ("F2", 123456789012345, None, "number 123456789012345"),
    ("G2", 1e-7, "0.00E+00", "number 0.0000001"),
    ("H2", 1.5e20, None, "number 150000000000000000e3"),
    ("I2", 0, None, "number 0"),
    ("J2", 2.675, '0"人"', "number 2.675"),
    ("A3", True, None, "boolean true"),
    ("B3", False, None, "boolean false"),
    ("A4", datetime.datetime(2024, 3, 31), "yyyy/m/d", "date 2024-03-31 0"),
    ("B4", datetime.datetime(2024, 3, 31), ERA, "date 2024-03-31 0"),
    ("C4", datetime.datetime(2019, 5, 1, 9, 30), "yyyy/m/d h:mm", "date 2019-05-01 34200"),
    ("D4", datetime.datetime(1989, 1, 7), "ge.m.d", "date 1989-01-07 0"),
    ("E4", datetime.datetime(1999, 12, 31), '[$-F800]dddd, mmmm dd, yyyy', "date 1999-12-31 0"),
    ("F4", datetime.datetime(2024, 2, 29), '[$-ja-JP-x-gannen]ggge"年"m"月"d"日";@', "date 2024-02-29 0"),
    ("G4", 0.75, "h:mm", "time 64800"),
    ("H4", 1.5, "[h]:mm:ss", "time 129600"),
    ("I4", datetime.datetime(1900, 3, 1), "yyyy-mm-dd", "date 1900-03-01 0"),
]
KINDS_SHEET = "様式１（区・市）"


def kinds_listing(extra=()):
    lines = [f"sheet {KINDS_SHEET} visible"]
    lines += [f"{cell} {read}" for cell, _, _, read in KINDS]
    return lines + list(extra)


def kinds_openpyxl():
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = KINDS_SHEET
    for cell, value, fmt, _ in KINDS:
        sheet[cell] = value
        if fmt == "@text":
            sheet[cell].data_type = "s"
        elif fmt:
            sheet[cell].number_format = fmt
    sheet["A5"] = "=SUM(A2:B2)"
    sheet["B5"].value = "#DIV/0!"
    sheet["B5"].data_type = "e"
    book.save(HERE / "kinds-openpyxl.xlsx")
    write("kinds-openpyxl", kinds_listing(["A5 formula without value", "B5 error #DIV/0!"]))


def kinds_xlsxwriter(path, extra=True):
    book = xlsxwriter.Workbook(str(path))
    sheet = book.add_worksheet(KINDS_SHEET)
    for cell, value, fmt, _ in KINDS:
        style = book.add_format({"num_format": fmt}) if fmt and fmt != "@text" else None
        if isinstance(value, str):
            sheet.write_string(cell, value)
        elif isinstance(value, bool):
            sheet.write_boolean(cell, value)
        elif isinstance(value, datetime.datetime):
            sheet.write_datetime(cell, value, style)
        else:
            sheet.write_number(cell, value, style)
    if extra:
        sheet.write_formula("A5", "=SUM(A2:B2)", None, 69.7)
        sheet.write_formula("B5", "=1/0", None, "#DIV/0!")
        sheet.write_formula("C5", '=A1&"等"', None, "協議回数等")
        sheet.write_formula("D5", "=A2>1", None, True)
        bold = book.add_format({"bold": True})
        sheet.write_rich_string("E5", "太い", bold, "文字 ", "と細い文字")
    book.close()


def kinds():
    kinds_openpyxl()
    kinds_xlsxwriter(HERE / "kinds-xlsxwriter.xlsx")
    computed = ["A5 number 69.7 formula", "B5 error #DIV/0! formula", "C5 text 協議回数等 formula", "D5 boolean true formula"]
    write("kinds-xlsxwriter", kinds_listing(computed + ["E5 text 太い文字 と細い文字"]))
    with tempfile.TemporaryDirectory() as folder:
        source = pathlib.Path(folder) / "kinds-libreoffice.ods.xlsx"
        kinds_xlsxwriter(source)
        office(source, "xlsx", HERE / "kinds-libreoffice.xlsx")
        office(source, "xls", HERE / "old.xls")
        office(source, "ods", HERE / "open-document.ods")
    # LibreOffice writes booleans as formulas, and loses the format of F4, which it does not know.
    changed = {"A3 boolean true": "A3 boolean true formula", "B3 boolean false": "B3 boolean false formula",
               "F4 date 2024-02-29 0": "F4 number 45351"}
    listing = kinds_listing(computed + ["E5 text 太い文字 と細い文字"])
    write("kinds-libreoffice", [changed.get(line, line) for line in listing])


def office(source, kind, target):
    """Lets LibreOffice read a file and write it as another kind."""
    with tempfile.TemporaryDirectory() as folder:
        profile = f"-env:UserInstallation=file://{folder}/profile"
        subprocess.run(
            ["soffice", profile, "--headless", "--convert-to", kind, "--outdir", folder + "/out", str(source)],
            check=True, stdout=subprocess.DEVNULL)
        made = next(pathlib.Path(folder, "out").iterdir())
        target.write_bytes(made.read_bytes())


# --- The shape of sheets -----------------------------------------------------------------------------------------------

def shape():
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = "北区 様式"
    sheet["A1"] = "見出し"
    sheet.merge_cells("A1:C2")
    sheet["D1"] = 1
    sheet.merge_cells("D4:D6")
    sheet["D4"] = 2
    sheet["A3"] = "隠れた行"
    sheet.row_dimensions[3].hidden = True
    sheet.row_dimensions[4].hidden = True
    sheet["F1"] = "隠れた列"
    sheet.column_dimensions["F"].hidden = True
    sheet["XFD1048576"] = "最後"
    hidden = book.create_sheet("一覧（非表示）")
    hidden["A1"] = "実施している"
    hidden.sheet_state = "hidden"
    deeper = book.create_sheet("Very Hidden's")
    deeper["A1"] = 1
    deeper.sheet_state = "veryHidden"
    book.create_chartsheet("グラフ")
    book.create_sheet("空")
    book.defined_names["選択肢"] = DefinedName("選択肢", attr_text="'一覧（非表示）'!$A$1:$A$3")
    book.defined_names["率"] = DefinedName("率", attr_text="0.5")
    deeper.defined_names["ここだけ"] = DefinedName("ここだけ", attr_text="'Very Hidden''s'!$A$1")
    book.save(HERE / "shape.xlsx")
    write("shape", [
        "sheet 北区 様式 visible", "A1 text 見出し", "D1 number 1", "F1 text 隠れた列", "A3 text 隠れた行", "D4 number 2",
        "XFD1048576 text 最後", "merge A1:C2", "merge D4:D6", "hidden rows 3-4", "hidden columns F-F",
        "sheet 一覧（非表示） hidden", "A1 text 実施している",
        "sheet Very Hidden's veryHidden", "A1 number 1",
        "sheet 空 visible",
        "name 選択肢 = 一覧（非表示） A1:A3", "name 率 = 0.5", "name ここだけ on Very Hidden's = Very Hidden's A1:A1"])


def dates_1904():
    book = xlsxwriter.Workbook(str(HERE / "dates-1904.xlsx"), {"date_1904": True})
    sheet = book.add_worksheet("日付")
    style = book.add_format({"num_format": ERA})
    days = [datetime.datetime(2024, 3, 31), datetime.datetime(1904, 1, 2), datetime.datetime(2000, 2, 29)]
    for row, day in enumerate(days):
        sheet.write_datetime(row, 0, day, style)
    book.close()
    write("dates-1904", ["sheet 日付 visible"] + [f"A{row + 1} date {day:%Y-%m-%d} 0" for row, day in enumerate(days)])


# --- Parts written by hand ---------------------------------------------------------------------------------------------

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
REL = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
STRICT_MAIN = "http://purl.oclc.org/ooxml/spreadsheetml/main"
STRICT_REL = "http://purl.oclc.org/ooxml/officeDocument/relationships"
PACKAGE_REL = "http://schemas.openxmlformats.org/package/2006/relationships"
TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'


def parts(sheet, shared="", styles="", main=MAIN, rel=REL, kind="sheet.main+xml", root="xl", workbook_extra="", names="abc"):
    """A workbook of one sheet. `names` are the names of the sheet's, the texts' and the styles' parts."""
    base = "application/vnd.openxmlformats-officedocument.spreadsheetml."
    if kind.startswith("application/"):
        workbook_type = kind
    else:
        workbook_type = base + kind
    a, b, c = names
    return {
        "[Content_Types].xml": f'<Types xmlns="{TYPES}"><Default Extension="rels" ContentType="application/vnd.openxmlformats-'
        f'package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override '
        f'PartName="/{root}/book.xml" ContentType="{workbook_type}"/><Override PartName="/{root}/sub/{a}.xml" '
        f'ContentType="{base}worksheet+xml"/><Override PartName="/{root}/{b}.xml" ContentType="{base}sharedStrings+xml"/>'
        f'<Override PartName="/{root}/{c}.xml" ContentType="{base}styles+xml"/></Types>',
        "_rels/.rels": f'<Relationships xmlns="{PACKAGE_REL}"><Relationship Id="x" Type="{rel}/officeDocument" '
        f'Target="{root}/book.xml"/></Relationships>',
        f"{root}/book.xml": f'<workbook xmlns="{main}" xmlns:q="{rel}">{workbook_extra}<sheets><sheet name="手書き" '
        f'sheetId="7" q:id="s"/></sheets></workbook>',
        f"{root}/_rels/book.xml.rels": f'<Relationships xmlns="{PACKAGE_REL}"><Relationship Id="s" Type="{rel}/worksheet" '
        f'Target="./sub/../sub/{a}.xml"/><Relationship Id="t" Type="{rel}/sharedStrings" Target="/{root}/{b}.xml"/>'
        f'<Relationship Id="u" Type="{rel}/styles" Target="{c}.xml"/></Relationships>',
        f"{root}/sub/{a}.xml": sheet,
        f"{root}/{b}.xml": shared or f'<sst xmlns="{main}"/>',
        f"{root}/{c}.xml": styles or f'<styleSheet xmlns="{main}"/>',
    }


def archive(path, contents, encode=lambda text: (DECLARATION + text).encode("utf-8"), method=zipfile.ZIP_DEFLATED):
    with zipfile.ZipFile(path, "w", method) as file:
        for name, text in contents.items():
            file.writestr(zipfile.ZipInfo(name, (2024, 4, 1, 0, 0, 0)), text if isinstance(text, bytes) else encode(text), method)


def furigana():
    shared = (
        f'<sst xmlns="{MAIN}" count="3" uniqueCount="3">'
        '<si><t>協議</t><rPh sb="0" eb="2"><t>キョウギ</t></rPh><phoneticPr fontId="1"/></si>'
        '<si><r><rPr><b/></rPr><t xml:space="preserve">大阪 </t></r><r><t>北区</t></r><rPh sb="0" eb="2"><t>オオサカ</t></rPh></si>'
        '<si><t>改_x000D_\n行_x005F_x000D__x005f__xD842__xDFB7_&#x20BB7;&amp;<![CDATA[<&]]></t></si><si/></sst>')
    sheet = (
        f'<worksheet xmlns="{MAIN}"><sheetData><row><c t="s"><v>0</v></c><c t="s"><v>1</v></c><c t="s"><v>2</v></c>'
        '<c t="s"><v>3</v></c></row><row r="3"><c r="C3" t="inlineStr"><is><r><t>行</t></r><rPh sb="0" eb="1"><t>ギョウ</t></rPh>'
        '<r><t>内</t></r></is></c><c r="A3"><v>1</v></c><c r="B3" t="str"><f>""</f><v></v></c>'
        '<c r="E3"><v><!-- -->4<!-- -->2</v></c><c r="F3" t="e"><v>#N/A</v></c><c r="G3" s="9"/></row></sheetData></worksheet>')
    archive(HERE / "furigana.xlsx", parts(sheet, shared))
    write("furigana", [
        "sheet 手書き visible", "A1 text 協議", "B1 text 大阪 北区", "C1 text 改\\r\\n行_x000D__𠮷𠮷&<&", "D1 text ",
        "A3 number 1", "B3 text  formula", "C3 text 行内", "E3 number 42", "F3 error #N/A"])


STYLES = (
    '<numFmts count="2"><numFmt numFmtId="164" formatCode="[$-411]ggge&quot;年&quot;m&quot;月&quot;d&quot;日&quot;"/>'
    '<numFmt numFmtId="165" formatCode="&quot;yd&quot;0\\h_d*s"/></numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs>'
    '<cellXfs count="4"><xf numFmtId="0"/><xf numFmtId="164"/><xf numFmtId="57"/><xf numFmtId="165"/></cellXfs>')
HAND_SHEET = (
    '<sheetData><row r="1"><c r="A1" s="1"><v>45382</v></c><c r="B1" s="2"><v>45382</v></c><c r="C1" s="3"><v>45382</v></c>'
    '<c r="D1" s="1"><v>60</v></c><c r="E1" s="1"><v>59</v></c><c r="F1" t="d"><v>2024-03-31T12:00:00</v></c>'
    '<c r="G1" t="b"><v>1</v></c><c r="H1" t="inlineStr"><is><t>区</t></is></c></row></sheetData>')
HAND_LISTING = [
    "sheet 手書き visible", "A1 date 2024-03-31 0", "B1 date 2024-03-31 0", "C1 number 45382", "D1 number 60",
    "E1 date 1900-02-28 0", "F1 date 2024-03-31 43200", "G1 boolean true", "H1 text 区"]


def by_hand():
    def plain(main, **others):
        return parts(
            f'<worksheet xmlns="{main}">{HAND_SHEET}</worksheet>', styles=f'<styleSheet xmlns="{main}">{STYLES}</styleSheet>',
            main=main, **others)

    def prefixed(text, namespace):
        for word in ["worksheet", "sheetData", "row", "c", "v", "is", "t", "styleSheet", "numFmts", "numFmt", "cellXfs",
                     "cellStyleXfs", "xf", "workbook", "sheets", "sheet", "sst"]:
            text = text.replace(f"<{word} ", f"<ss:{word} ").replace(f"<{word}>", f"<ss:{word}>")
            text = text.replace(f"</{word}>", f"</ss:{word}>").replace(f"<{word}/>", f"<ss:{word}/>")
        return text.replace(f'xmlns="{namespace}"', f'xmlns:ss="{namespace}" xmlns="urn:nothing"')

    archive(HERE / "strict.xlsx", plain(STRICT_MAIN, rel=STRICT_REL))
    with_prefixes = {
        name: prefixed(text, MAIN) if name.startswith("xl/") and "rels" not in name else text
        for name, text in plain(MAIN).items()}
    archive(HERE / "prefixes.xlsx", with_prefixes)
    utf16 = lambda text: ('<?xml version="1.0" encoding="UTF-16"?>' + text).encode("utf-16")
    archive(HERE / "utf-16.xlsx", plain(MAIN), utf16)
    big = lambda text: b"\xfe\xff" + ('<?xml version="1.0" encoding="UTF-16"?>' + text).encode("utf-16-be")
    archive(HERE / "utf-16-be.xlsx", plain(MAIN), big, zipfile.ZIP_STORED)
    archive(HERE / "macros.xlsm", {
        **plain(MAIN, kind="application/vnd.ms-excel.sheet.macroEnabled.main+xml"), "xl/vbaProject.bin": b"\xd0\xcf\x11\xe0"})
    for name in ["strict", "prefixes", "utf-16", "utf-16-be", "macros"]:
        write(name, HAND_LISTING)
    streamed(plain(MAIN))
    binary = {name.replace("book.xml", "workbook.bin"): text.replace("book.xml", "workbook.bin")
              for name, text in plain(MAIN).items()}
    archive(HERE / "binary.xlsb", binary)


class Pipe(io.RawIOBase):
    """A place that can only be written to, so that sizes come after the data."""

    def __init__(self):
        self.data = bytearray()

    def writable(self):
        return True

    def write(self, data):
        self.data += data
        return len(data)


def streamed(contents):
    pipe = Pipe()
    with zipfile.ZipFile(pipe, "w", zipfile.ZIP_DEFLATED) as file:
        for name, text in contents.items():
            with file.open(zipfile.ZipInfo(name), "w") as entry:
                entry.write((DECLARATION + text).encode())
    (HERE / "data-descriptors.xlsx").write_bytes(bytes(pipe.data))
    write("data-descriptors", HAND_LISTING)
    pipe = Pipe()
    with zipfile.ZipFile(pipe, "w", zipfile.ZIP_DEFLATED) as file:
        for name, text in contents.items():
            info = zipfile.ZipInfo(name)
            info.compress_type = zipfile.ZIP_DEFLATED
            with file.open(info, "w", force_zip64=True) as entry:
                entry.write((DECLARATION + text).encode())
    (HERE / "zip64-descriptors.xlsx").write_bytes(bytes(pipe.data))
    write("zip64-descriptors", HAND_LISTING)


# --- What is no workbook -----------------------------------------------------------------------------------------------

def others():
    import msoffcrypto
    from msoffcrypto.format.ooxml import OOXMLFile
    with open(HERE / "dates-1904.xlsx", "rb") as source, open(HERE / "password.xlsx", "wb") as target:
        OOXMLFile(source).encrypt("secret", target)
    (HERE / "web-page.xlsx").write_text("\ufeff<html><body><table><tr><td>北区</td></tr></table></body></html>", encoding="utf-8")
    (HERE / "text.xlsx").write_bytes("区,年度,項目,値\r\n北区,2023,協議回数,3\r\n".encode("cp932"))
    (HERE / "markup-2003.xlsx").write_text(
        '<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"></Workbook>', encoding="utf-8")


if __name__ == "__main__":
    kinds()
    shape()
    dates_1904()
    furigana()
    by_hand()
    others()
    sys.exit(0)
