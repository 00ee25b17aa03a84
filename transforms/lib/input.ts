import { MAX_PARSED } from './parse.ts';
import { isTestPath, roleOfPath } from './roles.ts';
import type { Script } from './script.ts';
import { once, type SourceFile } from './source.ts';
import type { Definition, Place } from './types.ts';
import { listed } from './words.ts';

const USES_API = /\b(chrome|browser)\s*\??\.\s*\w/;

const usesApi = once((file: SourceFile) => USES_API.test(file.text));

/** Whether a script is a test of the extension, or serves one: its name says so, and nothing of the extension loads it. */
export const isTest = once((script: Script): boolean => isTestPath(script.path) && script.extension.declaredRealms.length > 0 && script.realms.length === 0);

/** Whether a script is a program of the project, which a shell runs: it begins with its interpreter, and nothing of the extension loads it. */
const isProgram = (script: Script): boolean => script.text.startsWith('#!') && script.realms.length === 0;

/** Whether a script is worth a parse: the author's own always but for tests, others' only where they can hold a hazard. One that does not parse is not analysed. */
export const isAnalysed = once((script: Script): boolean => {
  if (isTest(script) || isProgram(script) || (roleOfPath(script.path) !== undefined && script.realms.length === 0)) return false;
  if (!script.file.editable && !script.runsIn('background') && !usesApi(script.file)) return false;
  return script.program !== undefined;
});

/** What the engine itself has to say: of files that it could not read, and of transforms that failed. Not a transform that can be chosen. */
export const INPUT = {
  id: 'input',
  summary: 'Files that could not be read, parsed or safely changed',
  url: 'https://developer.chrome.com/docs/extensions/develop/migrate',
  messages: {
    'does-not-parse': {
      outcome: 'manual', severity: 'error',
      text: 'this script does not parse: {error}',
      advice: 'It is left alone. Fix the syntax error and run again.',
    },
    'transform-failed': {
      outcome: 'manual', severity: 'error',
      text: 'the transform {transform} failed here: {error}',
      advice: 'This is a bug in mv3-codemod; the other transforms went on. Please report it with this file.',
    },
    'edit-failed': {
      outcome: 'manual', severity: 'error',
      text: '{text}: not changed, because {reason}',
      advice: 'Change this place by hand. If nothing stands in the way, it is a bug in mv3-codemod ({transform}).',
    },
    'unused-ignore': {
      outcome: 'manual', severity: 'info',
      text: 'this comment ignores nothing: {transforms}',
      advice: 'It speaks of its own line, or of the next one where it stands alone: `// mv3-codemod-ignore timers: the reason`. Remove it, or correct the names and the place.',
    },
    'unknown-ignore': {
      outcome: 'manual', severity: 'info',
      text: 'this comment names {names}, which no transform is called{meant}',
      advice: 'Name transforms as the report does, and end their names with a colon: `// mv3-codemod-ignore timers: the reason`.',
    },
    'not-analysed': {
      outcome: 'manual', severity: 'info',
      text: '{kind} files are not analysed, and {files} extension APIs',
      advice: 'Check their scripts for renamed APIs and for what they expect of the background.',
    },
    'too-large': {
      outcome: 'manual', severity: 'warning',
      text: 'a file of {size} MB is not analysed',
      advice: 'If it is built from other files, migrate those and build again.',
    },
    'linked': {
      outcome: 'manual', severity: 'error',
      text: 'this script of the background is a symbolic link, which is not edited: the file that it points to is migrated as if the background did not load it',
      advice: 'Put the file itself in its place, or name its own path in the manifest, and run again.',
    },
    'unreadable': {
      outcome: 'manual', severity: 'error',
      text: 'this file cannot be read: {error}',
      advice: 'It is left alone. Check its permissions and run again.',
    },
    'unreadable-folder': {
      outcome: 'manual', severity: 'error',
      text: 'this folder cannot be read: {error}',
      advice: 'What is in it was not looked at. Check its permissions and run again.',
    },
    'not-utf8': {
      outcome: 'manual', severity: 'error',
      text: 'this file is not UTF-8 text (byte {offset})',
      advice: 'Browsers read extension files as UTF-8. Convert it and run again.',
    },
  },
  *manifest(_manifest, extension) {
    for (const { file, message, data } of extension.problems) yield { message, at: { file, start: 0, end: 0 }, data };
    for (const script of extension.scripts) {
      if (isTest(script) || isProgram(script) || (roleOfPath(script.path) !== undefined && script.realms.length === 0)) continue;
      const background = script.runsIn('background');
      if (!background && !USES_API.test(script.text)) continue;
      const at = { ...script.place, end: script.place.start };
      if (background && script.file.role === 'linked') yield { message: 'linked', at };
      if (script.text.length > MAX_PARSED) yield { message: 'too-large', at, data: { size: (script.text.length / 1e6).toFixed(1) } };
      else if (isAnalysed(script) || (!script.file.editable && !background)) continue;
      else if (script.problem) yield { message: 'does-not-parse', at: placeOf(script, script.problem.offset), data: { error: script.problem.message } };
    }
    for (const kind of ['.vue', '.svelte']) {
      const [first, ...others] = [...extension.files.values()].filter(({ path, text }) => path.endsWith(kind) && USES_API.test(text));
      const files = others.length === 0 ? 'this one uses' : `this one and ${listed(others.map(({ path }) => path))} use`;
      if (first !== undefined) yield { message: 'not-analysed', at: { file: first.path, start: first.text.search(USES_API), end: first.text.length }, data: { kind, files } };
    }
  },
} satisfies Definition;

function placeOf(script: Script, offset: number): Place {
  return { file: script.path, start: offset, end: offset };
}
