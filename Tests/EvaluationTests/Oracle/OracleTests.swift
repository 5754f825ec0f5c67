import Foundation
import Testing

/// Random rulebooks on random data, judged by the evaluator and by trying every filling. 100,000 targets in a normal run;
/// `PDCA_ORACLE_CASES=1000000` asks for more.
@Suite("The oracle")
struct OracleTests {
  static let batches = 20
  static let cases = ProcessInfo.processInfo.environment["PDCA_ORACLE_CASES"].flatMap { Int($0) } ?? 100_000
  static let collected = Collected()

  @Test("random rulebooks", arguments: 0..<batches)
  func randomRulebooks(batch: Int) async {
    var tally = Tally()
    var differences: [Difference] = []
    // Every batch has its own range of seeds.
    var seed = UInt64(batch) * 10_000_000
    while tally.cases * OracleTests.batches < OracleTests.cases {
      // A few differences are made small and shown; the batch still comes to its count.
      let (found, difference) = Difference.judge(RandomCase(seed: seed), shows: differences.count < 3)
      tally.add(found)
      if let difference { differences.append(difference) }
      seed += 1
    }
    #expect(differences.isEmpty, "\(differences.map { $0.text }.joined(separator: "\n\n"))")
    await OracleTests.collected.add(tally)
    if let all = await OracleTests.collected.whenComplete(OracleTests.batches) { checkSpread(all) }
  }

  /// A generator that has degenerated proves nothing: every result, and every way to it, must come often.
  private func checkSpread(_ tally: Tally) {
    print(tally.text)
    #expect(tally.cases >= OracleTests.cases)
    func share(_ part: Int, of whole: Int) -> Int { part * 100 / max(1, whole) }
    #expect(share(tally.met, of: tally.rows) >= 20)
    #expect(share(tally.missed, of: tally.rows) >= 20)
    #expect(share(tally.undecided, of: tally.rows) >= 8)
    #expect(share(tally.notApplicable, of: tally.rows) >= 8)
    #expect(tally.waived * 1000 >= tally.rows)
    #expect(share(tally.withUnknowns, of: tally.rows) >= 30)
    #expect(share(tally.exactWithUnknowns, of: tally.withUnknowns) >= 60)
    #expect(share(tally.decidedWithUnknowns, of: tally.withUnknowns) >= 30)
    #expect(share(tally.tooLarge, of: tally.rows) <= 5)
    #expect(share(tally.shortfalls, of: tally.rows) >= 10)
    #expect(share(tally.changes, of: tally.missed) >= 10)
    for form in FormCensus.forms {
      #expect(tally.forms.counts[form, default: 0] * 250 >= tally.cases, "\(form) stands in too few targets")
    }
  }

  /// Cases in which a difference was once found.
  @Test("kept cases", arguments: KeptCases.all)
  func keptCase(_ kept: KeptCase) {
    let (_, difference) = Difference.judge(kept.random)
    #expect(difference == nil, "\(kept.comment): \(difference?.text ?? "")")
  }
}

/// Adds up what the batches found.
actor Collected {
  private var tally = Tally()
  private var batches = 0

  func add(_ part: Tally) {
    tally.add(part)
    batches += 1
  }

  func whenComplete(_ count: Int) -> Tally? { batches == count ? tally : nil }
}

/// A difference between the evaluator and the oracle, in its smallest form.
struct Difference {
  let kind: Discrepancy.Kind
  let text: String

  /// Judges the case of a seed; a difference that appears is looked at again with more fillings, and made small.
  static func judge(_ random: RandomCase, shows: Bool = true) -> (Tally, Difference?) {
    let comparison = OracleComparison(random)
    comparison.run()
    if !shows { return (comparison.tally, nil) }
    for found in comparison.discrepancies {
      guard let confirmed = Shrinking.difference(random, like: found) else { continue }
      let shrunk = Shrinking(random, confirmed)
      let text = text(random.seed, shrunk)
      return (comparison.tally, Difference(kind: found.kind, text: text))
    }
    return (comparison.tally, nil)
  }

  static func text(_ seed: UInt64, _ shrunk: Shrinking) -> String {
    let (found, smallest) = (shrunk.found, shrunk.smallest)
    return """
      seed \(seed), \(found.kind.rawValue): T\(found.target), A\(found.area), \(found.year.englishText): \(found.text)
      \(CaseText(rulebook: smallest.rulebook, facts: smallest.facts).text(target: found.target))
      """
  }
}
