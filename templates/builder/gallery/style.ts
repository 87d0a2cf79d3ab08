/** The look of the gallery, light and dark. */
export const STYLE = `
:root{--ground:#f5f5f2;--sheet:#fff;--ink:#1b1c20;--quiet:#5a5d68;--line:#d9d9d2;--accent:#3447c9;--on-accent:#fff;--canvas:#fbfbf9;--note:#fdf6df;--lane:#f3f3ef;--card:#fff;--edge:#b9b9b2;--wire:#85857e;color-scheme:light}
@media (prefers-color-scheme:dark){:root{--ground:#121317;--sheet:#1a1c22;--ink:#ecedf1;--quiet:#a5a9b6;--line:#3a3e49;--accent:#9aa6ff;--on-accent:#10121a;--canvas:#16181d;--note:#33301f;--lane:#1f2229;--card:#2b2f39;--edge:#525865;--wire:#8b91a0;color-scheme:dark}}
*{box-sizing:border-box}
body{margin:0;background:var(--ground);color:var(--ink);font:400 1.0625rem/1.55 system-ui,sans-serif;overflow-wrap:anywhere}
main{max-width:84rem;margin:0 auto;padding:clamp(1.25rem,4vw,3rem) clamp(1rem,4vw,2rem)}
h1{font-size:clamp(1.7rem,1.2rem + 2.2vw,2.4rem);line-height:1.15;margin:0 0 .5rem;letter-spacing:-.02em}
h2{font-size:1.2rem;margin:0 0 .6rem}
p{margin:0 0 1rem;max-width:46rem}
.lede,.hint,#status{color:var(--quiet)}
.hint{font-size:.9375rem}
.desk{display:grid;grid-template-columns:minmax(0,22rem) minmax(0,1fr);gap:2rem;margin-top:2rem;align-items:start}
form,.sheet{background:var(--sheet);border:1px solid var(--line);border-radius:14px;padding:1.25rem 1.4rem}
fieldset{border:0;margin:0 0 1.4rem;padding:0;min-width:0}
legend{font-weight:650;padding:0;margin-bottom:.5rem}
label{display:block;padding:.2rem 0}
label.row{display:grid;grid-template-columns:minmax(0,1fr) minmax(0,1.2fr);gap:.8rem;align-items:center;padding:.3rem 0}
select,input:not([type=checkbox]),textarea{font:inherit;color:inherit;background:var(--ground);border:1px solid var(--quiet);border-radius:8px;padding:.45rem .6rem;width:100%;min-width:0}
input[type=checkbox]{inline-size:1.15rem;block-size:1.15rem;vertical-align:-.15rem;accent-color:var(--accent)}
.days{display:flex;flex-wrap:wrap;gap:.2rem 1rem}
button{font:inherit;font-weight:600;border:1px solid var(--accent);background:var(--accent);color:var(--on-accent);border-radius:9px;padding:.6rem 1.1rem;min-height:2.75rem;cursor:pointer}
button.second{background:transparent;color:var(--accent)}
button:disabled{opacity:.5;cursor:default}
:focus-visible{outline:3px solid var(--accent);outline-offset:3px}
.actions{display:flex;flex-wrap:wrap;gap:.8rem;align-items:center;margin:1rem 0 .4rem}
#canvas{background:var(--canvas);border:1px solid var(--line);border-radius:10px;overflow-x:auto}
#canvas svg{display:block;width:100%;min-width:130rem;height:auto}
summary{cursor:pointer;color:var(--accent);font-weight:560;padding:.6rem 0}
textarea{min-height:16rem;font:.8125rem/1.5 ui-monospace,monospace}
@media (max-width:60rem){.desk{grid-template-columns:minmax(0,1fr)}}
`;
