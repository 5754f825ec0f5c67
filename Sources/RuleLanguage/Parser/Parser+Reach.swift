import Diagnostics
import Quantities

/// How far a word reaches that stands before or behind several figures: `the city's [A] ÷ [B]`, `half of [A] + [B]`,
/// `the sum of [A] and [B] per 1,000 [C]`.
extension Parser {
  // MARK: Lists

  /// The terms behind `sum of`. What stands behind the last one is left for the whole, unless an earlier one has its own.
  mutating func parseTerms(after first: ExpressionSyntax? = nil) -> [ExpressionSyntax]? {
    var terms = [first].compactMap { $0 }
    while terms.isEmpty || takeListSeparator() {
      let start = position
      let isPlain = terms.allSatisfy { $0.isName } && startsWithName
      guard let term = nested({ $0.parseFigure() }) else { return nil }
      terms.append(term)
      if isPlain, terms.count > 1, !term.isName, !startsListSeparator, !term.repeats(terms.dropLast()) {
        position = start
        terms.removeLast()
        guard let last = parsePrimary() else { return nil }
        return terms + [last]
      }
    }
    return terms
  }

  /// `[A] and [B] last year`: what stands behind the last one belongs to each, unless an earlier one has its own.
  mutating func sharingPostfix(_ figures: [ExpressionSyntax], last start: Int) -> [ExpressionSyntax] {
    guard figures.count > 1, figures.dropLast().allSatisfy({ $0.isName }), case .name = tokens[start].kind,
      isASCII(tokens[start + 1]), let last = figures.last, !last.repeats(figures.dropLast())
    else { return figures }
    let end = position
    defer { position = end }
    var shared: [ExpressionSyntax] = []
    for figure in figures.dropLast() {
      position = start + 1
      guard let whole = attempt({ $0.parsePostfix(figure, start: start) }), position == end else { return figures }
      shared.append(whole)
    }
    return shared + figures.suffix(1)
  }

  // MARK: Per

  /// `per 1,000人 [population]`: a year and an area that the counted figure has are those of the whole, and a year of its own
  /// may stand behind the other one.
  mutating func parsePer(_ figure: ExpressionSyntax, start: Int) -> ExpressionSyntax? {
    guard take(.per), let number = takeLiteral(), let base = nested({ $0.parsePrimary() }) else { return nil }
    if isSign(.open, at: start) { return ExpressionSyntax(.per(figure, number, base), place(from: start)) }
    return per(figure, number, base, start)
  }

  private mutating func per(
    _ figure: ExpressionSyntax, _ number: LiteralSyntax, _ base: ExpressionSyntax, _ start: Int
  ) -> ExpressionSyntax {
    switch figure.kind {
    case .ofArea(let level, let inner) where !base.isOfArea:
      return ExpressionSyntax(.ofArea(level, per(inner, number, base, start)), place(from: start))
    case .inYear(let year, let inner):
      let own = takeYearBehind()
      if own == nil || own == year {
        return ExpressionSyntax(.inYear(year, per(inner, number, base, start)), place(from: start))
      }
      let earlier = own.map { ExpressionSyntax(.inYear($0, base), base.place) } ?? base
      return ExpressionSyntax(.per(figure, number, earlier), place(from: start))
    default: return ExpressionSyntax(.per(figure, number, base), place(from: start))
    }
  }

  // MARK: Arithmetic

  /// An operand of a sum, a product or a list, and the tokens of which it was read.
  struct Operand {
    let figure: ExpressionSyntax
    let start: Int
    let end: Int
  }

  /// What has been read so far and one more operand as they are written, where a word before an operand would be read as one of
  /// the next as well.
  mutating func combined(
    _ operation: Arithmetic, _ left: ExpressionSyntax, from start: Int, last: Operand, _ next: Operand
  ) -> ExpressionSyntax {
    if let whole = japaneseReach(operation, last, next, from: start) { return whole }
    let (right, rightStart, isFirst) = (next.figure, next.start, last.start == start)
    let beginsWithName: Bool
    switch tokens[rightStart].kind {
    case .name, .bare: beginsWithName = true
    default: beginsWithName = false
    }
    if isFirst, beginsWithName, !isSign(.open, at: start), isASCII(tokens[start]) {
      if operation == .dividedBy, case .ofArea(let level, let inner) = left.kind {
        // The city's share, and not what the city's figure is of the ward's.
        let share = ExpressionSyntax(.arithmetic(.dividedBy, inner, right), place(from: start))
        return ExpressionSyntax(.ofArea(level, share), place(from: start))
      }
      if opensWithPrefix(left, start) { reportUnclearPrefix(start, rightStart) }
    }
    if operation == .minus, left.asLiteral != nil, right.asLiteral != nil, tokens[rightStart - 1].end == tokens[rightStart].start,
      tokens[rightStart - 1].start == tokens[rightStart - 2].end
    {
      reportRange(start, rightStart)
    }
    if operation == .plus || operation == .minus, left.asLiteral == nil, right.asLiteral == nil,
      isWrittenPer(right, rightStart) != isWrittenPer(left, start)
    {
      reportUnclearPer(start, rightStart)
    }
    if saysYearOfOne(left, right, rightStart) { reportUnclearYear(start, rightStart) }
    return ExpressionSyntax(.arithmetic(operation, left, right), place(from: start))
  }

  /// The `last year` of `[A] ÷ [B] last year`, which a reader takes for both; where the first figure has a year, or is the same, it
  /// is that of the second.
  private func saysYearOfOne(_ left: ExpressionSyntax, _ right: ExpressionSyntax, _ rightStart: Int) -> Bool {
    guard case .inYear(_, let inner) = right.kind, !isSign(.open, at: rightStart), left.asLiteral == nil else { return false }
    let last = tokens[position - 1]
    if case .name = last.kind { return false }
    guard isASCII(last), last.kind != .sign(.close) else { return false }
    return !left.namesYear && !inner.repeats(left.summands)
  }

  private mutating func reportUnclearYear(_ start: Int, _ rightStart: Int) {
    var year = rightStart + 1
    while year < position, !isWord(.inWord, at: year), !isYearReference(tokens[year]), !isWord(.yearsAgo, at: year + 1) {
      year += 1
    }
    let both = "(\(written(start, year))) \(written(year, position))"
    reportUnclearReach(
      start, Wording("the year may be that of one figure or of both", "年度が、後の値だけにかかるか、両方にかかるかが決まりません"), both,
      "\(written(start, rightStart)) (\(written(rightStart, position)))")
  }

  /// `half of [A]`, `3-year average of [A]`, `the city's total [A]`.
  private func opensWithPrefix(_ figure: ExpressionSyntax, _ start: Int) -> Bool {
    switch figure.kind {
    case .arithmetic(.times, let factor, _):
      return factor.asLiteral != nil && !tokens[start..<position].contains { $0.kind == .word(.timesWord, joins: false) }
        && !tokens[start..<position].contains { $0.kind == .sign(.times) }
    case .series(.average, _), .series(.slope, _): return isWord(.yearAverage, at: start + 1) || isWord(.yearSlope, at: start + 1)
    case .aggregate(let aggregate, let level, _): return level != nil || aggregate != .total
    case .ofArea, .overallAverage: return true
    case .inYear(_, let inner): return inner.isOfArea
    default: return false
    }
  }

  private func isWrittenPer(_ figure: ExpressionSyntax, _ start: Int) -> Bool {
    guard !isSign(.open, at: start) else { return false }
    switch figure.kind {
    case .per(let inner, _, _): return inner.place.span.start == figure.place.span.start
    case .inYear(_, let inner), .ofArea(_, let inner): return isWrittenPer(inner, start)
    default: return false
    }
  }

  func isSign(_ sign: Sign, at index: Int) -> Bool { tokens[max(0, index)].kind == .sign(sign) }

  /// The source between two tokens, the second left out.
  func written(_ first: Int, _ end: Int) -> String {
    guard first < end else { return "" }
    return String(decoding: text.bytes[Int(tokens[first].start)..<Int(tokens[end - 1].end)], as: UTF8.self)
  }

  /// 10-30 is no difference.
  private mutating func reportRange(_ start: Int, _ rightStart: Int) {
    let (low, high) = (written(start, rightStart - 1), written(rightStart, position))
    report(
      .unexpectedWord, at: place(from: start),
      Wording("a range and a difference would be written alike", "範囲か引き算かが決まりません"),
      mend: Wording("write between \(low) and \(high), or \(low) - \(high)", "「\(low)以上\(high)以下」か「\(low) - \(high)」と書いてください"))
  }

  private mutating func reportUnclearPrefix(_ start: Int, _ rightStart: Int) {
    let name = (start..<rightStart).first { index in
      if case .name = tokens[index].kind { return true }
      return false
    }
    guard let name else { return }
    let (prefix, whole) = (written(start, name), written(name, position))
    reportUnclearReach(
      start, Wording("「\(prefix)」 may be said of the first figure or of both", "「\(prefix)」が、初めの値だけにかかるか、全体にかかるかが決まりません"),
      "\(prefix) (\(whole))", "(\(written(start, rightStart - 1))) \(written(rightStart - 1, position))")
  }

  private mutating func reportUnclearPer(_ start: Int, _ rightStart: Int) {
    let per = (start..<position).first { isWord(.per, at: $0) } ?? rightStart
    let isLast = per > rightStart
    let first =
      isLast
      ? "(\(written(start, per))) \(written(per, position))"
      : "(\(written(start, rightStart - 1))) \(written(rightStart - 1, position))"
    let second = isLast ? "\(written(start, rightStart)) (\(written(rightStart, position)))" : ""
    reportUnclearReach(
      start, Wording("「per」 may be said of one figure or of the whole", "「per」が、一つの値だけにかかるか、全体にかかるかが決まりません"), first, second)
  }

  mutating func reportUnclearReach(_ start: Int, _ message: Wording, _ first: String, _ second: String) {
    let english = second.isEmpty ? first : "\(first), or \(second)"
    let japanese = second.isEmpty ? "「\(first)」" : "「\(first)」か「\(second)」"
    report(
      .unclearReach, at: place(from: start), message,
      reason: Wording("which one is meant is not guessed", "どちらかを推測することはしません"),
      mend: Wording("write \(english)", "\(japanese)のように、かっこで囲んでください"))
  }
}

extension ExpressionSyntax {
  var isName: Bool {
    if case .name = kind { return true }
    return false
  }

  var isOfArea: Bool {
    if case .ofArea = kind { return true }
    return false
  }

  /// The figure of which 県の「X」 is an area's: that area's level is said of it, and not of what it is held against.
  var withoutArea: ExpressionSyntax {
    if case .ofArea(_, let inner) = kind { return inner }
    return self
  }

  /// Whether the figure, or one of those it is computed from, has a year of its own.
  fileprivate var namesYear: Bool {
    switch kind {
    case .inYear, .series, .change, .path: true
    case .arithmetic(_, let left, let right), .gap(let left, let right): left.namesYear || right.namesYear
    case .negative(let inner), .rounded(let inner, _), .ofArea(_, let inner): inner.namesYear
    case .overallAverage(_, let inner): inner?.namesYear ?? false
    case .per(let inner, _, let base): inner.namesYear || base.namesYear
    case .aggregate(_, _, let figures): figures.contains { $0.namesYear }
    default: false
    }
  }

  /// The figures that signs join, as they stand.
  fileprivate var summands: [ExpressionSyntax] {
    guard case .arithmetic(_, let left, let right) = kind else { return [self] }
    return left.summands + right.summands
  }
}
