/** What every page needs: type, spacing, the head. */
export const BASE = `
*,*::before,*::after{box-sizing:border-box}
html{-webkit-text-size-adjust:100%;text-size-adjust:100%}
body{margin:0;background:var(--ground);color:var(--ink);font:400 1.0625rem/1.55 system-ui,-apple-system,"Segoe UI",Roboto,"Helvetica Neue",Arial,sans-serif;overflow-wrap:anywhere}
h1,h2,h3,p,dl,dd,ul,ol,fieldset,legend{margin:0;padding:0}
h1{font-size:clamp(1.6rem,1.1rem + 2.4vw,2.25rem);line-height:1.18;font-weight:680;letter-spacing:-.018em;text-wrap:balance}
h2{font-size:1.1875rem;line-height:1.35;font-weight:650;letter-spacing:-.006em}
a{color:var(--accent);text-underline-offset:.18em;text-decoration-thickness:.07em}
a:hover{text-decoration-thickness:.14em}
:focus-visible{outline:3px solid var(--accent);outline-offset:3px;border-radius:4px}
.page{max-width:44rem;margin:0 auto;padding:clamp(1.25rem,4vw,3.25rem) clamp(1rem,4vw,1.5rem) 4rem}
.kicker{display:flex;flex-wrap:wrap;align-items:center;gap:.4rem .75rem;color:var(--quiet);font-size:.9375rem;font-weight:550;margin-bottom:1.1rem}
.logo{display:block;max-height:2rem;max-width:10rem}
.lede{margin-top:.7rem;font-size:1.125rem;color:var(--quiet);max-width:40rem;text-wrap:pretty}
.note{color:var(--quiet);font-size:.9375rem}
.plain{list-style:none}
`;

/** A page that ends a visit. */
export const CLOSING = `
.closing ul.plain,.closing ul.plain+p{margin-top:.8rem}
.closing{min-height:80vh;display:grid;grid-template-columns:minmax(0,1fr);align-content:center;justify-items:start}
.closing .lede{color:var(--ink)}
.closing .note{margin-top:1.5rem}
.sign{display:grid;place-items:center;width:3.25rem;height:3.25rem;border-radius:50%;background:var(--accent);color:var(--on-accent);font-size:1.5rem;font-weight:700;line-height:1;margin-bottom:1.4rem}
@media (forced-colors:active){.sign{border:2px solid}}
`;

/** The parts of the decision page that are read. */
export const LAYOUT = `
h3{font-size:1rem;line-height:1.45;font-weight:620}
.skip{position:absolute;left:1rem;top:-10rem;background:var(--accent);color:var(--on-accent);padding:.7rem 1rem;border-radius:8px;z-index:1}
.skip:focus{top:1rem}
.tag{display:inline-block;border:1px solid currentColor;border-radius:99px;padding:.02rem .6rem;font-size:.8125rem;font-weight:600;line-height:1.5}
.tag.late{color:var(--red)}.tag.open{color:var(--amber)}.tag.waived{color:var(--quiet)}
.glance{display:flex;flex-wrap:wrap;gap:1rem 2.25rem;margin:1.75rem 0 2rem;padding:1.1rem 0;border-block:1px solid var(--line)}
.glance dt{color:var(--quiet);font-size:.875rem}
.glance dd{font-weight:600;margin-top:.1rem}
.sheet{background:var(--sheet);border:1px solid var(--line);border-radius:14px;padding:clamp(1.1rem,4vw,1.75rem);margin-top:1.25rem}
.sheet>h2+.note{margin-top:.15rem}
.packet{margin-top:.6rem}
.packet>div{display:grid;grid-template-columns:minmax(8rem,13rem) minmax(0,1fr);gap:.1rem 1.5rem;padding:.7rem 0;border-top:1px solid var(--line)}
.packet>div:first-child{border-top:0}
.packet>div:last-child{padding-bottom:0}
.packet dt{color:var(--quiet);font-size:.9375rem;padding-top:.06rem}
.value{white-space:pre-line;unicode-bidi:plaintext;overflow:clip}
.packet .note{grid-column:2}
.empty{color:var(--quiet);font-style:italic}
.finding{padding:.95rem 0;border-top:1px solid var(--line)}
.finding:first-child{margin-top:.8rem}
.finding:last-child{padding-bottom:0}
.finding .head{display:flex;flex-wrap:wrap;justify-content:space-between;align-items:baseline;gap:.25rem .75rem}
.finding p{font-size:.9375rem;color:var(--quiet);margin-top:.15rem}
.finding p.strong{color:var(--ink)}
.quote{margin:.45rem 0 0;padding:.1rem 0 .1rem .9rem;border-inline-start:3px solid var(--line);color:var(--quiet);font-size:.9375rem}
.quote p{white-space:pre-line;unicode-bidi:plaintext}
.changes{display:grid;grid-template-columns:repeat(auto-fit,minmax(12rem,1fr));gap:.9rem 1.5rem;margin-top:.7rem}
.changes h3{font-size:.9375rem;color:var(--quiet);font-weight:550}
.changes li{padding-inline-start:1.5rem;position:relative}
.changes li::before{position:absolute;inset-inline-start:0;font-weight:700}
.changes .fixed li::before{content:"✓";color:var(--green)}
.changes .still li::before{content:"•";color:var(--amber)}
.history{margin-top:2rem}
.history summary{cursor:pointer;font-weight:600;padding:.6rem 0;min-height:2.75rem}
.history ol{list-style:none;display:grid;gap:.6rem;padding-bottom:.5rem}
.history time{display:block;color:var(--quiet);font-size:.875rem}
footer{margin-top:2rem;padding-top:1.1rem;border-top:1px solid var(--line);color:var(--quiet);font-size:.875rem}
.problems{border:2px solid var(--red);background:var(--red-ground);border-radius:14px;padding:1.1rem 1.25rem;margin:1.5rem 0}
.problems h2{color:var(--red);font-size:1.0625rem}
.problems ul{list-style:none;margin-top:.35rem}
.problems li{margin-top:.15rem}
.problems a{color:var(--red);display:inline-block;padding:.15rem 0;font-weight:550}
.corrected{background:var(--sheet);border:2px solid var(--accent);border-radius:14px;padding:1.1rem 1.25rem;margin:1.5rem 0}
.corrected h2{font-size:1.0625rem}
.corrected .strong{margin-top:.35rem;font-weight:600}
@media (min-width:70rem){
.wide{max-width:73rem}
.wide main{display:grid;grid-template-columns:minmax(0,1fr) 26rem;column-gap:1.75rem;align-items:start}
.wide .problems,.wide .corrected{grid-column:1/-1;grid-row:1;margin-bottom:.25rem}
.wide .reading{grid-column:1;grid-row:2}
.wide .history{grid-column:1;grid-row:3}
.wide .decide{grid-column:2;grid-row:2/span 2}
.wide .choices{grid-template-columns:minmax(0,1fr)}
.wide .decide button{width:100%}.wide .decide .second{margin:.6rem 0 0}
.wide .reading>:first-child,.wide .decide{margin-top:0}
.wide .problems,.wide .corrected{margin-top:0;margin-bottom:1.25rem}
}
@media (min-width:70rem) and (min-height:34rem){
.wide .decide{position:sticky;top:1.25rem;max-height:calc(100vh - 2.5rem);overflow-y:auto;scrollbar-width:thin;scroll-padding-block:1rem 8rem}
.wide .actions{position:sticky;bottom:-1.75rem;margin:1.5rem -1.75rem -1.75rem;padding:.9rem 1.75rem 1.1rem;background:var(--sheet);border-top:1px solid var(--line)}
}
@media (max-width:34rem){.packet>div{grid-template-columns:minmax(0,1fr)}.packet .note{grid-column:1}}
`;

/** The form. Where the browser knows `:has`, only what belongs to the choice is shown. */
export const CONTROLS = `
fieldset{border:0;min-width:0}
legend,.label{font-weight:620;padding:0;display:block}
.decide{margin-top:1.25rem;scroll-margin-top:1rem}
.decide>fieldset,.decide .block{margin-top:1.6rem}
.choices{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(100%,11rem),1fr));gap:.75rem;margin-top:.9rem}
.choice{display:flex;gap:.75rem;align-items:flex-start;border:1.5px solid var(--edge);border-radius:12px;padding:.95rem 1rem;cursor:pointer;min-height:2.75rem}
.choice:hover{border-color:var(--accent)}
.choice b{display:block;font-weight:650;font-size:1.0625rem}
.choice span span{display:block;color:var(--quiet);font-size:.9375rem;line-height:1.45;margin-top:.1rem}
.choice:has(:checked){border-color:var(--accent);box-shadow:inset 0 0 0 1px var(--accent)}
.choice:has(:focus-visible){outline:3px solid var(--accent);outline-offset:3px}
.choice :focus-visible{outline:0}
input[type=radio],input[type=checkbox]{flex:none;width:1.25rem;height:1.25rem;margin:.18rem 0 0;accent-color:var(--accent)}
.tick{display:flex;gap:.75rem;align-items:flex-start;padding:.65rem 0;min-height:2.75rem;cursor:pointer}
.reasons{margin-top:.6rem}
.reason{border-top:1px solid var(--line)}
.reason:last-child{border-bottom:1px solid var(--line)}
.more{display:grid;grid-template-columns:minmax(0,1fr);gap:.9rem;padding:0 0 1.1rem 2rem}
.gap{border-top:1px solid var(--line);margin-top:1.6rem;padding-top:1.5rem}
.decide .gap .block{margin-top:0}.gap .note{margin-top:.3rem}
.hint .line{display:block}
.hint{color:var(--quiet);font-size:.9375rem;font-weight:400;display:block}
.mark{color:var(--quiet);font-weight:400;font-size:.875rem}
.wrong{color:var(--red);font-size:.9375rem;font-weight:600;display:block;margin-top:.1rem}
input:not([type=radio],[type=checkbox],[type=hidden]),textarea,select{display:block;width:100%;min-width:0;margin-top:.4rem;font:inherit;color:inherit;background:var(--sheet);border:1.5px solid var(--edge);border-radius:9px;padding:.6rem .75rem;min-height:2.9rem}
.pair{display:grid;grid-template-columns:minmax(0,1fr) 8rem;column-gap:.6rem}
.proposed{margin-top:.6rem}
.proposed p{font-size:.9375rem;color:var(--quiet)}
textarea{min-height:4.6rem;resize:vertical;field-sizing:content;max-height:24rem}
input:not([type=radio],[type=checkbox],[type=hidden]):focus,textarea:focus,select:focus{outline:3px solid var(--accent);outline-offset:1px;border-color:var(--accent)}
[aria-invalid=true]{border-color:var(--red)!important}
.actions{margin-top:1.75rem}
button{font:inherit;font-weight:650;font-size:1.0625rem;color:var(--on-accent);background:var(--accent);border:1.5px solid var(--accent);border-radius:11px;padding:.8rem 1.6rem;min-height:3.1rem;cursor:pointer}
button:hover{filter:brightness(1.08)}
.second{color:var(--accent);background:none;margin-inline-start:.75rem}
.correct,.exception{margin-top:1.2rem}
.correct summary,.exception summary{cursor:pointer;font-weight:620;padding:.6rem 0;min-height:2.75rem}
.correct .block,.exception .block{margin-top:1rem}
.submit-hint{margin-top:.7rem;color:var(--quiet);font-size:.9375rem}
.say-accept,.say-return,.say-forward,.say-ask,.say-grant,.say-refuse{display:none}
@supports selector(:has(*)){
.decide:not(:has([value=accept]:checked)) .for-accept,.decide:not(:has([value=return]:checked)) .for-return,.decide:not(:has([value=grant]:checked)) .for-grant,.decide:not(:has([value=refuse]:checked)) .for-refuse,.decide:not(:has(.correct[open])) .second,.decide:not(:has([value=forward]:checked)) .for-forward,.decide:has([value=forward]:checked) .not-forward,.decide:not(:has([value=ask]:checked)) .for-ask,.decide:has([value=ask]:checked) .not-ask,.reason:not(:has(.tick :checked)) .more{display:none}
.decide:has([value=accept]:checked) .say-accept,.decide:has([value=return]:checked) .say-return,.decide:has([value=forward]:checked) .say-forward,.decide:has([value=ask]:checked) .say-ask,.decide:has([value=grant]:checked) .say-grant,.decide:has([value=refuse]:checked) .say-refuse{display:inline}
.decide:has([value=accept]:checked) .say-any,.decide:has([value=return]:checked) .say-any,.decide:has([value=forward]:checked) .say-any,.decide:has([value=ask]:checked) .say-any,.decide:has([value=grant]:checked) .say-any,.decide:has([value=refuse]:checked) .say-any{display:none}
}
@media (max-width:24rem){.pair{grid-template-columns:minmax(0,1fr)}}
@media (max-width:34rem){.choices{grid-template-columns:minmax(0,1fr)}button{width:100%}.second{margin:.75rem 0 0}.more{padding-inline-start:0}}
@media (forced-colors:active){.choice:has(:checked){outline:2px solid Highlight}}
`;
