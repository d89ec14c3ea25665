/** Path of an installed Chromium or Chrome, or undefined. */
export function findChromium(): string | undefined;
/** Path of a Chromium, installed by apt-get where that can be done. @throws when there is none */
export function ensureChromium(log: (line: string) => void): Promise<string>;
