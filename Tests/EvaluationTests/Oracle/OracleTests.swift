import Evaluation
import Testing

@Suite("The oracle")
struct OracleTests {
  @Test func run() {
    var tally = Tally()
    var reasons: [String: Int] = [:]
    let clock = ContinuousClock()
    let start = clock.now
    var making: Duration = .zero
    for seed in 0..<UInt64(3000) {
      let before = clock.now
      let random = RandomCase(seed: seed)
      making += clock.now - before
      let comparison = OracleComparison(random)
      var judged: Set<Int> = []
      for year in random.judgedYears {
        for target in random.rulebook.targets.indices {
          let levels = comparison.naive.levels(judgedBy: target)
          for area in 0..<comparison.naive.areas.count where levels.contains(comparison.naive.areas.areas[area].level) {
            guard let expected = comparison.expected(target: target, area: area, year: year) else { comparison.tally.tooLarge += 1; continue }
            judged.insert(target)
            comparison.count(expected)
            for reason in Set(expected.reasons) { reasons[reason, default: 0] += 1 }
          }
        }
      }
      comparison.tally.cases += judged.count
      tally.add(comparison.tally)
    }
    print(tally.text)
    print(reasons)
    print(making, clock.now - start)
  }
}
