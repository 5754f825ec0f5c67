/// How much of a stranger's file is taken in. What exceeds a limit is refused before memory is spent on it.
package struct Limits: Sendable {
  /// Bytes of the file itself.
  package var file: Int
  /// Entries of the archive.
  package var entries: Int
  /// Bytes of one entry, inflated.
  package var entry: Int
  /// Bytes of all entries together, inflated.
  package var total: Int
  /// Cells of one sheet, empty ones included.
  package var cells: Int
  /// Elements within elements.
  package var depth: Int

  package init(
    file: Int = 50_000_000, entries: Int = 1_000, entry: Int = 100_000_000, total: Int = 200_000_000,
    cells: Int = 20_000_000, depth: Int = 64
  ) {
    self.file = file
    self.entries = entries
    self.entry = entry
    self.total = total
    self.cells = cells
    self.depth = depth
  }

  package static let standard = Limits()
}
