import Foundation
import Testing

@testable import Reports

/// What WCAG 2.2 AA asks of colours: 4.5 for text on its ground, 3 for the lines and areas of pictures and for the mark of the
/// focus; in the light theme, the dark one and in print.
@Suite struct ContrastTests {
  private static let texts = [
    ("text", "ground"), ("soft", "ground"), ("soft", "panel"), ("link", "ground"), ("link", "panel"), ("link", "careground"),
    ("bad", "panel"), ("care", "panel"), ("good", "panel"), ("good", "ground"), ("text", "panel"), ("text", "badground"),
    ("text", "careground"), ("onfill", "s0"), ("ink", "ground"), ("ink", "panel"),
  ]
  private static let shapes = [
    ("s0", "ground"), ("s0", "s2"), ("bad", "ground"), ("care", "careground"), ("link", "ground"), ("soft", "panel"),
  ]

  @Test(arguments: ["light", "dark", "print"])
  func coloursStandOutFromTheirGround(_ theme: String) throws {
    let colours = try #require(ContrastTests.themes()[theme])
    for (pairs, least) in [(ContrastTests.texts, 4.5), (ContrastTests.shapes, 3.0)] {
      for (front, ground) in pairs {
        let (first, second) = (try #require(colours[front], "\(front)"), try #require(colours[ground], "\(ground)"))
        let ratio = ContrastTests.contrast(first, second)
        #expect(ratio >= least, "\(front) on \(ground) in \(theme): \(ratio)")
      }
    }
  }

  /// No rule of the sheet names a colour besides the themes, so that none escapes the test.
  @Test func allColoursAreOfTheThemes() {
    let rest = PageStyle.sheet.description.replacing(/:root\{.*?\}/.dotMatchesNewlines(), with: "")
    #expect(rest.firstMatch(of: /#[0-9a-f]{3,8}\b|rgba?\(|hsl/) == nil)
  }

  @Test func theMeasureIsThatOfTheStandard() {
    #expect(abs(ContrastTests.contrast("#000", "#fff") - 21) < 0.001)
    #expect(abs(ContrastTests.contrast("#777777", "#ffffff") - 4.48) < 0.005)
  }

  /// Each theme overrides what stands in the light one.
  private static func themes() -> [String: [String: String]] {
    let blocks = PageStyle.sheet.description.matches(of: /:root\{(.*?)\}/.dotMatchesNewlines()).map { block in
      Dictionary(uniqueKeysWithValues: block.1.matches(of: /--([a-z0-9]+):(#[0-9a-f]+)/).map { (String($0.1), String($0.2)) })
    }
    guard blocks.count == 3 else { return [:] }
    return [
      "light": blocks[0], "dark": blocks[0].merging(blocks[1]) { $1 }, "print": blocks[0].merging(blocks[2]) { $1 },
    ]
  }

  private static func contrast(_ first: String, _ second: String) -> Double {
    let (high, low) = (max(light(first), light(second)), min(light(first), light(second)))
    return (high + 0.05) / (low + 0.05)
  }

  /// The relative luminance of WCAG.
  private static func light(_ colour: String) -> Double {
    var digits = Array(colour.dropFirst())
    if digits.count == 3 { digits = digits.flatMap { [$0, $0] } }
    let parts = stride(from: 0, to: 6, by: 2).map { Double(Int(String(digits[$0...($0 + 1)]), radix: 16) ?? 0) / 255 }
    let linear = parts.map { $0 <= 0.04045 ? $0 / 12.92 : pow(($0 + 0.055) / 1.055, 2.4) }
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
  }
}
