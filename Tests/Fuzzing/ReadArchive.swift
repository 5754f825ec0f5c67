import Diagnostics
import Workbook

/// Reads bytes as a workbook: what kind of file it is, its directory, and the parts that are stored as they are. Any bytes may
/// come. Nothing is inflated, for that is zlib's work.
func readArchive(_ bytes: [UInt8]) {
  let reading = WorkbookReading(bytes, file: "data.xlsx") { _, _, _ in nil }
  precondition(!reading.sheets.isEmpty || !reading.diagnostics.isEmpty, "neither a sheet nor a remark")
  do {
    let archive = try Archive(bytes, file: "data.xlsx")
    var names: Set<String> = []
    var total = 0
    for entry in archive.entries {
      precondition(entry.range.upperBound <= bytes.count, "an entry outside the file")
      precondition(names.insert(entry.name.lowercased()).inserted, "two entries of one name")
      precondition(archive.entry(named: entry.name)?.index == entry.index, "an entry is not found by its name")
      total += entry.size
    }
    precondition(total <= archive.limits.total, "more than the limit in all")
  } catch {
    precondition(error.diagnostic.severity == .error, "a refusal that is no error")
  }
}
