/** The style of the page, for the screen and for A4 paper. */
export const STYLE = `
body{font:16px/1.8 "Noto Serif CJK SC","Source Han Serif SC",SimSun,serif;max-width:56em;margin:2em auto;padding:0 1em;color:#222;background:#fff}
h1,h2,h3,h4,th{font-family:"Noto Sans CJK SC","Source Han Sans SC","Microsoft YaHei",SimHei,sans-serif}
h1,h2,h3,h4{line-height:1.4;overflow-wrap:anywhere}
h2{border-bottom:2px solid #b22;margin-top:2em}
h3{margin:1.5em 0 .5em}
a{color:#236;text-decoration:none}
a:hover,a:focus{text-decoration:underline}
ol.outline,ol.outline ol,ul.open{list-style:none;padding-left:1.5em;margin:0}
ol.outline,ul.open{padding-left:.5em}
.text{white-space:pre-wrap;overflow-wrap:anywhere;border:1px solid #ddd;padding:1em}
mark{background:#ffe9a8;color:inherit;border-bottom:2px solid #c80}
mark.error{background:#ffd6d6;border-color:#b22}
mark.info,mark.hint{background:#e4efff;border-color:#369}
mark a{color:inherit;font-size:.7em;vertical-align:super;padding-left:.1em}
table{border-collapse:collapse;width:100%;font-size:.9em;line-height:1.5;margin:.5em 0 1em}
th,td{border:1px solid #999;padding:.3em .5em;text-align:left;vertical-align:top;overflow-wrap:anywhere}
th{background:#f3f3f3}
table.opinions{table-layout:fixed}
.opinions th:nth-child(1){width:2.5em}
.opinions th:nth-child(2){width:14%}
.opinions th:nth-child(3){width:14%}
.opinions th:nth-child(5){width:24%}
.opinions th:nth-child(6){width:4.5em}
.ledger td:nth-child(n+2):nth-child(-n+4),th{white-space:nowrap}
.chart th:nth-child(n+2):nth-child(-n+3){width:4.5em}
.chart th:nth-child(4){width:260px;white-space:normal}
.chart td:nth-child(4){vertical-align:middle}
svg{display:block;max-width:100%}
rect{fill:#69b}
rect.over{fill:#d90}
rect.usual{fill:#b22}
.files td:nth-child(n+2),.files th:nth-child(n+2){width:3em;text-align:right}
tr.conflict td{background:#ffd6d6}
.failure{color:#b22}
:target{outline:2px solid #c80}
@media print{
body{max-width:none;margin:0;padding:0;font-size:11pt;line-height:1.6}
a{color:inherit}
article+article,.files+article{break-before:page}
table{font-size:9.5pt}
tr,li{break-inside:avoid}
thead{display:table-header-group}
h1,h2,h3,h4{break-after:avoid}
mark,th,tr.conflict td,rect{-webkit-print-color-adjust:exact;print-color-adjust:exact}
}
@page{size:A4;margin:25mm 20mm}
`;
