import { callOf, isMember, memberName, parentOf, stringValue, wrapped, type Node } from '../ast.ts';
import type { Extension } from '../extension.ts';
import type { Realm } from '../realms.ts';
import type { Script } from '../script.ts';
import type { Turns } from '../turns.ts';
import { isConstant } from './constant.ts';
import { isConditional, isStartUpOnly } from './start-up-only.ts';

interface Write {
  readonly script: Script;
  /** The call or assignment. */
  readonly node: Node;
  readonly key: string;
  /** Undefined for one that takes the item away. */
  readonly value: Node | undefined;
}

/** Writes of fixed values to `localStorage` by the start-up, which undo at each wake what events or pages wrote under the same key. */
export function* undoneInPageStorage(realm: Realm, extension: Extension, turns: Turns): Generator<Write> {
  const isOwn = (script: Script): boolean => realm.scripts.includes(script);
  const writes = extension.scripts.filter((script) => isOwn(script) || script.runsIn('page')).flatMap((script) => (/\blocalStorage\b/.test(script.text) && script.program ? [...writesOf(script)] : []));
  const isOfStart = ({ script, node }: Write): boolean => isOwn(script) && isStartUpOnly(node, turns);
  for (const write of writes) {
    const { script, node, key, value } = write;
    if (!isOfStart(write) || !script.file.editable || isConditional(node, turns) || (value !== undefined && !isConstant(script, value))) continue;
    if (writes.some((other) => other.key === key && !isOfStart(other) && other.value !== undefined)) yield write;
  }
}

/** The writes of a script to `localStorage` whose keys are seen. */
export function* writesOf(script: Script): Generator<Write> {
  for (const use of script.globals('localStorage')) {
    const member = parentOf(wrapped(use));
    const name = isMember(member) && member.object === wrapped(use) ? memberName(member) : undefined;
    if (member === undefined || name === undefined) continue;
    const above = parentOf(wrapped(member));
    const call = callOf(member);
    const key = stringValue(call?.arguments[0]);
    if (call !== undefined && key !== undefined && (name === 'setItem' || name === 'removeItem')) yield { script, node: call, key, value: name === 'setItem' ? call.arguments[1] : undefined };
    else if (above?.type === 'AssignmentExpression' && above.left === wrapped(member) && /^(=|[+*/-]=)$/.test(above.operator)) yield { script, node: above, key: name, value: above.operator === '=' ? above.right : above };
    else if (above?.type === 'UpdateExpression') yield { script, node: above, key: name, value: above };
    else if (above?.type === 'UnaryExpression' && above.operator === 'delete') yield { script, node: above, key: name, value: undefined };
  }
}
