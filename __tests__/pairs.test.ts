import fc from 'fast-check';
import { existsSync } from 'node:fs';
import { expect, it } from 'vitest';
import { transforms } from '../transforms/index.ts';
import { migrate } from '../transforms/lib/migrate.ts';
import { extensionOf, fixturesOf } from './support.ts';

/*
 * Two classic scripts of one background share a scope, events, keys of storage and names of alarms:
 * all transforms together come to an end there, without an edit that has to be taken back, and find nothing of their own work again.
 */

interface Half {
  readonly name: string;
  readonly text: string;
  readonly declared: readonly string[];
  readonly used: readonly string[];
}

const HALVES = ['global-state', 'async-start-up', 'late-listeners', 'menus', 'timers', 'start-up-effects'].flatMap((id) => fixturesOf(id).flatMap(({ name, target, file, input, output }): Half[] => {
  if (target !== 'chrome' || file !== 'background.js' || !existsSync(output)) return [];
  const text = input[file]!;
  const script = extensionOf({ [file]: text }).script(file)!;
  if (/^\s*(import|export)\b/m.test(text)) return [];
  return [{ name: `${id}/${name}`, text, declared: [...script.scopes!.program.bindings.keys()], used: [...script.freeNames.keys()].filter((word) => !(word in globalThis) && !/^(chrome|browser|window|document)$/.test(word)) }];
}));

/** Whether two scripts know nothing of each other. */
function areStrangers(one: Half, other: Half): boolean {
  const names = new Set([...other.declared, ...other.used]);
  return ![...one.declared, ...one.used].some((name) => names.has(name));
}

const pair = fc.tuple(fc.constantFrom(...HALVES), fc.constantFrom(...HALVES)).filter(([one, other]) => areStrangers(one, other));

it('migrates two scripts of one background together', () => {
  fc.assert(fc.property(pair, ([one, other]) => {
    const { extension, findings } = migrate(extensionOf({ 'one.js': one.text, 'other.js': other.text }), transforms);
    const names = `${one.name} and ${other.name}`;
    expect(findings.filter(({ message }) => message === 'transform-failed' || message === 'edit-failed'), names).toEqual([]);
    expect(migrate(extension, transforms).changes, names).toEqual([]);
  }), { numRuns: Number(process.env['RUNS'] ?? 150), seed: 5 });
}, 240_000);
