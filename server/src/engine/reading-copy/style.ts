/** The style of a reading copy: letters of `size` points, A4 in print with the page's number at its foot. */
export function readingCopyStyle(size: number): string {
  return `:root { color-scheme: light; }
html { background: #fff; color: #000; }
body { max-width: 34em; margin: 0 auto; padding: 1em 3.5em 2em 1em; font: ${size}pt/1.75 "仿宋_GB2312", FangSong, STFangsong, "Noto Serif CJK SC", "Source Han Serif SC", "WenQuanYi Micro Hei", serif; line-break: strict; word-break: normal; }
h1, h2, h3, h4, p { margin: 0; font-weight: normal; }
h1 { font: 1.25em/1.5 "方正小标宋简体", "方正小标宋_GBK", STZhongsong, SimSun, "Noto Serif CJK SC", "WenQuanYi Micro Hei", serif; text-align: center; }
h2, h3, h4, p { text-indent: 2em; font-size: 1em; }
h2 { font-family: SimHei, STHeiti, "Noto Sans CJK SC", "WenQuanYi Micro Hei", sans-serif; margin-top: 0.6em; }
h3 { font-family: "楷体_GB2312", KaiTi, STKaiti, "WenQuanYi Micro Hei", serif; }
h4 { font-weight: bold; }
.byline { text-align: center; text-indent: 0; font-family: "楷体_GB2312", KaiTi, STKaiti, "WenQuanYi Micro Hei", serif; }
.salutation { text-indent: 0; margin-top: 0.6em; }
.row { text-indent: 0; white-space: pre-wrap; font-size: 0.75em; }
article + article { margin-top: 3em; }
.keep { white-space: nowrap; }
mark { background: none; color: inherit; border: 0.08em solid #000; padding: 0 0.12em; }
rt { font: 0.45em/1 "DejaVu Sans", Arial, sans-serif; text-indent: 0; }
.reading { font-size: 0.7em; font-family: "DejaVu Sans", Arial, sans-serif; text-indent: 0; }
[data-time] { position: relative; }
[data-time]::after { content: attr(data-time); position: absolute; left: 100%; top: 1em; width: 8em; text-indent: 0; margin-left: 0.8em; font: 0.4em/1.3 "WenQuanYi Micro Hei", SimSun, sans-serif; color: #444; white-space: normal; }
@page { size: A4; margin: 25mm 26mm 25mm 26mm; @bottom-center { content: "— " counter(page) " —"; font: 14pt SimSun, serif; } }
@media print {
  body { max-width: none; margin: 0; padding: 0 2.2em 0 0; }
  h1, h2, h3, h4, .salutation { break-after: avoid; }
  p { orphans: 2; widows: 2; }
  .row { break-inside: avoid; }
  article + article, .new-page { break-before: page; margin-top: 0; }
}
@media screen and (max-width: 40em) {
  body { padding: 1em; }
  [data-time]::after { position: static; display: block; margin: 0 0 0 2em; width: auto; }
}
`;
}
