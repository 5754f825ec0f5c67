import Diagnostics
import Facts
import Foundation
import Quantities
import Rulebook
import Testing

@testable import Submissions

/// Large files are read as small ones are: the same figures, from the same cells, with the same remarks, whatever the size of
/// the pieces and the number of lanes.
@Suite struct BulkReadingTests {
  struct Setting: Sendable, CustomStringConvertible {
    let chunkSize: Int
    let lanes: Int
    var description: String { "chunks of \(chunkSize), \(lanes) lanes" }
  }

  static let settings = [1, 3, 2048].flatMap { chunk in [1, 2].map { Setting(chunkSize: chunk, lanes: $0) } }

  static func lanes(_ count: Int) -> Lanes {
    Lanes(count: count) { count, body in
      withoutActuallyEscaping(body) { body in
        nonisolated(unsafe) let body = body
        DispatchQueue.concurrentPerform(iterations: count) { body($0) }
      }
    }
  }

  private static func read(_ files: [[UInt8]], _ setting: Setting?) -> SubmissionReading {
    var reader = SubmissionReader(
      rulebook: SmallRulebook.rulebook, areas: SmallRulebook.areas, lanes: lanes(setting?.lanes ?? 1),
      bulkSize: setting == nil ? .max : 0, chunkSize: setting?.chunkSize ?? 1)
    for (number, bytes) in files.enumerated() {
      if setting == nil {
        reader.add(path: "\(number).csv", bytes: bytes)
      } else {
        reader.add(path: "\(number).csv", source: ByteSource(bytes))
      }
    }
    return reader.read()
  }

  /// Everything that a reading holds, as lines.
  static func listing(_ reading: SubmissionReading) -> [String] {
    var lines = [
      "years \(reading.facts.years), latest \(String(describing: reading.latestYear?.number))",
      "unreadable \(reading.unreadable)",
    ]
    for indicator in 0..<reading.facts.indicatorCount {
      for area in 0..<reading.facts.areas.count {
        for number in reading.facts.years {
          let key = FigureKey(indicator: indicator, area: area, year: FiscalYear(number))
          let (state, origin) = (reading.facts.state(key), reading.facts.origin(key))
          if state == .notReported && origin == nil { continue }
          // Texts are numbered in the order in which they were come upon.
          let stored = reading.facts.stored(key).map { value -> String in
            if case .text = SmallRulebook.rulebook.indicators[indicator].kind { return reading.facts.texts[Int(value)] }
            return String(value)
          }
          lines.append("\(indicator) \(area) \(number): \(state) \(stored ?? "") \(String(describing: origin))")
        }
      }
    }
    for diagnostic in reading.diagnostics {
      lines.append("\(diagnostic.code) \(diagnostic.location) \(diagnostic.message.text(in: .english))")
    }
    return lines
  }

  /// Under every encoding in which the files can be written.
  private static func expectSame(_ files: [[UInt8]], _ setting: Setting, _ comment: String) {
    expectTheSame(files, setting, comment)
    for encoding in OfficeEncoding.allCases {
      let encoded = files.compactMap { encoding.encode($0) }
      if encoded.count == files.count { expectTheSame(encoded, setting, "\(comment), \(encoding)") }
    }
  }

  private static func expectTheSame(_ files: [[UInt8]], _ setting: Setting, _ comment: String) {
    let careful = listing(read(files, nil))
    let bulk = listing(read(files, setting))
    if careful == bulk { return }
    let difference = zip(careful, bulk).first { $0 != $1 }
    Issue.record("\(comment), \(setting): \(careful.count) and \(bulk.count) lines; \(String(describing: difference))")
  }

  static let sound = """
    area,year,item,value
    271276,2022,イ-1,3
    271276,2022,オ-1,1234567
    271276,2022,カ-1,66.7
    271276,2022,カ-2,-12.5
    271276,2022,ア-1,○
    271276,2022,ア-2,はい
    271063,2023,イ-1,
    271063,2023,オ-1,-
    271063,2023,カ-3,123456789012
    271063,2023,ア-1,準備・調整中
    271063,2023,ア-4,対面
    """

  @Test(arguments: settings) func figuresAreThoseOfTheCarefulReader(_ setting: Setting) {
    for end in ["", "\n", "\r\n", "\n\n\n", "\u{1A}"] {
      BulkReadingTests.expectSame([Array((BulkReadingTests.sound + end).utf8)], setting, "end \(Array(end.utf8))")
    }
    let windows = BulkReadingTests.sound.replacingOccurrences(of: "\n", with: "\r\n")
    BulkReadingTests.expectSame([Array(windows.utf8)], setting, "CRLF")
    BulkReadingTests.expectSame([[0xEF, 0xBB, 0xBF] + Array(windows.utf8)], setting, "with a mark")
    let tabs = BulkReadingTests.sound.replacingOccurrences(of: ",", with: "\t")
    BulkReadingTests.expectSame([Array(tabs.utf8)], setting, "tabs")
    let quoted = BulkReadingTests.sound.split(separator: "\n").map { line in
      line.split(separator: ",", omittingEmptySubsequences: false).map { "\"\($0)\"" }.joined(separator: ",")
    }.joined(separator: "\n")
    BulkReadingTests.expectSame([Array(quoted.utf8)], setting, "quoted")
  }

  @Test(arguments: settings) func oddRowsAreThoseOfTheCarefulReader(_ setting: Setting) {
    let rows = [
      "271276,2023,イ-1,３回", "271276,2023,イ-1,約30", "北区,令和5年度,協議回数,7", "北区,2023,council meetings,7", "港区,2023,イ-1,2",
      "271276,2023,その他,2", "999999,2023,イ-1,2", "271276,20,イ-1,2", ",2023,イ-1,2", "271276,,イ-1,2", "271276,2023,,2",
      "271276,2023,イ-1,2,9", "271276,2023,イ-1", "", ",,,", "271276,2023,オ-1,\"1,706件\"", "271276,2023,オ-1,\"a\"\"b\"",
      "271276,2023,イ-1,400",
      "271276,2023,イ-1,-1", "271276,2023,イ-1,1.5", "271276,2023,カ-1,66.75", "271276,2023,カ-1,101", "271276,2023,カ-2,0.123456",
      "271276,2023,カ-2,0.1234567", "271276,2023,カ-3,1234567890123456", "271276,2023,ア-5,会議を開く", "271276,2023,ア-3,2023-04-01",
      "271276,2099,イ-1,3", "271276,2023,イ-1,0003", "271276,2023,イ-1,5.", "271276,2023,イ-1,--5", " 271276 ,2023, イ-1 , 3 ",
      "271276,2023,イ-1,\"3\"", "271276,2023,イ-1,\"\"", "271276,2023,イ-1,△5", "271276,2023,ア-1,不明", "271276,2023,イ-1,該当なし",
    ]
    for row in rows {
      let text = BulkReadingTests.sound + "\n" + row + "\n271276,2023,オ-1,5\n"
      BulkReadingTests.expectSame([Array(text.utf8)], setting, row)
    }
    let all = BulkReadingTests.sound + "\n" + rows.joined(separator: "\n") + "\n"
    BulkReadingTests.expectSame([Array(all.utf8)], setting, "all odd rows")
    BulkReadingTests.expectSame([Array(all.utf8), Array(BulkReadingTests.sound.utf8)], setting, "two files")
  }

  /// A figure said twice: the first row counts, whichever way each of them was read.
  @Test(arguments: settings) func repeatedFiguresAreThoseOfTheCarefulReader(_ setting: Setting) {
    let values = ["3", "3回", "4", "", "該当なし", "約3"]
    for first in values {
      for second in values {
        for third in ["", "\n271276,2023,イ-1,3", "\n271276,2023,イ-1,３"] {
          let text = "area,year,item,value\n271276,2023,イ-1,\(first)\n271063,2023,イ-1,1\n271276,2023,イ-1,\(second)\(third)\n"
          BulkReadingTests.expectSame([Array(text.utf8)], setting, "\(first) then \(second)")
        }
      }
    }
  }

  @Test(arguments: settings) func otherOrdersAndDamageAreThoseOfTheCarefulReader(_ setting: Setting) {
    let texts = [
      "value,item,year,area\n3,イ-1,2023,271276\n5.5,カ-1,2022,271063\nx,イ-1,2022,271276\n",
      "year,area,item,value\n2023,271276,イ-1,3\n2022,271063,イ-1,4\n",
      "area,year,item,value,note\n271276,2023,イ-1,3,\n271276,2022,イ-1,4,多め\n271276,2022,オ-1,1,706件\n",
      "title\narea,year,item,value\n271276,2023,イ-1,3\n",
      "area,year,item,value\n271276,2023,イ-1,\"3\n271063,2023,イ-1,4\n",
      "area,year,item,value\n271276,2023,ア-5,\"one\ntwo\"\n271063,2023,イ-1,4\n",
      "area,year,item,value\r271276,2023,イ-1,3\r271063,2023,イ-1,4\r",
      "area,year,item,value\n271276,2023,イ-1,3\r271063,2023,イ-1,4\n",
      "area,year,item,value\n", "area,year,item,value", "", "no,headings\n1,2\n",
      "area,year,item,value\n271276,2203,イ-1,3\n271276,2023,イ-1,4\n271276,2023,オ-1,4\n",
      "area,year,item,value\n271276,2023,イ-1," + String(repeating: "9", count: 70_000) + "\n271063,2023,イ-1,4\n",
    ]
    for text in texts { BulkReadingTests.expectSame([Array(text.utf8)], setting, String(text.prefix(60))) }
    let damaged = Array("area,year,item,value\n271276,2023,イ-1,3".utf8) + [0xFF, 0x0A] + Array("271063,2023,イ-1,4\n".utf8)
    BulkReadingTests.expectSame([damaged], setting, "a byte that is no text")
    let zero = Array("area,year,item,value\n271276,2023,イ-1,3".utf8) + [0x00, 0x0A] + Array("271063,2023,イ-1,4\n".utf8)
    BulkReadingTests.expectSame([zero], setting, "a NUL")
  }

  @Test(arguments: settings) func randomFilesAreThoseOfTheCarefulReader(_ setting: Setting) {
    var numbers = SeededGenerator(seed: 7)
    let areas = ["271276", "271063", "西区", "271071", "999999", "271276 "]
    let items = ["イ-1", "オ-1", "カ-1", "カ-2", "カ-3", "ア-1", "ア-2", "ア-3", "ア-5", "協議回数", "その他", "\"イ-1\""]
    let values = ["3", "", "12", "66.7", "-4", "-", "○", "はい", "3回", "約3", "1234567", "2023-05-01", "\"7\"", "0.5", "x"]
    for _ in 0..<40 {
      var text = "area,year,item,value\n"
      for _ in 0..<Int.random(in: 1...60, using: &numbers) {
        let area = areas[Int.random(in: 0..<areas.count, using: &numbers) % (Bool.random(using: &numbers) ? 3 : areas.count)]
        let year = Int.random(in: 2020...2023, using: &numbers)
        text += "\(area),\(year),\(items.randomElement(using: &numbers)!),\(values.randomElement(using: &numbers)!)\n"
      }
      BulkReadingTests.expectSame([Array(text.utf8)], setting, text)
    }
  }

  /// A row of very many columns, and a file that is cut off in mid-row.
  @Test func hugeRowsAndCutOffFilesAreRead() {
    let wide = "area,year,item,value\n271276,2023,イ-1,3" + String(repeating: ",", count: 1_000_000) + "\n271063,2023,イ-1,4"
    let reading = BulkReadingTests.read([Array(wide.utf8)], Setting(chunkSize: 1 << 20, lanes: 2))
    #expect(reading.diagnostics.map { $0.code } == [.tooManyFields])
    #expect(reading.facts.stored(FigureKey(indicator: 0, area: 2, year: FiscalYear(2023))) == 4)
    let cut = BulkReadingTests.read(
      [Array("area,year,item,value\n271276,2023,イ-1,3\n271063,20".utf8)], Setting(chunkSize: 64, lanes: 2))
    #expect(cut.facts.stored(FigureKey(indicator: 0, area: 1, year: FiscalYear(2023))) == 3)
    #expect(cut.diagnostics.count == 1)
  }

  @Test func aFileThatBecomesShorterIsSaid() {
    let bytes = Array((BulkReadingTests.sound + "\n").utf8)
    var reader = SubmissionReader(rulebook: SmallRulebook.rulebook, areas: SmallRulebook.areas, bulkSize: 0, chunkSize: 64)
    let shorter = ByteSource(size: bytes.count) { offset, buffer in
      // The head may be read, the rest not to its end.
      let available = offset == 0 ? bytes.count : 100
      let count = max(0, min(buffer.count, available - offset))
      if count > 0 {
        bytes.withUnsafeBytes { buffer.copyMemory(from: UnsafeRawBufferPointer(rebasing: $0[offset..<offset + count])) }
      }
      return count
    }
    reader.add(path: "a.csv", source: shorter)
    let reading = reader.read()
    #expect(reading.unreadable == ["a.csv"])
    #expect(reading.diagnostics.map { $0.code } == [.fileCutOff])
  }
}
