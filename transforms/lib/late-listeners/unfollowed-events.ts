import type * as t from '@babel/types';
import { isCall, isMember, memberName, nameOfCallee, parentOf, unwrap, wrapped, type AnyCall, type Node } from '../ast.ts';
import { TIMERS } from '../callbacks.ts';
import { isKnownNamespace } from '../platform.ts';
import type { Realm } from '../realms.ts';
import type { Script } from '../script.ts';
import type { Turn, Turns } from '../turns.ts';
import type { Match } from '../types.ts';
import { listed, snippet, turnWords, WHEN } from '../words.ts';

/** What becomes late of events that are values, where it was not found who adds a listener to them. */
export function* unfollowedEvents(realm: Realm, turns: Turns): Generator<Match<'unfollowed' | 'handed-on'>> {
  const lateAt = (place: Node): Turn | undefined => (turns.runsAtStart(place) ? undefined : turns.turnsAt(place).find(({ origin }) => origin !== 'unknown'));
  const whenOf = ({ origin, delay }: Turn): string => (origin === 'start' ? WHEN[delay!] : `when ${turnWords({ origin, delay, cause: undefined })} fires`);
  const events = new Set<string>();
  for (const script of realm.scripts) {
    if (!script.file.editable) continue;
    const adders = [...handedAdders(script, lateAt, turns)];
    for (const { node, call, event, turn } of adders) yield { message: 'handed-on', at: script.at(node), data: { code: snippet(script, call.callee), event, when: whenOf(turn), file: script.path } };
    for (const { path, node, pattern } of script.apiReferences) {
      if (pattern || !/\.on[A-Z]\w*$/.test(path) || turns.isFollowed(node)) continue;
      const parent = parentOf(wrapped(node));
      const isArgument = (isCall(parent) || parent?.type === 'NewExpression') && parent.callee !== wrapped(node);
      if (!isArgument && parent?.type !== 'ArrayExpression' && !(parent?.type === 'ObjectProperty' && parent.value === wrapped(node)) && !(parent?.type === 'AssignmentExpression' && isMember(parent.left))) continue;
      events.add(path);
      const turn = isArgument && turns.targetsOf(parent).length === 0 ? lateAt(parent) : undefined;
      if (turn === undefined || !isArgument || adders.some(({ call }) => call === parent) || NO_ADDERS.test(script.textOf(parent.callee))) continue;
      yield { message: 'handed-on', at: script.at(node), data: { code: snippet(script, parent.callee), event: path, when: whenOf(turn), file: script.path } };
    }
  }
  for (const call of turns.unfollowed) {
    const script = turns.scriptOf(call);
    const turn = script.file.editable ? lateAt(call) : undefined;
    const object = unwrap((unwrap(call.callee as Node) as t.MemberExpression).object);
    const named = namedEvent(script, object, turns);
    // The events of ports and of the extension's own objects.
    const isOther = isMember(object) && /^on[A-Z]/.test(memberName(object) ?? '');
    const init = object.type === 'Identifier' ? script.binding(object)?.declarations[0]?.init : undefined;
    if (turn === undefined || (named === undefined && (events.size === 0 || isOther || (init && /^(Call|New)Expression$/.test(unwrap(init).type))))) continue;
    yield { message: 'unfollowed', at: script.at(call), data: { code: snippet(script, call), when: whenOf(turn), events: listed(named === undefined ? [...events] : [named]).replace(' and ', ' or '), file: script.path } };
  }
}

/** Calls that print or keep what they are given. */
const NO_ADDERS = /^console\b|\.(push|unshift|add|set|has|includes|indexOf|delete)$/;

/** The event that a chain of members is named like, where the object of all APIs comes from elsewhere: `(await getApi()).tabs.onCreated`. */
function namedEvent(script: Script, node: Node, turns: Turns): string | undefined {
  const inner = unwrap(node);
  const object = isMember(inner) ? unwrap(inner.object) : undefined;
  const [declaration] = (object?.type === 'Identifier' && script.binding(object)?.declarations) || [];
  const source = declaration?.keys?.length === 0 && declaration.init ? unwrap(declaration.init) : object;
  const namespace = declaration?.keys?.length === 1 ? declaration.keys[0]!.name : isMember(source) ? memberName(source) : undefined;
  const event = isMember(inner) ? (memberName(inner) ?? '') : '';
  if (declaration?.init && turns.holderOf(declaration.init) !== undefined) return undefined;
  return namespace !== undefined && /^on[A-Z]/.test(event) && isKnownNamespace(namespace) ? `${namespace}.${event}` : undefined;
}

/** The calls that are given `addListener` of an event as a function, and run it late: `loaded.then(event.addListener.bind(event))`. */
function* handedAdders(script: Script, lateAt: (place: Node) => Turn | undefined, turns: Turns): Generator<{ readonly node: Node; readonly call: AnyCall; readonly event: string; readonly turn: Turn }> {
  const seen = new Set<Node>();
  for (const { path, node, call: made, pattern } of script.apiReferences) {
    const [, event, bind] = /^(.*)\.addListener(\.bind)?$/.exec(path) ?? [];
    const value = bind === undefined ? node : made;
    const outer = value && wrapped(value);
    const call = outer && parentOf(outer);
    if (pattern || event === undefined || (bind === undefined) !== (made === undefined) || !isCall(call) || call.callee === outer || seen.has(call)) continue;
    const callee = unwrap(call.callee as Node);
    const name = nameOfCallee(callee);
    const delay = /^(then|catch|finally)$/.test(name) ? 'promise' : TIMERS.has(name) ? 'timer' : undefined;
    const [own] = turns.turnsAt(call);
    const turn = delay === undefined ? lateAt(call) : own && { origin: own.origin, delay: own.delay ?? delay, cause: call };
    if (turn === undefined || turn.origin === 'unknown') continue;
    seen.add(call);
    yield { node, call, event, turn };
  }
}
