import Foundation
import Testing

/// A short fuzzing that is the same each time: kept inputs with bytes changed, doubled, swapped and left out, by a fixed seed.
@Suite struct SeededInputTests {
  @Test(arguments: ["rules", "csv", "archive", "sheets"])
  func harmedInputs(_ reader: String) throws {
    var dice = Dice(state: 20_240_401)
    for input in try keptInputs(reader) where !input.isEmpty && input.count < 8_192 {
      for _ in 0..<12 { read(harmed(input, &dice), as: reader) }
    }
  }

  private func read(_ input: [UInt8], as reader: String) {
    switch reader {
    case "rules": readRules(input)
    case "csv": readCSV(input)
    case "archive": readArchive(input)
    default: readSheets(input)
    }
  }

  private func harmed(_ input: [UInt8], _ dice: inout Dice) -> [UInt8] {
    var bytes = input
    for _ in 0...dice.below(4) where !bytes.isEmpty {
      let place = dice.below(bytes.count)
      let end = min(bytes.count, place + 1 + dice.below(32))
      switch dice.below(5) {
      case 0: bytes[place] ^= 1 << UInt8(dice.below(8))
      case 1: bytes[place] = UInt8(dice.below(256))
      case 2: bytes.removeSubrange(place..<end)
      case 3: bytes.insert(contentsOf: Array(bytes[place..<end]), at: dice.below(bytes.count))
      default: bytes = Array(bytes[..<end])
      }
    }
    return bytes
  }

  private struct Dice {
    var state: UInt64

    /// SplitMix64.
    mutating func below(_ limit: Int) -> Int {
      state &+= 0x9E37_79B9_7F4A_7C15
      var value = (state ^ state >> 30) &* 0xBF58_476D_1CE4_E5B9
      value = (value ^ value >> 27) &* 0x94D0_49BB_1331_11EB
      return Int((value ^ value >> 31) % UInt64(limit))
    }
  }
}
