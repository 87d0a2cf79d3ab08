import type { z } from 'zod';
import { ledgerColumnsSchema } from './ledgerColumns';
import { ledgerEventTypeSchema } from './rowData';

/** A row as our nodes write it: the columns, with a type that this version knows. */
export const ledgerRowSchema = ledgerColumnsSchema.extend({ type: ledgerEventTypeSchema });
export type LedgerRow = z.infer<typeof ledgerRowSchema>;
