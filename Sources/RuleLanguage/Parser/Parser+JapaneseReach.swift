import Diagnostics
import Quantities

/// How far a Japanese word reaches that stands before or behind several figures: 前年度の「A」÷「B」, 「A」＋「B」の3年平均,
/// 前年度の「A」及び「B」.
extension Parser {
  // MARK: Arithmetic

  /// 県の「A」÷「B」 is the prefecture's share; every other word that may be said of one operand or of both is refused.
  mutating func japaneseReach(_ operation: Arithmetic, _ before: Operand, _ right: Operand, from start: Int) -> ExpressionSyntax?
  {
    if let end = prefixEnd(before.start), isOpenToPrefix(right), !right.figure.speaksAgain(of: before.figure) {
      if operation == .dividedBy, before.start == start, case .ofArea(let level, let inner) = before.figure.kind {
        let share = ExpressionSyntax(.arithmetic(.dividedBy, inner, right.figure), place(from: start))
        return ExpressionSyntax(.ofArea(level, share), place(from: start))
      }
      let wholeEnd = isPostfixed(right) ? right.start + 1 : right.end
      let (prefix, whole, rest) = (written(before.start, end), written(end, wholeEnd), written(wholeEnd, right.end))
      reportUnclearReach(
        before.start,
        Wording("「\(prefix)」 may be said of the first figure or of both", "「\(prefix)」が、初めの値だけにかかるか、両方にかかるかが決まりません"),
        "\(prefix)（\(whole)）\(rest)", "（\(written(before.start, right.start - 1))）\(written(right.start - 1, right.end))")
    } else if isPostfixed(right), endsWithName(right.start - 1), !right.figure.speaksAgain(of: before.figure) {
      let postfix = written(right.start + 1, right.end)
      let (first, last) = (written(before.start, right.start + 1), written(right.start, right.end))
      reportUnclearReach(
        before.start,
        Wording("「\(postfix)」 may be said of the last figure or of both", "「\(postfix)」が、後の値だけにかかるか、両方にかかるかが決まりません"),
        "（\(first)）\(postfix)", "\(written(before.start, right.start))（\(last)）")
    }
    return nil
  }

  /// Where the words end that stand before a figure and could be said of a further one: 前年度の, 県の, 「人口」千人当たりの. Nothing
  /// where there are none.
  private func prefixEnd(_ start: Int) -> Int? {
    // What follows the last token is the end of the file.
    guard start + 5 < tokens.count else { return nil }
    switch tokens[start].kind {
    case .name, .bare:
      // 「人口」千人当たりの
      guard case .number = tokens[start + 1].kind,
        let per = (start + 2...start + 3).first(where: { isWord(.per, at: $0) }), isWord(.particleNo, at: per + 1)
      else { return nil }
      return per + 2
    case .level: return isWord(.particleNo, at: start + 1) && startsOwnFigure(start + 2) ? start + 2 : nil
    case .number:
      return isWord(.yearsAgo, at: start + 1) && isWord(.particleNo, at: start + 2) && startsOwnFigure(start + 3)
        ? start + 3 : nil
    default:
      guard isYearReference(tokens[start]) else { return nil }
      return isWord(.particleNo, at: start + 1) && startsOwnFigure(start + 2) ? start + 2 : nil
    }
  }

  func standsBeforeFigures(_ start: Int) -> Bool { prefixEnd(start) != nil }

  /// 前年度の「A」, 県の「A」, 前年度の県の「A」: words before a name, and nothing behind it.
  mutating func parsePrefixed() -> ExpressionSyntax? {
    let start = position
    if case .level = current.kind {
      guard let level = takeLevel(), take(.particleNo) else { return nil }
      return nested { $0.parsePrefixed() }.map { ExpressionSyntax(.ofArea(level, $0), place(from: start)) }
    }
    if startsWithName { return parsePerNumber(start) ?? takeNameAsFigure() }
    guard let year = takeYearReference(), take(.particleNo) else { return nil }
    return nested { $0.parsePrefixed() }.map { ExpressionSyntax(.inYear(year, $0), place(from: start)) }
  }

  private func startsOwnFigure(_ index: Int) -> Bool {
    switch tokens[index].kind {
    case .name, .bare, .sign(.open), .level: true
    default: isYearReference(tokens[index])
    }
  }

  /// Whether a word before the other operand could be said of this one as well.
  private func isOpenToPrefix(_ operand: Operand) -> Bool {
    switch tokens[operand.start].kind {
    case .name, .bare: prefixEnd(operand.start) == nil
    case .sign(.open): operand.figure.asLiteral == nil && prefixEnd(operand.start + 1) == nil
    default: false
    }
  }

  /// Whether the operand has a word behind its first name: 「B」の3年平均, 「B」の80%.
  private func isPostfixed(_ operand: Operand) -> Bool {
    guard case .name = tokens[operand.start].kind, operand.end > operand.start + 1, prefixEnd(operand.start) == nil else {
      return false
    }
    return [.particleNo, .particleNi, .listAnd].contains { isWord($0, at: operand.start + 1) }
      && !isASCII(tokens[operand.start + 1])
  }

  private func endsWithName(_ end: Int) -> Bool {
    switch tokens[max(0, end - 1)].kind {
    case .name, .bare: true
    default: false
    }
  }

  // MARK: Lists

  /// 前年度の「A」及び「B」, 「A」及び「B」の3年平均: what stands before the first or behind the last belongs to each, unless another one
  /// has its own. Nothing where neither stands there.
  mutating func sharingJapanese(_ operands: [Operand]) -> [ExpressionSyntax]? {
    guard let first = operands.first, let last = operands.last, operands.count > 1 else { return nil }
    let figures = operands.map { $0.figure }
    if endsWithOwnName(first.start), figures.dropFirst().allSatisfy({ $0.isName && !$0.speaksAgain(of: first.figure) }) {
      return [first.figure] + figures.dropFirst().map { first.figure.withName(of: $0) }
    }
    if isPostfixed(last), figures.dropLast().allSatisfy({ $0.isName && !$0.speaksAgain(of: last.figure) }),
      let shared = sharingBehind(last, operands.dropLast())
    {
      return shared
    }
    for (operand, next) in zip(operands, operands.dropFirst()) where !next.figure.speaksAgain(of: operand.figure) {
      let isPrefixed = prefixEnd(operand.start) != nil && isOpenToPrefix(next)
      if isPrefixed || operand.figure.isName && isPostfixed(next) {
        reportUnclearList(operand, next, isPrefixed: isPrefixed)
        return figures
      }
    }
    return nil
  }

  private mutating func sharingBehind(_ last: Operand, _ others: ArraySlice<Operand>) -> [ExpressionSyntax]? {
    let end = position
    defer { position = end }
    var shared: [ExpressionSyntax] = []
    for operand in others {
      position = last.start + 1
      guard let whole = attempt({ $0.parsePostfix(operand.figure, start: operand.start) }), position == end else { return nil }
      shared.append(whole)
    }
    return shared + [last.figure]
  }

  /// Whether words stand before the first name, and nothing behind it: 前年度の県の「A」及び….
  private func endsWithOwnName(_ start: Int) -> Bool {
    guard var index = prefixEnd(start) else { return false }
    while let next = prefixEnd(index) { index = next }
    guard index + 1 < tokens.count, endsWithName(index + 1) else { return false }
    switch tokens[index + 1].kind {
    case .name, .sign(.pause), .sign(.comma), .word(.listAnd, _), .word(.and, _): return true
    default: return false
    }
  }

  private mutating func reportUnclearList(_ first: Operand, _ second: Operand, isPrefixed: Bool) {
    let (one, other) = (written(first.start, first.end), written(second.start, second.end))
    let joint = written(first.end, second.start)
    if isPrefixed, let prefix = prefixEnd(first.start) {
      let words = written(first.start, prefix)
      reportUnclearReach(
        first.start, Wording("「\(words)」 may be said of one figure or of both", "「\(words)」が、一つの値だけにかかるか、両方にかかるかが決まりません"),
        "\(one)\(joint)\(words)\(other)", "（\(one)）\(joint)\(other)")
    } else {
      let words = written(second.start + 1, second.end)
      reportUnclearReach(
        first.start, Wording("「\(words)」 may be said of one figure or of both", "「\(words)」が、一つの値だけにかかるか、両方にかかるかが決まりません"),
        "\(one)\(words)\(joint)\(other)", "\(one)\(joint)（\(other)）")
    }
  }
}

extension Parser {
  // MARK: Denials

  /// 50%以上又は40%以下でない, 1回又は2回でない: the last one is denied, or all.
  mutating func reportUnclearDenial(_ start: Int) {
    let denial = written(position - 1, position)
    let denied = written(start, position - 1)
    report(
      .unclearReach, at: place(from: start),
      Wording("「\(denial)」 may be said of the last condition or of all", "「\(denial)」が、後の条件だけにかかるか、全体にかかるかが決まりません"),
      reason: Wording("which one is meant is not guessed", "どちらかを推測することはしません"),
      mend: Wording(
        "put what is denied in brackets: （\(denied)）\(denial), or say it without a denial: 40%を超え50%未満",
        "打ち消す範囲を「（\(denied)）\(denial)」のようにかっこで囲むか、「40%を超え50%未満」のように打ち消しを使わずに書いてください"))
  }
}

extension ExpressionSyntax {
  /// Whether this is another value of the same figure, as in 「A」 - 「A」の3年平均: nothing is said of both then.
  func speaksAgain(of other: ExpressionSyntax) -> Bool {
    guard let own = onlyName else { return false }
    return own == other.onlyName
  }

  private var onlyName: NameSyntax? {
    switch kind {
    case .name(let name): name
    case .inYear(_, let inner), .ofArea(_, let inner), .series(_, let inner), .change(_, let inner, _),
      .overallAverage(_, let inner?), .arithmetic(.times, _, let inner):
      inner.onlyName
    case .aggregate(_, _, let figures): figures.count == 1 ? figures[0].onlyName : nil
    default: nil
    }
  }

  /// The same of another figure: 前年度の「A」 with 「B」 is 前年度の「B」.
  func withName(of other: ExpressionSyntax) -> ExpressionSyntax {
    switch kind {
    case .inYear(let year, let inner): ExpressionSyntax(.inYear(year, inner.withName(of: other)), other.place)
    case .ofArea(let level, let inner): ExpressionSyntax(.ofArea(level, inner.withName(of: other)), other.place)
    case .per(let inner, let number, let base): ExpressionSyntax(.per(inner.withName(of: other), number, base), other.place)
    default: other
    }
  }
}
