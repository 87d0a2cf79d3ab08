import { onOwnConnection } from '../harness/onOwnConnection';

const ask = globalThis.fetch;
globalThis.fetch = (address, request) => ask(address, onOwnConnection(request));
