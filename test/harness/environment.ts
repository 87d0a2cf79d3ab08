import { delimiter, dirname, join } from 'node:path';

/** The folder that holds the real n8n with the Node it runs on. */
const N8N_FOLDER = join(__dirname, '..', '..', 'demo', 'n8n', 'node_modules');

/** The Node binary that the real n8n runs on. */
export const NODE_BINARY = join(N8N_FOLDER, 'node', 'bin', 'node');

/** The command line entry of the n8n in this folder, as npm installed it. */
export const n8nEntryIn = (folder: string): string =>
	join(folder, 'node_modules', 'n8n', 'bin', 'n8n');

/** The command line entry of the real n8n. */
export const N8N_ENTRY = n8nEntryIn(dirname(N8N_FOLDER));

export interface N8nSettings {
	userFolder: string;
	port: number;
	/** Port of n8n's own broker for Code nodes; every running n8n needs its own. */
	brokerPort: number;
}

/**
 * The whole environment of one n8n. Nothing is inherited except the search path, so that a proxy
 * or an n8n setting of the machine cannot change how it behaves.
 */
export function n8nEnvironment({ userFolder, port, brokerPort }: N8nSettings) {
	const url = `http://127.0.0.1:${port}/`;
	return {
		...QUIET,
		PATH: [dirname(NODE_BINARY), process.env.PATH ?? ''].join(delimiter),
		HOME: userFolder,
		N8N_USER_FOLDER: userFolder,
		N8N_PORT: String(port),
		N8N_RUNNERS_BROKER_PORT: String(brokerPort),
		N8N_LISTEN_ADDRESS: '127.0.0.1',
		N8N_HOST: '127.0.0.1',
		N8N_EDITOR_BASE_URL: url,
		N8N_WEBHOOK_URL: url,
	};
}

/** Settings that make n8n start fast, speak to nobody and stop soon. */
const QUIET = {
	NODE_ENV: 'production',
	DB_TYPE: 'sqlite',
	GENERIC_TIMEZONE: 'UTC',
	N8N_ENCRYPTION_KEY: 'throw-away-key-of-a-local-n8n',
	N8N_SECURE_COOKIE: 'false',
	N8N_DIAGNOSTICS_ENABLED: 'false',
	N8N_VERSION_NOTIFICATIONS_ENABLED: 'false',
	N8N_TEMPLATES_ENABLED: 'false',
	N8N_PERSONALIZATION_ENABLED: 'false',
	N8N_HIRING_BANNER_ENABLED: 'false',
	N8N_GRACEFUL_SHUTDOWN_TIMEOUT: '4',
	N8N_LOG_LEVEL: 'info',
};
