import { answersOf } from '../answers.ts';
import { mayLeave, stringValue, unwrap } from '../ast.ts';
import { MESSAGES } from '../callbacks.ts';
import { Refusal } from '../refusal.ts';
import type { Registration } from '../turns.ts';

/**
 * await: the listener may become asynchronous. message: the answer is given by `sendResponse`, and `true` keeps the way for it open.
 * later: what calls the function has gone on already.
 */
export type Mode = 'await' | 'message' | 'later';

/** How a listener may wait. @throws Refusal where what it is registered for needs its answer at once */
export function modeOf(registrations: readonly Registration[]): Mode {
  const answered = registrations.find((one) => answersOf(one.event) === 'value' && !(one.event.startsWith('webRequest.') && (isObserving(one) || takesPromise(one) || takesCallback(one))));
  if (answered !== undefined) throw new Refusal(`\`${answered.event}\` needs its answer at once`);
  // Who throws answers, too.
  const throwing = registrations.find(({ event, functions }) => answersOf(event) === 'callback' && functions.some(({ body }) => mayLeave(body, /^ThrowStatement$/)));
  if (throwing !== undefined) throw new Refusal(`a listener of \`${throwing.event}\` throws`);
  const events = registrations.flatMap(({ event }) => event.split('|'));
  const computed = events.find((event) => /^(runtime|extension|downloads)\[/.test(event));
  if (computed !== undefined) throw new Refusal('a listener that uses it may be one of messages');
  const messages = events.filter((event) => MESSAGES.test(event));
  if (messages.length > 0 && messages.length < events.length) throw new Refusal('one listener serves messages and other events');
  return messages.length > 0 ? 'message' : 'await';
}

/** Whether a listener of a request only looks at it: nothing that it is registered with asks for more. */
export function isObserving({ script, call }: Registration): boolean {
  const extras = call.arguments[2] && unwrap(call.arguments[2]);
  return extras === undefined || (extras.type === 'ArrayExpression' && !/blocking/i.test(script.textOf(extras)) && extras.elements.every((element) => element?.type === 'StringLiteral'));
}

/** Whether a blocking listener of requests may answer by a promise: it may in Firefox, where it is not given a callback for its answer. */
function takesPromise({ script, event, call }: Registration): boolean {
  const extras = call.arguments[2] && unwrap(call.arguments[2]);
  return !script.extension.hasWorker && /^webRequest\.on(BeforeRequest|BeforeSendHeaders|HeadersReceived|AuthRequired)$/.test(event) && extras?.type === 'ArrayExpression' && !extras.elements.some((element) => element === null || stringValue(element) === 'asyncBlocking' || stringValue(element) === undefined);
}

/** Whether a listener is given a callback for the credentials that a request needs: what it returns is not looked at then. */
function takesCallback({ event, call }: Registration): boolean {
  const extras = call.arguments[2] && unwrap(call.arguments[2]);
  return event === 'webRequest.onAuthRequired' && extras?.type === 'ArrayExpression' && extras.elements.some((element) => element !== null && stringValue(element) === 'asyncBlocking');
}
