import type { API, FileInfo, Options } from 'jscodeshift';
import { Extension } from './extension.ts';
import { migrate } from './migrate.ts';
import { SourceFile } from './source.ts';
import { TARGETS, type Definition, type Target } from './types.ts';

/** A definition that is also a jscodeshift transform of one file. */
export type Transform = Definition & ((file: FileInfo, api: API, options?: Options) => string | undefined);

/**
 * Makes a definition callable by plain jscodeshift, through the same engine:
 * `jscodeshift -t transforms/<id>.ts src/ [--target=firefox]`.
 * There a transform sees one file and no manifest; what needs more is left alone and said through `api.report`.
 */
export function define<Id extends string>(definition: Definition<Id>): Transform {
  return Object.assign((file: FileInfo, api: API, options: Options = {}) => runAlone([definition], file, api, options), definition);
}

/** Runs transforms over one file, as jscodeshift calls them. */
export function runAlone(definitions: readonly Definition[], file: FileInfo, api: API, options: Options = {}): string | undefined {
  const target = (options['target'] ?? 'chrome') as Target;
  if (!TARGETS.includes(target)) throw new Error(`--target is one of ${TARGETS.join(', ')}, not ${String(target)}`);
  const path = file.path.replaceAll('\\', '/');
  const manifest = new SourceFile('manifest.json', JSON.stringify({ manifest_version: target === 'event-page' ? 2 : 3 }));
  const extension = new Extension({ target, files: new Map([[path, new SourceFile(path, file.source, 'source')], ['manifest.json', manifest]]), manifest: { path: 'manifest.json' } });
  const whole = definitions.filter((definition) => !definition.script && !definition.page);
  if (definitions.length === whole.length) {
    for (const { id } of whole) api.report(`${id} needs the whole extension: run mv3-codemod`);
    return undefined;
  }
  const { extension: after, findings } = migrate(extension, definitions.filter((definition) => definition.script ?? definition.page).map(withoutManifest));
  for (const { file: where, line, column, text, outcome, transform } of findings) {
    if (where === path && outcome !== 'changed') api.report(`${line}:${column} ${transform}: ${text}`);
  }
  const text = after.files.get(path)!.text;
  return text === file.source ? undefined : text;
}

function withoutManifest(definition: Definition): Definition {
  const { manifest, result, realm, ...rest } = definition;
  return rest;
}
