export const setMode = (mode) => localStorage.setItem('mode', mode);
