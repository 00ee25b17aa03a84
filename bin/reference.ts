import { readdirSync, readFileSync } from 'node:fs';
import { transforms } from '../transforms/index.ts';
import type { Definition } from '../transforms/lib/types.ts';
import { InputError } from './workspace.ts';

/** All transforms, a line each, in the order in which they run. */
export function listTransforms(): string {
  const width = Math.max(...transforms.map(({ id }) => id.length));
  return transforms.map(({ id, summary }) => `${id.padEnd(width)}  ${summary}\n`).join('');
}

/** What a transform changes, refuses and leaves, with its before and after. @throws InputError for an unknown id */
export function explain(id: string): string {
  const definition = transforms.find((transform) => transform.id === id);
  if (definition === undefined) throw new InputError(`explain ${id}: no such transform; see mv3-codemod list`);
  return [
    `${definition.id}: ${definition.summary}`,
    `Targets: ${definition.targets?.join(', ') ?? 'all'}`,
    definition.url,
    '',
    ...section(definition, 'Changes', 'changed'),
    ...section(definition, 'Changes, to be reviewed', 'review'),
    ...section(definition, 'Leaves to you', 'manual'),
    ...example(id),
  ].join('\n');
}

function section(definition: Definition, title: string, outcome: string): string[] {
  const messages = Object.entries(definition.messages).filter(([, message]) => message.outcome === outcome);
  if (messages.length === 0) return [];
  const lines = messages.flatMap(([id, { severity, text, advice }]) => [`  ${id} (${severity})`, `    ${text}`, ...(advice ? [`    ${advice}`] : [])]);
  return [`${title}:`, ...lines, ''];
}

/** The fixture named `example`, before and after. */
function example(id: string): string[] {
  const folder = new URL(`../../__testfixtures__/${id}/`, import.meta.url);
  let names: string[];
  try {
    names = readdirSync(folder);
  } catch {
    return [];
  }
  const input = names.find((name) => /^example(\.[\w-]+)?\.input\.\w+$/.test(name));
  if (input === undefined) return [];
  const output = input.replace('.input.', '.output.');
  const show = (name: string): string[] => readFileSync(new URL(name, folder), 'utf8').trimEnd().split('\n').map((line) => `  ${line}`);
  return ['Before:', ...show(input), '', ...(names.includes(output) ? ['After:', ...show(output), ''] : [])];
}
