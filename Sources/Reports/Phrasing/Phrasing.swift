import Diagnostics
import Quantities
import RuleLanguage
import Rulebook

/// How figures, requirements and changes are said in a language, with the rulebook's own words for its ladders and levels.
package struct Phrasing: Sendable {
  package let language: Language
  let rulebook: Rulebook
  /// Labels that several indicators share (その他): these are shown with their codes.
  private let sharedLabels: Set<ExactText>
  /// The names in marks of the sentences that are spoken of.
  private var writtenNames: Set<FoldedName> = []

  package init(_ rulebook: Rulebook, _ language: Language) {
    self.rulebook = rulebook
    self.language = language
    var seen = Set<ExactText>(minimumCapacity: rulebook.indicators.count)
    var shared: Set<ExactText> = []
    for name in rulebook.indicators.map({ ExactText($0.name) }) where !seen.insert(name).inserted { shared.insert(name) }
    sharedLabels = shared
  }

  /// The wording that fits the language.
  func say(_ english: @autoclosure () -> String, _ japanese: @autoclosure () -> String) -> String {
    language == .japanese ? japanese() : english()
  }

  /// Of two names for one thing, the one in the language.
  package func title(_ text: String, other: String?) -> String { name(text, other: other) }

  package func name(_ name: String, other: String?) -> String {
    guard let other else { return name }
    let isLatin = name.utf8.allSatisfy { $0 < 128 }
    let otherIsLatin = other.utf8.allSatisfy { $0 < 128 }
    if isLatin == otherIsLatin { return name }
    return isLatin == (language == .english) ? name : other
  }

  func name(of target: Target) -> String { name(target.name, other: target.otherName) }

  func name(of step: Ladder.Step) -> String { name(step.name, other: step.otherName) }

  func name(of indicator: Indicator) -> String {
    if sharedLabels.contains(ExactText(indicator.name)), indicator.label != nil {
      return indicator.code + " " + name(indicator.name, other: indicator.otherLabel)
    }
    return name(indicator.name, other: indicator.otherLabel)
  }

  /// The same, calling indicators as these sentences do: by code or by label.
  func speaking(like sentences: [String]) -> Phrasing {
    var result = self
    result.writtenNames = Set(sentences.flatMap { Phrasing.namesInMarks($0) }.map { FoldedName($0) })
    return result
  }

  private static func namesInMarks(_ sentence: String) -> [String] {
    var names: [String] = []
    var name: String?
    for scalar in sentence.unicodeScalars {
      switch scalar {
      case "「", "[", "［": name = ""
      case "」", "]", "］":
        if let name { names.append(name) }
        name = nil
      default: name?.unicodeScalars.append(scalar)
      }
    }
    return names
  }

  /// The name where there is little room: as the sentence writes it, or else the code instead of a long label.
  func brief(_ indicator: Indicator) -> String {
    if !writtenNames.isEmpty, writtenNames.contains(FoldedName(indicator.code)),
      !writtenNames.contains(FoldedName(indicator.name))
    {
      return indicator.code
    }
    let name = name(of: indicator)
    return Phrasing.measure.columns(of: name) > 24 ? indicator.code : name
  }

  private static let measure = DisplayWidth()

  /// The name in the marks that rules use.
  func marked(_ name: String) -> String { "「" + name + "」" }

  /// Such as `令和5年度` or `FY2023`.
  package func year(_ year: FiscalYear) -> String { say(year.englishText, year.japaneseText) }

  /// The year of an indicator's figure: `FY2023`, or the calendar year where it has figures of those.
  func year(_ year: FiscalYear, of indicator: Int) -> String {
    guard rulebook.indicators.indices.contains(indicator), rulebook.indicators[indicator].byCalendarYear else {
      return self.year(year)
    }
    return say(String(year.number), String(year.number) + "年")
  }

  /// A list in running text.
  func list(_ parts: [String]) -> String { parts.joined(separator: say(", ", "、")) }

  /// Short words that stand beside each other and tell of one thing.
  func beside(_ parts: [String]) -> String { parts.joined(separator: say(", ", "・")) }

  /// The item and the stage of a target, such as `イ・実行`.
  func kind(of target: Target, _ rulebook: Rulebook) -> String {
    beside([target.item.map { rulebook.items[$0].code }, target.stage?.wording.text(in: language)].compactMap { $0 })
  }

  /// A count with its noun, such as `3区` or `3 wards`.
  func areas(_ count: Int, ofLevel level: Int) -> String {
    quantity(Rational(Int64(count)), .areas(level))
  }
}
