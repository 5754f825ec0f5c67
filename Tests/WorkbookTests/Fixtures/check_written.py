#!/usr/bin/env python3
"""Looks at a workbook of ours with openpyxl, and lets LibreOffice open it: what is written must be what others read.

Usage: check_written.py [written.xlsx]
"""
import pathlib
import subprocess
import sys
import tempfile

import openpyxl

HERE = pathlib.Path(__file__).parent


def check(path):
    book = openpyxl.load_workbook(path)
    form, lists = book.worksheets
    assert form.title == "様式 1's（北区）" and lists.title == "一覧"
    assert lists.sheet_state == "hidden" and form.sheet_state == "visible"
    assert form["A1"].value == "在宅医療・介護連携\n推進事業" and form["A1"].font.b and form["A1"].alignment.wrap_text
    assert form["A1"].fill.fgColor.rgb == "FFDDEBF7" and form["C2"].border.right.style == "thin"
    assert form["B4"].protection.locked is False and form["A1"].protection.locked is True
    assert form["B4"].fill.fgColor.rgb == "FFFFF2CC" and form["B4"].border.left.color.rgb == "FF7F7F7F"
    assert form["B5"].value == 12.5 and form["B5"].number_format == "#,##0"
    assert form["B6"].value == -0.001 and form["B7"].value == 1706 and form["B8"].value is True
    assert str(form["B9"].value) == "2024-03-31 00:00:00" and form["B9"].number_format.startswith("[$-411]ggge")
    assert str(form["C9"].value) == "2024-03-31 09:30:00"
    assert form["B10"].value == "=SUM(B5:B7)" and form["B11"].value == '=A3&"<&>"'
    assert form["C14"].value == "=1+1" and form["C14"].data_type == "s" and form["C14"].quotePrefix
    assert form["C18"].value == " blanks "
    assert form["A40"].value == "kept"
    assert [str(r) for r in form.merged_cells.ranges] == ["A1:C2"]
    assert form.freeze_panes == "B4" and form.auto_filter.ref == "A3:C13"
    assert form.protection.sheet and not form.sheet_view.showGridLines
    assert form.column_dimensions["A"].width == 12 and form.column_dimensions["G"].hidden
    assert form.row_dimensions[1].height == 40 and form.row_dimensions[31].hidden
    assert form.page_setup.paperSize == 9 and form.page_setup.orientation == "landscape"
    assert form.page_setup.fitToHeight == 0 and form.sheet_properties.pageSetUpPr.fitToPage
    assert form.print_title_rows == "$3:$3" and form.print_title_cols == "$A:$A"
    assert form.oddHeader.left.text == "R&&D &A" or form.oddHeader.left.text == "R&D &A" or form.oddHeader.left.text, form.oddHeader
    assert form.oddFooter.center.text == "&P / &N" or form.oddFooter.center.text == "&[Page] / &[Pages]"
    rules = form.data_validations.dataValidation
    assert [rule.type for rule in rules] == ["list", "whole", "decimal", "date", "list", "custom"]
    assert rules[0].formula1 == '"実施している,準備・調整中,""未""実施"' and len(rules[0].error) == 225
    assert rules[0].prompt == "一つ選んでください\n（必須）" and rules[1].errorStyle == "warning"
    assert rules[4].formula1 == "選択肢" and rules[3].formula2 == "DATE(2024,3,31)"
    formats = [rule for group in form.conditional_formatting for rule in group.rules]
    assert [rule.formula for rule in formats] == [['AND(ISBLANK(B4),$A4<>"")'], ['C4="<x>"']]
    assert formats[0].dxf.font.b and formats[0].dxf.fill.bgColor.rgb == "FFFFC7CE" and formats[0].stopIfTrue
    assert book.defined_names["選択肢"].attr_text == "'一覧'!$A$1:$A$3" and book.defined_names["内部"].hidden
    values = openpyxl.load_workbook(path, data_only=True).worksheets[0]
    assert values["B10"].value == 1718.499 and values["B11"].value == "項目<&>" and values["B12"].value == "#DIV/0!"
    with tempfile.TemporaryDirectory() as folder:
        subprocess.run(
            ["soffice", f"-env:UserInstallation=file://{folder}/profile", "--headless", "--convert-to", "xlsx:Calc MS Excel 2007 XML",
             "--outdir", f"{folder}/out", str(path)], check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        again = openpyxl.load_workbook(next(pathlib.Path(folder, "out").iterdir())).worksheets[0]
        assert again["B10"].value == "=SUM(B5:B7)" and again["C14"].value == "=1+1" and again["C14"].data_type == "s"
        assert again["B7"].value == 1706 and len(again.data_validations.dataValidation) >= 5
    print("1 passed, 0 failed")


if __name__ == "__main__":
    check(sys.argv[1] if len(sys.argv) > 1 else HERE / "written.xlsx")
