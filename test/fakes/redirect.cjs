'use strict';
// Loaded into n8n with NODE_OPTIONS=--require. Every socket of http, https, tls, fetch, axios and
// mail goes through net.Socket#connect: a listed host is sent to its stand-in on loopback (the TLS
// name stays, so certificates are really checked), loopback passes, all else is refused and noted.
const dgram = require('node:dgram');
const { appendFileSync } = require('node:fs');
const net = require('node:net');

const ROUTES = JSON.parse(process.env.HANDOFF_EGRESS_ROUTES || '{}');
const LOG_FILE = process.env.HANDOFF_EGRESS_LOG;

const isLoopback = (host) =>
	!host || host === 'localhost' || host === '::1' || /^127\.\d+\.\d+\.\d+$/.test(host);

function refuse(host, port) {
	const entry = { at: new Date().toISOString(), host, port: Number(port) };
	if (LOG_FILE) appendFileSync(LOG_FILE, JSON.stringify(entry) + '\n');
	const message = `Outgoing connection refused: ${host}:${port} has no stand-in`;
	return Object.assign(new Error(message), { code: 'ECONNREFUSED' });
}

/** The options of a connect call: n8n's libraries pass an object, net.connect() an array of it. */
function optionsOf(args) {
	const [first, second] = args;
	if (Array.isArray(first)) return first[0];
	if (typeof first === 'object' && first !== null) return first;
	if (typeof first === 'number' || /^\d+$/.test(String(first))) {
		return { port: first, host: typeof second === 'string' ? second : undefined };
	}
	return { path: first };
}

/** The same call with another goal; the array that net.connect() passes is known by a symbol. */
function withOptions(args, options) {
	const [first, ...rest] = args;
	if (!Array.isArray(first)) {
		return [options, ...rest.filter((argument) => typeof argument === 'function')];
	}
	const copy = [options, ...first.slice(1)];
	for (const key of Object.getOwnPropertySymbols(first)) copy[key] = first[key];
	return [copy, ...rest];
}

const connect = net.Socket.prototype.connect;
net.Socket.prototype.connect = function (...args) {
	const options = optionsOf(args);
	if (options.path || isLoopback(options.host)) return connect.apply(this, args);
	const port = ROUTES[`${options.host}:${options.port}`];
	if (port === undefined) {
		const problem = refuse(options.host, options.port);
		process.nextTick(() => this.destroy(problem));
		return this;
	}
	const rerouted = { ...options, host: '127.0.0.1', port, lookup: undefined };
	return connect.apply(this, withOptions(args, rerouted));
};

const send = dgram.Socket.prototype.send;
dgram.Socket.prototype.send = function (...args) {
	const host = args.slice(1).find((argument) => typeof argument === 'string');
	if (isLoopback(host)) return send.apply(this, args);
	const problem = refuse(
		host,
		args.find((argument) => typeof argument === 'number'),
	);
	const callback = args.find((argument) => typeof argument === 'function');
	process.nextTick(() => callback?.(problem));
};
