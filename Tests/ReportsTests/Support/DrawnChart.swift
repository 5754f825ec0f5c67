import Foundation

/// The numbers of a page's charts, read back out of the SVG.
struct DrawnChart {
  /// By row, then by series: the value of its bar.
  private(set) var bars: [String: [String: Int]] = [:]
  /// By row: all texts in its picture.
  private(set) var texts: [String: [String]] = [:]
  /// By row: the widths of its bars in percent.
  private(set) var widths: [String: [String: Double]] = [:]

  init(_ page: String) {
    for picture in page.matches(of: /<svg role="img"[^>]*data-row="([^"]*)">(.*?)<\/svg>/) {
      let row = String(picture.1)
      for bar in picture.2.matches(of: /<rect [^>]*width="([0-9.]+)%"[^>]*data-series="([^"]*)" data-value="(-?[0-9]+)">/) {
        bars[row, default: [:]][String(bar.2)] = Int(bar.3)
        widths[row, default: [:]][String(bar.2)] = Double(bar.1)
      }
      texts[row] = picture.2.matches(of: /<text [^>]*>([^<]*)<\/text>/).map { String($0.1) }
    }
  }
}
