/** What the types of the messages begin with that pages send in place of calls into the background's window. */
export const MESSAGE_PREFIX = 'background/';

/** The type of the message that calls a function of the background. */
export function messageType(name: string): string {
  return `${MESSAGE_PREFIX}${name}`;
}
