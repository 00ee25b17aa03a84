import { readdirSync, readFileSync } from 'node:fs';
import { transforms } from '../transforms/index.ts';
import { closest } from '../transforms/lib/closest.ts';
import type { Definition } from '../transforms/lib/types.ts';
import { InputError } from './workspace.ts';

/** Says of an id that no transform has it, and which may be meant. */
export function unknownTransform(where: string, id: string): InputError {
  const meant = closest(id, transforms.map((transform) => transform.id));
  return new InputError(`${where}: no such transform${meant === undefined ? '' : ` (did you mean ${meant}?)`}; see mv3-codemod list`);
}

/** All transforms, a line each, in the order in which they run. */
export function listTransforms(): string {
  const width = Math.max(...transforms.map(({ id }) => id.length));
  return transforms.map(({ id, summary }) => `${id.padEnd(width)}  ${summary}\n`).join('');
}

/** What a transform changes, refuses and leaves, with its before and after. @throws InputError for an unknown id */
export function explain(id: string): string {
  const definition = transforms.find((transform) => transform.id === id);
  if (definition === undefined) throw unknownTransform(`explain ${id}`, id);
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
  const lines = messages.flatMap(([id, { severity, text, advice }]) => [
    `  ${id}${outcome === 'manual' ? ` (${severity})` : ''}`, `    ${generalised(text)}`,
    // Advice that differs from place to place says nothing here.
    ...(advice && !/^\{\w+\}$/.test(advice) ? [`    ${generalised(advice)}`] : []),
  ]);
  return [`${title}:`, ...lines, ''];
}

/** The words of messages that differ between one thing and several. */
const PLURALS: Readonly<Record<string, string>> = { are: 'are', do: 'do', get: 'get their listeners', have: 'have ids of their own', items: 'menu items', them: 'them', use: 'use' };

/** A message of several things, without what it adds only at times: a `{how}` that is glued to a word, outside of code. */
function generalised(message: string): string {
  const text = message.replace(/\{(\w+)\}/g, (hole, name: string) => PLURALS[name] ?? hole);
  return text.split('`').map((part, index) => (index % 2 === 1 ? part : part.replace(index === 0 ? /(?<=\w)\{\w+\}/g : /(?<=^|[\w}])\{\w+\}/g, ''))).join('`');
}

const FIXTURES = new URL('../../__testfixtures__/', import.meta.url);

/** The fixture named `example`: what goes in, what comes out, and what is reported. */
function example(id: string): string[] {
  const folder = new URL(`${id}/`, FIXTURES);
  const input = list(folder).find((name) => /^example(\.[\w-]+)?\.input(\.\w+)?$/.test(name));
  if (input === undefined) return [];
  const [, target, extension = ''] = /^example\.?([\w-]*)\.input(\.\w+)?$/.exec(input)!;
  const [output, findings] = [input.replace('.input', '.output'), input.replace(`.input${extension}`, '.findings.txt')];
  const show = (path: string): string[] => readFileSync(new URL(path, folder), 'utf8').trimEnd().split('\n').map((line) => `  ${line}`.trimEnd());
  const shown = (path: string): string[] => (extension ? show(path) : filesOf(path, folder).flatMap((file) => [`  --- ${file}`, ...show(`${path}/${file}`)]));
  return [
    `Before${target ? ` (target ${target})` : ''}:`, ...shown(input), '',
    ...(list(folder).includes(output) ? ['After this transform alone:', ...shown(output), ''] : []),
    'Report:', ...show(findings), '',
  ];
}

/** The text files below a folder, the manifest first. */
function filesOf(path: string, folder: URL): string[] {
  const files = readdirSync(new URL(path, folder), { recursive: true, encoding: 'utf8' }).map((file) => file.replaceAll('\\', '/'));
  return files.filter((file) => /\.(json|[jt]sx?|html|vue|txt)$/.test(file)).sort((a, b) => Number(b === 'manifest.json') - Number(a === 'manifest.json') || (a < b ? -1 : 1));
}

function list(folder: URL): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}
