/** A draft with the fault as its last line. */
export function planted(text: string): string;
/** Number of the line with the fault, from 1 on. */
export function plantedLine(text: string): number;
/** In how many files the output (a path) reports the fault; file name → its line. */
export function filesFound(output: string, lines: ReadonlyMap<string, number>): number;
