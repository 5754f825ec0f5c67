import Diagnostics
import Submissions

/// Reads bytes as a delimited file: encoding, rows, fields. Any bytes may come.
func readCSV(_ bytes: [UInt8]) {
  let text = DecodedText(decoding: bytes)
  precondition(String(validating: text.bytes, as: UTF8.self) != nil, "decoded to something that is no UTF-8")
  precondition(text.faults.count <= text.faultCount, "more faults are kept than there are")
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
