import Submissions

/// A file that the caller has: the path as the user knows it, and its bytes, or a way to get at them.
public struct InputFile: Sendable {
  /// The path as the user gave it; messages and sources name it.
  public let path: String
  let content: Content

  enum Content: Sendable {
    case bytes([UInt8])
    case pieces(ByteSource)
  }

  /// How much of the file is in memory.
  var heldSize: Int {
    switch content {
    case .bytes(let bytes): bytes.count
    case .pieces: 0
    }
  }

  /// Holds the bytes of a file, in the encoding that it has, under the path that messages name.
  public init(path: String, bytes: [UInt8]) {
    self.path = path
    content = .bytes(bytes)
  }

  /// A large file that is not held: a plain table is read piece by piece, by several threads at once.
  /// - Parameter read: fills a buffer with the bytes from an offset on and tells how many it could.
  public init(path: String, size: Int, read: @escaping @Sendable (Int, UnsafeMutableRawBufferPointer) -> Int) {
    self.path = path
    content = .pieces(ByteSource(size: size, read))
  }

  /// What the file holds; none where it cannot be read any more.
  public var bytes: [UInt8] {
    switch content {
    case .bytes(let bytes): bytes
    case .pieces(let source): source.allBytes ?? []
    }
  }
}

/// A rulebook as the caller finds it: a first file in a folder, and a way to read the files of that folder.
public struct RulebookSource {
  /// The first file, as a path inside the folder.
  public let root: String
  /// The bytes of a file by its path inside the folder, or nothing.
  public let read: (String) -> [UInt8]?
  /// The path of such a file as the user knows it.
  public let shown: (String) -> String

  /// Describes where a rulebook's files are found.
  public init(root: String, read: @escaping (String) -> [UInt8]?, shown: @escaping (String) -> String) {
    self.root = root
    self.read = read
    self.shown = shown
  }
}

/// The formats in which results are written.
public enum OutputFormat: String, Sendable, CaseIterable {
  case text, markdown, json, csv, html, xlsx, junit, sarif, github
}

/// The language of reports and messages.
public enum OutputLanguage: Sendable {
  case english, japanese
}

/// Everything that a command works on.
public struct Request {
  /// The rulebook to judge by.
  public var rulebook: RulebookSource
  /// The list of areas, mostly the `areas.csv` beside the rulebook: without it a silent area could not be told from none.
  public var areas: InputFile?
  /// Submissions, in the order in which their remarks are given: CSV or workbooks, told apart by their bytes.
  public var data: [InputFile] = []
  /// The year to judge, as the user wrote it; nothing for the latest in the data. Several, as `2014..2023` or `all`, may be
  /// listed as CSV.
  public var year: String?
  /// The outcomes that CSV lists, such as `missed` or `not_reported`; all where none is named.
  public var listed: [String] = []
  /// The columns of CSV, in the order in which they are wanted; all where none is named.
  public var columns: [String] = []
  /// Whether the outcomes of each kind are counted by target.
  public var countsTotals = false
  /// Takes what `evaluate` writes as CSV or JSON piece by piece while it is made; without it, all of it is in the response.
  public var sink: (([UInt8]) -> Void)?
  /// How many pieces of work may be done at once, and what does them: it calls a closure with every number below the one that it
  /// is given, in any order or at once, and returns when all calls have. Results do not depend on it.
  public var parallel: (count: Int, run: @Sendable (Int, (Int) -> Void) -> Void)?
  /// Told from time to time how far long work has come.
  public var progress: (@Sendable (Progress) -> Void)?
  /// Values that replace parameters in the judged year, as the user wrote them.
  public var settings: [(name: String, value: String)] = []
  /// The parameter to try other values of, and the range as the user wrote it: 0..10.
  public var variation: (name: String, range: String)?
  /// The one area that is asked about, by code or name.
  public var area: String?
  /// The one target that is asked about, by name.
  public var target: String?
  /// How results are written.
  public var format = OutputFormat.text
  /// The language of results and remarks; names stay as the rulebook has them.
  public var language = OutputLanguage.english
  /// Whether text may hold colour codes of a terminal.
  public var usesColour = false
  /// The columns of the terminal.
  public var width = 100

  /// Asks about a rulebook; the other properties have their defaults.
  public init(rulebook: RulebookSource) { self.rulebook = rulebook }
}

/// How far long work has come.
public enum Progress: Sendable {
  /// So many bytes of a file have been read, of all.
  case reading(path: String, done: Int, of: Int)
  /// So many targets have been judged, of all.
  case judging(done: Int, of: Int)
}

/// What a command has to say, and how it ended.
public struct Response: Sendable {
  /// For standard output.
  public let output: [UInt8]
  /// For standard error: remarks on the rulebook and on data.
  public let remarks: [UInt8]
  /// How the command ended.
  public let status: ExitStatus
  /// The number of outcomes of each kind by target, as CSV; empty where outcomes were not listed.
  public let totals: [UInt8]
  /// The files of a result that takes several, for a folder; then there is nothing for standard output.
  public let files: [OutputFile]
  /// What the answer was made from, which nobody reads. A program that ends with the answer holds it: to take it apart would be a
  /// twentieth of a short run.
  nonisolated(unsafe) var work: Work?

  init(output: [UInt8], remarks: [UInt8], status: ExitStatus, files: [OutputFile] = [], totals: [UInt8] = []) {
    self.output = output
    self.remarks = remarks
    self.status = status
    self.files = files
    self.totals = totals
  }
}

/// A file of a result: its name inside the folder that the user chooses, without a separator, and its bytes.
public struct OutputFile: Sendable {
  /// The name inside the folder.
  public let path: String
  private let make: @Sendable () -> [UInt8]

  /// What the file holds. A page is made each time it is asked for: thousands need not be held, and several threads may make
  /// some at once.
  public var bytes: [UInt8] { make() }

  init(path: String, bytes: @autoclosure @escaping @Sendable () -> [UInt8]) {
    self.path = path
    make = bytes
  }
}

/// How a command ended, as scripts see it.
public enum ExitStatus: Int32, Sendable {
  /// Everything that was judged is met.
  case met = 0
  /// At least one target is missed or not reported, or a cell could not be read.
  case open = 1
  case wrongUsage = 2
  /// A rulebook with errors, or input that cannot be read.
  case unreadable = 3
  /// A fault in the program.
  case fault = 70
}
