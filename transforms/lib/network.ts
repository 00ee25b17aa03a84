import type * as t from '@babel/types';
import { isMember, memberName, parentOf, wrapped, type AnyCall } from './ast.ts';
import { callOf, type Script } from './script.ts';

const REQUESTS = /^(ajax|get|getJSON|post|request)$/;

/** The calls of a script that send a request or open a connection, with what they are called by. */
export function* requestsOf(script: Script): Generator<readonly [name: string, call: AnyCall]> {
  for (const name of ['fetch', 'XMLHttpRequest', 'WebSocket', 'EventSource']) {
    for (const node of script.globals(name)) {
      const call = callOf(node);
      if (call !== undefined) yield [name, call];
    }
  }
  for (const name of ['$', 'jQuery', 'axios']) {
    for (const node of script.globals(name)) {
      const member = parentOf(wrapped(node));
      const call = isMember(member) && member.object === wrapped(node) && REQUESTS.test(memberName(member) ?? '') ? callOf(member) : undefined;
      if (call !== undefined) yield [`${name}.${memberName(member as t.MemberExpression)!}`, call];
    }
  }
}
