import CPacker
import Foundation

/// The Swift file that carries the module and the assets: text that the compiler takes over as it stands, where a list of
/// numbers would take it minutes.
enum AssetFile {
  /// - Parameter assets: files, each of which becomes a constant of its own name: `page.js` is `pageScript`.
  static func text(module: [UInt8]?, assets: [String]) -> String {
    var text = "// Written by PageBuilder.\n\nenum PageAssets {\n"
    text += "  /// The engine for wasm32, taken apart, packed, in base64; nothing where the toolchain could not compile it.\n"
    if let module {
      guard let streams = ModuleStreams.split(module) else { fail("the engine holds an operation that is not known here") }
      text += "  static let module: StaticString? = \"" + Data(packed(streams)).base64EncodedString() + "\"\n"
    } else {
      text += "  static let module: StaticString? = nil\n"
    }
    for asset in assets {
      let file = URL(fileURLWithPath: asset)
      guard let content = try? String(contentsOf: file, encoding: .utf8) else { fail("\(asset) cannot be read") }
      let name = file.deletingPathExtension().lastPathComponent + (file.pathExtension == "css" ? "Style" : "Script")
      text += "  static let \(name): StaticString = \"" + escaped(content) + "\"\n"
    }
    return text + "}\n"
  }

  /// The number of bytes, in four of them with the little end first, and the LZMA stream: what `unpacked` in `engine.js` reads.
  private static func packed(_ bytes: [UInt8]) -> [UInt8] {
    var stream = [UInt8](repeating: 0, count: bytes.count)
    let count = pack_lzma(bytes, bytes.count, &stream, bytes.count)
    stream.removeLast(bytes.count - count)
    if stream.isEmpty { fail("the engine cannot be packed") }
    return [0, 8, 16, 24].map { UInt8(truncatingIfNeeded: bytes.count >> $0) } + stream
  }

  private static func escaped(_ content: String) -> String {
    var result = ""
    for scalar in content.unicodeScalars {
      switch scalar {
      case "\\": result += "\\\\"
      case "\"": result += "\\\""
      case "\n": result += "\\n"
      case "\r": result += "\\r"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }

  /// Writes the file unless it is as it was, so that what depends on it is not compiled again.
  static func replace(_ path: String, with text: String) throws {
    if let known = try? String(contentsOfFile: path, encoding: .utf8), known.utf8.elementsEqual(text.utf8) { return }
    try text.write(toFile: path, atomically: true, encoding: .utf8)
  }
}
