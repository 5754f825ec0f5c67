/// How all pages look. Colours come in pairs for light and dark, each with a contrast of at least 4.5 to its ground; what a
/// colour says is also said by a word, a sign or a pattern.
package enum PageStyle {
  static let sheet: StaticString = """
    :root{color-scheme:light dark;--ground:#fff;--panel:#f4f6f8;--text:#1b1f24;--soft:#4f5863;--line:#c9d0d8;--link:#0b4fb3;\
    --bad:#b3261e;--badground:#fdeceb;--care:#7a4a00;--careground:#fff4dd;--good:#17633a;--goodground:#e7f5ec;\
    --s0:#1d4f91;--s1:#5b87bd;--s2:#d9e3ef;--ink:#1b1f24;--onfill:#fff;--bar0:#1d4f91;--bar1:#8a5a00;--bar2:#68747f}
    @media (prefers-color-scheme:dark){:root{--ground:#14181d;--panel:#1e242b;--text:#e8ecf0;--soft:#aeb8c2;--line:#414b56;\
    --link:#8ab8ff;--bad:#ff9d94;--badground:#3a1c1b;--care:#f2c266;--careground:#372a12;--good:#84d6a5;--goodground:#16301f;\
    --s0:#8ab8ff;--s1:#4a78b0;--s2:#2a3746;--ink:#e8ecf0;--onfill:#0d1117;--bar0:#8ab8ff;--bar1:#f2c266;--bar2:#9aa6b2}}
    *{box-sizing:border-box}
    html{-webkit-text-size-adjust:100%}
    body{margin:0;background:var(--ground);color:var(--text);font:16px/1.7 "Hiragino Sans","Noto Sans CJK JP","Noto Sans JP",\
    "Yu Gothic UI","Meiryo",system-ui,sans-serif;line-break:strict;overflow-wrap:anywhere}
    body>*{max-width:76rem;margin-inline:auto;padding-inline:1rem}
    a{color:var(--link)}
    a:focus-visible,.scroll:focus-visible{outline:3px solid var(--link);outline-offset:2px}
    .skip{position:absolute;left:-999rem}
    .skip:focus{left:1rem;top:.5rem;background:var(--ground);padding:.5rem}
    header{padding-block:.8rem;border-bottom:1px solid var(--line)}
    .site{margin:0 0 .3rem;font-weight:700}
    nav ul{display:flex;flex-wrap:wrap;gap:.1rem 1rem;list-style:none;margin:0;padding:0}
    nav a{display:inline-block;padding:.2rem 0;min-height:24px}
    nav a[aria-current]{color:var(--text);font-weight:700;text-decoration-thickness:3px}
    h1,h2,h3{line-height:1.35;word-break:auto-phrase;text-wrap:balance}
    h1{font-size:1.6rem;margin:1.2rem 0 .6rem}
    h2{font-size:1.25rem;margin:2.2rem 0 .6rem;padding-bottom:.2rem;border-bottom:2px solid var(--line)}
    h3{font-size:1.05rem;margin:1.4rem 0 .3rem}
    p{margin:.4rem 0}
    footer{margin-block-start:3rem;padding-block:1rem;border-top:1px solid var(--line);color:var(--soft);font-size:.85rem}
    .soft{color:var(--soft)}
    .small{font-size:.875rem}
    .tiles{display:flex;flex-wrap:wrap;gap:.6rem;list-style:none;margin:1rem 0;padding:0}
    .tiles li{background:var(--panel);border:1px solid var(--line);border-radius:.4rem;padding:.4rem .9rem;min-width:7rem}
    .tiles b{display:block;font-size:1.5rem;line-height:1.3;font-variant-numeric:tabular-nums}
    .bad{color:var(--bad)}.care{color:var(--care)}.good{color:var(--good)}
    .note{border-left:4px solid var(--care);background:var(--careground);padding:.5rem .8rem;margin:.8rem 0}
    .tag{display:inline-block;border:1px solid currentColor;border-radius:.3rem;padding:0 .4rem;font-size:.8rem;white-space:nowrap}
    .scroll{overflow-x:auto;margin:.6rem 0}
    table{border-collapse:collapse;font-size:.9rem;line-height:1.5;width:max-content;max-width:max(100%,46rem)}
    table.fit{max-width:100%}
    caption{text-align:left;color:var(--soft);padding-bottom:.3rem}
    th,td{border-bottom:1px solid var(--line);padding:.3rem .6rem;text-align:left;vertical-align:top}
    th{font-weight:600}
    thead th{background:var(--panel);word-break:auto-phrase;overflow-wrap:break-word;vertical-align:bottom}
    thead th.n{min-width:4rem;white-space:normal}
    td.n,th.n{text-align:right;font-variant-numeric:tabular-nums;white-space:nowrap}
    td.w,th.w{min-width:14rem}
    td.m,th.m{min-width:7rem}
    td.nb,th.nb{white-space:nowrap}
    tr.off td,tr.off th{background:var(--badground)}
    tr.sum td,tr.sum th{border-top:2px solid var(--line);font-weight:600}
    dl{display:grid;grid-template-columns:max-content 1fr;gap:.15rem .8rem;margin:.3rem 0}
    dt{color:var(--soft)}dd{margin:0}
    blockquote{margin:.3rem 0;padding-left:.8rem;border-left:3px solid var(--line)}
    .card{border:1px solid var(--line);border-left:5px solid var(--bad);border-radius:.3rem;padding:.2rem .9rem .5rem;margin:.7rem 0}
    .card h3{margin:.4rem 0 .2rem}
    .cardhead{display:flex;flex-wrap:wrap;align-items:baseline;gap:0 .8rem}
    figure{margin:1.4rem 0 2.2rem}
    .lead{font-weight:700}
    .columns{columns:20rem;column-gap:2rem;margin:.4rem 0;padding-left:1.2rem}
    .columns li{break-inside:avoid}
    .split{display:grid;gap:.5rem 1.5rem}
    .split>*{min-width:0}
    @media (min-width:70rem){.split{grid-template-columns:minmax(0,1.1fr) minmax(0,1fr);align-items:start}\
    .split .scroll{margin-top:0}.split table{max-width:100%}.split th.w{min-width:11rem}.split thead th.n{min-width:0}.split th,.split td{padding-inline:.45rem}}
    @media (min-width:44rem){.pairs dl{grid-template-columns:max-content minmax(0,1fr) max-content minmax(0,1fr)}.pairs .all{grid-column:2/-1}}
    .legend{display:flex;flex-wrap:wrap;gap:.2rem 1.2rem;list-style:none;margin:.4rem 0;padding:0;font-size:.9rem}
    .legend svg{vertical-align:-2px;margin-right:.35rem}
    .row{margin:.5rem 0;break-inside:avoid}
    .row div{font-size:.875rem;line-height:1.35}
    .row svg{display:block;width:100%;margin-top:2px}
    @media (min-width:44rem){.row{display:grid;grid-template-columns:13rem minmax(0,1fr);gap:.8rem;align-items:center}}
    .side .row{display:grid;grid-template-columns:4.5rem minmax(0,1fr);gap:.4rem;align-items:center}
    svg{overflow:visible;font-size:13px;forced-color-adjust:none}
    .edge{stroke:var(--s0);stroke-width:1}
    .s0{fill:var(--s0)}.s1{fill:url(#hatch)}.s2{fill:url(#dots)}.s3{fill:url(#bars)}.s4{fill:url(#cross)}
    .na{fill:var(--panel);stroke:var(--soft)}.nr{fill:var(--ground);stroke:var(--soft);stroke-dasharray:4 3}
    .b0{fill:var(--bar0)}.b1{fill:url(#hatch)}.b2{fill:url(#dots)}
    .pb{fill:var(--s2)}.pl{stroke:var(--s0);stroke-width:2;fill:none}.pd{fill:var(--s0)}
    .v{fill:var(--ink)}
    .vs{fill:var(--ink);paint-order:stroke;stroke:var(--ground);stroke-width:4px;stroke-linejoin:round;font-weight:600}
    .vo{fill:var(--onfill);font-weight:600}
    .hidden{position:absolute;width:0;height:0;overflow:hidden}
    @media (max-width:44rem){body{font-size:15px}.card{padding-inline:.7rem}th.w{min-width:8rem}\
    .scroll tbody th{position:sticky;left:0;background:var(--ground);max-width:10rem;white-space:normal}}
    @page{size:A4;margin:15mm 13mm 12mm;font:8pt "Hiragino Sans","Noto Sans CJK JP","Yu Gothic UI",sans-serif;\
    @bottom-right{content:counter(page) " / " counter(pages)}}
    @media print{:root{--ground:#fff;--panel:#f1f3f5;--text:#000;--soft:#333;--line:#999;--link:#000;--bad:#8c1d18;--badground:#fff;\
    --care:#5c3800;--careground:#fff;--good:#0f4a2a;--s0:#1d4f91;--s2:#e6edf5;--ink:#000;--onfill:#fff}
    html{font-size:9pt}body{font-size:9pt;line-height:1.5;print-color-adjust:exact;widows:3;orphans:3}
    body>*{max-width:none;padding-inline:0}
    nav,.skip{display:none}header{padding:0;border:0}.site{display:none}
    h1{font-size:14pt;line-height:1.25;margin:0 0 1mm}h2{font-size:11pt;margin:3mm 0 1mm;padding-bottom:.3mm}h3{font-size:10pt;margin:2.5mm 0 .5mm}
    h2,h3,figcaption,caption,.legend,.lead,blockquote{break-after:avoid}
    table{font-size:8pt;max-width:100%}th,td{padding:.5mm 1.5mm}thead{display:table-header-group}
    tr,.card,.tiles li,.row,.keep,.note,li{break-inside:avoid}.scroll{overflow:visible;margin:1.5mm 0}
    thead th.n,td.nb,th.nb{white-space:normal;word-break:keep-all;overflow-wrap:break-word;min-width:0}.small{font-size:8pt}
    td.w,th.w,td.m,th.m,.split th.w{min-width:0}.split:has(.side){grid-template-columns:3fr 2fr}
    .row{display:grid;grid-template-columns:52mm minmax(0,1fr);gap:2mm;margin:1mm 0;align-items:center}.row div{font-size:8pt}
    svg{font-size:11px}.pairs dl{grid-template-columns:max-content minmax(0,1fr) max-content minmax(0,1fr)}.pairs .all{grid-column:2/-1}
    dl{gap:.2mm 2mm;margin:.5mm 0}.card{padding:0 2.5mm .3mm;margin:.9mm 0;font-size:8pt;line-height:1.3}.card h3{margin:.3mm 0;font-size:9.5pt}\
    .card .small{font-size:7.5pt}.card blockquote{margin:.3mm 0}
    .tiles{gap:2mm;margin:1mm 0}.tiles li{padding:0 2.5mm;min-width:0;display:flex;gap:1.5mm;align-items:baseline}.tiles b{font-size:11pt}a{text-decoration:none}
    .note{padding:.2mm 2mm;margin:1mm 0}figure{margin:2mm 0 5mm}.columns{columns:70mm;font-size:8pt}\
    h2.run{font-size:9.5pt;margin:2mm 0 .3mm;border:0;padding:0}.names{font-size:7pt;line-height:1.35;margin:0}
    footer{margin-top:2mm;padding:.5mm 0 0;font-size:7.5pt}footer p{margin:0}}
    """

  /// The patterns that charts fill with: one for each page, for all its charts.
  static let patterns: StaticString = """
    <svg class="hidden" width="0" height="0" aria-hidden="true"><defs>\
    <pattern id="hatch" width="7" height="7" patternUnits="userSpaceOnUse"><rect class="pb" width="7" height="7"></rect>\
    <path class="pl" d="M-1 8L8 -1M-1 1L1 -1M6 8L8 6"></path></pattern>\
    <pattern id="dots" width="7" height="7" patternUnits="userSpaceOnUse"><rect class="pb" width="7" height="7"></rect>\
    <circle class="pd" cx="3.5" cy="3.5" r="1.2"></circle></pattern>\
    <pattern id="bars" width="6" height="6" patternUnits="userSpaceOnUse"><rect class="pb" width="6" height="6"></rect>\
    <path class="pl" d="M3 0V6"></path></pattern>\
    <pattern id="cross" width="8" height="8" patternUnits="userSpaceOnUse"><rect class="pb" width="8" height="8"></rect>\
    <path class="pl" d="M0 4H8M4 0V8"></path></pattern></defs></svg>
    """

  /// The heads of each printed page: the programme on the left, the page's own title on the right.
  static func pageHead(_ left: String, _ right: String) -> String {
    "@page{@top-left{content:\"" + quoted(left) + "\"}@top-right{content:\"" + quoted(right) + "\"}}"
  }

  /// Every character that is no plain letter is written by its number, so that no text can leave the quotes.
  private static func quoted(_ text: String) -> String {
    var written = ""
    for scalar in text.unicodeScalars.prefix(60) where !SafeText.isHazardous(scalar.value) {
      let isPlain = scalar.isASCII && (scalar.properties.isAlphabetic || (0x30...0x39).contains(scalar.value))
      written += isPlain ? String(Character(scalar)) : "\\" + String(scalar.value, radix: 16) + " "
    }
    return written
  }

  /// The source expression of a content-security policy that admits exactly this style sheet.
  package static func hash(of bytes: [UInt8]) -> String {
    let digits = Array(SHA256.hexadecimal(of: bytes).utf8)
    func value(_ digit: UInt8) -> UInt8 { digit < 0x3A ? digit - 0x30 : digit - 0x57 }
    let sum = stride(from: 0, to: digits.count - 1, by: 2).map { value(digits[$0]) << 4 | value(digits[$0 + 1]) }
    return "'sha256-" + Base64.text(of: sum) + "'"
  }
}
