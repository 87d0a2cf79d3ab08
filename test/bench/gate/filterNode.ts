import type { Figure } from '../timing';
import type { Deal } from './deals';

export const measureFilterNode = async (_deals: Deal[]): Promise<Figure[]> => [];
