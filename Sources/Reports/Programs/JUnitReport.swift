import Diagnostics
import Evaluation
import Facts
import Quantities
import RuleLanguage
import Rulebook

/// The results as test runners report theirs: a suite a target, a case an area.
///
/// A missed target is a failure of type `missed`, one that is not reported a failure of type `not_reported`: both leave something
/// to do, and both make the exit status 1. What was not judged (not applicable, not due, waived, recorded) is skipped, with the
/// reason. Errors in data or rulebook are errors in a last suite; warnings stand there as passed cases with their text.
package struct JUnitReport {
  private let index: OutcomeIndex

  package static func render(_ input: ReportInput) -> [UInt8] {
    JUnitReport(index: OutcomeIndex(input)).document()
  }

  private struct Counts {
    var tests = 0
    var failures = 0
    var errors = 0
    var skipped = 0

    var attributes: [MarkupWriter.Attribute] {
      [
        .init("tests", String(tests)), .init("failures", String(failures)), .init("errors", String(errors)),
        .init("skipped", String(skipped)),
      ]
    }
  }

  private var language: Language { index.input.language }

  private func document() -> [UInt8] {
    var writer = MarkupWriter()
    let diagnostics = index.input.diagnostics
    var all = Counts()
    for target in index.counts.indices { add(counts(of: target), to: &all) }
    let own = Counts(tests: diagnostics.count, errors: diagnostics.filter { $0.severity == .error }.count)
    add(own, to: &all)
    writer.raw("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n")
    let year = index.outcomes.isEmpty ? "" : " " + index.phrasing.year(index.input.judgement.year)
    let title = index.rulebook.program.title + year
    writer.element("testsuites", [.init("name", title)] + all.attributes) { writer in
      writer.lineBreak()
      for target in index.byTarget.indices where !index.byTarget[target].isEmpty { write(target, to: &writer) }
      if !diagnostics.isEmpty { write(diagnostics, own, to: &writer) }
    }
    writer.lineBreak()
    return writer.bytes
  }

  private func counts(of target: Int) -> Counts {
    let counts = index.counts[target]
    let failures = counts[Verdict.missed.rank] + counts[Verdict.notReported.rank]
    let all = counts.reduce(0, +)
    return Counts(tests: all, failures: failures, skipped: all - failures - counts[Verdict.met.rank])
  }

  private func add(_ counts: Counts, to sum: inout Counts) {
    sum.tests += counts.tests
    sum.failures += counts.failures
    sum.errors += counts.errors
    sum.skipped += counts.skipped
  }

  private func write(_ target: Int, to writer: inout MarkupWriter) {
    let name = index.phrasing.name(of: index.rulebook.targets[target])
    writer.element("testsuite", [.init("name", name)] + counts(of: target).attributes) { writer in
      writer.lineBreak()
      for note in index.notes(of: target, onlyOpen: false) { write(note, suite: name, to: &writer) }
    }
    writer.lineBreak()
  }

  private func write(_ note: OutcomeNote, suite: String, to writer: inout MarkupWriter) {
    writer.element("testcase", [.init("classname", suite), .init("name", caseName(note))]) { writer in
      switch note.outcome.verdict {
      case .met: break
      case .missed, .notReported:
        writer.element("failure", [.init("type", note.outcome.verdict.identifier), .init("message", note.text)]) { writer in
          for line in [note.place.map { index.cells.name(of: $0) }].compactMap({ $0 }) + note.advice {
            writer.text(line)
            writer.lineBreak()
          }
        }
      default: writer.element("skipped", [.init("message", note.text)]) { _ in }
      }
    }
    writer.lineBreak()
  }

  /// The name, with the code so that two areas of one name stay apart.
  private func caseName(_ note: OutcomeNote) -> String {
    guard index.areas.indices.contains(note.outcome.area) else { return note.area }
    return note.area + " (" + index.areas[note.outcome.area].code + ")"
  }

  private func write(_ diagnostics: [Diagnostic], _ counts: Counts, to writer: inout MarkupWriter) {
    var text = DiagnosticText(index.rulebook.sources, language: language)
    writer.element("testsuite", [.init("name", "diagnostics")] + counts.attributes) { writer in
      writer.lineBreak()
      for (number, diagnostic) in diagnostics.enumerated() {
        let message = diagnostic.message.text(in: language)
        let name = diagnostic.code.name + " #" + String(number + 1)
        let place = text.place(of: diagnostic.location)
        writer.element("testcase", [.init("classname", "diagnostics"), .init("name", name)]) { writer in
          if diagnostic.severity == .error {
            writer.element("error", [.init("type", diagnostic.code.name), .init("message", message)]) { writer in
              lines([place, diagnostic.mend?.text(in: language)], to: &writer)
            }
          } else {
            writer.element("system-out") { lines([place, message], to: &$0) }
          }
        }
        writer.lineBreak()
      }
    }
    writer.lineBreak()
  }

  private func lines(_ lines: [String?], to writer: inout MarkupWriter) {
    for (number, line) in lines.compactMap({ $0 }).enumerated() {
      if number > 0 { writer.lineBreak() }
      writer.text(line)
    }
  }
}
