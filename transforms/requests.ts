import { isAssigned } from './lib/api.ts';
import { hasAlternative } from './lib/guarded.ts';
import { lateAnswers, stayOpen } from './lib/stay-open.ts';
import { unwrap, type FunctionNode, type Node } from './lib/ast.ts';
import { define } from './lib/define.ts';
import type { Extension } from './lib/extension.ts';
import type { Realm } from './lib/realms.ts';
import { moveFromPatterns, moveMember, spelled } from './lib/rename.ts';
import type { Script } from './lib/script.ts';
import { turnsOf } from './lib/turns.ts';
import type { Edit } from './lib/types.ts';

const RENAMED: Readonly<Record<string, string>> = {
  'extension.sendRequest': 'runtime.sendMessage',
  'tabs.sendRequest': 'tabs.sendMessage',
  'extension.onRequest': 'runtime.onMessage',
  'extension.onRequestExternal': 'runtime.onMessageExternal',
  // Never existed, though a migration guide named it.
  'runtime.onRequest': 'runtime.onMessage',
};

export default define({
  id: 'requests',
  summary: '`sendRequest` and `onRequest`, which messages replaced',
  url: 'https://developer.chrome.com/docs/extensions/develop/migrate/api-calls#replace-unsupported-apis',
  names: ['sendRequest', 'onRequest', 'onRequestExternal'],
  apiOnly: true,
  messages: {
    'request': {
      outcome: 'changed', severity: 'error',
      text: '`{old}` is now `{new}`',
    },
    'late-answer': {
      outcome: 'review', severity: 'error',
      text: '`{old}` is now `{new}`, and the listener returns `true` where it answers later',
      advice: 'A request stayed open until it was answered; a message does so only if its listener returns `true`. Check that no answering path is missed.',
    },
    'unseen-listener': {
      outcome: 'review', severity: 'error',
      text: '`{old}` is now `{new}`; its listener is not changed',
      advice: 'The listener must return `true` where it calls `sendResponse` after it has returned, and must not be `async`.',
    },
    'joined-channels': {
      outcome: 'review', severity: 'warning',
      text: '`{old}` is now `{new}`, where this extension listens already: each listener now hears both kinds',
      advice: 'Check that each listener ignores what is not for it, and that only one answers.',
    },
    'out-of-reach': {
      outcome: 'manual', severity: 'error',
      text: '`{old}` does not exist in Manifest V3',
      advice: 'Use `{new}`; a listener must return `true` where it answers later.',
    },
  },
  *script(script: Script, extension: Extension) {
    for (const reference of ['extension', 'tabs', 'runtime'].flatMap((namespace) => script.references(namespace))) {
      const from = reference.names.slice(0, 2).join('.');
      const to = RENAMED[from];
      if (to === undefined || reference.pattern || isAssigned(reference.node) || hasAlternative(script, reference, to)) continue;
      // An alias of the member is renamed where it is declared.
      const edits = reference.keys[1] === undefined ? [] : moveMember(script, reference, from, to);
      const shown = spelled(script, reference, 2);
      const at = script.at(reference.keys[1] ?? reference.node);
      if (edits === undefined) {
        yield { message: 'out-of-reach', at, data: { old: shown, new: to } };
        continue;
      }
      const data = { old: shown, new: spelled(script, reference, 2, edits) };
      const listener = reference.names[2] === 'addListener' ? reference.call?.arguments[0] : undefined;
      if (listener === undefined) {
        if (edits.length > 0) yield { message: 'request', at, edits, data };
        continue;
      }
      const more = keepOpen(script, listener);
      if (edits.length === 0 && (more === undefined || more.length === 0)) continue;
      const message = more === undefined ? 'unseen-listener' : hearsMessages(script, to, extension) ? 'joined-channels' : more.length > 0 ? 'late-answer' : 'request';
      yield { message, at, edits: [...edits, ...(more ?? [])], data };
    }
    yield* taken(script);
  },
});

/** `const { sendRequest } = chrome.extension` */
function* taken(script: Script) {
  const members = { sendRequest: 'sendMessage', onRequest: 'onMessage', onRequestExternal: 'onMessageExternal' };
  for (const { at, names, edits } of [...moveFromPatterns(script, 'extension', 'runtime', members), ...moveFromPatterns(script, 'tabs', 'tabs', { sendRequest: 'sendMessage' })]) {
    const data = { old: names.join('`, `'), new: names.map((name) => members[name as keyof typeof members]).join('`, `') };
    if (edits !== undefined) yield { message: 'request' as const, at, edits, data };
    else yield { message: 'out-of-reach' as const, at, data };
  }
}

/** The edits that keep a message's channel open where a request's stayed open by itself; undefined where the listener is not known, or not clear. */
function keepOpen(script: Script, listener: Node): Edit[] | undefined {
  const edits: Edit[] = [];
  const found = listenersOf(script, listener);
  for (const { owner, fn, index } of found) {
    const late = lateAnswers(owner, fn, index);
    if (late.length === 0) continue;
    const own = stayOpen(owner, fn, late);
    if (own === undefined) return undefined;
    edits.push(...own);
  }
  return found.length > 0 ? edits : undefined;
}

interface Listener {
  readonly owner: Script;
  readonly fn: FunctionNode;
  /** The position of `sendResponse`, moved by the arguments that `bind` fills in. */
  readonly index: number;
}

function listenersOf(script: Script, node: Node): Listener[] {
  const alone: Realm = { kind: 'page', name: script.path, scripts: [script], entries: [script], missing: [] };
  const value = unwrap(node);
  const bound = value.type === 'CallExpression' && value.callee.type === 'MemberExpression' ? Math.max(value.arguments.length - 1, 0) : 0;
  const turns = turnsOf(script.realms[0] ?? alone);
  return turns.functionsOf(node).map((fn) => ({ owner: turns.scriptOf(fn), fn, index: 2 + bound }));
}

/** Whether the extension listened to messages already, in a context that the same messages reach. */
function hearsMessages(script: Script, event: string, extension: Extension): boolean {
  const isContent = script.runsIn('content');
  const name = event.split('.')[1]!;
  return extension.scripts.some((other) =>
    other.text.includes(name) && other.runsIn('content') === isContent &&
    [`runtime.${name}.addListener`, `extension.${name}.addListener`].some((path) => !other.calls(path).next().done));
}
