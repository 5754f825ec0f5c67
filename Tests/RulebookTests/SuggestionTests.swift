import Diagnostics
import Quantities
import Testing

@Suite struct SuggestionTests {
  @Test(arguments: [
    ("協議会数", ["相談件数", "協議回数", "研修回数"], ["協議回数"]),
    ("協議", ["相談件数", "協議回数"], ["協議回数"]),
    ("協議回数（推進会議）", ["協議回数"], ["協議回数"]),
    ("council meeting", ["council meetings", "training"], ["council meetings"]),
    ("回議協数", ["協議回数"], []),
    ("あ", ["い", "う"], []),
    ("", ["協議回数"], []),
    ("協議回数", [""], []),
    ("ＡＢＣ", ["abc"], ["abc"]),
  ])
  func nearest(_ name: String, _ candidates: [String], _ expected: [String]) {
    #expect(Suggestions.nearest(to: name, among: candidates) { NameFolding.fold($0) } == expected)
  }

  @Test func threeAtMostNearestFirstEachOnce() {
    let candidates = ["abcdefgx", "abcdefgh", "abcdefgh", "abcdefxy", "abcdefgy", "abcdxfgh"]
    #expect(Suggestions.nearest(to: "abcdefgh", among: candidates) { $0 } == ["abcdefgh", "abcdefgx", "abcdefgy"])
  }

  @Test func longNamesAreCutOff() {
    let long = String(repeating: "あ", count: 100_000)
    #expect(Suggestions.nearest(to: long, among: [long + "い"]) { $0 } == [long + "い"])
  }
}
