export const WITH_VALUE: readonly string[];
export function namesPath(args: readonly string[]): boolean;
