import Diagnostics
import Quantities
import RuleLanguage

// Sums, differences, products and quotients: what may be combined, and what the result measures.

extension Checker {
  func figure(
    _ operation: Arithmetic, _ left: ExpressionSyntax, _ right: ExpressionSyntax, _ scope: Scope, _ place: Place, depth: Int
  ) -> Figure? {
    let first = figure(left, scope, depth: depth + 1)
    let second = figure(right, scope, depth: depth + 1)
    guard let first, let second else { return nil }
    if operation == .plus || operation == .minus, first.dimension == .ratio, first.constant == nil,
      case .literal(let literal) = right.kind,
      literal.unit == .percent
    {
      return reportShareAdded(literal, operation)
    }
    return combined(operation, first, second, place)
  }

  /// [X] + 10% of a share may add points or a tenth of it.
  private func reportShareAdded(_ literal: LiteralSyntax, _ operation: Arithmetic) -> Figure? {
    let percent = literal.value.decimalText
    let share = literal.value * Rational(mantissa: 1, scale: 2)
    let (sign, times) = operation == .plus ? ("+", Rational.one + share) : ("-", Rational.one - share)
    findings.error(
      .changeOfShare, at: literal.place.span,
      Wording("a change of a share in % can be read in two ways", "割合の「\(percent)%」の変化は、二通りに読めます"),
      reason: Wording(
        "it may be \(percent) points, or \(percent)% of the share", "差の\(percent)ポイントとも、もとの割合の\(percent)%とも読めます"),
      mend: Wording(
        "write \(sign) \(percent) points, or \(times.decimalText) times […]",
        "「\(percent)ポイント」か「「…」の\(times.decimalText)倍」と書いてください"))
    return nil
  }

  func combined(_ operation: Arithmetic, _ left: Figure, _ right: Figure, _ place: Place) -> Figure? {
    switch operation {
    case .plus, .minus: return sum(operation, left, right, place)
    case .times: return product(left, right, place)
    case .dividedBy: return quotient(left, right, place)
    }
  }

  func sum(_ operation: Arithmetic, _ left: Figure, _ right: Figure, _ place: Place) -> Figure? {
    if let dimension = dimension(ofSum: operation, left.dimension, right.dimension) {
      let isBare = left.isBare && right.isBare
      var result = result(operation, left, right, dimension, place)
      if isBare { result.unit = bareUnit(left, right) }
      return result
    }
    guard isNumeric(left.dimension) || left.dimension == .date else { return reportNoArithmetic(left) }
    guard isNumeric(right.dimension) || right.dimension == .date else { return reportNoArithmetic(right) }
    if left.dimension == .date, right.dimension == .date { return reportNoArithmetic(right) }
    if left.isBare != right.isBare, let refused = refusedBareSummand(left, right) { return refused() }
    guard let pair = made(alike: left, right, place) else { return nil }
    return result(operation, pair.left, pair.right, pair.dimension, place)
  }

  /// Beside a share a number may be meant in % or in points, beside a date in days: what to report.
  private func refusedBareSummand(_ left: Figure, _ right: Figure) -> (() -> Figure?)? {
    let (bare, other) = left.isBare ? (left, right) : (right, left)
    switch other.dimension {
    case .ratio: return { self.reportBarePoints(bare) }
    case .date: return { self.reportBareDays(bare) }
    default: return nil
    }
  }

  /// What the sum of two figures with units of their own measures; nothing where one must take the other's, or they don't add.
  private func dimension(ofSum operation: Arithmetic, _ left: Dimension, _ right: Dimension) -> Dimension? {
    switch (left, right) {
    case (.date, .date): return operation == .minus ? .days : nil
    case (.date, .days), (.date, .counted("日")): return .date
    case (.days, .date), (.counted("日"), .date): return operation == .plus ? .date : nil
    case (.ratio, .ratio): return operation == .minus ? .points : .ratio
    case (.ratio, .points): return .ratio
    case (.points, .ratio): return operation == .plus ? .ratio : nil
    default: return isNumeric(left) && alike(left, right) ? left : nil
    }
  }

  private func product(_ left: Figure, _ right: Figure, _ place: Place) -> Figure? {
    guard let dimension = productDimension(left, right) else { return nil }
    var result = result(.times, left, right, dimension, place)
    if left.isBare, right.isBare { result.unit = bareUnit(left, right) }
    return result
  }

  private func productDimension(_ left: Figure, _ right: Figure) -> Dimension? {
    guard isNumeric(left.dimension) else { return reportNoArithmetic(left) }
    guard isNumeric(right.dimension) else { return reportNoArithmetic(right) }
    switch (left.dimension, right.dimension) {
    // 70% of a rate without a unit is such a rate, too.
    case (.ratio, .plain) where left.constant != nil && right.constant == nil: return .plain
    case (.plain, .ratio) where right.constant != nil && left.constant == nil: return .plain
    case (.plain, let other), (let other, .plain): return other
    case (.ratio, let other), (let other, .ratio): return other
    case (.rate(let unit, let per), let other), (let other, .rate(let unit, let per)):
      if unitWord(other) == per { return unit.isEmpty ? .plain : .counted(unit) }
    default: break
    }
    return reportProduct(left, right)
  }

  private func quotient(_ left: Figure, _ right: Figure, _ place: Place) -> Figure? {
    guard isNumeric(left.dimension) else { return reportNoArithmetic(left) }
    guard isNumeric(right.dimension) else { return reportNoArithmetic(right) }
    if let divisor = right.constant, divisor.isZero {
      findings.error(
        .divisionByZero, at: right.place.span,
        Wording("this divides by zero", "0で割っています"),
        reason: Wording("the result would never be applicable", "結果は常に対象外になります"),
        mend: Wording("divide by another figure", "ほかの値で割ってください"))
      return nil
    }
    guard let dimension = quotientDimension(left.dimension, right.dimension) else { return reportQuotient(left, right) }
    var result = result(.dividedBy, left, right, dimension, place)
    if left.isBare, right.isBare { result.unit = bareUnit(left, right) }
    return result
  }

  private func quotientDimension(_ left: Dimension, _ right: Dimension) -> Dimension? {
    if right == .plain || right == .ratio { return left }
    if alike(left, right) { return .ratio }
    guard let unit = unitWord(left), let per = unitWord(right) else { return nil }
    return .rate(unit, per: per)
  }

  private func result(
    _ operation: Arithmetic, _ left: Figure, _ right: Figure, _ dimension: Dimension, _ place: Place
  ) -> Figure {
    var result = Figure(
      expression: folded(operation, left, right) ?? .arithmetic(operation, left.expression, right.expression),
      dimension: dimension, place: place)
    result.reach = min(left.reach, right.reach)
    result.depth = max(left.depth, right.depth) + 1
    return result
  }

  /// Numbers are combined once and for all.
  private func folded(_ operation: Arithmetic, _ left: Figure, _ right: Figure) -> Expression? {
    guard let a = left.constant, let b = right.constant else { return nil }
    switch operation {
    case .plus: return .constant(a + b)
    case .minus: return .constant(a - b)
    case .times: return .constant(a * b)
    case .dividedBy: return a.divided(by: b).map { .constant($0) }
    }
  }

  private func bareUnit(_ left: Figure, _ right: Figure) -> Figure.Unit {
    if case .bare = left.unit, case .bare = right.unit { return .bare(isFraction: false) }
    return .bareParameter
  }
}

extension Checker {
  func isNumeric(_ dimension: Dimension) -> Bool {
    switch dimension {
    case .plain, .ratio, .points, .counted, .rate, .areas, .days: true
    case .ladder, .yesOrNo, .date, .choice, .text: false
    }
  }

  /// The unit that a rate is named by; empty for a number without one.
  private func unitWord(_ dimension: Dimension) -> String? {
    switch dimension {
    case .plain: ""
    case .counted(let unit): unit
    case .areas(let level): wording(ofLevel: level).japanese
    case .days: "日"
    default: nil
    }
  }

  func reportNoArithmetic<Result>(_ figure: Figure) -> Result? {
    let what = wording(of: figure.dimension)
    findings.error(
      .noArithmetic, at: figure.place.span,
      Wording("one cannot compute with \(what.english)", "\(what.japanese)は計算に使えません"),
      reason: Wording("sums and products are made of numbers", "計算できるのは数だけです"),
      mend: Wording("hold it against a value, or count the areas where it holds", "値と比べるか、当てはまる地域の数を使ってください"))
    return nil
  }

  private func reportBareDays<Result>(_ bare: Figure) -> Result? {
    let value = bare.constant?.decimalText ?? "30"
    findings.error(
      .differentUnits, at: bare.place.span,
      Wording("a date and a number without a unit do not add", "日付に単位のない数は足せません"),
      reason: Wording("dates differ by days", "日付の差は日数です"),
      mend: Wording("write \(value)日", "「\(value)日」と書いてください"))
    return nil
  }

  private func reportProduct<Result>(_ left: Figure, _ right: Figure) -> Result? {
    let (a, b) = (wording(of: left.dimension), wording(of: right.dimension))
    findings.error(
      .differentUnits, at: left.place.joined(to: right.place).span,
      Wording("\(a.english) times \(b.english) measures nothing", "\(a.japanese)と\(b.japanese)を掛けた値には意味がありません"),
      reason: Wording("one side of a product is a number without a unit, or a share", "掛け算の片方は、単位のない数か割合です"),
      mend: Wording("leave out the unit of one side", "片方を単位のない数にしてください"))
    return nil
  }

  private func reportQuotient<Result>(_ left: Figure, _ right: Figure) -> Result? {
    let (a, b) = (wording(of: left.dimension), wording(of: right.dimension))
    findings.error(
      .differentUnits, at: left.place.joined(to: right.place).span,
      Wording("\(a.english) cannot be divided by \(b.english)", "\(a.japanese)を\(b.japanese)で割ることはできません"),
      reason: Wording("counts are divided by counts, shares by shares", "回数などは回数などで、割合は割合で割ります"))
    return nil
  }
}
