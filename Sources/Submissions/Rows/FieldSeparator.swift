/// The bytes that may stand between the fields of a row, the likeliest first.
private let fieldSeparators = [UInt8(ascii: ","), UInt8(ascii: "\t"), UInt8(ascii: ";")]

/// The separator of a file: of those outside quotes on the first line that holds any, the most frequent; a comma when no line does.
func detectSeparator(_ bytes: UnsafeBufferPointer<UInt8>) -> UInt8 {
  var counts = [0, 0, 0]
  var isQuoted = false
  for byte in bytes {
    if byte == quotationMark {
      isQuoted.toggle()
    } else if !isQuoted && (byte == lineFeed || byte == carriageReturn) {
      if counts != [0, 0, 0] { return mostFrequent(counts) }
    } else if !isQuoted {
      count(byte, in: &counts)
    }
  }
  // A quote that never closes hides the rest of the file: then quotes mean nothing here.
  if isQuoted && counts == [0, 0, 0] {
    for byte in bytes {
      if (byte == lineFeed || byte == carriageReturn) && counts != [0, 0, 0] { break }
      count(byte, in: &counts)
    }
  }
  return mostFrequent(counts)
}

private func count(_ byte: UInt8, in counts: inout [Int]) {
  for index in 0..<3 where fieldSeparators[index] == byte { counts[index] += 1 }
}

private func mostFrequent(_ counts: [Int]) -> UInt8 {
  var best = 0
  for index in 1..<3 where counts[index] > counts[best] { best = index }
  return fieldSeparators[best]
}
