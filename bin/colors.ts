/** Whether a stream gets colours: FORCE_COLOR and NO_COLOR decide, else whether it is a terminal. */
export function hasColors(stream: { readonly isTTY?: boolean }): boolean {
  const { FORCE_COLOR, NO_COLOR } = process.env;
  if (FORCE_COLOR !== undefined && FORCE_COLOR !== '') return FORCE_COLOR !== '0' && FORCE_COLOR !== 'false';
  if (NO_COLOR !== undefined && NO_COLOR !== '') return false;
  return stream.isTTY === true;
}

const CODES = { bold: [1, 22], dim: [2, 22], red: [31, 39], green: [32, 39], yellow: [33, 39], blue: [34, 39], cyan: [36, 39] } as const;

export type Color = keyof typeof CODES;

/** Paints text, or leaves it as it is. */
export type Paint = (color: Color, text: string) => string;

export function painter(colors: boolean): Paint {
  return (color, text) => (colors ? `\u001B[${CODES[color][0]}m${text}\u001B[${CODES[color][1]}m` : text);
}
