import Foundation
import Testing

@Suite("Survey", .enabled(if: ProcessInfo.processInfo.environment["PDCA_SURVEY"] != nil))
struct SurveyTests {
  @Test func survey() {
    let environment = ProcessInfo.processInfo.environment
    let count = UInt64(environment["PDCA_SURVEY"] ?? "") ?? 1000
    let start = UInt64(environment["PDCA_FROM"] ?? "") ?? 0
    let only = environment["PDCA_KIND"]
    let clock = ContinuousClock()
    let begin = clock.now
    var tally = Tally()
    var kinds: [String: [(UInt64, Discrepancy)]] = [:]
    for seed in start..<(start + count) {
      let random = RandomCase(seed: seed)
      let comparison = OracleComparison(random)
      comparison.run()
      tally.add(comparison.tally)
      var seen: Set<String> = []
      for found in comparison.discrepancies where seen.insert("\(found.kind)").inserted {
        kinds["\(found.kind)", default: []].append((seed, found))
      }
    }
    print(tally.text)
    print("time", clock.now - begin)
    for (kind, list) in kinds.sorted(by: { $0.key < $1.key }) {
      print("=====", kind, list.count)
      if let only, only != kind { continue }
      var texts: [String] = []
      for (seed, found) in list.prefix(only == nil ? 12 : 60) {
        let random = RandomCase(seed: seed)
        guard let confirmed = Shrinking.difference(random, like: found) else { continue }
        let shrunk = Shrinking(random, confirmed)
        texts.append(Difference.text(seed, shrunk))
      }
      print("confirmed:", texts.count)
      for text in texts.sorted(by: { $0.utf8.count < $1.utf8.count }).prefix(only == nil ? 3 : 8) { print(text, "\n") }
    }
  }
}
