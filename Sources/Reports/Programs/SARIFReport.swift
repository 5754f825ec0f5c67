import Diagnostics
import Evaluation
import Facts
import Quantities
import RuleLanguage
import Rulebook

/// The findings in the interchange format of analysis tools, SARIF 2.1.0: targets and codes of diagnostics are its rules.
package struct SARIFReport {
  private let list: FindingList
  private var rules: [Finding.Rule] = []
  private var ruleIndex: [Finding.Rule: Int] = [:]
  private var writer = JSONWriter()

  package static func render(_ input: ReportInput, columns: FieldColumns = FieldColumns()) -> [UInt8] {
    var report = SARIFReport(FindingList(input, columns))
    report.write()
    return report.writer.finish()
  }

  private init(_ list: FindingList) {
    self.list = list
    let codes = Set(list.index.input.diagnostics.map { $0.code })
    rules = list.index.rulebook.targets.indices.map { .target($0) }
    rules += DiagnosticCode.allCases.filter { codes.contains($0) }.map { .code($0) }
    for (position, rule) in rules.enumerated() { ruleIndex[rule] = position }
  }

  private var index: OutcomeIndex { list.index }
  private var language: Language { index.input.language }

  private mutating func write() {
    writer.beginObject(spread: true)
    writer.member("$schema", "https://json.schemastore.org/sarif-2.1.0.json")
    writer.member("version", "2.1.0")
    writer.key("runs")
    writer.beginList()
    writer.beginObject(spread: true)
    writeTool()
    writer.member("columnKind", "unicodeCodePoints")
    writer.member("language", language == .japanese ? "ja" : "en")
    writer.key("results")
    writer.beginList(spread: true)
    var seen: [String: Int] = [:]
    for finding in list.findings { write(finding, seen: &seen) }
    writer.endList()
    writer.endObject()
    writer.endList()
    writer.endObject()
  }

  // MARK: Rules

  private mutating func writeTool() {
    writer.key("tool")
    writer.beginObject(spread: true)
    writer.key("driver")
    writer.beginObject(spread: true)
    writer.member("name", "pdca")
    writer.member("version", index.input.provenance.engineVersion)
    writer.key("rules")
    writer.beginList(spread: true)
    for rule in rules { write(rule) }
    writer.endList()
    writer.endObject()
    writer.endObject()
  }

  private mutating func write(_ rule: Finding.Rule) {
    writer.beginObject()
    writer.member("id", id(rule))
    switch rule {
    case .target(let position): writeTarget(index.rulebook.targets[position])
    case .code(let code): write(code)
    }
    writer.endObject()
  }

  private func id(_ rule: Finding.Rule) -> String {
    switch rule {
    case .target(let position): index.rulebook.targets[position].name
    case .code(let code): code.name
    }
  }

  private mutating func writeTarget(_ target: Target) {
    let sentences = target.requirements.flatMap { $0.places }.map { index.sentence($0) }.filter { !$0.isEmpty }
    message("shortDescription", index.phrasing.name(of: target))
    if !sentences.isEmpty { message("fullDescription", sentences.joined(separator: " ")) }
    let help = target.advice + target.because + [target.owner].compactMap { $0 }
    if !(help + sentences).isEmpty { message("help", (sentences + help).joined(separator: "\n")) }
    writer.key("defaultConfiguration")
    writer.beginObject()
    writer.member("level", target.severity == .must ? "error" : "warning")
    writer.endObject()
    writer.key("properties")
    writer.beginObject()
    writer.member("stage", target.stage?.identifier)
    writer.member("item", target.item.map { index.rulebook.items[$0].code })
    writer.member("severity", target.severity.identifier)
    writer.endObject()
  }

  private mutating func write(_ code: DiagnosticCode) {
    let page = code.page
    message("shortDescription", page.title.text(in: language))
    message("fullDescription", page.meaning.text(in: language))
    message("help", page.meaning.text(in: language) + "\n\npdca explain " + code.name)
  }

  private mutating func message(_ key: StaticString, _ text: String) {
    writer.key(key)
    writer.beginObject()
    writer.member("text", text)
    writer.endObject()
  }

  // MARK: Results

  private mutating func write(_ finding: Finding, seen: inout [String: Int]) {
    let number = seen[finding.identity, default: 0]
    seen[finding.identity] = number + 1
    writer.beginObject()
    writer.member("ruleId", id(finding.rule))
    writer.member("ruleIndex", ruleIndex[finding.rule])
    writer.member("level", finding.level.rawValue)
    message("message", finding.text)
    writer.key("locations")
    writer.beginList()
    write(finding.place)
    writer.endList()
    if let related = finding.related {
      writer.key("relatedLocations")
      writer.beginList()
      write(related)
      writer.endList()
    }
    writer.key("partialFingerprints")
    writer.beginObject()
    let text = finding.identity + (number == 0 ? "" : "\u{1F}" + String(number))
    writer.member("pdcaFinding/v1", SHA256.hexadecimal(of: Array(text.utf8)))
    writer.endObject()
    if let verdict = finding.verdict {
      writer.key("properties")
      writer.beginObject()
      writer.member("outcome", verdict.identifier)
      writer.endObject()
    }
    writer.endObject()
  }

  private mutating func write(_ place: Finding.Place) {
    writer.beginObject()
    writer.key("physicalLocation")
    writer.beginObject()
    writer.key("artifactLocation")
    writer.beginObject()
    writer.member("uri", SARIFReport.uri(place.path))
    writer.endObject()
    if let line = place.line {
      writer.key("region")
      writer.beginObject()
      writer.member("startLine", line)
      if let column = place.column { writer.member("startColumn", column) }
      if let endLine = place.endLine { writer.member("endLine", endLine) }
      if let endColumn = place.endColumn { writer.member("endColumn", endColumn) }
      writer.endObject()
    }
    writer.endObject()
    if let cell = place.cell {
      writer.key("logicalLocations")
      writer.beginList()
      writer.beginObject()
      writer.member("fullyQualifiedName", cell)
      writer.member("kind", "member")
      writer.endObject()
      writer.endList()
    }
    writer.endObject()
  }

  /// A path as a URI: relative as it is, everything percent-encoded that a path segment does not hold plainly.
  static func uri(_ path: String) -> String {
    let digits = Array("0123456789ABCDEF".utf8)
    var bytes: [UInt8] = path.utf8.first == UInt8(ascii: "/") ? Array("file://".utf8) : []
    for byte in path.utf8 {
      switch byte {
      case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"), UInt8(ascii: "~"),
        UInt8(ascii: "/"):
        bytes.append(byte)
      default: bytes += [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
