import Diagnostics
import Reports
import RuleLanguage

/// The examples of a code's page for readers of English. Pages have them in Japanese; the formatter turns into English what can be
/// read, and a page whose wrong example cannot be read has an English one of its own.
enum CodeExamples {
  /// Nothing where not both can be said in English: then both stay as they are.
  static func english(_ page: CodePage) -> (wrong: String, right: String)? {
    if let own = page.inEnglish { return (own.wrong, own.right) }
    guard let wrong = english(page.wrong), let right = english(page.right), wrong != right else { return nil }
    return (wrong, right)
  }

  private static func english(_ example: String) -> String? {
    if let whole = format(example) { return whole }
    // A sentence or a clause stands in a target.
    guard let target = format("目標「例」\n  " + example) else { return nil }
    let lines = target.split(separator: "\n").dropFirst().map { $0.drop { $0 == " " } }
    return lines.isEmpty ? nil : lines.joined(separator: "\n")
  }

  private static func format(_ text: String) -> String? {
    let source = SourceText(path: "example", bytes: Array(text.utf8))
    var words = RuleReader.survey(source, file: 0).words
    if words.levels.isEmpty { words.levels = [["区", "ward", "wards"], ["市", "city", "cities"]] }
    for (japanese, english) in names { words.names.add(japanese: japanese, english: english) }
    guard let bytes = RuleReader.format(source, file: 0, words: words, spelling: .english).bytes else { return nil }
    let written = String(decoding: bytes, as: UTF8.self)
    return isEnglish(written) ? trimmed(written) : nil
  }

  /// Whether no Japanese word stands outside names and texts.
  private static func isEnglish(_ text: String) -> Bool {
    var isMarked = false
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": isMarked.toggle()
      case "「": isMarked = true
      case "」": isMarked = false
      default: if !isMarked, (0x3041...0x3096).contains(scalar.value) { return false }
      }
    }
    return true
  }

  private static func trimmed(_ text: String) -> String {
    var result = text[...]
    while result.hasSuffix("\n") { result = result.dropLast() }
    return String(result)
  }

  /// The names that the examples use.
  private static let names: [(String, String)] = [
    ("協議回数", "council meetings"), ("相談件数", "consultations"), ("連携件数", "joint cases"), ("実施率", "rate"),
    ("受診率", "screening rate"), ("研修回数", "training sessions"), ("改善策", "improvement"), ("計画策定日", "day of the plan"),
    ("取組状況", "status of work"), ("人口", "population"), ("規模", "size"), ("小", "small"), ("大", "large"), ("会議", "council"),
    ("会議の開催", "councils meet"), ("協議", "councils"), ("推進会議の開催", "councils meet each year"), ("達成", "reached"),
    ("概ね順調", "on the way"),
    ("要改善", "behind"), ("未達成", "not reached"), ("満足度", "satisfaction"), ("北区", "North"), ("西成区", "West"), ("実施している", "in place"),
    ("準備中", "in preparation"), ("準備・調整中", "being prepared"), ("実施状況", "status"), ("研修", "training"), ("連携", "joint work"),
    ("取組", "work"), ("改善", "mending"), ("計画", "plan"), ("その他", "other"), ("待ち日数", "days of waiting"), ("相談", "consulting"),
    ("連携率", "joint share"), ("率", "share"), ("全体", "overall"), ("記録", "record"), ("報告", "report"), ("内訳", "parts"),
    ("会議の内訳", "councils by kind"), ("相談者別", "by caller"), ("向上", "rise"), ("比較", "comparison"), ("策定", "drawing up"),
    ("未開催の改善", "mending it"), ("目安", "guide"), ("性別", "sex"),
  ]
}
