// Runs one of the project's own commands (bench, survey), written in TypeScript.
import { mkdirSync } from 'node:fs';
import { build } from 'esbuild';

const [name, ...args] = process.argv.slice(2);
const root = new URL('../../', import.meta.url);
const folder = new URL('node_modules/.cache/mv3-codemod/', root);
mkdirSync(folder, { recursive: true });
const outfile = new URL(`${name}.mjs`, folder);
await build({
  entryPoints: [new URL(`bin/dev/${name}.ts`, root).pathname], outfile: outfile.pathname,
  bundle: true, packages: 'external', format: 'esm', platform: 'node', target: 'node20', logLevel: 'warning',
});
process.argv = [process.argv[0], outfile.pathname, ...args];
await import(outfile.href);
