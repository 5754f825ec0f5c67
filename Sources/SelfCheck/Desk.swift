import Diagnostics
import Facts
import Quantities
import Reports

/// Where requests are answered: it keeps the session, and the file that is being read. Every answer is a JSON document, but for
/// that of `save`.
package struct Desk {
  private var session: Session?
  private var file: NamedFile?
  private var inflated = InflatedParts()
  /// Of an evaluation, for each data file.
  private var evaluation: [InflatedParts] = []
  /// What was typed and could not be read, by indicator: it is saved as it is.
  private var unread: [Int: String] = [:]

  package init() {}

  package mutating func answer(_ request: inout Request) -> [UInt8] {
    switch request.text() {
    case "open": open(&request)
    case "form": session?.form() ?? Desk.nothing
    case "language": language(&request)
    case "enter": enter(&request)
    case "read": read(&request)
    case "inflated": supply(&request)
    case "save": session?.file(typed: unread) ?? []
    case "evaluate": evaluate(&request)
    default: Desk.nothing
    }
  }

  private static let nothing = Array("null\n".utf8)

  private static func language(_ text: String) -> Language { text.utf8.elementsEqual("ja".utf8) ? .japanese : .english }

  // MARK: The session

  /// Fields: language, year, area, rulebook, known files.
  private mutating func open(_ request: inout Request) -> [UInt8] {
    let language = Desk.language(request.text())
    let year = FiscalYear(Int32(truncatingIfNeeded: request.number()))
    let area = request.text()
    let rulebook = request.rulebook()
    let opened = Session.open(rulebook, year: year, area: area, known: request.files(), language: language)
    session = opened.session
    unread = [:]
    return DiagnosticJSON.document(opened.diagnostics, opened.sources, language: language)
  }

  private mutating func language(_ request: inout Request) -> [UInt8] {
    session?.language = Desk.language(request.text())
    return session?.answer(anew: true) ?? Desk.nothing
  }

  /// Fields: indicator and text, as often as there are entries. Without any, all outcomes are told.
  private mutating func enter(_ request: inout Request) -> [UInt8] {
    guard var session else { return Desk.nothing }
    self.session = nil
    var entries: [CheckedEntry] = []
    let tellsAll = request.isEmpty
    while !request.isEmpty {
      let indicator = request.number()
      let text = request.text()
      guard let entry = session.enter(text, for: indicator) else { continue }
      unread[indicator] = entry.state == .unreadable ? text : nil
      entries.append(entry)
    }
    let answer = session.answer(anew: tellsAll, entries: entries)
    self.session = session
    return answer
  }

  // MARK: Files

  /// Fields: path, bytes.
  private mutating func read(_ request: inout Request) -> [UInt8] {
    let file = request.file()
    self.file = file
    inflated = InflatedParts()
    return reading()
  }

  /// Fields: data file (0 unless evaluating), place, whether it could be inflated, bytes.
  private mutating func supply(_ request: inout Request) -> [UInt8] {
    while !request.isEmpty {
      let position = request.number()
      let start = request.number()
      let isSound = request.number() == 1
      let bytes = request.field()
      if evaluation.indices.contains(position) {
        evaluation[position].supply(isSound ? bytes : nil, start: start)
      } else {
        inflated.supply(isSound ? bytes : nil, start: start)
      }
    }
    return evaluation.isEmpty ? reading() : Desk.nothing
  }

  private mutating func reading() -> [UInt8] {
    guard let file, session != nil else { return Desk.nothing }
    switch session?.read(file, inflated) {
    case .wanted(let parts)?: return Desk.wanted([parts])
    case .read(let answer)?:
      self.file = nil
      inflated = InflatedParts()
      return answer
    case nil: return Desk.nothing
    }
  }

  private static func wanted(_ files: [[InflatedParts.Wanted]]) -> [UInt8] {
    var writer = JSONWriter()
    writer.beginObject()
    writer.key("wanted")
    writer.beginList()
    for (position, parts) in files.enumerated() {
      for part in parts {
        writer.beginList()
        for number in [position, part.start, part.count, part.size] { writer.value(number) }
        writer.endList()
      }
    }
    writer.endList()
    writer.endObject()
    return writer.finish()
  }

  // MARK: Whole evaluations

  /// Fields: language, year or empty, version of the engine, path of the rulebook, rulebook, data files. Answers the document of
  /// `evaluate`.
  private mutating func evaluate(_ request: inout Request) -> [UInt8] {
    let language = Desk.language(request.text())
    let year = request.text()
    let version = request.text()
    let path = request.text()
    let rulebook = request.rulebook()
    let data = request.files()
    if evaluation.count != data.count { evaluation = data.map { _ in InflatedParts() } }
    let answer = WholeEvaluation.json(
      rulebook, path: path, data: data, inflated: evaluation, year: year, language: language, engineVersion: version)
    if answer.wanted.contains(where: { !$0.isEmpty }) { return Desk.wanted(answer.wanted) }
    evaluation = []
    return answer.document
  }
}
