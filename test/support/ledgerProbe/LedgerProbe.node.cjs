'use strict';
// A node that does nothing but call the ledger: what the end-to-end test of the ledger's stores
// stands beside the package. It is never shipped.

const PACKAGE = '../n8n-nodes-handoff/dist/nodes/shared/ledger';
const { openLedger } = require(`${PACKAGE}/openLedger.js`);
const { ledgerProperties } = require(`${PACKAGE}/ledgerProperties.js`);

class LedgerProbe {
	description = {
		displayName: 'Ledger Probe',
		name: 'ledgerProbe',
		group: ['transform'],
		version: 1,
		description: 'Calls the ledger as it is told',
		defaults: { name: 'Ledger Probe' },
		inputs: ['main'],
		outputs: ['main'],
		properties: ledgerProperties(),
	};

	/** Makes the calls of each item, one after the other, and says for each how it went. */
	async execute() {
		const answers = [];
		for (const { json } of this.getInputData()) {
			const { calls, test } = json.body ?? json;
			for (const { name, given } of calls) {
				answers.push({ json: await answer(openLedger(this, { test }), name, given) });
			}
		}
		return [answers];
	}
}

async function answer(ledger, name, given) {
	const startedAt = Date.now();
	try {
		const answered = await ledger[name](...given);
		return { answered: answered ?? null, ms: Date.now() - startedAt };
	} catch ({ message, remedy }) {
		return { problem: { message, remedy }, ms: Date.now() - startedAt };
	}
}

module.exports = { LedgerProbe };
