import Foundation
import PDCAEngine

/// The sample rulebook and data of the checkout, evaluated through the public face.
enum Sample {
  static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()

  static func request(_ format: OutputFormat, _ language: OutputLanguage) -> Request {
    let rules = root.appendingPathComponent("Rules/osaka-home-care")
    var request = Request(
      rulebook: RulebookSource(
        root: "rulebook.pdca", read: { (try? Data(contentsOf: rules.appendingPathComponent($0))).map { [UInt8]($0) } },
        shown: { "Rules/osaka-home-care/" + $0 }))
    request.areas = file("Rules/osaka-home-care/areas.csv")
    let folder = root.appendingPathComponent("Samples/osaka-home-care")
    let names = FileManager.default.subpaths(atPath: folder.path) ?? []
    request.data = names.filter { $0.hasSuffix(".csv") }.sorted().compactMap { file("Samples/osaka-home-care/" + $0) }
    request.format = format
    request.language = language
    return request
  }

  private static func file(_ path: String) -> InputFile? {
    (try? Data(contentsOf: root.appendingPathComponent(path))).map { InputFile(path: path, bytes: [UInt8]($0)) }
  }

  /// The pages of the report by their names, written once for all tests.
  static let pages: [String: String] = pages(.japanese)
  static let response = Pipeline.evaluate(request(.html, .japanese))

  static func pages(_ language: OutputLanguage) -> [String: String] {
    let response = language == .japanese ? self.response : Pipeline.evaluate(request(.html, language))
    return Dictionary(uniqueKeysWithValues: response.files.map { ($0.path, String(decoding: $0.bytes, as: UTF8.self)) })
  }
}
