import type { ApiReference } from './lib/api.ts';
import { hasAlternative, isGuarded } from './lib/guarded.ts';
import { keyName, parentOf, propertyValue, siblings, stringValue, unwrap, wrapped, type AnyCall, type Node } from './lib/ast.ts';
import { define } from './lib/define.ts';
import type { Extension } from './lib/extension.ts';
import { heldBy, isLiteral, refuse, type Refusal } from './lib/injection/injection.ts';
import { isUnusedAnywhere } from './lib/injection/injection-results.ts';
import { freshName, habitsOf, objectText, type Part } from './lib/layout.ts';
import { minimumVersion } from './lib/platform.ts';
import { moveMember, spelled } from './lib/rename.ts';
import type { Script } from './lib/script.ts';
import type { Edit, Match } from './lib/types.ts';

const REGISTER = 'https://developer.mozilla.org/en-US/docs/Mozilla/Add-ons/WebExtensions/API/scripting/registerContentScripts';
const USER_SCRIPTS = 'https://developer.mozilla.org/en-US/docs/Mozilla/Add-ons/WebExtensions/API/userScripts';

const messages = {
  'registered': {
    outcome: 'review', severity: 'error',
    text: '`{code}` is now `scripting.registerContentScripts`, with the id "{id}"',
    advice: 'The registration outlives the background now, until the browser closes; it is made only where it is missing.',
  },
  'code': {
    outcome: 'manual', severity: 'error',
    text: '`{code}` registers code from a string, and its registrations end with the background page',
    advice: 'Put the code into a packaged file and register that with `scripting.registerContentScripts`; for code that users write, use the userScripts API.',
  },
  'handle': {
    outcome: 'manual', severity: 'error',
    text: '`{code}` gives a handle that is used later, and its registrations end with the background page',
    advice: 'Use `scripting.registerContentScripts` with an id of your own, and `scripting.unregisterContentScripts({ ids: [id] })` in place of the handle.',
  },
  'options': {
    outcome: 'manual', severity: 'error',
    text: '`{code}` must become `scripting.registerContentScripts`, because its registrations end with the background page: {why}',
    advice: 'Give each script an id. A registration now outlives the background: ask `scripting.getRegisteredContentScripts` before you register it, or update it with `scripting.updateContentScripts`.',
  },
  'legacy-user-scripts': {
    outcome: 'manual', severity: 'error', url: USER_SCRIPTS,
    text: '`{code}` is the userScripts API of Manifest V2, whose registrations end with the background page',
    advice: 'The new API takes an array, `userScripts.register([{ id, matches, js }])`, keeps the scripts until the extension is updated, and needs the optional permission `userScripts` (Firefox 136) or the user\'s consent in chrome://extensions (Chrome 138).',
  },
  'api-script': {
    outcome: 'manual', severity: 'error', url: USER_SCRIPTS,
    text: '`{code}` has no counterpart in the new userScripts API',
    advice: 'Register a script of your own with a smaller `id` in the same world, and talk to the background with `userScripts.configureWorld({ messaging: true })` and `runtime.onUserScriptMessage`.',
  },
} as const;

type Message = keyof typeof messages;

export default define<Message>({
  id: 'registered-content-scripts',
  summary: 'Content scripts and user scripts registered for as long as the background lives',
  url: REGISTER,
  names: ['contentScripts', 'userScripts'],
  apiOnly: true,
  messages,

  *script(script: Script, extension: Extension) {
    for (const { call, reference } of script.calls('contentScripts.register')) {
      // In a test of what Chrome lacks nothing runs there.
      if (hasAlternative(script, reference, 'scripting') || (!extension.hasFirefox && isGuarded(script, reference))) continue;
      const data = { code: spelled(script, reference) };
      const plan = planOf(script, extension, reference, call);
      if ('refused' in plan) yield { message: plan.refused as Message, at: script.at(reference.node), data: { ...data, ...plan.data } };
      else yield { message: 'registered', at: script.at(reference.node), edits: plan.edits, data: { ...data, id: plan.id } };
    }
    for (const { call, reference } of script.calls('userScripts.register')) {
      if (unwrap((call.arguments[0] ?? call) as Node).type === 'ObjectExpression') yield report(script, reference, 'legacy-user-scripts');
    }
    for (const reference of script.references('userScripts.onBeforeScript')) {
      if (!hasAlternative(script, reference, 'runtime.onUserScriptMessage')) yield report(script, reference, 'api-script');
    }
  },
});

function report(script: Script, reference: ApiReference, message: Message): Match<Message> {
  return { message, at: script.at(reference.node), data: { code: spelled(script, reference, 2) } };
}

const KEPT = new Set(['matches', 'excludeMatches', 'allFrames', 'runAt']);

function planOf(script: Script, extension: Extension, reference: ApiReference, call: AnyCall): { readonly id: string; readonly edits: readonly Edit[] } | Refusal {
  const details = unwrap((call.arguments[0] ?? call) as Node);
  if (details.type !== 'ObjectExpression' || call.arguments.length !== 1) return refuse('options', { why: 'its options are made elsewhere' });
  if (/\bcode\s*[:,}]/.test(script.textOf(details)) && ['js', 'css'].some((name) => holdsCode(propertyValue(details, name)))) return refuse('code');
  const parts: Part[] = [];
  let file: string | undefined;
  for (const member of details.properties) {
    const name = member.type === 'ObjectProperty' ? keyName(member) : undefined;
    if (member.type !== 'ObjectProperty' || name === undefined) return refuse('options', { why: 'its options are made elsewhere' });
    if (name === 'js' || name === 'css') {
      const files = filesIn(script, unwrap(member.value));
      if ('refused' in files) return files;
      file ??= files.first;
      parts.push({ text: () => `${name}: [${files.texts.join(', ')}]` });
    } else if (name === 'matchAboutBlank') {
      if (isLiteral(member.value, false)) continue;
      const young = minimumVersion(extension.manifest, 'firefox') < 128 || (extension.hasWorker && minimumVersion(extension.manifest, 'chrome') < 119);
      if (young || !isLiteral(member.value, true)) return refuse('options', { why: '`matchAboutBlank` is `matchOriginAsFallback` now, from Firefox 128 and Chrome 119' });
      parts.push({ text: () => 'matchOriginAsFallback: true' });
    } else if (!KEPT.has(name) && !(name === 'cookieStoreId' && !extension.hasWorker)) {
      return refuse('options', { why: `\`${name}\` has no counterpart` });
    } else if (!isStatic(script, member.value)) {
      return refuse('options', { why: `\`${name}\` may be another at each call` });
    } else {
      parts.push({ text: () => script.textOf(member) });
    }
  }
  if (script.syntax!.comments.some(({ start, end }) => start! > details.start! && end! < details.end!)) return refuse('options', { why: 'its options hold comments' });
  const form = formOf(script, call);
  if (form === undefined) return refuse('handle');
  const callee = moveMember(script, reference, 'contentScripts.register', 'scripting.registerContentScripts');
  const { namespace } = reference;
  if (callee === undefined || namespace === undefined) return refuse('options', { why: 'this file has no name for the extension API here' });
  const id = idFor(extension, call, file ?? 'content');
  const { brace, trailingComma } = habitsOf(script);
  const multiline = script.slice(details.start!, details.properties[0]?.start ?? details.end!).includes('\n');
  const deeper = form.awaited ? '' : script.style.indent;
  const indent = deeper + script.indentAt(call.start!);
  const literal = objectText(script, [{ text: () => `id: ${script.quote(id)}` }, ...parts, { text: () => 'persistAcrossSessions: false' }], {
    indent, inner: multiline ? deeper + script.indentAt(details.properties[0]!.start!) : undefined, brace, room: 0,
    trailingComma: multiline ? /,\s*$/.test(script.slice(details.properties.at(-1)!.end!, details.end! - 1)) : trailingComma,
  });
  const ask = `${namespace}.scripting.getRegisteredContentScripts({${brace}ids: [${script.quote(id)}]${brace}})`;
  return { id, edits: [...guard(script, call, form, ask), ...callee, script.replace(details, `[${literal}]`)] };
}

/** How a registration can be made only where it is missing: as a statement that waits, or as a promise. Undefined where its handle is used. */
function formOf(script: Script, call: AnyCall): { readonly awaited: Node | undefined } | undefined {
  const outer = wrapped(call);
  const parent = parentOf(outer);
  if (parent?.type === 'AwaitExpression') {
    const statement = parentOf(wrapped(parent));
    if (statement?.type === 'ExpressionStatement' && siblings(statement)) return { awaited: statement };
  }
  return isUnusedAnywhere(script, call) ? { awaited: undefined } : undefined;
}

function guard(script: Script, call: AnyCall, { awaited }: { readonly awaited: Node | undefined }, ask: string): Edit[] {
  if (awaited) {
    const name = freshName(script.program!, 'registered', 'present', 'known');
    return [script.insert(awaited.start!, `const [${name}] = await ${ask}${script.style.semicolon}\n${script.indentAt(awaited.start!)}if (!${name}) `)];
  }
  return [script.insert(call.start!, `${ask}\n${script.indentAt(call.start!)}${script.style.indent}.then(([registered]) => registered ?? `), script.insert(call.end!, ')')];
}

function holdsCode(list: Node | undefined): boolean {
  return list?.type === 'ArrayExpression' && list.elements.some((element) => element?.type === 'ObjectExpression' && propertyValue(element, 'code') !== undefined);
}

/** The files of a list of `{ file }` objects, as code. */
function filesIn(script: Script, list: Node): { readonly texts: readonly string[]; readonly first: string | undefined } | Refusal {
  if (list.type !== 'ArrayExpression') return refuse('options', { why: 'its scripts are listed elsewhere' });
  const texts: string[] = [];
  let first: string | undefined;
  for (const element of list.elements) {
    const entry = element && unwrap(element);
    const members = entry?.type === 'ObjectExpression' ? entry.properties : [];
    const [member] = members;
    const name = member?.type === 'ObjectProperty' ? keyName(member) : undefined;
    if (members.length !== 1 || name !== 'file' || member?.type !== 'ObjectProperty' || !isStatic(script, member.value)) return refuse('options', { why: 'its scripts are listed elsewhere' });
    first ??= stringValue(member.value);
    texts.push(script.textOf(member.value));
  }
  return { texts, first };
}

function isStatic(script: Script, node: Node): boolean {
  const inner = unwrap(node);
  switch (inner.type) {
    case 'StringLiteral':
    case 'BooleanLiteral':
      return true;
    case 'TemplateLiteral':
      return inner.expressions.length === 0;
    case 'ArrayExpression':
      return inner.elements.every((element) => element !== null && isStatic(script, element));
    case 'Identifier': {
      const held = heldBy(script, inner);
      return held !== undefined && isStatic(script, held.value) && (held.value.type !== 'ArrayExpression' || held.binding.references.length === 1);
    }
    default:
      return false;
  }
}

/** An id after the script's file, one that no other registration of the extension has. */
function idFor(extension: Extension, call: AnyCall, file: string): string {
  const base = file.split('/').at(-1)!.replace(/\.\w+$/, '').replace(/^_+/, '') || 'content';
  const taken = new Set<string>();
  for (const { text } of extension.scripts) {
    if (text.includes('registerContentScripts')) for (const [, , id] of text.matchAll(/\bid\s*:\s*(['"`])([^'"`\n]+)\1/g)) taken.add(id!);
  }
  const name = (index: number): string => (index === 1 ? base : `${base}-${index}`);
  let index = order(extension, call, base);
  while (taken.has(name(index))) index += 1;
  return name(index);
}

/** Which of the registrations of one file, over all scripts, a call is: from 1. */
function order(extension: Extension, call: AnyCall, base: string): number {
  let count = 0;
  for (const script of extension.scripts) {
    if (!script.text.includes('contentScripts')) continue;
    for (const other of script.calls('contentScripts.register')) {
      if (script.textOf(other.call).includes(base)) count += 1;
      if (other.call === call) return Math.max(count, 1);
    }
  }
  return 1;
}
