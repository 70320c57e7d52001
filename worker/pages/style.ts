/**
 * The whole style of the public pages, inlined into each so that a first view is one request. System fonts, hairlines
 * and one accent; colours reach WCAG AA on white. A band is a bar, an icon and a word, so print in grey keeps two.
 */
export const style = `
:root{--ink:#1f2328;--quiet:#57606a;--line:#d8dee4;--accent:#0b5cad;--green:#1a7f37;--yellow:#9a6700;--red:#b42318}
*{box-sizing:border-box}
html{-webkit-text-size-adjust:100%}
body{margin:0;color:var(--ink);background:#fff;font:16px/1.6 -apple-system,BlinkMacSystemFont,"Segoe UI","PingFang SC","Microsoft YaHei","Noto Sans SC","Noto Sans CJK SC",sans-serif}
a{color:var(--accent);text-underline-offset:.2em;text-decoration-thickness:1px}
a:focus-visible{outline:2px solid var(--accent);outline-offset:2px}
.skip{position:absolute;left:-999em}.skip:focus{left:1em;top:.5em;background:#fff;padding:.3em .6em;z-index:1}
.wrap{max-width:54rem;margin:0 auto;padding:0 1rem}
.demo{margin:0;background:#fff8c5;color:#4d3800;border-bottom:1px solid #d4a72c;font-size:.9375rem}.demo .wrap{padding:.4rem 1rem}
header{border-bottom:1px solid var(--line)}header .wrap{display:flex;justify-content:space-between;gap:1rem;padding-top:.6rem;padding-bottom:.6rem}
header a{text-decoration:none}header nav a{margin-left:1rem}
nav.site{border-bottom:1px solid var(--line);background:#f6f8fa}nav.site ul{margin:0 auto;padding:0 1rem}nav.site a{display:inline-block;padding:.45rem 0;text-decoration:none}nav.site [aria-current]{font-weight:600;color:var(--ink);box-shadow:inset 0 -2px var(--accent)}
main{padding-top:1rem;padding-bottom:2rem}
h1{font-size:1.5rem;line-height:1.3;margin:.4rem 0}h2{font-size:1.1875rem;line-height:1.4;margin:2rem 0 .5rem}h3{font-size:1rem;margin:1.2rem 0 .3rem}
p{margin:.4rem 0}.quiet{color:var(--quiet)}.small{font-size:.875rem}
ul.plain{list-style:none;padding:0;margin:.4rem 0}
ul.run{list-style:none;padding:0;margin:.4rem 0;display:flex;flex-wrap:wrap;gap:.1rem 1.1rem}
nav.filter a{display:inline-block;padding:.25rem 0}
nav.filter [aria-current]{font-weight:600;color:var(--ink);text-decoration:none;border-bottom:2px solid var(--accent)}
table{border-collapse:collapse;width:100%;font-variant-numeric:tabular-nums}
caption{text-align:left;color:var(--quiet);font-size:.875rem;padding:.2rem 0}
th,td{padding:.42rem .5rem;text-align:left;vertical-align:baseline;border-bottom:1px solid var(--line);font-weight:400}
tr>:first-child{padding-left:.7rem}
thead th{font-size:.875rem;color:var(--quiet);white-space:nowrap;border-bottom-color:#8c959f}
.n{text-align:right;white-space:nowrap}
tr.green>:first-child{box-shadow:inset 4px 0 var(--green)}tr.yellow>:first-child{box-shadow:inset 4px 0 #d4a72c}tr.red>:first-child{box-shadow:inset 4px 0 var(--red)}
.band{white-space:nowrap}.band i{font-style:normal;display:inline-block;min-width:1em;text-align:center;margin-right:.2em;font-weight:600}
.band.green{color:var(--green)}.band.yellow{color:var(--yellow)}.band.red{color:var(--red)}
.band b{font-weight:600}
a.edge{color:inherit;text-decoration:underline dotted;text-underline-offset:.3em}
.moved{color:var(--quiet);white-space:nowrap}
.streak{color:var(--quiet);font-size:.875rem;white-space:nowrap}
.board td.band-cell{white-space:nowrap}.board .streak{margin-left:.4em}
dl.key{margin:.4rem 0}dl.key div{display:flex;gap:.8rem;margin:0 0 .3rem}dl.key dt{flex:none;min-width:3rem}dl.key dd{margin:0}dl.facts dt{min-width:5.5rem;color:var(--quiet)}
article{border-top:1px solid var(--line);padding:.2rem 0 1rem}
.sha{overflow-wrap:anywhere}
.tag{font-weight:600;white-space:nowrap}.told{max-width:42rem}.told h2{margin:.8rem 0 .2rem}.told p{margin:.7rem 0;overflow-wrap:anywhere}.told figure{margin:1rem 0;break-inside:avoid}.told img{display:block;max-width:100%;height:auto;background:#f6f8fa}.told figcaption{color:var(--quiet);font-size:.875rem}
svg.trend{display:block;width:100%;max-width:34rem;height:auto;margin:.6rem 0}
svg text{font-size:11px;fill:var(--quiet);font-family:inherit}
form.letter{max-width:38rem}form.letter label,.letter legend{font-weight:600}.letter label.choice{display:block;font-weight:400;padding:.25rem 0}.letter fieldset{border:0;margin:0;padding:0}.letter legend{padding:0}.letter input,.letter select,.letter textarea{font:inherit;color:inherit;max-width:100%}.letter p>input,.letter select,.letter textarea{display:block;width:100%;padding:.5rem;border:1px solid #8c959f;border-radius:4px;background:#fff}.letter [aria-invalid]{border-color:var(--red);border-width:2px}.letter button{font:inherit;font-weight:600;padding:.6rem 2rem;border:0;border-radius:4px;background:var(--accent);color:#fff;cursor:pointer}.letter :focus-visible{outline:2px solid var(--accent);outline-offset:2px}.hint{display:block;color:var(--quiet);font-size:.875rem}.fault{color:var(--red)}.notice{border:1px solid #d4a72c;background:#fff8c5;color:#4d3800;padding:.4rem .8rem;margin:.8rem 0}.trap{position:absolute;left:-999em}
.code output{display:inline-block;font:600 1.375rem/1.6 ui-monospace,Consolas,monospace;border:1px solid var(--ink);padding:.3rem .8rem;overflow-wrap:anywhere}.written{white-space:pre-wrap;overflow-wrap:anywhere}img.shown{display:block;max-width:100%;height:auto;margin:.5rem 0}
footer{border-top:1px solid var(--line);color:var(--quiet);font-size:.875rem}footer .wrap{padding-top:.8rem;padding-bottom:1.6rem}
.qr{display:none}.qr:target{display:block}.qr svg{width:10rem;height:10rem;display:block}.qr svg path{fill:#000}
details.call{border-top:1px solid var(--line);padding:.35rem 0}summary{cursor:pointer}summary code{overflow-wrap:anywhere}code{font-family:ui-monospace,Consolas,monospace;font-size:.92em}details table td code{overflow-wrap:anywhere}
.bulletin p{overflow-wrap:anywhere}.bulletin .head{margin:.6rem 0 1.2rem;padding-bottom:.6rem;border-bottom:2px solid var(--red);text-align:center}.bulletin .issuer{color:var(--red);font-size:1.5rem;font-weight:600}.bulletin h1,.bulletin .center{text-align:center}.bulletin .right{text-align:right}.bulletin figure{margin:1rem 0;break-inside:avoid}.bulletin img{max-width:100%;height:auto}.bulletin figcaption{color:var(--quiet);font-size:.875rem}.wide{overflow-x:auto}
@media(max-width:34rem){.wrap,nav.site ul{padding:0 .75rem}th,td{padding:.42rem .25rem}tr>:first-child{padding-left:.5rem}.board th,.board td{white-space:nowrap}.board td{font-size:.875rem}.board thead th{font-size:.75rem}.board .band i{margin-right:.1em}.board .streak{display:block;margin:0;font-size:.75rem}h1{font-size:1.3125rem}}
@media print{.qr{display:block;break-inside:avoid}.qr svg{width:32mm;height:32mm}@page{size:A4;margin:15mm}body{font-size:9.5pt;line-height:1.25}header,nav,.skip,.screen{display:none}.wrap{max-width:none;padding:0}a{color:inherit;text-decoration:none}thead{display:table-header-group}tr{break-inside:avoid}th,td,.board th,.board td{padding:.7mm 1.5mm;font-size:9.5pt}.board .streak{font-size:8.5pt;margin-left:1mm;display:inline}h2{break-after:avoid}.demo{border:1px solid #000}}
`
  .trim()
  .replaceAll('\n', '')
