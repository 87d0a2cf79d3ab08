/** Whether a name stands for the value of a field: capitals and spaces around it do not matter. */
export function namesValue(value: unknown): (name: string) => boolean {
	const said = plain(value);
	return (name) => said !== '' && plain(name) === said;
}

const plain = (value: unknown): string =>
	typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
		? String(value).trim().toLowerCase()
		: '';
