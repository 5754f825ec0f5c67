/// How work is spread over the cores of a machine. The core knows no threads: whoever runs it hands in how many pieces may be
/// worked on at once, and a way to do so. What comes out never depends on it.
package struct Lanes: Sendable {
  /// A power of two, at most 8.
  package let count: Int
  private let runner: @Sendable (Int, (Int) -> Void) -> Void

  /// - Parameter runner: calls a closure with every number below the one that it is given, in any order or several at once, 0
  ///   on the thread that calls it, and returns when all calls have.
  package init(count: Int, _ runner: @escaping @Sendable (Int, (Int) -> Void) -> Void) {
    var power = 1
    while power * 2 <= min(count, 8) { power *= 2 }
    self.count = power
    self.runner = runner
  }

  /// One after the other.
  package static let one = Lanes(count: 1) { count, body in for number in 0..<count { body(number) } }

  /// Calls the body once for each lane.
  package func run(_ body: (Int) -> Void) { runner(count, body) }

  /// Pieces of work of which none needs another: whichever lane is free takes the next one. The first, which the caller's own
  /// lane takes, may go deep.
  package func spread(_ pieces: Int, _ body: (Int) -> Void) { runner(pieces, body) }
}
