import { mkdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** n8n-core writes its settings into the home folder on first use: each worker gets one of its own. */
const home = join(tmpdir(), `handoff-n8n-home-${process.env.JEST_WORKER_ID ?? '0'}`);
mkdirSync(home, { recursive: true });
process.env.N8N_USER_FOLDER = home;
process.env.N8N_ENCRYPTION_KEY = 'test-only-encryption-key';
