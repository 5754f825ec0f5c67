import PDCAEngine

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// What went wrong with a file, as one line for the user.
struct FileFault: Error {
  let path: String
  let english: String
  let japanese: String
}

/// The only place where files are read and written.
enum Files {
  /// A file or folder, whatever name it is reached by.
  struct Identity: Hashable {
    let device: UInt64
    let inode: UInt64
  }

  enum Kind { case file, folder, other }

  /// What stands under a path. One question to the system tells all of it: a round of an office has hundreds of files.
  struct Entry {
    let kind: Kind
    let identity: Identity
    let size: Int
  }

  /// A path, and what stands there; nothing where nothing does.
  struct Place {
    let path: String
    let entry: Entry?

    init(_ path: String) {
      self.path = path
      entry = Files.entry(path)
    }
  }

  /// Larger files cannot be held, which standard input must be; no submission comes near this size, and it bounds the memory.
  private static let largest = 1 << 30
  /// Larger files are handed to the engine piece by piece.
  private static let heldSize = 1 << 20

  static func entry(_ path: String) -> Entry? {
    var status = stat()
    guard stat(path, &status) == 0 else { return nil }
    let kind: Kind =
      switch status.st_mode & S_IFMT {
      case S_IFREG: .file
      case S_IFDIR: .folder
      default: .other
      }
    let identity = Identity(
      device: UInt64(truncatingIfNeeded: status.st_dev), inode: UInt64(truncatingIfNeeded: status.st_ino))
    return Entry(kind: kind, identity: identity, size: Int(status.st_size))
  }

  static func kind(_ path: String) -> Kind? { entry(path)?.kind }

  static func identity(_ path: String) -> Identity? { entry(path)?.identity }

  /// The path without links and dots, or nothing where there is no such file.
  static func canonical(_ path: String) -> String? {
    guard let resolved = realpath(path, nil) else { return nil }
    defer { free(resolved) }
    return String(cString: resolved)
  }

  /// A file: its bytes, or for a large one a way to get at them.
  static func input(_ place: Place) throws(FileFault) -> InputFile {
    let path = place.path
    guard let entry = place.entry, entry.kind == .file, entry.size > heldSize else {
      return InputFile(path: path, bytes: try read(place))
    }
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw FileFault(path: path, english: "it cannot be opened", japanese: "ファイルを開けません") }
    let file = OpenFile(descriptor)
    return InputFile(path: path, size: entry.size) { offset, buffer in file.read(offset, into: buffer) }
  }

  /// A file that stays open as long as somebody may read from it. Reading moves no position, so threads do not disturb each other.
  private final class OpenFile: Sendable {
    private let descriptor: Int32

    init(_ descriptor: Int32) { self.descriptor = descriptor }

    deinit { close(descriptor) }

    func read(_ offset: Int, into buffer: UnsafeMutableRawBufferPointer) -> Int {
      var got = 0
      while got < buffer.count {
        let count = pread(descriptor, buffer.baseAddress.map { $0 + got }, buffer.count - got, off_t(offset + got))
        if count < 0 && errno == EINTR { continue }
        if count <= 0 { break }
        got += count
      }
      return got
    }
  }

  static func read(_ place: Place) throws(FileFault) -> [UInt8] {
    let path = place.path
    switch place.entry?.kind {
    case nil: throw FileFault(path: path, english: "there is no such file", japanese: "ファイルがありません")
    case .folder: throw FileFault(path: path, english: "it is a folder, not a file", japanese: "ファイルではなくフォルダです")
    default: break
    }
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw FileFault(path: path, english: "it cannot be opened", japanese: "ファイルを開けません") }
    defer { close(descriptor) }
    return try readAll(descriptor, path: path)
  }

  static func readStandardInput() throws(FileFault) -> [UInt8] { try readAll(0, path: "-") }

  private static func readAll(_ descriptor: Int32, path: String) throws(FileFault) -> [UInt8] {
    var status = stat()
    let expected = fstat(descriptor, &status) == 0 ? Int(status.st_size) : 0
    // Of a file, a block that is not filled is the last one; a pipe may fill blocks as it likes.
    let endsShort = expected > 0 && status.st_mode & S_IFMT == S_IFREG
    if expected > largest { throw tooLarge(path) }
    var bytes: [UInt8] = []
    var failed = false
    while bytes.count <= largest, !failed {
      let block = endsShort && bytes.isEmpty ? expected + 1 : max(expected - bytes.count + 1, 1 << 16)
      let before = bytes.count
      let piece = [UInt8](unsafeUninitializedCapacity: block) { buffer, count in
        let got = Files.readBlock(descriptor, buffer.baseAddress, block)
        failed = got < 0
        count = max(0, got)
      }
      if piece.isEmpty { break }
      if bytes.isEmpty { bytes = piece } else { bytes += piece }
      if bytes.count == before || endsShort && piece.count < block { break }
    }
    if failed { throw FileFault(path: path, english: "it cannot be read", japanese: "ファイルを読めません") }
    if bytes.count > largest { throw tooLarge(path) }
    return bytes
  }

  private static func tooLarge(_ path: String) -> FileFault {
    FileFault(path: path, english: "it is larger than 1 GB", japanese: "1GBを超えるファイルは読めません")
  }

  private static func readBlock(_ descriptor: Int32, _ buffer: UnsafeMutableRawPointer?, _ count: Int) -> Int {
    while true {
      #if canImport(Glibc)
        let got = Glibc.read(descriptor, buffer, count)
      #elseif canImport(Musl)
        let got = Musl.read(descriptor, buffer, count)
      #else
        let got = Darwin.read(descriptor, buffer, count)
      #endif
      if got >= 0 || errno != EINTR { return got }
    }
  }

  /// The names in a folder, in order of their bytes, without hidden ones.
  private static func names(in folder: String) -> [String] {
    guard let directory = opendir(folder) else { return [] }
    defer { closedir(directory) }
    var names: [String] = []
    while let entry = readdir(directory) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
        pointer.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      if name.utf8.first != UInt8(ascii: ".") { names.append(name) }
    }
    return names.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }

  /// All files below a folder that end in one of the endings, folder by folder in order of their names. A folder that is
  /// reached a second time, through a link, is passed over.
  static func files(below folder: String, endings: [String]) -> [Place] {
    var found: [Place] = []
    var seen: Set<Identity> = []
    var waiting = [folder]
    while let current = waiting.popLast() {
      guard let identity = identity(current), seen.insert(identity).inserted else { continue }
      var folders: [String] = []
      for name in names(in: current) {
        let place = Place(current.utf8.last == UInt8(ascii: "/") ? current + name : current + "/" + name)
        switch place.entry?.kind {
        case .folder: folders.append(place.path)
        case .file where endings.contains(where: { name.lowercased().hasSuffix($0) }) && !name.hasPrefix("~$"):
          found.append(place)
        default: break
        }
      }
      waiting += folders.reversed()
    }
    return found
  }

  /// Makes a folder where there is none; the folder that holds it must be there.
  static func makeFolder(_ path: String) throws(FileFault) {
    if kind(path) == .folder || mkdir(path, 0o755) == 0 { return }
    throw FileFault(path: path, english: "the folder cannot be made", japanese: "フォルダを作れません")
  }

  /// Writes a file beside its place, and moves it there when it is whole.
  static func write(_ bytes: [UInt8], to path: String, writer: Int = 0) throws(FileFault) {
    let file = try UnfinishedFile(path, writer: writer)
    file.write(bytes)
    try file.finish()
  }

  /// Makes and writes files, several at once: a disk is waited for while the next page is made. The first fault in the order of
  /// the files is thrown; what could be written has been.
  static func write(_ files: [OutputFile], to places: [String], cores: Int) throws(FileFault) {
    let writers = min(cores, UnfinishedFile.writers, files.count)
    var faults = [FileFault?](repeating: nil, count: files.count)
    faults.withUnsafeMutableBufferPointer { faults in
      Threads.run(writers, on: writers) { writer in
        for position in stride(from: writer, to: files.count, by: writers) {
          do throws(FileFault) { try write(files[position].bytes, to: places[position], writer: writer) } catch {
            faults[position] = error
          }
        }
      }
    }
    if let fault = faults.lazy.compactMap({ $0 }).first { throw fault }
  }

  /// Writes everything; false where the other side has gone.
  @discardableResult
  static func writeAll(_ bytes: [UInt8], to descriptor: Int32) -> Bool {
    bytes.withUnsafeBytes { buffer in
      var sent = 0
      while sent < buffer.count {
        let count = Files.writeBlock(descriptor, buffer, from: sent)
        if count < 0 && errno == EINTR { continue }
        if count <= 0 { return false }
        sent += count
      }
      return true
    }
  }

  private static func writeBlock(_ descriptor: Int32, _ buffer: UnsafeRawBufferPointer, from start: Int) -> Int {
    guard let base = buffer.baseAddress else { return 0 }
    #if canImport(Glibc)
      return Glibc.write(descriptor, base + start, buffer.count - start)
    #elseif canImport(Musl)
      return Musl.write(descriptor, base + start, buffer.count - start)
    #else
      return Darwin.write(descriptor, base + start, buffer.count - start)
    #endif
  }
}
