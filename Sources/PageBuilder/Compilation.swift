import Foundation

/// A module of the engine: its name, the modules that it uses, and its files.
struct Room {
  let name: String
  let uses: [String]
  let files: [String]
}

/// Compiles rooms as Embedded Swift for wasm32. `CONTRIBUTING.md` tells what that allows.
struct Compilation {
  let work: URL
  let toolchain: URL
  let runtime: URL

  private static let triple = "wasm32-unknown-none-wasm"

  private static let swiftFlags = [
    "-target", triple, "-enable-experimental-feature", "Embedded", "-wmo", "-Osize", "-parse-as-library", "-swift-version", "6",
    "-package-name", "pdca",
    // There is no C library to report a broken stack to; limits of depth do that.
    "-Xfrontend", "-disable-stack-protector",
    // Without this, functions of other rooms are left out of the object files at random.
    "-Xfrontend", "-disable-incremental-llvm-codegen",
    // The page is to be small: functions are called rather than copied into their callers, traps of a function become one.
    "-Xfrontend", "-mergeable-traps", "-Xllvm", "-inline-threshold=0", "-Xllvm", "-sil-disable-pass=inline",
    "-Xllvm", "-sil-disable-pass=closure-specialize", "-Xllvm", "-sil-disable-pass=loop-unroll",
    "-Xllvm", "-sil-disable-pass=array-property-opt",
    // Where little is inlined, this reference counting takes a copy of an array for the array itself, and sorts both.
    "-Xfrontend", "-disable-swift-specific-llvm-optzns",
  ]

  private static let clangFlags = [
    "--target=" + triple, "-ffreestanding", "-fno-builtin", "-mbulk-memory", "-O2", "-std=c17", "-Wall", "-Werror",
  ]

  // Without the stack flags deep input would write over the program's own data instead of stopping.
  private static let linkFlags = [
    "--no-entry", "--gc-sections", "--strip-all", "--compress-relocations", "-O2", "-z", "stack-size=1048576", "--stack-first",
  ]

  /// Why there is no module: a room that only an operating system can run.
  struct Refusal: Error { let message: String }

  /// The linked module.
  func link(_ rooms: [Room]) throws(Refusal) -> [UInt8] {
    var digest = Digest()
    digest.add(toolchain.path + Compilation.stamp(of: tool("swiftc")))
    digest.add(Compilation.swiftFlags.joined(separator: " "))
    var digests: [String: String] = [:]
    for room in rooms {
      var own = digest
      for used in room.uses { own.add(digests[used] ?? "") }
      try compile(room, isLast: room.name == rooms.last?.name, digest: &own)
      digests[room.name] = own.text
    }
    let object = work.appending(path: "runtime.o")
    try run("clang", Compilation.clangFlags + ["-c", runtime.path, "-o", object.path], "the engine's runtime")
    let linked = work.appending(path: "engine.wasm")
    let tables = toolchain.appending(path: "lib/swift/embedded/\(Compilation.triple)/libswiftUnicodeDataTables.a")
    let objects = (rooms.last.map { [self.object($0).path] } ?? []) + [object.path, tables.path]
    try run("wasm-ld", Compilation.linkFlags + objects + ["-o", linked.path], "the engine for self-check pages")
    guard let bytes = try? Data(contentsOf: linked) else { fail("\(linked.path) cannot be read") }
    return [UInt8](bytes)
  }

  private func object(_ room: Room) -> URL { work.appending(path: room.name + ".o") }

  /// Compiles a room unless it and all that it uses are as they were. Embedded Swift takes over into a module whatever it calls in
  /// others: machine code is made of the last room alone, and holds all that the engine needs.
  private func compile(_ room: Room, isLast: Bool, digest: inout Digest) throws(Refusal) {
    for file in room.files {
      guard let bytes = try? Data(contentsOf: URL(fileURLWithPath: file)) else { fail("\(file) cannot be read") }
      digest.add(file)
      digest.add(bytes)
    }
    let stamp = work.appending(path: room.name + ".digest")
    if let known = try? String(contentsOf: stamp, encoding: .utf8), known == digest.text { return }
    try? FileManager.default.removeItem(at: stamp)
    let interface = work.appending(path: room.name + ".swiftmodule")
    let made = isLast ? ["-c", "-o", object(room).path] : ["-emit-module", "-emit-module-path", interface.path]
    try run("swiftc", Compilation.swiftFlags + ["-module-name", room.name, "-I", work.path] + made + room.files, room.name)
    try? digest.text.write(to: stamp, atomically: true, encoding: .utf8)
  }

  private func tool(_ name: String) -> URL { toolchain.appending(path: "bin/" + name) }

  private static func stamp(of file: URL) -> String {
    let path = file.resolvingSymlinksInPath().path
    let attributes = try? FileManager.default.attributesOfItem(atPath: path)
    return "\(attributes?[.modificationDate] ?? "")\(attributes?[.size] ?? "")"
  }

  private func run(_ name: String, _ arguments: [String], _ what: String) throws(Refusal) {
    let process = Process()
    process.executableURL = tool(name)
    process.arguments = arguments
    do { try process.run() } catch { fail("\(name) cannot be started: \(error)") }
    process.waitUntilExit()
    if process.terminationReason == .uncaughtSignal { fail("\(what): \(name) was ended by signal \(process.terminationStatus)") }
    if process.terminationStatus != 0 {
      throw Refusal(
        message: "\(what) does not compile as Embedded Swift for wasm32 (see Laws of the core in CONTRIBUTING.md)")
    }
  }
}

/// A sum by which changed input is known: FNV-1a in 64 bits. It guards against nobody.
struct Digest {
  private var state: UInt64 = 0xcbf2_9ce4_8422_2325

  var text: String { String(state, radix: 16) }

  mutating func add(_ text: String) { add(Data(text.utf8)) }

  mutating func add(_ bytes: Data) {
    for byte in bytes { state = (state ^ UInt64(byte)) &* 0x100_0000_01b3 }
    state = (state ^ 0x1ff) &* 0x100_0000_01b3
  }
}
