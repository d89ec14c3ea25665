/** The least of a text that still goes wrong: pieces are taken away, smaller and smaller, while it does. */
export function shrink(text: string, goesWrong: (text: string) => boolean, tries = 2000): string {
  let least = text;
  let left = tries;
  for (
    let size = Math.ceil(text.length / 2);
    size >= 1 && left > 0;
    size = size === 1 ? 0 : Math.ceil(size / 2)
  ) {
    for (let at = 0; at < least.length && left > 0; left--) {
      const less = least.slice(0, at) + least.slice(at + size);
      if (goesWrong(less)) least = less;
      else at += size;
    }
  }
  return least;
}
