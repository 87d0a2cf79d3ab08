import { readDate, DAY, HOUR, MINUTE, type DayNumber } from '../wallClock';

/** A date or time as it is written, on whatever clock is meant, in milliseconds as if that were UTC. */
export interface WrittenTime {
	wall: number;
	/** Only a date was written. */
	isDate: boolean;
	/** The time is UTC. */
	isUtc: boolean;
}

/** Reads "20261225" and "20261225T093000", also with "Z"; of a period, its beginning. */
export function readWall(text: string): WrittenTime | undefined {
	const [, date = '', hours, minutes, seconds, utc] =
		/^(\d{8})(?:T([01]\d|2[0-4])([0-5]\d)([0-6]\d)?(Z?))?(?:\/|$)/i.exec(
			text.trim().slice(0, 60),
		) ?? [];
	const day = readDate(`${date.slice(0, 4)}-${date.slice(4, 6)}-${date.slice(6)}`);
	if (day === undefined || date < '1000') return undefined;
	const ofDay = Number(hours ?? 0) * HOUR + Number(minutes ?? 0) * MINUTE;
	return {
		wall: day * DAY + ofDay + Number(seconds ?? 0) * 1000,
		isDate: hours === undefined,
		isUtc: utc !== undefined && utc !== '',
	};
}

export const dayOfWall = (wall: number): DayNumber => Math.floor(wall / DAY);

export const timeOfWall = (wall: number): number => wall - dayOfWall(wall) * DAY;

/** "23:59" and "23:59:59" are how programs write the end of a whole day. */
const ALMOST_A_DAY = DAY - MINUTE;

/** The date before whose beginning a time lies that ends something: 23:59 ends the whole day. */
export const dayEndedAt = (wall: number): DayNumber =>
	dayOfWall(wall) + (timeOfWall(wall) >= ALMOST_A_DAY ? 1 : 0);
