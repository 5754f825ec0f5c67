/// A seed whose case once showed a fault, and what the fault was.
struct KeptCase: Sendable, CustomStringConvertible {
  let seed: UInt64
  let comment: String

  var description: String { "\(seed): \(comment)" }
}

enum KeptCases {
  /// A seed stands for its case only while the generator stays as it is; each fault therefore has a hand-written twin
  /// where it concerns more than one form.
  static let all: [KeptCase] = [
    KeptCase(seed: 0, comment: "the first case of all")
  ]
}
