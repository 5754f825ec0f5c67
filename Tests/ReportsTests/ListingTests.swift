import Dispatch
import Foundation
import PDCAEngine
import Quantities
import Testing

@testable import Reports

/// Lists of outcomes: whatever is left out of one, what it shows is what the whole report shows.
@Suite struct ListingTests {
  private static func lines(_ response: Response) -> [[String]] {
    String(decoding: response.output.dropFirst(3), as: UTF8.self).split(separator: "\n").map { line in
      line.split(separator: ",", omittingEmptySubsequences: false).map { String($0) }
    }
  }

  private static func request(_ years: String?, _ change: (inout Request) -> Void = { _ in }) -> Request {
    var request = Sample.request(.csv, .japanese)
    request.year = years
    change(&request)
    return request
  }

  /// The JSON report judges area by area and holds every outcome: the list, which does neither, tells the same.
  @Test func theListTellsWhatTheWholeReportTells() throws {
    let json = try #require(
      try JSONSerialization.jsonObject(with: Data(Pipeline.evaluate(Sample.request(.json, .japanese)).output)) as? [String: Any])
    let outcomes = try #require(json["outcomes"] as? [[String: Any]])
    let columns = [
      "target", "area_code", "year", "outcome", "measured", "measured_unit", "comparison", "required", "required_unit",
    ]
    let listed = ListingTests.lines(Pipeline.evaluate(ListingTests.request(nil) { $0.columns = columns }))
    #expect(listed.first == columns)
    #expect(listed.count == outcomes.count + 1)
    #expect(outcomes.count > 500)
    for (outcome, line) in zip(outcomes, listed.dropFirst()) {
      let measured = outcome["measured"] as? [String: Any]
      let required = outcome["required"] as? [String: Any]
      let told = [
        outcome["target"] as? String, (outcome["area"] as? [String: Any])?["code"] as? String,
        (outcome["year"] as? Int).map { String($0) },
        outcome["outcome"] as? String, measured?["value"] as? String, measured?["unit"] as? String,
        required?["comparison"] as? String,
        required?["value"] as? String, required?["unit"] as? String,
      ].map { $0 ?? "" }
      #expect(line == told)
    }
  }

  @Test func severalYearsAreThoseOfEachYear() {
    var rows: [String: [String]] = [:]
    for year in ["2021", "2022", "2023"] {
      for line in ListingTests.lines(Pipeline.evaluate(ListingTests.request(year) { $0.countsTotals = true })).dropFirst() {
        rows[line[0] + line[4], default: []].append(line.joined(separator: ","))
      }
    }
    let all = ListingTests.lines(Pipeline.evaluate(ListingTests.request("2021..2023"))).dropFirst()
    var found: [String: [String]] = [:]
    for line in all { found[line[0] + line[4], default: []].append(line.joined(separator: ",")) }
    #expect(found == rows)
    #expect(!rows.isEmpty)
  }

  @Test func whatIsNotListedIsCounted() throws {
    let whole = Pipeline.evaluate(ListingTests.request("all"))
    let missed = Pipeline.evaluate(ListingTests.request("all") { $0.listed = ["missed"] })
    #expect(missed.totals == whole.totals)
    #expect(missed.status == .open)
    let lines = ListingTests.lines(whole)
    let outcome = try #require(lines.first?.firstIndex(of: "outcome"))
    #expect(ListingTests.lines(missed).dropFirst() == lines.dropFirst().filter { $0[outcome] == "missed" }[...])
    let totals = String(decoding: whole.totals.dropFirst(3), as: UTF8.self).split(separator: "\n").map {
      $0.split(separator: ",")
    }
    let sum = totals.dropFirst().reduce(0) { $0 + $1.suffix(7).reduce(0) { $0 + (Int($1) ?? 0) } }
    #expect(sum == lines.count - 1)
  }

  /// The same bytes on two lanes, and through a sink.
  @Test func lanesAndSinksChangeNothing() {
    let whole = Pipeline.evaluate(ListingTests.request("all"))
    var taken: [UInt8] = []
    let other = Pipeline.evaluate(
      ListingTests.request("all") { request in
        request.parallel = (
          2,
          { count, body in
            withoutActuallyEscaping(body) { body in
              nonisolated(unsafe) let body = body
              DispatchQueue.concurrentPerform(iterations: count) { body($0) }
            }
          }
        )
        request.sink = { taken += $0 }
      })
    #expect(taken == whole.output)
    #expect(other.output.isEmpty)
    #expect(other.totals == whole.totals)
  }

  @Test func wrongChoicesAreSaid() {
    for change: (inout Request) -> Void in [
      { $0.columns = ["colour"] }, { $0.listed = ["lost"] }, { $0.year = "2023..2021" },
      {
        $0.year = "all"
        $0.settings = [("最低開催回数", "3回")]
      },
      {
        $0.year = "2021..2023"
        $0.format = .text
      },
    ] {
      let response = Pipeline.evaluate(ListingTests.request(nil, change))
      #expect(response.status == .unreadable)
      #expect(String(decoding: response.remarks, as: UTF8.self).contains("PDCA0"))
    }
  }

  @Test func decimalsAreWrittenAsExactNumbersAre() {
    var numbers = SeededGenerator(state: 5)
    for _ in 0..<20_000 {
      let top = Int64.random(in: -2_000_000...2_000_000, using: &numbers)
      let bottom = Int64.random(in: 1...3000, using: &numbers)
      var bytes: [UInt8] = []
      #expect(DecimalText.append(top, over: bottom, times: 100, to: &bytes))
      let exact = Rational(top).divided(by: Rational(bottom)).map { ($0 * Rational(100)).exactText }
      #expect(String(decoding: bytes, as: UTF8.self) == exact)
    }
  }
}
