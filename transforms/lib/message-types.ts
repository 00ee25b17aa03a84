/** What the types of the messages begin with that pages send in place of calls into the background's window. */
export const MESSAGE_PREFIX = 'background/';

/** The type of the message that calls a function of the background, reads a variable of it, or sets one. */
export function messageType(name: string, isSet = false): string {
  return `${MESSAGE_PREFIX}${name}${isSet ? '/set' : ''}`;
}
