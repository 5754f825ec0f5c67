import Foundation
import PDCAEngine
import Rulebook
import Testing

@testable import Evaluation
@testable import Reports

/// What is handed on while it is made is what would be held, piece by piece.
@Suite struct StreamingTests {
  @Test(arguments: [OutputFormat.csv, .json]) func piecesAreTheWhole(_ format: OutputFormat) {
    var request = Sample.request(format, .japanese)
    let whole = Pipeline.evaluate(request)
    var pieces: [[UInt8]] = []
    request.sink = { pieces.append($0) }
    let streamed = Pipeline.evaluate(request)
    #expect(streamed.output.isEmpty)
    #expect(streamed.status == whole.status)
    #expect(Array(pieces.joined()) == whole.output)
    // One piece a target, and what stands before and after them.
    #expect(pieces.count > 80)
  }

  @Test func csvTellsOfGapsWhatJSONTells() throws {
    let text = String(decoding: Pipeline.evaluate(Sample.request(.csv, .japanese)).output, as: UTF8.self)
    let json = try JSONSerialization.jsonObject(with: Data(Pipeline.evaluate(Sample.request(.json, .japanese)).output))
    let threads = (json as? [String: Any])?["threads"] as? [[String: Any]] ?? []
    let answered = threads.filter { ($0["answers"] as? [Any])?.isEmpty == false }
    let rows = text.split(separator: "\n").map { $0.split(separator: ",", omittingEmptySubsequences: false) }
    let column = try #require(rows[0].firstIndex(of: "answered_by"))
    #expect(!answered.isEmpty)
    // Cells behind the quoted ones hold no comma.
    let place = column - rows[0].count
    #expect(rows.dropFirst().filter { !$0[$0.count + place].isEmpty }.count == answered.count)
  }

  /// A program that reads the output is told, even where nothing could begin.
  @Test(arguments: [OutputFormat.json, .sarif, .junit, .github]) func whatIsNotThereIsTold(_ format: OutputFormat) {
    let refusal = Pipeline.refuse(
      Sample.request(format, .english), "nowhere.csv", english: "there is no such file", japanese: "ファイルがありません")
    let text = String(decoding: refusal.output, as: UTF8.self)
    #expect(refusal.status == .unreadable)
    #expect(text.contains("there is no such file"))
    #expect(text.contains("nowhere.csv"))
  }

  /// `ExplainedOutcomes.telling` leaves out what explains a target that is simply met: what people read must not miss it.
  @Test func textsForPeopleDoNotAskWhyATargetIsMet() {
    let whole = MadeUpCase().input(.japanese)
    let answers = GapAnswers(whole.rulebook).answers
    var left = 0
    let outcomes = whole.judgement.outcomes.map { outcome in
      let target = whole.rulebook.targets[outcome.target]
      let isBare = outcome.verdict == .met && outcome.closedGap == nil && answers[outcome.target].isEmpty
      if !isBare || target.isMeasured { return outcome }
      left += 1
      return Outcome(target: outcome.target, area: outcome.area, year: outcome.year, verdict: .met)
    }
    let bare = ReportInput(
      rulebook: whole.rulebook, facts: whole.facts,
      judgement: Judgement(year: whole.judgement.year, outcomes: outcomes, silentAreas: whole.judgement.silentAreas),
      provenance: whole.provenance, language: whole.language)
    #expect(left > 10)
    #expect(TextReport.render(bare) == TextReport.render(whole))
    #expect(MarkdownReport.render(bare) == MarkdownReport.render(whole))
    #expect(HTMLReport.render(bare).map { $0.bytes } == HTMLReport.render(whole).map { $0.bytes })
  }
}
