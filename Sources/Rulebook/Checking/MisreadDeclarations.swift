import Diagnostics
import RuleLanguage

/// The declarations of which a part could not be read. What they lack has been reported where it stands.
struct MisreadDeclarations {
  private struct Start: Hashable, Comparable {
    let file: Int32
    let offset: Int32

    static func < (left: Start, right: Start) -> Bool {
      left.file == right.file ? left.offset < right.offset : left.file < right.file
    }
  }

  private var misread: Set<Start> = []

  init(_ declared: CollectedDeclarations, _ remarks: [Diagnostic]) {
    if remarks.isEmpty { return }
    let starts = declared.places.map { Start(file: $0.span.file, offset: $0.span.start) }.sorted()
    for remark in remarks where remark.severity == .error {
      guard case .rule(let span) = remark.location else { continue }
      let fault = Start(file: span.file, offset: span.start)
      // The declaration that begins last before the fault.
      var low = 0
      var high = starts.count
      while low < high {
        let middle = (low + high) / 2
        if fault < starts[middle] { high = middle } else { low = middle + 1 }
      }
      if low > 0, starts[low - 1].file == fault.file { misread.insert(starts[low - 1]) }
    }
  }

  func contains(_ place: Place) -> Bool { misread.contains(Start(file: place.span.file, offset: place.span.start)) }
}
