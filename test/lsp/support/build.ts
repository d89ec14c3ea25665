import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { bundleTo } from '../../support/bundle.ts';

const SERVER = 'server/out/test/server.js';

/** The bundle under test. */
export const serverFile = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../../..', SERVER);

/** Settles once the bundle is that of the present sources; a bundle that is so already is not touched. */
export const serverBuilt: Promise<void> = bundleTo('server/src/server.ts', SERVER);
