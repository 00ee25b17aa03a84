// Builds dist/: the command line as one program with its libraries, and every transform as a module that plain jscodeshift can load.
import { chmodSync, copyFileSync, readdirSync, rmSync } from 'node:fs';
import { build } from 'esbuild';

const root = new URL('../../', import.meta.url);
const path = (name) => new URL(name, root).pathname;

rmSync(path('dist'), { recursive: true, force: true });
const common = { bundle: true, splitting: true, format: 'esm', platform: 'node', mainFields: ['module', 'main'], target: 'node20', logLevel: 'warning', absWorkingDir: root.pathname };
await Promise.all([
  build({
    ...common,
    entryPoints: ['bin/mv3-codemod.ts'],
    outdir: 'dist/bin',
    legalComments: 'linked',
    // yargs measures strings by grapheme and East Asian width; its help here is ASCII.
    alias: { 'string-width': path('bin/dev/string-width.js') },
    banner: { js: "import { createRequire as createRequireForBundle } from 'node:module'; const require = createRequireForBundle(import.meta.url);" },
  }),
  build({
    ...common,
    entryPoints: readdirSync(path('transforms')).filter((name) => name.endsWith('.ts')).map((name) => `transforms/${name}`),
    outdir: 'dist/transforms',
    packages: 'external',
  }),
]);
chmodSync(path('dist/bin/mv3-codemod.js'), 0o755);
copyFileSync(path('bin/report.schema.json'), path('dist/report.schema.json'));
