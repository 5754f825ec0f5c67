import Diagnostics
import Quantities
import RuleLanguage
import Rulebook

extension Work {
  /// The rulebook with the values of `--set` in the judged year.
  mutating func applySettings(to rulebook: Rulebook, in year: FiscalYear) -> Rulebook? {
    var settled = rulebook
    for (name, written) in request.settings {
      guard let position = parameter(named: name, in: rulebook, option: "--set"),
        let value = value(of: written, for: rulebook.parameters[position], option: "--set")
      else { return nil }
      if let indicator = rulebook.indicatorOutOfReach(of: position, at: value) {
        reportOutOfReach(rulebook.parameters[position], written, rulebook.indicators[indicator])
        return nil
      }
      settled.parameters[position].replacement = (year, value)
    }
    return settled
  }

  private mutating func reportOutOfReach(_ parameter: Parameter, _ written: String, _ indicator: Indicator) {
    let name = indicator.name
    report(
      .outsideRange, at: .file("--set"),
      Wording(
        "with 「\(parameter.name)」 = \(written), no report of 「\(name)」 can meet the target",
        "「\(parameter.name)」を\(written)にすると、「\(name)」がどう報告されても達成できません"),
      reason: Wording("the value lies outside the range of the indicator", "指標の範囲の外の値です"),
      mend: Wording("set a value within the range, or widen the indicator's range", "範囲の中の値にするか、指標の範囲を広げてください"))
  }

  mutating func parameter(named name: String, in rulebook: Rulebook, option: String) -> Int? {
    let key = NameFolding.fold(name)
    let found = rulebook.parameters.firstIndex { parameter in
      NameFolding.fold(parameter.name) == key || parameter.otherName.map { NameFolding.fold($0) } == key
    }
    if let found { return found }
    let near = suggestion(for: name, among: rulebook.parameters.map { $0.name })
    report(
      .unknownChoice, at: .file(option), Wording("there is no parameter 「\(name)」", "「\(name)」という設定値はありません"),
      mend: near.map { Wording("did you mean 「\($0)」?", "「\($0)」ではありませんか") })
    return nil
  }

  /// A value as written on the command line, in the unit of the parameter.
  mutating func value(of written: String, for parameter: Parameter, option: String) -> Rational? {
    guard let literal = RuleReader.literal(written, words: words) else {
      report(
        .unknownChoice, at: .file(option),
        Wording("「\(written)」 is not a number", "「\(written)」を数として読めません"),
        mend: Wording("write it like 3 or 3回", "3、3回 のように書いてください"))
      return nil
    }
    let hundredth = Rational(mantissa: 1, scale: 2)
    switch (literal.unit, parameter.dimension) {
    case (nil, .ratio), (.percent, .ratio), (nil, .points), (.points, .points): return literal.value * hundredth
    case (nil, _), (.level, .areas): return literal.value
    case (.named(let unit), .counted(let expected)) where NameFolding.fold(unit) == NameFolding.fold(expected):
      return literal.value
    case (.level, .counted(let expected)) where written.hasSuffix(expected): return literal.value
    default:
      report(
        .unknownChoice, at: .file(option),
        Wording("「\(written)」 is not in the unit of 「\(parameter.name)」", "「\(written)」の単位が「\(parameter.name)」と合いません"),
        mend: Wording("leave the unit out, or write the parameter's own", "単位を省くか、設定値と同じ単位で書いてください"))
      return nil
    }
  }
}
