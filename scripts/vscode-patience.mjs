/**
 * A limit on silence: a slow machine may take long, but not without a sign.
 * @param {number} silence milliseconds
 * @returns {{sign: () => void, end: () => void, over: Promise<never>}} `over` fails when no sign came for so long
 */
export function limitSilence(silence) {
  let timer;
  let fail;
  const over = new Promise((_, reject) => {
    fail = () => reject(new Error(`no sign for ${silence / 1000} s`));
  });
  // Whoever does not wait for it any more need not hear of it.
  over.catch(() => undefined);
  const end = () => clearTimeout(timer);
  const sign = () => {
    end();
    timer = setTimeout(fail, silence);
  };
  sign();
  return { sign, end, over };
}
