/** The style of the page, for the screen and for A4 paper. */
export const STYLE = `
body{font:16px/1.8 "Noto Serif CJK SC","Source Han Serif SC",SimSun,serif;max-width:52em;margin:2em auto;padding:0 1em;color:#222;background:#fff}
h1,h2,h3,th{font-family:"Noto Sans CJK SC","Source Han Sans SC","Microsoft YaHei",SimHei,sans-serif}
h2{border-bottom:2px solid #b22;margin-top:2em}
ol.outline,ol.outline ol{list-style:none;padding-left:1.5em;margin:0}
.text{white-space:pre-wrap;overflow-wrap:anywhere;border:1px solid #ddd;padding:1em}
mark{background:#ffe9a8;color:inherit;border-bottom:2px solid #c80}
mark.error{background:#ffd6d6;border-color:#b22}
mark.info,mark.hint{background:#e4efff;border-color:#369}
mark a{color:inherit;text-decoration:none;font-size:.7em;vertical-align:super;padding-left:.1em}
table{border-collapse:collapse;width:100%;font-size:.9em}
th,td{border:1px solid #999;padding:.3em .5em;text-align:left;vertical-align:top;overflow-wrap:anywhere}
tr.conflict td{background:#ffd6d6}
.failure{color:#b22}
@media print{body{max-width:none;margin:0;font-size:12pt}article{break-before:page}tr,h3{break-inside:avoid;break-after:auto}h3{break-after:avoid}mark{-webkit-print-color-adjust:exact;print-color-adjust:exact}}
@page{size:A4;margin:25mm 20mm}
`;
