import Diagnostics

/// Workflow commands: GitHub shows each line beside the file and line that it names.
package enum GitHubReport {
  package static func render(_ input: ReportInput, columns: FieldColumns = FieldColumns()) -> [UInt8] {
    let list = FindingList(input, columns)
    var bytes: [UInt8] = []
    for finding in list.findings { append(finding, list.index, to: &bytes) }
    return bytes
  }

  private static func append(_ finding: Finding, _ index: OutcomeIndex, to bytes: inout [UInt8]) {
    let place = finding.place
    let title =
      switch finding.rule {
      case .target(let position): index.phrasing.name(of: index.rulebook.targets[position])
      case .code(let code): code.name
      }
    let properties: [(String, String?)] = [
      ("file", place.path.isEmpty ? nil : place.path), ("line", place.line.map { String($0) }),
      ("endLine", place.endLine.map { String($0) }), ("col", place.column.map { String($0) }), ("title", title),
    ]
    let written = properties.compactMap { name, value in value.map { name + "=" + escapedProperty($0) } }
    let command = finding.level == .note ? "notice" : finding.level.rawValue
    let text = place.cell.map { $0 + " " + finding.text } ?? finding.text
    bytes.append(contentsOf: ("::" + command + " " + written.joined(separator: ",") + "::" + escaped(text) + "\n").utf8)
  }

  /// A message ends at the end of its line; a percent sign begins an escape.
  static func escaped(_ text: String) -> String {
    var result = ""
    for scalar in SafeText.escaped(text).unicodeScalars {
      switch scalar {
      case "%": result += "%25"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }

  /// A property also ends at a comma or a colon. Paths keep every character that a line can hold.
  static func escapedProperty(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "%": result += "%25"
      case ":": result += "%3A"
      case ",": result += "%2C"
      case "\n": result += "%0A"
      case "\r": result += "%0D"
      default: SafeText.append(scalar, to: &result)
      }
    }
    return result
  }
}
