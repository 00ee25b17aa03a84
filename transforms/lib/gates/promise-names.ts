// The promises that transforms declare are known by their names: the next round, or run, sees nothing but the text.

/** Whether a name is one that the promise of restored state gets: `stateRestored`. */
export function isNameOfRestored(name: string): boolean {
  return name.endsWith('Restored');
}

/** Whether a name is one that a promise of the start-up gets: `stateRestored`, `settingsLoaded`, `startUpDone`. */
export function isNameOfPromise(name: string): boolean {
  return isNameOfRestored(name) || /(Loaded|startUpDone|^loaded)$/.test(name);
}

/** Whether a name is one that a promise gets for which listeners wait: those of the start-up, and `listening`, which it settles where it registered them. */
export function isNameOfAwaited(name: string): boolean {
  return isNameOfPromise(name) || /^listening\d*$/.test(name);
}
