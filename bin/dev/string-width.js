/** The width of ASCII text with terminal escapes: all that the command line's help needs. */
export default function stringWidth(text) {
  return text.replace(/\u001B\[[\d;]*m/g, '').length;
}
