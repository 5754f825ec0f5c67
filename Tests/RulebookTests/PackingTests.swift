import Diagnostics
import Quantities
import RuleLanguage
import Testing

@testable import Rulebook

/// What is packed for a page comes out as it was, to the last property.
@Suite struct PackingTests {
  private func shown(_ rulebook: Rulebook, _ remarks: [Diagnostic]) -> [String] {
    var carried = rulebook
    carried.examples = []
    var (rules, said) = ("", "")
    dump(carried, to: &rules)
    dump(remarks, to: &said)
    return (rules + said).split(separator: "\n").map { String($0) }
  }

  private func holds(_ checked: CheckedText) throws {
    let packed = PackedRulebook(checked.rulebook, remarks: checked.diagnostics).bytes
    let unpacked = try #require(PackedRulebook(bytes: packed))
    let (before, after) = (shown(checked.rulebook, checked.diagnostics), shown(unpacked.rulebook, unpacked.remarks))
    let different = zip(before, after).first { $0 != $1 }
    #expect(before.count == after.count && different == nil, "\(different.map { "\($0.0) became \($0.1)" } ?? "")")
  }

  @Test(arguments: CorpusTests.files("bad") + CorpusTests.files("good"))
  func isUnpackedAsItWas(_ path: String) throws {
    let text = CorpusTests.text(of: path)
    try holds(text.hasPrefix("#! alone") ? CheckedText(text) : CheckedText(afterPrelude: text))
  }

  /// Values that no text of the corpus has.
  @Test func numbersOfAnySize() {
    let large = ExactInteger(Int64.max) * ExactInteger(Int64.max) * ExactInteger(12345)
    for number in [ExactInteger(0), ExactInteger(-1), ExactInteger(Int64.min), ExactInteger(Int64.max), large, -large] {
      var packer = Packer()
      packer.put(number)
      packer.put(Int32.min)
      var unpacker = Unpacker(packer.bytes, from: 0)
      let (back, next): (ExactInteger, Int32) = (unpacker.take(), unpacker.take())
      #expect(back == number && next == Int32.min)
    }
  }

  @Test func damagedBytesAreRefused() {
    let packed = PackedRulebook(CheckedText(Prelude.text).rulebook, remarks: []).bytes
    #expect(PackedRulebook(bytes: packed) != nil)
    #expect(PackedRulebook(bytes: []) == nil)
    for place in stride(from: 0, to: packed.count, by: 7) {
      var damaged = packed
      damaged[place] ^= 1
      #expect(PackedRulebook(bytes: damaged) == nil)
      #expect(PackedRulebook(bytes: Array(packed[..<place])) == nil)
    }
  }
}
