import Diagnostics
import Quantities
import RuleLanguage

// Two figures that are added or compared measure the same. A number without a unit takes the other side's, except where two
// readings are left: 0.8 beside a computed share may be 0.8% or 80%.

extension Checker {
  struct LikePair {
    var left: Figure
    var right: Figure
    var dimension: Dimension { left.dimension }
  }

  func made(alike left: Figure, _ right: Figure, _ place: Place) -> LikePair? {
    if left.isBare, right.isBare { return LikePair(left: left, right: right) }
    if left.isBare { return taking(unitOf: right, left, place).map { LikePair(left: $0, right: right) } }
    if right.isBare { return taking(unitOf: left, right, place).map { LikePair(left: left, right: $0) } }
    if alike(left.dimension, right.dimension) { return LikePair(left: left, right: right) }
    return reportUnlike(left, right, place)
  }

  /// A number without a unit, in the unit of the figure beside it.
  private func taking(unitOf figure: Figure, _ bare: Figure, _ place: Place) -> Figure? {
    var taken = bare
    taken.dimension = figure.dimension
    taken.unit = .own
    // Nothing is nothing in any unit.
    if isNumeric(figure.dimension), case .bare = bare.unit, bare.constant?.isZero == true { return taken }
    switch figure.dimension {
    case .plain, .counted, .rate, .areas, .days: return taken
    case .ratio:
      if case .path(let points) = bare.expression, case .bare = bare.unit {
        guard figure.isReportedShare else { return reportBareShare(bare, points[0].value) }
        let hundredth = Rational(mantissa: 1, scale: 2)
        taken.expression = .path(points.map { PathPoint(year: $0.year, value: $0.value * hundredth) })
        return taken
      }
      guard case .bare(let isFraction) = bare.unit, let value = bare.constant else { return reportBareParameter(bare, figure) }
      if isFraction { return taken }
      // 0.6 may be 0.6% or 60%, though 60 is 60%.
      guard figure.isReportedShare, value.signum <= 0 || value >= .one else { return reportBareShare(bare, value) }
      taken.expression = .constant(value * Rational(mantissa: 1, scale: 2))
      return taken
    case .points:
      guard case .bare = bare.unit else { return reportBareParameter(bare, figure) }
      return reportBarePoints(bare)
    case .ladder, .yesOrNo, .date, .choice, .text: return reportUnlike(figure, bare, place)
    }
  }

  func reportUnlike<Result>(_ left: Figure, _ right: Figure, _ place: Place) -> Result? {
    for (figure, other) in [(left, right), (right, left)] {
      switch (figure.dimension, other.dimension) {
      case (.ladder(let ladder), _): return reportBesideLadder(other, ladder)
      case (.ratio, .points): return reportPointsBesideShare(share: figure, points: other)
      default: break
      }
    }
    let (a, b) = (wording(of: left.dimension), wording(of: right.dimension))
    findings.error(
      .differentUnits, at: right.place.span,
      Wording("\(a.english) and \(b.english) do not measure the same", "\(a.japanese)と\(b.japanese)は同じものを測っていません"),
      labels: [Label(.rule(left.place.span), Wording("this is \(a.english)", "こちらは\(a.japanese)です"))],
      reason: Wording("only like figures are added or compared", "足したり比べたりできるのは、同じ単位の値だけです"), mend: mend(unlike: left, right))
    return nil
  }

  private func mend(unlike left: Figure, _ right: Figure) -> Wording? {
    switch (left.dimension, right.constant) {
    case (.counted, _) where right.dimension == .yesOrNo, (.ratio, _) where right.dimension == .yesOrNo,
      (.plain, _) where right.dimension == .yesOrNo:
      return Wording("say how much: has at least 1 […], has no […]", "「1以上」「0」のように、どれだけかを書いてください")
    case (.counted(let unit), let value?)
    where isNumeric(right.dimension) && right.dimension != .ratio && right.dimension != .points:
      return Wording("write \(value.decimalText)\(unit)", "「\(value.decimalText)\(unit)」と書いてください")
    case (.plain, let value?) where right.dimension == .points, (.counted, let value?) where right.dimension == .points:
      let number = (value * Rational(100)).decimalText
      return Wording("write \(number) without points", "「ポイント」を付けずに「\(number)」と書いてください")
    case (.date, _): return Wording("write a date, such as 30 June", "「6月30日」のように日付を書いてください")
    case (.yesOrNo, _): return Wording("write yes or no", "「はい」か「いいえ」を書いてください")
    case (.choice(let options), _):
      let list = options.map { "「\($0)」" }
      return Wording("write one of " + list.joined(separator: ", "), list.joined(separator: "、") + "のどれかを書いてください")
    case (.text, _):
      return Wording("write: reports […]; a text can only be given or not", "「…を報告している」と書いてください。文章は、あるかないかだけを問えます")
    case (.counted(let unit), _): return Wording("name a figure in \(unit)", "\(unit)で数える値を書いてください")
    case (.rate, let value?):
      return Wording("write \(value.decimalText) without a unit", "単位を付けずに「\(value.decimalText)」と書いてください")
    default: return nil
    }
  }

  private func reportBesideLadder<Result>(_ other: Figure, _ ladder: Int) -> Result? {
    let steps = wording(ofStepsIn: ladder)
    let name = rulebook.ladders[ladder].name
    let what = wording(of: other.dimension)
    findings.error(
      .besideLadder, at: other.place.span,
      Wording(
        "a step of 「\(name)」 cannot be held against \(what.english)", "「\(name)」の区分を\(what.japanese)と比べることはできません"),
      reason: Wording("a ladder is ordered, but its steps are not numbers", "区分には順序がありますが、数ではありません"),
      mend: Wording("write one of its steps: \(steps.english)", "区分のどれかを書いてください：\(steps.japanese)"))
    return nil
  }

  /// The number is what is most likely mistaken, whichever side it is on.
  private func reportPointsBesideShare<Result>(share: Figure, points: Figure) -> Result? {
    let hundred = Rational(100)
    var place = points.place
    var mend = Wording("compare a share with a share, or a difference with points", "割合どうし、または差とポイントを比べてください")
    if let value = points.constant.map({ ($0 * hundred).decimalText }) {
      mend = Wording("write \(value)%, or points on both sides", "「\(value)%」と書くか、両方を割合の差にしてください")
    } else if let value = share.constant.map({ ($0 * hundred).decimalText }) {
      place = share.place
      mend = Wording("write \(value) points", "「\(value)ポイント」と書いてください")
    }
    findings.error(
      .shareOrPoints, at: place.span,
      Wording("a share is held against a difference of shares", "割合を、割合の差（ポイント）と比べています"),
      reason: Wording("points say by how much two shares differ, % how much one is", "ポイントは二つの割合の差、%は割合そのものです"), mend: mend)
    return nil
  }

  private func reportBareShare<Result>(_ bare: Figure, _ value: Rational) -> Result? {
    // 0.97 and 1.03 are parts of one, 80 and 4.5 are percent.
    let percent = (value <= Rational(2) ? value * Rational(100) : value).decimalText
    findings.error(
      .bareShare, at: bare.place.span,
      Wording(
        "\(value.decimalText) beside a share may be meant in % or as a part of one",
        "割合に対する\(value.decimalText)は、%とも1に対する割合とも読めます"),
      reason: Wording("which one is meant is not guessed", "どちらかを推測することはしません"),
      mend: value < .one
        ? Wording(
          "write \(percent)%, or \(value.decimalText)%", "「\(percent)%」か「\(value.decimalText)%」と書いてください")
        : Wording("write \(percent)%", "「\(percent)%」と書いてください"))
    return nil
  }

  func reportBarePoints<Result>(_ bare: Figure) -> Result? {
    let value = bare.constant?.decimalText
    findings.error(
      .bareShare, at: bare.place.span,
      Wording("a number without a unit stands beside a share or a difference of shares", "割合や割合の差に対する数に、単位がありません"),
      reason: Wording("whether % or points are meant is not guessed", "%かポイントかを推測することはしません"),
      mend: Wording("write \(value ?? "0.5") points", "「\(value ?? "0.5")ポイント」と書いてください"))
    return nil
  }

  private func reportBareParameter<Result>(_ bare: Figure, _ figure: Figure) -> Result? {
    let inPoints = figure.dimension == .points
    findings.error(
      .bareShare, at: bare.place.span,
      Wording("a parameter without a unit is held against a share", "単位のない設定値を割合と比べています"),
      reason: Wording("whether it is meant in % or as a part of one is not guessed", "%か、1に対する割合かを推測することはしません"),
      mend: inPoints
        ? Wording("state the parameter in points, such as 0.5 points", "設定値を「0.5ポイント」のようにポイントで書いてください")
        : Wording("state the parameter in %, such as 80%", "設定値を「80%」のように%で書いてください"))
    return nil
  }
}
