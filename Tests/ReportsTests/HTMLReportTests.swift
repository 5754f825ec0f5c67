import Diagnostics
import Evaluation
import Facts
import Foundation
import PDCAEngine
import Quantities
import RuleLanguage
import Rulebook
import Testing

@testable import Reports

@Suite struct HTMLReportTests {
  private func pages(_ input: ReportInput) -> [(name: String, text: String)] {
    HTMLReport.render(input).map { ($0.name, String(decoding: $0.bytes, as: UTF8.self)) }
  }

  @Test(arguments: Language.allCases)
  func everyPageIsWholeAndFetchesNothing(_ language: Language) {
    for page in pages(MadeUpCase().input(language)) { expectHarmless(page.text, page.name) }
  }

  @Test func theSampleHasAPageAnItemAndAWard() {
    let names = Set(Sample.pages.keys)
    for name in [
      "index.html", "item-1.html", "item-8.html", "threads.html", "method.html", "ward-271276.html", "city-271004.html",
    ] {
      #expect(names.contains(name), "\(name)")
    }
    #expect(names.count == 36)
    #expect(names.allSatisfy { $0.wholeMatch(of: /[a-z0-9-]+\.html/) != nil })
    #expect(Sample.pages.values.reduce(0) { $0 + $1.utf8.count } < 1_500_000)
  }

  @Test func linksLeadSomewhere() throws {
    let pages = Sample.pages
    for (name, text) in pages {
      for link in text.matches(of: /href="([^"]*)"/) {
        let parts = link.1.split(separator: "#", omittingEmptySubsequences: false)
        let target = try #require(pages[parts[0].isEmpty ? name : String(parts[0])], "\(name): \(link.1)")
        if parts.count > 1 { #expect(target.contains("id=\"\(parts[1])\""), "\(name): \(link.1)") }
      }
    }
  }

  @Test func theSameInputGivesTheSameBytes() {
    let first = HTMLReport.render(MadeUpCase().input(.japanese)).map { $0.bytes }
    #expect(first == HTMLReport.render(MadeUpCase().input(.japanese)).map { $0.bytes })
  }

  @Test func theOverviewPutsTheLongestOpenMustFirst() throws {
    let page = try #require(Sample.pages["index.html"])
    let gaps = try #require(page.range(of: "未達成の目標</h2>"))
    let silence = try #require(page.range(of: "件数のまとめ"))
    #expect(gaps.lowerBound < silence.lowerBound)
    let first = try #require(page[gaps.upperBound...].firstMatch(of: /<tbody>.*?<\/tr>/.dotMatchesNewlines())?.0)
    #expect(first.contains("必須"))
    #expect(first.contains("3年"))
    #expect(first.contains("区役所"))
  }

  @Test func aWardsPageSaysWhatToDoAndWhere() throws {
    let page = try #require(Sample.pages["ward-271276.html"])
    #expect(page.contains("「エ-5」を「現時点で未着手」から「実施に向け準備・調整中」へ（あと1段階）"))
    #expect(page.contains("R5/271276-北区.csv, 25行, 4列目"))
  }

  @Test func theCheckIsOnePageForOneWard() {
    let text = String(decoding: HTMLReport.renderCheck(MadeUpCase().input(.japanese, area: 2)), as: UTF8.self)
    expectHarmless(text, "check")
    #expect(text.contains("<h1>都島区　提出前の点検</h1>"))
    #expect(!text.contains(".html\""))
  }

  @Test func englishPagesSpeakEnglish() {
    let text =
      Dictionary(uniqueKeysWithValues: pages(MadeUpCase().input(.english)).map { ($0.name, $0.text) })["index.html"] ?? ""
    #expect(text.contains("<html lang=\"en\">"))
    #expect(text.contains("What is open"))
    #expect(text.contains("Miyakojima"))
  }

  // MARK: Hostile names

  @Test func hostileNamesStayText() {
    let names = ["<script>alert(1)</script>", "=cmd()|'/c calc'!A0", "a\u{202E}b\u{0}\u{7}", "\" onload=\"x", "😀\u{FFFF}"]
    var areas = names.enumerated().map { Area(code: $1, name: $1, level: 0, parent: names.count + 1 == $0 ? nil : names.count) }
    areas.append(Area(code: "../..", name: String(repeating: "長", count: 500), level: 1, parent: nil))
    let book = MadeUpRulebook().rulebook
    let facts = Facts(areas: AreaTable(areas), years: 2022...2023, indicatorCount: book.indicators.count)
    let outcomes = areas.indices.map { Outcome(target: 0, area: $0, year: MadeUpCase.year, verdict: .missed) }
    let input = ReportInput(
      rulebook: book, facts: facts, judgement: Judgement(year: MadeUpCase.year, outcomes: outcomes, silentAreas: []),
      provenance: Provenance(engineVersion: "0", rulebook: .init(path: "</style>", sha256: ""), inputs: []), language: .japanese)
    let pages = pages(input)
    #expect(Set(pages.map { $0.name.lowercased() }).count == pages.count)
    for page in pages {
      expectHarmless(page.text, page.name)
      #expect(page.name.wholeMatch(of: /[a-z0-9-]+\.html/) != nil)
    }
  }

  @Test func noAreasAtAll() {
    let book = MadeUpRulebook().rulebook
    let facts = Facts(areas: AreaTable([]), years: 2023...2023, indicatorCount: book.indicators.count)
    let input = ReportInput(
      rulebook: book, facts: facts, judgement: Judgement(year: MadeUpCase.year, outcomes: [], silentAreas: []),
      provenance: Provenance(engineVersion: "0", rulebook: .init(path: "", sha256: ""), inputs: []), language: .english)
    for page in pages(input) { expectHarmless(page.text, page.name) }
  }

  /// Tags in pairs, only those that the builder knows, nothing that runs or fetches, and the style sheets that the policy admits.
  private func expectHarmless(_ text: String, _ name: String) {
    var open: [Substring] = []
    let body = text.replacing(/<style>.*?<\/style>/.dotMatchesNewlines(), with: "")
    for tag in body.matches(of: /<(\/?)([a-z0-9]+)([^>]*)>/) {
      #expect(!["script", "img", "iframe", "link", "object", "form"].contains(tag.2), "\(name)")
      #expect(tag.3.firstMatch(of: /\s(on[a-z]+|style|src)=/) == nil, "\(name): \(tag.0)")
      if tag.2 == "meta" { continue }
      if tag.1.isEmpty { open.append(tag.2) } else { #expect(open.popLast() == tag.2, "\(name): \(tag.0)") }
    }
    #expect(open.isEmpty, "\(name)")
    #expect(!text.contains("http:") && !text.contains("https:"), "\(name)")
    for sheet in text.matches(of: /<style>(.*?)<\/style>/.dotMatchesNewlines()) {
      let hash = PageStyle.hash(of: Array(sheet.1.utf8)).replacing("'", with: "&#39;")
      #expect(text.contains(hash), "\(name)")
    }
    #expect(text.unicodeScalars.allSatisfy { $0 == "\n" || !SafeText.isHazardous($0.value) }, "\(name)")
    #expect(text.matches(of: /<h1>/).count == 1, "\(name)")
  }
}
