/** Text in the manner of speeches of so many characters; the same for the same seed. */
export function draftText(seed: number, characters: number): string;
