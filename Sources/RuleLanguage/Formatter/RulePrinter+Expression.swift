import Quantities

extension RulePrinter {
  func expression(_ expression: ExpressionSyntax) -> String {
    switch expression.kind {
    case .rounded(let figure, let decimals):
      // Everything before it is rounded.
      let inner = isRounded(figure) ? bracketed(self.expression(figure)) : self.expression(figure)
      let digits = String(decimals)
      return either(
        inner + " rounded to " + digits + (decimals == 1 ? " decimal" : " decimals"), inner + "を小数第" + digits + "位まで四捨五入した値")
    case .carriedOver(let demand, let year): return carriedOver(demand, year)
    case .tolerance(let margin, let value):
      return either("within " + literal(margin) + " of ", "") + inTolerance(value) + either("", "の±" + literal(margin))
    case .arithmetic: return arithmetic(expression)
    case .negative(let figure): return "-" + factor(figure)
    case .gap(let first, let second): return gap(first, second)
    default: return figure(expression)
    }
  }

  private func isRounded(_ expression: ExpressionSyntax) -> Bool {
    if case .rounded = expression.kind { return true }
    return false
  }

  // MARK: Arithmetic

  /// How tightly the outermost sign binds: a figure without one needs no brackets anywhere.
  private enum Binding: Int {
    case rounding, sum, product, negation, figure
  }

  private func binding(_ expression: ExpressionSyntax) -> Binding {
    switch expression.kind {
    case .rounded, .carriedOver, .tolerance, .gap: .rounding
    case .arithmetic(.plus, _, _), .arithmetic(.minus, _, _): .sum
    case .arithmetic: multiple(expression) == nil ? .product : .figure
    case .negative: .negation
    default: .figure
    }
  }

  private func arithmetic(_ expression: ExpressionSyntax) -> String {
    if let multiple = multiple(expression) { return multiple }
    if let spread = spread(expression) { return spread }
    // Long sums lean to the left: they are walked, not nested.
    var current = expression
    var operands: [(sign: String, text: String, figure: ExpressionSyntax)] = []
    let level = binding(expression)
    while case .arithmetic(let operation, let left, let right) = current.kind, multiple(current) == nil {
      let needsBrackets =
        binding(right).rawValue <= level.rawValue || level == .sum && isWrittenPer(right) || endsWithYear(right)
      operands.append((sign(operation), needsBrackets ? bracketed(self.expression(right)) : self.expression(right), right))
      current = left
      if binding(left) != level { break }
    }
    let isOpen = binding(current).rawValue < level.rawValue || level == .sum && isWrittenPer(current)
    operands.append(("", isOpen ? bracketed(self.expression(current)) : self.expression(current), current))
    operands.reverse()
    return operands.indices.map { index in
      let operand = operands[index]
      let next = index + 1 < operands.count ? operands[index + 1] : nil
      let isUnclear =
        isEnglish
        ? index == 0 && beginsWithName(next?.text ?? "") && opensWithPrefix(operand.figure)
        : isUnclear(operand, after: index > 0 ? operands[index - 1] : nil, before: next)
      return operand.sign + (isUnclear && !operand.text.hasPrefix("（") ? bracketed(operand.text) : operand.text)
    }.joined()
  }

  /// Whether what stands before or behind this operand would be read as said of its neighbour, too: 前年度の「A」 ÷ 「B」.
  private func isUnclear(
    _ operand: (sign: String, text: String, figure: ExpressionSyntax),
    after before: (sign: String, text: String, figure: ExpressionSyntax)?,
    before next: (sign: String, text: String, figure: ExpressionSyntax)?
  ) -> Bool {
    if let next, beginsWithName(next.text) || next.text.hasPrefix("（"), hasJapanesePrefix(operand.figure) { return true }
    return before.map { $0.text.hasSuffix("」") || $0.text.hasSuffix("]") } == true && beginsWithName(operand.text)
      && !isName(operand.figure) && hasJapanesePostfix(operand.figure)
  }

  /// 前年度の「A」, 県の「A」, 「人口」千人当たりの「A」.
  func hasJapanesePrefix(_ figure: ExpressionSyntax) -> Bool {
    switch figure.kind {
    case .inYear, .ofArea, .per: true
    case .aggregate(_, let level, _): level != nil
    case .arithmetic(.times, let factor, let whole): factor.asLiteral != nil && hasJapanesePrefix(whole)
    case .arithmetic(_, let left, _): hasJapanesePrefix(left)
    default: false
    }
  }

  /// 「A」の3年平均, 「A」の2倍: what begins with its name and goes on.
  func hasJapanesePostfix(_ figure: ExpressionSyntax) -> Bool {
    switch figure.kind {
    case .name, .literal, .per: false
    case .arithmetic(.times, let factor, let whole):
      factor.asLiteral.map { totalOverYears($0, whole) == nil } ?? false
    case .arithmetic(_, let left, _): hasJapanesePostfix(left)
    default: true
    }
  }

  /// `half of [A]`, `the city's [A]`: before `+ [B]` the words would be read as said of both.
  private func opensWithPrefix(_ expression: ExpressionSyntax) -> Bool {
    guard isEnglish else { return false }
    return switch expression.kind {
    case .arithmetic(.times, let factor, let whole):
      multiple(expression) != nil && (isShare(factor) || factor.asLiteral.flatMap { totalOverYears($0, whole) } != nil)
    case .arithmetic: false
    case .series(.average, _), .series(.slope, _), .ofArea, .overallAverage: true
    case .aggregate(let aggregate, let level, _): level != nil || aggregate != .total
    case .inYear(_, let inner): inner.isOfArea
    default: false
    }
  }

  /// `[B] last year`: behind `[A] ÷` the year would be read as that of both.
  private func endsWithYear(_ expression: ExpressionSyntax) -> Bool {
    if isEnglish, case .inYear = expression.kind { return true }
    return false
  }

  private func isWrittenPer(_ expression: ExpressionSyntax) -> Bool {
    guard isEnglish else { return false }
    return switch expression.kind {
    case .per: true
    case .inYear(_, let inner), .ofArea(_, let inner): isWrittenPer(inner)
    default: false
    }
  }

  /// `the gap between [A] and [B]`, 「A」と「B」の差.
  private func gap(_ first: ExpressionSyntax, _ second: ExpressionSyntax) -> String {
    func operand(_ expression: ExpressionSyntax) -> String {
      isPlainFigure(expression) ? figure(expression) : bracketed(self.expression(expression))
    }
    if !isEnglish {
      // 前年度の「A」と「B」の差 is read as both of last year.
      let isShared = hasJapanesePrefix(first) && isName(second) && !second.speaksAgain(of: first)
      return (isShared ? bracketed(operand(first)) : operand(first)) + "と" + operand(second) + "の差"
    }
    // A year behind the second would be that of the gap.
    let last = isName(first) && !isName(second) && beginsWithName(operand(second)) ? bracketed(operand(second)) : operand(second)
    return "the gap between " + operand(first) + " and " + last
  }

  /// 市の「X」の最大と最小の差: the highest less the lowest of the same areas.
  private func spread(_ expression: ExpressionSyntax) -> String? {
    guard case .arithmetic(.minus, let high, let low) = expression.kind else { return nil }
    let both = either(word(.highest) + " and " + word(.lowest), word(.highest) + "と" + word(.lowest))
    switch (high.kind, low.kind) {
    case (.aggregate(.highest, let area?, let figures), .aggregate(.lowest, let other, let others)):
      guard figures.count == 1, isName(figures[0]), other == area, others == figures else { return nil }
      let name = figure(figures[0])
      return either("the gap between " + possessive(area) + both + " " + name, possessive(area) + name + "の" + both + "の差")
    case (.ofPeers(.highest, let named?, let peers), .ofPeers(.lowest, let other, let others)):
      guard isName(named), other == named, others == peers else { return nil }
      let (areas, name) = (self.areas(peers, all: true), figure(named))
      return either("the gap between the " + both + " " + name + " of " + areas, areas + "の" + name + "の" + both + "の差")
    default: return nil
    }
  }

  private func sign(_ operation: Arithmetic) -> String {
    switch operation {
    case .plus: " + "
    case .minus: " - "
    case .times: " × "
    case .dividedBy: " ÷ "
    }
  }

  private func factor(_ expression: ExpressionSyntax) -> String {
    binding(expression).rawValue >= Binding.negation.rawValue
      ? self.expression(expression) : bracketed(self.expression(expression))
  }

  /// `80% of [B]`, `1.28 times [B]`; 「B」の80%, 「B」の1.28倍.
  private func multiple(_ expression: ExpressionSyntax) -> String? {
    guard case .arithmetic(.times, let left, let right) = expression.kind, case .literal(let factor) = left.kind else {
      return nil
    }
    switch right.kind {
    case .name, .inYear, .ofArea, .aggregate, .arithmetic, .rounded, .numberOfAreas, .series, .change, .per: break
    case .ofPeers, .overallAverage: if isEnglish { return nil }
    default: return nil
    }
    if let total = totalOverYears(factor, right) { return total }
    let whole = isPlainFigure(right) || !isEnglish && isOfAreas(right) ? self.figure(right) : bracketed(self.expression(right))
    if isShare(left) { return either(literal(factor) + " of " + whole, whole + "の" + literal(factor)) }
    if factor.unit == nil { return either(literal(factor) + " times " + whole, whole + "の" + literal(factor) + "倍") }
    return nil
  }

  /// 直近2年間の「X」の合計: so many times the average of as many years.
  private func totalOverYears(_ factor: LiteralSyntax, _ average: ExpressionSyntax) -> String? {
    guard factor.unit == nil, factor.decimals == 0 else { return nil }
    var (series, isPast) = (average, false)
    if case .inYear(.yearsAgo(1), let inner) = average.kind { (series, isPast) = (inner, true) }
    guard case .series(.average(let years), let summed) = series.kind, Rational(Int64(years)) == factor.value, isName(summed)
    else {
      return nil
    }
    let (span, name) = (String(years), figure(summed))
    return either(
      "the total of " + name + " over the " + word(isPast ? .past : .latest) + " " + span + " years",
      word(isPast ? .past : .latest) + span + "年間の" + name + "の合計")
  }

  /// 80% or half, behind which `of` stands.
  func isShare(_ factor: ExpressionSyntax) -> Bool {
    guard let literal = factor.asLiteral else { return false }
    return literal.unit == .percent || literal.unit == nil && literal.decimals == 0 && !literal.value.isWhole
  }

  private func isOfAreas(_ expression: ExpressionSyntax) -> Bool {
    switch expression.kind {
    case .ofPeers, .overallAverage: true
    default: false
    }
  }

  func isPlainFigure(_ expression: ExpressionSyntax) -> Bool {
    switch expression.kind {
    case .name, .inYear, .ofArea, .aggregate: true
    default: false
    }
  }

  // MARK: Figures

  func figure(_ expression: ExpressionSyntax) -> String {
    switch expression.kind {
    case .literal(let syntax): literal(syntax)
    case .date(let day): date(day)
    case .dayOfYear(let month, let day): dayOfYear(month, day)
    case .yesOrNo(let isYes): word(isYes ? .yes : .no)
    case .name(let syntax): name(syntax)
    case .inYear(let year, let inner): inYear(year, inner)
    case .ofArea(let area, let inner): ofArea(area, inner)
    case .aggregate(let aggregate, let area, let figures): self.aggregate(aggregate, area, figures)
    case .ofPeers(let aggregate, let inner, let peers): ofPeers(aggregate, inner, peers)
    case .deviated(let average, let operation, let amount): deviated(average, operation, amount)
    case .numberOfAreas(let area, let condition): numberOfAreas(area, condition)
    case .series(let series, let inner): self.series(series, inner)
    case .change(let change, let inner, let year): self.change(change, inner, from: year)
    case .per(let inner, let number, let base): per(inner, number, base)
    case .path(let points): either("the ", "") + path(points)
    case .overallAverage(let level, let inner): overallAverage(level, inner)
    case .arithmetic, .negative, .rounded, .carriedOver, .tolerance, .gap: bracketed(self.expression(expression))
    }
  }

  func yearReference(_ reference: YearReference) -> String {
    switch reference {
    case .yearsAgo(0): either("this year", "今年度")
    case .yearsAgo(1): either("last year", "前年度")
    case .yearsAgo(let years): either(String(years) + " years ago", String(years) + "年前")
    case .fixed(let fiscalYear): year(fiscalYear)
    case .calendar(let calendarYear): self.calendarYear(calendarYear)
    case .lastPeriod: word(.lastPeriod)
    case .planStart: word(.planStart)
    case .lastSurvey: word(.lastSurvey)
    }
  }

  private func inYear(_ reference: YearReference, _ inner: ExpressionSyntax) -> String {
    if !isEnglish {
      if case .numberOfAreas = inner.kind { return yearReference(reference) + "の" + bracketed(figure(inner)) }
      return yearReference(reference) + "の" + figure(inner)
    }
    // `the city's total [X] last year` is the total of last year's figures: another tree.
    var text = figure(inner)
    switch inner.kind {
    // [X] last year in FY2028 speaks of the sentence's year.
    case .aggregate, .series, .numberOfAreas, .inYear: text = bracketed(text)
    default: break
    }
    switch reference {
    case .fixed, .calendar: return text + " in " + yearReference(reference)
    case .planStart: return text + " in " + yearReference(reference)
    case .yearsAgo, .lastPeriod, .lastSurvey: return text + " " + yearReference(reference)
    }
  }

  private func overallAverage(_ area: LevelSyntax?, _ inner: ExpressionSyntax?) -> String {
    guard let inner else {
      return either(
        area.map { "the " + level($0) + " average" } ?? "the " + word(.nationalAverage),
        area.map { level($0) + "平均" } ?? word(.nationalAverage))
    }
    let figure = isName(inner) ? self.figure(inner) : bracketed(expression(inner))
    if isEnglish { return (area.map { "the " + level($0) + " average" } ?? "the " + word(.nationalAverage)) + " of " + figure }
    return figure + "の" + (area.map { level($0) + "平均" } ?? word(.nationalAverage))
  }

  private func ofArea(_ area: LevelSyntax, _ inner: ExpressionSyntax) -> String {
    let isSimple: Bool
    switch inner.kind {
    case .name, .ofArea: isSimple = true
    case .inYear: isSimple = !isEnglish
    default: isSimple = false
    }
    return possessive(area) + (isSimple ? figure(inner) : bracketed(expression(inner)))
  }

  private func possessive(_ area: LevelSyntax) -> String { either("the " + level(area) + "'s ", level(area) + "の") }

  private func aggregate(_ aggregate: Aggregate, _ area: LevelSyntax?, _ figures: [ExpressionSyntax]) -> String {
    let name = word(aggregateWord(aggregate))
    if isEnglish {
      let inner = list(figures) { isPlainFigure($0) ? figure($0) : bracketed(expression($0)) }
      if let area { return possessive(area) + name + " " + inner }
      return (aggregate == .total ? "the sum of " : "the " + name + " of ") + inner
    }
    if let area, figures.count == 1, let only = figures.first {
      return ofArea(area, only) + "の" + name
    }
    return list(figures.map { isName($0) ? figure($0) : bracketed(expression($0)) }) + "の" + name
  }

  func isName(_ expression: ExpressionSyntax) -> Bool {
    if case .name = expression.kind { return true }
    return false
  }

  func aggregateWord(_ aggregate: Aggregate) -> Word {
    switch aggregate {
    case .total: .total
    case .average: .average
    case .median: .median
    case .highest: .highest
    case .lowest: .lowest
    }
  }

  private func numberOfAreas(_ area: LevelSyntax, _ condition: ConditionSyntax) -> String {
    if isEnglish { return "the number of " + level(area, plural: true) + " where " + clause(condition, .counted) }
    return attributive(condition, before: level(area)) + "の数"
  }
}
