const LIGHT =
	'--ground:#f5f5f2;--sheet:#fff;--ink:#1b1c20;--quiet:#5a5d68;--line:#e3e3dd;--accent:#3447c9;--wash:#e4e7fa;--warm:#b4470f;--warm-wash:#f7e2d6;--green:#1b6a3a;--code:#f4f4f0;--edge:rgba(27,28,32,.28);color-scheme:light;';
const DARK =
	'--ground:#121317;--sheet:#1a1c22;--ink:#ecedf1;--quiet:#a5a9b6;--line:#2d3039;--accent:#9aa6ff;--wash:#2a2f52;--warm:#f0a072;--warm-wash:#44291b;--green:#7fd3a0;--code:#14161b;--edge:rgba(0,0,0,.75);color-scheme:dark;';

const TYPE = `
*,*::before,*::after{box-sizing:border-box}
html{-webkit-text-size-adjust:100%;text-size-adjust:100%}
body{margin:0;background:var(--ground);color:var(--ink);font:400 1.0625rem/1.55 system-ui,-apple-system,"Segoe UI",Roboto,"Helvetica Neue",Arial,sans-serif;overflow-wrap:anywhere}
h1,h2,h3,h4,p,dl,dd,ul,ol,figure,table,pre{margin:0;padding:0}
h1{font-size:clamp(1.7rem,1.1rem + 2.6vw,2.6rem);line-height:1.14;font-weight:680;letter-spacing:-.02em;text-wrap:balance;max-width:24em}
h2{font-size:1.3125rem;line-height:1.3;font-weight:660;letter-spacing:-.01em}
h3{font-size:1.0625rem;line-height:1.4;font-weight:630}
:focus-visible{outline:3px solid var(--accent);outline-offset:3px;border-radius:4px}
.page{max-width:66rem;margin:0 auto;padding:clamp(1.25rem,4vw,3.5rem) clamp(1rem,4vw,2rem) 4rem}
.kicker{color:var(--quiet);font-size:.9375rem;font-weight:560;margin-bottom:1rem}
.lede{margin-top:.8rem;font-size:1.125rem;color:var(--quiet);max-width:44rem;text-wrap:pretty}
.note{color:var(--quiet);font-size:.9375rem;max-width:44rem;margin-top:.25rem;text-wrap:pretty}
section{margin-top:3rem}
.sheet{background:var(--sheet);border:1px solid var(--line);border-radius:14px;padding:clamp(1rem,3vw,1.75rem);margin-top:1.1rem}
footer{margin-top:3.5rem;padding-top:1.2rem;border-top:1px solid var(--line);color:var(--quiet);font-size:.9375rem}
footer dl{display:grid;grid-template-columns:repeat(auto-fit,minmax(17rem,1fr));gap:.9rem 2rem;margin:1rem 0 1.6rem}
footer dt{color:var(--ink);font-weight:600}
`;

const FIGURES = `
.tiles{display:flex;flex-wrap:wrap;gap:1px;background:var(--line);border:1px solid var(--line);border-radius:14px;overflow:hidden;margin-top:2rem}
.tile{flex:1 1 14rem;background:var(--sheet);padding:1.15rem 1.3rem 1.2rem;display:flex;flex-direction:column}
.tile dt{color:var(--quiet);font-size:.9375rem}
.tile .value{font-size:2.125rem;line-height:1.15;font-weight:680;letter-spacing:-.025em;margin-top:.15rem;font-variant-numeric:tabular-nums}
.tile .value.none{font-size:1.25rem;line-height:2.0;color:var(--quiet);font-weight:550;letter-spacing:0}
.tile .value,.tile .basis{display:block}
.tile .basis{color:var(--quiet);font-size:.875rem}
.reach{display:block;width:100%;height:.5rem;margin:.55rem 0 .4rem;overflow:visible}
.reach .rail{stroke:var(--line);stroke-width:4}
.reach .span{stroke:var(--accent);stroke-width:4;opacity:.35}
.reach .dot{stroke:var(--accent);stroke-width:10;stroke-linecap:round}
.reach *,.plot svg *{vector-effect:non-scaling-stroke}
.advice{list-style:none;display:grid;gap:.9rem;margin-top:1.1rem;counter-reset:advice}
.advice>li{background:var(--sheet);border:1px solid var(--line);border-radius:14px;padding:1.15rem 1.4rem 1.15rem 4rem;position:relative;counter-increment:advice}
.advice>li::before{content:counter(advice);position:absolute;left:1.3rem;top:1.1rem;width:1.75rem;height:1.75rem;border-radius:50%;background:var(--wash);color:var(--accent);font-weight:680;font-size:.9375rem;display:grid;place-items:center}
.advice p,.changes p{margin-top:.2rem}
.changes{list-style:none;display:grid;gap:1rem}
.backtest{border-inline-start:3px solid var(--green);padding-inline-start:.9rem;margin-top:.8rem;font-size:.9375rem}
.backtest h4{margin:0;font-size:.9375rem;font-weight:630;color:var(--green)}
.backtest dl{margin-top:.5rem;font-variant-numeric:tabular-nums}
.backtest dl>div{display:grid;grid-template-columns:minmax(0,1fr) auto;gap:.1rem 1.2rem;border-top:1px solid var(--line);padding:.3rem 0}
.backtest dt{color:var(--quiet)}
.policy{color:var(--quiet);font-size:.875rem;font-weight:500}
summary{cursor:pointer;color:var(--accent);font-size:.9375rem;font-weight:560;padding:.55rem 0;width:fit-content}
pre{background:var(--code);border:1px solid var(--line);border-radius:9px;padding:.8rem 1rem;font:.8438rem/1.5 ui-monospace,SFMono-Regular,Menlo,Consolas,monospace;white-space:pre-wrap}
.legend{list-style:none;display:flex;flex-wrap:wrap;gap:.3rem 1.6rem;font-size:.9375rem;margin-bottom:1rem}
.legend svg{width:1.9rem;height:.7rem;margin-inline-end:.5rem;vertical-align:.02em;overflow:visible}
.chart{display:grid;grid-template-columns:auto minmax(0,1fr);gap:.4rem .7rem}
.scale{display:flex;flex-direction:column;justify-content:space-between;text-align:end;font-size:.8125rem;line-height:1;color:var(--quiet);margin-block:-.4rem;font-variant-numeric:tabular-nums}
.plot{height:clamp(11rem,26vw,16rem)}
.plot svg{display:block;width:100%;height:100%;overflow:visible}
.grid{stroke:var(--line);stroke-width:1}
.band{fill:var(--accent);opacity:.12}
.first{stroke:var(--accent);fill:none;stroke-width:2.5;stroke-linejoin:round}
.back{stroke:var(--warm);fill:none;stroke-width:2.5;stroke-dasharray:6 5;stroke-linejoin:round}
.first.point,.back.point{stroke-width:8;stroke-linecap:round;stroke-dasharray:none}
.ticks{grid-column:2;display:flex;font-size:.8125rem;color:var(--quiet);list-style:none}
.ticks li{flex:1 1 0;min-width:0;display:flex;justify-content:center;white-space:nowrap}
`;

/** The shadow at an edge stays while there is more beyond it: what scrolls along covers it at the end. */
const SCROLLED =
	'background:linear-gradient(90deg,var(--sheet) 40%,transparent) 0 0/2.5rem 100% no-repeat local,linear-gradient(270deg,var(--sheet) 40%,transparent) 100% 0/2.5rem 100% no-repeat local,linear-gradient(90deg,var(--edge),transparent) 0 0/.8rem 100% no-repeat scroll,linear-gradient(270deg,var(--edge),transparent) 100% 0/.8rem 100% no-repeat scroll';

const TABLES = `
.scroll{overflow-x:auto;scrollbar-width:thin;${SCROLLED}}
table{border-collapse:collapse;width:100%;font-size:.9688rem;font-variant-numeric:tabular-nums}
caption{text-align:start;color:var(--quiet);font-size:.9375rem;padding-bottom:.5rem}
caption span{display:block;position:sticky;left:0;width:min(100%,calc(100vw - 5rem));text-wrap:pretty}
th,td{text-align:start;vertical-align:baseline;padding:.6rem 1.1rem .6rem 0;border-top:1px solid var(--line)}
thead th,thead .amount{white-space:normal;overflow-wrap:normal}
thead th{border-top:0;color:var(--quiet);font-size:.8438rem;font-weight:560;line-height:1.35;vertical-align:bottom}
tbody th{font-weight:560;min-width:9rem}
.amount{text-align:end;white-space:nowrap}
th:last-child,td:last-child{padding-inline-end:0}
.sub{display:block;color:var(--quiet);font-size:.8438rem;font-weight:400;white-space:normal}
.bar{display:block;width:100%;min-width:6rem;height:.55rem;margin-top:.35rem;border-radius:3px;overflow:hidden;background:var(--line)}
.bar .whole{fill:var(--accent)}.bar .part{fill:var(--warm)}
.wide{min-width:38rem}.mid{min-width:22rem}
.key{display:inline-block;width:.7rem;height:.7rem;border-radius:2px;margin-inline-end:.4rem;background:var(--accent)}
.keys>span{display:inline-block;margin-inline-end:1.4rem}
.key.part{background:var(--warm)}
`;

const PRINT = `
@media (max-width:34rem){.backtest dl>div{display:block}.advice>li{padding:1.1rem 1.1rem 1.1rem 1.1rem}.advice>li::before{position:static;margin-bottom:.5rem}.ticks.many li:not(:nth-child(3n+1)){visibility:hidden}th,td{padding-inline-end:.8rem}}
@media print{
@page{size:A4;margin:1.5cm}
:root{${LIGHT}--ground:#fff;}
html{font-size:82%}body{-webkit-print-color-adjust:exact;print-color-adjust:exact}
.page{max-width:none;padding:0}
section{margin-top:1.6rem}
.tile .value{font-size:1.5rem}
.tile{flex-basis:22%}
.sheet,.advice>li,figure,tr,.tile{break-inside:avoid}
h2,.note,.kicker,caption{break-after:avoid}
table{font-size:8.5pt}th,td{padding-inline-end:.7rem}tbody th{min-width:7rem}
.scroll{overflow:visible;background:none}.wide,.mid{min-width:0}
figure details::details-content{content-visibility:visible;height:auto;display:block}
summary{display:none}
}
@media (forced-colors:active){.reach .span,.reach .dot,.first,.back{stroke:CanvasText}.bar .whole,.bar .part{fill:CanvasText}}
`;

/** The whole style of the report: light and dark after the reader's setting, from 320 px up, and A4. */
export const REPORT_STYLE = `:root{${LIGHT}}@media (prefers-color-scheme:dark){:root{${DARK}}}${TYPE}${FIGURES}${TABLES}${PRINT}`;
