'use strict';
// Loaded with NODE_OPTIONS=--require: the program lives as many milliseconds ahead as the file says
// when it starts, as if it had been off for that long. Timers run at their usual pace.
const { readFileSync } = require('node:fs');

const ahead = Number(readFileSync(process.env.HANDOFF_CLOCK_FILE, 'utf8'));
const RealDate = Date;
const realNow = RealDate.now.bind(RealDate);

RealDate.now = () => realNow() + ahead;
const MovedDate = new Proxy(RealDate, {
	construct: (target, given, maker) =>
		Reflect.construct(
			target,
			given.length > 0 ? given : [RealDate.now()],
			maker === MovedDate ? target : maker,
		),
	apply: () => new RealDate(RealDate.now()).toString(),
});
RealDate.prototype.constructor = MovedDate;
globalThis.Date = MovedDate;
