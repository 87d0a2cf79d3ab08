'use strict';
// Loaded with NODE_OPTIONS=--require: the program lives as many milliseconds ahead as the file says,
// as if so much time had passed at once. Timers run at their usual pace, but for those by which n8n
// looks once a minute for what is due: a moved clock would let everybody wait for that minute.
const { readFileSync } = require('node:fs');

const LOOKS_EVERY_MS = 60_000;
const LOOKS_HERE_EVERY_MS = 500;

const RealDate = Date;
const realNow = RealDate.now.bind(RealDate);
let readAt = 0;
let ahead = 0;

/** Read once in a millisecond at the most: n8n asks for the time very often. */
function movedNow() {
	const now = realNow();
	if (now !== readAt) {
		readAt = now;
		ahead = Number(readFileSync(process.env.HANDOFF_CLOCK_FILE, 'utf8'));
	}
	return now + ahead;
}

RealDate.now = movedNow;
const MovedDate = new Proxy(RealDate, {
	construct: (target, given, maker) =>
		Reflect.construct(
			target,
			given.length > 0 ? given : [movedNow()],
			maker === MovedDate ? target : maker,
		),
	apply: () => new RealDate(movedNow()).toString(),
});
RealDate.prototype.constructor = MovedDate;
globalThis.Date = MovedDate;

const realSetInterval = globalThis.setInterval;
globalThis.setInterval = (work, pause, ...given) =>
	realSetInterval(work, pause === LOOKS_EVERY_MS ? LOOKS_HERE_EVERY_MS : pause, ...given);
