import Diagnostics
import Facts
import Quantities
import Submissions

/// Reads bytes as a delimited file: encoding, rows, fields; then as the areas and as a submission of a small rulebook. Any
/// bytes may come.
func readCSV(_ bytes: [UInt8]) {
  let text = DecodedText(decoding: bytes)
  precondition(String(validating: text.bytes, as: UTF8.self) != nil, "decoded to something that is no UTF-8")
  precondition(text.faults.count <= text.faultCount, "more faults are kept than there are")
  readRows(text)
  _ = AreasReader.read(path: "areas.csv", bytes: bytes, levels: smallRulebook.program.levels)
  var reader = SubmissionReader(rulebook: smallRulebook, areas: smallAreas)
  reader.add(path: "data.csv", bytes: bytes)
  let reading = reader.read(including: FiscalYear(2023))
  for diagnostic in reading.diagnostics {
    guard case .cell(let place) = diagnostic.location, case .field(let line, let column) = place.position else { continue }
    precondition(line >= 1 && column >= 1, "a remark on a cell before the first")
  }
}

private func readRows(_ text: DecodedText) {
  var rows = DelimitedText(text.bytes, file: "data.csv")
  var fields: [Field] = []
  var lastLine = 0
  while rows.nextRow(into: &fields) {
    precondition(rows.rowLine > lastLine, "rows do not go forward")
    lastLine = rows.rowLine
    for field in fields {
      precondition(field.start >= 0 && field.start <= field.end && field.end <= text.bytes.count, "a field outside the file")
      _ = rows.text(of: field)
    }
  }
}
