/** The entry of a key, started when it is not there yet. */
export function getOrStart<Value>(
	entries: Map<string, Value>,
	key: string,
	start: () => Value,
): Value {
	const known = entries.get(key);
	if (known !== undefined) return known;
	const started = start();
	entries.set(key, started);
	return started;
}
