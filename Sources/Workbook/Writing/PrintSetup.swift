/// How a sheet comes out on paper: A4, as wide as the page, or as a number of them.
package struct PrintSetup: Sendable {
  /// A piece of a header or footer.
  package enum Piece: Sendable {
    case text(String)
    case page, pages, sheet, file, date
  }

  package var isLandscape = false
  package var pagesAcross = 1
  /// As many pages down as it takes when nothing.
  package var pagesDown: Int?
  package var area: CellRange?
  /// Repeated at the top of each page.
  package var titleRows: ClosedRange<Int>?
  package var titleColumns: ClosedRange<Int>?
  package var headerLeft: [Piece] = []
  package var headerCentre: [Piece] = []
  package var headerRight: [Piece] = []
  package var footerLeft: [Piece] = []
  package var footerCentre: [Piece] = []
  package var footerRight: [Piece] = []

  package init() {}

  var header: String { PrintSetup.code(headerLeft, headerCentre, headerRight) }
  var footer: String { PrintSetup.code(footerLeft, footerCentre, footerRight) }

  private static func code(_ left: [Piece], _ centre: [Piece], _ right: [Piece]) -> String {
    var code = ""
    if !left.isEmpty { code += "&L" + text(left) }
    if !centre.isEmpty { code += "&C" + text(centre) }
    if !right.isEmpty { code += "&R" + text(right) }
    return code
  }

  private static func text(_ pieces: [Piece]) -> String {
    var text = ""
    for piece in pieces {
      switch piece {
      case .text(let words):
        for character in words { text += character == "&" ? "&&" : String(character) }
      case .page: text += "&P"
      case .pages: text += "&N"
      case .sheet: text += "&A"
      case .file: text += "&F"
      case .date: text += "&D"
      }
    }
    return text
  }
}
