import { functionOf } from './ast.ts';
import type { Extension } from './extension.ts';
import { isLoadedByBuild } from './frameworks.ts';
import type { Script } from './script.ts';
import type { Position, SourceFile } from './source.ts';
import { closest } from './closest.ts';
import { ignoreCommentAt, ignoreComments, type IgnoreComment } from './ignoring.ts';
import { isInjected } from './injection/injected.ts';
import { INPUT, isAnalysed } from './input.ts';
import { Manifest } from './manifest.ts';
import type { Page } from './page.ts';
import type { Realm } from './realms.ts';
import { withoutOwnFile } from './refusal.ts';
import type { Change, Definition, Edit, Finding, Match, Place } from './types.ts';

/** What a migration made of an extension. */
export interface Migration {
  readonly extension: Extension;
  readonly findings: readonly Finding[];
  readonly changes: readonly Change[];
}

/** More rounds than any chain of transforms needs; beyond it some find their own work again. */
const MAX_ROUNDS = 100;
/** How often the same matches may be chosen among as many: what is done match by match leaves fewer each time. */
const MAX_REPEATS = 20;

interface Found {
  readonly definition: Definition;
  readonly match: Match;
  /** Says, across rounds, that it is the same match. */
  readonly key: string;
}

/**
 * Runs transforms over an extension to a fixpoint: find, choose, apply, verify, again. Pure: no file is touched.
 * A transform that throws, or that comes to no end, loses its own findings and is reported; edits that would break a file are not made and are reported.
 * @param ids all that an ignore comment may name, where other names in one are to be reported
 */
export function migrate(start: Extension, transforms: readonly Definition[], ids: readonly string[] = []): Migration {
  let left = transforms;
  const endless: Finding[] = [];
  for (;;) {
    const migration = run(start, left, ids);
    if ('findings' in migration) return endless.length === 0 ? migration : { ...migration, findings: tidy(migration.extension, [...endless, ...migration.findings]) };
    for (const { id } of migration) endless.push(finding(start, INPUT, { message: 'transform-failed', at: start.manifest.at([]), data: { transform: id, error: 'it comes to no end' } }));
    left = left.filter((definition) => !migration.has(definition));
  }
}

/** Runs transforms to a fixpoint; where there is none, gives those that still made edits in the last round. */
function run(start: Extension, transforms: readonly Definition[], ids: readonly string[]): Migration | ReadonlySet<Definition> {
  const { stages, reporters, names } = planOf(transforms);
  let extension = start;
  const done: Finding[] = [];
  const touched = new Map<string, Set<string>>();
  /** Matches that must not be applied, and why. */
  const banned = new Map<string, string>();
  /** Files of which one match at a time is applied, to find out which one breaks them. */
  const careful = new Set<string>();

  const ignored = new Ignored();
  let chosen: Found[] = [];
  const repeats = new Map<string, number>();

  for (let round = 0; round < MAX_ROUNDS; round++) {
    const found: Found[] = [];
    chosen = [];
    for (const stage of stages) {
      found.push(...find(extension, stage, names).filter((one) => !ignored.has(extension, one)));
      chosen = choose(extension, found, banned, careful);
      if (chosen.length > 0) break;
    }
    if (chosen.length === 0) {
      const reported = [...findResults(extension, transforms), ...find(extension, reporters, names)].filter((one) => !ignored.has(extension, one));
      const findings = [...done, ...[...found, ...reported].flatMap((one) => remaining(extension, one, banned)), ...ignored.unused(extension, transforms, ids)];
      return {
        extension,
        findings: tidy(extension, findings),
        changes: [...touched]
          .filter(([file]) => start.files.get(file)?.text !== extension.files.get(file)?.text)
          .map(([file, transforms]) => ({ file, transforms: [...transforms].sort() }))
          .sort((a, b) => (a.file < b.file ? -1 : 1)),
      };
    }
    const next = extension.apply(chosen.flatMap(({ match }) => match.edits!));
    const broken = verify(extension, next, chosen);
    if (broken.size > 0) {
      for (const [file, reason] of broken) {
        const suspects = chosen.filter(({ match }) => match.edits!.some((edit) => edit.file === file));
        if (suspects.length === 1) banned.set(suspects[0]!.key, reason);
        else careful.add(file);
      }
      continue;
    }
    const choice = [found.length, ...chosen.map(({ key }) => key)].join('\0');
    repeats.set(choice, (repeats.get(choice) ?? 0) + 1);
    if (repeats.get(choice)! > MAX_REPEATS) break;
    for (const { definition, match } of chosen) {
      done.push(finding(extension, definition, match));
      for (const { file } of match.edits!) {
        const transforms = touched.get(file) ?? new Set<string>();
        touched.set(file, transforms.add(definition.id));
      }
    }
    extension = next;
  }
  return new Set(chosen.map(({ definition }) => definition));
}

/** Who is asked when. */
interface Plan {
  /** The manifest settles first, what follows the calls of a whole realm costs most, and what sums up the result needs it whole: each stage is asked when those before it are done. */
  readonly stages: readonly (readonly Definition[])[];
  /** What only reports is asked once, of the result; of unreadable texts last, because texts are read when they are first asked for. */
  readonly reporters: readonly Definition[];
  readonly names: NameSearch;
}

const plans = new WeakMap<readonly Definition[], Plan>();

function planOf(transforms: readonly Definition[]): Plan {
  let plan = plans.get(transforms);
  if (plan === undefined) {
    const editors = transforms.filter(canEdit);
    plan = {
      stages: [
        editors.filter((one) => isOfManifest(one) && !one.last),
        editors.filter((one) => !isOfManifest(one) && !one.realm && !one.last && !one.followsCalls),
        editors.filter(({ followsCalls }) => followsCalls),
        editors.filter(({ realm, moves, last }) => realm && moves && !last),
        editors.filter(({ realm, moves, last }) => realm && !moves && !last),
        editors.filter(({ last }) => last),
      ],
      reporters: [...transforms.filter((definition) => !canEdit(definition)), INPUT],
      names: new NameSearch(transforms),
    };
    plans.set(transforms, plan);
  }
  return plan;
}

/** Whether a transform begins nowhere but in the manifest. */
function isOfManifest({ manifest, script, page, realm }: Definition): boolean {
  return manifest !== undefined && !script && !page && !realm;
}

/** Whether any of a transform's matches can have edits. */
function canEdit({ messages }: Definition): boolean {
  return Object.values(messages).some(({ outcome }) => outcome !== 'manual');
}

// ---- find

function findResults(extension: Extension, definitions: readonly Definition[]): Found[] {
  const found: Found[] = [];
  for (const definition of definitions) {
    if (definition.result && isFor(definition, extension)) ask(found, extension, definition, 'result', extension.manifest);
  }
  return found;
}

function isFor({ targets }: Definition, { target }: Extension): boolean {
  return targets?.includes(target) ?? true;
}

function find(extension: Extension, definitions: readonly Definition[], names: NameSearch): Found[] {
  const found: Found[] = [];
  for (const definition of definitions) {
    if (!isFor(definition, extension)) continue;
    if (definition.manifest) ask(found, extension, definition, 'manifest', extension.manifest);
    if (definition.script) {
      for (const script of extension.scripts) {
        if (names.has(script.file, definition) && (!definition.apiOnly || extension.mayUseApi(script)) && isAnalysed(script)) ask(found, extension, definition, 'script', script);
      }
    }
    if (definition.page) {
      for (const page of extension.pages) if (names.has(page.file, definition)) ask(found, extension, definition, 'page', page);
    }
    if (definition.realm) for (const realm of extension.realms) ask(found, extension, definition, 'realm', realm);
  }
  return found;
}

type Subject = Manifest | Script | Page | Realm;
type Hook = (subject: Subject, extension: Extension) => Iterable<Match> | undefined;

/** Adds what a hook finds; one that throws has found nothing but itself. */
function ask(found: Found[], extension: Extension, definition: Definition, hook: 'manifest' | 'result' | 'script' | 'page' | 'realm', subject: Subject): void {
  const before = found.length;
  try {
    for (const match of (definition[hook] as Hook)(subject, extension) ?? []) {
      checkMatch(extension, definition, match);
      found.push({ definition, match, key: keyOf(extension, definition, match) });
    }
  } catch (error) {
    found.length = before;
    found.push({
      definition: INPUT,
      match: { message: 'transform-failed', at: placeOf(extension, subject), data: { transform: definition.id, error: error instanceof Error ? error.message : String(error) } },
      key: '',
    });
  }
}

function placeOf(extension: Extension, subject: Subject): Place {
  if (subject instanceof Manifest) return subject.at([]);
  return 'entries' in subject ? (subject.entries[0]?.place ?? extension.manifest.at([])) : subject.place;
}

/** @throws Error for a match that cannot be reported or applied */
function checkMatch(extension: Extension, { messages }: Definition, { message, edits = [] }: Match): void {
  if (messages[message] === undefined) throw new Error(`no message "${message}"`);
  const ends = new Map<string, number>();
  for (const { file, start, end } of [...edits].sort((a, b) => a.start - b.start || a.end - b.end)) {
    const length = extension.files.get(file)?.text.length ?? 0;
    const overlaps = start < (ends.get(file) ?? 0);
    if (start < 0 || start > end || end > length || overlaps) throw new Error(`an edit of ${file} from ${start} to ${end} cannot be made`);
    ends.set(file, end);
  }
}

/** Whose names a text holds: one regular expression for all transforms, one pass over each text. */
class NameSearch {
  readonly #askers = new Map<string, Definition[]>();
  readonly #pattern: RegExp;
  readonly #seen = new WeakMap<SourceFile, ReadonlySet<Definition>>();

  constructor(definitions: readonly Definition[]) {
    for (const definition of definitions) {
      for (const name of definition.names ?? []) {
        const askers = this.#askers.get(name);
        if (askers === undefined) this.#askers.set(name, [definition]);
        else askers.push(definition);
      }
    }
    const names = [...this.#askers.keys()];
    this.#pattern = new RegExp(names.length === 0 ? '$^' : `(?<![\\w$])(?:${names.map((name) => name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('|')})(?![\\w$])`, 'g');
  }

  has(file: SourceFile, definition: Definition): boolean {
    if (definition.names === undefined) return true;
    let askers = this.#seen.get(file);
    if (askers === undefined) {
      const names = new Set(file.text.match(this.#pattern));
      this.#seen.set(file, (askers = new Set([...names].flatMap((name) => this.#askers.get(name)!))));
    }
    return askers.has(definition);
  }
}

function keyOf(extension: Extension, definition: Definition, match: Match): string {
  const { line, column } = positionOf(extension, match.at);
  const texts = match.edits?.map((edit) => `${edit.file}:${edit.text}`).join('\0') ?? '';
  return [definition.id, match.message, match.at.file, line, column, texts].join('\0');
}

// ---- ignore

/** What comments have left alone. */
class Ignored {
  readonly #used = new Map<IgnoreComment, Set<string>>();
  /** Transforms that refuse a rewrite of several places because of a comment at one of them. */
  readonly #refusing = new Set<string>();

  has(extension: Extension, { definition, match }: Found): boolean {
    const file = extension.files.get(match.at.file);
    const comment = file && ignoreCommentAt(file, match.at.start, definition.id);
    if (comment === undefined && match.leftAlone) this.#refusing.add(definition.id);
    if (comment !== undefined) this.#used.set(comment, (this.#used.get(comment) ?? new Set()).add(definition.id));
    return comment !== undefined;
  }

  /** Reports comments that name no transform, or one that had nothing to say of their line; those for transforms that were not asked are not judged. */
  unused(extension: Extension, transforms: readonly Definition[], ids: readonly string[]): Finding[] {
    const asked = new Set(transforms.filter((one) => isFor(one, extension)).map(({ id }) => id));
    const files = new Set([extension.manifest, ...extension.scripts, ...extension.pages].flatMap(({ path }) => extension.files.get(path) ?? []));
    return [...files].flatMap((file) => ignoreComments(file).flatMap((comment) => {
      const at = { file: file.path, start: 0, end: 0 };
      const place = file.original.position(comment.offset);
      const unknown = ids.length === 0 ? [] : comment.ids.filter((id) => !ids.includes(id) && id !== INPUT.id);
      if (unknown.length > 0) {
        const meant = unknown.flatMap((id) => closest(id, ids) ?? []);
        const data = { names: unknown.map((id) => `\`${id}\``).join(', '), meant: meant.length === 0 ? '' : ` (did you mean ${meant.map((id) => `\`${id}\``).join(', ')}?)` };
        return [{ ...finding(extension, INPUT, { message: 'unknown-ignore', at, data }), ...place }];
      }
      const unused = comment.ids.filter((id) => asked.has(id) && !this.#refusing.has(id) && !this.#used.get(comment)?.has(id));
      if (unused.length === 0 && comment.ids.length > 0) return [];
      const data = { transforms: unused.join(', ') || 'it names no transform' };
      return [{ ...finding(extension, INPUT, { message: 'unused-ignore', at, data }), ...place }];
    }));
  }
}

// ---- choose

function choose(extension: Extension, found: readonly Found[], banned: ReadonlyMap<string, string>, careful: ReadonlySet<string>): Found[] {
  const chosen: Found[] = [];
  const taken = new Map<string, Edit[]>();
  const seen = new Set<string>();
  for (const one of found) {
    const { edits } = one.match;
    if (edits === undefined || edits.length === 0 || banned.has(one.key) || !isEditable(extension, edits)) continue;
    if (seen.has(one.key)) continue;
    const free = edits.every((edit) => {
      const others = taken.get(edit.file) ?? [];
      if (careful.has(edit.file) && others.length > 0) return false;
      return !others.some((other) => collide(edit, other));
    });
    if (!free) continue;
    seen.add(one.key);
    chosen.push(one);
    for (const edit of edits) {
      const list = taken.get(edit.file);
      if (list === undefined) taken.set(edit.file, [edit]);
      else list.push(edit);
    }
  }
  return chosen;
}

/** Whether two edits of a file cannot be made at once: they share text, or one adds something at the other's edge. What replaces neighbouring texts is made together. */
function collide(one: Edit, other: Edit): boolean {
  const isInsertion = one.start === one.end || other.start === other.end;
  return isInsertion ? one.start <= other.end && other.start <= one.end : one.start < other.end && other.start < one.end;
}

function isEditable(extension: Extension, edits: readonly Edit[]): boolean {
  return edits.every(({ file }) => extension.files.get(file)?.editable ?? !extension.assets.has(file));
}

// ---- verify

/** The files that a round broke, with the reason. */
function verify(before: Extension, after: Extension, chosen: readonly Found[]): Map<string, string> {
  const broken = new Map<string, string>();
  for (const file of new Set(chosen.flatMap(({ match }) => match.edits!.map((edit) => edit.file)))) {
    const reason = faultOf(before, after, file);
    if (reason !== undefined) broken.set(file, reason);
  }
  return broken;
}

/** Names that migrated code may use although nothing in the extension declares them. */
const PLATFORM_NAMES = new Set(['chrome', 'browser', 'encodeURIComponent', 'importScripts', 'globalThis', 'self', 'crypto', 'fetch', 'URL', 'Promise', 'Map', 'Set', 'Date', 'RegExp', 'setTimeout', 'console', 'Number', 'JSON', 'Object', 'String', 'parseInt', 'parseFloat', 'undefined', 'OffscreenCanvas', 'location', 'AbortSignal', 'Headers', 'Response']);

function faultOf(before: Extension, after: Extension, path: string): string | undefined {
  const old = before.files.get(path);
  if (path === after.manifest.path) {
    const problem = after.manifest.problems.find(({ kind }) => kind === 'syntax');
    if (problem && !before.manifest.problems.some(({ kind }) => kind === 'syntax')) return `the manifest would not parse: ${problem.text}`;
    return lostComment(before.manifest.comments, after.manifest.comments);
  }
  const scripts = (extension: Extension): Script[] => {
    const script = extension.script(path);
    const page = script ? undefined : extension.page(path);
    return script ? [script] : (page?.scripts.flatMap(({ inline }) => (inline ? [extension.inlineScript(page, inline)] : [])) ?? []);
  };
  const oldScripts = old === undefined ? [] : scripts(before);
  const newScripts = scripts(after);
  for (const script of newScripts) {
    if (script.problem !== undefined && !oldScripts.some((other) => other.problem !== undefined)) return `the result would not parse: ${script.problem.message}`;
  }
  const isDeclared = (name: string): boolean => after.realms.some((realm) => realm.scripts.some((script) => script.path === path) && after.topLevel(realm).has(name));
  for (const script of newScripts) {
    for (const [name, uses] of script.freeNames) {
      if (PLATFORM_NAMES.has(name) || oldScripts.some(({ freeNames }) => freeNames.has(name))) continue;
      // What is injected into a page finds its names there.
      if (!isDeclared(name) && uses.some(({ node }) => !isInjected(script, node))) return `the result would use \`${name}\`, which nothing declares`;
    }
  }
  if (newScripts.some(isLoadedByBuild) && countOutside(newScripts) > countOutside(oldScripts)) return 'WXT loads this file as it builds, too, and has no extension APIs there: they must stand in the main function';
  const comments = (list: readonly Script[]): string[] => list.flatMap((script) => script.syntax?.comments.map(({ value }) => value) ?? []);
  return lostComment(comments(oldScripts), comments(newScripts));
}

/** How often scripts use extension APIs outside of functions. */
function countOutside(scripts: readonly Script[]): number {
  return scripts.reduce((count, { apiReferences }) => count + apiReferences.filter(({ node, names }) => names.length > 0 && functionOf(node) === undefined).length, 0);
}

function lostComment(before: readonly string[], after: readonly string[]): string | undefined {
  if (before.every((comment, index) => comment === after[index])) return undefined;
  const words = (text: string): string => text.replace(/\s+/g, ' ').trim();
  const left = new Map<string, number>();
  for (const comment of after) left.set(words(comment), (left.get(words(comment)) ?? 0) + 1);
  for (const comment of before) {
    const count = left.get(words(comment)) ?? 0;
    if (count === 0) return `the comment "${words(comment).slice(0, 60)}" would be lost`;
    left.set(words(comment), count - 1);
  }
  return undefined;
}

// ---- report

/** The findings of a match that is left at the end: it has no edits, or they could not be made. */
function remaining(extension: Extension, { definition, match, key }: Found, banned: ReadonlyMap<string, string>): Finding[] {
  if (match.edits === undefined || match.edits.length === 0) return [finding(extension, definition, match)];
  const reason = banned.get(key);
  if (reason !== undefined) {
    return [finding(extension, INPUT, { message: 'edit-failed', at: match.at, data: { transform: definition.id, reason, text: fill(definition.messages[match.message]!.text, match.data) } })];
  }
  const locked = match.edits.map(({ file }) => extension.files.get(file)).find((file) => file !== undefined && !file.editable);
  const own = finding(extension, definition, match);
  const advice = locked && `This file is ${ROLE_WORDS[locked.role]} and is not edited: update it, or change its source.`;
  return [{ ...own, outcome: 'manual', ...(advice === undefined ? {} : { advice }) }];
}

const ROLE_WORDS = { source: 'source', vendored: 'a library', minified: 'minified', built: 'built from other files', linked: 'a symbolic link' } as const;

function positionOf(extension: Extension, at: Place): Position {
  return extension.files.get(at.file)?.origin(at.start) ?? { line: 1, column: 1 };
}

/** Fills `{name}` from a match's data. */
function fill(text: string, data: Readonly<Record<string, string>> = {}): string {
  return text.replace(/\{(\w+)\}/g, (whole, name: string) => data[name] ?? whole);
}

function finding(extension: Extension, definition: Definition, match: Match): Finding {
  const message = definition.messages[match.message]!;
  const words = (text: string): string => withoutOwnFile(fill(text, match.data), match.at.file);
  return {
    transform: definition.id,
    message: match.message,
    outcome: message.outcome,
    severity: message.severity,
    file: match.at.file,
    ...positionOf(extension, match.at),
    text: words(message.text),
    ...(message.advice === undefined ? {} : { advice: words(message.advice) }),
    url: message.url ?? definition.url,
  };
}

const SEVERITIES = ['error', 'warning', 'info'];

/** In order of place, each once, not again through a symbolic link; of a file that is not edited, each message once with the number of places. */
function tidy(extension: Extension, findings: readonly Finding[]): Finding[] {
  const ordered = [...findings].sort((a, b) =>
    (a.file === b.file ? 0 : a.file < b.file ? -1 : 1) || a.line - b.line || a.column - b.column ||
    SEVERITIES.indexOf(a.severity) - SEVERITIES.indexOf(b.severity) || (a.transform < b.transform ? -1 : a.transform > b.transform ? 1 : 0));
  const what = (one: Finding): string => [one.transform, one.message, one.line, one.column, one.text].join('\0');
  const isLink = (one: Finding): boolean => extension.files.get(one.file)?.role === 'linked';
  const elsewhere = new Set(ordered.filter((one) => !isLink(one)).map(what));
  const seen = new Set<string>();
  const groups = new Map<string, { at: number; count: number }>();
  const tidied: Finding[] = [];
  for (const one of ordered) {
    const key = `${one.file}\0${what(one)}`;
    if (seen.has(key) || (isLink(one) && elsewhere.has(what(one)))) continue;
    seen.add(key);
    const file = extension.files.get(one.file);
    if (file !== undefined && !file.editable && one.file !== extension.manifest.path) {
      const group = [one.transform, one.message, one.file].join('\0');
      const earlier = groups.get(group);
      if (earlier !== undefined) {
        earlier.count += 1;
        continue;
      }
      groups.set(group, { at: tidied.length, count: 1 });
    }
    tidied.push(one);
  }
  for (const { at, count } of groups.values()) {
    if (count > 1) tidied[at] = { ...tidied[at]!, text: `${tidied[at]!.text} (and ${count - 1} more in this file)` };
  }
  return tidied;
}
