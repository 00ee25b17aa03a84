import { callOf, isCall, isFunction, isUnused, parentOf, stringValue, unwrap, wrapped, type Node } from './lib/ast.ts';
import { evaluate } from './lib/constants.ts';
import { define } from './lib/define.ts';
import { AT_START, backgroundScripts, failsAtStart } from './lib/environment.ts';
import type { Extension } from './lib/extension.ts';
import { isAnalysed } from './lib/input.ts';
import type { Realm } from './lib/realms.ts';
import type { Script } from './lib/script.ts';
import { snippet } from './lib/words.ts';
import { IDLE_LIMIT } from './lib/platform.ts';

const LIFECYCLE = 'https://developer.chrome.com/docs/extensions/develop/concepts/service-workers/lifecycle';

export default define({
  id: 'suspend-handlers',
  summary: 'Handlers for the end of the background, and attempts to put it off',
  url: 'https://developer.chrome.com/docs/extensions/develop/migrate/api-calls#replace-unsupported-apis',
  messages: {
    'never-fires': {
      outcome: 'manual', severity: 'error',
      text: '`{code}`: `{event}` never fires in a service worker{start}',
      advice: 'Store each change when it is made; what else the handler does has to be done at another event, or at the next start.',
    },
    'fires-now': {
      outcome: 'manual', severity: 'warning',
      text: '`{code}`: with a persistent background this never ran; an event page runs it at each suspension',
      advice: 'Take out what should not happen every time the extension has been idle. Storage writes made here are finished (within 5 seconds), but nothing runs before a crash.',
    },
    'at-suspension': {
      outcome: 'manual', severity: 'warning',
      text: '`{code}`: an event page also gets `{event}` whenever it is suspended, not only when the browser or the extension ends',
      advice: 'Store each change when it is made, and take out what should happen only at the end.',
    },
    'keep-alive': {
      outcome: 'manual', severity: 'warning',
      text: '`{code}` does nothing but keep the worker alive',
      advice: 'The Chrome Web Store allows that only for managed devices in schools and companies. Make the background ready to be stopped, and drop it.',
      url: 'https://developer.chrome.com/docs/extensions/develop/migrate/to-service-workers#keep-a-service-worker-alive-continuously',
    },
    'update-available': {
      outcome: 'manual', severity: 'info',
      text: '`{code}`: a background that is unloaded when idle is updated then; while it listens here, an update may wait until it reloads itself',
      advice: 'If all it does is `runtime.reload()`, it can go.',
      url: LIFECYCLE,
    },
  },
  *realm(realm: Realm, extension: Extension) {
    yield* apiEvents(realm, extension);
    yield* pageEvents(realm, extension);
    if (extension.hasWorker && realm.kind !== 'sandbox') yield* keepAlives(realm);
  },
});

function* apiEvents(realm: Realm, extension: Extension) {
  for (const script of backgroundScripts(realm, /\bonSuspend|\bonUpdateAvailable\b/)) {
    for (const event of ['runtime.onSuspend', 'runtime.onSuspendCanceled']) {
      for (const { call, reference } of script.calls(`${event}.addListener`)) {
        const message = extension.hasWorker ? 'never-fires' : extension.wasPersistent && event === 'runtime.onSuspend' ? 'fires-now' : undefined;
        if (message !== undefined && !reference.choice) yield { message: message as 'never-fires' | 'fires-now', at: script.at(call), data: { code: snippet(script, call.callee), event, start: '' } };
      }
    }
    for (const { call } of script.calls('runtime.onUpdateAvailable.addListener')) yield { message: 'update-available' as const, at: script.at(call), data: { code: snippet(script, call.callee) } };
  }
}

const ENDS = ['unload', 'beforeunload', 'pagehide'];

function* pageEvents(realm: Realm, extension: Extension) {
  if (!extension.hasWorker && !extension.wasPersistent) return;
  const message = extension.hasWorker ? 'never-fires' as const : 'at-suspension' as const;
  // A worker has no `window` either.
  const startOf = (script: Script, used: Node): string => (/^window\b/.test(script.textOf(used)) && failsAtStart(realm, script, used) ? AT_START : '');
  for (const script of backgroundScripts(realm, /unload|pagehide/)) {
    if (!script.file.editable) continue;
    for (const node of script.globals('addEventListener')) {
      const call = callOf(node);
      const event = stringValue(call?.arguments[0]);
      if (call !== undefined && event !== undefined && ENDS.includes(event)) yield { message, at: script.at(call), data: { code: snippet(script, call), event, start: startOf(script, call.callee as Node) } };
    }
    for (const event of ENDS) {
      for (const node of script.globals(`on${event}`)) {
        const parent = parentOf(wrapped(node));
        if (parent?.type === 'AssignmentExpression' && parent.left === wrapped(node)) yield { message, at: script.at(node), data: { code: snippet(script, node), event, start: startOf(script, node) } };
      }
    }
  }
}

/** Calls whose only effect, when nobody looks at the answer, is that they were made. */
const TRIVIAL = /^(runtime\.(getPlatformInfo|getContexts|getBrowserInfo)|storage\.\w+\.get|tabs\.(getCurrent|query)|windows\.getAll)$/;
const HEARTBEAT = /keep[-_ ]?alive|heart[-_ ]?beat|['"`]ping['"`]/i;

function* keepAlives(realm: Realm) {
  for (const script of realm.scripts) {
    if (!/\bsetInterval\b/.test(script.text) || !isAnalysed(script) || !script.file.editable) continue;
    for (const node of script.globals('setInterval')) {
      const call = callOf(node);
      const delay = evaluate(script, call?.arguments[1])?.value;
      const only = call?.arguments[0] && onlyExpression(unwrap(call.arguments[0]));
      if (call === undefined || typeof delay !== 'number' || delay > IDLE_LIMIT || only === undefined) continue;
      if (isTrivial(script, only, realm)) yield { message: 'keep-alive' as const, at: script.at(call), data: { code: snippet(script, call) } };
    }
  }
}

function onlyExpression(fn: Node): Node | undefined {
  if (!isFunction(fn)) return undefined;
  if (fn.body.type !== 'BlockStatement') return unwrap(fn.body);
  const [statement, ...others] = fn.body.body;
  return others.length === 0 && statement?.type === 'ExpressionStatement' ? unwrap(statement.expression) : undefined;
}

function isTrivial(script: Script, expression: Node, { kind }: Realm): boolean {
  const call = expression.type === 'AwaitExpression' ? unwrap(expression.argument) : expression;
  if (!isCall(call)) return false;
  const api = script.api(call.callee as Node)?.names.join('.');
  if (api !== undefined && TRIVIAL.test(api)) {
    const callback = call.arguments.at(-1);
    const ignores = callback === undefined || !isFunction(unwrap(callback)) || onlyExpression(unwrap(callback)) === undefined && (unwrap(callback) as { body?: { body?: unknown[] } }).body?.body?.length === 0;
    return ignores && (isUnused(expression) || kind === 'background');
  }
  return kind !== 'background' && (api === 'runtime.sendMessage' || /\.postMessage$/.test(script.textOf(call.callee))) && HEARTBEAT.test(script.textOf(call));
}
