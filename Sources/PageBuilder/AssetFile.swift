import Foundation
import Inflation

/// The Swift file that carries the module and the assets: text that the compiler takes over as it stands, where a list of
/// numbers would take it minutes.
enum AssetFile {
  static func text(module: [UInt8]?, assets: [String]) -> String {
    var text = "// Written by PageBuilder.\n\nenum PageAssets {\n"
    text += "  /// The engine for wasm32, taken apart, deflated, in base64; nothing where the toolchain could not compile it.\n"
    if let module {
      guard let streams = ModuleStreams.split(module) else { fail("the engine holds an operation that is not known here") }
      guard let deflated = Deflating.deflate(streams, level: 9) else { fail("the engine cannot be deflated") }
      text += "  static let module: StaticString? = \"" + Data(deflated).base64EncodedString() + "\"\n"
    } else {
      text += "  static let module: StaticString? = nil\n"
    }
    for asset in assets {
      let name = URL(fileURLWithPath: asset).lastPathComponent
      guard let content = try? String(contentsOfFile: asset, encoding: .utf8) else { fail("\(asset) cannot be read") }
      text += "  static let \(name.hasSuffix(".css") ? "style" : "script"): StaticString = \"" + escaped(content) + "\"\n"
    }
    return text + "}\n"
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
