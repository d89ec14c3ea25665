import type { BuildOptions } from 'esbuild';

export declare const WEB_BUNDLES: readonly (BuildOptions & { readonly outfile: string })[];
