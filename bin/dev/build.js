// Builds dist/: the command line as one program with its libraries, and every transform as a module that plain jscodeshift can load.
import { chmodSync, copyFileSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { build } from 'esbuild';

const root = new URL('../../', import.meta.url);
const path = (name) => new URL(name, root).pathname;

rmSync(path('dist'), { recursive: true, force: true });
const common = { bundle: true, platform: 'node', mainFields: ['module', 'main'], target: 'node20', logLevel: 'warning', absWorkingDir: root.pathname };
const program = { ...common, outdir: 'dist/bin', legalComments: 'none', metafile: true };
const [command, engine] = await Promise.all([
  build({
    ...program,
    entryPoints: ['bin/mv3-codemod.ts'],
    format: 'esm',
    // yargs measures strings by grapheme and East Asian width; its help here is ASCII.
    alias: { 'string-width': path('bin/dev/string-width.js') },
    banner: { js: "import { createRequire as createRequireForBundle } from 'node:module'; const require = createRequireForBundle(import.meta.url);" },
  }),
  build({
    ...program,
    entryPoints: ['bin/engine.ts'],
    format: 'cjs',
    outExtension: { '.js': '.cjs' },
    // bin/load.ts gives the file its address, and reads it byte by byte.
    define: { 'import.meta.url': 'moduleUrl' },
    charset: 'ascii',
  }),
  build({
    ...common,
    splitting: true,
    format: 'esm',
    entryPoints: readdirSync(path('transforms')).filter((name) => name.endsWith('.ts')).map((name) => `transforms/${name}`),
    outdir: 'dist/transforms',
    packages: 'external',
  }),
]);
chmodSync(path('dist/bin/mv3-codemod.js'), 0o755);
copyFileSync(path('bin/report.schema.json'), path('dist/report.schema.json'));
writeFileSync(path('dist/bin/THIRD-PARTY-LICENSES.txt'), licensesOf([command, engine].flatMap(({ metafile }) => Object.keys(metafile.inputs))));

/** The licences of the packages that some bundled files come from. */
function licensesOf(files) {
  const folders = new Set(files.flatMap((file) => /^.*node_modules\/(@[^/]+\/)?[^/]+\//.exec(file)?.[0] ?? []));
  return [...folders].sort().map((folder) => {
    const { name, version } = JSON.parse(readFileSync(path(`${folder}package.json`), 'utf8'));
    const license = readdirSync(path(folder)).find((entry) => /^licen[cs]e(\.|$)/i.test(entry));
    if (license === undefined) throw new Error(`${name} has no licence file`);
    return `${name} ${version}\n\n${readFileSync(path(folder + license), 'utf8').trim()}\n`;
  }).join(`\n${'-'.repeat(80)}\n\n`);
}
