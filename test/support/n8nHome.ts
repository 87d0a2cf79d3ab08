import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** n8n-core writes its settings into the home folder on first use: give it one of its own. */
process.env.N8N_USER_FOLDER = mkdtempSync(join(tmpdir(), 'handoff-n8n-home-'));
process.env.N8N_ENCRYPTION_KEY = 'test-only-encryption-key';
