import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize, relative, resolve, sep } from 'node:path';

const NODES = resolve(__dirname, '../../nodes');

/** A folder with one job, and how many files are in it. */
export interface Room {
	/** Path below `nodes`, such as `domain/time`. */
	name: string;
	files: number;
}

/** So many imports lead from one room to another. */
export interface Arrow {
	from: string;
	to: string;
	imports: number;
}

/** The rooms of the domain are its folders; each node is a room of its own, and so is `shared`. */
const roomOf = (file: string): string => {
	const [top = '', folder = ''] = file.split(sep);
	return top === 'domain' ? `domain/${folder}` : top;
};

/** The rooms of the package and the imports between them, read from the sources. */
export function readRooms(): { rooms: Room[]; arrows: Arrow[] } {
	const files = readdirSync(NODES, { recursive: true, encoding: 'utf8' })
		.filter((name) => name.endsWith('.ts'))
		.sort();
	const rooms = new Map<string, number>();
	const arrows = new Map<string, number>();
	for (const file of files) {
		const from = roomOf(file);
		rooms.set(from, (rooms.get(from) ?? 0) + 1);
		for (const to of importsOf(file).map(roomOf)) {
			if (to !== from) arrows.set(`${from}>${to}`, (arrows.get(`${from}>${to}`) ?? 0) + 1);
		}
	}
	return {
		rooms: [...rooms].map(([name, count]) => ({ name, files: count })),
		arrows: [...arrows].map(([ends, imports]) => {
			const [from = '', to = ''] = ends.split('>');
			return { from, to, imports };
		}),
	};
}

/** Our own files that a file imports, below `nodes`. */
const importsOf = (file: string): string[] =>
	[...readFileSync(join(NODES, file), 'utf8').matchAll(/from '(\.[^']+)'/g)].map(([, path = '']) =>
		relative(NODES, normalize(join(NODES, dirname(file), `${path}.ts`))),
	);
