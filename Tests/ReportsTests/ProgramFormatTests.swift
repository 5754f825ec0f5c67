import Diagnostics
import Evaluation
import Facts
import Foundation
import FoundationXML
import PDCAEngine
import Quantities
import RuleLanguage
import Rulebook
import Testing

@testable import Reports

@Suite struct ProgramFormatTests {
  private let unreadable = Diagnostic(
    .unreadableFigure, .error,
    at: .cell(CellPlace(file: "Samples/made-up/北区.csv", position: .field(line: 3, column: 4))),
    Wording("「約30,%」 is no figure", "「約30,%」は数ではありません。"), mend: Wording("write 30", "30と書いてください"))

  // MARK: JUnit

  private final class Counter: NSObject, XMLParserDelegate {
    var counts: [String: Int] = [:]
    var heads: [[String: String]] = []

    func parser(
      _ parser: XMLParser, didStartElement name: String, namespaceURI: String?, qualifiedName: String?,
      attributes: [String: String]
    ) {
      counts[name, default: 0] += 1
      if name == "testsuites" || name == "testsuite" { heads.append(attributes) }
    }
  }

  @Test(arguments: Language.allCases)
  func junitCountsWhatItLists(_ language: Language) throws {
    let made = MadeUpCase()
    let parser = XMLParser(data: Data(JUnitReport.render(made.input(language, diagnostics: [unreadable]))))
    let counter = Counter()
    parser.delegate = counter
    #expect(parser.parse())
    let open = made.outcomes.filter { $0.verdict == .missed || $0.verdict == .notReported }.count
    let met = made.outcomes.filter { $0.verdict == .met }.count
    #expect(counter.counts["testcase"] == made.outcomes.count + 1)
    #expect(counter.counts["failure"] == open)
    #expect(counter.counts["skipped"] == made.outcomes.count - open - met)
    #expect(counter.counts["error"] == 1)
    let whole = try #require(counter.heads.first)
    #expect(whole["tests"] == String(made.outcomes.count + 1))
    #expect(whole["failures"] == String(open))
    for key in ["tests", "failures", "errors", "skipped"] {
      #expect(counter.heads.dropFirst().compactMap { Int($0[key] ?? "") }.reduce(0, +) == Int(whole[key] ?? ""), "\(key)")
    }
  }

  // MARK: SARIF

  private func run(_ input: ReportInput, _ columns: FieldColumns = FieldColumns()) throws -> [String: Any] {
    let document = try #require(
      try JSONSerialization.jsonObject(with: Data(SARIFReport.render(input, columns: columns))) as? [String: Any])
    #expect(document["version"] as? String == "2.1.0")
    return try #require((document["runs"] as? [[String: Any]])?.first)
  }

  @Test func sarifHasAResultForEachOpenOutcome() throws {
    let made = MadeUpCase()
    let run = try run(made.input(.japanese, diagnostics: [unreadable, unreadable]))
    let results = try #require(run["results"] as? [[String: Any]])
    let open = made.outcomes.filter { $0.verdict == .missed || $0.verdict == .notReported }.count
    #expect(results.count == open + 2)
    let driver = try #require((run["tool"] as? [String: Any])?["driver"] as? [String: Any])
    let rules = try #require(driver["rules"] as? [[String: Any]])
    for result in results {
      let index = try #require(result["ruleIndex"] as? Int)
      #expect(rules[index]["id"] as? String == result["ruleId"] as? String)
      #expect(((result["message"] as? [String: Any])?["text"] as? String)?.isEmpty == false)
      #expect((result["locations"] as? [Any])?.count == 1)
    }
    #expect(rules.allSatisfy { $0["help"] != nil && $0["shortDescription"] != nil })
    let prints = results.compactMap { ($0["partialFingerprints"] as? [String: String])?["pdcaFinding/v1"] }
    #expect(Set(prints).count == results.count)
  }

  /// The finding stays the same where its file grows a line, or the report another language.
  @Test func fingerprintsSurvive() throws {
    func prints(_ language: Language, _ line: Int) throws -> [String] {
      let moved = Diagnostic(
        .unreadableFigure, .error, at: .cell(CellPlace(file: "a.csv", position: .field(line: line, column: 4))),
        unreadable.message)
      let results = try #require(try run(MadeUpCase().input(language, diagnostics: [moved]))["results"] as? [[String: Any]])
      return results.compactMap { ($0["partialFingerprints"] as? [String: String])?["pdcaFinding/v1"] }
    }
    #expect(try prints(.japanese, 3) == prints(.english, 9))
  }

  @Test func placesAreLinesAndColumnsOfTheFile() throws {
    var columns = FieldColumns()
    let lines = "区,年度,項目,値\n北区,R5,ア-1,1\n北区,R5,\"オ(1), 総数\",約30\n"
    columns.add("Samples/made-up/北区.csv", Array(lines.utf8))
    let results = try #require(
      try run(MadeUpCase().input(.japanese, diagnostics: [unreadable]), columns)["results"] as? [[String: Any]])
    let place = try #require((results[0]["locations"] as? [[String: Any]])?[0]["physicalLocation"] as? [String: Any])
    #expect((place["artifactLocation"] as? [String: String])?["uri"] == "Samples/made-up/%E5%8C%97%E5%8C%BA.csv")
    let region = try #require(place["region"] as? [String: Int])
    #expect(region == ["startLine": 3, "startColumn": 18])
  }

  @Test(arguments: [
    ("a b/#1.csv", "a%20b/%231.csv"), ("/tmp/x.csv", "file:///tmp/x.csv"), ("c:x", "c%3Ax"), ("100%.csv", "100%25.csv"),
  ])
  func paths(_ path: String, _ uri: String) { #expect(SARIFReport.uri(path) == uri) }

  @Test func columnsOfFields() {
    var columns = FieldColumns()
    columns.add("t", Array("a\tb\tc\n1\t\t3".utf8))
    #expect(columns.column(ofField: 3, line: 2, in: "t") == 4)
    #expect(columns.column(ofField: 4, line: 2, in: "t") == nil)
    #expect(columns.column(ofField: 1, line: 9, in: "t") == nil)
    #expect(columns.column(ofField: 1, line: 1, in: "other") == nil)
  }

  // MARK: GitHub

  @Test func annotationsAreOneLineEachAndEscaped() throws {
    let text = String(decoding: GitHubReport.render(MadeUpCase().input(.english, diagnostics: [unreadable])), as: UTF8.self)
    let lines = text.split(separator: "\n")
    #expect(lines[0] == "::error file=Samples/made-up/北区.csv,line=3,title=PDCA0301::「約30,%25」 is no figure. write 30.")
    #expect(lines.allSatisfy { $0.wholeMatch(of: /::(error|warning|notice) [^:]*::.+/) != nil })
    #expect(GitHubReport.escapedProperty("a:b,c%\n") == "a%3Ab%2Cc%25%0A")
    #expect(GitHubReport.escaped("::error::x\n::stop") == "::error::x\\n::stop")
  }
}
