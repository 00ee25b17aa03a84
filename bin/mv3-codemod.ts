#!/usr/bin/env node
import { readFileSync } from 'node:fs';
import yargs from 'yargs';
import { hideBin } from 'yargs/helpers';
import { load, type Loaded } from './load.ts';
import type { RunOptions } from './run.ts';
import { closest } from '../transforms/lib/closest.ts';
import type { StateArea } from '../transforms/lib/extension.ts';
import type { Severity, Target } from '../transforms/lib/types.ts';

const TARGETS: readonly Target[] = ['chrome', 'firefox', 'cross-browser', 'event-page'];
const SEVERITIES: readonly Severity[] = ['error', 'warning', 'info'];
const REPORTERS: readonly RunOptions['reporter'][] = ['pretty', 'json', 'github'];
const FLAGS = ['dry-run', 'check', 'force', 'help', 'version'];
const STATE_AREAS: readonly StateArea[] = ['session', 'local'];
const ONCE = ['target', 'out-dir', 'background', 'state-area', 'reporter', 'fail-on'];

/** One line, no stack trace: what the user can mend. Anything else is a bug and shows its stack. */
function fail(error: unknown): never {
  const known = error instanceof Error && error.name === 'InputError';
  process.stderr.write(`mv3-codemod: ${known ? error.message : error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
  process.exit(2);
}

/** What yargs says of wrong usage, in one line, with the option that was meant. */
function failUsage(message: string): never {
  const unknown = /^Unknown arguments?: ([\w-]+)/.exec(message)?.[1];
  const meant = unknown === undefined ? undefined : closest(unknown, [...FLAGS, ...ONCE, 'only', 'skip']);
  const hint = meant === undefined || meant === unknown ? '' : ` (did you mean --${meant}?)`;
  const words = message.replace(/^Not enough non-option arguments.*/s, 'explain: name a transform').replace(/\s+/g, ' ').trim();
  process.stderr.write(`mv3-codemod: ${words}${hint}; see mv3-codemod --help\n`);
  process.exit(2);
}

function version(): string {
  const path = new URL('../../package.json', import.meta.url);
  return (JSON.parse(readFileSync(path, 'utf8')) as { version: string }).version;
}

/** The rest of the program, loaded when a command needs it. */
function engine(): Loaded<typeof import('./engine.ts')> {
  return load(new URL('engine.cjs', import.meta.url));
}

async function main(): Promise<void> {
  const parser = yargs(hideBin(process.argv))
    .scriptName('mv3-codemod')
    .parserConfiguration({ 'camel-case-expansion': false, 'parse-positional-numbers': false })
    .usage('mv3-codemod [paths..]    migrate extensions in place (default: this folder)')
    .command('$0 [paths..]', false, (command) => command
      .option('dry-run', { type: 'boolean', describe: 'print a unified diff and the report; write nothing' })
      .option('check', { type: 'boolean', describe: 'write nothing; exit 1 if anything is left to do' })
      .option('target', { choices: TARGETS, requiresArg: true, describe: 'default: read from the manifest' })
      .option('out-dir', { type: 'string', requiresArg: true, describe: 'write the migrated copy there, not in place' })
      .option('only', { type: 'string', array: true, requiresArg: true, describe: 'these transforms only' })
      .option('skip', { type: 'string', array: true, requiresArg: true, describe: 'all transforms but these' })
      .option('background', { type: 'string', requiresArg: true, describe: 'the source of a background that is built' })
      .option('state-area', { choices: STATE_AREAS, requiresArg: true, describe: 'where state is kept (session)' })
      .option('reporter', { choices: REPORTERS, default: 'pretty' as const, requiresArg: true, describe: 'report format' })
      .option('fail-on', { choices: SEVERITIES, default: 'warning' as const, requiresArg: true, describe: 'what --check fails on' })
      .option('force', { type: 'boolean', describe: 'overwrite uncommitted changes, or a filled --out-dir' })
      .conflicts('check', ['dry-run', 'out-dir'])
      .conflicts('dry-run', 'out-dir')
      .check((argv) => {
        const twice = ONCE.find((name) => Array.isArray(argv[name]));
        return twice === undefined ? true : `--${twice} is given twice`;
      }), async (argv) => {
      const { exports: { run }, keep } = engine();
      const list = (values: unknown): string[] | undefined => (values === undefined ? undefined : (values as string[]).flatMap((value) => String(value).split(',')).filter(Boolean));
      // What stands behind `--` is none of the paths that yargs knows.
      const paths = [...(argv['paths'] ?? []) as string[], ...argv._.map(String)];
      const only = list(argv['only']);
      const skip = list(argv['skip']);
      process.exitCode = await run({
        paths: paths.length > 0 ? paths : ['.'],
        dryRun: argv['dry-run'] === true,
        check: argv['check'] === true,
        reporter: argv['reporter'] as RunOptions['reporter'],
        failOn: argv['fail-on'] as Severity,
        force: argv['force'] === true,
        ...(argv['target'] === undefined ? {} : { target: argv['target'] as Target }),
        ...(argv['out-dir'] === undefined ? {} : { outDir: String(argv['out-dir']) }),
        ...(argv['background'] === undefined ? {} : { background: String(argv['background']) }),
        ...(argv['state-area'] === undefined ? {} : { stateArea: argv['state-area'] as StateArea }),
        ...(only === undefined ? {} : { only }),
        ...(skip === undefined ? {} : { skip }),
      });
      keep();
    })
    .command('explain <id>', 'what a transform changes, refuses and leaves', {}, (argv) => {
      process.stdout.write(engine().exports.explain(String(argv['id'])));
    })
    .command('list', 'all transforms, a line each', {}, () => {
      process.stdout.write(engine().exports.listTransforms());
    })
    .epilogue('Exit codes: 0 done, 1 --check found something, 2 bad usage, input or failure.')
    .strict()
    .version(version())
    .help()
    .alias({ help: 'h', version: 'v' })
    .hide('help')
    .hide('version')
    .wrap(80)
    .exitProcess(false)
    .fail((message, error) => {
      if (error && error.name !== 'YError') throw error;
      failUsage(message || error.message);
    });
  await parser.parseAsync();
}

// What reads the output may stop early (`| head`); a disk may be full.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') process.stderr.write(`mv3-codemod: the report cannot be written: ${error.message}\n`);
  process.exit(error.code === 'EPIPE' ? (process.exitCode ?? 0) : 2);
});

main().catch(fail);
