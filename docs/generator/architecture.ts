import { html, type Markup } from '../../nodes/domain/base/html';
import { FLOORS, MEANINGS } from './floors';
import { readRooms, type Arrow, type Room } from './readRooms';

const BOX = { width: 230, height: 64 };
const GAP = 20;
const WIDTH = Math.max(...FLOORS.map(({ length }) => length)) * (BOX.width + GAP);
const FLOOR = 122;
const TOP = 20;
const THICKEST = 9;

interface Place {
	x: number;
	y: number;
}

/**
 * `docs/pictures/architecture.svg`: the rooms of the package and the imports between them. It stands
 * alone and follows the reader's light or dark.
 *
 * @throws Error when there is a room that the picture does not know
 */
export function drawArchitecture(): string {
	const { rooms, arrows } = readRooms();
	const known = FLOORS.flat();
	const stranger = rooms.find(({ name }) => !known.includes(name));
	if (stranger) throw new Error(`Give nodes/${stranger.name} a floor in docs/generator/floors.ts.`);
	const places = new Map(FLOORS.flatMap(placesOf));
	const height = TOP * 2 + FLOOR * (FLOORS.length - 1) + BOX.height;
	const label = 'Rooms of the package: nodes rest on shared, both rest on the domain';
	return `${
		html`<svg
			xmlns="http://www.w3.org/2000/svg"
			role="img"
			aria-label="${label}"
			viewBox="0 0 ${WIDTH} ${height}"
			font-family="system-ui,sans-serif"
		>
			${style}${arrows.map((arrow) => drawArrow(arrow, places))}${rooms.map((room) => drawRoom(room, places))}
		</svg>`.text
	}\n`;
}

const style: Markup = html`<style>
	.ink {
		fill: #1b1c20;
	}
	.quiet {
		fill: #5a5d68;
	}
	.box {
		fill: #fff;
		stroke: #b9b9b2;
	}
	.wire {
		stroke: #8b8b85;
	}
	.up {
		stroke: #b4470f;
	}
	@media (prefers-color-scheme: dark) {
		.ink {
			fill: #ecedf1;
		}
		.quiet {
			fill: #a5a9b6;
		}
		.box {
			fill: #1a1c22;
			stroke: #525865;
		}
	}
</style>`;

function placesOf(floor: string[], level: number): Array<[string, Place]> {
	const room = WIDTH / floor.length;
	return floor.map((name, index) => [
		name,
		{ x: room * (index + 0.5) - BOX.width / 2, y: TOP + FLOOR * level },
	]);
}

function drawArrow({ from, to, imports }: Arrow, places: ReadonlyMap<string, Place>): Markup {
	const [start, end] = [places.get(from), places.get(to)];
	if (start === undefined || end === undefined) return html``;
	const half = BOX.width / 2;
	const down = end.y >= start.y;
	const [x1, y1] = [start.x + half, start.y + (down ? BOX.height : 0)];
	const [x2, y2] = [end.x + half, end.y + (down ? 0 : BOX.height)];
	const middle = (y1 + y2) / 2;
	const thickness = Math.min(THICKEST, 1 + Math.log2(imports));
	return html`<path
		class="${down ? 'wire' : 'up'}"
		d="M${x1} ${y1}C${x1} ${middle} ${x2} ${middle} ${x2} ${y2}"
		fill="none"
		stroke-width="${thickness.toFixed(1)}"
		stroke-opacity=".45"
	/>`;
}

function drawRoom({ name, files }: Room, places: ReadonlyMap<string, Place>): Markup {
	const place = places.get(name);
	if (place === undefined) return html``;
	const middle = place.x + BOX.width / 2;
	const count = files === 1 ? '' : ` · ${files} files`;
	return html`<rect
			class="box"
			x="${place.x}"
			y="${place.y}"
			width="${BOX.width}"
			height="${BOX.height}"
			rx="9"
		/><text
			class="ink"
			x="${middle}"
			y="${place.y + 27}"
			font-size="17"
			font-weight="600"
			text-anchor="middle"
			>${name}</text
		><text class="quiet" x="${middle}" y="${place.y + 48}" font-size="13" text-anchor="middle"
			>${MEANINGS[name]}${count}</text
		>`;
}
