import pc from 'picocolors';

/** Whether a stream gets colours: FORCE_COLOR and NO_COLOR decide, else whether it is a terminal. */
export function hasColors(stream: { readonly isTTY?: boolean }): boolean {
  const { FORCE_COLOR, NO_COLOR } = process.env;
  if (FORCE_COLOR !== undefined && FORCE_COLOR !== '') return FORCE_COLOR !== '0' && FORCE_COLOR !== 'false';
  if (NO_COLOR !== undefined && NO_COLOR !== '') return false;
  return stream.isTTY === true;
}

/** Functions that paint text, or leave it as it is. */
export function painter(colors: boolean): ReturnType<typeof pc.createColors> {
  return pc.createColors(colors);
}
