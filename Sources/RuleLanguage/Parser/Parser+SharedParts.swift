import Diagnostics
import Quantities

/// What stands once beside several parts of a sentence, so that a reader takes it for all of them where the tree has it for one.
extension Parser {
  mutating func reportOneOfSeveral(_ place: Place, _ message: Wording, mend: Wording) {
    report(
      .unclearReach, at: place, message, reason: Wording("which one is meant is not guessed", "どちらかを推測することはしません"), mend: mend)
  }

  /// 全国平均及び県平均を2ポイント以上上回る: the distance may be that from the last alone; and so may the 前年度の or 県の before the
  /// first of several.
  mutating func checkSharedMargin(_ values: [ExpressionSyntax], _ start: Int) {
    guard let first = values.first, let last = values.last else { return }
    if last.hasMargin, values.dropLast().contains(where: { !$0.hasMargin && $0.asLiteral == nil }) {
      reportOneOfSeveral(
        place(from: start),
        Wording("it is not said whether the distance or the multiple is that of each", "差や倍率が、どちらにもかかるかが決まりません"),
        mend: Wording(
          "write it with each: is at least [A] + 2 points and at least [B] + 2 points",
          "「「X」が全国平均を2ポイント以上上回り、かつ県平均を2ポイント以上上回る」のように、それぞれに書いてください"))
    } else if first.hasPrefix, values.dropFirst().contains(where: { $0.isName }) {
      reportOneOfSeveral(
        place(from: start),
        Wording("it is not said whether what stands before the first figure is said of each", "最初の値の前の語が、後の値にもかかるかが決まりません"),
        mend: Wording(
          "write it with each: [A] last year and [B] last year", "「前年度の「A」及び前年度の「B」」のように、それぞれに書いてください"))
    }
  }

  /// `the rise in [X] from FY2020 is at least 2 points a year`: a change or a total over years has one value.
  mutating func checkYearlyAmount(_ figure: ExpressionSyntax) {
    switch figure.kind {
    case .series, .change: break
    default: return
    }
    guard isWord(.annually, at: position - 1), isASCII(tokens[position - 1]) else { return }
    reportOneOfSeveral(
      tokens[position - 1].place(in: file),
      Wording("what is reckoned over several years has no amount for each of them", "複数の年度にわたる値に、1年当たりの量はありません"),
      mend: Wording(
        "write [X] rises by at least 2 points each year; or the amount for all the years together",
        "「「X」が毎年2ポイント以上上昇」か、全部の年度を合わせた量を書いてください"))
  }

  /// 3年連続で60%以上又は前年度以上: the years running may be said of the second limit, too.
  mutating func checkRunningBefore(_ other: ConditionSyntax, _ start: Int, _ figure: ExpressionSyntax) {
    var index = start - 1
    while index > 0, tokens[index].start >= other.place.span.start, !isWord(.running, at: index) { index -= 1 }
    guard isWord(.running, at: index), !isASCII(tokens[index]), index > 0, tokens[index].start >= other.place.span.start else {
      return
    }
    let (years, limit) = (
      written(from: tokens[index - 1].start, to: tokens[index].end),
      written(from: tokens[start].start, to: tokens[position - 1].end)
    )
    let name = source(of: figure)
    reportOneOfSeveral(
      place(from: start),
      Wording("it is not said whether the years running are meant for this limit too", "連続する年数が、後の条件にもかかるかが決まりません"),
      mend: Wording(
        "write them with each limit, or put the first clause in brackets: ([X] is at least 60% for 3 years running) or [X] is at least last year",
        "両方なら後を「\(name)が\(years)で\(limit)」と書き、前だけなら「（\(name)が\(years)で60%以上）、又は\(name)が\(limit)」のようにかっこで囲んでください"))
  }

  /// `since FY2020, every ward: [X] falls by 10%`: from that year's figure, or in every year since then.
  mutating func checkChangeSince(_ requirement: RequirementSyntax) {
    guard let from = sentence.frontFrom, sentence.changesWithoutStart > 0 else { return }
    let year = from.year.englishText
    reportOneOfSeveral(
      requirement.demand.place,
      Wording(
        "it is not said whether this changes from \(year) or in each year from then on",
        "\(from.year.japaneseText)からの変化か、その年度以降の毎年度の変化かが決まりません"),
      mend: Wording(
        "write [X] falls by 10% from \(year); or falls by 10% from last year, with in force from \(year) on a line of its own",
        "その年度からの変化なら「\(from.year.japaneseText)から」を増減の前に、毎年度なら「前年度から」を書いてください"))
  }

  /// 令和8年度に上昇させる: the year is by when, and no value that is reached.
  mutating func checkYearAsValue(_ value: ExpressionSyntax) -> Bool {
    guard case .inYear(.fixed(let year), _) = value.kind, isWord(.particleNi) || isWord(.particleHe), isReachingWord(ahead: 1),
      case .fiscalYear = tokens[position - 1].kind
    else { return false }
    reportOneOfSeveral(
      place(from: position - 1),
      Wording("it is not said by how much or from which year this changes", "どの年度からどれだけ変化するのかが書かれていません"),
      mend: Wording(
        "write by \(year.englishText): rises from FY2023 by \(year.englishText); or reaches 60% by \(year.englishText)",
        "「令和5年度から\(year.japaneseText)までに上昇」か「\(year.japaneseText)までに60%に引き上げる」のように書いてください"))
    return true
  }

  /// 前年度の10%上回る: by a tenth more, and not more than a tenth of it.
  mutating func checkShareAsDistance(_ value: ExpressionSyntax) -> Bool {
    guard case .arithmetic(.times, let share, _) = value.kind, share.asLiteral?.unit == .percent, !isASCII(current),
      isWord(.moreThan) || isWord(.lessThan), !isWord(.particleWo, at: position - 1),
      ["上回", "下回", "多", "少", "高", "低"].contains(where: { text(of: current).hasPrefix($0) })
    else { return false }
    reportOneOfSeveral(
      value.place,
      Wording("it is not said whether this is a share of the figure or a distance from it", "その値に対する割合なのか、その値との差なのかが決まりません"),
      mend: Wording(
        "write rises by at least 10% from last year; or is more than 10% of [X] last year",
        "差なら「前年度を10%以上上回る」「前年度の110%以上」、割合なら「前年度の10%以上」のように書いてください"))
    return true
  }
}

extension ExpressionSyntax {
  /// A value with a distance or a multiple of its own: 県平均＋2ポイント, 県平均の1.1倍.
  fileprivate var hasMargin: Bool {
    switch kind {
    case .arithmetic(.plus, let left, let right), .arithmetic(.minus, let left, let right):
      left.asLiteral != nil || right.asLiteral != nil
    case .arithmetic(.times, let factor, _): factor.asLiteral != nil
    default: false
    }
  }

  /// 前年度の「A」, 県の「A」.
  fileprivate var hasPrefix: Bool {
    switch kind {
    case .inYear(_, let inner), .ofArea(_, let inner): inner.isName
    default: false
    }
  }
}
