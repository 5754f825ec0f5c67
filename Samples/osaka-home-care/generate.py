#!/usr/bin/env python3
"""Writes the sample submissions of 24 wards for FY2021 to FY2023, always the same bytes.

    python3 generate.py            write the files beside this script
    python3 generate.py --check    only tell whether the files on disk are what would be written

The figures of single wards are made up. They are made to agree with the few figures that the city
publishes (PUBLISHED, below): both commands read every file again, as bytes, and compare the sums.
Which ward holds which figure is decided by a seeded draw and says nothing about the real wards.
"""

import csv
import io
import sys
import unicodedata
from pathlib import Path

HERE = Path(__file__).resolve().parent
SEED = 20240611
YEARS = (2021, 2022, 2023)

# ---------------------------------------------------------------- what is published

SOURCE = "令和5年度 在宅医療・介護連携推進事業 取組状況について（令和6年度第1回 大阪市在宅医療推進会議資料より抜粋）"

PUBLISHED = {
    "オ(1)": {2021: 2028, 2022: 1834, 2023: 1706},
    "オ(2)": {2019: 2120, 2020: 579, 2021: 1896, 2022: 2213, 2023: 2505},
    "オ(2)-1": {2019: 727, 2020: 186, 2021: 615, 2022: 778, 2023: 829},
    "オ(2)-2": {2019: 1393, 2020: 393, 2021: 1162, 2022: 1435, 2023: 1557},
    "オ(2)-再掲": {2019: 144, 2020: 42, 2021: 130, 2022: 143, 2023: 119},
}
# イ(1) in FY2023, meetings held: number of wards. The count beside "10回" is illegible in the
# document; it is one ward if the wards are to sum to 24.
PUBLISHED_MEETINGS = {0: 1, 1: 10, 2: 5, 3: 4, 6: 2, 7: 1, 10: 1}
PUBLISHED_WARDS_WITH_MEETINGS = {2022: 21, 2023: 23}

WARDS = {
    "北区": "271276", "都島区": "271021", "福島区": "271039", "此花区": "271047", "中央区": "271284",
    "西区": "271063", "港区": "271071", "大正区": "271080", "天王寺区": "271098", "浪速区": "271110",
    "西淀川区": "271136", "淀川区": "271233", "東淀川区": "271144", "東成区": "271152", "生野区": "271161",
    "旭区": "271179", "城東区": "271187", "鶴見区": "271241", "阿倍野区": "271195", "住之江区": "271250",
    "住吉区": "271209", "東住吉区": "271217", "平野区": "271268", "西成区": "271225",
}

# Code and label of each item, as published. ク is the bureau's own and no ward answers it.
ITEMS = {
    "ア-1": "地域で把握可能な既存情報の整理",
    "ア-2": "在宅医療・介護の必要量や資源量の現状把握",
    "ア-3": "医療・介護資源の情報について更新",
    "ア-4": "地域の医療・介護関係者との医療・介護資源の情報共有・活用",
    "ア-5": "在宅医療・介護の必要量や資源量の将来推計",
    "イ(1)": "事業の進捗や課題について協議した回数",
    "イ(2)-1": "地域の医療・介護にかかわる資源の充足状況",
    "イ(2)-2": "在宅医療・介護連携の取組の現状",
    "イ(2)-3": "情報共有のルールの策定",
    "イ(2)-4": "切れ目のない在宅医療・介護の提供体制の構築",
    "イ(2)-5": "医療・介護のネットワークづくり",
    "イ(2)-6": "医療・介護の関係者やその連携担当者の顔の見える関係づくり",
    "イ(2)-7": "地域住民の普及啓発",
    "イ(2)-8": "地域における在宅医療・介護連携に関する目標の設定",
    "イ(2)-9": "地域における在宅医療・介護連携の取組の評価",
    "イ(2)-10": "在宅医療・介護連携推進事業の進捗管理",
    "ウ-1": "在宅療養中の患者・利用者に対する、主治医を含む複数の医師による対応体制などの取組",
    "ウ-2": "在宅療養中の患者・利用者に対する、急変時診療医療機関を確保する（後方病床の確保等）取組",
    "ウ-3": "在宅療養中の患者・利用者に対する、訪問診療・往診を提供する医療機関と訪問看護ステーションとの連携体制の構築に向けた取組",
    "エ-1": "医療・介護関係者間で共有すべき情報や情報共有のニーズ、共有方法についての検討",
    "エ-2": "現在使用されている情報共有ツールやその活用状況の確認",
    "エ-3": "地域で充実又は作成するべき情報共有ツールの検討",
    "エ-4": "情報共有ツールの導入や利用促進",
    "エ-5": "４．で導入した情報共有ツールの活用状況や効果についての評価や改善",
    "オ(1)": "個別ケース相談件数（総数）",
    "オ(1)-相談者1": "医科",
    "オ(1)-相談者2": "歯科",
    "オ(1)-相談者3": "薬局・薬剤師",
    "オ(1)-相談者4": "病院（地域連携相談室）",
    "オ(1)-相談者5": "訪問看護",
    "オ(1)-相談者6": "介護支援専門員",
    "オ(1)-相談者7": "地域包括支援センター・ブランチ",
    "オ(1)-相談者8": "訪問介護事業所",
    "オ(1)-相談者9": "⑥⑦⑧以外の介護関係事業所",
    "オ(1)-相談者10": "認知症初期集中支援チーム",
    "オ(1)-相談者11": "障がい福祉サービス関係事業所",
    "オ(1)-相談者12": "他区在宅医療・介護連携相談支援コーディネーター",
    "オ(1)-相談者13": "生活支援コーディネーター",
    "オ(1)-相談者14": "見守り相談室（CSW）",
    "オ(1)-相談者15": "区役所・保健福祉センター",
    "オ(1)-相談者16": "住民（区民・市民等）",
    "オ(1)-相談者17": "その他",
    "オ(1)-内容1": "医療に関すること",
    "オ(1)-内容2": "介護に関すること",
    "オ(1)-内容3": "退院支援に関すること",
    "オ(1)-内容4": "看取りに関すること",
    "オ(1)-内容5": "ACP・意思決定に関すること",
    "オ(1)-内容6": "情報提供ツールに関すること",
    "オ(1)-内容7": "その他",
    "オ(1)-医療内訳1": "診療所・医師に関すること",
    "オ(1)-医療内訳2": "訪問診療できる医療機関に関すること",
    "オ(1)-医療内訳3": "病院（入院・転院先等）に関すること",
    "オ(1)-医療内訳4": "歯科に関すること",
    "オ(1)-医療内訳5": "薬局・薬剤師に関すること",
    "オ(1)-医療内訳6": "訪問看護に関すること",
    "オ(1)-医療内訳7": "医療の手続きに関すること",
    "オ(1)-介護内訳1": "ケアマネに関すること",
    "オ(1)-介護内訳2": "地域包括支援センターに関すること",
    "オ(1)-介護内訳3": "介護事業所等に関すること",
    "オ(1)-介護内訳4": "介護の手続きに関すること",
    "オ(1)-介護内訳5": "その他",
    "オ(2)": "会議出席回数",
    "オ(2)-1": "市・区の会議、研修会",
    "オ(2)-2": "関係機関との会議、研修会",
    "オ(2)-再掲": "（再掲）地域ケア会議",
    "カ(1)": "研修会の実施回数",
    "カ(2)-1": "多職種が一堂に会しての研修",
    "カ(2)-2": "医療の専門職に向けた介護分野の研修",
    "カ(2)-3": "介護の専門職に向けた医療分野の研修",
    "カ(2)-4": "特定の専門職だけに向けた研修",
    "キ-1": "地域へ向けて何を普及啓発するのか確認する",
    "キ-2": "普及啓発の対象者および普及啓発に使用する方法を選定する",
    "キ-3": "普及啓発（情報提供）の実施",
    "キ-4": "普及啓発（情報提供）のうち、看取りやＡＣＰ等終末期ケアに関する取組の情報提供の実施",
    "キ-5": "普及啓発（情報提供）のうち、認知症に関する取組の情報提供の実施",
    "キ-6": "実施した普及啓発（情報提供）の内容や効果の評価",
}
# Items that the rulebook adds; the document does not have them.
OWN_ITEMS = {
    "ア-改善策": "資源の把握の改善策",
    "イ-改善策": "推進会議の改善策",
    "イ-次年度計画": "改善策の計画への反映",
    "ウ-改善策": "提供体制の改善策",
    "オ-年間計画": "相談支援室の年間計画",
    "オ-訂正": "内訳の不一致の訂正",
    "カ-年間計画": "研修の年間計画",
    "カ-改善策": "研修会の改善策",
    "キ-改善策": "普及啓発の改善策",
}
LABELS = {**ITEMS, **OWN_ITEMS}
SHARED_LABELS = {label for label in LABELS.values() if list(LABELS.values()).count(label) > 1}

CALLERS = [f"オ(1)-相談者{n}" for n in range(1, 18)]
CONTENTS = [f"オ(1)-内容{n}" for n in range(1, 8)]
MEDICAL = [f"オ(1)-医療内訳{n}" for n in range(1, 8)]
CARE = [f"オ(1)-介護内訳{n}" for n in range(1, 6)]
MEETINGS = ["オ(2)", "オ(2)-1", "オ(2)-2", "オ(2)-再掲"]
COUNTS = {"イ(1)", "カ(1)", "オ(1)", *MEETINGS, *CALLERS, *CONTENTS, *MEDICAL, *CARE}
STATUSES = [code for code in ITEMS if code not in COUNTS]
COUNCIL_CONTENTS = [f"イ(2)-{n}" for n in range(1, 11)]
# Marked ※ in the document: asked for the first time in FY2023.
SINCE_2023 = {"オ(1)-相談者8", "オ(1)-相談者11", "オ(1)-相談者13", "オ(1)-相談者14", "オ(1)-内容5", "オ(1)-内容6"}
OF_CONSULTATION_OFFICE = ("ウ", "エ", "オ")

UNTOUCHED, PREPARING, DOING = "untouched", "preparing", "doing"
LADDER = (UNTOUCHED, PREPARING, DOING)
NOT_APPLICABLE, BLANK = "not applicable", "blank"

# ---------------------------------------------------------------- chance, the same on every machine


class Dice:
    """A small generator of our own (splitmix64): the library's may change between versions."""

    def __init__(self, seed):
        self.state = seed

    def next(self):
        self.state = (self.state + 0x9E3779B97F4A7C15) % 2**64
        mixed = self.state
        mixed = (mixed ^ (mixed >> 30)) * 0xBF58476D1CE4E5B9 % 2**64
        mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EB % 2**64
        return mixed ^ (mixed >> 31)

    def between(self, low, high):
        return low + self.next() % (high - low + 1)

    def happens(self, percent):
        return self.between(1, 100) <= percent

    def shuffled(self, things):
        rest, order = list(things), []
        while rest:
            order.append(rest.pop(self.between(0, len(rest) - 1)))
        return order


def apportion(total, weights):
    """Whole numbers that sum to the total, by largest remainder; the earlier wins a tie."""
    whole = sum(weights)
    shares = [total * weight // whole for weight in weights]
    by_remainder = sorted(range(len(weights)), key=lambda i: (-(total * weights[i] % whole), i))
    for i in by_remainder[: total - sum(shares)]:
        shares[i] += 1
    return shares


# ---------------------------------------------------------------- who plays which part

DICE = Dice(SEED)
CAST = iter(DICE.shuffled([ward for ward in WARDS if ward not in ("浪速区", "大正区", "港区", "鶴見区")]))

# Years without a council meeting, and what came of it.
NEVER_MET = next(CAST)  # none in three years; reports an act, still holds none
ACTED = next(CAST)  # none in FY2021 and FY2022; reports an act and holds one in FY2023
MET_WITHOUT_ACT = next(CAST)  # none in FY2022; holds two in FY2023, but reports no act
NONE_IN_2021 = [next(CAST), next(CAST), next(CAST)]  # none in FY2021 only; the last reports no act

# What the rulebook's made-up waivers speak of.
NO_FORECAST, NO_TOOL, NO_TRAINING_2022, NO_CARE_MEETING_2021 = "浪速区", "大正区", "港区", "鶴見区"

# The published total of オ(2) exceeds its parts by 119 in FY2021 and FY2023: these wards carry it.
EXCESS = {
    2021: {next(CAST): 52, next(CAST): 41, next(CAST): 26},
    2023: {next(CAST): 44, next(CAST): 33, next(CAST): 25, next(CAST): 17},
}

# Faults put in on purpose; README.md names the files.
WRONG_CALLER_SUM = {(2022, next(CAST)): 4, (2023, NONE_IN_2021[0]): 3, (2023, next(CAST)): -2}
ONLY_CONSULTATION_OFFICE = (2021, next(CAST))
CARE_ROW_TOO_LARGE = (2023, next(CAST), "オ(1)-介護内訳1")
ABOUT_THIRTY = (2023, next(CAST), "オ(1)-内容2")
BLANK_COUNT = (2023, next(CAST), "オ(1)-内容4")
TWICE = (2023, NONE_IN_2021[1], "カ(1)")
MISSPELT = (2023, NONE_IN_2021[2], "カ(1)")
MISSPELT_AS = "研修会実施回数"
BLANK_STATUSES = {
    (2022, ACTED, "ア-5"),
    (2023, MET_WITHOUT_ACT, "ア-4"),
    (2023, NONE_IN_2021[1], "ウ-2"),
    (2023, "淀川区", "キ-6"),
    (2023, "旭区", "エ-1"),
    (2023, "旭区", "エ-2"),
}

# ---------------------------------------------------------------- figures


def council_meetings():
    """{year: {ward: meetings}}; FY2023 has exactly the published distribution."""
    latest = {NEVER_MET: 0, ACTED: 1, MET_WITHOUT_ACT: 2}
    rest = [held for held, wards in PUBLISHED_MEETINGS.items() for _ in range(wards)]
    for held in latest.values():
        rest.remove(held)
    latest.update(zip(DICE.shuffled([ward for ward in WARDS if ward not in latest]), rest))
    before = {ward: max(1, held + DICE.between(-1, 1)) for ward, held in latest.items()}
    before.update({NEVER_MET: 0, ACTED: 0, MET_WITHOUT_ACT: 0})
    first = {ward: max(1, held - DICE.between(0, 1)) for ward, held in before.items()}
    first.update({ward: 0 for ward in (NEVER_MET, ACTED, *NONE_IN_2021)})
    return {2021: first, 2022: before, 2023: latest}


# How far a ward has come at the start, in percent: (preparing or further, doing).
START = {
    "ア-1": (95, 75), "ア-2": (90, 60), "ア-3": (95, 70), "ア-4": (85, 45), "ア-5": (55, 15),
    "イ": (75, 45), "ウ-1": (70, 35), "ウ-2": (65, 30), "ウ-3": (80, 50),
    "エ-1": (90, 65), "エ-2": (85, 60), "エ-3": (80, 50), "エ-4": (75, 45), "エ-5": (55, 20),
    "カ(2)-1": (95, 80), "カ(2)-2": (85, 45), "カ(2)-3": (90, 60), "カ(2)-4": (80, 40),
    "キ-1": (95, 75), "キ-2": (90, 70), "キ-3": (98, 85), "キ-4": (85, 55), "キ-5": (85, 60), "キ-6": (60, 30),
}


def status_ladders():
    """{year: {ward: {code: step}}}: most wards advance over the years, few fall back."""
    steps = {year: {ward: {} for ward in WARDS} for year in YEARS}
    for code in STATUSES:
        preparing, doing = START.get(code) or START[code[0]]
        for ward in WARDS:
            height = sum(DICE.happens(percent) for percent in (preparing, doing * 100 // preparing))
            for year in YEARS:
                steps[year][ward][code] = LADDER[height]
                advance, fall = DICE.happens(45), DICE.happens(3)
                height = min(2, height + 1) if advance else max(0, height - 1) if fall else height
    for year in YEARS:
        for ward in WARDS:
            # No ward is shown as untouched in the published chart of カ(2).
            for code in (f"カ(2)-{n}" for n in range(1, 5)):
                if steps[year][ward][code] == UNTOUCHED:
                    steps[year][ward][code] = PREPARING
    steps[2023][NO_FORECAST]["ア-5"] = UNTOUCHED
    steps[2023][NO_TOOL]["エ-4"] = UNTOUCHED
    return steps


def spread(year, code, weights):
    """The published total of the city, divided among the wards."""
    return dict(zip(WARDS, apportion(PUBLISHED[code][year], weights)))


def consultations(figures):
    """オ(1) and its tables."""
    size = {ward: DICE.between(40, 160) for ward in WARDS}
    # 病院, 介護支援専門員 and 地域包括支援センター・ブランチ ask most, says the document.
    usual = (6, 2, 4, 25, 5, 22, 20, 3, 5, 2, 1, 2, 1, 1, 3, 6, 2)
    for year in YEARS:
        totals = spread(year, "オ(1)", [size[ward] + DICE.between(-10, 10) for ward in WARDS])
        for ward, total in totals.items():
            asked = [code for code in CALLERS if year >= 2023 or code not in SINCE_2023]
            weights = [usual[CALLERS.index(code)] * DICE.between(6, 14) for code in asked]
            rows = dict(zip(asked, apportion(total, weights)))
            # The mistake is in a row that is never zero, so it stays a plausible figure.
            rows["オ(1)-相談者4"] += WRONG_CALLER_SUM.get((year, ward), 0)
            figures[year][ward].update({"オ(1)": total, **rows, **contents(year, total)})
            if (year, ward) == CARE_ROW_TOO_LARGE[:2]:
                figures[year][ward][CARE_ROW_TOO_LARGE[2]] = figures[year][ward]["オ(1)-内容2"] + 9


def contents(year, total):
    """相談内容別 and its two inner tables: several answers for one consultation."""

    def share(low, high):
        return total * DICE.between(low, high) // 100

    rows = dict(zip(CONTENTS, (share(45, 70), share(30, 55), share(20, 40), share(2, 8))))
    if year >= 2023:
        rows.update({"オ(1)-内容5": share(3, 10), "オ(1)-内容6": share(2, 8)})
    rows["オ(1)-内容7"] = share(2, 10)
    # Every consultation has at least one content.
    rows["オ(1)-内容1"] += max(0, total - sum(rows.values()))
    rows.update({code: rows["オ(1)-内容1"] * DICE.between(3, 45) // 100 for code in MEDICAL})
    rows.update({code: rows["オ(1)-内容2"] * DICE.between(5, 50) // 100 for code in CARE})
    return rows


def meetings_attended(figures):
    """オ(2), its two parts, and 地域ケア会議 which is counted again and never more than the second part."""
    size = {ward: DICE.between(60, 140) for ward in WARDS}
    for year in YEARS:
        city = spread(year, "オ(2)-1", [size[ward] + DICE.between(-15, 15) for ward in WARDS])
        others = spread(year, "オ(2)-2", [size[ward] + DICE.between(-15, 15) for ward in WARDS])
        again = [DICE.between(2, 12) for _ in WARDS]
        if year == 2021:
            again[list(WARDS).index(NO_CARE_MEETING_2021)] = 0
        again = spread(year, "オ(2)-再掲", again)
        for ward in WARDS:
            total = city[ward] + others[ward] + EXCESS.get(year, {}).get(ward, 0)
            figures[year][ward].update(zip(MEETINGS, (total, city[ward], others[ward], again[ward])))


def trainings():
    """{year: {ward: sessions}}; not published."""
    first = {ward: DICE.between(0, 4) for ward in WARDS}
    before = {ward: held + DICE.between(0, 2) for ward, held in first.items()}
    before[NO_TRAINING_2022] = 0
    latest = {ward: held + DICE.between(0, 2) for ward, held in before.items()}
    return {2021: first, 2022: before, 2023: latest}


def all_figures():
    figures = {year: {ward: {} for ward in WARDS} for year in YEARS}
    held, trained, steps = council_meetings(), trainings(), status_ladders()
    consultations(figures)
    meetings_attended(figures)
    for year in YEARS:
        for ward in WARDS:
            here = figures[year][ward]
            here.update(steps[year][ward])
            here["イ(1)"], here["カ(1)"] = held[year][ward], trained[year][ward]
            if here["イ(1)"] == 0:
                here.update({code: NOT_APPLICABLE for code in COUNCIL_CONTENTS})
            if here["エ-4"] == UNTOUCHED:
                here["エ-5"] = NOT_APPLICABLE
    for year in YEARS:
        for ward in WARDS:
            figures[year][ward].update(words(figures, year, ward))
    leave_out(figures)
    return figures


def words(figures, year, ward):
    """What a ward writes in sentences: its plans, and its acts where the year before left a gap."""
    texts = {}
    if DICE.happens(88):
        texts["オ-年間計画"] = "相談窓口の周知、会議への参加及び集計の時期を定めた（作成例）"
    if DICE.happens(80):
        texts["カ-年間計画"] = "多職種研修を前期、職種別研修を後期に行う（作成例）"
    if year == YEARS[0]:
        return texts
    before = figures[year - 1][ward]
    if before["ア-1"] != DOING and DICE.happens(75):
        texts["ア-改善策"] = "既存情報の担当者を決め、一覧の様式を改めた（作成例）"
    if before["イ(1)"] == 0 and ward not in (MET_WITHOUT_ACT, NONE_IN_2021[-1]):
        texts["イ-改善策"] = "地区医師会と日程を早期に調整し、共同で開催する（作成例）"
        texts["イ-次年度計画"] = "推進会議の時期及び議題を年間計画に記載した（作成例）"
    if before["ウ-2"] == UNTOUCHED and DICE.happens(65):
        texts["ウ-改善策"] = "後方病床を持つ病院との協議の場を設けた（作成例）"
    if before["カ(1)"] == 0 and DICE.happens(65):
        texts["カ-改善策"] = "隣接する区との共同開催とした（作成例）"
    if before["キ-3"] == DOING and before["キ-6"] == UNTOUCHED and DICE.happens(65):
        texts["キ-改善策"] = "講演会の参加者への聞き取りを始めた（作成例）"
    unequal = ward in EXCESS.get(year - 1, {}) or (year - 1, ward) in WRONG_CALLER_SUM
    if unequal and ward != list(EXCESS[2021])[-1]:
        texts["オ-訂正"] = "集計表の式の誤りを訂正した（作成例）"
    return texts


def leave_out(figures):
    for year, ward, code in (*BLANK_STATUSES, BLANK_COUNT):
        figures[year][ward][code] = BLANK
    year, ward = ONLY_CONSULTATION_OFFICE
    figures[year][ward] = {
        code: figure for code, figure in figures[year][ward].items() if code.startswith(OF_CONSULTATION_OFFICE)
    }


# ---------------------------------------------------------------- how each ward writes

# Encoding, line end, separator, layout, heads. Some wards change their form in FY2023.
SHAPES = (
    ("utf-8", "\n", ",", "long", "区 年度 項目 値 備考"),
    ("cp932", "\r\n", ",", "long", "区 年度 項目 値 備考"),
    ("cp932", "\r\n", ",", "wide by code", "区 年度"),
    ("utf-8-sig", "\r\n", ",", "wide by label", "区 年度"),
    ("utf-16", "\r\n", "\t", "long", "区 年度 項目 値 備考"),
    ("utf-8", "\n", ",", "long", "area year item value"),
    ("utf-8-sig", "\r\n", ";", "long", "区 年度 項目 値"),
    ("cp932", "\r\n", ",", "wide by label", "area year"),
    ("utf-8", "\n", "\t", "wide by code", "area year"),
    ("cp932", "\r\n", ",", "long by label", "区 年度 項目 値 備考"),
    ("utf-16", "\r\n", "\t", "wide by code", "区 年度"),
    ("utf-8-sig", "\r\n", ",", "long by label", "area year item value note"),
)
WIDE, LONG_BY_LABEL = 2, 9
SHAPE_OF_FAULT = {ABOUT_THIRTY[1]: WIDE, TWICE[1]: 0, MISSPELT[1]: LONG_BY_LABEL, CARE_ROW_TOO_LARGE[1]: 1}

STEP_WORDS = (
    {UNTOUCHED: "現時点で未着手", PREPARING: "実施に向け準備・調整中", DOING: "実施している"},
    {UNTOUCHED: "×", PREPARING: "△", DOING: "○"},
    {UNTOUCHED: "現時点では未着手", PREPARING: "実施に向けて準備・調整中", DOING: "実施している"},
    {UNTOUCHED: "未着手", PREPARING: "準備・調整中", DOING: "実施"},
)
NOT_APPLICABLE_WORDS = ("-", "該当なし", "－")
FULL_WIDTH = str.maketrans("0123456789,", "０１２３４５６７８９，")


def unit_of(code):
    return "件" if code.startswith("オ(1)") else "回"


def year_words(year, manner):
    reiwa = year - 2018
    if reiwa == 1:
        return "令和元年度"
    return (f"令和{reiwa}年度", f"R{reiwa}", str(year), f"令和{reiwa}年度".translate(FULL_WIDTH), f"R{reiwa}年度")[manner % 5]


def cell_words(figure, code, manner):
    if figure == BLANK:
        return ""
    if figure == NOT_APPLICABLE:
        return NOT_APPLICABLE_WORDS[manner % 3]
    if figure in LADDER:
        return STEP_WORDS[manner % 4][figure]
    if code in COUNTS:
        grouped = f"{figure:,}"
        return (grouped, str(figure), grouped + unit_of(code), grouped.translate(FULL_WIDTH))[manner % 4]
    return figure


def item_words(code, layout):
    return LABELS[code] if layout.endswith("by label") and LABELS[code] not in SHARED_LABELS else code


def submission(year, ward, figures, position):
    """The cells of one ward's file, before they become bytes."""
    manner = position * 7 + position // 4
    number = SHAPE_OF_FAULT.get(ward, position + (3 if year == 2023 and position % 6 == 3 else 0))
    shape = SHAPES[number % len(SHAPES)]
    layout, heads = shape[3], shape[4].split(" ")
    area = WARDS[ward] if position % 3 == 1 else ward
    when = year_words(year, manner)
    answers = []
    for code in LABELS:
        figure = figures.get(code)
        if code in SINCE_2023 and year < 2023 and position % 2 == 0:
            figure = NOT_APPLICABLE
        written = item_words(code, layout)
        cell = "" if figure is None else cell_words(figure, code, manner)
        if (year, ward, code) == ABOUT_THIRTY:
            cell = "約30"
        if (year, ward, code) == MISSPELT:
            written = MISSPELT_AS
        if figure is not None or layout.startswith("wide"):
            answers.append((written, cell))
        if (year, ward, code) == TWICE:
            answers.append((written, cell))
    if layout.startswith("wide"):
        return shape, [heads + [item for item, _ in answers], [area, when] + [cell for _, cell in answers]]
    note = {"備考": ["作成例（架空の数値）"], "note": ["made up"]}.get(heads[-1], [])
    return shape, [heads] + [[area, when, item, cell] + note for item, cell in answers]


def encoded(shape, rows):
    encoding, line_end, separator = shape[:3]
    text = io.StringIO()
    csv.writer(text, delimiter=separator, lineterminator=line_end).writerows(rows)
    if encoding == "utf-16":
        return b"\xff\xfe" + text.getvalue().encode("utf-16-le")
    return text.getvalue().encode(encoding)


PLAIN = ("utf-8", "\n", ",")


def published_file():
    """The city's own row, spelled as the document spells figures: now with a unit, now without."""
    rows = [["区", "年度", "項目", "値", "備考"]]
    for code, by_year in PUBLISHED.items():
        for year, figure in by_year.items():
            cell = f"{figure:,}件" if code == "オ(1)" else f"{figure:,}"
            if (code, year) == ("オ(1)", 2022):
                cell = f"{figure:,}".translate(FULL_WIDTH)
            rows.append(["大阪市", year_words(year, 0), code, cell, "公表値 " + SOURCE])
    return encoded(PLAIN, rows)


def bureau_file():
    """ク, which the document only names: a sentence of the city for each year, made up."""
    rows = [["区", "年度", "項目", "値", "備考"]]
    for year in YEARS:
        cell = "近隣の市町村との情報交換会及び総合事業の担当課との打合せを行った（作成例）"
        rows.append(["大阪市", year_words(year, 0), "ク", cell, "作成例（架空の内容）"])
    return encoded(PLAIN, rows)


def all_files():
    """{path beside this script: bytes}"""
    files = {"大阪市-公表値.csv": published_file(), "大阪市-作成例.csv": bureau_file()}
    figures = all_figures()
    for year in YEARS:
        for position, (ward, code) in enumerate(WARDS.items()):
            shape, rows = submission(year, ward, figures[year][ward], position)
            files[f"R{year - 2018}/{code}-{ward}.csv"] = encoded(shape, rows)
    return files


# ---------------------------------------------------------------- reading again, as a stranger would


def decoded(data):
    for mark, encoding in ((b"\xff\xfe", "utf-16"), (b"\xef\xbb\xbf", "utf-8-sig")):
        if data.startswith(mark):
            return data.decode(encoding)
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return data.decode("cp932")


def read_rows(data):
    """(area, year, item, cell) of a long or wide file."""
    text = decoded(data)
    separator = max(",\t;", key=text.split("\n")[0].count)
    heads, *rows = csv.reader(io.StringIO(text), delimiter=separator)
    for row in rows:
        assert len(row) == len(heads), (heads, row)
        if heads[2] in ("項目", "item"):
            yield row[0], row[1], row[2], row[3]
        else:
            yield from ((row[0], row[1], item, cell) for item, cell in zip(heads[2:], row[2:]))


def read_year(written):
    digits = "".join(sign for sign in unicodedata.normalize("NFKC", written).replace("元", "1") if sign.isdigit())
    return int(digits) if len(digits) == 4 else int(digits) + 2018


def read_count(cell):
    plain = unicodedata.normalize("NFKC", cell).replace(",", "").rstrip("件回")
    return int(plain) if plain.isdecimal() else None


def read_all(files):
    """{(area, year, code): cell}; the same figure twice must be equal."""
    codes = {label: code for code, label in LABELS.items() if label not in SHARED_LABELS}
    names = {code: ward for ward, code in WARDS.items()}
    found = {}
    for path, data in files.items():
        for area, year, item, cell in read_rows(data):
            code = codes.get(item, item)
            if item == MISSPELT_AS:
                continue
            assert code in LABELS or code == "ク", (path, item)
            key = (names.get(area, area), read_year(year), code)
            assert found.get(key, cell) == cell, (path, key)
            found[key] = cell
    return found


def check_agreement(files):
    found = read_all(files)

    def ward_figures(code, year):
        return {ward: read_count(found.get((ward, year, code), "")) for ward in WARDS}

    for code, by_year in PUBLISHED.items():
        for year, total in by_year.items():
            assert read_count(found["大阪市", year, code]) == total, (code, year)
            if year in YEARS:
                assert sum(ward_figures(code, year).values()) == total, (code, year)
    held = list(ward_figures("イ(1)", 2023).values())
    assert {times: held.count(times) for times in set(held)} == PUBLISHED_MEETINGS
    for year, wards in PUBLISHED_WARDS_WITH_MEETINGS.items():
        assert sum(times >= 1 for times in ward_figures("イ(1)", year).values()) == wards, year
    check_tables(ward_figures)


def check_tables(ward_figures):
    """The tables of each ward add up, except where a fault was put in."""
    for year in YEARS:
        callers = [ward_figures(code, year) for code in CALLERS]
        total, city, others, again = (ward_figures(code, year) for code in MEETINGS)
        for ward, asked in ward_figures("オ(1)", year).items():
            off = sum(rows[ward] or 0 for rows in callers) - asked
            assert off == WRONG_CALLER_SUM.get((year, ward), 0), (year, ward, off)
            assert total[ward] - city[ward] - others[ward] == EXCESS.get(year, {}).get(ward, 0), (year, ward)
            assert again[ward] <= others[ward], (year, ward)
        for whole, parts in (("オ(1)", CONTENTS), ("オ(1)-内容1", MEDICAL), ("オ(1)-内容2", CARE)):
            most = ward_figures(whole, year)
            for code in parts:
                for ward, figure in ward_figures(code, year).items():
                    fits = None in (figure, most[ward]) or figure <= most[ward]
                    assert fits != ((year, ward, code) == CARE_ROW_TOO_LARGE), (year, ward, code)


def check_readme():
    """Each file with a fault put in on purpose is named in README.md."""
    readme = (HERE / "README.md").read_text(encoding="utf-8")
    faulty = {key[:2] for key in (*WRONG_CALLER_SUM, *BLANK_STATUSES)}
    faulty |= {key[:2] for key in (CARE_ROW_TOO_LARGE, ABOUT_THIRTY, BLANK_COUNT, TWICE, MISSPELT, ONLY_CONSULTATION_OFFICE)}
    faulty |= {(year, ward) for year, wards in EXCESS.items() for ward in wards}
    for year, ward in sorted(faulty):
        path = f"R{year - 2018}/{WARDS[ward]}-{ward}.csv"
        assert path in readme, f"README.md does not name {path}"


def main():
    files = all_files()
    check_agreement(files)
    check_readme()
    on_disk = {path.relative_to(HERE).as_posix(): path for path in sorted(HERE.rglob("*.csv"))}
    if sys.argv[1:] == ["--check"]:
        wrong = [name for name in files if name not in on_disk or on_disk[name].read_bytes() != files[name]]
        wrong += [name for name in on_disk if name not in files]
        for name in wrong:
            print(f"not what generate.py writes: {name}", file=sys.stderr)
        return 1 if wrong else 0
    if sys.argv[1:]:
        print(__doc__, file=sys.stderr)
        return 2
    for name, data in files.items():
        (HERE / name).parent.mkdir(exist_ok=True)
        (HERE / name).write_bytes(data)
    print(f"{len(files)} files agree with the published figures")
    return 0


if __name__ == "__main__":
    sys.exit(main())
