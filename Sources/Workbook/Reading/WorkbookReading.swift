import Diagnostics

/// All sheets of a workbook at once, for callers that can inflate on the spot.
package struct WorkbookReading: Sendable {
  /// The sheets that could be read, in the order of their tabs; those of charts are left out.
  package let sheets: [Sheet]
  package let names: [DefinedName]
  /// Why a sheet, or all of it, could not be read, and what is odd about the rest.
  package let diagnostics: [Diagnostic]

  /// - Parameters:
  ///   - file: the file as the user named it, for diagnostics.
  ///   - inflate: makes of a raw deflate stream the expected number of bytes, or nothing; never more than the limit.
  package init(
    _ bytes: [UInt8], file: String, limits: Limits = .standard,
    inflate: (_ compressed: ArraySlice<UInt8>, _ expectedSize: Int, _ limit: Int) -> [UInt8]?
  ) {
    var sheets: [Sheet] = []
    var diagnostics: [Diagnostic] = []
    do {
      var opening = try WorkbookOpening(bytes, file: file, limits: limits)
      let workbook = try opening.finish(inflate)
      names = workbook.names
      var hasFormulas = false
      for entry in workbook.sheets {
        guard let part = entry.entry else { continue }
        do {
          let sheet = try workbook.sheet(entry, content: try opening.archive.content(of: part, inflate: inflate))
          diagnostics += sheet.warnings.all(file: file, sheet: sheet.name)
          hasFormulas = hasFormulas || sheet.hasFormulas
          sheets.append(sheet)
        } catch {
          diagnostics.append(error.diagnostic)
        }
      }
      if hasFormulas, let warning = workbook.calculationWarning { diagnostics.append(warning) }
    } catch {
      names = []
      diagnostics.append(error.diagnostic)
    }
    self.sheets = sheets
    self.diagnostics = diagnostics
  }
}

extension WorkbookOpening {
  /// Opens a workbook in one go.
  package mutating func finish(
    _ inflate: (_ compressed: ArraySlice<UInt8>, _ expectedSize: Int, _ limit: Int) -> [UInt8]?
  ) throws(Refusal) -> Workbook {
    while true {
      let wanted = try self.wanted()
      if wanted.isEmpty { return try workbook() }
      for entry in wanted {
        try supply(inflate(archive.compressed(entry), entry.size, archive.limits.entry), for: entry)
      }
    }
  }
}
