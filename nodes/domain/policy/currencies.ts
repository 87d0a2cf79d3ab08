/** Which currency an amount is in, as far as what is written with it tells. */
export interface StatedCurrency {
	/** The one that is meant where nothing else says which; undefined where the sign names none. */
	usual: string | undefined;
	/** All that may be meant. */
	possible: readonly string[];
}

/** The signs that people write for currencies, in small letters, and the usual one of each first. */
const SIGNS: ReadonlyArray<[signs: string, codes: string]> = [
	['$', 'USD ARS AUD BRL CAD CLP COP HKD MXN NZD SGD TWD UYU'],
	['us$ usd$', 'USD'],
	['a$ au$', 'AUD'],
	['c$ ca$ can$', 'CAD'],
	['hk$', 'HKD'],
	['mx$', 'MXN'],
	['nt$', 'TWD'],
	['nz$', 'NZD'],
	['r$', 'BRL'],
	['s$', 'SGD'],
	['€ euro euros', 'EUR'],
	['£', 'GBP EGP GIP LBP SYP'],
	['¥ 円', 'JPY CNY'],
	['cn¥ 元 rmb', 'CNY'],
	['₹', 'INR'],
	['₩', 'KRW'],
	['₽ руб руб.', 'RUB'],
	['₺ tl', 'TRY'],
	['₪', 'ILS'],
	['₫', 'VND'],
	['฿', 'THB'],
	['₱', 'PHP'],
	['₦', 'NGN'],
	['₴', 'UAH'],
	['₡', 'CRC'],
	['₸', 'KZT'],
	['fr fr. sfr sfr.', 'CHF XOF XAF'],
	['ft', 'HUF'],
	['kč', 'CZK'],
	['lei', 'RON'],
	['r', 'ZAR'],
	['s/ s/.', 'PEN'],
	['zł zl', 'PLN'],
	['лв лв.', 'BGN'],
];

/** Signs of which no currency is the usual one. */
const UNSURE_SIGNS: typeof SIGNS = [
	['kr kr.', 'SEK NOK DKK ISK'],
	['rs rs.', 'INR PKR LKR NPR MUR'],
];

const KNOWN: ReadonlyMap<string, StatedCurrency> = new Map([
	...rowsOf(SIGNS, ([usual]) => usual),
	...rowsOf(UNSURE_SIGNS, () => undefined),
]);

function rowsOf(
	rows: typeof SIGNS,
	usualOf: (codes: readonly string[]) => string | undefined,
): Array<[sign: string, currency: StatedCurrency]> {
	return rows.flatMap(([signs, codes]) => {
		const possible = codes.split(' ');
		const currency = { usual: usualOf(possible), possible };
		return signs.split(' ').map((sign): [string, StatedCurrency] => [sign, currency]);
	});
}

/** Reads a currency from a code such as EUR or a sign such as R$; undefined for anything else. */
export function readCurrency(written: string): StatedCurrency | undefined {
	const known = KNOWN.get(written.toLowerCase());
	if (known !== undefined) return known;
	const code = written.toUpperCase();
	return /^[A-Z]{3}$/.test(code) ? { usual: code, possible: [code] } : undefined;
}

/** What two notes of one currency say together, such as $ and CAD; undefined when they differ. */
export function agreedCurrency(
	one: StatedCurrency,
	other: StatedCurrency,
): StatedCurrency | undefined {
	const possible = one.possible.filter((code) => other.possible.includes(code));
	const [first] = possible;
	if (first === undefined) return undefined;
	const named = [one.usual, other.usual].find((code) => possible.some((own) => own === code));
	return { usual: possible.length === 1 ? first : named, possible };
}
