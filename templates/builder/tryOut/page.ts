import { PATH, REPORT_PATH } from './nodes';

/** Two closing braces in a row would look like the end of an expression. */
const STYLE = `:root{--ground:#f5f5f2;--sheet:#fff;--ink:#1b1c20;--quiet:#5a5d68;--line:#d9d9d2;--accent:#3447c9;--on:#fff;color-scheme:light}@media (prefers-color-scheme:dark){:root{--ground:#121317;--ink:#ecedf1;--quiet:#a5a9b6;--line:#3a3e49;--accent:#9aa6ff;--on:#10121a;color-scheme:dark} }*{box-sizing:border-box}body{margin:0;background:var(--ground);color:var(--ink);font:400 1.0625rem/1.55 system-ui,sans-serif;overflow-wrap:anywhere}main{max-width:46rem;margin:0 auto;padding:2rem 1.2rem}h1{font-size:1.9rem;line-height:1.15;margin:0 0 .5rem}h2{font-size:1.15rem;margin:2rem 0 .6rem}p{margin:.3rem 0 .8rem}.quiet{color:var(--quiet)}form{display:flex;flex-wrap:wrap;gap:.7rem}button{font:inherit;font-weight:600;border:1px solid var(--accent);background:var(--accent);color:var(--on);border-radius:9px;padding:.55rem 1rem;cursor:pointer}a{color:var(--accent)}article{background:#fff;color:#1b1c20;border:1px solid var(--line);border-radius:12px;padding:1rem 1.2rem;margin-top:.8rem}:focus-visible{outline:3px solid var(--accent);outline-offset:3px}`;

/**
 * The desk and the inbox in one: fixed HTML, and four short expressions over the messages so far. They
 * also say which deal is the next one, and when its kick-off is: a deal that was accepted, or that
 * nobody answered, is followed by another; one that was returned comes back with a later day.
 *
 * @param read the name of the node that read the messages
 */
export const tryOutPage = (read: string): string => {
	const all = `$('${read}').all()`;
	const count = (kinds: string[]) =>
		`${all}.filter((row) => ${JSON.stringify(kinds)}.includes(row.json.kind)).length`;
	const articles = `${all}.reverse().map((row) => row.json.article ?? '').join('')`;
	return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width,initial-scale=1">
<title>Try a handoff</title>
<style>${STYLE}</style>
</head>
<body>
<main>
<h1>Try a handoff</h1>
<p>You are the whole studio today. As <b>Sam of sales</b> you hand over a won deal; as <b>Dana of delivery</b> you accept it, or return it with reasons. What Slack or e-mail would bring stands below.</p>
<form method="post" action="${PATH}">
<input type="hidden" name="id" value="D-{{ 100 + ${count(['receipt', 'expired'])} }}">
<input type="hidden" name="days" value="{{ 14 + ${count(['returned'])} }}">
<button name="deal" value="gaps">Hand over a deal with gaps</button>
<button name="deal" value="whole">Hand over the deal, complete</button>
</form>
<p class="quiet">Say nothing for three minutes: Dana is reminded after 90 seconds, and then the handoff leaves by No Decision. Silence never accepts.</p>
<p><a href="${PATH}">Look again</a> · <a href="${REPORT_PATH}">The report</a></p>
<h2>Messages, the newest first</h2>
{{ ${articles} || '<p class="quiet">None yet.</p>' }}
</main>
</body>
</html>
`;
};
