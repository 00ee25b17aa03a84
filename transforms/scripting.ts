import type { ApiReference } from './lib/api.ts';
import { hasAlternative, isTest, isUnder, testsApi } from './lib/guarded.ts';
import { functionOf, isMember, keyName, memberName, parentOf, unwrap, walk, wrapped, type FunctionNode, type Node } from './lib/ast.ts';
import { define } from './lib/define.ts';
import { INJECTION_METHODS, type InjectionMethod, type Refusal } from './lib/injection/injection.ts';
import { edits, follows, isInside, planOf, type Plan } from './lib/injection/injection-plan.ts';
import { moveMember, spelled } from './lib/rename.ts';
import type { Script } from './lib/script.ts';
import type { Edit, Match } from './lib/types.ts';

type Message = keyof typeof messages;

const FUNC = 'https://developer.chrome.com/docs/extensions/develop/migrate/improve-security#inject-func';
const CODE = 'https://developer.chrome.com/docs/extensions/develop/migrate/improve-security#remove-execution';
const EXECUTE = 'https://developer.chrome.com/docs/extensions/reference/api/scripting#method-executeScript';

const messages = {
  'moved': {
    outcome: 'changed', severity: 'error',
    text: '`{code}` is now `{api}`{how}',
  },
  'values': {
    outcome: 'review', severity: 'warning', url: FUNC,
    text: '`{code}` is now `{api}` with a function, and the values in its code string are arguments',
    advice: 'Arguments arrive as they are: what has quotes or backslashes is no longer parsed as code. They must be JSON data and not undefined.',
  },
  'frame': {
    outcome: 'review', severity: 'info', url: EXECUTE,
    text: '`{code}` is now `{api}`{how}, and `frameId` is `target.frameIds`',
    advice: 'The frame id must be a number now: undefined no longer means the main frame.',
  },
  'later': {
    outcome: 'review', severity: 'info', url: EXECUTE,
    text: '`{code}` is now `{api}`{how}; `runAt: "document_end"` has no counterpart',
    advice: 'The script runs at document_idle, a little later. Where that is too late, set `injectImmediately: true`.',
  },
  'errors': {
    outcome: 'review', severity: 'info', url: 'https://developer.mozilla.org/en-US/docs/Mozilla/Add-ons/WebExtensions/API/scripting/InjectionResult',
    text: '`{code}` is now `{api}`{how}',
    advice: 'In Firefox, an exception in the injected code or a missing file no longer is an error of the call: it stands in `error` of the result. A page that may not be injected into still is one.',
  },
  'dynamic-code': {
    outcome: 'manual', severity: 'error', url: CODE,
    text: '`{code}` runs code that is made at run time: `{what}`',
    advice: 'Manifest V3 runs no code from strings. Put your own code into a packaged file (`files`) or a function (`func`, with `args` for its values); for code that users write, use the userScripts API.',
  },
  'code-hole': {
    outcome: 'manual', severity: 'error', url: FUNC,
    text: '`{code}` puts `{what}` into a code string as code',
    advice: 'If it is a value, pass it: `func: (value) => ..., args: [value]`. If it is code, it must come from a packaged file or function.',
  },
  'code-escaped': {
    outcome: 'manual', severity: 'error', url: FUNC,
    text: '`{code}` puts `{what}` into a string of a code string, with backslashes that the code takes away again',
    advice: 'Pass the value as it was before: `func: (value) => ..., args: [value]`.',
  },
  'code-syntax': {
    outcome: 'manual', severity: 'error', url: FUNC,
    text: 'the code string of `{code}` cannot become a function: {what}',
    advice: 'Write it as a function and give that as `func`.',
  },
  'code-moves': {
    outcome: 'manual', severity: 'error', url: FUNC,
    text: '`{code}` runs `{what}`, a code string made of values that may change before the call',
    advice: 'Make a function of it, and give it the values as `args`.',
  },
  'completion-value': {
    outcome: 'manual', severity: 'error', url: FUNC,
    text: '`{code}` uses the result of a code string that does not end in an expression',
    advice: 'Make it a function that returns the result.',
  },
  'name-clash': {
    outcome: 'manual', severity: 'error', url: FUNC,
    text: 'the code string of `{code}` uses `{what}`, which has another meaning in this file',
    advice: 'As a function it would look like a closure, but injected functions see the page only. Pass the value as an argument, or rename one of the two.',
  },
  'shared-names': {
    outcome: 'manual', severity: 'error', url: FUNC,
    text: 'the code string of `{code}` declares `{what}` for other injected scripts, or for a later run of its own',
    advice: 'In a function it would be local. Make it a function that assigns to `globalThis.{what}`, or move it into a packaged file.',
  },
  'shared-with': {
    outcome: 'manual', severity: 'error',
    text: '`{what}` is also used where it cannot change, so `{code}` stays as it is',
    advice: 'Change all uses of `{what}` together.',
  },
  'unknown-options': {
    outcome: 'manual', severity: 'error', url: EXECUTE,
    text: '`{code}` is gone, and its options cannot be read here: {what}',
    advice: 'Call `{api}` with `target: { tabId }` and `files`{or}.',
  },
  'tab-may-be-null': {
    outcome: 'manual', severity: 'error', url: EXECUTE,
    text: '`{code}` may be called without a tab: `{what}` can be null or undefined',
    advice: 'Without a tab id it meant the active tab; `{api}` needs one. Query the active tab where there is none.',
  },
  'no-tab': {
    outcome: 'manual', severity: 'error', url: EXECUTE,
    text: '`{code}` is called without a tab id, and the active tab cannot be asked for first: {why}',
    advice: 'Call `{api}` with the id of the tab, from the event or from `tabs.query({ active: true, currentWindow: true })`.',
  },
  'page-closes': {
    outcome: 'manual', severity: 'error', url: EXECUTE,
    text: '`{code}` is called without a tab id, and the page closes with `{what}` before the active tab can be asked for',
    advice: 'Query the active tab, inject, and close the page after that.',
  },
  'results': {
    outcome: 'manual', severity: 'error', url: 'https://developer.chrome.com/docs/extensions/reference/api/scripting#type-InjectionResult',
    text: '`{code}` gives its results to `{what}`, which cannot be followed',
    advice: 'Each result is an object now that holds the value as `result`.',
  },
  'relative-path': {
    outcome: 'manual', severity: 'error', url: 'https://developer.mozilla.org/en-US/docs/Mozilla/Add-ons/WebExtensions/API/scripting/executeScript',
    text: '`{what}` is `{root}` for Chrome and `{other}` for Firefox, and both exist',
    advice: 'Begin the path with a slash, so that it means the same file everywhere.',
  },
  'not-called': {
    outcome: 'manual', severity: 'error',
    text: '`{code}` is gone, and this is no call that could be changed',
    advice: 'What uses it must call `{api}`, which takes one object: `target: { tabId }` and `files`{or}.',
  },
} as const;

export default define<Message>({
  id: 'scripting',
  summary: '`tabs.executeScript`, `insertCSS` and `removeCSS`, which are in `scripting` now',
  url: 'https://developer.chrome.com/docs/extensions/develop/migrate/api-calls#replace-executescript',
  targets: ['chrome', 'firefox', 'cross-browser'],
  names: [...INJECTION_METHODS],
  apiOnly: true,
  messages,

  *script(script: Script) {
    const plans: Plan[] = [];
    for (const method of INJECTION_METHODS) {
      for (const reference of script.references(`tabs.${method}`)) {
        if (isChosen(script, reference, method)) continue;
        if (reference.path !== `tabs.${method}` || (reference.call === undefined && !reference.pattern)) yield* mention(script, reference, method);
        if (reference.path !== `tabs.${method}` || reference.call === undefined) continue;
        const plan = planOf(script, reference, reference.call, method);
        if ('refused' in plan && isBound(script, reference.node)) continue;
        if ('refused' in plan) yield refusal(script, reference, method, plan);
        else plans.push(plan);
      }
    }
    plans.sort((a, b) => a.injection.call.start! - b.injection.call.start!);
    yield* changes(script, plans);
  },
});

/** Whether the code decides between the two APIs: it works in both versions. */
function isChosen(script: Script, reference: ApiReference, method: InjectionMethod): boolean {
  const { choice, node } = reference;
  if (choice?.some(([namespace]) => namespace === 'scripting')) return true;
  if (isUnder(node, (test) => testsApi(script, test, ['scripting', method]))) return true;
  return hasAlternative(script, reference, `scripting.${method}`) || isOldBranch(script, node, method);
}

/** Whether a mention stands in a function that is only called where the code chose the old API over the new one. */
function isOldBranch(script: Script, node: Node, method: InjectionMethod): boolean {
  if (!script.text.includes('scripting')) return false;
  for (let fn = functionOf(node); fn !== undefined; fn = functionOf(fn)) {
    const calls = callsByName(script, fn);
    if (calls.length > 0 && calls.every((call) => hasAlternative(script, { node: call, names: ['tabs', method] }, `scripting.${method}`))) return true;
  }
  return false;
}

/** The calls of a method or function in this script, by its name. */
function callsByName(script: Script, fn: FunctionNode): Node[] {
  const name = fn.type === 'FunctionDeclaration' ? fn.id?.name : fn.type === 'ClassMethod' || fn.type === 'ObjectMethod' ? keyName(fn) : undefined;
  const calls: Node[] = [];
  if (name !== undefined) {
    walk(script.program!, (node) => {
      if (node.type !== 'CallExpression') return;
      const callee = unwrap(node.callee);
      if (isMember(callee) ? memberName(callee) === name : callee.type === 'Identifier' && callee.name === name) calls.push(node);
    });
  }
  return calls;
}

/** Calls that bring the tab's id with them for others, and where they begin to change. */
interface Asking {
  readonly plan: Plan;
  readonly start: number;
}

/** The changes of one round. A call that can use what another one brings waits for it: it claims the place where that changes. */
function* changes(script: Script, plans: readonly Plan[]): Generator<Match<Message>> {
  const asking: Asking[] = [];
  for (const group of groups(plans)) {
    const awaited = asking.find(({ plan: outer }) => group.some((plan) => isInside(plan, outer) || isAfter(plan, outer)));
    for (const part of edits(script, group)) {
      if (part.refusal) {
        for (const { injection } of part.plans) yield refusal(script, injection.reference, injection.method, part.refusal);
        continue;
      }
      const start = Math.min(...part.edits.map((edit) => edit.start));
      asking.push(...part.plans.flatMap((plan) => (plan.asks === undefined ? [] : [{ plan, start }])));
      yield change(script, part.plans, awaited ? [...part.edits, script.insert(awaited.start, '')] : part.edits);
    }
  }
}

/** Whether two calls of one function both wait for the tab: the second can use what the first got. */
function isAfter(second: Plan, first: Plan): boolean {
  return first.asks === 'await' && second.asks === 'await' && functionOf(first.injection.call) === functionOf(second.injection.call);
}

/** Calls that share a variable, and calls that ask for the tab one after the other. */
function groups(plans: readonly Plan[]): Plan[][] {
  const found: Plan[][] = [];
  for (const plan of plans) {
    const keys = new Set(plan.anchors.map(({ key }) => key));
    const friends = found.filter((group) => group.some((other) => other.anchors.some(({ key }) => keys.has(key)) || (other.asks === 'statement' && plan.asks === 'statement' && follows(other, plan))));
    for (const group of friends) found.splice(found.indexOf(group), 1);
    found.push([...friends.flat(), plan]);
  }
  return found;
}

function change(script: Script, group: readonly Plan[], all: readonly Edit[]): Match<Message> {
  const [plan] = group as [Plan, ...Plan[]];
  const { reference, method } = plan.injection;
  return { message: messageFor(script, group), at: script.at(placeOf(reference)), edits: all, data: { ...names(script, reference, method), how: howOf(plan) } };
}

function messageFor(script: Script, group: readonly Plan[]): Message {
  const options = group.flatMap(({ injection }) => [...injection.options]);
  if (group.some(({ code }) => code?.exact === false)) return 'values';
  if (options.some(([name, { value }]) => name === 'frameId' && unwrap(value).type !== 'NumericLiteral')) return 'frame';
  if (options.some(([name, { value }]) => name === 'runAt' && /document_end/.test(script.textOf(value)) && group.some(({ injection }) => injection.method === 'executeScript'))) return 'later';
  return script.extension.hasFirefox && group.some(({ results }) => results.handlesErrors) ? 'errors' : 'moved';
}

function howOf({ code, asks, fromEvent }: Plan): string {
  const parts = [
    ...(code === undefined ? [] : ['with a function in place of the code string']),
    ...(asks === undefined ? [] : ['after a query for the active tab']),
    ...(fromEvent ? ['with the id of the tab at hand'] : []),
  ];
  return parts.map((part) => `, ${part}`).join('');
}

/** A mention that is no call: a test moves along; a declaration of an alias moves with the calls; anything else cannot be followed. */
function* mention(script: Script, reference: ApiReference, method: InjectionMethod): Generator<Match<Message>> {
  if (isAlias(script, reference.node)) return;
  const moved = reference.path === `tabs.${method}` && isTest(reference.node) ? moveMember(script, reference, `tabs.${method}`, `scripting.${method}`) : undefined;
  if (moved) yield { message: 'moved', at: script.at(placeOf(reference)), edits: moved, data: { ...names(script, reference, method), how: '' } };
  else yield refusal(script, reference, method, { refused: 'not-called' });
}

/** Whether a value only gives a variable its name, which is used in this script. */
function isAlias(script: Script, node: Node): boolean {
  const parent = parentOf(wrapped(node));
  if (parent?.type !== 'VariableDeclarator' || parent.id.type !== 'Identifier' || parentOf(parentOf(parent)!)?.type === 'ExportNamedDeclaration') return false;
  return (script.binding(parent.id)?.references.length ?? 0) > 0;
}

/** Whether an alias is the function bound to its namespace, which is reported there. */
function isBound(script: Script, node: Node): boolean {
  const init = node.type === 'Identifier' ? script.binding(node)?.declarations[0]?.init : undefined;
  return init !== undefined && unwrap(init).type === 'CallExpression';
}

function refusal(script: Script, reference: ApiReference, method: InjectionMethod, { refused, data }: Refusal): Match<Message> {
  return { message: refused as Message, at: script.at(placeOf(reference)), data: { ...names(script, reference, method), ...data } };
}

function names(script: Script, reference: ApiReference, method: InjectionMethod): Record<string, string> {
  return { code: spelled(script, reference, 2), api: `scripting.${method}`, or: method === 'executeScript' ? ' or `func`' : ' or `css`' };
}

function placeOf(reference: ApiReference): Node {
  return reference.pattern ? (reference.keys.at(-1) ?? reference.node) : reference.node;
}
