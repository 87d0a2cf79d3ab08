/** Ways to run a script once a text is read as HTML. `window.ran` tells whether one did. */
const SCRIPTS = [
	'<script>window.ran=1</script>',
	'<img src=x onerror=window.ran=1>',
	'<svg onload=window.ran=1>',
	'<svg><script>window.ran=1</script></svg>',
	'<body onload=window.ran=1>',
	'<iframe srcdoc="<script>parent.ran=1</script>"></iframe>',
	'<iframe src="javascript:parent.ran=1"></iframe>',
	'<details open ontoggle=window.ran=1>',
	'<input autofocus onfocus=window.ran=1>',
	'<video><source onerror=window.ran=1></video>',
	'<a href="javascript:window.ran=1">x</a>',
	'<form action="javascript:window.ran=1"><button>x</button></form>',
	'<button formaction="https://evil.example/">Accept</button>',
	'<style>*{display:none!important}</style>',
	'<link rel=stylesheet href="https://evil.example/x.css">',
	'<meta http-equiv=refresh content="0;url=https://evil.example/">',
	'<base href="https://evil.example/">',
	'<math><mtext><table><mglyph><style><img src=x onerror=window.ran=1>',
];

/** Ways to leave the place that a text is put into. */
const ESCAPES = ['', '">', "'>", '-->', ']]>', '</title>', '</textarea>', '</style>', '</script>'];

const ATTRIBUTES = [
	'" onmouseover="window.ran=1',
	"' onmouseover='window.ran=1",
	'` onmouseover=`window.ran=1',
	'" autofocus onfocus="window.ran=1',
	"' autofocus onfocus='window.ran=1",
	'" style="position:fixed;inset:0;background:red',
	'x" onanimationstart="window.ran=1" style="animation-name:x',
	'"><svg/onload=window.ran=1//',
	"\\'><svg/onload=window.ran=1//",
	'\u0000"><img src=x onerror=window.ran=1>',
	'&quot;&gt;&lt;img src=x onerror=window.ran=1&gt;',
	'&#34;><img src=x onerror=window.ran=1>',
	'%22%3E%3Cscript%3Ewindow.ran=1%3C/script%3E',
	'{{constructor.constructor("window.ran=1")()}}',
	'${window.ran=1}',
	'={{ $json.x }}',
	'jaVasCript:/*-/*`/*\\`/*\'/*"/**/(/* */window.ran=1 )//</stYle/</titLe/</teXtarEa/--!>',
	'<<script>window.ran=1//<</script>',
	'<scr<script>ipt>window.ran=1</script>',
	'<IMG """><SCRIPT>window.ran=1</SCRIPT>">',
	'<!--<img src="--><img src=x onerror=window.ran=1//">',
	'<![CDATA[<img src=x onerror=window.ran=1>]]>',
	'<x onclick=window.ran=1 style=display:block;position:fixed;inset:0>click',
	'+ADw-script+AD4-window.ran=1+ADw-/script+AD4-',
];

export const HOSTILE_URLS = [
	'javascript:window.ran=1',
	'JaVaScRiPt:window.ran=1',
	' javascript:window.ran=1',
	'java\nscript:window.ran=1',
	'java\tscript:window.ran=1',
	'\u0001javascript:window.ran=1',
	'data:text/html,<script>window.ran=1</script>',
	'vbscript:window.ran=1',
	'file:///etc/passwd',
	'//evil.example/x',
	'/relative',
	'https:evil.example',
	'blob:https://x.example/1',
	'https://',
	'',
];

/** More than 200 texts that try to run a script, leave their place, or break the layout. */
export const XSS_TEXTS = [
	...ESCAPES.flatMap((escape) => SCRIPTS.map((script) => escape + script)),
	...ATTRIBUTES,
	...HOSTILE_URLS.slice(0, 8),
	...SCRIPTS.map((script) => script.toUpperCase()),
];

/** Texts that are awkward without any markup. */
export const AWKWARD_TEXTS = [
	'',
	' \t\n ',
	'مرحبا بالعالم 123 (قبل)',
	'\u202egnp.exe\u202c',
	'\u2066\u2067\u2068hidden\u2069',
	'zero\u200bwidth\u200c\u200d\u2060joined',
	'👩‍👩‍👧‍👦🇩🇪👍🏽',
	'Z͑ͫ̓ͪ̂ͫ̽͏̴̙̤̞͉͚̯̞̠͍A̴̵̜̰͔ͫ͗͢L̠ͨͧͩ͘G̴̻͈͍͔̹̑͗̎̅͛́Ǫ̵̹̻̝̳͂̌̌͘!͖̬̰̙̗̿̋ͥͥ̂ͣ̐́́͜͞',
	'\ud800 lone \udfff',
	'\u0000\u0007\u001b[31mred',
	'a\r\nb\rc\u2028d\u2029e',
	'line\n# heading\n- list\n1. one\n> quote\n    code\n---\n===\n```\nfence',
	'| a | b |\n|---|---|\n| 1 | 2 |',
	'[a](javascript:window.ran=1) ![b](https://evil.example/x.png) <https://evil.example>',
	'*bold* _it_ ~no~ `code` **b** __i__ \\*',
	'<!channel> <!here> <@U12345> <#C12345> <https://evil.example|Accept> @here @channel',
	'&lt;b&gt; &amp; &copy; &#64; AT&T',
	'{{DATE(2026-03-02T09:00:00Z, SHORT)}} ${secret} @ana #12',
	'W'.repeat(100_000),
	'<'.repeat(100_000),
	'👍'.repeat(25_000),
	'a\n'.repeat(50_000),
];

export const HOSTILE_TEXTS = [...XSS_TEXTS, ...AWKWARD_TEXTS];
