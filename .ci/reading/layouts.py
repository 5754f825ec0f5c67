"""The same figures in every layout in which offices send them: each must give the outcomes that the plain list gives.

The layouts are written by openpyxl, as a person would draw them up: under titles, with merged headings, with totals, units
and remarks around them.
"""

import csv
import json
import tempfile
from pathlib import Path

import openpyxl
from openpyxl.styles import Font

TITLE = "在宅医療・介護連携推進事業　取組状況"
ERA = {2022: "令和4年度", 2023: "令和5年度"}


class Figures:
    """Figures by ward, year and item, as cells hold them."""

    def __init__(self, cells):
        self.cells = cells
        self.wards = list(dict.fromkeys(ward for ward, _, _ in cells))
        self.years = sorted({year for _, year, _ in cells})
        self.items = list(dict.fromkeys(item for _, _, item in cells))

    def of(self, ward, year, item):
        return self.cells.get((ward, year, item))


def book(*sheets):
    made = openpyxl.Workbook()
    made.remove(made.active)
    return made, [made.create_sheet(name) for name in sheets]


def put(sheet, row, column, value):
    sheet.cell(row, column).value = value


def line(sheet, row, column, values):
    for offset, value in enumerate(values):
        put(sheet, row, column + offset, value)


# Each layout writes workbooks into a folder.


def long_table(figures, labels, folder):
    """A list at C5, under a title and remarks, with areas merged downwards."""
    made, (sheet,) = book("一覧")
    put(sheet, 2, 3, f"{TITLE}（区別）")
    put(sheet, 3, 3, "※ 該当する数を記入してください。")
    line(sheet, 5, 3, ["区", "年度", "項目", "値", "備考"])
    row = 6
    for ward in figures.wards:
        for year in figures.years:
            first = row
            for item in figures.items:
                line(sheet, row, 3, [ward, ERA[year], item, figures.of(ward, year, item)])
                row += 1
            for column in (3, 4):
                for extra in range(first + 1, row):
                    put(sheet, extra, column, None)
                sheet.merge_cells(start_row=first, end_row=row - 1, start_column=column, end_column=column)
    put(sheet, row + 1, 3, "※ 令和6年3月31日現在")
    made.save(folder / "一覧.xlsx")


def wide_table(figures, labels, folder):
    """A row a ward and year at C5, with merged headings of two rows, and codes below the names of their groups."""
    made, (sheet,) = book("集計")
    put(sheet, 2, 3, TITLE)
    line(sheet, 5, 3, ["区名", "年度"])
    for column in (3, 4):
        sheet.merge_cells(start_row=5, end_row=6, start_column=column, end_column=column)
    groups = [figures.items[start:start + 10] for start in range(0, len(figures.items), 10)]
    column = 5
    for number, group in enumerate(groups):
        put(sheet, 5, column, f"分野{number + 1}")
        sheet.merge_cells(start_row=5, end_row=5, start_column=column, end_column=column + len(group) - 1)
        line(sheet, 6, column, group)
        column += len(group)
    row = 7
    for ward in figures.wards:
        for year in figures.years:
            line(sheet, row, 3, [ward, year] + [figures.of(ward, year, item) for item in figures.items])
            row += 1
    sheet.freeze_panes = "E7"
    made.save(folder / "集計.xlsx")


def sheet_a_ward(figures, labels, folder):
    """A workbook a year, named by it, with a sheet a ward: code, name, answer, remark; and a sheet that shows how."""
    for year in figures.years:
        made, sheets = book("記入例", *figures.wards)
        for sheet in sheets:
            ward = sheet.title
            put(sheet, 1, 1, f"様式１　{TITLE}報告書")
            line(sheet, 3, 1, ["番号", "項目", "設問", "回答", "備考"])
            for offset, item in enumerate(figures.items):
                value = figures.of(ward, year, item) if ward != "記入例" else 1
                line(sheet, 4 + offset, 1, [offset + 1, item, labels[item], value])
        made.save(folder / f"報告書_R{year - 2018}.xlsx")


def workbook_a_ward(figures, labels, folder):
    """A workbook a ward, in a folder a year, whose sheets hold a part of the items each, with headings between the rows."""
    for year in figures.years:
        place = folder / f"R{year - 2018}"
        place.mkdir()
        for ward in figures.wards:
            half = len(figures.items) // 2
            made, sheets = book("前半", "後半")
            for sheet, items in zip(sheets, (figures.items[:half], figures.items[half:])):
                put(sheet, 1, 2, "大阪市" + TITLE)
                line(sheet, 4, 2, ["項目", "実績"])
                row = 5
                for position, item in enumerate(items):
                    if position % 7 == 0:
                        put(sheet, row, 2, f"■ 分野 {position // 7 + 1}")
                        row += 1
                    line(sheet, row, 2, [item, figures.of(ward, year, item)])
                    row += 1
            made.save(place / f"271000-{ward}.xlsx")


def matrix(figures, labels, folder):
    """Items by wards, a sheet a year, with units, a total and a remark below."""
    made, sheets = book(*(ERA[year] for year in figures.years))
    for sheet, year in zip(sheets, figures.years):
        put(sheet, 1, 1, TITLE)
        line(sheet, 3, 1, ["記号", "名称", "単位"] + figures.wards + ["計"])
        for offset, item in enumerate(figures.items):
            values = [figures.of(ward, year, item) for ward in figures.wards]
            line(sheet, 4 + offset, 1, [item, labels[item], "—"] + values + [sum(value for value in values if isinstance(value, int))])
        put(sheet, 5 + len(figures.items), 1, "（注）空欄は未報告です。")
    made.save(folder / "区別.xlsx")


def wards_by_years(figures, labels, folder):
    """Items below, wards across, and below each ward its years, with merged headings."""
    made, (sheet,) = book("推移")
    put(sheet, 1, 2, "項目")
    sheet.merge_cells("B1:B2")
    for number, ward in enumerate(figures.wards):
        column = 3 + number * len(figures.years)
        put(sheet, 1, column, ward)
        sheet.merge_cells(start_row=1, end_row=1, start_column=column, end_column=column + len(figures.years) - 1)
        line(sheet, 2, column, [f"R{year - 2018}" for year in figures.years])
        for offset, item in enumerate(figures.items):
            line(sheet, 3 + offset, column, [figures.of(ward, year, item) for year in figures.years])
    for offset, item in enumerate(figures.items):
        put(sheet, 3 + offset, 2, item)
    made.save(folder / "推移.xlsx")


def transposed(figures, labels, folder):
    """A list on its side: wards in the first row, years in the second, and a row an item."""
    made, (sheet,) = book("Sheet1")
    keys = [(ward, year) for ward in figures.wards for year in figures.years]
    line(sheet, 2, 2, ["区"] + [ward for ward, _ in keys])
    line(sheet, 3, 2, ["年度"] + [year for _, year in keys])
    for offset, item in enumerate(figures.items):
        line(sheet, 4 + offset, 2, [item] + [figures.of(ward, year, item) for ward, year in keys])
    made.save(folder / "転置.xlsx")


def transposed_alone(figures, labels, folder):
    """The same, a file for each ward and year."""
    for ward in figures.wards:
        for year in figures.years:
            made, (sheet,) = book("Sheet1")
            line(sheet, 1, 1, ["区名", ward])
            line(sheet, 2, 1, ["年度", ERA[year]])
            for offset, item in enumerate(figures.items):
                line(sheet, 4 + offset, 1, [item, figures.of(ward, year, item)])
            made.save(folder / f"{ward}{year}.xlsx")


def years_of_one_ward(figures, labels, folder):
    """A workbook a ward, with the years side by side and the name of the ward above."""
    for ward in figures.wards:
        made, (sheet,) = book("経年")
        put(sheet, 1, 1, "区名：" + ward)
        line(sheet, 4, 1, ["指標"] + [ERA[year] for year in figures.years])
        for offset, item in enumerate(figures.items):
            line(sheet, 5 + offset, 1, [f"{item} {labels[item]}"] + [figures.of(ward, year, item) for year in figures.years])
        made.save(folder / f"{ward}_経年.xlsx")


def wards_without_year(figures, labels, folder):
    """A row a ward without a column of years: the title says which; the table of the next year stands below."""
    made, (sheet,) = book("比較")
    row = 1
    for year in figures.years:
        put(sheet, row, 2, f"{ERA[year]}　{TITLE}")
        sheet.cell(row, 2).font = Font(bold=True)
        line(sheet, row + 2, 2, ["区"] + figures.items)
        for offset, ward in enumerate(figures.wards):
            line(sheet, row + 3 + offset, 2, [ward] + [figures.of(ward, year, item) for item in figures.items])
        line(sheet, row + 3 + len(figures.wards), 2, ["合計", 999])
        row += 7 + len(figures.wards)
    made.save(folder / "比較.xlsx")


def sheet_an_item(figures, labels, folder):
    """A sheet an item, wards by years."""
    made, sheets = book(*figures.items)
    for sheet, item in zip(sheets, figures.items):
        put(sheet, 1, 1, labels[item])
        line(sheet, 3, 1, ["区"] + [ERA[year] for year in figures.years])
        for offset, ward in enumerate(figures.wards):
            line(sheet, 4 + offset, 1, [ward] + [figures.of(ward, year, item) for year in figures.years])
    made.save(folder / "指標別.xlsx")


LAYOUTS = [
    long_table, wide_table, sheet_a_ward, workbook_a_ward, matrix, wards_by_years, transposed, transposed_alone,
    years_of_one_ward, wards_without_year, sheet_an_item,
]


def run(pdca, rules, figures, labels, fail):
    """Holds what every layout gives against what the plain list gives."""
    def outcomes(data):
        document = json.loads(pdca("evaluate", rules, data, "--format", "json", "--language", "en", "--year", "2023"))
        for outcome in document["outcomes"]:
            outcome["sources"] = len(outcome["sources"])
        return document["outcomes"], [remark for remark in document["diagnostics"] if remark["severity"] == "error"]

    with tempfile.TemporaryDirectory() as scratch:
        plain = Path(scratch) / "plain"
        plain.mkdir()
        with open(plain / "list.csv", "w", encoding="utf-8", newline="") as file:
            rows = csv.writer(file)
            rows.writerow(["area", "year", "item", "value"])
            for ward in figures.wards:
                for year in figures.years:
                    rows.writerows([ward, year, item, figures.of(ward, year, item)] for item in figures.items)
        expected, _ = outcomes(plain)
        for layout in LAYOUTS:
            folder = Path(scratch) / layout.__name__
            folder.mkdir()
            layout(figures, labels, folder)
            found, errors = outcomes(folder)
            if errors:
                fail(f"{layout.__name__}: {errors[0]['code']} {errors[0]['message']} {errors[0]['location']}")
            if found != expected:
                wrong = [(one, other) for one, other in zip(expected, found) if one != other]
                fail(f"{layout.__name__}: {len(wrong)} outcomes differ, such as\n  {wrong[0][0]}\n  {wrong[0][1]}")
    return len(expected) * len(LAYOUTS)
