import type { Handoff } from './envelope';
import type { AcceptanceRequest } from './request';

/** A handoff about which somebody has been asked. */
export type AskedHandoff = Handoff & { request: AcceptanceRequest };
