/// English wordings of plans, and what each comes to in Japanese: one tree.
extension SpellingPairs {
  static let all = requirements + wordings

  static let wordings: [(english: String, japanese: String)] = [
    // Who
    ("every ward except where [A] is less than 10人 holds at least 3 [B].", "「A」が10人以上のすべての区で「B」が3以上であること。"),
    ("every ward, other than those with [A] below 10人, holds at least 3 [B].", "「A」が10人以上のすべての区で「B」が3以上であること。"),
    ("every ward holds at least 3 [A], except [West].", "「West」を除くすべての区で「A」が3以上であること。"),
    ("every ward but [West] holds at least 3 [A].", "「West」を除くすべての区で「A」が3以上であること。"),
    ("every ward holds at least 3 [A], except in [West].", "「West」を除くすべての区で「A」が3以上であること。"),
    ("the ward [West] holds at least 3 [A].", "「West」の区で「A」が3以上であること。"),
    ("the wards [West] and [North] hold at least 3 [A].", "「West」及び「North」の各区で「A」が3以上であること。"),
    ("each of the wards holds at least 3 [A].", "すべての区で「A」が3以上であること。"),
    ("a majority of wards have carried out [A].", "過半数の区で「A」がはいであること。"),
    ("every ward, unless [A] is 0, reports [B].", "「A」が0でないときは、すべての区で「B」を報告していること。"),
    ("every ward reports [B], unless [A] is 0.", "「A」が0でないときは、すべての区で「B」を報告していること。"),
    ("[A] will reach 75% in every ward.", "すべての区で「A」が75%以上であること。"),
    ("at least 95% of [A] are [B] in every ward.", "すべての区で「B」が「A」の95%以上であること。"),
    ("the share of [A] in [B] is at least 95% in every ward.", "すべての区で「A」÷「B」が95%以上であること。"),
    ("no ward except [Centre] falls below 70% [A].", "「Centre」を除き、「A」が70%未満の区がないこと。"),
    ("the city: (no ward: [A] falls) and more than half of wards: [B] rises.", "市で「A」が減少する区がなく、かつ過半数の区で「B」が増加すること。"),
    // How much
    ("every ward holds [A] at least twice a year.", "すべての区で「A」が2以上であること。"),
    ("every ward holds at least two [A] each year.", "すべての区で「A」が2以上であること。"),
    ("every ward has held at least three times a year [A].", "すべての区で「A」が3以上であること。"),
    ("every ward has [A] of 80% or more.", "すべての区で「A」が80%以上であること。"),
    ("every ward has no [A].", "すべての区で「A」が0であること。"),
    ("every ward has zero [A].", "すべての区で「A」が0であること。"),
    ("every ward: [A] remains at zero.", "すべての区で「A」が0であること。"),
    ("every ward must not exceed 500 [A].", "すべての区で「A」が500以下であること。"),
    ("every ward: [A] shall not exceed 500.", "すべての区で「A」が500以下であること。"),
    ("every ward: [A] must not be more than 500.", "すべての区で「A」が500以下であること。"),
    ("every ward: [A] needs to be equal to or greater than 80%.", "すべての区で「A」が80%以上であること。"),
    ("every ward reaches at least 80% [A].", "すべての区で「A」が80%以上であること。"),
    ("every ward maintains [A] above 3.", "すべての区で「A」が3を超えること。"),
    ("every ward: [A] is maintained at the FY2022 level.", "すべての区で「A」が令和4年度の「A」以上であること。"),
    ("every ward: [A] is at least last year's value.", "すべての区で「A」が前年度の「A」以上であること。"),
    ("every ward: [A] is higher than in FY2022.", "すべての区で「A」が令和4年度の「A」を上回ること。"),
    ("every ward: the number of [A] is at most 5.", "すべての区で「A」が5以下であること。"),
    ("every ward: the total of [A] over the past 3 years is zero.", "すべての区で（前年度の（「A」の3年平均））の3倍が0であること。"),
    // Changes
    ("every ward: [A] must not fall.", "すべての区で「A」が前年度から減少しないこと。"),
    ("every ward: [A] rises by at least 5 percentage points every year.", "すべての区で「A」が前年度から5ポイント以上上昇していること。"),
    ("every ward: [A] rises by at least 5 points until it is at least 90%.", "すべての区で「A」が前年度から5ポイント以上上昇し、又は90%以上であること。"),
    ("every ward: [A] is no more than 10% above last year.", "すべての区で（「A」が前年度から10%を超えて増加）でないこと。"),
    ("every ward has halved [A] from FY2015.", "すべての区で「A」が平成27年度から半減すること。"),
    ("every ward: [A] is reduced to half from FY2015.", "すべての区で「A」が平成27年度から半減すること。"),
    ("every ward keeps [A] below 8% or cuts [B] by a third from FY2022.", "すべての区で「A」が8%未満、又は「B」が令和4年度から3分の1以上減少すること。"),
    ("every ward: [A] last year falls from 3 years ago.", "すべての区で前年度の「A」が3年前から減少していること。"),
    ("every ward: [A] is at least 80% for 2 years running.", "すべての区で「A」が80%以上であり、かつ前年度の「A」が80%以上であること。"),
    ("every ward that missed target [T] 2 years running reports [A].", "（目標「T」が未達成、かつ前年度に目標「T」が未達成）の区で「A」を報告していること。"),
    // Several figures
    ("for every ward, [A] is at least 3.", "すべての区で「A」が3以上であること。"),
    ("every ward: [A] and [B] must each be at least 3.", "すべての区で「A」及び「B」がいずれも3以上であること。"),
    ("every ward: [A], [B] or [C] is at least 3.", "すべての区で「A」又は「B」又は「C」が3以上であること。"),
    ("every ward: at least 2 of [A], [B] and [C] are in place.", "すべての区で「A」、「B」及び「C」のうち2つ以上がはいであること。"),
    ("every ward: each of [A] and [B] is carried out.", "すべての区で「A」及び「B」がいずれもはいであること。"),
    ("every ward: [A] and [B] last year are each at least 80%.", "すべての区で前年度の「A」及び前年度の「B」がいずれも80%以上であること。"),
    ("every ward: [A] is at least 3, [B] is at least 4 and [C] is at least 5.", "すべての区で「A」が3以上であり、「B」が4以上であり、かつ「C」が5以上であること。"),
    ("every ward: the gap between [A] and [B] narrows.", "すべての区で「A」と「B」の差が減少すること。"),
    ("every ward: the gap between [A] and the city's average [A] is less than 5 points.", "すべての区で「A」と市の「A」の平均の差が5ポイント未満であること。"),
    // How far a word reaches
    ("every ward: [A] ÷ [B] is at least the city's [A] ÷ [B].", "すべての区で「A」÷「B」が市の（「A」÷「B」）以上であること。"),
    (
      "every ward: [A] per 1,000人 [B] is at most the city's [A] per 1,000人 [B].",
      "すべての区で「B」1,000人当たりの「A」が市の（「B」1,000人当たりの「A」）以下であること。"
    ),
    ("every ward: the sum of [A], [B] and [C] per 1,000人 [D] is at least 4.", "すべての区で「D」1,000人当たりの（「A」、「B」及び「C」の合計）が4以上であること。"),
    ("every ward: [A] last year per 1,000人 [B] last year is at most 4.", "すべての区で前年度の「B」1,000人当たりの「A」が4以下であること。"),
    ("every ward: the share of [A] + [B] in [C] is at least 50%.", "すべての区で（「A」＋「B」）÷「C」が50%以上であること。"),
  ]
}
